"""verify --stress: the tests of a model as a table, and two checklists filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from ipscost.analysis import checklists
from ipscost.analysis.checklists import MISSING, PARTLY, UNNEEDED
from ipscost.analysis.interval import Interval
from ipscost.analysis.stress.run import stressed
from ipscost.analysis.stress.tested import BROKEN, HELD, NONE, Tested
from ipscost.report.checklists import checklist, practice
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import Column, Figure, Report, Row, Short, Table
from ipscost.report.verify.notes import STRESS
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, listing, say, series


def stress(run: Run, shorter: Scenario | None = None) -> tuple[Report, bool]:
    """The tests of a run's model with the checklists, and whether all that apply hold.

    shorter: the scenario with a shorter horizon, where its amounts allow one.
    """
    tested = stressed(run, shorter)
    tests, passed = table_of_tests(run, tested), all(each.verdict != BROKEN for each in tested)
    report = Report(
        scenario=run.scenario.name,
        headline=(_sentence(run, tested), _cheers_in_short(run)),
        tables=(tests, *checklist_tables(run, tested)),
        notes=written(STRESS, of_run(tested, run)),
        record=asdict(run.record),
        figures=tuple(_figures(tested)),
        short=Short((_by_domain(run, tested),)),
    )
    return report, passed


def _sentence(run: Run, tested: Sequence[Tested]) -> Words:
    """How many tests hold, or which do not."""
    name, verdicts = run.scenario.name, [each.verdict for each in tested]
    broken = [say(f"test_{each.name}") for each in tested if each.verdict == BROKEN]
    held, none = verdicts.count(HELD), verdicts.count(NONE)
    if broken:
        key = "stress_broken_one" if len(broken) == 1 else "stress_broken"
        counts = {"broken": len(broken), "count": len(tested) - none}
        return say(key, name=name, tests=listing(broken), **counts)
    key = ("stress_held", "stress_held_but_one", "stress_held_some")[min(none, 2)]
    return say(key, name=name, held=held, none=none)


def table_of_tests(run: Run, tested: Sequence[Tested]) -> Table:
    """Each test, on how many numbers it was tried, and whether it holds; a failure says where."""
    columns = (Column(say("stress_tried"), numeric=True), Column(say("checklist_met")))
    rows = []
    for each in tested:
        tried = say("stress_count", count=each.tried) if each.tried else None
        cells = (tried, _verdict(each))
        rows.append(Row(f"stress.{each.name}", say(f"test_{each.name}"), cells))
    title = say("title_stress", name=run.scenario.name)
    return Table(title, say("stress_test"), columns, tuple(rows), name="stress")


def _cheers_in_short(run: Run) -> Words:
    """How many items of CHEERS 2022 are met, of those that apply."""
    found = [item.status for item in checklists.cheers(run) if item.status != UNNEEDED]
    partly, missing = found.count(PARTLY), found.count(MISSING)
    counts = {"met": len(found) - partly - missing, "partly": partly, "missing": missing}
    return say("stress_cheers", name=run.scenario.name, all=len(found), **counts)


def _verdict(each: Tested) -> Words:
    """Whether a test holds; of one that does not, where it fails most, or why it does not apply."""
    verdict = say(f"tested_{each.verdict}")
    if each.why:
        return series((verdict, say(f"why_{each.why}")), ": ")
    if each.verdict == BROKEN and each.place:
        return series((verdict, each.place), ": ")
    return verdict


def _by_domain(run: Run, tested: Sequence[Tested]) -> Table:
    """How many tests of each domain hold, fail, and do not apply; then the tests that fail."""
    verdicts = (HELD, BROKEN, NONE)
    columns = tuple(Column(say(f"tests_{verdict}"), numeric=True) for verdict in verdicts)
    rows = []
    for domain in dict.fromkeys(each.domain for each in tested):
        own = [each.verdict for each in tested if each.domain == domain]
        counts = (own.count(verdict) for verdict in verdicts)
        cells = tuple(say("stress_count", count=count) if count else None for count in counts)
        rows.append(Row(f"stress.{domain}", say(f"domain_{domain}"), cells))
    title = say("title_stress", name=run.scenario.name)
    return Table(title, say("stress_domain"), columns, tuple(rows), name="stress_domains")


def checklist_tables(run: Run, tested: Sequence[Tested]) -> tuple[Table, ...]:
    """CHEERS 2022 and AdViSHE, and good practice of budgets where there is a rollout."""
    return (
        checklist(run.scenario, "cheers", checklists.cheers(run)),
        checklist(run.scenario, "advishe", checklists.advishe(run, tested)),
        *practice(run.scenario),
    )


def _figures(tested: Sequence[Tested]) -> Iterator[Figure]:
    """For machines: 1 for a test that holds, 0 for one that fails; its largest error; its tries."""
    for each in tested:
        if each.verdict == NONE:
            continue
        path, label = f"stress.{each.name}", say(f"test_{each.name}")
        yield Figure("holds", path, "leaf", label, Interval(float(each.verdict == HELD)))
        yield Figure("tried", path, "leaf", label, Interval(float(each.tried)))
        if each.worst is not None:
            yield Figure("largest_error", path, "leaf", label, Interval(each.worst))
