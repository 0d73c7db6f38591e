"""verify: what a run gives beside the published results that its scenario must reproduce."""

from __future__ import annotations

from dataclasses import asdict

from ipscost.analysis.interval import Interval
from ipscost.analysis.verify import Finding, findings
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import Column, Report, Row, Table
from ipscost.report.verify.notes import NOTES, Verified
from ipscost.run import Run
from ipscost.scenario.nouns import Target
from ipscost.words.text import Text, Words, glued, joined, say


def verify(run: Run) -> tuple[Report, bool]:
    """The report of published against simulated, and whether nothing differs."""
    scenario = run.scenario
    found = findings(run)
    verdicts = [finding.verdict for finding in found]
    bad = sum(verdict in ("differs", "not_known") for verdict in verdicts)
    good, unchecked = verdicts.count("agrees"), verdicts.count("unchecked")
    off = verdicts.count("off")
    given = sum(f.target.by_construction and f.verdict == "agrees" for f in found)
    counts = {"construction": given, "off": off, "unchecked": unchecked}
    more = glued(*(say(f"verify_{key}", count=n) for key, n in counts.items() if n))
    name = scenario.name
    if not found:
        sentence = say("verify_none", name=name)
    elif bad:
        sentence = say("verify_bad", name=name, bad=bad, count=len(found))
    elif unchecked or off or len(found) == 1:
        sentence = say("verify_some", name=name, good=good, count=len(found), more=more)
    else:
        sentence = say("verify_good", name=name, count=len(found), more=more)
    tables = (_table(run, found),) if found else ()
    names = tuple(_what(run, finding.target) for finding in found)
    notes = written(NOTES, of_run(Verified(found, names), run))
    report = Report(name, (sentence,), tables, notes, asdict(run.record))
    return report, bad == 0


def _table(run: Run, found: tuple[Finding, ...]) -> Table:
    rows = []
    for number, finding in enumerate(found, start=1):
        target, value = finding.target, finding.simulated
        source: Words = f"{target.source.name} {target.place}".strip() if target.source else ""
        if target.by_construction:
            source = joined((source, say("by_construction")), "; ")
        if target.calibrated:
            source = joined((source, say("calibrated")), "; ")
        change = None if value is None else Interval(value - target.value)
        cells = (
            Interval(target.value),
            None if value is None else Interval(value),
            change,
            say(finding.verdict),
            None
            if finding.verdict == "unchecked"
            else Interval(float(finding.verdict == "agrees")),
        )
        text = glued(_what(run, target), " (", source, ")")
        path, points = f"reproduces.{number - 1}", target.what == "difference"
        rows.append(
            Row(path, "leaf", text, cells, unit=_unit(run, target), points=points, arm=target.arm)
        )
    return Table(
        title=say("title_verify", name=run.scenario.name),
        first=say("result"),
        columns=(
            Column(say("published"), "published"),
            Column(say("simulated"), "simulated"),
            Column(say("difference"), "difference", style="signed"),
            Column(say("verdict")),
            Column(say("verdict"), "agrees", unit="share", shown=False),
        ),
        rows=tuple(rows),
    )


def _what(run: Run, target: Target) -> Words:
    """`Saving, IPS: Total, DKK`."""
    arm = run.scenario.arms[target.arm].label
    return glued(say(f"what_{target.what}"), ", ", arm, ": ", _name(run, target))


def _name(run: Run, target: Target) -> Words:
    """What the target is of, for readers, with its unit where it is money."""
    scenario = run.scenario
    if target.path == "cost":
        label: Text = say("total")
    elif target.path in scenario.groups:
        label = scenario.groups[target.path].label
    else:
        label = scenario.holders[target.path].label
    return joined((label, target.unit), ", ")


def _unit(run: Run, target: Target) -> str:
    """The unit that the target's value is shown in."""
    if target.what == "p":
        return "p"
    if target.what in ("relative", "probability"):
        return "share"
    if target.path.startswith("outcome."):
        outcome = next(o for o in run.scenario.outcomes if o.path == target.path)
        return str(outcome.unit)
    bare = "_" not in target.unit
    return f"{run.scenario.stated_money}/person" if bare else f"{target.unit.split('/')[0]}/person"
