"""The keys of the section `transfer`: what of an effect carries over to another group."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from ipscost.loading.keys.fields import Keys, LabelKeys, Text
from ipscost.loading.keys.schema_amounts import AmountKeys
from ipscost.scenario.nouns import SURE
from ipscost.scenario.transfer import SCALES

PREDICTION = "prediction_interval"
_AMOUNT = {"$ref": "#/$defs/AmountKeys"}
_SHARE = {"anyOf": [{"type": "number", "minimum": 0}, _AMOUNT]}
_WEIGHT = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, _AMOUNT]}
_POOLED = {"anyOf": [{"$ref": "#/$defs/PooledKeys"}]}
_LEVELS = {"type": "object", "required": ["reference", "intervention"]} | {
    "properties": {"reference": _AMOUNT, "intervention": _AMOUNT},
    "additionalProperties": False,
}
_TREE = {"type": "object"}

Share = Annotated[Any, WithJsonSchema(_SHARE)]
"""A plain number, which is then an assumption, or an amount with its uncertainty and source."""


class PooledKeys(AmountKeys):
    """The effect of many studies, with the interval in which that of a new place is expected."""

    prediction_interval: tuple[float, float] | None = Field(
        None, description="Interval [low, high] of the effect in a new place"
    )


class TransferKeys(Keys):
    """What of the trial's effect carries over to another group, and what hangs on it."""

    scale: Literal[SCALES] = Field(  # type: ignore[valid-type]
        description="What stays the same: risk_ratio, odds_ratio, points or hazard_ratio"
    )
    share: Share = Field(None, description="A share of the trial's effect, 0 to 1")
    pooled: Annotated[Any, WithJsonSchema(_POOLED)] = Field(
        None, description="The effect of many studies in place of the trial's"
    )
    weight: Annotated[Any, WithJsonSchema(_WEIGHT)] = Field(
        None, description="The weight on the trial, 0 to 1; the rest is on `other`"
    )
    other: Annotated[Any, WithJsonSchema({"anyOf": [_AMOUNT, _LEVELS]})] = Field(
        None, description="The other study: its effect, or its levels (reference, intervention)"
    )
    of: Text | None = Field(
        None, description="The outcome whose effect it is, where several are shares of people"
    )
    baseline: Annotated[dict[str, Any], WithJsonSchema(_TREE)] = Field(
        {}, description="By outcome, its level in the reference arm in the new group"
    )
    outcome: Annotated[dict[str, Any], WithJsonSchema(_TREE)] = Field(
        {}, description="By outcome, a share of its own"
    )
    cost: Annotated[dict[str, Any], WithJsonSchema(_TREE)] = Field(
        {}, description="By category or group of categories, a share of its own"
    )
    stays: list[Text] = Field(
        [], description="Paths of what does not hang on the effect, and stays as in the trial"
    )
    source: Text | None = Field(None, description="Source of the numbers below")
    assumption: LabelKeys | None = Field(None, description="What is assumed for the numbers below")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure the numbers below are, where it differs from their source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")
