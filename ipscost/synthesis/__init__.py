"""What several studies say together: the mathematics of effects and of pooling them.

effects   a ratio of risks or odds or a difference of shares, with its standard error and interval
pooling   random effects: the mean, how far places differ, and what a new place may expect

This package knows nothing of scenarios, files or words: it takes numbers and returns numbers.
"""

from __future__ import annotations

from ipscost.synthesis.effects import Effect
from ipscost.synthesis.pooling import Pooled

__all__ = ["Effect", "Pooled"]
