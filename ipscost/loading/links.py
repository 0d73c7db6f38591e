"""Sections that refer to quantities by path: correlations, groups of quantities, analyses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ipscost.errors import Span, nearest
from ipscost.loading.amounts.quantities import Reader, label_of
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_links import CorrelationKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import toward_zero
from ipscost.loading.tree.arms import is_null
from ipscost.messages import Message, ands, either
from ipscost.scenario.nouns import Analysis, Correlation, Quantity, QuantityGroup
from ipscost.scenario.paths import depth, is_within

SPECIAL = frozenset(",:{}[]#&*!|>'\"%@`")
"""Characters that make quotes necessary around a text inside a list or mapping."""


class LinkReader:
    """Reads sections that name quantities by path; problems go to the reader's list.

    If costs or outcomes could not be read, paths are not checked against them.
    """

    def __init__(
        self, root: Checked[dict[str, Any]], quantities: Sequence[Quantity], reader: Reader
    ) -> None:
        self.root = root
        self.quantities = {quantity.path: quantity for quantity in quantities}
        self.reader = reader
        self.is_whole = not reader.problems.errors()

    # --- correlations ------------------------------------------------------------------------

    def correlations(self) -> tuple[Correlation, ...]:
        """The correlations of `correlation:`; a quantity may belong to only one of them."""
        taken: dict[str, str] = {}
        read: list[Correlation] = []
        for at in self.root.parts_of("correlation"):
            before, keys = len(at.problems), at.keys
            self._members_of_correlation(at, taken)
            matrix = _matrix(at)
            source, place, sure, assumption = self.reader.link(at)
            if len(at.problems) > before or matrix is None:
                continue
            read.append(
                Correlation(
                    name=at.name,
                    label=label_of(keys.label, at.name),
                    members=tuple(keys.members),
                    matrix=matrix,
                    source=source,
                    place=place,
                    sure=sure,
                    assumption=assumption,
                    note=text_of(keys.note),
                    span=at.key,
                )
            )
        return tuple(read)

    def _members_of_correlation(self, at: Checked[CorrelationKeys], taken: dict[str, str]) -> None:
        """Refuses members that cannot be correlated; the others are added to `taken`."""
        members = at.keys.members
        if len(members) < 2:
            message = Message(
                "expected two quantities or more, found {members}", members=len(members)
            )
            others = [p for p, q in self.quantities.items() if not (q.is_fixed or p in taken)]
            others = [p for p in others if p not in members]
            fix = (
                Message("add {others} to the list", others=others[0])
                if others
                else Message("take {key} out", key=at.name)
            )
            at["members"].refuse("E223", message, fix)
        for here in at.parts_of("members"):
            member: str = here.keys
            if not self._is_known(here):
                continue
            if self.quantities[member].is_fixed:
                message = Message(
                    "{member} has no stated uncertainty, so nothing of it can go together",
                    member=member,
                )
                fix = Message("add se: ... to {member}", member=member)
                if len(members) > 2:
                    fix = Message("{fix}, or take {member} out", fix=fix, member=member)
                here.refuse("E223", message, fix)
            elif member in taken:
                other = taken[member]
                message = Message(
                    "{member} is in the correlation {other} already", member=member, other=other
                )
                fix = Message(
                    "take {member} out; one correlation holds all that go together", member=member
                )
                if other == at.name:
                    message, fix = (
                        Message("{member} stands here twice", member=member),
                        Message("take {key} out", key=member),
                    )
                here.refuse("E223", message, fix)
            taken.setdefault(member, at.name)

    # --- groups ------------------------------------------------------------------------------

    def groups(self) -> tuple[QuantityGroup, ...]:
        """The groups of `quantity_group:`; a category's path stands for all numbers below it."""
        read: list[QuantityGroup] = []
        for at in self.root.parts_of("quantity_group"):
            members: dict[str, None] = {}
            for here in at.parts_of("members"):
                member: str = here.keys
                below = [p for p in self.quantities if is_within(p, member)]
                if below:
                    members.update(dict.fromkeys(below))
                else:
                    self._is_known(here, self._holders())
            if not at.keys.members:
                message = Message("expected the paths of quantities, found none")
                fix = Message("add {others} to the list", others=next(iter(self.quantities), "..."))
                at["members"].refuse("E224", message, fix)
            label = label_of(at.keys.label, at.name)
            read.append(QuantityGroup(at.name, label, tuple(members), at.key))
        return tuple(read)

    # --- analyses ----------------------------------------------------------------------------

    def analyses(self) -> tuple[Analysis, ...]:
        """The analyses of `analyses:`; their values are checked when they are built."""
        read: list[Analysis] = []
        for at in self.root.parts_of("analyses"):
            changes, (settings, places, values) = at["set"], changes_of(at)
            if not at.keys.set:
                message = Message("expected PATH: VALUE, found none")
                first = next(iter(self.quantities.values()), None)
                fix = (
                    Message("add {path}.{role}: ...", path=first.path, role=first.role)
                    if first
                    else Message("add PATH: VALUE")
                )
                changes.refuse("E225", message, fix)
            read.append(
                Analysis(
                    name=at.name,
                    label=label_of(at.keys.label, at.name),
                    settings=settings,
                    note=text_of(at.keys.note),
                    span=at.key,
                    places=places,
                    values=values,
                )
            )
        return tuple(read)

    # --- what they share ---------------------------------------------------------------------

    def _holders(self) -> tuple[str, ...]:
        """The categories, groups and outcomes that hold each number, the nearest first."""
        above = [path.rpartition(".")[0] for path in self.quantities]
        return tuple(dict.fromkeys(path for path in above if depth(path)))

    def _is_known(self, at: Checked[str], more: tuple[str, ...] = ()) -> bool:
        """True if `at` holds the path of a quantity; otherwise it is refused.

        The fix names the most similar path of a quantity, or one of `more`.
        """
        if at.keys in self.quantities:
            return True
        if self.is_whole:
            fix = nearest(at.keys, (*more, *self.quantities))
            at.refuse("E224", Message("unknown quantity {path}", path=at.keys), fix)
        return False


