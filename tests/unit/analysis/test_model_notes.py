"""What a result of a model says of itself: cycle, counting, later effect, work, base case."""

from __future__ import annotations

from pathlib import Path

import builders
import model_builders as mb
import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.estimates import View
from ipscost.analysis.model_notes import base_case, model_notes, out_of_range
from ipscost.analysis.summary import summary
from ipscost.distributions import Normal

GOLDEN = Path(__file__).parents[2] / "golden/ten-years.yaml"
MODEL = GOLDEN.read_text(encoding="utf-8")
EFFECT = "then: decays, half_life: {mean: 24, unit: month, source: study}, source: study"


def notes(content: str = MODEL, language: str = "en") -> list[str]:
    """The notes of a model with `content`."""
    return list(model_notes(builders.load(content), language))


def test_a_model_says_its_states_its_cycle_and_how_it_counts() -> None:
    assert notes()[0] == (
        "Model: people move between On benefit and In job, in cycles of a month; each cycle is "
        "counted by the mean of its start and end (half-cycle correction)."
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
        (EFFECT, "the difference between the arms halves every 24 months (study)."),
        ("then: stops, source: study", "the arms no longer differ in how people move (study)."),
        ("then: persists, assumption: so be it", "differ as before, to the end (assumed: so be"),
    ],
)
def test_the_later_effect_is_told_with_its_source(then: str, words: str) -> None:
    assert words in notes(MODEL.replace(EFFECT, then))[1]


def test_work_is_counted_whole_or_in_the_friction_period() -> None:
    assert notes()[2] == "Human-capital method for Production: all work counts as production."
    use = "use: {unit: hour/person/month, source: study, in: {job: {mean: 60, se: 5}}}"
    friction = f"{use}\n    friction: {{mean: 3, unit: month, source: study}}"
    assert notes(MODEL.replace(use, friction))[2] == (
        "Friction-cost method for Production: only the first 3 months after each entry count, "
        "since another would then do the work."
    )


def test_a_scenario_without_a_model_says_nothing_of_one() -> None:
    scenario = builders.load(builders.text())
    assert not list(model_notes(scenario, "en"))
    run = ipscost.simulate(scenario, Settings(draws=100))
    assert not list(base_case(View(run, "societal"), "en"))
    assert any("Expected values are exact" in note for note in summary(run).notes)


def test_the_base_case_is_told_from_the_mean_of_the_draws_where_they_differ() -> None:
    run = ipscost.simulate(ipscost.load(GOLDEN), Settings(draws=4000))
    assert run.ledger is not None
    view = View(run, "societal")
    mean = float(view.total("ips").draws.mean())  # type: ignore[union-attr]
    (note,) = base_case(view, "en")
    assert f"the total {mean:+,.0f} (base case {view.total('ips').point:+,.0f})" in note
    assert not any("Expected values are exact" in each for each in summary(run).notes)


@pytest.mark.parametrize("draws", [0, 1])
def test_without_draws_there_is_no_mean_to_tell(draws: int) -> None:
    run = ipscost.simulate(ipscost.load(GOLDEN), Settings(draws=draws))
    assert not list(base_case(View(run, "societal"), "en"))


@pytest.mark.parametrize(("se", "told"), [(0.1, True), (0.01, False)])
def test_draws_of_a_probability_that_is_none_are_told(se: float, told: bool) -> None:
    move = mb.move("a", "b", Normal(0.1, se))
    found = mb.scenario(mb.model([mb.state("a", "rest"), mb.state("b")], [move]))
    run = ipscost.simulate(found, Settings(draws=20_000))
    lines = list(out_of_range(View(run, "societal"), "en"))
    assert len(lines) == told
    if told:
        below = (run.draws.columns["model.transition.a.b.1"] < 0).mean()
        assert lines[0].startswith(f"In {100 * below:.1f}% of the draws the numbers of model.tran")
