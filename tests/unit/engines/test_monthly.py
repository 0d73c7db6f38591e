"""Courses by month from what was counted are those of the ledger that keeps every period."""

import builders
import numpy as np
import pytest

from ipscost.analysis.payers.accounts import names
from ipscost.drawing import draws as drawing
from ipscost.drawing.streams import Streams
from ipscost.engines import states, with_courses
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
def test_courses_are_those_of_the_whole_ledger(name, settings):
    scenario = build(read(name), settings)
    columns = drawing.draw(scenario, 50, 1)
    ledger = builders.ledger("states", scenario, columns)
    views = names(scenario)
    collapsed, found = with_courses(states.run, scenario, columns, Streams(1), views)
    size = np.abs(ledger.present_value).max()
    assert set(found) == set(scenario.interventions)
    for arm, courses in found.items():
        expected = ledger.monthly_differences(arm, views)
        assert np.abs(expected).max() > 0
        np.testing.assert_allclose(courses, expected, rtol=1e-9, atol=1e-13 * size)
    plain = builders.ledger("states", scenario, columns, detail=False)
    np.testing.assert_array_equal(collapsed.ledger.amount, plain.amount)


def test_courses_do_not_depend_on_blocks():
    scenario = build(read("ips-ten-years"), ())
    columns, views = drawing.draw(scenario, 40, 1), names(scenario)
    _, whole = with_courses(states.run, scenario, columns, Streams(1), views)
    for place, block in columns.blocks(7):
        _, part = with_courses(states.run, scenario, block, Streams(1), views)
        for arm, courses in part.items():
            np.testing.assert_array_equal(courses, whole[arm][..., place])
