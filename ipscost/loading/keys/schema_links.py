"""The keys of sections that name quantities by path: correlations, groups and analyses."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from ipscost.loading.keys.fields import Keys, LabelKeys, Number, Text
from ipscost.scenario.nouns import SURE


class CorrelationKeys(Keys):
    """Quantities whose draws go together, by the correlation of their normal scores."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    members: list[Text] = Field(description="Paths of the quantities, two or more")
    rho: Number | None = Field(None, description="One correlation for every pair, -1 to 1")
    matrix: list[list[Number]] | None = Field(
        None, description="Correlations, one row a member, with 1 on the diagonal"
    )
    source: Text | None = Field(None, description="Name of a source, then the place in it")
    assumption: LabelKeys | None = Field(None, description="What is assumed, and why")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure this correlation is, where it differs from its source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class QuantityGroupKeys(Keys):
    """Quantities that one study would measure together, for the value of information."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    members: list[Text] = Field(description="Paths of quantities, or of categories that hold them")


class AnalysisKeys(Keys):
    """A scenario analysis: the values that it changes."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    set: Annotated[dict[str, Any], WithJsonSchema({"type": "object"})] = Field(
        description="Values by path, as --set would change them"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")
