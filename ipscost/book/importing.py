"""From a workbook that came back to the scenario of what was changed in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ipscost.analysis.budget.accounts import budget
from ipscost.analysis.budget.books import CONSTANT
from ipscost.book.budget.brief import NAME
from ipscost.book.build import parts_of
from ipscost.book.changes import InputChanges, changes_of
from ipscost.book.inputs import InputCells
from ipscost.book.reading import Returned, returned
from ipscost.book.record import digest_of
from ipscost.book.variant import settings_of, variant_text
from ipscost.errors import AskedError, Problem, ScenarioError, Span
from ipscost.loading import Reading, build, read
from ipscost.messages import Message
from ipscost.rounding import OERE
from ipscost.run import Run, simulate
from ipscost.scenario.nouns import Scenario
from ipscost.settings import Settings
from ipscost.units import parse_money
from ipscost.words import LANGUAGES

NEARLY = 1e-9
"""A sum over years and payers that is no further than this part from another is the same."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read back: the scenario file as text, what was changed, and the run with it."""

    text: str
    changes: InputChanges
    run: Run


def imported(file: Path, out: Path, scenario: str = "") -> Imported:
    """The scenario of what was changed in a workbook.

    out: the file that it is for. scenario: the file that the workbook was made from, where that is
    no longer at the place that the workbook names.

    Raises AskedError, with what to do, for a workbook that cannot be read back or in which nothing
    was changed, and ScenarioError for changed inputs that no scenario may have.
    """
    back = returned(file)
    _check_record(back)
    reading = _reading(back, scenario)
    base, extra = _base(back, reading)
    run = simulate(base, Settings(draws=0))
    if digest_of(base) != back.record("digest"):
        raise AskedError(
            Message(
                "{shown} has changed since {file} was made from it, or is another scenario; "
                "write it anew with ipscost workbook {shown} --out {name}, and enter the "
                "changes there",
                shown=reading.shown,
                file=file,
                name=file.name,
            )
        )
    made = parts_of(run, str(back.record("language")))
    changes = changes_of(made.book, made.inputs, back)
    if not changes:
        raise AskedError(
            Message(
                "no input of {file} differs from {shown}, so there is nothing to write; change "
                "a yellow cell, save the workbook, and import it again",
                file=file,
                shown=reading.shown,
            )
        )
    _follow(changes, base)
    try:
        after = _built(back, reading, settings_of(changes, base))
    except ScenarioError as error:
        raise ScenarioError(
            _in_workbook(each, made.inputs, back) for each in error.problems
        ) from None
    now = simulate(after, Settings(draws=0))
    _check_results(back, now)
    text = variant_text(changes, after, reading, file.name, out, extra)
    return Imported(text, changes, now)


def _follow(changes: InputChanges, base: Scenario) -> None:
    """Adds the clients a year that follow from a changed caseload, where the file states both."""
    rollout = base.rollout
    staff, support = (None, None) if rollout is None else (rollout.staff, rollout.support)
    if staff is None or support is None or staff.caseload is None:
        return
    a_year, caseload, months = staff.clients_per_year, staff.caseload, support.months
    if a_year is not None and {caseload.path, months.path} & changes.values.keys():
        now = {each.path: changes.values.get(each.path, each.value) for each in (caseload, months)}
        changes.values[a_year.path] = 12 * now[caseload.path] / now[months.path]
        changes.before[a_year.path] = a_year.value


def _check_record(back: Returned) -> None:
    """Refuses a record that ipscost does not write: somebody wrote into it."""
    try:
        parse_money(str(back.record("money")))
        known = back.record("language") in LANGUAGES
    except ValueError:
        known = False
    if not known:
        raise AskedError(
            Message(
                "the language or the money in the record of {file} was changed; undo that, or "
                "write the workbook anew",
                file=back.file,
            )
        )


