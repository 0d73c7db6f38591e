"""A what-if for a page: what its script reads, and what its controls show."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from ipscost.analysis.what_if.live import Part
from ipscost.report.what_if.sliders import VALUE, ArmAnswer, Slider, Sliders, WeightedSum
from ipscost.texts import cleaned
from ipscost.words import say
from ipscost.words.locale import currency_sign, locale, marked
from ipscost.words.text import tell

PLACES = 7
"""Decimals of a coefficient: far below an øre, also after it was told for thousands of people."""
MOST_DECIMALS = 6
"""Decimals that a value is shown with at most; it is computed with all that it has."""
FILLED = ("for_people", "outside", "whole")
"""The words that the script puts numbers into."""
BLANKS = ("low", "high", "people", "amount")
"""The numbers that it puts into them."""
CONTROLS = (
    *("change", "value", "people", "reset", "table", "account", "now", "with", "difference"),
    *("total", "by_payer", "by_category", "command"),
)
"""The words around the controls and the answers."""


def shown(block: Sliders, language: str) -> dict[str, Any]:
    """A what-if as its template takes it: the `data`, the same as JSON, and the words around."""
    content, currency = cleaned(data(block, language)), currency_sign(block.currency)
    around = {key: say(f"live_{key}", language, currency=currency) for key in CONTROLS}
    return {**content, "json": script(content), "words": around}


def data(block: Sliders, language: str) -> dict[str, Any]:
    """All that the script and the controls of a what-if need, with every text in a language."""
    here = locale(language)
    return {
        "sliders": [_slider(one, language) for one in block.sliders],
        "answers": [_answer(one, language) for one in block.answers],
        "people": block.people,
        "currency": currency_sign(block.currency),
        "decimal": here.decimal,
        "thousands": here.thousands,
        "command": block.command,
        "words": {name: _raw(f"live_{name}", language) for name in FILLED},
    }


def script(content: dict[str, Any]) -> str:
    """The data as JSON that can stand in a `script` element: no `<` ends it, nothing opens it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def _raw(key: str, language: str) -> str:
    """The words under a key with their blanks as they are, for the script to fill."""
    return say(key, language, **{name: f"{{{name}}}" for name in BLANKS})


def _slider(one: Slider, language: str) -> dict[str, Any]:
    """A control: values as they are computed with, and how they are shown."""
    scale, own = 100 if one.is_share else 1, one.input
    decimals = _decimals([stop * scale for stop in own.stops if stop != own.varied.now])
    unit = tell(one.unit, language)
    if one.is_share:
        unit = say("points_short", language) if one.points else "%"
    shown = [_shown(stop * scale, decimals, language) for stop in own.stops]
    place = own.stops.index(own.varied.now)
    now = own.varied.now * scale
    shown[place] = _shown(now, max(decimals, _decimals([now])), language)
    return {
        "path": one.path,
        "label": tell(one.label, language),
        "unit": unit,
        "scale": scale,
        "low": own.low,
        "high": own.high,
        "now": own.varied.now,
        "place": place,
        "stops": list(own.stops),
        "shown": shown,
        "grid": own.is_grid,
        "before": one.setting.partition(VALUE)[0],
        "after": one.setting.partition(VALUE)[2],
    }


def _decimals(values: list[float]) -> int:
    """The decimals that tell these values apart."""
    texts = (f"{value:.10g}" for value in values)
    found = [len(text.partition(".")[2]) for text in texts if "e" not in text]
    return min(max(found, default=0), MOST_DECIMALS)


def _shown(value: float, decimals: int, language: str) -> str:
    return marked(f"{value + 0.0:,.{decimals}f}", language)


def _answer(one: ArmAnswer, language: str) -> dict[str, Any]:
    return {
        "arm": tell(one.label, language),
        "saves": tell(one.saves, language),
        "costs": tell(one.costs, language),
        "now": one.now,
        "total": _account(one.total, language),
        "payers": [_account(each, language) for each in one.payers],
        "categories": [_account(each, language) for each in one.categories],
        "parts": [_part(part) for part in one.parts],
    }


def _account(one: WeightedSum, language: str) -> dict[str, Any]:
    """An account: its label, and pairs of the place of a category and the weight it has."""
    places = np.flatnonzero(one.weight).tolist()
    return {
        "label": tell(one.label, language),
        "weights": [[place, float(one.weight[place])] for place in places],
    }


def _part(part: Part) -> dict[str, Any]:
    """A category: its grids, the numbers in each product, and the coefficients in one list."""
    numbers = [round(value, PLACES) for value in part.coefficients.ravel().tolist()]
    plain = [int(value) if value == int(value) else value for value in numbers]
    return {
        "g": list(part.grids),
        "t": [list(term) for term in part.terms],
        "c": plain,
    }
