"""Probabilistic results made anywhere: a file of draws to a Psa, with its parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ipscost.decision import Psa
from ipscost.directions import SUFFIX
from ipscost.errors import STDIN, Problem, ScenarioError, nearest
from ipscost.loading.psa_cells import Draws, check_numbers, check_texts, keys_of, refuse, twice
from ipscost.loading.psa_headers import (
    EFFECT,
    NAMELESS,
    QALY,
    SHORT_EFFECT,
    Long,
    Wide,
    is_rows,
    roles,
)
from ipscost.loading.psa_long import alike, by_arm
from ipscost.loading.psa_parameters import Parameters, read_parameters
from ipscost.loading.psa_sheet import Body, Sheet, open_sheet
from ipscost.scenario import Label

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MOST_ARMS = 1_000


@dataclass(frozen=True)
class Results:
    """Probabilistic results from a file.

    psa: with one draw where the file holds expected values alone. outcome: what the file calls the
    effect, in small letters; nothing where it has none. is_nameless: True where that does not say
    what the effect is; is_qaly: True where it is a QALY.
    notes: what a reader must know. fixed: parameters that never vary, left out of the psa.
    inputs: the SHA-256 of each file, by its name as it was given.
    """

    name: str
    file: str
    psa: Psa
    outcome: str
    is_nameless: bool
    is_qaly: bool
    notes: tuple[Label, ...]
    fixed: Mapping[str, float]
    inputs: Mapping[str, str]


def read_psa(
    file: str | Path,
    parameters: str | Path | None = None,
    *,
    reference: str | None = None,
    outcome: str | None = None,
    effect_needed: bool = True,
) -> Results:
    """The results in `file`, wide or long, and what was drawn for them in `parameters`.

    `-` is the standard input. The arm `reference` is the one that others are held against, by
    default the first; `outcome` names the columns of the effect where headings do not tell, or
    several may be it. Draws are put in the order of their numbers. Raises ScenarioError with every
    problem that can be told at once.
    """
    sheet = open_sheet(str(file))
    columns = roles(sheet, outcome, effect_needed=effect_needed)
    table = _table(sheet, columns)
    _refuse_few(sheet, table, columns)
    drawn = None
    if parameters is not None:
        if table.cost.shape[1] == 1:
            message = "expected draws that parameters could belong to, found expected values alone"
            fix = "leave --parameters out, or give a file with a row per draw"
            raise ScenarioError([Problem(sheet.heading(0), "E510", "", message, fix)])
        drawn = read_parameters(str(parameters), table.draws, sheet.shown)
    psa = Psa(
        arms=table.arms,
        reference=_reference(sheet, table.arms, reference),
        cost=table.cost,
        effect=table.effect,
        cost_mean=table.cost.mean(axis=1),
        effect_mean=table.effect.mean(axis=1),
        parameters={} if drawn is None else drawn.values,
    )
    inputs = {sheet.shown: sheet.digest}
    if drawn is not None:
        inputs[drawn.sheet.shown] = drawn.sheet.digest
    return Results(
        name=sheet.shown if sheet.shown == STDIN else Path(file).stem,
        file=sheet.shown,
        psa=psa,
        outcome=columns.outcome,
        is_nameless=columns.outcome in (*NAMELESS, *SHORT_EFFECT),
        is_qaly=columns.outcome in QALY,
        notes=tuple(
            _notes(sheet, table, columns, drawn, psa, is_first=reference is None, named=outcome)
        ),
        fixed={} if drawn is None else drawn.fixed,
        inputs=inputs,
    )


@dataclass(frozen=True)
class _Table:
    """Cost and effect, (arm, draw), with the draws in the order of their numbers."""

    arms: tuple[str, ...]
    cost: Floats
    effect: Floats
    draws: Draws
    body: Body


def _table(sheet: Sheet, columns: Wide | Long) -> _Table:
    """The results in the columns that were found."""
    if isinstance(columns, Wide):
        return _read_wide(sheet, columns)
    return _read_long(sheet, columns)


def _read_wide(sheet: Sheet, columns: Wide) -> _Table:
    """The results of a row a draw."""
    draw, numbers = columns.draw, (*columns.cost, *columns.effect)
    body = sheet.body(numbers, [] if draw is None else [draw])
    problems = [] if draw is None else check_texts(sheet, body, draw)
    refuse(problems + check_numbers(sheet, body, numbers))
    draws = Draws(None, np.arange(body.rows), sure=False)
    keys = np.empty(0) if draw is None else keys_of(body.texts[draw])
    is_sure = draw is not None and not is_rows(sheet, draw)
    if draw is not None and (is_sure or len(np.unique(keys)) == body.rows):
        texts = body.texts[draw]
        refuse(twice(sheet, body, draw, keys, lambda row: f"draw {texts[row]}"))
        order = np.argsort(keys, kind="stable")
        draws = Draws(keys[order], order, sure=is_sure)
    cost = np.array([body.numbers[c][draws.order] for c in columns.cost])
    effect = np.array([body.numbers[c][draws.order] for c in columns.effect])
    return _Table(
        columns.arms, cost, effect if columns.effect else np.zeros_like(cost), draws, body
    )


def _read_long(sheet: Sheet, columns: Long) -> _Table:
    """The results of a row a draw and arm."""
    arm, draw = columns.arm, columns.draw
    numbers = [columns.cost, *([] if columns.effect is None else [columns.effect])]
    body = sheet.body(numbers, [arm, *([] if draw is None else [draw])])
    problems = [problem for column in body.texts for problem in check_texts(sheet, body, column)]
    refuse(problems + check_numbers(sheet, body, numbers) + alike(sheet, body, arm))
    arms, places, draws = by_arm(sheet, body, arm, draw)
    cost = body.numbers[columns.cost][places]
    effect = np.zeros_like(cost) if columns.effect is None else body.numbers[columns.effect][places]
    return _Table(arms, cost, effect, draws, body)


def _refuse_few(sheet: Sheet, table: _Table, columns: Wide | Long) -> None:
    """Raises ScenarioError for results without two arms, or with one draw that is numbered."""
    place = columns.cost[0] if isinstance(columns, Wide) else columns.arm
    arms, draws = len(table.arms), table.cost.shape[1]

    def refusal(code: str, message: str, fix: str, column: int) -> ScenarioError:
        return ScenarioError([Problem(sheet.heading(column), code, "", message, fix)])

    if not table.body.rows:
        fix = "add a row for each draw below the headings"
        raise refusal("E509", "expected a row for each draw, found the headings alone", fix, 0)
    if arms < 2:
        fix = "add the arm that it is held against"
        raise refusal("E508", f"expected two arms or more, found {table.arms[0]} alone", fix, place)
    if arms > MOST_ARMS:
        fix = f"is {sheet.headers[place]} the column of arms?"
        message = f"expected at most {MOST_ARMS:,} arms, found {arms:,}"
        raise refusal("E508", message, fix, place)
    if draws == 1 and table.draws.sure:
        fix = "give more draws, or leave the column of draws out to have the row read as expected "
        fix += "values"
        assert columns.draw is not None
        message = "one draw says nothing about how sure a result is"
        raise refusal("E509", message, fix, columns.draw)


def _reference(sheet: Sheet, arms: tuple[str, ...], wanted: str | None) -> str:
    """The arm that others are held against. Raises ScenarioError (E511) for an unknown one."""
    if wanted is None:
        return arms[0]
    folded = {arm.casefold(): arm for arm in arms}
    if wanted.casefold() in folded:
        return folded[wanted.casefold()]
    message, fix = f"no arm {wanted} is there", f"--reference: {nearest(wanted, arms)}"
    raise ScenarioError([Problem(sheet.heading(0), "E511", "", message, fix)])


def _notes(
    sheet: Sheet,
    table: _Table,
    columns: Wide | Long,
    drawn: Parameters | None,
    psa: Psa,
    *,
    is_first: bool,
    named: str | None,
) -> Iterator[Label]:
    """What a reader must know about how the files were read."""
    file = sheet.shown
    if table.cost.shape[1] == 1:
        yield Label.of("note_psa_expected", file=file)
    if table.body.commas:
        yield Label.of("note_psa_commas", file=file)
    keys = table.draws.keys if table.draws.sure else None
    if keys is not None and keys.dtype.kind == "f" and (keys == keys.round()).all():
        missing = int(keys[-1] - keys[0]) + 1 - len(keys)
        if missing:
            ends = {"first": f"{keys[0]:.0f}", "last": f"{keys[-1]:.0f}"}
            yield Label.of("note_psa_gaps", file=file, missing=str(missing), **ends)
    if not columns.outcome:
        yield Label.of("note_psa_cost_alone", file=file)
    elif named is None and columns.outcome not in (*EFFECT, *SHORT_EFFECT):
        name = columns.outcome.removesuffix(SUFFIX)
        yield Label.of("note_psa_effect", file=file, name=name)
    if is_first:
        yield Label.of("note_psa_reference", arm=psa.reference)
    if columns.unread:
        names = ", ".join(sheet.headers[column] for column in columns.unread)
        yield Label.of("note_psa_unread", file=file, names=names)
    if drawn is None:
        return
    if drawn.has_commas:
        yield Label.of("note_psa_commas", file=drawn.sheet.shown)
    if drawn.by_order:
        yield Label.of("note_psa_order", parameters=drawn.sheet.shown, file=file)
    if drawn.fixed:
        yield Label.of("note_psa_fixed", names=", ".join(drawn.fixed))
