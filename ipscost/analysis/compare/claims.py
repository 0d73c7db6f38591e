"""Caveats of a comparison: numbers with two sources, and changes that no saving depends on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ipscost.analysis.compare.cases import ComparedArm, gap
from ipscost.analysis.compare.inputs import differing, onto_two_arms
from ipscost.analysis.reaches import without_effect
from ipscost.scenario.nouns import Quantity


def seen_twice(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[str]:
    """The paths of uncertain numbers that differ in value and evidence, in the order of theirs."""
    known = {number.path: number for number in mine}
    return [n.path for n in theirs if n.path in known and is_seen_twice(n, known[n.path])]


def is_seen_twice(one: Quantity, two: Quantity) -> bool:
    """True for two uncertain numbers that differ and rest on different evidence.

    They then share random numbers although they were estimated independently.
    """
    if one.is_fixed or two.is_fixed or (one.value, one.dist) == (two.value, two.dist):
        return False
    evidence = [(q.source and q.source.cite, q.place, q.assumption) for q in (one, two)]
    return evidence[0] != evidence[1]


def are_settings(one: ComparedArm, two: ComparedArm) -> bool:
    """True for columns of one file with different settings: what one changes is no evidence."""
    return one.scenario.file == two.scenario.file and one.scenario.settings != two.scenario.settings


# --- changes that no saving depends on ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Idle:
    """Changes that no saving depends on.

    settings: the paths that `--set` changed, if they matter in no column.
    changed: columns with inputs that differ from the base's without effect, and their paths.
    """

    settings: tuple[str, ...]
    changed: tuple[tuple[ComparedArm, tuple[str, ...]], ...]


def idle(cases: Sequence[ComparedArm], base: ComparedArm) -> Idle:
    """Settings, and differences between variants of one file, that no saving depends on."""
    settings = base.scenario.settings
    free = [set(without_effect(case.scenario, settings)) for case in cases]
    paths = [path for path in without_effect(base.scenario, settings) if _in_all(path, free)]
    return Idle(tuple(paths), tuple(_idle_inputs(cases, base)))


def _idle_inputs(
    cases: Sequence[ComparedArm], base: ComparedArm
) -> Iterator[tuple[ComparedArm, tuple[str, ...]]]:
    """Columns with the base's saving, or of a variant of its file, and their idle inputs."""
    for case in cases:
        same = gap(case.saving, base.saving).point == 0
        if case.name == base.name or not (same or _are_variants(case, base)):
            continue
        if paths := _changed_in_vain(case, base):
            yield case, tuple(paths)


def _in_all(path: str, every: Sequence[set[str]]) -> bool:
    """True if all of several sets contain a path."""
    return all(path in each for each in every)


def _are_variants(one: ComparedArm, two: ComparedArm) -> bool:
    """True if one scenario is the other with settings, or its file extends that of the other."""
    if are_settings(one, two):
        return True
    mine, theirs = (case.scenario.inputs for case in (one, two))
    own, other = mine.get(one.scenario.file), theirs.get(two.scenario.file)
    extends = own in theirs.values() or other in mine.values()
    return own is not None and other is not None and own != other and extends


def _changed_in_vain(case: ComparedArm, base: ComparedArm) -> list[str]:
    """The paths of inputs that differ from the base's and that neither saving depends on."""
    start, end = (onto_two_arms(each.scenario, each.arm) for each in (base, case))
    inputs, _ = differing(replace(start, payers={**end.payers, **start.payers}), end)
    numbers = [each.path for each in inputs if each.what in ("value", "sure")]
    paths = [path for path in numbers if not path.endswith(".timing")]
    free = [set(without_effect(each.scenario, paths)) for each in (base, case)]
    return [path for path in paths if _in_all(path, free)]
