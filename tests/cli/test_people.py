"""--people, and people: of a scenario: the answer for so many people in all."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ipscost.cli import main
from ipscost.words import numbers

Capture = pytest.CaptureFixture[str]
COMMANDS = {
    "simulate": (["labour-market-ips"], {"saving"}),
    "payers": (["labour-market-ips"], {"net_gain", "net_gain_partial"}),
    "compare": (["inklusion-ips", "inklusion-ipse"], {"saving"}),
    "cea": (["inklusion-ips", "--outcome", "qaly"], {"incremental_cost", "incremental_effect"}),
}


def shown(capsys: Capture, *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_rows_hold_the_answer_for_all(name: str, capsys: Capture) -> None:
    arguments, measures = COMMANDS[name]
    text = shown(capsys, name, *arguments, "--people", "60", "--draws", "0", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    in_all = [row for row in rows if "_in_all" in row["measure"]]
    assert {row["measure"].replace("_in_all", "") for row in in_all} == measures
    for row in in_all:
        key = {**row, "measure": row["measure"].replace("_in_all", "")}
        same = ("scenario", "arm", "measure", "path", "level")
        (one,) = [each for each in rows if all(each[name] == key[name] for name in same)]
        assert float(row["mean"]) == pytest.approx(60 * float(one["mean"]))
        assert row["unit"] == one["unit"].removesuffix("/person")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "For 60 people, IPS saves society 4.32 million kr. in all."),
        ("da", "For 60 personer sparer IPS samfundet 4,32 mio. kr. i alt."),
    ],
)
def test_one_saving_is_told_in_a_sentence(language: str, sentence: str, capsys: Capture) -> None:
    by_option = shown(capsys, "simulate", "inklusion-ips", "--people", "60", "--lang", language)
    assert sentence in " ".join(by_option.split())
    by_file = shown(capsys, "simulate", "inklusion-ips", "--set", "people=60", "--lang", language)
    assert by_file.splitlines()[:-1] == by_option.splitlines()[:-1]  # the last counts the notes


def test_with_people_there_are_three_sentences_too(capsys: Capture) -> None:
    """What has no room for them stands with the notes."""
    asked = ["simulate", "ips-ten-years", "--arm", "ips", "--draws", "200"]
    usual = " ".join(shown(capsys, *asked).split())
    assert "probability that it saves money" in usual
    asked += ["--people", "60"]
    with_people = " ".join(shown(capsys, *asked).split())
    assert "For 60 people, IPS saves the public sector" in with_people
    assert "follow-up;" in with_people
    assert "probability" not in with_people
    assert "probability that it saves money" in " ".join(shown(capsys, *asked, "--notes").split())


def test_a_setting_without_effect_takes_the_place_of_a_sentence(capsys: Capture) -> None:
    asked = ["simulate", "inklusion-ips", "--people", "60", "--draws", "200"]
    text = shown(capsys, *asked, "--set", "outcome.qaly.ips.difference=0.03")
    headline = " ".join(text.partition("\n\n")[0].split())
    assert "Changing outcome.qaly.ips.difference does not change" in headline
    assert "as long as" not in headline


def test_a_cost_and_a_saving_that_is_not_clear_have_words_of_their_own(capsys: Capture) -> None:
    dear = ["--set", "cost.programme.ips.difference=30000", "--people", "1000"]
    text = shown(capsys, "simulate", "inklusion-ips", *dear, "--draws", "200")
    assert "IPS costs society" in " ".join(text.split())
    assert "million kr. more in all." in " ".join(text.split())
    unsure = ["--set", "cost.programme.ips.difference=9500", "--people", "60"]
    text = " ".join(shown(capsys, "simulate", "inklusion-ips", *unsure, "--draws", "200").split())
    assert "For 60 people, IPS is expected to save society" in text


def test_several_savings_are_told_in_a_table(capsys: Capture) -> None:
    text = shown(capsys, "simulate", "labour-market-ips", "--people", "60", "--draws", "200")
    assert "\nSaving for 60 people over 18 months, 2017 prices\n" in text
    lines = [line for line in text.splitlines() if "million kr. to" in line]
    assert [line.split()[0] for line in lines] == ["IPS"]
    assert len(text.splitlines()) <= 45


def test_scenarios_tell_for_the_people_of_each(tmp_path: Path, capsys: Capture) -> None:
    for name, people in (("few", 10), ("many", 500)):
        lines = ["ipscost: 1", "extends: inklusion-ips", f"title: {name}", f"people: {people}"]
        (tmp_path / f"{name}.yaml").write_text("\n".join(lines), encoding="utf-8")
    files = [str(tmp_path / "few.yaml"), str(tmp_path / "many.yaml")]
    text = shown(capsys, "compare", *files, "--draws", "0", "--only", "people")
    assert "Saving for the people of each scenario" in text
    assert "for 10 people" in " ".join(text.split())
    text = shown(capsys, "compare", *files, "--draws", "0", "--only", "people", "--people", "7")
    assert "Saving for 7 people" in text


def test_rows_of_several_scenarios_are_called_as_the_columns(
    tmp_path: Path, capsys: Capture
) -> None:
    lines = ["ipscost: 1", "extends: inklusion-ips", "title: x", "name: Mine", "people: 50"]
    (tmp_path / "mine.yaml").write_text("\n".join(lines), encoding="utf-8")
    files = [str(tmp_path / "mine.yaml"), "inklusion-ipse"]
    text = shown(capsys, "compare", *files, "--draws", "0", "--only", "people")
    assert [line.split()[0] for line in text.splitlines()[3:]] == ["Mine"]  # not by its arm
    dear = "Dearer: cost.programme.ips.difference=3000"
    asked = ["labour-market-ips", "--vs", dear, "--people", "60", "--draws", "0"]
    text = shown(capsys, "compare", *asked, "--only", "people")
    assert any(line.startswith("Dearer: IPS ") for line in text.splitlines())


def test_one_person_is_told_as_one(capsys: Capture) -> None:
    one = shown(capsys, "simulate", "inklusion-ips", "--people", "1", "--draws", "0")
    assert one == shown(capsys, "simulate", "inklusion-ips", "--draws", "0")


@pytest.mark.parametrize("files", [["inklusion-ips"], ["inklusion-ips", "inklusion-ipse"]])
def test_the_record_says_for_how_many(files: list[str], capsys: Capture) -> None:
    command = "simulate" if len(files) == 1 else "compare"
    arguments = [command, *files, "--people", "60", "--draws", "0", "--format", "json"]
    record = json.loads(shown(capsys, *arguments))["record"]
    runs = [record] if len(files) == 1 else list(record.values())
    assert [run["people"] for run in runs] == [60] * len(files)


@pytest.mark.parametrize(
    ("value", "people", "unit", "told"),
    [
        (72013.142, 60, "DKK_2017/person", "4.32 million kr."),
        (407.4, 60, "DKK_2017/person", "24,400 kr."),
        (7.0, 60, "DKK_2017/person", "400 kr."),
        (-28147.2, 5, "DKK_2017/person", "-141,000 kr."),
        (0.0255, 60, "QALY/person", "1.53"),
        (0.1335, 60, "share", "8.01"),
        (0.0, 60, "DKK_2017/person", "0 kr."),
        (72013.0, 2_000_000, "DKK_2017/person", "144 billion kr."),
    ],
)
def test_what_is_told_for_all_has_no_more_digits_than_for_one(
    value: float, people: int, unit: str, told: str
) -> None:
    assert numbers.in_all(value, people, unit, "en") == told
    signed = numbers.in_all(value, people, unit, "en", sign=True)
    assert signed == (f"+{told}" if value > 0 else told)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (75100.0, ("4.51 million kr.", "4,51 mio. kr.")),
        (55000.0, ("3.30 million kr.", "3,30 mio. kr.")),
        (50000.0, ("3.00 million kr.", "3,00 mio. kr.")),
        (-200000.0, ("-12.0 million kr.", "-12,0 mio. kr.")),
        (407.4, ("24,400 kr.", "24.400 kr.")),
        (0.0, ("0 kr.", "0 kr.")),
    ],
)
def test_millions_in_a_column_keep_the_zeros_at_their_end(
    value: float, told: tuple[str, str]
) -> None:
    for language, text in zip(("en", "da"), told, strict=True):
        assert numbers.in_all(value, 60, "DKK_2024/person", language, in_column=True) == text


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ("0", "expected 1 person or more, found '0'; write 60"),
        ("-3", "expected 1 person or more, found '-3'; write 60"),
        ("1e9", "expected at most 10,000,000 people, found '1e9'; write 10000000 or fewer"),
        ("60,5", "expected whole people, found '60,5'; write 60 or 61"),
        ("60.000", "expected a whole number, found '60.000'; write 60000"),
        ("many", "expected a whole number, found 'many'"),
    ],
)
def test_people_that_cannot_be_are_refused(people: str, message: str, capsys: Capture) -> None:
    assert main(["simulate", "inklusion-ips", "--people", people]) == 2
    assert message in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("people", "fix"),
    [("0", "at least 1"), ("60,5", "write 60, or write 61"), ("20000000", "at most 10000000,")],
)
def test_so_they_are_in_a_scenario(people: str, fix: str, capsys: Capture) -> None:
    assert main(["simulate", "inklusion-ips", "--set", f"people={people}"]) == 2
    assert fix in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("currency", "cost"), [([], "+60,000"), (["--currency", "DKK_2024"], "+60,000 kr.")]
)
def test_results_made_elsewhere_are_told_for_all(
    currency: list[str], cost: str, tmp_path: Path, capsys: Capture
) -> None:
    psa = tmp_path / "psa.csv"
    draws = ["draw,cost_a,qaly_a,cost_b,qaly_b", "1,1000,0.4,2000,0.5", "2,1100,0.5,2100,0.7"]
    psa.write_text("\n".join(draws), encoding="utf-8")
    text = shown(capsys, "cea", "--psa", str(psa), "--people", "60", *currency)
    table = text.partition("For 60 people\n")[2]
    assert table.count(f"b: additional cost  {cost} ") == 1
    assert "b: QALYs " in table


def test_a_gain_of_nothing_that_is_uncertain_stands_among_the_others(capsys: Capture) -> None:
    even = "cost.productivity.ips={difference: 0, se: 500, unit: EUR_2016/person, assumption: even}"
    arguments = ["payers", "inklusion-ips", "--set", even, "--people", "60", "--draws", "100"]
    table = shown(capsys, *arguments).partition("for 60 people over")[2]
    assert "Society (production)" in table
