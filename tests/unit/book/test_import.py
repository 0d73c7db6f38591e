"""A workbook that came back: what was changed, as a scenario; and what is refused."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ipscost import Settings, load, simulate
from ipscost.book.build import Parts, parts_of
from ipscost.book.formulas import Constant, Formula, Over
from ipscost.book.importing import imported
from ipscost.book.inputs import HIGH, LOW, OWN
from ipscost.book.reading import returned
from ipscost.book.writing import xlsx
from ipscost.errors import AskedError, ScenarioError
from ipscost.run import Run

ROOT = Path(__file__).parents[3]
PRICE = "cost.programme.consultant.price"
USE = "cost.programme.consultant.use.ips"
RATIO = "cost.psychiatric.bed_days.use.ips"
BENEFITS = "cost.benefits.payer"


@pytest.fixture(scope="module")
def run() -> Run:
    """The example of a municipality."""
    return simulate(load("examples/municipality.yaml"), Settings(draws=0))


@pytest.fixture
def parts(run: Run) -> Parts:
    """Its workbook, in Danish."""
    return parts_of(run, "da")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for what is written; tests run at the root, where the example is."""
    monkeypatch.chdir(ROOT)
    return tmp_path


def saved(parts: Parts, folder: Path) -> Path:
    """The workbook as a spreadsheet saves it: with every formula computed anew."""
    parts.book.forget()
    file = folder / "model.xlsx"
    file.write_bytes(xlsx(parts.book))
    return file


def edited(parts: Parts, folder: Path, edit: Callable[[Any], None]) -> Path:
    """The workbook after an edit of its file."""
    file = saved(parts, folder)
    book = openpyxl.load_workbook(file)
    edit(book)
    book.save(file)
    return file


def beside(parts: Parts, path: str, column: int) -> Any:
    """A cell in the row of an input."""
    row = parts.inputs.values[path].row
    sheet = parts.inputs.sheet
    return next(cell for cell in sheet.cells if (cell.row, cell.column) == (row, column))


def savings(file: Path) -> float:
    """What ipscost says that IPS saves."""
    run = simulate(load(file), Settings(draws=0))
    point = run.point
    return -float(point.difference_of("ips", point.weight("societal"))[0])


def test_changed_inputs_become_a_scenario_with_the_saving_that_the_workbook_shows(
    parts: Parts, folder: Path
) -> None:
    values = parts.inputs.values
    values["people"].content = 60.0
    values["discount.cost"].content = 0.03
    values[PRICE].content = 45_833.0
    values[USE].content = 1.2
    values[RATIO].content = 0.9
    values[f"{BENEFITS}.municipality"].content = 0.7
    values[f"{BENEFITS}.state"].content = 0.3
    beside(parts, PRICE, OWN).content = 'our own pay: "2026"\nnext line # no comment'
    file, out = saved(parts, folder), folder / "mine.yaml"
    found = imported(file, out)
    out.write_text(found.text, encoding="utf-8")
    assert abs(savings(out) - parts.results.saving["ips"].number) < 0.005
    scenario = load(out)
    numbers = {number.path: number for number in scenario.quantities}
    assert scenario.people == 60
    assert scenario.discount.cost == 0.03
    assert numbers[PRICE].value == 45_833
    assert str(numbers[PRICE].assumption.tell("en")).startswith('our own pay: "2026"')
    assert numbers[USE].dist.sd == pytest.approx(0.1)
    assert numbers[RATIO].mean == pytest.approx(0.9 * 1.00642, abs=1e-4)  # a median
    assert next(c for c in scenario.categories if c.path == "cost.benefits").payers == {
        "municipality": 0.7,
        "state": 0.3,
    }
    assert numbers["cost.productivity.price"].source is not None
    assert "was 41667" in found.text
    assert "sengedage" not in found.text.lower()
    assert found.text.count("\n") < 45


def test_uncertainty_that_no_longer_fits_is_left_out(parts: Parts, folder: Path) -> None:
    parts.inputs.values[RATIO].content = 1.5  # outside its interval
    out = folder / "mine.yaml"
    found = imported(saved(parts, folder), out)
    out.write_text(found.text, encoding="utf-8")
    assert "interval" not in found.text
    assert abs(savings(out) - parts.results.saving["ips"].number) < 0.005


def test_new_ends_become_bounds_and_a_note_alone_stays_a_note(parts: Parts, folder: Path) -> None:
    beside(parts, PRICE, LOW).content = 38_000.0
    beside(parts, PRICE, HIGH).content = 47_000.0
    beside(parts, USE, OWN).content = "ask the team"
    out = folder / "mine.yaml"
    out.write_text(imported(saved(parts, folder), out).text, encoding="utf-8")
    numbers = {number.path: number for number in load(out).quantities}
    assert numbers[PRICE].bounds == (38_000, 47_000)
    assert numbers[PRICE].value == 41_667
    assert str(numbers[USE].note.tell("en")) == "ask the team"


