"""Which columns of individual data hold what: the section `data`, checked against the scenario.

The numbers that data will fill are taken as not known while the file is read, so that it is read,
and told of, like any other scenario.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ipscost.errors import Span, nearest
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_data import DataCostKeys, DataKeys, DataOutcomeKeys
from ipscost.loading.keys.schema_model import COST_WORDS, OUTCOME_WORDS
from ipscost.loading.rollout.around import Around
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import named
from ipscost.messages import Message
from ipscost.scenario.data_plan import (
    ITSELF,
    MISSING,
    RANDOM,
    SECTION,
    WEIGHTS,
    CostColumns,
    DataPlan,
    OutcomeColumns,
    WeekColumns,
)
from ipscost.scenario.nouns import Category, Outcome
from ipscost.scenario.paths import is_within
from ipscost.units import SHARE, UNKNOWN, Unit, parse_unit

COLUMN, ALL = "column", "all"
"""The keys of `arm` that are no arms: its column, and the one arm that all are in."""
A_PERSON = ("person",)
OTHER_WAYS = ("price", "use", "dated", "of", "rate", *COST_WORDS, *OUTCOME_WORDS)
"""Keys by which an amount is stated otherwise than by arm."""


def with_unknowns(root: yamldoc.Mapping) -> yamldoc.Mapping:
    """The tree in which what data will fill is not known, whatever stands there.

    So is what is stated of no arm, though no column is named: other data may fill it.
    """
    section = root.get(SECTION)
    if not isinstance(section, yamldoc.Mapping):
        return root
    arms, declared = _covered(root, section), root.get("arm")
    every = tuple(declared) if isinstance(declared, yamldoc.Mapping) else ()
    entries = dict(root.entries)
    for part in ("cost", "outcome"):
        tree, columns = entries.get(part), section.get(part)
        if not isinstance(tree, yamldoc.Mapping):
            continue
        tree = _with_bare(tree, part, every, dict.fromkeys(arms, section.span))
        for path in columns if isinstance(columns, yamldoc.Mapping) else ():
            at = path.removeprefix(f"{part}.").split(".")
            span = columns.keys[path] if isinstance(columns, yamldoc.Mapping) else section.span
            tree = _filled(tree, at, dict.fromkeys(arms, span))
        entries[part] = tree
    return replace(root, entries=entries)


def _with_bare(
    tree: yamldoc.Mapping, part: str, arms: Sequence[str], unknown: Mapping[str, Span]
) -> yamldoc.Mapping:
    """The tree in which what is stated of no arm, in no way, is not known."""
    entries = dict(tree.entries)
    for name, child in tree.entries.items():
        if not isinstance(child, yamldoc.Mapping):
            continue
        if part == "cost" and "kind" not in child:
            entries[name] = _with_bare(child, part, arms, unknown)
        elif not any(key in child for key in (*arms, *OTHER_WAYS)):
            entries[name] = _of(child, unknown)
    return replace(tree, entries=entries)


def _covered(root: yamldoc.Mapping, section: yamldoc.Mapping) -> tuple[str, ...]:
    """The arms that data cover, as far as the sections can be read."""
    declared, stated = root.get("arm"), section.get("arm")
    arms = tuple(declared) if isinstance(declared, yamldoc.Mapping) else ()
    if isinstance(stated, yamldoc.Scalar):
        return arms
    if not isinstance(stated, yamldoc.Mapping):
        return ()
    everybody = stated.get(ALL)
    if isinstance(everybody, yamldoc.Scalar) and COLUMN not in stated:
        return (everybody.text,) if everybody.text in arms else ()
    coded = tuple(arm for arm in arms if arm in stated)
    return coded or arms


def _filled(
    node: yamldoc.Mapping, parts: list[str], unknown: Mapping[str, Span]
) -> yamldoc.Mapping:
    """The mapping in which the arms of what `parts` lead to are not known."""
    here = node.get(parts[0]) if parts else None
    if not isinstance(here, yamldoc.Mapping):
        return node
    is_group = any(
        isinstance(each, yamldoc.Mapping) and "kind" in each for each in here.entries.values()
    )
    if len(parts) == 1 and (is_group or any(key in here for key in OTHER_WAYS)):
        return node  # which is refused later
    below = _filled(here, parts[1:], unknown) if len(parts) > 1 else _of(here, unknown)
    return replace(node, entries={**node.entries, parts[0]: below})


def _of(node: yamldoc.Mapping, unknown: Mapping[str, Span]) -> yamldoc.Mapping:
    """A category or an outcome with these arms not known."""
    numbers = {arm: yamldoc.Scalar(UNKNOWN, span) for arm, span in unknown.items()}
    return replace(node, entries={**node.entries, **numbers}, keys={**node.keys, **unknown})


def read_data_plan(
    at: Checked[DataKeys] | None, reader: Reader, around: Around, left_out: Mapping[str, object]
) -> DataPlan | None:
    """What the section states, or None where there is none or something is wrong with it."""
    if at is None:
        return None
    before, reading = at.problems.errors(), _PlanReading(reader, around, left_out)
    codes, out = reading.codes(at)
    costs = [reading.cost(each) for each in at.parts_of("cost")]
    outcomes = [reading.outcome(each) for each in at.parts_of("outcome")]
    _check_before(at, [*costs, *outcomes])
    weights, weeks = _weights(at), _weeks(at)
    keys = at.keys
    if at.problems.errors() > before:
        return None
    return DataPlan(
        person=keys.person,
        arm=keys.arm.get(COLUMN),
        codes=codes,
        left_out=out,
        assigned=keys.assigned,
        weights=weights,
        balance=tuple(keys.balance),
        baseline=tuple(keys.baseline),
        site=keys.site,
        costs=tuple(each for each in costs if each is not None),
        outcomes=tuple(each for each in outcomes if each is not None),
        followed=keys.followed.months if keys.followed else None,
        until=keys.followed.until if keys.followed else None,
        missing=MISSING if keys.missing is None else tuple(dict.fromkeys(("", *keys.missing))),
        decimal=keys.decimal or "",
        span=at.key,
        places=_places(at),
        weeks=weeks,
    )


def _check_before(
    at: Checked[DataKeys], parts: Sequence[CostColumns | OutcomeColumns | None]
) -> None:
    """Refuses covariates that were measured afterwards: what a cost or an outcome is made of."""
    after: set[str] = set()
    for each in parts:
        if each is not None:  # of utilities the first is that of month 0
            is_utility = isinstance(each, OutcomeColumns) and each.months
            after |= {*each.columns[1:]} if is_utility else {*each.columns}
    keys = ("baseline", "balance")
    here = [at[key] for key in keys if key in at]
    below = [at[part][name] for part in ("cost", "outcome") if part in at for name in at[part]]
    here += [part["baseline"] for part in below if "baseline" in part]
    for column in (column for each in here for column in (each, *each.items())):
        if column.text in after:
            message = Message(
                "{name} is measured afterwards, so it says nothing of what was before",
                name=column.text,
            )
            column.refuse("E351", message, Message("take {key} out", key=column.text))


def _weeks(at: Checked[DataKeys]) -> WeekColumns | None:
    """From when register weeks count; refuses them where persons have no number to be found by."""
    keys = at.keys.weeks
    if keys is None:
        return None
    if at.keys.person is None:
        message = Message("weeks are found by the number of a person, and data names no person")
        fix = Message("add person: ... to data, the heading of the column of its number")
        at["weeks"].refuse_key("E351", message, fix)
    named = {"person": keys.person, "week": keys.week, "code": keys.code}
    headings = {name: heading for name, heading in named.items() if heading is not None}
    return WeekColumns(keys.start, keys.behind, headings, at["weeks"].key)


def _places(at: Cursor) -> dict[str, Span]:
    """Where each column is named: by the text of every single value below the section."""
    found: dict[str, Span] = {}

    def look(here: Cursor) -> None:
        if here.is_scalar:
            found.setdefault(here.text, here.span)
        for each in (*(here[key] for key in here), *here.items()):
            look(each)

    for key in ("person", "arm", "site", "baseline", "balance", "cost", "outcome", "followed"):
        if key in at:
            look(at[key])
    return found


def _weights(at: Checked[DataKeys]) -> str:
    """How persons are weighted; refuses weights where chance decided who got what."""
    weights, assigned = at.keys.weights, at.keys.assigned
    if assigned == ITSELF or ALL in at.keys.arm:
        return weights or WEIGHTS[-1]
    if assigned != RANDOM:
        chosen = weights or WEIGHTS[0]
        if chosen != WEIGHTS[-1] and not (at.keys.balance or at.keys.baseline):
            message = Message("weights need covariates in which the arms may differ, found none")
            fix = Message("add baseline: [...], or add weights: {none}", none=WEIGHTS[-1])
            at.refuse_key("E351", message, fix)
        return chosen
    if weights not in (None, WEIGHTS[-1]):
        message = Message("where chance decided who got what, nothing needs weights")
        at["weights"].refuse_key(
            "E351", message, Message("take weights out, or write assigned: observed")
        )
    return WEIGHTS[-1]


class _PlanReading:
    """Reads what columns are of with the reader of the scenario."""

    def __init__(self, reader: Reader, around: Around, left_out: Mapping[str, object]) -> None:
        self.reader, self.around, self.left_out = reader, around, left_out
        self.categories: dict[str, Category] = {each.path: each for each in around.categories}
        self.outcomes: dict[str, Outcome] = {each.path: each for each in around.outcomes}

    # --- arms ----------------------------------------------------------------------------------

    def codes(self, at: Checked[DataKeys]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
        """What stands in the column of arms for each arm, and for those that are left out."""
        here, stated = at["arm"], at.keys.arm
        arms = self.around.arms
        unknown = [key for key in stated if key not in (COLUMN, ALL, *arms)]
        for key in unknown:
            message = Message("unknown arm {arm}", arm=key)
            here[key].refuse_key("E202", message, named(key, arms))
        if ALL in stated:
            return self._all(here, stated[ALL], len(stated))
        if COLUMN not in stated:
            message = Message("expected the column of the arm, found none")
            here.refuse("E351", message, Message("add column: ... (its heading in the data)"))
            return {}, ()
        if unknown:
            return {}, ()
        coded: dict[str, tuple[str, ...]]
        coded = {arm: (stated[arm],) for arm in arms if arm in stated}
        if not coded:
            coded = {arm: self._names(arm) for arm in arms}
        seen: dict[str, str] = {}
        for arm, (first, *_) in coded.items():
            if first in seen:
                message = Message(
                    "{first} stands for two arms, {arm} and {other}",
                    first=first,
                    arm=seen[first],
                    other=arm,
                )
                free = next(str(n) for n in range(len(coded) + 1) if str(n) not in stated.values())
                here[arm].refuse(
                    "E351", message, Message("write a value such as {free}", free=free)
                )
            seen[first] = arm
        kept = {arm: code for arm, code in coded.items() if arm not in self.left_out}
        out = tuple(text for arm, code in coded.items() if arm not in kept for text in code)
        return kept, out

    def _all(
        self, here: Cursor, arm: str, keys: int
    ) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
        """The one arm that all persons are in."""
        if arm not in self.around.arms:
            message = Message("unknown arm {arm}", arm=arm)
            here[ALL].refuse("E202", message, named(arm, self.around.arms))
        elif keys > 1:
            message = Message("expected all, or the column of the arm, found both")
            here[ALL].refuse_key("E351", message, Message("take {key} out", key=ALL))
        return {arm: ()}, ()

    def _names(self, arm: str) -> tuple[str, ...]:
        """What an arm is called: its name, and its label in each language."""
        label = self.around.arms[arm].label
        texts = (arm, *(label.tell(language) for language in ("en", "da")))
        return tuple(dict.fromkeys(texts))

    # --- costs and outcomes --------------------------------------------------------------------

    def cost(self, at: Checked[DataCostKeys]) -> CostColumns | None:
        """The columns of a category; None if something is wrong with them."""
        path = f"cost.{at.name.removeprefix('cost.')}"
        category = self.categories.get(path)
        parts = [each for each in self.categories.values() if is_within(each.path, path)]
        is_divided = any(each.band is not None or each.in_force is not None for each in parts)
        if category is None and not is_divided:
            self._unknown(at, path, Message("no cost category is called {name}", name=at.name))
            return None
        if category is None or is_divided or not category.arms or category.price is not None:
            message = Message(
                "data have the cost of each person, and {name} is stated by price and use, by "
                "state or by date",
                name=at.name,
            )
            fix = Message("take {key} out", key=at.name)
            at.refuse_key("E351", message, fix)
            return None
        factor, months = self._factor(at, category), tuple(at.keys.months or ())
        sign = -1.0 if at.keys.gain else 1.0
        horizon = self.around.months
        if months and (len(months) != len(at.keys.columns) or list(months) != sorted({*months})):
            message = Message(
                "expected a rising month for each of {n} columns", n=len(at.keys.columns)
            )
            at["months"].refuse(
                "E351",
                message,
                Message("take months out (or give each column a month, in rising order)"),
            )
        elif months and horizon is not None and months[-1] > horizon:
            message = Message(
                "month {month:g} is beyond the horizon of {horizon} months",
                month=months[-1],
                horizon=horizon,
            )
            at["months"].refuse(
                "E351",
                message,
                Message("take months out (or give months up to {horizon})", horizon=horizon),
            )
        if factor is None:
            return None
        keys = at.keys
        return CostColumns(
            path, tuple(keys.columns), tuple(keys.baseline), months, sign * factor, at.key
        )

    def _factor(self, at: Checked[DataCostKeys], category: Category) -> float | None:
        """From the unit of the columns to the reported money; None, with a problem, without one."""
        stated = next(iter(category.arms.values())).unit
        unit = parse_unit(at.keys.unit) if at.keys.unit else stated
        place = at.get("unit") or at
        money = self.reader.money
        if unit.money is None or unit.per not in ((), A_PERSON):
            wanted = Unit(unit.money or money or UNKNOWN, A_PERSON)
            message = Message(
                "expected money per person over all that was followed, found {unit}", unit=unit
            )
            fix = Message("write {meant}", meant=wanted)
            if "unit" not in at:
                fix = Message("add unit: {unit}", unit=wanted)
            place.refuse("E351", message, fix)
            return None
        conversion = self.reader.convert(place, unit.money, place.span)
        return conversion.factor if conversion else 1.0

    def outcome(self, at: Checked[DataOutcomeKeys]) -> OutcomeColumns | None:
        """The columns of an outcome; None if something is wrong with them."""
        path = f"outcome.{at.name.removeprefix('outcome.')}"
        outcome, keys = self.outcomes.get(path), at.keys
        if outcome is None:
            self._unknown(at, path, Message("unknown outcome {name}", name=at.name))
            return None
        if outcome.unit.monthly:
            message = Message(
                "expected an outcome over all that was followed, found {unit}", unit=outcome.unit
            )
            fix = Message("take {key} out, or state the outcome per person", key=at.name)
            at.refuse_key("E351", message, fix)
            return None
        if not outcome.arms or outcome.rules or outcome.course is not None:
            message = Message("{name} comes from the states of the model", name=at.name)
            at.refuse_key("E351", message, Message("take {key} out", key=at.name))
            return None
        if (keys.column is None) == (keys.utility is None):
            message = Message("expected one of column and utility")
            fix = Message("take utility out, or take column out")
            if keys.column is None:
                fix = Message("add column: ... (its heading in the data)")
            at.refuse_key("E351", message, fix)
            return None
        baseline = tuple(keys.baseline)
        if keys.utility is None:
            assert keys.column is not None
            is_share = outcome.unit == SHARE
            return OutcomeColumns(path, (keys.column,), baseline, (), is_share, at.key)
        by_month = sorted((float(month), column) for month, column in keys.utility.items())
        months = tuple(month for month, _ in by_month)
        end = float(self.around.months) if self.around.months is not None else months[-1]
        if len(months) < 2 or len({*months}) < len(months) or months[0] != 0 or months[-1] != end:
            message = Message(
                "expected utilities from month 0 to month {end:g}, found {months}",
                end=end,
                months=", ".join(f"{month:g}" for month in months),
            )
            fix = Message("write {{0: COLUMN, {end:g}: COLUMN}} (with those between)", end=end)
            at["utility"].refuse("E351", message, fix)
            return None
        columns = tuple(column for _, column in by_month)
        return OutcomeColumns(path, columns, baseline or columns[:1], months, False, at.key)

    def _unknown(self, at: Cursor, path: str, message: str) -> None:
        """Refuses the name of what the scenario does not have, unless it could not be read."""
        part = path.partition(".")[0]
        known = self.categories if part == "cost" else self.outcomes
        if not self.around.is_whole:
            return
        below = [each for each in known if is_within(each, path)]
        names = [each.removeprefix(f"{part}.") for each in below or known]
        fix = nearest(at.name, names) if names else Message("take {key} out", key=at.name)
        at.refuse_key("E350", message, fix)
