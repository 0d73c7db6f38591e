"""The record of a run: all that is needed to have the same page again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from ipscost.analysis.what_if.tornado import Bounds
from ipscost.report.notes.running import shell_name
from ipscost.report.page.document import Block, CommandLine, Definition, Definitions, Paragraph
from ipscost.report.page.material import Material
from ipscost.run import Run
from ipscost.settings import LEVEL
from ipscost.words.text import Words, count, listing, rate, say

PAGE = "page.html"
"""What the command names the page that it writes."""


def record(found: Material) -> Iterator[Block]:
    """What was run with what, and the command that runs it again."""
    yield Paragraph(say("page_record_read"))
    yield of_run(found.run, found.level)
    yield CommandLine(commands([found.run], found.level, found.people, found.varied))


def of_run(run: Run, level: float) -> Definitions:
    """What was run with what."""
    kept, settings = run.record, run.settings
    items: list[tuple[str, Words]] = [
        ("version", say("page_program", version=kept.version)),
        ("file", kept.scenario),
        ("digest", kept.digest),
        ("set", listing(list(run.scenario.typed)) if run.scenario.typed else say("none")),
        ("money", kept.money),
        ("draws", count(settings.draws)),
        ("seed", str(settings.seed)),
        ("sampler", settings.sampler),
        ("level", rate(level)),
        ("engine", kept.engine),
        ("python", say("page_computed_with", python=kept.python, numpy=kept.numpy)),
    ]
    return Definitions(tuple(Definition(say(f"page_record_{n}"), text) for n, text in items))


def commands(
    runs: Sequence[Run],
    level: float,
    people: int | None,
    varied: Bounds | None = None,
    allow: Sequence[str] = (),
) -> tuple[Words, ...]:
    """The command that makes the page again, in the language of whoever reads it."""
    first = runs[0]
    settings, parts = first.settings, ["ipscost", "report"]
    parts += [shell_name(run.scenario) for run in runs]
    parts += _changes(first.scenario.typed)
    money = first.scenario.money
    if money != first.scenario.stated_money and money.year is not None:
        parts.append(f"--price-year {money.year}")
    parts += [f"--draws {settings.draws}", f"--seed {settings.seed}"]
    if settings.sampler != "random":
        parts.append(f"--sampler {settings.sampler}")
    if level != LEVEL:
        parts.append(f"--level {level:g}")
    if people is not None:
        parts.append(f"--people {people}")
    for path, (low, high) in (varied or {}).items():
        parts.append(f"--what-if {path}={low:.12g}:{high:.12g}")
    parts += [f"--allow {word}" for word in allow]
    return (say("page_command", command=" ".join(parts), file=PAGE),)


def _changes(settings: Sequence[str]) -> Iterator[str]:
    """What was changed, as it is typed: an option by its own name, all else behind --set."""
    for setting in settings:
        yield setting if setting.startswith("--") else f"--set {shlex.quote(setting)}"