def test_a_formula_in_an_input_counts_as_its_value(parts: Parts, folder: Path) -> None:
    parts.inputs.values[PRICE].content = Over(Constant(550_000.0), Constant(12.0))
    out = folder / "mine.yaml"
    found = imported(saved(parts, folder), out)
    assert found.changes.values[PRICE] == pytest.approx(550_000 / 12)
    assert "entered as =550000/12" in found.text


def test_rows_may_be_inserted_and_sheets_called_otherwise(parts: Parts, folder: Path) -> None:
    for key, below in (("inputs", 8), ("model", 12), ("results", 6)):
        sheet = parts.book.of(key)
        sheet.title = f"Ark {key}"
        for cell in sheet.cells:
            cell.row += 2 * (cell.row >= below)
        for merged in (sheet.keys, sheet.merged):
            for name, row in [*merged.items()]:
                if merged is sheet.keys:
                    sheet.keys[name] = row + 2 * (row >= below)
        sheet.merged = {row + 2 * (row >= below): lines for row, lines in sheet.merged.items()}
    parts.inputs.values[USE].content = 1.0
    found = imported(saved(parts, folder), folder / "mine.yaml")
    assert found.changes.values == {USE: 1.0}


def test_a_workbook_in_other_money_and_of_a_payer_comes_back_as_such(folder: Path) -> None:
    scenario = load("inklusion-ips", ["--perspective=region"], price_year=2024)
    parts = parts_of(simulate(scenario, Settings(draws=0)), "en")
    parts.inputs.values["cost.psychiatric.hospital.ips"].content = -3000.0
    file, out = saved(parts, folder), folder / "mine.yaml"
    out.write_text(imported(file, out).text, encoding="utf-8")
    again = load(out)
    assert str(again.money) == "DKK_2024"
    assert again.perspective == "region"
    point = simulate(again, Settings(draws=0)).point
    saving = -float(point.difference_of("ips", point.weight("region"))[0])
    assert abs(saving - parts.results.saving["ips"].number) < 0.005


# --- refused -----------------------------------------------------------------------------------


def refused(file: Path) -> str:
    """Why a workbook cannot be imported."""
    with pytest.raises(AskedError) as error:
        imported(file, file.with_suffix(".yaml"))
    return str(error.value)


def test_formulas_written_over_inputs_emptied_and_texts_are_all_told(
    parts: Parts, folder: Path
) -> None:
    values = parts.inputs.values

    def edit(book: Any) -> None:
        book["Model"][parts.accounts.change["ips", "cost.productivity"].place].value = 500
        book["Input"][values[PRICE].place].value = None
        book["Input"][values[USE].place].value = "1.234,5"
        book["Input"][beside(parts, USE, LOW).place].value = "lav"

    told = refused(edited(parts, folder, edit))
    assert "holds 500 where a formula belongs" in told
    assert f"({PRICE}) is empty; write a number, such as 41667 as in the file" in told
    assert "the text '1.234,5'; write 1234,5 as a number" in told
    assert "the text 'lav'; write a number" in told


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("ipscost.layout", 2, "has layout 2 of workbooks, and this version of ipscost reads"),
        ("ipscost.digest", "0" * 12, "has changed since"),
        ("ipscost.scenario", "gone.yaml", "is not here; add --scenario FILE"),
    ],
)
def test_a_workbook_of_another_layout_or_scenario_is_refused(
    parts: Parts, folder: Path, name: str, value: Any, told: str
) -> None:
    def edit(book: Any) -> None:
        ((title, place),) = book.defined_names[name].destinations
        book[title][place].value = value

    assert told in refused(edited(parts, folder, edit))


def test_no_change_and_results_that_were_not_computed_are_told(parts: Parts, folder: Path) -> None:
    assert "no input of" in refused(saved(parts, folder))
    xlsx(parts.book)
    parts.inputs.values[PRICE].content = 50_000.0
    file = folder / "stale.xlsx"
    file.write_bytes(xlsx(parts.book))  # with the values that were computed before
    assert "saved without being computed" in refused(file)


def test_inputs_that_were_sorted_are_refused(parts: Parts, folder: Path) -> None:
    def edit(book: Any) -> None:
        sheet = book["Input"]
        for one, other in zip(
            *(sheet[parts.inputs.values[p].row + 1] for p in (PRICE, USE)), strict=True
        ):
            one.value, other.value = other.value, one.value

    told = refused(edited(parts, folder, edit))
    assert f"{PRICE}: its row was moved from Input!" in told
    assert f"{USE}: its row was moved from Input!" in told


def test_another_change_than_of_an_input_is_noticed(parts: Parts, folder: Path) -> None:
    parts.inputs.values[USE].content = 1.0
    rate = next(cell for cell in parts.book.of("model").cells if cell.content == 1.014)
    rate.content = 1.5
    assert "holds 1.5 where 1.014 belongs" in refused(saved(parts, folder))
    rate.content = 1.014
    change = parts.accounts.change["ips", "cost.productivity"]
    change.content = Constant(1.0) * 2.0
    assert "something else than an input" in refused(saved(parts, folder))


