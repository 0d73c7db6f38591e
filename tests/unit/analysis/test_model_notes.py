"""What a result of a model says of itself: cycle, counting, later effect, work, base case."""

from __future__ import annotations

from pathlib import Path

import builders
import numpy as np
import pytest
from told import told

import ipscost
from ipscost import Settings
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.estimates import View
from ipscost.report.cea.report import cea as _cea
from ipscost.report.compare.report import compare as _compare
from ipscost.report.notes.model import means_of as _means_of
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.voi.report import voi as _voi

means_of = told(_means_of)
cea = told(_cea)
compare = told(_compare)
summary = told(_summary)
voi = told(_voi)

GOLDEN = Path(__file__).parents[2] / "golden/ten-years.yaml"
MODEL = GOLDEN.read_text(encoding="utf-8")
NAMES = ("states", "onward_moves", "later_effect", "production")
EFFECT = "then: decays, half_life: {mean: 24, unit: month, source: study}, source: study"


def notes(content: str = MODEL, language: str = "en") -> list[str]:
    """The notes of a model with `content`: its states, the later effect, and production."""
    report = summary(ipscost.simulate(builders.load(content), Settings(draws=0)), language)
    return [text for name in NAMES for text in report.noted(name)]


def test_a_model_says_its_states_its_cycle_and_how_it_counts() -> None:
    assert notes()[0] == (
        "Model: people move between the states “On benefit” and “In job”, in cycles "
        "of a month; each cycle is counted by the mean of its start and end "
        "(half-cycle correction)."
    )
    assert "i cyklusser på en måned" in notes(language="da")[0]


@pytest.mark.parametrize(
    ("counting", "words"),
    [("start", "at its start"), ("end", "at its end"), ("simpson", "Simpson's 1/3 rule")],
)
def test_each_way_of_counting_has_its_words(counting: str, words: str) -> None:
    assert words in notes(MODEL.replace("counting: half_cycle", f"counting: {counting}"))[0]


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (EFFECT, "fades with a half-life of 24 months (study)."),
        ("then: stops, source: study", "the arms no longer differ in how people move (study)."),
        ("then: persists, assumption: so be it", "stays as it was, to the end (assumed: so be"),
    ],
)
def test_the_later_effect_is_told_with_its_source(then: str, words: str) -> None:
    assert words in notes(MODEL.replace(EFFECT, then))[1]


def test_work_is_counted_whole_or_in_the_friction_period() -> None:
    assert notes()[2] == (
        "The human-capital method is used for production: all work counts as production."
    )
    use = "use: {unit: hour/person/month, source: study, in: {job: {mean: 60, se: 5}}}"
    friction = f"{use}\n    friction: {{mean: 3, unit: month, source: study}}"
    assert notes(MODEL.replace(use, friction))[2] == (
        "The friction-cost method is used for production: only the first 3 months "
        "after each entry count, because someone else would then do the work."
    )


def test_a_scenario_without_a_model_says_nothing_of_one() -> None:
    scenario = builders.load(builders.text())
    run = ipscost.simulate(scenario, Settings(draws=100))
    assert not [note for note in summary(run).named if note.name in (*NAMES, "base_case")]
    assert any("Expected values are exact" in note for note in summary(run).notes)


def test_the_base_case_is_told_from_the_mean_of_the_draws_where_they_differ() -> None:
    wide = "model.transition.benefit.job.ips.interval=[0.8, 3.2]"
    run = ipscost.simulate(ipscost.load(GOLDEN, [wide]), Settings(draws=4000))
    assert run.ledger is not None
    view = View(run, "societal")
    mean = float(view.total("ips").draws.mean())  # type: ignore[union-attr]
    (note,) = summary(run).noted("base_case")
    assert f"the total {mean:+,.0f} (base case {view.total('ips').point:+,.0f})" in note
    assert note.startswith("The base case is shown, with every number at its stated value.")
    assert list(means_of(view, "en", outcomes=())) == [
        "The base case is shown, with every number at its stated value. The means of the "
        "draws differ from it, because a model is not linear in its numbers and a ratio stated "
        f"with an interval is the median of its draws: the total {mean:+,.0f} (base case "
        f"{view.total('ips').point:+,.0f})."
    ]
    assert not any("Expected values are exact" in each for each in summary(run).notes)
    stated = "is the median of the draws; their mean, 1.7"
    assert any(stated in each and "The base case uses 1.6" in each for each in summary(run).notes)


def test_every_result_over_draws_tells_the_mean_beside_the_base_case() -> None:
    wide = "model.transition.benefit.job.ips.interval=[0.8, 3.2]"
    run = ipscost.simulate(ipscost.load(GOLDEN, [wide]), Settings(draws=4000))
    other = ipscost.simulate(ipscost.load(GOLDEN), Settings(draws=4000))
    decision = decision_of(run, run.scenario.outcomes[0], {"version": "1"})
    (note,) = summary(run).noted("base_case")
    assert "the total" in note
    assert "ever in job" in note
    for report in (summary(run), cea(decision), voi(decision, wtp=[1000.0])):
        assert report.noted("base_case") == [note]
    (found,) = compare([run, other]).noted("base_cases")
    assert found.startswith(
        "Of a model, the base case is shown, with every number at its stated value"
    )


@pytest.mark.parametrize("draws", [0, 1])
def test_without_draws_there_is_no_mean_to_tell(draws: int) -> None:
    run = ipscost.simulate(ipscost.load(GOLDEN), Settings(draws=draws))
    assert not summary(run).noted("base_case")


WIDE = """\
ipscost: 1
title: Wide
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
model:
  counting: start
  state:
    home: {label: At home, start: rest}
    job: {absorbing: true}
    gone: {absorbing: true}
  transition:
    home:
      assumption: an example
      unit: probability/month
      job: {usual: {mean: 0.4, se: 0.2, dist: normal}, ips: {risk_ratio: 1.2, se: 0.5}}
      gone: {mean: 0.3}
      home: rest
cost:
  care:
    {kind: service, payer: town, unit: DKK_2024/person/month, assumption: so, in: {home: {mean: 1}}}
"""


def test_draws_out_of_range_are_told_with_their_share() -> None:
    run = ipscost.simulate(builders.load(WIDE), Settings(draws=2000))
    assert run.ledger is not None
    columns = {p.rpartition(".")[2]: c for p, c in run.draws.columns.items() if "job" in p}
    usual = np.clip(columns["usual"], 0, 1)
    ips = np.clip(columns["ips"], 0, None) * usual
    row = np.maximum(usual, np.clip(ips, 0, 1)) + 0.3 > 1 + 1e-12
    number = (columns["usual"] < 0) | (columns["usual"] > 1) | (ips > 1)
    (note,) = summary(run).noted("clipped")
    assert (
        f"in {100 * row.mean():.2g}% of the draws the probabilities of leaving “At home” summed to"
        in note
    )
    assert f"in {100 * number.mean():.2g}% of the draws model.transition.home.job was" in note
    (danish,) = summary(run, "da").noted("clipped")
    assert danish.startswith("Nogle trækninger lå uden for det mulige: i ")


def test_nothing_is_told_where_no_draw_is_out_of_range() -> None:
    run = ipscost.simulate(ipscost.load(GOLDEN), Settings(draws=400))
    assert not summary(run).noted("clipped")
