"""The keys of the section study: how the publication behind a scenario was made, and for whom."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from ipscost.loading.keys.countries import COUNTRIES, meant_country
from ipscost.loading.keys.fields import (
    Flag,
    Keys,
    LabelKeys,
    Months,
    Name,
    Text,
    parse_whole,
    refuse,
)
from ipscost.messages import Message
from ipscost.scenario.study import DESIGNS
from ipscost.units import UNKNOWN

LONGEST_COMPARATOR = 17
"""So many characters of a comparator stand in a row of a table beside everything else."""


def _known_or_not(text: Any) -> Any:
    return None if text == UNKNOWN else parse_whole(text)


def _check_country(text: str) -> str:
    if text in COUNTRIES:
        return text
    meant = meant_country(text)
    fix = Message("write {meant}", meant=meant)
    if not meant:  # a name of a country is often nearer to the code of another
        some, every = "DNK, GBR, NLD, NOR, SWE, USA", len(COUNTRIES)
        fix = Message("use one of: {near}, or another of {known}", near=some, known=every)
    raise refuse("E104", Message("expected the code of a country (ISO 3166-1)"), text, fix)


CountOrUnknown = Annotated[
    int | None,
    BeforeValidator(
        _known_or_not,
        json_schema_input_type=Annotated[int, Field(ge=1)] | Literal["unknown"],
    ),
]
CountryText = Annotated[str, AfterValidator(_check_country)]


class StudyOutcomeKeys(Keys):
    """The outcome by which a study is held against others."""

    path: Text = Field(description="Its path, such as outcome.steady_work")
    kind: Name = Field(
        description="What it measures, in a word that studies share: only like is pooled with like"
    )
    months: Months | None = Field(
        None, description="Months after which it was measured; the horizon, if nothing else is said"
    )


class StudyKeys(Keys):
    """The publication that a scenario tells: what stands in its row beside other studies."""

    design: Literal[DESIGNS] = Field(  # type: ignore[valid-type]
        description="trial (randomised), matched (a matched comparison), cohort, model, "
        "meta_analysis"
    )
    n: CountOrUnknown = Field(description="People in all, or unknown")
    groups: list[Name] = Field([], description="Whom it studied, in words for --group: ptsd")
    comparator: LabelKeys = Field(
        description="What it was held against, in at most 17 characters: transitional work"
    )
    comparator_note: LabelKeys | None = Field(
        None, description="What a reader should know of that: it pays wages itself"
    )
    whose: LabelKeys = Field(
        description="Whose saving or cost the difference is: the perspective in words"
    )
    same_programme: Flag = Field(
        False,
        description="true if the comparator is a form of the same programme: shown apart, and "
        "counted in no sentence and no pool",
    )
    arm: Text | None = Field(
        None, description="The arm that the row is about, where there are several interventions"
    )
    outcome: StudyOutcomeKeys | None = Field(
        None, description="The outcome of the row, where one is known"
    )
    doubt: LabelKeys | None = Field(
        None, description="What does not add up in the publication, told wherever it is shown"
    )
