"""Draws as files: cost and effect of each arm, and the parameters drawn, one row per draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.decisions import Decision
from ipscost.delimited import write
from ipscost.directions import LOWER, SUFFIX, known
from ipscost.rounding import less

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DRAW = "draw"


def results_text(decision: Decision) -> str:
    """CSV with a column of cost and one of effect for each arm, the reference first.

    If an arm's level is only partly known, the columns hold differences from the reference instead,
    whose own column is 0. Numbers keep all their digits, so that they are the same when read back.
    The heading of an effect says that less of it is better, if its name does not.
    """
    psa, own = decision.psa, decision.sign * decision.psa.effect + 0.0
    cost, effect_of = (
        values if is_known.all() else less(values, values[psa.base])
        for values, is_known in ((psa.cost, decision.cost_known), (own, decision.effect_known))
    )
    arms = [psa.base, *(index for index in range(len(psa.arms)) if index != psa.base)]
    outcome = decision.outcome.rpartition(".")[2]
    effect = "effect" if outcome == "cost" else outcome
    if decision.better == LOWER and known([effect]) != LOWER:
        effect += SUFFIX
    headers = [f"cost_{psa.arms[index]}" for index in arms]
    columns = [cost[index] for index in arms]
    if outcome:
        headers += [f"{effect}_{psa.arms[index]}" for index in arms]
        columns += [effect_of[index] for index in arms]
    return _text(headers, columns)


def parameters_text(decision: Decision) -> str:
    """CSV with a column for each parameter drawn."""
    parameters = decision.psa.parameters
    return _text(list(parameters), list(parameters.values()))


def _text(headers: Sequence[str], columns: Sequence[Floats]) -> str:
    """CSV with draws numbered from 1, and a column of numbers, (draw,), for each heading.

    A single draw, which holds expected values, is not numbered.
    """
    draws = len(columns[0])
    table = np.array(columns).T.tolist()
    if draws == 1:
        return write([headers]) + ",".join(map(repr, table[0])) + "\n"
    lines = [f"{draw},{','.join(map(repr, row))}\n" for draw, row in enumerate(table, start=1)]
    return write([(DRAW, *headers)]) + "".join(lines)
