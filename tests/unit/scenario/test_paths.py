"""What lies below what, and the walk over a tree of categories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipscost.scenario.paths import Node, ancestors, depth, is_below, is_within, no_number, walk


@pytest.mark.parametrize(
    ("path", "above", "below", "within"),
    [
        ("cost.care.ward", "cost.care", True, True),
        ("cost.care.ward", "cost", True, True),
        ("cost.care", "cost.care", False, True),
        ("cost.careful", "cost.care", False, False),
        ("a.bc", "a.b", False, False),
        ("cost.care", "cost.care.ward", False, False),
        ("cost", "", False, False),
        ("", "", False, True),
        ("", "cost", False, False),
    ],
)
def test_what_lies_below_a_path(path: str, above: str, below: bool, within: bool) -> None:
    assert (is_below(path, above), is_within(path, above)) == (below, within)


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("cost.care.ward", ("cost", "cost.care")),
        ("cost.care", ("cost",)),
        ("cost", ()),
        ("", ()),
    ],
)
def test_the_paths_above_a_path_are_outermost_first(path: str, above: tuple[str, ...]) -> None:
    assert ancestors(path) == above
    assert depth(path) == len(above)


def test_a_group_comes_before_what_lies_below_it() -> None:
    paths = ["cost.care.ward", "cost.care.day", "cost.programme"]
    assert list(walk(paths)) == [
        Node("cost.care", (0, 1), 0, "", is_leaf=False),
        Node("cost.care.ward", (0,), 1, "cost.care", is_leaf=True),
        Node("cost.care.day", (1,), 1, "cost.care", is_leaf=True),
        Node("cost.programme", (2,), 0, "", is_leaf=True),
    ]


def test_a_group_of_one_is_not_shown_and_adds_no_depth() -> None:
    paths = ["cost.care.mind.ward", "cost.care.body"]
    assert list(walk(paths)) == [
        Node("cost.care", (0, 1), 0, "", is_leaf=False),
        Node("cost.care.mind", (0,), 1, "cost.care", is_leaf=False, shown=False),
        Node("cost.care.mind.ward", (0,), 1, "cost.care", is_leaf=True),
        Node("cost.care.body", (1,), 1, "cost.care", is_leaf=True),
    ]


def test_what_does_not_count_is_a_member_and_makes_no_group_shown() -> None:
    paths = ["cost.care.ward", "cost.care.day", "cost.benefits.sick"]
    assert list(walk(paths, [False, True, False])) == [
        Node("cost.care", (0, 1), 0, "", is_leaf=False, shown=False),
        Node("cost.care.day", (1,), 0, "", is_leaf=True),
    ]


def test_a_path_that_is_a_category_here_and_a_group_there_comes_twice() -> None:
    found = list(walk(["cost.care", "cost.care.ward"]))
    assert found == [
        Node("cost.care", (0, 1), 0, "", is_leaf=False),
        Node("cost.care", (0,), 1, "cost.care", is_leaf=True),
        Node("cost.care.ward", (1,), 1, "cost.care", is_leaf=True),
    ]


def test_a_group_whose_name_begins_another_has_not_its_members() -> None:
    found = {node.path: node.members for node in walk(["cost.a.x", "cost.a.y", "cost.ab.z"])}
    assert found["cost.a"] == (0, 1)
    assert found["cost.ab"] == (2,)


def test_a_walk_over_nothing_has_no_nodes() -> None:
    assert list(walk([])) == list(walk(["cost.a", "cost.b.c"], [False, False])) == []


names = st.sampled_from(["a", "ab", "b"])
trees = st.lists(st.lists(names, min_size=1, max_size=4).map(".".join), max_size=8, unique=True)


@given(trees, st.data())
def test_a_walk_visits_each_counted_category_once_and_parents_first(
    tails: list[str], data: st.DataObject
) -> None:
    paths = [f"cost.{tail}" for tail in tails]
    counted = data.draw(st.lists(st.booleans(), min_size=len(paths), max_size=len(paths)))
    nodes = list(walk(paths, counted))
    leaves = [node.members[0] for node in nodes if node.is_leaf]
    assert leaves == [index for index, counts in enumerate(counted) if counts]
    groups = [node for node in nodes if not node.is_leaf]
    assert len({node.path for node in groups}) == len(groups)
    for place, node in enumerate(nodes):
        around = [
            group
            for group in nodes[:place]
            if not group.is_leaf
            and group.shown
            and (is_below(node.path, group.path) or (node.is_leaf and node.path == group.path))
        ]
        assert node.depth == len(around)
        assert node.parent == (max(around, key=lambda g: depth(g.path)).path if around else "")
        assert node.is_leaf or node.shown == (sum(counted[n] for n in node.members) > 1)
        assert all(is_within(paths[n], node.path) for n in node.members)
    below = {above for index in leaves for above in ancestors(paths[index])[1:]}
    assert {node.path for node in groups} == below


def test_a_path_that_is_no_number_is_told_what_lies_below_or_above() -> None:
    known = ("cost.care.ips", "cost.care.usual", "cost.careful.ips")
    assert no_number("cost.care", known) == (
        "cost.care is not one number",
        "use one of: cost.care.ips, cost.care.usual",
    )
    message = "the scenario has no number cost.care.ips.sd (its number there is stated by mean)"
    forms = {"cost.care.ips": "mean"}
    assert no_number("cost.care.ips.sd", known, forms) == (message, "write cost.care.ips")