def changes_of(
    at: Checked[Any], *, of_group: bool = False
) -> tuple[tuple[str, ...], tuple[Span, ...], tuple[Span, ...]]:
    """The changes below `set:` of a part as PATH=VALUE, where paths stand, and where values do.

    What cannot be set is refused, and left out. of_group: the part is a group of people, and no
    analysis.
    """
    settings, places, values = list[str](), list[Span](), list[Span]()
    changes = at["set"]
    for target in changes:
        here = changes[target]
        if is_null(here.node) and target.startswith("arm."):
            message = Message("an analysis cannot change which arms are compared")
            if of_group:
                message = Message("a group of people has the same arms as the others")
            fix = Message(
                "take {target} out; a file with extends: may leave an arm out",
                target=target,
            )
            here.refuse_key("E225", message, fix)
            continue
        if (missing := _nothing(here.node)) is not None:
            message = Message("expected a value, found {shape}", shape=yamldoc.shape(missing))
            here.refuse("E225", message, Message("write its value after the colon"), missing.span)
            continue
        settings.append(f"{target}={_as_text(here.node)}")
        places.append(here.key)
        values.append(here.span)
    return tuple(settings), tuple(places), tuple(values)


def _matrix(at: Checked[CorrelationKeys]) -> tuple[tuple[float, ...], ...] | None:
    """The correlation matrix, (member, member), or None if it is not one."""
    import numpy as np

    keys = at.keys
    if (keys.rho is None) == (keys.matrix is None):
        stated = Message("none") if keys.rho is None else Message("both")
        message = Message(
            "expected rho (one correlation for every pair) or matrix, found {stated}", stated=stated
        )
        fix = Message("add rho: 0.5") if keys.rho is None else Message("keep one of rho, matrix")
        at.refuse("E223", message, fix)
        return None
    size = len(keys.members)
    here = at["matrix" if keys.rho is None else "rho"]
    if keys.rho is not None:
        matrix = np.full((size, size), keys.rho)
        np.fill_diagonal(matrix, 1.0)
    else:
        rows = keys.matrix or []
        if len(rows) != size or any(len(row) != size for row in rows):
            shape = ands(sorted({str(len(row)) for row in rows})) or "no"
            message = Message(
                "expected {size} rows of {size} numbers, found {rows} rows of {shape}",
                size=size,
                rows=len(rows),
                shape=shape,
            )
            rows = [[1.0 if a == b else 0.3 for a in range(size)] for b in range(size)]
            fix = Message(
                "write a row and a column for each member such as {rows}",
                rows=rows_text(rows),
            )
            here.refuse("E223", message, fix)
            return None
        matrix = np.array(rows, dtype=float)
    problem = _not_a_correlation(matrix)
    if problem is not None:
        here.refuse("E223", *problem)
        return None
    return tuple(tuple(float(value) for value in row) for row in matrix)


