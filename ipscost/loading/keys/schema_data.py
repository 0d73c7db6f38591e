"""The keys of the section `data`: which columns of individual data hold what."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic.json_schema import WithJsonSchema

from ipscost.loading.keys.fields import Flag, Keys, Positive, Text, UnitText, refuse
from ipscost.messages import Message
from ipscost.scenario.data_plan import ASSIGNED, WEIGHTS

ONE = {"type": "string", "minLength": 1}
"""A column, in the JSON Schema."""


def _listed(given: Any) -> Any:
    return [given] if isinstance(given, str) and given else given


Columns = Annotated[list[Text], BeforeValidator(_listed, json_schema_input_type=str | list[str])]
"""One column, or a list of them."""


def _by_key(key: str) -> Any:
    """A validator that takes a single text as the value of `key`."""

    def short(given: Any) -> Any:
        return {key: given} if isinstance(given, str) and given else given

    return model_validator(mode="before")(short)


class _ShortKeys(Keys):
    """A mapping that may be written as one text where nothing else is said."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> Any:
        full = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [ONE, full]}


def _check_months(given: dict[str, str]) -> dict[str, str]:
    for month in given:
        if not re.fullmatch(r"\d{1,4}(\.\d+)?", month, re.ASCII):
            raise refuse(
                "E114",
                Message("expected a month from 0"),
                month,
                Message("write {{0: COLUMN, 12: COLUMN}}"),
            )
    return given


ByMonth = Annotated[dict[str, Text], AfterValidator(_check_months)]
"""Columns by the month in which they were measured."""

MOST_COLUMNS = 200
"""Columns of one category, and covariates: more are hardly meant."""


class DataCostKeys(_ShortKeys):
    """The columns of a cost category."""

    columns: Annotated[Columns, Field(max_length=MOST_COLUMNS)] = Field(
        description="One column, or a list of columns whose amounts add up"
    )
    months: list[Positive] | None = Field(
        None, description="The month in which the period of each column ends, for discounting"
    )
    baseline: Columns = Field([], description="What it was before, for the regression")
    gain: Flag = Field(
        False, description="true where a gain stands as a positive amount; it is a negative cost"
    )
    unit: UnitText | None = Field(
        None, description="Unit of the columns; that of the category unless stated"
    )

    _short = _by_key("columns")


class DataOutcomeKeys(_ShortKeys):
    """The columns of an outcome: its column, or utilities by month."""

    column: Text | None = Field(None, description="The column that holds it")
    utility: ByMonth | None = Field(
        None, description="Utilities by month, {0: E, 6: Em2, 12: Em4}: the area below, in years"
    )
    baseline: Columns = Field([], description="What it was before, for the regression")

    _short = _by_key("column")


class FollowedKeys(_ShortKeys):
    """How long each person was followed."""

    months: Text = Field(description="The column of the months that a person was followed")
    until: Text | None = Field(
        None, description="A column that is 1 or yes where an event, such as a death, ended it"
    )

    _short = _by_key("months")


class WeekKeys(_ShortKeys):
    """Register weeks that come in a file of their own (--weeks)."""

    start: Text = Field(
        description="The column of each person's first week or day, or one for all: 2024-W07"
    )
    behind: Text | None = Field(
        None, description="The column of the weeks behind on a ladder at the start"
    )
    person: Text | None = Field(None, description="The column of persons in the file of weeks")
    week: Text | None = Field(None, description="The column of weeks in the file of weeks")
    code: Text | None = Field(None, description="The column of codes in the file of weeks")

    _short = _by_key("start")


ArmColumn = Annotated[
    dict[str, Text],
    BeforeValidator(
        lambda given: {"column": given} if isinstance(given, str) and given else given,
        json_schema_input_type=str | dict[str, str | float | bool],
    ),
]
MissingTexts = Annotated[
    list[str],
    BeforeValidator(
        lambda given: [given] if isinstance(given, str) else given,
        json_schema_input_type=str | float | list[str | float],
    ),
]


class DataKeys(Keys):
    """Which columns of individual data hold what; one row is one person."""

    person: Text | None = Field(
        None, description="The column of a person's number; each row is a person without it"
    )
    arm: ArmColumn = Field(
        description="The column of the arm, and what stands there for each arm: column:, "
        "usual: 0, ips: 1; or all: usual where all are in one"
    )
    assigned: Literal[ASSIGNED] = Field(  # type: ignore[valid-type]
        description="random, matched, observed (neither) or self (before and after)"
    )
    weights: Literal[WEIGHTS] | None = Field(  # type: ignore[valid-type]
        None, description="How persons are weighted where chance did not decide; overlap"
    )
    balance: Columns = Field(
        [], description="Covariates to be balanced by the weights; those of baseline"
    )
    baseline: Columns = Field([], description="Covariates of every regression")
    site: Text | None = Field(None, description="The column of the site")
    cost: dict[str, DataCostKeys] = Field(
        {}, description="The columns of each cost category, such as psychiatric.hospital"
    )
    outcome: dict[str, DataOutcomeKeys] = Field({}, description="The columns of each outcome")
    followed: FollowedKeys | None = Field(
        None, description="How long each person was followed, where some were cut off"
    )
    weeks: WeekKeys | None = Field(
        None, description="From when register weeks count, where they come in a file of their own"
    )
    missing: MissingTexts | None = Field(
        None, description='What stands for a missing value: ["", NA, .] unless stated'
    )
    decimal: Annotated[Literal[",", "."] | None, WithJsonSchema({"enum": [",", "."]})] = Field(
        None, description='The decimal mark, "," or ".", where the numbers do not show it'
    )
