"""The keys of `spread`, how much persons differ from one another, and of `groups` of people."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from ipscost.loading.keys.fields import LabelKeys, UnitText
from ipscost.loading.keys.schema_rollout import Plain, SourcedKeys
from ipscost.scenario.spread import SHAPES


class OneSpreadKeys(SourcedKeys):
    """How much persons differ in a category, a group of categories, their sum or an outcome."""

    sd: Plain = Field(None, description="Standard deviation between persons, in the unit")
    unit: UnitText | None = Field(None, description="Unit of the standard deviation")
    cv: Plain = Field(
        None, description="Or the coefficient of variation, the standard deviation by the mean"
    )
    zero: Plain = Field(None, description="Share of persons who have none of it")
    dist: Literal[SHAPES] = Field(  # type: ignore[valid-type]
        SHAPES[0], description="Distribution over persons; gamma"
    )


class FrailtyKeys(SourcedKeys):
    """What multiplies all costs of one person."""

    cv: Plain = Field(description="Its coefficient of variation; its mean is 1")


class SpreadKeys(SourcedKeys):
    """How persons differ; not how uncertain a mean is."""

    cost: dict[str, OneSpreadKeys] = Field(
        {}, description="By category or group, such as psychiatric.hospital; total for their sum"
    )
    outcome: dict[str, OneSpreadKeys] = Field({}, description="By outcome")
    together: Plain = Field(
        None, description="Rank correlation between two categories of one person, 0 to 1"
    )
    frailty: FrailtyKeys | None = Field(
        None, description="Or what makes all costs of one person high or low"
    )


class SubgroupKeys(SourcedKeys):
    """A group of people with numbers of its own."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    share: Plain = Field(description="Share of all people, 0 to 1; rest for those who are left")
    set: Annotated[dict[str, Any], WithJsonSchema({"type": "object"})] = Field(
        {}, description="Its own numbers by path, as --set would change them"
    )
