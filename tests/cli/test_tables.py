"""--only shows one table, and --list-tables says which there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
SIMULATE = ["simulate", "inklusion-ips", "--draws", "100"]
EVERY = ["--months", "--years", "--uncertainty", "--people", "60"]


def shown(capsys: Capture, *arguments: str) -> str:
    assert main([*SIMULATE, *arguments]) == 0
    return capsys.readouterr().out


def names(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines()]


def test_the_tables_are_listed_with_their_titles(capsys: Capture) -> None:
    text = shown(capsys, *EVERY, "--list-tables")
    expected = ["years", "months", "costs", "outcomes", "payers", "uncertainty"]
    assert names(text) == [*expected, "uncertainty_payers", "people"]
    assert "payers              Who pays and who gains: IPS" in text
    danish = shown(capsys, *EVERY, "--list-tables", "--lang", "da")
    assert names(danish) == names(text)
    assert danish != text


def test_a_table_is_shown_alone(capsys: Capture) -> None:
    whole = shown(capsys, "--notes")
    for name in names(shown(capsys, "--list-tables")):
        alone = shown(capsys, "--only", name)
        tables, _, marks = alone.rstrip().rpartition("\n\n* ")
        assert (tables or marks).strip() in whole
        assert alone.strip() != whole.strip()
        assert not alone.startswith("\n")
    both = shown(capsys, "--only", "payers", "--only", "costs")
    assert both.index("Who pays") < both.index("IPS against")
    for format_ in ("plain", "markdown", "latex"):
        assert "IPS against" not in shown(capsys, "--only", "payers", "--format", format_)


@pytest.mark.parametrize(
    ("table", "language", "marks"),
    [
        ("costs", "en", "* incomplete; † assumed."),
        ("payers", "en", "* incomplete."),
        ("costs", "da", "* ufuldstændig; † antaget."),
    ],
)
def test_below_a_table_that_is_shown_alone_stands_what_its_marks_mean(
    table: str, language: str, marks: str, capsys: Capture
) -> None:
    alone = shown(capsys, "--only", table, "--lang", language)
    assert alone.splitlines()[-1] == marks
    short = shown(capsys, "--lang", language)
    assert short.splitlines()[-1].startswith("† ")  # no sum of the short table is incomplete
    assert not shown(capsys, "--only", "outcomes").endswith(("incomplete.\n", "assumed.\n"))


def test_of_several_arms_there_are_the_tables_of_each(capsys: Capture) -> None:
    arguments = ["simulate", "labour-market-ips", "--draws", "0", "--only", "payers"]
    assert main(arguments) == 0
    assert capsys.readouterr().out.count("Who pays and who gains") == 2


def test_a_table_goes_into_a_workbook(tmp_path: Path, capsys: Capture) -> None:
    import openpyxl

    file = tmp_path / "result.xlsx"
    shown(capsys, "--only", "payers", "--out", str(file))
    book = openpyxl.load_workbook(file)
    texts = [str(cell.value) for sheet in book for row in sheet for cell in row]
    assert any("Who pays and who gains" in text for text in texts)
    assert not any("IPS against" in text for text in texts)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "payer"], "--only payer: no table is called that; write payers"),
        (["--only", "zzz"], "use one of: costs, outcomes, payers"),
        (["--only", "payers", "--format", "csv"], "write --format table"),
        (["--only", "payers", "--format", "jsonl"], "write --format table"),
        (["--only", "payers", "--out", "result.json"], "write --out result.md"),
    ],
)
def test_what_cannot_be_shown_alone_is_refused(
    arguments: list[str], message: str, capsys: Capture
) -> None:
    assert main([*SIMULATE, *arguments]) == 2
    assert message in " ".join(capsys.readouterr().err.split())
