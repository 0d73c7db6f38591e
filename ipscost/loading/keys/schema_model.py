"""The keys of horizon, effect, shared numbers, a model of states, and ladders of payers."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from pydantic.json_schema import WithJsonSchema

from ipscost.loading.keys.fields import (
    Flag,
    Keys,
    LabelKeys,
    Months,
    Name,
    NotNegative,
    PayerShares,
    Positive,
    Text,
)
from ipscost.loading.keys.schema_amounts import VALUE_KEYS, AmountKeys, Shared
from ipscost.scenario.model import COUNTINGS, CYCLES, EFFECTS
from ipscost.scenario.nouns import SURE
from ipscost.units import UNKNOWN

EVENT_KEYS = ("in", "at_start", "on_entry", "on_move")
"""The ways in which an amount is tied to states and moves."""
COST_WORDS = (*EVENT_KEYS, "of", "rate", "ladder", "friction")
COURSE_KEYS = ("ever_in", "share_in", "time_in")
OUTCOME_WORDS = ("in", *COURSE_KEYS, "by", "at")
ALL = "all"
REST = "rest"
STRETCH = r"from_([1-9][0-9]{0,8})"


def _as(name: str) -> WithJsonSchema:
    """The JSON Schema of what is read part by part: the definition `name`."""
    return WithJsonSchema({"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}]})


ByArm = Annotated[Any, _as("ByArm")]
Amount = Annotated[Any, _as("AmountKeys")]


class HorizonKeys(Keys):
    """How long costs and outcomes are counted: months, years or weeks."""

    months: Months | None = Field(None, description="Number of months from the start")
    years: Positive | None = Field(None, description="Number of years from the start")
    weeks: Positive | None = Field(None, description="Number of weeks from the start")
    observed: Months | None = Field(
        None, description="Month up to which people were followed; later is extrapolated"
    )


class EffectKeys(Keys):
    """What becomes of the difference between the arms later on."""

    after: Months = Field(description="Month up to which the arms differ as stated")
    then: Literal[EFFECTS] = Field(  # type: ignore[valid-type]
        description="persists, decays (with half_life) or stops"
    )
    half_life: Amount = Field(None, description="Time in which the difference halves")
    source: Text | None = Field(None, description="Name of a source, then the place in it")
    assumption: LabelKeys | None = Field(None, description="What is assumed, and why")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure this is, where it differs from its source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class NumberKeys(AmountKeys):
    """A number that several places refer to."""

    label: LabelKeys | None = Field(None, description="Name for readers")


class StateKeys(Keys):
    """Where people can be."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    start: Annotated[
        Any, WithJsonSchema({"anyOf": [{"const": REST}, {"$ref": "#/$defs/ByArm"}]})
    ] = Field(None, description="Share that begins here, or rest: all who begin nowhere else")
    absorbing: Flag = Field(False, description="true where nobody leaves")
    death: Flag = Field(False, description="true for death, which nobody leaves")
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class StretchKeys(Shared):
    """The numbers of a move from a month on."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    shape: ByArm = Field(None, description="Shape of a Weibull hazard; 1 is a constant one")


class MoveKeys(StretchKeys):
    """Going from one state to another."""

    by: Positive | None = Field(None, description="Month by which a share has moved")
    of: Text | None = Field(None, description="Another move, ORIGIN.TARGET, as a ratio to which")
    to: Annotated[
        dict[Name, Any],
        WithJsonSchema(
            {
                "type": "object",
                "additionalProperties": {"anyOf": [{"const": REST}, {"$ref": "#/$defs/ByArm"}]},
            }
        ),
    ] = Field({}, description="Shares of those who leave, by state; of out alone")


class RowKeys(Shared):
    """The moves out of one state."""

    counts: Annotated[
        dict[Name, NotNegative],
        WithJsonSchema({"type": "object", "additionalProperties": {"type": "number"}}),
    ] = Field({}, description="Persons seen to make each move within a cycle, those who stay too")


class ModelKeys(Keys):
    """People who move between states."""

    cycle: Literal[tuple(CYCLES)] = Field(  # type: ignore[valid-type]
        "month", description="Length of a cycle"
    )
    counting: Literal[COUNTINGS] = Field(  # type: ignore[valid-type]
        description="When in a cycle people are counted: start, end, half_cycle or simpson"
    )
    death_first: Flag = Field(
        False, description="true where all other moves are of those who survive the cycle"
    )
    state: dict[Name, StateKeys] = Field(description="Where people can be")
    transition: Annotated[
        dict[Name, Any],
        WithJsonSchema({"type": "object", "additionalProperties": {"$ref": "#/$defs/RowKeys"}}),
    ] = Field({}, description="For each state, the moves out of it")


class StepKeys(Keys):
    """A step of a ladder: who pays up to a number of weeks."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    to: Positive | None = Field(None, description="The last week of the step; none on the last")
    payer: PayerShares = Field(description="Who pays: one payer, or shares that sum to 1")
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class LadderKeys(Keys):
    """Payer shares that change with the weeks spent in some states."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    states: list[Text] = Field(description="States whose weeks count")
    weeks_at_start: Amount = Field(description="Weeks that a person has behind at the start")
    step: dict[Name, StepKeys] = Field(description="The steps, in rising order")
    source: Text | None = Field(None, description="Name of a source, then the place in it")
    assumption: LabelKeys | None = Field(None, description="What is assumed, and why")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure these steps are, where it differs from their source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


MODELS: tuple[type[Keys], ...] = (MoveKeys, StretchKeys, RowKeys)
"""Models of what is read part by part, which the document does not name itself."""


def with_model(defs: dict[str, Any]) -> None:
    """Adds to the definitions of a JSON Schema what is read part by part."""
    amount, by_arm = {"$ref": "#/$defs/AmountKeys"}, {"$ref": "#/$defs/ByArm"}
    numbers = {"anyOf": [{"required": [key]} for key in (*VALUE_KEYS, "number")]}
    known_or_not = {"anyOf": [{"const": UNKNOWN}, amount]}
    arms = {"type": "object", "additionalProperties": known_or_not}
    defs["ByArm"] = {
        "if": {"const": UNKNOWN},
        "then": True,
        "else": {"if": numbers, "then": amount, "else": arms},
    }
    every = {"type": "array", "items": {"type": "number"}, "minItems": 1}
    column = {
        "type": "object",
        "properties": {"file": {"type": "string"}, "column": {"type": "string"}},
        "required": ["file", "column"],
        "additionalProperties": False,
    }
    for key in ("mean", "risk_ratio", "hazard_ratio", "odds_ratio"):
        for keys in ("AmountKeys", "NumberKeys"):
            options = defs[keys]["properties"][key]
            options["anyOf"] = [*options["anyOf"], every, column]
    values = dict(defs["AmountKeys"]["properties"])
    for keys in ("MoveKeys", "StretchKeys"):
        # An amount may stand in the place of one for each arm.
        defs[keys]["properties"] = values | defs[keys]["properties"]
        defs[keys]["additionalProperties"] = amount
    defs["MoveKeys"]["patternProperties"] = {f"^{STRETCH}$": {"$ref": "#/$defs/StretchKeys"}}
    either = {"anyOf": [{"const": REST}, {"$ref": "#/$defs/MoveKeys"}]}
    defs["RowKeys"]["additionalProperties"] = either
    events = {
        "in": {
            "type": "object",
            "additionalProperties": by_arm,
            "description": "Amounts for time in a state, by state; all: every state but death",
        },
        "at_start": by_arm | {"description": "An amount for everybody, once at the start"},
        "on_entry": {
            "type": "object",
            "additionalProperties": by_arm,
            "description": "Amounts for each time a state is entered, by state",
        },
        "on_move": {
            "type": "object",
            "description": "Amounts for each time a move is made: {ORIGIN: {TARGET: ...}}",
            "additionalProperties": {"type": "object", "additionalProperties": by_arm},
        },
    }
    more = {
        "of": {
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            "description": "Path of the category, or list of those, that this one is a rate of",
        },
        "rate": known_or_not | {"description": "What part of the categories `of` it is"},
        "ladder": {
            "type": "string",
            "description": "Name of a ladder that says who pays, in place of payer",
        },
        "friction": amount
        | {"description": "Time after each entry that counts, by the friction-cost method"},
    }
    defs["CostKeys"]["properties"] |= events | more
    defs["UseKeys"]["properties"] |= events
    defs["OutcomeKeys"]["properties"]["in"] = events["in"]
