"""Amounts that change on a date: how a file states them, and what changes of the file reach."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

import ipscost
from ipscost import Scenario, Settings
from ipscost.cli import main
from ipscost.errors import ScenarioError
from ipscost.report.uses import labels
from ipscost.scenario.rollout import Month

COST = """
benefits:
  label: {en: Benefits, da: Ydelser}
  kind: service
  payer: municipality
  unit: DKK_2024/person/month
  source: study table 1
  note: A note of the whole
  usual: {mean: 1000, se: 50}
  ips: {mean: 900, se: 50}
  dated:
    - {from: 2025-07-01, source: study table 2, ips: {mean: 500, se: 20}}
    - {from: 2026-07, payer: {municipality: 0.5, region: 0.5}, note: Since 2026}
supplement:
  kind: transfer
  payer: municipality
  unit: DKK_2024/person/month
  source: study table 3
  in_force: {from: 2025-03, until: 2025-04}
  usual: {mean: 100}
  ips: unknown
"""
ROOT = Path(__file__).parents[3]
FILE = builders.text(COST, months=24, more="starts: 2025-01\n")


def told(scenario: Scenario, language: str) -> list[str]:
    """The labels of the categories."""
    return [each.label.tell(language) for each in scenario.categories]


def paid(scenario: Scenario) -> list[float]:
    """The difference of each category, at the expected values."""
    point = ipscost.simulate(scenario, Settings(draws=0)).point
    return [round(value, 6) for value in point.difference("ips")[:, 0].tolist()]


def test_a_category_with_dates_is_a_group_of_what_holds_at_each_time() -> None:
    scenario = builders.load(FILE)
    first, second, third, other = scenario.categories
    assert [each.path for each in scenario.categories] == [
        "cost.benefits.before",
        "cost.benefits.from_2025_07",
        "cost.benefits.from_2026_07",
        "cost.supplement",
    ]
    assert scenario.groups["cost.benefits"].label.tell("en") == "Benefits"
    assert told(scenario, "en") == [
        "Benefits, until June 2025",
        "Benefits, from July 2025 until June 2026",
        "Benefits, from July 2026",
        "Supplement, from March 2025 until April 2025",
    ]
    assert told(scenario, "da")[:2] == [
        "Ydelser, til og med juni 2025",
        "Ydelser, fra juli 2025 til og med juni 2026",
    ]
    assert (third.payers, second.payers) == (
        {"municipality": 0.5, "region": 0.5},
        {"municipality": 1.0},
    )
    assert [each.note and each.note.tell("en") for each in (first, second, third)] == [
        "A note of the whole",
        None,
        "Since 2026",
    ]
    assert paid(scenario) == [6 * -100, 12 * -500, 6 * -500, 0]
    assert other.timing.weights[:5] == (0, 0, 1, 1, 0)


def test_a_number_that_stays_is_one_number_and_stands_where_it_is_written() -> None:
    scenario = builders.load(FILE)
    first, second, third, _ = scenario.categories
    assert first.arms["usual"] is second.arms["usual"] is third.arms["usual"]
    assert second.arms["ips"] is third.arms["ips"]
    assert [number.path for number in scenario.quantities] == [
        "cost.benefits.usual",
        "cost.benefits.ips",
        "cost.benefits.from_2025_07.ips",
        "cost.supplement.usual",
    ]
    lines = FILE.splitlines()
    changed = second.arms["ips"]
    assert "2025-07-01" in lines[changed.span.line - 1]
    assert changed.place == "table 2"
    names = {path: label.tell("en") for path, label in labels(scenario).items()}
    assert names["cost.benefits.usual"] == "Benefits: Normal practice"
    assert names["cost.benefits.ips"] == "Benefits, until June 2025: IPS"


def test_set_reaches_each_amount_by_its_path() -> None:
    def after(*settings: str) -> list[float]:
        return paid(builders.load(FILE, *settings))[:3]

    assert after("cost.benefits.ips.mean=800") == [-1200, -6000, -3000]
    assert after("cost.benefits.before.ips.mean=800") == [-1200, -6000, -3000]
    assert after("cost.benefits.from_2025_07.ips.mean=400") == [-600, -7200, -3600]
    assert after("cost.benefits.usual.mean=1100") == [-1200, -7200, -3600]
    own = "cost.benefits.from_2026_07.ips={mean: 0, assumption: none}"
    assert after(own) == [-600, -6000, -6000]
    assert after("starts=2026-07") == [0, 0, 24 * -500]
    with pytest.raises(ScenarioError, match=r"cost\.benefits\.dated\.1\.ips") as refused:
        builders.load(FILE, "cost.benefits.from_2026_07.ips.mean=0")
    (problem,) = refused.value.problems
    assert problem.code == "E303"
    assert str(problem.fix).startswith("write cost.benefits.ips.mean=...; ips stays what it is")


def test_a_variant_states_an_amount_below_the_name_of_its_date(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text(FILE, encoding="utf-8")
    variant = tmp_path / "variant.yaml"
    variant.write_text(
        """
