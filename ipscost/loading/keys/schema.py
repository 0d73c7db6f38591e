"""The keys of a scenario file as pydantic models: type, range and one line of help for each.

The JSON Schema that editors use (`json_schema`) comes from the same models that check a file.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field
from pydantic.json_schema import WithJsonSchema

from ipscost import units
from ipscost.directions import DIRECTIONS
from ipscost.loading.keys.fields import (
    Count,
    Flag,
    Growth,
    Keys,
    LabelKeys,
    MoneyText,
    Month,
    Name,
    Number,
    PayerShares,
    People,
    Positive,
    Text,
    TimingKeys,
    Year,
    check_target_unit,
)
from ipscost.loading.keys.schema_accounts import (
    DiscountKeys,
    PayerKeys,
    PerspectiveKeys,
    WelfareKeys,
)
from ipscost.loading.keys.schema_amounts import Shared
from ipscost.loading.keys.schema_calibrate import CalibrateKeys
from ipscost.loading.keys.schema_data import DataKeys
from ipscost.loading.keys.schema_links import AnalysisKeys, CorrelationKeys, QuantityGroupKeys
from ipscost.loading.keys.schema_model import (
    EffectKeys,
    HorizonKeys,
    LadderKeys,
    ModelKeys,
)
from ipscost.loading.keys.schema_reporting import ReportingKeys
from ipscost.loading.keys.schema_rollout import (
    CalendarMonth,
    RolloutKeys,
)
from ipscost.loading.keys.schema_spread import SpreadKeys, SubgroupKeys
from ipscost.loading.keys.schema_study import CountryText, StudyKeys
from ipscost.loading.keys.schema_transfer import TransferKeys
from ipscost.scenario.kinds import KINDS, described
from ipscost.scenario.nouns import SURE
from ipscost.scenario.terms import WHATS


class ArmKeys(Keys):
    """A group of people and what they are offered."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    reference: Flag = Field(False, description="true for the arm the others are held against")
    n: Count | None = Field(None, description="Number of people in the study")
    note: LabelKeys | None = Field(
        None, description="What it offers, or anything else a reader should know"
    )


