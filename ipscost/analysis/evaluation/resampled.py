"""The same estimates in bootstrap samples, of persons or of sites and the persons in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.evaluation.case import TOTAL, DataCase
from ipscost.analysis.evaluation.differences import Differences
from ipscost.individual.resampling import bootstrapped, nested

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def with_samples(case: DataCase, found: Differences, weigh: Any = None) -> Differences:
    """The estimates with what each bootstrap sample says of them.

    Where something is missing, one imputation is nested in each sample (Brand et al. 2019,
    doi 10.1002/sim.7956). Where persons of one site are alike, sites are drawn first.
    weigh: weights that are found anew in each sample; None without.
    """
    joint, parts = case.joint, case.parts
    if not joint or joint[0].name != TOTAL:
        joint, parts = (*joint, *case.categories), ()
    sites = bool(case.asked.cluster)
    numbers = range(case.asked.bootstraps)
    if case.is_whole:
        drawn = bootstrapped(
            case.data.values,
            case.data,
            joint,
            parts,
            numbers=numbers,
            random=case.random,
            sites=sites,
            weigh=weigh,
        )
    else:
        drawn = nested(
            case.data,
            joint,
            parts,
            numbers=numbers,
            random=case.random,
            sites=sites,
            weigh=weigh,
        )
    order = [drawn.names.index(name) for name in found.endpoints]
    return replace(found, drawn=np.ascontiguousarray(drawn.estimate[:, order]))