ipscost: 1
title: A variant
extends: study.yaml
cost:
  benefits:
    before: {ips: {mean: 950, source: study}}
    from_2025_07: {ips: {mean: 450, source: study}}
""",
        encoding="utf-8",
    )
    assert paid(ipscost.load(variant))[:3] == [6 * -50, 12 * -550, 6 * -550]


def test_what_is_never_in_force_is_not_lacking() -> None:
    never, within = (builders.load(FILE, f"starts={month}") for month in ("2025-05", "2025-04"))
    flags = []
    for scenario in (never, within):
        point = ipscost.simulate(scenario, Settings(draws=0)).point
        flags.append(bool(point.told[point.arm("ips"), 3]))
    assert flags == [True, False]
    assert never.first_month == Month(2025, 5)


def test_the_person_of_a_rollout_starts_with_it_unless_the_file_says_otherwise() -> None:
    target = "{mean: 10, unit: person, assumption: made up}"
    intake = f"intake: {{target: {target}, months: 12}}"
    rollout = f"rollout: {{payer: municipality, starts: 2026-01, {intake}}}\n"
    text = builders.text(COST, months=24, more=rollout)
    assert builders.load(text).first_month == Month(2026, 1)
    assert paid(builders.load(text))[:3] == [0, 6 * -500, 18 * -500]
    assert builders.load(f"{text}starts: 2025-01\n").first_month == Month(2025, 1)


def test_the_notes_say_when_the_person_starts_and_what_holds_when(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "study.yaml"
    file.write_text(FILE.replace("2025-01", "2025-07"), encoding="utf-8")
    command = ["simulate", str(file), "--draws", "0", "--notes"]
    texts = []
    for more in ([], ["--lang", "da"]):
        assert main([*more, *command]) == 0
        texts.append(" ".join(capsys.readouterr().out.split()))
    assert (
        "The person starts in July 2025 and is followed until June 2027. Each amount counts in the "
        "months in which it is in force: Benefits, from July 2025 until June 2026 and Benefits, "
        "from July 2026." in texts[0]
    )
    assert "Not in force in any of these months, so not counted: Benefits, until June" in texts[0]
    assert "Personen begynder i juli 2025 og følges til og med juni 2027." in texts[1]


def test_the_example_of_the_reform_has_the_amounts_that_the_format_tells() -> None:
    scenario = ipscost.load(ROOT / "examples" / "reform-2025.yaml")
    point = ipscost.simulate(scenario, Settings(draws=0), months=True).point
    saved = (point.cost[0] - point.cost[1]).sum(axis=0)[:, 0]
    before, after = saved[0], saved[12]
    assert saved == pytest.approx([before] * 12 + [after] * 12)
    # 11,944 of 2023 and 6,955 of 2024 in kroner of 2025, and the supplement of 2025 as it is
    assert (before, after) == pytest.approx((11944 * 1.014 * 1.02, 6955 * 1.02 + 1036))
    page = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
    assert f"worth {before:,.0f} kr. before it and {after:,.0f} kr. after it" in page
    assert [each.path for each in scenario.unknowns] == ["cost.benefits.adaptation.on"]
