"""Numbers that the file says are not known: `unknown` in the place of an amount or a value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.keys.fields import LabelKeys
from ipscost.loading.keys.schema_amounts import MISSING, UNCERTAINTY_KEYS, VALUE_KEYS, AmountKeys
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.edits import form_fix
from ipscost.scenario.distributions import Fixed
from ipscost.scenario.nouns import Gap, Label, Quantity
from ipscost.units import UNKNOWN, Unit, parse_unit
from ipscost.words.text import Text

if TYPE_CHECKING:
    from ipscost.loading.amounts.quantities import Reader
    from ipscost.loading.amounts.sources import Inherited

NO_UNIT = Unit(UNKNOWN)
"""The unit of a number that is not known, where none is stated either."""


def unknown_value(node: yamldoc.Node | None) -> str | None:
    """The key whose value a number's node says is not known, `mean` where it says that alone."""
    if isinstance(node, yamldoc.Scalar):
        return "mean" if node.text == UNKNOWN else None
    if not isinstance(node, yamldoc.Mapping):
        return None
    values = ((key, node[key]) for key in VALUE_KEYS if key in node)
    return next((k for k, v in values if isinstance(v, yamldoc.Scalar) and v.text == UNKNOWN), None)


def said_otherwise(node: yamldoc.Node | None) -> yamldoc.Scalar | None:
    """The scalar that says in other words than `unknown` that a number is not known, if any."""
    if isinstance(node, yamldoc.Mapping):
        node = next((node[key] for key in VALUE_KEYS if key in node), None)
    if not isinstance(node, yamldoc.Scalar) or node.text == UNKNOWN:
        return None
    text = node.text or node.span.text[node.span.column - 1 :][: node.span.length]
    return node if text.lower() in (*MISSING, UNKNOWN) else None


def read_unknown(
    reader: Reader,
    node: yamldoc.Node,
    key: str,
    path: str,
    wanted: Wanted,
    inherited: Inherited,
) -> Quantity | None:
    """The number at `path`, which is not known; what is stated of its uncertainty is dropped.

    None where a number is needed, or something beside it is wrong.
    """
    at = node[key].span if isinstance(node, yamldoc.Mapping) else node.span
    whole = node if isinstance(node, yamldoc.Mapping) else yamldoc.Mapping({}, {}, node.span)
    if not wanted.unknown or (isinstance(node, yamldoc.Mapping) and key not in wanted.roles):
        message = f"expected a number, found {UNKNOWN}"
        fix = "write ... (the number) and add assumption: ... (why, where nobody published it)"
        if not isinstance(node, yamldoc.Mapping):
            fix = f"write {{{wanted.roles[0]}: ..., assumption: ...}}; the number, and why that"
        if wanted.unknown:
            message = f"expected {' or '.join(wanted.roles)}, found {key}"
            fix = form_fix(whole, path, key, wanted.roles)
        reader.refuse(at, "E250", path, message, fix)
        return None
    kept = [k for k in whole if k not in (*VALUE_KEYS, *UNCERTAINTY_KEYS, "dist", "bounds")]
    rest = yamldoc.Mapping({k: whole[k] for k in kept}, {k: whole.keys[k] for k in kept}, at)
    keys: AmountKeys | None = findings.read(AmountKeys, rest, path, reader.problems)
    if keys is None:
        return None
    source, place = None, ""
    if keys.source is not None:
        source, place, _, _ = reader.link_source(keys, whole, path)
    text = keys.unit or (inherited.unit[0] if inherited.unit else None)
    return Quantity(
        path=path,
        role=key,
        value=0.0,
        unit=NO_UNIT if text is None else parse_unit(text),
        dist=Fixed(0.0),
        way=None,
        source=source,
        place=place,
        sure="",
        assumption=_text(keys.assumption),
        note=_text(keys.note),
        span=at,
        conversion=None,
        gap=Gap(part_of=keys.part_of or ""),
    )


def without_value(number: Quantity, stated: str) -> Quantity:
    """A number in money of an unknown year: what was `stated` is kept, and counts for nothing."""
    nothing = replace(number, value=0.0, dist=Fixed(0.0), way=None, bounds=None, series=())
    return replace(nothing, gap=Gap(stated=stated))


def _text(keys: LabelKeys | None) -> Text | None:
    return None if keys is None else Label(keys.texts)
