"""A model of states: its states, the rows of its transitions, and its cycles in the horizon."""

from __future__ import annotations

from dataclasses import replace

from ipscost.errors import closest, nearest
from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_model import REST, ModelKeys
from ipscost.loading.states.counts import TransitionRow
from ipscost.loading.states.moves import RowReader
from ipscost.loading.states.rows import RowChecker, is_whole
from ipscost.loading.states.states import is_state, read_states
from ipscost.loading.text.edits import SOURCE
from ipscost.messages import Message
from ipscost.scenario.model import CYCLES, LongTermEffect, Model, Move, State


def read_model(
    arms: ArmReader, at: Checked[ModelKeys], years: float, effect: LongTermEffect | None
) -> Model | None:
    """The model at `model:`, or None if it cannot be built."""
    before, keys = arms.errors(), at.keys
    if not list(at["state"]):
        message, fix = (
            Message("expected states, found none"),
            Message("write the states that people can be in"),
        )
        at["state"].refuse("E261", message, fix)
        return None
    states = read_states(arms, at["state"].with_keys(keys.state))
    if not states:
        return None
    rows = _rows(arms, states, at)
    _check_length(at, years)
    if arms.errors() > before:
        return None
    checker = RowChecker(arms, states, rows, keys.cycle, keys.death_first)
    checker.ratios()
    if arms.errors() == before:
        checker.check()
    if arms.errors() > before:
        return None
    rest = {name: rows[name].rest or name if name in rows else name for name in states}
    return Model(
        cycle=keys.cycle,
        counting=keys.counting,
        years=years,
        death_first=keys.death_first,
        states=states,
        moves=tuple(move for row in rows.values() for move in row.moves),
        rest=rest,
        effect=effect,
        span=at.span,
    )


def _rows(
    arms: ArmReader, states: dict[str, State], at: Checked[ModelKeys]
) -> dict[str, TransitionRow]:
    """The row of each state, by state."""
    reader = RowReader(arms, states, at.keys.cycle)
    block = at.locate("transition")
    rows: dict[str, TransitionRow] = {}
    stated = set(block) if "transition" in at else set()
    for name in block if stated else ():
        if is_state(block[name], name, states):
            row = reader.row(block[name])
            if row is not None:
                rows[name] = row
    for name, state in states.items():
        if not state.absorbing and name not in stated:
            message = Message(
                "nobody can leave {name}, which is not said to be absorbing", name=name
            )
            fix = Message(
                "add absorbing: true, or {name}", name=_moves_out(name, states, at.keys.cycle)
            )
            arms.refuse(state.span, "E264", state.path, message, fix)
    return {name: _held_against(arms, row, rows, at) for name, row in rows.items()}


def _moves_out(name: str, states: dict[str, State], cycle: str) -> str:
    """The edit that would state the moves out of a state."""
    other = next((each for each in states if each != name), "...")
    move = f"{{unit: probability/{cycle}, all: {{mean: ..., {SOURCE}}}}}"
    return Message(
        "add {name}: {{{other}: {move}, {name}: {rest}}} to model.transition",
        name=name,
        other=other,
        move=move,
        rest=REST,
    )


def _held_against(
    arms: ArmReader, row: TransitionRow, rows: dict[str, TransitionRow], at: Cursor
) -> TransitionRow:
    """The row, with its ratios to other moves checked against the numbers of those moves."""
    moves = {move.path: move for each in rows.values() for move in each.moves}
    return replace(row, moves=[_of_other(arms, move, moves, at) for move in row.moves])


def _of_other(arms: ArmReader, move: Move, moves: dict[str, Move], at: Cursor) -> Move:
    """A move stated as a ratio to another one, with the measure of that one's numbers.

    If the other move was stated but refused, it is not reported as unknown.
    """
    if not move.of or (move.of not in moves and _is_stated(move.of, at)):
        return move
    other = moves.get(move.of)
    known = [path for path, each in moves.items() if not each.of]
    if other is None or other.of:
        message = Message("unknown transition {of}", of=move.of.removeprefix("model.transition."))
        written = move.of.removeprefix("model.transition.")
        meant = closest(move.of, known)
        fix = nearest(move.of, known).replace("model.transition.", "")
        if meant is not None:
            fix = Message(
                "write {right} for {wrong}",
                right=meant.removeprefix("model.transition."),
                wrong=written,
            )
        if other is not None:
            message = Message("{path} is itself a ratio to another move", path=other.path)
            fix = Message(
                "write {right} for {wrong}",
                right=other.of.removeprefix("model.transition."),
                wrong=written,
            )
        arms.refuse(move.span, "E265", f"{move.path}.of", message, fix)
        return move
    first = other.stretches[0]
    stretches = tuple(
        replace(each, measure=first.measure, years=first.years) for each in move.stretches
    )
    return replace(move, stretches=stretches)


def _is_stated(path: str, model: Cursor) -> bool:
    """True if the model states a move at the path."""
    at: Cursor | None = model
    for part in path.removeprefix("model.").split("."):
        at = at and at.get(part)
    return at is not None


def _in_cycles(cycles: float, cycle: str) -> str:
    """`5 months`."""
    return {
        "week": Message("{cycles:.6g} weeks", cycles=cycles),
        "month": Message("{cycles:.6g} months", cycles=cycles),
        "year": Message("{cycles:.6g} years", cycles=cycles),
    }[cycle]


def _check_length(at: Checked[ModelKeys], years: float) -> None:
    """Refuses a horizon shorter than a cycle, and an odd number of cycles for Simpson's rule."""
    keys = at.keys
    cycles = years / CYCLES[keys.cycle]
    if cycles < 1 - 1e-9:
        message = Message(
            "expected a horizon of at least a cycle, found {cycles:.3g} cycles", cycles=cycles
        )
        shorter = [name for name, length in CYCLES.items() if years / length >= 1]
        fix = (
            Message("use one of: {others}", others=", ".join(shorter))
            if shorter
            else Message("write a longer horizon")
        )
        at.locate("cycle").refuse("E267", message, fix)
    elif keys.counting == "simpson" and not (is_whole(cycles) and round(cycles) % 2 == 0):
        message = Message(
            "Simpson's rule needs an even number of whole cycles, found {length}",
            length=_in_cycles(cycles, keys.cycle),
        )
        fix = Message("write half_cycle; an even number of cycles will do too")
        at["counting"].refuse("E267", message, fix)
