"""Reports the warnings about the scenarios of a batch on stderr."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from ipscost.batch.doubts import Doubts
from ipscost.cli import spoken
from ipscost.cli.output import MOST_TOLD, tell
from ipscost.words import say
from ipscost.words.numbers import count

ALIKE_TOLD = 3
"""The most warnings about one number that are printed: each of its values may give one."""
OF_SOURCES = "W401"
"""The code of warnings on how sure a source is, which only the manifest lists."""


def tell_warnings(doubts: Doubts, folder: Path, lang: str) -> None:
    """Prints each warning once, with how many runs have it if not all of them do."""
    shown, alike = 0, Counter[tuple[str, str]]()
    for doubt in doubts.listed:
        problem = doubt.problem
        kind = (problem.code, problem.path)
        if problem.code == OF_SOURCES or shown >= MOST_TOLD or alike[kind] >= ALIKE_TOLD:
            continue
        shown += 1
        alike[kind] += 1
        text = spoken.rendered(problem)
        if (runs := sum(doubt.runs.values())) < doubt.possible:
            total = say("runs", lang, count=count(doubt.possible, lang))
            text = f"{text}\n  {say('warning_in', lang, runs=count(runs, lang), total=total)}"
        tell(text, lines=True)
    more = sum(number for code, number in doubts.counts.items() if code != OF_SOURCES) - shown
    if more:
        key = "warnings_more_one" if more == 1 else "warnings_more"
        tell(say(key, lang, count=count(more, lang), file=folder / "manifest.json"))
