"""From when register weeks count: a column or one week, weeks behind, and who is not followed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from ipscost.errors import ScenarioError
from ipscost.loading.data.model import read_model
from ipscost.loading.data.persons import read_data
from ipscost.loading.data.week_starts import check_weeks, persons_of_weeks
from ipscost.loading.data.week_text import week_in
from ipscost.loading.data.weeks import PersonsOfWeeks

EXAMPLE = Path(__file__).parents[3] / "examples" / "weeks" / "model.yaml"
DATA = """\
id;grp;start;behind;months;psychiatric
a;0;2023-01-04;0;18;10
b;1;2023-W05;12,5;18;20
c;0;2023-W02;60;6;30
d;1;2023-W02;3;18;40
e;0;2023-W03;4;18;55
"""
SECTION = """\
data:
  person: id
  arm: {column: grp, usual: 0, ips: 1}
  assigned: random
  cost: {psychiatric: psychiatric}
  followed: months
  weeks: {start: start, behind: behind}
"""


def read(
    tmp_path: Path, data: str = DATA, section: str = SECTION, without: str = ""
) -> PersonsOfWeeks:
    """Whose weeks count, by a table of five persons and the model of the example.

    without: an arm that has the numbers of the intervention, and is left out.
    """
    tree = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8")) | yaml.safe_load(section)
    del tree["rollout"]
    model_file, file = tmp_path / "model.yaml", tmp_path / "persons.csv"
    model_file.write_text(json.dumps(_with_arm(tree, without), default=str), encoding="utf-8")
    file.write_text(data, encoding="utf-8")
    model = read_model(model_file, [f"arm.{without}=null"] if without else [])
    check_weeks(model)
    return persons_of_weeks(str(file), model, read_data(str(file), model), 79)


def test_each_person_has_a_start_weeks_behind_and_weeks_followed(tmp_path: Path) -> None:
    found = read(tmp_path)
    starts = [
        week_in(text) for text in ("2023-W01", "2023-W05", "2023-W02", "2023-W02", "2023-W03")
    ]
    assert found.start.tolist() == starts
    assert found.behind is not None
    assert found.behind.tolist() == [0, 12.5, 60, 3, 4]
    assert found.seen is not None
    assert found.seen.tolist() == [79, 79, 26, 79, 79]  # 6 months are 26.09 weeks
    assert not found.is_one


def test_one_week_may_be_that_of_all(tmp_path: Path) -> None:
    found = read(tmp_path, section=SECTION.replace("{start: start, behind: behind}", "2023-W02"))
    assert set(found.start.tolist()) == {week_in("2023-W02")}
    assert found.is_one
    assert found.behind is None


def test_persons_of_an_arm_that_is_left_out_are_known_and_do_not_count(tmp_path: Path) -> None:
    section = SECTION.replace("ips: 1", "ips: 1, old: 2")
    found = read(tmp_path, DATA + "f;2;2023-W02;0;18;5\ng;2;2023-W02;0;18;6\n", section, "old")
    assert len(found.start) == 5
    assert found.others is not None
    assert (found.others.rows_of(["f", "g", "a"]) >= 0).tolist() == [True, True, False]


def _with_arm(node: Any, name: str) -> Any:
    """The mapping with another arm that has the numbers of the intervention."""
    if not isinstance(node, dict) or not name:
        return node
    more = {name: node["ips"]} if "ips" in node and name not in node else {}
    return {key: _with_arm(value, name) for key, value in {**node, **more}.items()}


@pytest.mark.parametrize(
    ("was", "now", "place", "message"),
    [
        ("2023-W05", "", (3, 3), "expected a week"),
        ("2023-W05", "2023-W53", (3, 3), "2023 has no week 53"),
        ("12,5", "many", (3, 4), "expected weeks behind at the start"),
        ("12,5", "-3", (3, 4), "expected weeks behind at the start"),
    ],
)
def test_a_start_that_cannot_be_read_is_refused_at_its_place(
    tmp_path: Path, was: str, now: str, place: tuple[int, int], message: str
) -> None:
    with pytest.raises(ScenarioError) as error:
        read(tmp_path, DATA.replace(was, now))
    (problem,) = error.value.problems
    assert (problem.span.line, problem.span.column) == place
    assert message in problem.message
    assert problem.span.text == ""


def test_weeks_need_persons_with_a_number(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="data names no person"):
        read(tmp_path, section=SECTION.replace("  person: id\n", ""))
