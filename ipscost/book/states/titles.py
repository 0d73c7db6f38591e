"""What the columns of the sheet of cycles are called."""

from __future__ import annotations

from typing import Any

from ipscost.book.states.clocks import LadderColumns
from ipscost.engines.plan import AmountLine, Key, TimeProfile
from ipscost.scenario.model import CYCLES, Move
from ipscost.scenario.nouns import Scenario
from ipscost.words import listing, say, typed
from ipscost.words.text import tell

WEEKS = 1 / CYCLES["week"]
"""The weeks in a year."""


class Titles:
    """The headings of the columns of a scenario in a language."""

    def __init__(self, scenario: Scenario, language: str) -> None:
        assert scenario.model is not None
        self.scenario, self.model, self.language = scenario, scenario.model, language
        self.moves = {move.path: move for move in self.model.moves}
        self.ladders: dict[Any, LadderColumns] = {}

    def say(self, key: str, **values: object) -> str:
        """Words of this sheet."""
        return say(f"book_{key}", self.language, **values)

    def of(self, section: str, key: Any) -> str:
        """The heading of a column that is made without one: see `columns.SECTIONS`."""
        name = getattr(self, f"_{section}")
        found: str = name(*key) if isinstance(key, tuple) and section != "level" else name(key)
        return found

    def state(self, name: str) -> str:
        """What a state is called."""
        return str(tell(self.model.states[name].label, self.language))

    def band(self, key: Key, label: str, part: int) -> str:
        """The heading of those in a state who are in a band, in a part of the cycle."""
        return self.say("column_band", state=self.state(key.states[0]), label=label, part=part + 1)

    def weight(self, course: TimeProfile, part: int, label: str) -> str:
        """The heading of the weights of a course; `label` tells it from others, if need be."""
        if label == "":
            return self.say(f"weight_{course.periods}")
        key = "weight_part" if course.periods == "stretches" else "weight_of"
        return self.say(key, label=label, part=part + 1)

    def counted(self, line: AmountLine, discounted: str, label: str) -> str:
        """The heading of what a line counts; `label` tells it from others of the same people."""
        key = line.key
        if key is None:
            what = self.say("counted_start")
        elif key.event == "go":
            names = {
                name: self.state(each)
                for name, each in zip(("origin", "target"), key.states, strict=True)
            }
            what = self.say("goes", **names)
        elif key.event == "ever":
            states = [self.state(each) for each in key.states]
            what = self.say("counted_ever", states=listing(states, self.language))
        else:
            what = self.state(key.states[0])
        if discounted != "cost":
            what = self.say(f"counted_{discounted or 'plain'}", what=what)
        return self.say("counted_of", what=what, label=label) if label else what

    def time(self, years: float) -> str:
        """A length of time: `a month`, or `18 months`."""
        for name, length in CYCLES.items():
            if abs(length - years) < 1e-9:
                return self.say(f"time_{name}")
        return self.say("time_months", months=typed(years * 12, self.language))

    def _factor(self, what: str, mean: str = "") -> str:
        return self.say(f"cycle_factor_{what}{mean}")

    def _left(self, _: str) -> str:
        return self.say("effect_left")

    def _level(self, path: str) -> str:
        move = base = self.moves[path]
        while base.of:
            base = self.moves[base.of]
        stretch = base.stretches[0]
        kind = "probability" if stretch.measure in ("probability", "count") else "hazard"
        years = self.time(stretch.years)
        return self.say(f"level_{kind}", label=self._label(move), time=years)

    def _label(self, move: Move) -> str:
        return str(tell(move.label, self.language))

    def _stated(self, place: tuple[str, str], years: float) -> str:
        return self.say("stated_together", state=self.state(place[0]), time=self.time(years))

    def _hazard(self, origin: Any, which: str) -> str:
        state = origin if isinstance(origin, str) else origin[0]
        return self.say("hazards_together", state=self.state(state))

    def _scale(self, origin: str, which: str) -> str:
        return self.say("before_scaling", state=self.state(origin))

    def _exit(self, origin: str, target: str) -> str:
        if origin == target:
            return self.say("stays", state=self.state(origin))
        return self.say("goes", origin=self.state(origin), target=self.state(target))

    def _people(self, name: str) -> str:
        return self.state(name)

    def _sum(self, _: str) -> str:
        return self.say("everybody")

    def _never(self, states: tuple[str, ...], name: str) -> str:
        others = listing([self.state(each) for each in states], self.language)
        return self.say("never_yet", state=self.state(name), others=others)

    def _clock(self, ladder: Any, group: str, name: str, tick: int) -> str:
        clock = self.ladders[ladder]
        size = next(each.size for each in clock.groups if each.name == group)
        weeks = typed(round(clock.years(group, tick) * WEEKS, 1), self.language)
        key = "clock_last" if tick == size - 1 else "clock"
        if len(clock.groups) > 1:
            key = f"{key}_{group}"
        return self.say(key, state=self.state(name), weeks=weeks)

    def _age(self, name: str, age: int) -> str:
        return self.say("since_entry", state=self.state(name), n=age + 1)
