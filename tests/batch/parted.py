"""Batches in parts for tests: computed, joined, refused, and mended as the fix says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from batches import FEW, batch

from ipscost.batch.store import FOLDER

Capture = pytest.CaptureFixture[str]
PATH = "cost.programme.ips.difference"
GIVEN = (
    "study.yaml",
    "inklusion-ips",
    *FEW,
    "--months",
    "--keep-draws",
    "--sweep",
    f"{PATH}=1:5:5",
)
AMISS = "cost.care.ips.se\n10\n" + "-1\n" * 20 + "20\n"
"""A design whose ends fit, since these are tried beforehand."""


def files(folder: Path) -> list[str]:
    """What a batch keeps in a folder."""
    return sorted(file.name for file in (folder / FOLDER).iterdir())


def said(capsys: Capture) -> str:
    """The last line of what was said."""
    return capsys.readouterr().err.splitlines()[-1]


def joined(*given: str, of: int = 3, out: str = "out", code: int = 0) -> None:
    """Computes every part, and joins them."""
    for number in range(1, of + 1):
        assert batch(*given, "--out", out, "--part", f"{number}/{of}") in (0, code)
    assert batch(*given, "--out", out, "--join") == code


def refusal(capsys: Capture, *given: str, out: str = "out") -> list[str]:
    """The lines of a join that is refused."""
    capsys.readouterr()
    assert batch(*given, "--out", out, "--join") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


def follow(fix: str, *given: str, out: str = "out") -> None:
    """Does what a fix says, to the letter."""
    told = re.fullmatch(
        r"  fix: (?:join with what the parts were computed with and for; or )?"
        r"(?:remove (?P<file>[^ ]+)\*, )?run the same command (?P<parts>.*) instead of "
        r"--join(?: and --from)?, then join again",
        fix,
    )
    assert told is not None, fix
    if told["file"]:
        for file in Path().glob(f"{told['file']}*"):
            file.unlink()
    several = re.fullmatch(r"with --part K/(\d+) for each K of ([\d,-]+)", told["parts"])
    if several is not None:
        stretches = [stretch.split("-") for stretch in several[2].split(",")]
        numbers = [n for s in stretches for n in range(int(s[0]), int(s[-1]) + 1)]
        parts = [f"{number}/{several[1]}" for number in numbers]
    else:
        parts = [text.removeprefix("with --part ") for text in re.split(", | and ", told["parts"])]
    for each in parts:
        assert batch(*given, "--out", out, "--part", each) == 0
    assert batch(*given, "--out", out, "--join") == 0
