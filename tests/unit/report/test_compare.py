"""compare shows scenarios side by side, and the difference of each to the base."""

from __future__ import annotations

import dataclasses

import builders
import pytest
from told import told

import ipscost
from ipscost import Report, Run, Settings
from ipscost.formats.cells import grid
from ipscost.formats.tidy import tidy
from ipscost.report.compare.report import compare as _compare

compare = told(_compare)

COST = builders.CARE + builders.PROGRAMME + builders.HOSPITAL + builders.BENEFITS


def run(name: str, content: str, *, draws: int = 0) -> Run:
    """A run of the scenario with `content`, under `name`."""
    scenario = dataclasses.replace(builders.load(content), name=name, file=f"{name}.yaml")
    return ipscost.simulate(scenario, Settings(draws=draws))


def report(*contents: str, draws: int = 0, **more: object) -> Report:
    """The comparison of scenarios named a, b, c, ..."""
    pairs = zip("abcdefgh", contents, strict=False)
    runs = [run(name, content, draws=draws) for name, content in pairs]
    return compare(runs, **more)  # type: ignore[arg-type]


def numbers(found: Report, measure: str) -> dict[tuple[str, str], float]:
    """The tidy numbers of a measure by scenario and path."""
    rows = [row for row in tidy(found) if row["measure"] == measure]
    keys = [(row["scenario"], row["path"]) for row in rows]
    assert len(set(keys)) == len(keys)
    return {key: row["mean"] for key, row in zip(keys, rows, strict=True)}


def lines(found: Report, place: int) -> dict[str, tuple[str, ...]]:
    """The shown cells of a table by label."""
    return {cells[0]: cells[1:] for _, cells in grid(found.tables[place], found.language).lines}


CHEAP = builders.text(COST)
DEAR = builders.text(COST.replace("difference: 120", "difference: 200"))


def test_savings_stand_side_by_side() -> None:
    found = numbers(report(CHEAP, DEAR), "saving")
    assert found["a", "cost"] == pytest.approx(540)
    assert found["b", "cost"] == pytest.approx(460)
    assert found["b", "cost.programme"] == pytest.approx(-200)
    assert found["a", "cost.hospital"] == pytest.approx(360)
    assert found["a", "cost.hospital.ward"] == pytest.approx(400)


def test_a_difference_is_the_other_minus_the_base() -> None:
    found = numbers(report(CHEAP, DEAR), "saving_more")
    assert found["b", "cost"] == pytest.approx(-80)
    assert found["b", "cost.programme"] == pytest.approx(-80)
    assert found["b", "cost.care"] == 0
    turned = numbers(report(CHEAP, DEAR, base="b"), "saving_more")
    assert turned["a", "cost"] == pytest.approx(80)


def test_the_leaves_of_a_difference_sum_to_it() -> None:
    other = builders.text(builders.CARE + builders.GAIN)
    rows = [r for r in tidy(report(CHEAP, other)) if r["measure"] == "saving_more"]
    leaves = sum(row["mean"] for row in rows if row["level"] == "leaf")
    (total,) = [row["mean"] for row in rows if row["level"] == "total"]
    assert leaves == pytest.approx(total)
    assert "unmatched" in {row["path"] for row in rows}


def test_what_a_scenario_does_not_have_is_a_dash_and_not_0() -> None:
    found = report(CHEAP, builders.text(builders.CARE))
    shown = {row.path: cells for row, cells in grid(found.tables[0], "en").lines}
    assert shown["cost.programme"][2] == "-"
    assert ("b", "cost.programme") not in numbers(found, "saving")


def test_a_category_that_another_scenario_splits_stands_under_its_sum() -> None:
    split = builders.HOSPITAL.replace("hospital:", "care:", 1)
    rows = [r for r in tidy(report(CHEAP, builders.text(split))) if r["measure"] == "saving"]
    found = {(r["scenario"], r["path"], r["level"]): r["mean"] for r in rows}
    assert found["a", "cost.care", "group"] == found["a", "cost.care", "leaf"]
    assert ("b", "cost.care", "leaf") not in found
    assert found["b", "cost.care", "group"] == pytest.approx(
        found["b", "cost.care.ward", "leaf"] + found["b", "cost.care.clinic", "leaf"]
    )


