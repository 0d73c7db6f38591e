"""The notes under a sum: what a sign means, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.explain.sums import CostBreakdown
from ipscost.report.frame import perspective_text
from ipscost.report.notes.about import About, Writer
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.paths import is_within
from ipscost.words.text import Words, listing, say


def signs(about: About[CostBreakdown]) -> Iterator[Words]:
    """Explains the signs."""
    is_payer = is_within(about.found.path, "payer")
    yield say("parts_sign_payer" if is_payer else "parts_sign")


def parts_left_out(about: About[CostBreakdown]) -> Iterator[Words]:
    """Lists the parts that the perspective does not count, and why."""
    made = about.found
    if made.left_out:
        seen = perspective_text(about.scenario)
        kinds = {c.kind for c in about.scenario.categories if c.path in made.left_out}
        is_real = any(KINDS[kind].is_real for kind in kinds)
        reason = "parts_left_out" if is_real else "parts_transfers"
        key = reason if made.is_counted else f"{reason}_all"
        yield say(key, paths=listing(list(made.left_out)), perspective=seen)


NOTES: tuple[Writer[CostBreakdown], ...] = (signs, parts_left_out)
