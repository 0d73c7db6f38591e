"""Checks a section of a file against its model: gives its values, or every problem.

A file is read section by section, so that a mistake in one does not hide those in another. What
pydantic reports becomes a Problem with a code, a position and a fix.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from ipscost.errors import COMMA, Problem, Span, closest, cut
from ipscost.loading.keys.fields import DEFINITE, Keys, Name
from ipscost.loading.keys.schema_amounts import UNCERTAINTY_KEYS, VALUE_KEYS
from ipscost.loading.keys.typed import RATIOS, fix_at, number_fix
from ipscost.loading.text import yamldoc
from ipscost.loading.text.built_in import built_in
from ipscost.messages import Message, ands, fixed
from ipscost.numerals import POINTED, SIGN, is_number
from ipscost.remembered import by_identity

SET = "--set"
NEEDED = ("source", "unit", "usual", "mean", "difference", "ratio")
"""Keys that a mapping may omit only if another key replaces them."""
TREE = dict[str, Any]
NAMED = dict[Name, Any]

MOST_NODES = 4096
"""So many answers about nodes are remembered; a shipped scenario needs about 200 of each kind."""


def annotation(field: Any) -> Any:
    """The type of a model's field with its constraints."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def read(kind: Any, node: yamldoc.Node, path: str, problems: list[Problem]) -> Any:
    """The section at `path` as `kind` (a model, or a dict or list of one), or None.

    Everything wrong with it is added to `problems`.
    """
    if _has_commas(node):
        problems.extend(decimal_commas(node, path))
        return None
    try:
        return valid(node, kind)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        problems.extend(_problem(kind, node, path, finding) for finding in details)
        return None


@by_identity(MOST_NODES)
def valid(node: yamldoc.Node, kind: Any) -> Any:
    """The values of a node as `kind`. Raises ValidationError where it is none."""
    return _adapter(kind).validate_python(yamldoc.plain(node))


@by_identity(MOST_NODES)
def _has_commas(node: yamldoc.Node) -> bool:
    return any(True for _ in decimal_commas(node, ""))


@by_identity(MOST_NODES)
def is_named(node: yamldoc.Node, name: str) -> bool:
    """True if the part of a file with this node may have this name, and nothing is amiss."""
    problems: list[Problem] = []
    read(NAMED, yamldoc.Mapping({name: node}, {name: node.span}, node.span), "", problems)
    return not problems


@by_identity(MOST_NODES)
def only(node: yamldoc.Node, kind: type[Keys]) -> yamldoc.Node:
    """A mapping with the keys of `kind` alone; any other node itself."""
    if not isinstance(node, yamldoc.Mapping):
        return node
    names = field_names(kind)
    entries = {key: node[key] for key in node if key in names}
    keys = {key: node.keys[key] for key in entries}
    return yamldoc.Mapping(entries, keys, node.span, node.was)


@lru_cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """The validator of a kind of section, built once."""
    return TypeAdapter(kind)


def field_names(kind: type[Keys]) -> tuple[str, ...]:
    """The keys of a model."""
    return tuple(kind.model_fields)


def unknown_key(node: yamldoc.Mapping, key: str, path: str, known: tuple[str, ...]) -> Problem:
    """The problem that a key is unknown."""
    if re.fullmatch(r"[0-9]+ ?([^\W\d].*|%)?", key) and not plain_text(node[key]):
        before = _key_before(node, key)
        left = node[before] if before else None
    else:
        before, left = "", None
    if plain_text(left):
        assert isinstance(left, yamldoc.Scalar)
        text = f"{left.text},{key}"
        message = Message("expected a number, found '{text}' ({comma})", text=text, comma=COMMA)
        fix = fix_at(before, text, number_fix(text), "", "")
        span = left.span
        if span.text[span.column - 1 :].startswith(text):
            span = replace(span, length=len(text))
        return Problem(span, "E112", _join(path, before), message, fix)
    if (whole := _parted(node, key, known)) is not None:
        return replace(whole, path=_join(path, key))
    code, message = "E101", Message("unknown key {key}", key=cut(key))
    fix = _other_key(node, key, known)
    if key in ("min", "max") and "bounds" in known and "bounds" not in node:
        ends = [plain_text(node.get(end)) or "..." for end in ("min", "max")]
        taken = ands(Message("take {key} out", key=end) for end in ("min", "max") if end in node)
        fix = Message("add bounds: [{ends}] and {taken}", ends=", ".join(ends), taken=taken)
    if key.lower() in DEVIATIONS and "se" in known:
        code = "E282"
        message = Message("{key} is how persons differ; the mean needs its standard error", key=key)
        fix = _error_of(node, key)
    return Problem(node.keys[key], code, _join(path, key), message, fix)


