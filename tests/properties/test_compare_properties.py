"""What holds of every comparison, whatever the scenarios are."""

from __future__ import annotations

import dataclasses
from typing import Any

import builders
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.compare.cases import cases_of
from ipscost.analysis.compare.inputs import explain_gap
from ipscost.formats.tidy import tidy
from ipscost.report.compare.report import compare as _compare

compare = told(_compare)

KINDS = ("programme", "service", "transfer", "productivity", "mixed")
PAYERS = ("municipality", "region", "{municipality: 0.5, region: 0.5}", "{region: 1}")
TIMINGS = ("", "timing: {months: [2, 3]}", "timing: {months: [1, 1]}")
AMOUNTS = (
    "usual: {{mean: {a}}}|ips: {{mean: {b}, se: 5}}",
    "usual: {{mean: {a}, se: 7}}|ips: {{difference: {c}, se: 5}}",
    "usual: {{mean: {a}}}|ips: {{ratio: 0.{b}, se: 0.01}}",
    "ips: {{difference: {c}}}",
)
CARRIED = (
    "",
    "share: 0.5",
    "share: 0.25",
    "share: 0.5, cost: {w: 0.1}",
    "share: 1, stays: [cost.w]",
)
numbers = st.integers(1, 9).map(lambda n: n * 100)


@st.composite
def categories(draw: Any, name: str) -> str:
    """A category: over the horizon or by month, as an amount or as price and use."""
    a, b, c = draw(numbers), draw(numbers), draw(st.integers(-100, 500))
    amounts = draw(st.sampled_from(AMOUNTS)).format(a=a, b=b, c=c).split("|")
    kind = draw(st.sampled_from(KINDS))
    timing = draw(st.sampled_from(TIMINGS))
    payer = draw(st.sampled_from(PAYERS))
    per = draw(st.sampled_from(("", "/month")))
    head = [f"kind: {kind}", f"payer: {payer}", *([timing] if timing else [])]
    if draw(st.booleans()):
        price = f"price: {{mean: {draw(numbers)}, unit: DKK_2024/day, source: study}}"
        use = [f"unit: day/person{per}", "source: study", *amounts]
        body = [*head, price, "use:", *(f"  {line}" for line in use)]
    else:
        body = [*head, f"unit: DKK_2024/person{per}", "source: study", *amounts]
    return f"{name}:\n" + "".join(f"  {line}\n" for line in body)


@st.composite
def scenarios(draw: Any, lengths: tuple[int, ...] = (4,)) -> str:
    """A scenario of one to three categories."""
    names = draw(st.lists(st.sampled_from("wxyz"), min_size=1, max_size=3, unique=True))
    cost = "".join(draw(categories(name)) for name in names)
    rate = draw(st.sampled_from((0, 0.03, 0.1)))
    carried = draw(st.sampled_from([each for each in CARRIED if "w" in names or "w" not in each]))
    return builders.text(
        cost,
        months=draw(st.sampled_from(lengths)),
        discount=f"{{cost: {rate}, outcome: 0}}",
        perspective=draw(st.sampled_from(("societal", "region"))),
        more=f"transfer: {{scale: points, {carried}}}\n" if carried else "",
    )


def run(name: str, content: str, draws: int = 0) -> Run:
    scenario = dataclasses.replace(builders.load(content), name=name, file=f"{name}.yaml")
    return ipscost.simulate(scenario, Settings(draws=draws))


def differences(runs: list[Run]) -> dict[tuple[str, str], tuple[float | None, ...]]:
    """The differences to the first, by measure and path."""
    report = compare(runs, allow=["horizon", "perspective"])
    return {
        (row["measure"], row["path"]): (row["mean"], row["low"], row["high"])
        for row in tidy(report)
        if row["measure"].startswith(("saving_more", "outcome_more"))
    }


@settings(max_examples=60)
@given(scenarios((3, 4, 6)), scenarios((3, 4, 6)))
def test_switching_all_inputs_gives_the_whole_difference(base: str, other: str) -> None:
    (one, two), _ = cases_of([run("a", base), run("b", other)])
    found = explain_gap(one, two)
    assert found.together == pytest.approx(two.saving.point - one.saving.point, abs=1e-6)
    assert sum(found.changes) + found.interaction == pytest.approx(found.together, abs=1e-6)


@given(scenarios(), scenarios())
def test_one_input_after_the_other_gives_the_whole_difference_both_ways(
    base: str, other: str
) -> None:
    (one, two), _ = cases_of([run("a", base), run("b", other)])
    forth, back = explain_gap(one, two), explain_gap(two, one)
    assert forth.together == pytest.approx(-back.together, abs=1e-6)
    assert {each.path for each in forth.inputs} == {each.path for each in back.inputs}
    assert forth.same == back.same


@given(scenarios())
def test_equal_scenarios_differ_by_exactly_nothing(content: str) -> None:
    found = differences([run("a", content, 50), run("b", content, 50)])
    for mean, low, high in found.values():
        assert mean == 0
        assert low in (None, 0)
        assert high in (None, 0)


@given(scenarios(), scenarios())
def test_the_order_of_the_scenarios_only_flips_the_sign(base: str, other: str) -> None:
    runs = [run("a", base, 50), run("b", other, 50)]
    forth, back = differences(runs), differences(runs[::-1])
    assert forth.keys() == back.keys()
    for key, (mean, low, high) in forth.items():
        if key[0] == "probability_of_saving_more":
            continue
        turned = [None if limit is None else -limit for limit in (mean, high, low)]
        for one, two in zip(back[key], turned, strict=True):
            assert (one is None) == (two is None)
            assert one is None or one == pytest.approx(two, abs=1e-6)
