"""The sheets of the budget of a rollout."""

from __future__ import annotations

from ipscost.analysis.budget.accounts import Budget
from ipscost.book.accounts import AccountCells, UnsupportedError
from ipscost.book.budget.amounts import AmountColumns, items_of, rising_of
from ipscost.book.budget.columns import MonthColumns, about
from ipscost.book.budget.context import BudgetCheck, Context
from ipscost.book.budget.payers import payers_sheet
from ipscost.book.budget.people import PeopleColumns
from ipscost.book.budget.person import person_sheet
from ipscost.book.budget.prices import price_sheet
from ipscost.book.budget.years import years_sheet
from ipscost.book.cells import Book
from ipscost.book.inputs import InputCells
from ipscost.messages import Message

MOST_MONTHS = 720
"""Sixty years: beyond, the sums over months before one month are too many to compute."""


def budget_sheets(
    book: Book, inputs: InputCells, accounts: AccountCells, budget: Budget
) -> list[BudgetCheck]:
    """Writes the sheets; gives what is to be checked of them.

    Raises UnsupportedError for more months than a workbook can hold.
    """
    if budget.calendar.months > MOST_MONTHS:
        raise UnsupportedError(
            Message(
                "the accounts of the rollout have {months} months, and a workbook holds {most}; "
                "write until: {year}-12 in the rollout, in a file with extends:",
                months=budget.calendar.months,
                most=MOST_MONTHS,
                year=budget.first.year + MOST_MONTHS // 12 - 1,
            )
        )
    context = Context(book, inputs, accounts, budget)
    person = person_sheet(context)
    items = items_of(context)
    levels = price_sheet(context, rising_of(context, items, person))
    sheet = book.sheet("budget_months", context.say("months"), ())
    about(sheet, context.say("months_about"))
    columns = MonthColumns(sheet, budget.calendar.months)
    people = PeopleColumns(context, columns, person).write()
    amounts = AmountColumns(context, columns, people, person, levels.posts).write(items)
    sheet.frozen = (columns.top, 3)
    sheet.pages = -(-len(sheet.widths) // 15)
    sheets = people, person, levels, amounts
    years_sheet(context, sheets, payers_sheet(context, sheets), items)
    return context.checks
