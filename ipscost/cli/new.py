"""The command that writes a scenario to start from: new."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Language
from ipscost.cli.output import promise, tell, write
from ipscost.cli.schema import schema_text
from ipscost.errors import AskedError
from ipscost.messages import Message


@command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    language: Language,
) -> None:
    """Write a commented scenario to start from, and the schema with which editors check it."""
    if name == "-":
        raise AskedError(Message("expected a name for the new file, found '-'; write my-scenario"))
    lang = language.language
    path = Path(name if name.endswith(".yaml") else f"{name}.yaml")
    beside = path.with_name("ipscost.schema.json")
    if path.exists():
        raise AskedError(
            Message("{out} is there already; choose another name, or remove it", out=path)
        )
    promise(path, "new")
    from ipscost.loading.text.shipped import template
    from ipscost.words import say

    write(template(path.stem, lang), path)
    key, mend = "new_wrote", ""
    if beside.exists():
        is_ours = beside.read_bytes() == schema_text().encode()
        key = "new_wrote_kept" if is_ours else "new_wrote_other"
        mend = f"ipscost schema --out {shlex.quote(str(beside))}"
    else:
        write(schema_text(), beside)
    tell(say(key, lang, file=path, schema=beside.name, mend=mend), err=False)
    tell(say("new_next", lang, file=shlex.quote(str(path))), err=False)
