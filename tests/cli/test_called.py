"""Arms, payers, perspectives and outcomes are called by name or label, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
COMMANDS = [
    (["simulate", "labour-market-ips", "--perspective"], "municipality"),
    (["payers", "labour-market-ips", "--payer"], "municipality"),
    (["cea", "inklusion-ips", "--outcome"], "job_or_education"),
    (["threshold", "inklusion-ips", "cost.programme.ips", "--wtp", "1000", "--outcome"], "qaly"),
]
LABELS = {
    "municipality": ["Kommune", "MUNICIPALITY", "kommune"],
    "job_or_education": ["job_or_education", "outcome.job_or_education"],
    "qaly": ["QALY", "qaly"],
}


def told(capsys: Capture, *arguments: str) -> str:
    assert main([*arguments, "--draws", "0", "--format", "csv"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "name"), COMMANDS)
def test_a_label_is_accepted_where_a_name_is(
    arguments: list[str], name: str, capsys: Capture
) -> None:
    by_name = told(capsys, *arguments, name)
    for label in LABELS[name]:
        assert told(capsys, *arguments, label) == by_name


def test_a_label_that_two_payers_share_is_refused_with_their_names(
    tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "shared.yaml"
    lines = ["ipscost: 1", "extends: inklusion-ips", "title: Shared"]
    lines += ["payer: {municipality: {label: Purse}, region: {label: Purse}}"]
    file.write_text("\n".join(lines), encoding="utf-8")
    for command, option in (("simulate", "--perspective"), ("payers", "--payer")):
        assert main([command, str(file), option, "purse", "--draws", "0"]) == 2
        error = " ".join(capsys.readouterr().err.split())
        assert "municipality and region are both called purse" in error
        assert "use one of: municipality, region" in error


def test_a_misspelt_label_is_told_with_the_name(capsys: Capture) -> None:
    assert main(["payers", "labour-market-ips", "--payer", "Kommun", "--draws", "0"]) == 2
    assert "write municipality" in " ".join(capsys.readouterr().err.split())
