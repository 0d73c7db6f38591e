"""What a cost category states, in one of its ways: by arm, price and use, in states, or a rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ipscost.loading.amounts.arms import LEVELS, ArmReader, inherited, unit_span
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.amounts.unknowns import NO_UNIT
from ipscost.loading.keys.schema import CostKeys, UseKeys
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.edits import SOURCE, either, without
from ipscost.loading.tree.ladders import fixed_time
from ipscost.loading.tree.outcomes import PER_PERSON, refuse_words
from ipscost.loading.tree.rules import TIMES, RuleReader, stated_events
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import Rule, Rung
from ipscost.scenario.nouns import Quantity
from ipscost.units import RATIO, SHARE, Unit


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


class StatedReader:
    """Reads what categories state; problems go to the reader's list. `rules` needs a model."""

    def __init__(self, arms: ArmReader, rules: RuleReader | None, *, has_model: bool) -> None:
        self.arms = arms
        self.rules = rules
        self.has_model = has_model
        self.problems = arms.problems
        self.refuse = arms.refuse

    def read(
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
            fix = self._other_half(node)
            if len(ways) > 1 or arms:
                both = [key for key in ("price", "use") if key in node]
                kinds = [tuple(arms), *((event,) for event in events), both]
                kinds = [kind for kind in kinds if kind]
                others = ([k for kind in kinds if kind != kept for k in kind] for kept in kinds)
                fix = either(without(keys) for keys in others)
                if self.has_model and len(ways) > 1:
                    message = f"expected one of {', '.join(ways)}, found several"
            self.refuse(node.span, "E213", path, message, fix)
            return None
        if is_rate:
            return self._rate(node, path)
        negative = KINDS[keys.kind].may_be_negative
        wanted = Wanted(LEVELS, negative, "gamma", unknown=True)
        if use is not None:
            price = self.arms.reader.read(
                node["price"], f"{path}.price", replace(wanted, roles=("mean",)), inherited(node)
            )
            stated = self._price_times_use(price, use, node, path)
        elif events:
            stated = self._ruled(node, path, wanted, inherited(node))
            if stated is not None and stated.unit.money is None:
                message = f"expected money per person, found {stated.unit}"
                fix = f"write {self.arms.reader.money or 'DKK_2024'}/person/month"
                self.refuse(unit_span(node), "E211", path, message, fix)
        else:
            stated = self._each_arm(node, arms, path, wanted)
        return self._with_friction(stated, node, path)

    def _other_half(self, node: yamldoc.Mapping) -> str:
        """The fix for a price without use, or use without a price."""
        use, price = node.get("use"), node.get("price")
        half = price if use is None else use
        unit = half.get("unit") if isinstance(half, yamldoc.Mapping) else None
        text = unit.text if isinstance(unit, yamldoc.Scalar) else ""
        if use is None:
            amounts = ", ".join(f"{arm}: {{mean: ..., {SOURCE}}}" for arm in self.arms.arms)
            head = text.partition("/")[2] or "day"
            return f"add use: {{unit: {head}/person, {amounts}}}"
        money = self.arms.reader.money or "DKK_2024"
        head = text.partition("/")[0] or "day"
        return f"add price: {{mean: ..., unit: {money}/{head}, {SOURCE}}}"

    def _each_arm(
        self, node: yamldoc.Mapping, arms: dict[str, yamldoc.Node], path: str, wanted: Wanted
    ) -> Stated | None:
        """An amount for each arm."""
        amounts = self.arms.stated(node, arms, path, wanted, inherited(node))
        unit = self.arms.one_unit(amounts, node)
        if unit is not None and (unit.money is None or unit.per not in PER_PERSON):
            message = f"expected money per person, found {unit}"
            money = unit.money or self.arms.reader.money or "DKK_2024"
            fix = f"write {money}/person, or write {money}/person/month"
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
            fix = "add of: ..." if missing == "of" else f"add rate: {{mean: ..., {SOURCE}}}"
            self.refuse(node.span, "E270", path, message, fix)
            return None
        above = replace(inherited(node), unit=(str(SHARE), node["rate"].span))
        rate = self.arms.reader.read(
            node["rate"], f"{path}.rate", Wanted(("mean",), True, "beta", unknown=True), above
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
            self.refuse(
                child.span, "E270", here, message, "take friction out; amounts by in: can have it"
            )
            return None
        found = self.arms.reader.read(child, here, Wanted(("mean",), False, "gamma"), Inherited())
        found = found and fixed_time(self.arms, found, child)
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
            each = (f"{arm}: {{mean: ..., {SOURCE}}}" for arm in self.arms.arms)
            fix = f"write {{unit: day/person, {', '.join(each)}}}"
            self.refuse(use.span, "E103", here, message, fix)
            return None
        events = stated_events(use)
        own, arms = self.arms.split(use, here, UseKeys, tuple(events))
        if findings.read(UseKeys, own, here, self.problems) is None:
            return None
        if events and not self.has_model:
            refuse_words(self.arms, use, events, here)
            return None
        if events and (arms or len(events) > 1):
            message = f"expected one of {', '.join((*events, *arms))}, found several"
            kinds = [(event,) for event in events] + ([tuple(arms)] if arms else [])
            others = ([k for kind in kinds if kind != kept for k in kind] for kept in kinds)
            self.refuse(use.span, "E213", here, message, either(without(keys) for keys in others))
            return None
        wanted = Wanted(LEVELS, False, "gamma", unknown=True)
        above = inherited(use, node)
        if events:
            found = self._ruled(use, here, wanted, above)
        else:
            amounts = self.arms.stated(use, arms, here, wanted, above)
            unit = self.arms.one_unit(amounts, use)
            found = None if unit is None else Stated(unit, arms=amounts)
        if price is None or found is None:
            return None
        of, unit = price.unit, found.unit
        if of == NO_UNIT:
            return replace(found, price=price)
        if of.money is None or len(of.per) != 1:
            message = f"expected a price such as DKK_2024/day, found {of}"
            fix = f"write {of.money or self.arms.reader.money or 'DKK_2024'}/{unit.head}"
            self.refuse(unit_span(node["price"]), "E211", f"{path}.price", message, fix)
        elif unit.head != of.per[0] or (not events and unit.per not in PER_PERSON):
            message = f"expected {of.per[0]}/person (the price is {of}), found {unit}"
            fix = f"write {of.per[0]}/person, or write {of.per[0]}/person/month"
            self.refuse(unit_span(use), "E211", here, message, fix)
        return replace(found, price=price)


def _texts(node: yamldoc.Node) -> tuple[str, ...]:
    """The word that a node holds, or those of a list."""
    items = node.items if isinstance(node, yamldoc.Sequence) else (node,)
    return tuple(item.text for item in items if isinstance(item, yamldoc.Scalar) and item.text)
