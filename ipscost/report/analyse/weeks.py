"""What register weeks tell, for readers and machines: states, moves, weeks behind, who pays."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.evaluation.week_nouns import MeanOfPersons, MoveCount, WeeksFound
from ipscost.analysis.interval import Interval
from ipscost.individual.rubin import student
from ipscost.report.analyse.terms import EvaluationTerms
from ipscost.report.frame import account_label
from ipscost.report.report import Cell, Column, Figure, Row, Table, numbers_of
from ipscost.words.text import Words, bracketed, count, number, rate, say

HELD = say("analyse_held")


def week_tables(terms: EvaluationTerms, found: WeeksFound) -> Iterator[Table]:
    """Weeks in each state, who pays benefits, moves, and weeks behind."""
    yield from short_week_tables(terms, found)
    yield moves_table(terms, found)
    yield from _behind_tables(terms, found)


def short_week_tables(terms: EvaluationTerms, found: WeeksFound) -> Iterator[Table]:
    """Weeks in each state, and who pays benefits."""
    yield states_table(terms, found)
    if found.paid:
        yield paid_table(terms, found)


def states_table(terms: EvaluationTerms, found: WeeksFound) -> Table:
    """Mean weeks in each state, by arm."""
    assert terms.scenario.model is not None
    rows = [
        Row(
            f"model.state.{name}",
            state.label,
            tuple(_interval(terms, found.in_state[name, arm]) for arm in found.arms),
            "week/person",
        )
        for name, state in terms.scenario.model.states.items()
    ]
    return Table(
        title=say("title_weeks_states", weeks=count(found.weeks), level=rate(terms.level)),
        first=say("weeks_state"),
        columns=_columns(terms, found, "estimate"),
        rows=tuple(rows),
        name="weeks",
    )


def paid_table(terms: EvaluationTerms, found: WeeksFound) -> Table:
    """What each payer pays of benefits, by arm."""
    payers = dict.fromkeys(each.payer for each in found.paid)
    cells = {(each.payer, each.arm): _interval(terms, each.paid) for each in found.paid}
    return Table(
        title=say("title_weeks_paid", weeks=count(found.weeks), level=rate(terms.level)),
        first=say("payer"),
        columns=_columns(terms, found, "estimate"),
        rows=tuple(
            Row(
                f"payer.{name}",
                account_label(terms.scenario, name),
                tuple(cells.get((name, arm)) for arm in found.arms),
                terms.unit,
            )
            for name in payers
        ),
        name="benefits",
    )


def moves_table(terms: EvaluationTerms, found: WeeksFound) -> Table:
    """How often each move was made, of how many steps."""
    several = {each.path for each in found.moves if each.first > 1}
    keys = dict.fromkeys((m.path, m.origin, m.target, m.first) for m in found.moves)
    told = {(m.path, m.target, m.first, m.arm): _told(m) for m in found.moves}
    rows = []
    for path, origin, target, first in keys:
        label = _move(terms, origin, target)
        if path in several:
            label = bracketed(label, say("weeks_from", first=count(first)))
        cells = tuple(told.get((path, target, first, arm), HELD) for arm in found.arms)
        rows.append(Row(f"{path}.{target}.{first}", label, cells))
    return Table(
        title=say(f"title_weeks_moves_{found.cycle}"),
        first=say("weeks_move"),
        columns=_columns(terms, found, "level"),
        rows=tuple(rows),
        name="moves",
    )


def _move(terms: EvaluationTerms, origin: str, target: str) -> Words:
    assert terms.scenario.model is not None
    states = terms.scenario.model.states
    return say("move_to", origin=states[origin].label, target=states[target].label)


def _told(move: MoveCount) -> Words:
    """`12 of 340`."""
    if move.count is None or move.steps is None:
        return HELD
    return say("weeks_of", count=count(move.count), steps=count(move.steps))


def _behind_tables(terms: EvaluationTerms, found: WeeksFound) -> Iterator[Table]:
    """For each ladder, people by the step that they are in at the start."""
    for ladder in dict.fromkeys(each.ladder for each in found.behind):
        of_it = [each for each in found.behind if each.ladder == ladder]
        first: list[Cell] = [
            HELD if each.weeks is None else number(each.weeks.mean, "week") for each in of_it
        ]
        rows = [Row(f"ladder.{ladder}.weeks_at_start", say("weeks_behind"), tuple(first))]
        for step, label in of_it[0].labels.items():
            counts = [each.persons[step] for each in of_it]
            cells = tuple(HELD if n is None else count(n) for n in counts)
            rows.append(Row(f"ladder.{ladder}.{step}", label, cells))
        yield Table(
            title=say("title_weeks_behind", ladder=of_it[0].label),
            first=say("weeks_step"),
            columns=_columns(terms, found, "level"),
            rows=tuple(rows),
            breaks=(1,),
            name="behind",
        )


def _columns(terms: EvaluationTerms, found: WeeksFound, style: str) -> tuple[Column, ...]:
    return tuple(Column(terms.arm(arm), style=style, numeric=True) for arm in found.arms)


def _interval(terms: EvaluationTerms, found: MeanOfPersons | None) -> Cell:
    """A mean with its interval; whether too few persons have it."""
    if found is None:
        return HELD
    if not found.se > 0:
        return Interval(found.mean)
    half = student(terms.level, found.persons - 1) * found.se
    return Interval(found.mean, found.mean - half, found.mean + half)


def week_figures(terms: EvaluationTerms, found: WeeksFound) -> Iterator[Figure]:
    """The numbers for machines; what is held back is not there."""
    assert terms.scenario.model is not None
    for (name, arm), weeks in found.in_state.items():
        label = terms.scenario.model.states[name].label
        value = _number(terms, weeks)
        row = ("weeks", value, arm, "", "week/person")
        yield from numbers_of(f"model.state.{name}", "state", label, row)
    for move in found.moves:
        if move.count is not None and move.steps is not None:
            told = _move(terms, move.origin, move.target)
            path = f"{move.path}.{move.target}" if move.path.endswith(".out") else move.path
            if move.first > 1:
                path = f"{path}.from_{move.first}"
            yield from numbers_of(
                path,
                "move",
                told,
                ("moves", Interval(float(move.count)), move.arm, "", ""),
                ("steps", Interval(float(move.steps)), move.arm, "", ""),
            )
    for each in found.paid:
        account = account_label(terms.scenario, each.payer)
        row = ("benefits_paid", _number(terms, each.paid), each.arm, "", terms.unit)
        yield from numbers_of(f"payer.{each.payer}", "account", account, row)
    for start in found.behind:
        path = f"ladder.{start.ladder}.weeks_at_start"
        row = ("weeks_behind", _number(terms, start.weeks), start.arm, "", "week/person")
        yield from numbers_of(path, "ladder", start.label, row)


def _number(terms: EvaluationTerms, found: MeanOfPersons | None) -> Interval | None:
    cell = _interval(terms, found)
    return cell if isinstance(cell, Interval) else None