def test_leaves_sum_to_the_saving_of_each_scenario() -> None:
    rows = [row for row in tidy(report(CHEAP, DEAR)) if row["measure"] == "saving"]
    for name in "ab":
        own = [row for row in rows if row["scenario"] == name]
        leaves = sum(row["mean"] for row in own if row["level"] == "leaf")
        (total,) = [row["mean"] for row in own if row["level"] == "total"]
        assert leaves == pytest.approx(total)


def test_payers_and_transfers_have_their_own_measures() -> None:
    found = report(CHEAP, DEAR)
    assert numbers(found, "saving_by_payer")["b", "payer.municipality"] == pytest.approx(-210)
    assert numbers(found, "transfers_by_payer")["a", "payer.municipality"] == pytest.approx(800)
    assert numbers(found, "budget_by_payer")["b", "payer.municipality"] == pytest.approx(590)
    assert numbers(found, "saving_more_by_payer")["b", "payer.municipality"] == pytest.approx(-80)
    assert numbers(found, "saving_not_counted")["a", "cost.benefits"] == pytest.approx(1000)
    assert numbers(found, "saving_by_kind")["a", "kind.resources"] == pytest.approx(540)


def test_outcomes_are_differences_from_the_reference_arm() -> None:
    more = builders.JOB.replace("events: 60", "events: 70")
    found = report(builders.text(outcome=builders.JOB), builders.text(outcome=more))
    assert numbers(found, "outcome_difference")["b", "outcome.job"] == pytest.approx(0.3)
    assert numbers(found, "outcome_more")["b", "outcome.job"] == pytest.approx(0.1)


def test_an_outcome_in_another_unit_is_another_outcome() -> None:
    hours = "job: {unit: hour/person, source: study, usual: {mean: 1}, ips: {mean: 3}}\n"
    found = report(builders.text(outcome=builders.JOB), builders.text(outcome=hours))
    rows = [row for row in tidy(found) if row["measure"] == "outcome_difference"]
    assert {(row["scenario"], row["unit"]) for row in rows} == {
        ("a", "share"),
        ("b", "hour/person"),
    }
    assert numbers(found, "outcome_more") == {}


def test_common_random_numbers_narrow_the_difference() -> None:
    found = report(CHEAP, DEAR, draws=2000)
    rows = {(r["scenario"], r["measure"], r["path"]): r for r in tidy(found)}
    own, more = rows["a", "saving", "cost"], rows["b", "saving_more", "cost"]
    assert (more["low"], more["high"]) == pytest.approx((-80, -80))
    assert own["high"] - own["low"] > 100
    assert rows["b", "probability_of_saving_more", "cost"]["mean"] == 0.0
    note = next(note for note in found.notes if "same random numbers" in note)
    assert "0 kr. wide for b (against about" in note
    assert found.headline[1] == (
        "a saves 80 kr. more per person than b. The difference is the same in every draw, because "
        "the two share all that is uncertain."
    )


def test_no_stated_uncertainty_is_no_certainty() -> None:
    fixed = "care: {kind: service, payer: region, unit: DKK_2024/person, source: study, "
    fixed += "usual: {mean: 10}, ips: {mean: 5}}\n"
    found = report(CHEAP, builders.text(fixed), draws=200)
    assert numbers(found, "probability_of_saving_more") == {}
    (row,) = [r for r in tidy(found) if (r["measure"], r["path"]) == ("saving_more", "cost")]
    assert row["low"] is None
    assert found.headline[1].endswith(
        "How sure this is cannot be said: no uncertainty is stated for b."
    )
    assert any(
        note.startswith("The difference between a and b has no interval") for note in found.notes
    )


def test_one_number_stated_from_two_sources_is_told() -> None:
    other = CHEAP.replace("difference: -300, se: 50", "difference: -250, se: 50")
    assert not any("one uncertain number" in note for note in report(CHEAP, other, draws=50).notes)
    other = other.replace("source: study table 1\n", "source: study table 9\n")
    (note,) = [
        note for note in report(CHEAP, other, draws=50).notes if "one uncertain number" in note
    ]
    assert "cost.care.ips" in note
    assert "cost.care.usual" not in note


