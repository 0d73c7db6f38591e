"""How options are read: thresholds and samplers."""

from __future__ import annotations

import pytest
import typer
from messages import tells

from ipscost.cli import main
from ipscost.cli.values import Thresholds, thresholds, whole
from ipscost.settings import Settings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("264000", (264000.0,)),
        ("100000,200000", (100000.0, 200000.0)),
        ("0:500:250", (0.0, 250.0, 500.0)),
        ("0:1:0.1", tuple(0.1 * place for place in range(11))),
        ("5:5:1", (5.0,)),
    ],
)
def test_thresholds_are_read_and_rise(text: str, expected: tuple[float, ...]) -> None:
    assert thresholds(text) == Thresholds(expected)
    assert thresholds(Thresholds(expected)) == Thresholds(expected)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected thresholds of at least 0 and below 1e15, found ''; write 264000"),
        ("-5", "expected thresholds of at least 0 and below 1e15, found '-5'"),
        ("0:10", "expected thresholds of at least 0 and below 1e15, found '0:10'"),
        ("10:0:1", "expected FROM:TO:STEP, found '10:0:1'"),
        ("0:10:0", "expected FROM:TO:STEP, found '0:10:0'"),
        ("1:2:3:4", "expected FROM:TO:STEP, found '1:2:3:4'"),
        ("nan", "expected thresholds of at least 0 and below 1e15, found 'nan'"),
        ("250,000", "write 250000 if the comma marks thousands, 0:250:250 if it parts two"),
        ("0,5", "found '0,5'; write 0.5 if the comma marks decimals, 0:5:5 if it parts two"),
        ("200000,100000", "expected thresholds that rise, found '200000,100000'; write the lower"),
        ("5,5", "expected thresholds, found '5,5'; write 5.5 if the comma marks decimals"),
        ("1,000,000", "write 1000000 if the comma marks thousands, else the lower one first"),
        ("0:1e9:1", "expected at most 10,001 thresholds, found 1,000,000,001; use a larger step"),
        ("1e-305", "expected thresholds of 0, or of 1e-09 and above, found '1e-305'; write 0 for"),
        ("0:1e-300:1e-301", "expected thresholds of 0, or of 1e-09 and above"),
        ("264.116", "write 264116 if the point marks thousands, 264.1160 if decimals"),
        ("264.000", "write 264000 if the point marks thousands, 264 if decimals"),
    ],
)
def test_thresholds_that_make_no_sense_are_told_what_to_write(text: str, message: str) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        thresholds(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "fix"), [("1e6", "write 1000000"), ("2.5e3", "write 2500"), ("10.000", "write 10000")]
)
def test_a_number_of_draws_that_is_not_whole_is_told_what_to_write(text: str, fix: str) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        whole(text)
    assert str(caught.value) == f"expected a whole number, found '{text}'; {fix}"


def test_an_unknown_sampler_is_refused() -> None:
    with pytest.raises(ValueError, match="sampler must be one of random, sobol, not 'halton'"):
        Settings(sampler="halton")


def test_the_sampler_can_be_chosen_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["simulate", "inklusion-ips", "--draws", "64", "--format", "plain"]
    assert main([*command, "--sampler", "sobol"]) == 0
    assert tells(capsys.readouterr().out, "drawn_sobol", draws=64)
    assert main([*command, "--sampler", "halton"]) == 2
    message = "--sampler must be one of random, sobol, not 'halton'"
    assert message in " ".join(capsys.readouterr().err.split())
