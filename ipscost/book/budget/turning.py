"""When the cumulative net cost of each account is deepest, and from when it is paid back.

The formulas are those of `ipscost.rollout.turns`.
"""

from __future__ import annotations

from collections.abc import Callable

from ipscost.analysis.budget.accounts import Budget
from ipscost.analysis.budget.books import NEVER, Turn
from ipscost.book.blocks import FirstAtLeast, LastAbove, Picked, Sizes
from ipscost.book.budget.columns import Cells, block
from ipscost.book.budget.context import Context
from ipscost.book.budget.payers import NET, BasisCells
from ipscost.book.budget.people import PeopleCells
from ipscost.book.cells import BookCell, BookSheet, CellLook
from ipscost.book.formulas import Compare, Constant, Ref, call, plus, times, when
from ipscost.rollout.turns import ROUNDING

DEEPEST, MONTH, BACK, DEEPEST_AT, LAST_AT = range(2, 7)


def turning_rows(
    context: Context, sheet: BookSheet, people: PeopleCells, cells: BasisCells, basis: str
) -> None:
    """A row for each account: the deepest deficit, its month, and from when there is none."""
    say = context.say
    sheet.next += 1
    prices = say(f"basis_{basis}", money=context.money_name)
    sheet.texts(say("turning", prices=prices), style="subtitle")
    keys = ("account", "deepest", "deepest_month", "back", "deepest_at", "last_at")
    for column, key in enumerate(keys, 1):
        sheet.put(column, say(key), CellLook("heading" if column == 1 else "heading_number"))
    sheet.next += 1
    months = len(people.labels)
    for account, so_far in cells.cumulative.items():
        partial = context.is_partial(account)
        sheet.put(1, context.called(account))
        own = block(so_far)
        deepest = sheet.put(DEEPEST, call("MAX", 0.0, own), CellLook("number", 0, partial=partial))
        limit = times(ROUNDING, plus(Sizes(block(each)) for each in _nets(context, cells, account)))
        is_deep = Compare(Ref(deepest), ">", limit)
        first = FirstAtLeast(own, Ref(deepest) - limit, block(people.numbers))
        at = sheet.put(DEEPEST_AT, when(is_deep, first, 1.0), CellLook("key", 0))
        last = sheet.put(LAST_AT, LastAbove(own, limit, block(people.numbers)), CellLook("key", 0))
        labels = block(people.labels)
        sheet.put(MONTH, when(is_deep, Picked(labels, Ref(at)), "–"), CellLook("right"))
        after = when(
            Compare(Ref(last), "=", Constant(0.0)),
            say("never_deep"),
            Picked(labels, call("MIN", plus((Ref(last), 1.0)), float(months))),
        )
        is_never = Compare(Ref(last), "=", Constant(float(months)))
        sheet.put(BACK, when(is_never, say("never_back"), after), CellLook("right"))
        _check(context, basis, account, {"deepest": deepest, "deepest_month": at, "back": last})
        sheet.next += 1


def _nets(context: Context, cells: BasisCells, account: str) -> list[Cells]:
    """The columns of the net cost of the payers of an account."""
    shares = context.budget.bearing
    payers = (shares.payers[place] for place in shares.accounts[account])
    return [cells.parts[NET, payer] for payer in payers if (NET, payer) in cells.parts]


def _check(context: Context, basis: str, account: str, cells: dict[str, BookCell]) -> None:
    """Holds a row against ipscost, whose months are counted from 0."""

    def of(told: Callable[[Turn, int], float]) -> Callable[[Budget], float]:
        return lambda b: told(b.point[basis].turns[account], b.calendar.months)

    def last(turn: Turn, months: int) -> float:
        even = int(turn.even_month[0])
        return float(months if even == NEVER else even)

    prices = context.say(f"basis_{basis}", money=context.money_name)
    label = f"{context.say('turning', prices=prices)}: {context.called(account)}"
    context.check(label, cells["deepest"], of(lambda turn, _: float(turn.deepest[0])))
    context.check(
        f"{label}, {context.say('deepest_month')}",
        cells["deepest_month"],
        of(lambda turn, _: float(turn.deepest_month[0] + 1)),
        is_money=False,
        is_shown=False,
    )
    label = f"{label}, {context.say('back')}"
    context.check(label, cells["back"], of(last), is_money=False, is_shown=False)
