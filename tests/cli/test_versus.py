"""compare with variants of a scenario, its short answer, and what its columns are called."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from messages import tells

import ipscost
from ipscost.analysis.compare.cases import cases_of
from ipscost.analysis.compare.repeats import without_repeats
from ipscost.cli import main
from ipscost.cli.versus import variants_of
from ipscost.errors import AskedError
from ipscost.scenario.nouns import Scenario

Capture = pytest.CaptureFixture[str]
PROGRAMME = "cost.programme.ips.difference"
SCREEN, THREE_ARMS = 23, 45
THREE = str(Path(__file__).parents[1] / "golden" / "three-arms.yaml")


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(capsys: Capture, *arguments: str) -> str:
    assert main(["compare", *arguments]) == 0
    return capsys.readouterr().out


def refused(capsys: Capture, *arguments: str) -> str:
    assert main(["compare", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


# --- variants ------------------------------------------------------------------------------------


def test_a_variant_has_a_name_and_several_settings() -> None:
    (variant,) = variants_of([f"Dearer: {PROGRAMME}=3400; perspective=societal;"])
    assert variant.name == "Dearer"
    assert variant.settings == (f"{PROGRAMME}=3400", "perspective=societal")
    (plain,) = variants_of([f"{PROGRAMME}={{mean: 3, unit: DKK}}"])
    assert (plain.name, plain.text) == ("", f"{PROGRAMME}={{mean: 3, unit: DKK}}")


@pytest.mark.parametrize("second", ["discount.cost=0", "perspective=societal"])
def test_a_setting_that_the_shell_divided_from_its_variant_is_told_how_to_be_quoted(
    second: str, capsys: Capture
) -> None:
    first = f"Dearer: {PROGRAMME}=3400"
    said = " ".join(refused(capsys, "inklusion-ips", "--vs", f"{first},", second).split())
    assert f"{second} is no file" in said
    assert f"semicolon between: --vs '{first}; {second}'" in said
    assert main(["compare", "inklusion-ips", "--vs", f"{first}; {second}", "--draws", "0"]) == 0


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (["dearer"], "expected PATH=VALUE or NAME: PATH=VALUE"),
        (["Dearer: "], "expected PATH=VALUE or NAME: PATH=VALUE"),
        (["a.b=1; c"], "expected PATH=VALUE or NAME: PATH=VALUE"),
        ([": a.b=1"], "the name before the colon is empty"),
        (["a.b=1 c.d=2"], "write 'a.b=1; c.d=...'"),
        (["X: a.b=1", "x: a.b=2"], "two variants are called 'x'; give one of them another name"),
        (["a.b=1", "a.b=1"], "two variants are called 'a.b=1'; leave one of them out"),
    ],
)
def test_what_is_no_variant_is_refused(texts: list[str], message: str) -> None:
    with pytest.raises(AskedError) as caught:
        variants_of(texts)
    assert message in str(caught.value)


def test_a_variant_has_the_numbers_of_the_same_setting(capsys: Capture) -> None:
    options = ["inklusion-ips", "--draws", "50", "--format", "json"]
    found = json.loads(shown(capsys, *options, "--vs", f"Dearer: {PROGRAMME}=3400"))
    rows = {r["scenario"]: r["mean"] for r in found["rows"] if r["measure"] == "saving"}
    assert set(rows) == {"inklusion-ips", "Dearer"}
    main(["simulate", *options, "--set", f"{PROGRAMME}=3400"])
    alone = json.loads(capsys.readouterr().out)["rows"]
    (whole,) = [r["mean"] for r in alone if (r["measure"], r["path"]) == ("difference", "cost")]
    saving = [r for r in found["rows"] if (r["measure"], r["path"]) == ("saving", "cost")]
    assert [r["mean"] for r in saving if r["scenario"] == "Dearer"] == [-whole]


def test_variants_stand_between_the_first_scenario_and_the_others(capsys: Capture) -> None:
    texts = ["--vs", f"Dearer: {PROGRAMME}=3400", "--vs", f"{PROGRAMME}=100"]
    text = shown(capsys, "inklusion-ips", "inklusion-ipse", *texts, "--draws", "50")
    places = [text.index(f"\n{name} ") for name in ("IPS", "Dearer", "IPSE")]
    assert places == sorted(places)
    assert "\nIPS programme, net =" in text


def test_a_variant_can_be_the_base_under_its_name(capsys: Capture) -> None:
    variant = ["--vs", f"Dearer: {PROGRAMME}=3400", "--base", "dearer"]
    text = shown(capsys, "inklusion-ips", *variant, "--draws", "50", "--notes")
    assert tells(text, "title_gap", base="Dearer")
    assert tells(text, "note_variant", name="Dearer", settings=f"{PROGRAMME}=3400")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([f"{PROGRAMME}=914"], "changes no number of inklusion-ips; write another value"),
        (["title=Another"], "changes no number"),
        (["name=Dear"], "to name a variant, write --vs 'Dear: PATH=VALUE'"),
        ([f"ips: {PROGRAMME}=9"], "give the variant another one"),  # its own `name:`
        (["cost.programm.ips.difference=9"], "fix: write programme"),
        ([f"{PROGRAMME}=much"], "--vs:1:31: error[E112]"),
        ([f"inklusion-ips: {PROGRAMME}=9"], "give the variant another one"),
        (
            [f"{PROGRAMME}=9, cost.jobcenter.ips.difference=-9"],
            f"expected a semicolon before cost.jobcenter.ips.difference=, found '{PROGRAMME}=9, "
            f"cost.jobcenter.ips.difference=-9'; write '{PROGRAMME}=9; "
            "cost.jobcenter.ips.difference=...'",
        ),
    ],
)
def test_a_variant_that_is_amiss_is_refused_with_a_fix(
    arguments: list[str], message: str, capsys: Capture
) -> None:
    told = refused(capsys, "inklusion-ips", *(f"--vs={each}" for each in arguments))
    assert message in " ".join(told.split())


def test_what_leaves_the_last_arm_out_is_named_as_it_was_typed(capsys: Capture) -> None:
    told = refused(capsys, "inklusion-ips", "--vs", "none:arm.ips=null")
    assert "fix: leave out --vs 'none: arm.ips=null', so that one is compared with" in told
    assert "--set" not in told


@pytest.mark.parametrize(
    ("setting", "fix"),
    [
        (
            "ingen: arm.ips=null",
            "udelad --vs 'ingen: arm.ips=null', så der er en indsats at sammenligne med",
        ),
        (f"{PROGRAMME}=mange", "skriv et tal som 0.5"),
    ],
)
def test_a_variant_that_is_amiss_is_told_in_danish(setting: str, fix: str, capsys: Capture) -> None:
    told = refused(capsys, "inklusion-ips", "--vs", setting, "--lang", "da")
    assert f"løsning: {fix}" in told


def test_one_file_alone_is_told_of_variants(capsys: Capture) -> None:
    assert "add --vs PATH=VALUE" in " ".join(refused(capsys, "inklusion-ips").split())
    twice = refused(capsys, "inklusion-ips", "inklusion-ips")
    assert "add --vs PATH=VALUE" in " ".join(twice.split())


# --- the short answer ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(
    ("arguments", "most"),
    [
        (["inklusion-ips", "inklusion-ipse"], SCREEN),
        (["inklusion-ips", "--vs", f"{PROGRAMME}=3400"], SCREEN),
        (["labour-market-ips"], THREE_ARMS),
        (["inklusion-ips", "inklusion-ipse", "--vs", f"Dearer: {PROGRAMME}=3400"], THREE_ARMS),
    ],
)
def test_the_answer_fits_on_its_screen(
    arguments: list[str], most: int, language: str, capsys: Capture
) -> None:
    lines = shown(capsys, *arguments, "--draws", "2000", "--lang", language).splitlines()
    assert len(lines) <= most
    assert sum(line.startswith("- ") for line in lines) <= 3
    assert lines[-1].endswith("--notes.")
    assert max(map(len, lines)) <= 80


def test_no_probability_where_the_draws_do_not_tell_it(capsys: Capture) -> None:
    """Neither where it was made to agree with a published one, nor where one number may be two."""
    made = shown(capsys, "inklusion-ips", "inklusion-ipse", "--notes", "--draws", "2000")
    assert "99.9%" not in made
    assert tells(made, "note_made", name="IPS")
    files = ["examples/municipality.yaml", "examples/municipality-dearer.yaml"]
    root = Path(__file__).resolve().parents[2]
    twice = shown(capsys, *(str(root / file) for file in files), "--notes", "--draws", "2000")
    assert tells(twice, "compare_twice_one")
    assert not tells(twice, "compare_probability")


def test_a_variant_is_no_second_source(capsys: Capture) -> None:
    changed = "cost.psychiatric.hospital.ips.difference=-1496"
    text = shown(capsys, "inklusion-ips", "--vs", changed, "--draws", "200", "--notes")
    assert not tells(text, "compare_twice_one")
    assert not tells(text, "note_seen_twice")


def test_a_probability_on_weak_numbers_is_told_to_a_per_cent(capsys: Capture) -> None:
    text = shown(capsys, "labour-market-ips", "--draws", "2000")
    (row,) = [line for line in text.splitlines() if line.startswith("  Probability of saving")]
    assert row.split()[-4:] == ["over", "99%", "over", "99%"]


# --- what columns are called ---------------------------------------------------------------------


def written(folder: Path, name: str, more: str) -> str:
    file = folder / name
    file.write_text(f"ipscost: 1\nextends: inklusion-ips\n{more}", encoding="utf-8")
    return str(file)


def test_columns_have_the_short_name_or_a_title_that_fits(tmp_path: Path, capsys: Capture) -> None:
    named = written(tmp_path, "a.yaml", "title: A long title that fits nowhere\nname: Half\n")
    titled = written(tmp_path, "b.yaml", "title: All of it\n")
    long = written(tmp_path, "c.yaml", "title: A title of more than 24 letters\n")
    text = shown(capsys, named, titled, long, "--draws", "0")
    (heading,) = [line for line in text.splitlines() if line.startswith("Category")]
    assert heading.split() == ["Category", "Half", "All", "of", "it", "c"]


def test_scenarios_with_one_heading_have_the_names_of_their_files(
    tmp_path: Path, capsys: Capture
) -> None:
    files = [written(tmp_path, f"{each}.yaml", "title: The same\n") for each in "ab"]
    text = shown(capsys, *files, "--draws", "0")
    (heading,) = [line for line in text.splitlines() if line.startswith("Category")]
    assert heading.split() == ["Category", "a", "b"]


# --- the categories of the short answer ----------------------------------------------------------


def columns_of(text: str) -> dict[str, list[str]]:
    """The last two cells of each row of a table with two arms, by the first word of its label."""
    rows = (line.split() for line in text.splitlines() if line[:1].isalpha())
    return {cells[0]: cells[-2:] for cells in rows if len(cells) > 2}


def test_the_categories_add_up_to_the_saving(capsys: Capture) -> None:
    text = shown(capsys, "inklusion-ips", "inklusion-ipse", "--draws", "0")
    found = columns_of(text.partition("\nCategory")[2].partition("\n- ")[0])
    names = ["Saving", "Jobcenter", "Psychiatric", "Social", "All", "Other"]
    assert list(found) == names
    for column in (0, 1):
        cells = [found[name][column].replace("-", "").replace(",", "") for name in names]
        saving, *parts = [int(cell or 0) for cell in cells]
        assert sum(parts) == saving


def test_what_a_variant_changes_is_shown_however_little_it_differs(capsys: Capture) -> None:
    files = ["inklusion-ips", "inklusion-ipse", "--draws", "0"]
    assert "IPS programme, net" not in shown(capsys, *files)
    assert "IPS programme, net" in shown(capsys, *files, "--vs", f"dearer: {PROGRAMME}=915")


# --- arms that a variant changes nothing for -----------------------------------------------------


@pytest.mark.parametrize(
    ("options", "shown_of_variant"),
    [
        (["--vs", "dear: cost.programme.ips.mean=9000"], {"ips"}),
        (["--vs", "dear: cost.programme.ipse.mean=9000"], {"ipse"}),
        (["--vs", "dear: cost.care.ward.usual.mean=900"], {"ips", "ipse"}),
        (["--vs", "dear: cost.programme.ips.mean=9000", "--base", "dear:ipse"], {"ips", "ipse"}),
    ],
)
def test_arms_that_a_variant_changes_nothing_for_are_not_repeated(
    options: list[str], shown_of_variant: set[str], capsys: Capture
) -> None:
    told = json.loads(shown(capsys, THREE, *options, "--draws", "50", "--format", "json"))
    found = {(row["scenario"], row["arm"]) for row in told["rows"] if row["measure"] == "saving"}
    variant = {("dear", arm) for arm in shown_of_variant}
    assert found == {("three-arms", "ips"), ("three-arms", "ipse"), *variant}
    (left,) = [{"ips", "ipse"} - shown_of_variant]
    notes = [note for note in told["notes"] if note.startswith("dear changes nothing for ")]
    assert [arm for arm in left if f"nothing for {arm.upper()}:" in notes[0]] == list(left)
    assert len(notes) == len(left)


@pytest.mark.parametrize(
    ("scenario", "change"),
    [
        (THREE, "cost.programme.ips.mean=9000"),
        ("labour-market-ips", "number.ratio_ips.hazard_ratio=1.27"),
    ],
)
def test_what_is_not_repeated_is_the_same_in_every_draw(scenario: str, change: str) -> None:
    runs = [
        ipscost.simulate(ipscost.load(scenario, changes), ipscost.Settings(draws=50))
        for changes in ([], [change])
    ]
    cases, _ = cases_of([replace(run, scenario=named(run, str(at))) for at, run in enumerate(runs)])
    kept, _ = without_repeats(cases, 0)
    assert [case.key for case in kept] == ["0:ips", "0:ipse", "1:ips"]
    mine, theirs = (case.saving.draws for case in cases if case.arm == "ipse")
    assert mine is not None
    assert theirs is not None
    assert (mine == theirs).all()


def named(run: ipscost.Run, name: str) -> Scenario:
    """The scenario of a run under another name."""
    return replace(run.scenario, name=name)


def test_a_difference_that_is_expected_to_be_0_is_not_told_as_a_saving(capsys: Capture) -> None:
    unsure = "cost.jobcenter.ips.p=0.01"
    out = shown(capsys, "inklusion-ips", "--vs", unsure, "--draws", "200")
    assert tells(out, "compare_level", name="IPS", other=unsure, amount="0 kr.")
    assert "to save society most" not in " ".join(out.split())
    assert "0 kr. more" not in out
