"""power: one answer on one screen, in both languages, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from statistics import NormalDist

import builders
import pytest

import ipscost
from ipscost.cli import main
from ipscost.scenario.spread import spread_of

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
TRIAL = ("power", "inklusion-ips")
FEW = ("--draws", "1000")
SITES = ("--design", "staggered", "--icc", "0.02", "--steps", "3", "--sites")


def told(capsys: Capture, *arguments: str) -> str:
    """What a command prints, in one line."""
    assert main([*arguments]) == 0, capsys.readouterr().err
    return " ".join(capsys.readouterr().out.split())


def refused(capsys: Capture, *arguments: str) -> str:
    """What a command says that is refused, in one line."""
    assert main([*arguments]) == 2
    return " ".join(capsys.readouterr().err.split())


def numbers(capsys: Capture, *arguments: str) -> dict[tuple[str, str], float]:
    """The numbers of a command by measure and by people, or goal and part."""
    assert main([*arguments, "--format", "csv"]) == 0, capsys.readouterr().err
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    return {
        (row["measure"], row["people"] or f"{row['goal']} {row['part']}".strip()): float(
            row["mean"]
        )
        for row in rows
    }


@pytest.fixture
def few_persons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer persons are followed to see how much people differ, and fewer studies drawn."""
    monkeypatch.setattr("ipscost.analysis.power.between.PERSONS", 1000)
    monkeypatch.setattr("ipscost.analysis.power.checked.STUDIES", 500)


def test_the_saving_of_the_trial_takes_175_people_an_arm_and_half_of_it_699(
    capsys: Capture,
) -> None:
    found = numbers(capsys, *TRIAL, "--n", "60,243", *FEW)
    assert found["people_needed", "0.8 1"] == 175
    assert found["people_needed", "0.9 1"] == 234
    assert found["people_needed", "0.8 0.5"] == 699
    assert found["power", "243"] == pytest.approx(0.911, abs=1e-3)
    assert found["assurance", "243"] == pytest.approx(0.829, abs=0.01)
    assert found["power_simulated", "243"] == pytest.approx(found["power", "243"], abs=0.02)
    assert found["power", "60"] < found["assurance", "60"] < found["assurance", "243"]
    assert found["sd_between", ""] == pytest.approx(240_216, rel=1e-5)  # 31,834 euros
    assert found["sd_of_effect", ""] == pytest.approx(240_216 * (1 / 243 + 1 / 239) ** 0.5, rel=0.1)


def test_the_answer_is_one_screen_in_both_languages(capsys: Capture) -> None:
    english = told(capsys, *TRIAL, "--n", "60,243,500", *FEW)
    assert (
        "a saving of 72,013 kr. per person with a probability of 80% (power) takes 175" in english
    )
    assert "was not published: it is derived from the uncertainty" in english
    assert main([*TRIAL, "--n", "60,243,500", "--lang", "da", *FEW]) == 0
    danish = capsys.readouterr().out
    assert "kræver 175 personer med IPS" in " ".join(danish.split())
    assert len(danish.splitlines()) <= 22


def test_an_outcome_that_is_a_share_needs_no_spread(capsys: Capture) -> None:
    found = numbers(capsys, *TRIAL, "--outcome", "job_or_education", "--n", "243", *FEW)
    assert found["people_needed", "0.8 1"] == 217
    assert found["half_width", "243"] == pytest.approx(0.0879, abs=1e-4)
    assert ("evsi", "243") not in found
    text = told(capsys, *TRIAL, "--outcome", "job_or_education", "--design", "matched", *FEW)
    assert "13.4 points" in text
    assert "Matched, not randomised" in text
    assert "derived" not in text


def test_a_study_is_worth_more_the_larger_it_is_and_has_a_best_size(capsys: Capture) -> None:
    municipality = ("power", str(ROOT / "examples" / "municipality.yaml"), "--sd", "120000")
    whom = ("--people", "50000", "--years", "5", "--cost-fixed", "1000000", "--cost-person", "5000")
    found = numbers(capsys, *municipality, *whom, "--n", "60,500", *FEW)
    assert 0 <= found["evsi", "60"] < found["evsi", "500"]
    worth, cost = found["evsi_population", "500"], found["study_cost", "500"]
    assert cost == 1_000_000 + 5_000 * 1_000
    assert found["enbs", "500"] == pytest.approx(worth - cost)
    assert found["people_best", ""] >= 100
    text = told(capsys, *municipality, *whom, "--n", "500", *FEW)
    assert "to the choice for 50,000 people a year over 5 years" in text
    assert "Most is left" in text
    assert "kr.." not in text


