"""The mathematics of a decision under uncertainty, on arrays of arms and draws.

psa            results of a probabilistic analysis: cost and effect by arm and draw, and parameters
frontier       incremental analysis: dominance, extended dominance and ICERs
acceptability  acceptability curves (CEAC), expected loss and the cost-effectiveness plane
grid           round thresholds for tables and curves
regression     splines in one or several quantities, smoothed by generalised cross-validation
residuals      a test of whether a regression misses structure in its residuals
information    the value of perfect information about everything (EVPI) or some quantities (EVPPI)
sample         the value of a study (EVSI), and what remains of it less its cost (ENBS)
dependence     what holds of a difference between two amounts of a person, whatever goes with what
concentration  how unevenly persons share a sum: what the dearest carry
variance       the share of each quantity in the variance of a result

This package knows nothing of scenarios, files or words: it returns numbers and names.
"""

from __future__ import annotations

from ipscost.decision.psa import Psa

__all__ = ["Psa"]
