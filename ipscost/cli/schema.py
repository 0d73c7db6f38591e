"""The command that prints the JSON Schema of scenarios: schema."""

from __future__ import annotations

from ipscost.cli.command import command
from ipscost.cli.options import Output
from ipscost.cli.output import promise_result, write


@command(
    without=("lang", "format_", "csv_dialect", "only", "list_tables", "notes", "no_color"),
)
def schema(*, output: Output) -> None:
    """Print the JSON Schema of scenario files, with which editors complete and check them."""
    if output.out is not None:
        promise_result(output.out)
    write(schema_text(), output.out)


def schema_text() -> str:
    """The JSON Schema of scenario files, as text."""
    import json

    from ipscost.loading.keys.json_schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
