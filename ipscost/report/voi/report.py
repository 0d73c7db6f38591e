"""voi: what it is worth to know more before choosing, and what is most worth measuring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ipscost.analysis.decisions import Decision
from ipscost.analysis.voi import Population
from ipscost.errors import AskedError, Span, nearest
from ipscost.report.cea.headline import most_often
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.notes.given import constructed, unmeasured, unmoved
from ipscost.report.report import Report
from ipscost.report.voi.figures import OF_EVERYTHING, figures
from ipscost.report.voi.notes import of_research
from ipscost.report.voi.tables import tables
from ipscost.report.voi.terms import Research
from ipscost.scenario.nouns import QuantityGroup
from ipscost.scenario.paths import is_below
from ipscost.settings import LEVEL
from ipscost.words import LANGUAGES
from ipscost.words.text import Plain, Words, count, percent, rate, say, sentences

HARDLY = 0.001
"""A choice that is wrong in fewer draws is as good as settled."""
RARELY = 0.01
"""As good as settled in fewer, if perfect information is worth next to nothing too."""
CONCLUSIVE = 1_000
"""Of fewer draws than these nothing is concluded on research."""
RULE_OF_THREE = 3
"""Of something seen in none of n draws the probability is at most 3 / n (95%).

Source: Hanley and Lippman-Hand 1983, doi 10.1001/jama.1983.03330370053031.
"""
LEAST = 0.5
"""Less than this, in money, would be shown as nothing."""
SURE = 2.0
"""A worth is told from nothing where it is so many standard errors above it."""


def voi(
    decision: Decision,
    wtp: Sequence[float] = (),
    groups: Mapping[str, Sequence[str]] | None = None,
    population: Population | None = None,
) -> Report:
    """The report on the value of information of a decision: sentences, rankings, notes.

    `wtp` holds thresholds in the money of the result; without any, the decision's own counts.
    `groups` are those asked for besides the decision's own. Raises AskedError for a group
    with a name that was not drawn, and for thresholds that are missing or of no use.
    """
    question = CeaTerms.of(decision, LEVEL, wtp)
    given_twice(decision, groups or {})
    asked = tuple(
        QuantityGroup(name, Plain(name), _known(decision, names), Span("--group"))
        for name, names in (groups or {}).items()
    )
    every = (*_own(decision), *asked)
    members = tuple(group.members for group in every)
    research = Research(question, members, population, every)
    varies = question.is_uncertain
    return Report(
        scenario=decision.name,
        headline=(
            *(headline(research) if varies else (_certain(research),)),
            *question.left_out,
            *_silent(research),
        ),
        tables=tables(research) if varies else (),
        notes=of_research(research),
        figures=tuple(figures(research)),
        record={
            **decision.record,
            "outcome": decision.outcome,
            "threshold": research.wtp if research.has_effect else None,
            "groups": {group.name: list(group.members) for group in research.groups},
            "people": None if population is None else population.people,
            "years": None if population is None else population.years,
            "discount": None if population is None else population.rate,
        },
    )


def with_information(report: Report, information: Report) -> Report:
    """The report of cea on results made elsewhere, with what voi says of their parameters.

    The EVPI by threshold is left out, since the curves of cea hold it; so is the note of cea on
    the files that were read, since that of voi names the file of parameters too.
    """
    told = {note.name for note in information.notes}
    parts = (each for each in information.figures if each.measure not in OF_EVERYTHING)
    return replace(
        report,
        headline=(*report.headline, *information.headline),
        tables=(*report.tables, *information.tables[1:]),
        figures=(*report.figures, *parts),
        notes=(*(n for n in report.notes if n.name not in told), *information.notes),
        record={**information.record, **report.record},
    )


def _own(decision: Decision) -> tuple[QuantityGroup, ...]:
    """The groups that the scenario declares."""
    return () if decision.run is None else decision.run.scenario.quantity_groups


def given_twice(decision: Decision, groups: Mapping[str, Sequence[str]]) -> None:
    """Raises AskedError for a group with the name or a label of one of the scenario's own."""
    own = {each.name for each in _own(decision)}
    own |= {each.label.tell(language) for each in _own(decision) for language in LANGUAGES}
    for label in groups:
        if label in own:
            raise AskedError(
                f"the scenario has a group {label} of its own; give the other one another name, "
                f"--group '{label} 2=PATH,PATH'"
            )


