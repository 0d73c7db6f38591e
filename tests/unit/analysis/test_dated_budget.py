"""A rollout across a date on which amounts change, by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost import Scenario, Settings
from ipscost.analysis.budget.accounts import Budget, budget
from ipscost.analysis.budget.books import CONSTANT
from ipscost.cli import main

ROOT = Path(__file__).parents[3]
FILE = ROOT / "examples" / "two-payers-three-years.yaml"
"""One person starts in each month of 2025, and costs 3,000 kr. a month less for two years."""
LOWER = "{mean: 5000, assumption: made up}"


def dated(ips: str = LOWER, *settings: str) -> Scenario:
    """The scenario with another amount from July 2025 on."""
    change = f"cost.benefits.dated=[{{from: 2025-07-01, ips: {ips}}}]"
    return ipscost.load(FILE, [change, *settings])


def point(scenario: Scenario) -> Budget:
    """The budget at the expected values."""
    return budget(scenario, Settings(draws=0))


def test_a_rollout_across_a_date_uses_both_amounts() -> None:
    found = point(dated())
    books = found.point[CONSTANT]
    assert books.categories == ("cost.benefits.before", "cost.benefits.from_2025_07")
    # person-months: 1 + ... + 6 to June, 7 + ... + 12 to December; all 12; 11 + ... + 1
    assert books.by_category[..., 0].tolist() == [
        [pytest.approx(21 * -3000), 0, 0],
        [pytest.approx(each * -5000) for each in (57, 144, 66)],
    ]
    same = point(dated("{mean: 7000, assumption: made up}")).point[CONSTANT]
    plain = point(ipscost.load(FILE)).point[CONSTANT]
    assert same.change == pytest.approx(plain.change, rel=1e-12)
    assert same.block_all == pytest.approx(plain.block_all, rel=1e-12)


def test_a_budget_does_not_hang_on_the_month_of_the_person_of_simulate() -> None:
    one, other = (point(dated(LOWER, *more)).point[CONSTANT] for more in ((), ("starts=2030-01",)))
    assert np.array_equal(one.by_category, other.by_category)


def test_an_amount_that_is_not_known_lacks_where_it_falls_into_the_accounts() -> None:
    scenario = dated("unknown", "starts=2020-01")  # the person of simulate is gone by then
    assert scenario.categories[1].is_never
    assert point(scenario).lacking("state") == ("cost.benefits.from_2025_07",)
    early = dated("unknown", "cost.benefits.ips=unknown", "rollout.until=2025-03")
    assert point(early).lacking("state") == ("cost.benefits.before",)


def test_the_notes_of_a_budget_say_that_the_calendar_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "dated.yaml"
    dates = f"[{{from: 2025-07-01, ips: {LOWER}}}]"
    lines = [
        "ipscost: 1",
        "title: Dated",
        f"extends: {FILE}",
        f"cost: {{benefits: {{dated: {dates}}}}}",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert main(["budget", str(file), "--draws", "0", "--notes"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert (
        "Whenever people start, each amount counts in the months of the calendar in which it is in "
        "force: Benefits, until June 2025 and Benefits, from July 2025." in told
    )
    assert "The person starts" not in told
