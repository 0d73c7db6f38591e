"""Published evaluations: those that come with ipscost, and in whose money they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipscost.errors import AskedError
from ipscost.library.asked import check_among
from ipscost.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipscost.analysis.studies import ReaderMoney
    from ipscost.report.report import Report
    from ipscost.run import Run
    from ipscost.scenario.nouns import Scenario
    from ipscost.units import PriceTables

HOME = "DNK"
"""The country in whose money studies are told, in the last year with prices, unless asked."""


def shipped_studies() -> tuple[Scenario, ...]:
    """Every scenario that comes with ipscost and tells a published evaluation."""
    from ipscost.loading import load
    from ipscost.loading.text.shipped import names

    return tuple(each for each in map(load, names()) if each.study is not None)


def side_by_side(
    runs: Sequence[Run], money: str | None, pool: str | None, allow: Sequence[str], level: float
) -> Report:
    """The report of runs of studies, or of all that come with ipscost; pooled where asked for.

    Raises AskedError for what cannot be pooled, or allowed.
    """
    from ipscost.analysis.pooling import ALLOWED, pooled_studies
    from ipscost.analysis.studies import studies
    from ipscost.run import simulate
    from ipscost.synthesis.effects import MEASURES

    check_among("pool", () if pool is None else (pool,), MEASURES)
    check_among("allow", allow, ALLOWED)
    tables = world_prices()
    reader = in_whose_money(money, tables)
    told = runs or [simulate(each, totals=True) for each in shipped_studies()]
    found = studies(told, reader, tables, level)
    if pool is None:
        from ipscost.report.evidence.report import evidence

        return evidence(found, reader, level)
    from ipscost.report.evidence.pooled import pooled

    return pooled(pooled_studies(found, pool, allow, level))


def world_prices() -> PriceTables:
    """Consumer prices, purchasing power and mean exchange rates of countries."""
    from ipscost.loading.amounts.world import with_world
    from ipscost.loading.text.inputs import Inputs
    from ipscost.units import PriceTables

    return with_world(PriceTables(), Inputs())


def in_whose_money(text: str | None, tables: PriceTables) -> ReaderMoney:
    """The money that was asked for, `EUR_2024/DEU`, or else kroner of the last year with prices.

    Raises AskedError for what is no money, or has no prices in the tables.
    """
    from ipscost.analysis.studies import ReaderMoney, newest_year, reader_of
    from ipscost.units import Money, NoPriceError, parse_place

    if text is None:
        money = Money(tables.countries[HOME].currency, newest_year(HOME, tables))
        return ReaderMoney(money, HOME)
    try:
        return reader_of(*parse_place(text.strip()), tables)
    except NoPriceError as error:
        raise AskedError(
            Message("--money {text}: {why}; {fix}", text=text, why=error.message, fix=error.fix)
        ) from None
    except ValueError as error:
        raise AskedError(
            Message("--money: {why}; write DKK_2024 or EUR_2024/DEU", why=error.args[0])
        ) from None
