"""Rows with probabilities for a time other than a cycle, within which people may move again."""

from __future__ import annotations

from ipscost.loading.cursor import Cursor
from ipscost.messages import Message
from ipscost.scenario.model import CYCLES, Model
from ipscost.words.text import listing, say


def doubt_times(root: Cursor, model: Model) -> None:
    """Warns of each row for a time other than a cycle whose movers may move again.

    Each row is converted from its own time to a cycle by itself. Exact would be a root of the
    whole matrix (Chhatwal, Jayasuriya and Elbasha 2016, doi 10.1177/0272989X16656165), which
    need not be a matrix of probabilities. If nobody can move twice, the two agree.
    """
    names = {years: name for name, years in CYCLES.items()}
    leaving = dict.fromkeys(move.origin for move in model.moves)
    for origin in leaving:
        targets_of: dict[float, list[str]] = {}
        for move in (move for move in model.moves if move.origin == origin):
            for stretch in move.stretches:
                if stretch.measure == "probability" and stretch.years != model.cycle_years:
                    targets_of.setdefault(stretch.years, []).extend(move.targets)
        for years, targets in targets_of.items():
            onward = [t for t in dict.fromkeys(targets) if t in leaving and t != origin]
            onward = [target for target in onward if not model.states[target].absorbing]
            if onward:
                _doubt(root["model"]["transition"][origin], model, onward, names[years])


TIME_WORDS = {"week": Message("week"), "month": Message("month"), "year": Message("year")}
"""The times of CYCLES, as they stand in a sentence."""


def _doubt(at: Cursor, model: Model, onward: list[str], time: str) -> None:
    """Warns that the moves out of one state are stated for a time other than a cycle."""
    cycle, longer = model.cycle, CYCLES[time] > model.cycle_years
    fix = Message("write cycle: {time} in model", time=time)
    if longer:
        fix = Message(
            "{fix} if the row says where people are a {time} later; if it says how fast they "
            "go, state rates (rate/{unit})",
            fix=fix,
            time=TIME_WORDS[time],
            unit=time,
        )
    labels = [model.states[target].label for target in onward]
    doubt = say(
        "doubt_onward" if longer else "doubt_one_move",
        origin=model.states[at.name].label,
        targets=listing(labels),
        time=say(f"of_{time}"),
        within=say(f"within_{time if longer else cycle}"),
        by=say(f"by_{cycle}"),
    )
    at.doubt("W420", doubt, fix, at.key)
