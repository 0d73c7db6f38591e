"""Reads files of results and designs, and explains those that are not delimited text."""

from __future__ import annotations

from pathlib import Path

from ipscost.errors import STDIN, closest
from ipscost.loading.text import raw
from ipscost.messages import Message

MOST_BYTES = 500_000_000
"""The largest file of results: 50 million numbers of ten digits fit in ordinary memory."""
FEWER_DRAWS = Message("keep the columns of draw, arm, cost and effect alone, or fewer draws")


def read_text(given: str, most: int | None = None, smaller: str = FEWER_DRAWS) -> raw.Raw:
    """The text of a file, or of the standard input where `given` is `-`.

    Raises ScenarioError (E001 to E003, E005 or E006) if it cannot be read; `smaller` is the
    fix for a file of more than `most` bytes.
    """
    kind = raw.FileKind(
        most=MOST_BYTES if most is None else most,
        is_table=True,
        missing=_near,
        folder=Message("name a file in it"),
        long=smaller,
        encoding=Message("save it as UTF-8 (in Excel: Save as, CSV UTF-8)"),
        binary=Message("save the results as CSV, in UTF-8"),
    )
    is_stdin = given == "-"
    return raw.read(Path(given), STDIN if is_stdin else given, kind, is_stdin=is_stdin)


def _near(path: Path) -> str:
    """The fix for a missing file: one with a similar name in the same folder."""
    try:
        names = {each.stem: each.name for each in path.parent.iterdir() if each.is_file()}
    except OSError:
        return Message("check the path: there is no folder {parent}", parent=path.parent)
    match = closest(path.stem, sorted(names))
    return (
        Message("write {meant}", meant=path.with_name(names[match]))
        if match
        else Message("check the spelling and the folder")
    )
