"""Every word has both languages, and both say the same."""

from __future__ import annotations

import string

import pytest

from ipscost.words import WORDS, listing, say


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", WORDS)
def test_each_entry_has_both_languages_with_the_same_placeholders(key: str) -> None:
    english, danish = WORDS[key]
    assert english.strip()
    assert danish.strip()
    assert placeholders(english) == placeholders(danish)


@pytest.mark.parametrize("key", sorted(set(WORDS) - {"million", "billion"}))
def test_both_languages_end_in_the_same_mark(key: str) -> None:
    english, danish = WORDS[key]
    assert (english[-1] in ".:") == (danish[-1] in ".:")


def test_a_sentence_is_filled_in_by_name() -> None:
    assert say("to", "da") == "til"
    text = say("break_even", "en", arm="IPS", month=7)
    assert text == "IPS has saved more than it cost from month 7 on."
    text = say("break_even", "da", arm="IPS", month=7)
    assert text == "IPS har sparet mere, end det har kostet, fra måned 7."


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a, x", "b", "c"], "a, x; b and c"),
    ],
)
def test_a_listing_may_hold_labels_with_commas(items: list[str], expected: str) -> None:
    assert listing(items, "en") == expected


def test_a_listing_in_danish_says_og() -> None:
    assert listing(["a", "b", "c"], "da") == "a; b og c"
