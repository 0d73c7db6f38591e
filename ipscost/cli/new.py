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


@command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    language: Language,
) -> None:
    """Write a commented scenario to start from, and the schema with which editors check it."""
    if name == "-":
        raise AskedError("expected a name for the new file, found '-'; write my-scenario")
    lang = language.language
    path = Path(name if name.endswith(".yaml") else f"{name}.yaml")
    beside = path.with_name("ipscost.schema.json")
    if path.exists():
        raise AskedError(f"{path} is there already; choose another name, or remove it")
    promise(path, "new")
    from ipscost.loading.text.shipped import template

    write(template(path.stem, lang), path)
    of_schema = f"and {beside.name}, for your editor"
    if beside.exists():
        of_schema = f"{beside.name} was there, and is kept"
        if beside.read_bytes() != schema_text().encode():
            mend = f"ipscost schema --out {shlex.quote(str(beside))}"
            of_schema += f"; it is another version's: {mend}"
    else:
        write(schema_text(), beside)
    tell(f"wrote {path} ({of_schema})", err=False)
    quoted = shlex.quote(str(path))
    tell(f"now edit it, then: ipscost check {quoted} && ipscost simulate {quoted}", err=False)
