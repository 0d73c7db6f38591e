"""The notes under sensitivity and threshold: what was varied, how far, and what was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.what_if.analyses import Answered
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import LOOKED_AT, USUAL_RATE, Swing, Tornado, is_clipped
from ipscost.analysis.what_if.turning import ThresholdResult
from ipscost.report.frame import prices_of
from ipscost.report.notes import common, running
from ipscost.report.notes.about import About, Writer
from ipscost.report.report import FLAG
from ipscost.report.what_if.rollout import account_named, of_rollout
from ipscost.report.what_if.text import arm_label, shown_unit, threshold_command, try_command
from ipscost.run import RATES
from ipscost.words.text import Words, clause, listing, rate, say, sentences, typed


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A question whose numbers are varied."""

    question: Question


def expected(about: About[object]) -> Iterator[Words]:
    """Says that results at other values use point estimates."""
    yield say("note_expected")


def direction(about: About[WhatIf]) -> Iterator[Words]:
    """Says that more of the outcome is assumed to be better, if the file does not say."""
    yield from common.better(about.found.question.outcome)


def sampling(about: About[WhatIf]) -> Iterator[Words]:
    """States the Monte Carlo error of the total, if the question is about the saving."""
    if about.found.question.measure == "saving":
        yield from running.sampling_of(about.view, about.level, outcomes=False)


def rollout_answer(about: About[WhatIf]) -> Iterator[Words]:
    """Says what is in the net of a rollout, and whose it is."""
    if (own := of_rollout(about.found.question)) is not None:
        year = prices_of(own.scenario.money)
        yield say("note_rollout_answer", whom=account_named(own), year=year)


# --- one number after another ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OneWay(WhatIf):
    """The results of a one-way analysis."""

    tornado: Tornado

    @property
    def bars(self) -> list[Swing]:
        """The bars of all arms."""
        return [bar for each in self.tornado.bars.values() for bar in each]

    @property
    def paths(self) -> set[str]:
        """What was varied."""
        return {bar.varied.path for bar in self.bars}


def flagged(about: About[OneWay]) -> Iterator[Words]:
    """Explains the mark on numbers that change the sign of the result."""
    if any(bar.flips for bar in about.found.bars):
        yield say("note_flag", flag=FLAG)


def percentiles(about: About[OneWay]) -> Iterator[Words]:
    """Says how far numbers without bounds were varied."""
    if about.found.paths - set(about.found.tornado.stated) - set(RATES):
        tail = (1 - about.level) / 2
        yield say("note_percentiles", low=_percentile(tail), high=_percentile(1 - tail))


def _percentile(share: float) -> Words:
    return typed(100 * round(share, 12))


def stated_bounds(about: About[OneWay]) -> Iterator[Words]:
    """Lists the numbers varied between stated bounds."""
    if stated := about.found.tornado.stated:
        yield say("note_stated_bounds", paths=listing(list(stated)))


def as_far_as_possible(about: About[OneWay]) -> Iterator[Words]:
    """Lists the numbers whose range was cut at what is possible."""
    if clipped := about.found.tornado.clipped:
        yield say("note_clipped", paths=listing(list(clipped)))


def looked_at(about: About[OneWay]) -> Iterator[Words]:
    """Says how many values of each number were tried."""
    if about.found.bars:
        yield say("note_looked_at", values=LOOKED_AT)


def usual_rate(about: About[OneWay]) -> Iterator[Words]:
    """Says which discount rate was tried, if the file has none."""
    if about.found.tornado.usual_rate:
        yield say("note_usual_rate", rate=rate(USUAL_RATE))


def varied_alone(about: About[OneWay]) -> Iterator[Words]:
    """Lists the numbers varied without those they are correlated with."""
    paths = about.found.paths
    for correlation in about.scenario.correlations:
        members = [path for path in correlation.members if path in paths]
        if members:
            yield say("note_varied_alone", paths=listing(members))


def unvaried(about: About[OneWay]) -> Iterator[Words]:
    """Lists the numbers not varied, which have neither uncertainty nor bounds."""
    if paths := about.found.tornado.unvaried:
        yield say("note_unvaried", paths=listing(list(paths)), first=paths[0])


def idle(about: About[OneWay]) -> Iterator[Words]:
    """Lists the numbers that make no difference to the result."""
    if paths := about.found.tornado.idle:
        yield say("note_idle", paths=listing(list(paths)))


def try_threshold(about: About[OneWay]) -> Iterator[Words]:
    """Gives the command for the threshold of the number that matters most."""
    if about.found.bars:
        widest = max(about.found.bars, key=lambda bar: bar.width).varied.path
        command = threshold_command(about.found.question, widest)
        yield say("note_threshold", path=widest, command=command)


SENSITIVITY: tuple[Writer[OneWay], ...] = (
    rollout_answer,
    direction,
    flagged,
    percentiles,
    stated_bounds,
    as_far_as_possible,
    looked_at,
    usual_rate,
    varied_alone,
    unvaried,
    idle,
    try_threshold,
    sampling,
    common.doubts,
    common.later_prices,
    *running.RUN,
)

