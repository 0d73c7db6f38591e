"""The numbers of a rollout: what each may be, its unit and its range."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ipscost.loading.amounts.plain import read_plain
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import NOTHING, Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.amounts.unknowns import NO_UNIT, unknown_value
from ipscost.loading.amounts.values import unit_span
from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.schema_amounts import AmountKeys
from ipscost.loading.text.findings import plain_text
from ipscost.messages import Message, ors
from ipscost.scenario.nouns import Quantity
from ipscost.units import Money, Unit, parse_unit
from ipscost.words.text import say

SUCH_AS = "write a unit such as"
"""How the fix of a malformed unit begins that knows nothing of what is wanted."""
MONEY = "DKK_2024"
"""The money of units in messages where that of the results is not known."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What a number may be.

    units: those it may have, the usual one first, without the money. Where `is_money`, money comes
    before them, and the number may be unknown; else the number may stand plainly, in the usual one.
    above: it is more than this. below, most: it is less than this, or at most this.
    """

    units: tuple[str, ...]
    usual: str = "gamma"
    is_money: bool = False
    may_fall: bool = False
    over_one: bool = False
    above: float | None = None
    below: float | None = None
    most: float | None = None

    @property
    def wanted(self) -> Wanted:
        """The same, as one amount is told it."""
        return Wanted(
            ("mean",), self.may_fall, self.usual, unknown=self.is_money, over_one=self.over_one
        )


SHARE = Sort(("share",), "beta")
PART = Sort(("share",), "beta", below=1)
"""A share that cannot be all."""
LEAVING = Sort(("share/month",), "beta", below=1)
ON_TOP = Sort(("share",), over_one=True)
"""A share that comes on top of a cost."""
RISE = Sort(("share/year",), "normal", may_fall=True, above=-1, below=1)
MOST_MONTHS = 600
"""Half the months that a horizon may have: the accounts hold all of a rollout month by month."""
MONTHS = Sort(("month",), most=MOST_MONTHS)
SOME_MONTHS = Sort(("month",), above=0, most=MOST_MONTHS)
CLIENTS = Sort(("person",), above=0)
PEOPLE = Sort(("person",), above=0)
CLIENTS_A_YEAR = Sort(("person/year",), above=0)
POSTS = Sort(("post",))
POSTS_PER = Sort(("post",), above=0)
TARGET = Sort(("person", "person/year", "person/month"), above=0)

SALARY = Sort(("/year",), is_money=True)
PLACE = Sort(("/person",), is_money=True)
LUMP = Sort(("",), is_money=True)
LINE = Sort(("", "/year", "/post/year", "/post", "/person"), is_money=True)


class Numbers:
    """Reads the numbers of a rollout with the reader of the scenario."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def read(
        self, at: Cursor | None, sort: Sort, inherited: Inherited = NOTHING
    ) -> Quantity | None:
        """The number at a cursor; None if there is none or something is wrong with it."""
        if at is None:
            return None
        if "source" in at and "assumption" not in at:  # one further up is of numbers without one
            inherited = replace(inherited, assumption=None)
        is_plain = not sort.is_money and len(sort.units) == 1
        before = len(at.problems)
        if is_plain:
            inherited = replace(inherited, unit=(sort.units[0], at.span))
        elif at.is_scalar and unknown_value(at.node) is None:
            self._refuse_bare(at, sort)
            return None
        elif at.is_scalar and len(sort.units) == 1:
            inherited = replace(inherited, unit=(self.units(sort)[0], at.span))
        amount = at.with_node(at.only(AmountKeys)) if at.is_mapping else at
        number = read_plain(self.reader, amount, sort.wanted, inherited, say("rollout_chosen"))
        if number is None:
            for place, each in enumerate(at.problems[before:], before):
                if each.code == "E115" and each.fix.startswith(SUCH_AS):
                    fix = Message("write {meant}", meant=self._likely(at, sort))
                    at.problems[place] = replace(each, fix=fix)
            return None
        self._check_unit(at, number, sort)
        if number.is_known:
            self._check_range(at, number, sort)
        return None if any(p.is_error for p in at.problems[before:]) else number

    def units(self, sort: Sort, money: Money | None = None) -> list[str]:
        """The units that a number may have, as they are written."""
        if not sort.is_money:
            return [*sort.units]
        head = str(money or self.reader.money or MONEY)
        return [f"{head}{per}" for per in sort.units]

    def _likely(self, at: Cursor, sort: Sort) -> str:
        """The unit that a malformed one most likely means: `person/year` for `person/år`."""
        text, known = plain_text(at.mapping.get("unit")).casefold(), self.units(sort)
        for word, unit in (("år", "year"), ("måned", "month"), ("md", "month")):
            if word in text or unit in text:
                return next((each for each in known if each.endswith(unit)), known[0])
        return known[0]

    def _refuse_bare(self, at: Cursor, sort: Sort) -> None:
        """Refuses a bare word or number where an amount with its unit is needed."""
        message = Message("expected an amount with its unit, found '{text}'", text=at.text)
        fix = Message(
            "write {{mean: {text}, unit: {unit}, source: ...}}",
            text=at.text,
            unit=self.units(sort)[0],
        )
        at.refuse("E103", message, fix)

    def _check_unit(self, at: Cursor, number: Quantity, sort: Sort) -> None:
        """Refuses a number in another unit than it may have."""
        unit = number.unit
        if unit == NO_UNIT:
            fix = Message(
                "write {{mean: unknown, unit: {unit}}}", unit=self.units(sort, number.unit.money)[0]
            )
            message = Message("expected an unknown amount with its unit, found none")
            at.refuse("E326", message, fix)
            return
        found = "".join(f"/{each}" for each in unit.per) if unit.money else str(unit)
        if found in sort.units and (unit.money is not None) == sort.is_money:
            return
        known = self.units(sort, unit.money)
        message = Message("expected the unit {known}, found {unit}", known=ors(known), unit=unit)
        meant = next((each for each in known if _alike(parse_unit(each), unit)), known[0])
        fix = Message("write {meant}", meant=meant)
        if not meant_of_number(at, number):
            fix = Message("write {{mean: ..., unit: {unit}, source: ...}}", unit=meant)
            at.refuse("E326", message, fix)
            return
        at.refuse("E326", message, fix, unit_span(at, NOTHING))

    def _check_range(self, at: Cursor, number: Quantity, sort: Sort) -> None:
        """Refuses a number, or one of its bounds, that is out of its range."""
        value = at.get("mean") if at.is_mapping else None
        span = at.span if value is None else value.span
        ends = [(number.value, span)]
        ends += [(bound, at["bounds"].span) for bound in number.bounds or () if "bounds" in at]
        for each, place in ends:
            if sort.above is not None and each <= sort.above:
                message = Message(
                    "expected a number above {above:g}, found {value:g}",
                    above=sort.above,
                    value=each,
                )
                such = 20 if sort.above == 0 else 0.02
                fix = Message(
                    "write a number above {above:g} such as {such:g}", above=sort.above, such=such
                )
                at.refuse("E114", message, fix, place)
            elif sort.below is not None and each >= sort.below:
                message = Message(
                    "expected a number below {most:g}, found {value:g}", most=sort.below, value=each
                )
                fix = Message("write a number below {most:g} such as 0.02", most=sort.below)
                if sort.below < each < 100 * sort.below:
                    fix = Message(
                        "write {share:g} if {percent:g} per cent is meant",
                        share=each / 100,
                        percent=each,
                    )
                at.refuse("E114", message, fix, place)
            elif sort.most is not None and each > sort.most:
                message = Message(
                    "expected at most {most:g} months, found {value:g}", most=sort.most, value=each
                )
                fix = Message("write a number of months such as {such:g}", such=18)
                at.refuse("E114", message, fix, place)


def meant_of_number(at: Cursor, number: Quantity) -> bool:
    """True if the unit of a number stands at the cursor, and not with a shared number."""
    return at.is_mapping and "unit" in at and number.path == at.path


def _alike(one: Unit, other: Unit) -> bool:
    """True for two units of the same things in another order, or up to one that is left out."""
    return sorted(one.per) == sorted(other.per) and one.per != other.per
