"""Personal data stay: nothing is sent, nothing is kept, and no text holds what is of one person."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import ipscost
from ipscost.cli import main

PACKAGE = Path(ipscost.__file__).parent
NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "nntplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser"),
    *("xmlrpc", "httpx", "aiohttp", "subprocess", "multiprocessing.connection"),
}
"""What opens a connection, or starts a program that might."""
ALLOWED = {"batch/cluster.py": {"asyncio", "socket"}}
"""A batch on a cluster, which reads no persons."""
REACHING = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "http.")
"""How the audit events begin of whatever reaches beyond this process."""
WRITING = re.compile("[wax+]")

_seen: list[tuple[str, tuple[Any, ...]]] | None = None


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if _seen is not None and (event.startswith(REACHING) or event == "open"):
        _seen.append((event, arguments))


@contextmanager
def watched() -> Iterator[list[tuple[str, tuple[Any, ...]]]]:
    """What is reached and opened within this context, as Python itself reports it."""
    global _seen
    if not getattr(sys, "_ipscost_watched", False):
        sys.addaudithook(_note)
        sys._ipscost_watched = True  # type: ignore[attr-defined]
    _seen = found = []
    try:
        yield found
    finally:
        _seen = None


_IMPORT = re.compile(r"^\s*(?:import|from)\s+([\w.]+)(?:\s+import\s+\(?([\w, ]*))?", re.MULTILINE)


def imported(path: Path) -> set[str]:
    """The modules that a file imports, anywhere in it."""
    found: set[str] = set()
    for module, names in _IMPORT.findall(path.read_text(encoding="utf-8")):
        found |= {
            module,
            *(f"{module}.{name.split()[0]}" for name in names.split(",") if name.strip()),
        }
    return found


def test_nothing_that_reaches_the_network_is_imported() -> None:
    for path in PACKAGE.rglob("*.py"):
        reached = {
            name
            for each in imported(path)
            for name in NETWORK
            if each == name or each.startswith(f"{name}.")
        }
        assert reached <= ALLOWED.get(path.relative_to(PACKAGE).as_posix(), set()), path


# --- a run of each command ---------------------------------------------------------------------

WEEKS = Path(__file__).parents[2] / "examples" / "weeks"
PERSONS = 48
MODEL = """\
ipscost: 1
title: Our own persons
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {label: Usual care, reference: true}
  ips: {label: IPS}
payer: {municipality: {}, region: {}}
cost:
  hospital: {kind: service, payer: region, unit: DKK_2024/person}
  jobcenter: {kind: service, payer: municipality, unit: DKK_2024/person}
outcome:
  job: {unit: share, better: higher}
data:
  person: id
  arm: {column: Tr, usual: 0, ips: 1}
  assigned: observed
  site: town
  baseline: [age, sex]
  cost: {hospital: h, jobcenter: jc}
  outcome: {job: job12}
"""
TOWNS = ("Skagen", "Gedser", "Rønne", "Tønder")
HELD = ("Xylograf",)
"""What two persons alone have in a column of groups."""


def cells() -> list[list[str]]:
    """Made-up persons whose numbers, towns and amounts are each told apart from all others."""
    rows = []
    for place in range(PERSONS):
        hospital = 20_000 + 1_361 * ((place * 29) % PERSONS) + 0.37
        jobs = 7_000 + 211 * ((place * 31) % PERSONS) + 0.53
        sex = HELD[0] if place in (7, 8) else ("woman", "man")[place // 3 % 2]
        rows.append(
            [
                *(f"Solvej{4711 + place}", str(place % 2), TOWNS[place // 2 % 4]),
                *(str(24 + (place * 7) % 31), sex),
                "" if place % 9 == 4 else f"{hospital:.2f}",
                *(f"{jobs:.2f}", str(int((place * 5) % 7 > 2 + place % 2))),
            ]
        )
    return rows


def secrets() -> set[str]:
    """What no output may hold: numbers and towns of persons, and amounts, in whole kroner."""
    rows = cells()
    amounts = {str(round(float(row[at]))) for row in rows for at in (5, 6) if row[at]}
    return {*(row[0] for row in rows), *TOWNS, *HELD, *amounts}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("persons")
    head = "id;Tr;town;age;sex;h;jc;job12\n"
    rows = "".join(";".join(row) + "\n" for row in cells())
    (folder / "persons.csv").write_text(head + rows.replace(".", ","), encoding="utf-8")
    (folder / "model.yaml").write_text(MODEL, encoding="utf-8")
    return folder


ANALYSE = ("analyse", "persons.csv", "--model", "model.yaml", "--imputations", "3")
RUNS = {
    "analyse, read by people": (*ANALYSE, "--notes", "--wtp", "1000", "--lang", "da"),
    "analyse, for machines": (*ANALYSE, "--format", "json", "--out", "new.yaml"),
    "analyse, refused": (*ANALYSE, "--set", "data.cost.hospital=town"),
    "trial": ("trial", "inklusion-ips", "--n", "20", "--out", "made.csv", "--key", "key.json"),
    "power": ("power", "inklusion-ips", "--n", "60", "--draws", "20"),
    "weeks": (
        "analyse",
        f"{WEEKS}/persons.csv",
        "--model",
        f"{WEEKS}/model.yaml",
        "--weeks",
        f"{WEEKS}/weeks.csv",
        "--codes",
        f"{WEEKS}/codes.csv",
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_a_command_reaches_nothing_keeps_nothing_and_tells_of_nobody(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    before = {path.name for path in folder.iterdir()}
    with watched() as found:
        code = main([*RUNS[name]])
    printed = capsys.readouterr()
    assert code == (1 if "refused" in name else 0), printed.err
    assert [event for event, _ in found if event != "open"] == []
    written = [
        Path(str(given[0])).name
        for event, given in found
        if event == "open" and isinstance(given[0], str) and WRITING.search(str(given[1] or ""))
    ]
    new = {path.name for path in folder.iterdir()} - before
    assert {each for each in written if not each.startswith(".")} <= new
    text = printed.out + printed.err
    if name.startswith("analyse"):
        text += "".join((folder / each).read_text(encoding="utf-8") for each in new)
        told = {re.sub(r"[.,](?=\d{3}(\D|$))", "", each) for each in re.findall(r"[\d.,]+", text)}
        plain = {each.partition(".")[0].partition(",")[0] for each in told}
        assert [each for each in secrets() if each in (plain if each.isdigit() else text)] == []


def test_a_bug_quotes_no_person(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even where the text of Python's own error does."""

    def broken(*_: object, **__: object) -> None:
        try:
            float("Solvej4711")
        except ValueError as error:
            raise KeyError("Solvej4712") from error

    monkeypatch.chdir(folder)
    monkeypatch.setattr("ipscost.loading.data.persons.endpoints", broken)
    assert main([*ANALYSE]) == 3
    error = capsys.readouterr().err
    assert "KeyError, whose text is left out" in error
    kept = Path(error.strip().rsplit(" ", 1)[1])
    text = kept.read_text(encoding="utf-8")
    kept.unlink()
    assert "Solvej" not in error + text.replace('"Solvej4711"', "").replace('"Solvej4712"', "")
    assert "ValueError" in text
    assert "persons.py" in text
