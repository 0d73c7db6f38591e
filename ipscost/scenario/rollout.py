"""A programme as it is rolled out: who starts when, what its posts cost, who pays and who gives.

Frozen, without arithmetic on draws: `ipscost.rollout` holds the mathematics. All numbers are
quantities with paths below `rollout`; they belong to no person, and no engine reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ipscost.errors import Span
from ipscost.scenario.model import once
from ipscost.scenario.quantity import Quantity
from ipscost.words.text import Text

SECTION = "rollout"
"""The section of a file, and how the paths of its numbers begin."""
PACES = ("in_all", "year", "month")
"""What a target is of: people in all, or people a year or a month at full pace."""
PER = ("once", "year", "post_year", "post", "person")
"""What a line of the programme's cost is for: paid once in the first month (or, if `is_spread`,
evenly over the months of the programme); for each year of the programme; for each filled post and
year; for each post when it is first filled; for each person who is planned to start."""
REPAID, KEPT = "repaid", "kept"
ONE, ALL = "one", "all"
PROGRAMME, POSTS, GRANT = "programme", "posts", "grant"
"""What a number of its accounts is of: the cost of the programme itself, its posts, grants."""
PRICES, WAGES = "prices", "wages"
"""How general prices and how salaries rise, in `Indexation.rates`."""


class Month(NamedTuple):
    """A month of the calendar; `month` is 1 to 12."""

    year: int
    month: int

    @property
    def number(self) -> int:
        """The months since January of the year 0."""
        return self.year * 12 + self.month - 1

    @classmethod
    def of(cls, number: int) -> Month:
        """The month with that number."""
        return cls(number // 12, number % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Intake:
    """Who starts: a `target` at one of PACES, over `months`.

    `recruitment` is the share of the target that is recruited, None where the file does not say.
    `ramp_up` are the months until the full pace is reached, in a straight line; `delay` by how many
    months people start later than planned. `of` is how many people there are to recruit.
    """

    target: Quantity
    pace: str
    months: int
    recruitment: Quantity | None
    ramp_up: Quantity | None
    delay: Quantity | None
    of: Quantity | None


@dataclass(frozen=True, slots=True)
class Support:
    """How long a person is supported: `months`, unless they leave before.

    `leaving` is the share of those supported who leave it in each month (drop-out). The effect is
    that of all who start, so that who drops out lowers the number of clients alone.
    """

    months: Quantity
    leaving: Quantity | None


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of post: what it costs a year, and how many there are.

    The first role has a post for each `Staff.caseload` clients; another has one for each `per`
    posts of the role `of`. `posts` is their number where the file states it, whatever the clients.
    """

    name: str
    label: Text
    salary: Quantity
    per: Quantity | None
    of: str
    posts: Quantity | None


@dataclass(frozen=True, slots=True)
class Staff:
    """The posts of a programme.

    `caseload` is how many clients a full post of the first role has at a time; or
    `clients_per_year` how many start with it in a year, where only that is stated. `whole`: posts
    are whole ones. `hired_ahead`: months by which a post is filled before it is needed. `vacancy`:
    the share of posts that stand empty, unpaid and without clients.

    On top of a salary come the employer's share of what it is above `employer_above` a year, the
    pension as a share of it, and `overhead` as a share of all that and of lines that have it.
    """

    roles: tuple[Role, ...]
    caseload: Quantity | None
    clients_per_year: Quantity | None
    whole: bool
    hired_ahead: Quantity | None
    vacancy: Quantity | None
    employer: Quantity | None
    employer_above: Quantity | None
    pension: Quantity | None
    overhead: Quantity | None


@dataclass(frozen=True, slots=True)
class Line:
    """A cost of the programme other than posts: an amount `per` one of PER.

    `growth` is by how much it rises a year beside the price level it is stated in, None if it rises
    with general prices.
    """

    name: str
    label: Text
    amount: Quantity
    per: str
    is_spread: bool
    has_overhead: bool
    growth: Quantity | None


@dataclass(frozen=True, slots=True)
class Grant:
    """Money that `giver` gives `receiver` towards the programme, by calendar year.

    `amounts` are fixed sums in money of the year they are paid in; in a year that `shares` holds,
    that share of the amount is paid: one total that is spread stands in each of its years. The
    receiver must pay `own_share` of what the programme costs in these years itself; of what the
    grant is above the rest, `unspent` says if it is REPAID in the last month or KEPT.
    """

    name: str
    label: Text
    giver: str
    receiver: str
    amounts: Mapping[int, Quantity]
    own_share: Quantity | None
    unspent: str
    span: Span
    shares: Mapping[int, float] = field(default_factory=dict)

    def share_in(self, year: int) -> float:
        """The share of the amount of a year that is paid in it; 0 in a year without an amount."""
        return self.shares.get(year, 1.0) if year in self.amounts else 0.0