class SourceKeys(Keys):
    """A publication that numbers come from."""

    cite: Text = Field(description="Authors, title, journal, year")
    sure: Literal[SURE] = Field(  # type: ignore[valid-type]
        description="verified (read there), secondary (read in another publication that cites "
        "it), abstract, derived (arithmetic on published figures), assumed"
    )
    doi: Text | None = Field(None, description="Digital object identifier")
    url: Text | None = Field(None, description="Where it can be read")
    population: LabelKeys | None = Field(
        None, description="Whom it studied, in the words of the scenario's population if the same"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class CostKeys(Shared):
    """A cost category: an amount for each arm, or a price and the use in each arm."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    kind: Literal[tuple(KINDS)] = Field(  # type: ignore[valid-type]
        description=described()
    )
    # Required where no ladder says who pays.
    payer: PayerShares | None = Field(
        None, description="Who pays: one payer, or shares that sum to 1"
    )
    receiver: PayerShares | None = Field(
        None, description="Who gets a transfer: one payer, or shares that sum to 1"
    )
    timing: TimingKeys = Field(
        default_factory=TimingKeys, description="When within the horizon; uniform"
    )
    # Read as an amount by itself, so its keys are not checked here once more.
    price: Any = Field(None, description="Price of one unit of use")
    in_force: Any = Field(None, description="First and last month that it holds: from:, until:")
    # Each is read over what holds before it, as a category.
    dated: Any = Field(
        None, description="Amounts that change on a date: a list of from: and what differs then"
    )


class UseKeys(Shared):
    """How much is used, in each arm."""


class OutcomeKeys(Shared):
    """An outcome: its level, difference or ratio in each arm."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    timing: TimingKeys = Field(default_factory=TimingKeys, description="When within the horizon")
    relative: Flag = Field(True, description="false where a relative change would mislead")
    better: Literal[DIRECTIONS] | None = Field(  # type: ignore[valid-type]
        None, description="lower where less of it is better, higher where more is"
    )
    # Read as an amount by itself, so its keys are not checked here once more.
    threshold: Any = Field(
        None, description="What one more of it is worth (or one less), such as 35000 a QALY"
    )
    ever_in: list[Text] | None = Field(None, description="Share that has ever been in a state")
    share_in: list[Text] | None = Field(None, description="Share that is in one of these states")
    time_in: list[Text] | None = Field(None, description="Time spent in these states")
    by: Month | None = Field(None, description="Month by which, with ever_in")
    at: Month | None = Field(None, description="Month at which, with share_in")


class GroupKeys(Keys):
    """A group of cost categories; its subtotal comes by itself."""

    label: LabelKeys | None = Field(None, description="Name for readers")


class TargetKeys(Keys):
    """A published result that the scenario must reproduce."""

    what: Literal[WHATS] = Field(  # type: ignore[valid-type]
        description="saving, cost (a level), difference, outcome (a level), relative (change), "
        "probability (of saving money), p (of the difference), risk_ratio or odds_ratio; of a "
        "rollout programme, posts or grant"
    )
    arm: Text = Field(description="The arm; savings and differences are against the reference")
    path: Text = Field("cost", description="A category, group or outcome; cost is the total")
    year: Year | None = Field(
        None, description="The calendar year of a result of a rollout; all of them unless stated"
    )
    value: Number = Field(description="The published value")
    to: Positive = Field(description="What it was rounded to: 1000 for 72,000")
    unit: Annotated[str, AfterValidator(check_target_unit)] | None = Field(
        None,
        description="Its unit; a bare currency means the price year of `money`, and of a rollout "
        "money as it is paid",
    )
    source: Text = Field(description="Name of a source, then the place in it")
    by_construction: Flag = Field(
        False, description="true for an input, or what an input was derived from"
    )
    calibrated: Flag = Field(False, description="true where numbers were fitted to it")
    within: Positive | None = Field(
        None, description="How far off the result is at most, where it is known not to agree"
    )
    bound: Literal["low", "high"] | None = Field(
        None, description="An end of the 95% interval of a ratio, which the counts give"
    )
    disagrees: Flag = Field(
        False, description="true where it does not follow from the other figures that are printed"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class PricesKeys(Keys):
    """Files with further prices, and consumer prices that are assumed after the last known ones."""

    files: list[Text] = Field([], description="Files with further exchange rates and prices")
    assume: Year | None = Field(
        None,
        description="The last year for which consumer prices in the money of the file are assumed",
    )
    growth: Growth | None = Field(
        None, description="By how much they rise in each of these years: 0.02 for 2%"
    )
    assumption: LabelKeys | None = Field(None, description="What is assumed, and why")


class DocumentKeys(Keys):
    """A scenario of the cost simulation."""

    # Read section by section, so the model of the whole serves the JSON Schema alone.

    ipscost: Annotated[Literal["1"], WithJsonSchema({"const": 1})] = Field(
        description="Version of the file format"
    )
    extends: Text | None = Field(None, description="A scenario that this one is a variant of")
    title: LabelKeys = Field(description="What is compared with what")
    name: LabelKeys | None = Field(
        None, description="A short name, which heads its columns where scenarios are compared"
    )
    population: LabelKeys | None = Field(
        None, description="Whom it is about, within a sentence: people with severe mental illness"
    )
    country: CountryText | None = Field(
        None, description="Whose money and people these are, ISO 3166-1: DNK, GBR, USA"
    )
    study: StudyKeys | None = Field(
        None, description="The published evaluation that this scenario tells"
    )
    people: People | None = Field(
        None, description="How many people the result is told for, beside one person"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")
    money: MoneyText = Field(description="Currency and price year of every result: DKK_2017")
    conversion: Literal[*units.ORDERS, *units.PPP_ORDERS] | None = Field(  # type: ignore[valid-type]
        None, description="Order in which money of other currencies and years is converted"
    )
    prices: list[Text] | PricesKeys = Field(
        [], description="Files with further exchange rates and prices; prices that are assumed"
    )
    horizon: HorizonKeys | Literal["unknown"] = Field(
        description="How long costs and outcomes are counted, or unknown"
    )
    starts: CalendarMonth | None = Field(
        None, description="Month in which the person starts, 2024-01, where amounts have dates"
    )
    perspective: Text = Field(
        description="societal, a payer, public, health, welfare, or a declared one"
    )
    discount: DiscountKeys = Field(description="Yearly discount rates")
    arm: dict[Name, ArmKeys] = Field(
        description="The arms; exactly one is the reference, and one that is null is left out"
    )
    payer: dict[Name, PayerKeys] = Field(description="Who bears costs and gets savings")
    perspectives: dict[Name, PerspectiveKeys] = Field(
        {}, description="Perspectives beside societal, each payer, public, health and welfare"
    )
    welfare: WelfareKeys | None = Field(None, description="Factors of the perspective welfare")
    source: dict[Name, SourceKeys] = Field({}, description="Publications that numbers come from")
    effect: EffectKeys | None = Field(
        None, description="What becomes of the difference between the arms later on"
    )
    number: Annotated[
        dict[Name, Any],
        WithJsonSchema({"type": "object", "additionalProperties": {"$ref": "#/$defs/NumberKeys"}}),
    ] = Field({}, description="Numbers that several places refer to")
    model: ModelKeys | None = Field(None, description="States, and the moves between them")
    ladder: dict[Name, LadderKeys] = Field({}, description="Payer shares that change with time")
    cost: Annotated[
        dict[str, Any],
        WithJsonSchema({"type": "object", "additionalProperties": {"$ref": "#/$defs/CostNode"}}),
    ] = Field(description="Cost categories, in groups of any depth")
    outcome: Annotated[
        dict[str, Any],
        WithJsonSchema({"type": "object", "additionalProperties": {"$ref": "#/$defs/OutcomeKeys"}}),
    ] = Field({}, description="Outcomes beside money")
    transfer: TransferKeys | None = Field(
        None, description="What of the effect carries over to another group"
    )
    rollout: RolloutKeys | None = Field(
        None, description="The programme in the calendar: who starts, its posts, who pays and gives"
    )
    spread: SpreadKeys | None = Field(
        None, description="How persons differ from one another in costs and outcomes"
    )
    data: DataKeys | None = Field(
        None, description="Which columns of individual data fill the numbers of this file"
    )
    groups: dict[Name, SubgroupKeys] = Field(
        {}, description="Groups of people with shares and with numbers of their own"
    )
    correlation: dict[Name, CorrelationKeys] = Field(
        {}, description="Quantities that are not drawn independently"
    )
    quantity_group: dict[Name, QuantityGroupKeys] = Field(
        {}, description="Quantities that one study would measure together"
    )
    analyses: dict[Name, AnalysisKeys] = Field({}, description="Scenario analyses by name")
    calibrate: CalibrateKeys | None = Field(
        None, description="Unknown numbers, and the published results they are fitted to"
    )
    reproduces: list[TargetKeys] = Field([], description="Published results to be held against")
    reporting: ReportingKeys | None = Field(
        None, description="What a report must say and no number can: funding, setting, engagement"
    )


class PriceYearKeys(Keys):
    """A year's rate or change of prices."""

    value: Number = Field(description="Rate, or change from the year before in per cent")
    source: Text = Field(description="Name of a source, then the place in it")


class PriceFileKeys(Keys):
    """A file of exchange rates or of consumer prices."""

    ipscost_prices: Literal["1"] = Field(description="Version of the file format")
    kind: Literal["exchange", "consumer_prices"] = Field(description="What the years hold")
    currency: Text = Field(description="Currency: kroner per euro is currency DKK, per EUR")
    per: Text | None = Field(None, description="For exchange rates: the currency that costs this")
    note: LabelKeys | None = Field(None, description="Anything a reader should know")
    source: dict[Name, SourceKeys] = Field(description="Publications that numbers come from")
    year: dict[str, PriceYearKeys] = Field(description="One entry a year")
