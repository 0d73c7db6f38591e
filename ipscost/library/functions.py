"""The analyses, by the names of the commands: each takes a run, and gives an `Answer`.

All take `level`, the level of intervals (0.95), where they show any. Money is per person, in the
currency and prices of the scenario (`run.scenario.money`), over its horizon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from ipscost.errors import AskedError
from ipscost.library import asked
from ipscost.library.answer import Answer
from ipscost.library.beside import analyses_of, told_apart, with_courses
from ipscost.run import Run, simulate
from ipscost.scenario.nouns import Scenario
from ipscost.settings import LEVEL, SEED

if TYPE_CHECKING:
    from ipscost.report.report import Report

STARTS = 8
"""From how many starting values `calibrate` searches, as the command does."""
Ends = tuple[float, float]
Side = tuple[float, float, int] | None


def summary(
    run: Run,
    level: float = LEVEL,
    *,
    people: int | None = None,
    months: bool = False,
    years: bool = False,
    uncertainty: bool = False,
) -> Answer:
    """What each arm costs and saves against the reference arm, who gains, and the outcomes.

    people: also the result for so many people in all; by default for as many as the file states.
    months, years: also the course by month or year (the run is repeated if it has not kept it).
    uncertainty: also the share of each number in the variance of the saving.

    Raises TypeError for what is no run or level, ValueError for a level that is not in (0, 1).
    """
    _check("summary", run, level)
    asked.check_people(people)
    from ipscost.report.simulate.summary import summary as report_of

    report = report_of(run, float(level), analyses_of(run), people)
    if months or years:
        from ipscost.report.simulate.months import with_months

        known = with_courses(run, (run.scenario.perspective,))
        report = with_months(report, known, level, months=months, years=years)
    if uncertainty:
        from ipscost.report.simulate.uncertainty import with_uncertainty

        report = with_uncertainty(report, run)
    return _for(people, report, run)


def payers(
    run: Run,
    level: float = LEVEL,
    *,
    arms: Sequence[str] = (),
    only: str = "",
    people: int | None = None,
    months: bool = False,
    years: bool = False,
) -> Answer:
    """Who gains and who pays, why, how sure that is, and when each account breaks even.

    The run is repeated, with the same draws, if it has not kept the months of every account.

    arms: the interventions to show, by default all. only: one account, of a payer or perspective.
    people: as in `summary`.
    months, years: also how each account adds up in time.

    Raises TypeError for what is no run, and AskedError for an arm or account that there is not.
    """
    _check("payers", run, level)
    asked.check_people(people)
    from ipscost.analysis.course import BreakEvens
    from ipscost.analysis.payers import names
    from ipscost.report.frame import account_label
    from ipscost.report.payers.report import payers as report_of

    accounts, shown = names(run.scenario), asked.arms_of(run.scenario, arms)
    labels = {each: account_label(run.scenario, each) for each in accounts}
    account = asked.named(only, labels, "account") if only else ""
    keeper = None if months or years else BreakEvens()
    known, analyses = with_courses(run, accounts, keeper), analyses_of(run)
    report = report_of(known, level, analyses, months=months, years=years, arms=shown, only=account)
    return _for(people, report, run)


def distribution(run: Run, level: float = LEVEL, *, persons: int | None = None) -> Answer:
    """Who gains among persons, by how much, and what the dearest carry of the cost.

    persons: how many are followed in the base case, from 1,000 to 200,000 (50,000).

    Raises TypeError for what is no run or no whole number, and AskedError for too few or too many.
    """
    _check("distribution", run, level)
    asked.check_persons(persons)
    from ipscost.report.distribution.report import distribution as report_of

    return Answer(report_of(run, float(level), analyses_of(run), persons or 0))


def budget(
    run: Run | Scenario,
    level: float = LEVEL,
    *,
    payer: str = "",
    prices: str = "constant",
) -> Answer:
    """What a rollout costs and saves by year and payer, when it turns, and what must hold.

    run: a run, or a scenario with a rollout. payer: whose account the sentences tell: a payer,
    `public` or `all`. prices: `constant`, or `nominal`, those of each year.

    Raises TypeError for what is neither, and AskedError for a scenario without a rollout, an
    account that there is not, or other prices.
    """
    run = simulate(run) if isinstance(run, Scenario) else run
    _check("budget", run, level)
    from ipscost.report.budget.answer import found_in
    from ipscost.report.budget.report import budget as report_of

    found = found_in(run, float(level), basis=prices, payer=asked.account_of(payer))
    return Answer(report_of(found, analyses_of(run, of_person=False)))


def cea(
    run: Run,
    outcome: str | None = None,
    wtp: float | Sequence[float] | None = None,
    level: float = LEVEL,
    *,
    people: int | None = None,
) -> Answer:
    """Cost against an outcome: ICER, dominance, net benefit, acceptability, expected loss.

    outcome: its name, `qaly`; may be left out where the scenario has only one.
    wtp: what one more of the outcome is worth, one number or several, in the money of the result
        per unit of it; by default the scenario's own threshold.
    people: as in `summary`.

    Raises TypeError for what is no run or no number, and AskedError for an outcome that there is
    not, or a threshold that is of no use.
    """
    _check("cea", run, level)
    asked.check_people(people)
    from ipscost.analysis.decisions import decision_of
    from ipscost.report.cea.report import cea as report_of

    decision = decision_of(run, asked.outcome_of(run.scenario, outcome), asdict(run.record))
    report = report_of(decision, level, asked.thresholds(wtp), analyses_of(run))
    return _for(people, report, run)


def sensitivity(
    run: Run,
    *,
    arms: Sequence[str] = (),
    outcome: str | None = None,
    wtp: float | None = None,
    bounds: Mapping[str, Ends] | None = None,
    budget: bool = False,
    payer: str | None = None,
    level: float = LEVEL,
) -> Answer:
    """What moves the saving most: each number alone, then the scenario analyses of the file.

    outcome, wtp: turn the answer into the net benefit: what a unit of the outcome is worth.
    bounds: by path, the ends between which a number is varied, in the unit in which it is stated;
        by default those of its interval.
    budget, payer: turn the answer into the net of the whole rollout for a payer, `public` or `all`;
        bounds of a number of the rollout do so, too.

    Raises TypeError for what is no run or no bounds, and AskedError for what the scenario has not.
    """
    _check("sensitivity", run, level)
    from ipscost.report.report import joined
    from ipscost.report.what_if.scenario_analyses import analyses
    from ipscost.report.what_if.sensitivity import one_way

    example = "{'cost.programme.ips': (500, 1500)}"
    ends = {} if bounds is None else asked.by_path("bounds", bounds, example)
    pairs: dict[str, Ends] = {}
    for path, values in ends.items():
        if len(values) != 2 or values[0] >= values[1]:
            raise AskedError(f"bounds of {path} are a lower and a higher number, not {values}")
        pairs[path] = values[0], values[1]
    rolled = asked.Rolled(budget, payer, tuple(pairs), level)
    question = asked.question(run, arms, outcome, wtp, rolled)
    report = one_way(question, level, pairs)
    variants = analyses_of(run)
    if not variants:
        return Answer(report)
    counted = question.outcome is not None
    runs = ((each, simulate(other, run.settings, outcomes=counted)) for each, other in variants)
    return Answer(joined(report, analyses(question, runs, level)))


def grid(
    run: Run,
    sides: Mapping[str, Side],
    *,
    arms: Sequence[str] = (),
    outcome: str | None = None,
    wtp: float | None = None,
    budget: bool = False,
    payer: str | None = None,
    level: float = LEVEL,
) -> Answer:
    """Two numbers varied together: the saving, or the net benefit, at each pair of their values.

    sides: two paths, each with its lowest and highest value and how many values lie between them,
        ends included, in the unit in which the number is stated; None for the usual five.
    budget, payer: turn the answer into the net of the whole rollout for a payer, `public` or `all`;
        a number of the rollout does so, too.

    Raises TypeError for what is no run or no sides, and AskedError for what the scenario has not.
    """
    _check("grid", run, level)
    from ipscost.analysis.what_if.two_way import MOST_STEPS, GridSide
    from ipscost.report.what_if.grid import grid as report_of

    example = "{'cost.programme.ips': (900, 12000, 5), 'cost.psychiatric.hospital.ips': None}"
    chosen = []
    for path, values in asked.by_path("sides", sides, example).items():
        if not values:
            chosen.append(GridSide(path))
            continue
        low, high, steps = values if len(values) == 3 else (0.0, 0.0, 0.0)
        if low >= high or steps not in range(2, MOST_STEPS + 1):
            raise AskedError(
                f"sides of {path} are its lowest and highest value and how many, from 2 to "
                f"{MOST_STEPS}, not {values}; write {example}"
            )
        chosen.append(GridSide(path, low, high, int(steps)))
    rolled = asked.Rolled(budget, payer, tuple(side.path for side in chosen), level)
    return Answer(report_of(asked.question(run, arms, outcome, wtp, rolled), chosen, level))


def threshold(
    run: Run,
    path: str,
    *,
    arms: Sequence[str] = (),
    outcome: str | None = None,
    wtp: float | None = None,
    budget: bool = False,
    payer: str | None = None,
    level: float = LEVEL,
) -> Answer:
    """How high or low the number at `path` may go before the saving, or net benefit, is zero.

    budget, payer: turn the answer into the net of the whole rollout for a payer, `public` or `all`;
        the path of a number of the rollout does so, too.

    Raises TypeError for what is no run or no path, ScenarioError (E304) for a path that there is
    not, and AskedError for an arm or outcome that there is not.
    """
    _check("threshold", run, level)
    from ipscost.report.what_if.threshold import threshold as report_of

    number = asked.path_of("threshold", path)
    rolled = asked.Rolled(budget, payer, (number,), level)
    question = asked.question(run, arms, outcome, wtp, rolled)
    return Answer(report_of(question, number, level))


def compare(
    *runs: Run,
    names: Sequence[str] = (),
    base: str = "",
    arms: Sequence[str] = (),
    people: int | None = None,
    inputs: bool = False,
    allow: Sequence[str] = (),
    level: float = LEVEL,
) -> Answer:
    """Runs side by side, and the difference of each to the base, the first unless one is named.

    names: what to call each run, one for each; by default the name of its scenario, and where
        several are of one file, what was changed in it.
    base: the name of the run, or `name:arm`, that differences are taken to.
    arms: the interventions to show of scenarios that have several.
    people: as in `summary`.
    inputs: also which inputs differ, and what each explains.
    allow: `horizon` or `perspective`, or `all`: compare although they differ in this.

    A run in money whose price year is not known stands in a table of its own.

    Raises TypeError for what is no run; AskedError where there is nothing to compare, and where the
    runs have other money or settings; ScenarioError (E311) for another horizon or perspective.
    """
    asked.check_level(level)
    asked.check_people(people)
    for run in runs:
        asked.check_run("compare", run)
    if not runs:
        raise TypeError("compare takes runs; write ipscost.compare(run, other)")
    from ipscost.analysis.compare.cases import ALLOWED
    from ipscost.analysis.compare.cases import names as names_of
    from ipscost.report.compare.labels import headed
    from ipscost.report.compare.report import compare as report_of
    from ipscost.report.people import with_people

    whys = asked.alike(runs)
    asked.check_among("allow", asked.names("allow", allow), ALLOWED)
    shown, called = asked.names("arms", arms), told_apart(runs, asked.names("names", names))
    together = [run for run, why in zip(called, whys, strict=True) if not why]
    aside = [(run, why) for run, why in zip(called, whys, strict=True) if why]
    report = report_of(
        together, level, base=base, arms=shown, inputs=inputs, allow=allow, aside=aside
    )
    scenarios = [run.scenario for run in headed(together)]
    by_name = dict(zip(names_of(scenarios), scenarios, strict=True))
    return Answer(with_people(report, by_name, people))


def evidence(
    *runs: Run,
    money: str | None = None,
    pool: str | None = None,
    allow: Sequence[str] = (),
    level: float = LEVEL,
) -> Answer:
    """Published evaluations side by side, each against its comparator; pooled where asked for.

    runs: of scenarios that tell a study; without any, all that come with ipscost are run.
    money: that costs are told in, as EUR_2024/DEU; by default kroner of the last year with prices.
    pool: `risk_ratio`, `odds_ratio` or `difference`: one effect of them all, in place of the table.
    allow: `outcome`, `horizon` or `zero`: pool studies although they differ in this.

    Raises TypeError for what is no run; AskedError for one that tells no study, for money without
    prices, and for effects that cannot be pooled.
    """
    asked.check_level(level)
    for run in runs:
        asked.check_run("evidence", run)
        if run.scenario.study is None:
            raise AskedError(f"{run.scenario.name} tells no study; leave its run out")
    from ipscost.library.elsewhere import side_by_side

    return Answer(side_by_side(runs, money, pool, asked.names("allow", allow), level))


def explain(run: Run, path: str, level: float = LEVEL) -> Answer:
    """The journey of one number, from its line in the file to its share of the total.

    path: of a number, category, group or outcome: `cost.programme.ips`; `cost` is the total.

    Raises TypeError for what is no run or no path, ScenarioError (E304) for one that there is not.
    """
    _check("explain", run, level)
    from ipscost.report.explain.report import explain as report_of

    return Answer(report_of(run, asked.path_of("explain", path), level))


def verify(run: Run) -> Answer:
    """The run against the published results that its scenario must reproduce.

    In `.frame()`, rows whose measure is `agrees` hold 1 where a result agrees, else 0. Raises
    TypeError for what is no run.
    """
    _check("verify", run)
    from ipscost.report.verify.report import verify as report_of

    return Answer(report_of(run)[0])


def calibrate(run: Run, seed: int = SEED, starts: int = STARTS) -> Answer:
    """Fits the unknown numbers of the scenario to its targets, and says which these determine.

    Of the run, only its scenario is used. starts: how many searches begin, each at other values,
    from 1; seed: of where they begin.

    Raises TypeError for what is no run or no whole number; ScenarioError where there is nothing to
    fit (E249), or a target cannot be reached or is not moved (E244, E246, E248).
    """
    _check("calibrate", run)
    for name, value in (("seed", seed), ("starts", starts)):
        asked.check_whole(name, value)
        if value < (name == "starts"):
            raise ValueError(f"{name} is too small: {value}; write {name}=8")
    from ipscost.analysis.calibrate.calibrated import calibrated
    from ipscost.report.calibrate.report import report as report_of

    return Answer(report_of(calibrated(run.scenario, seed, starts)))


def _check(name: str, run: object, level: object = LEVEL) -> None:
    """Holds what every analysis is given against what it takes."""
    asked.check_run(name, run)
    asked.check_level(level)


def _for(people: int | None, report: Report, run: Run) -> Answer:
    """The answer for so many people in all, or for as many as the scenario states."""
    from ipscost.report.people import with_people

    return Answer(with_people(report, {report.scenario: run.scenario}, people))
