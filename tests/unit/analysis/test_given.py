"""What a headline takes for granted stands beside it, and it claims what was looked at alone."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import builders
import pytest
from told import told

import ipscost
from ipscost import Report, Settings
from ipscost.analysis.compare.inputs import is_same
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.payers import names
from ipscost.analysis.what_if.question import Question, ask
from ipscost.analysis.what_if.two_way import GridSide
from ipscost.loading import build, read
from ipscost.loading.analyses import variants
from ipscost.report.compare.report import compare as _compare
from ipscost.report.payers.report import payers as _payers
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.simulate.uncertainty import with_uncertainty as _with_uncertainty
from ipscost.report.voi.report import voi as _voi
from ipscost.report.what_if.grid import grid as _grid
from ipscost.report.what_if.scenario_analyses import analyses as _analyses
from ipscost.report.what_if.sensitivity import one_way as _one_way
from ipscost.report.what_if.threshold import threshold as _threshold

compare = told(_compare)
payers = told(_payers)
summary = told(_summary)
with_uncertainty = told(_with_uncertainty)
voi = told(_voi)
grid = told(_grid)
analyses = told(_analyses)
one_way = told(_one_way)
threshold = told(_threshold)

OBSERVED = "horizon: {months: 4, observed: 2}"
ASSUMED = builders.CARE.replace("source: study table 1", "assumption: a guess")


def simulated(content: str, language: str = "en", *settings: str, draws: int = 200) -> Report:
    run = ipscost.simulate(builders.load(content, *settings), Settings(draws=draws))
    return summary(run, language)


def headline(content: str, *settings: str) -> str:
    return " ".join(simulated(content, "en", *settings).headline)


def condition(content: str, language: str = "en") -> str:
    """The note on what the intervals of a saving take for granted; empty where there is none."""
    return " ".join(simulated(content, language).noted("rests_on"))  # type: ignore[attr-defined]


# --- a probability -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cost", "odds", "note"),
    [
        (builders.CARE, "is over 99.5%.", ""),
        (
            builders.CARE + builders.PROGRAMME,
            "is over 99%.",
            "The intervals hold if 1 number without a stated uncertainty is exact.",
        ),
        (
            ASSUMED,
            "is over 99%.",
            "The intervals hold if the assumption about 1 number holds.",
        ),
        (
            ASSUMED + builders.PROGRAMME + builders.HOSPITAL,
            "is over 99%.",
            "The intervals hold if 2 numbers without a stated uncertainty are exact and if the "
            "assumption about 1 number holds.",
        ),
    ],
)
def test_a_probability_is_no_finer_than_its_numbers_and_a_note_says_why(
    cost: str, odds: str, note: str
) -> None:
    content = builders.text(cost)
    assert headline(content).endswith(odds)
    assert condition(content) == note


GUESSED = ASSUMED.replace("{difference: -300, se: 50}", "{mean: 700, se: 50}")


def test_one_text_is_the_assumption_of_as_many_numbers_as_it_stands_above() -> None:
    other = builders.PROGRAMME.replace("source: study table 2", "assumption: a guess")
    assert "if the assumptions about 3 numbers hold." in condition(builders.text(GUESSED + other))
    assert "hvis antagelserne om 2 tal holder" in condition(builders.text(GUESSED), "da")
    observed = builders.text(GUESSED).replace("horizon: {months: 4}", OBSERVED)
    assert "if the assumptions about 2 numbers and the extrapolation hold" in condition(observed)


def test_a_number_of_two_columns_is_one_condition_and_two_values_are_two() -> None:
    one = builders.text(GUESSED)
    same = builders.text(GUESSED + builders.GAIN)
    assert any("if the assumptions about 2 numbers" in n for n in compared(one, same).notes)
    other = builders.text(GUESSED.replace("mean: 700", "mean: 500"))
    assert any("if the assumptions about 3 numbers" in n for n in compared(one, other).notes)


def test_what_is_extrapolated_is_taken_for_granted_too() -> None:
    observed = builders.text(builders.CARE).replace("horizon: {months: 4}", OBSERVED)
    assert condition(observed) == "The intervals hold if the extrapolation holds."
    assumed = builders.text(ASSUMED).replace("horizon: {months: 4}", OBSERVED)
    assert condition(assumed).endswith(
        " if the assumption about 1 number and the extrapolation hold."
    )


def test_a_number_of_a_category_that_does_not_count_is_no_condition() -> None:
    both = builders.text(builders.CARE + builders.PROGRAMME, perspective="region")
    assert headline(both).endswith("is over 99.5%.")
    assert condition(both) == ""


def test_without_draws_there_is_no_condition_of_a_probability() -> None:
    found = simulated(builders.text(ASSUMED + builders.PROGRAMME), draws=0)
    assert found.noted("rests_on") == []  # type: ignore[attr-defined]


def test_a_probability_by_construction_is_not_told_and_a_note_says_why() -> None:
    run = ipscost.simulate(ipscost.load("inklusion-ips"), Settings(draws=200))
    assert "probability" not in summary(run).headline[0]
    (note,) = summary(run).noted("rests_on")
    assert "number without a stated uncertainty is exact and if the assumptions about 3 " in note
    assert "The uncertainty of the saving is by construction" in note
    (danish,) = summary(run, "da").noted("rests_on")
    assert (
        "hvis 1 tal uden angivet usikkerhed passer præcist, og hvis antagelserne om 3 tal holder"
        in danish
    )
    assert danish.endswith(
        "Usikkerheden om besparelsen er givet på forhånd: den er valgt, så den "
        "passer til et offentliggjort tal."
    )


@pytest.mark.parametrize(
    ("setting", "is_constructed"),
    [
        ("outcome.qaly.ips.difference=0.01", True),
        ("cost.programme.ips.difference=3000", True),
        ("cost.social_and_other.ips.se=2000", False),
        ("cost.social_and_other.ips={difference: -1900, se: 2000}", False),
        ("perspective=municipality", False),
    ],
)
def test_a_setting_of_another_uncertainty_ends_the_construction(
    setting: str, is_constructed: bool
) -> None:
    run = ipscost.simulate(ipscost.load("inklusion-ips", [setting]), Settings(draws=50))
    if setting != "perspective=municipality":  # whose account is not whole
        assert ("robability" in summary(run).headline[0]) != is_constructed
    told = " ".join(summary(run).noted("rests_on"))
    assert ("by construction" in told) == is_constructed


def test_payers_and_the_value_of_information_say_it_in_a_sentence_of_their_own() -> None:
    scenario = builders.load(builders.text(ASSUMED + builders.PROGRAMME + builders.HOSPITAL))
    run = ipscost.simulate(scenario, Settings(draws=200), courses=names(scenario))
    assert payers(run).noted("rests_on")[-1] == (
        "The intervals hold if 2 numbers without a stated uncertainty are exact and if the "
        "assumption about 1 number holds."
    )
    assert voi(decision_of(run, None, {})).noted("caveat_unmeasured") == [
        "2 numbers that the choice depends on have no stated uncertainty, so nothing is said of "
        "them here: they may be worth measuring too."
    ]
    (note,) = with_uncertainty(summary(run), run, "en").noted("variance_fixed")
    assert note.endswith(": cost.programme.ips and cost.hospital.ward.price.")


# --- what was varied ---------------------------------------------------------------------------


def asked(content: str) -> Question:
    return ask(builders.run(content))


def test_a_tornado_of_the_discount_rate_alone_claims_nothing_of_the_rest() -> None:
    fixed = builders.CARE.replace(", se: 100", "").replace(", se: 50", "") + builders.PROGRAMME
    found = one_way(asked(builders.text(fixed, months=36)))
    sentence = found.headline[1]
    assert "Only the discount rate of costs was varied" in sentence
    assert sentence.endswith("; it stays a saving.")
    assert found.notes[0].startswith("2 numbers that the answer depends on have no stated")
    assert "No number" not in sentence


def test_a_tornado_says_how_many_were_varied_and_how_many_were_not() -> None:
    content = builders.text(builders.CARE + builders.PROGRAMME, months=36)
    found = one_way(asked(content))
    assert found.headline[1].startswith("Of 2 numbers varied one at a time, the difference in care")
    assert found.headline[1].endswith("; none alone turns it into a cost.")
    assert found.notes[0].startswith("1 number that the answer depends on has no stated")
    danish = one_way(asked(content), "da").headline[1]
    assert danish.endswith(", og intet af tallene kan i sig selv gøre den til en merudgift.")


def test_what_is_fixed_is_counted_of_the_arm_itself() -> None:
    three = builders.CARE + "  ipse: {difference: -100, se: 10}\n" + builders.PROGRAMME
    three += "  ipse: {difference: 10}\n"
    found = one_way(asked(builders.text(three, arm=builders.THREE_ARMS)))
    assert found.notes[0].startswith("2 numbers that the answer depends on have no stated")


def test_a_saving_of_nothing_has_no_sign_to_turn() -> None:
    even = builders.CARE + builders.PROGRAMME.replace("120", "300")
    assert "turn" not in " ".join(one_way(asked(builders.text(even))).headline)


def test_a_threshold_claims_no_more_than_was_looked_at() -> None:
    found = threshold(
        asked(builders.text(builders.HOSPITAL + builders.CARE)), "cost.hospital.ward.price"
    )
    assert "tried (0 kr. or more)" in found.headline[0]
    rate = threshold(asked(builders.text(builders.CARE, months=36)), "discount.cost")
    assert "tried (from 0.0% to 100.0%)" in rate.headline[0]


# --- changes that no saving depends on ----------------------------------------------------------

FREE = "outcome.job.ips.events=50"
MOVING = "cost.care.ips.difference=-200"
STUDY = builders.text(builders.CARE + builders.PROGRAMME, outcome=builders.JOB)
UNMOVED = (
    "Changing outcome.job.ips.events does not change the saving: no cost difference counted here "
    "depends on it."
)


def test_every_report_on_a_saving_says_which_setting_it_does_not_depend_on() -> None:
    for settings, is_told in (((FREE, MOVING), True), ((MOVING,), False)):
        scenario = builders.load(STUDY, *settings)
        run = ipscost.simulate(scenario, Settings(draws=200), courses=names(scenario))
        sides = [GridSide("cost.care.ips", -500, 0, 2), GridSide("cost.programme.ips", 0, 9, 2)]
        reports = [
            summary(run),
            payers(run),
            voi(decision_of(run, None, {})),
            one_way(ask(run)),
            grid(ask(run), sides),
            threshold(ask(run), "cost.programme.ips"),
        ]
        told = [UNMOVED in (*report.headline, *report.notes) for report in reports]
        assert told == [is_told] * len(reports)
    both = headline(STUDY, FREE, "cost.care.usual.mean=1100")
    assert "Changing outcome.job.ips.events and cost.care.usual.mean does not change" in both


def test_with_an_outcome_a_setting_of_it_does_count() -> None:
    run = ipscost.simulate(builders.load(STUDY, FREE), Settings(draws=200))
    question = ask(run, outcome="job", wtp=100.0)
    assert UNMOVED not in one_way(question).notes
    assert UNMOVED not in voi(decision_of(run, run.scenario.outcomes[0], {}), wtp=[100.0]).headline


def test_an_account_that_does_move_with_a_setting_keeps_payers_from_saying_so() -> None:
    scenario = builders.load(
        builders.text(builders.CARE + builders.BENEFITS), "cost.benefits.ips.difference=-900"
    )
    run = ipscost.simulate(scenario, Settings(draws=50), courses=names(scenario))
    assert "does not change the saving" in " ".join(summary(run).headline)
    assert "does not change the saving" not in " ".join(payers(run).headline)


def test_scenario_analyses_that_change_no_cost_are_named(tmp_path: Path) -> None:
    more = """
