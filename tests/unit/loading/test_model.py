"""A model of states as it is read: states, moves, stretches, shared numbers, values by cycle."""

from __future__ import annotations

import math
from pathlib import Path

import builders
import model_texts
import pytest
from builders import english

import ipscost
from ipscost import Scenario, ScenarioError
from ipscost.loading import build, read
from ipscost.scenario.model import Model, Move


def model_of(scenario: Scenario) -> Model:
    assert scenario.model is not None
    return scenario.model


def model(rows: str = model_texts.ROWS, **more: str) -> Model:
    return model_of(builders.load(model_texts.text(rows, **more)))


def move(found: Model, path: str) -> Move:
    return next(each for each in found.moves if each.path == f"model.transition.{path}")


def refused(content: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        builders.load(content)
    (problem,) = caught.value.problems
    return f"{problem.code} {problem.message}"


# --- states and moves ------------------------------------------------------------------------


def test_a_model_is_read_with_its_states_moves_and_rests() -> None:
    found = model()
    assert list(found.states) == ["benefit", "job"]
    assert found.states["benefit"].start is None
    assert found.states["job"].start == {}
    assert found.rest == {"benefit": "benefit", "job": "job"}
    assert (found.cycle, found.counting, found.years) == ("month", "half_cycle", 2.0)
    leaving = move(found, "benefit.job")
    (stretch,) = leaving.stretches
    assert (stretch.measure, stretch.years) == ("ever", 1.5)
    assert [q.role for q in stretch.arms.values()] == ["mean", "hazard_ratio"]
    assert english(leaving.label) == "benefit to job"


def test_a_hazard_ratio_needs_no_unit_and_is_lognormal_by_its_interval() -> None:
    number = move(model(), "benefit.job").stretches[0].arms["ips"]
    assert str(number.unit) == "ratio"
    assert number.dist.name == "lognormal"
    assert number.path == "model.transition.benefit.job.ips"


def test_what_is_stated_for_all_arms_is_one_number() -> None:
    arms = move(model(), "job.benefit").stretches[0].arms
    assert arms["usual"] is arms["ips"]
    assert arms["usual"].path == "model.transition.job.benefit.all"


def test_an_amount_in_the_place_of_one_for_each_arm_has_the_path_of_the_move() -> None:
    rows = model_texts.ROWS.replace("all: {mean: 0.5, se: 0.1}", "mean: 0.5, se: 0.1")
    (number,) = move(model(rows), "job.benefit").numbers
    assert number.path == "model.transition.job.benefit"


@pytest.mark.parametrize(
    ("unit", "measure", "years"),
    [
        ("probability/week", "probability", 7 / 365.25),
        ("probability/month", "probability", 1 / 12),
        ("probability/year", "probability", 1.0),
        ("rate/month", "rate", 1 / 12),
        ("rate/year", "rate", 1.0),
        ("month", "scale", 1 / 12),
        ("year", "scale", 1.0),
    ],
)
def test_the_unit_says_what_the_numbers_of_a_move_are(
    unit: str, measure: str, years: float
) -> None:
    rows = f"""
benefit:
  job: {{unit: {unit}, mean: 0.1, source: study 1}}
  benefit: rest
job: {{benefit: {{unit: rate/year, mean: 0.1, source: study 1}}, job: rest}}
"""
    (stretch,) = move(model(rows), "benefit.job").stretches
    assert stretch.measure == measure
    assert stretch.years == pytest.approx(years)


def test_stretches_begin_where_they_say_and_share_what_stands_beside_them() -> None:
    rows = """
benefit:
  job:
    unit: probability/month
    source: study 1
    usual: {mean: 0.1}
    from_1: {ips: {risk_ratio: 2}}
    from_7: {ips: {risk_ratio: 1}}
  benefit: rest
job: {benefit: {unit: probability/month, mean: 0.1, source: study 1}, job: rest}
"""
    first, second = move(model(rows), "benefit.job").stretches
    assert (first.first, second.first) == (1, 7)
    assert first.arms["usual"] is second.arms["usual"]
    assert (first.arms["ips"].value, second.arms["ips"].value) == (2, 1)
    assert second.arms["ips"].path == "model.transition.benefit.job.from_7.ips"


def test_leaving_says_where_people_go_and_the_others_stay() -> None:
    rows = """
benefit:
  out:
    unit: share
    by: 18
    source: study 1
    shape: {mean: 0.7}
    all: {mean: 0.4}
    to: {job: {mean: 0.6}, sick: rest}
job: {benefit: {unit: rate/year, mean: 0.1, source: study 1}, job: rest}
"""
    found = model(rows, states=model_texts.STATES + "sick: {absorbing: true}\n")
    out = move(found, "benefit.out")
    assert found.rest["benefit"] == "benefit"
    assert out.targets["sick"] is None
    assert out.targets["job"] is not None
    assert out.targets["job"]["ips"].path == "model.transition.benefit.out.to.job"
    assert out.stretches[0].shape["ips"].value == 0.7
    assert english(out.label) == "Leaving benefit"


COUNTS = """
benefit:
  source: study 1
  counts: {benefit: 80, job: 20, sick: 0}
  from_1: {ips: {risk_ratio: 1.5}}
  from_3: {ips: {risk_ratio: 1}}
job: {benefit: {unit: rate/year, mean: 0.1, source: study 1}, job: rest}
"""


def test_counts_are_gammas_and_a_ratio_is_on_every_way_out() -> None:
    found = model(COUNTS, states=model_texts.STATES + "sick: {absorbing: true}\n")
    stay, go = move(found, "benefit.benefit"), move(found, "benefit.job")
    assert len(stay.stretches) == 1
    assert {q.path for q in stay.numbers} == {"model.transition.benefit.counts.benefit"}
    assert [s.first for s in go.stretches] == [1, 3]
    assert go.stretches[0].arms["usual"].dist.mean == 20
    assert go.stretches[0].arms["usual"].dist.sd == pytest.approx(math.sqrt(20))
    assert go.stretches[0].arms["ips"].role == "risk_ratio"
    sick = move(found, "benefit.sick").stretches[0]
    assert sick.arms["ips"] is go.stretches[0].arms["ips"]
    assert sick.arms["usual"].is_fixed  # nobody was seen to


def test_a_ratio_to_another_move_takes_what_the_other_numbers_are() -> None:
    rows = (
        model_texts.ROWS + "  dead: {of: benefit.dead, all: {hazard_ratio: 2, source: study 1}}\n"
    )
    rows = rows.replace(
        "  benefit: rest\njob:",
        "  dead: {unit: rate/year, mean: 0.01, source: study 1}\n  benefit: rest\njob:",
    )
    found = move(model(rows, states=model_texts.STATES + "dead: {death: true}\n"), "job.dead")
    assert found.of == "model.transition.benefit.dead"
    assert (found.stretches[0].measure, found.stretches[0].years) == ("rate", 1.0)


def test_death_is_absorbing() -> None:
    states = model_texts.STATES + "dead: {death: true}\n"
    found = model(states=states).states["dead"]
    assert found.absorbing
    assert found.death


def test_deaths_that_come_first_may_be_stated_otherwise_than_the_rest_of_the_row() -> None:
    rows = """
benefit:
  job: {unit: probability/month, mean: 0.9, source: study 1}
  benefit: {unit: probability/month, mean: 0.1, source: study 1}
  dead: {unit: rate/year, mean: 0.01, source: study 1}
job: {benefit: {unit: rate/year, mean: 0.1, source: study 1}, job: rest}
"""
    states = model_texts.STATES + "dead: {death: true}\n"
    assert model(rows, states=states, model="death_first: true\n").death_first
    assert refused(model_texts.text(rows, states=states)).startswith("E266")


# --- rows ------------------------------------------------------------------------------------


def full_row(stay: float, unit: str = "probability/month") -> str:
    """A row without rest, where one in ten goes and `stay` stay."""
    return f"""
benefit:
  source: study 1
  job: {{unit: {unit}, mean: 0.1}}
  benefit: {{unit: {unit}, mean: {stay}}}
job: {{benefit: {{unit: rate/year, mean: 0.1, source: study 1}}, job: rest}}
"""


def test_a_row_without_rest_sums_to_one_or_says_what_is_missing() -> None:
    assert model(full_row(0.9)).rest["benefit"] == "benefit"
    assert refused(model_texts.text(full_row(0.83))) == (
        "E262 row benefit sums to 0.93 in usual, missing 0.07"
    )
    assert refused(model_texts.text(full_row(0.95))) == (
        "E262 row benefit sums to 1.05 in usual, 0.05 too much"
    )


def test_a_row_is_held_to_one_in_the_time_that_it_is_stated_in() -> None:
    assert model(full_row(0.9, "probability/year"))
    assert "E262" in refused(model_texts.text(full_row(0.8, "probability/year")))


def test_a_row_that_goes_over_one_in_a_later_cycle_is_refused() -> None:
    rows = model_texts.ROWS.replace(
        "benefit: {unit: rate/year, source: study table 2, all: {mean: 0.5, se: 0.1}}",
        "benefit: {unit: probability/month, source: study 2, mean: [0.5, 0.7]}\n"
        "  sick: {unit: probability/month, source: study 2, mean: 0.4}",
    )
    content = model_texts.text(rows, states=model_texts.STATES + "sick: {absorbing: true}\n")
    assert refused(content) == "E262 row job sums to 1.1 in usual in cycle 2, 0.1 too much"


def test_shares_that_begin_are_held_to_one_in_each_arm() -> None:
    states = """
benefit: {start: {usual: {mean: 0.8, source: study 1}, ips: {mean: 0.7, source: study 1}}}
job: {start: {mean: 0.2, source: study 1}}
"""
    found = refused(model_texts.text(states=states))
    assert found == "E263 the shares of ips that begin sum to 0.9, missing 0.1"


# --- the horizon -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("horizon", "months", "years"),
    [
        ("{months: 18}", 18, 1.5),
        ("{years: 10}", 120, 10.0),
        ("{weeks: 78}", 18, 78 * 7 / 365.25),
    ],
)
def test_a_horizon_is_months_years_or_weeks(horizon: str, months: int, years: float) -> None:
    found = builders.load(model_texts.text(horizon=horizon))
    assert found.months == months
    assert model_of(found).years == pytest.approx(years)


