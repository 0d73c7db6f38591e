"""The shipped scenario, its runs and its calibration, as the tests of this folder ask for them."""

from __future__ import annotations

from functools import cache

import numpy as np
from forms import EVER_18

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.analysis.calibrate.calibrated import Calibrated, calibrated
from ipscost.scenario.nouns import Category
from ipscost.units import Money, convert

NAME = "labour-market-ips"
LEAVE = "model.transition.benefit.out.from_1.sau"
LATER = "model.transition.benefit.out.from_19.sau"
LOSE = "model.transition.job.benefit.sau"
SHARE = "model.transition.benefit.out.to.job"


@cache
def scenario(*settings: str, name: str = NAME) -> Scenario:
    return ipscost.load(name, list(settings))


@cache
def run(*settings: str, name: str = NAME) -> Run:
    return ipscost.simulate(scenario(*settings, name=name), Settings(draws=0))


@cache
def fitted(*settings: str) -> Calibrated:
    return calibrated(scenario(*settings), starts=1)


def stated(name: str = NAME) -> dict[str, float]:
    """The value of every quantity as the file states it, by path."""
    return {quantity.path: quantity.value for quantity in scenario(name=name).quantities}


def outcome(found: Run, name: str) -> list[float]:
    """The outcome in each arm."""
    place = found.point.outcomes.index(f"outcome.{name}")
    values: list[float] = found.point.present_outcome[:, place, 0].tolist()
    return values


def values() -> dict[str, float]:
    """The fitted numbers as the second model calls them."""
    found = stated()
    return {
        "rate": found[LEAVE],
        "later": found[LATER],
        "ratio_ips": found["number.ratio_ips"],
        "ratio_ipse": found["number.ratio_ipse"],
        "exit": found[LOSE],
    }


def euros() -> float:
    """Kroner of 2017 for a euro of 2016."""
    found = scenario()
    order = "exchange_then_prices"
    return convert(Money("EUR", 2016), found.money, found.prices, order).factor


def categories() -> tuple[Category, ...]:
    return scenario().categories


def constant() -> dict[str, float]:
    """A rate that never changes, and ratios that last, fitted to the shares by month 18 alone."""
    rate, *others = (-np.log(1 - EVER_18) / 18).tolist()
    return {"rate": rate, "ratio_ips": others[0] / rate, "ratio_ipse": others[1] / rate}


def with_constant_hazard() -> Run:
    """The scenario with that rate in place of its own."""
    found = constant()
    return run(
        f"{LEAVE}.mean={found['rate']}",
        f"{LATER}.mean={found['rate']}",
        f"number.ratio_ips.hazard_ratio={found['ratio_ips']}",
        f"number.ratio_ipse.hazard_ratio={found['ratio_ipse']}",
        "model.transition.benefit.out.from_19.ips={number: ratio_ips}",
        "model.transition.benefit.out.from_19.ipse={number: ratio_ipse}",
    )
