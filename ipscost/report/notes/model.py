"""Notes about time: what is extrapolated, and how a state-transition model counts it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ipscost.analysis.chances import onward
from ipscost.analysis.estimates import Estimate, View
from ipscost.ledger import parts_of
from ipscost.report.notes.about import About
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import CYCLES
from ipscost.words.numbers import TWO_ERRORS, shown
from ipscost.words.text import (
    Words,
    bracketed,
    clause,
    listing,
    number,
    percent,
    quoted,
    say,
    sentences,
    series,
    typed,
    within,
)


def extrapolated(about: About[object]) -> Iterator[Words]:
    """Says that part of the horizon lies beyond follow-up."""
    scenario = about.scenario
    if parts_of(scenario):
        observed = scenario.observed or 0
        words = {"month": observed, "first": observed + 1, "last": scenario.months}
        yield say("note_extrapolated", **words)


def states(about: About[object]) -> Iterator[Words]:
    """Explains how people move and how states are counted; nothing without a model."""
    model = about.scenario.model
    if model is None:
        return
    yield say(
        "note_model",
        states=listing([quoted(state.label) for state in model.states.values()]),
        cycle=say(f"cycle_{model.cycle}"),
        counting=say(f"counting_{model.counting}"),
    )


def onward_moves(about: About[object]) -> Iterator[Words]:
    """Says how far a longer transition probability is off, if people move on within that time."""
    scenario = about.scenario
    if scenario.model is None:
        return
    names = {years: name for name, years in CYCLES.items()}
    for each in onward(scenario):
        states = scenario.model.states
        yield say(
            "note_onward",
            origin=quoted(states[each.origin].label),
            target=quoted(states[each.target].label),
            arm=within(scenario.arms[each.arm].label),
            time=say(f"of_{names[each.years]}"),
            stated=percent(each.stated, 1),
            has=percent(each.has, 1),
        )


def later_effect(about: About[object]) -> Iterator[Words]:
    """Says what happens to the difference between the arms after follow-up."""
    scenario = about.scenario
    effect = scenario.model.effect if scenario.model else None
    if effect is None:
        return
    source: Words = f"{effect.source.name} {effect.place}".strip() if effect.source else ""
    if effect.assumption:
        text = clause(effect.assumption)
        source = say("effect_assumed", text=text)
    life = effect.half_life
    yield say(
        f"note_effect_{effect.then}",
        month=effect.after,
        half_life="" if life is None else typed(scenario.base(life), 4),
        source=source,
    )


def production(about: About[object]) -> Iterator[Words]:
    """Says how production is valued: human-capital or friction-cost method."""
    scenario = about.scenario
    if scenario.model is None:
        return
    whole = []
    for category in scenario.categories:
        if not KINDS[category.kind].is_gain or not category.rules:
            continue
        label = within(category.label)
        if category.band is not None and category.band.entry:
            months = typed(12 * category.band.high, 4)
            yield say("note_friction", label=label, months=months)
        else:
            whole.append(label)
    if whole:
        yield say("note_human_capital", labels=listing(whole))


def clipped(about: About[object]) -> Iterator[Words]:
    """Says in how many draws numbers of the model were out of range; nothing if in none."""
    model, ledger = about.scenario.model, about.run.ledger
    if ledger is None or not ledger.clipped:
        return
    states = {} if model is None else model.states
    rows = {f"model.transition.{name}": state for name, state in states.items()}
    parts = []
    for path, flags in ledger.clipped.items():
        share = typed(100 * float(flags.mean()), 2)
        if path in rows:
            label = quoted(rows[path].label)
            parts.append(say("clipped_row", share=share, label=label))
        else:
            parts.append(say("clipped_number", share=share, path=path))
    yield say("note_clipped_draws", parts=series(parts, "; "))


def base_case(about: About[object]) -> Iterator[Words]:
    """Says where the means of the draws differ from the base case."""
    yield from means_of(about.view)


def means_of(view: View, outcomes: Collection[str] | None = None) -> Iterator[Words]:
    """The mean of the draws beside the base case, of the total and of `outcomes` (None for all).

    Told where they differ by more than two Monte Carlo standard errors, and in what is printed.
    """
    scenario = view.run.scenario
    if scenario.model is None and scenario.transfer is None:
        return
    alone = len(scenario.interventions) == 1
    parts: list[Words] = []
    for arm in scenario.interventions:
        name = within(scenario.arms[arm].label)
        total: Words = say("the_total")
        found = [(total, view.total(arm), f"{scenario.money}/person")]  # labels may be alike
        for index, outcome in enumerate(scenario.outcomes):
            if outcomes is None or outcome.path in outcomes:
                change = view.outcome_difference(arm, index)
                found.append((within(outcome.label), change, str(outcome.unit)))
        for label, estimate, unit in found:
            shown = label if alone else bracketed(label, name)
            parts += means_beside(estimate, shown, unit)
    if parts:
        has_median = any(quantity.is_median for quantity in scenario.quantities)
        key = "note_base_case_medians" if has_median else "note_base_case"
        if scenario.model is None:
            key = "note_base_case_carried"
        yield say(key, parts=listing(parts))


def means_beside(estimate: Estimate, label: Words, unit: str) -> Iterator[Words]:
    """The mean of the draws beside the base case; nothing where they are as good as the same."""
    error = estimate.sampling_error()
    if error is None or estimate.draws is None:
        return
    mean = float(estimate.draws.mean())
    points = "points" if unit == "share" else unit
    beside = 1.0 if points == "points" else 0.0  # shares have the digits of the table
    values = (mean, estimate.point)
    first, second = (shown(value, points, beside) for value in values)
    if abs(mean - estimate.point) > TWO_ERRORS * error.mean and first != second:
        ending = (say("points"),) if points == "points" else ()
        texts = [number(value, points, sign=True, beside=beside) for value in values]
        told, base = (sentences(text, *ending) for text in texts)
        yield say("base_case_part", label=label, mean=told, point=base)


COUNTED = (extrapolated, states, onward_moves, later_effect, production, clipped)
"""How people move, and what is counted of it."""
