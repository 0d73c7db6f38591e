"""A scenario without some of its arms: nothing that is stated of them counts any more."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ipscost.errors import AskedError, nearest
from ipscost.messages import Message
from ipscost.scenario.calibration import Calibration
from ipscost.scenario.called import UnknownNameError, called, is_called
from ipscost.scenario.model import Model, Move, Rule, State
from ipscost.scenario.nouns import (
    Category,
    Correlation,
    Outcome,
    Quantity,
    Scenario,
    Subgroup,
)
from ipscost.scenario.paths import is_within

T = TypeVar("T")
NULL = "null"
"""What stands for an arm that is left out: YAML's own word for nothing."""
ASKED = "--arm "
"""The option with the name of an intervention beside which others are left out."""


def without(scenario: Scenario, names: Collection[str]) -> Scenario:
    """The scenario without the arms `names`, and without the numbers that only they have.

    Numbers keep their draws: those that were correlated with a number that is left out are drawn as
    before (`Scenario.drawn`), so that an arm has the same results beside fewer others.
    """
    if not names:
        return scenario
    model = None if scenario.model is None else _model(scenario.model, names)
    named = {*(path for each in scenario.categories for path in each.of)}
    named |= {each.path for each in scenario.targets if each.arm not in names}
    smaller = replace(
        scenario,
        arms=_kept(scenario.arms, names),
        categories=tuple(
            _category(each, names)
            for each in scenario.categories
            if not _is_theirs(each, names, named)
        ),
        outcomes=tuple(_outcome(each, names) for each in scenario.outcomes),
        model=model,
        targets=tuple(each for each in scenario.targets if each.arm not in names),
        study=None if scenario.study is None or scenario.study.arm in names else scenario.study,
        rollout=None
        if scenario.rollout is None or scenario.rollout.arm in names
        else (scenario.rollout),
    )
    if (transfer := scenario.transfer) is not None:
        smaller = replace(smaller, transfer=transfer.without(smaller.holders))
    stated = {number.path for number in replace(smaller, subgroups=()).quantities}
    smaller = replace(smaller, subgroups=tuple(_group(g, stated) for g in scenario.subgroups))
    left = {number.path for number in (*smaller.quantities, *smaller.unknowns)}
    every = {number.path: number for number in (*scenario.quantities, *scenario.unknowns)}
    gone = every.keys() - left
    groups = (
        replace(each, members=_others(each.members, gone)) for each in scenario.quantity_groups
    )
    correlations = (_correlation(each, gone) for each in scenario.correlations)
    return replace(
        smaller,
        shared=tuple(each for each in scenario.shared if each.path not in gone),
        correlations=tuple(each for each in correlations if len(each.members) > 1),
        drawn=tuple(_drawn(each, gone, every) for each in scenario.correlations),
        quantity_groups=tuple(each for each in groups if each.members),
        analyses=tuple(each for each in scenario.analyses if not _is_of(each.settings, gone)),
        calibration=_calibration(scenario.calibration, names, gone),
    )


def _group(group: Subgroup, left: Collection[str]) -> Subgroup:
    """A group of people with its own numbers of what is left."""
    return replace(group, own={path: q for path, q in group.own.items() if path in left})


def is_left_out(setting: str) -> bool:
    """True for a setting that leaves an arm out, `arm.ipse=null`."""
    path, _, value = setting.partition("=")
    return path.startswith("arm.") and path.count(".") == 1 and value.strip() == NULL


def in_words(words: Iterable[str]) -> tuple[str, ...]:
    """What leaves all but some interventions out, as it is typed: `--arm ips`."""
    return tuple(f"{ASKED}{shlex.quote(word)}" for word in words)


def own_settings(scenario: Scenario, base: Scenario) -> tuple[str, ...]:
    """What was typed for a variant of `base`, beside what was typed for both."""
    mine, common = ([s for s in each.typed if not s.startswith(ASKED)] for each in (scenario, base))
    return tuple(mine[len(common) :])


def of_arms(scenarios: Sequence[Scenario], words: Sequence[str]) -> list[Scenario]:
    """The scenarios with only the interventions that `words` name; with all if there are none.

    Each by its name or label. A scenario with a single intervention keeps it. The settings of the
    scenarios tell what is left out. The reference arm may be named beside others. Raises AskedError
    for a word that names none, and where a scenario with several has none of them.
    """
    if not words:
        return list(scenarios)
    every = tuple(dict.fromkeys(arm for each in scenarios for arm in each.interventions))
    reference = [word for word in words if _is_reference(word, scenarios)]
    words = [word for word in words if word not in reference]
    if not words:
        raise AskedError(
            Message(
                "{reference_message}; use one of: {every}",
                reference_message=reference_message(reference),
                every=", ".join(every),
            )
        )
    chosen = [{arm for word in words for arm in _meant(word, each)} for each in scenarios]
    for word in words:
        if not any(_meant(word, each) for each in scenarios):
            raise AskedError(
                Message(
                    "no scenario has the intervention {word}; {nearest}",
                    word=word,
                    nearest=nearest(word, every),
                )
            )
    return [_only(each, kept, words) for each, kept in zip(scenarios, chosen, strict=True)]


def reference_message(names: Iterable[str]) -> str:
    """The message that what is asked for is no intervention."""
    return Message("{names} is the arm that others are compared with", names=", ".join(names))


