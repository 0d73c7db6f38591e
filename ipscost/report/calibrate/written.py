"""The fitted numbers as a scenario that extends the one they were fitted in.

It states what was fitted and nothing else: each number with its standard error, its distribution
and what it was calibrated to, and how the numbers go together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ipscost.analysis.calibrate.calibrated import Calibrated, shape
from ipscost.analysis.calibrate.refusals import left_open, raised, together
from ipscost.report.as_yaml import Inline, InlineRow, Tree, in_each_language, lines, tidied
from ipscost.report.calibrate.wording import counted, target_value
from ipscost.scenario.calibration import Unknown
from ipscost.version import __version__
from ipscost.words import LANGUAGES
from ipscost.words.locale import in_scenarios
from ipscost.words.text import Words, listing, say, tell, typed

NAME = "calibrated"
"""The name of the correlation of the fitted numbers."""


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
    return f"{comment}\n" + "\n".join(lines(tree)) + "\n"


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
    return in_each_language(title if _is_of_a_fit(found) else say("calibrate_title", title=title))


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
        amount["label"] = in_each_language(unknown.owner)
    if found.distribution(place) is not None:
        amount["se"] = float(f"{fit.se[place]:.4g}")
        amount["dist"] = shape(unknown)
    if quantity.role == "mean" or quantity.role == "difference":
        amount["unit"] = str(quantity.unit)
    amount["sure"] = "derived"
    amount["assumption"] = in_each_language(_provenance(found, place))
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
        "label": in_each_language(say("calibrate_together")),
        "members": [found.unknowns[place].path for place in places],
        "matrix": [InlineRow(float(value) for value in row) for row in matrix],
        "sure": "derived",
        "assumption": in_each_language(_all_targets(found)),
    }
    return {"correlation": {found.correlation.name if found.correlation else NAME: section}}


def _all_targets(found: Calibrated) -> Words:
    names = listing([target.name for target in found.targets])
    version = {"version": __version__, "seed": found.seed}
    return say("calibrate_to", targets=names, **version)


def _put(tree: Tree, parts: Sequence[str], amount: Tree) -> None:
    """Puts an amount at its path."""
    for part in parts:
        tree = tree.setdefault(part, {})
    tree.update(amount)
