"""--better of cea and voi: which way the effect of results made elsewhere counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from messages import tells

from ipscost.cli import main

WIDE = "draw,cost_usual,cost_new,score_usual,score_new\n"
WIDE += "".join(f"{n},{5000 + n},{5300 + n},{12 + n % 3},{10.5 + n % 3}\n" for n in range(20))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "results.csv").write_text(WIDE, encoding="utf-8")
    (tmp_path / "costs.csv").write_text("draw,cost_a,cost_b\n1,5,6\n2,7,8\n", encoding="utf-8")
    return tmp_path


def test_an_effect_of_which_less_is_better(capsys: pytest.CaptureFixture[str]) -> None:
    said = ("cea", "--psa", "results.csv", "--wtp", "2000", "--notes", "--better")
    assert main([*said, "lower"]) == 0
    out, icer = capsys.readouterr().out, "200 per unit of effect avoided"
    assert tells(out, "cea_ratio", arm="new", icer=icer)
    assert tells(out, "cea_benefit_lower", amount="2,700.0")
    assert main([*said, "higher"]) == 0
    assert tells(capsys.readouterr().out, "cea_dominates", arm="usual", other="new")


def test_voi_chooses_by_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voi", "--psa", "results.csv", "--wtp", "2000", "--better", "lower"]) == 0
    assert not tells(capsys.readouterr().out, "note_better_option")
    assert main(["voi", "--psa", "results.csv", "--wtp", "2000"]) == 0
    assert tells(capsys.readouterr().out, "note_better_option", label="score")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cea", "--psa", "results.csv", "--better", "less"], "expected lower or higher, found"),
        (["cea", "inklusion-ips", "--better", "lower"], "--set outcome.NAME.better=lower"),
        (["voi", "--psa", "costs.csv", "--better", "lower"], "costs.csv has none; leave it out"),
    ],
)
def test_where_it_says_nothing_it_is_refused(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert message in " ".join(capsys.readouterr().err.split())
