"""voi: what a study of so many people is worth, and what is left of it after its cost."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval
from ipscost.analysis.power.plan import StudyPlan, StudySize
from ipscost.decision.information import FEWEST_DRAWS
from ipscost.report.notes.about import named
from ipscost.report.power.figures import of_worth
from ipscost.report.power.headline import CONCLUSIVE, left
from ipscost.report.power.notes import of_spread
from ipscost.report.power.terms import StudyTerms, rounded
from ipscost.report.report import Cell, Column, Figure, Note, Row, Table
from ipscost.report.voi.terms import Research
from ipscost.words.text import Words, count, horizon, percent, say


def study_told(research: Research) -> Iterator[Words]:
    """What a study is worth in sentences: the largest asked for, else the one that leaves most."""
    terms = _terms(research)
    if terms is None or terms.plan.evpi is None or research.question.is_constructed:
        return
    if research.question.psa.draws < CONCLUSIVE:
        return
    plan, share = terms.plan, research.now.worth.value
    found = plan.best or plan.sizes[-1]
    if research.is_study_sized:
        found = plan.sizes[-1]
    each = found.each or 0.0
    if each < terms.NOTHING or not share:
        yield say("power_worth_none", n=count(found.n))
        return
    values: dict[str, Words] = {
        "n": count(found.n),
        "worth": research.money(each),
        "share": percent(each / share, 0),
    }
    if found.worth is None or research.population is None:
        yield say("voi_study", **values)
        return
    yield say(
        "voi_study_all",
        whole=terms.whole(found.worth),
        people=research.people(research.population.people),
        years=horizon(12 * research.population.years),
        **values,
    )
    yield from left(terms, found)


def study_table(research: Research) -> Table | None:
    """A row for each size of the study; None where no study is valued."""
    terms = _terms(research)
    if terms is None or terms.plan.evpi is None:
        return None
    plan, question = terms.plan, research.question
    money = question.decision.money
    parts = [
        ("worth", "power_worth_all", money),
        ("cost", "power_cost", money),
        ("net", "power_net", money),
    ]
    shown = [part for part in parts if any(getattr(s, part[0]) is not None for s in plan.sizes)]
    columns = (
        Column(say("power_controls", arm=terms.reference_within), numeric=True),
        Column(say("power_each"), style="rough", numeric=True),
        Column(say("voi_share"), unit="share", style="part", numeric=True),
        *(Column(say(key), unit=unit, style="rough", numeric=True) for _, key, unit in shown),
    )
    names = tuple(name for name, _, _ in shown)
    return Table(
        title=say("title_voi_study"),
        first=say("power_people", arm=terms.arm_within),
        columns=columns,
        rows=tuple(_row(research, size, names) for size in plan.sizes),
        beside=question.stakes,
        name="study",
    )


def _row(research: Research, size: StudySize, names: tuple[str, ...]) -> Row:
    whole, each = research.now.worth.value, size.each or 0.0
    amounts = (rounded(size, name) for name in names)
    cells: list[Cell] = [
        count(size.controls),
        Interval(each),
        Interval(each / whole) if whole > 0 else None,
        *(None if amount is None else Interval(amount) for amount in amounts),
    ]
    return Row(str(size.n), count(size.n), tuple(cells), research.question.cost_unit)


def study_figures(research: Research) -> Iterator[Figure]:
    """The numbers of the study for machines, as those of power."""
    terms = _terms(research)
    if terms is not None:
        yield from of_worth(terms)


def study_cautions(research: Research) -> tuple[Note, ...]:
    """Where the spread between people comes from."""
    terms = _terms(research)
    return () if terms is None else tuple(named("caveat_spread", s) for s in of_spread(terms))


def study_notes(research: Research) -> Iterator[Words]:
    """What the worth of a study is, or why it is not told."""
    terms = _terms(research)
    if terms is None:
        return
    if terms.plan.evpi is None:
        yield say("note_power_worth_draws", least=count(FEWEST_DRAWS))
        return
    yield say("note_power_evsi")
    if terms.plan.costs is None:
        yield say("note_power_no_costs")
    yield say("note_power_alone")


def _terms(research: Research) -> StudyTerms | None:
    """The words of the study that is valued; None without one."""
    plan: StudyPlan | None = research.study
    return None if plan is None else StudyTerms(plan, research.question)
