"""The files that a design names, read for each scenario before anything is computed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from ipscost.batch.variants import Design, Factor, Override
from ipscost.errors import ScenarioError
from ipscost.loading import Reading, digests, gather, may_name_file
from ipscost.scenario.paths import is_within

Row = tuple[Override, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The SHA-256 of every file that a scenario depends on, in some variant of a design.

    `inputs` has them by name; `base` are those that all variants depend on, in the order in which
    they are requested. `groups` are paths that may name files together, and `more` holds the files
    of each combination of settings of these paths.
    """

    inputs: dict[str, str] = field(default_factory=dict)
    base: tuple[str, ...] = ()
    groups: tuple[frozenset[str], ...] = ()
    more: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def of(self, changes: Sequence[Override]) -> list[tuple[str, ...]]:
        """The digests of the files that the changes of a variant name."""
        digests = []
        for group in self.groups:
            settings = tuple(change.setting for change in changes if change.path in group)
            digests.append(self.more.get(settings, ()))
        return digests


def read_named(
    reading: Reading, settings: Sequence[str], design: Design, price_year: int | None = None
) -> Named:
    """Reads every file that the scenario names with `settings` in any variant, then ends reading.

    An unreadable file, or a change that does not fit, is reported for the variants that have
    it. Raises ScenarioError if a setting is wrong.
    """
    base = gather(reading, settings, price_year)
    noted, asked, more = dict(base.noted), [base], dict[tuple[str, ...], tuple[str, ...]]()
    groups = _groups(design)
    for parts in (parts for group in groups for parts in _rows(design, group)):
        changes = tuple(change.setting for part in parts for change in part)
        try:
            inputs = gather(reading, [*settings, *changes], price_year)
        except ScenarioError:
            continue
        asked.append(inputs)
        if all(parts):  # otherwise it is no full variant, only a trial
            noted |= inputs.noted
        more[changes] = tuple(each.digest for each in inputs.noted.values())
    reading.inputs.close(*asked)
    in_order = tuple(each.digest for each in base.noted.values())
    return Named(digests(noted), in_order, tuple(group.paths for group in groups), more)


@dataclass(frozen=True, slots=True)
class _Group:
    """Paths that may name a file, alone or together, and the indices of their factors."""

    paths: frozenset[str]
    places: frozenset[int]


def _groups(design: Design) -> list[_Group]:
    """The paths whose changes may name files; paths within one another form one group.

    Such paths may name a file together that neither names alone. No other path can change which
    files are named.
    """
    naming = {path for factor in design.factors for path in _naming(factor)}
    groups: list[_Group] = []
    for index, factor in enumerate(design.factors):
        paths = frozenset(p for p in factor.paths if any(_touch(p, other) for other in naming))
        if not paths:
            continue
        near = [g for g in groups if any(_touch(p, far) for p in paths for far in g.paths)]
        groups = [group for group in groups if group not in near]
        places = frozenset({index}).union(*(group.places for group in near))
        groups.append(_Group(paths.union(*(group.paths for group in near)), places))
    return groups


def _rows(design: Design, group: _Group) -> Iterator[tuple[Row, ...]]:
    """The changes of a group by factor: each combination once, and those of single factors."""
    factors = [design.factors[index] for index in sorted(group.places)]
    return (
        parts
        for parts in product(*(_distinct(factor, group.paths) for factor in factors))
        if any(parts)
    )


def _naming(factor: Factor) -> set[str]:
    """The paths of a factor that may name a file in some row."""
    return {
        path
        for column, path in enumerate(factor.paths)
        if any(may_name_file(path, row[column]) for row in factor.rows)
    }


def _touch(one: str, other: str) -> bool:
    """True if one path is the other, or lies below it."""
    return is_within(one, other) or is_within(other, one)


def _distinct(factor: Factor, paths: Collection[str]) -> list[Row]:
    """The distinct rows of some columns of a factor, and an empty one."""
    columns = [column for column, path in enumerate(factor.paths) if path in paths]
    places = {tuple(row[c] for c in columns): n for n, row in reversed([*enumerate(factor.rows)])}
    rows = (factor.changes(number) for number in sorted(places.values()))
    return [(), *(tuple(changes[column] for column in columns) for changes in rows)]
