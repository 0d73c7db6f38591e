"""Money given towards a rollout, by year and giver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ipscost.loading.amounts.arms import below
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_rollout import FROM, GrantKeys, RolloutKeys
from ipscost.loading.rollout.around import Around
from ipscost.loading.rollout.names import known_payer
from ipscost.loading.rollout.numbers import LUMP, SHARE, Numbers
from ipscost.messages import Message
from ipscost.scenario.nouns import Quantity
from ipscost.scenario.rollout import Grant, Month


def read_grants(
    at: Checked[RolloutKeys], numbers: Numbers, around: Around, years: range, above: Inherited
) -> tuple[Grant, ...]:
    """The grants; `years` are those of the accounts, outside of which nothing can be given."""
    starts, months = at.keys.starts, at.keys.intake.months
    found = []
    for part in at.parts_of("grant"):
        own = below(part, above)
        giver, receiver = known_payer(part[FROM], around), known_payer(part["to"], around)
        if giver == receiver:
            message = Message("{name} cannot give a grant to itself", name=giver)
            others = [name for name in around.payers or () if name != giver]
            fix = Message("use one of: {others}", others=", ".join(others))
            part[FROM].refuse("E328", message, fix)
        amounts, shares = _amounts(part, numbers, own, starts, months)
        if around.is_whole:
            _check_years(part, years)
        grant = Grant(
            name=part.name,
            label=label_of(part.keys.label, part.name),
            giver=giver,
            receiver=receiver,
            amounts=amounts,
            own_share=numbers.read(part.get("own_share"), SHARE, own),
            unspent=part.keys.unspent,
            span=part.key,
            shares=shares,
        )
        found.append(grant)
    return tuple(found)


def _amounts(
    at: Checked[GrantKeys], numbers: Numbers, own: Inherited, starts: Month, months: int
) -> tuple[Mapping[int, Quantity], Mapping[int, float]]:
    """The amount of each year, and which share of it is paid then where it is a total."""
    if ("amounts" in at) == ("total" in at):
        message = Message("expected amounts (by year) or total, found none")
        fix = Message("add amounts: {{{year}: ...}}", year=starts.year)
        if "total" in at:
            message = Message("expected amounts (by year) or total, found both")
            fix = Message("take total out, or take amounts out")
        at.refuse_key("E328", message, fix)
        return {}, {}
    if "total" in at:
        total = numbers.read(at["total"], LUMP, own)
        if total is None:
            return {}, {}
        counted = Counter(Month.of(starts.number + month).year for month in range(months))
        return dict.fromkeys(counted, total), {y: n / months for y, n in counted.items()}
    here = at["amounts"]
    read = {int(year): numbers.read(here[year], LUMP, below(here, own)) for year in here}
    return {year: number for year, number in read.items() if number is not None}, {}


def _check_years(at: Checked[GrantKeys], years: range) -> None:
    """Refuses a grant in a year outside of the accounts."""
    here = at.get("amounts")
    for year in here or ():
        assert here is not None
        if int(year) in years:
            continue
        message = Message(
            "a grant of {year} lies outside of the rollout, {first} to {last}",
            year=year,
            first=years[0],
            last=years[-1],
        )
        near = next(
            (y for y in sorted(years, key=lambda y: abs(y - int(year))) if str(y) not in here), None
        )
        fix = Message("take {key} out", key=year)
        if near is not None:
            fix = Message("write {near} for {year}, or take {year} out", near=near, year=year)
        here[year].refuse_key("E328", message, fix)
