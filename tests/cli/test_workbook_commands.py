"""The commands workbook and import."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ipscost.cli import main
from ipscost.cli.import_ import shows

Capture = pytest.CaptureFixture[str]


def test_a_workbook_is_written_and_what_was_changed_in_it_read_back(
    folder: Path, capsys: Capture
) -> None:
    assert main(["workbook", "study.yaml", "-o", "model.xlsx", "--draws", "20"]) == 0
    book = openpyxl.load_workbook("model.xlsx")
    assert book.sheetnames[:3] == ["Inputs", "Results", "Model"]
    assert main(["import", "model.xlsx", "-o", "mine.yaml"]) == 2
    assert "no input of model.xlsx differs from" in capsys.readouterr().err
    row = next(row for row in book["Inputs"].iter_rows() if row[0].value == "discount.cost")
    row[12].value = "ask the ministry"  # a note alone needs nothing to be computed
    values = openpyxl.load_workbook("model.xlsx", data_only=True)
    (title, place), *_ = book.defined_names["saving.ips"].destinations
    assert isinstance(values[title][place].value, float)
    book.save("noted.xlsx")
    assert main(["import", "noted.xlsx", "-o", "mine.yaml"]) == 2
    assert "save it so that it is computed" in " ".join(capsys.readouterr().err.split())
    assert not Path("mine.yaml").exists()


def test_the_next_step_shows_what_was_changed() -> None:
    assert shows(["cost.care.ips"]) == "simulate"
    assert shows(["cost.care.ips", "rollout.staff.caseload"]) == "budget"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["workbook", "study.yaml", "-o", "model.csv"], "write --out model.xlsx"),
        (["workbook", "study.yaml"], "Missing option '--out'"),
        (["import", "model.xlsx", "-o", "mine.xlsx"], "write --out mine.yaml"),
        (["import", "model.xlsx", "-o", "study.yaml"], "study.yaml is there already"),
        (["import", "gone.xlsx", "-o", "mine.yaml"], "gone.xlsx: no such file"),
    ],
)
def test_what_does_not_fit_is_refused(
    folder: Path, capsys: Capture, arguments: list[str], told: str
) -> None:
    assert main(arguments) == 2
    assert told in " ".join(capsys.readouterr().err.split())
