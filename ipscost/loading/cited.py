"""The publications of the section `source`, and doubts about those behind results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ipscost.loading.amounts.sources import text_of
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema import SourceKeys
from ipscost.loading.text.sections import inside
from ipscost.messages import Message
from ipscost.scenario.nouns import Quantity, Source

_BEFORE_DOI = re.compile(r"^(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
"""What is often typed before a DOI."""


def read_sources(root: Checked[dict[str, Any]]) -> dict[str, Source] | None:
    """The sources by name, or None if the section is unusable."""
    keys: dict[str, SourceKeys] | None = root.keys.get("source")
    if keys is None:
        return None
    return {
        name: Source(
            name=name,
            cite=key.cite,
            sure=key.sure,
            where=_where(key),
            note=text_of(key.note),
            population=text_of(key.population),
            span=inside(root.node, "source", name, *["population"] * bool(key.population)),
        )
        for name, key in keys.items()
    }


def doubt_sources(root: Checked[dict[str, Any]], numbers: Sequence[Quantity]) -> None:
    """Warns of each source behind the results that is not first-hand."""
    at = root.locate("source")
    used = {q.source.name: q.source for q in numbers if q.source is not None}
    for name, source in used.items():
        if source.sure in ("secondary", "abstract"):
            fix = Message("write sure: verified; read the figures in the publication itself first")
            message = Message(
                "the figures from {name} are {sure}, not read first-hand",
                name=name,
                sure=source.sure,
            )
            at[name].refuse_key("W401", message, fix)


def _where(source: SourceKeys) -> str:
    """The address of a source: its DOI if it has one, also if typed as an address, else its URL."""
    if not source.doi:
        return source.url or ""
    return f"https://doi.org/{_BEFORE_DOI.sub('', source.doi)}"
