"""The tree of costs and the outcomes of a file, as categories, groups and outcomes."""

from __future__ import annotations

from collections.abc import Mapping

from ipscost.errors import Span, closest, nearest
from ipscost.loading import findings, yamldoc
from ipscost.loading.accounts import read_receivers
from ipscost.loading.fields import Keys
from ipscost.loading.quantities import Inherited, Reader, Wanted, label_at, label_of, text_of
from ipscost.loading.schema import (
    UNCERTAINTY_KEYS,
    VALUE_KEYS,
    CostKeys,
    GroupKeys,
    OutcomeKeys,
    UseKeys,
)
from ipscost.loading.thresholds import read_threshold
from ipscost.loading.timing import read_timing
from ipscost.scenario import Arm, Category, Group, Label, Outcome, Payer, Quantity, Source
from ipscost.units import SHARE, Unit, parse_unit

LEVELS = ("mean", "difference", "ratio")
PER_PERSON = (("person",), ("person", "month"))
PLACED = ("kind", "payer", "receiver", "timing")
LEAF_MARKS = ("kind", "payer", "unit", "price", "use", "timing", "source")


class TreeReader:
    """Reads the cost tree and the outcomes; problems go to the reader's list."""

    def __init__(
        self,
        reader: Reader,
        arms: Mapping[str, Arm],
        payers: Mapping[str, Payer] | None,
        months: int | None,
    ) -> None:
        self.reader = reader
        self.problems = reader.problems
        self.refuse = reader.refuse
        self.arms = arms
        self.reference = next(name for name, arm in arms.items() if arm.reference)
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

    def sources(self) -> list[Source]:
        """The source of every number, in file order."""
        return [number.source for number in self.numbers() if number.source is not None]

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
                label = findings.read(GroupKeys, _only(child, GroupKeys), here, self.problems)
                self.groups[here] = Group(here, label_of(label and label.label, name))
                self._children(child, here, skip=("label",))

    def _misspelt(self, node: yamldoc.Mapping, name: str) -> str | None:
        """The category beside `name` that is meant where `name` states amounts alone, or None."""
        child = node[name]
        if not isinstance(child, yamldoc.Mapping) or any(key in child for key in LEAF_MARKS):
            return None
        if not any(arm in child and _states_amount(child[arm]) for arm in self.arms):
            return None
        return closest(name, [other for other in node if other != name])

    def _is_leaf(self, node: yamldoc.Mapping) -> bool:
        return any(key in node for key in LEAF_MARKS) or any(
            arm in node and _states_amount(node[arm]) for arm in self.arms
        )

    def _well_named(self, node: yamldoc.Mapping, name: str, path: str) -> bool:
        before = len(self.problems)
        one = yamldoc.Mapping({name: node[name]}, {name: node.keys[name]}, node.span)
        findings.read(findings.NAMED, one, path.rpartition(".")[0], self.problems)
        return len(self.problems) == before

    def _leaf(self, node: yamldoc.Mapping, path: str, name: str, span: Span) -> None:
        """One cost category."""
        self.paths.add(path)
        before = self._errors()
        extra = ("use",) if "use" in node else ()
        own, arms = self._split(node, path, CostKeys, extra)
        keys: CostKeys | None = findings.read(CostKeys, own, path, self.problems)
        if keys is None:
            return
        payers = self._payers(keys.payer, node["payer"], path)
        receivers = read_receivers(
            keys.receiver, payers, keys.kind, node, path, self.payers, self.refuse
        )
        price, amounts, unit = self._amounts(keys, node, arms, path)
        timing = read_timing(self.reader, keys.timing, node, path, unit, self.months)
        if self._errors() > before or timing is None:
            return
        if keys.kind == "productivity":
            self._gain([price] if price is not None else list(amounts.values()))
        self.categories.append(
            Category(
                path=path,
                label=label_of(keys.label, name),
                kind=keys.kind,
                payers=payers,
                timing=timing,
                price=price,
                arms=amounts,
                note=text_of(keys.note),
                span=span,
                places={key: node[key].span for key in PLACED if key in node},
                receivers=receivers,
            )
        )

    def _errors(self) -> int:
        return sum(problem.is_error for problem in self.problems)

    def _payers(
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
    ) -> tuple[Quantity | None, dict[str, Quantity], Unit | None]:
        """Price (or None), the quantity of each arm, and the unit that says when it falls."""
        use = node.get("use")
        if (keys.price is None) != (use is None) or (use is not None and arms):
            message = "expected an amount for each arm, or price and use"
            fix = "add the use in each arm" if use is None else "add the price of one unit of use"
            if use is not None and arms:
                fix = f"move {', '.join(arms)} under use:, or remove price and use"
            self.refuse(node.span, "E213", path, message, fix)
            return None, {}, None
        inherited = _inherited(node)
        negative = keys.kind in ("productivity", "transfer", "mixed")
        if keys.price is None:
            wanted = Wanted(LEVELS, negative, "gamma")
            amounts = self._by_arm(node, arms, path, wanted, inherited)
            unit = self._one_unit(amounts, node)
            if unit is not None and (unit.money is None or unit.per not in PER_PERSON):
                message = f"expected money per person, found {unit}"
                fix = "write a unit such as DKK_2024/person or DKK_2024/person/month"
                self.refuse(_unit_span(node), "E211", path, message, fix)
            return None, amounts, unit
        assert use is not None
        price = self.reader.read(
            node["price"], f"{path}.price", Wanted(("mean",), negative, "gamma"), inherited
        )
        return self._price_times_use(price, use, node, path)

    def _price_times_use(
        self, price: Quantity | None, use: yamldoc.Node, node: yamldoc.Mapping, path: str
    ) -> tuple[Quantity | None, dict[str, Quantity], Unit | None]:
        here = f"{path}.use"
        if not isinstance(use, yamldoc.Mapping):
            message = f"expected the use in each arm, found {yamldoc.shape(use)}"
            fix = f"write {self.reference}: {{mean: 20, source: ...}} under use:"
            self.refuse(use.span, "E103", here, message, fix)
            return None, {}, None
        own, arms = self._split(use, here, UseKeys)
        if findings.read(UseKeys, own, here, self.problems) is None:
            return None, {}, None
        wanted = Wanted(LEVELS, False, "gamma")
        amounts = self._by_arm(use, arms, here, wanted, _inherited(use, node))
        unit = self._one_unit(amounts, use)
        if price is None or unit is None:
            return price, amounts, unit
        of = price.unit
        if of.money is None or len(of.per) != 1:
            message = f"expected a price such as DKK_2024/day, found {of}"
            fix = "write money per one unit of use"
            self.refuse(_unit_span(node["price"]), "E211", f"{path}.price", message, fix)
        elif unit.head != of.per[0] or unit.per not in PER_PERSON:
            message = f"expected {of.per[0]}/person (the price is {of}), found {unit}"
            fix = f"write {of.per[0]}/person or {of.per[0]}/person/month"
            self.refuse(_unit_span(use), "E211", here, message, fix)
        return price, amounts, unit

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
        for name in node:
            path = f"outcome.{name}"
            if self._well_named(node, name, path):
                self.paths.add(path)
                self._outcome(node[name], path, name, node.keys[name])

    def _outcome(self, node: yamldoc.Node, path: str, name: str, span: Span) -> None:
        if not isinstance(node, yamldoc.Mapping):
            findings.read(OutcomeKeys, node, path, self.problems)
            return
        before = self._errors()
        own, arms = self._split(node, path, OutcomeKeys)
        keys: OutcomeKeys | None = findings.read(OutcomeKeys, own, path, self.problems)
        if keys is None:
            return
        wanted = Wanted(LEVELS, True, "normal")
        unit = parse_unit(keys.unit) if keys.unit else None
        if unit == SHARE:
            wanted = Wanted(LEVELS, False, "beta")
        amounts = self._by_arm(node, arms, path, wanted, _inherited(node))
        unit = self._one_unit(amounts, node)
        if unit is not None and (
            unit.money or (unit != SHARE and (unit.head == "share" or unit.per not in PER_PERSON))
        ):
            message = f"expected an outcome per person or a share, found {unit}"
            fix = "write a unit such as share, QALY/person or hour/person/month"
            self.refuse(_unit_span(node), "E211", path, message, fix)
        timing = read_timing(self.reader, keys.timing, node, path, unit, self.months)
        threshold = read_threshold(self.reader, node, path, unit)
        if self._errors() > before or timing is None or unit is None:
            return
        self.found_outcomes.append(
            Outcome(
                path=path,
                label=label_of(keys.label, name),
                unit=unit,
                timing=timing,
                arms=amounts,
                relative=keys.relative,
                note=text_of(keys.note),
                span=span,
                threshold=threshold,
            )
        )

    # --- what costs and outcomes share -------------------------------------------------------

    def _split(
        self,
        node: yamldoc.Mapping,
        path: str,
        kind: type[Keys],
        extra: tuple[str, ...] = (),
    ) -> tuple[yamldoc.Mapping, dict[str, yamldoc.Node]]:
        """The node without its arms and unknown keys, and the nodes of its arms."""
        known = (*findings.field_names(kind), *extra)
        arms = {name: node[name] for name in node if name in self.arms}
        for key in node:
            if key in known or key in self.arms:
                continue
            if _states_amount(node[key]):
                message = f"unknown arm {key}"
                fix = nearest(key, tuple(self.arms))
                self.refuse(node.keys[key], "E202", f"{path}.{key}", message, fix)
            else:
                everything = (*known, *self.arms)
                self.problems.append(findings.unknown_key(node, key, path, everything))
        return _only(node, kind), arms

    def _by_arm(
        self,
        node: yamldoc.Mapping,
        nodes: Mapping[str, yamldoc.Node],
        path: str,
        wanted: Wanted,
        inherited: Inherited,
    ) -> dict[str, Quantity]:
        """The quantity of each arm; every arm but an unpublished reference must be there."""
        found: dict[str, Quantity] = {}
        units = [n for n in nodes.values() if isinstance(n, yamldoc.Mapping) and "unit" in n]
        if nodes and inherited.unit is None and not units:
            fix = "add unit: DKK_2024/person (or the unit it was published in)"
            self.refuse(node.span, "E102", path, "expected the key unit, found none", fix)
            return {}
        for name in self.arms:
            if name not in nodes:
                misspelt = [k for k in node if k not in self.arms and _states_amount(node[k])]
                if name != self.reference and name not in [
                    closest(key, tuple(self.arms)) for key in misspelt
                ]:
                    message = f"the arm {name} is declared but not stated here"
                    fix = f"add {name}: {{difference: ..., source: ...}}, with 0 if there is none"
                    self.refuse(node.span, "E203", path, message, fix)
                continue
            roles = ("mean",) if name == self.reference else wanted.roles
            asked = Wanted(roles, wanted.negative, wanted.usual)
            here = f"{path}.{name}"
            quantity = self.reader.read(nodes[name], here, asked, inherited)
            if quantity is None:
                continue
            if self.reference not in nodes and quantity.role != "difference":
                message = f"a {quantity.role} needs the reference arm {self.reference}, which is "
                message += "not stated"
                fix = f"add {self.reference}: {{mean: ...}}, or state a difference"
                self.refuse(quantity.span, "E210", here, message, fix)
            found[name] = quantity
            self._level(found, quantity, wanted)
        return found

    def _level(self, found: Mapping[str, Quantity], quantity: Quantity, wanted: Wanted) -> None:
        """Refuses a difference or ratio that puts the level outside its range."""
        base = found.get(self.reference)
        if (
            base is None
            or quantity.role == "mean"
            or (quantity.role == "difference" and base.unit != quantity.unit)
        ):
            return
        added = quantity.role == "difference"
        level = base.value + quantity.value if added else base.value * quantity.value
        top = 1.0 if base.unit == SHARE else float("inf")
        if level > top or (level < 0 and not wanted.negative):
            limit = "0 to 1" if top == 1 else "at least 0"
            message = f"expected a level of {limit}, found {base.value:g} "
            message += f"{'+' if added else 'x'} {quantity.value:g} = {level:g}"
            fix = f"check the {quantity.role}, and the mean of {self.reference}"
            self.refuse(quantity.span, "E216", quantity.path, message, fix)

    def _one_unit(self, amounts: Mapping[str, Quantity], node: yamldoc.Mapping) -> Unit | None:
        """The unit of the amounts; all must be per month or all over the horizon."""
        found = [q.unit for q in amounts.values() if q.role != "ratio"]
        if not found:
            return None
        first = found[0]
        for quantity in amounts.values():
            unit = quantity.unit
            if quantity.role == "ratio":
                continue
            same_thing = bool(unit.money) == bool(first.money) and (
                bool(unit.money) or unit.head == first.head
            )
            if unit.per != first.per or not same_thing:
                message = f"expected one unit for all arms, found {first} and {unit}"
                fix = f"state all arms per {'/'.join(first.per) or first}"
                arm = node[quantity.path.rpartition(".")[2]]
                self.refuse(_unit_span(arm), "E211", quantity.path, message, fix)
                return None
        return first


