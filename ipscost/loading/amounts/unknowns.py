"""Numbers that the file says are not known: `unknown` instead of an amount or a value."""

from __future__ import annotations

from dataclasses import replace

from ipscost.loading.amounts.sources import Inherited, SourceReader, text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.amounts.values import form_fix
from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.schema_amounts import MISSING, UNCERTAINTY_KEYS, VALUE_KEYS, AmountKeys
from ipscost.loading.text import yamldoc
from ipscost.messages import Message, ors
from ipscost.scenario.distributions import Fixed
from ipscost.scenario.nouns import Gap, Quantity
from ipscost.units import UNKNOWN, Unit, parse_unit

NO_UNIT = Unit(UNKNOWN)
"""The unit of an unknown number for which no unit is stated either."""


def unknown_value(node: yamldoc.Node | None) -> str | None:
    """The key whose value is `unknown` in a number's node; `mean` if the node is just `unknown`."""
    if isinstance(node, yamldoc.Scalar):
        return "mean" if node.text == UNKNOWN else None
    if not isinstance(node, yamldoc.Mapping):
        return None
    values = ((key, node[key]) for key in VALUE_KEYS if key in node)
    return next((k for k, v in values if isinstance(v, yamldoc.Scalar) and v.text == UNKNOWN), None)


def said_otherwise(node: yamldoc.Node | None) -> yamldoc.Scalar | None:
    """The scalar, if any, that uses some other word than `unknown` for an unknown number."""
    if isinstance(node, yamldoc.Mapping):
        node = next((node[key] for key in VALUE_KEYS if key in node), None)
    if not isinstance(node, yamldoc.Scalar) or node.text == UNKNOWN:
        return None
    text = node.text or node.span.text[node.span.column - 1 :][: node.span.length]
    return node if text.lower() in (*MISSING, UNKNOWN) else None


def read_unknown(
    sources: SourceReader, at: Cursor, key: str, wanted: Wanted, inherited: Inherited
) -> Quantity | None:
    """The quantity of a number that is not known; any uncertainty stated for it is dropped.

    None if a known number is required, or something else in the amount is wrong.
    """
    span = at[key].span if at.is_mapping else at.span
    whole = at if at.is_mapping else at.with_node(yamldoc.Mapping({}, {}, at.span))
    if not wanted.unknown or (at.is_mapping and key not in wanted.roles):
        message = Message("expected a number, found {unknown}", unknown=UNKNOWN)
        fix: str = Message(
            "write ... (the number) and add assumption: ... (why, where nobody published it)"
        )
        if not at.is_mapping:
            fix = Message(
                "write {{{roles}: ..., assumption: ...}}; the number, and why that",
                roles=wanted.roles[0],
            )
        if wanted.unknown:
            message = Message("expected {roles}, found {role}", roles=ors(wanted.roles), role=key)
            fix = form_fix(whole, key, wanted.roles)
        at.refuse("E250", message, fix, span)
        return None
    kept = [k for k in whole if k not in (*VALUE_KEYS, *UNCERTAINTY_KEYS, "dist", "bounds")]
    entries, spans = whole.mapping.entries, whole.mapping.keys
    rest = yamldoc.Mapping({k: entries[k] for k in kept}, {k: spans[k] for k in kept}, span)
    read = at.with_node(rest).read(AmountKeys)
    if read is None:
        return None
    keys = read.keys
    source, place = None, ""
    if keys.source is not None:
        source, place, _, _ = sources.link(whole.with_keys(keys))
    text = keys.unit or (inherited.unit[0] if inherited.unit else None)
    return Quantity(
        path=at.path,
        role=key,
        value=0.0,
        unit=NO_UNIT if text is None else parse_unit(text),
        dist=Fixed(0.0),
        way=None,
        source=source,
        place=place,
        sure="",
        assumption=text_of(keys.assumption),
        note=text_of(keys.note),
        span=span,
        conversion=None,
        gap=Gap(part_of=keys.part_of or ""),
    )


def without_value(number: Quantity, stated: str) -> Quantity:
    """A number in money of an unknown year: its text as `stated` is kept, its value is 0."""
    nothing = replace(number, value=0.0, dist=Fixed(0.0), way=None, bounds=None, series=())
    return replace(nothing, gap=Gap(stated=stated))
