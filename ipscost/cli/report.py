"""The command that writes what people take away: report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost import files
from ipscost.cli.bounds import each_once
from ipscost.cli.command import command
from ipscost.cli.options import ForPeople, Language, ScenarioFile, Simulation, Sources
from ipscost.cli.output import promise_result, write
from ipscost.cli.values import check_among
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.what_if.tornado import Bounds
    from ipscost.report.page.material import Material

ENDINGS = {
    ".html": "ipscost.formats.page:html",
    ".pdf": "ipscost.formats.pdf:pdf",
    ".docx": "ipscost.formats.word:word",
}
"""By the ending of its name what a page is written as: a module, and its function."""
WORD = ".docx"
TEMPLATES = (".docx", ".dotx")

PageFile = Annotated[
    Path,
    typer.Option("--out", "-o", metavar="FILE.html|.pdf|.docx", show_default=False),
]
WhatIfOf = Annotated[
    list[str] | None,
    typer.Option("--what-if", metavar="PATH=LOW:HIGH", show_default=False),
]
TemplateFile = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE.docx", show_default=False),
]
AllowOf = Annotated[
    list[str] | None,
    typer.Option("--allow", metavar="horizon|perspective|all", show_default=False),
]


@command()
def report(
    *,
    out: PageFile,
    template: TemplateFile = None,
    what_if: WhatIfOf = None,
    allow: AllowOf = None,
    sources: Sources,
    group: ForPeople,
    simulation: Simulation,
    language: Language,
) -> None:
    """Write what people take away: a page, the same on paper, or two pages for a case."""
    written = _written_as(out)
    own = {} if template is None else {"template": _template(template, out)}
    varied = each_once(what_if or (), "--what-if")
    if varied and len(sources.files) > 1:
        raise AskedError(Message("--what-if changes numbers of one scenario; name one file"))
    from ipscost.formats import Page

    page = Page(language=language.language)
    if len(sources.files) == 1:
        from ipscost.report.page.one import document

        made = document(_of_one(sources, simulation, group.people, varied))
    else:
        from ipscost.report.page.several import document as side_by_side

        made = side_by_side(_of_several(sources, simulation, group.people), _allowed(allow or ()))
    from ipscost.formats import MissingLibraryError

    try:
        content = _format(written)(made, page, **own)
    except MissingLibraryError as error:
        raise AskedError(Message("--out {out}: {message}", out=out, message=error)) from None
    write(content, out)


def _allowed(words: Sequence[str]) -> Sequence[str]:
    """What the scenarios that are compared may differ in. Refuses any other word."""
    from ipscost.analysis.compare.cases import ALLOWED

    check_among("--allow", words, ALLOWED)
    return words


def _written_as(out: Path) -> str:
    """Which function writes a page of this name. Refuses an ending that none is for."""
    if out.suffix.lower() not in ENDINGS:
        endings = ", ".join(ENDINGS)
        name = f"{out.stem or 'page'}.html"
        message = Message(
            "--out {out}: a page ends in one of {endings}; write --out {name}",
            out=out,
            endings=endings,
            name=name,
        )
        raise AskedError(message)
    promise_result(out)
    from ipscost.formats import MissingLibraryError, require

    try:
        require(out.suffix.lower().lstrip("."))
    except MissingLibraryError as error:
        raise AskedError(Message("--out {out}: {message}", out=out, message=error)) from None
    return ENDINGS[out.suffix.lower()]


def _format(written: str) -> Callable[..., str | bytes]:
    """The function that writes a page."""
    module, name = written.split(":")
    function: Callable[..., str | bytes] = getattr(import_module(module), name)
    return function


def _template(file: Path, out: Path) -> bytes:
    """The content of a template of Word. Refuses it for another page, and another kind of file."""
    if out.suffix.lower() != WORD:
        name = out.with_suffix(WORD).name
        raise AskedError(
            Message(
                "--template is for a page of Word; write --out {name}, or leave it out", name=name
            )
        )
    try:
        files.reads(file)
        content = file.read_bytes()
    except OSError as error:
        message = Message(
            "--template {file} cannot be read: {strerror}",
            file=file,
            strerror=error.strerror or error,
        )
        raise AskedError(
            Message("{message}; name a file of Word, such as letter.docx", message=message)
        ) from None
    from ipscost.formats.word import NoWordFileError, opened

    try:
        opened(content)
    except NoWordFileError:
        message = Message(
            "--template {file} is no document of Word; save it in Word as .docx or .dotx", file=file
        )
        raise AskedError(Message("{message}, or leave --template out", message=message)) from None
    return content


def _of_one(
    sources: Sources, simulation: Simulation, people: int | None, varied: Bounds
) -> Material:
    """The run of one scenario, with the course of every account."""
    from ipscost.analysis.payers import names
    from ipscost.cli.simulated import built_with_tests, tell_doubts
    from ipscost.report.page.material import Material
    from ipscost.run import simulate

    source = ScenarioFile(
        file=sources.files[0],
        set_=sources.set_,
        perspective=sources.perspective,
        arm=sources.arm,
    )
    scenario, analyses, shorter = built_with_tests(source, simulation)
    tell_doubts(scenario)
    run = simulate(scenario, simulation.settings, months=True, courses=names(scenario))
    return Material(run, simulation.level, analyses, people, shorter=shorter, varied=varied)


def _of_several(sources: Sources, simulation: Simulation, people: int | None) -> list[Material]:
    """The runs of several scenarios, in the money of the first."""
    from ipscost.cli.versus import in_one_money
    from ipscost.report.page.material import Material
    from ipscost.run import simulate
    from ipscost.scenario.left_out import of_arms

    found = in_one_money(sources.files, sources.changes, simulation.price_year)
    for scenario, why in found.apart:
        first = found.scenarios[0].file
        message = Message("{file} cannot stand beside {first}", file=scenario.file, first=first)
        raise AskedError(Message("{message}: {why}; leave it out", message=message, why=why))
    every = of_arms(found.scenarios, sources.arm or ())
    runs = [simulate(scenario, simulation.settings) for scenario in every]
    return [Material(run, simulation.level, (), people) for run in runs]
