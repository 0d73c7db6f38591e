"""What a reader calls the numbers that are drawn."""

from __future__ import annotations

from ipscost.analysis.uses import first_uses
from ipscost.run import Run
from ipscost.words.text import Words


def parameter_labels(run: Run) -> dict[str, Words]:
    """What each number is called, by its path: what it is of, and its arm."""
    return {path: use.label for path, use in first_uses(run.scenario).items()}
