"""The outcomes of a file: stated for each arm, valued in states, or given by the model itself."""

from __future__ import annotations

from dataclasses import replace

from ipscost.directions import HIGHER, known
from ipscost.loading.amounts.arms import LEVELS, ArmReader, inherited, unit_span
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.amounts.timing import read_timing
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema import OutcomeKeys
from ipscost.loading.keys.schema_model import COURSE_KEYS, OUTCOME_WORDS
from ipscost.loading.states.states import state_names
from ipscost.loading.text.edits import SOURCE, without
from ipscost.loading.tree.rules import TIMES, RuleReader
from ipscost.loading.tree.thresholds import read_threshold
from ipscost.messages import Message, ands
from ipscost.scenario.model import StateOutcome
from ipscost.scenario.nouns import Label, Outcome, Quantity, Timing
from ipscost.units import SHARE, Unit, parse_unit
from ipscost.words import LANGUAGES

PER_PERSON = (("person",), ("person", "month"))
COURSES = {"ever_in": ("ever", "by"), "share_in": ("at", "at"), "time_in": ("time", "")}
"""The measure of each course, and the key that gives its month."""


class OutcomeReader:
    """Reads outcomes; problems go to the reader's list. `rules` is None without a model."""

    def __init__(self, arms: ArmReader, rules: RuleReader | None, months: int | None) -> None:
        self.arms = arms
        self.rules = rules
        self.months = months

    def outcome(self, at: Cursor, *, has_model: bool) -> Outcome | None:
        """One outcome, or None if it is malformed."""
        if not at.is_mapping:
            at.read(OutcomeKeys)
            return None
        before = self.arms.errors()
        arms = self.arms.split(at, OutcomeKeys, ("in",) if "in" in at else ())
        read = at.read_some(OutcomeKeys)
        if read is None:
            return None
        words = [word for word in OUTCOME_WORDS if word in at]
        if words and not has_model:
            refuse_words(self.arms, at, words)
            return None
        if words and self.rules is None:
            return None  # the model has already been refused
        stated = self._of_model(read, arms) if words else self._stated(read, arms)
        if stated is None:
            return None
        threshold = read_threshold(self.arms.reader, at, stated.unit)
        if self.arms.errors() > before:
            return None
        keys, label = read.keys, label_of(read.keys.label, at.name)
        texts = (at.name, str(stated.unit.head), *(label.tell(each) for each in LANGUAGES))
        better = keys.better or known(texts)
        return replace(
            stated,
            label=label,
            better=better or HIGHER,
            is_better_known=better is not None,
            relative=keys.relative,
            note=text_of(keys.note),
            span=at.key,
            threshold=threshold,
        )

    def _stated(self, at: Checked[OutcomeKeys], arms: dict[str, Cursor]) -> Outcome | None:
        """An outcome with an amount for each arm."""
        wanted = Wanted(LEVELS, True, "normal", unknown=True)
        unit = parse_unit(at.keys.unit) if at.keys.unit else None
        if unit == SHARE:
            wanted = Wanted(LEVELS, False, "beta", unknown=True)
        amounts = self.arms.stated(at, arms, wanted, inherited(at))
        unit = self.arms.one_unit(amounts, at)
        if unit is not None and (
            unit.money or (unit != SHARE and (unit.head == "share" or unit.per not in PER_PERSON))
        ):
            message = Message("expected an outcome per person or a share, found {unit}", unit=unit)
            at.refuse("E211", message, Message("write a unit such as QALY/person"), unit_span(at))
        timing = read_timing(at, unit, self.months)
        if timing is None or unit is None:
            read_threshold(self.arms.reader, at, unit)
            return None
        return _outcome(at, unit, timing, amounts)

    def _of_model(self, at: Checked[OutcomeKeys], arms: dict[str, Cursor]) -> Outcome | None:
        """An outcome valued in states, or one that the model gives by itself."""
        assert self.rules is not None
        ways = [key for key in ("in", *COURSE_KEYS) if key in at]
        if len(ways) != 1 or arms:
            given = ands([*ways, *arms]) or Message("none")
            message = Message(
                "expected one of in, {others}, found {given}",
                others=", ".join(COURSE_KEYS),
                given=given,
            )
            fix = Message(
                "keep one of {given}; an amount for each arm goes without",
                given=", ".join([*ways, *arms]),
            )
            at.refuse("E271", message, fix)
            return None
        (way,) = ways
        if way != "in":
            return self._course(at, way)
        for key in ("by", "at"):
            if key in at:
                at[key].refuse(
                    "E271",
                    Message("{key} does not go with in", key=key),
                    Message("take {key} out", key=key),
                )
                return None
        wanted = Wanted(LEVELS, True, "beta", unknown=True)
        rules = self.rules.rules(at, wanted, inherited(at))
        if not rules:
            return None
        unit = self.rules.unit(rules)
        if unit.money:
            message = Message("expected an outcome per person and time, found {unit}", unit=unit)
            at.refuse(
                "E211", message, Message("write a unit such as QALY/person/year"), unit_span(at)
            )
            return None
        whole = Unit(unit.head, ("person",))
        timing = read_timing(at, whole, self.months, by_month=True)
        if timing is None:
            return None
        return replace(_outcome(at, whole, timing, {}), rules=rules)

    def _course(self, at: Checked[OutcomeKeys], way: str) -> Outcome | None:
        """The share that has ever been in states, the share in them, or the time in them."""
        assert self.rules is not None
        measure, when = COURSES[way]
        before, keys = self.arms.errors(), at.keys
        states = state_names(at[way], self.rules.model.states)
        for key in ("by", "at"):
            if (key in at) != (key == when):
                message = Message("{way} needs {key}: the month, found none", way=way, key=key)
                fix = Message("add {key}: 18", key=key)
                if key in at:
                    message, fix = (
                        Message("{key} does not go with {way}", key=key, way=way),
                        Message("take {key} out", key=key),
                    )
                at.locate(key).refuse("E271", message, fix)
        unit = parse_unit(keys.unit) if keys.unit else None
        is_time = measure == "time"
        fits = unit is not None and (
            (unit.head in TIMES and unit.per == ("person",)) if is_time else unit == SHARE
        )
        if not fits:
            such = "week/person" if is_time else "share"
            message = Message(
                "expected {such} with {way}, found {unit}",
                such=such,
                way=way,
                unit=unit or Message("no unit"),
            )
            at.refuse("E211", message, Message("write unit: {unit}", unit=such), unit_span(at))
        if "timing" in at and not is_time:
            message = Message("timing does not go with {way}, which is at one month", way=way)
            at["timing"].refuse("E271", message, Message("take timing out"))
        if self.arms.errors() > before or unit is None:
            return None
        timing = read_timing(at, unit, self.months, by_month=is_time, beyond=is_time)
        if timing is None:
            return None
        month = float((keys.by if when == "by" else keys.at) or timing.last)
        years = TIMES[str(unit.head)] if is_time else 1.0
        course = StateOutcome(measure, states, month, years)
        return replace(_outcome(at, unit, timing, {}), course=course)


def _outcome(at: Cursor, unit: Unit, timing: Timing, arms: dict[str, Quantity]) -> Outcome:
    """An outcome whose label and note are filled in later."""
    return Outcome(at.path, Label.same(""), unit, timing, arms, True, None, at.span)


def refuse_words(arms: ArmReader, at: Cursor, words: list[str]) -> None:
    """Refuses keys that need a model, in a scenario without one."""
    message = Message(
        "{words} are about the states of a model, and this scenario has none", words=ands(words)
    )
    if len(words) == 1:
        message = Message(
            "{word} is about the states of a model, and this scenario has none", word=words[0]
        )
    amounts = (
        Message("add {arm}: {{mean: ..., {source}}}", arm=arm, source=SOURCE) for arm in arms.arms
    )
    fix = ands((without(words), *amounts))
    fix = Message("{fix}; a scenario with model: and its states has these words", fix=fix)
    at[words[0]].refuse_key("E260", message, fix)