def test_a_horizon_in_years_needs_no_model() -> None:
    content = builders.text().replace("{months: 4}", "{years: 2, observed: 18}")
    found = builders.load(content)
    assert (found.months, found.observed, found.model) == (24, 18, None)


def test_simpson_needs_an_even_number_of_cycles() -> None:
    assert model(counting="simpson").counting == "simpson"
    content = model_texts.text(counting="simpson", horizon="{months: 11}")
    assert refused(content).startswith("E267")


def test_the_later_effect_is_read_with_its_half_life() -> None:
    more = """
    effect:
      after: 18
      then: decays
      half_life: {mean: 24, se: 3, unit: month, assumption: a guess}
      assumption: as in other studies
    """
    found = builders.load(model_texts.text(more=more))
    effect = model_of(found).effect
    assert effect is not None
    assert effect.half_life in found.quantities
    assert english(effect.assumption) == "as in other studies"


# --- shared numbers --------------------------------------------------------------------------

SHARED = """
number:
  wage: {label: {en: Wage, da: Løn}, mean: 200, se: 10, unit: DKK_2024/hour, source: study 1}
"""
TWO = """
work:
  kind: service
  payer: municipality
  price: {number: wage}
  use: {unit: hour/person/month, source: study 2, in: {job: {mean: 80}}}
help:
  kind: service
  payer: municipality
  price: {number: wage}
  use: {unit: hour/person, source: study 2, at_start: {mean: 4}}
"""


