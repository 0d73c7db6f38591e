"""The workbook of a scenario: what its sheets hold, and that LibreOffice computes the same."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import book_texts
import carried_texts
import office
import openpyxl
import pytest

from ipscost import Settings, load, simulate
from ipscost.analysis.what_if.question import Question
from ipscost.analysis.what_if.tornado import tornado
from ipscost.book.build import Parts, check_supported, parts_of
from ipscost.book.formulas import Formula
from ipscost.book.importing import imported
from ipscost.book.variant import settings_of
from ipscost.book.writing import xlsx
from ipscost.errors import AskedError
from ipscost.rounding import OERE

EXAMPLES = Path(__file__).parents[3] / "examples"
THREE_ARMS = str(EXAMPLES.parent / "tests" / "golden" / "three-arms.yaml")
MUNICIPALITY = str(EXAMPLES / "municipality.yaml")
UNKNOWN = """\
ipscost: 1
title: Known in part
money: DKK_2024
horizon: {months: 18}
perspective: societal
discount: {cost: 0.035, outcome: 0.035, note: chosen}
arm:
  usual: {label: "=cmd()", reference: true}
  ips: {label: 'IPS "quoted" & <b>'}
payer:
  municipality: {label: "Kommune; =1+1"}
cost:
  known:
    kind: service
    payer: municipality
    assumption: made up
    unit: DKK_2024/person
    usual: {mean: 100}
    ips: {mean: 50}
  one_arm:
    kind: service
    payer: municipality
    assumption: made up
    unit: DKK_2024/person
    usual: {mean: 200}
    ips: unknown
  no_price:
    kind: service
    payer: municipality
    assumption: made up
    price: {mean: unknown, unit: DKK_2024/visit}
    use:
      unit: visit/person
      assumption: made up
      usual: {mean: 2}
      ips: {ratio: 0.9}
