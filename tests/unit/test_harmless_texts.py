"""Texts of other people: what cannot be seen is spelt out, and what can stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipscost.analysis.interval import Interval
from ipscost.texts import HIDDEN, STAND_INS, cleaned, harmless, harmless_lines, one_line

ORDERS = {
    "\x1b[31m": r"\x1b[31m",
    "\x1b]0;owned\x07": r"\x1b]0;owned\x07",
    "\x9b5m": r"\x9b5m",
    "\u200b\u200d\u2060\ufeff": r"\u200b\u200d\u2060\ufeff",
    "\u202eabc\u2066": r"\u202eabc\u2066",
    "\U000e0041": r"\U000e0041",
    "\udce6": r"\udce6",
    "\x00\x7f": r"\x00\x7f",
}


@pytest.mark.parametrize("text", ORDERS)
def test_what_a_terminal_obeys_or_nobody_sees_is_spelt_out(text: str) -> None:
    assert harmless(f"IPS{text} æ") == f"IPS{ORDERS[text]} æ"


@pytest.mark.parametrize("text", ["", "Plain", "æøå €", "10\u00a0000", "日本", "🙂", "e\u0301"])
def test_what_is_harmless_stays(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\n\n"]
)
def test_several_lines_become_one(end: str) -> None:
    assert harmless(f"IPS{end}  and more{end}") == one_line(f"IPS{end}  and more{end}")
    assert harmless(f"IPS{end}  and more{end}") == "IPS and more"
    assert harmless("a\tb") == "a b"


@given(st.text())
def test_no_text_keeps_a_hidden_character(text: str) -> None:
    found = harmless(text)
    assert not {unicodedata.category(letter) for letter in found} & HIDDEN
    assert harmless(found) == found
    found.encode()


def test_everything_inside_is_cleaned() -> None:
    record = {"a\x1b": ["x\ny", ("\u202e", 1.5, None)], "b": Interval(1.0)}
    assert cleaned(record) == {r"a\x1b": ["x y", (r"\u202e", 1.5, None)], "b": Interval(1.0)}
    assert harmless_lines("one\x1b\ntwo") == "one\\x1b\ntwo"


# --- where an encoding lacks characters ------------------------------------------------------


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp850"])
def test_every_text_can_be_written_in_every_encoding(encoding: str) -> None:
    text = "░░│██ ── −5 – 10 † ‡ ≥ × ½ æøå Æ é 日 🙂 \udce6"
    found = text.encode(encoding, STAND_INS).decode(encoding)
    assert len(found) >= len(text)
    if encoding != "cp850":
        assert found.startswith("--|## -- -5 ")


def test_stand_ins_keep_their_meaning_apart() -> None:
    low, high, zero = (mark.encode("ascii", STAND_INS) for mark in "░█│")
    assert (low, high, zero) == (b"-", b"#", b"|")
    assert "†".encode("ascii", STAND_INS) != "‡".encode("ascii", STAND_INS)
    assert "Blåbærgrød é".encode("ascii", STAND_INS) == b"Blaabaergroed e"


@given(st.text())
def test_no_stand_in_ends_a_cell_or_a_text_in_quotes(text: str) -> None:
    found = text.encode("ascii", STAND_INS).decode()
    for mark in '",;\n\r\t\\=@':
        assert found.count(mark) == text.count(mark) + (
            sum(map(text.count, "≥≤≠")) if mark == "=" else 0
        )
