"""Between which values each number of a rollout is possible."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ipscost.scenario.nouns import Quantity
from ipscost.scenario.rollout import Rollout

TINY = 1e-9
"""The lowest value of what must be above 0, such as a caseload."""
BELOW_ONE = float(np.nextafter(1.0, 0.0))
SHARE, PART, ABOVE, ANY = (0.0, 1.0), (0.0, BELOW_ONE), (TINY, np.inf), (0.0, np.inf)
RISE = (-0.99, BELOW_ONE)
"""The limits of a share, of a share that cannot be all, of what is above 0 and of what is 0 or
above; and of a yearly rise."""


def limits_of(rollout: Rollout, months: int) -> Iterator[tuple[Quantity, tuple[float, float]]]:
    """Each number of a rollout with its lowest and highest possible value, in its stated unit.

    Months are at most those of the accounts, `months`: beyond them a number changes nothing.
    """
    intake, support, staff = rollout.intake, rollout.support, rollout.staff
    some_months = (0.0, float(months))
    pairs: list[tuple[Quantity | None, tuple[float, float]]] = [
        (intake.target, ABOVE),
        (intake.recruitment, SHARE),
        (intake.ramp_up, some_months),
        (intake.delay, some_months),
        (intake.of, ABOVE),
    ]
    if support is not None:
        pairs += [(support.months, (TINY, float(months))), (support.leaving, PART)]
    if staff is not None:
        pairs += [(staff.caseload, ABOVE), (staff.clients_per_year, ABOVE)]
        pairs += [(staff.hired_ahead, some_months), (staff.vacancy, PART)]
        for role in staff.roles:
            pairs += [(role.salary, ANY), (role.per, ABOVE), (role.posts, ANY)]
        on_top = (staff.employer, staff.employer_above, staff.pension, staff.overhead)
        pairs += [(each, ANY) for each in on_top]
    pairs.append((rollout.place, ANY))
    for line in rollout.lines:
        pairs += [(line.amount, ANY), (line.growth, RISE)]
    for grant in rollout.grants:
        pairs += [(amount, ANY) for amount in grant.amounts.values()]
        pairs.append((grant.own_share, SHARE))
    if rollout.financing is not None:
        pairs.append((rollout.financing.share, SHARE))
    if rollout.indexation is not None:
        pairs += [(rate, RISE) for rate in rollout.indexation.rates.values()]
    for number, limits in pairs:
        if number is not None and number.is_known:
            yield number, limits
