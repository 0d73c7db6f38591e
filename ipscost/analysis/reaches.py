"""Which quantities a cost difference or an outcome difference depends on.

This follows from the structure of the scenario, without running it. A price counts even if the use
it multiplies is 0, since the use may differ in a draw. A quantity that is not listed here changes
no saving, whatever its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ipscost.scenario import perspectives
from ipscost.scenario.left_out import is_left_out
from ipscost.scenario.model import Model, Move, once
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.paths import is_within
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.transfer import POINTS, Transfer
from ipscost.units import SHARE

FREE = ("outcome", "discount.outcome")
"""Sections of a file that no cost depends on."""
TELLING = ("title", "name", "note", "population", "people")
"""What a file says of how its result is told, and no number depends on."""
OF_ARM = ("n", "label", "note")
"""Keys of an arm that no cost depends on."""


def of_saving(scenario: Scenario, arm: str, perspective: str = "") -> tuple[Quantity, ...]:
    """The quantities that the saving of an arm depends on, each once.

    `perspective` is by default the scenario's own.
    """
    weights = perspectives.weights(scenario, perspective or scenario.perspective)
    pairs = zip(scenario.categories, weights, strict=True)
    counted = [category for category, weight in pairs if weight != 0]
    rated = {path for category in counted for path in category.of}
    paths = rated | {category.path for category in counted}
    quantities: list[Quantity] = []
    for category in scenario.categories:
        if category.path in paths:
            own = tuple(_of_category(category, scenario, arm, whole=category.path in rated))
            quantities += (*own, *(_carried(scenario, category) if own else ()))
    if any(is_modelled(category) for category in counted):
        quantities += _of_model(scenario, arm)
    if scenario.model is not None and scenario.model.effect is not None:
        half_life = scenario.model.effect.half_life
        if half_life is not None and counted:
            quantities.append(half_life)
    return with_groups(scenario, once(tuple(quantities)))


def with_groups(scenario: Scenario, numbers: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The numbers, and what groups of people have in their place, with the shares of the groups.

    None of these where the result hangs on none of the numbers. A number that every group has one
    of its own for counts no more.
    """
    groups = scenario.subgroups
    if not groups or not numbers:
        return numbers
    left = tuple(n for n in numbers if not all(n.path in group.own for group in groups))
    own = tuple(g.own[n.path] for n in numbers for g in groups if n.path in g.own)
    shares = tuple(g.share for g in groups if g.share is not None) if own else ()
    return once((*left, *own, *shares))


def of_effect(scenario: Scenario, outcome: Outcome, arm: str) -> tuple[Quantity, ...]:
    """The quantities that the difference in an outcome depends on, each once."""
    quantities = list(_differing(outcome.arms, scenario, arm))
    if outcome.arms and scenario.transfer is not None:
        quantities = [*_after(outcome, scenario, scenario.transfer, arm)]
    for rule in outcome.rules:
        quantities += _both(rule.arms, scenario, arm)
    if outcome.rules or outcome.course is not None:
        quantities += _of_model(scenario, arm)
    return with_groups(scenario, once(tuple(quantities)))


def _carried(scenario: Scenario, holder: Category | Outcome) -> tuple[Quantity, ...]:
    """The numbers that say how much of a difference is carried over."""
    kind = holder.kind if isinstance(holder, Category) else ""
    return scenario.transfer.shares_of(holder.path, kind) if scenario.transfer else ()


def _after(
    outcome: Outcome, scenario: Scenario, transfer: Transfer, arm: str
) -> Iterator[Quantity]:
    """The quantities that a difference depends on that is carried over.

    A ratio of a share of people makes a difference that depends on the level it is applied to.
    """
    shares = _carried(scenario, outcome)
    is_ratio = outcome.unit == SHARE and transfer.scale != POINTS and scenario.model is None
    is_pooled = outcome.path == transfer.of and transfer.pooled is not None
    if not (is_pooled and transfer.pooled in shares):
        own = _both if is_ratio else _differing
        yield from own(outcome.arms, scenario, arm)
    yield from shares
    base = transfer.baselines.get(outcome.path) or outcome.arms.get(scenario.reference)
    if is_ratio and base is not None:
        yield base


def is_modelled(category: Category) -> bool:
    """True if the amount of a category depends on the states that people are in.

    Directly, or as a rate of categories that do.
    """
    ruled = any(rule.event != "start" for rule in category.rules)
    return bool(ruled or category.rate or category.band)


