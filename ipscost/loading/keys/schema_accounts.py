"""The keys of a scenario file about who pays and when it counts: payers, perspectives, discounting.

Pydantic models like those of `schema`, which puts them into the document.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from ipscost.loading.keys.fields import Flag, Keys, LabelKeys, Name, Rate, Text
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import SURE


class PayerKeys(Keys):
    """Who bears a cost or gets a saving."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    of: list[Name] = Field([], description="Payers that this one may be in part, split unknown")
    public: Flag = Field(False, description="true for a public purse: the perspective public")
    health: Flag = Field(False, description="true where it pays for health care: health")
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class PerspectiveKeys(Keys):
    """Whose costs count, and which of them."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    payers: list[Name] = Field(
        [], description="Whose costs; without it whoever pays, and no transfers"
    )
    kinds: list[Literal[tuple(KINDS)]] = Field(  # type: ignore[valid-type]
        [], description="Only categories of these kinds"
    )
    cost: list[Text] = Field([], description="Only categories at or below these paths")


class WelfareKeys(Keys):
    """The factors of a welfare-economic account, each with its source."""

    # Read as amounts by themselves, so their keys are not checked here once more.
    net_tax_factor: Any = Field(description="From factor prices to market prices, 1.28 in Denmark")
    tax_distortion: Any = Field(description="What a krone of taxes costs, 1 where nothing is lost")


class DiscountKeys(Keys):
    """Yearly rates at which later costs and outcomes count less."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["schedule"]}, {"required": ["cost", "outcome"]}]}
    )

    schedule: Text | None = Field(
        None, description="Rates by name (danish_2021), or a file of one's own with them"
    )
    cost: Rate | None = Field(None, description="Yearly rate for costs, 0.035 for 3.5 per cent")
    outcome: Rate | None = Field(None, description="Yearly rate for outcomes such as QALYs")
    note: LabelKeys | None = Field(None, description="Why these rates")


class ScheduleSourceKeys(Keys):
    """A publication that rates come from."""

    cite: Text = Field(description="Authors, title, year")
    sure: Literal[SURE] = Field(description="How sure it is")  # type: ignore[valid-type]
    doi: Text | None = Field(None, description="Digital object identifier")
    url: Text | None = Field(None, description="Where it can be read")


class ScheduleRateKeys(Keys):
    """A yearly rate and where it comes from."""

    rate: Rate = Field(description="Yearly rate, 0.035 for 3.5 per cent")
    source: Text = Field(description="Name of a source, then the place in it")


class ScheduleFileKeys(Keys):
    """A file of discount rates that change after some years."""

    ipscost_discount: Annotated[Literal["1"], Field(description="Version of the file format")]
    label: LabelKeys = Field(description="Whose rates, and of when")
    source: dict[Name, ScheduleSourceKeys] = Field(description="Publications of the rates")
    after: dict[str, ScheduleRateKeys] = Field(
        description="The rate after so many years, of costs and outcomes; 0 is the first"
    )
    outcome_after: dict[str, ScheduleRateKeys] = Field(
        {}, description="The same of outcomes, where theirs are others"
    )
