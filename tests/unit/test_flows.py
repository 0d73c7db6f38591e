"""Costs by month from flows, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.flows import Flow, Flows, of_periods


def column(*values: float) -> np.ndarray:
    """Numbers over draws."""
    return np.array(values)


def test_a_flow_is_people_by_month_times_what_each_costs() -> None:
    people = np.array(
        [[[1.0, 1.0], [0.5, 0.5]], [[0.0, 0.0], [0.0, 0.0]], [[0.25, 0.5], [1.0, 1.0]]]
    )
    lines = [
        (0, {0: column(100, 200), 1: column(100, 200)}),
        (1, {0: column(40)}),
    ]
    flows = Flows(3, 2, [Flow(people, lines)])
    found = flows.differences(1, 0, np.array([[1.0, 0.0], [0.0, 0.5], [1.0, 0.5]]))
    assert found[0].tolist() == [[-50, -100], [0, 0], [75, 100]]
    assert found[1].tolist() == [[-20, -20], [0, 0], [-5, -10]]
    assert found[2].tolist() == [[-70, -120], [0, 0], [70, 90]]


def test_people_who_are_the_same_in_both_arms_cost_the_difference() -> None:
    lines = [(0, {0: column(0.3), 1: column(0.1 + 0.2)}), (1, {1: column(7)})]
    flows = Flows(2, 1, [Flow(np.array([0.5, 1.0])[:, None, None], lines)])
    found = flows.differences(1, 0, np.eye(2))
    assert found[:, :, 0].tolist() == [[0, 0], [3.5, 7]]  # what is left of 0.3 less 0.3 is 0


def test_periods_that_fall_alike_are_one_flow() -> None:
    amount = np.arange(8.0).reshape(2, 2, 2, 1)
    present = np.array([[[1.0, 0.0], [0.0, 0.0]], [[1.0, 0.0], [0.5, 0.5]]])
    flows = of_periods(amount, present)
    assert [len(flow.lines) for flow in flows.each] == [2, 1]
    found = flows.differences(1, 0, np.ones((1, 2)))[0, :, 0]
    expected = np.einsum("cp,cpm->m", (amount[1] - amount[0])[:, :, 0], present)
    assert found == pytest.approx(expected)
