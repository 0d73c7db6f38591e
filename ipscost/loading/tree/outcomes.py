"""The outcomes of a file: stated for each arm, valued in states, or what the model itself gives."""

from __future__ import annotations

from dataclasses import replace

from ipscost.directions import HIGHER, known
from ipscost.errors import Span
from ipscost.loading.amounts.arms import LEVELS, ArmReader, inherited, unit_span
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.amounts.timing import read_timing
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.keys.schema import OutcomeKeys
from ipscost.loading.keys.schema_model import COURSE_KEYS, OUTCOME_WORDS
from ipscost.loading.states.states import state_names
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.edits import SOURCE, without
from ipscost.loading.tree.rules import TIMES, RuleReader
from ipscost.loading.tree.thresholds import read_threshold
from ipscost.scenario.model import Course
from ipscost.scenario.nouns import Label, Outcome, Quantity, Timing
from ipscost.units import SHARE, Unit, parse_unit
from ipscost.words import LANGUAGES

PER_PERSON = (("person",), ("person", "month"))
COURSES = {"ever_in": ("ever", "by"), "share_in": ("at", "at"), "time_in": ("time", "")}
"""The measure of each course, and the key of its month."""


class OutcomeReader:
    """Reads outcomes; problems go to the reader's list. `rules` is None without a model."""

    def __init__(self, arms: ArmReader, rules: RuleReader | None, months: int | None) -> None:
        self.arms = arms
        self.rules = rules
        self.months = months
        self.problems = arms.problems
        self.refuse = arms.refuse

    def outcome(
        self, node: yamldoc.Node, path: str, name: str, span: Span, *, has_model: bool
    ) -> Outcome | None:
        """The outcome at `path`, or None where it is malformed."""
        if not isinstance(node, yamldoc.Mapping):
            findings.read(OutcomeKeys, node, path, self.problems)
            return None
        before = self.arms.errors()
        own, arms = self.arms.split(node, path, OutcomeKeys, ("in",) if "in" in node else ())
        keys: OutcomeKeys | None = findings.read(OutcomeKeys, own, path, self.problems)
        if keys is None:
            return None
        words = [word for word in OUTCOME_WORDS if word in node]
        if words and not has_model:
            refuse_words(self.arms, node, words, path)
            return None
        if words and self.rules is None:
            return None  # the model has been refused
        found = self._of_model(keys, node, arms, path) if words else None
        if not words:
            found = self._stated(keys, node, arms, path)
        if found is None:
            return None
        threshold = read_threshold(self.arms.reader, node, path, found.unit)
        if self.arms.errors() > before:
            return None
        label = label_of(keys.label, name)
        texts = (name, str(found.unit.head), *(label.tell(each) for each in LANGUAGES))
        better = keys.better or known(texts)
        return replace(
            found,
            label=label,
            better=better or HIGHER,
            is_better_known=better is not None,
            relative=keys.relative,
            note=text_of(keys.note),
            span=span,
            threshold=threshold,
        )

    def _stated(
        self,
        keys: OutcomeKeys,
        node: yamldoc.Mapping,
        arms: dict[str, yamldoc.Node],
        path: str,
    ) -> Outcome | None:
        """An outcome with an amount for each arm."""
        wanted = Wanted(LEVELS, True, "normal", unknown=True)
        unit = parse_unit(keys.unit) if keys.unit else None
        if unit == SHARE:
            wanted = Wanted(LEVELS, False, "beta", unknown=True)
        amounts = self.arms.stated(node, arms, path, wanted, inherited(node))
        unit = self.arms.one_unit(amounts, node)
        if unit is not None and (
            unit.money or (unit != SHARE and (unit.head == "share" or unit.per not in PER_PERSON))
        ):
            message = f"expected an outcome per person or a share, found {unit}"
            fix = "write a unit such as QALY/person"
            self.refuse(unit_span(node), "E211", path, message, fix)
        timing = read_timing(self.arms.reader, keys.timing, node, path, unit, self.months)
        if timing is None or unit is None:
            read_threshold(self.arms.reader, node, path, unit)
            return None
        return _outcome(path, unit, timing, amounts, node.span)

    def _of_model(
        self,
        keys: OutcomeKeys,
        node: yamldoc.Mapping,
        arms: dict[str, yamldoc.Node],
        path: str,
    ) -> Outcome | None:
        """An outcome valued in states, or one that the model gives by itself."""
        assert self.rules is not None
        ways = [key for key in ("in", *COURSE_KEYS) if key in node]
        if len(ways) != 1 or arms:
            found = " and ".join([*ways, *arms]) or "none"
            message = f"expected one of in, {', '.join(COURSE_KEYS)}, found {found}"
            fix = f"keep one of {', '.join([*ways, *arms])}; an amount for each arm goes without"
            self.refuse(node.span, "E271", path, message, fix)
            return None
        (way,) = ways
        if way != "in":
            return self._course(keys, node, way, path)
        for key in ("by", "at"):
            if key in node:
                message = f"{key} does not go with in"
                self.refuse(node[key].span, "E271", f"{path}.{key}", message, f"take {key} out")
                return None
        wanted = Wanted(LEVELS, True, "beta", unknown=True)
        rules = self.rules.rules(node, path, wanted, inherited(node))
        if not rules:
            return None
        unit = self.rules.unit(rules)
        if unit.money:
            message = f"expected an outcome per person and time, found {unit}"
            fix = "write a unit such as QALY/person/year"
            self.refuse(unit_span(node), "E211", path, message, fix)
            return None
        whole = Unit(unit.head, ("person",))
        timing = read_timing(
            self.arms.reader, keys.timing, node, path, whole, self.months, by_month=True
        )
        if timing is None:
            return None
        return replace(_outcome(path, whole, timing, {}, node.span), rules=rules)

    def _course(
        self, keys: OutcomeKeys, node: yamldoc.Mapping, way: str, path: str
    ) -> Outcome | None:
        """The share that has ever been in states, the share in them, or the time in them."""
        assert self.rules is not None
        measure, when = COURSES[way]
        before = self.arms.errors()
        states = state_names(self.arms, node[way], f"{path}.{way}", self.rules.model.states)
        for key in ("by", "at"):
            if (key in node) != (key == when):
                message = f"{way} needs {key}: the month, found none"
                fix = f"add {key}: 18"
                if key in node:
                    message, fix = f"{key} does not go with {way}", f"take {key} out"
                at = node.get(key) or node
                self.refuse(at.span, "E271", f"{path}.{key}", message, fix)
        unit = parse_unit(keys.unit) if keys.unit else None
        is_time = measure == "time"
        fits = unit is not None and (
            (unit.head in TIMES and unit.per == ("person",)) if is_time else unit == SHARE
        )
        if not fits:
            such = "week/person" if is_time else "share"
            message = f"expected {such} with {way}, found {unit or 'no unit'}"
            self.refuse(unit_span(node), "E211", path, message, f"write unit: {such}")
        if "timing" in node and not is_time:
            message = f"timing does not go with {way}, which is at one month"
            self.refuse(node["timing"].span, "E271", f"{path}.timing", message, "take timing out")
        if self.arms.errors() > before or unit is None:
            return None
        timing = read_timing(
            self.arms.reader,
            keys.timing,
            node,
            path,
            unit,
            self.months,
            by_month=is_time,
            beyond=is_time,
        )
        if timing is None:
            return None
        month = float((keys.by if when == "by" else keys.at) or timing.last)
        years = TIMES[str(unit.head)] if is_time else 1.0
        course = Course(measure, states, month, years)
        return replace(_outcome(path, unit, timing, {}, node.span), course=course)


def _outcome(
    path: str, unit: Unit, timing: Timing, arms: dict[str, Quantity], span: Span
) -> Outcome:
    """An outcome whose words are filled in later."""
    return Outcome(path, Label.same(""), unit, timing, arms, True, None, span)


def refuse_words(arms: ArmReader, node: yamldoc.Mapping, words: list[str], path: str) -> None:
    """Refuses words that need a model, in a scenario without one."""
    verb = "is" if len(words) == 1 else "are"
    message = f"{' and '.join(words)} {verb} about the states of a model, and this scenario has "
    message += "none"
    amounts = (f"add {arm}: {{mean: ..., {SOURCE}}}" for arm in arms.arms)
    fix = " and ".join((without(words), *amounts))
    fix += "; a scenario with model: and its states has these words"
    arms.refuse(node.keys[words[0]], "E260", f"{path}.{words[0]}", message, fix)
