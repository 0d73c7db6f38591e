"""What a scenario says under `reporting`, each with its line."""

from __future__ import annotations

from typing import Any

from ipscost.loading.amounts.sources import text_of
from ipscost.loading.cursor import Checked
from ipscost.loading.text.sections import placed
from ipscost.scenario.reporting import Statement


def read_reporting(root: Checked[dict[str, Any]]) -> dict[str, Statement]:
    """What is stated, by key; nothing where the section is missing."""
    keys = root.keys.get("reporting")
    if keys is None:
        return {}
    texts = {name: text_of(getattr(keys, name)) for name in type(keys).model_fields}
    return {
        name: Statement(text, placed(root.node, "reporting", name))
        for name, text in texts.items()
        if text is not None
    }
