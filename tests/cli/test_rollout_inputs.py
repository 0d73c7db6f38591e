"""What commands show of the numbers of a rollout: each one's line, and what it is used for."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipscost.cli import main
from ipscost.report.rollout import rollout_names
from ipscost.words import LANGUAGES

DOCS = Path(__file__).parents[2] / "docs" / "file-format.md"
BLOCK = DOCS.read_text(encoding="utf-8").split("<!-- rollout -->\n```yaml\n")[1].split("```")[0]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The rollout of the documentation, in the current directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("town.yaml").write_text(BLOCK, encoding="utf-8")
    return "town.yaml"


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command prints, in one line."""
    assert main([*words]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_explain_says_what_a_number_is_used_for(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("explain", file, "rollout.intake.recruitment", "--draws", "0")
    english = shown(capsys, *asked)
    assert "1 in the file town.yaml:" in english
    assert "Share of the target recruited: 0.8" in english
    assert "people who start = this x those who are planned; posts stay as planned" in english
    danish = shown(capsys, *asked, "--lang", "da")
    assert "Rekrutteret andel af måltallet: 0,8" in danish
    assert "stillingerne er som planlagt" in danish
    unknown = shown(capsys, "explain", file, "rollout.staff.role.manager.salary", "--draws", "0")
    assert "3 used for cost of a post = this" in unknown


def test_explain_lists_every_number_with_what_it_is_called(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from ipscost import load

    rollout = load(file).rollout
    assert rollout is not None
    listed = shown(capsys, "explain", file)
    paths = [number.path for number in rollout.stated]
    assert [path for path in paths if path not in listed] == []
    named = rollout_names(rollout)
    assert [*named] == paths
    for each in named.values():
        for language in LANGUAGES:
            for text in (each.label, each.subject, each.read, each.used):
                assert "{" not in text.tell(language)  # every value is there
    assert "Posts for each “Leader”" in listed


def test_a_section_of_a_rollout_is_not_one_number(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", file, "rollout.staff"]) != 0
    assert "rollout.staff.caseload" in capsys.readouterr().err


def test_check_counts_the_numbers_of_a_rollout(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = shown(capsys, "check", file)
    assert "unknown: 2" in told


def test_an_analysis_of_the_rollout_alone_is_of_no_person(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BLOCK + (
        "analyses:\n"
        "  fewer: {label: Fewer people, set: {rollout.intake.recruitment: 0.6}}\n"
        "  dearer: {label: A dearer programme, set: {cost.programme.ips.difference: 2000}}\n"
    )
    Path(file).write_text(text, encoding="utf-8")
    told = shown(capsys, "sensitivity", file, "--draws", "20", "--notes")
    assert "A dearer programme" in told
    assert "Fewer people" not in told
