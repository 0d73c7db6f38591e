"""A run to a workbook: its sheets in the order in which a reader meets them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ipscost.analysis.budget.accounts import budget
from ipscost.analysis.estimates import View
from ipscost.book.accounts import AccountCells, UnsupportedError
from ipscost.book.blocks import Join, Told
from ipscost.book.budget.brief import NAME as NET
from ipscost.book.budget.context import BudgetCheck
from ipscost.book.budget.sheets import budget_sheets
from ipscost.book.cells import Book, CellLook
from ipscost.book.checks import BudgetRow, checks_sheet
from ipscost.book.expected_model import check_products, model_sheet
from ipscost.book.formulas import Compare, Constant, Formula, Ref, TooLongError, Word, call, when
from ipscost.book.inputs import InputCells, inputs_sheet
from ipscost.book.months import months_sheet
from ipscost.book.record import record_sheet
from ipscost.book.results import MARK, Results, live, results_sheet
from ipscost.book.sensitivity import sensitivity_sheet
from ipscost.book.states.model import states_sheet
from ipscost.book.uncertainty import uncertainty_sheet
from ipscost.book.writing import xlsx
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.settings import LEVEL
from ipscost.words import say
from ipscost.words.nouns import named
from ipscost.words.text import tell

ORDER = (
    "inputs",
    "results",
    "budget",
    "model",
    "cycles",
    "months",
    "budget_person",
    "budget_months",
    "budget_payers",
    "budget_prices",
    "sensitivity",
    "uncertainty",
    "checks",
    "record",
)
_AMOUNT = {"amount": MARK.format("amount")}


def workbook(run: Run, language: str, level: float = LEVEL) -> bytes:
    """The .xlsx file of the whole model of a run, live.

    Raises UnsupportedError for a scenario that has what a workbook cannot compute.
    """
    try:
        return xlsx(parts_of(run, language, level).book)
    except TooLongError as error:
        raise UnsupportedError(
            Message(
                "a formula would be longer than Excel allows ({error}); put the categories into "
                "groups",
                error=error,
            )
        ) from None


@dataclass(frozen=True, slots=True)
class Parts:
    """A workbook as cells, with those of its inputs, its model, its results and its budget."""

    book: Book
    inputs: InputCells
    accounts: AccountCells
    results: Results
    budget: tuple[BudgetCheck, ...] = ()


def parts_of(run: Run, language: str, level: float = LEVEL) -> Parts:
    """The workbook of a run as cells."""
    scenario = run.scenario
    check_supported(scenario)
    book, view = Book(language), View(run, scenario.perspective)
    inputs = inputs_sheet(book, run)
    months = months_sheet(book, inputs)
    write = model_sheet if scenario.model is None else states_sheet
    accounts = write(book, inputs, months, run)
    results = results_sheet(book, inputs, accounts, view, level)
    sensitivity_sheet(book, inputs, months, accounts, results, run)
    uncertainty_sheet(book, inputs, view, level)
    held: list[BudgetRow] = []
    checks: list[BudgetCheck] = []
    if scenario.rollout is not None:
        own = budget(scenario, replace(run.settings, draws=0))
        checks = budget_sheets(book, inputs, accounts, own)
        held = [(x.label, x.cell, x.told(own), x.is_money) for x in checks if x.is_shown]
    checks_sheet(book, inputs, accounts, results, view, held)
    record_sheet(book, run)
    _answer(book, results)
    book.name_rows()
    book.sheets.sort(key=lambda sheet: ORDER.index(sheet.key))
    return Parts(book, inputs, accounts, results, tuple(checks))


def check_supported(scenario: Scenario) -> None:
    """Raises UnsupportedError for a scenario that has what a workbook cannot compute."""
    if scenario.subgroups:
        raise UnsupportedError(
            Message(
                "a workbook has one set of numbers, and this scenario has groups of people; take "
                "groups out of the file, or use ipscost report"
            )
        )
    if (
        scenario.model is None
    ):  # one with states runs at the stated values, whose products are plain
        check_products(scenario)


def _rollout(book: Book, scenario: Scenario) -> list[Formula]:
    """What a rollout comes to for all together, if there is one."""
    net = next((cell for cell in book.names if cell.name == NET), None)
    if net is None:
        return []
    money = named(str(scenario.money), book.language)
    size = {"amount": Told(call("ABS", net), book.language)}
    gains, costs = (
        live(say(f"book_now_{key}", book.language, money=money, **_AMOUNT), size)
        for key in ("rollout_gains", "rollout_costs")
    )
    return [Word("   "), when(Compare(Ref(net), ">=", Constant(0.0)), gains, costs)]


def _answer(book: Book, results: Results) -> None:
    """The saving of each arm above the inputs, so that one sees it move as one changes them."""
    sheet, scenario = book.of("inputs"), results.found.scenario
    parts: list[Formula] = []
    for arm, saving in results.saving.items():
        label = tell(scenario.arms[arm].label, book.language)
        money = named(str(scenario.money), book.language)
        values = {"arm": label, "money": money, "amount": MARK.format("amount")}
        size = {"amount": Told(call("ABS", saving), book.language)}
        saves, costs = (
            live(say(f"book_now_{key}", book.language, **values), size)
            for key in ("saves", "costs")
        )
        parts += [Word("   ")] if parts else []
        parts.append(when(Compare(Ref(saving), ">=", Constant(0.0)), saves, costs))
    parts += _rollout(book, scenario)
    sheet.put(1, Join(tuple(parts)), CellLook("answer"), row=1)
    sheet.merged[1] = 1
