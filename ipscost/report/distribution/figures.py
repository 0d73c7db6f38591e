"""The numbers of distribution for machines: shares, quantiles and what the dearest carry."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.distribution.answer import Distributions
from ipscost.analysis.distribution.measures import DEAREST, GAIN, LOSS, QUANTILES
from ipscost.analysis.interval import Interval
from ipscost.report.distribution.tables import SHARES, quantile_label, share_label
from ipscost.report.frame import account_label
from ipscost.report.report import Figure
from ipscost.words.text import Words, rate, say


def figures(found: Distributions) -> Iterator[Figure]:
    """All of them; of an arm of which nothing is claimed what the dearest carry alone."""
    for arm in found.arms:
        for account in found.accounts:
            if found.is_claimed(arm, account) and not found.is_untold(arm, account):
                yield from _of_saving(found, arm, account)
        if found.is_claimed(arm) and not found.is_untold(arm):
            yield from _of_bounds(found, arm)
    for arm in (found.reference, *found.arms):
        for account in found.accounts:
            yield from _of_cost(found, arm, account)
        for path in found.crowd.why:
            label = found.crowd.scenario.holders[path].label
            for share, value in zip(DEAREST, found.carried_of(arm, path), strict=True):
                if value is not None:
                    yield _dearest(path, "leaf", label, arm, share, value)


def _of_saving(found: Distributions, arm: str, account: str) -> Iterator[Figure]:
    spread, reference = found.of(arm, account), found.reference
    path, level = _path(found, account)
    for name in SHARES:
        yield Figure(
            f"persons_{name}",
            path,
            level,
            share_label(name),
            spread.shares[name],
            arm,
            reference,
            "share",
        )
    for share, value in zip(QUANTILES, spread.quantiles, strict=True):
        yield _quantile(found, "saving_quantile", (path, level), arm, share, value)
    label = account_label(found.crowd.scenario, account)
    for name, chance in (("persons_chance", found.chance(spread.shares[GAIN].mean)),):
        yield Figure(name, path, level, label, Interval(chance), arm, reference, "share")


def _of_bounds(found: Distributions, arm: str) -> Iterator[Figure]:
    bounds, reference, of = found.bounds(arm), found.reference, _path(found, found.main)
    for name, ends in ((GAIN, bounds.gain), (LOSS, bounds.loss)):
        for side, end in zip(("least", "most"), ends, strict=True):
            yield Figure(
                f"persons_{name}_{side}",
                *of,
                share_label(name),
                Interval(end),
                arm,
                reference,
                "share",
            )
    for share, ends in zip(QUANTILES, bounds.quantiles, strict=True):
        for side, end in zip(("least", "most"), ends, strict=True):
            yield _quantile(found, f"saving_quantile_{side}", of, arm, share, Interval(end))


def _quantile(
    found: Distributions,
    measure: str,
    of: tuple[str, str],
    arm: str,
    share: float,
    value: Interval,
) -> Figure:
    unit, about = f"{found.crowd.scenario.money}/person", (("quantile", f"{share:g}"),)
    label = quantile_label(share)
    return Figure(measure, *of, label, value, arm, found.reference, unit, about=about)


def _of_cost(found: Distributions, arm: str, account: str) -> Iterator[Figure]:
    path, level = _path(found, account)
    label = account_label(found.crowd.scenario, account)
    for share, value in zip(DEAREST, found.carried(arm, account), strict=True):
        if value is not None:
            yield _dearest(path, level, label, arm, share, value)


def _dearest(
    path: str, level: str, label: Words, arm: str, share: float, value: Interval
) -> Figure:
    about: tuple[tuple[str, Words], ...] = (
        ("dearest", f"{share:g}"),
        ("persons", say("distribution_dearest_row", share=rate(share))),
    )
    return Figure("cost_carried", path, level, label, value, arm, unit="share", about=about[:1])


def _path(found: Distributions, account: str) -> tuple[str, str]:
    """The path of an account, and what kind of sum it is."""
    if account == found.main:
        return "cost", "total"
    return f"payer.{account}", "group"
