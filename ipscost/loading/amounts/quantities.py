"""From an amount in a file to a Quantity: value, unit, uncertainty, source, conversion, line."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from ipscost.errors import Span, nearest
from ipscost.loading.amounts import cycles, unknowns
from ipscost.loading.amounts.cycles import Columns
from ipscost.loading.amounts.meant import fixes_as_meant
from ipscost.loading.amounts.price_years import is_beyond
from ipscost.loading.amounts.sources import NOTHING, Inherited, SourceReader, label_in, text_of
from ipscost.loading.amounts.uncertainty import Wanted, uncertainty
from ipscost.loading.amounts.values import (
    bounds_of,
    check_range,
    doubt_value,
    unit_of,
    unit_span,
    value_of,
    value_span,
)
from ipscost.loading.amounts.ways import Way
from ipscost.loading.cursor import Cursor, Problems
from ipscost.loading.keys.fields import LabelKeys
from ipscost.loading.keys.schema_amounts import PART_OF, UNCERTAINTY_KEYS, AmountKeys
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.edits import SOURCE
from ipscost.loading.text.variants import SET, form_of
from ipscost.messages import Message, ands, either, ors
from ipscost.scenario.distributions import Fixed, Gamma
from ipscost.scenario.nouns import Label, Quantity, Source
from ipscost.scenario.quantity import RATIOS
from ipscost.units import (
    RATIO,
    UNKNOWN,
    Conversion,
    Money,
    NoPriceError,
    Unit,
)
from ipscost.words.text import Text, say, tell

PERSON = Unit("person")
LEVELS = {"mean", "events"}


def label_of(keys: LabelKeys | None, name: str) -> Text:
    """The label or, if there is none, the name in readable form."""
    if keys is None:
        readable = "QALY" if name == "qaly" else name.replace("_", " ").capitalize()
        return Label.same(readable)
    return label_in(keys)


def label_at(node: yamldoc.Node) -> Text:
    """The text at a node that has already been checked to hold one."""
    keys: LabelKeys = findings.valid(node, LabelKeys)
    return label_in(keys)


class Reader(SourceReader):
    """Reads the amounts of one scenario; problems with them go to `problems`.

    Sources, money or way are None if they could not be read. Nothing that depends on them is
    checked then, since the cause has already been reported.
    """

    def __init__(
        self,
        sources: Mapping[str, Source] | None,
        money: Money | None,
        way: Way | None,
        problems: Problems,
        columns: Columns | None = None,
        mend: Callable[[NoPriceError], tuple[str, str]] | None = None,
    ) -> None:
        super().__init__(problems, sources)
        self.mend = mend
        self.columns = columns
        self.numbers: dict[str, Quantity | None] = {}
        self.used: set[str] = set()
        self.money = money
        self.way = way
        self.kept: dict[tuple[int, str], tuple[yamldoc.Node, Quantity | None]] | None = None
        """The numbers by their node and unit, while one of them may be asked for again."""
        self.later: list[tuple[Money, NoPriceError]] = []
        """The amounts that cannot become the reported money since its year has no index."""

    def read(self, at: Cursor, wanted: Wanted, inherited: Inherited = NOTHING) -> Quantity | None:
        """The quantity stated at `at`, or None if something is wrong with it.

        The same number again, within `sharing`, is the one quantity that it was, at its first path.
        """
        if self.kept is None:
            return self._read(at, wanted, inherited)
        key = id(at.node), "" if inherited.unit is None else inherited.unit[0]
        if key not in self.kept:
            self.kept[key] = at.node, self._read(at, wanted, inherited)
        return self.kept[key][1]

    @contextlib.contextmanager
    def sharing(self) -> Iterator[None]:
        """Reads a number that is asked for twice once."""
        self.kept = {}
        try:
            yield
        finally:
            self.kept = None

    def _read(self, at: Cursor, wanted: Wanted, inherited: Inherited) -> Quantity | None:
        before = len(self.problems)
        quantity = self._quantity(at, wanted, inherited)
        if at.is_mapping and at.mapping.was:
            _other_form(at, before)
        return quantity

    def _quantity(self, at: Cursor, wanted: Wanted, inherited: Inherited) -> Quantity | None:
        if (key := unknowns.unknown_value(at.node)) is not None:
            return unknowns.read_unknown(self, at, key, wanted, inherited)
        if at.text:
            _refuse_bare(at, wanted)
            return None
        shared = at.get("number")
        if shared is not None and shared.is_scalar:
            return self._shared(at, shared, wanted)
        values: list[cycles.Value] = []
        column: tuple[str, ...] = ()
        if wanted.by_cycle and (key := cycles.varying(at.node)) is not None:
            by_cycle = self._by_cycle(at, key)
            if by_cycle is None:
                return None
            values, column = by_cycle, cycles.column_of(at[key].node)
            at = at.with_node(cycles.with_first(at.mapping, key, values))
        before = len(self.problems)
        amount = at.read(AmountKeys)
        if amount is None:
            fixes_as_meant(at, before, wanted)
            return None
        before = len(self.problems)
        unit = unit_of(amount, inherited)
        role, value = value_of(amount, wanted, unit, inherited)
        source, place, sure, assumption = self.link(amount, inherited)
        if unit is None or role is None or len(self.problems) > before:
            return None
        for later, span in values[1:]:
            check_range(amount, role, later, span, wanted, unit)
        doubt_value(amount, unit)
        dist, way = uncertainty(amount, role, value, unit, wanted)
        unit = RATIO if role in RATIOS else unit
        vague = wanted.unknown and unit.money is not None and unit.money.year is None
        vague = vague and unit.money != self.money
        conversion = None
        if not vague:
            conversion = self.convert(amount, unit.money, unit_span(amount, inherited))
        if amount.keys.part_of is not None:
            message = Message(
                "{part_of} says which category holds an amount that is not known", part_of=PART_OF
            )
            fix = Message(
                "take {part_of} out, or write {role}: {unknown}",
                part_of=PART_OF,
                role=role,
                unknown=UNKNOWN,
            )
            amount[PART_OF].refuse_key("E251", message, fix)
        if dist is None or any(problem.is_error for problem in self.problems[before:]):
            return None
        number = Quantity(
            path=at.path,
            role=role,
            value=value,
            unit=unit,
            dist=dist,
            way=way,
            source=source,
            place=place,
            sure=sure,
            assumption=assumption,
            note=text_of(amount.keys.note),
            span=value_span(amount),
            conversion=conversion,
            bounds=bounds_of(amount, role, value, unit, wanted),
            series=tuple(each for each, _ in values),
            column=column,
        )
        return unknowns.without_value(number, f"{value:g} {unit}") if vague else number

    def _shared(self, at: Cursor, name: Cursor, wanted: Wanted) -> Quantity | None:
        """The number that `{number: NAME}` refers to, or None if it does not fit here."""
        others = [key for key in at if key != "number"]
        if others:
            message = Message(
                "expected {{number: {text}}} alone, found {others} beside it",
                text=name.text,
                others=ands(others),
            )
            fix: str = Message(
                "move {others} to number.{text}", others=", ".join(others), text=name.text
            )
            at.refuse("E226", message, fix, at[others[0]].key)
            return None
        if name.text not in self.numbers:
            fix = nearest(name.text, tuple(self.numbers))
            at.refuse("E226", Message("unknown number {text}", text=name.text), fix, name.span)
            return None
        number = self.numbers[name.text]
        self.used.add(name.text)
        if number is None:
            return None
        amiss = ""
        if number.role not in wanted.roles:
            amiss = Message(
                "expected {roles}, found {role} in {path}",
                roles=ors(wanted.roles),
                role=number.role,
                path=number.path,
            )
        elif number.series and not wanted.by_cycle:
            amiss = Message(
                "expected one number, found values by cycle in {path}", path=number.path
            )
        elif number.role == "mean" and number.value < 0 and not wanted.negative:
            amiss = Message(
                "expected a number of at least 0, found {value:g} in {path}",
                value=number.value,
                path=number.path,
            )
        if amiss:
            fix = Message(
                "write {{{roles}: ..., {source}}} for {{number: {text}}}",
                roles=wanted.roles[0],
                source=SOURCE,
                text=name.text,
            )
            at.refuse("E226", amiss, fix, name.span)
            return None
        return number

    def count(self, at: Cursor, inherited: Inherited) -> Quantity | None:
        """The number of persons counted on one of several moves: one parameter of a Dirichlet.

        Each count is drawn from a gamma with that shape; the shares of their sum are then Dirichlet
        (Briggs, Claxton, Sculpher 2006, section 4.3). A count of 0 is a move that never happens.
        """
        if not at.is_scalar:
            return None  # already refused with the row
        value = float(at.text)
        amount = at.with_node(yamldoc.Mapping({"mean": at.node}, {"mean": at.span}, at.span))
        before = len(self.problems)
        keys = AmountKeys.model_validate({"mean": at.text})
        source, place, sure, assumption = self.link(amount.with_keys(keys), inherited)
        if len(self.problems) > before:
            return None
        return Quantity(
            path=at.path,
            role="mean",
            value=value,
            unit=PERSON,
            dist=Gamma(value, 1.0) if value else Fixed(value),
            way=say("way_count", n=value) if value else None,
            source=source,
            place=place,
            sure=sure,
            assumption=assumption,
            note=None,
            span=at.span,
            conversion=None,
        )

    def _by_cycle(self, at: Cursor, key: str) -> list[cycles.Value] | None:
        """The values by cycle under `key`, or None if they are unusable."""
        here = at[key]
        uncertain = next((k for k in (*UNCERTAINTY_KEYS, "dist", "bounds") if k in at), None)
        if uncertain is not None or key == "events":
            message = Message(
                "values by cycle are fixed, found {uncertain}", uncertain=uncertain or key
            )
            fix = (
                Message("take {key} out", key=uncertain)
                if uncertain
                else Message("write mean for events")
            )
            here.refuse("E268", message, fix, at[uncertain or key].span)
            return None
        if here.is_mapping:
            assert self.columns is not None
            values = self.columns.values(here)
        else:
            values = cycles.listed(here)
        for value, span in values or ():
            if key in RATIOS and value <= 0:
                message = Message("expected a number above 0, found {value:g}", value=value)
                here.refuse("E114", message, Message("write a number above 0 such as 1"), span)
                return None
        return values

    def convert(self, at: Cursor, money: Money | None, span: Span) -> Conversion | None:
        """The conversion of an amount in `money` to the reported money.

        None if none is needed. None, with a problem at `span`, if it is impossible.
        """
        way = self.way
        if money is None or self.money is None or way is None:
            return None
        if way.is_there(money, self.money):
            return None
        if way.order is None and money.currency != self.money.currency:
            message = Message(
                "{money} must become {wanted}, but the order is not stated",
                money=money,
                wanted=self.money,
            )
            orders = way.orders(money, self.money)
            fix = either(
                Message("add conversion: {order} to the file", order=order) for order in orders
            )
            at.refuse("E217", message, fix, span)
            return None
        try:
            return way.convert(money, self.money)
        except NoPriceError as error:
            if not way.reader and is_beyond(self.money, way.tables):
                self.later.append((money, error))  # reported once, where the money is stated
                return None
            message = Message(
                "{message}, so {money} cannot become {wanted}",
                message=error.message,
                money=money,
                wanted=self.money,
            )
            fix, shown = (error.fix, "") if self.mend is None else self.mend(error)
            if self.money.year is None and money.year is not None:
                fix = Message(
                    "write money: {money} in the file if the results may be of that year",
                    money=money,
                )
                shown = ""
            self.problems.refuse(span, "E212", at.path, message, fix, shown)
            return None


def _refuse_bare(at: Cursor, wanted: Wanted) -> None:
    """Refuses a bare word or number where an amount with its source is needed."""
    message = Message("expected an amount, found '{text}'", text=at.text)
    role = "mean" if "mean" in wanted.roles else wanted.roles[0]
    fix = Message("write {{{role}: {text}, source: ...}}", role=role, text=at.text)
    if unknowns.said_otherwise(at.node) is not None and wanted.unknown:
        fix = Message("write {meant}", meant=UNKNOWN)
    elif at.span.file == SET:
        fix = Message("write {path}.{roles} for {path}", path=at.path, roles=wanted.roles[0])
    at.refuse("E103", message, fix)


@dataclass(frozen=True)
class _Expected:
    """A message, in English without what was found: a warning of something else follows it."""

    message: str

    def tell(self, language: str) -> str:
        """The words in a language."""
        return str(tell(self.message, language)).partition(", found")[0]

    def in_english(self) -> str:
        """The words in English."""
        return self.message.partition(", found")[0]


def _other_form(at: Cursor, before: int) -> None:
    """Explains a problem if a number replaces one stated in another form, such as a ratio.

    That is the cause if the number is out of the range of the new form, or has no unit, which a
    ratio of levels does not need.
    """
    new, old = form_of(at.node), at.mapping.was
    alike = new == old or {new, old} <= LEVELS or "number" in (new, old)
    if alike or new not in at:
        return
    stated, fix = at[new], Message("write {right} for {wrong}", right=old, wrong=new)
    if stated.key.file == SET:
        fix = Message(
            "write {path}.{meant} for {problem_path}",
            path=at.path,
            meant=old,
            problem_path=stated.path,
        )
        if stated.path not in stated.key.text:
            fix = Message("write {old}: for {new}:", old=old, new=new)
    for index in range(before, len(at.problems)):
        problem = at.problems[index]
        has_no_unit = problem.code == "E102" and old in RATIOS
        if has_no_unit or (problem.code == "E114" and problem.span == stated.span):
            span = stated.key if has_no_unit else stated.span
            message = Message(
                "{expected}; the number that it replaces is stated by {old}",
                expected=_Expected(problem.message),
                old=old,
            )
            at.problems[index] = replace(problem, code="E280", message=message, fix=fix, span=span)
            return
    if not any(problem.is_error for problem in at.problems[before:]):
        doubt = say("doubt_form", new=new, old=old)
        fix = Message(
            "{fix} if a {old} is meant; nothing is wrong where a {new} is",
            fix=fix,
            old=old,
            new=new,
        )
        at.doubt("W410", doubt, fix, stated.key)
