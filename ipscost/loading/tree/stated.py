"""The amounts of a cost category: by arm, as price and use, in states, or as a rate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ipscost.loading.amounts.arms import LEVELS, ArmReader, inherited, unit_span
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.amounts.unknowns import NO_UNIT
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema import CostKeys, UseKeys
from ipscost.loading.text.edits import SOURCE, without
from ipscost.loading.tree.ladders import fixed_time
from ipscost.loading.tree.outcomes import PER_PERSON, refuse_words
from ipscost.loading.tree.rules import TIMES, RuleReader, stated_events
from ipscost.messages import Message, either
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import Rule, TimeBand
from ipscost.scenario.nouns import Quantity
from ipscost.units import RATIO, SHARE, Unit


@dataclass(frozen=True, slots=True)
class Stated:
    """The amounts of a category, stated in one of these ways; the unit decides their timing."""

    unit: Unit
    price: Quantity | None = None
    arms: Mapping[str, Quantity] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    rate: Quantity | None = None
    of: tuple[str, ...] = ()
    band: TimeBand | None = None
    band_numbers: tuple[Quantity, ...] = ()

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
        self.refuse = arms.refuse

    def read(self, at: Checked[CostKeys], arms: dict[str, Cursor]) -> Stated | None:
        """The amounts of a category; None unless they are stated in exactly one way."""
        use, events = at.get("use"), stated_events(at)
        is_rate = "rate" in at or "of" in at
        ways = [*([Message("amounts by arm")] if arms else []), *events]
        ways += [
            *([Message("price and use")] if use is not None else []),
            *(["rate"] if is_rate else []),
        ]
        if (at.keys.price is None) != (use is None) or len(ways) > 1:
            message = Message("expected an amount for each arm, or price and use")
            fix = self._other_half(at)
            if len(ways) > 1 or arms:
                both = [key for key in ("price", "use") if key in at]
                fix = _one_kind([tuple(arms), *((event,) for event in events), both])
                if self.has_model and len(ways) > 1:
                    message = Message("expected one of {ways}, found several", ways=", ".join(ways))
            at.refuse("E213", message, fix)
            return None
        if is_rate:
            return self._rate(at)
        negative = KINDS[at.keys.kind].may_be_negative
        wanted = Wanted(LEVELS, negative, "gamma", unknown=True)
        if use is not None:
            roles = replace(wanted, roles=("mean",))
            price = self.arms.reader.read(at["price"], roles, inherited(at))
            stated = self._price_times_use(at, price, use)
        elif events:
            stated = self._ruled(at, wanted, inherited(at))
            if stated is not None and stated.unit.money is None:
                message = Message("expected money per person, found {unit}", unit=stated.unit)
                fix = Message(
                    "write {money}/person/month", money=self.arms.reader.money or "DKK_2024"
                )
                at.refuse("E211", message, fix, unit_span(at))
        else:
            stated = self._each_arm(at, arms, wanted)
        return self._with_friction(at, stated)

    def _other_half(self, at: Cursor) -> str:
        """The fix for a price without use, or use without a price."""
        use, price = at.get("use"), at.get("price")
        half = price if use is None else use
        text = half.locate("unit").text if half is not None and half.is_mapping else ""
        if use is None:
            amounts = ", ".join(f"{arm}: {{mean: ..., {SOURCE}}}" for arm in self.arms.arms)
            head = text.partition("/")[2] or "day"
            return Message(
                "add use: {{unit: {head}/person, {amounts}}}", head=head, amounts=amounts
            )
        money = self.arms.reader.money or "DKK_2024"
        head = text.partition("/")[0] or "day"
        return Message(
            "add price: {{mean: ..., unit: {money}/{head}, {source}}}",
            money=money,
            head=head,
            source=SOURCE,
        )

    def _each_arm(self, at: Cursor, arms: dict[str, Cursor], wanted: Wanted) -> Stated | None:
        """An amount for each arm."""
        amounts = self.arms.stated(at, arms, wanted, inherited(at))
        unit = self.arms.one_unit(amounts, at)
        if unit is not None and (unit.money is None or unit.per not in PER_PERSON):
            message = Message("expected money per person, found {unit}", unit=unit)
            money = unit.money or self.arms.reader.money or "DKK_2024"
            fix = Message("write {money}/person, or write {money}/person/month", money=money)
            at.refuse("E211", message, fix, unit_span(at))
        return None if unit is None else Stated(unit, arms=amounts)

    def _ruled(self, at: Cursor, wanted: Wanted, above: Inherited) -> Stated | None:
        """Amounts tied to states and moves."""
        if self.rules is None:
            return None  # the model has already been refused
        rules = self.rules.rules(at, wanted, above)
        return Stated(self.rules.unit(rules), rules=rules) if rules else None

    def _rate(self, at: Cursor) -> Stated | None:
        """A share of other categories."""
        if "rate" not in at or "of" not in at:
            missing = "of" if "rate" in at else "rate"
            message = Message(
                "a rate of other costs needs of and rate, found no {missing}", missing=missing
            )
            fix = (
                Message("add of: ...")
                if missing == "of"
                else Message("add rate: {{mean: ..., {source}}}", source=SOURCE)
            )
            at.refuse("E270", message, fix)
            return None
        above = replace(inherited(at), unit=(str(SHARE), at["rate"].span))
        wanted = Wanted(("mean",), True, "beta", unknown=True)
        rate, of = self.arms.reader.read(at["rate"], wanted, above), _texts(at["of"])
        if not of:
            message = Message(
                "expected a path, or a list of them, found {shape}", shape=at["of"].shape
            )
            at["of"].refuse("E103", message, Message("write of: cost.productivity"))
        if rate is None or not of:
            return None
        if rate.unit not in (SHARE, RATIO):
            message = Message("expected a share, found {unit}", unit=rate.unit)
            self.refuse(rate.span, "E211", rate.path, message, Message("write unit: share"))
            return None
        return Stated(Unit("share", ("person",)), rate=rate, of=of)

    def _with_friction(self, at: Cursor, stated: Stated | None) -> Stated | None:
        """The amounts, limited to the friction period after each entry if one is stated."""
        here = at.get("friction")
        if here is None or stated is None:
            return stated
        if not stated.rules or any(rule.event != "in" for rule in stated.rules):
            message = Message("friction limits amounts in states, found none")
            here.refuse("E270", message, Message("take friction out; amounts by in: can have it"))
            return None
        period = self.arms.reader.read(here, Wanted(("mean",), False, "gamma"))
        period = period and fixed_time(here, period)
        if period is None:
            return None
        states = tuple(dict.fromkeys(s for rule in stated.rules for s in rule.states))
        band = TimeBand(states, 0.0, period.value * TIMES[str(period.unit)], 0.0, True)
        return replace(stated, band=band, band_numbers=(period,))

    def _price_times_use(self, at: Cursor, price: Quantity | None, use: Cursor) -> Stated | None:
        """A price per unit and the units used, by arm or in states."""
        if not use.is_mapping:
            message = Message("expected the use in each arm, found {shape}", shape=use.shape)
            each = (f"{arm}: {{mean: ..., {SOURCE}}}" for arm in self.arms.arms)
            use.refuse(
                "E103", message, Message("write {{unit: day/person, {each}}}", each=", ".join(each))
            )
            return None
        events = stated_events(use)
        arms = self.arms.split(use, UseKeys, tuple(events))
        if use.read_some(UseKeys) is None:
            return None
        if events and not self.has_model:
            refuse_words(self.arms, use, events)
            return None
        if events and (arms or len(events) > 1):
            message = Message(
                "expected one of {ways}, found several", ways=", ".join((*events, *arms))
            )
            kinds = [(event,) for event in events]
            use.refuse("E213", message, _one_kind([*kinds, tuple(arms)]))
            return None
        wanted = Wanted(LEVELS, False, "gamma", unknown=True)
        above = inherited(use, at)
        if events:
            used = self._ruled(use, wanted, above)
        else:
            amounts = self.arms.stated(use, arms, wanted, above)
            unit = self.arms.one_unit(amounts, use)
            used = None if unit is None else Stated(unit, arms=amounts)
        if price is None or used is None:
            return None
        of, unit = price.unit, used.unit
        if of == NO_UNIT:
            return replace(used, price=price)
        if of.money is None or len(of.per) != 1:
            message = Message("expected a price such as DKK_2024/day, found {of}", of=of)
            fix = Message(
                "write {money}/{head}",
                money=of.money or self.arms.reader.money or "DKK_2024",
                head=unit.head,
            )
            at["price"].refuse("E211", message, fix, unit_span(at["price"]))
        elif unit.head != of.per[0] or (not events and unit.per not in PER_PERSON):
            message = Message(
                "expected {per}/person (the price is {of}), found {unit}",
                per=of.per[0],
                of=of,
                unit=unit,
            )
            fix = Message("write {money}/person, or write {money}/person/month", money=of.per[0])
            use.refuse("E211", message, fix, unit_span(use))
        return replace(used, price=price)


def _one_kind(kinds: Iterable[Sequence[str]]) -> str:
    """The fix for keys of several kinds: keep those of one kind, take the others out."""
    stated = [kind for kind in kinds if kind]
    others = ([key for kind in stated if kind != kept for key in kind] for kept in stated)
    return either(without(keys) for keys in others)


def _texts(at: Cursor) -> tuple[str, ...]:
    """The word at `at`, or the words of a list there."""
    words = [at.text] if at.is_scalar else [item.text for item in at.items()]
    return tuple(word for word in words if word)
