"""What is said in a language, and which language that is."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from ipscost import words
from ipscost.errors import AskedError
from ipscost.words import LANGUAGES, has, language, listing, numbers, say, text, typed
from ipscost.words.locale import words_of
from ipscost.words.text import further, tell


def loaded_after(code: str) -> set[str]:
    """The modules of words that are loaded when `code` has run."""
    code += "; import sys; print(*(name for name in sys.modules if 'ipscost.words' in name))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_words_of_one_language_are_read_without_those_of_another() -> None:
    loaded = loaded_after("from ipscost.words import say; say('to', 'da')")
    assert {"ipscost.words.da", "ipscost.words.da.general", "ipscost.words.da.voi"} <= loaded
    assert not any(name.startswith("ipscost.words.en") for name in loaded)


def test_no_words_are_read_before_something_is_said() -> None:
    loaded = loaded_after("import ipscost.words.numbers, ipscost.words.nouns")
    assert not any(name.startswith(("ipscost.words.en", "ipscost.words.da")) for name in loaded)


def test_every_language_ends_in_the_same_mark() -> None:
    words = [words_of(each) for each in LANGUAGES]
    differ = [
        key for key in words[0] if len({each[key].endswith((".", ":")) for each in words}) > 1
    ]
    assert differ == ["million", "billion"]  # mio., mia.


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_can_only_stand_behind_others(language: str) -> None:
    """What begins with a comma or a space is a clause, and its sentence is not one key.

    What is in brackets may be nothing, so that it has its space with it.
    """
    found = {key for key, text in words_of(language).items() if re.match(r"[,;:]|\s(?!\()", text)}
    assert found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_end_in_a_space(language: str) -> None:
    assert [key for key, text in words_of(language).items() if text != text.rstrip()] == []


def test_a_listing_may_go_on_behind_its_first_item() -> None:
    found = [tell(further(items), "en") for items in ((), ("b",), ("b", "c"), ("b", "c", "d"))]
    assert found == ["", " and b", "; b and c", "; b; c and d"]


def test_texts_differ_that_read_differently_in_every_language() -> None:
    both, one = text.say("over"), text.say("to")
    assert text.differ(both, one)
    assert not text.differ(both, "over")  # as the word reads in both
    assert not text.differ(one, "to")
    assert not text.differ(one, "til")


@pytest.mark.parametrize("draws", [0, 10, 99, 100, 300, 10_000])
def test_probabilities_that_read_the_same_are_the_same_when_rounded(draws: int) -> None:
    shares = [number / 997 for number in range(998)]
    shown: dict[str, set[tuple[int, float]]] = {}
    for share in shares:
        rounded = numbers.rounded_probability(share, draws)
        shown.setdefault(numbers.probability(share, "en", draws), set()).add(rounded)
    assert all(len(found) == 1 for found in shown.values())
    assert len(set.union(*shown.values())) == len(shown)


def test_a_key_is_there_or_not() -> None:
    assert has("break_even")
    assert not has("break_odd")


def test_a_sentence_is_filled_in_by_name() -> None:
    assert say("to", "da") == "til"
    told = say("break_even", "en", arm="IPS", month=7)
    assert told == "IPS has paid for itself from month 7."
    told = say("break_even", "da", arm="IPS", month=7)
    assert told == "IPS har tjent sig hjem fra måned 7."


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
    assert listing(["a", "b", "c"], "da") == "a, b og c"
    assert listing(["a, x", "b", "c"], "da") == "a, x; b og c"
    assert listing(["1,5", "2,5", "3,5"], "da") == "1,5; 2,5 og 3,5"


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


@pytest.mark.parametrize(
    ("tongue", "label", "expected"),
    [
        ("en", "in a job at 12 months", "person in a job at 12 months"),
        ("en", "job or education", "person with job or education"),
        ("da", "i job", "person i job"),
        ("da", "job eller uddannelse", "person med job eller uddannelse"),
    ],
)
def test_one_of_a_share_is_a_person_in_a_state_or_with_something(
    tongue: str, label: str, expected: str
) -> None:
    assert words.one_of("share", label, tongue) == expected
