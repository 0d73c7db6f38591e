"""A kind of cost is a row of a table and its words: with a new one every sum still adds up."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import builders
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.analysis.interval import Interval
from ipscost.analysis.payers import names
from ipscost.analysis.simulate.summary import IncrementalCost, summarised
from ipscost.loading.keys.json_schema import json_schema
from ipscost.report.compare.report import compare
from ipscost.report.explain.report import explain
from ipscost.report.payers.report import payers
from ipscost.report.report import Table
from ipscost.scenario import kinds, perspectives
from ipscost.scenario.kinds import KINDS, Kind
from ipscost.words import LANGUAGES, say

PACKAGE = Path(ipscost.__file__).parent

PAYERS = """
municipality: {label: Municipality, public: true}
region: {label: Region, public: true, health: true}
employer: {label: Employer}
"""

CATEGORY = """
{name}:
  kind: {kind}
  payer: {payer}
  unit: DKK_2024/person
  source: study
  usual: {{mean: {usual}}}
  ips: {{difference: {change}}}
"""
ROWS = (
    ("programme", "programme", "municipality", 0, 400),
    ("care", "service", "region", 900, -170),
    ("shared", "service", "{municipality: 0.25, region: 0.5, employer: 0.25}", 300, -16),
    ("fresh", "service", "{municipality: 0.5, region: 0.25, employer: 0.25}", 80, 24),
    ("benefits", "transfer", "municipality, receiver: employer", 700, -90),
    ("work", "productivity", "{employer: 0.75, region: 0.25}", -500, -60),
)
COST = "".join(
    CATEGORY.format(name=name, kind=kind, payer=payer, usual=usual, change=change)
    for name, kind, payer, usual, change in ROWS
).replace(", receiver: employer", "\n  receiver: employer")
MORE = """
perspectives:
  care: {label: Care, cost: [cost.care, cost.fresh]}
  purse: {label: Purse, payers: [municipality, region]}
welfare:
  net_tax_factor: {mean: 1.28, source: study}
  tax_distortion: {mean: 1.1, source: study}
"""
VIEWS = (
    *("societal", "municipality", "region", "employer", "public", "health", "welfare"),
    *("care", "purse"),
)

# A sum of its own takes its words from a key that is there.
OWN = "all_payers"
NEW = {
    "real": Kind("new", "counted by all", OWN),
    "unpaid": Kind("new", "work that nobody pays", OWN, is_paid=False, may_be_negative=True),
    "moved": Kind("new", "money that moves", OWN, is_real=False, may_be_negative=True),
    "resource": Kind("new", "in a sum that there is", "resources"),
}


@cache
def stated() -> Scenario:
    """The scenario as a file can state it, from society's perspective."""
    return builders.load(builders.text(COST, payer=PAYERS, more=MORE))


