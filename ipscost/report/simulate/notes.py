"""What a reader of simulate must know, most of which holds for other commands too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipscost.analysis.reaches import of_saving
from ipscost.report.notes import common, lacking, model, running
from ipscost.report.notes.about import About, Writer
from ipscost.words.text import Words, listing, say

NOTES: tuple[Writer[object], ...] = (
    common.own_note,
    common.doubts,
    model.extrapolated,
    model.states,
    model.onward_moves,
    model.later_effect,
    model.production,
    model.base_case,
    common.less_is_better,
    model.clipped,
    lacking.gaps,
    lacking.outcome_gaps,
    lacking.stated_otherwise,
    lacking.unknown,
    lacking.mixed,
    lacking.unsplit,
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
    running.sampling,
    *running.RUN,
    running.try_change,
)

BY_TIME: tuple[Writer[object], ...] = (common.spread_evenly,)
"""Those of tables by month or year."""

FEWEST_DRAWS = 100
"""Of fewer draws the uncertainty is not divided."""


@dataclass(frozen=True, slots=True)
class Divided:
    """The arms whose uncertainty is divided, and whether it is divided between payers too."""

    arms: tuple[str, ...]
    by_payer: bool


def variance_untold(about: About[Divided]) -> Iterator[Words]:
    """Why the uncertainty is not divided."""
    if about.run.settings.draws < FEWEST_DRAWS:
        yield say("note_variance_few", least=FEWEST_DRAWS)
    elif not about.found.arms:
        yield say("note_variance_none", least=FEWEST_DRAWS)


def variance(about: About[Divided]) -> Iterator[Words]:
    """What the shares mean."""
    if about.found.arms:
        yield say("note_variance")


def variance_fixed(about: About[Divided]) -> Iterator[Words]:
    """The numbers that have no share since their uncertainty is not known."""
    resting = [q for arm in about.found.arms for q in of_saving(about.scenario, arm)]
    paths = [number.path for number in resting if number.is_known and number.is_fixed]
    if paths:
        yield say("note_variance_fixed", paths=listing(list(dict.fromkeys(paths))))


def variance_by_payer(about: About[Divided]) -> Iterator[Words]:
    """What the shares of payers mean."""
    if about.found.by_payer:
        yield say("note_variance_payers")


BY_SOURCE: tuple[Writer[Divided], ...] = (
    variance_untold,
    variance,
    variance_fixed,
    variance_by_payer,
)
"""Those of tables by source of uncertainty."""
