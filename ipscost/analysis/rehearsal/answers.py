"""What is true of a made-up trial, to hold an analysis against: the key of the exercise."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.rehearsal.asked import AGES, BY_AGE, MAR, MEAN_AGE, SD_OF_AGE
from ipscost.analysis.rehearsal.trial import SyntheticTrial
from ipscost.scenario.spread import COST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def answers(made: SyntheticTrial) -> dict[str, Any]:
    """The answers as plain values: the scenario's, the sample's, and what was taken away.

    `cost` is the total that the perspective counts of the categories in the data.
    """
    persons, record = made.persons, made.persons.run.record
    design, scenario = persons.design, persons.scenario
    return {
        "synthetic": True,
        "ipscost": record.version,
        "scenario": record.scenario,
        "digest": record.digest,
        "settings": list(record.settings),
        "seed": design.seed,
        "money": record.money,
        "months": scenario.stated_months,
        "perspective": scenario.perspective,
        "persons_in_each_arm": design.n,
        "reference": scenario.reference,
        "truth": _truth(made),
        "sample": _sample(made),
        "made_up": {
            "age": {"mean": MEAN_AGE, "sd": SD_OF_AGE, "range": [*AGES], "correlation": BY_AGE},
            "woman": {"share": 0.5, "correlation": 0.0},
            "before": design.before,
            "sites": design.sites,
            "icc": design.icc,
            "whole_sites": design.by_site,
        },
        "missing": _missing(made),
        "cut_off": _cut(made),
        "left_out": list(persons.left_out),
        "levels_made_up": dict(persons.levels),
        "alike": list(persons.alike),
    }


def _truth(made: SyntheticTrial) -> dict[str, Any]:
    """The means of the scenario by arm, and the differences from the reference arm."""
    persons = made.persons
    ledger = persons.run.point
    means = np.concatenate([ledger.present_value[:, :, 0], ledger.present_outcome[:, :, 0]], axis=1)
    every = (*ledger.categories, *ledger.outcomes)
    rows = means[:, [every.index(path) for path in persons.paths]].T
    return _by_arm(made, rows)


def _sample(made: SyntheticTrial) -> dict[str, Any]:
    """The same of the persons before anything was taken away, with the standard errors of arms.

    These are Welch's; where whole sites have an arm, sites and not persons are what differs.
    """
    design = made.persons.design
    sites = made.persons.of_arms(made.persons.site)
    if not design.by_site:
        sites = [np.arange(each.size) for each in sites]
    parts = made.persons.of_arms(made.persons.values)
    found = _by_arm(made, np.stack([part.mean(axis=1) for part in parts], axis=1))
    totals = [made.persons.total(part) for part in parts]
    base = list(made.persons.scenario.arms).index(made.persons.scenario.reference)
    errors = {}
    for place, arm in enumerate(made.persons.scenario.arms):
        if place != base:
            both = sites[place], sites[base]
            own = {COST: _error((totals[place], totals[base]), both)}
            own |= {
                path: _error((parts[place][row], parts[base][row]), both)
                for row, path in enumerate(made.persons.paths)
            }
            errors[arm] = own
    return {**found, "standard_error": errors}


def _error(values: tuple[Floats, Floats], sites: tuple[Ints, Ints]) -> float:
    """The standard error of a difference of means of two arms, (person,) each.

    By arm G / (G - 1) times the sum of squares of what each of G sites is off in sum, by n squared;
    with a site for each person that is Welch's.
    """
    square = 0.0
    for each, site in zip(values, sites, strict=True):
        off = np.bincount(np.unique(site, return_inverse=True)[1], each - each.mean())
        square += off.size / (off.size - 1) * float((off * off).sum()) / each.size**2
    return math.sqrt(square)


def _by_arm(made: SyntheticTrial, means: Floats) -> dict[str, Any]:
    """Means, (path, arm), and their differences from the reference arm, by arm and path."""
    persons = made.persons
    arms, paths = list(persons.scenario.arms), (COST, *persons.paths)
    base = arms.index(persons.scenario.reference)
    every = np.concatenate([persons.total(means)[None], means])
    columns = {arm: every[:, place] for place, arm in enumerate(arms)}
    return {
        "mean": {arm: dict(zip(paths, own.tolist(), strict=True)) for arm, own in columns.items()},
        "difference": {
            arm: dict(zip(paths, (own - every[:, base]).tolist(), strict=True))
            for place, (arm, own) in enumerate(columns.items())
            if place != base
        },
    }


def _missing(made: SyntheticTrial) -> dict[str, Any] | None:
    """By which mechanism something is missing, and of how many persons of each arm."""
    asked, persons = made.persons.design.missing, made.persons
    if asked is None:
        return None
    told: dict[str, Any] = {"mechanism": asked.name, "share": asked.share}
    if asked.name == MAR:
        told["column"] = asked.column
    taken = persons.of_arms(made.missing)
    told["persons"] = {
        arm: dict(zip(persons.paths, own.sum(axis=1).tolist(), strict=True))
        for arm, own in zip(persons.scenario.arms, taken, strict=True)
    }
    return told


def _cut(made: SyntheticTrial) -> dict[str, Any] | None:
    """How many of each arm were cut off, and from which month the rest of them is not seen."""
    if made.followed is None:
        return None
    counts = [int(own.sum()) for own in made.persons.of_arms(made.cut)]
    arms = made.persons.scenario.arms
    return {
        "share": made.persons.design.censor,
        "persons": dict(zip(arms, counts, strict=True)),
    }
