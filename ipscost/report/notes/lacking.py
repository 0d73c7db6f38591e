"""Notes about what is not known: levels that were never published, and their sums."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from ipscost import known
from ipscost.analysis.estimates import View
from ipscost.report.notes.about import About
from ipscost.report.notes.gaps import missing_text
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, listing, say, within


def gaps(about: About[object]) -> Iterator[Words]:
    """Lists what the account of each arm lacks, and amounts known only as part of others."""
    yield from of_account(about.view)


def of_account(view: View) -> Iterator[Words]:
    """What is missing from the account of a perspective, by arm."""
    scenario = view.run.scenario
    for arm in scenario.interventions:
        words = {"arm": within(scenario.arms[arm].label)}
        if view.missing(arm):
            yield say("note_gaps", parts=missing_text(view, arm), **words)
        for holder, labels in _held(view, arm).items():
            yield say("note_held", holder=holder, labels=listing(labels), **words)


def _held(view: View, arm: str) -> dict[Words, list[Words]]:
    """The labels of what is known within another category alone, by that one's label."""
    scenario = view.run.scenario
    missing = {category.path for category in view.missing(arm)}
    found: dict[Words, list[Words]] = {}
    for category, holder in zip(scenario.categories, known.holders(scenario, arm), strict=True):
        if holder >= 0 and category.path not in missing:
            label = within(scenario.categories[holder].label)
            found.setdefault(label, []).append(within(category.label))
    return found


def outcome_gaps(about: About[object]) -> Iterator[Words]:
    """Lists the outcomes not known for an arm; if the reference arm, there is no difference."""
    yield from of_outcomes(about.scenario)


def of_outcomes(scenario: Scenario) -> Iterator[Words]:
    """The outcomes of a scenario that are not known of an arm."""
    for arm in scenario.arms:
        labels = [
            within(outcome.label)
            for outcome in scenario.outcomes
            if arm in outcome.arms and not outcome.arms[arm].is_known
        ]
        if labels:
            label = within(scenario.arms[arm].label)
            yield say("note_outcome_gap", labels=listing(labels), arm=label)


def stated_otherwise(about: About[object]) -> Iterator[Words]:
    """Lists numbers in money of an unknown price year, as published."""
    yield from as_published(about.scenario)


def as_published(scenario: Scenario) -> Iterator[Words]:
    """A scenario's numbers in money of an unknown year, as they were published."""
    for number in scenario.unknowns:
        if number.gap is not None and number.gap.stated:
            yield say("note_stated_otherwise", path=number.path, stated=number.gap.stated)


def unknown(about: About[object]) -> Iterator[Words]:
    """Lists levels that were never published, and sums that leave them out."""
    scenario, view, point = about.scenario, about.view, about.run.point
    base = point.arm(scenario.reference)
    labels = [
        within(category.label)
        for index, category in enumerate(scenario.categories)
        if not point.known[base, index] and view.weight()[index] != 0
    ]
    if labels:
        whole = len(labels) == np.count_nonzero(view.weight())
        name = "note_unknown" if whole else "note_partial"
        if any(view.missing(arm) for arm in scenario.interventions):
            name = "note_unknown"
        yield say(name, labels=listing(labels))


def not_told_apart(about: About[object]) -> Iterator[Words]:
    """Lists categories of several kinds that cannot be separated."""
    labels = [within(c.label) for c in about.scenario.categories if KINDS[c.kind].spans]
    if labels:
        yield say("note_mixed", labels=listing(labels))


def unsplit(about: About[object]) -> Iterator[Words]:
    """Lists payers that stand for several, between whom the split was not published."""
    yield from unsplit_of(
        about.scenario, {name for each in about.scenario.categories for name in each.payers}
    )


def unsplit_of(scenario: Scenario, borne: Collection[str]) -> Iterator[Words]:
    """Those among some payers that stand for several."""
    for name, payer in scenario.payers.items():
        if payer.of and name in borne:
            members = [within(scenario.payers[member].label) for member in payer.of]
            yield say("note_unsplit", label=payer.label, members=listing(members))


PUBLISHED = (outcome_gaps, stated_otherwise, unsplit)
"""What was not published, or otherwise than it is counted."""
