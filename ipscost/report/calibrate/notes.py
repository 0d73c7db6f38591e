"""The notes under calibrate: what was fitted, how precisely, and how to save it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from ipscost.analysis.calibrate.calibrated import Calibrated
from ipscost.analysis.calibrate.results import unidentified
from ipscost.errors import STDIN
from ipscost.report.calibrate.wording import target_name
from ipscost.report.notes import common, running
from ipscost.report.notes.about import About, Writer
from ipscost.words.text import Words, listing, say


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fit, what its unknowns are called, and whether it was written to a file."""

    fit: Calibrated
    names: tuple[Words, ...]
    wrote: bool


def fit_expected(about: About[Fitted]) -> Iterator[Words]:
    """Says that expected values were fitted."""
    yield say("note_calibrate_expected")


def fit_time(about: About[Fitted]) -> Iterator[Words]:
    """Says that time in states is not discounted here, unlike in other commands."""
    paths = (target.path for target in about.found.fit.targets)
    if about.scenario.is_counted_otherwise(paths):
        yield say("note_calibrate_time")


def fit_errors(about: About[Fitted]) -> Iterator[Words]:
    """Explains the standard errors."""
    yield say("note_calibrate_se")


def fit_distributions(about: About[Fitted]) -> Iterator[Words]:
    """Says which distribution each fitted number has."""
    found, is_unidentified = about.found.fit, unidentified(about.found.fit)
    dists = [
        say("calibrate_dist", label=name, dist=say(f"calibrate_{dist.name}"))
        for place, name in enumerate(about.found.names)
        if (dist := found.distribution(place)) is not None and not is_unidentified[place]
    ]
    if dists:
        yield say("note_calibrate_dist", dists=listing(dists))


def fit_starts(about: About[Fitted]) -> Iterator[Words]:
    """Says from how many starting points the same fit was reached."""
    found = about.found.fit
    key = "note_calibrate_starts_open" if unidentified(found).any() else "note_calibrate_starts"
    yield say(key, starts=found.fit.starts, same=found.fit.best.starts)


def fit_notes(about: About[Fitted]) -> Iterator[Words]:
    """Gives the file's notes on its unknowns and targets."""
    found = about.found.fit
    noted = [
        (each.note, name) for each, name in zip(found.unknowns, about.found.names, strict=True)
    ]
    noted += [(target.note, target_name(found.scenario, target)) for target in found.targets]
    for note, name in noted:
        if note is not None:
            yield say("note_calibrate_of", label=name, text=note)


def how_run(about: About[Fitted]) -> Iterator[Words]:
    """States how it was run."""
    record = about.run.record
    yield say(
        "note_calibrate_run",
        seed=about.found.fit.seed,
        version=record.version,
        scenario=record.scenario,
        digest=record.digest,
    )


def try_writing(about: About[Fitted]) -> Iterator[Words]:
    """Gives the command that saves the fit as a scenario, if it can be saved."""
    scenario = about.scenario
    can_write = not about.found.fit.fit.is_open.any() and scenario.file != STDIN
    if can_write and not scenario.settings and not about.found.wrote:
        words = ["ipscost", "calibrate", scenario.file]
        command = shlex.join([*words, "--out", f"{scenario.name}-calibrated.yaml"])
        yield say("note_calibrate_write", command=command)


NOTES: tuple[Writer[Fitted], ...] = (
    fit_expected,
    fit_time,
    fit_errors,
    fit_distributions,
    fit_starts,
    fit_notes,
    common.later_prices,
    running.changed,
    how_run,
    try_writing,
)
