"""The fitted numbers as a scenario that extends the one they were fitted in.

It states what was fitted and nothing else: each number with its standard error, its distribution
and what it was calibrated to, and how the numbers go together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from ipscost.analysis.calibrate.calibrated import Calibrated, shape
from ipscost.analysis.calibrate.refusals import left_open, raised, together
from ipscost.numerals import is_doubtful
from ipscost.report.calibrate.wording import counted, target_value
from ipscost.scenario.calibration import Unknown
from ipscost.version import __version__
from ipscost.words import LANGUAGES
from ipscost.words.locale import in_scenarios
from ipscost.words.text import Words, listing, say, tell, typed

NAME = "calibrated"
"""The name of the correlation of the fitted numbers."""
Tree = dict[str, Any]


class Inline(dict[str, Any]):
    """A mapping that is written on one line, in braces."""


def written(found: Calibrated, extends: str) -> str:
    """The text of a scenario that extends the file `extends` with the fitted numbers.

    Raises ScenarioError E247 where the targets leave a number open.
    """
    _all_determined(found)
    tree: Tree = {
        "ipscost": 1,
        "extends": extends,
        "title": _title(found),
        "note": Inline({language: _note(found, language) for language in in_scenarios(LANGUAGES)}),
    }
    for place, unknown in enumerate(found.unknowns):
        _put(tree, unknown.path.split("."), _number(found, place, unknown))
    tree |= _correlation(found)
    told = (tell(say("calibrate_comment"), language) for language in in_scenarios(LANGUAGES))
    comment = "\n".join(f"# {text}" for text in told)
    return f"{comment}\n" + "\n".join(_lines(tree)) + "\n"


def _note(found: Calibrated, language: str) -> str:
    """How it was fitted, then the note of the scenario it extends, which `extends` leaves behind.

    What that note says of an earlier fit is left out.
    """
    squares = typed(float(f"{found.fit.squares:.4g}"))
    own = str(tell(say("calibrate_note", count=counted(found), squares=squares), language))
    if found.scenario.note is None:
        return own
    between = tell(say("calibrate_note", count="", squares=""), language).rstrip(".")
    earlier = re.compile(rf"^[^.;]*{re.escape(between)}\S+\.(?: |$)")
    before = earlier.sub("", found.scenario.note.tell(language))
    return f"{own} {before}".strip()


def _title(found: Calibrated) -> Inline:
    """The title with the word that it is calibrated; that of an earlier fit has it already."""
    title = found.scenario.title
    return _inline(title if _is_of_a_fit(found) else say("calibrate_title", title=title))


def _is_of_a_fit(found: Calibrated) -> bool:
    """True if the title stands in a file that an earlier fit wrote.

    Such a file states every fitted number as derived, and extends the file that says what to fit.
    """
    titled = found.scenario.places.get("title")
    if titled is None or titled.file == found.calibration.span.file:
        return False
    quantities = (unknown.quantity for unknown in found.unknowns)
    return all(each.sure == "derived" and each.span.file == titled.file for each in quantities)


def _all_determined(found: Calibrated) -> None:
    """Refuses a fit that leaves a number open."""
    fit, errors = found.fit, []
    are_open = [u for u, is_open in zip(found.unknowns, fit.is_open, strict=True) if is_open]
    if are_open:
        errors.append(left_open(are_open, "open"))
    for place, unknown in enumerate(found.unknowns):
        if fit.free[place] and not fit.is_open[place] and found.distribution(place) is None:
            errors.append(left_open([unknown], "wide"))
    raised(errors)


def _number(found: Calibrated, place: int, unknown: Unknown) -> Tree:
    """One number as the file states it: value, standard error, distribution, provenance."""
    quantity, fit = unknown.quantity, found.fit
    amount: Tree = {quantity.role: float(fit.best.values[place])}
    if unknown.path.startswith("number.") and unknown.owner is not None:
        amount["label"] = _inline(unknown.owner)
    if found.distribution(place) is not None:
        amount["se"] = float(f"{fit.se[place]:.4g}")
        amount["dist"] = shape(unknown)
    if quantity.role == "mean" or quantity.role == "difference":
        amount["unit"] = str(quantity.unit)
    amount["sure"] = "derived"
    amount["assumption"] = _inline(_provenance(found, place))
    return amount


def _provenance(found: Calibrated, place: int) -> Words:
    """`calibrated to ever_18_ips (59.9%) by ipscost 1.0.0, seed 1`: the targets it depends on."""
    depends = found.fit.depends[:, place]
    targets = [
        say(
            "calibrate_to_each",
            name=target.name,
            value=target_value(found, target),
        )
        for target, matters in zip(found.targets, depends, strict=True)
        if matters
    ]
    text = say(
        "calibrate_to",
        targets=listing(targets),
        version=__version__,
        seed=found.seed,
    )
    if found.fit.best.at[place]:
        text = say("calibrate_to_bound", text=text)
    return text


def _correlation(found: Calibrated) -> Tree:
    """The section `correlation` of the fitted numbers that have an error; two or more."""
    places = [n for n in range(len(found.unknowns)) if found.distribution(n) is not None]
    if len(places) < 2:
        if found.correlation is not None:
            first, *others = found.correlation.members
            raise together(found.correlation, first, others)
        return {}
    matrix = tidied(found.fit.correlation[np.ix_(places, places)])
    section: Tree = {
        "label": _inline(say("calibrate_together")),
        "members": [found.unknowns[place].path for place in places],
        "matrix": [InlineRow(float(value) for value in row) for row in matrix],
        "sure": "derived",
        "assumption": _inline(_all_targets(found)),
    }
    return {"correlation": {found.correlation.name if found.correlation else NAME: section}}


def _all_targets(found: Calibrated) -> Words:
    names = listing([target.name for target in found.targets])
    version = {"version": __version__, "seed": found.seed}
    return say("calibrate_to", targets=names, **version)


def tidied(matrix: np.ndarray) -> np.ndarray:
    """A correlation matrix with as few decimals as leave it one."""
    for decimals in (3, 4, 6, 8):
        found = np.round(matrix, decimals)
        np.fill_diagonal(found, 1.0)
        if np.linalg.eigvalsh(found)[0] >= 0:
            return found + 0.0
    found = matrix * (1 - 1e-9)
    np.fill_diagonal(found, 1.0)
    return found


# --- as YAML ---------------------------------------------------------------------------------


class InlineRow(list[float]):
    """A row of a matrix, written on one line."""

    def __init__(self, values: Iterator[float]) -> None:
        super().__init__(values)


def _inline(text: Words) -> Inline:
    """A text in each language of scenarios."""
    return Inline({language: tell(text, language) for language in in_scenarios(LANGUAGES)})


def _put(tree: Tree, parts: Sequence[str], amount: Tree) -> None:
    """Puts an amount at its path."""
    for part in parts:
        tree = tree.setdefault(part, {})
    tree.update(amount)


def _lines(tree: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """The lines of a block of YAML."""
    indent = "  " * depth
    for key, value in tree.items():
        if isinstance(value, Inline):
            inside = ("\n  " + indent).join(f"{k}: {_scalar(v)}" for k, v in value.items())
            yield f"{indent}{key}:\n  {indent}{inside}"
        elif isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, depth + 1)
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {_item(item)}" for item in value)
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _item(item: Any) -> str:
    """An item of a list: a row of numbers, or a text."""
    return (
        f"[{', '.join(_scalar(value) for value in item)}]"
        if isinstance(item, InlineRow)
        else str(item)
    )


def _scalar(value: Any) -> str:
    """A number as it is computed, or a text in quotes where YAML would read it otherwise."""
    if isinstance(value, float):
        text = np.format_float_positional(value, trim="-")
        return f"{text}0" if is_doubtful(text) else text
    if isinstance(value, int):
        return str(value)
    plain = value.replace("_", "").replace("/", "").replace("-", "").replace(".", "").isalnum()
    return str(value) if plain else json.dumps(value, ensure_ascii=False)
