"""Goldens hold six digits of numbers, and every letter of texts."""

from __future__ import annotations

import json

import pytest
from digits import same

LINE = "path,mean,label\ncost.care,{},Care\n"


@pytest.mark.parametrize(
    ("found", "is_same"),
    [("1234.567891", True), ("1234.567999", True), ("1234.57", False), ("1234.5678912", True)],
)
def test_numbers_hold_six_digits(found: str, is_same: bool) -> None:
    kept = "1234.567890"
    assert same(LINE.format(found), LINE.format(kept), "a.csv") is is_same
    rows = [json.dumps({"rows": [{"mean": float(each)}]}) for each in (found, kept)]
    assert same(rows[0], rows[1], "a.json") is is_same


def test_numbers_near_nothing_are_nothing() -> None:
    assert same(LINE.format("1e-12"), LINE.format("0"), "a.csv")
    assert not same(LINE.format("1e-6"), LINE.format("0"), "a.csv")


@pytest.mark.parametrize(
    ("name", "found", "kept"),
    [
        ("a.txt", "12.0000001", "12.0000002"),
        ("a.md", "| 1.0 |", "| 1.00 |"),
        ("a.csv", LINE.format(1), LINE.format(1).replace("Care", "Cure")),
        ("a.csv", LINE.format(1), LINE.format("")),
        ("a.csv", LINE.format(1), LINE.format(1) * 2),
        ("a.json", '{"a": 1}', '{"b": 1}'),
        ("a.json", '["1,000 kr."]', '["1,001 kr."]'),
    ],
)
def test_texts_hold_every_letter(name: str, found: str, kept: str) -> None:
    assert same(found, found, name)
    assert not same(found, kept, name)
