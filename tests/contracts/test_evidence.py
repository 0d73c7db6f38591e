"""What every published evaluation that is shipped must say; and that it meets what it prints."""

from __future__ import annotations

import math
from functools import cache

import jsonschema
import pytest
import told
import yaml

import ipscost
from ipscost.analysis.coherence import incoherences
from ipscost.loading.keys.json_schema import json_schema
from ipscost.loading.text.shipped import SHIPPED, names
from ipscost.report.simulate.summary import summary
from ipscost.report.verify.report import verify
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.spread import spread_of
from ipscost.words import LANGUAGES

EVIDENCE = [name for name in names() if name.startswith("evidence/")]
OF_SEVERAL_COUNTRIES = {"evidence/eqolise"}
WITHOUT_A_RESULT = {"evidence/reconnect"}
"""Nothing but a preliminary sentence is published, as its note says."""


@cache
def scenario(name: str) -> Scenario:
    return ipscost.load(name)


@pytest.mark.parametrize("name", EVIDENCE)
def test_a_published_evaluation_says_what_its_row_needs(name: str) -> None:
    here = scenario(name)
    study = here.study
    assert study is not None
    assert study.groups
    assert bool(here.country) != (name in OF_SEVERAL_COUNTRIES)
    assert here.note is not None
    assert here.population is not None
    texts = (here.title, here.note, here.population, study.comparator, study.whose, study.doubt)
    for text in texts:
        assert text is None or text.tell("da")
    assert here.title.tell("en") != here.title.tell("da")


@pytest.mark.parametrize("name", EVIDENCE)
def test_every_number_has_a_source_of_the_same_people(name: str) -> None:
    here = scenario(name)
    assert [q.path for q in here.quantities if q.source is None] == []
    assert [s.name for s in here.sources.values() if s.population is None] == []
    assert [p.code for p in incoherences(here)] == []


@pytest.mark.parametrize("name", EVIDENCE)
def test_what_is_printed_is_met_and_told_in_both_languages(name: str) -> None:
    here = scenario(name)
    assert bool(here.targets) != (name in WITHOUT_A_RESULT)
    run = ipscost.simulate(here, ipscost.Settings(draws=4000))
    if here.targets:
        _, is_met = verify(run)
        assert is_met
    for language in LANGUAGES:
        assert told.told(summary)(run, language).headline


def test_published_evaluations_fit_the_schema() -> None:
    checker = jsonschema.Draft202012Validator(json_schema())
    for name in EVIDENCE:
        text = (SHIPPED / f"{name}.yaml").read_text(encoding="utf-8")
        assert [error.message for error in checker.iter_errors(yaml.safe_load(text))] == []


def test_two_totals_spread_as_they_are_printed() -> None:
    """Yamaguchi prints standard deviations of 0.65 and 1.02 times the means, of 92 people."""
    here = scenario("evidence/yamaguchi")
    people = {name: arm.n for name, arm in here.arms.items()}
    assert sum(n or 0 for n in people.values()) == 92
    spread = {
        arm: abs(each.dist.sd * (people[arm] or 0) ** 0.5 / each.value)
        for arm, each in here.categories[0].arms.items()
    }
    assert {arm: round(each, 2) for arm, each in spread.items()} == {"tvs": 1.02, "crse": 0.65}
    derived = spread_of(here, "cost.all")
    assert derived is not None
    assert derived.sd is not None  # pooled over the arms
    printed = math.sqrt((46 * 11_263**2 + 44 * 6_372**2) / 90)
    assert derived.sd.value == pytest.approx(printed, rel=1e-3)