def _reserved(node: yamldoc.Mapping) -> str | None:
    """A key of categories that is used as the name of one, or None."""
    for word in (*findings.field_names(CostKeys), "use"):
        child = node.get(word)
        if isinstance(child, yamldoc.Mapping) and "kind" in child and "payer" in child:
            return word
    return None


def _states_amount(node: yamldoc.Node) -> bool:
    return isinstance(node, yamldoc.Mapping) and any(
        key in node for key in (*VALUE_KEYS, *UNCERTAINTY_KEYS)
    )


def _only(node: yamldoc.Mapping, kind: type[Keys]) -> yamldoc.Mapping:
    """The node with the keys of `kind` alone."""
    names = findings.field_names(kind)
    entries = {key: node[key] for key in node if key in names}
    return yamldoc.Mapping(entries, {key: node.keys[key] for key in entries}, node.span)


def _inherited(node: yamldoc.Mapping, above: yamldoc.Mapping | None = None) -> Inherited:
    """What the numbers below `node` take from it; all but the unit also from the node `above`."""

    def stated(key: str) -> yamldoc.Node | None:
        child = node.get(key)
        return above.get(key) if child is None and above is not None and key != "unit" else child

    def text(key: str) -> tuple[str, Span] | None:
        child = stated(key)
        return (child.text, child.span) if isinstance(child, yamldoc.Scalar) else None

    assumption, sure, source = stated("assumption"), text("sure"), stated("source")
    origin = assumption if source is None else source
    return Inherited(
        file="" if origin is None else origin.span.file,
        unit=text("unit"),
        source=text("source"),
        assumption=None if assumption is None else label_at(assumption),
        sure=sure and sure[0],
    )


def _unit_span(node: yamldoc.Node) -> Span:
    """Where the unit of `node` stands: its own, the first arm's, or the node itself."""
    if isinstance(node, yamldoc.Mapping):
        for holder in (node, *node.entries.values()):
            if isinstance(holder, yamldoc.Mapping) and (unit := holder.get("unit")):
                return unit.span
    return node.span
