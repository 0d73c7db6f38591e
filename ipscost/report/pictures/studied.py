"""What a study of so many people sees, and what it is worth: power and study."""

from __future__ import annotations

from ipscost.analysis.interval import Interval
from ipscost.analysis.power.plan import GOALS, StudySize
from ipscost.analysis.power.target import NoTargetError
from ipscost.decision.information import FEWEST_DRAWS
from ipscost.errors import UndecidedError
from ipscost.messages import Message
from ipscost.report.charts import Axis, Lines, Series, Spot
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import NoPictureError, Picture, money_of
from ipscost.report.power.figures import needed_figures, of_worth, seen_figures
from ipscost.report.power.tables import sizes_table
from ipscost.report.power.terms import StudyTerms
from ipscost.report.report import Column, Row, Table
from ipscost.words.text import Words, count, probability, rate, say, sentences

POINTS = 40
"""So many sizes make a line."""
BEYOND = 1.25
"""The picture ends so far beyond the people that the greater of GOALS takes."""


def power(found: Findings) -> Picture:
    """The power and the assurance of a study by the people in it."""
    try:
        terms = found.studied
    except (NoTargetError, UndecidedError) as error:
        raise NoPictureError(*error.args) from None
    plan = terms.plan
    needed = [n for n in (plan.needed(goal) for goal in GOALS) if n is not None]
    if not needed:
        raise NoPictureError(
            Message("more people than there are would be needed; see ipscost power with --n")
        )
    sizes = [plan.at(n) for n in _steps(plan.design.fewest, BEYOND * needed[-1])]
    ns = tuple(float(size.n) for size in sizes)
    lines = [Series(say("power_power"), ns, tuple(size.power for size in sizes))]
    sure = [size.assurance for size in sizes if size.assurance is not None]
    if len(sure) == len(sizes):
        lines.append(Series(say("power_assurance"), ns, tuple(sure)))
    told = [_told(plan.at(n)) for n in needed]
    goal = say("power_goal", goal=rate(GOALS[0]))
    return Picture(
        name="power",
        title=say("title_power_outcome", effect=terms.effect),
        chart=Lines(
            x=Axis(_people(terms), "person"),
            y=Axis(say("picture_power_axis"), "share"),
            lines=tuple(lines),
            spot=Spot(goal, float(needed[0])),
        ),
        alt=sentences(*told),
        table=sizes_table(terms),
        figures=(*seen_figures(terms), *needed_figures(terms)),
    )


def _people(terms: StudyTerms) -> Words:
    """Who is counted, and whether as many stand beside them."""
    even = terms.plan.design.controls == 1
    return say("picture_study_people" if even else "picture_study_with", arm=terms.arm_within)


def _told(size: StudySize) -> Words:
    """What a size sees, in a sentence."""
    values: dict[str, Words] = {"n": count(size.n), "power": probability(size.power)}
    if size.assurance is None:
        return say("power_seen", **values)
    return say("power_seen_assured", assurance=probability(size.assurance), **values)


def study(found: Findings) -> Picture:
    """What a study is worth by its size: per person, or with its cost for all people."""
    try:
        terms = found.valued
    except (NoTargetError, UndecidedError) as error:
        raise NoPictureError(*error.args) from None
    plan = terms.plan
    whole = plan.evpi
    if whole is None:
        raise NoPictureError(
            Message(
                "what a study is worth takes an effect with a stated uncertainty and "
                "{least:,} draws or more; add --draws 10000",
                least=FEWEST_DRAWS,
            )
        )
    if not whole > 0:
        raise NoPictureError(
            Message(
                "the same arm is the best choice in each draw, so a study is worth nothing; add "
                "--outcome and --wtp to value another choice, or see ipscost voi"
            )
        )
    last = max(plan.sizes[-1].n, 0 if plan.best is None else round(BEYOND * plan.best.n))
    sizes = [plan.at(n) for n in _steps(plan.design.fewest, last)]
    ns = tuple(float(size.n) for size in sizes)
    is_whole = all(size.net is not None for size in sizes)
    money = terms.question.decision.money
    if is_whole:
        parts = (
            ("power_worth_all", "worth"),
            ("power_cost", "cost"),
            ("power_net", "net"),
        )
        lines = [
            Series(say(key), ns, tuple(getattr(size, name) or 0.0 for size in sizes))
            for key, name in parts
        ]
    else:
        lines = [
            Series("EVSI", ns, tuple(size.each or 0.0 for size in sizes)),
            Series("EVPI", ns, (whole,) * len(ns)),
        ]
    best = plan.best
    is_worth = best is not None and best.net is not None and best.net > 0
    spot = Spot(say("picture_most_left"), float(best.n)) if best is not None and is_worth else None
    shown = plan.at(best.n) if best is not None and is_worth else plan.sizes[-1]
    y = Axis(money_of(found.scenario), found.unit)
    if is_whole:
        y = Axis(say("picture_all_people", currency=terms.question.sign), money)
    return Picture(
        name="study",
        title=say("picture_title_study"),
        chart=Lines(
            x=Axis(_people(terms), "person"),
            y=y,
            lines=tuple(lines),
            spot=spot,
        ),
        alt=_worth_told(terms, shown),
        table=_table(terms),
        figures=tuple(of_worth(terms)),
    )


def _worth_told(terms: StudyTerms, size: StudySize) -> Words:
    """What a size is worth, in a sentence."""
    if size.worth is None:
        return say("picture_study", n=count(size.n), worth=terms.each(size.each or 0.0))
    return say(
        "picture_study_all",
        n=count(size.n),
        worth=terms.whole(size.worth),
        net=terms.whole(size.worth if size.net is None else size.net),
    )


def _table(terms: StudyTerms) -> Table:
    """What each size is worth."""
    money = terms.question.decision.money
    parts: list[tuple[str, Words, str]] = [
        ("each", "EVSI", terms.question.cost_unit),
        ("worth", say("power_worth_all"), money),
        ("cost", say("power_cost"), money),
        ("net", say("power_net"), money),
    ]
    sizes = terms.plan.sizes
    shown = [part for part in parts if any(getattr(size, part[0]) is not None for size in sizes)]
    return Table(
        title=say("picture_title_study"),
        first=say("power_people", arm=terms.arm_within),
        columns=tuple(
            Column(label, unit=unit, style="rough", numeric=True) for _, label, unit in shown
        ),
        rows=tuple(
            Row(
                str(size.n),
                count(size.n),
                tuple(Interval(getattr(size, name) or 0.0) for name, _, _ in shown),
                terms.question.cost_unit,
            )
            for size in sizes
        ),
        beside=terms.question.stakes,
        name="study",
    )


def _steps(fewest: float, last: float) -> list[int]:
    """Sizes at equal distances, each once, the first as few as can be."""
    first = max(round(fewest), 2)
    ends = max(round(last), first + 1)
    return sorted({round(first + (ends - first) * step / POINTS) for step in range(POINTS + 1)})
