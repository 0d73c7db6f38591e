"""The glossary: the terms that a page uses, and no others."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.ledger import parts_of
from ipscost.report.page.document import Block, Definition, Definitions
from ipscost.report.page.material import Material
from ipscost.scenario.kinds import KINDS
from ipscost.words.text import say


def glossary(found: Material) -> Iterator[Block]:
    """What the terms of the page mean."""
    yield Definitions(
        tuple(
            Definition(say(f"page_term_{term}"), say(f"page_meaning_{term}"))
            for term in _terms(found)
        )
    )


PARTS = tuple(
    dict.fromkeys(kind.part for kind in KINDS.values() if not (kind.is_paid and kind.is_real))
)
"""The sums by kind that need a word of explanation: what is no real cost, or in nobody's budget."""


def _terms(found: Material) -> Iterator[str]:
    """The terms by name: of what was run, of what was found in it, and the marks of tables."""
    scenario, run = found.scenario, found.run
    yield from ("ips", "arm", "comparator", "difference", "saving", "perspective")
    kinds = [KINDS[category.kind] for category in scenario.categories]
    yield from (name for name in PARTS if any(kind.part == name for kind in kinds))
    if run.ledger is not None:
        yield from ("interval", "probability", "draw")
    if scenario.months > 1:
        yield "break_even"
    if scenario.discount.cost or scenario.discount.outcome:
        yield "discounting"
    yield "prices"
    if parts_of(scenario):
        yield "extrapolated"
    if any(outcome.unit.head == "QALY" for outcome in scenario.outcomes):
        yield "qaly"
    if found.decision is not None:
        yield from ("icer", "dominates", "net_benefit")
        if run.ledger is not None:
            yield "acceptability"
    if found.question is not None:
        yield "tornado"
    yield from ("verified", "secondary", "abstract", "derived", "assumed", "marks")
