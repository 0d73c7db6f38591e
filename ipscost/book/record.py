"""The sheet of the record: what the workbook was made from, and how to repeat it."""

from __future__ import annotations

import hashlib
import shlex

from ipscost.book.cells import Book, CellLook
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.words import say

LAYOUT = 1
"""The number of this layout of workbooks; one of another cannot be imported."""
NAMED = "ipscost"
"""What the names of the cells of the record begin with: `ipscost.layout`."""
WIDTHS = (30, 90)


def record_sheet(book: Book, run: Run) -> None:
    """A row for each thing that the record holds; those that importing needs have names."""
    language, record = book.language, run.record
    sheet = book.sheet("record", say("book_record", language), WIDTHS)
    sheet.across(say("book_record_about", language), "note", lines=2)
    rows: tuple[tuple[str, str | float], ...] = (
        ("layout", float(LAYOUT)),
        ("version", record.version),
        ("scenario", record.scenario),
        ("digest", digest_of(run.scenario)),
        ("language", language),
        ("money", record.money),
        ("perspective", run.scenario.perspective),
        ("engine", record.engine),
        ("draws", float(record.draws)),
        ("seed", float(record.seed)),
        ("sampler", record.sampler),
    )
    for key, value in rows:
        sheet.put(1, say(f"book_record_{key}", language), CellLook("strong"))
        sheet.put(2, value, CellLook("left"), f"{NAMED}.{key}")
        sheet.next += 1
    sheet.next += 1
    for key in ("repeat", "import"):
        sheet.put(1, say(f"book_record_{key}", language), CellLook("strong"))
        sheet.put(2, say(f"book_record_{key}_how", language, line=command_of(run)))
        sheet.next += 1
    sheet.next += 1
    sheet.texts(say("book_record_sources", language), style="subtitle")
    for name, source in run.scenario.sources.items():
        sheet.put(1, name, CellLook("strong"))
        sheet.put(2, " ".join(filter(None, (source.cite, source.where))))
        sheet.next += 1


def command_of(run: Run) -> str:
    """The command that repeats the run."""
    scenario, settings = run.scenario, run.settings
    seen = [setting for setting in scenario.settings if setting.startswith("--")]
    if scenario.money != scenario.stated_money:
        seen.append(f"--price-year={scenario.money.year}")
    drawn = [f"--draws {settings.draws}", f"--seed {settings.seed}"]
    return " ".join(["ipscost simulate", shlex.quote(scenario.file), *seen, *drawn])


def digest_of(scenario: Scenario) -> str:
    """What tells a scenario, as it is seen in a workbook, from any other."""
    parts = [*scenario.inputs.values(), str(scenario.money), scenario.perspective]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