def _reading(back: Returned, scenario: str) -> Reading:
    """The files of the scenario that a workbook was made from: where it says, or beside it."""
    named = scenario or str(back.record("scenario"))
    beside = back.file.parent / Path(named).name
    given = str(beside) if not scenario and not Path(named).exists() and beside.exists() else named
    try:
        return read(given)
    except ScenarioError:
        if scenario:
            raise
        raise AskedError(
            Message(
                "{file} was made from {named}, which is not here; add --scenario FILE",
                file=back.file,
                named=named,
            )
        ) from None


def _base(back: Returned, reading: Reading) -> tuple[Scenario, dict[str, Any]]:
    """The scenario as it was when the workbook was made, and the keys that say how it was seen."""
    own = build(reading)
    scenario = _built(back, reading, [])
    extra = {}
    if scenario.money != own.money:
        extra["money"] = str(scenario.money)
    if scenario.perspective != own.perspective:
        extra["perspective"] = scenario.perspective
    return scenario, extra


def _built(back: Returned, reading: Reading, settings: list[str]) -> Scenario:
    """The scenario with some changes, in the money and from the perspective of the workbook."""
    year = parse_money(str(back.record("money"))).year
    own = build(reading)
    seen = [f"--perspective={back.record('perspective')}"]
    if own.perspective == back.record("perspective"):
        seen = []
    if str(own.money) == back.record("money"):
        year = None
    return build(reading, [*settings, *seen], price_year=year)


def _check_results(back: Returned, run: Run) -> None:
    """Refuses a workbook that shows other savings than ipscost has with its inputs."""
    point = run.point
    weight = point.weight(run.scenario.perspective)
    for arm in run.scenario.interventions:
        shown = back.named(f"saving.{arm}")
        value = None if shown is None else shown.shown
        saving = -float(point.difference_of(arm, weight)[0])
        if shown is None or not isinstance(value, int | float):
            raise AskedError(
                Message(
                    "{file} does not show what {arm} saves; open it in Excel or LibreOffice, "
                    "save it so that it is computed, and import it again",
                    file=back.file,
                    arm=arm,
                )
            )
        if abs(value - saving) > OERE:
            raise AskedError(
                Message(
                    "{file} shows in {place} that {arm} saves {value:,.2f}, and ipscost has "
                    "{saving:,.2f} with the same inputs; either the workbook was saved without "
                    "being computed (open it in Excel or LibreOffice and save it), or "
                    "something else than an input was changed in it (undo that)",
                    file=back.file,
                    place=shown.place,
                    arm=arm,
                    value=value,
                    saving=saving,
                )
            )
    if run.scenario.rollout is not None:
        _check_budget(back, run)


def _check_budget(back: Returned, run: Run) -> None:
    """Refuses a workbook that shows another net of the rollout than ipscost has with its inputs."""
    own = budget(run.scenario, replace(run.settings, draws=0))
    net = -float(own.point[CONSTANT].net()[:, :, 0].sum())
    shown = back.named(NAME)
    value = None if shown is None else shown.shown
    if shown is not None and isinstance(value, int | float):
        if abs(value - net) <= max(OERE, NEARLY * abs(net)):
            return
        raise AskedError(
            Message(
                "{file} shows in {place} that the rollout gains {value:,.2f}, and ipscost has "
                "{net:,.2f} with the same inputs; either the workbook was saved without being "
                "computed (open it in Excel or LibreOffice and save it), or something else than "
                "an input was changed in it (undo that)",
                file=back.file,
                place=shown.place,
                value=value,
                net=net,
            )
        )
    raise AskedError(
        Message(
            "{file} does not show what the rollout gains; open it in Excel or LibreOffice, save "
            "it so that it is computed, and import it again",
            file=back.file,
        )
    )


def _in_workbook(problem: Problem, inputs: InputCells, back: Returned) -> Problem:
    """A problem with a changed input, at its cell."""
    path = problem.path
    while path and path not in inputs.values:  # behind it stands how it is stated: .ratio, .bounds
        path = path.rpartition(".")[0]
    cell = inputs.values.get(path)
    there = back.named(cell.name) if cell is not None and cell.name else None
    where = str(back.file) if there is None else f"{back.file} {there.place}"
    return replace(problem, span=Span(where))
