"""What a scenario says under `reporting`, each with its line."""

from __future__ import annotations

from typing import Any

from ipscost.loading.amounts.sources import text_of
from ipscost.loading.cursor import Checked
from ipscost.loading.text.yamldoc import Mapping
from ipscost.scenario.reporting import Statement


def read_reporting(root: Checked[dict[str, Any]]) -> dict[str, Statement]:
    """What is stated, by key; nothing where the section is missing."""
    keys, section = root.keys.get("reporting"), root.mapping.get("reporting")
    if keys is None or not isinstance(section, Mapping):
        return {}
    texts = {name: text_of(getattr(keys, name)) for name in type(keys).model_fields}
    return {
        name: Statement(text, section.keys[name])
        for name, text in texts.items()
        if text is not None
    }
