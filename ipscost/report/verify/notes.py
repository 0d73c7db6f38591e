"""What a reader of verify has to know: what verdicts mean, and what the file says of results."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.verify import Finding, is_counted_otherwise
from ipscost.report.notes.about import About, Writer
from ipscost.report.verify.wording import what
from ipscost.words.text import Words, say

Findings = tuple[Finding, ...]
"""The finding for each published result."""


def verdicts(about: About[Findings]) -> Iterator[Words]:
    """When a result agrees."""
    if about.found:
        yield say("note_verdict")


def by_construction(about: About[Findings]) -> Iterator[Words]:
    """That a result agrees because a number was chosen to give it."""
    if any(f.target.by_construction and f.verdict == "agrees" for f in about.found):
        yield say("note_construction")


def calibrated(about: About[Findings]) -> Iterator[Words]:
    """That numbers were fitted to a result."""
    if any(finding.target.calibrated for finding in about.found):
        yield say("note_calibrated")


def off(about: About[Findings]) -> Iterator[Words]:
    """That a result is as far off as the file says."""
    if any(finding.verdict == "off" for finding in about.found):
        yield say("note_off")


def verified_time(about: About[Findings]) -> Iterator[Words]:
    """That time in states is counted differently from the publication."""
    if is_counted_otherwise(about.run):
        yield say("note_verify_time")


def target_notes(about: About[Findings]) -> Iterator[Words]:
    """What the file says of its published results."""
    for finding in about.found:
        if finding.target.note:
            named = what(about.run, finding.target)
            yield say("note_target", what=named, text=finding.target.note)


NOTES: tuple[Writer[Findings], ...] = (
    verdicts,
    by_construction,
    calibrated,
    off,
    verified_time,
    target_notes,
)
