"""Every word has both languages, and both say the same."""

from __future__ import annotations

import string

import pytest

from ipscost.errors import AskedError
from ipscost.words import WORDS, language, listing, say, typed


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


@pytest.mark.parametrize(
    ("value", "english", "danish"),
    [
        (7.46038, "7.46038", "7,46038"),
        (-1943.0, "-1943", "-1943"),
        (0.00001, "1e-05", "1e-05"),
        (1234567.8, "1234568", "1234568"),
        (12, "12", "12"),
    ],
)
def test_a_number_is_typed_with_the_decimal_mark_of_the_language(
    value: float, english: str, danish: str
) -> None:
    assert (typed(value, "en"), typed(value, "da")) == (english, danish)


@pytest.mark.parametrize(
    ("given", "environment", "expected"),
    [
        (None, {}, "en"),
        ("da", {}, "da"),
        ("en", {"IPSCOST_LANG": "da", "LC_ALL": "da_DK.UTF-8"}, "en"),
        (None, {"IPSCOST_LANG": "da", "LC_ALL": "en_GB.UTF-8"}, "da"),
        (None, {"IPSCOST_LANG": "en", "LANG": "da_DK.UTF-8"}, "en"),
        (None, {"IPSCOST_LANG": "", "LANG": "da_DK.UTF-8"}, "da"),
        (None, {"LC_ALL": "en_US", "LC_MESSAGES": "da", "LANG": "da"}, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "da_DK", "LANG": "en"}, "da"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "da_DK"}, "en"),
        (None, {"LC_MESSAGES": "", "LANG": "da_DK@euro"}, "da"),
        (None, {"LANG": "da"}, "da"),
        (None, {"LANG": "dav_KE"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANGUAGE": "da"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_first(
    given: str | None, environment: dict[str, str], expected: str
) -> None:
    assert language(given, environment) == expected


@pytest.mark.parametrize(
    ("given", "environment", "message"),
    [
        ("de", {"IPSCOST_LANG": "da"}, "--lang must be one of en, da, not 'de'"),
        ("", {}, "--lang must be one of en, da, not ''"),
        (None, {"IPSCOST_LANG": "dansk"}, "IPSCOST_LANG must be one of en, da, not 'dansk'"),
        ("de", {"IPSCOST_LANG": "fr"}, "--lang must be one of en, da, not 'de'"),
    ],
)
def test_another_language_is_refused_by_the_name_of_its_setting(
    given: str | None, environment: dict[str, str], message: str
) -> None:
    with pytest.raises(AskedError) as caught:
        language(given, environment)
    assert str(caught.value) == message


def test_a_wrong_variable_does_not_matter_where_the_option_is_given() -> None:
    assert language("da", {"IPSCOST_LANG": "dansk"}) == "da"
