"""What a reader of verify must know: what the verdicts mean, and what the file says of results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipscost.analysis.verify import Finding, is_counted_otherwise
from ipscost.report.notes.about import About, Writer
from ipscost.words.text import Words, say


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of each published result, and what these are called."""

    findings: tuple[Finding, ...]
    names: tuple[Words, ...]


def verdicts(about: About[Verified]) -> Iterator[Words]:
    """When a result agrees."""
    if about.found.findings:
        yield say("note_verdict")


def by_construction(about: About[Verified]) -> Iterator[Words]:
    """That a result agrees since a number was chosen to give it."""
    if any(f.target.by_construction and f.verdict == "agrees" for f in about.found.findings):
        yield say("note_construction")


def calibrated(about: About[Verified]) -> Iterator[Words]:
    """That numbers were fitted to a result."""
    if any(finding.target.calibrated for finding in about.found.findings):
        yield say("note_calibrated")


def off(about: About[Verified]) -> Iterator[Words]:
    """That a result is as far off as the file says."""
    if any(finding.verdict == "off" for finding in about.found.findings):
        yield say("note_off")


def verified_time(about: About[Verified]) -> Iterator[Words]:
    """That time in states is counted otherwise than published."""
    if is_counted_otherwise(about.run):
        yield say("note_verify_time")


def target_notes(about: About[Verified]) -> Iterator[Words]:
    """What the file says of its published results."""
    for finding, name in zip(about.found.findings, about.found.names, strict=True):
        if finding.target.note:
            yield say("note_target", what=name, text=finding.target.note)


NOTES: tuple[Writer[Verified], ...] = (
    verdicts,
    by_construction,
    calibrated,
    off,
    verified_time,
    target_notes,
)
