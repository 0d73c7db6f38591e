"""The files that a design names, read for each scenario before anything is computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from ipscost.batch.variants import Change, Design, Factor
from ipscost.errors import ScenarioError
from ipscost.loading import Reading, gather, may_name_file

Row = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The SHA-256 of every file that a scenario depends on, in some variant of a design.

    `inputs` has them by name, `base` are those that all variants depend on, and `more` those that
    a change, by its setting, brings in beside them.
    """

    inputs: dict[str, str] = field(default_factory=dict)
    base: tuple[str, ...] = ()
    more: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_named(reading: Reading, settings: Sequence[str], design: Design) -> Named:
    """Reads every file that the scenario names with `settings`, in any variant; then no more.

    A file that cannot be read, or a change that does not fit, is told of the variants that hold
    it. Raises ScenarioError where a setting is amiss.
    """
    base = gather(reading, settings)
    inputs, asked, more = dict(base.noted), [base], dict[str, tuple[str, ...]]()
    for row in _rows(design):
        try:
            found = gather(reading, [*settings, *(change.setting for change in row)])
        except ScenarioError:
            continue
        asked.append(found)
        brought = dict(found.noted.items() - base.noted.items())
        inputs |= {f"./{name}" if name in base.noted else name: brought[name] for name in brought}
        for change in row:
            more[change.setting] = (*more.get(change.setting, ()), *sorted(brought.values()))
    reading.inputs.close(*asked)
    return Named(inputs, tuple(base.noted.values()), more)


def _rows(design: Design) -> Iterator[Row]:
    """Changes whose files have to be read: those of each factor that may name one, by row.

    Factors whose paths lie within each other may name a file together that neither names alone, so
    their rows are combined. No other factor can change which files are named.
    """
    naming = {path for factor in design.factors for path in _naming(factor)}
    groups: list[tuple[set[str], list[list[Row]]]] = []
    for factor in design.factors:
        columns = [i for i, path in enumerate(factor.paths) if any(_touch(path, n) for n in naming)]
        if not columns:
            continue
        paths, rows = {factor.paths[column] for column in columns}, [_distinct(factor, columns)]
        for group in [g for g in groups if any(_touch(p, other) for p in paths for other in g[0])]:
            groups.remove(group)
            paths, rows = group[0] | paths, [*group[1], *rows]
        groups.append((paths, rows))
    for _, rows in groups:
        for combined in product(*rows):
            if row := tuple(change for part in combined for change in part):
                yield row


def _naming(factor: Factor) -> set[str]:
    """The paths of a factor that may name a file in some row."""
    return {
        path
        for column, path in enumerate(factor.paths)
        if any(may_name_file(path, row[column]) for row in factor.rows)
    }


def _touch(one: str, other: str) -> bool:
    """True where one path is the other, or lies below it."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _distinct(factor: Factor, columns: Sequence[int]) -> list[Row]:
    """The rows of some columns of a factor, each once; none of them is one too."""
    places = {tuple(row[c] for c in columns): n for n, row in reversed([*enumerate(factor.rows)])}
    rows = (factor.changes(number) for number in sorted(places.values()))
    return [(), *(tuple(changes[column] for column in columns) for changes in rows)]
