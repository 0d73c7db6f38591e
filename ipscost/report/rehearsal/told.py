"""What a reader of made-up data must know: that nobody was followed, and what is made up how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ipscost.analysis.rehearsal.asked import AGES, BY_AGE, MAR
from ipscost.analysis.rehearsal.trial import SyntheticTrial
from ipscost.report.notes.persons import roughly
from ipscost.words.text import Words, count, listing, number, rate, say, within


def told(made: SyntheticTrial) -> Iterator[Words]:
    """Sentences: first that nobody was followed, then what was made up, then what is lacking."""
    persons, design = made.persons, made.persons.design
    scenario = persons.scenario
    reference = within(scenario.arms[scenario.reference].label)
    yield say("trial_nobody", scenario=scenario.name, seed=str(design.seed))
    yield say("trial_age", first=str(AGES[0]), last=str(AGES[1]), r=number(BY_AGE, "ratio"))
    if design.before is not None:
        yield say("trial_before", reference=reference, r=number(design.before, "ratio"))
    if design.sites:
        key = "trial_sites_whole" if design.by_site else "trial_sites"
        yield say(key, sites=count(design.sites), icc=rate(design.icc))
    if design.missing is not None:
        share = rate(design.missing.share)
        column = design.missing.column if design.missing.name == MAR else ""
        yield say(f"trial_{design.missing.name}", share=share, column=column, reference=reference)
    if design.censor:
        yield say("trial_cut", share=rate(design.censor))
    yield from _lacking(made, reference)


def _lacking(made: SyntheticTrial, reference: Words) -> Iterator[Words]:
    """What nobody knows of the persons, so that real data will look otherwise."""
    persons = made.persons
    derived = [each.path for each in roughly(persons.scenario) if each.path in persons.paths]
    for key, paths in (
        ("trial_roughly", derived),
        ("trial_alike", persons.alike),
        ("trial_no_level", persons.levels),
        ("trial_left_out", persons.left_out),
    ):
        if paths:
            yield say(key, labels=_labels(made, paths), reference=reference)


def _labels(made: SyntheticTrial, paths: Iterable[str]) -> Words:
    holders = made.persons.scenario.holders
    return listing([within(holders[path].label) for path in paths])
