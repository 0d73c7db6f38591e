"""Bytes become text in one place, whoever asks: scenarios and tables differ in policy alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipscost.errors import ScenarioError
from ipscost.loading.results.file import read_text as read_table
from ipscost.loading.text.raw import beginning
from ipscost.loading.text.yamldoc import read_text as read_scenario

MARK = b"\xef\xbb\xbf"


def told(file: Path, raw: bytes, *, is_table: bool) -> str:
    """The text of a file of these bytes, or what is told of it."""
    file.write_bytes(raw)
    try:
        if is_table:
            return read_table(str(file)).utf8.decode()
        return read_scenario(file, file.name)[0]
    except ScenarioError as error:
        return f"{error.problems[0].code} {error.problems[0].message}"


@pytest.mark.parametrize(
    ("raw", "of_scenario", "of_table"),
    [
        ("a: æ\r\n".encode(), "a: æ\r\n", "a: æ\r\n"),
        (MARK + b"a: 1\n", "a: 1\n", "a: 1\n"),
        (MARK + b"a: \xff\x81\n", "byte 0xff on line 1", "byte 0xff on line 1"),
        (b"a: 1\nb: \xe6\n", "byte 0xe6 on line 2", "a: 1\nb: æ\n"),
        (b"a: \xe6\x1b\n", "byte 0xe6 on line 1", "byte 0xe6 on line 1"),
        ("\ufeffa: 1\n".encode("utf-16-le"), "byte 0xff on line 1", "a: 1\n"),
        (b"\xff\xfea", "byte 0xff on line 1", "expected text, found broken UTF-16"),
        (b"a\0b", "UTF-8 text, found a binary file", "a CSV file, found a binary one"),
        (b"\xffa\0b", "byte 0xff on line 1", "a CSV file, found a binary one"),
        (b"PK\x03\x04", "PK\x03\x04", "a CSV file, found a workbook or an archive"),
    ],
)
def test_what_bytes_are(tmp_path: Path, raw: bytes, of_scenario: str, of_table: str) -> None:
    file = tmp_path / "file"
    assert told(file, raw, is_table=False).endswith(of_scenario)
    assert told(file, raw, is_table=True).endswith(of_table)


def test_both_have_the_digest_of_the_bytes_and_not_of_the_text(tmp_path: Path) -> None:
    file, other = tmp_path / "file", tmp_path / "other"
    file.write_bytes(MARK + b"a: 1\n")
    other.write_bytes(b"a: 1\n")
    assert read_scenario(file, "file")[1] == read_table(str(file)).digest
    assert read_table(str(file)).digest != read_table(str(other)).digest
    assert (read_table(str(file)).is_marked, read_table(str(other)).is_marked) == (True, False)


def test_the_beginning_of_a_file_is_text_whatever_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(MARK + b"a\xff\0" + b"b" * 100)
    assert beginning(file, most=6) == "a\ufffd\0"
