"""The command that writes made-up data of single persons to rehearse on: trial."""

from __future__ import annotations

import json
import shlex
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from ipscost import numerals
from ipscost.analysis.rehearsal.asked import MAR, MECHANISMS, USUAL_SHARE, Mechanism, TrialDesign
from ipscost.cli import screen
from ipscost.cli.command import command
from ipscost.cli.options import Language, ScenarioFile, Simulation
from ipscost.cli.output import check_dialect, promise, tell, write
from ipscost.cli.simulated import simulated
from ipscost.cli.values import check_among, whole
from ipscost.errors import AskedError
from ipscost.messages import Message

FEWEST, MOST = 2, 100_000
"""Persons in each arm: of one there is no spread, and no trial has followed more."""
MOST_SITES = 10_000
MOST_ICC = 0.9
"""What lies between sites leaves room for age and for the persons themselves."""
TWO_ARMS, CLUSTERS = "two-arms", "clusters"
DESIGNS = (TWO_ARMS, CLUSTERS)
"""Whether chance decides for each person, or for each site."""
MARKS = {".csv": "synthetic", ".yaml": "# SYNTHETIC", ".json": '{\n "synthetic"'}
"""How the files begin that this command writes: only such ones are written over."""


def _persons(text: str | int) -> int:
    """A number of persons in each arm."""
    found = whole(text)
    if not FEWEST <= found <= MOST:
        raise typer.BadParameter(
            Message(
                "expected {least} to {most:,} persons in each arm, found {n}; write 243",
                least=FEWEST,
                most=MOST,
                n=found,
            )
        )
    return found


def _sites(text: str | int) -> int:
    """A number of sites."""
    found = whole(text)
    if not 2 <= found <= MOST_SITES:
        raise typer.BadParameter(
            Message(
                "expected 2 to {most:,} sites, found {n}; write 12, or leave --sites out",
                most=MOST_SITES,
                n=found,
            )
        )
    return found


def _between(text: str | float, low: float, high: float, such: str) -> float:
    """A number above `low` and below `high`, or either."""
    if isinstance(text, float):
        return text
    found = numerals.numbers([text])
    if found is None or not low <= found[0] <= high:
        raise typer.BadParameter(
            Message(
                "expected a number from {low:g} to {high:g}, found '{text}'; write {such}",
                low=low,
                high=high,
                text=text,
                such=such,
            )
        )
    return found[0]


def _icc(text: str | float) -> float:
    """The share of the variance between sites."""
    return _between(text, 0.0, MOST_ICC, "0.02")


def _before(text: str | float) -> float:
    """A correlation of before and after."""
    return _between(text, -0.99, 0.99, "0.5")


def _share(text: str | float) -> float:
    """A share of persons, of whom some are left."""
    return _between(text, 0.0, 0.9, "0.1")


def _mechanism(text: str | Mechanism) -> Mechanism:
    """Which measurements are missing, from `mcar:0.2`, `mar:age`, `mar:age:0.3` or `mnar`."""
    if not isinstance(text, str):
        return text
    name, *rest = text.strip().split(":")
    column = rest.pop(0).strip() if name == MAR and rest else ""
    if name not in MECHANISMS or len(rest) > 1 or (name == MAR and not column):
        raise typer.BadParameter(
            Message(
                "expected what is missing, found '{text}'; write mcar:0.2, mar:age or mnar",
                text=text,
            )
        )
    return Mechanism(name, _share(rest[0]) if rest else USUAL_SHARE, column)


