"""What it is worth to know more, and what a study of so many people sees: `voi` and `power`.

Each takes a run and gives an `Answer`, as the analyses in `functions` do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from ipscost.errors import AskedError, a_kind
from ipscost.library import asked
from ipscost.library.answer import Answer
from ipscost.library.beside import analyses_of
from ipscost.run import Run
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from ipscost.analysis.power.plan import StudyCosts
    from ipscost.analysis.power.study import AskedStudy
    from ipscost.analysis.voi import Population
    from ipscost.trial.designs import StudyDesign

NO_PEOPLE = "a study's cost is held against what it is worth to all; add people=500, years=5"


def voi(
    run: Run,
    outcome: str | None = None,
    wtp: float | Sequence[float] | None = None,
    *,
    groups: Mapping[str, Sequence[str]] | None = None,
    people: int | None = None,
    years: int | None = None,
    discount: float | None = None,
    study: bool | Sequence[int] = False,
    sd: float | None = None,
    correlation: float | None = None,
    cost_fixed: float | None = None,
    cost_person: float | None = None,
) -> Answer:
    """What more research is worth, and which numbers are most worth measuring better.

    outcome: the effect that counts beside cost; without it, cost alone does.
    wtp: as in `cea`.
    groups: by a name, the paths of quantities that one study would measure together.
    people, years: how many people a year the choice is for, and for how many years; both or none.
    discount: the yearly rate of these years, 0.035; by default the scenario's.
    study: also what a study of two groups is worth: True, or numbers of people in each group. sd,
        correlation, cost_fixed, cost_person: of it, as in `power`.

    Raises TypeError for what is no run or no number, and AskedError for what the scenario has not.
    """
    asked.check_run("voi", run)
    from ipscost.analysis.decisions import decision_of
    from ipscost.report.voi.report import voi as report_of

    counted = None if outcome is None else asked.outcome_of(run.scenario, outcome)
    if groups is not None and not isinstance(groups, Mapping):
        raise TypeError(
            f"groups are paths by name, not {a_kind(groups)}; "
            "write groups={'Care': ['cost.care.usual', 'cost.care.ips']}"
        )
    named = {name: asked.names("groups", paths) for name, paths in (groups or {}).items()}
    whom = asked.population_of(run.scenario, people, years, discount)
    decision = decision_of(run, counted, asdict(run.record))
    valued = _valued(study, sd, correlation, _costs(cost_fixed, cost_person), whom)
    report = report_of(decision, asked.thresholds(wtp), named, whom, analyses_of(run), valued)
    return Answer(report)


def power(
    run: Run,
    n: int | Sequence[int] = (),
    level: float = LEVEL,
    *,
    outcome: str | None = None,
    wtp: float | None = None,
    design: str = "two-arms",
    controls: float | None = None,
    sites: int | None = None,
    steps: int | None = None,
    icc: float | None = None,
    before: float | None = None,
    sd: float | None = None,
    correlation: float | None = None,
    tests: Sequence[str] = (),
    people: int | None = None,
    years: int | None = None,
    discount: float | None = None,
    cost_fixed: float | None = None,
    cost_person: float | None = None,
) -> Answer:
    """What a study of so many people sees of an effect, how many it takes, and what it is worth.

    n: numbers of people with the intervention; without any, those that 80 and 90% power take, and
        those of the rollout.
    outcome: what is measured in place of the cost; with `wtp`, net benefit.
    design: `two-arms`, `matched`, `clusters` (with sites, icc), `staggered` (with sites, steps,
        icc) or `before-after`. controls: people without for each with the intervention. before: the
        correlation of a person's before and after.
    sd: the standard deviation between people; by default what the scenario says or implies.
    correlation: between a person's cost and effect, for net benefit.
    tests: by which simulated studies are tested: `welch`, `bootstrap`, `gamma`.
    people, years, discount: as in `voi`; by default the people of the rollout.
    cost_fixed, cost_person: what the study costs once, and for each person in it.

    Raises TypeError for what is no run or no number, and AskedError for a study that cannot be.
    """
    asked.check_run("power", run)
    asked.check_level(level)
    from ipscost.analysis.power.asked import AskedPower, planned
    from ipscost.report.power.report import power as report_of
    from ipscost.trial.tested import TESTS

    tried = asked.names("tests", tests)
    asked.check_among("tests", tried, TESTS)
    study = AskedPower(
        design,
        _designed(design, controls, sites, steps, icc, before),
        None if outcome is None else asked.outcome_of(run.scenario, outcome),
        None if wtp is None else asked.one_threshold(wtp),
        _sizes(n),
        _above("sd", sd),
        _correlation("correlation", correlation),
        _costs(cost_fixed, cost_person),
        tried,
    )
    if wtp is not None and outcome is None:
        raise AskedError("wtp says what one more of an outcome is worth; add outcome='qaly'")
    whom = asked.population_of(run.scenario, people, years, discount)
    if study.costs is not None and whom is None and run.scenario.rollout is None:
        raise AskedError(NO_PEOPLE)
    return Answer(report_of(planned(run, study, whom, float(level)), analyses_of(run)))


def _valued(
    study: object,
    sd: float | None,
    correlation: float | None,
    costs: StudyCosts | None,
    whom: Population | None,
) -> AskedStudy | None:
    """The study that voi values; None without one."""
    from ipscost.analysis.power.study import AskedStudy as OfStudy

    if study is False:
        if sd is not None or correlation is not None or costs is not None:
            raise AskedError("sd, correlation and costs are of a study; add study=True")
        return None
    if costs is not None and whom is None:
        raise AskedError(NO_PEOPLE)
    sizes = () if study is True else _sizes(study)
    return OfStudy(sizes, _above("sd", sd), _correlation("correlation", correlation), costs)


def _sizes(n: object) -> tuple[int, ...]:
    """Numbers of people, rising, each once."""
    every = tuple(n) if isinstance(n, Sequence) and not isinstance(n, str) else (n,)
    found = set[int]()
    for each in every:
        asked.check_whole("n", each)
        assert isinstance(each, int)
        if each < 2:
            raise AskedError(f"n is at least 2 people, of one there is no spread, not {each}")
        found.add(each)
    return tuple(sorted(found))


def _above(name: str, value: object) -> float | None:
    """A number above 0, or None."""
    if value is None:
        return None
    if not asked.is_number(value):
        raise TypeError(f"{name} is a number, not {a_kind(value)}; write {name}=20000")
    if not value > 0:
        raise AskedError(f"{name} is above 0, not {value}")
    return float(value)


def _correlation(name: str, value: object) -> float | None:
    """A correlation, or None."""
    if value is None:
        return None
    if not asked.is_number(value):
        raise TypeError(f"{name} is a number, not {a_kind(value)}; write {name}=0.3")
    if not -1 < value < 1:
        raise AskedError(f"{name} is between -1 and 1, not {value}")
    return float(value)


def _costs(fixed: float | None, person: float | None) -> StudyCosts | None:
    """What the study costs; None if not said."""
    from ipscost.analysis.power.plan import StudyCosts as OfStudy

    if fixed is None and person is None:
        return None
    parts = []
    for name, value in (("cost_fixed", fixed), ("cost_person", person)):
        parts.append(0.0 if not value else _above(name, value) or 0.0)
    return OfStudy(*parts)


NEEDED = {"clusters": ("sites", "icc"), "staggered": ("sites", "steps", "icc")}
TAKEN = {"two-arms": ("controls",), "matched": ("controls",), "before-after": ("before",)}
"""What a design needs, and what it may have besides."""


def _designed(
    name: str,
    controls: float | None,
    sites: int | None,
    steps: int | None,
    icc: float | None,
    before: float | None,
) -> StudyDesign:
    """How people are compared. Raises AskedError for what makes no study."""
    from ipscost.analysis.power.plan import DESIGNS, designed

    asked.check_among("design", (name,), DESIGNS)
    given = {
        "controls": controls,
        "sites": sites,
        "steps": steps,
        "icc": icc,
        "before": before,
    }
    needed, taken = NEEDED.get(name, ()), TAKEN.get(name, ())
    for each, value in given.items():
        if value is None and each in needed:
            raise AskedError(f"design={name!r} needs {', '.join(needed)}; add {each}")
        if value is not None and each not in (*needed, *taken):
            raise AskedError(f"{each} is of another design than {name}; leave it out")
    for each, whole in (("sites", sites), ("steps", steps)):
        if whole is not None:
            asked.check_whole(each, whole)
    least = 4 if name == "clusters" else 2
    if sites is not None and sites < least:
        raise AskedError(f"sites are at least {least}, not {sites}")
    if steps is not None and not 2 <= steps <= (sites or 0):
        raise AskedError(f"steps are 2 or more, and no more than there are sites, not {steps}")
    if icc is not None and not (asked.is_number(icc) and 0 <= icc < 1):
        raise AskedError(f"icc is a share from 0 to below 1, not {icc}; write icc=0.02")
    return designed(
        name,
        controls=_above("controls", controls),
        sites=sites or 0,
        steps=steps or 0,
        icc=icc or 0.0,
        before=_correlation("before", before) or 0.0,
    )
