"""A correlation: its members, its source, and its matrix."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval
from ipscost.report.explain.journeys import Journeys
from ipscost.report.report import Column, Row, Table
from ipscost.scenario.nouns import Correlation
from ipscost.words.text import Words, listing


def together(explainer: Journeys, correlation: Correlation) -> Iterator[Table]:
    """The journey of a correlation, then its matrix: a row and a column for each member."""
    path = f"correlation.{correlation.name}"
    yield explainer.table(path, [*_steps(explainer, correlation)])
    numbers = [str(number) for number in range(1, len(correlation.members) + 1)]
    rows = [
        Row(member, label, tuple(map(Interval, correlations)), "ratio")
        for member, label, correlations in members(correlation)
    ]
    columns = [Column(each, style="ratio", numeric=True) for each in numbers]
    title = explainer.say("title_matrix", path=path)
    yield Table(
        title, explainer.say("matrix_member"), tuple(columns), tuple(rows), name="correlations"
    )


def members(correlation: Correlation) -> Iterator[tuple[str, str, tuple[float, ...]]]:
    """Each member, what its row is called, and its correlations with all of them."""
    pairs = zip(correlation.members, correlation.matrix, strict=True)
    for number, (member, correlations) in enumerate(pairs, start=1):
        yield member, f"{number} {member}", tuple(correlations)


def _steps(explainer: Journeys, correlation: Correlation) -> Iterator[tuple[str, Words]]:
    """From the line in the file to the draws."""
    yield "step_file", f"{correlation.span.place}  `{correlation.span.text.strip()}`"
    label = correlation.label
    named = listing(list(correlation.members))
    yield "step_read", explainer.say("correlation_read", label=label, members=named)
    yield "step_source", explainer.cited(correlation)
    if correlation.assumption is not None:
        yield "step_assumption", correlation.assumption
    if correlation.note is not None:
        yield "step_note", correlation.note
    yield "step_draws", explainer.say("correlation_draws")
