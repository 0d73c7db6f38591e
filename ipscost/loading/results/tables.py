"""The cost and effect of each arm in each draw, from one or two files, wide or long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError, Span
from ipscost.loading.results.arms import ArmColumns, counted
from ipscost.loading.results.cells import (
    DrawOrder,
    check_numbers,
    check_texts,
    keys_of,
    refuse,
    twice,
)
from ipscost.loading.results.columns import (
    AskedColumns,
    Long,
    Measures,
    Wide,
    draw_column,
    is_rows,
    one_of,
    refuse_twice,
    refuse_unpaired,
)
from ipscost.loading.results.long import alike, by_arm
from ipscost.loading.results.match import matched, refusal
from ipscost.loading.results.measures import word
from ipscost.loading.results.rows import draws_alone, refuse_piled
from ipscost.loading.results.sheet import Body, Sheet
from ipscost.loading.results.words import ARM, COST, EFFECT, GROUPS, OUTCOMES
from ipscost.messages import Message, ands

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ResultTable:
    """Cost and effect, (arm, draw), with the draws in the order of their numbers.

    rows: labels of the rows that are not draws. formulas: of the arms that follow from others.
    beside: the body of the file of effects, if there is one.
    """

    arms: tuple[str, ...]
    cost: Floats
    effect: Floats
    draws: DrawOrder
    body: Body
    rows: Sequence[str]
    formulas: Sequence[str]
    beside: Body | None = None


def read_table(sheet: Sheet, columns: Wide | Long, arms: Sequence[str]) -> ResultTable:
    """The results in the given columns: of the arms asked for, or of all that count."""
    if isinstance(columns, Long):
        return _read_long(sheet, columns, arms)
    body, draws, rows = _wide_body(sheet, columns.draw, _places(columns), columns.unread)
    table = _arms_of(sheet, columns, _by_arm(columns.cost, body, draws), body, draws, arms)
    return replace(table, rows=rows)


def _places(columns: Wide) -> list[int]:
    return [*columns.cost.values(), *columns.effect.values()]


def _by_arm(places: Mapping[str, int], body: Body, draws: DrawOrder) -> dict[str, Floats]:
    return {arm: body.numbers[column][draws.order] for arm, column in places.items()}


def _wide_body(
    sheet: Sheet, draw: int | None, numbers: Sequence[int], unread: Sequence[int]
) -> tuple[Body, DrawOrder, Sequence[str]]:
    """The rows that are draws, their order, and the labels of the other rows."""
    label = draw if draw is not None else 0 if 0 not in numbers else None
    groups = [column for column in unread if word(sheet.headers[column]) in GROUPS]
    read_as_text = dict.fromkeys([*([] if label is None else [label]), *groups])
    body = sheet.body(numbers, [*read_as_text])
    body, rows = draws_alone(sheet, body, label, numbers)
    problems = [] if draw is None else check_texts(sheet, body, draw)
    refuse(problems + check_numbers(sheet, body, numbers))
    draws = DrawOrder(None, np.arange(body.rows), sure=False)
    keys = np.empty(0) if draw is None else keys_of(body.texts[draw])
    is_sure = draw is not None and not is_rows(sheet, draw)
    if draw is not None and (is_sure or len(np.unique(keys)) == body.rows):
        texts = body.texts[draw]
        used = [draw, *numbers]
        refuse(
            twice(
                sheet, body, draw, keys, lambda row: Message("draw {draw}", draw=texts[row]), used
            )
        )
        order = np.argsort(keys, kind="stable")
        draws = DrawOrder(keys[order], order, sure=is_sure)
    refuse_piled(sheet, body, groups)
    return body, draws, rows


def _arms_of(
    sheet: Sheet,
    columns: Wide,
    cost: Mapping[str, Floats],
    body: Body,
    draws: DrawOrder,
    asked: Sequence[str],
) -> ResultTable:
    """The arms to use, with their costs and effects."""
    if columns.is_net_benefit:
        cost = {arm: -values for arm, values in cost.items()}
    effect = _by_arm(columns.effect, body, draws)
    arms = ArmColumns(
        cost=cost,
        effect=effect,
        names=columns.names,
        headings={arm: sheet.headers[column] for arm, column in columns.cost.items()},
        span_of=lambda arm: sheet.heading(columns.cost[arm]),
    )
    kept, formulas = counted(arms, asked)
    left = set(cost) - set(kept)
    if columns.effect:
        rest = {arm: column for arm, column in columns.effect.items() if arm not in left}
        refuse_unpaired(
            sheet, replace(columns, cost={a: columns.cost[a] for a in kept}, effect=rest)
        )
    costs = np.array([cost[arm] for arm in kept])
    effects = np.array([effect[arm] for arm in kept]) if effect else np.zeros_like(costs)
    names = tuple(columns.names[arm] for arm in kept)
    return ResultTable(names, costs, effects, draws, body, (), formulas)


def _read_long(sheet: Sheet, columns: Long, asked: Sequence[str]) -> ResultTable:
    """The results of a file with one row per draw and arm."""
    arm, draw, effect = columns.arm, columns.draw, columns.effect
    numbers = [columns.cost, *([] if effect is None else [effect])]
    body = sheet.body(numbers, [arm, *([] if draw is None else [draw])])
    body, rows = draws_alone(sheet, body, draw, numbers) if draw is not None else (body, [])
    problems = [problem for column in body.texts for problem in check_texts(sheet, body, column)]
    refuse(problems + check_numbers(sheet, body, numbers) + alike(sheet, body, arm))
    used = [*numbers, arm, *([] if draw is None else [draw])]
    arms, places, draws = by_arm(sheet, body, arm, draw, used)
    cost = body.numbers[columns.cost][places] * (-1 if columns.is_net_benefit else 1)
    effects = np.zeros_like(cost) if effect is None else body.numbers[effect][places]
    names = {name.casefold(): name for name in arms}
    rows_of = {name.casefold(): row for row, name in enumerate(arms)}

    def span_of(key: str) -> Span:
        return sheet.cell(body, int(places[rows_of[key]][0]), arm)[1]

    by_name = ArmColumns(
        cost=dict(zip(names, cost, strict=True)),
        effect={} if effect is None else dict(zip(names, effects, strict=True)),
        names=names,
        headings=names,
        span_of=span_of,
    )
    kept, formulas = counted(by_name, asked)
    chosen = [rows_of[key] for key in kept]
    named = tuple(names[key] for key in kept)
    return ResultTable(named, cost[chosen], effects[chosen], draws, body, rows, formulas)


# --- costs and effects in two files ------------------------------------------------------------


def columns_alone(sheet: Sheet, asked: AskedColumns, *, is_cost: bool) -> Wide:
    """The columns of a file that holds only costs, or only effects: one per arm, in `cost`.

    Their headings are the names of arms, perhaps preceded by a word such as `cost`.
    """
    refuse_twice(sheet)
    what = Message("costs") if is_cost else Message("effects")
    draw = draw_column(sheet)
    if any(word(header) in ARM for header in sheet.headers):
        message = Message(
            "expected a column of {what} for each arm, found a column of arms", what=what
        )
        fix = Message(
            "put costs and effects into one file, in columns cost and effect, without --effects"
        )
        raise refusal(sheet, message, fix, "E517")
    costs, effects = (
        Measures(sheet.headers, one_of(known)) for known in (COST, (*EFFECT, *OUTCOMES))
    )
    own, other = (costs, effects) if is_cost else (effects, costs)
    if own.by and other.by:
        message = Message(
            "expected {what} alone, found {others} of each arm",
            what=what,
            others=ands([*own.by, *other.by]),
        )
        fix = Message("leave --effects out where one file holds both")
        raise refusal(sheet, message, fix, "E517")
    wanted = asked.cost if is_cost else asked.outcome
    measure = next((each for each in own.by if wanted and word(wanted) == each), "")
    if not measure and own.by:
        measure = next(iter(own.by))
        if len(own.by) > 1:
            several = ands(f"{each}_ARM" for each in own.by)
            option = f"--{'cost' if is_cost else 'outcome'} {measure}"
            message = Message("{shown} may each be the {meaning}", shown=several, meaning=what)
            raise refusal(
                sheet, message, Message("add {option}, or another of them", option=option), "E502"
            )
    if measure and len(own.by[measure]) > 1:
        places = own.by[measure]
        names = {each.arm.casefold(): each.arm for each in own.readings.values()}
    else:
        headers = {c: h for c, h in enumerate(sheet.headers) if h and c != draw}
        places = {header.casefold(): column for column, header in headers.items()}
        names = {header.casefold(): header for header in headers.values()}
        stem = word(PurePath(sheet.shown).stem)
        measure = stem if stem in (*EFFECT, *OUTCOMES) else "effect"
    outcome = "" if is_cost else word(asked.outcome) if asked.outcome else measure
    return Wide(draw=draw, names=names, cost=places, effect={}, outcome=outcome, unread=())


def read_two(
    sheet: Sheet, costs: Wide, beside: Sheet, effects: Wide, arms: Sequence[str]
) -> tuple[ResultTable, bool]:
    """Costs from one file and effects from another; True if rows were matched by order."""
    if set(costs.cost) != set(effects.cost):
        mine = ", ".join(costs.names[arm] for arm in costs.cost)
        other = ", ".join(effects.names[arm] for arm in effects.cost)
        message = Message(
            "{shown} has the arms {mine}, and {beside_shown} {other}",
            shown=sheet.shown,
            mine=mine,
            beside_shown=beside.shown,
            other=other,
        )
        fix = Message("head the columns of both files with the same names of arms")
        raise refusal(beside, message, fix, "E517")
    body, draws, rows = _wide_body(sheet, costs.draw, [*costs.cost.values()], ())
    numbers = [*effects.cost.values()]
    label = effects.draw if effects.draw is not None else None
    other_body = beside.body(numbers, [] if label is None else [label])
    other_body, more = draws_alone(beside, other_body, label, numbers)
    problems = [] if label is None else check_texts(beside, other_body, label)
    refuse(problems + check_numbers(beside, other_body, numbers))
    order = matched(beside, other_body, label, draws, sheet.shown, Message("effects"))
    order_here = draws.order if order is None else order
    effect = {arm: other_body.numbers[column][order_here] for arm, column in effects.cost.items()}
    cost = _by_arm(costs.cost, body, draws)
    by_name = ArmColumns(
        cost=cost,
        effect=effect,
        names=costs.names,
        headings={arm: sheet.headers[column] for arm, column in costs.cost.items()},
        span_of=lambda arm: sheet.heading(costs.cost[arm]),
    )
    kept, formulas = counted(by_name, arms)
    table = ResultTable(
        arms=tuple(costs.names[arm] for arm in kept),
        cost=np.array([cost[arm] for arm in kept]),
        effect=np.array([effect[arm] for arm in kept]),
        draws=draws,
        body=body,
        rows=[*rows, *more],
        formulas=formulas,
        beside=other_body,
    )
    return table, order is None


def refuse_few(sheet: Sheet, table: ResultTable, columns: Wide | Long, most: int) -> None:
    """Raises ScenarioError for fewer than two arms, too many, or a single numbered draw."""
    column_of_arms = min(columns.cost.values()) if isinstance(columns, Wide) else columns.arm
    arms, draws = len(table.arms), table.cost.shape[1]

    def refusal_(code: str, message: str, fix: str, column: int) -> ScenarioError:
        return ScenarioError([Problem(sheet.heading(column), code, "", message, fix)])

    if not table.body.rows:
        fix = Message("add a row for each draw below the headings")
        raise refusal_(
            "E509", Message("expected a row for each draw, found the headings alone"), fix, 0
        )
    if arms < 2:
        fix = Message("add the arm that it is held against")
        raise refusal_(
            "E508",
            Message("expected two arms or more, found {arms} alone", arms=table.arms[0]),
            fix,
            column_of_arms,
        )
    if arms > most:
        fix = Message("is {headers} the column of arms?", headers=sheet.headers[column_of_arms])
        message = Message("expected at most {most:,} arms, found {arms:,}", most=most, arms=arms)
        raise refusal_("E508", message, fix, column_of_arms)
    if draws == 1 and table.draws.sure:
        fix = Message(
            "give more draws, or leave the column of draws out to have the row read as "
            "expected values"
        )
        assert columns.draw is not None
        message = Message("one draw says nothing about how sure a result is")
        raise refusal_("E509", message, fix, columns.draw)
