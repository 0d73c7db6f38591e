"""The tree of costs and the outcomes of a file, as categories, groups and outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ipscost.errors import Span, closest, nearest
from ipscost.loading import findings, yamldoc
from ipscost.loading.accounts import read_receivers
from ipscost.loading.arms import LEVELS, ArmReader, inherited, only, states_amount, unit_span
from ipscost.loading.ladders import Ladder, fixed_time
from ipscost.loading.outcomes import PER_PERSON, OutcomeReader, refuse_words
from ipscost.loading.quantities import Inherited, Reader, label_of, text_of
from ipscost.loading.rules import TIMES, RuleReader, stated_events
from ipscost.loading.schema import CostKeys, GroupKeys, UseKeys
from ipscost.loading.schema_model import COST_WORDS
from ipscost.loading.timing import read_timing
from ipscost.loading.uncertainty import Wanted
from ipscost.model import Model, Rule, Rung
from ipscost.scenario import Arm, Category, Group, Label, Outcome, Payer, Quantity
from ipscost.units import RATIO, SHARE, Unit

LEAF_MARKS = ("kind", "payer", "unit", "price", "use", "timing", "source", *COST_WORDS)
PLACED = ("kind", "payer", "timing", "ladder", "of", "receiver")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the costs of a scenario may refer to: its model and its ladders.

    `model` is None, and a ladder too, where it could not be read.
    """

    has_model: bool = False
    model: Model | None = None
    ladders: Mapping[str, Ladder | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a category states, in one of its ways; the unit says when it falls."""

    unit: Unit
    price: Quantity | None = None
    arms: Mapping[str, Quantity] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    rate: Quantity | None = None
    of: tuple[str, ...] = ()
    rung: Rung | None = None
    rung_numbers: tuple[Quantity, ...] = ()

    @property
    def signed(self) -> tuple[Quantity, ...]:
        """The numbers that say whether the category is a cost or a gain."""
        if self.price is not None:
            return (self.price,)
        ruled = (number for rule in self.rules for number in rule.arms.values())
        return tuple({number.path: number for number in (*self.arms.values(), *ruled)}.values())


class TreeReader:
    """Reads the cost tree and the outcomes; problems go to the reader's list."""

    def __init__(
        self,
        reader: Reader,
        arms: Mapping[str, Arm],
        payers: Mapping[str, Payer] | None,
        months: int | None,
        scope: Scope | None = None,
    ) -> None:
        self.reader = reader
        self.problems = reader.problems
        self.refuse = reader.refuse
        self.arms = arms
        self.by_arm = ArmReader(reader, arms)
        self.scope = scope or Scope()
        self.rules = RuleReader(self.by_arm, self.scope.model) if self.scope.model else None
        self.payers = payers
        self.months = months
        self.groups: dict[str, Group] = {}
        self.categories: list[Category] = []
        self.found_outcomes: list[Outcome] = []
        self.paths: set[str] = set()

    def numbers(self) -> list[Quantity]:
        """Every number, in file order."""
        holders: list[Category | Outcome] = [*self.categories, *self.found_outcomes]
        return [number for holder in holders for number in holder.numbers]

    # --- costs -------------------------------------------------------------------------------

    def costs(self, node: yamldoc.Mapping) -> None:
        """Every category below `cost:`."""
        before = len(self.problems)
        self._children(node, "cost")
        if not self.paths and len(self.problems) == before:
            fix = "add a category with kind, payer, unit and an amount for each arm"
            self.refuse(node.span, "E220", "cost", "expected a cost category, found none", fix)

    def _children(self, node: yamldoc.Mapping, path: str, skip: tuple[str, ...] = ()) -> None:
        for name in node:
            if name in skip:
                continue
            here = f"{path}.{name}"
            if not self._well_named(node, name, here):
                continue
            child = node[name]
            if not isinstance(child, yamldoc.Mapping):
                found = yamldoc.shape(child)
                message = f"expected a category or a group of categories, found {found}"
                fix = "write the category's keys indented under it: kind, payer, unit, amounts"
                if name in findings.field_names(CostKeys):
                    fix = f"{name} belongs into a category, not into a group"
                self.refuse(child.span, "E103", here, message, fix)
            elif (word := _reserved(child)) is not None:
                message = f"expected a category's own name, found '{word}', a word of the format"
                fix = f"write for example {word}_cost"
                self.refuse(child.keys[word], "E106", f"{here}.{word}", message, fix)
            elif (near := self._misspelt(node, name)) is not None:
                message = f"unknown category {name}, which states amounts alone"
                fix = f"write {near}, or add kind, payer and unit for a category of its own"
                self.refuse(node.keys[name], "E101", here, message, fix)
            elif self._is_leaf(child):
                self._leaf(child, here, name, node.keys[name])
            else:
                label = findings.read(GroupKeys, only(child, GroupKeys), here, self.problems)
                self.groups[here] = Group(here, label_of(label and label.label, name))
                self._children(child, here, skip=("label",))

    def _misspelt(self, node: yamldoc.Mapping, name: str) -> str | None:
        """The category beside `name` that is meant where `name` states amounts alone, or None."""
        child = node[name]
        if not isinstance(child, yamldoc.Mapping) or any(key in child for key in LEAF_MARKS):
            return None
        if not any(arm in child and states_amount(child[arm]) for arm in self.arms):
            return None
        return closest(name, [other for other in node if other != name])

    def _is_leaf(self, node: yamldoc.Mapping) -> bool:
        return any(key in node for key in LEAF_MARKS) or any(
            arm in node and states_amount(node[arm]) for arm in self.arms
        )

    def _well_named(self, node: yamldoc.Mapping, name: str, path: str) -> bool:
        before = len(self.problems)
        one = yamldoc.Mapping({name: node[name]}, {name: node.keys[name]}, node.span)
        findings.read(findings.NAMED, one, path.rpartition(".")[0], self.problems)
        return len(self.problems) == before

    def _leaf(self, node: yamldoc.Mapping, path: str, name: str, span: Span) -> None:
        """One cost category, or the steps of a ladder as a group of them."""
        self.paths.add(path)
        before = self.by_arm.errors()
        extra = tuple(word for word in ("use", *COST_WORDS) if word in node)
        own, arms = self.by_arm.split(node, path, CostKeys, extra)
        keys: CostKeys | None = findings.read(CostKeys, own, path, self.problems)
        if keys is None:
            return
        words = [word for word in COST_WORDS if word in node]
        if words and not self.scope.has_model:
            refuse_words(self.by_arm, node, words, path)
            return
        payers = self._who_pays(keys, node, path)
        paying = payers or self._on_ladder(node)
        receivers = read_receivers(
            keys.receiver, paying, keys.kind, node, path, self.payers, self.refuse
        )
        stated = self._amounts(keys, node, arms, path)
        by_month = stated is not None and not stated.arms
        timing = read_timing(
            self.reader,
            keys.timing,
            node,
            path,
            stated.unit if stated else None,
            self.months,
            by_month=by_month,
        )
        self._check_continues(keys, node, path, by_month)
        if self.by_arm.errors() > before or timing is None or stated is None:
            return
        if keys.kind == "productivity":
            self._gain(list(stated.signed))
        category = Category(
            path=path,
            label=label_of(keys.label, name),
            kind=keys.kind,
            payers=payers,
            timing=timing,
            price=stated.price,
            arms=stated.arms,
            note=text_of(keys.note),
            span=span,
            places={key: node[key].span for key in PLACED if key in node},
            rules=stated.rules,
            rate=stated.rate,
            of=stated.of,
            rung=stated.rung,
            rung_numbers=stated.rung_numbers,
            continues=keys.timing.continues,
            receivers=receivers,
        )
        if "ladder" in node:
            self._by_step(category, node)
        else:
            self.categories.append(category)

    def _check_continues(
        self, keys: CostKeys, node: yamldoc.Mapping, path: str, by_month: bool
    ) -> None:
        """Refuses what goes on where there is no model to go on in, or nothing that ends."""
        if not keys.timing.continues:
            return
        at, here = node["timing"].span, f"{path}.timing.continues"
        if not self.scope.has_model:
            message = "continues is about the later effect of a model, and this scenario has none"
            self.refuse(at, "E260", here, message, "remove continues, or add model:")
        elif by_month or keys.timing.months is None:
            message = "continues goes with amounts for each arm in stated months"
            fix = "write timing: {months: [1, 18], continues: true}"
            if by_month:
                fix = "remove continues; amounts in states go on by themselves"
            self.refuse(at, "E214", here, message, fix)

    def _who_pays(self, keys: CostKeys, node: yamldoc.Mapping, path: str) -> dict[str, float]:
        """The payers' shares; none where a ladder has them."""
        ladder = node.get("ladder")
        if keys.payer is None and ladder is None:
            self.problems.append(findings.missing_key(node, "payer", path, CostKeys))
            return {}
        if keys.payer is not None and ladder is not None:
            message = "expected payer or ladder, found both"
            self.refuse(node.keys["ladder"], "E269", path, message, "keep one of the two")
            return {}
        if keys.payer is None:
            return {}
        return self.shares(keys.payer, node["payer"], path)

    def _on_ladder(self, node: yamldoc.Mapping) -> dict[str, float]:
        """The payers of all steps of a category's ladder, where it has one."""
        word = node.get("ladder")
        name = word.text if isinstance(word, yamldoc.Scalar) else ""
        ladder = self.scope.ladders.get(name)
        return (
            {}
            if ladder is None
            else {n: s for step in ladder.steps for n, s in step.payers.items()}
        )

    def _by_step(self, category: Category, node: yamldoc.Mapping) -> None:
        """A group with a category for each step of a ladder that can be reached."""
        word, here = node["ladder"], f"{category.path}.ladder"
        name = word.text if isinstance(word, yamldoc.Scalar) else ""
        if name not in self.scope.ladders:
            fix = nearest(name, tuple(self.scope.ladders))
            self.refuse(word.span, "E269", here, f"unknown ladder {name}", fix)
            return
        ladder = self.scope.ladders[name]
        if ladder is None:
            return
        outside = {s for rule in category.rules for s in rule.states} - set(ladder.states)
        if outside or category.rung or any(rule.event != "in" for rule in category.rules):
            message = "a ladder counts time in its states, so it goes with in: of those alone"
            fix = f"keep amounts in {', '.join(ladder.states)}, without friction"
            self.refuse(word.span, "E269", here, message, fix)
            return
        self.groups[category.path] = Group(category.path, category.label)
        for step in ladder.steps:
            path = f"{category.path}.{step.name}"
            self.paths.add(path)
            self.categories.append(
                replace(
                    category,
                    path=path,
                    label=Label.of("ladder_step", label=category.label, step=step.label),
                    payers=step.payers,
                    rung=step.rung,
                    rung_numbers=(ladder.start,),
                )
            )

    def shares(
        self, shares: Mapping[str, float], node: yamldoc.Node, path: str
    ) -> dict[str, float]:
        """The payers' shares, checked to be known and to sum to 1."""
        for name in shares:
            if self.payers is not None and name not in self.payers:
                span = node.keys[name] if isinstance(node, yamldoc.Mapping) else node.span
                fix = nearest(name, tuple(self.payers))
                self.refuse(span, "E204", f"{path}.payer", f"unknown payer {name}", fix)
        total = sum(shares.values())
        if abs(total - 1) > 1e-9:
            message = f"expected payer shares that sum to 1, found {total:g}"
            fix = f"{'add' if total < 1 else 'take away'} {abs(1 - total):g}"
            self.refuse(node.span, "E205", f"{path}.payer", message, fix)
        return dict(shares)

    def _amounts(
        self,
        keys: CostKeys,
        node: yamldoc.Mapping,
        arms: dict[str, yamldoc.Node],
        path: str,
    ) -> Stated | None:
        """What a category states, in exactly one way; None where it does not."""
        use, events = node.get("use"), stated_events(node)
        is_rate = "rate" in node or "of" in node
        ways = [*(["amounts by arm"] if arms else []), *events]
        ways += [*(["price and use"] if use is not None else []), *(["rate"] if is_rate else [])]
        if (keys.price is None) != (use is None) or len(ways) > 1:
            message = "expected an amount for each arm, or price and use"
            fix = "add the use in each arm" if use is None else "add the price of one unit of use"
            if self.scope.has_model and len(ways) > 1:
                message, fix = f"expected one of {', '.join(ways)}, found several", "keep one"
            elif use is not None and arms:
                fix = f"move {', '.join(arms)} under use:, or remove price and use"
            self.refuse(node.span, "E213", path, message, fix)
            return None
        if is_rate:
            return self._rate(node, path)
        negative = keys.kind in ("productivity", "transfer", "mixed")
        wanted = Wanted(LEVELS, negative, "gamma")
        if use is not None:
            price = self.reader.read(
                node["price"], f"{path}.price", replace(wanted, roles=("mean",)), inherited(node)
            )
            stated = self._price_times_use(price, use, node, path)
        elif events:
            stated = self._ruled(node, path, wanted, inherited(node))
            if stated is not None and stated.unit.money is None:
                message = f"expected money per person, found {stated.unit}"
                fix = "write a unit such as DKK_2024/person/month"
                self.refuse(unit_span(node), "E211", path, message, fix)
        else:
            stated = self._each_arm(node, arms, path, wanted)
        return self._with_friction(stated, node, path)

    def _each_arm(
        self, node: yamldoc.Mapping, arms: dict[str, yamldoc.Node], path: str, wanted: Wanted
    ) -> Stated | None:
        """An amount for each arm."""
        amounts = self.by_arm.stated(node, arms, path, wanted, inherited(node))
        unit = self.by_arm.one_unit(amounts, node)
        if unit is not None and (unit.money is None or unit.per not in PER_PERSON):
            message = f"expected money per person, found {unit}"
            fix = "write a unit such as DKK_2024/person or DKK_2024/person/month"
            self.refuse(unit_span(node), "E211", path, message, fix)
        return None if unit is None else Stated(unit, arms=amounts)

    def _ruled(
        self, node: yamldoc.Mapping, path: str, wanted: Wanted, above: Inherited
    ) -> Stated | None:
        """Amounts tied to states and moves."""
        if self.rules is None:
            return None  # the model has been refused
        rules = self.rules.rules(node, path, wanted, above)
        return Stated(self.rules.unit(rules), rules=rules) if rules else None

    def _rate(self, node: yamldoc.Mapping, path: str) -> Stated | None:
        """A share of other categories."""
        if "rate" not in node or "of" not in node:
            missing = "of" if "rate" in node else "rate"
            message = f"a rate of other costs needs of and rate, found no {missing}"
            fix = "add of: cost.productivity" if missing == "of" else "add rate: {mean: 0.37, ...}"
            self.refuse(node.span, "E270", path, message, fix)
            return None
        above = replace(inherited(node), unit=(str(SHARE), node["rate"].span))
        rate = self.reader.read(
            node["rate"], f"{path}.rate", Wanted(("mean",), True, "beta"), above
        )
        of = _texts(node["of"])
        if not of:
            message = f"expected a path, or a list of them, found {yamldoc.shape(node['of'])}"
            self.refuse(
                node["of"].span, "E103", f"{path}.of", message, "write of: cost.productivity"
            )
        if rate is None or not of:
            return None
        if rate.unit not in (SHARE, RATIO):
            message = f"expected a share, found {rate.unit}"
            self.refuse(rate.span, "E211", rate.path, message, "write unit: share")
            return None
        return Stated(Unit("share", ("person",)), rate=rate, of=of)

    def _with_friction(
        self, stated: Stated | None, node: yamldoc.Mapping, path: str
    ) -> Stated | None:
        """What is stated, limited to the first time after each entry where there is friction."""
        child = node.get("friction")
        if child is None or stated is None:
            return stated
        here = f"{path}.friction"
        if not stated.rules or any(rule.event != "in" for rule in stated.rules):
            message = "friction limits amounts in states, found none"
            self.refuse(child.span, "E270", here, message, "remove friction, or state them by in:")
            return None
        found = self.reader.read(child, here, Wanted(("mean",), False, "gamma"), Inherited())
        found = found and fixed_time(self.by_arm, found, child)
        if found is None:
            return None
        states = tuple(dict.fromkeys(s for rule in stated.rules for s in rule.states))
        rung = Rung(states, 0.0, found.value * TIMES[str(found.unit)], 0.0, True)
        return replace(stated, rung=rung, rung_numbers=(found,))

    def _price_times_use(
        self, price: Quantity | None, use: yamldoc.Node, node: yamldoc.Mapping, path: str
    ) -> Stated | None:
        here = f"{path}.use"
        if not isinstance(use, yamldoc.Mapping):
            message = f"expected the use in each arm, found {yamldoc.shape(use)}"
            fix = f"write {self.by_arm.reference}: {{mean: 20, source: ...}} under use:"
            self.refuse(use.span, "E103", here, message, fix)
            return None
        events = stated_events(use)
        own, arms = self.by_arm.split(use, here, UseKeys, tuple(events))
        if findings.read(UseKeys, own, here, self.problems) is None:
            return None
        if events and not self.scope.has_model:
            refuse_words(self.by_arm, use, events, here)
            return None
        if events and (arms or len(events) > 1):
            message = f"expected one of {', '.join((*events, *arms))}, found several"
            self.refuse(use.span, "E213", here, message, "keep one")
            return None
        wanted, above = Wanted(LEVELS, False, "gamma"), inherited(use, node)
        if events:
            found = self._ruled(use, here, wanted, above)
        else:
            amounts = self.by_arm.stated(use, arms, here, wanted, above)
            unit = self.by_arm.one_unit(amounts, use)
            found = None if unit is None else Stated(unit, arms=amounts)
        if price is None or found is None:
            return None
        of, unit = price.unit, found.unit
        if of.money is None or len(of.per) != 1:
            message = f"expected a price such as DKK_2024/day, found {of}"
            fix = "write money per one unit of use"
            self.refuse(unit_span(node["price"]), "E211", f"{path}.price", message, fix)
        elif unit.head != of.per[0] or (not events and unit.per not in PER_PERSON):
            message = f"expected {of.per[0]}/person (the price is {of}), found {unit}"
            fix = f"write {of.per[0]}/person or {of.per[0]}/person/month"
            self.refuse(unit_span(use), "E211", here, message, fix)
        return replace(found, price=price)

    def finish(self) -> None:
        """Resolves what categories with a rate are of; unknown paths are refused."""
        known = {category.path: category for category in self.categories}
        for index, category in enumerate(self.categories):
            if category.rate is None:
                continue
            found: list[str] = []
            for path in category.of:
                below = [p for p in known if p == path or p.startswith(f"{path}.")]
                below = [p for p in below if p != category.path]
                amiss = next((p for p in below if known[p].rate is not None), None)
                if not below and path in self.paths:
                    continue  # it has been refused
                if not below or amiss:
                    others = [p for p, c in known.items() if c.rate is None]
                    message = f"unknown category {path}"
                    fix = nearest(path, (*others, *self.groups))
                    if amiss:
                        message = f"{amiss} is itself a rate of others"
                        fix = f"name what it is of: {', '.join(known[amiss].of)}"
                    here = f"{category.path}.of"
                    self.refuse(category.places["of"], "E270", here, message, fix)
                found += below
            self.categories[index] = replace(category, of=tuple(dict.fromkeys(found)))

    def _gain(self, quantities: list[Quantity]) -> None:
        """Warns where productivity is entered as a cost: the field enters a gain as negative."""
        for quantity in quantities:
            if quantity.role == "mean" and quantity.value > 0:
                fix = f"write -{quantity.value:g} if it is a gain (a negative cost)"
                doubt = Label.of("doubt_gain", value=quantity.value)
                self.reader.doubt(quantity.span, "W404", quantity.path, doubt, fix)

    # --- outcomes ----------------------------------------------------------------------------

    def outcomes(self, node: yamldoc.Mapping) -> None:
        """Every outcome below `outcome:`."""
        reader = OutcomeReader(self.by_arm, self.rules, self.months)
        for name in node:
            path = f"outcome.{name}"
            if self._well_named(node, name, path):
                self.paths.add(path)
                found = reader.outcome(
                    node[name], path, name, node.keys[name], has_model=self.scope.has_model
                )
                if found is not None:
                    self.found_outcomes.append(found)


def _reserved(node: yamldoc.Mapping) -> str | None:
    """A key of categories that is used as the name of one, or None."""
    for word in (*findings.field_names(CostKeys), "use"):
        child = node.get(word)
        if isinstance(child, yamldoc.Mapping) and "kind" in child and "payer" in child:
            return word
    return None


def _texts(node: yamldoc.Node) -> tuple[str, ...]:
    """The word that a node holds, or those of a list."""
    items = node.items if isinstance(node, yamldoc.Sequence) else (node,)
    return tuple(item.text for item in items if isinstance(item, yamldoc.Scalar) and item.text)
