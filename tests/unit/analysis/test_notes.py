"""What a reader must know beside the numbers."""

from __future__ import annotations

import re
from pathlib import Path

import builders
import pytest
from told import told

import ipscost
from ipscost import Settings
from ipscost.analysis.estimates import View
from ipscost.report.simulate.summary import summary as _summary

summary = told(_summary)

ABSTRACT = builders.text().replace("sure: verified", "sure: abstract")


def notes(cost: str, language: str = "en", *, draws: int = 0, **more: object) -> tuple[str, ...]:
    run = builders.run(builders.text(cost, **more), draws=draws)  # type: ignore[arg-type]
    return summary(run, language).notes


def starting(found: tuple[str, ...], *start: str) -> list[str]:
    return [note for note in found if note.startswith(start)]


def test_a_partial_sum_names_what_it_leaves_out() -> None:
    assert starting(notes(builders.PROGRAMME + builders.CARE), "*") == [
        (
            "* Incomplete: leaves out programme, whose levels were never published "
            "(shown as a dash). Their differences are known, so the total of the "
            "differences is complete."
        )
    ]


def test_where_no_level_is_known_there_is_nothing_partial() -> None:
    found = notes(builders.PROGRAMME)
    assert found[0] == (
        "Not known, shown as a dash: the level of programme; only the difference was published."
    )
    assert not starting(found, "*")


def test_nothing_is_said_of_levels_that_are_all_known() -> None:
    found = notes(builders.CARE)
    assert not starting(found, "*")
    assert not starting(found, "Not known")


def test_a_payer_is_not_told_that_sums_are_partial_which_it_sees_whole() -> None:
    found = notes(builders.PROGRAMME + builders.CARE, perspective="region")
    assert not starting(found, "*")


def test_mixed_categories_are_named() -> None:
    cost = builders.CARE.replace("kind: service", "kind: mixed")
    assert starting(notes(cost), "Resources") == [
        "Resources and productivity cannot be told apart in care, so neither is known."
    ]


def test_each_assumption_is_stated_once_with_every_number_that_rests_on_it() -> None:
    cost = builders.CARE.replace("source: study table 1", "assumption: a guess.")
    assert starting(notes(cost), "Assumed") == [
        "Assumed for cost.care.usual and cost.care.ips: a guess."
    ]


def test_fixed_numbers_are_named() -> None:
    found = notes(builders.CARE + builders.PROGRAMME + builders.BENEFITS)
    assert starting(found, "Held fixed") == [
        (
            "Held fixed, because no uncertainty was stated: cost.programme.ips and "
            "cost.benefits.usual. The intervals do not include theirs."
        )
    ]


def test_no_number_is_called_fixed_where_all_are_uncertain() -> None:
    assert not starting(notes(builders.CARE), "Held fixed")


def test_numbers_drawn_apart_are_said_to_be_independent() -> None:
    sentence = "Each uncertain number is drawn independently of the others."
    assert sentence in notes(builders.CARE)
    assert sentence not in notes(builders.CARE.replace(", se: 100", ""))


def test_it_is_counted_how_sure_the_numbers_are() -> None:
    cost = builders.CARE.replace("se: 50", "se: 50, sure: derived")
    assert starting(notes(cost + builders.PROGRAMME), "How well") == [
        (
            "How well sourced the 3 numbers are: 2 verified and 1 derived (worked out from other "
            "figures)."
        )
    ]


def test_each_conversion_is_written_out_once() -> None:
    cost = builders.CARE.replace("DKK_2024", "EUR_2016")
    assert starting(notes(cost, money="DKK_2017"), "Money") == [
        (
            "Money converted: EUR_2016 x 7.46038 = DKK_2016, x 1.0115 = DKK_2017 "
            "(exchange rate first, then prices)."
        )
    ]
    assert not starting(notes(builders.CARE), "Money")


def test_the_discount_rates_are_stated_with_their_reason() -> None:
    found = notes(builders.CARE, discount="{cost: 0.035, outcome: 0.015, note: As usual.}")
    assert "Discounting: costs 3.5%, outcomes 1.5% a year. As usual." in found
    assert "Diskontering: omkostninger 0%, resultater 0% om året." in notes(builders.CARE, "da")


def test_transfers_are_explained_where_they_are_not_counted() -> None:
    sentence = (
        "Transfers (benefits and taxes) move money without using resources: they are "
        "shown but not counted."
    )
    cost = builders.CARE + builders.BENEFITS
    assert sentence in notes(cost)
    assert sentence not in notes(cost, perspective="municipality")
    assert sentence not in notes(builders.CARE)