def test_an_input_that_no_scenario_may_have_is_refused_at_its_cell(
    parts: Parts, folder: Path
) -> None:
    parts.inputs.values[PRICE].content = -5.0
    with pytest.raises(ScenarioError) as error:
        imported(saved(parts, folder), folder / "mine.yaml")
    (problem,) = error.value.problems
    assert problem.code == "E114"
    assert problem.span.file.endswith(f"model.xlsx Input!{parts.inputs.values[PRICE].place}")


@pytest.mark.parametrize(
    ("value", "ends", "code"),
    [(0.0, (), "E114"), (1e15, (), "E113"), (1.0, (2.0, 3.0), "E222"), (1.0, (1.5, 0.5), "E222")],
)
def test_ratios_and_ends_that_no_scenario_may_have_are_refused_at_their_cell(
    parts: Parts, folder: Path, value: float, ends: tuple[float, ...], code: str
) -> None:
    parts.inputs.values[RATIO].content = value
    for column, end in zip((LOW, HIGH), ends, strict=False):
        beside(parts, RATIO, column).content = end
    with pytest.raises(ScenarioError) as error:
        imported(saved(parts, folder), folder / "mine.yaml")
    (problem,) = (each for each in error.value.problems if each.code == code)
    assert problem.span.file.endswith(parts.inputs.values[RATIO].place)


def test_notes_lose_what_no_scenario_may_hold_and_those_without_a_key_become_comments(
    parts: Parts, folder: Path
) -> None:
    for path, note in ((PRICE, "ours\x7f\ufeff"), (USE, "\u2028"), ("people", "a\nclass")):
        beside(parts, path, OWN).content = note
    out = folder / "mine.yaml"
    found = imported(saved(parts, folder), out)
    out.write_text(found.text, encoding="utf-8")
    numbers = {number.path: number for number in load(out).quantities}
    assert str(numbers[PRICE].note.tell("en")) == "ours"
    assert USE not in found.changes.notes
    assert "people: 1  # a class" in found.text


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("layout", "1", "was not made by ipscost workbook"),
        ("language", "fr", "in the record of"),
        ("money", "kroner", "in the record of"),
    ],
)
def test_a_record_that_was_written_into_is_refused(
    parts: Parts, folder: Path, name: str, value: str, told: str
) -> None:
    def edit(book: Any) -> None:
        ((title, place),) = book.defined_names[f"ipscost.{name}"].destinations
        book[title][place].value = value

    assert told in refused(edited(parts, folder, edit))


@pytest.mark.parametrize("place", ["#REF!", "$A", "$1", "$A$9999999"])
def test_names_that_point_at_no_cell_are_as_good_as_gone(
    parts: Parts, folder: Path, place: str
) -> None:
    def edit(book: Any) -> None:
        for name in ("ipscost.layout", "saving.ips", "ipscost.sheet.model"):
            book.defined_names[name].attr_text = f"'Input'!{place}"

    assert "was not made by ipscost workbook" in refused(edited(parts, folder, edit))


def test_what_is_no_workbook_of_ours_is_refused(folder: Path) -> None:
    plain, other, bomb = (folder / name for name in ("a.xlsx", "b.xlsx", "c.xlsx"))
    plain.write_text("no zip", encoding="utf-8")
    openpyxl.Workbook().save(other)
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (5 * 2**20))
    for file, told in (
        (plain, "is no .xlsx workbook"),
        (other, "was not made by ipscost workbook"),
        (bomb, "would unpack to"),
        (folder / "none.xlsx", "no such file"),
        (folder, "is no .xlsx workbook"),
        (Path(os.devnull), "is no .xlsx workbook"),
    ):
        with pytest.raises(AskedError, match=told):
            returned(file)


def test_a_workbook_has_formulas_by_the_hundred(parts: Parts) -> None:
    cells = (cell for sheet in parts.book.sheets for cell in sheet.cells)
    assert sum(isinstance(cell.content, Formula) for cell in cells) > 400


def test_a_pooled_effect_keeps_its_prediction_interval(folder: Path) -> None:
    file, out = folder / "mine.yaml", folder / "back.yaml"
    pooled = "{risk_ratio: 1.3, prediction_interval: [1.1, 1.6], source: christensen2019}"
    file.write_text(
        "ipscost: 1\nextends: inklusion-ips\ntitle: Mine\n"
        f"transfer: {{scale: risk_ratio, pooled: {pooled}}}\n",
        encoding="utf-8",
    )
    parts = parts_of(simulate(load(file), Settings(draws=0)), "en")
    parts.inputs.values["transfer.pooled"].content = 1.4
    out.write_text(imported(saved(parts, folder), out).text, encoding="utf-8")
    carried = load(out).transfer
    assert carried is not None
    assert carried.pooled is not None
    assert (carried.pooled.value, carried.pooled.is_fixed) == (1.4, False)