def _is_reference(word: str, scenarios: Sequence[Scenario]) -> bool:
    """True for a word that names the reference arm of a scenario, and no intervention of any."""
    if any(_meant(word, each) for each in scenarios):
        return False
    labels = ({each.reference: each.arms[each.reference].label} for each in scenarios)
    return any(is_called(word, each) for each in labels)


def _meant(word: str, scenario: Scenario) -> tuple[str, ...]:
    """The intervention that a word names, if it names one of the scenario."""
    labels = {arm: scenario.arms[arm].label for arm in scenario.interventions}
    try:
        return (called(word, labels, Message("intervention")),)
    except UnknownNameError as error:
        if error.is_shared:
            raise AskedError(
                Message("--arm {word}: {error}; {fix}", word=word, error=error, fix=error.fix)
            ) from None
        return ()


def _only(scenario: Scenario, kept: Collection[str], words: Sequence[str]) -> Scenario:
    several = scenario.interventions
    others = [arm for arm in several if arm not in kept]
    if len(several) == 1 or not others:
        return scenario
    if not kept:
        has = ", ".join(several)
        raise AskedError(
            Message(
                "{name} has none of {words}; it has {has}",
                name=scenario.name,
                words=", ".join(words),
                has=has,
            )
        )
    left = tuple(f"arm.{arm}={NULL}" for arm in others)
    typed = (*scenario.typed, *in_words(words))
    return replace(without(scenario, others), settings=(*scenario.settings, *left), typed=typed)


def _kept(by_arm: Mapping[str, T], names: Collection[str]) -> dict[str, T]:
    """What belongs to the other arms."""
    return {arm: each for arm, each in by_arm.items() if arm not in names}


def _others(paths: Iterable[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(path for path in paths if path not in gone)


def _is_theirs(category: Category, names: Collection[str], named: Collection[str]) -> bool:
    """True for a category that tells nothing of the other arms: differences of 0, and no level.

    `named` ones are kept, since others depend on them.
    """
    others = _kept(category.arms, names).values()
    is_nothing = all(n.role == "difference" and n.is_fixed and n.value == 0 for n in others)
    is_stated = len(others) < len(category.arms)
    return is_stated and bool(others) and is_nothing and category.path not in named


def _category(category: Category, names: Collection[str]) -> Category:
    rules = tuple(_rule(rule, names) for rule in category.rules)
    return replace(category, arms=_kept(category.arms, names), rules=rules)


def _outcome(outcome: Outcome, names: Collection[str]) -> Outcome:
    rules = tuple(_rule(rule, names) for rule in outcome.rules)
    return replace(outcome, arms=_kept(outcome.arms, names), rules=rules)


def _rule(rule: Rule, names: Collection[str]) -> Rule:
    return replace(rule, arms=_kept(rule.arms, names))


# --- the model -------------------------------------------------------------------------------


def _model(model: Model, names: Collection[str]) -> Model:
    states = {name: _state(state, names) for name, state in model.states.items()}
    return replace(model, states=states, moves=tuple(_move(move, names) for move in model.moves))


def _state(state: State, names: Collection[str]) -> State:
    return state if state.start is None else replace(state, start=_kept(state.start, names))


def _move(move: Move, names: Collection[str]) -> Move:
    stretches = (
        replace(each, arms=_kept(each.arms, names), shape=_kept(each.shape, names))
        for each in move.stretches
    )
    targets = {
        target: None if shares is None else _kept(shares, names)
        for target, shares in move.targets.items()
    }
    return replace(move, stretches=tuple(stretches), targets=targets)


# --- what refers to numbers --------------------------------------------------------------------


def _correlation(correlation: Correlation, gone: Collection[str]) -> Correlation:
    """The correlation of the members that are left."""
    places = [place for place, path in enumerate(correlation.members) if path not in gone]
    return _among(correlation, places)


def _drawn(
    correlation: Correlation, gone: Collection[str], every: Mapping[str, Quantity]
) -> Correlation:
    """The correlation that its members are drawn by: all but fixed ones that are left out."""
    places = [
        place
        for place, path in enumerate(correlation.members)
        if path not in gone or not every[path].is_fixed
    ]
    return _among(correlation, places)


def _among(correlation: Correlation, places: list[int]) -> Correlation:
    members = tuple(correlation.members[place] for place in places)
    matrix = tuple(tuple(correlation.matrix[i][j] for j in places) for i in places)
    return replace(correlation, members=members, matrix=matrix)


def _is_of(settings: Iterable[str], gone: Collection[str]) -> bool:
    """True where all that an analysis changes are numbers that are left out."""
    paths = [setting.partition("=")[0] for setting in settings]
    return all(any(is_within(path, number) for number in gone) for path in paths)


def _calibration(
    calibration: Calibration | None, names: Collection[str], gone: Collection[str]
) -> Calibration | None:
    """The unknowns and targets of the other arms; None where there are none of either."""
    if calibration is None:
        return None
    unknowns = {path: each for path, each in calibration.unknowns.items() if path not in gone}
    targets = {name: each for name, each in calibration.targets.items() if each.arm not in names}
    if not (unknowns and targets):
        return None
    return replace(calibration, unknowns=unknowns, targets=targets)
