"""The budget of a rollout in a workbook: it computes what ipscost does, and is read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import book_texts
import office
import openpyxl
import pytest
from rollout_texts import BASE, rollout_text

from ipscost import Settings, load, simulate
from ipscost.analysis.budget.accounts import Budget, budget
from ipscost.analysis.budget.books import CONSTANT
from ipscost.book.accounts import UnsupportedError
from ipscost.book.budget import sheets
from ipscost.book.build import Parts, parts_of
from ipscost.book.changes import InputChanges
from ipscost.book.formulas import Formula
from ipscost.book.importing import imported
from ipscost.book.variant import settings_of
from ipscost.book.writing import xlsx
from ipscost.errors import AskedError
from ipscost.scenario.rollout import Month

WHOLE = (
    BASE
    + """\
rollout:
  starts: 2024-04
  until: 2027-12
  intake:
    target: {mean: 120, unit: person, source: study}
    months: 20
    recruitment: {mean: 0.9, se: 0.05, source: study}
    ramp_up: 3.5
    delay: 1.3
    of: 4000
  support: {months: 10.5, leaving: {mean: 0.02, unit: share/month, source: study}}
  staff:
    caseload: 18
    clients_per_year: 20.5714
    hired_ahead: 1.5
    vacancy: 0.15
    posts: whole
    role:
      specialist: {salary: {mean: 480000, unit: DKK_2024/year, source: study}}
      leader: {per: 6, of: specialist, salary: {mean: 600000, unit: DKK_2022/year, source: study}}
      admin: {posts: 0.5, salary: {mean: 400000, unit: DKK_2024/year, source: study}}
    employer: {share: 0.15, above: {mean: 100000, unit: DKK_2024/year, source: study}}
    pension: 0.14
    overhead: 0.2
  line:
    office: {mean: 1000, unit: DKK_2024/year, source: study, overhead: true, growth: 0.05}
    start: {mean: 50000, unit: DKK_2024, source: study}
    study: {mean: 90000, unit: DKK_2024, source: study, spread: true}
    desk: {mean: 9000, unit: DKK_2024/post, source: study}
    school: {mean: 7000, unit: DKK_2024/post/year, source: study}
    bus: {label: "=cmd()", mean: 1200, unit: DKK_2024/person, source: study}
  published:
    trial: {label: The trial, mean: 20000, unit: DKK_2024/person, net: true, source: study}
    model: {label: A model, mean: 5300, unit: DKK_unknown/person, net: true, source: study}
  grant:
    pool:
      from: state
      to: municipality
      amounts:
        2024: {mean: 1000000, unit: DKK_2024, source: study}
        2025: {mean: 9000000, unit: DKK_2024, source: study}
      own_share: 0.25
      unspent: repaid
    more: {from: state, to: municipality, total: {mean: 300000, unit: DKK_2023, source: study}}
  financing:
    guaranteed: [cost.benefits]
    payer: municipality
    by: state
    others: {en: Other municipalities, da: Andre kommuner}
    share: 0.02
    source: study
  indexation: {prices: 0.02, wages: 0.03, service: 0.025}
"""
)
DATED = book_texts.HISTORY.replace(
    "in: {benefit: {mean: 10000}}\n",
    "in: {benefit: {mean: 10000}}\n    dated: [{from: 2025-07-01, in: {benefit: {mean: 12000}}}]\n",
)
"""With benefits that rise on a date, and rates of them."""
OF_STATES = """\
rollout:
  starts: 2025-02
  payer: municipality
  intake: {target: {mean: 30, unit: person/year, assumption: made up}, months: 14}
  support: {months: 6}
  staff:
    clients_per_year: 14
    role: {one: {salary: {mean: 400000, unit: DKK_2024/year, assumption: made up}}}
