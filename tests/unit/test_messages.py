"""What a text tells is found by the keys of its words."""

from __future__ import annotations

from messages import keys, said, tells

SAVES = {"arm": "IPS", "whom": "society", "amount": "72,013 kr.", "reference": "Care"}
MORE = {"horizon": "18 months", "interval": "", "year": 2017}


def test_a_message_is_known_by_its_words_and_its_values() -> None:
    text = said("saves", **SAVES, **MORE)
    assert tells(text, "saves")
    assert tells(text, "saves", **SAVES)
    assert not tells(text, "saves", amount="72,014 kr.")
    assert not tells(text, "costs_more")


def test_a_message_is_found_in_lines_of_a_terminal_and_in_danish() -> None:
    text = said("saves", "da", **SAVES, **MORE).replace(" ", "\n  ")
    assert tells(text, "saves", "da", **SAVES)
    assert not tells(text, "saves")


def test_the_keys_of_a_text_are_those_of_its_messages() -> None:
    texts = [said("saves", **SAVES, **MORE), "Something else."]
    assert keys(texts, "en") == ["saves"]
    assert keys(texts[1:], "en") == []
