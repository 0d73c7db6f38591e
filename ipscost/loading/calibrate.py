"""The section `calibrate`: unknowns and targets, checked against the numbers of the file."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, islice

from ipscost.errors import nearest
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.amounts.uncertainty import DEFAULT_LEVEL
from ipscost.loading.bounds import holds
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_calibrate import (
    SE_KEYS,
    CalibrateKeys,
    CalibrationTargetKeys,
    UnknownKeys,
)
from ipscost.loading.text.edits import interval_around, named, without
from ipscost.loading.text.variants import SET
from ipscost.loading.tree.categories import TreeReader
from ipscost.messages import Message, ands, either
from ipscost.scenario.calibration import Calibration, CalibrationTarget, Unknown
from ipscost.scenario.distributions import z_of_level, z_of_p
from ipscost.scenario.model import Model, Move, State
from ipscost.scenario.nouns import Arm, Category, Label, Number, Outcome, Quantity
from ipscost.scenario.paths import no_number
from ipscost.units import SHARE, Money, parse_unit
from ipscost.words.text import Text, say

LEVELS = ("cost", "outcome")
"""Targets that are about one arm; all others are about its difference from the reference arm."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a calibration may name: arms, numbers, paths of categories and outcomes.

    `owners` is what each number belongs to; `is_whole` is False if some could not be read.
    """

    arms: Mapping[str, Arm]
    quantities: Mapping[str, Quantity]
    owners: Mapping[str, Text]
    paths: Iterable[str]
    outcomes: Mapping[str, Outcome]
    is_whole: bool


def known(
    arms: Mapping[str, Arm],
    tree: TreeReader,
    quantities: Mapping[str, Quantity],
    shared: Iterable[Number],
    model: Model | None,
    *,
    is_whole: bool,
) -> Known:
    """Everything the calibration of a file may name; a shared number is its own owner."""
    holders: list[Category | Outcome | State | Move | Number] = [
        *tree.categories,
        *tree.read_outcomes,
    ]
    holders += [*model.states.values(), *model.moves] if model else []
    holders += shared
    return Known(
        arms=arms,
        quantities=quantities,
        owners={number.path: holder.label for holder in holders for number in holder.numbers},
        paths=tree.paths | set(tree.groups),
        outcomes={outcome.path: outcome for outcome in tree.read_outcomes},
        is_whole=is_whole,
    )


def read_calibration(
    at: Checked[CalibrateKeys] | None, known: Known, reader: Reader
) -> Calibration | None:
    """The section `calibrate`, or None if there is none or something is wrong with it.

    `reader` is the reader of the file's amounts; targets are converted to its money.
    """
    if at is None or not known.is_whole:
        return None
    before = reader.problems.errors()
    section = _Reader(known, reader)
    unknowns = {
        each.name: unknown
        for each in at.parts_of("unknown")
        if (unknown := section.unknown(each)) is not None
    }
    targets = {
        each.name: target
        for each in at.parts_of("target")
        if (target := section.target(each)) is not None
    }
    section.count(at)
    if reader.problems.errors() > before:
        return None
    return Calibration(unknowns, targets, at.key)


class _Reader:
    """Reads unknowns and targets; problems go to the reader's list."""

    def __init__(self, known: Known, reader: Reader) -> None:
        self.known = known
        self.reader = reader

    def count(self, at: Checked[CalibrateKeys]) -> None:
        """Refuses a calibration that cannot have a unique answer, whatever the numbers."""
        keys = at.keys
        unknowns, targets = len(keys.unknown), len(keys.target)
        if not unknowns:
            message, path = (
                Message("expected an unknown, found none"),
                next(iter(self.known.quantities), ""),
            )
            about = self.known.quantities[path].value if path else 0.0
            low, high = (about - abs(about) / 2 - (not about), about + abs(about) / 2 + (not about))
            at["unknown"].refuse(
                "E245",
                message,
                Message(
                    "add {path}: {{low: {low:g}, high: {high:g}}}", path=path, low=low, high=high
                ),
            )
        elif targets < unknowns:
            message = Message(
                "expected at least as many targets as unknowns, found {targets} for "
                "{unknowns}: many values would fit as well",
                targets=targets,
                unknowns=unknowns,
            )
            more = unknowns - targets
            out = list(islice(combinations(keys.unknown, more), 4))
            fix = either(without(names, "calibrate.unknown") for names in out)
            if more == 1:
                fix = Message("{fix}; 1 more target will do too", fix=fix)
            else:
                fix = Message("{fix}; {more} more targets will do too", fix=fix, more=more)
            at["target"].refuse("E245", message, fix)

    # --- unknowns ----------------------------------------------------------------------------

    def unknown(self, at: Checked[UnknownKeys]) -> Unknown | None:
        """One unknown, or None if it does not fit the number that it names."""
        keys, path = at.keys, at.name
        if path not in self.known.quantities:
            forms = {p: quantity.role for p, quantity in self.known.quantities.items()}
            message, fix = no_number(path, tuple(forms), forms)
            at.refuse_key("E241", message, fix)
            return None
        quantity = self.known.quantities[path]
        if quantity.series:
            message = Message("{path} changes by cycle, so it is more than one number", path=path)
            fix = Message(
                "{others}; one number, or the stretches from_1, from_7, can be unknown",
                others=self._other_unknown(),
            )
            at.refuse_key("E241", message, fix)
            return None
        if path.rpartition(".")[0].endswith(".counts"):
            message = Message(
                "{path} counts persons who were seen, so it is not unknown", path=path
            )
            fix = Message(
                "{others}; moves stated by a probability or a rate can be unknown",
                others=self._other_unknown(),
            )
            at.refuse_key("E241", message, fix)
            return None
        start = quantity.value if keys.start is None else keys.start
        if not holds(at, quantity, start):
            return None
        return Unknown(
            quantity=quantity,
            low=keys.low,
            high=keys.high,
            start=start,
            label=text_of(keys.label),
            owner=self.known.owners.get(path),
            note=text_of(keys.note),
            span=at.key,
        )

    def _other_unknown(self) -> str:
        """The fix for a number that cannot be fitted: it lists those that can."""
        names = [
            path
            for path, quantity in self.known.quantities.items()
            if not quantity.series and not path.rpartition(".")[0].endswith(".counts")
        ]
        return nearest("", names, 6) if names else Message("state one number")

    # --- targets -----------------------------------------------------------------------------

    def target(self, at: Checked[CalibrationTargetKeys]) -> CalibrationTarget | None:
        """One target, or None if something about it is wrong."""
        before, keys = len(at.problems), at.keys
        errors = at.problems.errors()
        what = self._what(at)
        if len(at.problems) == before:
            self._after(at, what)
        factor = self._factor(at, what)
        se, way = self._se(at, what)
        source, place, sure, assumption = self.reader.link(at)
        if source is not None and _is_of_another_file(at):
            message = Message(
                "the source in {file} is of the value there", file=at["source"].span.file
            )
            fix = Message("add source: ..., or add assumption: ...")
            at.refuse("E207", message, fix, at["value"].span)
        if at.problems.errors() > errors:
            return None
        return CalibrationTarget(
            name=at.name,
            label=text_of(keys.label),
            what=what,
            path=keys.path,
            arm=keys.arm,
            value=keys.value,
            se=se,
            unit=keys.unit or "",
            factor=factor,
            way=way,
            source=source,
            place=place,
            sure=sure,
            assumption=assumption,
            note=text_of(keys.note),
            span=at["value"].span,
            after=keys.after or "",
        )

    def _after(self, at: Checked[CalibrationTargetKeys], what: str) -> None:
        """Refuses `after` for a target that is not a share, or not a share of the same people."""
        keys = at.keys
        if keys.after is None:
            return
        shares = [path for path, outcome in self.known.outcomes.items() if outcome.unit == SHARE]
        others = [path for path in shares if path != keys.path]
        if what != "outcome" or keys.path not in shares:
            message = Message(
                "after is for a share that people reach, found {what} of {path}",
                what=what,
                path=keys.path,
            )
            fix: str = (
                Message("write path: {others}", others=others[0])
                if others
                else Message("take after out")
            )
            at["after"].refuse("E244", message, fix)
        elif keys.after not in others:
            message = Message(
                "expected another outcome that is a share, found {after}", after=keys.after
            )
            fix = nearest(keys.after, others) if others else Message("take after out")
            at["after"].refuse("E244", message, fix)

    def _what(self, at: Checked[CalibrationTargetKeys]) -> str:
        """The kind of target, checked against its arm and path; reports one problem at most."""
        keys = at.keys
        is_outcome = keys.path.startswith("outcome.")
        what = keys.what or ("outcome" if is_outcome else "")
        known = ("cost", *sorted(self.known.paths))
        arm = self.known.arms.get(keys.arm)
        if keys.path not in known:
            at["path"].refuse(
                "E244", Message("unknown path {path}", path=keys.path), nearest(keys.path, known)
            )
        elif arm is None:
            fix = named(keys.arm, self.known.arms)
            at["arm"].refuse("E244", Message("unknown arm {arm}", arm=keys.arm), fix)
        elif not what:
            message = Message(
                "expected the key what beside the path {path}, found none", path=keys.path
            )
            at.refuse("E244", message, Message("add what: difference (or saving, cost, relative)"))
        elif what in (("saving", "cost") if is_outcome else ("outcome",)):
            message = Message("{what} does not go with the path {path}", what=what, path=keys.path)
            fix = (
                Message("write outcome")
                if is_outcome
                else Message("use one of: saving, cost, difference")
            )
            at["what"].refuse("E244", message, fix)
        elif arm.reference and what not in LEVELS:
            message = Message(
                "a {what} is against the reference, so it cannot be of {arm} itself",
                what=what,
                arm=keys.arm,
            )
            others = ", ".join(name for name in self.known.arms if name != keys.arm)
            at["arm"].refuse("E244", message, Message("use one of: {others}", others=others))
        return what

    def _factor(self, at: Checked[CalibrationTargetKeys], what: str) -> float:
        """The factor from the stated unit to the reported money, or to the outcome's unit."""
        keys = at.keys
        if what in ("relative", "") or keys.path not in ("cost", *self.known.paths):
            return 1.0
        outcome = self.known.outcomes.get(keys.path)
        if outcome is not None:
            if keys.unit is not None and keys.unit != str(outcome.unit):
                message = Message(
                    "expected {unit}, the unit of {path}, found {given}",
                    unit=outcome.unit,
                    path=keys.path,
                    given=keys.unit,
                )
                at["unit"].refuse("E244", message, Message("write unit: {unit}", unit=outcome.unit))
            return 1.0
        money = self.reader.money
        if money is None or keys.path.startswith("outcome."):
            return 1.0
        if keys.unit is None:
            at.refuse(
                "E244",
                Message("money needs a unit, found none"),
                Message("add unit: {money}", money=money),
            )
            return 1.0
        here, stated = at["unit"], _money(keys.unit, money)
        if stated is None:
            message = Message("expected money, or money per person, found {unit}", unit=keys.unit)
            here.refuse("E244", message, Message("write {meant}", meant=money))
            return 1.0
        conversion = self.reader.convert(here, stated, here.span)
        return conversion.factor if conversion else 1.0

    def _se(self, at: Checked[CalibrationTargetKeys], what: str) -> tuple[float, Text]:
        """The standard error of the value and how it was stated; 1 if it is malformed."""
        keys = at.keys
        stated = [key for key in SE_KEYS if key in at]
        nothing = Label.same("")
        if len(stated) != 1 or ("level" in at and "interval" not in at):
            given = ands([*stated, *(["level"] if "level" in at else [])]) or Message("none")
            message = Message(
                "expected the uncertainty of the target by one of se, interval, p or n, found "
                "{given}: it says how much the target weighs",
                given=given,
            )
            fix = Message(
                "keep one of {stated}; level belongs to interval", stated=", ".join(stated)
            )
            if not stated:
                fix = Message("add se: ... (the standard error); for a share n: (persons) will do")
            elif len(stated) == 1:
                fix = Message("take level out; it belongs to interval")
            at.refuse("E243", message, fix)
            return 1.0, nothing
        here, value = at[stated[0]], keys.value
        if keys.se is not None:
            return keys.se, say("way_se", se=keys.se)
        if keys.interval is not None:
            low, high = keys.interval
            level = keys.level or DEFAULT_LEVEL
            if not low <= value <= high or low == high:
                message = Message(
                    "expected an interval around {value:g}, found {low:g} to {high:g}",
                    value=value,
                    low=low,
                    high=high,
                )
                here.refuse("E243", message, interval_around(value, here.node, "interval"))
                return 1.0, nothing
            said = say("way_interval", level=100 * level, low=low, high=high)
            return (high - low) / (2 * z_of_level(level)), said
        if keys.p is not None:
            if what in LEVELS or value == 0:
                message = Message("a p-value gives the standard error of a difference other than 0")
                here.refuse("E243", message, Message("take p out and add se: ..."))
                return 1.0, nothing
            return abs(value) / z_of_p(keys.p), say("way_p", p=keys.p)
        assert keys.n is not None
        outcome = self.known.outcomes.get(keys.path)
        is_share = what == "outcome" and outcome is not None and outcome.unit == SHARE
        if not is_share or not 0 < value < 1:
            given = f"{value:g}"
            if not is_share:
                given = Message("a {what}", what=what) if what else Message("a number")
            message = Message(
                "n gives the standard error of a share between 0 and 1, found {given}", given=given
            )
            here.refuse("E243", message, Message("take n out and add se: ..."))
            return 1.0, nothing
        return math.sqrt(value * (1 - value) / keys.n), say("way_n", n=keys.n)


def _is_of_another_file(at: Cursor) -> bool:
    """True if a variant states a value alone, which would inherit another value's source."""
    files = {at[key].span.file for key in ("value", "source")} - {SET}
    return len(files) > 1


def _money(text: str, stated: Money) -> Money | None:
    """The money of a target's unit, or None if it is not money per person."""
    if re.fullmatch(r"[A-Z]{3}", text):
        return Money(text, stated.year)
    unit = parse_unit(text)
    return unit.money if unit.per in ((), ("person",)) else None