analyses:
  fewer: {label: Fewer jobs, set: {outcome.job.ips.events: 50}}
  dearer: {label: Dearer, set: {cost.care.ips.difference: -200}}
"""
    file = tmp_path / "study.yaml"
    file.write_text(STUDY + more, encoding="utf-8")
    reading = read(str(file))
    base = build(reading)
    question = ask(ipscost.simulate(base, Settings(draws=0)))
    runs = [
        (analysis, ipscost.simulate(variant, Settings(draws=0)))
        for analysis, variant in variants(reading, base).scenarios
    ]
    assert analyses(question, runs).notes[0] == (
        "1 of the scenario analyses changes nothing that the saving depends on: Fewer jobs."
    )
    alone = analyses(question, runs[:1]).notes[0]
    assert alone == "The scenario analysis changes nothing that the saving depends on."
    assert not any("depends on" in note for note in analyses(question, runs[1:]).notes)


def test_a_grid_of_numbers_that_make_no_difference_says_so() -> None:
    sides = [GridSide("outcome.job.ips", 0.1, 0.9, 2), GridSide("cost.care.usual", 900, 1100, 2)]
    (sentence,) = grid(asked(STUDY), sides).headline
    assert sentence.endswith("Neither of the two numbers makes a difference to it in the grid.")


# --- compare -----------------------------------------------------------------------------------


def compared(*contents: str, draws: int = 500, **more: object) -> Report:
    runs = []
    for name, content in zip("abc", contents, strict=False):
        scenario = dataclasses.replace(builders.load(content), name=name, file=f"{name}.yaml")
        runs.append(ipscost.simulate(scenario, Settings(draws=draws)))
    return compare(runs, **more)  # type: ignore[arg-type]


def test_numbers_seen_twice_are_a_condition_of_the_probability() -> None:
    other = builders.CARE.replace("-300, se: 50", "-500, se: 40").replace("table 1", "table 9")
    found = compared(builders.text(builders.CARE), builders.text(other))
    assert "probability" not in " ".join(found.headline)
    assert any("interval of the difference is too narrow" in note for note in found.notes)
    same_source = builders.CARE.replace("-300, se: 50", "-500, se: 40")
    found = compared(builders.text(builders.CARE), builders.text(same_source))
    assert "the probability that it saves more is" in found.headline[-1]


def test_unlike_horizons_stand_beside_each_name() -> None:
    short = builders.text(builders.CARE)
    found = compared(short, builders.text(builders.CARE, months=24), allow=["horizon"])
    assert found.notes[0] == "These are not counted alike: a over 4 months and b over 2 years."
    assert "a (over 4 months)" in found.headline[1]
    assert "b (over 2 years)" in found.headline[1]
    assert "(over" not in " ".join(compared(short, short.replace("-300", "-200")).headline)


def test_what_differs_without_moving_a_saving_is_told() -> None:
    other = STUDY.replace("{events: 60, n: 100}", "{events: 50, n: 100}")
    found = compared(STUDY, other)
    assert found.headline[-1] == "a and b save the same per person."
    assert found.notes[0].startswith("What b changes in outcome.job.ips does not change the")


# --- what is not known -------------------------------------------------------------------------


def test_of_a_variant_what_moves_no_saving_is_told_beside_what_does(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(STUDY, encoding="utf-8")
    variant = """