@dataclass(frozen=True, slots=True)
class Financing:
    """A block grant that follows what all receivers together spend on some categories.

    `guaranteed` are paths of categories or groups of them. What `payer` saves on them lowers the
    block grant that `by` pays, krone for krone; those who take part bear the share of that which
    they are of all receivers, the rest falls on the `others`. `scope` is how it is counted: ONE,
    the payer alone (its share is `share`, or 0); ALL, every receiver takes part; or `share`.
    """

    guaranteed: tuple[str, ...]
    payer: str
    by: str
    others: Text
    scope: str
    share: Quantity | None
    note: Text | None
    source: str
    sure: str
    span: Span
    assumption: Text | None = None


@dataclass(frozen=True, slots=True)
class Indexation:
    """By how much things rise a year from the price year of the money on.

    rates: by what rises, PRICES in general, WAGES, or a kind of cost (`service`).
    """

    rates: Mapping[str, Quantity]
    assumption: Text | None
    span: Span


@dataclass(frozen=True, slots=True)
class PublishedPrice:
    """A price of the programme per person that was published, to stand beside the one from posts.

    `is_net`: what the programme costs beyond what usual practice spends, and no price of a place.
    """

    name: str
    label: Text
    amount: Quantity
    is_net: bool
    note: Text | None


@dataclass(frozen=True, slots=True)
class Rollout:
    """A programme as it is rolled out in the calendar.

    arm: the intervention that is rolled out, against the reference. starts: the first month in
    which people are planned to start; until: the last month of the accounts, None for the end of
    the year in which the last person who starts as planned has been followed to the horizon.
    place: a price for each person who is planned to start, in place of posts. payer: who pays the
    programme. outcome: the path of the outcome by which an extra person is counted, empty if there
    is none. between_sites: the standard deviation of the sites' own effects, as a share of the
    effect that they have in common; None if it is taken to be the same in all.

    A rollout without staff, place and lines costs what the scenario says that the programme costs
    per person.
    """

    arm: str
    starts: Month
    until: Month | None
    intake: Intake
    support: Support | None
    staff: Staff | None
    place: Quantity | None
    lines: tuple[Line, ...]
    payer: str
    grants: tuple[Grant, ...]
    financing: Financing | None
    indexation: Indexation | None
    published: tuple[PublishedPrice, ...]
    between_sites: Quantity | None
    outcome: str
    note: Text | None
    span: Span
    places: Mapping[str, Span] = field(default_factory=dict)

    @property
    def has_own_price(self) -> bool:
        """True if the file says what the programme costs from below, and not only per person."""
        return self.staff is not None or self.place is not None or bool(self.lines)

    @property
    def stated(self) -> tuple[Quantity, ...]:
        """Every number that is stated, known or not, each once, in the order of the format."""
        intake, support, staff = self.intake, self.support, self.staff
        found: list[Quantity | None] = [
            *(intake.target, intake.recruitment, intake.ramp_up, intake.delay, intake.of),
            *(() if support is None else (support.months, support.leaving)),
        ]
        if staff is not None:
            found += [staff.caseload, staff.clients_per_year, staff.hired_ahead, staff.vacancy]
            for role in staff.roles:
                found += [role.salary, role.per, role.posts]
            found += [staff.employer, staff.employer_above, staff.pension, staff.overhead]
        found.append(self.place)
        for line in self.lines:
            found += [line.amount, line.growth]
        found += [price.amount for price in self.published]
        for grant in self.grants:
            found += [*grant.amounts.values(), grant.own_share]
        if self.financing is not None:
            found.append(self.financing.share)
        if self.indexation is not None:
            found += self.indexation.rates.values()
        found.append(self.between_sites)
        return once(tuple(number for number in found if number is not None))

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Every known number that the accounts hang on; published prices stand beside them."""
        beside = {price.amount.path for price in self.published}
        return tuple(n for n in self.stated if n.is_known and n.path not in beside)

    @property
    def unknowns(self) -> tuple[Quantity, ...]:
        """Every number that the file says is not known, published prices among them."""
        return tuple(number for number in self.stated if not number.is_known)


@dataclass(frozen=True, slots=True)
class Site:
    """One of several places in which a programme is rolled out.

    `rollout` has the numbers of its own, at the paths `own`, without uncertainty; the others are
    those of the scenario.
    """

    name: str
    rollout: Rollout
    own: tuple[str, ...]
    span: Span
