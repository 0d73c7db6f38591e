"""What a report of an evaluation must say and no number can: why, for whom, who paid for it."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.words.text import Text


@dataclass(frozen=True, slots=True)
class Statement:
    """What a scenario says under a key of `reporting`, and where that is written."""

    text: Text
    span: Span
