"""A step in the place of a number of values."""

from __future__ import annotations

from ipscost.batch.designs import sweep
from ipscost.errors import Problem


def test_a_step_is_told_as_the_number_of_values_that_it_makes() -> None:
    problems: list[Problem] = []
    assert sweep("cost.care.ips.mean=-2:-1:0.5", problems) is None
    assert problems[0].fix.endswith("cost.care.ips.mean=-2:-1:3")
