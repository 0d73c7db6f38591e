"""voi: what it is worth to know more before choosing, and what is most worth measuring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from ipscost.analysis.caveats import Variants
from ipscost.analysis.decisions import Decision
from ipscost.analysis.power.study import AskedStudy, study_of
from ipscost.analysis.voi import Population
from ipscost.errors import AskedError, Span, nearest
from ipscost.messages import Message
from ipscost.report.cea.caveats import cautions
from ipscost.report.cea.terms import CeaTerms
from ipscost.report.notes.given import unmoved
from ipscost.report.report import MOST_CAVEATS, MadeLater, Note, Report, Short, Table
from ipscost.report.voi.figures import OF_EVERYTHING, figures
from ipscost.report.voi.headline import headline, unmeasured_of
from ipscost.report.voi.notes import of_research
from ipscost.report.voi.paragraphs import certain
from ipscost.report.voi.short import short, shorter
from ipscost.report.voi.study import study_cautions
from ipscost.report.voi.tables import tables
from ipscost.report.voi.terms import Research
from ipscost.scenario.nouns import QuantityGroup
from ipscost.scenario.paths import is_below
from ipscost.settings import LEVEL
from ipscost.words import LANGUAGES
from ipscost.words.text import Plain


def voi(
    decision: Decision,
    wtp: Sequence[float] = (),
    groups: Mapping[str, Sequence[str]] | None = None,
    population: Population | None = None,
    variants: Variants = (),
    study: AskedStudy | None = None,
) -> Report:
    """The report on the value of information of a decision: sentences, rankings, notes.

    `wtp` holds thresholds in the money of the result; without any, the decision's own counts.
    `groups` are those asked for besides the decision's own. `variants` are the scenario analyses
    with their runs, for the caveats. `study` is one that is valued too. Raises AskedError for a
    group with a name that was not drawn, for thresholds that are missing or of no use, and for a
    study that cannot be planned.
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
    if study is not None:
        plan = study_of(decision, research.wtp, study, population)
        research = replace(research, study=plan, is_study_sized=bool(study.sizes))
    varies, run = question.is_uncertain, decision.run
    first = MadeLater(lambda: _cautions(research, variants))
    beside = () if run is None or research.has_effect else unmoved(run.scenario)
    return Report(
        scenario=decision.name,
        headline=(headline(research) if varies else certain(research), *beside),
        tables=tables(research) if varies else (),
        notes=MadeLater(lambda: (*first, *of_research(research))),
        short=short(research, first) if varies else Short((), first),
        figures=tuple(figures(research)),
        record={
            **decision.record,
            "outcome": decision.outcome,
            "threshold": research.wtp if research.has_effect else None,
            "groups": {group.name: list(group.members) for group in research.groups},
            "people": None if population is None else population.people,
            "years": None if population is None else population.years,
            "discount": None if population is None else population.rate,
            **({} if study is None else {"study": _record(research, study)}),
        },
    )


def _record(research: Research, study: AskedStudy) -> dict[str, Any]:
    """What was asked of the study, and how much people differ."""
    between = () if research.study is None else research.study.target.between
    return {
        **asdict(study),
        "sd": [each.sd for each in between],
        "sd_from": [each.source for each in between],
    }


def _cautions(research: Research, variants: Variants) -> tuple[Note, ...]:
    """At most three caveats; not that nothing is unsure, which the sentence says itself."""
    question = research.question
    found = cautions(question, variants, research.outcome_worth, unmeasured_of(research))
    varies = question.is_uncertain
    kept = tuple(note for note in found if varies or note.name != "caveat_unsure")
    return (*kept[:1], *study_cautions(research), *kept[1:])[:MOST_CAVEATS]


def with_information(report: Report, information: Report) -> Report:
    """The report of cea on results made elsewhere, with what voi says of their parameters.

    The EVPI by threshold is left out, since the curves of cea hold it; so is the note of cea on
    the files that were read, since that of voi names the file of parameters too. The sentences of
    voi are notes.
    """

    def notes() -> Iterator[Note]:
        told = {note.name for note in information.notes if note.name != "in_full"}
        yield from (note for note in report.notes if note.name not in told)
        yield from information.notes

    first = report.short or Short(report.tables)
    ranking = [t for t in information.tables if isinstance(t, Table) and t.name == "evppi"]
    parts = (each for each in information.figures if each.measure not in OF_EVERYTHING)
    return replace(
        report,
        tables=(*report.tables, *information.tables[1:]),
        short=replace(first, tables=(*first.tables[:1], *map(shorter, ranking))),
        figures=(*report.figures, *parts),
        notes=MadeLater(notes),
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
                Message(
                    "the scenario has a group {label} of its own; give the other one another "
                    "name, --group '{label} 2=PATH,PATH'",
                    label=label,
                )
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
                Message(
                    "{name} has no stated uncertainty, so what it is worth to know it cannot "
                    "be said; leave it out of the group",
                    name=name,
                )
            )
        if name not in drawn and not below:
            raise AskedError(
                Message(
                    "no quantity {name} was drawn; {nearest}",
                    name=name,
                    nearest=nearest(name, tuple(drawn)),
                )
            )
        found += [name] if name in drawn else below
    return tuple(dict.fromkeys(found))
