"""What must hold for a rollout to pay back: a sentence before any probability, and the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.holds import ALWAYS, DOWN, NEVER, Measured, SwitchingValue
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.labels import labelled, named
from ipscost.report.report import Column, Row, Table
from ipscost.words.text import (
    Words,
    amount,
    bracketed,
    count,
    listing,
    money,
    percent,
    say,
    series,
    typed,
)

TRIAL = "trial"
"""The measure of an effect that readers know: a share of the trial's."""


def sentence(found: BudgetAnswer) -> Words:
    """At which share of the effect, people, price of a place and months it pays back, each alone.

    Nothing where the account is not whole: then no switching value is known.
    """
    holds, view = found.holds, found.view
    if holds.net is None:
        return ""
    told = [each for each in holds.switches if each.pays not in (ALWAYS, NEVER) and each.at]
    parts = list(_parts(found, told))
    pays = holds.net <= 0
    words: dict[str, Words] = {"whom": named(found.scenario, view.account)}
    words |= {"last": str(view.years[-1])}
    words["prices"] = say("budget_in_constant") if view.basis != CONSTANT else ""
    others = [each for each in holds.switches if each not in told and each.pays != ALWAYS]
    never = [say(f"holds_lever_{each.lever}") for each in others]
    if not parts:
        key = "budget_holds_always" if pays else "budget_holds_never"
        return say(key, **words) if holds.switches else ""
    text = parts[0]
    if parts[1:]:
        key = "holds_every" if pays else "holds_one"
        text = say(key, parts=series(parts[:-1]), last=parts[-1])
    if pays or not never:
        return say("budget_holds", parts=text, **words)
    return say("budget_holds_not", parts=text, levers=listing(never), **words)


def _parts(found: BudgetAnswer, switches: Sequence[SwitchingValue]) -> Iterator[Words]:
    """At which value of each it pays back: `at least 71% of the effect (now 50%)`, `82% recruited`.

    Those of which there must be so much come first, behind one `at least`; each is followed by
    what it is now, but for months in which nobody is followed any more.
    """
    brief = False
    for place, switch in enumerate(sorted(switches, key=lambda each: each.pays == DOWN)):
        first = next((each for each in switch.told if each.measure == TRIAL), switch.told[0])
        key, at = f"holds_{switch.lever}_{first.measure}", _value(found, first, first.at)
        if switch.is_beyond and first.at is not None:
            key, at = f"{key}_beyond", count(ceil(first.at))
        told: Words = say(key, at=at)
        if switch.pays == DOWN:
            told = say("holds_most", part=told)
        elif not place:
            told = say("holds_least", part=told)
        if switch.is_beyond:
            yield told
            continue
        now = _value(found, first, first.now, brief=brief)
        yield bracketed(told, now if brief else say("holds_now", now=now))
        brief = True


def _value(
    found: BudgetAnswer, measured: Measured, value: float | None, *, brief: bool = False
) -> Words:
    """A value in the unit of its measure; brief: beside one with its currency."""
    if value is None:
        return "-"
    if measured.unit == "share":
        return percent(value, 0)
    if measured.unit == "person":
        return count(round(value))
    if measured.measure in ("planned", "started"):
        return amount(value) if brief else money(value, found.scenario.money.currency)
    return typed(round(value, 1))


# --- tables ----------------------------------------------------------------------------------


def tables(found: BudgetAnswer) -> Iterator[Table]:
    """The switching values, and the net by share of the effect and of the people."""
    if found.holds.net is None:
        return
    if found.holds.switches:
        yield _switches(found)
    if found.holds.grid is not None:
        yield _grid(found)


def _switches(found: BudgetAnswer) -> Table:
    """Each thing that may be turned: how it is now, and at which value it pays back."""
    rows = []
    for switch in found.holds.switches:
        for place, each in enumerate(switch.told):
            label = say(f"holds_row_{switch.lever}_{each.measure}")
            at: Words = _value(found, each, each.at)
            if switch.pays in (ALWAYS, NEVER):
                at = say(f"holds_{switch.pays}")
            else:
                at = say("holds_at_most" if switch.pays == DOWN else "holds_at_least", at=at)
            cells = (_value(found, each, each.now), at)
            rows.append(Row(f"holds.{switch.lever}", label, cells, depth=min(place, 1)))
    return Table(
        title=say("title_budget_holds", account=labelled(found.scenario, found.view.account)),
        first=say("budget_what"),
        columns=(
            Column(say("budget_now"), numeric=True),
            Column(say("budget_pays_at"), numeric=True),
        ),
        rows=tuple(rows),
        name="holds",
    )


def _grid(found: BudgetAnswer) -> Table:
    """The net gain of the account by share of the effect (down) and of the target (across)."""
    grid, shown = found.holds.grid, found.shown
    assert grid is not None
    rows = []
    for effect, nets in zip(grid.effects.tolist(), grid.nets.tolist(), strict=True):
        cells = tuple(shown.rounded(-net) for net in nets)
        rows.append(Row("holds.grid", percent(effect, 0), cells, shown.unit))
    return Table(
        title=say(
            "title_budget_grid",
            account=labelled(found.scenario, found.view.account),
            unit=shown.called,
        ),
        first=say("budget_effect"),
        columns=tuple(
            Column(percent(share, 0), style="signed", numeric=True)
            for share in grid.recruitments.tolist()
        ),
        rows=tuple(rows),
        name="grid",
    )