"""
CHAINED = [
    "correlation={cost: {members: [cost.benefits.price, cost.benefits.use.usual], "
    "rho: 0.5, assumption: made up}}",
    "cost.benefits.price.se=100",
]


def made(source: str, language: str = "en", draws: int = 50, **changes: Any) -> Parts:
    """The workbook of a scenario as cells."""
    run = simulate(load(source, **changes), Settings(draws=draws))
    parts = parts_of(run, language)
    for sheet in parts.book.sheets:  # computes every value
        assert all(cell.value is not None for cell in sheet.cells)
    return parts


@pytest.fixture(scope="module")
def municipality() -> Parts:
    """The workbook of the example of a municipality, in Danish."""
    return made(MUNICIPALITY, "da", 200)


@pytest.fixture(scope="module")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """A scenario of which one arm and one price are not known."""
    file = tmp_path_factory.mktemp("unknown") / "unknown.yaml"
    file.write_text(UNKNOWN, encoding="utf-8")
    return made(str(file))


def opened(parts: Parts, *, values: bool) -> Any:
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(xlsx(parts.book)), data_only=values)


def test_inputs_say_of_a_use_that_it_is_one(municipality: Parts, unknown: Parts) -> None:
    labels = municipality.inputs.labels
    assert labels["cost.benefits.price"] == "Forsørgelsesydelse: pris"
    assert labels["cost.benefits.use.ips"] == "Forsørgelsesydelse, forbrug: forskel med IPS"
    english = unknown.inputs.labels
    assert ", use: " not in english["cost.known.usual"]
    assert ", use: " in english["cost.no_price.use.usual"]


def test_inputs_have_the_names_by_which_set_changes_them(municipality: Parts) -> None:
    names = opened(municipality, values=True).defined_names
    for path in ("cost.programme.consultant.price.mean", "cost.benefits.use.ips.difference"):
        (title, place), *_ = names[path].destinations
        assert title == "Input"
        cell = opened(municipality, values=True)[title][place]
        assert cell.value == {"cost.benefits.use.ips.difference": -1.5}.get(path, 41667)
        assert cell.fill.fgColor.rgb == "FFFFF2CC"
        assert not cell.protection.locked
    assert {"discount.cost", "people", "cost.benefits.payer.state"} <= {*names}


def test_every_formula_has_its_value_stored_with_it_and_calls_nothing_new(
    municipality: Parts,
) -> None:
    typed, shown = (opened(municipality, values=values) for values in (False, True))
    count = 0
    for sheet in municipality.book.sheets:
        for cell in sheet.cells:
            if isinstance(cell.content, Formula):
                count += 1
                assert typed[sheet.title][cell.place].value.startswith("=")
                assert shown[sheet.title][cell.place].value in (cell.value, cell.value or None)
    assert count > 400
    with zipfile.ZipFile(io.BytesIO(xlsx(municipality.book))) as packed:
        text = "".join(packed.read(name).decode() for name in packed.namelist())
    assert not any(word in text for word in ("_xlfn", "LAMBDA", "LET(", "vbaProject", 't="array"'))


def test_outcomes_and_shares_are_held_to_a_millionth_and_amounts_to_half_a_cent(
    municipality: Parts,
) -> None:
    sheet = municipality.book.of("checks")
    by_row = {cell.row: cell.content for cell in sheet.cells if cell.look.style == "verdict"}
    near = {}
    for cell in sheet.cells:
        if cell.column == 1 and cell.row in by_row:
            content = by_row[cell.row]
            assert isinstance(content, Formula)
            near[str(cell.content)] = "<1E-06" in content.text(sheet.title)
    held = [label for label, is_near in near.items() if is_near]
    assert any("udgør tilsammen 1" in label for label in held)
    assert not any("besparelse" in label for label in held)
    assert 1 < len(held) < len(near)


def test_the_sheets_are_in_the_language_asked_for(municipality: Parts) -> None:
    titles = [sheet.title for sheet in municipality.book.sheets]
    assert titles[:3] == ["Input", "Resultater", "Model"]
    answer = next(cell for cell in municipality.book.of("results").cells if cell.row == 2 - 1)
    assert "12.367 kr. pr. person" in str(answer.value)


def test_the_same_run_gives_the_same_bytes(unknown: Parts) -> None:
    assert xlsx(unknown.book) == xlsx(unknown.book)


def test_a_text_of_a_scenario_is_never_a_formula(unknown: Parts) -> None:
    texts = [
        (cell.data_type, cell.value)
        for sheet in opened(unknown, values=False)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and "cmd()" in cell.value
    ]
    assert ("s", "=cmd()") in texts
    for kind, text in texts:
        assert kind == "s" or '"' in text.split("cmd()")[0]  # within the quotes of a formula


def test_what_is_not_known_is_a_dash_and_its_sums_have_a_star(unknown: Parts) -> None:
    sheet = unknown.book.of("results")
    labels = {cell.row: str(cell.value) for cell in sheet.cells if cell.column == 1}
    rows = {(labels.get(cell.row, ""), cell.column): cell for cell in sheet.cells}
    assert rows["One arm", 2].number == pytest.approx(200 * 0.974637, abs=0.01)
    assert [rows["One arm", column].value for column in (3, 4)] == ["–", "–"]
    assert [rows["No price", column].value for column in (2, 3, 4)] == ["–", "–", "–"]
    assert rows["Total", 4].number == pytest.approx(-50 * 0.974637, abs=0.01)
    assert rows["Total", 4].look.partial
    assert "is not known" in str(next(c.value for c in sheet.cells if c.row == 1))
    assert any(str(c.value).startswith("* Incomplete") for c in sheet.cells)


def test_sensitivity_shows_the_bars_of_the_tornado(municipality: Parts) -> None:
    run = simulate(load(MUNICIPALITY), Settings(draws=0))
    bars = tornado(Question(run, ("ips",))).bars["ips"]
    sheet = municipality.book.of("sensitivity")
    for bar in bars:
        is_rate = bar.varied.path == "discount.cost"
        row = sheet.keys[f"{bar.varied.path}.ips"]
        shown = {cell.column: cell for cell in sheet.cells if cell.row == row}
        assert shown[5].number == pytest.approx(bar.answer_low, abs=1e-6)
        assert shown[7].number == pytest.approx(bar.answer_high, abs=1e-6)
        assert all(isinstance(shown[column].content, Formula) for column in (5, 6, 7, 8))
        assert is_rate or isinstance(shown[9].content, Formula)


def test_checks_agree_and_tell_what_differs(municipality: Parts) -> None:
    sheet = municipality.book.of("checks")
    verdicts = [cell for cell in sheet.cells if cell.look.style == "verdict"]
    assert len(verdicts) > 12
    assert {cell.value for cell in verdicts} == {"OK"}
    price = municipality.inputs.values["cost.programme.consultant.price"]
    saving = municipality.accounts.counted["ips", "cost.programme.consultant"]
    own = price.content, saving.content
    price.content, saving.content = 50_000.0, 0.0
    municipality.book.forget()
    found = [cell.value for cell in verdicts]
    assert found.count("input ændret") > 10
    price.content = own[0]
    municipality.book.forget()
    assert "AFVIGER" in [cell.value for cell in verdicts]
    saving.content = own[1]
    municipality.book.forget()


def test_a_scenario_without_uncertainty_and_without_outcomes_has_a_workbook(
    unknown: Parts,
) -> None:
    assert {sheet.key for sheet in unknown.book.sheets} >= {"uncertainty", "sensitivity"}
    assert not unknown.results.outcomes


def test_what_a_workbook_cannot_compute_is_refused() -> None:
    together = load(MUNICIPALITY, CHAINED)
    with pytest.raises(AskedError, match=r"cost\.benefits multiplies numbers of the correlation"):
        check_supported(together)
    share = "transfer={scale: points, share: {mean: 0.5, se: 0.1, assumption: a guess}}"
    pair = "[transfer.share, cost.psychiatric.hospital.ips]"
    carried = load(
        "inklusion-ips",
        [share, f"correlation={{c: {{members: {pair}, rho: 0.3, assumption: a guess}}}}"],
    )
    with pytest.raises(AskedError, match=r"hospital multiplies numbers of the correlation"):
        check_supported(carried)


# --- computed by LibreOffice -------------------------------------------------------------------


@pytest.mark.programs
def test_libreoffice_computes_what_ipscost_does(
    municipality: Parts, unknown: Parts, tmp_path: Path
) -> None:
    sets = [
        office.random_sets(MUNICIPALITY, 3, 7, tmp_path),
        office.random_sets("inklusion-ips", 2, 8, tmp_path),
        office.random_sets(THREE_ARMS, 2, 9, tmp_path),
    ]
    with_states = book_texts.files(tmp_path).values()
    others = (*with_states, *carried_texts.files(tmp_path))
    sets += [office.random_sets(file, 1, 5, tmp_path) for file in others]
    same = {tmp_path / "municipality.xlsx": municipality, tmp_path / "unknown.xlsx": unknown}
    for file, parts in same.items():
        file.write_bytes(xlsx(parts.book))
    files = [file for each in sets for file in each.files]
    computed = office.computed([*files, *same], tmp_path)
    found = [each for some in sets for each in some.apart(computed_of(some, computed))]
    assert len(found) > 80
    worst = max(found, key=lambda each: each.size)
    assert worst.size < OERE, worst
    came_back(computed[0], sets[0], tmp_path / "mine.yaml")
    for file, parts in zip(computed[len(files) :], same.values(), strict=True):
        shown = openpyxl.load_workbook(file, data_only=True)
        for sheet in parts.book.sheets:
            for cell in sheet.cells:
                value = shown[sheet.title][cell.place].value
                if isinstance(cell.value, str):
                    told = str(value or "").replace("12,367", "12.367")  # of an English Excel
                    assert told == cell.value, cell.place
                else:
                    assert value == pytest.approx(cell.value, abs=1e-6), cell.place


def computed_of(some: office.Sets, computed: list[Path]) -> list[Path]:
    """The computed workbooks of some sets."""
    names = {file.name for file in some.files}
    return [file for file in computed if file.name in names]


def came_back(file: Path, some: office.Sets, out: Path) -> None:
    """What LibreOffice saved is read back as a scenario with the same changes and saving."""
    found = imported(file, out)
    out.write_text(found.text, encoding="utf-8")
    own, again = (
        simulate(load(source, settings), Settings(draws=0)).point
        for source, settings in ((some.source, some.settings[0]), (str(out), []))
    )
    weight = own.weight("societal")
    assert again.difference_of("ips", weight) == pytest.approx(
        own.difference_of("ips", weight), abs=OERE
    )
    changed = settings_of(found.changes, load(some.source))
    assert len(changed) > 5
    assert {*changed} <= {*some.settings[0]}  # some of which are the numbers as they were
