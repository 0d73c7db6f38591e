"""The notes under verify: what the verdicts mean, and the file's own notes."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.stress.tested import Tested
from ipscost.analysis.verify import Finding, is_counted_otherwise
from ipscost.report.notes.about import About, Writer
from ipscost.report.verify.wording import what
from ipscost.run import Run
from ipscost.words.text import Words, say

Findings = tuple[Finding, ...]
"""What was found of each published result."""


def verdicts(about: About[Findings]) -> Iterator[Words]:
    """Explains when a result agrees."""
    if about.found:
        yield say("note_verdict")


def by_construction(about: About[Findings]) -> Iterator[Words]:
    """Says that a number was chosen to reproduce a result."""
    if any(f.target.by_construction and f.verdict == "agrees" for f in about.found):
        yield say("note_construction")


def calibrated(about: About[Findings]) -> Iterator[Words]:
    """Says that numbers were calibrated to a result."""
    if any(finding.target.calibrated for finding in about.found):
        yield say("note_calibrated")


def off(about: About[Findings]) -> Iterator[Words]:
    """Says that a result differs by as much as the file states."""
    if any(finding.verdict == "off" for finding in about.found):
        yield say("note_off")


def verified_time(about: About[Findings]) -> Iterator[Words]:
    """Says that time in states is compared without discounting."""
    if is_counted_otherwise(about.run):
        yield say("note_verify_time")


def target_notes(about: About[Findings]) -> Iterator[Words]:
    """Gives the file's notes on its published results."""
    for finding in about.found:
        if finding.target.note and finding.verdict != "disagrees":
            yield told_of(about.run, finding)


def told_of(run: Run, finding: Finding) -> Words:
    """The file's note on a published result."""
    return say("note_target", what=what(run, finding.target), text=finding.target.note or "")


NOTES: tuple[Writer[Findings], ...] = (
    verdicts,
    by_construction,
    calibrated,
    off,
    verified_time,
    target_notes,
)


Tests = tuple[Tested, ...]
"""What each test of a model found."""


def stress_tests(about: About[Tests]) -> Iterator[Words]:
    """Says which tests these are, and when one holds."""
    if about.found:
        yield say("note_stress")


def checklists(about: About[Tests]) -> Iterator[Words]:
    """Says when an item of a checklist is met."""
    if about.found:
        yield say("note_checklists")


STRESS: tuple[Writer[Tests], ...] = (stress_tests, checklists)
