"""Every message has words in every language, and no language has words for no message."""

from __future__ import annotations

import ast
import pickle
import re
import string
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import ipscost
from ipscost.errors import Problem, Span
from ipscost.loading.keys import schema
from ipscost.loading.keys.fields import Keys
from ipscost.messages import Message, ands, either, fixed, ors, series
from ipscost.words import LANGUAGES
from ipscost.words.messages import rendered, told, words_of
from ipscost.words.text import number, say, tell

PACKAGE = Path(ipscost.__file__).parent
OTHERS = [each for each in LANGUAGES if each != "en"]
OF_OTHERS = ("keys", "yaml")
"""Modules whose words are not those of a message in the code: they stand in a model of keys, or are
the parser's."""


@cache
def made() -> tuple[tuple[str, ast.expr], ...]:
    """Where each message is made, and its first argument."""
    return tuple(
        (f"{path.relative_to(PACKAGE)}:{node.lineno}", node.args[0])
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and is_named(node.func, "Message") and node.args
    )


def is_named(node: ast.expr, name: str) -> bool:
    """True for a plain name."""
    return isinstance(node, ast.Name) and node.id == name


def templates() -> set[str]:
    """The templates of all messages that have words besides their values."""
    found = {node.value for _, node in made() if isinstance(node, ast.Constant)}
    return {each for each in found if re.search(r"[^\W\d_]", re.sub(r"\{[^{}]*\}", "", each))}


def places(text: str) -> set[str]:
    """What is filled in, with how it is written: `value:g`."""
    parts = string.Formatter().parse(text)
    return {f"{name}:{form}" for _, name, form, _ in parts if name is not None}


def test_a_message_is_a_text_that_stands_in_the_code() -> None:
    """A template that is put together has no words in another language."""
    odd = [where for where, node in made() if not isinstance(node, ast.Constant)]
    assert [where for where in odd if not where.startswith("messages.py")] == []
    assert len(templates()) > 1000


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_has_words_with_the_same_values(language: str) -> None:
    words = words_of(language)
    assert sorted(templates() - words.keys()) == []
    assert [each for each in words if places(each) != places(words[each])] == []
    assert [each for each in words if not words[each].strip()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_words_are_left_without_their_message(language: str) -> None:
    folder = PACKAGE / "words" / language / "messages"
    names = {path.stem for path in folder.glob("*.py")} - {"__init__", *OF_OTHERS}
    modules = [import_module(f"ipscost.words.{language}.messages.{name}") for name in names]
    held = [key for module in modules for key in module.WORDS]
    assert sorted({*held} - templates()) == []
    assert len(held) == len({*held})


@pytest.mark.parametrize("language", OTHERS)
def test_every_key_that_must_be_there_is_explained(language: str) -> None:
    assert schema.DocumentKeys in {*below(Keys)}
    needed = {
        field.description
        for kind in below(Keys)
        for field in kind.model_fields.values()
        if field.is_required() and field.description
    }
    assert len(needed) > 30
    lacking = [each for each in needed if told(fixed(each), language) == each]
    assert lacking == []


def below(kind: type[Keys]) -> Iterator[type[Keys]]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


# --- what a message is -----------------------------------------------------------------------


def test_a_message_is_english_text_and_is_told_in_danish() -> None:
    message = Message("unknown arm {arm}", arm="isp")
    assert message == "unknown arm isp"
    assert told(message, "en") is message
    assert told(message, "da") == tell(message, "da") == "ukendt arm isp"


def test_a_message_within_a_message_is_told_too() -> None:
    inner = ands([Message("take {key} out", key="se"), Message("take {key} out", key="n")])
    message = Message("{first}, or {next}", first=inner, next=Message("write {meant}", meant="p"))
    assert message == "take se out and take n out, or write p"
    assert told(message, "da") == "fjern se og fjern n, eller skriv p"
    assert told(ors(["a", "b", "c"]), "da") == "a eller b eller c"
    assert told(either(["a"]), "da") == told(series(["a"]), "da") == "a"
    assert ands([]) == ors([]) == either([]) == series([]) == ""


def test_a_text_of_results_stands_within_a_message() -> None:
    message = Message("{text}", text=say("stated_unknown"))
    assert (message, told(message, "da")) == ("not known", "ikke kendt")
    message = Message("{message} (in {name})", message=number(1234.5, "week"), name="x")
    assert told(message, "da").endswith("(i x)")


def test_counts_have_the_marks_of_the_language_and_numbers_to_type_a_point() -> None:
    message = Message(
        "expected at most {most:,} parts of {key}, found {parts:,}", most=1000, key="k", parts=2500
    )
    assert told(message, "da") == "der må højst være 1.000 dele af k, men der er 2.500"
    message = Message("expected a number of at least 0, found {value:g}", value=-0.5)
    assert told(message, "da").endswith("men er -0.5")


def test_a_message_keeps_its_parts_on_the_way_through_an_error_and_a_process() -> None:
    message = Message("unknown arm {arm}", arm="isp")
    assert str(ValueError(message)) is message
    copy = pickle.loads(pickle.dumps(message))
    assert (copy, told(copy, "da")) == (message, "ukendt arm isp")


def test_braces_of_someone_elses_text_are_no_places() -> None:
    assert told(fixed("{a: ...}"), "da") == "{a: ...}"


def test_a_problem_without_words_in_a_language_is_told_in_english() -> None:
    problem = Problem(Span("x.yaml"), "E101", "a", "not of ours", "no fix")
    assert rendered(problem, "da") == "x.yaml: fejl[E101] a: not of ours\n  løsning: no fix"
