"""The numbers of distribution for machines: shares, quantiles and what the dearest carry."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.distribution.answer import Distributions
from ipscost.analysis.distribution.measures import DEAREST, GAIN, LOSS, QUANTILES
from ipscost.analysis.interval import Interval
from ipscost.report.distribution.tables import SHARES, quantile_label, share_label
from ipscost.report.frame import account_label
from ipscost.report.report import Figure, numbers_of
from ipscost.words.text import Words


def figures(found: Distributions) -> Iterator[Figure]:
    """All of them; of an arm of which nothing is claimed what the dearest carry alone."""
    for arm in found.arms:
        for account in found.accounts:
            if found.is_claimed(arm, account) and not found.is_untold(arm, account):
                yield from _of_saving(found, arm, account)
        if found.is_claimed(arm) and not found.is_untold(arm):
            yield from _of_bounds(found, arm)
            yield from _of_groups(found, arm)
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
    chance = Interval(found.chance(spread.shares[GAIN].mean))
    yield Figure("persons_chance", path, level, label, chance, arm, reference, "share")


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


def _of_groups(found: Distributions, arm: str) -> Iterator[Figure]:
    """The shares and the median of each group of people."""
    unit = f"{found.crowd.scenario.money}/person"
    known = {each.name: (each.path, each.label) for each in found.crowd.scenario.subgroups}
    for each in found.of_groups(arm):
        path, label = known[each.name]
        numbers = [
            ("group_share", each.share, "", "", "share"),
            ("persons_gain", each.gain, arm, found.reference, "share"),
            ("persons_loss", each.loss, arm, found.reference, "share"),
            ("saving_median", each.median, arm, found.reference, unit),
        ]
        if each.dearest is not None:
            numbers.append(("group_of_dearest", each.dearest, found.reference, "", "share"))
        told = ((m, Interval(v), one, other, of) for m, v, one, other, of in numbers)
        yield from numbers_of(path, "group", label, *told)
        for share, value in zip(DEAREST, each.carried or (), strict=False):
            yield _dearest(path, "group", label, found.reference, share, Interval(value))


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
    about = (("dearest", f"{share:g}"),)
    return Figure("cost_carried", path, level, label, value, arm, unit="share", about=about)


def _path(found: Distributions, account: str) -> tuple[str, str]:
    """The path of an account, and what kind of sum it is."""
    if account == found.main:
        return "cost", "total"
    return f"payer.{account}", "group"
