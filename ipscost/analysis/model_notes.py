"""What a reader must know of a model of states: its cycle, its counting, the later effect, work."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ipscost.analysis.chances import onward
from ipscost.analysis.estimates import Estimate, View
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import CYCLES
from ipscost.scenario.nouns import Scenario
from ipscost.table import TWO_ERRORS, number, percent
from ipscost.words import listing, say, typed


def model_notes(scenario: Scenario, language: str) -> Iterator[str]:
    """How people move and how it is counted; nothing without a model."""
    model = scenario.model
    if model is None:
        return
    states = [state.label.text(language) for state in model.states.values()]
    yield say(
        "note_model",
        language,
        states=listing(states, language),
        cycle=say(f"cycle_{model.cycle}", language),
        counting=say(f"counting_{model.counting}", language),
    )
    yield from _onward(scenario, language)
    yield from _later(scenario, language)
    yield from _work(scenario, language)


def _onward(scenario: Scenario, language: str) -> Iterator[str]:
    """How far off the row of a longer time is where people move on within that time."""
    assert scenario.model is not None
    names = {years: name for name, years in CYCLES.items()}
    for each in onward(scenario):
        states = scenario.model.states
        yield say(
            "note_onward",
            language,
            origin=states[each.origin].label.text(language),
            target=states[each.target].label.text(language),
            arm=scenario.arms[each.arm].label.text(language),
            time=say(f"of_{names[each.years]}", language),
            stated=percent(each.stated, language, 1),
            has=percent(each.has, language, 1),
        )


def _later(scenario: Scenario, language: str) -> Iterator[str]:
    """What becomes of the difference between the arms after the time that was observed."""
    effect = scenario.model.effect if scenario.model else None
    if effect is None:
        return
    source = f"{effect.source.name} {effect.place}".strip() if effect.source else ""
    if effect.assumption:
        text = effect.assumption.clause(language)
        source = say("effect_assumed", language, text=text)
    life = effect.half_life
    yield say(
        f"note_effect_{effect.then}",
        language,
        month=effect.after,
        half_life="" if life is None else typed(scenario.base(life), language, 4),
        source=source,
    )


def _work(scenario: Scenario, language: str) -> Iterator[str]:
    """By which method production is counted: all of it, or that of the friction period."""
    whole = []
    for category in scenario.categories:
        if not KINDS[category.kind].is_gain or not category.rules:
            continue
        label = category.label.text(language)
        if category.rung is not None and category.rung.entry:
            months = typed(12 * category.rung.high, language, 4)
            yield say("note_friction", language, label=label, months=months)
        else:
            whole.append(label)
    if whole:
        yield say("note_human_capital", language, labels=listing(whole, language))


def clipped(view: View, language: str) -> Iterator[str]:
    """In how many draws numbers of the model were outside their range; nothing where in none."""
    model, ledger = view.run.scenario.model, view.run.ledger
    if model is None or ledger is None or not ledger.clipped:
        return
    rows = {f"model.transition.{name}": state for name, state in model.states.items()}
    parts = []
    for path, flags in ledger.clipped.items():
        share = typed(100 * float(flags.mean()), language, 2)
        if path in rows:
            label = rows[path].label.text(language)
            parts.append(say("clipped_row", language, share=share, label=label))
        else:
            parts.append(say("clipped_number", language, share=share, path=path))
    yield say("note_clipped_draws", language, parts="; ".join(parts))


def base_case(
    view: View, language: str, *, outcomes: Collection[str] | None = None
) -> Iterator[str]:
    """Where the means of the draws are other numbers than those of the base case.

    Told where they differ by more than two Monte Carlo standard errors, and in what is printed;
    of the `outcomes` too, which are all where none are named.
    """
    scenario = view.run.scenario
    if scenario.model is None:
        return
    alone = len(scenario.interventions) == 1
    parts: list[str] = []
    for arm in scenario.interventions:
        name = scenario.arms[arm].label.text(language)
        found = {say("the_total", language): (view.total(arm), f"{scenario.money}/person")}
        for index, outcome in enumerate(scenario.outcomes):
            if outcomes is None or outcome.path in outcomes:
                change = view.outcome_difference(arm, index)
                found[outcome.label.text(language)] = (change, str(outcome.unit))
        for label, (estimate, unit) in found.items():
            shown = label if alone else f"{label} ({name})"
            parts += means_beside(estimate, shown, unit, language)
    if parts:
        has_median = any(quantity.is_median for quantity in scenario.quantities)
        medians = say("base_case_medians", language) if has_median else ""
        yield say("note_base_case", language, medians=medians, parts=listing(parts, language))


def means_beside(estimate: Estimate, label: str, unit: str, language: str) -> Iterator[str]:
    """The mean of the draws beside the base case; nothing where they are as good as the same."""
    error = estimate.sampling_error()
    if error is None or estimate.draws is None:
        return
    mean = float(estimate.draws.mean())
    points = "points" if unit == "share" else unit
    beside = 1.0 if points == "points" else 0.0  # shares have the digits of the table
    values = (mean, estimate.point)
    texts = [number(value, points, language, sign=True, beside=beside) for value in values]
    if abs(mean - estimate.point) > TWO_ERRORS * error.mean and texts[0] != texts[1]:
        ending = f" {say('points', language)}" if points == "points" else ""
        first, second = (f"{text}{ending}" for text in texts)
        yield say("base_case_part", language, label=label, mean=first, point=second)