ipscost: 1
extends: base.yaml
title: A variant
cost: {care: {ips: {difference: -200, se: 50, source: study}}}
outcome: {job: {ips: {events: 50, n: 100, source: study}}}
"""
    (tmp_path / "other.yaml").write_text(variant, encoding="utf-8")
    scenarios = [ipscost.load(tmp_path / name) for name in ("base.yaml", "other.yaml")]
    found = compare([ipscost.simulate(each, Settings(draws=100)) for each in scenarios])
    assert found.notes[0].startswith("What “A variant” changes in outcome.job.ips does not change")
    assert "saves 100 kr. more" in found.headline[-1]
    alone = compared(
        STUDY, STUDY.replace("-300, se", "-200, se").replace("events: 60", "events: 5")
    )
    assert not any("changes in" in note for note in alone.notes)  # two files of their own


GAP = builders.PROGRAMME.replace("{difference: 120}", "unknown")


def test_where_a_number_is_not_known_nothing_is_claimed_and_no_condition_named() -> None:
    assert " if " not in headline(builders.text(builders.CARE + GAP))


def test_what_is_not_known_is_not_taken_as_exact() -> None:
    content = builders.text(builders.CARE + GAP, perspective="region")
    assert headline(content).endswith("is over 99.5%.")
    one, two = (builders.load(builders.text(cost)) for cost in (GAP, builders.PROGRAMME))
    unknown, known = (each.categories[0].arms["ips"] for each in (one, two))
    zero = dataclasses.replace(known, value=0.0, dist=unknown.dist)
    assert not is_same(unknown, zero)
    assert is_same(known, dataclasses.replace(known, value=120 * (1 + 1e-15)))
