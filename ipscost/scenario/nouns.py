"""The nouns of a scenario: frozen, without arithmetic on draws and without input or output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ipscost.directions import HIGHER, LOWER
from ipscost.errors import Problem, Span
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario.calibration import Calibration
from ipscost.scenario.data_plan import DataPlan
from ipscost.scenario.in_force import InForce
from ipscost.scenario.links import Analysis, Correlation, QuantityGroup
from ipscost.scenario.model import Model, Move, Rule, State, StateOutcome, TimeBand, once
from ipscost.scenario.quantity import SURE, Gap, InOneLine, Label, LaterPrices, Quantity, Source
from ipscost.scenario.reporting import Statement
from ipscost.scenario.rollout import Month, Rollout
from ipscost.scenario.spread import SpreadBetween
from ipscost.scenario.study import Study
from ipscost.scenario.subgroups import Subgroup
from ipscost.scenario.terms import Discount, Target
from ipscost.scenario.transfer import Transfer
from ipscost.units import SHARE, Money, PriceTables, Unit
from ipscost.words.text import Text

__all__ = [
    "SOCIETAL",
    "SURE",
    "Analysis",
    "Arm",
    "Category",
    "Correlation",
    "Discount",
    "Gap",
    "Group",
    "Label",
    "LaterPrices",
    "Number",
    "Outcome",
    "Payer",
    "Perspective",
    "Quantity",
    "QuantityGroup",
    "Scenario",
    "Source",
    "Subgroup",
    "Target",
    "Timing",
    "Welfare",
]

SOCIETAL = "societal"
PUBLIC = "public"
HEALTH = "health"
WELFARE = "welfare"


@dataclass(frozen=True, slots=True)
class Arm:
    """A group of people and what they are offered, which `note` says."""

    name: str
    label: Text
    reference: bool
    n: int | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Payer:
    """Who bears a cost or gets a saving; `of` names the payers that it stands for, unsplit.

    `public` is True for a public payer, `health` for one that pays for health care.
    """

    name: str
    label: Text
    of: tuple[str, ...] = ()
    public: bool = False
    health: bool = False


@dataclass(frozen=True, slots=True)
class Perspective:
    """Whose costs count: those of `payers`, of these `kinds`, below these `paths` of categories.

    Without payers it counts costs whoever pays, so that money passed between payers cancels out.
    """

    name: str
    label: Text
    payers: tuple[str, ...]
    kinds: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Welfare:
    """The factors of a welfare-economic account: market prices, and the loss from taxation.

    Resources and production are multiplied by `net_tax_factor`; `tax_distortion` minus 1 is the
    loss for each krone of net public spending.
    """

    net_tax_factor: Quantity
    tax_distortion: Quantity


@dataclass(frozen=True, slots=True)
class Timing:
    """How a category is spread over the months: `weights`, shape (month,).

    An amount over the horizon is multiplied by weights that sum to 1; a `monthly` amount by
    weights of 1 in its months and 0 elsewhere. `profile` is `uniform`, `months` (only `first` to
    `last`), `weights` or `end` (a share, reached by the end of the horizon); `stated` is False
    where the file says nothing.
    """

    weights: tuple[float, ...]
    profile: str
    first: int
    last: int
    monthly: bool
    stated: bool


class _OfNumbers:
    """What numbers are stated of: a category or an outcome."""

    __slots__ = ()

    @property
    def _stated(self) -> tuple[Quantity, ...]:
        raise NotImplementedError

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """The known numbers: a price, if any, and those of the arms and rules, each once."""
        return tuple(number for number in self._stated if number.is_known)

    @property
    def unknowns(self) -> tuple[Quantity, ...]:
        """The numbers that the file says are not known."""
        return tuple(number for number in self._stated if not number.is_known)


@dataclass(frozen=True, slots=True)
class Category(_OfNumbers):
    """A leaf of the cost tree. `arms` holds amounts, or use if there is a `price`.

    In a model of states, `rules` may hold them instead, tied to states, entries and moves. `rate`
    is what the amount is of the categories `of`, whose paths it names (a gain is counted as the
    size of what is gained). `receivers` have the shares of a transfer that its payers pay.
    `band` limits the time that counts. `continues`: the last month's amount goes on until the end
    of the horizon, and its difference between the arms as the model's effect does.
    `places` says where `kind`, `payer` and `timing` stand, as far as they are written.
    `in_force` are the months of the calendar in which the amounts hold, None for all; `timing` then
    has weights in these alone, and `always` is what it would be without a date.
    """

    path: str
    label: Text
    kind: str
    payers: Mapping[str, float]
    timing: Timing
    price: Quantity | None
    arms: Mapping[str, Quantity]
    note: Text | None
    span: Span
    places: Mapping[str, Span]
    rules: tuple[Rule, ...] = ()
    rate: Quantity | None = None
    of: tuple[str, ...] = ()
    receivers: Mapping[str, float] = field(default_factory=dict)
    band: TimeBand | None = None
    band_numbers: tuple[Quantity, ...] = ()
    continues: bool = False
    in_force: InForce | None = None
    always: Timing | None = None

    @property
    def is_never(self) -> bool:
        """True if none of the months followed is one in which the amounts are in force."""
        return self.in_force is not None and not any(self.timing.weights)

    @property
    def _stated(self) -> tuple[Quantity, ...]:
        first = tuple(number for number in (self.price, self.rate) if number is not None)
        ruled = tuple(number for rule in self.rules for number in rule.arms.values())
        return once((*first, *self.arms.values(), *ruled, *self.band_numbers))


@dataclass(frozen=True, slots=True)
class Group:
    """An inner node of the cost tree; its subtotal is the sum of what lies below it."""

    path: str
    label: Text


@dataclass(frozen=True, slots=True)
class Outcome(_OfNumbers):
    """What is reached, per person: a share, QALYs, hours.

    `relative` is False if a relative change would mislead, as for a gain since baseline.
    `better` says whether more or less of it is better: `higher` or `lower`, as the file states it
    or its words say; where neither does, more is taken as better and `is_better_known` is False.
    `threshold` is what one more of it is worth, of which less is better one less, in money, where
    the file says so.
    """

    path: str
    label: Text
    unit: Unit
    timing: Timing
    arms: Mapping[str, Quantity]
    relative: bool
    note: Text | None
    span: Span
    threshold: Quantity | None = None
    rules: tuple[Rule, ...] = ()
    course: StateOutcome | None = None
    better: str = HIGHER
    is_better_known: bool = True

    @property
    def sign(self) -> float:
        """The sign that turns an amount of it into a benefit: -1 if less is better, else 1."""
        return -1.0 if self.better == LOWER else 1.0

    @property
    def _stated(self) -> tuple[Quantity, ...]:
        ruled = tuple(number for rule in self.rules for number in rule.arms.values())
        return once((*self.arms.values(), *ruled))

    @property
    def is_time(self) -> bool:
        """True for time in states, which the model gives."""
        return self.course is not None and self.course.measure == "time"

    @property
    def is_discounted(self) -> bool:
        """False for a share of people at or by a time: nothing that accrues over time."""
        if self.course is not None:
            return self.is_time and self.course.discounted
        return bool(self.rules) or self.unit != SHARE


@dataclass(frozen=True, slots=True)
class Number:
    """A number with a name of its own, which several places refer to."""

    path: str
    label: Text
    quantity: Quantity
    note: Text | None
    span: Span

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """The number."""
        return (self.quantity,)


@dataclass(frozen=True, slots=True, repr=False)
class Scenario(InOneLine):
    """Everything a scenario file says, checked and in one money.

    `months` is the horizon, `observed` the month up to which people were followed (None: to its
    end); `shared` are the numbers that several places refer to. `places` says where sections and
    `horizon.months`, `discount.cost` and `discount.outcome` stand. `order` is empty if none is
    stated. `called` is its short name, `population` whom it is about, `people` for how many of them
    a result is told. `drawn` are the correlations that numbers are drawn by where arms are left
    out. `typed` are the `settings` in a reader's own words. `country` is a code of ISO 3166-1,
    empty if none is stated; `study` the published evaluation that this is. A horizon that is not
    known is one period, of which `months` says nothing. `starts` is the month of the
    calendar in which the person starts whom the results are about, None if none is stated.
    `subgroups` are the groups of people that it is about, where it has any: their shares make 1.
    """

    name: str
    file: str
    title: Text
    note: Text | None
    money: Money
    stated_money: Money
    order: str
    months: int
    perspective: str
    discount: Discount
    arms: Mapping[str, Arm]
    payers: Mapping[str, Payer]
    sources: Mapping[str, Source]
    groups: Mapping[str, Group]
    categories: tuple[Category, ...]
    outcomes: tuple[Outcome, ...]
    targets: tuple[Target, ...]
    prices: PriceTables
    inputs: Mapping[str, str]
    settings: tuple[str, ...]
    warnings: tuple[Problem, ...]
    places: Mapping[str, Span]
    correlations: tuple[Correlation, ...] = ()
    quantity_groups: tuple[QuantityGroup, ...] = ()
    analyses: tuple[Analysis, ...] = ()
    model: Model | None = None
    observed: int | None = None
    perspectives: Mapping[str, Perspective] = field(default_factory=dict)
    welfare: Welfare | None = None
    shared: tuple[Number, ...] = ()
    calibration: Calibration | None = None
    called: Text | None = None
    population: Text | None = None
    people: int | None = None
    drawn: tuple[Correlation, ...] = ()
    later_prices: LaterPrices | None = None
    typed: tuple[str, ...] = ()
    reporting: Mapping[str, Statement] = field(default_factory=dict)
    country: str = ""
    study: Study | None = None
    is_horizon_known: bool = True
    transfer: Transfer | None = None
    rollout: Rollout | None = None
    starts: Month | None = None
    spread: SpreadBetween | None = None
    data: DataPlan | None = None
    subgroups: tuple[Subgroup, ...] = ()

    @property
    def first_month(self) -> Month | None:
        """The month in which the person starts: as stated, or the first one of the rollout."""
        return self.starts or (None if self.rollout is None else self.rollout.starts)

    @property
    def reference(self) -> str:
        """The name of the reference arm."""
        return next(arm.name for arm in self.arms.values() if arm.reference)

    @property
    def interventions(self) -> tuple[str, ...]:
        """The names of the other arms, in file order."""
        return tuple(arm.name for arm in self.arms.values() if not arm.reference)

    @property
    def stated_months(self) -> int | None:
        """The horizon in months; None where it is not known."""
        return self.months if self.is_horizon_known else None

    @property
    def holders(self) -> dict[str, Category | Outcome]:
        """Every category and outcome by path, in file order."""
        return {each.path: each for each in self.categories} | {o.path: o for o in self.outcomes}

    @property
    def model_holders(self) -> dict[str, State | Move | Number]:
        """Every state, move and named number by path, in file order."""
        found: tuple[State | Move | Number, ...] = self.shared
        if self.model is not None:
            found = (*found, *self.model.states.values(), *self.model.moves)
        return {holder.path: holder for holder in found}

    @property
    def as_counted(self) -> Scenario:
        """The scenario with time in states undiscounted, as studies count and publish it."""
        outcomes = tuple(
            replace(o, course=replace(o.course, discounted=False)) if o.is_time and o.course else o
            for o in self.outcomes
        )
        return replace(self, outcomes=outcomes)

    def alone(self, group: str) -> Scenario:
        """The scenario of the people in one of its groups alone; every number keeps its draws."""
        groups = (replace(each, weight=float(each.name == group)) for each in self.subgroups)
        return replace(self, subgroups=tuple(groups))

    def is_counted_otherwise(self, paths: Iterable[str]) -> bool:
        """True if one of the outcomes at `paths` is time in states that is discounted."""
        named = set(paths)
        found = any(o.is_time and o.is_discounted and o.path in named for o in self.outcomes)
        return found and self.discount.of_outcomes

    def now(self, quantity: Quantity) -> float:
        """The value of a number in the base case, in its stated unit.

        A model runs at the stated values, as papers report them. Without a model, results are sums
        of products, so every number has its expected value and the results are expected values too.
        The two differ for a ratio stated with an interval, whose stated value is a median. A ratio
        that is carried over has its stated value too: its logarithm is what adds up, so that a
        printed risk ratio of 1.83 puts a level at 1.83 times as much.
        """
        is_carried = self.transfer is not None and quantity.path in self.transfer.ratios
        is_stated = self.model is not None or is_carried
        return quantity.value if is_stated else quantity.dist.mean

    def base(self, quantity: Quantity) -> float:
        """The value of a number in the base case, in the reported unit."""
        return self.now(quantity) * quantity.factor

    @property
    @by_identity(SCENARIOS)
    def quantities(self) -> tuple[Quantity, ...]:
        """Every known number of costs, outcomes, the model, what is carried over, and groups."""
        stated = tuple(number for holder in self.holders.values() for number in holder.numbers)
        parts = (self.model, self.transfer, *self.subgroups)
        more = (each.numbers for each in parts if each is not None)
        return once((*stated, *(number for numbers in more for number in numbers)))

    def numbers_of(self, holder: Category | Outcome) -> tuple[Quantity, ...]:
        """The known numbers of a category or outcome, and of how much of it is carried over."""
        kind = holder.kind if isinstance(holder, Category) else ""
        shares = self.transfer.shares_of(holder.path, kind) if self.transfer else ()
        return (*holder.numbers, *shares)

    @property
    def unknowns(self) -> tuple[Quantity, ...]:
        """Every number that the file says is not known, each once."""
        return once(tuple(n for holder in self.holders.values() for n in holder.unknowns))