@command(without=("draws", "sampler", "level"))
def trial(
    *,
    source: ScenarioFile,
    n: Annotated[int, typer.Option("--n", parser=_persons, metavar="N", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE.csv", show_default=False)],
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE.json", show_default=False)
    ] = None,
    missing: Annotated[
        Mechanism | None,
        typer.Option(
            "--missing",
            parser=_mechanism,
            metavar="mcar:SHARE|mar:COLUMN|mnar",
            show_default=False,
        ),
    ] = None,
    censor: Annotated[
        float | None,
        typer.Option("--censor", parser=_share, metavar="SHARE", show_default=False),
    ] = None,
    before: Annotated[
        float | None,
        typer.Option("--before", parser=_before, metavar="R", show_default=False),
    ] = None,
    design: Annotated[str, typer.Option("--design", metavar="two-arms|clusters")] = TWO_ARMS,
    sites: Annotated[
        int | None, typer.Option("--sites", parser=_sites, metavar="N", show_default=False)
    ] = None,
    icc: Annotated[
        float | None, typer.Option("--icc", parser=_icc, metavar="SHARE", show_default=False)
    ] = None,
    csv_dialect: Annotated[
        str, typer.Option("--csv-dialect", metavar="standard|excel-da")
    ] = "standard",
    simulation: Simulation,
    language: Language,
) -> None:
    """Write made-up data of single persons, to rehearse an evaluation on before it is made."""
    lang = language.language
    check_among("--design", (design,), DESIGNS)
    check_dialect(csv_dialect)
    asked = _designed(n, simulation.seed, design, sites, icc, before, missing, censor)
    model = _files(out, key)
    from dataclasses import replace

    run = simulated(source.file, source.of_one, replace(simulation, draws=0))
    from ipscost.analysis.rehearsal.answers import answers
    from ipscost.analysis.rehearsal.trial import trial as made_up
    from ipscost.delimited import DIALECTS
    from ipscost.delimited import write as delimited
    from ipscost.report.rehearsal.model_file import model_file
    from ipscost.report.rehearsal.told import told
    from ipscost.words.text import count, say
    from ipscost.words.text import tell as told_in

    made = made_up(run, asked)
    write(delimited(made.rows(), csv_dialect), out)
    write(model_file(made, DIALECTS[csv_dialect].decimal), model)
    people = {"persons": count(made.persons.arm.size), "n": count(n)}
    wrote = [
        say("trial_wrote", file=shlex.quote(str(out)), **people),
        say("trial_wrote_model", file=shlex.quote(str(model))),
    ]
    if key is not None:
        write(json.dumps(answers(made), indent=1, ensure_ascii=False) + "\n", key)
        wrote.append(say("trial_wrote_key", file=shlex.quote(str(key))))
    _tell([told_in(text, lang) for text in wrote], "")
    _tell([told_in(text, lang) for text in told(made)], "- ")
    files = {"data": shlex.quote(str(out)), "model": shlex.quote(str(model))}
    _tell([told_in(say("trial_next", **files), lang)], "")


def _tell(texts: Iterable[str], mark: str) -> None:
    """Prints texts as wide as the page, each behind a mark."""
    for text in texts:
        lines = textwrap.wrap(
            text,
            screen.width(),
            initial_indent=mark,
            subsequent_indent=" " * len(mark),
            break_on_hyphens=False,
            break_long_words=False,
        )
        tell("\n".join(lines), err=False, lines=True)


def _designed(
    n: int,
    seed: int,
    design: str,
    sites: int | None,
    icc: float | None,
    before: float | None,
    missing: Mechanism | None,
    censor: float | None,
) -> TrialDesign:
    """The trial that the options ask for. Refuses options that go with none of the others."""
    if icc is not None and sites is None:
        raise AskedError(
            Message("--icc is what lies between sites; add --sites N, or leave --icc out")
        )
    if design == CLUSTERS and (sites is None or icc is None):
        raise AskedError(
            Message("--design clusters needs sites; add --sites 12 --icc 0.02, or numbers like it")
        )
    return TrialDesign(
        n=n,
        seed=seed,
        sites=sites or 0,
        icc=icc or 0.0,
        by_site=design == CLUSTERS,
        before=before,
        missing=missing,
        censor=censor or 0.0,
    )


def _files(out: Path, key: Path | None) -> Path:
    """Announces the files, and the model file beside the data. Refuses other endings and files."""
    named = ((out, ".csv", "--out"), (key, ".json", "--key"))
    for file, ending, option in named:
        if file is not None and file.suffix.lower() != ending:
            raise AskedError(
                Message(
                    "{option} {out}: expected a file that ends in {ending}; write {name}",
                    option=option,
                    out=file,
                    ending=ending,
                    name=file.with_suffix(ending),
                )
            )
    model = out.with_suffix(".yaml")
    for file, option in ((out, "--out"), (model, "--out"), (key, "--key")):
        if file is not None:
            promise(file, option)
            _check_ours(file)
    return model


def _check_ours(file: Path) -> None:
    """Refuses to write over what is no made-up data: real data may have the same name."""
    if not file.is_file():
        return
    mark = MARKS[file.suffix.lower()]
    with file.open("rb") as there:
        start = there.read(100).decode("utf-8-sig", errors="replace").lstrip('"')
    if not start.startswith(mark):
        raise AskedError(
            Message(
                "{out} is there already, and is no synthetic file; choose another name, or remove "
                "it",
                out=file,
            )
        )
