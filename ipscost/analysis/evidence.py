"""The evidence that a scenario rests on: how sure its numbers are, and how new."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import SURE, Source

_YEAR = re.compile(
    r"(?<![\d.:/(–-])(?:19|20)\d\d(?![\d/]|[–-]\d)"
    r"|(?<=\()(?:19|20)\d\d(?=[),;:])"
    r"|(?<=\d\d-\d\d-)(?:19|20)\d\d\b"
)
"""A year as a reference states it, `2022;65(1):e51`, `(2022)` or `09-02-2021`: no page or DOI."""


@dataclass(frozen=True, slots=True)
class EvidenceBase:
    """The sources of the numbers of a scenario.

    counts: how many numbers are so sure, for each of SURE, the surest first; 0 where none is.
    newest: the source of the latest year among those that numbers are taken from, and that year;
        both None where no reference states one.
    """

    counts: tuple[tuple[str, int], ...]
    newest: Source | None
    year: int | None

    @property
    def numbers(self) -> int:
        """How many numbers there are."""
        return sum(count for _, count in self.counts)


def evidence_of(scenario: Scenario) -> EvidenceBase:
    """How sure the numbers of a scenario are, and the newest source that one is taken from."""
    found = Counter(quantity.sure for quantity in scenario.quantities)
    counts = tuple((sure, found[sure]) for sure in SURE)
    named = {q.source.name for q in scenario.quantities if q.source is not None}
    dated = [
        (year, source)
        for name, source in scenario.sources.items()
        if name in named and (year := year_of(source.cite)) is not None
    ]
    year, newest = max(dated, key=lambda each: each[0], default=(None, None))
    return EvidenceBase(counts, newest, year)


def year_of(cite: str) -> int | None:
    """The year in which a publication appeared, the last one that its reference states.

    >>> year_of("Park AL, et al. European Psychiatry 2022;65(1):e51")
    2022
    >>> year_of("Smith J. Work in 1990-2010 (2014). J Ment Health 23:2001-2012")
    2014
    """
    found = [int(each) for each in _YEAR.findall(cite)]
    return max(found, default=None)
