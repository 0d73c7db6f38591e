"""A scenario as the text of a file: whatever stands in it is read again as it was meant."""

from __future__ import annotations

from typing import Any

import pytest

from ipscost.loading.text import yamldoc
from ipscost.report.as_yaml import Braced, InlineRow, lines

TEXTS = [
    *("plain", "a: b", "# no comment", "- item", "{x}", "[1, 2]", '"quoted"', "it's", "null", "~"),
    *("1.250", "-0.5", "1e5", "yes", "DKK_2024/person", "100%", "æøå", " padded ", "a\nb", "a\tb"),
    *("back\\slash", "&anchor", "*alias", "!tag", "|", ">", "%", "@", "`", "…", "\u2028", "\x7f"),
]


def again(tree: dict[str, Any]) -> Any:
    """The tree as it is read from its own text."""
    return yamldoc.plain(yamldoc.parse("\n".join(lines(tree)) + "\n", "new.yaml"))


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_as_it_was_meant(text: str) -> None:
    tree = {
        "alone": text,
        "listed": [text, "b"],
        "braced": Braced(label=text),
        "rows": [InlineRow([text, "b"])],
        "deep": {text: {"below": text}},
    }
    assert again(tree) == tree


def test_lists_of_mappings_numbers_and_nothing() -> None:
    tree = {"dated": [{"from": "2025-01", "set": {"mean": 1.25}}, {"to": "2026"}], "none": ""}
    assert again(tree) == {
        "dated": [{"from": "2025-01", "set": {"mean": "1.25"}}, {"to": "2026"}],
        "none": "",
    }
    assert again({"a": 1250.0, "b": 1.25, "c": True, "d": {}, "e": []}) == {
        "a": "1250",
        "b": "1.25",
        "c": "true",
        "d": {},
        "e": [],
    }
    assert "\n".join(lines({"a": 1.2500001})) == "a: 1.2500001"
