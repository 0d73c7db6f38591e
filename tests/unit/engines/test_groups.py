"""Groups of people: the whole is the sum of the groups weighted by their shares."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost import Run, Scenario, Settings
from ipscost.analysis.compare.inputs import COMPARED, differing, onto_two_arms
from ipscost.analysis.reaches import of_saving
from ipscost.analysis.simulate.summary import summarised
from ipscost.book.accounts import UnsupportedError
from ipscost.book.build import check_supported
from ipscost.changes import changes_at
from ipscost.drawing import draws as drawing
from ipscost.drawing.streams import Streams
from ipscost.engines import persons
from ipscost.scenario.left_out import of_arms

TEXT = """\
ipscost: 1
title: Groups
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0.03, outcome: 0}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
source:
  study: {cite: A study 2024, sure: verified}
cost:
  care:
    {kind: service, payer: town, unit: DKK_2024/person, source: study,
     usual: {mean: 1000}, ips: {mean: 800, se: 100}}
  own:
    {kind: programme, payer: town, unit: DKK_2024/person, source: study,
     usual: {mean: 0}, ips: {mean: 100}}
outcome:
  job: {unit: share, source: study, usual: {mean: 0.4}, ips: {mean: 0.5}}
groups:
  young:
    share: {mean: 0.4, se: 0.05, source: study}
    set:
      cost.care.ips: {mean: 600, se: 50, source: study}
      outcome.job.ips.mean: 0.7
      spread.cost.care.cv: 0.5
  older: {label: Older, share: rest}
