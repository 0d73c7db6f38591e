"""The marks and units of a language, and which languages there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipscost.words import LANGUAGES
from ipscost.words.locale import currency_sign, languages_in, locale, marked
from ipscost.words.nouns import beside, is_listed, many, named


def test_a_language_is_a_folder(tmp_path: Path) -> None:
    for name in ("sv", "en", "da"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    (tmp_path / "numbers.py").touch()
    assert languages_in([str(tmp_path)]) == ("en", "da", "sv")


def test_english_and_danish_are_there() -> None:
    assert LANGUAGES == ("en", "da")
    assert [locale(language).name for language in LANGUAGES] == ["English", "Danish"]


def test_there_is_no_locale_of_a_language_without_a_folder() -> None:
    with pytest.raises(ModuleNotFoundError):
        locale("xx")


@pytest.mark.parametrize(
    ("number", "danish"), [("1,234.5", "1.234,5"), ("-0.5", "-0,5"), ("1e-05", "1e-05")]
)
def test_a_number_has_the_marks_of_its_language(number: str, danish: str) -> None:
    assert marked(number, "en") == number
    assert marked(number, "da") == danish


def test_a_currency_is_its_code_unless_it_has_a_sign() -> None:
    assert (currency_sign("DKK"), currency_sign("EUR"), currency_sign("")) == ("kr.", "EUR", "")


@pytest.mark.parametrize(
    ("unit", "english", "danish"),
    [("weeks", "weeks", "uger"), ("body", "bodies", ""), ("widget", "widgets", ""), ("", "", "")],
)
def test_a_noun_that_is_not_listed_has_a_plural_where_its_language_has_a_rule(
    unit: str, english: str, danish: str
) -> None:
    assert (many(unit, "en"), many(unit, "da")) == (english, danish)
    assert is_listed(unit) == (unit == "weeks")


def test_units_are_english_words_that_other_languages_have_their_own_for() -> None:
    assert [named("day/person", each) for each in LANGUAGES] == ["day/person", "dage pr. person"]
    assert [beside("share", each) for each in LANGUAGES] == ["share", "(andel)"]
    assert [beside("month", each) for each in LANGUAGES] == ["months", "måneder"]