def test_a_shared_number_is_the_very_same_wherever_it_is_referred_to() -> None:
    found = builders.load(model_texts.text(cost=TWO, more=SHARED))
    work, support = found.categories
    assert work.price is support.price
    assert work.price is found.shared[0].quantity
    assert [q.path for q in found.quantities].count("number.wage") == 1


def test_a_shared_number_is_set_by_its_own_path() -> None:
    found = builders.load(model_texts.text(cost=TWO, more=SHARED), "number.wage.mean=300")
    assert found.categories[0].price is not None
    assert found.categories[0].price.value == 300


def test_a_number_set_in_the_place_of_a_reference_stands_there_alone() -> None:
    setting = "cost.help.price={mean: 500, unit: DKK_2024/hour, assumption: another wage}"
    found = builders.load(model_texts.text(cost=TWO, more=SHARED), setting)
    prices = [category.price for category in found.categories]
    assert [price.value for price in prices if price] == [200, 500]


def test_a_shared_number_serves_scenarios_without_a_model_too() -> None:
    cost = builders.CARE.replace("{mean: 1000, se: 100}", "{number: level}")
    more = "number:\n  level: {mean: 1000, unit: DKK_2024/person, source: study 1}\n"
    found = builders.load(builders.text(cost, more=more))
    assert found.categories[0].arms["usual"].path == "number.level"
    assert ipscost.simulate(found, ipscost.Settings(draws=0)).point.cost[0].sum() == 1000


# --- values by cycle -------------------------------------------------------------------------

BY_CYCLE = """
benefit:
  job: {{unit: probability/month, source: study 1, mean: {mean}}}
  benefit: rest
job: {{benefit: {{unit: rate/year, mean: 0.1, source: study 1}}, job: rest}}
"""


def test_a_value_may_change_by_cycle() -> None:
    (number,) = move(model(BY_CYCLE.format(mean="[0.1, 0.2, 0.3]")), "benefit.job").numbers
    assert number.series == (0.1, 0.2, 0.3)
    assert number.value == 0.1
    assert number.is_fixed


def in_folder(folder: Path, mean: str) -> Path:
    file = folder / "study.yaml"
    file.write_text(model_texts.text(BY_CYCLE.format(mean=mean)), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "rates",
    [
        "cycle,rate\n1,0.1\n" + "2,0.2\n" * 23,
        "\ufeffcycle;rate\r\n1;0,1\r\n" + "2;0,2\r\n" * 23,
    ],
    ids=["comma", "semicolon"],
)
def test_values_by_cycle_are_read_from_a_column_of_either_dialect(
    tmp_path: Path, rates: str
) -> None:
    (tmp_path / "rates.csv").write_text(rates, encoding="utf-8", newline="")
    found = model_of(ipscost.load(in_folder(tmp_path, "{file: rates.csv, column: rate}")))
    assert move(found, "benefit.job").numbers[0].series == (0.1, *[0.2] * 23)


