"""The words of cea, in English and Danish; part of words.WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {}
