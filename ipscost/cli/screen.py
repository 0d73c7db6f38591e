"""How wide a page is: that of the terminal, or as COLUMNS says."""

from __future__ import annotations

import shutil

USUAL, NARROWEST, WIDEST = 80, 40, 110
"""The width of a page where nobody knows it; the least; and the most, as longer lines are hard to
read."""


def width() -> int:
    """The width of the page in characters: as COLUMNS says, else that of the terminal.

    A pipe has none of its own, and gets the usual 80.
    """
    columns = shutil.get_terminal_size((USUAL, 24)).columns
    return max(NARROWEST, min(columns, WIDEST))
