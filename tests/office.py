"""LibreOffice for tests: workbooks computed anew, many of them in one process.

Where it is missing, the tests that need it are skipped with a word; with IPSCOST_ALL_TESTS they
fail instead.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser import lacking

from ipscost import Settings, load, simulate
from ipscost.analysis.estimates import View
from ipscost.analysis.what_if.question import Question
from ipscost.book.build import Parts, parts_of
from ipscost.book.cells import BookCell
from ipscost.book.changes import InputChanges
from ipscost.book.inputs import PEOPLE, shares_at
from ipscost.book.variant import SHARE, settings_of
from ipscost.book.writing import xlsx
from ipscost.errors import ScenarioError
from ipscost.run import RATES
from ipscost.scenario.rollout import SECTION

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""LibreOffice computes a workbook when it opens it (0: always), whatever is stored in it."""


def soffice() -> str:
    """The program of LibreOffice; where it is missing, see `browser.lacking`."""
    return shutil.which("soffice") or lacking("libreoffice")


def computed(files: Sequence[Path], into: Path) -> list[Path]:
    """The workbooks as LibreOffice saves them after computing every formula."""
    profile = into / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    command = [soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(into / "out"), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)
    return [into / "out" / file.name for file in files]


@dataclass(frozen=True)
class Apart:
    """How far a result of a workbook is from that of ipscost with the same inputs."""

    what: str
    settings: tuple[str, ...]
    workbook: float
    ipscost: float

    @property
    def size(self) -> float:
        """The difference."""
        return abs(self.workbook - self.ipscost)


@dataclass(frozen=True)
class Sets:
    """Workbooks of one scenario with other inputs, and the same as `--set` has them."""

    source: str
    parts: Parts
    files: list[Path]
    settings: list[list[str]]

    def apart(self, files: Sequence[Path]) -> Iterator[Apart]:
        """Every result of the computed workbooks, and what ipscost has with the same inputs."""
        import openpyxl

        told = dict(results(self.parts))
        for file, settings in zip(files, self.settings, strict=True):
            book = openpyxl.load_workbook(file, data_only=True, read_only=True)
            shown = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
            book.close()
            wanted = dict(expected(self.source, settings))
            assert any(what.endswith(" saving") for what in wanted)
            for what in told.keys() & wanted.keys():
                cell = told[what]
                value: Any = shown[cell.sheet.title][cell.row][cell.column]
                yield Apart(what, tuple(settings), float(value), wanted[what])


def random_sets(source: str, sets: int, seed: int, into: Path) -> Sets:
    """Workbooks with random inputs.

    The values that are stored with the formulas are those of the scenario as it is, so that only
    what LibreOffice computes can agree with ipscost.
    """
    chance = random.Random(seed)
    run = simulate(load(source), Settings(draws=0))
    parts = parts_of(run, "en")
    xlsx(parts.book)  # computes all values, which are kept
    found = Sets(source, parts, [], [])
    for number in range(sets):
        changes = _possible(chance, source, run, parts.inputs)
        file = into / f"{Path(source).stem}-{number}.xlsx"
        file.write_bytes(with_inputs(parts, changes.values))
        found.files.append(file)
        found.settings.append(settings_of(changes, run.scenario))
    return found


def with_inputs(parts: Parts, values: Mapping[str, float]) -> bytes:
    """The workbook with other inputs, and the stored values of its formulas as they are."""
    before = {path: parts.inputs.values[path].content for path in values}
    for path, value in values.items():
        parts.inputs.values[path].content = value
    content = xlsx(parts.book)
    for path, own in before.items():
        parts.inputs.values[path].content = own
    return content


def _possible(chance: random.Random, source: str, run: Any, inputs: Any) -> InputChanges:
    """Some inputs at other values that a scenario may have together."""
    while True:
        changes = _changed(chance, run, inputs)
        with contextlib.suppress(ScenarioError):
            load(source, settings_of(changes, run.scenario))
            return changes


def _changed(chance: random.Random, run: Any, inputs: Any) -> InputChanges:
    """Some inputs at other values, each as far as a file may have it."""
    varied = Question(run, run.scenario.interventions).varied
    found = InputChanges()
    for path, cell in inputs.values.items():
        if cell.look.style != "input" or chance.random() < 0.4 or SHARE in path:
            continue
        value = cell.number
        if path.startswith(f"{SECTION}."):
            continue  # tests of the budget have their own values
        if path == PEOPLE:
            found.values[path] = float(chance.randint(1, 500))
        elif path in RATES:
            found.values[path] = round(chance.uniform(0, 0.1), 4)
        else:
            low, high = varied[path].limits
            low, high = max(low, -1e6), min(high, 1e6)
            step = abs(value) or min(1.0, (high - low) / 4)
            new = round(chance.uniform(value - 0.6 * step, value + 0.9 * step), 6)
            found.values[path] = min(max(new, low), high)
    for category in run.scenario.categories:
        if len(category.payers) > 1 and chance.random() < 0.6:
            shares = [chance.random() for _ in category.payers]
            given = [round(share / sum(shares), 6) for share in shares[1:]]
            for payer, share in zip(
                category.payers, [round(1 - sum(given), 6), *given], strict=True
            ):
                found.values[f"{shares_at(category, run.scenario)}{SHARE}{payer}"] = share
    return found


def results(parts: Any) -> Iterator[tuple[str, BookCell]]:
    """The cells of the results, by what they are."""
    results = parts.results
    for arm, cell in results.saving.items():
        yield f"{arm} saving", cell
    for (arm, path), cell in (*results.payers.items(), *results.outcomes.items()):
        yield f"{arm} {path}", cell
    for (arm, path), cell in parts.accounts.counted.items():
        yield f"{arm} {path}", cell


def expected(source: str, settings: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The same results by ipscost."""
    from ipscost.analysis.simulate.summary import summary_of

    run = simulate(load(source, settings), Settings(draws=0))
    view = View(run, run.scenario.perspective)
    for each in summary_of(view).comparisons:
        yield f"{each.arm} saving", -view.total(each.arm).point
        for payer in (*each.payers, each.together):
            if payer.saving is not None:
                yield f"{each.arm} {payer.path}", payer.saving.mean
        for effect in each.effects:
            if effect.difference is not None:
                yield f"{each.arm} {effect.path}", effect.difference.mean
        for node, amounts in each.costs.tree:
            if node.is_leaf and amounts.difference is not None:
                yield f"{each.arm} {node.path}", amounts.difference.mean
