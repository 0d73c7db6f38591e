"""What was found as a scenario: the model file without its data, with the numbers filled in.

It states what was estimated, as present values turned back into amounts over the horizon, with
standard errors, how the differences go together, and how much people differ; so that every other
command gives the same answer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any

import numpy as np

from ipscost.analysis.evaluation.differences import Contrast
from ipscost.analysis.evaluation.nouns import BOOTSTRAP, PersonsEvaluation
from ipscost.individual.rubin import student
from ipscost.report.analyse.notes import imputation, regression
from ipscost.report.as_yaml import Braced, Inline, InlineRow, Tree, in_each_language, lines, tidied
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category
from ipscost.settings import LEVEL
from ipscost.units import SHARE
from ipscost.version import __version__
from ipscost.words.text import count, say, sentences

SOURCE = "own_data"
"""The name of the source that the estimates have."""
TOGETHER = "own_data"
"""The name of their correlation."""
WIDTH = 96
"""Of a comment."""
CLOSE = 0.01
"""By which share the variance of what nearly cancels may change with the digits of correlations."""
DIGITS = 8
"""Digits of what is written: more than any reader needs, and few enough to be read."""


@dataclass(frozen=True, slots=True)
class WrittenFrom:
    """What a scenario was written from.

    node: the mapping of the model file without `data`. present: by path what 1 spread over the
    months is worth today, 1 without discounting. file, digest: of the data. date: of today.
    numbers: further amounts by path, as the file states them, which are put in as they are.
    """

    node: Mapping[str, Any]
    present: Mapping[str, float]
    file: str
    digest: str
    date: str
    numbers: Mapping[str, Any] = field(default_factory=dict)


def written(found: PersonsEvaluation, given: WrittenFrom) -> str:
    """The text of the scenario."""
    tree: Tree = deepcopy(dict(given.node))
    tree.setdefault("source", {})[SOURCE] = _cited(given)
    _put_note(tree, found)
    _put_population(tree, found)
    _put_people(tree, found)
    for path in found.measured:
        _put_amounts(tree, found, given, path)
    _put_correlation(tree, found)
    _put_spread(tree, found)
    for path, amount in given.numbers.items():
        _at(tree, path.split("."), amount)
    values = {"version": __version__, "date": given.date, "source": SOURCE}
    told = in_each_language(say("analyse_scenario_comment", **values))
    comment = "\n".join(line for text in told.values() for line in _commented(text))
    return f"{comment}\n" + "\n".join(lines(tree)) + "\n"


def _commented(text: str) -> list[str]:
    """A text as lines of a comment."""
    return wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ")


def _cited(given: WrittenFrom) -> Tree:
    """The source of the estimates: the reader's own data, by its digest."""
    cite = say("analyse_scenario_cite", date=given.date, file=given.file, digest=given.digest[:16])
    return {"cite": cite.in_english(), "sure": "derived"}


def _put_note(tree: Tree, found: PersonsEvaluation) -> None:
    """How the numbers were had, without options, before the note that the model file has."""
    design = say(f"analyse_design_{found.plan.assigned}")
    method = sentences(*regression(found), *tuple(imputation(found))[:1])
    own = in_each_language(
        say(
            "analyse_scenario_note",
            people=count(found.persons),
            design=design,
            method=method,
            version=__version__,
        )
    )
    earlier = tree.get("note")
    for language in own:
        more = earlier.get(language, "") if isinstance(earlier, Mapping) else earlier or ""
        own[language] = f"{own[language]} {more}".strip()
    tree["note"] = own


def _put_population(tree: Tree, found: PersonsEvaluation) -> None:
    """Whom the result is about: with it every headline says where chance did not decide.

    A source that says it studied these people says it no more, so as not to be taken for one that
    studied others.
    """
    if found.plan.is_random or not found.arms:
        return
    stated = tree.get("population")
    people = in_each_language(say("analyse_scenario_people"))
    design = in_each_language(say(f"analyse_design_{found.plan.assigned}"))
    own: Mapping[str, Any] = stated if isinstance(stated, Mapping) else {}
    if stated is not None:
        people = Inline({each: own.get(each, stated) for each in own or people})
    texts = {each: f"{text} ({design[each]})" for each, text in people.items() if each in design}
    tree["population"] = Inline(texts)
    for source in tree["source"].values():
        if isinstance(source, dict) and source.get("population") == stated:
            source.pop("population", None)


def _put_people(tree: Tree, found: PersonsEvaluation) -> None:
    """How many people each arm had."""
    for name, persons in found.people.arms.items():
        if persons is None:
            continue
        stated = tree["arm"].get(name) or {}
        tree["arm"][name] = {**stated, "n": persons}


# --- amounts -------------------------------------------------------------------------------------


def _put_amounts(tree: Tree, found: PersonsEvaluation, given: WrittenFrom, path: str) -> None:
    """The level of the reference arm and the difference of each other, at one path."""
    present = given.present.get(path, 1.0)
    at = path.split(".")
    reference = found.scenario.reference
    level = found.level_of(path)
    assert level is not None
    for arm in (reference, *found.arms):
        role = "mean" if arm == reference else "difference"
        contrast = level if arm == reference else found.differences.of({path: 1.0}, arm)
        amount = _amount(role, contrast, present)
        if arm == reference and contrast.mean < 0 and not _may_be_negative(found, path):
            amount = {role: 0.0}  # adjusted, a cost that hardly anybody has may come out below 0
        if path.startswith("cost."):
            amount["unit"] = f"{found.scenario.money}/person"
        amount["source"] = f"{SOURCE} {_columns(found, path)}"
        if arm != reference and not found.plan.is_random:
            design = say(f"analyse_design_{found.plan.assigned}")
            amount["assumption"] = in_each_language(design)
        _at(tree, [*at, arm], Braced(amount))