def _not_a_correlation(matrix: Any) -> tuple[str, str] | None:
    """What is wrong with a correlation matrix and the fix, or None."""
    import numpy as np

    size = len(matrix)
    pairs = matrix[~np.eye(size, dtype=bool)]
    rho = float(pairs[0]) if pairs.size and np.allclose(pairs, pairs[0]) else None
    if np.abs(matrix).max() > 1:
        fix = Message("write correlations from -1 to 1")
        if rho is not None and abs(rho) <= 100:
            fix = Message(
                "write {share:g} if {percent:g} per cent is meant", share=rho / 100, percent=rho
            )
        return Message("expected correlations from -1 to 1"), fix
    if not np.allclose(np.diag(matrix), 1):
        whole = matrix.copy()
        np.fill_diagonal(whole, 1.0)
        fix = Message("write {rows}; each quantity goes wholly with itself", rows=rows_text(whole))
        return Message("expected 1 on the diagonal"), fix
    if not np.allclose(matrix, matrix.T):
        upper, lower = np.triu(matrix), np.tril(matrix)
        ways = (rows_text(each + each.T - np.eye(size)) for each in (upper, lower))
        return Message("expected a symmetric matrix"), either(
            Message("write {meant}", meant=way) for way in ways
        )
    lowest = float(np.linalg.eigvalsh(matrix)[0])
    if lowest < -1e-9:
        message = Message(
            "these correlations cannot hold together (the matrix is not positive semidefinite; "
            "its lowest eigenvalue is {lowest:.3g})",
            lowest=lowest,
        )
        if rho is not None:
            return message, Message(
                "write a number of at least {least:g}",
                least=toward_zero(-1 / (size - 1)),
            )
        shrink = int(1000 / (1 - lowest)) / 1000
        nearer = matrix * shrink
        np.fill_diagonal(nearer, 1.0)
        nearer = np.trunc(nearer * 1e4) / 1e4
        fix = Message(
            "write correlations nearer to 0 such as {rows} ({shrink:g} times each)",
            rows=rows_text(nearer),
            shrink=shrink,
        )
        return message, fix
    return None


def rows_text(matrix: Any) -> str:
    """A matrix as text, as a scenario states it."""
    rows = (", ".join(f"{float(value):g}" for value in row) for row in matrix)
    return f"[{', '.join(f'[{row}]' for row in rows)}]"


def _nothing(node: yamldoc.Node) -> yamldoc.Node | None:
    """The first empty part of a value, or None if it is complete."""
    if isinstance(node, yamldoc.Scalar):
        return None if node.text else node
    inner = node.items if isinstance(node, yamldoc.Sequence) else tuple(node.entries.values())
    if not inner:
        return node
    return next((empty for child in inner if (empty := _nothing(child)) is not None), None)


def _as_text(node: yamldoc.Node, inside: bool = False) -> str:
    """The value as one would pass it to --set; `inside` a list or mapping, text may need quotes."""
    if isinstance(node, yamldoc.Scalar):
        is_plain = not node.quoted and not SPECIAL.intersection(node.text)
        return node.text if is_plain or not inside else json.dumps(node.text, ensure_ascii=False)
    if isinstance(node, yamldoc.Sequence):
        return f"[{', '.join(_as_text(item, True) for item in node.items)}]"
    parts = (f"{key}: {_as_text(child, True)}" for key, child in node.entries.items())
    return f"{{{', '.join(parts)}}}"
