"""What to know before a budget is used: at most three caveats, those that matter most."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.caveats import other_people, whatever_is_asked
from ipscost.analysis.estimates import View
from ipscost.report.budget import sites
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.caveats import doubted, parted, told
from ipscost.report.notes.about import named as note
from ipscost.report.notes.gaps import MOST_NAMED
from ipscost.report.report import MOST_CAVEATS, Note
from ipscost.report.rollout import rollout_names
from ipscost.words.text import Words, listing, percent, say, sentence, within

HARDLY = 0.999
"""With a larger share of all months in the accounts, people are followed to the end."""
UNSURE = ("secondary", "derived", "assumed")


def cautions(found: BudgetAnswer, *, brief: bool = False) -> tuple[Note, ...]:
    """At most three: doubts about the file and the people, then of the rollout, then the rest.

    What moves the saving of one person, and what that hangs on most, is not told: it is counted
    from another point of view, mostly at another price, and of every arm.

    brief: whose numbers these are in a line, in place of their sources and of what is carried over,
    which the first sentence says.
    """
    view = View(found.run, found.scenario.perspective)
    told_of = (*doubted(found.scenario), *told(whatever_is_asked(view), view, found.view.level))
    before, behind = parted(told_of)
    if brief:
        kept = [each for each in before if each.name not in ("caveat_population", "caveat_carried")]
        before = (*kept, *(note("caveat_population", text) for text in _people(found)))
    return (*before, *(note(*each) for each in _own(found)), *behind)[:MOST_CAVEATS]


def _people(found: BudgetAnswer) -> Iterator[Words]:
    """Whom the numbers are of, where they are of others than the rollout is for."""
    others = other_people(found.scenario)
    if others is None:
        return
    people = dict.fromkeys(s.population for s in others.sources if s.population is not None)
    yield say("caveat_budget_people", others=listing(people))


def _own(found: BudgetAnswer) -> Iterator[tuple[str, Words]]:
    """What a rollout leaves unsure: unknown parts, recruitment, people not followed, a rule.

    Its own note stands before all but the unknown parts.
    """
    if not found.view.is_whole():
        yield "caveat_account", say("caveat_account_missing", parts=listing(_lacking(found)))
    if found.sites is not None:
        yield "caveat_sites", sites.caveat(found)
    if found.rollout.note is not None:  # what the file itself has to say first
        yield "caveat_rollout_note", sentence(found.rollout.note)
    if not found.rollout.has_own_price and found.view.budget.net_of_scenario:
        yield "caveat_net_price", say("caveat_net_price")
    recruitment = found.rollout.intake.recruitment
    if recruitment is None:
        yield "caveat_recruitment", say("caveat_recruitment_none")
    elif recruitment.is_fixed:
        share = percent(recruitment.value, 0)
        yield "caveat_recruitment", say("caveat_recruitment_fixed", share=share)
    elif recruitment.is_assumed:
        share = percent(recruitment.value, 0)
        yield "caveat_recruitment", say("caveat_recruitment_assumed", share=share)
    followed = float(found.view.budget.people_point.followed[0])
    if followed < HARDLY:
        yield (
            "caveat_followed",
            say("caveat_followed", share=percent(1 - followed, 0), last=str(found.view.years[-1])),
        )
    financing = found.rollout.financing
    if financing is not None and financing.sure in UNSURE:
        key = "caveat_financing" if financing.source else "caveat_financing_assumed"
        yield "caveat_financing", say(key)


def _lacking(found: BudgetAnswer) -> list[Words]:
    """What the account lacks: the first of its categories and prices that are not known."""
    names, holders = rollout_names(found.rollout), found.scenario.holders
    paths = found.view.budget.lacking(found.view.account)
    named: list[Words] = [
        within(holders[path].label if path in holders else names[path].label) for path in paths
    ]
    if len(named) <= MOST_NAMED:
        return named
    return [*named[: MOST_NAMED - 1], say("others_too", count=len(named) - MOST_NAMED + 1)]