"""
CHANGED = {
    "rollout.intake.target": 150.0,
    "rollout.intake.recruitment": 0.97,
    "rollout.intake.ramp_up": 5.25,
    "rollout.intake.delay": 2.7,
    "rollout.support.months": 13.2,
    "rollout.support.leaving": 0.01,
    "rollout.staff.caseload": 15.0,
    "rollout.staff.vacancy": 0.3,
    "rollout.staff.role.specialist.salary": 510_000.0,
    "rollout.staff.role.leader.per": 4.0,
    "rollout.staff.role.admin.posts": 1.5,
    "rollout.staff.overhead": 0.17,
    "rollout.line.office": 1400.0,
    "rollout.line.office.growth": 0.03,
    "rollout.line.desk": 11_000.0,
    "rollout.grant.pool.amounts.2025": 5_000_000.0,
    "rollout.grant.pool.own_share": 0.3,
    "rollout.grant.more.total": 200_000.0,
    "rollout.financing.share": 0.31,
    "rollout.indexation.prices": 0.015,
    "rollout.indexation.wages": 0.04,
    "cost.benefits.ips": -50_000.0,
    "discount.cost": 0.02,
}
STATES_CHANGED = {
    "rollout.intake.target": 41.0,
    "rollout.staff.clients_per_year": 11.0,
    "model.transition.benefit.job.ips": 1.8,
    "effect.half_life": 9.0,
}


@dataclass(frozen=True)
class Made:
    """A workbook with its scenario and the budget that ipscost has."""

    source: str
    parts: Parts
    budget: Budget


def made(file: Path, text: str, language: str = "en") -> Made:
    """The workbook of a scenario as cells."""
    file.write_text(text, encoding="utf-8")
    scenario = load(str(file))
    parts = parts_of(simulate(scenario, Settings(draws=0)), language)
    return Made(str(file), parts, budget(scenario, Settings(draws=0)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all tests of this file."""
    return tmp_path_factory.mktemp("budgets")


@pytest.fixture(scope="module")
def whole(folder: Path) -> Made:
    """A rollout that has all that a file may state, in Danish."""
    return made(folder / "whole.yaml", WHOLE, "da")


@pytest.fixture(scope="module")
def states(folder: Path) -> Made:
    """A rollout of a model of states with a ladder, rates, a date and an effect that fades."""
    return made(folder / "states.yaml", DATED + OF_STATES)


def apart(parts: Parts, own: Budget, shown: Any = None) -> list[str]:
    """What a workbook shows otherwise than ipscost."""
    found = []
    for each in parts.budget:
        cell = each.cell
        value = cell.number if shown is None else shown[cell.sheet.title][cell.place].value
        told = each.told(own)
        if value != pytest.approx(told, rel=1e-9, abs=1e-9):
            found.append(f"{each.label}: {value} and {told}")
    return found


@pytest.mark.parametrize("name", ["whole", "states"])
def test_a_budget_is_that_of_ipscost(name: str, request: pytest.FixtureRequest) -> None:
    one: Made = request.getfixturevalue(name)
    assert len(one.parts.budget) > 100
    assert apart(one.parts, one.budget) == []
    verdicts = [c for c in one.parts.book.of("checks").cells if c.look.style == "verdict"]
    assert {cell.value for cell in verdicts} == {"OK"}


@pytest.mark.parametrize(
    "rollout",
    [
        "  place: {mean: 90000, unit: DKK_2024/person, source: study}\n",
        "  place: {mean: unknown, unit: DKK_2024/person}\n  until: 2024-12\n",
        "  financing: {guaranteed: [cost.care], payer: municipality, by: state, "
        "scope: all, source: study}\n",
    ],
)
def test_so_is_one_without_posts(folder: Path, rollout: str) -> None:
    plan = "rollout:\n  starts: 2023-05\n  intake: {target: {mean: 3, unit: person/month, "
    text = rollout_text(rollout, rollout=f"{plan}source: study}}, months: 7}}\n")
    one = made(folder / "place.yaml", text)
    assert apart(one.parts, one.budget) == []
    partial = {cell.look.partial for cell in one.parts.book.of("budget").cells}
    assert (True in partial) == ("unknown" in rollout)


