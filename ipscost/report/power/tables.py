"""The tables of power: what each size sees and is worth, and how many people it takes."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval
from ipscost.analysis.power.checked import simulated_power
from ipscost.analysis.power.own import OwnStudy
from ipscost.analysis.power.plan import GOALS, PARTS, StudySize
from ipscost.report.frame import in_money
from ipscost.report.power.terms import StudyTerms, rounded
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.rounding import NEARLY
from ipscost.scenario.nouns import Outcome
from ipscost.units import SHARE
from ipscost.words.text import Words, behind, count, number, rate, say, sentences

LEAST_P = 1e-4
"""A smaller p value is told as being below it."""


def tables(terms: StudyTerms) -> Iterator[Table]:
    """What each size sees, with what checks it, and the people needed for smaller effects too."""
    if terms.plan.sizes:
        yield sizes_table(terms, full=True)
    yield needed_table(terms)
    own = terms.own
    if own is not None:
        yield own_table(terms, own)


def sizes_table(terms: StudyTerms, *, full: bool = False) -> Table:
    """A row for each number of people. `full`: with simulated studies and the EVSI per person."""
    sizes, tests = terms.plan.sizes, terms.plan.tried if full else terms.plan.tests
    money = terms.question.decision.money
    columns = [
        *(
            [Column(say("power_controls", arm=terms.reference_within), numeric=True)]
            if _has(sizes)
            else []
        ),
        Column(say("power_power"), unit="share", style="probability", numeric=True),
        Column(say("power_assurance"), unit="share", style="probability", numeric=True),
        *(
            Column(say(f"power_by_{test}"), unit="share", style="part", numeric=True)
            for test in tests
        ),
        Column(say("power_half"), unit=terms.unit, style="rough", numeric=True),
    ]
    parts: list[tuple[str, str, str]] = [
        *([("each", "power_each", terms.question.cost_unit)] * full),
        ("worth", "power_worth_all", money),
        ("cost", "power_cost", money),
        ("net", "power_net", money),
    ]
    shown = [part for part in parts if any(getattr(size, part[0]) is not None for size in sizes)]
    columns += [Column(say(key), unit=unit, style="rough", numeric=True) for _, key, unit in shown]
    rows = []
    for size in sizes:
        cells: list[Cell] = [count(size.controls)] if _has(sizes) else []
        cells += [Interval(size.power), _interval(size.assurance)]
        cells += [_interval(simulated_power(terms.plan, size.n, test)) for test in tests]
        cells.append(Interval(size.half_width))
        cells += [_interval(rounded(size, name)) for name, _, _ in shown]
        rows.append(Row(str(size.n), count(size.n), tuple(cells), terms.unit))
    return Table(
        title=_title(terms),
        first=say("power_people", arm=terms.arm_within),
        columns=tuple(columns),
        rows=tuple(rows),
        beside=terms.question.stakes,
        name="sizes",
    )


def needed_table(terms: StudyTerms) -> Table:
    """The people with the intervention that it takes, for the stated effect and parts of it."""
    plan, rows = terms.plan, []
    for part in PARTS:
        cells = tuple(terms.people(plan.needed(goal, part)) for goal in GOALS)
        rows.append(Row(f"{part:g}", terms.part(part), cells))
    return Table(
        title=say("title_power_needed", arm=terms.arm_within),
        first=say("power_effect"),
        columns=tuple(Column(say("power_goal", goal=rate(g)), numeric=True) for g in GOALS),
        rows=tuple(rows),
        name="needed",
    )


def own_table(terms: StudyTerms, own: OwnStudy) -> Table:
    """What the study behind the scenario could see of each line, and with which p value."""
    holders = terms.run.scenario.holders
    rows = []
    for line in own.lines:
        holder = holders.get(line.path)
        label = say("power_all_costs") if holder is None else holder.label
        unit = terms.question.cost_unit
        if isinstance(holder, Outcome):
            unit = str(holder.unit.head)
        shown = number(line.effect, "points" if unit == str(SHARE) else unit, sign=True)
        behind_it = say("points") if unit == str(SHARE) else behind(unit)
        amount = sentences(shown, behind_it) if isinstance(holder, Outcome) else shown
        rows.append(Row(line.path, label, (amount, p_text(line.p), Interval(line.power))))
    return Table(
        title=say(
            "title_power_own",
            n=count(own.treated),
            controls=count(own.control),
            currency=terms.question.sign,
        ),
        first="",
        columns=(
            Column(say("power_found"), numeric=True),
            Column("p", numeric=True),
            Column(say("power_power"), unit="share", style="probability", numeric=True),
        ),
        rows=tuple(rows),
        name="own",
    )


def p_text(p: float) -> Words:
    """A p value, never rounded to 0."""
    return (
        number(p, "p")
        if p >= LEAST_P * (1 - NEARLY)
        else sentences(say("under"), number(LEAST_P, "p"))
    )


def _has(sizes: tuple[StudySize, ...]) -> bool:
    """True where there are people without the intervention."""
    return any(size.controls for size in sizes)


def _interval(value: float | None) -> Interval | None:
    return None if value is None else Interval(value)


def _title(terms: StudyTerms) -> Words:
    """What it is of, and of money the horizon, prices and perspective."""
    if terms.is_outcome:
        return say("title_power_sizes")
    run = terms.question.decision.run
    assert run is not None
    basis = say("voi_basis_run", **in_money(run.scenario))
    return say("title_power", basis=basis)
