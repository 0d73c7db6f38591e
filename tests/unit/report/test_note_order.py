"""Notes: a function each, under its name, in one order for every command; a page may show a few."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from typing import Any

import builders
import pytest

import ipscost.report
from ipscost.formats import Page, render
from ipscost.formats.cells import in_words
from ipscost.report.notes.about import About, of_run, written
from ipscost.report.notes.common import how_sure, own_note
from ipscost.report.notes.order import ORDER, weight
from ipscost.report.report import Note, Report, joined, together
from ipscost.report.simulate.notes import NOTES
from ipscost.report.simulate.summary import summary
from ipscost.report.voi.report import with_information
from ipscost.words.text import say


def tuples_of_notes() -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every tuple of notes that a command has, by where it stands."""
    for module in pkgutil.walk_packages(ipscost.report.__path__, "ipscost.report."):
        if module.name.endswith((".notes", "_notes")):
            found = vars(importlib.import_module(module.name))
            for name, value in found.items():
                if name.isupper() and isinstance(value, tuple) and callable(value[0]):
                    yield f"{module.name}.{name}", value


TUPLES = dict(tuples_of_notes())


def report(*notes: Note) -> Report:
    return Report("study", (), (), notes, {"seed": 1})


def test_every_note_has_one_place_and_every_place_a_note() -> None:
    assert len(TUPLES) >= 15
    names = {writer.__name__ for each in TUPLES.values() for writer in each}
    ordered = [name for group in ORDER.values() for name in group]
    assert names | set(ORDER["caveat"]) | {"further"} == set(ordered)  # made where they are told
    assert len(ordered) == len(set(ordered))


@pytest.mark.parametrize("writers", TUPLES.values(), ids=TUPLES)
def test_no_command_gives_a_note_twice(writers: tuple[Any, ...]) -> None:
    names = [writer.__name__ for writer in writers]
    assert len(names) == len(set(names))


def test_the_place_in_the_order_is_the_weight() -> None:
    weights = [weight(name) for names in ORDER.values() for name in names]
    assert weights == sorted(weights, reverse=True)
    with pytest.raises(KeyError):
        weight("a_note_without_a_place")


def test_what_a_function_tells_has_its_name_and_its_weight() -> None:
    run = builders.run(builders.text(builders.CARE))
    (note,) = written((own_note, how_sure), of_run(None, run))
    assert (note.name, note.weight) == ("how_sure", weight("how_sure"))


def test_what_was_made_elsewhere_has_no_run() -> None:
    with pytest.raises(ValueError, match="made elsewhere"):
        _ = About(None).scenario


def test_a_command_may_name_its_notes_in_any_order() -> None:
    run = builders.run(builders.text(builders.CARE), draws=20)
    usual = summary(run)
    turned = Report("", (), (), written(NOTES[::-1], of_run(None, run)), {})
    assert in_words(turned, "en").notes == in_words(usual, "en").notes


def test_the_heaviest_note_stands_first_and_each_text_once() -> None:
    light, heavy = Note("light", say("note_change", name="a"), 1), Note("heavy", "Mind this.", 3)
    again = Note("again", say("note_change", name="a"), 2)
    found = in_words(report(light, heavy, again), "en").notes
    assert [note.name for note in found] == ["heavy", "again"]


def test_reports_that_are_put_together_have_one_order_of_notes() -> None:
    one, other = report(Note("b", "b", 2), Note("d", "d", 0)), report(Note("a", "a", 3))
    for both in (together([one, other]), joined(one, other)):
        assert [note.text for note in in_words(both, "en").notes] == ["a", "b", "d"]


@pytest.mark.parametrize("name", ["table", "plain", "markdown", "latex", "json"])
def test_a_page_may_show_the_heaviest_notes_alone(name: str) -> None:
    texts = ("Last.", "Then.", "First.")
    notes = [Note(text, text, place) for place, text in enumerate(texts)]
    whole, few = (str(render(report(*notes), name, Page(notes=most))) for most in (None, 2))
    assert [text in whole for text in texts] == [True, True, True]
    assert [text in few for text in texts] == [False, True, True]
    assert "First." not in str(render(report(*notes), name, Page(notes=0)))


def test_json_has_the_texts_of_notes_alone() -> None:
    text = str(render(report(Note("one", "Mind this.", 1)), "json"))
    assert json.loads(text)["notes"] == ["Mind this."]


def test_of_two_reports_on_a_file_the_note_on_what_was_read_is_told_once() -> None:
    cea = report(Note("few_draws", "Few.", 2), Note("how_read", "From one file.", 1))
    voi = report(Note("evpi", "Perfect.", 3), Note("how_read", "From two files.", 1))
    notes = with_information(cea, voi).notes
    assert sorted(note.text for note in notes) == ["Few.", "From two files.", "Perfect."]
