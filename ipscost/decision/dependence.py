"""What holds of a difference between two amounts of a person, whatever goes with what.

Nobody is seen in both of two arms. What is known are the amounts in each of them, and not which of
them belong together; so the share of persons with a difference, and its quantiles, lie between
bounds. They are sharp: for each there are persons who have just these amounts and reach it.

Fan Y, Park SS (2010), Sharp bounds on the distribution of treatment effects and their statistical
inference, Econometric Theory 26(3):931-951, Lemmas 2.1 and 2.3, doi:10.1017/S0266466609990168.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def bounds_of_share(one: Floats, other: Floats, limit: float = 0.0) -> tuple[float, float]:
    """The least and the greatest share of persons in whom `one` less `other` is above `limit`.

    one, other: the amounts in two arms, (person,) each, in any order and of any number.

    P(X - Y > d) is at least the greatest P(Y + d <= t) - P(X <= t) over all t, and at most 1 less
    the greatest P(X <= t) - P(Y + d < t): so ties, as of persons who have nothing, count rightly.
    """
    x, y = np.sort(one), np.sort(other + limit)
    at_most = np.searchsorted(x, y, side="right") / x.size  # P(X <= t) at each t of Y
    own = np.searchsorted(y, y, side="right") / y.size
    low = max(float((own - at_most).max()), 0.0)
    below = np.searchsorted(y, x, side="left") / y.size  # P(Y + d < t) at each t of X
    own = np.searchsorted(x, x, side="right") / x.size
    high = 1 - max(float((own - below).max()), 0.0)
    return low, high


def bounds_of_quantile(one: Floats, other: Floats, share: float) -> tuple[float, float]:
    """The least and the greatest that the quantile of `one` less `other` at `share` can be.

    one, other: the amounts of as many persons in two arms, (person,) each, in any order. Of n
    differences in their order it is number m, the first that has `share` of them at or below it:
    at least the greatest x_k - y_(n-m+k) over k = 1 to m, and at most the least x_k - y_(k-m+1)
    over k = m to n. Raises ValueError for different numbers of persons, or a share not in (0, 1).
    """
    if one.shape != other.shape or not 0 < share < 1:
        raise ValueError("as many persons in both arms, and a share between 0 and 1")
    x, y, n = np.sort(one), np.sort(other), one.size
    m = max(1, math.ceil(share * n - 1e-9))
    return float((x[:m] - y[n - m :]).max()), float((x[m - 1 :] - y[: n - m + 1]).min())
