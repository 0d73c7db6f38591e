"""A rollout in several sites at once: one effect in common, and what is each site's own.

Every site is the scenario with the numbers of its own row. All sites share one draw of all the
rest: what the trial found is as uncertain for 27 municipalities together as for one, so that the
interval of their sum is 27 times as wide where they are equal. Numbers of its row that are
uncertain, and by how much its effect differs from the common one (`Rollout.between_sites`), a site
draws from streams of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import Estimate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class SiteTotals:
    """The accounts of one site, or of the sum of all, over the whole rollout in constant prices.

    name: of the site; empty for the sum. own: the values of its row by path, in stated units.
    planned, recruited, started, waiting: people; waiting at the end of the accounts.
    programme, grant (negative where received), change (other costs): money, by account (a payer,
    `public`, `all`); net: their sum with what a block grant moves, by account and scope (one,
    all, own). per_started: the programme's cost per person who starts, whoever pays.
    An account of which a part is not known has partial estimates.
    """

    name: str
    own: Mapping[str, float]
    planned: Estimate
    recruited: Estimate
    started: Estimate
    waiting: Estimate
    programme: Mapping[str, Estimate]
    grant: Mapping[str, Estimate]
    change: Mapping[str, Estimate]
    net: Mapping[tuple[str, str], Estimate]
    per_started: Estimate


@dataclass(frozen=True, eq=False)
class SitesBudget:
    """The sites of a rollout in the order of their file, and their sum, draw by draw.

    share: the part of all receivers that the sites together are, where a block grant counts it.
    """

    sites: tuple[SiteTotals, ...]
    total: SiteTotals
    share: float | None
