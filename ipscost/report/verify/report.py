"""verify: the results of a run next to the published ones that it must reproduce."""

from __future__ import annotations

from dataclasses import asdict

from ipscost.analysis.interval import Interval
from ipscost.analysis.verify import Finding, findings, unit_of
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import Column, Report, Row, Table
from ipscost.report.verify.figures import figures
from ipscost.report.verify.notes import NOTES
from ipscost.report.verify.wording import label
from ipscost.run import Run
from ipscost.words.text import glued, say


def verify(run: Run) -> tuple[Report, bool]:
    """The report of published against simulated results, and True if none differs."""
    scenario = run.scenario
    results = findings(run)
    verdicts = [finding.verdict for finding in results]
    bad = sum(verdict in ("differs", "not_known") for verdict in verdicts)
    good, unchecked = verdicts.count("agrees"), verdicts.count("unchecked")
    off = verdicts.count("off")
    given = sum(f.target.by_construction and f.verdict == "agrees" for f in results)
    counts = {"construction": given, "off": off, "unchecked": unchecked}
    more = glued(*(say(f"verify_{key}", count=n) for key, n in counts.items() if n))
    name = scenario.name
    if not results:
        sentence = say("verify_none", name=name)
    elif bad:
        sentence = say("verify_bad", name=name, bad=bad, count=len(results))
    elif unchecked or off or len(results) == 1:
        sentence = say("verify_some", name=name, good=good, count=len(results), more=more)
    else:
        sentence = say("verify_good", name=name, count=len(results), more=more)
    tables = (_table(run, results),) if results else ()
    notes = written(NOTES, of_run(results, run))
    numbers = tuple(figures(run, results))
    report = Report(name, (sentence,), tables, notes, asdict(run.record), numbers)
    return report, bad == 0


def _table(run: Run, results: tuple[Finding, ...]) -> Table:
    """Published, simulated and the difference, in the unit of each result."""
    columns = (
        Column(say("published"), numeric=True),
        Column(say("simulated"), numeric=True),
        Column(say("difference"), style="signed", numeric=True),
        Column(say("verdict")),
    )
    rows = []
    for number, finding in enumerate(results):
        target = finding.target
        values = (target.value, finding.simulated, finding.difference)
        rows.append(
            Row(
                f"reproduces.{number}",
                label(run, target),
                (
                    *(None if value is None else Interval(value) for value in values),
                    say(finding.verdict),
                ),
                unit_of(target, run.scenario),
                points=target.what == "difference",
            )
        )
    title = say("title_verify", name=run.scenario.name)
    return Table(title, say("result"), columns, tuple(rows))
