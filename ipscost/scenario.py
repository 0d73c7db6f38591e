"""The nouns of a scenario: frozen, without arithmetic on draws and without input or output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.distributions import Distribution, Fixed
from ipscost.errors import Problem, Span
from ipscost.units import Conversion, Money, PriceTables, Unit
from ipscost.words import LANGUAGES, say, typed

KINDS = ("programme", "service", "transfer", "productivity", "mixed")
SOCIETAL = "societal"
RESOURCES = ("programme", "service")
SURE = ("verified", "secondary", "abstract", "derived", "assumed")


@dataclass(frozen=True, slots=True)
class Label:
    """A name or text for readers, in English and Danish."""

    en: str
    da: str

    @classmethod
    def of(cls, key: str, **values: str | float | Label) -> Label:
        """The words under `key`, with numbers and labels filled in as each language has them."""

        def filled(value: str | float | Label, language: str) -> str:
            if isinstance(value, Label):
                return value.text(language)
            return value if isinstance(value, str) else typed(value, language)

        return cls(
            *(
                say(key, language, **{name: filled(v, language) for name, v in values.items()})
                for language in LANGUAGES
            )
        )

    def text(self, language: str) -> str:
        """The text in `en` or `da`."""
        return self.da if language == "da" else self.en

    def clause(self, language: str) -> str:
        """The text in `en` or `da` without its full stop."""
        return self.text(language).rstrip(".")


@dataclass(frozen=True, slots=True)
class Arm:
    """A group of people and what they are offered."""

    name: str
    label: Label
    reference: bool
    n: int | None


@dataclass(frozen=True, slots=True)
class Payer:
    """Who bears a cost or gets a saving; `of` names the payers that it may be in part."""

    name: str
    label: Label
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, and how sure it is that it says what is taken from it (one of SURE)."""

    name: str
    cite: str
    sure: str
    where: str
    note: Label | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number: what was stated, in which unit, how uncertain, from where, on which line.

    `role` says how the number enters: `mean` (a level), `difference` from the reference arm or
    `ratio` to it. `way` is how its uncertainty was stated, None where it was not. `dist` is in
    the stated unit; `conversion` turns it into the reported money. `bounds` are the values, in the
    stated unit, between which a sensitivity analysis varies it, where the file names them.
    """

    path: str
    role: str
    value: float
    unit: Unit
    dist: Distribution
    way: Label | None
    source: Source | None
    place: str
    sure: str
    assumption: Label | None
    note: Label | None
    span: Span
    conversion: Conversion | None
    bounds: tuple[float, float] | None = None

    @property
    def factor(self) -> float:
        """What the stated number is multiplied by on its way to the reported money."""
        return self.conversion.factor if self.conversion else 1.0

    @property
    def mean(self) -> float:
        """The expected value in the reported unit."""
        return self.dist.mean * self.factor

    @property
    def is_fixed(self) -> bool:
        """True where no uncertainty was stated."""
        return isinstance(self.dist, Fixed)

    @property
    def is_median(self) -> bool:
        """True where the stated value is a median, so that its mean is another number."""
        return abs(self.dist.mean - self.value) > 0.005 * abs(self.value)

    @property
    def source_text(self) -> str:
        """The source and the place in it; nothing where the number is an assumption."""
        if self.source is None:
            return ""
        return f"{self.source.name} {self.place}".strip()


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


@dataclass(frozen=True, slots=True)
class Category:
    """A leaf of the cost tree. `arms` holds amounts, or use where there is a `price`.

    `places` says where `kind`, `payer` and `timing` stand, as far as they are written.
    """

    path: str
    label: Label
    kind: str
    payers: Mapping[str, float]
    timing: Timing
    price: Quantity | None
    arms: Mapping[str, Quantity]
    note: Label | None
    span: Span
    places: Mapping[str, Span]

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """The price, where there is one, and the number of each arm."""
        return (*((self.price,) if self.price else ()), *self.arms.values())


@dataclass(frozen=True, slots=True)
class Group:
    """An inner node of the cost tree; its subtotal is the sum of what lies below it."""

    path: str
    label: Label


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is reached, per person: a share, QALYs, hours.

    `relative` is False where a relative change would mislead, as for a gain since baseline.
    `threshold` is what one more of it is worth, in money, where the file says so.
    """

    path: str
    label: Label
    unit: Unit
    timing: Timing
    arms: Mapping[str, Quantity]
    relative: bool
    note: Label | None
    span: Span
    threshold: Quantity | None = None

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """The number of each arm."""
        return tuple(self.arms.values())


@dataclass(frozen=True, slots=True)
class Target:
    """A published result that the scenario must reproduce, rounded to `to`."""

    what: str
    path: str
    arm: str
    value: float
    to: float
    unit: str
    factor: float
    source: Source | None
    place: str
    note: Label | None
    by_construction: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Discount:
    """Yearly discount rates for costs and outcomes; `note` says why these."""

    cost: float
    outcome: float
    note: Label | None


@dataclass(frozen=True, slots=True)
class Correlation:
    """Quantities whose draws go together: the correlation of their normal scores.

    `members` are paths of quantities; `matrix` is symmetric with ones on its diagonal, shape
    (member, member).
    """

    name: str
    label: Label
    members: tuple[str, ...]
    matrix: tuple[tuple[float, ...], ...]
    source: Source | None
    place: str
    sure: str
    assumption: Label | None
    note: Label | None
    span: Span


@dataclass(frozen=True, slots=True)
class QuantityGroup:
    """Quantities that one study would measure together; `members` are paths of quantities."""

    name: str
    label: Label
    members: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """A scenario analysis: what it changes, as `PATH=VALUE`.

    `places` and `values` say where the path and the value of each change are written.
    """

    name: str
    label: Label
    settings: tuple[str, ...]
    note: Label | None
    span: Span
    places: tuple[Span, ...]
    values: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a scenario file says, checked and in one money.

    `places` says where `horizon.months`, `perspective`, `discount.cost` and `discount.outcome`
    stand. `order` is empty where the file states no order of conversion.
    """

    name: str
    file: str
    title: Label
    note: Label | None
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

    @property
    def reference(self) -> str:
        """The name of the reference arm."""
        return next(arm.name for arm in self.arms.values() if arm.reference)

    @property
    def interventions(self) -> tuple[str, ...]:
        """The names of the other arms, in file order."""
        return tuple(arm.name for arm in self.arms.values() if not arm.reference)

    @property
    def holders(self) -> dict[str, Category | Outcome]:
        """Every category and outcome by path, in file order."""
        found: tuple[Category | Outcome, ...] = (*self.categories, *self.outcomes)
        return {holder.path: holder for holder in found}

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number of the costs and outcomes, in file order."""
        return tuple(number for holder in self.holders.values() for number in holder.numbers)
