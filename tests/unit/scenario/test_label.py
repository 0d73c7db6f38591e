"""A label is told in any language, and stays as it is."""

from __future__ import annotations

from ipscost.scenario.quantity import Label
from ipscost.words import LANGUAGES
from ipscost.words.text import clause, say

CARE = Label((("en", "Care."), ("da", "Pleje.")))


def test_a_label_is_told_in_a_language() -> None:
    assert [CARE.tell(language) for language in LANGUAGES] == ["Care.", "Pleje."]
    assert [clause(CARE).tell(language) for language in LANGUAGES] == ["Care", "Pleje"]


def test_a_language_without_a_text_has_the_first_one() -> None:
    assert CARE.tell("xx") == "Care."


def test_a_label_may_be_the_same_in_every_language() -> None:
    assert Label.same("IPS") == Label((("en", "IPS"), ("da", "IPS")))


def test_a_label_is_made_of_words_numbers_and_labels() -> None:
    assert Label.each(lambda language: language.upper()) == Label((("en", "EN"), ("da", "DA")))
    label = say("way_interval", level=97.5, low=850.0, high=Label.same("more"))
    assert label.tell("en") == "97.5% interval 850 to more"
    assert label.tell("da") == "97,5%-interval 850 til more"


def test_equal_labels_are_one_key() -> None:
    assert len({CARE, Label(CARE.texts), Label.same("Care.")}) == 2
