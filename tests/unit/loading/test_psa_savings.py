"""Headings that are savings, differences, or begin with a known word."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipscost.cli import main

ROWS = "1,2,0.5,0.6\n3,5,0.4,0.6\n2,4,0.5,0.7\n"


def told(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, *more: str) -> str:
    file = tmp_path / "draws.csv"
    file.write_text(text, encoding="utf-8")
    main(["cea", "--psa", str(file), "--wtp", "1000", *more])
    out = capsys.readouterr()
    return " ".join((out.out + out.err).split())


def test_savings_are_costs_with_their_sign_turned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = told(tmp_path, capsys, f"saving_usual,saving_ips,qaly_usual,qaly_ips\n{ROWS}")
    assert "write the savings with their sign turned" in text


def test_an_extra_cost_is_a_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(tmp_path, capsys, "Merudgift;QALY-gevinst\n-100,5;0,1\n-90,5;0,2\n")
    assert "write cost_new for Merudgift and effect_new for QALY-gevinst" in text


@pytest.mark.parametrize("more", [(), ("--outcome", "months_on_benefit")])
def test_a_known_word_may_begin_a_longer_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    head = "cost_usual,cost_ips,months_on_benefit_usual,months_on_benefit_ips"
    text = told(tmp_path, capsys, f"{head}\n{ROWS}", *more)
    assert "has an effect that is 0.16667 higher" in text