@pytest.fixture(params=NEW)
def new(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Kind:
    """A kind that the program does not have, in its table."""
    row: Kind = NEW[request.param]
    monkeypatch.setitem(KINDS, row.name, row)
    return row


def with_new() -> Scenario:
    """The scenario with one category of the new kind."""
    changed = [
        replace(category, kind="new") if category.path == "cost.fresh" else category
        for category in stated().categories
    ]
    return replace(stated(), categories=tuple(changed))


def simulated(perspective: str) -> Run:
    """A run of it from a perspective."""
    scenario = replace(with_new(), perspective=perspective)
    courses = names(scenario)
    return ipscost.simulate(scenario, Settings(draws=0), courses=courses)


def sums(table: Table, column: int) -> tuple[float, float, float]:
    """What a column has by kind, by category, and in total."""

    def added(rows: Sequence[float]) -> float:
        return sum(rows)

    def values(prefix: str, level: str) -> list[float]:
        cells = [
            row.cells[column]
            for row in table.rows
            if row.path.startswith(prefix) and row.level == level
            if row.suffix != "_not_counted"
        ]
        return [cell.mean for cell in cells if isinstance(cell, Interval)]

    return (
        added(values("kind.", "group")),
        added(values("cost.", "leaf")),
        added(values("cost", "total")),
    )


def means(
    sums: Iterable[IncrementalCost], of: Callable[[IncrementalCost], Interval | None]
) -> list[float]:
    """The known numbers that `of` takes of each sum."""
    return [found.mean for found in map(of, sums) if found is not None]


def test_every_perspective_is_tried() -> None:
    assert set(perspectives.known(stated())) == set(VIEWS)


@pytest.mark.parametrize("perspective", VIEWS)
def test_simulate_adds_up_with_a_new_kind(new: Kind, perspective: str) -> None:
    run = simulated(perspective)
    (compared,) = summarised(run).comparisons
    costs = compared.costs
    by_category = [each for node, each in costs.tree if node.is_leaf]
    for of in (lambda s: s.reference, lambda s: s.own, lambda s: s.difference):
        (total,) = means([costs.total], of)
        assert sum(means(costs.kinds, of)) == pytest.approx(total)
        assert sum(means(by_category, of)) == pytest.approx(total)
    index = run.point.categories.index("cost.fresh")
    weight = run.point.weight(perspective)[index]
    of_kind = [each for each in costs.kinds if each.path == kinds.path_of(new.part)]
    if new.part == OWN:
        assert means(of_kind, lambda s: s.difference) == (
            pytest.approx([24 * weight]) if weight else []
        )
    for payer in (*compared.payers, compared.together):
        if payer.budget is not None:
            parts = [each.mean for each in (payer.saving, payer.transfers) if each is not None]
            assert payer.budget.mean == pytest.approx(sum(parts))


@pytest.mark.parametrize("perspective", VIEWS)
def test_payers_adds_up_with_a_new_kind(new: Kind, perspective: str) -> None:
    report = payers(simulated(perspective))
    assert any(kinds.path_of(new.part) == row.path for t in report.tables for row in t.rows)
    assert report.figures is not None
    measures = {each.measure for each in report.figures if each.measure.startswith("gain_to_")}
    for measure in ("gain", *(each for each in measures if not each.endswith("_by_kind"))):
        of_kinds = [e.value.mean for e in report.figures if e.measure == f"{measure}_by_kind"]
        leaves, totals = (
            [e.value.mean for e in report.figures if (e.measure, e.level) == (measure, level)]
            for level in ("leaf", "total")
        )
        assert leaves
        assert sum(of_kinds) == pytest.approx(totals[0])
        assert sum(leaves) == pytest.approx(totals[0])


def test_compare_adds_up_with_a_new_kind(new: Kind) -> None:
    run = simulated("societal")
    report = compare([run, replace(run, scenario=replace(run.scenario, name="other"))])
    mine = [each for each in report.figures or () if each.scenario == run.scenario.name]
    parts = {each.path: each.value.mean for each in mine if each.measure == "saving_by_kind"}
    assert (kinds.path_of(OWN) in parts) == (new.part == OWN and new.is_real)
    (total,) = (each for each in mine if (each.measure, each.path) == ("saving", "cost"))
    assert sum(parts.values()) == pytest.approx(total.value.mean)


def test_the_sum_of_a_new_kind_is_explained(new: Kind) -> None:
    found = explain(simulated("municipality"), kinds.path_of(new.part))
    assert "cost.fresh" in {row.path for row in found.tables[0].rows}


# --- what follows from the table ---------------------------------------------------------------


def wordless() -> set[str]:
    """The sums by kind that have no words in some language."""
    found = set()
    for part in kinds.parts():
        for language in LANGUAGES:
            try:
                say(part, language)
            except KeyError:
                found.add(part)
    return found


def test_every_sum_by_kind_has_words_in_every_language() -> None:
    assert wordless() == set()


def test_a_kind_without_words_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "new", Kind("new", "without words", "nowhere_said"))
    assert wordless() == {"nowhere_said"}


def test_the_schema_has_the_kinds_of_the_table() -> None:
    defined = json_schema()["$defs"]
    assert defined["CostKeys"]["properties"]["kind"]["enum"] == list(KINDS)
    assert defined["CostKeys"]["properties"]["kind"]["description"] == kinds.described()
    assert defined["PerspectiveKeys"]["properties"]["kinds"]["items"]["enum"] == list(KINDS)


def test_no_kind_is_named_but_in_the_table_and_in_words() -> None:
    """`measures` lists headings of results of others, among them the word productivity.

    The section that carries an effect over, and what a rollout costs itself, happen to have the
    names of kinds: `scenario/transfer`, `scenario/rollout`.
    """
    free = (
        "words",
        "scenario/kinds.py",
        "scenario/transfer.py",
        "scenario/rollout.py",
        "loading/results/measures.py",
    )
    named = set(KINDS) | {kinds.path_of(part) for part in kinds.parts()}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        text = path.read_text(encoding="utf-8")
        if place.startswith(free) or not any(f'{name}"' in text for name in named):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert node.value not in named, f"{place}:{node.lineno} names {node.value}"
