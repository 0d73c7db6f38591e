"""The tables of power: what each size sees and is worth, and how many people it takes."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.interval import Interval
from ipscost.analysis.power.checked import simulated_power
from ipscost.analysis.power.plan import GOALS, PARTS, StudySize
from ipscost.report.frame import in_money
from ipscost.report.power.terms import StudyTerms
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.words.text import Words, count, rate, say


def tables(terms: StudyTerms) -> Iterator[Table]:
    """What each size sees, with what checks it, and the people needed for smaller effects too."""
    if terms.plan.sizes:
        yield sizes_table(terms, full=True)
    yield needed_table(terms)


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
        cells += [_interval(getattr(size, name)) for name, _, _ in shown]
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


def _has(sizes: tuple[StudySize, ...]) -> bool:
    """True where there are people without the intervention."""
    return any(size.controls for size in sizes)


def _interval(value: float | None) -> Interval | None:
    return None if value is None else Interval(value)


def _title(terms: StudyTerms) -> Words:
    """What is seen, and of money the horizon, prices and perspective."""
    if terms.is_outcome:
        return say("title_power_outcome", effect=terms.effect)
    run = terms.question.decision.run
    assert run is not None
    basis = say("voi_basis_run", **in_money(run.scenario))
    return say("title_power", effect=terms.effect, basis=basis)
