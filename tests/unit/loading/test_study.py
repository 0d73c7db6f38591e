"""A published study: country, comparator, and a horizon or price year that is not stated."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import builders
import pytest
from messages import tells

import ipscost
from ipscost.cli import main
from ipscost.errors import ScenarioError
from ipscost.loading.keys.countries import COUNTRIES, meant_country
from ipscost.loading.text.shipped import evidence

STUDY = """\
country: NOR
study:
  design: cohort
  n: unknown
  groups: [young, ptsd, young]
  comparator: {en: usual services, da: vanlig indsats}
  whose: {en: the state, da: staten}
  outcome: {path: outcome.job, kind: any_job}
"""
Told = Callable[..., str]


def text(more: str = STUDY, **changes: str) -> str:
    return builders.text(builders.CARE, outcome=builders.JOB, more=more, **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def unstated(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A study whose horizon and price year are not known."""
    file = tmp_path_factory.mktemp("study") / "unstated.yaml"
    plain = text().replace("DKK_2024", "NOK_unknown").replace("{months: 4}", "unknown")
    rates = plain[plain.index("discount:") :].partition("\n")[0]
    file.write_text(plain.replace(rates, "discount: {cost: 0, outcome: 0}"), encoding="utf-8")
    return str(file)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def run(*arguments: str, code: int = 0) -> str:
        assert main([*arguments]) == code
        printed = capsys.readouterr()
        return printed.err if code else printed.out

    return run


def test_a_study_says_what_stands_in_its_row(tmp_path: Path) -> None:
    file = tmp_path / "study.yaml"
    file.write_text(text(), encoding="utf-8")
    scenario = ipscost.load(file)
    study, outcome = scenario.study, scenario.study and scenario.study.outcome
    assert study is not None
    assert outcome is not None
    assert (scenario.country, study.design, study.n, study.arm) == ("NOR", "cohort", None, "ips")
    assert (study.groups, study.comparator.tell("da")) == (("young", "ptsd"), "vanlig indsats")
    assert (outcome.path, outcome.kind, outcome.months) == ("outcome.job", "any_job", 4)
    child = tmp_path / "child.yaml"
    child.write_text("ipscost: 1\ntitle: Child\nextends: study.yaml\n", encoding="utf-8")
    inherited = ipscost.load(child)
    assert (inherited.country, inherited.study) == ("NOR", None)


def test_a_study_of_a_programme_against_itself_says_so(tmp_path: Path) -> None:
    told = text(STUDY + "  same_programme: true\n")
    file = tmp_path / "study.yaml"
    for stated, is_same in ((told, True), (text(), False)):
        file.write_text(stated, encoding="utf-8")
        study = ipscost.load(file).study
        assert study is not None
        assert study.same_programme is is_same
    file.write_text(told.replace("programme: true", "programme: perhaps"), encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"E104.*same_programme.*true or false"):
        ipscost.load(file)


def test_countries_are_those_of_the_standard_and_what_is_meant_is_told() -> None:
    assert len(COUNTRIES) == 249
    assert all(len(three) == 3 and len(two) == 2 for three, two in COUNTRIES.items())
    assert len({*COUNTRIES.values()}) == 249
    meant = {word: meant_country(word) for word in ("dk", "UK", "usa", "Sweden", "DKN")}
    assert meant == {"dk": "DNK", "UK": "GBR", "usa": "USA", "Sweden": "", "DKN": "DNK"}


