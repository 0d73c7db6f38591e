"""check and new, and scenarios by name."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

import ipscost
from ipscost.cli import main
from ipscost.errors import ScenarioError
from ipscost.loading.text.shipped import SHIPPED, find, models, names

DOUBTFUL = """\
ipscost: 1
title: Doubtful
extends: sound.yaml
cost: {jobcenter: {ips: {difference: -25000, interval: [-26000, 0], assumption: ours}}}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def sound(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["new", "sound"]) == 0
    capsys.readouterr()
    return "sound.yaml"


@pytest.fixture
def doubtful(sound: str) -> str:
    Path("doubtful.yaml").write_text(DOUBTFUL, encoding="utf-8")
    return "doubtful.yaml"


@pytest.fixture
def broken(sound: str) -> str:
    text = Path(sound).read_text(encoding="utf-8").replace("kind: mixed", "kind: service")
    Path("broken.yaml").write_text(text.replace("kind: service", "kind: care"), encoding="utf-8")
    return "broken.yaml"


def test_a_sound_scenario_is_counted(sound: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", sound]) == 0
    printed = capsys.readouterr()
    assert sound in printed.out
    assert printed.err == ""


def test_outcomes_that_no_cost_depends_on_are_told_and_are_no_doubt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "labour-market-ips"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == (
        "labour-market-ips: no cost depends on outcome.qaly, so changing it does not "
        "change the saving."
    )
    Path("study.yaml").write_text(builders.STUDY, encoding="utf-8")
    assert main(["check", "study.yaml", "--strict", "--lang", "da"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.splitlines()[1] == (
        "study.yaml: ingen omkostning afhænger af outcome.job, så det ændrer ikke besparelsen."
    )
    Path("plain.yaml").write_text(builders.text(), encoding="utf-8")
    assert main(["check", "plain.yaml"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_doubt_is_shown_and_passes(doubtful: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", doubtful]) == 0
    printed = capsys.readouterr()
    assert (
        "warning[W403] cost.jobcenter.ips: the interval's middle is -13000, the number -25000"
        in printed.err
    )
    assert f"{doubtful}: fine, but with 1 warning (arms: " in printed.out


def test_a_doubt_fails_where_strict(doubtful: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict", doubtful]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "warning[W403]" in printed.err
    assert f"{doubtful}: not fine, because --strict treats warnings as errors." in printed.err


def test_one_broken_file_of_two_fails_and_both_are_checked(
    sound: str, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", broken, sound]) == 1
    printed = capsys.readouterr()
    assert sound in printed.out
    assert "broken.yaml" not in printed.out
    assert "error[E104]" in printed.err


def test_check_takes_settings(sound: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", sound, "--set", "horizon.months=many"]) == 2
    assert "--set:1:16: error[E112] horizon.months:" in capsys.readouterr().err


def test_check_without_a_file_is_a_mistake_in_the_command() -> None:
    assert main(["check"]) == 2


def test_a_new_scenario_is_named_and_passes_check_and_simulate(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["new", "my-town"]) == 0
    assert (
        "wrote my-town.yaml (and ipscost.schema.json, for your editor)" in capsys.readouterr().out
    )
    assert sorted(path.name for path in Path().iterdir()) == ["ipscost.schema.json", "my-town.yaml"]
    assert ipscost.load("my-town.yaml", strict=True).title.tell("en") == "my-town"
    assert main(["check", "--strict", "my-town.yaml"]) == 0
    assert main(["simulate", "my-town.yaml", "--draws", "50"]) == 0


def test_a_new_scenario_overwrites_nothing(sound: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(sound).write_text("mine", encoding="utf-8")
    assert main(["new", "sound"]) == 2
    printed = capsys.readouterr()
    assert Path(sound).read_text(encoding="utf-8") == "mine"
    assert printed.out == ""
    assert "is there already" in printed.err


@pytest.mark.parametrize("name", ['a "quoted" name', "back\\slash", "Kommune Ærø", "a: b # c"])
def test_a_new_scenario_may_have_any_name(name: str) -> None:
    assert main(["new", name]) == 0
    assert ipscost.load(f"{name}.yaml").title.tell("da") == name


@pytest.mark.parametrize("name", models())
@pytest.mark.parametrize("ending", ["", ".yaml"])
def test_a_shipped_scenario_is_found_by_name_from_any_folder(name: str, ending: str) -> None:
    loaded = ipscost.load(name + ending)
    assert loaded.name == name
    assert loaded.file == f"{name}.yaml"


def test_a_published_evaluation_is_found_with_and_without_its_folder() -> None:
    assert "evidence/vip-star" in names()
    for given in ("vip-star", "evidence/vip-star", "evidence/vip-star.yaml"):
        assert find(given) == (SHIPPED / "evidence" / "vip-star.yaml", "evidence/vip-star.yaml")
    Path("mine.yaml").write_text("ipscost: 1\ntitle: Mine\nextends: vip-star\n", "utf-8")
    assert ipscost.load("mine.yaml").country == "USA"
    for wrong, meant in (("vip-strr", "vip-star"), ("elsewhere/vip-star", "evidence/vip-star")):
        with pytest.raises(ScenarioError, match=meant):
            find(wrong)


def test_a_file_goes_before_a_shipped_scenario_of_the_same_name(sound: str) -> None:
    Path("inklusion-ips.yaml").write_text(Path(sound).read_text(encoding="utf-8"), encoding="utf-8")
    assert ipscost.load("inklusion-ips.yaml").title.tell("en") == "sound"