@pytest.mark.programs
def test_libreoffice_computes_the_budget_of_other_inputs_and_they_come_back(
    whole: Made, states: Made, folder: Path
) -> None:
    pairs = ((whole, CHANGED), (states, STATES_CHANGED))
    files = [folder / f"{Path(one.source).stem}.xlsx" for one, _ in pairs]
    for (one, values), file in zip(pairs, files, strict=True):
        xlsx(one.parts.book)  # the values that are stored are those of the file as it is
        file.write_bytes(office.with_inputs(one.parts, values))
    computed = office.computed(files, folder)
    for (one, values), file in zip(pairs, computed, strict=True):
        other = budget(load(one.source, changes(one, values)), Settings(draws=0))
        assert (other.people_point.waiting.max() > 1) == (one is whole)
        shown = openpyxl.load_workbook(file, data_only=True)
        assert apart(one.parts, other, shown) == []
        assert apart(one.parts, one.budget, shown) != []
    out = folder / "mine.yaml"
    found = imported(computed[0], out)
    a_year = "rollout.staff.clients_per_year"  # follows from the caseload and the months
    assert {*found.changes.values} == {*CHANGED, a_year}
    assert found.changes.values[a_year] == pytest.approx(12 * 15 / 13.2)
    out.write_text(found.text, encoding="utf-8")
    again = budget(load(str(out)), Settings(draws=0))
    other = budget(load(whole.source, changes(whole, CHANGED)), Settings(draws=0))
    assert again.point[CONSTANT].net() == pytest.approx(other.point[CONSTANT].net(), rel=1e-12)


def changes(one: Made, values: dict[str, float]) -> Sequence[str]:
    """Other inputs as `--set` has them."""
    before = {path: one.parts.inputs.before[path].number for path in values}
    return settings_of(InputChanges(values, before=before), load(one.source))


def test_what_decides_how_the_sheets_are_built_is_fixed(whole: Made) -> None:
    values = whole.parts.inputs.values
    own = {path for path in values if path.startswith("rollout.")}
    fixed = {path for path in own if values[path].look.style != "input"}
    ahead, a_year = "rollout.staff.hired_ahead", "rollout.staff.clients_per_year"
    assert fixed == {"rollout.intake.of", ahead, a_year}
    assert {path for path in CHANGED if path.startswith("rollout")} <= own - fixed
    labels = whole.parts.inputs.labels
    assert labels["rollout.grant.pool.amounts.2025"].endswith(", 2025")


def test_the_sheet_of_the_budget_says_when_it_turns(whole: Made) -> None:
    cells = whole.parts.book.of("budget").cells
    texts = [str(cell.value) for cell in cells]
    assert {"Dybeste underskud", "Det offentlige", "5.300 kr. (prisår ukendt)"} <= {*texts}
    turn = whole.budget.point[CONSTANT].turns["municipality"]
    deepest = Month.of(whole.budget.first.number + int(turn.deepest_month[0]))
    assert turn.deepest[0] > 0
    assert str(deepest) in texts
    formulas = {cell.content.text("") for cell in cells if isinstance(cell.content, Formula)}
    assert any("SUMPRODUCT(MAX((" in formula for formula in formulas)


def test_a_text_of_a_rollout_is_never_a_formula(whole: Made, folder: Path) -> None:
    file = folder / "text.xlsx"
    file.write_bytes(xlsx(whole.parts.book))
    book = openpyxl.load_workbook(file)
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    kinds = {cell.data_type for cell in found if str(cell.value).startswith("=cmd()")}
    assert kinds == {"s"}


def test_more_months_than_a_workbook_can_hold_are_refused(
    whole: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_MONTHS", 36)
    with pytest.raises(UnsupportedError, match=r"have 48 months.*write until: 2026-12"):
        parts_of(simulate(load(whole.source), Settings(draws=0)), "en")


def test_a_workbook_that_shows_another_net_is_refused(whole: Made, folder: Path) -> None:
    book = whole.parts.book
    cell = next(each for each in book.names if each.name == "budget.net")
    before, cell._value = cell._value, 1.0
    file = folder / "other.xlsx"
    file.write_bytes(office.with_inputs(whole.parts, {"people": 7.0}))
    cell._value = before
    with pytest.raises(AskedError, match=r"the rollout gains 1\.00, and ipscost has"):
        imported(file, folder / "never.yaml")
