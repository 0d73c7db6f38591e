"""Years that no price index reaches: what is refused, how it is mended, and what a file assumes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ipscost.errors import Span
from ipscost.loading.amounts.prices import MOST_YEARS, files_of, money_of
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.amounts.ways import Way
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema import PricesKeys
from ipscost.loading.text import shipped
from ipscost.messages import Message, series
from ipscost.scenario.quantity import LaterPrices, Quantity
from ipscost.units import Money, NoPriceError, PriceTables
from ipscost.words.text import typed

PRICE_YEAR = "--price-year"
"""The option that names the price year of the results, in place of the file."""
USUAL_YEARS = 10
"""How many of the last known years a message takes the mean growth of, for years after them."""


class Assumed(NamedTuple):
    """A fix that assumes prices: on one line, in lines to paste, and what `prices` is set to."""

    fix: str
    shown: str
    value: str = ""


NOTHING = Assumed("", "")


class PriceYears:
    """The price years of one scenario; problems with them go to those of `root`.

    `prices` are None if they could not be read, which has been reported.
    """

    def __init__(self, root: Cursor, prices: PriceTables | None) -> None:
        self.root = root
        self.prices = prices

    def restated(
        self, stated: Money | None, price_year: int | None, wanted: Money | None, way: Way | None
    ) -> Money | None:
        """The money of the results: as stated, as `wanted`, or in the prices of another year.

        None, with a problem, if the stated money cannot become it.
        """
        if stated is None or way is None or (price_year is None and wanted is None):
            return stated
        money = wanted or Money(stated.currency, price_year or stated.year)
        try:
            way.convert(stated, money)
        except NoPriceError as error:
            span, message = Span(PRICE_YEAR, 1, 1, 4, str(price_year)), error.message
            if wanted is not None:
                span = self.root["money"].span
                message = Message(
                    "{message}, so {money} cannot become {wanted}",
                    message=message,
                    money=stated,
                    wanted=wanted,
                )
            if wanted is None and not way.reader and is_beyond(money, way.tables):
                message = Message(
                    "no consumer prices for {currency} in {step}",
                    currency=money.currency,
                    step=money.year,
                )
                near = stated if is_beyond(stated, way.tables) else self._nearest(money)
                self._refuse_year(span, message, str(near.year), error.later or money)
            else:
                self.root.problems.refuse(span, "E212", "money", message, *self.mend(error))
            return None
        return money

    def refuse_unpriced(
        self, money: Money | None, amounts: Sequence[tuple[Money, NoPriceError]]
    ) -> None:
        """Refuses results in the money of a year without an index, once and not per amount.

        amounts: those that would have to be converted into it, and why they cannot.
        """
        if not amounts or money is None or self.prices is None:
            return
        stated, error = amounts[0]
        message = Message(
            "{message}, so {money} cannot become {wanted}",
            message=error.message,
            money=stated,
            wanted=money,
        )
        needed = [error.later for _, error in amounts if error.later is not None]
        last = max(needed, key=lambda each: each.year or 0, default=money)
        self._refuse_year(self.root["money"].span, message, str(self._nearest(money)), last)

    def _nearest(self, money: Money) -> Money:
        """The money of the nearest year that prices are known for."""
        assert self.prices is not None
        assert money.year is not None
        changes = self.prices.change[money.currency]
        return Money(money.currency, min(max(money.year, min(changes) - 1), max(changes)))

    def _refuse_year(self, span: Span, message: str, near: str, needed: Money) -> None:
        """Refuses a year without an index: the nearest one that has one will do, or an assumption.

        near: that year as it is written. needed: the last year that prices are needed for.
        """
        assert self.prices is not None
        changes, fix = self.prices.change[needed.currency], Message("write {meant}", meant=near)
        known = Message(
            "prices are known from {first} to {last}",
            first=min(changes) - 1,
            last=max(changes),
        )
        flow, lines, value = self.assume(needed)
        if not flow:
            fix = Message(
                "{fix}; {known}, and a file under `prices:` can add to them", fix=fix, known=known
            )
            self.root.problems.refuse(span, "E212", "money", message, fix)
            return
        shown = Message("{fix} ({known}), or {lines}", fix=fix, known=known, lines=lines)
        if span.file == PRICE_YEAR and value:
            shown = Message(
                "{shown}\nor, to leave the file as it is, add to the command:\n{option}",
                shown=shown,
                option=series(["  --set 'prices=", value, "'"], ""),
            )
        self.root.problems.refuse(
            span,
            "E212",
            "money",
            message,
            Message("{first}, or {next}", first=fix, next=flow),
            shown,
        )

    def mend(self, error: NoPriceError) -> tuple[str, str]:
        """The fix for a missing rate or index, on one line and as it is shown."""
        if error.later is not None and (found := self.assume(error.later)) != NOTHING:
            return found.fix, found.shown
        if error.absent:
            file = shipped.price_file(*(currency.lower() for currency in error.absent))
            at = self.root.get("prices")
            if file and at is None:
                return Message("add prices: [{file}] to the file", file=file), ""
            if file:
                files = ", ".join([*(item.text for item in files_of(at)), file])
                key = "files" if at is not None and "assume" in at else "prices"
                place = "prices" if key == "files" else Message("the file")
                return Message(
                    "write {key}: [{files}] in {place}", key=key, files=files, place=place
                ), ""
        return error.fix, ""

    def assume(self, money: Money) -> Assumed:
        """The fix that assumes prices to the year of `money`.

        The growth is the mean of the last years. It is empty where nothing is known that the
        assumption can follow, or the year is far off or not of the scenario's own currency.
        """
        own = money_of(self.root)
        if self.prices is None or own is None or own.currency != money.currency:
            return NOTHING
        published = _published(self.prices, money.currency)
        last, at = max(published, default=0), self.root.get("prices")
        if money.year is None or not published or not last < money.year <= last + MOST_YEARS:
            return NOTHING
        if at is not None and "assume" in at:
            fix = Message("write assume: {year} in prices", year=money.year)
            return Assumed(fix, fix)
        years = [year for year in published if year > last - USUAL_YEARS]
        growth = round(_mean_growth([published[year] for year in years]), 3)
        shown_in = {"growth": typed(100 * abs(growth), 3), "last": last, "years": len(years)}
        text = (
            Message(
                "consumer prices rise by {growth}% a year after {last}, the mean of the "
                "{years} years before",
                **shown_in,
            )
            if growth >= 0
            else Message(
                "consumer prices fall by {growth}% a year after {last}, the mean of the "
                "{years} years before",
                **shown_in,
            )
        )
        files = ", ".join(item.text for item in files_of(at))
        stated = [f"files: [{files}]"] if files else []
        stated += [f"assume: {money.year}", f"growth: {growth:g}"]
        assumption = Message('assumption: "{text}"', text=text)
        block = series(
            ["prices:", *(f"  {line}" for line in stated), series(["  ", assumption], "")], "\n"
        )
        value = series(["{", series([*stated, assumption]), "}"], "")
        flow = series(["prices: ", value], "")
        if at is None:
            return Assumed(
                Message("add {flow} to the file", flow=flow),
                Message("add these lines to the file:\n{block}", block=block),
                value,
            )
        shown = Message(
            "write these lines in the file in place of its prices:\n{block}", block=block
        )
        return Assumed(Message("write {flow} in the file", flow=flow), shown, value)


def _published(prices: PriceTables, currency: str) -> dict[int, float]:
    """The changes of prices that are published, in per cent, by year."""
    changes = prices.change.get(currency, {})
    return {year: change.value for year, change in changes.items() if not change.assumed}


def _mean_growth(changes: Sequence[float]) -> float:
    """The mean growth a year, as a share, over years with these changes in per cent."""
    product = 1.0
    for change in changes:
        product *= 1 + change / 100
    growth: float = product ** (1 / len(changes)) - 1
    return growth


def is_beyond(money: Money, prices: PriceTables) -> bool:
    """True for the money of a year that consumer prices, as far as they are known, do not reach."""
    changes = prices.change.get(money.currency)
    if money.year is None or not changes:
        return False
    return not min(changes) - 1 <= money.year <= max(changes)


def later_prices(
    root: Checked[dict[str, object]], prices: PriceTables, numbers: Sequence[Quantity]
) -> LaterPrices | None:
    """The prices that a file assumes; None where no number was converted with them."""
    keys, own = root.keys.get("prices"), money_of(root)
    if own is None or not isinstance(keys, PricesKeys):
        return None
    why = text_of(keys.assumption)
    is_used = any(number.has_later_prices for number in numbers)
    if not is_used or keys.assume is None or keys.growth is None or why is None:
        return None
    after = max(_published(prices, own.currency))
    return LaterPrices(own.currency, after, keys.assume, keys.growth, why)
