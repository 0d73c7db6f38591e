"""Individual data to an evaluation: the main analysis, and what other methods find."""

from __future__ import annotations

from dataclasses import replace

from ipscost.analysis.evaluation.case import TOTAL, DataCase
from ipscost.analysis.evaluation.main import analysed
from ipscost.analysis.evaluation.nouns import (
    BOOTSTRAP,
    ROBUST,
    TWO_STAGE,
    AskedOfData,
    PersonsEvaluation,
)
from ipscost.analysis.evaluation.people import people_of, sites_of
from ipscost.analysis.evaluation.resampled import with_samples
from ipscost.analysis.evaluation.spread import spread_of, stated_beside, together_of
from ipscost.analysis.evaluation.ways import ways_of
from ipscost.analysis.evaluation.weights import (
    weigh_by,
    weighed_arms,
    weighing,
    weight_kind,
)
from ipscost.errors import AskedError
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.robust import FEW
from ipscost.messages import Message
from ipscost.scenario.nouns import Scenario

FEWEST_SITES = 10
"""With fewer sites, what they differ by is not counted unless it is asked for."""


def evaluated(
    scenario: Scenario,
    data: IndividualData,
    endpoints: tuple[Endpoint, ...],
    asked: AskedOfData,
    balance: tuple[int, ...] = (),
) -> PersonsEvaluation:
    """The evaluation of individual data.

    scenario: what the model file says, with what data fill as not known. endpoints: the total cost,
    each category and each outcome. balance: places of the columns that weights balance.

    Raises ValueError where there are no more persons than coefficients, AskedError for data without
    the reference arm, and for weights, sites or small arms that cannot be.
    """
    if scenario.reference not in data.arms:
        raise AskedError(
            Message(
                "the data hold nobody of the reference arm, {arm}, so nothing can be compared; add "
                "those persons, or make the arm of the data the reference",
                arm=scenario.reference,
            )
        )
    case = DataCase(scenario, data, endpoints, asked, balance)
    _check_cluster(case)
    if not case.arms:  # a mean of people, who are not compared, is adjusted for nothing
        case = case.fewer_adjusted()
    sites = sites_of(case)
    if not asked.cluster and sites >= FEWEST_SITES:
        case = replace(case, asked=replace(asked, cluster=ROBUST))
    measured = tuple(each.name for each in endpoints if each.name != TOTAL)
    kind = weight_kind(case)
    main = analysed(case, weigh=weighing(case, kind), imputations=asked.imputations)
    differences = main.differences
    if asked.interval == BOOTSTRAP and case.arms and case.is_measured:
        differences = with_samples(case, differences, weigh_by(case, kind))
    stated, levels = stated_beside(scenario, measured, case.arms, asked.seed)
    found = PersonsEvaluation(
        scenario=scenario,
        asked=case.asked,
        people=people_of(case),
        measured=measured,
        differences=differences,
        persons=data.persons,
        stated=stated,
        stated_levels=levels,
        spread=spread_of(case),
        together=together_of(case),
        enough=main.enough,
        sites=sites,
        few_sites=bool(case.asked.cluster) and sites < FEW,
    )
    found = replace(found, weighed=weighed_arms(case, found, kind))
    return found.with_ways(ways_of(case, found, kind))


def _check_cluster(case: DataCase) -> None:
    """Refuses sites that are not there, and a two-stage bootstrap without a bootstrap."""
    asked = case.asked
    if not asked.cluster:
        return
    if case.data.site is None:
        raise AskedError(
            Message(
                "--cluster counts that people of one site are alike, and the model names no column "
                "of sites; add site: ... to its section data"
            )
        )
    if sites_of(case) < 2:
        raise AskedError(
            Message("--cluster needs two sites or more, and the data hold one; leave it out")
        )
    if asked.cluster == TWO_STAGE and asked.interval != BOOTSTRAP:
        raise AskedError(Message("--cluster two-stage is a bootstrap; add --interval bootstrap"))
