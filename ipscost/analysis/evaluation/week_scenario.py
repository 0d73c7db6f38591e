"""What register weeks tell, put into the mapping of a scenario's file.

The reference arm gets its own moves as counts per cycle, its starting states, weeks behind and what
a benefit costs a week; another arm gets its own moves where chance or matching made it comparable,
and else keeps the effect that the file states against the reference arm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ipscost.analysis.evaluation.week_nouns import MoveCount, WeeksFound, at_path
from ipscost.messages import Message
from ipscost.scenario.model import Move
from ipscost.scenario.nouns import Scenario

Node = dict[str, Any]
ALL, REST = "all", "rest"
STRETCH = re.compile(r"from_([1-9][0-9]*)")
HAZARD = "hazard_ratio"
AS_LONG = "mean"
"""The role of a number that is no effect: the level of an arm by itself."""
OF_TIME = ("by", "shape", "unit")
"""Keys of a move that say what its number was; a count per cycle has others."""
ORIGIN = ("source", "assumption", "sure")
"""Keys that numbers below inherit: a number that is put in has its own source, and they do not."""
NAMED = ("label", "note")
SHARED = (*NAMED, *ORIGIN, "of", "to", *OF_TIME)
OF_OWN_NUMBERS = ("calibrate", "reproduces")
"""Sections that are of the numbers the file had before."""


class WeeksWritten:
    """The mapping with the weeks in it: `node`; what could not be put in stands in `doubts`."""

    def __init__(
        self,
        node: Mapping[str, Any],
        found: WeeksFound,
        scenario: Scenario,
        source: str,
        *,
        is_comparable: bool = False,
    ) -> None:
        """`source`: what each number put in names as its source.

        is_comparable: chance or matching made the arms alike, so that each has its own moves.
        """
        self.node: Node = deepcopy(dict(node))
        self.found, self.scenario, self.source = found, scenario, source
        self.reference = scenario.reference
        self.arms = found.arms if is_comparable else (self.reference,)
        self.doubts: list[str] = []
        self.filled: list[str] = []
        self._move()
        self._start()
        self._ladders()
        self._amounts()
        self._leave_out()

    # --- moves ---------------------------------------------------------------------------------

    def _move(self) -> None:
        """The moves out of each state, as counts per cycle."""
        assert self.scenario.model is not None
        rows = self.node["model"].get("transition") or {}
        for origin, row in rows.items():
            if "counts" in row:
                self._count_row(origin, row)
                continue
            self._spread(row)
            for name in row:
                if isinstance(row[name], dict) and name not in SHARED:
                    path = f"model.transition.{origin}.{name}"
                    row[name] = self._moved(path, origin, name, row[name])

    def _count_row(self, origin: str, row: Node) -> None:
        """A row of counts, which are those of the reference arm."""
        told = [
            each
            for each in self.found.moves
            if each.origin == origin and each.arm == self.reference and each.first == 1
        ]
        if not told or any(each.count is None for each in told):
            self._keep(f"model.transition.{origin}")
            return
        stayed = (told[0].steps or 0) - sum(each.count or 0 for each in told)
        for each in told:
            row["counts"][each.target] = each.count
        row["counts"][origin] = stayed
        self._spread(row)
        row["source"] = self.source
        self.filled.append(f"model.transition.{origin}.counts")

    def _moved(self, path: str, origin: str, name: str, move: Node) -> Node:
        """A move with the counts in it; as it was where it cannot have them."""
        if "of" in move:
            self._doubt(Message("{path} is a ratio to another move, and stays one", path=path))
            return move
        stretches = self._stretches(path, move)
        targets = [name] if "to" not in move else [*move["to"]]
        filled = {first: self._numbers(path, targets, first) for first in sorted(stretches) or [1]}
        numbers = {first: each for first, each in filled.items() if each}
        if not numbers or (len(numbers) < len(filled) and "by" in move):
            self._keep(path)
            return move
        if not self._keeps_effects(path, {arm for each in numbers.values() for arm in each}):
            return move
        self._spread(move)
        self.filled.append(path)
        parts = {key: move[key] for key in move if key not in OF_TIME}
        parts["unit"] = f"probability/{self.found.cycle}"
        for first, key in stretches.items():
            parts[key] = (
                self._with_arms(move[key], filled[first])
                if first in numbers
                else {key: move[key] for key in ("unit", "shape") if key in move} | move[key]
            )
        if not stretches:
            parts = self._with_arms(parts, filled[1])
        if "to" in parts:
            parts["to"] = self._parted(path, parts["to"], min(numbers))
        return parts

    def _stretches(self, path: str, move: Node) -> dict[int, str]:
        """The key of each stretch by its first cycle; a key has the month that this begins with."""
        found = [(int(m[1]), key) for key in move if (m := STRETCH.fullmatch(key))]
        if not found:
            return {}
        firsts = [stretch.first for stretch in self._stated(path).stretches]
        return dict(zip(sorted(firsts), [key for _, key in sorted(found)], strict=True))

    def _stated(self, path: str) -> Move:
        """The move as the scenario has it."""
        assert self.scenario.model is not None
        return next(each for each in self.scenario.model.moves if each.path == path)

    def _numbers(self, path: str, targets: list[str], first: int) -> dict[str, Node]:
        """The number of each arm in a stretch, as far as it may be told and was seen."""
        numbers: dict[str, Node] = {}
        for arm in self.arms:
            told = [self.found.counted(path, target, arm, first) for target in targets]
            events = _sum(told)
            if events and told[0] is not None and told[0].steps:
                numbers[arm] = {"events": events, "n": told[0].steps, "source": self.source}
        return numbers if self.reference in numbers else {}

    def _parted(self, path: str, to: Node, first: int) -> Node:
        """How those who leave part: the share of each target that the file gives a number.

        Each arm has its own where the weeks tell that of every arm; else all have the reference's.
        """
        parted, gone = dict(to), dict[str, int | None]()
        counts = {
            arm: {target: self.found.counted(path, target, arm, first) for target in to}
            for arm in self.arms
        }
        for arm, told in counts.items():
            gone[arm] = _sum(list(told.values()))
        for target, share in to.items():
            if not isinstance(share, dict):
                continue
            numbers = {
                arm: {"events": each.count, "n": gone[arm], "source": self.source, "unit": "share"}
                for arm, told in counts.items()
                if gone[arm] and (each := told[target]) is not None and each.count is not None
            }
            if len(numbers) == len(self.scenario.arms):
                parted[target] = numbers
            elif self.reference in numbers:
                parted[target] = self._one(share, numbers[self.reference])
        return parted

    def _spread(self, above: Node) -> None:
        """Writes where numbers come from beside each of them, and not above them all."""
        origin = {key: above.pop(key) for key in ORIGIN if key in above}
        for name, below in above.items():
            if not isinstance(below, dict) or name in NAMED or name == "counts":
                continue
            for number in below.values() if name in ("to", "in") else [below]:
                if not isinstance(number, dict) or "number" in number:
                    continue
                number.update({key: origin[key] for key in origin if key not in number})
                if STRETCH.fullmatch(name) or not self._is_number(number):
                    self._spread(number)

    def _is_number(self, node: Node) -> bool:
        """True for what has no arms below it."""
        return not any(key in (*self.scenario.arms, ALL) or STRETCH.fullmatch(key) for key in node)

    def _one(self, stated: Node, number: Node) -> Node:
        """A number of the reference arm in the place of what is stated, by arm or for all."""
        arms = [arm for arm in self.scenario.arms if arm in stated]
        if not arms:
            return number
        return {**stated, self.reference: number}

    def _with_arms(self, stated: Node, numbers: Mapping[str, Node]) -> Node:
        """What is stated of a move, with the numbers of some arms in it."""
        arms = [arm for arm in self.scenario.arms if arm in stated]
        words = {key: stated[key] for key in stated if key in (*NAMED, "to", "unit")}
        if arms:
            others = {arm: stated[arm] for arm in arms if arm not in numbers}
            return {**words, **numbers, **others}
        if len(numbers) == len(self.scenario.arms):
            return {**words, **numbers}
        return {**words, ALL: numbers[self.reference]}

    def _keeps_effects(self, path: str, filled: set[str]) -> bool:
        """True where what is stated of arms without weeks still means the same beside counts."""
        assert self.scenario.model is not None
        for stretch in self._stated(path).stretches:
            for arm, number in stretch.arms.items():
                if arm in filled:
                    continue
                same = stretch.measure == "probability" and (
                    stretch.years == self.scenario.model.cycle_years
                )
                if number.role in (HAZARD, AS_LONG) or same:
                    continue
                self.doubts.append(
                    Message(
                        "{path} keeps the file's own numbers: the effect of {arm} is a {role} "
                        "over another time than a cycle; state it as a hazard_ratio",
                        path=path,
                        arm=arm,
                        role=number.role,
                    )
                )
                return False
        return True

    def _keep(self, path: str) -> None:
        self._doubt(Message("{path} keeps the file's own numbers: too little was seen", path=path))

    def _doubt(self, message: str) -> None:
        self.doubts.append(message)

    # --- the rest ------------------------------------------------------------------------------

    def _start(self) -> None:
        """Who starts where; the largest state gets the rest where the file names none."""
        states = self.node["model"]["state"]
        began = {name: self.found.starts.get((name, self.reference), (None, 0)) for name in states}
        if any(count is None for count, _ in began.values()) or not any(
            n for _, n in began.values()
        ):
            self._keep("model.state")
            return
        largest = max(states, key=lambda name: began[name][0] or 0)
        rest = next((n for n in states if states[n].get("start") == REST), largest)
        for name, state in states.items():
            count, n = began[name]
            if name == rest:
                state["start"] = REST
            elif count:
                number = {"events": count, "n": n, "unit": "share", "source": self.source}
                stated = state.get("start")
                state["start"] = self._one(stated, number) if isinstance(stated, dict) else number
            else:
                state.pop("start", None)
            self.filled.append(f"model.state.{name}.start")

    def _ladders(self) -> None:
        """Weeks behind at the start on each ladder."""
        for each in self.found.behind:
            if each.arm == self.reference and each.weeks is not None:
                weeks = {"mean": _rounded(each.weeks.mean), "unit": "week", "source": self.source}
                self.node["ladder"][each.ladder]["weeks_at_start"] = weeks
                self.filled.append(f"ladder.{each.ladder}.weeks_at_start")

    def _leave_out(self) -> None:
        """Takes out what is of the numbers that the file had: what was fitted, and analyses."""
        gone = [key for key in OF_OWN_NUMBERS if self.node.pop(key, None)]
        analyses = self.node.get("analyses") or {}
        for name, analysis in [*analyses.items()]:
            settings = analysis.get("set") or {}
            if any(f"{key}.".startswith(f"{path}.") for key in settings for path in self.filled):
                del analyses[name]
                gone.append(f"analyses.{name}")
        if not analyses:
            self.node.pop("analyses", None)
        if gone:
            self._doubt(
                Message(
                    "left out, since they are of numbers that the weeks replace: {paths}",
                    paths=", ".join(gone),
                )
            )

    def _amounts(self) -> None:
        """What a benefit costs a week in a state, where the codes say it."""
        for (path, state), amount in self.found.amounts.items():
            category = at_path(self.node, path)
            if state not in category["in"]:
                self.doubts.append(
                    Message(
                        "{path} is paid in {state} too, for which the model has no amount",
                        path=path,
                        state=state,
                    )
                )
                continue
            number: Node = {"mean": _rounded(amount.mean)}
            if amount.se > 1e-6 * amount.mean:  # else everybody has the same
                number["se"] = _rounded(amount.se)
            number |= {"unit": f"{self.scenario.money}/person/week", "source": self.source}
            self._spread(category)
            self.filled.append(f"{path}.in.{state}")
            stated = category["in"][state]
            category["in"][state] = (
                self._one(stated, number) if isinstance(stated, dict) else number
            )


def _sum(told: list[MoveCount | None]) -> int | None:
    """The sum of counts; None where one of them is not told."""
    counts = [each.count for each in told if each is not None]
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(told) else None


def _rounded(value: float) -> float:
    """Six significant digits, which is more than any of these numbers is known to."""
    return float(f"{value:.6g}")
