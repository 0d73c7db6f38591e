"""The command that reads changed inputs of a workbook back as a scenario: import."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Language
from ipscost.cli.output import promise, tell, write
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.book.importing import Imported

ENDINGS = (".yaml", ".yml")


@command("import")
def import_(
    model: Annotated[Path, typer.Argument(metavar="FILE.xlsx", show_default=False)],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE.yaml", show_default=False)],
    scenario: Annotated[str, typer.Option("--scenario", metavar="FILE", show_default=False)] = "",
    language: Language,
) -> None:
    """Read what was changed in a workbook back as a scenario that extends the one it is of."""
    if out.suffix.lower() not in ENDINGS:
        raise AskedError(
            Message(
                "--out {out}: a scenario ends in .yaml; write --out {name}",
                out=out,
                name=out.with_suffix(".yaml"),
            )
        )
    if out.exists():
        raise AskedError(
            Message("{out} is there already; choose another name, or remove it", out=out)
        )
    lang = language.language
    promise(out)
    from ipscost.book.importing import imported

    found = imported(model, out, scenario)
    write(found.text, out)
    _report(found, out, lang)


def _report(found: Imported, out: Path, lang: str) -> None:
    """What was changed, and what to do with it."""
    from ipscost.words import precise, say

    changes = found.changes
    for path, value in changes.values.items():
        before, now = (precise(each, lang) for each in (changes.before[path], value))
        tell(say("import_value", lang, path=path, before=before, now=now), err=False)
    for path, (low, high) in changes.ends.items():
        ends = {"low": precise(low, lang), "high": precise(high, lang)}
        tell(say("import_ends", lang, path=path, **ends), err=False)
    for path in (each for each in changes.notes if each not in changes.values):
        tell(say("import_note", lang, path=path), err=False)
    tell(say("import_wrote", lang, file=out), err=False)
    file = shlex.quote(str(out))
    tell(
        say("import_next", lang, command=shows((*changes.values, *changes.ends)), file=file),
        err=False,
    )


def shows(changed: Iterable[str]) -> str:
    """The command that shows what changed numbers do: an answer per person has no rollout."""
    from ipscost.scenario.paths import is_within
    from ipscost.scenario.rollout import SECTION

    return "budget" if any(is_within(path, SECTION) for path in changed) else "simulate"
