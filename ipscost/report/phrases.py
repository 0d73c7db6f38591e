"""Phrases that several reports share."""

from __future__ import annotations

from ipscost.scenario.nouns import Correlation
from ipscost.words.text import Words, say, typed


def rho_text(correlation: Correlation) -> Words:
    """The correlation of every pair, or the lowest and the highest."""
    pairs = [row[other] for place, row in enumerate(correlation.matrix) for other in range(place)]
    low, high = typed(min(pairs)), typed(max(pairs))
    return low if low == high else say("together_from_to", low=low, high=high)
