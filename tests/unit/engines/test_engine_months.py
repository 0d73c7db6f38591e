"""Courses by month from what was counted are those of the ledger that keeps every period."""

import builders
import numpy as np
import pytest

from ipscost.analysis.payers import names
from ipscost.drawing import draws as drawing
from ipscost.loading import build, read

SCENARIOS = (
    ("ips-ten-years", ()),
    ("ips-ten-years", ("effect.then=persists",)),
    (
        "ips-ten-years",
        (
            "effect.then=decays",
            "effect.half_life={mean: 24, se: 6, unit: month, assumption: two years}",
        ),
    ),
    ("labour-market-ips", ()),
    ("examples/states.yaml", ()),
)


@pytest.mark.parametrize(("name", "settings"), SCENARIOS)
def test_courses_are_the_sums_over_all_periods(name, settings):
    scenario = build(read(name), settings)
    columns = drawing.draw(scenario, 50, 1)
    whole, kept, plain = (
        builders.ledger("states", scenario, columns, detail=detail)
        for detail in ("periods", "months", "totals")
    )
    views = names(scenario)
    weights = np.array([whole.weight(view) for view in views])
    size = np.abs(whole.present_value).max()
    for arm in scenario.interventions:
        change = whole.amount[whole.arm(arm)] - whole.amount[whole.arm(whole.reference)]
        told = weights * whole.told[whole.arm(arm)]
        months = np.einsum("cpd,cpm->cmd", change, whole.present)
        expected = np.einsum("vc,cmd->vmd", told, months)
        assert np.abs(expected).max() > 0
        for ledger in (whole, kept):
            found = ledger.monthly_differences(arm, views)
            np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-13 * size)
    np.testing.assert_array_equal(kept.amount, plain.amount)


def test_courses_do_not_depend_on_blocks():
    scenario = build(read("ips-ten-years"), ())
    columns, views = drawing.draw(scenario, 40, 1), names(scenario)
    whole = builders.ledger("states", scenario, columns, detail="months")
    courses = {arm: whole.monthly_differences(arm, views) for arm in scenario.interventions}
    for place, block in columns.blocks(7):
        part = builders.ledger("states", scenario, block, detail="months")
        for arm, course in courses.items():
            np.testing.assert_array_equal(part.monthly_differences(arm, views), course[..., place])
