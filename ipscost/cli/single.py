"""The commands about one scenario after another: simulate, explain, check, verify, new and more."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from ipscost.cli.app import app
from ipscost.cli.options import (
    CsvDialect,
    Draws,
    File,
    Files,
    FormatName,
    Lang,
    Level,
    Months,
    NoColor,
    Out,
    Perspective,
    PriceYear,
    Sampler,
    Seed,
    Set,
    Strict,
    Years,
    changes,
    chosen_language,
)
from ipscost.cli.output import SCENARIOS, complain, promise, tell, write, writer
from ipscost.cli.simulated import simulated as _run
from ipscost.errors import STDIN, ScenarioError
from ipscost.settings import DRAWS, LEVEL, SEED


@app.command()
def simulate(
    file: File,
    set_: Set = None,
    perspective: Perspective = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    price_year: PriceYear = None,
    level: Level = LEVEL,
    sampler: Sampler = "random",
    months: Months = False,
    years: Years = False,
    uncertainty: Annotated[
        bool, typer.Option("--uncertainty", help="Show where the uncertainty comes from.")
    ] = False,
    lang: Lang = None,
    format_: FormatName = None,
    csv_dialect: CsvDialect = "standard",
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Simulate what a scenario costs and saves per person against normal practice."""
    language = chosen_language(lang)
    show = writer(language, format_, out, no_color, csv_dialect)
    run = _run(
        file, changes(set_, perspective), draws, seed, price_year, sampler, months=months or years
    )
    from ipscost.report.simulate.months import with_months
    from ipscost.report.simulate.summary import summary

    report = summary(run, level)
    if months or years:
        report = with_months(report, run, level, months=months, years=years)
    if uncertainty:
        from ipscost.report.simulate.uncertainty import with_uncertainty

        report = with_uncertainty(report, run)
    show(report)


@app.command()
def explain(
    file: File,
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="A number: cost.programme.ips, cost, outcome.x")
    ],
    set_: Set = None,
    perspective: Perspective = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    sampler: Sampler = "random",
    price_year: PriceYear = None,
    level: Level = LEVEL,
    lang: Lang = None,
    format_: FormatName = None,
    csv_dialect: CsvDialect = "standard",
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Explain one number: from its line in the file to its share of the total."""
    language = chosen_language(lang)
    show = writer(language, format_, out, no_color, csv_dialect)
    run = _run(file, changes(set_, perspective), draws, seed, price_year, sampler)
    from ipscost.report.explain.report import explain as explain_path

    show(explain_path(run, path, level))


@app.command()
def check(
    files: Files,
    set_: Set = None,
    strict: Strict = False,
    every: Annotated[
        bool, typer.Option("--all", help="Tell every problem, however many there are.")
    ] = False,
    lang: Lang = None,
) -> None:
    """Check scenarios without running them: every problem at once, with its line and fix."""
    language = chosen_language(lang)
    from ipscost.analysis.reaches import free_outcomes
    from ipscost.loading import build, read
    from ipscost.loading.analyses import variants
    from ipscost.words import listing, say

    failed = False
    for file in files:
        shown = STDIN if file == "-" else file
        try:
            reading = read(file)
            scenario = build(reading, set_ or (), strict=strict)
            analyses = variants(reading, scenario, set_ or (), strict=strict)
        except ScenarioError as error:
            failed = True
            complain(error, every=every)
            if not any(problem.is_error for problem in error.problems):
                tell(say("check_strict", language, file=shown))
            continue
        warnings = (*scenario.warnings, *analyses.warnings)
        for warning in warnings:
            tell(warning.render(), lines=True)
        doubts, gone = len(warnings), len(scenario.unknowns)
        counts = {
            "warnings": say("check_warnings", language, count=doubts) if doubts else "",
            "arms": len(scenario.arms),
            "categories": len(scenario.categories),
            "outcomes": len(scenario.outcomes),
            "numbers": len(scenario.quantities),
            "unknown": say("check_unknown", language, count=gone) if gone else "",
        }
        tell(say("check_good", language, file=shown, **counts), err=False)
        if free := free_outcomes(scenario):
            key = "check_free_one" if len(free) == 1 else "check_free"
            paths = listing(list(free), language)
            tell(say(key, language, file=shown, paths=paths), err=False)
    raise typer.Exit(1 if failed else 0)


@app.command()
def verify(
    files: Files,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    lang: Lang = None,
    format_: FormatName = None,
    csv_dialect: CsvDialect = "standard",
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Hold scenarios against the published results that they must reproduce."""
    language = chosen_language(lang)
    show = writer(language, format_, out, no_color, csv_dialect)
    from ipscost.report.report import together
    from ipscost.report.verify.report import verify as hold_against

    reports, good = [], True
    for file in files:
        try:
            report, passed = hold_against(_run(file, None, draws, seed, None))
        except ScenarioError as error:
            good = False
            complain(error)
            continue
        reports.append(report)
        good = good and passed
    if reports:
        show(together(reports))
    raise typer.Exit(0 if good else 1)


@app.command()
def schema(out: Out = None) -> None:
    """Print the JSON Schema of scenario files, with which editors complete and check them."""
    if out is not None:
        promise(out)
        if out.suffix.lower() in SCENARIOS:
            raise typer.BadParameter(f"--out {out} would overwrite a scenario; name another file")
    write(_schema_text(), out)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the scenario.")],
) -> None:
    """Write a commented scenario to start from, and the schema with which editors check it."""
    if name == "-":
        raise typer.BadParameter("expected a name for the new file, found '-'; write my-scenario")
    path = Path(name if name.endswith(".yaml") else f"{name}.yaml")
    beside = path.with_name("ipscost.schema.json")
    if path.exists():
        raise typer.BadParameter(f"{path} is there already; choose another name, or remove it")
    promise(path, "new")
    from ipscost.loading.text.shipped import template

    write(template(path.stem), path)
    told = f"and {beside.name}, for your editor"
    if beside.exists():
        told = f"{beside.name} was there, and is kept"
        if beside.read_bytes() != _schema_text().encode():
            told += f"; it is another version's: ipscost schema --out {shlex.quote(str(beside))}"
    else:
        write(_schema_text(), beside)
    tell(f"wrote {path} ({told})", err=False)
    quoted = shlex.quote(str(path))
    tell(f"now edit it, then: ipscost check {quoted} && ipscost simulate {quoted}", err=False)


@app.command("list")
def list_(lang: Lang = None) -> None:
    """List the scenarios that come with ipscost."""
    language = chosen_language(lang)
    from ipscost.loading import load
    from ipscost.loading.text.shipped import names

    for name in names():
        tell(f"{name:<20} {load(name).title.tell(language)}", err=False)


# --- what the commands share -----------------------------------------------------------------


def _schema_text() -> str:
    import json

    from ipscost.loading.keys.schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
