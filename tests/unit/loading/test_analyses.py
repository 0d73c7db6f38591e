"""The scenario analyses of a file: built as scenarios, and refused at their own lines."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

from ipscost import ScenarioError
from ipscost.cli import main
from ipscost.loading import build, read
from ipscost.loading.analyses import Variants, variants

SOUND = """
analyses:
  dearer: {set: {cost.care.usual.mean: 1200}}
  payer: {set: {perspective: region}}
"""


def made(folder: Path, more: str, *settings: str, strict: bool = False) -> Variants:
    file = folder / "study.yaml"
    file.write_text(builders.text(more=more), encoding="utf-8")
    reading = read(file)
    return variants(reading, build(reading, settings), settings, strict=strict)


def refusal(folder: Path, more: str, *settings: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        made(folder, more, *settings)
    return str(caught.value).replace(f"{folder}/", "")


def test_each_analysis_is_a_scenario_of_its_own(tmp_path: Path) -> None:
    dearer, payer = made(tmp_path, SOUND, "cost.care.ips.difference=-200").scenarios
    assert dearer[0].name == "dearer"
    values = {quantity.path: quantity.value for quantity in dearer[1].quantities}
    assert values == {"cost.care.usual": 1200, "cost.care.ips": -200}
    assert payer[1].perspective == "region"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "cost.care.usual.mean: '1.200,50'",
            "study.yaml:29:39: error[E112] cost.care.usual.mean: expected a number, found "
            "'1.200,50'",
        ),
        ("cost.car.usual.mean: 1", "study.yaml:29:17: error[E303] cost.car.usual.mean: expected"),
        ("cost.care.usual.meen: 1", "study.yaml:29:17: error[E101] cost.care.usual.meen: unknown"),
        ("perspective: nobody", "study.yaml:29:30: error[E218] perspective: unknown perspective"),
        ("extends: other.yaml", "study.yaml:29:17: error[E225] analyses.amiss.set.extends: an"),
        (
            "cost.care.usual.mean: 100",
            "study.yaml:29:39: error[E216] cost.care.ips: expected a level of at least 0, found "
            "100 + -300 = -200\n",
        ),
        (
            "arm.usual.reference: false",
            "study.yaml:29:3: error[E201] arm: expected exactly one arm with reference: true, "
            "found none (by this analysis, at study.yaml:",
        ),
    ],
)
def test_a_mistake_is_told_at_the_line_of_the_analysis(
    change: str, told: str, tmp_path: Path
) -> None:
    text = refusal(tmp_path, f"analyses:\n  amiss: {{set: {{{change}}}}}\n")
    assert told in text
    assert text.count("error[") == 1
    assert "--set" not in text


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    more = "analyses:\n  one: {set: {perspective: nobody}}\n  two: {set: {cost.care.ips.se: 0}}\n"
    text = refusal(tmp_path, more)
    assert "study.yaml:29:28: error[E218]" in text
    assert "study.yaml:30:33: error[E114]" in text


def test_an_analysis_cannot_change_the_arms(tmp_path: Path) -> None:
    more = "analyses:\n  other: {set: {arm.usual.reference: false, arm.ips.reference: true}}\n"
    file = builders.text(
        builders.CARE.replace("ips: {difference: -300, se: 50}", "ips: {mean: 700}"), more=more
    )
    (tmp_path / "study.yaml").write_text(file, encoding="utf-8")
    reading = read(tmp_path / "study.yaml")
    with pytest.raises(ScenarioError, match="cannot change which arms are compared"):
        variants(reading, build(reading))


DOUBTFUL = "analyses:\n  doubt: {set: {cost.care.usual.mean: 4.200}}\n"


def test_what_is_doubtful_is_told_at_its_line_and_refused_when_strict(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError):  # 4.2 and 300 less
        made(tmp_path, DOUBTFUL)
    more = DOUBTFUL.replace("cost.care.usual.mean: 4.200", "cost.care.ips.difference: 4.200")
    (warning,) = made(tmp_path, more).warnings
    assert warning.code == "W402"
    assert warning.span.place.endswith("study.yaml:29:43")
    with pytest.raises(ScenarioError, match="W402"):
        made(tmp_path, more, strict=True)


def test_check_tells_mistakes_of_analyses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "study.yaml"
    file.write_text(
        builders.text(more="analyses:\n  amiss: {set: {perspective: nobody}}\n"), encoding="utf-8"
    )
    assert main(["check", str(file)]) == 1
    assert "study.yaml:29:30: error[E218]" in capsys.readouterr().err
    file.write_text(builders.text(more=SOUND), encoding="utf-8")
    assert main(["check", str(file)]) == 0