def _may_be_negative(found: PersonsEvaluation, path: str) -> bool:
    """True for outcomes, and for costs of which a level below 0 means something."""
    holder = found.scenario.holders[path]
    return not isinstance(holder, Category) or KINDS[holder.kind].may_be_negative


def _amount(role: str, contrast: Contrast, present: float) -> Tree:
    """A number with its standard error, as it stands over the horizon without discounting."""
    amount: Tree = {role: rounded(contrast.mean / present)}
    se = normal_se(contrast)
    if se > 0:
        amount["se"] = rounded(se / present)
    return amount


def normal_se(contrast: Contrast) -> float:
    """The standard error of a normal distribution whose 95% interval is as wide as that found.

    Draws are normal; of few people or sites the interval found is wider than 1.96 standard errors.
    """
    found = contrast.interval(LEVEL)
    if found.low is None or found.high is None:
        return 0.0
    return (found.high - found.low) / (2 * student(LEVEL, math.inf))


def _columns(found: PersonsEvaluation, path: str) -> str:
    """The columns of a category or outcome, as the place in its source."""
    names = {each.path: each.columns for each in found.plan.costs}
    names |= {each.path: each.columns for each in found.plan.outcomes}
    return ", ".join(names[path])


def rounded(value: float) -> float:
    """A number with DIGITS digits."""
    return float(f"{value:.{DIGITS}g}")


def _at(tree: Tree, parts: list[str], value: Any) -> None:
    """Puts a value at its path."""
    *above, last = parts
    for part in above:
        below = tree.get(part)
        if not isinstance(below, dict):
            below = tree[part] = {}
        tree = below
    tree[last] = value


# --- what goes together --------------------------------------------------------------------------


def _put_correlation(tree: Tree, found: PersonsEvaluation) -> None:
    """How the differences go together, so that the total is as unsure as it was found to be.

    A correlation of the model file that has one of them as a member is left out: the data say it.
    """
    members, places = [], []
    total = found.differences.total
    if found.differences.drawn is not None and found.asked.interval == BOOTSTRAP:
        total = _covariance(found.differences.drawn)
    for path in found.measured:
        endpoint = found.differences.endpoints.index(path)
        for place, arm in enumerate(found.arms, 1):
            if normal_se(found.differences.of({path: 1.0}, arm)) > 0:
                members.append(f"{path}.{arm}")
                places.append((endpoint, place))
    kept = {
        name: each
        for name, each in (tree.get("correlation") or {}).items()
        if not {*members} & {*(each.get("members", ()) if isinstance(each, Mapping) else ())}
    }
    if len(members) > 1:
        matrix = np.array([[total[a, b, c, d] for c, d in places] for a, b in places])
        sd = np.sqrt(np.diagonal(matrix))
        kept[TOGETHER] = {
            "label": in_each_language(say("analyse_scenario_together")),
            "members": members,
            "matrix": [InlineRow(row.tolist()) for row in tidied(matrix / sd[:, None] / sd, CLOSE)],
            "source": SOURCE,
        }
    if kept:
        tree["correlation"] = kept
    else:
        tree.pop("correlation", None)


def _covariance(drawn: np.ndarray) -> np.ndarray:
    """The covariance of the estimates over bootstrap samples, (endpoint, 1 + arm, the same)."""
    off = drawn - drawn.mean(axis=0)
    shape = off.shape[1:]
    flat = off.reshape(len(off), -1)
    spread = (flat[:, :, None] * flat[:, None, :]).sum(axis=0) / (len(off) - 1)
    return np.asarray(spread.reshape(*shape, *shape))


# --- how much people differ ----------------------------------------------------------------------


def _put_spread(tree: Tree, found: PersonsEvaluation) -> None:
    """The standard deviation between people of each category and outcome, of present values."""
    if not found.spread:
        return
    spread = tree.setdefault("spread", {})
    for path, (sd, zero) in found.spread.items():
        kind, _, name = path.partition(".")
        outcomes = {o.path: o.unit for o in found.scenario.outcomes}
        if outcomes.get(path) == SHARE:
            continue
        unit = str(outcomes[path]) if path in outcomes else f"{found.scenario.money}/person"
        of: Tree = {"sd": rounded(sd), "unit": unit}
        if zero is not None and _fits(sd, zero, found, path):
            of["zero"] = float(f"{zero:.4g}")
        of["source"] = SOURCE
        section = spread.get(kind)
        spread[kind] = {**(section if isinstance(section, Mapping) else {}), name: Braced(of)}
    if found.together is not None:
        together = float(f"{found.together:.3g}")
        spread["together"] = Braced({"mean": together, "source": SOURCE})


def _fits(sd: float, zero: float, found: PersonsEvaluation, path: str) -> bool:
    """True if a distribution with such a share of nothing has such a spread in every arm."""
    level = found.level_of(path)
    if level is None or not 0 < zero < 1:
        return False
    means = [
        level.mean,
        *(level.mean + found.differences.of({path: 1.0}, a).mean for a in found.arms),
    ]
    least = max(abs(mean) for mean in means) * math.sqrt(zero / (1 - zero))
    return min(means) > 0 and sd > 1.001 * least
