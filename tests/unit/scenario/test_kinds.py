"""The table of kinds of cost, and what is told from it."""

from __future__ import annotations

import pytest

from ipscost.scenario import kinds
from ipscost.scenario.kinds import KINDS, Kind


def test_each_row_stands_under_its_name() -> None:
    assert all(row.name == name for name, row in KINDS.items())


def test_the_sums_by_kind_are_shown_in_one_order() -> None:
    assert kinds.parts() == ("resources", "productivity", "mixed", "transfer")
    assert kinds.pure_parts() == ("resources", "productivity", "transfer")


def test_only_money_that_moves_is_moved() -> None:
    assert [part for part in kinds.parts() if kinds.is_moved(part)] == ["transfer"]
    assert not kinds.is_moved("nothing")


def test_the_kinds_of_a_sum_are_alike() -> None:
    """A sum of what society counts and what it does not would be neither."""
    for part in kinds.parts():
        rows = [row for row in KINDS.values() if row.part == part]
        assert len({(row.is_real, row.is_gain, row.spans) for row in rows}) == 1


def test_a_kind_spans_sums_that_there_are() -> None:
    spanned = {part for row in KINDS.values() for part in row.spans}
    assert spanned <= set(kinds.pure_parts())


def test_what_spans_several_sums_leaves_none_of_them_told() -> None:
    assert kinds.untold(["programme", "mixed", "transfer"]) == {"resources", "productivity"}
    assert kinds.untold(["programme", "transfer"]) == kinds.untold([]) == set()
    with pytest.raises(KeyError, match="volunteer"):
        kinds.untold(["volunteer"])


def test_kinds_beside_one_another_with_one_hint_share_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "programme or service (real resources), transfer, productivity (a gain, entered as a "
    text += "negative cost), mixed (resources and productivity published as one)"
    assert kinds.described() == text
    monkeypatch.setitem(KINDS, "volunteer", Kind("volunteer", "unpaid work", "unpaid"))
    assert kinds.described() == f"{text}, volunteer"
    assert kinds.path_of("unpaid") == "kind.unpaid"


def test_a_new_sum_by_kind_stands_among_those_that_society_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(KINDS, "volunteer", Kind("volunteer", "unpaid work", "unpaid"))
    assert kinds.parts() == ("resources", "productivity", "mixed", "unpaid", "transfer")
    assert kinds.pure_parts() == ("resources", "productivity", "unpaid", "transfer")