def _key_before(node: yamldoc.Mapping, key: str) -> str:
    """The key that stands before another in the text; empty where there is none.

    In a file that extends another the keys of the other come first in the mapping.
    """
    here, found = node.keys[key], ""
    for each, span in node.keys.items():
        is_before = (span.line, span.column) < (here.line, here.column)
        if span.file == here.file and is_before:
            latest = node.keys.get(found, span)
            found = each if (latest.line, latest.column) <= (span.line, span.column) else found
    return found


def _parted(node: yamldoc.Mapping, key: str, known: tuple[str, ...]) -> Problem | None:
    """The problem that a comma splits a text in braces, as in `{cite: Olsen 2023, s. 14}`."""
    if not _is_empty(node[key]):
        return None
    before = _key_before(node, key)
    left = node[before] if before else None
    if not (isinstance(left, yamldoc.Scalar) and plain_text(left)):
        return None
    text = f"{left.text}, {key}"
    is_there = left.span.text[left.span.column - 1 :].startswith(text)
    if not is_there or key in OTHER_WORDS or closest(key, known) or is_number(left.text):
        return None
    span = replace(left.span, length=len(text))
    message = Message("unknown key {key} ({comma})", key=cut(key), comma=COMMA)
    return Problem(span, "E101", "", message, Message('write "{text}"', text=text))


DEVIATIONS = ("sd", "std", "stdev", "s.d.", "standard_deviation", "spredning", "standardafvigelse")
"""How tables of trials name the standard deviation across persons."""
OTHER_WORDS = {
    "ci": "interval",
    "ki": "interval",
    "conf_int": "interval",
    "confidence_interval": "interval",
    "sem": "se",
    "std_error": "se",
    "standard_error": "se",
    "standardfejl": "se",
    "p_value": "p",
    "pvalue": "p",
    "persons": "n",
    "antal": "n",
    "size": "n",
    "diff": "difference",
    "forskel": "difference",
    "value": "mean",
    "average": "mean",
    "gennemsnit": "mean",
    "hr": "hazard_ratio",
    "rr": "risk_ratio",
    "or": "odds_ratio",
    "distribution": "dist",
}
"""Other words in use for the keys of a number."""


def _error_of(node: yamldoc.Mapping, key: str) -> str:
    """The fix for a standard deviation: the standard error that follows for n persons."""
    stated, persons = plain_text(node[key]), plain_text(node.get("n"))
    try:
        deviation, n = float(stated), float(persons)
        error = deviation / math.sqrt(n)
    except (ValueError, ZeroDivisionError):
        return Message(
            "write se: ... (sd / sqrt(n), n being the persons) and take {key} out", key=key
        )
    how = f"({stated} / sqrt({persons}))"
    return Message(
        "write se: {error:.6g} {how} and take {key} out and take n out",
        error=error,
        how=how,
        key=key,
    )


ENDS = ("min", "max")
"""Other words for the two bounds."""
RIVALS = (VALUE_KEYS, UNCERTAINTY_KEYS, ("months", "years", "weeks"), ("ever_in", "share_in", "in"))
"""Groups of keys from which a mapping may have only one."""


def _other_key(node: yamldoc.Mapping, key: str, known: tuple[str, ...]) -> str:
    """The fix for an unknown key: the key that is meant, or those that may still be added."""
    if key in ENDS and all(plain_text(node.get(end)) for end in ENDS):
        ends = ", ".join(plain_text(node[end]) for end in ENDS)
        return Message("add bounds: [{ends}] and take min out and take max out", ends=ends)
    taken = {rival for group in RIVALS if any(k in node for k in group) for rival in group}
    rare = [k for k in known if k.endswith(DEFINITE)]  # nobody means a definite form by another key
    free = tuple(k for k in known if k not in node and k not in taken and k not in rare)
    if written := re.fullmatch(r"(\w+) ?[=:] ?(\S.*)", key):
        near = closest(written[1], known)
        return Message(
            "write {near}: {written} for {key}",
            near=near or written[1],
            written=written[2],
            key=key,
        )
    meant = OTHER_WORDS.get(key.lower().replace(" ", "_").replace("-", "_"), "")
    near = meant if meant in known else closest(key, known)
    if near is not None and near in node and node.keys[key].file == node.keys[near].file:
        return Message("take {key} out; {near} stands beside it", key=key, near=near)
    if near is not None:
        return Message("write {meant}", meant=near)
    return (
        Message("use one of: {free}, or take {key} out", free=", ".join(free), key=key)
        if free
        else Message("take {key} out", key=key)
    )


_DECIMALS = re.compile(r"(\d+ ?%?) *")
"""What follows a decimal comma that YAML took for the start of another key."""


