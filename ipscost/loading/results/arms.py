"""Which arms of results to use: those asked for, or all that do not follow from others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipscost.errors import Problem, ScenarioError, Span, nearest
from ipscost.loading.results.derived import Relation, derived, is_named_derived
from ipscost.loading.results.measures import is_change
from ipscost.messages import Message

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ArmColumns:
    """The arms of a table by key: cost and effect, each (draw,), and how the file names them.

    names: what the file calls each arm. headings: the text above or before their costs. span_of:
    the position of that heading.
    """

    cost: Mapping[str, Floats]
    effect: Mapping[str, Floats]
    names: Mapping[str, str]
    headings: Mapping[str, str]
    span_of: Callable[[str], Span]


def counted(columns: ArmColumns, asked: Sequence[str]) -> tuple[list[str], list[str]]:
    """The arms to use, and the formulas of those that are left out.

    Raises ScenarioError if a requested arm does not exist, or if it is unclear whether a column
    is an arm.
    """
    if asked:
        return _asked(columns, asked), []
    relations = derived(columns.cost, columns.effect)
    kept = [arm for arm in columns.cost if arm not in relations]
    problems = [
        _problem(columns, arm, relation, kept)
        for arm, relation in relations.items()
        if relation is None or not is_named_derived(columns.names[arm], [*columns.names.values()])
    ]
    if problems:
        raise ScenarioError(problems)
    formulas = [
        f"{columns.headings[arm]} = {relation.formula(columns.headings)}"
        for arm, relation in relations.items()
        if relation is not None
    ]
    return kept, formulas


def _asked(columns: ArmColumns, asked: Sequence[str]) -> list[str]:
    """The arms asked for, in the order of the file."""
    known = {name.casefold(): arm for arm, name in columns.names.items() if arm in columns.cost}
    problems = []
    for name in asked:
        if name.casefold() not in known:
            message, fix = (
                Message("no arm {wanted} is there", wanted=name),
                nearest(name, [*columns.names.values()]),
            )
            span = columns.span_of(next(iter(columns.cost)))
            problems.append(Problem(span, "E511", "", message, Message("--arms: {fix}", fix=fix)))
    if problems:
        raise ScenarioError(problems)
    wanted = {known[name.casefold()] for name in asked}
    return [arm for arm in columns.cost if arm in wanted]


def _problem(
    columns: ArmColumns, arm: str, relation: Relation | None, kept: Sequence[str]
) -> Problem:
    """The problem that an arm may follow from others."""
    heading = columns.headings[arm]
    if relation is not None:
        message = Message(
            "{heading} is {formula} in every draw, so it may be no arm",
            heading=heading,
            formula=relation.formula(columns.headings),
        )
    else:
        what = (
            Message("a difference")
            if is_change(columns.names[arm])
            else Message("a sum, a mean or the like")
        )
        message = Message(
            "by its name {heading} is {what} of arms, and not an arm", heading=heading, what=what
        )
    if len(kept) == 1 and is_change(columns.names[arm]):
        fix = Message(
            "write {headings} plus {heading} in its place, in every row, and the name of the "
            "arm in its heading",
            headings=columns.headings[kept[0]],
            heading=heading,
        )
        return Problem(columns.span_of(arm), "E514", "", message, fix)
    if len(kept) < 2:
        fix = Message(
            "give the cost and effect of each arm themselves, and take what follows from them out"
        )
        return Problem(columns.span_of(arm), "E514", "", message, fix)
    rest = [columns.names[each] for each in kept]
    fix = Message(
        "add --arms {others} to leave it out, or --arms {all} if it is an arm",
        others=_listed(rest),
        all=_listed([*rest, columns.names[arm]]),
    )
    return Problem(columns.span_of(arm), "E514", "", message, fix)


def _listed(names: Sequence[str]) -> str:
    """Names as an option takes them, quoted if a shell would split them."""
    text = ",".join(f'"{name}"' if "," in name else name for name in dict.fromkeys(names))
    return f"'{text}'" if not text.replace(",", "").replace("_", "").isalnum() else text
