"""The mathematics of a decision under uncertainty, on arrays of arms and draws.

psa  probabilistic results: cost and effect of each arm in each draw, and the parameters drawn

It knows no scenario, file or word; what it returns are numbers and names.
"""

from __future__ import annotations

from ipscost.decision.psa import Psa

__all__ = ["Psa"]