def _known(decision: Decision, names: Sequence[str]) -> tuple[str, ...]:
    """The names of a group; a category stands for what was drawn of it.

    Refuses a name of nothing, and one that is fixed.
    """
    drawn = decision.psa.parameters
    fixed = set()
    if decision.run is not None:
        fixed = {each.path for each in decision.run.scenario.quantities if each.is_fixed}
    found: list[str] = []
    for name in names:
        below = [path for path in drawn if is_below(path, name)]
        if name in fixed:
            raise AskedError(
                f"{name} has no stated uncertainty, so what it is worth to know it cannot be said; "
                "leave it out of the group"
            )
        if name not in drawn and not below:
            raise AskedError(f"no quantity {name} was drawn; {nearest(name, tuple(drawn))}")
        found += [name] if name in drawn else below
    return tuple(dict.fromkeys(found))


def _certain(research: Research) -> Words:
    """The sentence where nothing that counts is uncertain."""
    run = research.question.decision.run
    if run is not None and run.settings.draws < 2:
        return say("voi_no_draws")
    if run is None and research.question.psa.draws == 1:
        return say("voi_expected_alone")
    return say("voi_no_uncertainty")


def headline(research: Research) -> Iterator[Words]:
    """What is chosen now, what knowing everything is worth, and what is most worth measuring."""
    now, question = research.now, research.question
    arm = question.label(now.best)
    if research.has_effect:
        yield say("voi_choice", arm=arm, worth=question.worth(research.wtp))
    else:
        yield say(f"voi_choice_{research.what_counts}", arm=arm)
    if now.wrong == 0:
        yield _never(research)
        return
    is_small, draws = is_little(research), question.psa.draws
    key = "voi_worth_small" if is_small else "voi_worth"
    if draws < CONCLUSIVE:
        key = "voi_worth_few"
    elif now.wrong < (RARELY if is_small else HARDLY):
        key = "voi_worth_little"
    worth = say(
        key,
        probability=question.odds_text(now.wrong),
        amount=research.money(now.worth.value),
        draws=count(draws),
    )
    yield sentences(worth, most_often(question, now.best, research.probability))
    if research.population is not None:
        whole = now.worth.value * research.population.size
        yield say("voi_worth_people", amount=research.money(whole))
    if research.ranking and key in ("voi_worth", "voi_worth_small"):
        yield _most(research)


def _silent(research: Research) -> tuple[Words, ...]:
    """What the sentences say nothing of, and settings that change nothing of them."""
    decision = research.question.decision
    if decision.run is None:
        return ()
    beside = () if research.has_effect else unmoved(decision.run.scenario)
    fixed = unmeasured(decision.run, decision.outcome, decision.psa.arms)
    made = constructed(decision.run.scenario)
    return (*((*made, *fixed) if research.question.is_uncertain else ()), *beside)


def is_little(research: Research) -> bool:
    """True where perfect information is worth less than can be shown of the money."""
    return bool(research.question.currency) and research.now.worth.value < LEAST


def _never(research: Research) -> Words:
    """The sentence where the choice is the best in every draw, with a bound where one holds."""
    question = research.question
    draws, run = question.psa.draws, question.decision.run
    if draws < CONCLUSIVE:
        least = count(CONCLUSIVE)
        return say("voi_never_few", draws=count(draws), least=least)
    is_random = run is None or run.settings.sampler == "random"
    bound = rate(float(f"{RULE_OF_THREE / draws:.2g}"))
    key = "voi_never" if is_random else "voi_never_sobol"
    return say(key, draws=count(draws), bound=bound)


def _most(research: Research) -> Words:
    """The quantity that is most worth measuring, or that none is worth it alone."""
    name, worth = research.ranking[0]
    if worth.value <= SURE * worth.se:
        return say("voi_none_alone")
    return say(
        "voi_most_small" if is_little(research) else "voi_most",
        label=research.label(name),
        amount=research.money(worth.value),
        share=percent(worth.value / research.now.worth.value, 0),
    )
