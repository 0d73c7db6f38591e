"""How wide a page is, and complaints in lines of that width."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap

USUAL, NARROWEST, WIDEST = 80, 40, 110
"""The width of a page where nobody knows it; the least; and the most, as longer lines are hard to
read."""


def width() -> int:
    """The width of the page in characters: as COLUMNS says, else that of the terminal.

    A pipe has none of its own, and gets the usual 80.
    """
    columns = shutil.get_terminal_size((USUAL, 24)).columns
    return max(NARROWEST, min(columns, WIDEST))


QUOTED = re.compile(r" +[0-9]* *\|")
"""How a line begins that quotes a file, or marks a place in it: it stays as it is."""


def folded(text: str, before: int = 0) -> str:
    """A complaint in lines of the terminal's width, broken at blanks; unchanged in a pipe.

    Whoever reads a pipe, such as an editor, expects a problem on one line. `before` is how many
    characters stand before the text on its first line.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return text
    lines = (_folded(line, 0 if place else before) for place, line in enumerate(text.split("\n")))
    return "\n".join(lines)


def _folded(line: str, before: int) -> str:
    """A line in several, the later ones indented, below what stands behind `fix:`."""
    if QUOTED.match(line):
        return line
    start = len(line) - len(line.lstrip())
    label = re.match(r" *fix: ", line)
    indent = " " * (label.end() if label else start + 2)
    filled = textwrap.fill(
        "." * before + line,
        width(),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled[before:]
