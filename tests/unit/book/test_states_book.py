"""The workbook of a model of states: what its cycles and its model hold, and what is refused."""

from __future__ import annotations

import book_texts
import pytest

from ipscost import Settings, load, simulate
from ipscost.analysis.estimates import View
from ipscost.book.accounts import UnsupportedError
from ipscost.book.build import Parts, parts_of
from ipscost.book.cells import BookCell
from ipscost.book.formulas import Formula
from ipscost.book.states import block

EACH = pytest.mark.parametrize("name", book_texts.EACH)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The scenarios as files."""
    return book_texts.files(tmp_path_factory.mktemp("scenarios"))


@pytest.fixture(scope="module")
def books(files: dict[str, str]) -> dict[str, Parts]:
    """Their workbooks as cells; that of `history` is in Danish."""
    runs = {name: simulate(load(file), Settings(draws=0)) for name, file in files.items()}
    return {name: parts_of(run, "da" if name == "history" else "en") for name, run in runs.items()}


def column(parts: Parts, title: str) -> list[BookCell]:
    """The cells of a column of the sheet of cycles, below its heading."""
    cells = parts.book.of("cycles").cells
    head = next(cell for cell in cells if cell.content == title)
    return [cell for cell in cells if cell.column == head.column and cell.row > head.row]


def texts(parts: Parts, title: str) -> list[str]:
    """The formulas of a column of the sheet of cycles."""
    own = (cell.content for cell in column(parts, title))
    sheet = parts.book.of("cycles").title
    return [content.text(sheet) for content in own if isinstance(content, Formula)]


@EACH
def test_every_amount_is_that_of_ipscost(
    name: str, books: dict[str, Parts], files: dict[str, str]
) -> None:
    parts, point = books[name], simulate(load(files[name]), Settings(draws=0)).point
    found = parts.accounts
    costs, outcomes = point.categories.index, point.outcomes.index
    assert len(found.level) + len(found.change) >= 2 * len(point.categories)
    assert len(found.outcome_level) == 2 * len(point.outcomes)
    for (arm, path), cell in found.level.items():
        amount = point.present_value[point.arm(arm), costs(path), 0]
        assert cell.number == pytest.approx(amount, abs=1e-6), (arm, path)
    for (arm, path), cell in found.change.items():
        assert cell.number == pytest.approx(point.difference(arm)[costs(path), 0], abs=1e-6)
    for (arm, path), cell in found.outcome_level.items():
        amount = point.present_outcome[point.arm(arm), outcomes(path), 0]
        assert cell.number == pytest.approx(amount, abs=1e-9), (arm, path)


@EACH
def test_the_checks_agree(name: str, books: dict[str, Parts]) -> None:
    verdicts = [c for c in books[name].book.of("checks").cells if c.look.style == "verdict"]
    assert len(verdicts) > 4
    assert {cell.value for cell in verdicts} == {"OK"}


def test_the_checks_find_people_who_are_lost(books: dict[str, Parts]) -> None:
    parts = books["rows"]
    cells = parts.book.of("checks").cells
    label = next(c for c in cells if str(c.content).startswith("Fewest people"))
    told = next(c for c in cells if c.row == label.row and c.look.style == "verdict")
    first = column(parts, "Everybody")[0]
    for people, verdict in ((1 - 1e-6, "DIFFERS"), (1.0, "OK")):
        first._value = people
        for cell in cells:
            cell._value = None
        assert told.value == verdict


def test_a_formula_calls_inputs_by_their_names(books: dict[str, Parts]) -> None:
    levels = texts(books["rows"], "worse to dead: rate over a year")
    assert set(levels) == {"model.transition.worse.dead.all.mean"}
    start = column(books["rows"], "well")
    first = next(cell for cell in start if cell.row == min(each.row for each in start))
    assert isinstance(first.content, Formula)
    assert "model.state.ill.start.mean" in first.content.text("Cycles")
    amounts = texts(books["rows"], "Care")
    assert amounts[0] == "(AJ8+AK8+AL8)*cost.care.in.all.mean"
    assert amounts[-1] == "SUM(AP18:AP26)"
    shares = texts(books["counts"], "well to ill: probability over a year")
    assert shares[0].startswith("model.transition.well.counts.ill.mean/MAX(")
    assert shares[0].endswith(",1E-12)")


def test_what_decides_how_a_model_is_built_is_fixed(books: dict[str, Parts]) -> None:
    inputs = books["history"].inputs
    fixed = {p for p, cell in inputs.values.items() if cell.look.style != "input"}
    assert {"ladder.refunds.weeks_at_start", "cost.work.friction"} <= fixed
    assert "model.transition.benefit.dead.all" in fixed  # a value for each cycle
    assert "effect.half_life" not in fixed
    sheet = books["history"].book.of("inputs")
    notes = {cell.row for cell in sheet.cells if cell.value == "ligger fast her"}
    assert {inputs.values[path].row for path in fixed} == notes


def test_prices_move_the_sensitivity_and_moves_are_values_in_it(books: dict[str, Parts]) -> None:
    sheet = books["history"].book.of("sensitivity")
    steep = [cell for cell in sheet.cells if cell.column == 9 and isinstance(cell.content, Formula)]
    named = {
        key.rpartition(".")[0] for key, row in sheet.keys.items() if row in {c.row for c in steep}
    }
    assert {"cost.work.price", "cost.visits.price", "cost.plan.ips"} <= named
    assert not any(path.startswith("model.") for path in named)


def test_more_cycles_than_a_workbook_can_hold_are_refused(
    files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(block, "MOST_CELLS", 200)
    run = simulate(load(files["counts"]), Settings(draws=0))
    with pytest.raises(UnsupportedError, match=r"6 cycles of 3 states .*; write a shorter horizon"):
        parts_of(run, "en")


def test_the_mean_of_the_draws_stands_beside_the_stated_values(files: dict[str, str]) -> None:
    run = simulate(load(files["counts"]), Settings(draws=40))
    drawn = View(run, "societal").total("ips").draws
    assert drawn is not None
    cells = parts_of(run, "en").book.of("checks").cells
    head = next(cell for cell in cells if cell.content == "Mean of 40 draws")
    stated, mean = (
        next(c for c in cells if (c.row, c.column) == (head.row + 1, column))
        for column in (head.column - 1, head.column)
    )
    assert stated.number == pytest.approx(-run.point.difference("ips").sum(), abs=1e-6)
    assert mean.content == pytest.approx(-drawn.mean())
    assert abs(stated.number - mean.number) > 0.01
