"""Columns of a variant that only repeat the scenario that it is a variant of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.compare.inputs import is_alike_in


def without_repeats(
    cases: Sequence[ComparedArm], place: int
) -> tuple[tuple[ComparedArm, ...], int]:
    """The columns without those that repeat one of the first scenario, and the place of the base.

    An intervention that a variant of the first file changes nothing for is the same there in every
    draw. The base stays, and so does a variant of which nothing would be left. The columns that
    stay know what is left out beside them (`ComparedArm.repeats`).
    """
    base = cases[place]
    own = {case.arm for case in cases if case.scenario is cases[0].scenario}
    gone: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys(case.name for case in cases):
        variant = [case for case in cases if case.name == name]
        repeats = [
            case
            for case in variant
            if case is not base and case.arm in own and _repeats(case, cases[0])
        ]
        if len(repeats) < len(variant):
            gone[name] = tuple(case.arm for case in repeats)
    kept = [case for case in cases if case.arm not in gone.get(case.name, ())]
    index = kept.index(base)
    return tuple(replace(case, repeats=gone.get(case.name, ())) for case in kept), index


def _repeats(case: ComparedArm, first: ComparedArm) -> bool:
    """True for a column of a variant of the first scenario that is the same there."""
    mine, theirs = case.scenario, first.scenario
    is_variant = mine is not theirs and mine.file == theirs.file
    return is_variant and is_alike_in(case.arm, theirs, mine)