def decimal_commas(node: yamldoc.Node, path: str) -> Iterator[Problem]:
    """Problems for decimal commas in mappings of names, such as payers in braces."""
    if not isinstance(node, yamldoc.Mapping):
        return
    for key, part in node.entries.items():
        # quick, as it runs on every section of every variant: hardly any key begins with a digit
        after = _DECIMALS.fullmatch(key) if key[:1].isdecimal() and key in node.keys else None
        before = _key_before(node, key) if after else ""
        left = plain_text(node[before]) if before else ""
        if after and _is_empty(part) and re.fullmatch(SIGN + POINTED, left):
            text, span = f"{left},{after[1].strip()}", node[before].span
            if span.text[span.column - 1 :].startswith(text):
                span = replace(span, length=len(text))
            message = Message("expected a number, found '{text}' ({comma})", text=text, comma=COMMA)
            yield Problem(span, "E112", _join(path, before), message, number_fix(text))
        if isinstance(part, yamldoc.Mapping):
            yield from decimal_commas(part, _join(path, key))


def _is_empty(node: yamldoc.Node) -> bool:
    return isinstance(node, yamldoc.Scalar) and not node.text and not node.quoted


def plain_text(node: yamldoc.Node | None) -> str:
    """The text of an unquoted scalar, else empty."""
    return node.text if isinstance(node, yamldoc.Scalar) and not node.quoted else ""


def missing_key(
    node: yamldoc.Node, key: str, path: str, kind: type[Keys], span: Span | None = None
) -> Problem:
    """The problem that a required key is missing."""
    help_text = kind.model_fields[key].description
    message = Message("expected the key {key}, found none", key=key)
    return Problem(
        span or node.span,
        "E102",
        path,
        message,
        Message("add {key}: ... ({help_text})", key=key, help_text=fixed(help_text or "")),
    )


def _join(path: str, *parts: object) -> str:
    return ".".join([str(part) for part in (path, *parts) if part != ""])


def _follow(node: yamldoc.Node, loc: tuple[Any, ...]) -> tuple[yamldoc.Node, list[Any]]:
    """The deepest node on the way along `loc`, and the part of `loc` that leads to it."""
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
    """One of pydantic's errors, in our words."""
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
        fix: str = Message("write its value after the colon")
        field = model.model_fields.get(str(loc[-1])) if model else None
        if field is not None and not field.is_required() and loc[-1] not in NEEDED:
            fix = Message("{fix}, or take {member} out", fix=fix, member=loc[-1])
        return Problem(node.span, "E105", here, Message("expected a value, found nothing"), fix)
    if "fix" in context:
        fix = _fix_in_place(root, loc, node, here, context["fix"])
        return Problem(node.span, name, here, context["text"], fix)
    return Problem(node.span, *built_in(name, context, node, here, _model_at(kind, loc)))


def _fix_in_place(
    root: yamldoc.Node, loc: tuple[Any, ...], node: yamldoc.Node, path: str, fix: str
) -> str:
    """The fix for a number, given the keys around it."""
    keys = [part for part in loc if isinstance(part, str)]
    if not keys or not isinstance(node, yamldoc.Scalar):
        return fix
    parent, _ = _follow(root, loc[: loc.index(keys[-1])])
    key, mean, unit = keys[-1], "", _unit_above(root, loc)
    if isinstance(parent, yamldoc.Mapping):
        mean = plain_text(parent.get("mean"))
        mean = mean if is_number(mean) else ""
    parts = path.split(".")
    is_amount = key in (*VALUE_KEYS, "se", "bounds", "interval") and key not in RATIOS
    if not is_amount or unit.partition("/")[0] == "share" or {"use", "payer"} & set(parts):
        unit = ""
    elif not unit and parts[0] == "cost":
        unit = "money"
    if key == "events" and "write" in fix:
        is_set = node.span.file == SET
        if is_number(node.text) and 0 < float(node.text) < 1:
            fix = Message("write mean: {text} and take events out and take n out", text=node.text)
        fix = fix_at(key, node.text, fix, unit, mean)
        return Message("write mean for events") if is_set and fix.startswith("write mean:") else fix
    fix = fix_at(key, node.text, fix, unit, mean)
    if node.span.file == SET and fix.startswith(f"write {key}: ..."):
        return Message("write the amount in {unit}; a per cent is a share", unit=unit)
    return fix


def _unit_above(root: yamldoc.Node, loc: tuple[Any, ...]) -> str:
    """The unit stated closest above a location, or empty."""
    unit = ""
    for depth in range(len(loc)):
        node, walked = _follow(root, loc[:depth])
        if len(walked) == depth and isinstance(node, yamldoc.Mapping):
            unit = plain_text(node.get("unit")) or unit
    return unit


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
