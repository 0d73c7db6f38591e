"""Every reader of numbers keeps to the one grammar of `numerals`, and states policy alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from pydantic_core import PydanticCustomError

from ipscost.batch.design_file import design_file
from ipscost.batch.designs import sampled, sweep
from ipscost.batch.parts import part
from ipscost.cli.bounds import each_once
from ipscost.cli.sensitivity import _side
from ipscost.cli.values import thresholds, whole
from ipscost.delimited import EXCEL_DA, STANDARD, plain_number
from ipscost.errors import AskedError, Problem
from ipscost.loading.keys.fields import parse_number
from ipscost.loading.results.cells import keys_of
from ipscost.loading.results.sheet import open_sheet
from ipscost.numerals import count, is_doubtful, number, plain

ROOT = Path(__file__).parents[2]
BODIES = (
    *("0", "7", "007", "120", "1.5", "1.", ".5", "1.25", "12.5000", "1234.5", "0.250", "0.0001"),
    *("1.250", "40.000", "1.250.000", "1.250,5", "1,250.5", "1,5", ",5", "1,250", "1,250,000"),
    *("1 250", "1\u00a0250", "1\u202f250", "1'250", "1_250", "1.2.3", "..5", "1..5", "."),
    *("inf", "nan", ".inf", "1e", "e5", "0x10", "1:30", "3.12.2024", "03-12-2024", "5%", "5 kr."),
    *("\uff11\uff12", "\u0663", "\u0663.\u0665", "\u22125", "1e400", "1e15", "999999999999999"),
)
TEXTS = [
    f"{sign}{body}{end}"
    for sign, body, end in itertools.product(("", "-", "+"), BODIES, ("", " ", "e3", "E-2"))
]
LARGEST, HIGH = 1e15, 9.99e14


def of_key(text: str) -> float | None:
    """A number of a scenario."""
    try:
        return float(parse_number(text))
    except PydanticCustomError:
        return None


def of_bounds(text: str) -> float | None:
    """The lower end of --bounds."""
    return _refused_or(lambda: each_once([f"a={text}:9.99e14"], "--bounds")["a"][0])


def of_grid(text: str) -> float | None:
    """The lower end of --grid."""
    return _refused_or(lambda: _side(f"a={text}:9.99e14:5").low)


def of_wtp(text: str) -> float | None:
    """A threshold of --wtp, alone; a text with commas or colons is a list of them."""
    return _refused_or(lambda: thresholds(text).values[0]) if not set(",:") & set(text) else None


def of_sweep(text: str) -> float | None:
    """The lower end of --sweep, told in ten digits."""
    problems: list[Problem] = []
    factor = sweep(f"a={text}:9.99e14:2", problems)
    assert (factor is None) == bool(problems)
    return number(factor.rows[0][0]) if factor else None


def of_range(text: str) -> float | None:
    """The lower end of --range, given back where the range is read."""
    problems: list[Problem] = []
    factor = sampled([f"a={text}:9.99e14"], "lhs:1", 1, problems)
    assert (factor is None) == bool(problems)
    return number(text) if factor else None


def of_draw(text: str) -> float | None:
    """What a draw is told apart by: a number with a decimal mark of either kind, or a text."""
    found = keys_of([text])[0]
    return None if isinstance(found, str) else float(found)


def of_dialect(text: str) -> float | None:
    """A number as a dialect writes it."""
    return number(plain_number(text, STANDARD))


def _refused_or(read: Callable[[], float | None]) -> float | None:
    try:
        return read()
    except (AskedError, typer.BadParameter):
        return None


def anything(text: str, value: float) -> bool:
    return True


def below_largest(text: str, value: float) -> bool:
    return abs(value) < LARGEST and text == text.strip()


def plainly(text: str, value: float) -> bool:
    """What the command line takes: a point that may be for thousands is asked about."""
    return abs(value) < LARGEST and value < HIGH and not is_doubtful(text, ".")


def ending_in_thousands(text: str, value: float) -> bool:
    """What a sweep takes of one end: only `40.000` is asked about."""
    return (
        abs(value) < LARGEST
        and value < HIGH
        and not (is_doubtful(text, ".") and text.strip().endswith(".000"))
    )


def worth(text: str, value: float) -> bool:
    """What a threshold may be."""
    is_size = value == 0 or 1e-9 <= value < LARGEST
    return is_size and re.search(r"(?<![0-9.])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9.])", text) is None


Reader = Callable[[str], float | None]
Policy = Callable[[str, float], bool]


@pytest.mark.parametrize(
    ("read", "allows"),
    [
        (of_key, below_largest),
        (of_bounds, plainly),
        (of_grid, plainly),
        (of_sweep, ending_in_thousands),
        (of_range, ending_in_thousands),
        (of_wtp, worth),
        (of_dialect, anything),
    ],
)
def test_a_reader_takes_the_numbers_of_the_grammar_that_its_policy_allows(
    read: Reader, allows: Policy
) -> None:
    for text in TEXTS:
        value = number(text)
        expected = value if value is not None and allows(text, value) else None
        found = read(text)
        assert (found is None) == (expected is None), text
        assert found is None or found == pytest.approx(expected, rel=1e-9, abs=1e-3), text


def test_draws_are_told_apart_by_numbers_with_either_mark() -> None:
    for text in TEXTS:
        value = number(text.replace(",", "."))
        assert of_draw(text) == value, text
    assert of_draw("1,5") == 1.5


def test_danish_numbers_are_those_of_the_grammar_with_a_decimal_comma() -> None:
    for text in TEXTS:
        expected = plain(text, ",", powers=True)
        assert plain_number(text, EXCEL_DA) == (text if expected is None else expected), text


@pytest.mark.parametrize("mark", [".", ","])
def test_cells_of_results_and_of_designs_are_read_by_the_mark_of_their_file(
    tmp_path: Path, mark: str
) -> None:
    """Another number, 0.5 or 0,5, tells the mark; a cell that is no number stays a text there."""
    file, told = tmp_path / "table.csv", f"0{mark}5"
    texts = [text for text in TEXTS[::5] if "1e400" not in text and not _shows_other(text, mark)]
    for text in texts:
        file.write_text(f"x;y\n{told};{text}\n", encoding="utf-8")
        expected = plain(text.strip(), mark)
        body = open_sheet(str(file)).body([0, 1], [])
        found = body.numbers[1][0]
        if "inf" in text or "nan" in text:
            continue  # read, and refused as no finite number
        assert body.decimal == mark, text
        assert (found != found) == (expected is None), text
        assert expected is None or found == float(expected), text
        problems: list[Problem] = []
        factor = design_file(file, problems)
        if factor is None:  # what is open even so: whole thousands with a point
            assert is_doubtful(text), text
            assert text.strip().endswith(".000"), text
        else:
            assert factor.rows[0][1] == (expected or text.strip()), text


def _shows_other(text: str, mark: str) -> bool:
    """True for a number of the other mark, beside which a file is mixed."""
    from ipscost.numerals import Marks

    marks = Marks()
    marks.add([text.strip()])
    return bool(marks.told - {mark})


def test_whole_numbers_are_digits_alone() -> None:
    for text in TEXTS:
        expected = count(text, digits=18)
        found = _refused_or(lambda text=text: whole(text))  # type: ignore[misc]
        assert found == expected, text
        bare = count(text.strip(), digits=9)
        if bare and bare <= 1_000_000:
            assert part(f"1/{text}").of == bare
        elif bare is None:
            with pytest.raises(ValueError, match="expected a part"):
                part(f"1/{text}")


def test_blanks_of_any_kind_around_a_whole_number_are_none_of_it() -> None:
    assert _side("a=0:1:7\x1f").steps == 7
    assert part("3 /\u00a040").of == 40


SPELT = re.compile(r"\[[.,]+\]\??(\\d|\[0-9\])|\[\\d[.,]+\]|(\\d|\[0-9\])\{3\}|\[eE\]\[\+-\]")
"""What a pattern of numbers with marks, thousands or powers is made of."""
ELSEWHERE = {
    "ipscost/numerals.py": "the grammar",
    "ipscost/cli/divided.py": "seconds with few decimals, of which the whole ones are told",
    "ipscost/loading/keys/typed.py": "a number behind < or >",
}
"""The modules that may spell out a part of a number, and which."""


def test_only_the_grammar_spells_out_how_a_number_is_written() -> None:
    found = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "ipscost").rglob("*.py")
        if SPELT.search(file.read_text("utf-8"))
    }
    assert found == set(ELSEWHERE)
