"""Time in the files of a model: months whatever the cycle, and values by cycle."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost import ScenarioError
from ipscost.settings import Settings

TEXT = """\
ipscost: 1
title: Model
money: DKK_2024
horizon: {months: 24}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
model:
  cycle: CYCLE
  counting: COUNTING
  state:
    x: {start: rest}
    y: {absorbing: true}
    z: {absorbing: true}
  transition:
    x:
      assumption: an example
ROW
      x: rest
cost:
  care:
    kind: service
    payer: town
    unit: DKK_2024/person/month
    assumption: an example
    in: COSTS
outcome:
  y: {unit: share, share_in: [y], at: 12}
  z: {unit: share, share_in: [z], at: 12}
"""


def written(
    tmp_path: Path,
    row: str,
    cycle: str = "month",
    counting: str = "start",
    costs: str = "{x: {mean: 100}}",
) -> str:
    rows = "\n".join(f"      {line}" for line in row.splitlines())
    text = TEXT.replace("CYCLE", cycle).replace("COUNTING", counting)
    path = tmp_path / "model.yaml"
    path.write_text(text.replace("ROW", rows).replace("COSTS", costs), encoding="utf-8")
    return str(path)


def outcome(path: str, name: str, *settings: str, arm: int = 0) -> float:
    """An outcome in an arm at the expected values."""
    scenario = ipscost.load(path, settings)
    point = ipscost.simulate(scenario, Settings(draws=0)).point
    return float(point.present_outcome[arm, point.outcomes.index(f"outcome.{name}"), 0])


def cost(path: str, *settings: str) -> float:
    """The cost of the reference arm at the expected values."""
    point = ipscost.simulate(ipscost.load(path, settings), Settings(draws=0)).point
    return float(point.present_value[0, 0, 0])


def refusal(path: str, *settings: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(path, settings)
    return str(caught.value)


STRETCHES = "y: {unit: rate/year, from_1: {all: {mean: 0.6}}, from_7: {all: {mean: 0.1}}}"


@pytest.mark.parametrize(("cycle", "slack"), [("month", 1e-12), ("week", 2e-3)])
def test_a_stretch_begins_with_its_month_whatever_the_cycle(
    tmp_path: Path, cycle: str, slack: float
) -> None:
    path = written(tmp_path, STRETCHES)
    by_hand = 1 - np.exp(-0.6 / 2 - 0.1 / 2)
    assert outcome(path, "y", f"model.cycle={cycle}") == pytest.approx(by_hand, abs=slack)


def test_a_stretch_of_a_year_begins_with_the_month_of_its_year(tmp_path: Path) -> None:
    path = written(tmp_path, STRETCHES.replace("from_7", "from_13"), "year", "end")
    # Counted at the end of each year: exp(-0.6) in the first, exp(-0.7) in the second.
    assert cost(path) == pytest.approx(1200 * (np.exp(-0.6) + np.exp(-0.7)))


def test_counts_begin_their_stretches_with_a_month_too(tmp_path: Path) -> None:
    row = "counts: {x: 80, y: 20}\nfrom_1: {ips: {risk_ratio: 2}}\nfrom_13: {}"
    text = written(tmp_path, row, "year", "end")
    path = Path(text)
    path.write_text(path.read_text(encoding="utf-8").replace("      x: rest\n", ""), "utf-8")
    point = ipscost.simulate(ipscost.load(text), Settings(draws=0)).point
    assert point.present_value[:, 0, 0] == pytest.approx([1200 * (0.8 + 0.64), 1200 * (0.6 + 0.48)])


def test_a_column_must_reach_the_end_of_the_run(tmp_path: Path) -> None:
    row = "y: {unit: rate/year, mean: {file: r.csv, column: rate}}"
    path = written(tmp_path, row)
    column = tmp_path / "r.csv"
    column.write_text("rate\n" + "0.1\n" * 23, "utf-8")
    assert "the run has 24 cycles of a month, and r.csv rate 23 values" in refusal(path)
    column.write_text("rate\n" + "0.1\n" * 24, "utf-8")
    assert outcome(path, "y") == pytest.approx(1 - np.exp(-0.1))
    assert "r.csv rate 24 values" in refusal(path, "horizon.months=25")


def test_a_variant_may_have_values_of_the_cycle_of_its_base(tmp_path: Path) -> None:
    base = written(tmp_path, "y: {unit: rate/year, mean: 0.1}", "year", "end")
    other = tmp_path / "other.yaml"
    values = "model: {transition: {x: {y: {unit: rate/year, mean: [0.6, 0.1], assumption: so}}}}\n"
    head = f"ipscost: 1\ntitle: Other\nextends: {Path(base).name}\n"
    other.write_text(head + values, "utf-8")
    assert outcome(str(other), "y") == pytest.approx(1 - np.exp(-0.6))
    assert "model.cycle is changed to month" in refusal(str(other), "model.cycle=month")
    above = tmp_path / "above.yaml"
    above.write_text(
        "ipscost: 1\ntitle: Above\nextends: other.yaml\nmodel: {cycle: month}\n", "utf-8"
    )
    assert "and model.transition.x.y in" in refusal(str(above))


def both(unit: str, first: float, second: float, other: str = "") -> str:
    moves = {"y": (first, unit), "z": (second, other or unit)}
    return "\n".join(f"{n}: {{unit: probability/{u}, mean: {p}}}" for n, (p, u) in moves.items())


@pytest.mark.parametrize("cycle", ["month", "year"])
def test_probabilities_of_one_time_are_those_of_that_time_whatever_the_cycle(
    tmp_path: Path, cycle: str
) -> None:
    path = written(tmp_path, both("year", 0.3, 0.2), cycle)
    assert [outcome(path, name) for name in "yz"] == pytest.approx([0.3, 0.2])


def test_probabilities_of_a_month_go_together_under_a_longer_cycle(tmp_path: Path) -> None:
    path = written(tmp_path, both("month", 0.3, 0.3), "year")
    leave = 1 - 0.4**12
    assert [outcome(path, name) for name in "yz"] == pytest.approx([leave / 2, leave / 2])


def test_a_stay_that_is_stated_is_what_is_left_of_those_who_leave(tmp_path: Path) -> None:
    stay = "x: {unit: probability/year, all: {mean: 0.5}}"
    path = Path(written(tmp_path, f"{both('year', 0.3, 0.2)}\n{stay}"))
    path.write_text(path.read_text("utf-8").replace("      x: rest\n", ""), "utf-8")
    assert [outcome(str(path), name) for name in "yz"] == pytest.approx([0.3, 0.2])


def test_probabilities_of_several_times_compete_as_hazards(tmp_path: Path) -> None:
    row = both("year", 0.3, 0.01, "month")
    hazards = np.array([-np.log(0.7), -12 * np.log(0.99)])
    by_hand = hazards / hazards.sum() * (1 - np.exp(-hazards.sum()))
    for cycle in ("month", "year"):
        path = written(tmp_path, row, cycle)
        assert [outcome(path, name) for name in "yz"] == pytest.approx(list(by_hand))


def test_an_amount_in_a_state_may_change_by_cycle(tmp_path: Path) -> None:
    path = written(
        tmp_path, "y: {unit: probability/month, mean: 0.1}", costs="{x: {mean: [100, 90, 80]}}"
    )
    by_hand = 100 + 90 * 0.9 + 80 * sum(0.9**month for month in range(2, 24))
    assert cost(path) == pytest.approx(by_hand)


def test_amounts_by_cycle_count_with_pairsends_of_a_cycle(tmp_path: Path) -> None:
    row = "y: {unit: probability/month, mean: 0.1}"
    path = written(tmp_path, row, counting="half_cycle", costs="{x: {mean: [100, 0]}}")
    assert cost(path) == pytest.approx(100 * (1 + 0.9) / 2)


def test_an_arm_may_differ_from_amounts_by_cycle(tmp_path: Path) -> None:
    costs = "{x: {usual: {mean: [100, 50]}, ips: {difference: [-10, -20]}}}"
    path = written(tmp_path, "y: {unit: probability/month, mean: 0}", costs=costs)
    point = ipscost.simulate(ipscost.load(path), Settings(draws=0)).point
    assert point.present_value[:, 0, 0] == pytest.approx([100 + 23 * 50, 90 + 23 * 30])


def test_an_amount_on_a_move_and_a_weight_in_a_state_may_come_from_a_column(tmp_path: Path) -> None:
    path = Path(written(tmp_path, "y: {unit: probability/month, mean: 0.1}"))
    column = "{mean: {file: r.csv, column: value}}"
    text = path.read_text("utf-8").replace("person/month", "person")
    text = text.replace("    in: {x: {mean: 100}}", f"    on_move: {{x: {{y: {column}}}}}")
    qaly = f"  life: {{unit: QALY/person/year, assumption: so, in: {{x: {column}}}}}\n"
    path.write_text(text + qaly, "utf-8")
    values = [1 - month / 100 for month in range(24)]
    (tmp_path / "r.csv").write_text("value\n" + "".join(f"{v:.2f}\n" for v in values), "utf-8")
    left = [0.9**month for month in range(24)]
    pairs = zip(values, left, strict=True)
    assert cost(str(path)) == pytest.approx(sum(v * 0.1 * x for v, x in pairs))
    assert outcome(str(path), "life") == pytest.approx(np.dot(values, left) / 12)


def test_values_by_cycle_are_of_no_use_at_the_start(tmp_path: Path) -> None:
    path = Path(written(tmp_path, "y: {unit: probability/month, mean: 0.1}"))
    text = path.read_text("utf-8").replace("person/month", "person")
    text = text.replace("    in: {x: {mean: 100}}", "    at_start: {mean: [100, 90]}")
    path.write_text(text, "utf-8")
    assert "error[E103] cost.care.at_start.mean" in refusal(str(path))


def test_the_marks_of_a_column_are_told_by_the_whole_file(tmp_path: Path) -> None:
    path = Path(written(tmp_path, "y: {unit: probability/month, mean: 0}"))
    text = path.read_text("utf-8")
    column = "{mean: {file: r.csv, column: value}}"
    path.write_text(text.replace("    in: {x: {mean: 100}}", f"    in: {{x: {column}}}"), "utf-8")

    def of(first: str, other: str) -> None:
        lines = ["value;rate", f"{first};{other}", *[f"0;{other}"] * 23]
        (tmp_path / "r.csv").write_text("\n".join(lines), "utf-8")

    of("1.250", "0.035")
    assert cost(str(path)) == pytest.approx(1.25)
    of("1.250", "0,035")
    assert cost(str(path)) == pytest.approx(1250)
    of("1.250", "1")
    assert "the mark in 1.250 may be for thousands or decimals" in refusal(str(path))