def test_the_run_is_described_so_that_it_can_be_repeated() -> None:
    run = builders.run(builders.text(), draws=1200, seed=5)
    record = run.record
    expected = (
        f"1,200 draws, seed 5; ipscost {record.version}; {record.scenario}, digest {record.digest}."
    )
    assert expected in summary(run).notes
    assert starting(notes(builders.CARE), "No draws; ipscost")


def test_changes_on_the_command_line_are_named() -> None:
    scenario = builders.load(builders.text(), "cost.care.ips.se=40")
    found = summary(ipscost.simulate(scenario, Settings(draws=0))).notes
    assert "Changed on the command line: cost.care.ips.se=40." in found


def test_the_last_notes_say_where_the_largest_number_comes_from_and_what_would_change_it() -> None:
    explain, change = notes(builders.CARE + builders.PROGRAMME)[-2:]
    assert explain.endswith(" cost.care.ips")
    assert re.fullmatch(
        r"What would change the answer: ipscost sensitivity \S*study\.yaml", change
    ), change


def test_a_file_is_named_as_a_shell_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "my study.yaml"
    file.write_text(builders.text(), encoding="utf-8")
    found = summary(ipscost.simulate(ipscost.load(file), Settings(draws=10))).notes
    assert found[-1] == f"What would change the answer: ipscost sensitivity '{file}'"
    assert f"ipscost explain '{file}' cost.care.ips" in found[-2]


def test_the_note_of_the_scenario_comes_first() -> None:
    found = notes(builders.CARE, more="note: Read this first.\n")
    assert found[0] == "Read this first."


def test_the_mark_of_an_assumption_is_explained_above_the_assumptions() -> None:
    found = notes(builders.CARE.replace("source: study table 1", "assumption: a guess"))
    place = found.index("† Rests on an assumption, which is stated below.")
    assert found[place + 1].startswith("Assumed for ")
    assert not starting(notes(builders.CARE), "†")


def test_it_is_told_how_far_the_ends_of_the_interval_may_be_off() -> None:
    run = builders.run(builders.text(), draws=1000)
    error = View(run, "societal").total("ips").sampling_error()
    assert error is not None
    assert error.mean == pytest.approx(50 / 1000**0.5, rel=0.1)
    assert error.ends == pytest.approx(50 * 0.0844, rel=0.5)  # sqrt(p (1 - p) / n) / density, in sd
    assert starting(summary(run).notes, "Monte", "More draws") == [
        f"Monte Carlo error with 1,000 draws: {error.mean:.0f} kr. for the mean total, "
        f"{error.ends:.0f} kr. for the ends of its 95% interval. Expected values are "
        "exact, not means of draws.",
        "More draws may change the last digits of these intervals: 2 for the total.",
    ]
    assert 5 < error.ends < 50  # over half a unit of the last digit but one
    assert not starting(notes(builders.CARE), "Monte", "More draws")
    assert not starting(notes(builders.PROGRAMME, draws=100), "Monte", "More draws")


def test_a_ratio_that_is_a_median_is_told_with_its_mean() -> None:
    cost = builders.CARE.replace("difference: -300, se: 50", "ratio: 0.8, interval: [0.64, 1.0]")
    assert starting(notes(cost), "cost.care.ips: the ratio") == [
        "cost.care.ips: the ratio 0.8, stated with 95% interval 0.64 to 1, is a median; its mean, "
        "0.8052, is used."
    ]
    assert not starting(
        notes(cost.replace("interval: [0.64, 1.0]", "se: 0.1")), "cost.care.ips: the ratio"
    )


def test_a_level_that_some_draws_make_impossible_is_told() -> None:
    cost = builders.CARE.replace("difference: -300, se: 50", "difference: -900, se: 100")
    run = builders.run(builders.text(cost), draws=1000)
    assert run.ledger is not None
    share = float((run.ledger.present_value[run.ledger.arm("ips"), 0] < 0).mean())
    assert share == pytest.approx(0.24, abs=0.03)  # normal(100, sd 141) below 0
    assert starting(summary(run).notes, "In ") == [
        f"In {share:.1%} of the draws the level of care with IPS is outside the possible range."
    ]
    assert not starting(notes(builders.CARE + builders.GAIN, draws=1000), "In ")


def test_a_share_above_one_is_not_possible() -> None:
    outcome = (
        "job: {unit: share, source: study, usual: {mean: 0.8, se: 0.05}, "
        "ips: {difference: 0.15, se: 0.05}}\n"
    )
    (note,) = starting(notes(builders.CARE, outcome=outcome, draws=1000), "In ")
    assert note.endswith(" of the draws the level of job with IPS is outside the possible range.")


