"""A section of a file held against its model: the values, or every problem with its place.

A file is read section by section, so that a mistake in one does not hide those in another; what
pydantic finds becomes a Problem with a code, a place and a fix.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from ipscost.errors import COMMA, Problem, Span, cut, nearest
from ipscost.loading import yamldoc
from ipscost.loading.fields import Keys, Name, number_fix, parse_number

TREE = dict[str, Any]
NAMED = dict[Name, Any]


def annotation(field: Any) -> Any:
    """The type of a model's field with its constraints."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def read(kind: Any, node: yamldoc.Node, path: str, problems: list[Problem]) -> Any:
    """The section at `path` as `kind` (a model, or a dict or list of one), or None.

    Everything wrong with it is added to `problems`.
    """
    try:
        return _adapter(kind).validate_python(yamldoc.plain(node))
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        problems.extend(_problem(kind, node, path, finding) for finding in found)
        return None


@lru_cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """The validator of a kind of section, built once."""
    return TypeAdapter(kind)


def field_names(kind: type[Keys]) -> tuple[str, ...]:
    """The keys of a model."""
    return tuple(kind.model_fields)


def unknown_key(node: yamldoc.Mapping, key: str, path: str, known: tuple[str, ...]) -> Problem:
    """The problem of a key that nobody knows."""
    if re.fullmatch(r"[0-9]+ ?%?", key) and not plain_text(node[key]):
        before = list(node)[: list(node).index(key)]
        left = node[before[-1]] if before else None
    else:
        before, left = [], None
    if plain_text(left):
        assert isinstance(left, yamldoc.Scalar)
        text = f"{left.text},{key}"
        message = f"expected a number, found '{text}' ({COMMA})"
        return Problem(left.span, "E112", _join(path, before[-1]), message, number_fix(text))
    fix = nearest(key, known)
    return Problem(node.keys[key], "E101", _join(path, key), f"unknown key {cut(key)}", fix)


def plain_text(node: yamldoc.Node | None) -> str:
    """The bare text of a scalar, or nothing."""
    return node.text if isinstance(node, yamldoc.Scalar) and not node.quoted else ""


def missing_key(
    node: yamldoc.Node, key: str, path: str, kind: type[Keys], span: Span | None = None
) -> Problem:
    """The problem of a key that is not there."""
    help_text = kind.model_fields[key].description
    message = f"expected the key {key}, found none"
    return Problem(span or node.span, "E102", path, message, f"add {key}: ({help_text})")


def _join(path: str, *parts: object) -> str:
    return ".".join(str(part) for part in (path, *parts) if part != "")


def _follow(node: yamldoc.Node, loc: tuple[Any, ...]) -> tuple[yamldoc.Node, list[Any]]:
    """The deepest node that `loc` reaches, and the part of `loc` that was walked."""
    walked: list[Any] = []
    for part in loc:
        if isinstance(node, yamldoc.Mapping) and part in node.entries:
            node = node[part]
        elif isinstance(node, yamldoc.Sequence) and isinstance(part, int):
            if part >= len(node.items):
                break
            node = node.items[part]
        else:
            break
        walked.append(part)
    return node, walked


def _problem(kind: Any, root: yamldoc.Node, path: str, finding: Any) -> Problem:
    """One of pydantic's findings, in our words."""
    loc = tuple(finding["loc"])
    name, context = finding["type"], finding.get("ctx", {})
    if loc and loc[-1] == "[key]":
        parent, _ = _follow(root, loc[:-2])
        assert isinstance(parent, yamldoc.Mapping)
        where = _join(path, *loc[:-1])
        return Problem(parent.keys[loc[-2]], name, where, context["text"], context["fix"])
    node, walked = _follow(root, loc)
    here = _join(path, *walked)
    model = _model_at(kind, loc[:-1]) if loc else None
    if name == "missing" and model is not None and isinstance(node, yamldoc.Mapping):
        return missing_key(node, str(loc[-1]), here, model)
    if name == "extra_forbidden" and model is not None:
        parent, _ = _follow(root, loc[:-1])
        assert isinstance(parent, yamldoc.Mapping)
        return unknown_key(parent, loc[-1], _join(path, *loc[:-1]), field_names(model))
    if isinstance(node, yamldoc.Scalar) and not node.text and not node.quoted:
        fix = "write a value after the colon"
        field = model.model_fields.get(str(loc[-1])) if model else None
        if field is not None and not field.is_required():
            fix += ", or remove the key"
        return Problem(node.span, "E105", here, "expected a value, found nothing", fix)
    if "fix" in context:
        return Problem(node.span, name, here, context["text"], context["fix"])
    return Problem(node.span, *_builtin(name, context, node, here))


def _builtin(
    name: str, context: dict[str, Any], node: yamldoc.Node, path: str
) -> tuple[str, str, str, str]:
    """Code, path, message and fix for a finding of pydantic's own."""
    found = yamldoc.shape(node)
    limits = {
        "greater_than": "above {gt}",
        "greater_than_equal": "of at least {ge}",
        "less_than": "below {lt}",
        "less_than_equal": "of at most {le}",
    }
    if name in limits:
        limit = limits[name].format(**{key: f"{value:g}" for key, value in context.items()})
        fix = f"write a number {limit}"
        text = node.text if isinstance(node, yamldoc.Scalar) else ""
        if name.startswith("less") and context.get("le", context.get("lt")) == 1:
            share = parse_number(text) / 100
            if 0.02 <= share <= 1:
                fix = f"write {share:g} if {text} per cent is meant"
        return "E114", path, f"expected a number {limit}, found {found}", fix
    if name == "literal_error":
        words = re.findall(r"'([^']*)'", context["expected"])
        text = node.text if isinstance(node, yamldoc.Scalar) else ""
        return (
            "E104",
            path,
            f"expected one of {', '.join(words)}, found {found}",
            nearest(text, words),
        )
    if name in ("too_short", "too_long", "missing") or "tuple" in name or "list" in name:
        count = context.get("min_length") or context.get("max_length") or 2
        names = "first, last" if path.endswith(".months") else "low, high"
        if isinstance(node, yamldoc.Sequence):
            found = f"{len(node.items)}"
        if "list" in name:
            return "E103", path, f"expected a list, found {found}", "write [first, second, ...]"
        return "E103", path, f"expected {count} values, found {found}", f"write [{names}]"
    blank = isinstance(node, yamldoc.Scalar) and not node.text.strip()
    if blank or name in ("string_too_short", "string_pattern_mismatch"):
        return "E105", path, "expected a text, found nothing", "write a text"
    if name == "string_type":
        return "E103", path, f"expected a word or text, found {found}", "write one word or text"
    fix = "write key: value pairs, indented under it or in braces"
    return "E103", path, f"expected a mapping (keys and values), found {found}", fix


def _model_at(kind: Any, loc: tuple[Any, ...]) -> type[Keys] | None:
    """The model that a location inside `kind` belongs to, or None."""
    if get_origin(kind) is Annotated:
        return _model_at(get_args(kind)[0], loc)
    if isinstance(kind, type) and issubclass(kind, Keys):
        if not loc:
            return kind
        field = kind.model_fields.get(str(loc[0]))
        return _model_at(field.annotation, loc[1:]) if field else None
    options = [option for option in get_args(kind) if option is not type(None)]
    if get_origin(kind) in (dict, list):
        return _model_at(options[-1], loc[1:]) if loc else None
    for option in options:
        if (model := _model_at(option, loc)) is not None:
            return model
    return None
