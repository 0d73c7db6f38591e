"""Which mark is for decimals and which for thousands, by all the numbers of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipscost.numerals import Marks, either, is_doubtful, is_figure, plain


def decimal(*texts: str) -> str | None:
    """The mark for decimals that some numbers show together."""
    marks = Marks()
    marks.add(texts)
    return marks.decimal()


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (("1", "200"), "."),
        (("1.250", "0.035"), "."),
        (("1.250", "0,035"), ","),
        (("1,250", "0.035"), "."),
        (("1.234,5",), ","),
        (("1,234.5",), "."),
        (("1.234.567",), ","),
        (("1250.125",), "."),
        (("0,5e-3",), ","),
        (("1.250",), None),
        (("1,250", "12,500"), None),
        (("0.5", "0,5"), None),
        (("many", "1.250"), None),
    ],
)
def test_what_one_number_leaves_open_another_tells(texts: tuple[str, ...], mark: str) -> None:
    assert decimal(*texts) == mark


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("1.250", ".", "1.250"),
        ("1.250", ",", "1250"),
        ("-1.234.567,5", ",", "-1234567.5"),
        ("1,234.50", ".", "1234.50"),
        (" 7 ", ",", "7"),
        ("0.035", ",", None),
        ("12.50", ",", None),
        ("1,25", ".", None),
        ("01.250", ",", None),
        ("1_000", ".", None),
        ("\u0663", ".", None),
        ("", ".", None),
    ],
)
def test_a_number_is_read_by_the_mark_of_its_file(text: str, mark: str, number: str | None) -> None:
    assert plain(text, mark) == number


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("1.250", "write 1250 if it marks thousands, 1.25 if it marks decimals"),
        ("1,255", "write 1255 if it marks thousands, 1,2550 if it marks decimals"),
        ("40.000", "write 40000 if it marks thousands, 40 if it marks decimals"),
    ],
)
def test_the_fix_of_an_open_number_is_open_no_more(text: str, fix: str) -> None:
    assert is_doubtful(text)
    assert either(text) == fix
    assert not is_doubtful(fix.split()[1])
    assert not is_doubtful(fix.split()[6])


@given(st.floats(-1e9, 1e9), st.integers(0, 4), st.sampled_from(".,"), st.booleans())
def test_a_number_comes_back_in_its_own_marks(
    value: float, decimals: int, mark: str, thousands: bool
) -> None:
    text = f"{value:,.{decimals}f}" if thousands else f"{value:.{decimals}f}"
    other = text.translate(str.maketrans(",.", ".,")) if mark == "," else text
    assert is_figure(other)
    assert float(plain(other, mark) or "nan") == float(text.replace(",", ""))
    assert decimal(other) in (mark, None, ".")
    if decimal(other) == "." != mark:
        assert not set(other) & set(".,")  # a number without marks
