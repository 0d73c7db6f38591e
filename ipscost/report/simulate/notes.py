"""What a reader of simulate must know, most of which holds for other commands too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipscost.analysis.reaches import of_saving
from ipscost.report.notes import common, lacking, model, persons, running
from ipscost.report.notes.about import About, Writer
from ipscost.report.notes.given import intervals
from ipscost.scenario.model import once
from ipscost.words.text import Words, listing, say

if TYPE_CHECKING:  # a run without --uncertainty does not need it
    from ipscost.analysis.simulate.variance import Variances


def rests_on(about: About[object]) -> Iterator[Words]:
    """Under which conditions the intervals hold, where there are any."""
    scenario = about.scenario
    if any(about.view.total(arm).is_uncertain for arm in scenario.interventions):
        numbers = (n for arm in scenario.interventions for n in of_saving(scenario, arm))
        yield from intervals(scenario, once(tuple(numbers)))


NOTES: tuple[Writer[object], ...] = (
    *common.OF_FILE,
    rests_on,
    *model.COUNTED,
    model.base_case,
    common.less_is_better,
    *lacking.PUBLISHED,
    lacking.gaps,
    lacking.unknown,
    lacking.not_told_apart,
    common.dagger,
    common.assumptions,
    common.together,
    common.multiplied,
    common.fixed,
    common.drawn,
    common.stretched,
    common.impossible,
    common.how_sure,
    common.conversions,
    common.discounting,
    common.welfare,
    common.persons,
    common.transfers,
    common.cancelling,
    common.not_relative,
    persons.alike,
    persons.derived_spreads,
    persons.spread_held,
    persons.saving_apart,
    running.sampling,
    *running.RUN,
    running.try_change,
)

BY_TIME: tuple[Writer[object], ...] = (common.spread_evenly, common.undiscounted)
"""Those of tables by month or year."""


def variance_untold(about: About[Variances]) -> Iterator[Words]:
    """Why the uncertainty is not divided among its sources."""
    if not about.found.arms:
        few = "note_variance_few" if about.found.has_few_draws else "note_variance_none"
        from ipscost.analysis.simulate.variance import FEWEST_DRAWS

        yield say(few, least=FEWEST_DRAWS)


def variance(about: About[Variances]) -> Iterator[Words]:
    """What a share of the variance means."""
    if about.found.arms:
        yield say("note_variance")


def variance_fixed(about: About[Variances]) -> Iterator[Words]:
    """The numbers that have no share, since no uncertainty is stated for them."""
    if about.found.arms and about.found.fixed:
        yield say("note_variance_fixed", paths=listing(about.found.fixed))


def variance_by_payer(about: About[Variances]) -> Iterator[Words]:
    """What the share of a payer means."""
    if any(each.has_payers for each in about.found.arms):
        yield say("note_variance_payers")


BY_SOURCE: tuple[Writer[Variances], ...] = (
    variance_untold,
    variance,
    variance_fixed,
    variance_by_payer,
)
"""Those of tables by source of uncertainty."""
