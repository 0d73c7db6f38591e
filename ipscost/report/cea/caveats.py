"""What a reader of cea or voi must know first: what the answer leaves out, then that of the run."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.caveats import Variants, Worth
from ipscost.analysis.estimates import View
from ipscost.analysis.simulate.saving import saving_of
from ipscost.report.caveats import caveats, parted
from ipscost.report.cea.notes import better
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.notes.about import named
from ipscost.report.report import MOST_CAVEATS, Note
from ipscost.words.text import count, money, say


def cautions(
    question: CeaTerms, variants: Variants, worth: Worth | None, more: tuple[Note, ...] = ()
) -> tuple[Note, ...]:
    """What the answer itself leaves out, and as many of the run's caveats as there is room for.

    A doubt about the file, and that its numbers are of other people, stand before both.

    more: what stands before those of the run. Results made elsewhere have no run.
    """
    own, run = (*_own(question), *more), question.decision.run
    if run is None:
        return own
    view = View(run, run.scenario.perspective)
    before, behind = parted(caveats(view, variants, question.level, worth))
    own = (*before, *own)
    return (*own, *behind[: max(0, MOST_CAVEATS - len(own))])


def worth_of(question: CeaTerms) -> Worth | None:
    """What the outcome is worth by which caveats are judged; None where no threshold is known."""
    if not question.has_threshold or not question.decision.outcome:
        return None
    given = question.given
    return Worth(question.decision.outcome, question.tabled[0] if given else None)


def _extrapolated(question: CeaTerms, view: View) -> Iterator[Note]:
    """How much of what the cheapest intervention saves or costs was not observed, if any."""
    arm = min(question.others, key=lambda each: question.cost(each).point)
    found = saving_of(view, question.psa.arms[arm], question.level)
    if found is None or found.extrapolated is None or found.observed is None:
        return
    scenario = view.run.scenario
    text = say(
        f"headline_extrapolated{'' if found.saves else '_cost'}_of",
        arm=question.within(arm),
        amount=money(found.extrapolated, scenario.money.currency),
        observed=money(found.observed, scenario.money.currency),
        month=scenario.observed,
    )
    yield named("caveat_extrapolated", text)


def _own(question: CeaTerms) -> Iterator[Note]:
    """What is left out, not observed or not said to be unsure; few draws; a guessed direction."""
    for text in question.left_out:
        yield named("caveat_left_out", text)
    run = question.decision.run
    if run is not None:
        yield from _extrapolated(question, View(run, run.scenario.perspective))
    if not question.is_uncertain and run is not None:
        key = {0: "headline_point", 1: "headline_few"}.get(run.settings.draws, "cea_unsure")
        yield named("caveat_unsure", say(key))
    for name in question.unstated():
        if name == "cost" or question.decision.outcome or question.psa.effect.any():
            yield named("caveat_unstated", say(f"cea_{name}_fixed"))
    if question.is_few:
        yield named("caveat_few", say("note_cea_few", draws=count(question.psa.draws)))
    if run is None:
        for text in better(question.decision):
            yield named("caveat_direction", text)
        yield named("caveat_elsewhere", say("caveat_elsewhere"))