def test_a_payer_whose_split_was_not_published_is_told() -> None:
    payer = builders.PAYERS + "both: {label: Both, of: [municipality, region]}\n"
    sentence = (
        "* How “Both” divides between municipality and region was not published, so "
        "none of their accounts is complete."
    )
    cost = builders.CARE.replace("payer: region", "payer: both")
    assert sentence in notes(cost, payer=payer)
    assert sentence not in notes(builders.CARE, payer=payer)


def test_the_people_in_the_study_are_counted() -> None:
    assert "Participants in the study: Normal practice 100 and IPS 100." in notes(builders.CARE)
    arm = builders.ARMS.replace(", n: 100", "")
    assert not starting(notes(builders.CARE, arm=arm), "People")


def test_doubts_about_the_file_are_told_but_not_how_sure_the_sources_are() -> None:
    (note,) = starting(notes(builders.CARE.replace("se: 50", "se: 4.200")), "Worth checking")
    assert note.startswith("Worth checking, cost.care.ips.se (")
    assert note.endswith("): the point in 4.200 is read as a decimal point.")
    assert "W401" in {w.code for w in builders.load(ABSTRACT).warnings}
    assert not starting(summary(ipscost.simulate(builders.load(ABSTRACT))).notes, "Worth checking")


def test_where_nothing_counts_nothing_cancels_out_and_there_is_nothing_to_explain() -> None:
    found = notes(builders.BENEFITS)
    assert not starting(found, "No shares")
    assert not starting(found, "Where a number comes from")
    assert not starting(notes(builders.CARE, perspective="municipality"), "No shares")


def test_texts_of_the_file_are_told_in_the_language_of_the_result() -> None:
    cost = builders.CARE.replace("source: study table 1", "assumption: {en: a guess., da: et gæt.}")
    more = {"discount": "{cost: 0, outcome: 0, note: {en: As ever, da: Som altid}}"}
    english, danish = (notes(cost, language, **more) for language in ("en", "da"))
    assert "Assumed for cost.care.usual and cost.care.ips: a guess." in english
    assert "Antagelse om cost.care.usual og cost.care.ips: et gæt." in danish
    assert "Discounting: costs 0%, outcomes 0% a year. As ever." in english
    assert "Diskontering: omkostninger 0%, resultater 0% om året. Som altid." in danish


def test_the_note_of_a_scenario_stands_first_in_its_language() -> None:
    text = builders.text(more="note: {en: Mind this, da: Husk det.}\n")
    assert summary(builders.run(text), "en").notes[0] == "Mind this."
    assert summary(builders.run(text), "da").notes[0] == "Husk det."


@pytest.mark.parametrize(
    ("cost", "doubt"),
    [
        (
            builders.CARE.replace("se: 50", "se: 4.200"),
            "punktummet i 4.200 er læst som et decimaltegn",
        ),
        (
            builders.CARE.replace("difference: -300", "ratio: 12.5"),
            "et forhold på 12,5 er 12,5 gange referencearmen",
        ),
        (
            builders.CARE.replace("se: 50", "interval: [-900.5, -200]"),
            "intervallets midtpunkt er -550,2, men tallet er -300",
        ),
        (
            builders.GAIN.replace("mean: -2600", "mean: 2600.5"),
            "en produktivitet på 2600,5 tæller som en omkostning",
        ),
    ],
)
def test_a_doubt_is_told_in_danish_in_a_danish_result(cost: str, doubt: str) -> None:
    (note,) = starting(notes(cost, "da"), "Kontrollér")
    assert note.endswith(f"): {doubt}.")


def test_a_median_is_told_in_danish() -> None:
    cost = builders.CARE.replace(
        "{difference: -300, se: 50}", "{ratio: 0.85, interval: [0.5, 1.445]}"
    )
    (note,) = starting(notes(cost, "da"), "cost.care.ips: Forholdet")
    assert note == (
        "cost.care.ips: Forholdet 0,85, angivet med 95%-interval 0,5 til 1,445, er en median; "
        "gennemsnittet, 0,8817, er det, der regnes med."
    )


def test_many_people_are_counted_in_the_form_of_the_language() -> None:
    arm = builders.ARMS.replace("n: 100", "n: 1200")
    assert "Participants in the study: Normal practice 1,200 and IPS 1,200." in notes(
        builders.CARE, arm=arm
    )
    assert "Deltagere i studiet: Normalindsats 1.200 og IPS 1.200." in notes(
        builders.CARE, "da", arm=arm
    )
