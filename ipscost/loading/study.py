"""What a scenario says of the study behind it, checked against its arms and outcomes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from textwrap import shorten
from typing import Any

from ipscost.errors import nearest
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.fields import LabelKeys
from ipscost.loading.keys.schema_study import LONGEST_COMPARATOR, StudyKeys, StudyOutcomeKeys
from ipscost.loading.text.edits import named
from ipscost.messages import Message
from ipscost.scenario.nouns import Arm
from ipscost.scenario.study import Study, StudyOutcome


def read_study(
    root: Checked[dict[str, Any]],
    arms: Mapping[str, Arm],
    outcomes: Collection[str],
    months: int | None,
) -> Study | None:
    """The study of a scenario, or None where there is none or something about it is wrong.

    outcomes: the paths of the outcomes of the scenario.
    months: its horizon; None where it is not known.
    """
    at: Checked[StudyKeys] | None = root.part("study")
    if at is None:
        return None
    before, keys = at.problems.errors(), at.keys
    _check_length(at, keys.comparator)
    arm = _arm(at, arms)
    outcome = _outcome(at, outcomes, months)
    comparator, whose = text_of(keys.comparator), text_of(keys.whose)
    if at.problems.errors() > before or comparator is None or whose is None:
        return None
    return Study(
        design=keys.design,
        n=keys.n,
        groups=tuple(dict.fromkeys(keys.groups)),
        comparator=comparator,
        comparator_note=text_of(keys.comparator_note),
        whose=whose,
        arm=arm,
        outcome=outcome,
        doubt=text_of(keys.doubt),
        span=at.key,
        same_programme=keys.same_programme,
    )


def _check_length(at: Checked[StudyKeys], comparator: LabelKeys) -> None:
    """Refuses a comparator that does not fit into a row, in any of its languages."""
    longest = max((text for _, text in comparator.texts), key=len)
    if len(longest) > LONGEST_COMPARATOR:
        message = Message(
            "expected a comparator of at most {most} characters, which stands in every row, "
            "found {length}",
            most=LONGEST_COMPARATOR,
            length=len(longest),
        )
        cut = shorten(longest, LONGEST_COMPARATOR, placeholder="") or longest[:LONGEST_COMPARATOR]
        fix = Message("write a shorter one such as {cut}; comparator_note: holds the rest", cut=cut)
        at["comparator"].refuse("E236", message, fix)


def _arm(at: Checked[StudyKeys], arms: Mapping[str, Arm]) -> str:
    """The intervention of the row; empty, with a problem, where it is none or not clear which."""
    stated = at.keys.arm
    interventions = [name for name, arm in arms.items() if not arm.reference]
    others = ", ".join(interventions)
    if stated is None:
        if len(interventions) == 1:
            return interventions[0]
        message = Message(
            "expected the arm of the study, since there are several: {others}", others=others
        )
        at.refuse("E236", message, Message("add arm: {arm}", arm=interventions[0]), at.key)
    elif stated not in arms:
        fix = named(stated, {name: arms[name] for name in interventions})
        at["arm"].refuse("E202", Message("unknown arm {arm}", arm=stated), fix)
    elif arms[stated].reference:
        message = Message(
            "expected an intervention, found {arm}, which the others are held against", arm=stated
        )
        at["arm"].refuse("E236", message, Message("use one of: {others}", others=others))
    return stated or ""


def _outcome(
    at: Checked[StudyKeys], outcomes: Collection[str], months: int | None
) -> StudyOutcome | None:
    """The outcome of the row; None where the study has none, or with a problem."""
    part: Checked[StudyOutcomeKeys] | None = at.part("outcome")
    if part is None:
        return None
    keys = part.keys
    if keys.path not in outcomes:
        known = tuple(outcomes)
        fix = nearest(keys.path, known) if known else Message("take outcome out")
        message = Message("unknown outcome {path}", path=keys.path)
        (part["path"] if known else part).refuse("E236", message, fix)
        return None
    return StudyOutcome(keys.path, keys.kind, months if keys.months is None else keys.months)
