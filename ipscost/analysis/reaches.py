"""Which numbers a difference in cost depends on, as the file ties them together.

It is read off the scenario and not tried out: a price times a use of 0 counts, since the use may
be another in a draw. What is not found here changes no saving, whatever its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ipscost.scenario import perspectives
from ipscost.scenario.model import Model, Move, once
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.paths import is_within
from ipscost.scenario.quantity import Quantity

FREE = ("outcome", "discount.outcome")
"""What no cost is made of."""
OF_ARM = ("n", "label", "note")
"""What a file says of an arm that no cost is made of."""


def of_saving(scenario: Scenario, arm: str, perspective: str = "") -> tuple[Quantity, ...]:
    """The numbers that what an arm saves depends on, each once; from a perspective, or its own."""
    weights = perspectives.weights(scenario, perspective or scenario.perspective)
    pairs = zip(scenario.categories, weights, strict=True)
    counted = [category for category, weight in pairs if weight != 0]
    rated = {path for category in counted for path in category.of}
    paths = rated | {category.path for category in counted}
    found: list[Quantity] = []
    for category in scenario.categories:
        if category.path in paths:
            found += _of_category(category, scenario, arm, whole=category.path in rated)
    if any(is_modelled(category) for category in counted):
        found += _of_model(scenario, arm)
    if scenario.model is not None and scenario.model.effect is not None:
        half_life = scenario.model.effect.half_life
        if half_life is not None and counted:
            found.append(half_life)
    return once(tuple(found))


def of_effect(scenario: Scenario, outcome: Outcome, arm: str) -> tuple[Quantity, ...]:
    """The numbers that the difference in an outcome depends on, each once."""
    found = list(_differing(outcome.arms, scenario, arm))
    for rule in outcome.rules:
        found += _both(rule.arms, scenario, arm)
    if outcome.rules or outcome.course is not None:
        found += _of_model(scenario, arm)
    return once(tuple(found))


def is_modelled(category: Category) -> bool:
    """True for what hangs on where people are: on states, or on a rate of what does."""
    ruled = any(rule.event != "start" for rule in category.rules)
    return bool(ruled or category.rate or category.band)


def _of_category(
    category: Category, scenario: Scenario, arm: str, *, whole: bool
) -> Iterator[Quantity]:
    """The numbers of one category; of its amounts those that the difference is made of.

    A difference between the arms stands by itself; a level or a ratio needs the reference arm's.
    One number for both arms makes no difference. Of a category that a rate is of, the `whole`
    counts, since the rate is of the size of each arm's.
    """
    if whole:
        yield from category.numbers
        return
    found = list(_differing(category.arms, scenario, arm))
    for rule in category.rules:
        ends = _differing if rule.event == "start" else _both
        found += ends(rule.arms, scenario, arm)
    yield from found
    if found and category.price is not None:
        yield category.price
    yield from category.band_numbers
    if category.rate is not None:
        yield category.rate


def _differing(arms: Mapping[str, Quantity], scenario: Scenario, arm: str) -> Iterator[Quantity]:
    """The amounts that the difference between an arm and the reference arm is made of."""
    base, own = arms.get(scenario.reference), arms.get(arm)
    if own is None or (base is not None and own.path == base.path):
        return
    yield own
    if base is not None and own.role != "difference":
        yield base


def _of_model(scenario: Scenario, arm: str) -> Iterator[Quantity]:
    """The numbers that say where people of two arms are."""
    model = scenario.model
    if model is None:
        return
    for state in model.states.values():
        yield from _both(state.start or {}, scenario, arm)
    for move in model.moves:
        yield from _of_move(move, model, scenario, arm)


def _of_move(move: Move, model: Model, scenario: Scenario, arm: str) -> Iterator[Quantity]:
    """The numbers of a move, but for those of a stretch that comes too late to count.

    That is one beyond the run, and for the other arm one after its effect has stopped.
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
    """The numbers of the reference arm and of another."""
    yield from (arms[name] for name in (scenario.reference, arm) if name in arms)


# --- what changes nothing ----------------------------------------------------------------------


def without_effect(
    scenario: Scenario, settings: Iterable[str], views: Sequence[str] = ()
) -> tuple[str, ...]:
    """The paths of `settings` (PATH=VALUE, or PATH) that no arm's saving depends on.

    Of a scenario to which they are applied, from its own perspective or from all `views`. Where it
    cannot be told, a path is left out.
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
    return tuple(path for path in paths if _is_free(path, counted, known))


def _is_free(path: str, counted: set[str], known: set[str]) -> bool:
    """True where a path is that of what no cost is made of, or of a number that is not counted."""
    if any(is_within(path, free) for free in FREE):
        return True
    first, *more = path.split(".")
    if first == "arm":
        return len(more) > 1 and more[1] in OF_ARM
    numbers = [number for number in known if is_within(path, number)]
    return bool(numbers) and not counted.intersection(numbers)


def free_outcomes(scenario: Scenario) -> tuple[str, ...]:
    """The outcomes with numbers of their own that no cost depends on, whoever pays."""
    used = {q.path for category in scenario.categories for q in category.numbers}
    used |= {q.path for q in (scenario.model.numbers if scenario.model else ())}
    return tuple(
        outcome.path
        for outcome in scenario.outcomes
        if outcome.numbers and not used.intersection(q.path for q in outcome.numbers)
    )
