"""The keys of the section `calibrate`: what is looked for, and what it is fitted to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from ipscost.loading.keys.fields import (
    Count,
    Inside,
    Keys,
    LabelKeys,
    Name,
    Number,
    Positive,
    Text,
    check_target_unit,
)
from ipscost.scenario.calibration import AIMS
from ipscost.scenario.quantity import SURE

SE_KEYS = ("se", "interval", "p", "n")


class UnknownKeys(Keys):
    """A number that is looked for, between two bounds in the unit in which it is stated."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    low: Number = Field(description="The lowest value that is searched")
    high: Number = Field(description="The highest value that is searched")
    start: Number | None = Field(
        None, description="Where the search begins; at the number's own value unless stated"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class CalibrationTargetKeys(Keys):
    """A published result that the fit should meet, with its uncertainty."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    what: Literal[AIMS] | None = Field(  # type: ignore[valid-type]
        None,
        description="outcome (a level; what a path outcome.NAME means unless stated), cost (a "
        "level), or against the reference: difference, saving, relative (change)",
    )
    path: Text = Field(description="A category, group or outcome; cost is the total")
    after: Text | None = Field(
        None,
        description="Another outcome, a share: the target is then the share among those whom that "
        "one leaves, as of those not in work by month 18 who are by month 30",
    )
    arm: Text = Field(description="The arm")
    value: Number = Field(description="The published value")
    unit: Annotated[str, AfterValidator(check_target_unit)] | None = Field(
        None, description="Its unit; a bare currency means the price year of `money`"
    )
    se: Positive | None = Field(None, description="Standard error")
    interval: tuple[Number, Number] | None = Field(None, description="Interval [low, high]")
    level: Inside | None = Field(None, description="Level of the interval, 0.95 unless stated")
    p: Inside | None = Field(None, description="Two-sided p-value of a difference")
    n: Count | None = Field(None, description="Number of persons a share was observed in")
    source: Text | None = Field(None, description="Name of a source, then the place in it")
    assumption: LabelKeys | None = Field(None, description="What is assumed, and why")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure this result is, where it differs from its source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class CalibrateKeys(Keys):
    """What is fitted to what, by ipscost calibrate."""

    unknown: dict[str, UnknownKeys] = Field(description="Numbers that are looked for, by path")
    target: dict[Name, CalibrationTargetKeys] = Field(
        description="Published results that the fit should meet, by a name of their own"
    )