def test_the_headline_says_when_it_is_not_clear() -> None:
    other = builders.text(builders.CARE.replace("-300, se: 50", "-310, se: 90"))
    found = report(builders.text(), other, draws=2000)
    assert found.headline[0].startswith("b is expected to save society most: 310 kr. per person")
    assert found.headline[1].startswith("Which of b and a saves more is not clear: b is expected")
    assert "the probability that it saves more is 5" in found.headline[1]


def test_the_headline_of_what_costs_more() -> None:
    contents = [builders.text(builders.PROGRAMME.replace("120", cost)) for cost in ("120", "90")]
    found = report(*contents)
    assert found.headline[0].startswith("b is expected to cost society least: 90 kr. more per")
    assert found.headline[1].startswith("b costs 30 kr. less per person than a. This is the point")


def test_equal_scenarios_save_the_same() -> None:
    found = report(CHEAP, CHEAP, draws=100)
    assert found.headline[-1] == "a and b save the same per person."
    assert set(numbers(found, "saving_more").values()) == {0.0}
    assert numbers(found, "probability_of_saving_more") == {}


def test_the_best_is_held_against_the_base_and_the_base_against_the_next() -> None:
    middle = builders.text(COST.replace("difference: 120", "difference: 150"))
    assert (
        report(DEAR, CHEAP, middle).headline[1].startswith("b saves 80 kr. more per person than a")
    )
    assert (
        report(CHEAP, DEAR, middle).headline[1].startswith("a saves 30 kr. more per person than c")
    )


def test_more_than_three_columns_turn_into_a_long_table() -> None:
    wide, long = report(CHEAP, DEAR, CHEAP), report(CHEAP, DEAR, CHEAP, DEAR)
    assert [len(grid(table, "en").headings) for table in wide.tables] == [4, 4, 3]
    headings = [grid(table, "en").headings for table in long.tables]
    assert headings[0][0] == "Scenario"
    assert all(len(heading) == 2 for heading in headings[1:])
    overview = lines(long, 0)
    assert overview["b"] == ("+460", "-", "-80")
    assert overview["a"][2] == "-"


def test_a_long_table_keeps_every_number_for_machines() -> None:
    def of_two(found: Report) -> list[dict[str, object]]:
        return [row for row in tidy(found) if row["scenario"] in ("a", "b")]

    wide, long = report(CHEAP, DEAR, draws=100), report(CHEAP, DEAR, CHEAP, DEAR, draws=100)

    def key(row: dict[str, object]) -> str:
        return repr(sorted((k, str(v)) for k, v in row.items()))

    assert sorted(map(key, of_two(wide))) == sorted(map(key, of_two(long)))


def test_mixed_kinds_are_not_known() -> None:
    mixed = builders.text(builders.CARE.replace("kind: service", "kind: mixed"))
    found = report(builders.text(), mixed)
    assert numbers(found, "saving_by_kind") == {("a", "kind.resources"): pytest.approx(300)}
    assert any("cannot be separated" in note for note in found.notes)


def test_other_money_is_converted_and_told() -> None:
    euro = builders.text(builders.CARE.replace("DKK_2024", "EUR_2016"), money="EUR_2016")
    base = builders.load(builders.text(money="DKK_2017"))
    other = builders.load(
        euro.replace("conversion: exchange_then_prices\n", ""), money=base.money, order=base.order
    )
    runs = [
        ipscost.simulate(dataclasses.replace(each, name=name), Settings(draws=0))
        for name, each in (("a", base), ("b", other))
    ]
    found = compare(runs)
    assert numbers(found, "saving")["b", "cost"] == pytest.approx(300 * 7.46038 * 1.0115, rel=1e-4)
    (note,) = [note for note in found.notes if "converted from" in note]
    assert note == (
        "b is converted from EUR_2016 to DKK_2017, the money of a: exchange rate first, then "
        "prices, since it states no order itself."
    )


def test_danish_is_danish() -> None:
    found = report(CHEAP, DEAR, language="da", inputs=True)
    assert found.headline[1].startswith("a sparer 80 kr. mere pr. person end b.")
    assert found.tables[0].title.startswith("Besparelse, side om side")
