"""simulate --uncertainty: shares by quantity and by payer against closed forms."""

from __future__ import annotations

import builders
import cost_texts
import pytest
from told import told

from ipscost import Report, Run
from ipscost.formats.tidy import tidy
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.simulate.uncertainty import with_uncertainty as _with_uncertainty

summary = told(_summary)
with_uncertainty = told(_with_uncertainty)

TWO = cost_texts.care_and_rent(
    usual="{mean: 1000, se: 500}",
    care="{difference: -300, se: 40}",
    rent="{difference: 10, se: 30}",
    payer="{municipality: 0.5, region: 0.5}",
)
TIED = """
correlation:
  tied:
    label: {en: Both together, da: Begge sammen}
    members: [cost.care.ips, cost.rent.ips]
    rho: 0.5
    source: study table 1
"""


def report(run: Run) -> Report:
    return with_uncertainty(summary(run), run, "en")


def shares(found: Report, measure: str = "variance_share") -> dict[str, float]:
    return {row["path"]: row["mean"] for row in tidy(found) if row["measure"] == measure}


def test_a_sum_of_normal_differences_has_the_shares_of_their_variances() -> None:
    found = shares(report(builders.run(builders.text(TWO), draws=4_000)))
    expected = {
        "cost.care.ips": 1600 / 2500,
        "cost.rent.ips": 900 / 2500,
        "cost.care.usual": 0.0,  # the level; the difference is what is saved
        "interactions": 0.0,
    }
    assert list(found) == list(expected)
    assert found == pytest.approx(expected, abs=0.02)
    assert sum(found.values()) == pytest.approx(1)


def test_payers_share_the_covariance_of_their_part() -> None:
    run = builders.run(builders.text(TWO), draws=4_000)
    found = shares(report(run), "variance_share_by_payer")
    expected = {"payer.region": (1600 + 450) / 2500, "payer.municipality": 450 / 2500}
    assert list(found) == list(expected)
    assert found == pytest.approx(expected, abs=0.02)
    assert sum(found.values()) == pytest.approx(1)


def test_a_single_payer_has_no_table() -> None:
    run = builders.run(builders.text(TWO, perspective="municipality"), draws=200)
    found = report(run)
    assert shares(found, "variance_share_by_payer") == {}
    assert shares(found)["cost.rent.ips"] == pytest.approx(1, abs=0.01)
    assert not any(note.startswith("By payer") for note in found.notes)


def test_what_is_correlated_is_one_row() -> None:
    found = report(builders.run(builders.text(TWO, more=TIED), draws=1_000))
    assert set(shares(found)) == {"correlation.tied", "cost.care.usual", "interactions"}
    assert shares(found)["correlation.tied"] > 0.99
    assert found.tables[-2].rows[0].label == "Both together"


def test_a_price_and_its_use_interact() -> None:
    run = builders.run(builders.text(builders.HOSPITAL), draws=2_000)
    found = shares(report(run))
    assert found["interactions"] > 0.005
    assert sum(found.values()) == pytest.approx(1)


def test_one_pair_of_tables_an_arm() -> None:
    three = TWO.replace("ips: {diff", "ipse: {difference: -20, se: 5}\n  ips: {diff")
    run = builders.run(builders.text(three, arm=builders.THREE_ARMS), draws=200)
    titles = [table.title for table in report(run).tables]
    wanted = [title for title in titles if title.startswith("Where the uncertainty comes from")]
    assert wanted == [f"Where the uncertainty comes from: {arm}" for arm in ("IPS", "IPSE")]


@pytest.mark.parametrize(
    ("cost", "draws", "note"),
    [
        (TWO, 99, "Where the uncertainty comes from takes 100 draws or more."),
        (builders.PROGRAMME, 200, "Where the uncertainty comes from cannot be said"),
    ],
)
def test_without_draws_or_uncertainty_a_note_says_so(cost: str, draws: int, note: str) -> None:
    run = builders.run(builders.text(cost), draws=draws)
    found = report(run)
    assert found.tables == summary(run).tables
    (told,) = found.noted("variance_untold")
    assert told.startswith(note)
