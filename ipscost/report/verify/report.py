"""verify: the results of a run next to the published ones that its scenario must reproduce."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from ipscost.analysis.interval import Interval
from ipscost.analysis.verify import Finding, findings, unit_of
from ipscost.report.notes.about import named, of_run, written
from ipscost.report.report import Column, Note, Report, Row, Short, Table
from ipscost.report.verify.figures import figures
from ipscost.report.verify.notes import NOTES, told_of
from ipscost.report.verify.wording import label, what
from ipscost.run import Run
from ipscost.words.text import Words, say

VERDICTS = ("differs", "not_known", "disagrees", "off", "unchecked", "agrees")
"""The verdicts, first those that a reader must see."""
MOST_ROWS = 6
"""So many results, of a line or two each, fit on a screen of 24 lines with what stands around."""


def verify(run: Run) -> tuple[Report, bool]:
    """The report that compares published with simulated results, and whether all agree."""
    scenario = run.scenario
    found = findings(run)
    verdicts = [finding.verdict for finding in found]
    bad = sum(verdict in ("differs", "not_known") for verdict in verdicts)
    good, unchecked = verdicts.count("agrees"), verdicts.count("unchecked")
    off, disagreeing = verdicts.count("off"), verdicts.count("disagrees")
    given = sum(f.target.by_construction and f.verdict == "agrees" for f in found)
    counts = {"construction": given, "off": off, "unchecked": unchecked}
    besides = [key for key, number in counts.items() if number]
    name = scenario.name
    if run.scenario.transfer is not None and run.scenario.targets and not found:
        sentence = say("verify_carried", name=name)
    elif not found:
        sentence = say("verify_none", name=name)
    elif bad:
        sentence = say("verify_bad", name=name, bad=bad, count=len(found))
    elif unchecked or off or disagreeing or len(found) == 1:
        key = "_".join(("verify_some", *besides))
        sentence = say(key, name=name, good=good, count=len(found), **counts)
    else:
        key = "_".join(("verify_good", *besides))
        sentence = say(key, name=name, count=len(found), **counts)
    contradiction = (say("verify_disagrees", count=disagreeing),) if disagreeing else ()
    cautions = tuple(_caveats(run, found))
    report = Report(
        scenario=name,
        headline=(sentence, *contradiction),
        tables=(_table(run, found),) if found else (),
        notes=(*cautions, *written(NOTES, of_run(found, run))),
        record=asdict(run.record),
        figures=tuple(figures(run, found)),
        short=Short((_table(run, found, short=True),) if found else (), cautions),
    )
    return report, bad == 0


def _caveats(run: Run, found: tuple[Finding, ...]) -> Iterator[Note]:
    """That results agree since they are inputs, or differ by as much as the file allows.

    Before these, with what each one disagrees that does not follow from what is printed beside it.
    """
    for each in found:
        if each.verdict == "disagrees":
            yield named("caveat_disagrees", told_of(run, each))
    if any(each.target.by_construction and each.verdict == "agrees" for each in found):
        yield named("caveat_construction", say("note_construction"))
    if any(each.verdict == "off" for each in found):
        yield named("caveat_off", say("note_off"))


def _first(found: tuple[Finding, ...]) -> list[int]:
    """The places of the results that tell most: what differs, then what is no input; few of them.

    In the order of the file.
    """

    def rank(place: int) -> tuple[int, bool]:
        finding = found[place]
        return VERDICTS.index(finding.verdict), finding.target.by_construction

    return sorted(sorted(range(len(found)), key=rank)[:MOST_ROWS])


def _verdict(finding: Finding) -> Words:
    """Whether a result agrees, or agrees `by construction` and could not do otherwise."""
    given = finding.target.by_construction and finding.verdict == "agrees"
    return say("by_construction" if given else finding.verdict)


def _table(run: Run, found: tuple[Finding, ...], *, short: bool = False) -> Table:
    """Published, simulated and the difference, in the unit of each result.

    A `short` one has the results that tell most, without the difference and their sources; its
    title says how many are shown.
    """
    columns = (
        Column(say("published"), numeric=True),
        Column(say("simulated"), numeric=True),
        *(() if short else (Column(say("difference"), style="signed", numeric=True),)),
        Column(say("verdict")),
    )
    rows = []
    for number in _first(found) if short else range(len(found)):
        finding = found[number]
        target = finding.target
        values = (target.value, finding.simulated, finding.difference)[: len(columns) - 1]
        rows.append(
            Row(
                f"reproduces.{number}",
                what(run, target) if short else label(run, target),
                (
                    *(None if value is None else Interval(value) for value in values),
                    _verdict(finding) if short else say(finding.verdict),
                ),
                unit_of(target, run.scenario),
                points=target.what == "difference",
            )
        )
    title = say("title_verify", name=run.scenario.name)
    if len(rows) < len(found):
        counts = {"shown": len(rows), "count": len(found)}
        title = say("title_verify_some", name=run.scenario.name, **counts)
    return Table(title, say("result"), columns, tuple(rows), name="results")
