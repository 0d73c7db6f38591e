"""The mathematics of a decision under uncertainty, on arrays of arms and draws.

psa            probabilistic results: cost and effect of each arm in each draw, and the parameters
frontier       incremental analysis: dominance, extended dominance and ratios
acceptability  acceptability, expected loss and the plane, over draws and thresholds
grid           round thresholds
regression     splines in one quantity or several, smoothed by generalised cross-validation
residuals      whether a regression follows what it is fitted to
information    the value of knowing everything, a quantity, or a group of them
variance       the share of each quantity in the variance of a result

It knows no scenario, file or word; what it returns are numbers and names.
"""

from __future__ import annotations

from ipscost.decision.psa import Psa

__all__ = ["Psa"]
