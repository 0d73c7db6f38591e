"""Each figure that the two papers of VIP-STAR print, against the scenario; see README.md."""

from __future__ import annotations

import numpy as np
import pytest

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.estimates import View
from ipscost.analysis.verify import findings
from ipscost.scenario.paths import is_within


@pytest.fixture(scope="module")
def run() -> Run:
    return ipscost.simulate(ipscost.load("vip-star"), Settings(draws=4_000))


def level(run: Run, arm: str, path: str, perspective: str = "vha") -> float:
    view = View(run, perspective)
    inside = [is_within(category.path, path) for category in run.scenario.categories]
    found = view.known_cost(arm, view.weight() * inside)
    assert found is not None
    return found


def test_every_printed_result_is_reproduced_or_said_to_differ(run: Run) -> None:
    verdicts = [found.verdict for found in findings(run)]
    assert (verdicts.count("agrees"), verdicts.count("off"), verdicts.count("disagrees")) == (
        *(len(verdicts) - 2, 1),
        1,
    )


def test_the_lines_close_to_the_dollar(run: Run) -> None:
    totals = {arm: level(run, arm, "cost") for arm in ("ips", "tw")}
    assert totals == {"ips": pytest.approx(29_828), "tw": pytest.approx(26_772)}
    care = {arm: level(run, arm, "cost.health_care") for arm in ("ips", "tw")}
    assert care == {"ips": pytest.approx(29_691), "tw": pytest.approx(24_781)}


def test_earnings_are_the_printed_share_of_the_total_without_wages(run: Run) -> None:
    for arm, printed in (("ips", 0.329), ("tw", 0.296)):
        earned = -level(run, arm, "cost.earnings", "participant")
        assert round(earned / level(run, arm, "cost.health_care"), 3) == printed


def test_the_difference_without_wages_has_the_printed_p(run: Run) -> None:
    view = View(run, "vha")
    inside = np.array(
        [is_within(category.path, "cost.health_care") for category in run.scenario.categories]
    )
    p = view.difference("ips", view.weight() * inside, inside).p_value()
    assert p is not None
    assert 0.01 < p < 0.05  # published as < 0.05, and no input
