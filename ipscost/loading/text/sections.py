"""The top-level sections of a scenario that are well-formed, and the positions of parts."""

from __future__ import annotations

from typing import Any, Literal

from ipscost.errors import Problem, ScenarioError, Span, cut
from ipscost.loading.keys.fields import Text
from ipscost.loading.keys.schema import DocumentKeys, PricesKeys
from ipscost.loading.keys.schema_model import HorizonKeys
from ipscost.loading.text import findings, yamldoc
from ipscost.messages import Message
from ipscost.units import UNKNOWN

MOST_PARTS = {
    **dict.fromkeys(DocumentKeys.model_fields, 1000),
    "arm": 100,
    "payer": 100,
    "analyses": 100,
    "prices": 100,
    "source": 5000,
}
"""The most parts of each section, since time and memory grow with their product."""


def check_size(root: yamldoc.Mapping) -> None:
    """Raises ScenarioError if a section has more parts than any scenario has."""
    problems = []
    for key, most in MOST_PARTS.items():
        node = root.get(key)
        parts = 0
        if isinstance(node, yamldoc.Mapping):
            parts = len(node.entries)
        elif isinstance(node, yamldoc.Sequence):
            parts = len(node.items)
        if parts > most:
            message = Message(
                "expected at most {most:,} parts of {key}, found {parts:,}",
                most=most,
                key=key,
                parts=parts,
            )
            fix = Message(
                "take some of {key} out, at least {parts}, into another scenario",
                key=key,
                parts=parts - most,
            )
            problems.append(Problem(node.span, "E116", key, message, fix))  # type: ignore[union-attr]
    if problems:
        raise ScenarioError(problems)


def read_sections(root: yamldoc.Mapping, problems: list[Problem]) -> dict[str, Any]:
    """Every top-level section that is well-formed, by key."""
    sections: dict[str, Any] = {}
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
                sections[key] = field.get_default()
        elif key in ("cost", "outcome"):
            kind = findings.TREE
            if findings.read(kind, node, key, problems) is not None:
                sections[key] = node
        else:
            if key == "horizon" and isinstance(node, yamldoc.Scalar) and not _is_unknown(node):
                problems.append(_no_horizon(node))
                continue
            value = findings.read(_form(key, node), node, key, problems)
            if value is not None:
                sections[key] = value
    return sections


def _form(key: str, node: yamldoc.Node) -> Any:
    """The type of a section; of one that has two forms, the form that is meant."""
    if key == "prices":
        return PricesKeys if isinstance(node, yamldoc.Mapping) else list[Text]
    if key == "horizon":
        return Literal["unknown"] if _is_unknown(node) else HorizonKeys
    return findings.annotation(DocumentKeys.model_fields[key])


def _is_unknown(node: yamldoc.Node) -> bool:
    """True for the word that stands for what is not known."""
    return isinstance(node, yamldoc.Scalar) and node.text == UNKNOWN


def _no_horizon(node: yamldoc.Scalar) -> Problem:
    """The problem that a horizon is a text: a number of months, or a word for what is not known."""
    message = Message("expected how long is counted, found '{text}'", text=cut(node.text))
    fix = Message("write {{months: 18}}, or write unknown")
    if node.text.isdecimal():
        fix = Message("write {{months: {text}}}", text=node.text)
    elif not node.text:
        return Problem(
            node.span, "E105", "horizon", Message("expected a value, found nothing"), fix
        )
    return Problem(node.span, "E103", "horizon", message, fix)


def inside(node: yamldoc.Node, *parts: str | int) -> Span:
    """The position of the node that `parts` lead to."""
    for part in parts:
        if isinstance(node, yamldoc.Mapping) and isinstance(part, str):
            node = node[part]
        elif isinstance(node, yamldoc.Sequence) and isinstance(part, int):
            node = node.items[part]
    return node.span


def placed(root: yamldoc.Node, *parts: str) -> Span:
    """The position of a key that the discount schedule next to it may replace."""
    block = root[parts[0]] if isinstance(root, yamldoc.Mapping) else root
    is_there = len(parts) < 2 or not isinstance(block, yamldoc.Mapping) or parts[1] in block
    return inside(root, *(parts if is_there else (parts[0], "schedule")))
