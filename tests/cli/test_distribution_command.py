"""distribution: who gains among people, on one screen, what it does not claim, and its pictures."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import builders
import pytest

import ipscost
from ipscost.cli import main
from ipscost.report.page.document import Data, Pictured
from ipscost.report.page.material import Material
from ipscost.report.page.sections import SECTIONS

Capture = pytest.CaptureFixture[str]
FEW = ("--draws", "40", "--persons", "2000")
TRIAL = ("distribution", "inklusion-ips", *FEW)
GROUPS = """
groups:
  young: {label: {en: Young, da: Unge}, share: {mean: 0.3, source: study table 1}}
  older: {label: {en: Older, da: Ældre}, share: rest}
spread:
  source: study table 8
  cost: {care: {cv: 1.5}}
"""
UNKNOWN = ("distribution", "labour-market-ips", *FEW)


def told(capsys: Capture, *arguments: str) -> str:
    """What a command prints."""
    assert main([*arguments]) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def flat(text: str) -> str:
    return " ".join(text.split())


def refused(capsys: Capture, *arguments: str) -> str:
    """What a command says that is refused, in one line."""
    assert main([*arguments]) == 2
    return flat(capsys.readouterr().err)


def numbers(capsys: Capture, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(told(capsys, *arguments, "--format", "csv"))))


def test_the_answer_is_one_screen_and_tells_the_bounds_before_the_model(capsys: Capture) -> None:
    english = told(capsys, *TRIAL)
    assert len(english.splitlines()) <= 23
    first, second = flat(english).split(". In the model, ")
    assert first.startswith("Nobody is seen both with IPS and with normal practice, so ")
    assert second.startswith("where the same people are costly in both, it is 9")
    assert "A rough guide: how people differ in jobcenter measures; psychiatric" in flat(english)
    assert "The same for everybody, since it is not known how people differ: social" in flat(
        english
    )
    danish = told(capsys, *TRIAL, "--lang", "da")
    assert len(danish.splitlines()) <= 23
    assert "kan koste samfundet mindre med IPS. I modellen," in flat(danish)


def test_nothing_is_claimed_where_most_of_what_differs_is_alike_for_everybody(
    capsys: Capture,
) -> None:
    text = flat(told(capsys, *UNKNOWN))
    assert text.startswith("Who gains from IPS is not known, nor how people differ in psychiatric")
    rows = numbers(capsys, *UNKNOWN)
    assert {row["path"] for row in rows if row["measure"] == "persons_gain"} >= {"payer.state"}
    assert not [row for row in rows if row["path"] == "cost" and row["measure"] == "persons_gain"]
    assert "Hvem der får gavn af IPS, vides ikke, og heller ikke" in flat(
        told(capsys, *UNKNOWN, "--lang", "da")
    )
    code = main(["plot", "distribution", "labour-market-ips", "--lang", "da", "--draws", "100"])
    assert code == 2
    assert "det er ukendt, hvor forskellige folk er i det, der" in flat(capsys.readouterr().err)


def test_what_one_payer_saves_names_what_counts_for_it_and_what_is_missing(
    capsys: Capture,
) -> None:
    text = flat(told(capsys, *TRIAL, "--perspective", "region"))
    assert text.startswith("Whether IPS saves the region money compared with normal practice is")
    assert "how people differ in psychiatric hospital care is derived, not stated" in text
    assert "%* " in text
    assert "* incomplete." in text


def test_the_notes_name_heterogeneity_uncertainty_and_chance_apart(capsys: Capture) -> None:
    text = flat(told(capsys, *TRIAL, "--notes"))
    assert "Heterogeneity: the table shows how people differ, for 2,000 people" in text
    assert "from 40 draws with the same 1,000 people in each" in text
    assert "Chance: with so many people the standard error is at most 0." in text
    assert "kr.." not in text
    assert "doi:10.1017/S0266466609990168" in text
    assert "On how many people each payer saves with IPS, and what the costliest 10% carry" in text


def test_rows_for_machines_hold_shares_quantiles_bounds_and_what_the_dearest_carry(
    capsys: Capture,
) -> None:
    rows = numbers(capsys, *TRIAL)
    total = [row for row in rows if row["path"] == "cost" and row["arm"] == "ips"]
    by = {row["measure"]: float(row["mean"]) for row in total}
    assert by["persons_gain_least"] <= by["persons_gain"] <= by["persons_gain_most"]
    assert by["persons_gain"] + by["persons_loss"] + by["persons_same"] == pytest.approx(1)
    quantiles = [r for r in total if r["measure"] == "saving_quantile"]
    assert [row["quantile"] for row in quantiles] == [
        "0.05",
        "0.1",
        "0.25",
        "0.5",
        *("0.75", "0.9", "0.95"),
    ]
    assert all(float(row["low"]) < float(row["high"]) for row in quantiles)
    carried = [
        row for row in rows if row["measure"] == "cost_carried_partial" and row["path"] == "cost"
    ]
    assert {row["arm"] for row in carried} == {"sau", "ips"}
    assert {row["dearest"] for row in carried} == {"0.01", "0.05", "0.1", "0.2"}


def test_pictures_are_drawn_below_the_answer_and_as_files(capsys: Capture, tmp_path: Path) -> None:
    text = told(capsys, *TRIAL, "--plot")
    assert "How the saving is spread over people" in text
    text = told(capsys, "plot", "concentration", "inklusion-ips", "--draws", "0")
    assert "0.0%" in text.splitlines()[-5]
    out = tmp_path / "who.svg"
    told(capsys, "plot", "distribution", "inklusion-ips", "--draws", "0", "--out", str(out))
    drawn = out.read_text(encoding="utf-8")
    assert "In the model" in drawn
    assert "people may" not in drawn


@pytest.mark.parametrize("persons", ["999", "200001", "many", "10.000"])
def test_too_few_or_too_many_people_are_refused(capsys: Capture, persons: str) -> None:
    text = refused(capsys, "distribution", "inklusion-ips", "--persons", persons)
    assert "write" in text
    assert "--persons" in text


def test_it_is_a_function_too() -> None:
    run = ipscost.simulate(ipscost.load("inklusion-ips"), ipscost.Settings(draws=0))
    answer = ipscost.distribution(run, persons=1000)
    assert "In the model" in answer.headline[0]
    with pytest.raises(ipscost.AskedError, match="persons are from 1,000 to 200,000, not 10"):
        ipscost.distribution(run, persons=10)


def test_who_gains_is_told_of_each_group_of_people(capsys: Capture, tmp_path: Path) -> None:
    content = builders.text(builders.CARE, more=GROUPS)
    file = tmp_path / "groups.yaml"
    file.write_text(content, encoding="utf-8")
    text = flat(told(capsys, "distribution", str(file), *FEW, "--only", "groups"))
    assert "Young 30.0% 100.0% 0.0%" in text
    run = ipscost.simulate(ipscost.load(file), ipscost.Settings(draws=0))
    blocks = [*SECTIONS["persons"](Material(run))]  # of the page that people take away
    pictures = [block.picture.name for block in blocks if isinstance(block, Pictured)]
    assert pictures == ["distribution", "concentration"]
    names = [block.table.name for block in blocks if isinstance(block, Data)]
    assert names == ["saving", "groups", "dearest", "categories"]
    rows = numbers(capsys, "distribution", str(file), *FEW)
    found = {row["measure"] for row in rows if row["path"] == "groups.young"}
    assert found == {
        *(
            "group_share",
            "group_of_dearest",
            "cost_carried",
            "persons_gain",
            "persons_loss",
            "saving_median",
        )
    }


def test_where_more_is_paid_the_mean_is_no_saving_below_0(capsys: Capture) -> None:
    dear = ("--set", "cost.programme.ips.difference=40000")
    text = flat(told(capsys, *TRIAL, *dear, *FEW))
    assert re.search(r"half cost at least [\d,]+ kr\. more \(mean [\d,]+ kr\. more\)", text)


def test_where_all_is_a_price_everybody_pays_it_whoever_is_dear(
    capsys: Capture, tmp_path: Path
) -> None:
    file = tmp_path / "price.yaml"
    file.write_text(builders.text(builders.PROGRAMME), encoding="utf-8")
    text = flat(told(capsys, "distribution", str(file), *FEW))
    assert text.startswith("Whoever is costly in which arm, under 0.1% of people cost society less")
    assert "The model assumes" not in text
