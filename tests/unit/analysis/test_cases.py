"""What is set side by side, under which name, and what is refused."""

from __future__ import annotations

from pathlib import Path

import builders
import numpy as np
import pytest
from told import told, words

import ipscost
from ipscost import Run, ScenarioError, Settings
from ipscost.analysis.compare.cases import (
    ComparedArm,
    cases_of,
    chance,
    gap,
    gap_interval,
    names,
    refuse_unlike,
)
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.errors import AskedError
from ipscost.report.compare.labels import label_of
from ipscost.report.compare.report import compare as _compare

compare = told(_compare)

THREE = builders.CARE + "  ipse: {difference: -100, se: 50}\n"


def written(folder: Path, name: str, content: str) -> Run:
    """A run without draws of a scenario written to `name` below `folder`."""
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return ipscost.simulate(ipscost.load(file), Settings(draws=0))


def keys(cases: tuple[ComparedArm, ...]) -> list[str]:
    return [case.key for case in cases]


def test_a_scenario_is_a_column_and_the_first_is_the_base(tmp_path: Path) -> None:
    runs = [written(tmp_path, f"{name}.yaml", builders.text()) for name in ("one", "two")]
    cases, place = cases_of(runs)
    assert keys(cases) == ["one", "two"]
    assert place == 0
    assert [words(label_of(case)) for case in cases] == ["one", "two"]
    assert cases_of(runs, base="two")[1] == 1


def test_each_intervention_is_a_column_unless_narrowed(tmp_path: Path) -> None:
    runs = [
        written(tmp_path, "three.yaml", builders.text(THREE, arm=builders.THREE_ARMS)),
        written(tmp_path, "two.yaml", builders.text()),
    ]
    cases, _ = cases_of(runs)
    assert keys(cases) == ["three:ips", "three:ipse", "two"]
    assert words(label_of(cases[1])) == "three: IPSE"
    assert cases_of(runs, base="three:ipse")[1] == 1
    assert keys(cases_of(runs, ["ipse"])[0]) == ["three", "two"]


@pytest.mark.parametrize(
    ("arms", "base", "message"),
    [
        ([], "tow", "no scenario named tow is compared; write two"),
        ([], "zzz", "no scenario named zzz is compared; use one of: one, two"),
        (["ipsa"], "", "no scenario has the intervention ipsa; write ips"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    tmp_path: Path, arms: list[str], base: str, message: str
) -> None:
    runs = [written(tmp_path, f"{name}.yaml", builders.text()) for name in ("one", "two")]
    with pytest.raises(AskedError) as caught:
        cases_of(runs, arms, base)
    assert str(caught.value) == message


def test_one_column_alone_is_no_comparison(tmp_path: Path) -> None:
    with pytest.raises(AskedError, match="one alone cannot be compared; name another"):
        cases_of([written(tmp_path, "one.yaml", builders.text())])


def test_an_intervention_that_only_another_scenario_has(tmp_path: Path) -> None:
    content = builders.text(THREE, arm=builders.THREE_ARMS)
    other = content.replace("  ips:", "  place:").replace("    ips:", "    place:")
    other = other.replace("ipse", "train")
    runs = [written(tmp_path, "one.yaml", content), written(tmp_path, "two.yaml", other)]
    with pytest.raises(AskedError, match="two has none of ips; it has place, train"):
        cases_of(runs, ["ips"])


def test_scenarios_of_one_name_are_told_apart_by_their_path(tmp_path: Path) -> None:
    runs = [
        written(tmp_path, "a/mine.yaml", builders.text()),
        written(tmp_path, "b/mine.yaml", builders.text()),
        written(tmp_path, "b/other.yaml", builders.text()),
    ]
    assert names([run.scenario for run in runs]) == ("a/mine", "b/mine", "other")
    one = written(tmp_path, "b/mine.yml", builders.text())
    assert names([runs[1].scenario, one.scenario]) == (
        str(tmp_path / "b/mine.yaml"),
        str(tmp_path / "b/mine.yml"),
    )


def test_a_gap_is_taken_draw_by_draw() -> None:
    one, two = Estimate(5.0, np.array([4.0, 6.0])), Estimate(2.0, np.array([1.0, 3.5]))
    difference = gap(one, two)
    assert difference.point == 3.0
    assert difference.draws is not None
    assert difference.draws.tolist() == [3.0, 2.5]
    assert chance(difference) == 1.0


def test_a_gap_to_what_states_no_uncertainty_has_no_interval() -> None:
    one, two = Estimate(5.0, np.array([4.0, 6.0])), Estimate(2.0, np.array([2.0, 2.0]))
    for difference in (gap(one, two), gap(two, one), gap(two, Estimate(1.0, None))):
        assert difference.draws is None
        assert gap_interval(difference, 0.95) == Interval(difference.point)
        assert chance(difference) is None


def test_a_gap_that_is_the_same_in_every_draw_has_no_width() -> None:
    one = Estimate(5.0, np.array([4.0, 6.0]))
    assert gap_interval(gap(one, one), 0.95) == Interval(0.0, 0.0, 0.0)
    assert chance(gap(one, one)) is None
    more = gap(Estimate(7.0, np.array([6.0, 8.0])), one)
    assert gap_interval(more, 0.95) == Interval(2.0, 2.0, 2.0)
    assert chance(more) == 1.0


def test_another_horizon_is_refused_unless_asked_for(tmp_path: Path) -> None:
    runs = [
        written(tmp_path, "base.yaml", builders.text(months=4)),
        written(tmp_path, "other.yaml", builders.text(months=6)),
    ]
    with pytest.raises(ScenarioError) as caught:
        compare(runs)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("E311", "horizon.months")
    assert problem.span.file.endswith("other.yaml")
    assert problem.span.text == "horizon: {months: 6}"
    assert "6 months hold more cost and saving than 4" in problem.message
    assert "--allow horizon" in problem.fix
    report = compare(runs, allow=["horizon"])
    assert any("4 months" in note and "6 months" in note for note in report.notes)


def test_another_perspective_is_refused_unless_asked_for(tmp_path: Path) -> None:
    runs = [
        written(tmp_path, "base.yaml", builders.text()),
        written(tmp_path, "other.yaml", builders.text(perspective="region")),
    ]
    with pytest.raises(ScenarioError) as caught:
        compare(runs)
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.text) == ("E311", "perspective: region")
    assert "--perspective societal" in problem.fix
    report = compare(runs, allow=["perspective"])
    assert any(note.startswith("Different perspectives") for note in report.notes)


def test_every_unlike_scenario_is_told_at_once(tmp_path: Path) -> None:
    base = written(tmp_path, "base.yaml", builders.text()).scenario
    others = [
        written(tmp_path, "a.yaml", builders.text(months=6, perspective="region")).scenario,
        written(tmp_path, "b.yaml", builders.text(months=8)).scenario,
    ]
    with pytest.raises(ScenarioError) as caught:
        refuse_unlike(base, others)
    assert len(caught.value.problems) == 3