def test_a_file_of_values_belongs_to_the_digest_and_is_read_once(tmp_path: Path) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("rate\n" + "0.1\n" * 24, encoding="utf-8")
    file = in_folder(tmp_path, "{file: rates.csv, column: rate}")
    reading = read(file)
    before = build(reading)
    digest = ipscost.simulate(before, ipscost.Settings(draws=0)).record.digest
    rates.write_text("rate\n" + "0.2\n" * 24, encoding="utf-8")
    assert build(reading).quantities == before.quantities
    again = ipscost.simulate(ipscost.load(file), ipscost.Settings(draws=0)).record.digest
    assert again != digest


# --- variants --------------------------------------------------------------------------------


def test_a_number_of_a_move_is_set_on_the_command_line() -> None:
    setting = "model.transition.benefit.job.usual.mean=0.6"
    found = model_of(builders.load(model_texts.text(), setting))
    number = move(found, "benefit.job").stretches[0].arms["usual"]
    assert number.value == 0.6
    assert number.sure == "assumed"


def test_a_variant_changes_one_number_of_a_model(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(model_texts.text(), encoding="utf-8")
    child = """
ipscost: 1
extends: base.yaml
title: A variant
horizon: {years: 3}
model:
  transition:
    benefit: {job: {ips: {hazard_ratio: 1.2, assumption: less}}}
"""
    (tmp_path / "child.yaml").write_text(child, encoding="utf-8")
    found = ipscost.load(tmp_path / "child.yaml")
    arms = move(model_of(found), "benefit.job").stretches[0].arms
    assert (arms["usual"].value, arms["ips"].value) == (0.4, 1.2)
    assert found.months == 36


def test_a_list_by_cycle_is_replaced_whole(tmp_path: Path) -> None:
    content = model_texts.text(BY_CYCLE.format(mean="[0.1, 0.2, 0.3]"))
    (tmp_path / "base.yaml").write_text(content, encoding="utf-8")
    child = """
ipscost: 1
extends: base.yaml
title: A variant
model: {transition: {benefit: {job: {mean: [0.5], unit: probability/month, assumption: more}}}}
"""
    (tmp_path / "child.yaml").write_text(child, encoding="utf-8")
    found = model_of(ipscost.load(tmp_path / "child.yaml"))
    assert move(found, "benefit.job").numbers[0].series == (0.5,)


def test_a_number_in_the_place_of_another_keeps_what_stands_beside_it(tmp_path: Path) -> None:
    rows = """
benefit:
  job: {unit: share, by: 18, source: study 1, mean: 0.4, shape: {mean: 0.7}}
  benefit: rest
job: {benefit: {unit: rate/year, mean: 0.1, source: study 1}, job: rest}
"""
    (tmp_path / "base.yaml").write_text(model_texts.text(rows), encoding="utf-8")
    child = """
ipscost: 1
extends: base.yaml
title: A variant
model: {transition: {benefit: {job: {mean: 0.5, unit: share, assumption: more}}}}
"""
    (tmp_path / "child.yaml").write_text(child, encoding="utf-8")
    (stretch,) = move(model_of(ipscost.load(tmp_path / "child.yaml")), "benefit.job").stretches
    assert (stretch.years, stretch.arms["ips"].value) == (1.5, 0.5)
    assert stretch.shape["ips"].value == 0.7


def test_an_outcome_called_weeks_is_no_horizon(tmp_path: Path) -> None:
    outcome = (
        "weeks: {unit: week/person, time_in: [job]}\nmonths: {unit: month/person, time_in: [job]}\n"
    )
    (tmp_path / "base.yaml").write_text(model_texts.text(outcome=outcome), encoding="utf-8")
    child = """
ipscost: 1
extends: base.yaml
title: A variant
outcome: {weeks: {label: Weeks of work}}
"""
    (tmp_path / "child.yaml").write_text(child, encoding="utf-8")
    found = ipscost.load(tmp_path / "child.yaml")
    assert [english(each.label) for each in found.outcomes] == ["Weeks of work", "Months"]


def test_a_setting_may_refer_to_a_shared_number() -> None:
    content = model_texts.text(
        more="number: {pay: {mean: 9000, unit: DKK_2024/person/month, source: study 1}}\n"
    )
    found = builders.load(content, "cost.benefits.in.benefit.number=pay")
    (number,) = found.categories[0].numbers
    assert number.path == "number.pay"
