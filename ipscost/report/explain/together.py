"""What goes together: the members of a correlation, its source, and its matrix."""

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
    numbers = [str(place) for place in range(1, len(correlation.members) + 1)]
    columns = [Column(each, "correlation", style="ratio") for each in numbers]
    rows = [
        Row(
            member,
            "pair",
            f"{place} {member}",
            tuple(Interval(rho) for rho in correlation.matrix[int(place) - 1]),
            "ratio",
        )
        for place, member in zip(numbers, correlation.members, strict=True)
    ]
    title = explainer.say("title_matrix", path=path)
    yield Table(title, explainer.say("matrix_member"), tuple(columns), tuple(rows))


def _steps(explainer: Journeys, correlation: Correlation) -> Iterator[tuple[str, Words]]:
    """From the line in the file to the draws."""
    yield "step_file", f"{correlation.span.place}  `{correlation.span.text.strip()}`"
    label = correlation.label
    members = listing(list(correlation.members))
    yield "step_read", explainer.say("correlation_read", label=label, members=members)
    yield "step_source", explainer.cited(correlation)
    if correlation.assumption is not None:
        yield "step_assumption", correlation.assumption
    if correlation.note is not None:
        yield "step_note", correlation.note
    yield "step_draws", explainer.say("correlation_draws")