def test_sites_that_differ_hide_the_saving_and_a_staggered_start_sees_it(capsys: Capture) -> None:
    text = told(capsys, *TRIAL, "--design", "clusters", "--sites", "8", "--icc", "0.05", *FEW)
    assert "No number of people is enough" in text
    staggered = ("--design", "staggered", "--sites", "27", "--steps", "3", "--icc", "0.05")
    found = numbers(capsys, *TRIAL, *staggered, "--n", "500", *FEW)
    assert found["power", "500"] == pytest.approx(found["power_simulated", "500"], abs=0.04)
    text = told(capsys, *TRIAL, "--sd", "1e12", *FEW)
    assert "takes more people than there are" in text
    text = told(capsys, *TRIAL, "--design", "before-after", "--notes", *FEW)
    assert "nobody to compare with" in text
    assert "What the study is worth is not told" in text


def test_net_benefit_counts_what_the_effect_is_worth(capsys: Capture) -> None:
    asked = (*TRIAL, "--outcome", "qaly", "--wtp", "261000", *FEW)
    apart = numbers(capsys, *asked, "--correlation", "0")["people_needed", "0.8 1"]
    together = numbers(capsys, *asked, "--correlation", "0.5")["people_needed", "0.8 1"]
    assert together < apart < 175


@pytest.mark.parametrize(
    ("arguments", "fix"),
    [
        (["--n", "0"], "expected 2 to 1,000,000 people, found 0"),
        (["--n", "sixty"], "write whole numbers such as 60,243,500"),
        (["--n", "1.000"], "write 1000"),
        (["--n", "1,500"], "write 1500 if the comma marks thousands"),
        (["--design", "rct"], "--design must be one of two-arms, matched"),
        (["--design", "clusters", "--sites", "8"], "add one such as --icc 0.02"),
        (["--sites", "8"], "add --design clusters"),
        (["--cost-person", "5"], "add --people N --years N"),
        (["--wtp", "5"], "add --outcome NAME"),
        (["--sd", "1.250"], "write 1250"),
        (["--test", "t"], "Invalid value: --test must be one of welch, bootstrap, gamma"),
        ([*SITES, "9", "--test", "gamma"], "leave it out with --design staggered"),
        (["--correlation", "0.3"], "add --wtp, or leave it out"),
        (["--outcome", "job_or_education", "--sd", "1"], "so --sd does not count; leave it out"),
        (["--design", "clusters", "--sites", "20000", "--icc", "0"], "4 to 10,000 --sites"),
        ([*SITES, "9", "--n", "17"], "--n is at least 18, so that somebody is measured in each"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_fix(
    arguments: list[str], fix: str, capsys: Capture
) -> None:
    assert fix in refused(capsys, *TRIAL, *arguments, *FEW)


@pytest.mark.usefixtures("few_persons")
def test_an_outcome_is_told_whether_its_cost_is_known_or_not(capsys: Capture) -> None:
    found = numbers(capsys, "power", "ips-ma", "--outcome", "job_or_education", *FEW)
    assert found["people_needed", "0.8 1"] == pytest.approx(871, rel=0.02)  # of rounded shares
    alone = told(capsys, "power", "ips-ma", *FEW)
    assert "since not all of the cost is known" in alone
    qaly = numbers(capsys, *TRIAL, "--outcome", "qaly", *FEW)
    assert qaly["people_needed", "0.8 1"] == 1732
    unknown = ("power", "reconnect", "--outcome", "job_or_education", *FEW)
    assert "no study of it can be planned" in refused(capsys, *unknown)
    carried = told(capsys, "power", "ips-for-unge-2023", "--outcome", "ever_18", *FEW)
    assert "50% is carried over" in carried  # whose effect it is
    assert "The 4,500 of the rollout are enough" in carried
    hours = told(capsys, "power", "labour-market-ips", "--arm", "ips", "--outcome", "hours", *FEW)
    assert "as 10,000 simulated ones" in hours  # no uncertainty of a mean tells it
    stated = "spread={assumption: a guess, cost: {psychiatric.hospital: {cv: 1}}}"  # courses too
    moved = ("power", "labour-market-ips", "--arm", "ips", "--set", stated)
    saving = told(capsys, *moved, *FEW)
    assert "who are alike in social and other care (residual)" in saving


def test_skew_costs_are_drawn_where_their_level_is_known(tmp_path: Path, capsys: Capture) -> None:
    """A saving of 300 on a cost of 1,000 that persons differ by 1.5 times their mean in."""
    file = tmp_path / "care.yaml"
    file.write_text(builders.text(builders.CARE), encoding="utf-8")
    asked = ("power", str(file), "--sd", "1500", "--n", "50,400", *FEW)
    found = numbers(capsys, *asked)
    assert found["power", "400"] == pytest.approx(0.807, abs=1e-3)
    assert found["power_simulated", "400"] == pytest.approx(0.807, abs=0.04)
    by_chance = numbers(capsys, *asked, "--seed", "2")
    assert by_chance["power_simulated", "400"] != found["power_simulated", "400"]
    derived = numbers(capsys, *asked[:2], *asked[4:])["people_needed", "0.8 1"]
    assert derived == 22  # SD = 50 / sqrt(1/100 + 1/100), 2 x 7.849 x SD^2 / 300^2 = 21.8


@pytest.mark.usefixtures("few_persons")
def test_tests_stand_beside_one_another(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "care.yaml"
    file.write_text(builders.text(builders.CARE), encoding="utf-8")
    asked = ("power", str(file), "--sd", "1500", "--n", "400", "--test", "bootstrap,gamma", *FEW)
    assert main([*asked, "--format", "csv"]) == 0
    rows = [*csv.DictReader(io.StringIO(capsys.readouterr().out))]
    found = {row["test"]: float(row["mean"]) for row in rows if row["measure"] == "power_simulated"}
    assert found == {
        "bootstrap": pytest.approx(0.807, abs=0.07),
        "gamma": pytest.approx(0.807, abs=0.07),
    }
    text = told(capsys, *asked, "--notes")
    assert "Bootstrap: the same studies by percentiles" in text
    assert "with a logarithmic link" in text
    share = (*TRIAL, "--outcome", "job_or_education", "--n", "243", "--test", "bootstrap", *FEW)
    assert numbers(capsys, *share)["power_simulated", "243"] == pytest.approx(0.846, abs=0.07)
    unknown = told(capsys, *TRIAL, "--n", "60", "--test", "gamma", "--notes", *FEW)
    assert "No gamma regression: it takes a cost" in unknown
    every = (*TRIAL, "--n", "60", "--test", "welch,bootstrap,gamma", "--lang", "da", *FEW)
    assert main([*every]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80
    large = told(capsys, *TRIAL, "--n", "50000", "--notes", *FEW)
    assert "Not simulated, since it would take too long or there is no variance: 50,000" in large


def sd_of(capsys: Capture, folder: Path, spread: str, *arguments: str) -> tuple[float, str]:
    """The spread between people of cost that a scenario implies, and where it comes from."""
    file = folder / "spread.yaml"
    head = "ipscost: 1\ntitle: {en: Other, da: Andet}\nextends: inklusion-ips\n"
    file.write_text(f"{head}spread: {{source: park2022 table 2, {spread}}}\n", encoding="utf-8")
    asked = ("power", str(file), "--n", "60", "--draws", "10", "--format", "json")
    assert main([*asked, *arguments]) == 0, capsys.readouterr().err
    record = json.loads(capsys.readouterr().out)["record"]
    return record["sd"][0], record["sd_from"][0]


def test_a_study_is_told_by_its_own_standard_errors(tmp_path: Path, capsys: Capture) -> None:
    """Adjusted for what was measured before they are smaller than people differ by, 1,500 here."""
    file = tmp_path / "care.yaml"
    stated = "spread: {source: study, cost: {care: {sd: 1500, unit: DKK_2024/person}}}\n"
    file.write_text(builders.text(builders.CARE, more=stated), encoding="utf-8")
    assert main(["power", str(file), "--n", "60", "--format", "csv", *FEW]) == 0
    rows = [*csv.DictReader(io.StringIO(capsys.readouterr().out))]
    found = {row["path"]: float(row["mean"]) for row in rows if row["measure"] == "p_own"}
    p = 2 * NormalDist().cdf(-300 / 50)  # not -300 / 212
    assert found == {"cost": pytest.approx(p, rel=0.5), "cost.care": pytest.approx(p)}
    file.write_text(builders.text(builders.CARE), encoding="utf-8")
    derived = spread_of(ipscost.load(file), "cost.care")
    assert derived is not None
    assert derived.around(1000) == pytest.approx(50 / 0.02**0.5)  # as power has it, above


def test_what_a_scenario_states_of_how_people_differ_comes_first(
    tmp_path: Path, capsys: Capture
) -> None:
    euro = 7.46038 * 1.0115
    total = "cost: {total: {sd: 30000, unit: EUR_2016/person}}"
    assert sd_of(capsys, tmp_path, total) == (pytest.approx(30_000 * euro, rel=1e-4), "stated")
    own = "cost: {productivity: {sd: 20000, unit: EUR_2016/person}}"
    alone = sd_of(capsys, tmp_path, own, "--perspective", "society")
    assert alone == (pytest.approx(20_000 * euro, rel=1e-4), "stated")
    sd, source = sd_of(capsys, tmp_path, own)  # the others as they are derived
    before = 240_216**2 - 117_116**2
    assert (sd**2, source) == (
        pytest.approx(before + (20_000 * euro) ** 2, rel=1e-3),
        "partly",
    )
    file = str(tmp_path / "spread.yaml")
    text = told(capsys, "power", file, "--n", "60", *FEW)
    assert "is stated only in part" in text
    nothing = "cost: {total: {sd: 0, unit: DKK_2017/person}}"
    assert sd_of(capsys, tmp_path, nothing)[1] == "of_share"  # as if nothing were stated of cost
    sure = ", together: 1"  # what goes together without fail adds up
    both = "cost: {productivity: {sd: 2, unit: DKK_2017/person}, psychiatric.hospital: {sd: 3, "
    rest = "unit: DKK_2017/person}, jobcenter: {sd: 4, unit: DKK_2017/person}, "
    last = "social_and_other: {sd: 1, unit: DKK_2017/person}}"
    assert sd_of(capsys, tmp_path, both + rest + last + sure)[0] == pytest.approx(10)
    assert sd_of(capsys, tmp_path, both + rest + last)[0] == pytest.approx(30**0.5)
    share = "cost: {psychiatric: {cv: 1.5}}"
    level = 18_279 * euro
    found, _ = sd_of(capsys, tmp_path, share)
    others = 240_216**2 - (2_200.758 * euro / (1 / 243 + 1 / 239) ** 0.5) ** 2
    assert found**2 == pytest.approx(others + (1.5 * level) ** 2, rel=1e-3)


def test_a_spread_that_nobody_knows_is_asked_for_and_a_share_told_meanwhile(
    capsys: Capture,
) -> None:
    unknown = ("power", str(ROOT / "examples" / "municipality.yaml"), *FEW)
    text = told(capsys, *unknown)
    assert "10.3 points with a probability of 80% (power) takes 36" in text
    assert "a saving of 12,367 kr. per person cannot be said" in text
    assert "Add --sd N" in text
    assert "a person (EVPI), and no study is worth more" in text
    assert "add --sd N" in refused(capsys, *unknown, "--outcome", "job_or_education", "--wtp", "5")
    assert "is what --sd says" in told(capsys, *unknown, "--sd", "120000")
    assert "tilføj --arm" in refused(capsys, "power", "labour-market-ips", "--lang", "da", *FEW)


def test_sums_that_differ_by_rounding_alone_say_nothing_of_how_people_differ(
    capsys: Capture,
) -> None:
    """All that is known of IPSE is one total without a standard error."""
    assert "nothing is known of how much people differ" in told(capsys, "power", "inklusion-ipse")
    found = numbers(capsys, "power", "inklusion-ipse", "--sd", "240000", "--n", "300", *FEW)
    assert not any(measure == "assurance" for measure, _ in found)


@pytest.mark.filterwarnings("error")
def test_one_person_without_is_no_study_to_draw(capsys: Capture) -> None:
    found = numbers(capsys, *TRIAL, "--n", "3", "--controls", "0.1", *FEW)
    assert ("power_simulated", "3") not in found
    assert found["power", "3"] == pytest.approx(0.0356, abs=5e-4)


def test_no_study_follows_more_people_than_the_choice_is_for(capsys: Capture) -> None:
    asked = ("power", "ips-for-unge-2023", "--sd", "240000", "--n", "60", "--cost-fixed", "0")
    text = told(capsys, *asked, "--people", "200", "--years", "1", *FEW)
    assert "with about 100." in text


ROLLOUT = ("power", str(ROOT / "examples" / "our-rollout.yaml"))


@pytest.mark.usefixtures("few_persons")
def test_a_municipality_learns_without_an_option_whether_its_own_people_are_enough(
    capsys: Capture,
) -> None:
    """What the file says of the rollout counts: its people, and what it costs the account."""
    asked = (*ROLLOUT, "--lang", "da", "--notes", *FEW)  # docs/power.md has it in English
    assert main([*asked]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines().index("") <= 5  # the answer is no longer than that
    text = " ".join(shown.split())
    assert "Udrulningens 120 er for få: 5," in text
    assert "For kommunen alene (11.486 kr.) kræver det" in text
    assert "på 7,5 procentpoint med samme sandsynlighed kræver 69" in text
    assert "værd for valget for de næste 120; mere bør undersøgelsen ikke koste" in text
    assert "som 10.000 simulerede personer" in text
    found = numbers(capsys, *ROLLOUT, "--n", "60", "--cost-person", "2000", *FEW)
    assert found["study_cost", "60"] == 240_000
    assert found["enbs", "60"] == pytest.approx(120 * found["evsi", "60"] - 240_000)
    assert found["people_needed", "0.8 1"] in range(
        600, 720
    )  # the last told: of the share in a job
    salary = "rollout.staff.role.consultant.salary.mean=1000"  # then the choice is settled
    cheap = numbers(capsys, *ROLLOUT, "--n", "60", "--set", salary, *FEW)
    assert cheap["evsi", "60"] < found["evsi", "60"] / 2


def test_a_number_of_half_the_effect_is_not_called_that_of_the_stated_one(capsys: Capture) -> None:
    assert main([*TRIAL, "--n", "60", *FEW, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    labels = {row["part"]: row["label"] for row in rows if "_own" not in row["measure"]}
    assert labels["1"] == labels[""] == "As stated: 72,013 kr."
    assert labels["0.5"] == "50% of it: 36,007 kr."


def test_the_record_says_what_was_asked(capsys: Capture) -> None:
    assert main([*TRIAL, "--n", "60", "--controls", "2", "--format", "json", *FEW]) == 0
    content = json.loads(capsys.readouterr().out)
    record, first = content["record"], content["rows"][0]
    assert (first["people"], first["controls"]) == (60, 120)  # numbers, as columns of people are
    assert record["design"] == "two-arms"
    assert record["controls"] == 2
    assert record["sd_from"] == ["derived"]


def test_what_the_trial_found_stands_at_its_own_size(capsys: Capture) -> None:
    """Published: p 0.001 for the total, 0.0901 for psychiatric care, 0.205 for productivity."""
    assert main([*TRIAL, "--n", "60", "--format", "csv", *FEW]) == 0
    rows = [*csv.DictReader(io.StringIO(capsys.readouterr().out))]
    found = {row["path"]: float(row["mean"]) for row in rows if row["measure"] == "p_own"}
    assert found["cost"] == pytest.approx(0.001, rel=0.01)
    assert found["cost.psychiatric.hospital"] == pytest.approx(0.0901)
    assert found["cost.productivity"] == pytest.approx(0.205)
    assert found["outcome.qaly"] == pytest.approx(0.296)
    sees = {row["path"]: float(row["mean"]) for row in rows if row["measure"] == "power_own"}
    assert sees["outcome.job_or_education"] == pytest.approx(0.8406, abs=5e-5)
    text = told(capsys, *TRIAL, "--n", "60", "--notes", *FEW)
    assert "What the study of 243 and 239 people could see itself" in text
    assert "Psychiatric hospital care +28,147 0.0901 39.5%" in text
