"""The keys of the section `reporting`: what a report must say and cannot derive from numbers.

The first ones are items of CHEERS 2022 (Husereau et al. 2022, doi.org/10.1007/s10198-021-01426-6),
the last ones of AdViSHE (Vemer et al. 2016, doi.org/10.1007/s40273-015-0327-2).
"""

from __future__ import annotations

from pydantic import Field

from ipscost.loading.keys.fields import Keys, LabelKeys


class ReportingKeys(Keys):
    """What a report of an evaluation must say and no number can."""

    abstract: LabelKeys | None = Field(None, description="A summary: context, methods, results")
    background: LabelKeys | None = Field(
        None, description="The context, the question, and the decision it is for"
    )
    plan: LabelKeys | None = Field(
        None, description="Whether there was an analysis plan, and where it can be read"
    )
    population: LabelKeys | None = Field(
        None, description="Who the people are: age, illness, what sets them apart"
    )
    setting: LabelKeys | None = Field(None, description="Where, and what there may matter")
    comparators: LabelKeys | None = Field(None, description="Why these arms are compared")
    perspective: LabelKeys | None = Field(None, description="Why this perspective")
    horizon: LabelKeys | None = Field(None, description="Why this horizon")
    discounting: LabelKeys | None = Field(None, description="Why these discount rates")
    outcomes: LabelKeys | None = Field(None, description="Why these outcomes")
    valuation: LabelKeys | None = Field(
        None, description="Whose values the outcomes are measured in, and how they were found"
    )
    model: LabelKeys | None = Field(None, description="Why a model of these states")
    heterogeneity: LabelKeys | None = Field(
        None, description="How results may differ between groups of people"
    )
    distribution: LabelKeys | None = Field(
        None, description="How costs and effects fall on people who are better or worse off"
    )
    engagement: LabelKeys | None = Field(
        None, description="How those whom it is about took part in the evaluation"
    )
    effect_of_engagement: LabelKeys | None = Field(
        None, description="What was changed because they did"
    )
    limitations: LabelKeys | None = Field(
        None, description="What limits the findings, and where they hold"
    )
    funding: LabelKeys | None = Field(None, description="Who paid for the evaluation")
    interests: LabelKeys | None = Field(None, description="Conflicts of interest of its authors")
    model_reviewed: LabelKeys | None = Field(
        None, description="Which experts judged the structure of the model"
    )
    model_compared: LabelKeys | None = Field(
        None, description="With which other models its structure was compared"
    )
    inputs_reviewed: LabelKeys | None = Field(None, description="Which experts judged the inputs")
    program_reviewed: LabelKeys | None = Field(
        None, description="Who else went through the scenario and its calculations"
    )
    results_reviewed: LabelKeys | None = Field(None, description="Which experts judged the results")
    results_compared: LabelKeys | None = Field(
        None, description="With the results of which other models they were compared"
    )
    other_validation: LabelKeys | None = Field(
        None, description="Whatever else was done to validate the model"
    )