spread: {source: study, cost: {care: {cv: 1.5}}}
"""


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return written(tmp_path_factory.mktemp("groups"), TEXT)


@pytest.fixture(scope="module")
def run(scenario: Scenario) -> Run:
    return ipscost.simulate(scenario, Settings(2000, 1))


def written(folder: Path, text: str, *settings: str) -> Scenario:
    file = folder / "groups.yaml"
    file.write_text(text, encoding="utf-8")
    return ipscost.load(file, settings)


def total_of(run: Run) -> float:
    return float(run.point.difference(COMPARED).sum())


def total(run: Run) -> float:
    return float(run.point.difference("ips").sum())


def test_the_whole_is_the_weighted_sum_of_its_groups(scenario: Scenario, run: Run) -> None:
    alone = {
        each.name: ipscost.simulate(scenario.alone(each.name), run.settings)
        for each in scenario.subgroups
    }
    assert total(run) == pytest.approx(0.4 * total(alone["young"]) + 0.6 * total(alone["older"]))
    assert total(alone["young"]) < total(alone["older"])
    assert run.point.present_outcome[1, 0, 0] == pytest.approx(0.4 * 0.7 + 0.6 * 0.5)
    young = run.draws.columns["groups.young.share"]
    assert run.ledger is not None
    parts = [alone[name].ledger for name in ("young", "older")]
    both = [part.difference("ips") for part in parts if part is not None]
    assert run.ledger.difference("ips") == pytest.approx(young * both[0] + (1 - young) * both[1])


def test_a_number_of_a_groups_own_is_drawn_for_itself(run: Run) -> None:
    own, other = (run.draws.columns[f"{g}cost.care.ips"] for g in ("groups.young.", ""))
    assert abs(np.corrcoef(own, other)[0, 1]) < 0.1
    assert own.mean() == pytest.approx(600, abs=5)


def test_numbers_of_groups_and_shares_can_be_varied(scenario: Scenario, run: Run) -> None:
    paths = {q.path for q in of_saving(scenario, "ips")}
    assert {"groups.young.cost.care.ips", "groups.young.share", "cost.care.ips"} <= paths
    now = run.point.difference("ips").sum()
    half = run.at({"groups.young.share": 0.5}).difference("ips").sum()
    assert now - half == pytest.approx(0.1 * 200 * run.point.present[0].sum())


def test_months_of_the_whole_are_those_of_its_groups(scenario: Scenario, run: Run) -> None:
    change = changes_at(scenario, Settings(0, 1), "ips", {}).by_month()
    assert change[:, :, 0].sum() == pytest.approx(-0.4 * 400 - 0.6 * 200 + 100)
    kept = ipscost.simulate(scenario, Settings(50, 1), months=True)
    course = kept.courses["ips", "societal"]
    assert kept.ledger is not None
    assert course.sum(axis=0) == pytest.approx(kept.ledger.difference("ips").sum(axis=0))


def test_a_table_has_a_line_for_each_group(run: Run) -> None:
    found = summarised(run)
    young, older = found.groups
    assert young.group.label.tell("en") == "Young"
    assert young.share.mean == pytest.approx(0.4)
    interval = young.differences["ips", "societal"]
    assert interval is not None
    assert interval.low is not None
    assert interval.low < interval.mean < -250 < -50
    assert older.share.mean == pytest.approx(0.6)
    told = ipscost.summary(run)
    assert "By group of people" in str(told)
    rows = told.frame().query("path.str.startswith('groups')")
    assert set(rows.measure) == {"group_share", "group_probability_of_saving", "group_difference"}


def test_every_person_belongs_to_a_group(scenario: Scenario) -> None:
    base = drawing.base_case(scenario)
    found = persons.run(scenario, base, Streams(1, shared=True, persons=20_000), detail="periods")
    people = found.people
    assert people is not None
    assert people.group is not None
    of_ips = people.arm == 1
    for place, share, mean, cv in ((0, 0.4, 600, 0.5), (1, 0.6, 800, 1.5)):
        own = of_ips & (people.group == place)
        assert own.sum() / 20_000 == pytest.approx(share, abs=0.015)
        care = people.columns["cost.care"][own]
        factor = found.ledger.present[0].sum()
        assert care.mean() == pytest.approx(mean * factor, abs=4 * cv * mean / own.sum() ** 0.5)
        assert care.std() / care.mean() == pytest.approx(cv, rel=0.06)
    assert (people.group[people.arm == 0] == people.group[of_ips]).all()


def test_means_of_persons_in_groups_do_not_hang_on_blocks(scenario: Scenario, run: Run) -> None:
    draws = drawing.draw(scenario, 9, 1)
    whole = persons.run(scenario, draws, Streams(1, persons=500), detail="totals").ledger
    place, part = list(draws.blocks(4))[1]
    some = persons.run(scenario, part, Streams(1, part.first, persons=500), detail="totals").ledger
    assert np.array_equal(whole.amount[..., place], some.amount)
    means = persons.run(
        scenario, drawing.base_case(scenario), Streams(1, persons=20_000), detail="totals"
    )
    off = means.ledger.present_value - run.point.within("observed").present_value
    assert np.abs(off).max() < 4 * 1500 / 20_000**0.5


def test_a_scenario_whose_groups_are_alike_is_the_same(tmp_path: Path) -> None:
    alike = TEXT[: TEXT.index("    set:")] + TEXT[TEXT.index("  older:") :]
    without = TEXT[: TEXT.index("groups:")] + TEXT[TEXT.index("spread:") :]
    one, other = (
        ipscost.simulate(written(tmp_path, text), Settings(100, 1)) for text in (alike, without)
    )
    assert one.ledger is not None
    assert other.ledger is not None
    assert one.ledger.amount == pytest.approx(other.ledger.amount, rel=1e-12)


def test_a_share_may_be_set(tmp_path: Path) -> None:
    now = ipscost.simulate(written(tmp_path, TEXT, "groups.young.share.mean=0.5"), Settings(0, 1))
    assert now.point.present_outcome[1, 0, 0] == pytest.approx(0.6)


def test_a_workbook_refuses_groups(scenario: Scenario) -> None:
    with pytest.raises(UnsupportedError, match="take groups out"):
        check_supported(scenario)


def test_groups_go_through_states(tmp_path: Path) -> None:
    file = tmp_path / "states.yaml"
    file.write_text(
        "ipscost: 1\ntitle: Groups\nextends: labour-market-ips\ngroups:\n"
        "  near: {share: 0.3, assumption: a guess, set: {number.hours.mean: 30}}\n"
        "  far: {share: rest}\n",
        encoding="utf-8",
    )
    scenario = ipscost.load(file, ["discount.cost=0"])
    run = ipscost.simulate(scenario, Settings(20, 1), months=True)
    change = changes_at(scenario, Settings(0, 1), "ips", {}).by_month()
    assert change.sum() == pytest.approx(run.point.difference("ips").sum())
    assert run.ledger is not None
    whole = run.ledger.difference_of("ips", run.point.weight("societal"))
    assert run.courses["ips", "societal"].sum(axis=0) == pytest.approx(whole)
    people = persons.people(scenario, drawing.base_case(scenario), Streams(1, persons=3000))
    for place, path in enumerate(run.point.categories):
        own = people.columns[path][people.arm == 1]
        error = 4 * own.std() / own.size**0.5 + 1e-6
        assert abs(own.mean() - run.point.present_value[1, place, 0]) < error, path


def test_groups_are_an_input_of_a_comparison(scenario: Scenario) -> None:
    without = replace(scenario, subgroups=())
    start, end = (onto_two_arms(each, "ips") for each in (scenario, without))
    found, _ = differing(start, end)
    assert [each.path for each in found] == ["groups"]
    switched = ipscost.simulate(found[0].switch(start), Settings(0, 1))
    assert total_of(switched) == total_of(ipscost.simulate(end, Settings(0, 1)))
    assert total_of(switched) != total_of(ipscost.simulate(start, Settings(0, 1)))


def test_a_group_has_no_numbers_of_an_arm_that_is_left_out(tmp_path: Path) -> None:
    third = TEXT.replace("  ips: {label: IPS}\n", "  ips: {label: IPS}\n  ipse: {label: IPSE}\n")
    third = third.replace("se: 100}}", "se: 100}, ipse: {mean: 700, se: 100}}")
    third = third.replace("ips: {mean: 100}}", "ips: {mean: 100}, ipse: {mean: 90}}")
    third = third.replace("ips: {mean: 0.5}}", "ips: {mean: 0.5}, ipse: {mean: 0.5}}")
    third = third.replace("    set:\n", "    set:\n      cost.care.ipse.mean: 500\n")
    (one,) = of_arms([written(tmp_path, third)], ["ips"])
    assert [*one.subgroups[0].own] == ["cost.care.ips", "outcome.job.ips"]
    assert total(ipscost.simulate(one, Settings(0, 1))) < 0
