"""What pydantic finds wrong with a value, in our words: limits, lists, texts, mappings."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ipscost.errors import nearest
from ipscost.loading.keys.fields import Keys, parse_number
from ipscost.loading.keys.typed import ends_fix
from ipscost.loading.text import yamldoc
from ipscost.messages import Message
from ipscost.numerals import POINTED

LIMITS: dict[str, Callable[[float], str]] = {
    "greater_than": lambda end: Message("above {end:.15g}", end=end),
    "greater_than_equal": lambda end: Message("of at least {end:.15g}", end=end),
    "less_than": lambda end: Message("below {end:.15g}", end=end),
    "less_than_equal": lambda end: Message("of at most {end:.15g}", end=end),
}
"""How pydantic calls a limit of a number that is not kept, and how it is told."""
PAIR = rf"\s*(-?{POINTED})\s*(?:-|\u2013|to|til|;|/)\s*(-?{POINTED})\s*"
"""Two numbers in one text, such as `0.1 to 0.4`."""


def built_in(
    name: str,
    context: dict[str, Any],
    node: yamldoc.Node,
    path: str,
    kind: type[Keys] | None = None,
) -> tuple[str, str, str, str]:
    """Code, path, message and fix for one of pydantic's built-in errors."""
    shape = yamldoc.shape(node)
    if name in LIMITS:
        limit = LIMITS[name](*context.values())
        such = {"greater_than": context.get("gt", 0) + 1, "less_than": context.get("lt", 1) / 2}
        fix: str = Message("write a number {limit}", limit=limit)
        if name in such:
            fix = Message("write a number {limit} such as {such:g}", limit=limit, such=such[name])
        text = node.text if isinstance(node, yamldoc.Scalar) else ""
        if name.startswith("less") and context.get("le", context.get("lt")) == 1:
            share = parse_number(text) / 100
            if 0.02 <= share <= 1:
                fix = Message("write {share:g} if {text} per cent is meant", share=share, text=text)
        return (
            "E114",
            path,
            Message("expected a number {limit}, found {shape}", limit=limit, shape=shape),
            fix,
        )
    if name == "literal_error":
        words = re.findall(r"'([^']*)'", context["expected"])
        text = node.text if isinstance(node, yamldoc.Scalar) else ""
        return (
            "E104",
            path,
            Message("expected one of {words}, found {shape}", words=", ".join(words), shape=shape),
            nearest(text, words),
        )
    if name in ("too_short", "too_long", "missing") or "tuple" in name or "list" in name:
        count = context.get("min_length") or context.get("max_length") or 2
        names = "first, last" if path.endswith(".months") else Message("low, high")
        if isinstance(node, yamldoc.Sequence):
            shape = f"{len(node.items)}"
        text = node.text if isinstance(node, yamldoc.Scalar) else ""
        if "list" in name:
            fix = (
                Message("write [{ends}]", ends=text)
                if text
                else Message("write a list such as [first, second]")
            )
            return "E103", path, Message("expected a list, found {shape}", shape=shape), fix
        fix = Message("write two numbers, [{names}]", names=names)
        if isinstance(node, yamldoc.Sequence):
            line = node.span.text[node.span.column - 1 :]
            fix = ends_fix(line[: node.span.length]) or fix
        ends = re.fullmatch(PAIR, text)
        if ends is not None:
            fix = Message("write [{low}, {high}]", low=ends[1], high=ends[2])
        elif path.endswith(".months") and re.fullmatch(r"\d+", text):
            fix = Message("write [{text}, {text}]", text=text)
        elif isinstance(node, yamldoc.Sequence) and len(node.items) == 1:
            fix = Message("write [{low}, ...]", low=yamldoc.plain(node.items[0]))
        return (
            "E103",
            path,
            Message("expected {count} values, found {shape}", count=count, shape=shape),
            fix,
        )
    blank = isinstance(node, yamldoc.Scalar) and not node.text.strip()
    if blank or name in ("string_too_short", "string_pattern_mismatch"):
        return "E105", path, Message("expected a text, found nothing"), Message("write a text")
    if name == "string_type":
        return (
            "E103",
            path,
            Message("expected a word or text, found {shape}", shape=shape),
            Message("write one word or text"),
        )
    fix = Message("write key: value pairs, indented under it or in braces")
    if kind is not None and {"cite", "sure"} <= set(kind.model_fields):
        text = node.text if isinstance(node, yamldoc.Scalar) else "..."
        fix = Message("write {{cite: {text}, sure: ...}}", text=text)
    return (
        "E103",
        path,
        Message("expected a mapping (keys and values), found {shape}", shape=shape),
        fix,
    )