def test_a_year_and_an_unknown_price_year_in_words_are_put_right_in_danish(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "words.yaml"
    wrong = text().replace("{months: 4}", "{months: 2 år}").replace("DKK_2024\n", "DKK_ukendt\n")
    file.write_text(wrong, encoding="utf-8")
    assert main(["check", str(file), "--lang", "da"]) == 1
    said = "".join(capsys.readouterr())
    assert "løsning: skriv DKK_unknown\n" in said
    assert "løsning: skriv 24\n" in said


def test_what_is_not_stated_is_told_and_nothing_hangs_on_it(unstated: str, told: Told) -> None:
    english = told("simulate", unstated, "--draws", "100")
    assert "over a horizon that is not stated" in english.replace("\n", " ")
    assert tells(english, "caveat_no_year", currency="NOK")
    danish = told("simulate", unstated, "--draws", "100", "--lang", "da").replace("\n", " ")
    assert "over en ikke oplyst tidshorisont" in danish
    assert "1 måned" not in danish
    payers = told("payers", unstated, "--draws", "100")
    assert "month 1" not in payers
    scenario = ipscost.load(unstated)
    assert (scenario.is_horizon_known, scenario.stated_months) == (False, None)
    assert scenario.study is not None
    assert scenario.study.outcome is not None
    assert scenario.study.outcome.months is None


@pytest.mark.parametrize(
    "arguments", [("simulate", "--months"), ("payers", "--years"), ("plot", "months")]
)
def test_nothing_is_told_by_month_over_an_unknown_horizon(
    arguments: tuple[str, str], unstated: str, told: Told
) -> None:
    command, more = arguments
    order = (command, more, unstated) if command == "plot" else (command, unstated, more)
    refused = told(*order, "--draws", "0", "--lang", "da", code=2)
    assert "er ikke oplyst" in refused
    assert "is not stated" not in refused


def test_a_study_of_other_money_is_not_converted_silently(unstated: str) -> None:
    with pytest.raises(ScenarioError, match="price year of NOK_unknown is not known"):
        ipscost.load(unstated, price_year=2024)


SEVERAL_COUNTRIES = {"evidence/eqolise"}
"""Trials at sites in several countries, which have no prices of one."""


@pytest.mark.parametrize("name", evidence())
def test_a_shipped_evaluation_says_what_a_row_needs_and_claims_no_more_than_is_known(
    name: str, told: Told
) -> None:
    scenario = ipscost.load(name)
    assert scenario.study is not None
    assert bool(scenario.country) == (name not in SEVERAL_COUNTRIES)
    assert scenario.population is not None
    assert scenario.study.whose.tell("en") != scenario.study.whose.tell("da")
    is_whole = not any(category.unknowns for category in scenario.categories)
    for language in ("en", "da"):
        shown = told("simulate", name, "--draws", "100", "--lang", language)
        is_told = tells(shown, "caveat_no_year", language, currency=scenario.money.currency)
        is_stated = any(n.is_known for each in scenario.categories for n in each.numbers)
        assert is_told == (scenario.money.year is None and is_stated)
        first = " ".join(shown.split(".")[0].split())
        doubts = ("is not known", "vides ikke", "not clear", "expected", "ventes")
        claims = re.search(r"\b(saves|costs|sparer|koster)\b", first)
        assert is_whole or not claims or any(word in first for word in doubts), first


def test_what_does_not_add_up_is_told_in_both_languages(told: Told) -> None:
    for language, words in (("en", "2.14"), ("da", "2,14")):
        shown = told("simulate", "vip-star", "--draws", "0", "--lang", language)
        study = ipscost.load("vip-star").study
        assert study is not None
        assert study.doubt is not None
        text = study.doubt.tell(language)
        assert words in text
        assert tells(shown, "caveat_study", language, text=text)


def test_a_study_is_left_out_with_its_arm(tmp_path: Path) -> None:
    broken = Path(__file__).parents[2] / "bad" / "E236-arm.yaml"  # no arm, and two of them
    file = tmp_path / "three.yaml"
    file.write_text(broken.read_text("utf-8").replace("n: 200", "n: 200\n  arm: ips"), "utf-8")
    assert ipscost.load(file, ["arm.ipse=null"]).study is not None
    assert ipscost.load(file, ["arm.ips=null"]).study is None


def test_a_comparison_tells_the_doubts_about_each_publication(told: Told) -> None:
    shown = told("compare", "vip-star", "saha", "--allow", "all", "--draws", "0", "--notes")
    for name in ("vip-star", "saha"):
        scenario = ipscost.load(name)
        assert scenario.study is not None
        assert scenario.study.doubt is not None
        text = scenario.study.doubt.tell("en")
        assert tells(shown, "caveat_study_of", "en", text=text)


def test_how_well_sourced_one_number_is_and_none(unstated: str, told: Told, tmp_path: Path) -> None:
    assert "How well sourced the one number is: 1 verified." in told(
        "simulate", "saha", "--draws", "0", "--notes"
    )
    file = tmp_path / "study.yaml"
    nothing = "care: {kind: service, payer: region, unit: DKK_2024/person, ips: unknown}\n"
    file.write_text(builders.text(nothing), encoding="utf-8")
    assert "How well sourced" not in told("simulate", str(file), "--draws", "0", "--notes")
    months = (
        Path(unstated).read_text(encoding="utf-8").replace("any_job", "any_job, months: unknown")
    )
    file.write_text(months, encoding="utf-8")
    assert "fix: write a whole number such as 12" in told("check", str(file), code=1)
