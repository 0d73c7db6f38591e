"""The top-level sections of a scenario that are well-formed, and its prices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ipscost.errors import Problem, ScenarioError, Span
from ipscost.loading import findings, yamldoc
from ipscost.loading.prices import load_prices
from ipscost.loading.schema import DocumentKeys
from ipscost.loading.variants import SET
from ipscost.units import PriceTables


def read_sections(root: yamldoc.Mapping, problems: list[Problem]) -> dict[str, Any]:
    """Every top-level section that is well-formed, by key."""
    found: dict[str, Any] = {}
    fields = DocumentKeys.model_fields
    for key in root:
        if key not in fields:
            known = findings.field_names(DocumentKeys)
            problems.append(findings.unknown_key(root, key, "", known))
    start = Span(root.span.file, 1, 1, 1, root.span.text)
    for key, field in fields.items():
        node = root.get(key)
        if node is None:
            if field.is_required():
                problems.append(findings.missing_key(root, key, "", DocumentKeys, start))
            else:
                found[key] = field.get_default()
        elif key in ("cost", "outcome"):
            kind = findings.TREE
            if findings.read(kind, node, key, problems) is not None:
                found[key] = node
        else:
            value = findings.read(findings.annotation(field), node, key, problems)
            if value is not None:
                found[key] = value
    return found


def read_prices(
    root: yamldoc.Mapping,
    path: Path,
    shown: str,
    inputs: dict[str, str],
    problems: list[Problem],
) -> PriceTables | None:
    """The shipped price tables with the scenario's own over them; None where one is unusable."""
    before = len(problems)
    files: list[tuple[Path, str]] = []
    node = root.get("prices")
    items = node.items if isinstance(node, yamldoc.Sequence) else ()
    for index, item in enumerate(items):
        if not isinstance(item, yamldoc.Scalar) or not item.text:
            continue  # refused with the other sections
        span, name = item.span, item.text
        folder = Path(span.file).parent if span.file != SET else Path(shown).parent
        file = path.parent / name if span.file == shown else folder / name
        if not yamldoc.is_file(file):
            message = f"expected a price file, found none at {folder / name}"
            fix = "write its path as seen from the file that names it"
            problems.append(Problem(span, "E001", f"prices.{index}", message, fix))
        else:
            files.append((file, str(folder / name)))
    try:
        tables = load_prices(files, inputs, problems)
    except ScenarioError as error:
        problems.extend(error.problems)
        return None
    return tables if len(problems) == before else None


def inside(node: yamldoc.Node, *parts: str | int) -> Span:
    """Where the node lies that `parts` lead to."""
    for part in parts:
        if isinstance(node, yamldoc.Mapping) and isinstance(part, str):
            node = node[part]
        elif isinstance(node, yamldoc.Sequence) and isinstance(part, int):
            node = node.items[part]
    return node.span
