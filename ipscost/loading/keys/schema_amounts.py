"""The keys of one amount, and those that amounts below a key share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ipscost.loading.keys.fields import (
    Count,
    Events,
    Inside,
    Keys,
    LabelKeys,
    Number,
    Positive,
    Text,
    UnitText,
)
from ipscost.scenario.distributions import DISTRIBUTIONS
from ipscost.scenario.nouns import SURE

VALUE_KEYS = (
    "mean",
    "difference",
    "ratio",
    "risk_ratio",
    "hazard_ratio",
    "odds_ratio",
    "events",
)
PART_OF = "part_of"
UNCERTAINTY_KEYS = ("se", "interval", "level", "p", "n")

MISSING = ("?", "-", "~", "na", "n/a", "null", "nan", "none", "missing", "ukendt", "uoplyst")
"""How a number that is not known is written elsewhere."""


class AmountKeys(Keys):
    """One number: its value, its uncertainty as published, and where it comes from."""

    mean: Number | None = Field(None, description="The level in this arm")
    difference: Number | None = Field(None, description="The difference from the reference arm")
    ratio: Positive | None = Field(None, description="The ratio to the reference arm")
    risk_ratio: Positive | None = Field(None, description="Ratio of probabilities between arms")
    hazard_ratio: Positive | None = Field(None, description="Ratio of hazards between arms")
    odds_ratio: Positive | None = Field(None, description="Ratio of odds between arms")
    events: Events | None = Field(None, description="Persons with the outcome, out of n")
    se: Positive | None = Field(None, description="Standard error")
    interval: tuple[Number, Number] | None = Field(None, description="Interval [low, high]")
    level: Inside | None = Field(None, description="Level of the interval, 0.95 unless stated")
    p: Inside | None = Field(None, description="Two-sided p-value of a difference or ratio")
    n: Count | None = Field(None, description="Number of persons a share was observed in")
    dist: Literal[tuple(DISTRIBUTIONS)] | None = Field(  # type: ignore[valid-type]
        None, description="Distribution, where not the usual one for this kind of number"
    )
    bounds: tuple[Number, Number] | None = Field(
        None, description="Values [low, high] between which a sensitivity analysis varies it"
    )
    unit: UnitText | None = Field(None, description="Unit, such as EUR_2016/person")
    source: Text | None = Field(None, description="Name of a source, then the place in it")
    assumption: LabelKeys | None = Field(None, description="What is assumed, and why")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure this number is, where it differs from its source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")
    number: Text | None = Field(None, description="Name of a number under number:, in its place")
    part_of: Text | None = Field(
        None, description="Category whose amount holds this one, which is unknown, undivided"
    )


class Shared(Keys):
    """Keys that the numbers below them share."""

    unit: UnitText | None = Field(None, description="Unit of the numbers below")
    source: Text | None = Field(None, description="Source of the numbers below")
    assumption: LabelKeys | None = Field(None, description="What is assumed for the numbers below")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure the numbers below are, where it differs from their source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")
