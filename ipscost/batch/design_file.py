"""A CSV with a column per path and a row per variant, as a factor of a design."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ipscost import files
from ipscost.batch.variants import FILES, Factor, thousands
from ipscost.delimited import Contents, DelimitedError, Line, plain_number, read
from ipscost.errors import Problem, Span, cut

NAME = "name"
MAX_DESIGN_BYTES = 50_000_000
MOST_COLUMNS = 1000
"""No scenario has as many numbers; each column is tried on the scenario before the first run."""


def design_file(file: Path, problems: list[Problem]) -> Factor | None:
    """The factor of a CSV with a column per path and a row per variant; None where it is amiss.

    A column `name` names the variants. Values of a file with semicolons may have decimal commas.
    """
    before = len(problems)
    contents = _contents(file, problems)
    if contents is None:
        return None
    head, *body = [line for line in contents.lines if any(text.strip() for text in line.texts)]
    where = str(file)

    def refuse(line: Line, column: int, message: str, fix: str) -> None:
        problems.append(Problem(_place(where, line, column), "E402", "", message, fix))

    paths = [text.strip() for text in head.texts]
    if len(paths) > MOST_COLUMNS:
        message = f"expected at most {MOST_COLUMNS:,} columns, found {len(paths):,}"
        refuse(head, MOST_COLUMNS, message, "keep the columns of the paths that vary")
        return None
    _check_paths(head, paths, refuse)
    if not body:
        refuse(head, 0, "expected a row per variant, found none", "add a row below the paths")
    for line in body:
        _check_row(line, paths, refuse)
    if contents.dialect.decimal == "." and len(problems) == before:
        _check_points(body, paths, refuse)
    names = _names(paths, body, refuse) if len(problems) == before else ()
    if len(problems) > before:
        return None
    keep = [column for column, path in enumerate(paths) if path != NAME]
    dialect = contents.dialect
    return Factor(
        paths=tuple(paths[column] for column in keep),
        rows=[tuple(plain_number(line.texts[c], dialect).strip() for c in keep) for line in body],
        places=[tuple(_place(where, line, c) for c in keep) for line in body],
        names=names,
        heads=tuple(_place(where, head, column) for column in keep),
    )


Refuse = Callable[[Line, int, str, str], None]


def _place(file: str, line: Line, column: int) -> Span:
    """Where a cell stands, or, where there is no such cell, the end of the line."""
    if column < len(line.cells):
        cell = line.cells[column]
        return Span(file, cell.line, cell.column, max(1, cell.length), line.source)
    return Span(file, line.number, len(line.source) + 1, 1, line.source)


def _check_paths(head: Line, paths: list[str], refuse: Refuse) -> None:
    """Refuses columns without a path, twice the same, or that cannot vary."""
    for column, path in enumerate(paths):
        if not path:
            refuse(head, column, f"column {column + 1} has no path", "write a path above it")
        elif paths.index(path) < column:
            refuse(head, column, f"the column {path} stands twice", "keep one of the two")
        elif path.split(".")[0] in FILES:
            message = f"{path} names files, which are read before the variants are made"
            refuse(head, column, message, "write a scenario for each instead")
    if not [path for path in paths if path not in ("", NAME)]:
        refuse(head, 0, "expected a column per path, found none", "add one, headed by its path")


def _check_row(line: Line, paths: list[str], refuse: Refuse) -> None:
    """Refuses a row with more or fewer values than there are paths, or with an empty one."""
    found, wanted = len(line.cells), len(paths)
    if found != wanted:
        message = f"expected {wanted} values, one per column, found {found}"
        fix = f"add a value for {', '.join(paths[found:])}"
        if found > wanted:
            fix = "take the rest away, or put a value that holds the separator into quotes"
        refuse(line, min(found, wanted), message, fix)
        return
    for column, text in enumerate(line.texts):
        if not text.strip():
            fix = "write it; to leave it as in the scenario, write the scenario's own value"
            refuse(line, column, f"expected a value for {paths[column]}, found nothing", fix)


def _check_points(body: Sequence[Line], paths: list[str], refuse: Refuse) -> None:
    """Refuses a column of numbers whose point may mark thousands, as it does in Danish."""
    for column, path in enumerate(paths):
        wrong = thousands([line.texts[column] for line in body]) if path != NAME else None
        if wrong is not None:
            place, message, fix = wrong
            refuse(body[place], column, message, fix)


def _contents(file: Path, problems: list[Problem]) -> Contents | None:
    """The rows of a design file; None where it cannot be read or holds nothing."""

    def refuse(code: str, message: str, fix: str) -> None:
        problems.append(Problem(Span(str(file)), code, "", message, fix))

    try:
        files.reads(file)
        with file.open("rb") as stream:
            raw = stream.read(MAX_DESIGN_BYTES + 1)
        if len(raw) > MAX_DESIGN_BYTES:
            message = f"expected at most {MAX_DESIGN_BYTES / 1e6:g} MB, found more"
            refuse("E005", message, "split it, and run each part into a folder of its own")
            return None
        contents = read(raw.decode("utf-8"))
    except DelimitedError as error:
        span = Span(str(file), error.line, error.column, 1, error.source)
        problems.append(Problem(span, "E402", "", error.message, error.fix))
    except FileNotFoundError:
        refuse("E001", "no such file", "check the spelling and the folder")
    except IsADirectoryError:
        refuse("E002", "expected a CSV file, found a directory", "name a file in it")
    except UnicodeDecodeError:
        fix = "save it as UTF-8 (in Excel: Save as, CSV UTF-8)"
        refuse("E006", "expected UTF-8 text", fix)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        refuse("E003", f"cannot be read: {reason}", "check the name and its permissions")
    else:
        if any(text.strip() for line in contents.lines for text in line.texts):
            return contents
        fix = "write a line of paths, and below it a line of values per variant"
        refuse("E004", "expected paths and values, found nothing", fix)
    return None


def _names(paths: list[str], body: list[Line], refuse: Refuse) -> tuple[str, ...]:
    """The names of the variants, each its own; none where there is no column for them."""
    if NAME not in paths:
        return ()
    column = paths.index(NAME)
    seen: dict[str, int] = {}
    for line in body:
        name = line.texts[column].strip()
        if name in seen:
            message = f"the name {cut(name)} stands twice, first on line {seen[name]}"
            refuse(line, column, message, "give each row a name of its own")
        seen.setdefault(name, line.number)
    return tuple(line.texts[column].strip() for line in body)
