"""A place in a file: steps to keys and items, the keys read there, problems at its place."""

from __future__ import annotations

import builders
import pytest

from ipscost.loading.cursor import Checked, Cursor, Problems
from ipscost.loading.keys.fields import Keys
from ipscost.loading.keys.schema_model import StepKeys
from ipscost.loading.text import yamldoc

TEXT = """\
step:
  first:
    to: 5
    payer: {town: 0.8, state: 0.2}
  then: {payer: state}
states: [well, ill]
title: A text
"""


@pytest.fixture
def root() -> Cursor:
    return Cursor(yamldoc.parse(TEXT, "own.yaml"), "", Problems())


def test_a_step_down_adds_the_key_to_the_path_and_keeps_its_place(root: Cursor) -> None:
    at = root["step"]["first"]
    assert (at.path, at.name) == ("step.first", "first")
    assert (at.key.line, at.key.column) == (2, 3)
    assert (at["to"].text, at["to"].key.column, at["to"].span.column) == ("5", 5, 9)
    assert at.problems is root.problems
    assert list(at) == ["to", "payer"]


def test_a_list_is_counted_from_0(root: Cursor) -> None:
    assert [(at.path, at.text) for at in root["states"].items()] == [
        ("states.0", "well"),
        ("states.1", "ill"),
    ]
    assert root["states"].items()[1].key == root["states"].items()[1].span


def test_what_is_no_mapping_has_no_keys_and_what_is_no_list_no_items(root: Cursor) -> None:
    assert list(root["title"]) == []
    assert "step" not in root["title"]
    assert root["title"].get("step") is None
    assert root["title"].items() == root.items() == ()
    assert root["states"].text == root.text == ""


def test_a_missing_key_has_a_path_and_the_place_of_what_lacks_it(root: Cursor) -> None:
    here = root["step"]["then"].locate("to")
    assert here.path == "step.then.to"
    assert here.span == root["step"]["then"].span
    assert root.locate("title").span == root["title"].span


def test_problems_stand_at_the_value_the_key_or_a_span(root: Cursor) -> None:
    at, other = root["title"], root["step"]["first"]["to"].span
    at.refuse("E103", "amiss", "mend it")
    at.refuse_key("E103", "amiss", "mend it")
    at.refuse("E103", "amiss", "mend it", other)
    at.doubt("W405", builders.label("perhaps", "måske"), "mend it")
    assert [(problem.path, problem.span) for problem in root.problems] == [
        ("title", at.span),
        ("title", at.key),
        ("title", other),
        ("title", at.span),
    ]
    assert len({at.span, at.key, other}) == 3
    told = root.problems[-1].told
    assert told is not None
    assert told.tell("da") == "måske"
    assert root.problems.errors() == 3


def test_on_trial_nothing_is_noted(root: Cursor) -> None:
    trial = root["step"].on_trial()
    trial.refuse("E103", "amiss", "mend it")
    assert len(trial.problems) == 1
    assert root.problems == []


def test_keys_are_read_where_the_place_holds_what_their_model_says(root: Cursor) -> None:
    at = root["step"]["first"].read(StepKeys)
    assert at is not None
    assert at.keys.to == 5
    assert at.part("label") is None
    payer = at.part("payer")
    assert payer is not None
    assert (payer.path, payer.keys) == ("step.first.payer", {"town": 0.8, "state": 0.2})
    assert root["states"].read(StepKeys) is None
    assert [problem.path for problem in root.problems] == ["states"]


def test_keys_of_another_reader_are_left_alone(root: Cursor) -> None:
    class TitleKeys(Keys):
        title: str

    at = root.read_some(TitleKeys)
    assert at is not None
    assert at.keys.title == "A text"
    assert "step" in at
    assert root.problems == []
    assert root.read(TitleKeys) is None


def test_parts_of_a_section_go_with_their_keys(root: Cursor) -> None:
    keys = {"step": {"first": 1, "then": 2}, "states": ["well", "ill"], "arm": {}}
    file: Checked[dict[str, object]] = root.with_keys(keys)
    parts = list(file.parts_of("step"))
    assert [(at.path, at.keys) for at in parts] == [("step.first", 1), ("step.then", 2)]
    assert [(at.path, at.keys) for at in file.parts_of("states")] == [
        ("states.0", "well"),
        ("states.1", "ill"),
    ]
    assert list(file.parts_of("arm")) == []
