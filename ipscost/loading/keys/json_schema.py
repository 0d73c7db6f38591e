"""The JSON Schema that editors use, from the models that check a file."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from ipscost import units
from ipscost.loading.keys.fields import Keys
from ipscost.loading.keys.schema import CostKeys, DocumentKeys, GroupKeys, OutcomeKeys, UseKeys
from ipscost.loading.keys.schema_accounts import WelfareKeys
from ipscost.loading.keys.schema_amounts import UNCERTAINTY_KEYS, VALUE_KEYS, AmountKeys
from ipscost.loading.keys.schema_model import COST_WORDS, MODELS, NumberKeys, with_model
from ipscost.loading.keys.schema_rollout import (
    CalendarMonth,
    EmployerKeys,
    with_nulls,
    with_rollout,
)
from ipscost.loading.keys.schema_transfer import PooledKeys
from ipscost.scenario.rollout import SECTION as ROLLOUT
from ipscost.scenario.transfer import SECTION

LEAF_KEYS = ("kind", "payer", "unit", "price", "use", "timing", "dated", "in_force", *COST_WORDS)
PARTIAL = ("model", "effect", "calibrate", SECTION, ROLLOUT)
"""Sections of which a variant may state a part."""


def json_schema() -> dict[str, Any]:
    """The format as a JSON Schema (draft 2020-12), from the same models that check a file."""
    models: list[type[Keys]] = [DocumentKeys, CostKeys, GroupKeys, UseKeys, OutcomeKeys, AmountKeys]
    models += [NumberKeys, PooledKeys, EmployerKeys, *MODELS]
    _, combined = models_json_schema([(model, "validation") for model in models])
    defs = combined["$defs"]
    unknown = {"const": units.UNKNOWN}
    for name in VALUE_KEYS:
        number = defs["AmountKeys"]["properties"][name]
        number["anyOf"] = [*number["anyOf"], unknown]
    amount = {"anyOf": [unknown, {"$ref": "#/$defs/AmountKeys"}]}
    for name in ("CostKeys", "UseKeys", "OutcomeKeys"):
        defs[name]["additionalProperties"] = amount
    defs["CostKeys"]["properties"]["price"] |= amount
    defs["OutcomeKeys"]["properties"]["threshold"] |= amount
    for name in WelfareKeys.model_fields:
        defs["WelfareKeys"]["properties"][name] |= amount
    defs["CostKeys"]["properties"]["use"] = {
        "$ref": "#/$defs/UseKeys",
        "description": "How much is used, beside a price",
    }
    with_model(defs)
    month = TypeAdapter(CalendarMonth).json_schema()
    ends = {"type": "object", "properties": {"from": month, "until": month}}
    defs["CostKeys"]["properties"]["in_force"] |= {**ends, "additionalProperties": False}
    defs["CostKeys"]["properties"]["dated"] |= _dated(defs["CostKeys"]["properties"], amount)
    defs["GroupKeys"]["additionalProperties"] = {"$ref": "#/$defs/CostNode"}
    marks = {"anyOf": [{"required": [key]} for key in LEAF_KEYS]}
    stated = (*VALUE_KEYS, *UNCERTAINTY_KEYS, "number")
    numbers = {"anyOf": [{"required": [key]} for key in stated]}
    # A variant states what it changes alone: of a category perhaps an amount, without its kind.
    node = {
        "if": marks,
        "then": {"$ref": "#/$defs/CostKeys"},
        "else": {"if": numbers, "then": amount, "else": {"$ref": "#/$defs/GroupKeys"}},
    }
    defs["CostNode"] = {"if": unknown, "then": True, "else": node}
    defs["WholeNode"] = {
        "if": marks,
        "then": {
            "required": defs["CostKeys"].pop("required"),
            "anyOf": [{"required": ["payer"]}, {"required": ["ladder"]}],
        },
        "else": {
            "properties": {"label": True},
            "additionalProperties": {"$ref": "#/$defs/WholeNode"},
        },
    }
    document = defs.pop("DocumentKeys")
    with_nulls(document, defs)
    whole = [key for key in document["required"] if key not in ("ipscost", "title")]
    document["required"] = ["ipscost", "title"]
    document["if"] = {"not": {"required": ["extends"]}}
    every = {"additionalProperties": {"$ref": "#/$defs/WholeNode"}}
    sections = {name: _whole(name, document["properties"], defs) for name in PARTIAL}
    sections["ladder"] = {"additionalProperties": {"required": defs["LadderKeys"].pop("required")}}
    sections[ROLLOUT]["properties"] = with_rollout(defs)
    document["then"] = {"required": whole, "properties": {"cost": every, **sections}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ipscost scenario",
        **_without_null(document),
        "$defs": {name: _without_null(defs[name]) for name in sorted(defs)},
    }


def _dated(category: dict[str, Any], amount: Any) -> dict[str, Any]:
    """A list of what differs of a category from a month on."""
    own = {key: value for key, value in category.items() if key != "dated"}
    item = {
        "type": "object",
        "required": ["from"],
        "properties": {"from": TypeAdapter(CalendarMonth).json_schema(), **own},
        "additionalProperties": amount,
    }
    return {"type": "array", "minItems": 1, "items": item}


def _whole(name: str, sections: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """The keys that a section has where the file extends no other; a variant states some alone."""
    (option,) = (each for each in sections[name]["anyOf"] if "$ref" in each)
    return {"required": defs[option["$ref"].rpartition("/")[2]].pop("required")}


def _without_null(part: Any) -> Any:
    """A schema in which what may be left out is left out, and never null.

    Titles, and the limits that pydantic repeats under names of its own, are left out too.
    """
    if isinstance(part, list):
        return [_without_null(item) for item in part]
    if not isinstance(part, dict):
        return part
    dropped = ("title", "ge", "gt", "le", "lt")
    kept = {key: _without_null(value) for key, value in part.items() if key not in dropped}
    if "properties" in part:
        kept["properties"] = {k: _without_null(v) for k, v in part["properties"].items()}
    if "default" in kept and (kept["default"] is None or isinstance(kept["default"], dict)):
        del kept["default"]
    options = kept.get("anyOf", [])
    some = [option for option in options if option != {"type": "null"}]
    if len(some) == 1 and len(options) == 2:
        del kept["anyOf"]
        return {**some[0], **kept}
    return kept