def _of_category(
    category: Category, scenario: Scenario, arm: str, *, whole: bool
) -> Iterator[Quantity]:
    """The quantities of one category that its difference between the arms depends on.

    whole: all of them, for a category that another is a rate of: the rate applies to the full
        amount in each arm, not to the difference.
    """
    if whole:
        yield from category.numbers
        return
    amounts = list(_differing(category.arms, scenario, arm))
    for rule in category.rules:
        ends = _differing if rule.event == "start" else _both
        amounts += ends(rule.arms, scenario, arm)
    yield from amounts
    if amounts and category.price is not None:
        yield category.price
    yield from category.band_numbers
    if category.rate is not None:
        yield category.rate


def _differing(arms: Mapping[str, Quantity], scenario: Scenario, arm: str) -> Iterator[Quantity]:
    """The amounts that determine the difference between an arm and the reference arm.

    A stated difference is enough by itself; a level or a ratio needs the reference arm's amount
    too. A number that both arms share makes no difference.
    """
    base, own = arms.get(scenario.reference), arms.get(arm)
    if own is None or (base is not None and own.path == base.path):
        return
    yield own
    if base is not None and own.role != "difference":
        yield base


def _of_model(scenario: Scenario, arm: str) -> Iterator[Quantity]:
    """The quantities that determine which states people are in, in an arm and the reference arm."""
    model = scenario.model
    if model is None:
        return
    if scenario.transfer is not None and arm != scenario.reference:
        yield from scenario.transfer.effect
    for state in model.states.values():
        yield from _both(state.start or {}, scenario, arm)
    for move in model.moves:
        yield from _of_move(move, model, scenario, arm)


def _of_move(move: Move, model: Model, scenario: Scenario, arm: str) -> Iterator[Quantity]:
    """The quantities of a move, except those of stretches that come too late to matter.

    Those are stretches that begin beyond the horizon and, in the intervention arm, those that begin
    after its effect has stopped: there it has the numbers of the reference arm.
    """
    stops = model.effect is not None and model.effect.then == "stops"
    for stretch in move.stretches:
        start = (stretch.first - 1) * model.cycle_years
        if start >= model.years:
            continue
        over = stops and model.effect is not None and 12 * start >= model.effect.after
        for arms in (stretch.arms, stretch.shape):
            yield from _both(arms, scenario, scenario.reference if over else arm)
    for shares in move.targets.values():
        yield from _both(shares or {}, scenario, arm)


def _both(arms: Mapping[str, Quantity], scenario: Scenario, arm: str) -> Iterator[Quantity]:
    """The numbers of the reference arm and of another arm, as far as each has one."""
    yield from (arms[name] for name in (scenario.reference, arm) if name in arms)


# --- what no saving depends on -----------------------------------------------------------------


def without_effect(
    scenario: Scenario, settings: Iterable[str], views: Sequence[str] = ()
) -> tuple[str, ...]:
    """The paths among `settings` (PATH=VALUE, or PATH) that no arm's saving depends on.

    `scenario` has the settings applied already. It is seen from its own perspective, or from each
    of `views`. A path is left out if it is not clear whether a saving depends on it.
    """
    counted = {
        number.path
        for view in views or (scenario.perspective,)
        for arm in scenario.interventions
        for number in of_saving(scenario, arm, view)
    }
    known = {quantity.path for quantity in scenario.quantities}
    known |= {shared.path for shared in scenario.shared}
    paths = dict.fromkeys(setting.partition("=")[0].strip() for setting in settings)
    of = _followed(scenario)
    return tuple(
        path
        for path in paths
        if not (of and is_within(path, of)) and _is_free(path, counted, known)
    )


def _followed(scenario: Scenario) -> str:
    """The path of the outcome whose effect decides what of the costs is carried over, or empty."""
    transfer = scenario.transfer
    return transfer.of if transfer is not None and transfer.is_worked_out else ""


def changing(settings: Iterable[str]) -> tuple[str, ...]:
    """The settings that may change a number: not those of how a result is told, and of whom."""
    return tuple(
        setting
        for setting in settings
        if setting.partition("=")[0].strip() not in TELLING and not is_left_out(setting)
    )


def _is_free(path: str, counted: set[str], known: set[str]) -> bool:
    """True for a path in a section that no cost depends on, or of a number that is not counted."""
    if any(is_within(path, free) for free in FREE):
        return True
    first, *more = path.split(".")
    if first == "arm":
        return len(more) > 1 and more[1] in OF_ARM
    numbers = [number for number in known if is_within(path, number)]
    return bool(numbers) and not counted.intersection(numbers)


def free_outcomes(scenario: Scenario) -> tuple[str, ...]:
    """The paths of outcomes whose quantities no cost depends on, whoever pays."""
    used = {q.path for category in scenario.categories for q in category.numbers}
    used |= {q.path for q in (scenario.model.numbers if scenario.model else ())}
    return tuple(
        outcome.path
        for outcome in scenario.outcomes
        if outcome.numbers and not used.intersection(q.path for q in outcome.numbers)
        if outcome.path != _followed(scenario)
    )
