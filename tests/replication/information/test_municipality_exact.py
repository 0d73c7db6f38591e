"""EVPPI of groups of examples/municipality.yaml against 20 million draws by hand; see README.md."""

from __future__ import annotations

from pathlib import Path

import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.decisions import decision_of
from ipscost.decision.information import InformationValue, perfect

EXAMPLE = Path(__file__).parents[3] / "examples/municipality.yaml"
GROUPS = {
    "jobcenter and consultant": (("cost.jobcenter.", "cost.programme."), 36.14, 0.08),
    "bed days": (("cost.psychiatric.",), 0.240, 0.006),
}


def worth(draws: int, sampler: str, paths: tuple[str, ...]) -> InformationValue:
    """The EVPPI of what lies below `paths`, from the expected net benefit given each draw."""
    settings = Settings(draws=draws, sampler=sampler)
    decision = decision_of(ipscost.simulate(ipscost.load(EXAMPLE), settings), None, {})
    members = frozenset(path for path in decision.psa.parameters if path.startswith(paths))
    assert decision.given is not None
    known = decision.given(members)
    assert known is not None
    return perfect(known.net_benefit(0)).worth


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_is_worth_what_its_closed_form_says(name: str) -> None:
    paths, truth, error = GROUPS[name]
    found = worth(2**15, "sobol", paths)
    assert found.value == pytest.approx(truth, abs=3 * error + 0.2 * found.se)


@pytest.mark.parametrize("name", GROUPS)
def test_the_worth_at_ten_thousand_draws_is_within_its_error(name: str) -> None:
    paths, truth, _ = GROUPS[name]
    found = worth(10_000, "random", paths)
    assert abs(found.value - truth) <= 3 * found.se
