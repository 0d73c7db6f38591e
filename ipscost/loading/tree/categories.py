"""The tree of costs and the outcomes of a file, as categories, groups and outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ipscost.errors import Span, closest, nearest
from ipscost.known import part_of
from ipscost.loading.amounts.arms import ArmReader, states_amount
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.amounts.timing import read_timing
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema import CostKeys, GroupKeys
from ipscost.loading.keys.schema_amounts import PART_OF
from ipscost.loading.keys.schema_model import COST_WORDS
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.dated import DATED
from ipscost.loading.text.edits import SOURCE
from ipscost.loading.tree.accounts import payer_shares, read_receivers
from ipscost.loading.tree.dates import IN_FORCE, by_period, labelled, stated_period, versions
from ipscost.loading.tree.outcomes import OutcomeReader, refuse_words
from ipscost.loading.tree.rules import RuleReader
from ipscost.loading.tree.scope import Scope
from ipscost.loading.tree.stated import StatedReader
from ipscost.messages import Message, either
from ipscost.scenario.in_force import ALWAYS, InForce
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category, Group, Outcome, Payer, Quantity
from ipscost.scenario.paths import is_within
from ipscost.words.text import say

LEAF_MARKS = (
    *("kind", "payer", "unit", "price", "use", "timing", "source", "dated", "in_force"),
    *COST_WORDS,
)
PLACED = ("kind", "payer", "receiver", "timing", "ladder", "of")


class TreeReader:
    """Reads the cost tree and the outcomes; problems go to the reader's list."""

    def __init__(
        self,
        by_arm: ArmReader,
        payers: Mapping[str, Payer] | None,
        scope: Scope,
    ) -> None:
        self.reader = by_arm.reader
        self.problems = by_arm.problems
        self.refuse = by_arm.refuse
        self.arms = by_arm.arms
        self.by_arm = by_arm
        self.scope = scope
        self.rules = RuleReader(self.by_arm, scope.model) if scope.model else None
        self.stated = StatedReader(self.by_arm, self.rules, has_model=scope.has_model)
        self.payers = payers
        self.months = scope.months
        self.groups: dict[str, Group] = {}
        self.categories: list[Category] = []
        self.read_outcomes: list[Outcome] = []
        self.paths: set[str] = set()
        self.ladders: set[str] = set()
        self.dated: list[Cursor] = []

    def numbers(self) -> list[Quantity]:
        """Every number, in file order."""
        holders: list[Category | Outcome] = [*self.categories, *self.read_outcomes]
        return [number for holder in holders for number in holder.numbers]

    # --- costs -------------------------------------------------------------------------------

    def costs(self, at: Cursor) -> None:
        """Every category below `cost:`."""
        before = len(self.problems)
        self._children(at)
        if not self.paths and len(self.problems) == before:
            fix = Message("add programme: {example} to cost", example=self._example())
            at.refuse("E220", Message("expected a cost category, found none"), fix)

    def _children(self, at: Cursor, skip: tuple[str, ...] = ()) -> None:
        for name in at:
            here = at[name]
            if name in skip or not self._well_named(here):
                continue
            if not here.is_mapping:
                message = Message(
                    "expected a category or a group of categories, found {shape}", shape=here.shape
                )
                fix = Message("write {meant}", meant=self._example())
                if name in findings.field_names(CostKeys):
                    fix = Message(
                        "take {name} out; it belongs into a category, not into a group", name=name
                    )
                here.refuse("E103", message, fix)
            elif (word := _reserved(here)) is not None:
                message = Message(
                    "expected a category's own name, found '{word}', a word of the format",
                    word=word,
                )
                here[word].refuse_key(
                    "E106", message, Message("write for example {word}_cost", word=word)
                )
            elif (near := self._misspelt(at, name)) is not None:
                message = Message("unknown category {name}, which states amounts alone", name=name)
                fix = Message("add kind: ... and add payer: ... and add unit: ...")
                if at[near].key.file != here.key.file:
                    fix = Message("write {near}, or {fix}", near=near, fix=fix)
                here.refuse_key("E101", message, fix)
            elif self._is_leaf(here):
                self._leaf(here)
            else:
                read = here.read_some(GroupKeys)
                label = label_of(None if read is None else read.keys.label, name)
                self.groups[here.path] = Group(here.path, label)
                self._children(here, skip=("label",))

    def _example(self) -> str:
        """A category as one would write it."""
        payer = next(iter(self.payers or ()), "...")
        amounts = ", ".join(f"{arm}: {{mean: ..., {SOURCE}}}" for arm in self.by_arm.arms)
        unit = f"{self.reader.money or 'DKK_2024'}/person"
        return f"{{kind: programme, payer: {payer}, unit: {unit}, {amounts}}}"

    def _misspelt(self, at: Cursor, name: str) -> str | None:
        """The sibling category that `name` misspells, if it holds only amounts; or None."""
        child = at[name]
        if any(key in child for key in LEAF_MARKS) or not self._has_amounts(child):
            return None
        return closest(name, [other for other in at if other != name])

    def _is_leaf(self, at: Cursor) -> bool:
        return any(key in at for key in LEAF_MARKS) or self._has_amounts(at)

    def _has_amounts(self, at: Cursor) -> bool:
        return any(arm in at and states_amount(at[arm].node) for arm in self.arms)

    def _well_named(self, at: Cursor) -> bool:
        """True if a category or an outcome is well named; refuses it otherwise."""
        if findings.is_named(at.node, at.name):
            return True
        before, above = len(self.problems), at.path.rpartition(".")[0]
        one = yamldoc.Mapping({at.name: at.node}, {at.name: at.key}, at.span)
        Cursor(one, above, self.problems).read(findings.NAMED)
        return len(self.problems) == before

    def _leaf(self, at: Cursor) -> None:
        """Reads one cost category, or a group of those that it is at different times."""
        self.paths.add(at.path)
        period, before = stated_period(at), self.by_arm.errors()
        self.dated += [at[key] for key in (IN_FORCE, DATED) if key in at]
        if DATED not in at:
            self._category(at, at.path, period)
            return
        found = versions(at, tuple(self.by_arm.arms))
        read = found[0].at.on_trial().read_some(CostKeys) if found else None
        label = label_of(read.keys.label if read else None, at.name)
        self.groups[at.path] = Group(at.path, label)
        with self.reader.sharing():
            for version in found:
                in_force = version.in_force.both(period or ALWAYS)
                if in_force is None:
                    continue
                path = f"{at.path}.{version.name}"
                self.paths.add(path)
                self._category(version.at, path, in_force, at[DATED].span)
                if self.by_arm.errors() > before:
                    return  # what is wrong with it is wrong with what follows too

    def _category(
        self, at: Cursor, path: str, in_force: InForce | None = None, dated: Span | None = None
    ) -> None:
        """Reads one category, or the steps of a ladder as a group of categories.

        Its numbers have their paths below that of `at`, and it has `path` itself.
        """
        before = self.by_arm.errors()
        extra = tuple(word for word in ("use", *COST_WORDS) if word in at)
        arms = self.by_arm.split(at, CostKeys, extra)
        read = at.read_some(CostKeys)
        if read is None:
            return
        words = [word for word in COST_WORDS if word in at]
        if words and not self.scope.has_model:
            refuse_words(self.by_arm, at, words)
            return
        keys, payers = read.keys, self._who_pays(read)
        receivers = read_receivers(read, payers or self._paid_by_step(at), self.payers)
        stated = self.stated.read(read, arms)
        by_month = stated is not None and not stated.arms
        unit = None if stated is None else stated.unit
        timing = read_timing(read, unit, self.months, by_month=by_month)
        self._check_continues(read, by_month, in_force)
        if self.by_arm.errors() > before or timing is None or stated is None:
            return
        if KINDS[keys.kind].is_gain:
            self._gain(list(stated.signed))
        label = label_of(keys.label, at.name)
        category = Category(
            path=path,
            label=label if in_force is None else labelled(label, in_force),
            kind=keys.kind,
            payers=payers,
            timing=timing,
            price=stated.price,
            arms=stated.arms,
            note=text_of(keys.note),
            span=at.key,
            places={key: at[key].span for key in PLACED if key in at}
            | ({} if dated is None else {DATED: dated}),
            receivers=receivers,
            rules=stated.rules,
            rate=stated.rate,
            of=stated.of,
            band=stated.band,
            band_numbers=stated.band_numbers,
            continues=keys.timing.continues,
            in_force=in_force,
        )
        if "ladder" in at:
            self._by_step(category, at["ladder"])
        else:
            self.categories.append(category)

    def _check_continues(
        self, at: Checked[CostKeys], by_month: bool, in_force: InForce | None
    ) -> None:
        """Refuses `continues` without a model, or for a category without an end."""
        timing = at.keys.timing
        if not timing.continues:
            return
        here = at["timing"]["continues"]
        if not self.scope.has_model:
            message = Message(
                "continues is about the later effect of a model, and this scenario has none"
            )
            fix = Message("take continues out; it is about a model of states")
            here.refuse("E260", message, fix, at["timing"].span)
        elif in_force is not None:
            message = Message("an amount that changes on a date cannot go on as the effect does")
            fix = Message("take continues out; or take dated out")
            here.refuse("E238", message, fix, at["timing"].span)
        elif by_month or timing.months is None:
            message = Message("continues goes with amounts for each arm in stated months")
            fix = Message("add months: [1, {months}]", months=self.months or 12)
            if by_month:
                fix = Message("take continues out; amounts in states go on by themselves")
            here.refuse("E214", message, fix, at["timing"].span)

    def _who_pays(self, at: Checked[CostKeys]) -> dict[str, float]:
        """The payers' shares; empty if a ladder gives them."""
        ladder, payer = at.get("ladder"), at.keys.payer
        if payer is None and ladder is None:
            at.miss("payer", CostKeys)
            return {}
        if payer is not None and ladder is not None:
            message = Message("expected payer or ladder, found both")
            at.refuse("E269", message, Message("keep one of payer, ladder"), ladder.key)
            return {}
        return payer_shares(at.part("payer"), self.payers)

    def _paid_by_step(self, at: Cursor) -> dict[str, float]:
        """The largest share of each payer on any step of a ladder; empty without a ladder."""
        ladder = self.scope.ladders.get(at.locate("ladder").text)
        largest: dict[str, float] = {}
        for step in ladder.steps if ladder else ():
            for name, share in step.payers.items():
                largest[name] = max(share, largest.get(name, 0.0))
        return largest

    def _by_step(self, category: Category, at: Cursor) -> None:
        """A group with a category for each reachable step of the ladder named here."""
        name = at.text
        if name not in self.scope.ladders:
            fix = nearest(name, tuple(self.scope.ladders))
            at.refuse("E269", Message("unknown ladder {name}", name=name), fix)
            return
        ladder = self.scope.ladders[name]
        self.ladders.add(name)
        if ladder is None:
            return
        outside = {s for rule in category.rules for s in rule.states} - set(ladder.states)
        if outside or category.band or any(rule.event != "in" for rule in category.rules):
            message = Message(
                "a ladder counts time in its states, so it goes with in: of those alone"
            )
            fix = Message(
                "take ladder out and add payer: ...; a ladder goes with amounts in {states}, "
                "without friction",
                states=", ".join(ladder.states),
            )
            at.refuse("E269", message, fix)
            return
        self.groups[category.path] = Group(category.path, category.label)
        for step in ladder.steps:
            path = f"{category.path}.{step.name}"
            self.paths.add(path)
            self.categories.append(
                replace(
                    category,
                    path=path,
                    label=say("ladder_step", label=category.label, step=step.label),
                    payers=step.payers,
                    band=step.band,
                    band_numbers=(ladder.start,),
                )
            )

    def finish(self) -> None:
        """Resolves the categories that rates refer to; refuses unknown paths."""
        known = {category.path: category for category in self.categories}
        for index, category in enumerate(self.categories):
            if category.rate is None:
                continue
            paths: list[str] = []
            for path in category.of:
                below = [p for p in known if is_within(p, path)]
                below = [p for p in below if p != category.path]
                amiss = next((p for p in below if known[p].rate is not None), None)
                if not below and path in self.paths and path not in known:
                    continue  # already refused
                if not below or amiss:
                    others = [p for p, c in known.items() if c.rate is None]
                    message = Message("unknown category {path}", path=path)
                    fix = nearest(path, (*others, *self.groups))
                    if amiss:
                        message = Message("{amiss} is itself a rate of others", amiss=amiss)
                        fix = Message("use one of: {others}", others=", ".join(known[amiss].of))
                    here = f"{category.path}.of"
                    self.refuse(category.places["of"], "E270", here, message, fix)
                paths += below
            self.categories[index] = replace(category, of=tuple(dict.fromkeys(paths)))
        self.categories = [part for each in self.categories for part in self._by_period(each)]
        self._check_parts()

    def _by_period(self, category: Category) -> list[Category]:
        """A rate of amounts that change on a date as a group of rates, and any other itself."""
        others = [each for each in self.categories if each.path in category.of]
        if all(each.in_force is None for each in others):
            return [category]
        parts = by_period(category, others)
        if len(parts) > 1:
            self.groups[category.path] = Group(category.path, category.label)
            self.paths.update(part.path for part in parts)
        return parts

    def _check_parts(self) -> None:
        """Refuses an unknown amount that is `part_of` something other than a known category."""
        known = {category.path: category for category in self.categories}
        for category in self.categories:
            for number in category.unknowns:
                path = number.gap.part_of if number.gap is not None else ""
                arm = number.path.rpartition(".")[2]
                if not path:
                    continue
                others = [p for p, c in known.items() if p != category.path and arm in c.arms]
                is_own = category.arms.get(arm) is number
                if is_own and path in others and not part_of(known[path], arm):
                    continue
                message = Message("unknown category {path}", path=path)
                near = closest(path, others)
                ways = [
                    Message("write {origin}: {rest}", origin=PART_OF, rest=p)
                    for p in ([near] if near else others[:4])
                ]
                fix = either(ways) or Message("take {key} out", key=PART_OF)
                if not is_own:
                    message = Message("{part_of} goes with the amount of an arm", part_of=PART_OF)
                    fix = Message("take {key} out", key=PART_OF)
                elif path == category.path:
                    message = Message("an amount cannot be part of itself")
                    fix = Message("take {key} out", key=PART_OF)
                elif path in others:
                    holder = part_of(known[path], arm)
                    message, fix = (
                        Message("{path} is itself part of {holder}", path=path, holder=holder),
                        Message("write {origin}: {rest}", origin=PART_OF, rest=holder),
                    )
                self.refuse(number.span, "E251", f"{number.path}.{PART_OF}", message, fix)

    def _gain(self, quantities: list[Quantity]) -> None:
        """Warns if productivity is entered as a cost; by convention, gains are negative costs."""
        for quantity in quantities:
            if quantity.role == "mean" and quantity.value > 0:
                fix = Message(
                    "write -{value:g} if it is a gain (a negative cost)", value=quantity.value
                )
                doubt = say("doubt_gain", value=quantity.value)
                self.reader.doubt(quantity.span, "W404", quantity.path, doubt, fix)

    # --- outcomes ----------------------------------------------------------------------------

    def outcomes(self, at: Cursor) -> None:
        """Every outcome below `outcome:`."""
        reader = OutcomeReader(self.by_arm, self.rules, self.months)
        for here in (at[name] for name in at):
            if DATED in here:
                message = Message("costs alone change on a date, and an outcome does not")
                fix = Message("take {key} out", key=DATED)
                here[DATED].refuse_key("E238", message, fix)
            elif self._well_named(here):
                self.paths.add(here.path)
                outcome = reader.outcome(here, has_model=self.scope.has_model)
                if outcome is not None:
                    self.read_outcomes.append(outcome)


def _reserved(at: Cursor) -> str | None:
    """A key of the format that is used as the name of a category, or None."""
    for word in (*findings.field_names(CostKeys), "use"):
        child = at.get(word)
        if child is not None and "kind" in child and "payer" in child:
            return word
    return None
