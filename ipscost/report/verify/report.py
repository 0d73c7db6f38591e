"""verify: the results of a run next to the published ones that its scenario must reproduce."""

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
from ipscost.words.text import say


def verify(run: Run) -> tuple[Report, bool]:
    """The report that compares published with simulated results, and whether all agree."""
    scenario = run.scenario
    found = findings(run)
    verdicts = [finding.verdict for finding in found]
    bad = sum(verdict in ("differs", "not_known") for verdict in verdicts)
    good, unchecked = verdicts.count("agrees"), verdicts.count("unchecked")
    off = verdicts.count("off")
    given = sum(f.target.by_construction and f.verdict == "agrees" for f in found)
    counts = {"construction": given, "off": off, "unchecked": unchecked}
    besides = [key for key, number in counts.items() if number]
    name = scenario.name
    if not found:
        sentence = say("verify_none", name=name)
    elif bad:
        sentence = say("verify_bad", name=name, bad=bad, count=len(found))
    elif unchecked or off or len(found) == 1:
        key = "_".join(("verify_some", *besides))
        sentence = say(key, name=name, good=good, count=len(found), **counts)
    else:
        key = "_".join(("verify_good", *besides))
        sentence = say(key, name=name, count=len(found), **counts)
    tables = (_table(run, found),) if found else ()
    notes = written(NOTES, of_run(found, run))
    numbers = tuple(figures(run, found))
    report = Report(name, (sentence,), tables, notes, asdict(run.record), numbers)
    return report, bad == 0


def _table(run: Run, found: tuple[Finding, ...]) -> Table:
    """Published, simulated and the difference, in the unit of each result."""
    columns = (
        Column(say("published"), numeric=True),
        Column(say("simulated"), numeric=True),
        Column(say("difference"), style="signed", numeric=True),
        Column(say("verdict")),
    )
    rows = []
    for number, finding in enumerate(found):
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
