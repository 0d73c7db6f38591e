"""What explain finds, as numbers alone: sums and their parts, draws, and the way to the total."""

from __future__ import annotations

import builders
import pytest

from ipscost import Run
from ipscost.analysis.estimates import View
from ipscost.analysis.explain.passages import Passage, amount_of, drawn, entered, passages
from ipscost.analysis.explain.sums import sum_of
from ipscost.analysis.interval import Interval
from ipscost.report.explain.report import explain
from ipscost.scenario.nouns import Category

COST = builders.CARE + builders.PROGRAMME + builders.HOSPITAL + builders.BENEFITS


def run_of(*, draws: int = 0, **more: str) -> Run:
    return builders.run(builders.text(COST, outcome=builders.JOB, **more), draws=draws)


def category(run: Run, path: str) -> Category:
    found = run.scenario.holders[path]
    assert isinstance(found, Category)
    return found


def test_the_parts_of_a_sum_add_up_to_it() -> None:
    for path in ("cost", "cost.hospital", "payer.region", "perspective.societal", "kind.resources"):
        made = sum_of(run_of(), path)
        assert made is not None
        (whole,) = made.whole.changes
        parts = [change for part in made.parts for change in part.changes]
        differences = [each.difference.mean for each in parts if each.difference]
        assert whole.difference is not None
        assert len(differences) == len(made.parts)
        assert sum(differences) == pytest.approx(whole.difference.mean)
        assert sum(each.share or 0 for each in parts) == pytest.approx(whole.share)
    assert sum_of(run_of(), "cost.nothing") is None


def test_a_sum_tells_what_the_perspective_leaves_out_of_it() -> None:
    made = sum_of(run_of(), "kind.transfer")
    assert made is not None
    assert (made.left_out, made.is_counted, made.of_total) == (("cost.benefits",), False, False)
    counted = sum_of(run_of(perspective="municipality"), "kind.transfer")
    assert counted is not None
    assert (counted.left_out, counted.is_counted, counted.of_total) == ((), True, True)


def test_a_number_has_draws_where_it_is_drawn() -> None:
    run = run_of(draws=4000)
    known = {quantity.path: quantity for quantity in run.scenario.quantities}
    found = drawn(run, known["cost.care.ips"])
    assert found is not None
    assert (found.mean, found.sd) == pytest.approx((-300, 50), abs=4)
    assert found.low < found.mean < found.high
    assert drawn(run, known["cost.hospital.ward.price"]) is None


def test_what_a_number_enters_is_found_by_moving_it() -> None:
    run = run_of()
    known = {quantity.path: quantity for quantity in run.scenario.quantities}
    assert entered(run, known["cost.hospital.ward.price"]) == ("cost.hospital.ward",)
    assert entered(run, known["outcome.job.ips"]) == ("outcome.job",)


def test_a_category_passes_from_its_months_to_what_is_counted_of_it() -> None:
    run = run_of(perspective="municipality")
    ward = category(run, "cost.hospital.ward")
    assert [amount_of(run, ward, arm) for arm in ("usual", "ips")] == [8, 4]
    view = View(run, "municipality")
    (found,) = passages(view, category(run, "cost.benefits"))
    assert isinstance(found, Passage)
    assert found.whole == pytest.approx(found.present)
    assert found.counted == pytest.approx(0.8)
    assert found.effect is not None
    assert found.effect.change == Interval(-800)
    (ward_found,) = passages(view, ward)
    assert isinstance(ward_found, Passage)
    assert (ward_found.effect, ward_found.counted) == (None, 0)


def test_sums_have_numbers_for_machines_and_journeys_have_none() -> None:
    run = run_of()
    assert explain(run, "cost.care.ips").figures == ()
    figures = explain(run, "cost.hospital").figures
    assert figures is not None
    assert [(each.measure, each.path, each.level) for each in figures] == [
        ("difference", "cost.hospital.ward", "leaf"),
        ("share_of_saving", "cost.hospital.ward", "leaf"),
        ("difference", "cost.hospital.clinic", "leaf"),
        ("share_of_saving", "cost.hospital.clinic", "leaf"),
        ("difference", "cost.hospital", "group"),
        ("share_of_saving", "cost.hospital", "group"),
    ]
