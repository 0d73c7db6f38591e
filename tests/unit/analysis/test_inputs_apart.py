"""Inputs that differ read differently on both sides, and rounding is no difference."""

from __future__ import annotations

import dataclasses
import itertools
from functools import cache
from pathlib import Path

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import told

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.compare.cases import ComparedArm, cases_of
from ipscost.analysis.compare.inputs import Input, differing, explain_gap, onto_two_arms
from ipscost.report.compare.fuller import timings
from ipscost.report.compare.sides import apart as _apart
from ipscost.scenario.nouns import Timing

apart = told(_apart)

EXAMPLES = Path(__file__).parents[3] / "examples"
SCENARIOS = (
    "inklusion-ips",
    "inklusion-ipse",
    "labour-market-ips",
    "ips-ten-years",
    "municipality.yaml",
    "municipality-dearer.yaml",
    "states.yaml",
)
LANGUAGES = ("en", "da")


@cache
def shipped(name: str) -> Run:
    file = EXAMPLES / name if name.endswith(".yaml") else name
    return ipscost.simulate(ipscost.load(file), Settings(draws=0))


def alike(found: tuple[Input, ...]) -> list[str]:
    """The inputs whose two sides read alike in one of the languages, or say nothing."""
    both = [each for each in found if each.base is not None and each.other is not None]
    told = [
        each.path
        for each in both
        for language in LANGUAGES
        if len(set(apart(each.base, each.other, language))) < 2
    ]
    sides = [(each.path, side) for each in found for side in (each.base, each.other) if side]
    texts = [(path, apart(side, None)[0]) for path, side in sides]
    return [*told, *(path for path, text in texts if not text)]


def inputs_of(base: ComparedArm, other: ComparedArm) -> tuple[Input, ...]:
    start, end = (onto_two_arms(case.scenario, case.arm) for case in (base, other))
    start = dataclasses.replace(start, payers={**end.payers, **start.payers})
    return differing(start, end)[0]


@pytest.mark.parametrize(("base", "other"), list(itertools.permutations(SCENARIOS, 2)))
def test_no_two_sides_of_a_difference_between_shipped_scenarios_read_alike(
    base: str, other: str
) -> None:
    one, two = shipped(base), shipped(other)
    cases, _ = cases_of([one, two])
    mine, theirs = ([case for case in cases if case.run is run] for run in (one, two))
    for first, second in itertools.product(mine, theirs):
        assert alike(inputs_of(first, second)) == []


def pair(base: str, other: str) -> tuple[ComparedArm, ComparedArm]:
    runs = []
    for name, content in (("a", base), ("b", other)):
        scenario = dataclasses.replace(builders.load(content), name=name, file=f"{name}.yaml")
        runs.append(ipscost.simulate(scenario, Settings(draws=0)))
    (one, two), _ = cases_of(runs)
    return one, two


def texts(base: str, other: str, path: str, language: str = "en") -> tuple[str, str]:
    found = {each.path: each for each in inputs_of(*pair(base, other))}
    assert alike(tuple(found.values())) == []
    return apart(found[path].base, found[path].other, language)


CARE = builders.text(builders.CARE)


@pytest.mark.parametrize(
    ("change", "path", "expected"),
    [
        (("-300", "-300.00000001"), "cost.care.ips", ("-300 ", "-300.00000001 ")),
        (("se: 50", "se: 50.0000001"), "cost.care.ips", ("deviation 50", "deviation 50.0000001")),
        (("se: 50", "se: 50, dist: gamma"), "cost.care.ips", None),
        (("cost: 0,", "cost: 0.0000000001,"), "discount.cost", ("0", "1e-10")),
    ],
)
def test_as_many_digits_are_told_as_it_takes(
    change: tuple[str, str], path: str, expected: tuple[str, str] | None
) -> None:
    if expected is None:
        positive = CARE.replace("difference: -300", "mean: 700")
        first, second = texts(positive, positive.replace("se: 50", "se: 50, dist: normal"), path)
        assert first.endswith("gamma with mean 700 and standard deviation 50")
        assert second.endswith("normal with mean 700 and standard deviation 50")
        return
    first, second = texts(CARE, CARE.replace(*change), path)
    assert expected[0] in first
    assert expected[1] in second


def test_in_danish_the_digits_have_a_comma() -> None:
    _, second = texts(CARE, CARE.replace("-300", "-300.00000001"), "cost.care.ips", "da")
    assert "-300,00000001" in second


def test_shares_of_payers_are_told_apart() -> None:
    first, second = (
        CARE.replace("payer: region", f"payer: {{region: {a}, municipality: {b}}}")
        for a, b in (("0.33333333", "0.66666667"), ("0.3333333333", "0.6666666667"))
    )
    assert texts(first, second, "cost.care.payer") == (
        "region 0.33333333, municipality 0.66666667",
        "region 0.3333333333, municipality 0.6666666667",
    )


def test_rounding_is_no_difference() -> None:
    nudged = CARE.replace("-300", "-300.00000000000006").replace(
        "mean: 1000", "mean: 1000.0000000000001"
    )
    one, two = pair(CARE, nudged)
    found = explain_gap(one, two)
    assert found.inputs == ()
    assert found.same == explain_gap(one, one).same


def test_a_category_that_goes_on_reads_otherwise_than_one_that_stops() -> None:
    cases, _ = cases_of([shipped("labour-market-ips"), shipped("ips-ten-years")])
    one, two = cases[0], cases[2]
    found = {each.path: each for each in inputs_of(one, two)}
    first, second = apart(found["cost.programme"].base, found["cost.programme"].other, "en")
    assert first.endswith("months [1, 18]; horizon.months: 18")
    assert second.endswith("months [1, 18]; horizon.months: 120; continues: true")


# --- timing ------------------------------------------------------------------------------------

monthly = st.lists(st.floats(0.001, 1.0), min_size=2, max_size=12)


def weighted(weights: list[float]) -> Timing:
    return Timing(tuple(weights), "weights", 1, len(weights), False, True)


@given(monthly, st.integers(0, 11), st.floats(1e-12, 0.5))
def test_two_timings_that_differ_never_read_alike(
    weights: list[float], place: int, more: float
) -> None:
    other = list(weights)
    other[place % len(other)] += more
    first, second = timings(weighted(weights), weighted(other))
    assert (first == second) == (weights == other)


def test_weights_have_equal_digits_on_both_sides_and_no_more_than_it_takes() -> None:
    one, two = weighted([0.25, 0.25, 0.5]), weighted([0.25, 0.2501, 0.4999])
    assert timings(one, two) == ("weights [0.25, 0.25, 0.5]", "weights [0.25, 0.2501, 0.4999]")
    far = [1 / 18] * 18
    other = [*far[:16], far[16] - 1e-6, far[17] + 1e-6]
    assert timings(weighted(far), weighted(other)) == (
        "weights [..., month 17: 0.05556, 0.05556]",
        "weights [..., month 17: 0.05555, 0.05556]",
    )


def test_the_same_months_of_other_horizons_are_told_apart() -> None:
    one = Timing((1.0,) * 18, "months", 1, 18, True, True)
    two = Timing((*(1.0,) * 18, *(0.0,) * 102), "months", 1, 18, True, True)
    assert timings(one, two) == (
        "months [1, 18]; horizon.months: 18",
        "months [1, 18]; horizon.months: 120",
    )