# --- two numbers together --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TwoSides(WhatIf):
    """The answer with the numbers at `paths` varied together; `usual` have the usual ends."""

    paths: tuple[str, ...]
    usual: tuple[str, ...]


def sides_as_far_as_possible(about: About[TwoSides]) -> Iterator[Words]:
    """Lists the numbers whose range was cut at what is possible."""
    varied = about.found.question.varied
    clipped = [path for path in about.found.usual if is_clipped(varied[path], about.level)]
    if clipped:
        yield say("note_clipped", paths=listing(clipped))


def sides_varied_alone(about: About[TwoSides]) -> Iterator[Words]:
    """Lists the numbers varied without those they are correlated with."""
    alone = [path for path in about.found.paths if path in about.found.question.together]
    if alone:
        yield say("note_varied_alone", paths=listing(alone))


GRID: tuple[Writer[TwoSides], ...] = (
    rollout_answer,
    expected,
    sides_as_far_as_possible,
    sides_varied_alone,
    common.doubts,
    common.later_prices,
    *running.RUN,
)

# --- analyses of the file --------------------------------------------------------------------


def analysis_notes(about: About[Sequence[Answered]]) -> Iterator[Words]:
    """Gives the file's notes on its analyses, and says which are in other money."""
    for each in about.found:
        analysis = each.analysis
        if analysis.note is not None:
            yield say("note_target", what=analysis.label, text=clause(analysis.note))
        if each.money != str(about.scenario.money):
            yield say("note_other_money", label=analysis.label, money=each.money)


def same_draws(about: About[Sequence[Answered]]) -> Iterator[Words]:
    """Says that the analyses use the same draws as the base case."""
    if about.run.ledger is not None:
        yield say("note_same_draws")


ANALYSES: tuple[Writer[Sequence[Answered]], ...] = (analysis_notes, same_draws)

# --- where the answer turns ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AtZero(WhatIf):
    """The thresholds of a number for each arm; `ends` are its finite limits, as text.

    told: of several arms what is told of each, since the headline has room for less.
    """

    varied: Varied
    each: tuple[ThresholdResult, ...]
    ends: tuple[Words, ...]
    told: tuple[Words, ...] = ()

    @property
    def is_together(self) -> bool:
        """True where the number is correlated with others."""
        return self.varied.path in self.question.together


def turning(about: About[AtZero]) -> Iterator[Words]:
    """Of several arms the answer with each, where it turns, and how sure that is."""
    yield from about.found.told


def limits(about: About[AtZero]) -> Iterator[Words]:
    """Says which range was searched."""
    found, varied = about.found, about.found.varied
    if found.ends:
        is_least = np.isfinite(varied.limits[0])
        key = "note_limits" if len(found.ends) == 2 else "note_least" if is_least else "note_most"
        unit = shown_unit(varied)
        yield say(
            key,
            path=varied.path,
            low=found.ends[0] if len(found.ends) == 2 else sentences(found.ends[0], unit),
            high=sentences(found.ends[-1], unit),
        )


def several_values(about: About[AtZero]) -> Iterator[Words]:
    """Lists the arms whose result changes sign at several values."""
    question = about.found.question
    several = [arm_label(question, each.arm) for each in about.found.each if len(each.zeros) > 1]
    if several:
        yield say("note_several", arms=listing(several))


def of_the_mean(about: About[AtZero]) -> Iterator[Words]:
    """Says that a number stated as a median is varied through its mean."""
    quantity = about.found.varied.quantity
    is_varied = quantity is not None and about.scenario.now(quantity) != quantity.value
    if quantity is not None and quantity.is_median and is_varied:
        yield say("note_of_mean", path=about.found.varied.path)


def moved_alone(about: About[AtZero]) -> Iterator[Words]:
    """Says that the number was varied without those it is correlated with."""
    if about.found.is_together:
        yield say("note_alone", path=about.found.varied.path)


def sure_from(about: About[AtZero]) -> Iterator[Words]:
    """Explains how the value beyond which the whole interval has one sign was found."""
    if any(each.sure is not None for each in about.found.each):
        key = "note_sure_moved" if about.found.is_together else "note_sure_by_draws"
        yield say(key, level=rate(about.level), path=about.found.varied.path)


def try_there(about: About[AtZero]) -> Iterator[Words]:
    """Gives the command that shows the result at the threshold."""
    question, varied = about.found.question, about.found.varied
    for each in about.found.each:
        if each.zeros and not about.found.is_together:
            zero = each.zero(varied.now)
            yield say("note_try", command=try_command(question, varied, zero))


THRESHOLD: tuple[Writer[AtZero], ...] = (
    turning,
    rollout_answer,
    expected,
    direction,
    limits,
    several_values,
    of_the_mean,
    moved_alone,
    sure_from,
    try_there,
    sampling,
    common.doubts,
    common.later_prices,
    *running.RUN,
)
