"""A table of sites: a row for each, a column for its name, the others headed by numbers' paths.

A site is the scenario with the values of its row; where a cell is empty, the scenario's own holds.
Cells are read as those of every table, and a value must fit as it would in the scenario itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ipscost.delimited import DelimitedRow
from ipscost.errors import Problem, ScenarioError, closest, cut, nearest
from ipscost.loading.build import build
from ipscost.loading.reading import Reading, beside
from ipscost.loading.results.sheet import Sheet, open_sheet
from ipscost.loading.results.values import decimal_of, place, value_in
from ipscost.loading.text.cells import Placed, numbers_below, with_cells
from ipscost.loading.text.variants import apply_settings
from ipscost.loading.tree.arms import ARM
from ipscost.messages import Message
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.paths import is_within
from ipscost.scenario.rollout import SECTION, Site

CODE = "E340"
NAMES = ("site", "name", "municipality", "sted", "navn", "kommune")
"""How the column of names may be headed; without such a column it is the first."""
SHARED = ("arm", "outcome", "payer", "financing", "indexation", "between_sites", "published")
"""Parts of a rollout that all sites have in common."""
WORDS = ("label", "note", "source", "assumption", "sure", "unit")
"""Keys below a rollout that are no settings of a site."""
USUAL = ("starts", "until", "intake.target", "intake.months", "intake.recruitment", "intake.of")
"""What a site may state although the scenario does not."""
MOST_BYTES = 5_000_000
MOST_SITES = 1_000
"""Ten times as many as there are municipalities in Denmark."""


@dataclass(frozen=True, slots=True)
class SitesRead:
    """The sites of a table: its name as it was given, the SHA-256 of its text, a site a row."""

    file: str
    digest: str
    sites: tuple[Site, ...]


def read_sites(
    file: str | Path,
    reading: Reading,
    scenario: Scenario,
    settings: Sequence[str] = (),
    *,
    price_year: int | None = None,
) -> SitesRead:
    """The sites in a table, each a variant of `scenario`, which was built of `reading`.

    `settings` and `price_year` are those that it was built with. Raises ScenarioError with every
    problem of the table.
    """
    assert scenario.rollout is not None
    sheet, body = _read(str(file))
    table = _Table(sheet, body, reading, tuple(settings))
    table.check()
    table.raise_if_wrong()
    sites = table.sites(price_year)
    table.raise_if_wrong()
    return SitesRead(str(file), sheet.digest, sites)


def _read(file: str) -> tuple[Sheet, list[DelimitedRow]]:
    """The table and its rows that are not empty."""
    sheet = open_sheet(
        file,
        most=MOST_BYTES,
        smaller=Message("keep a row for each site"),
        holds=Message("headings and a row for each site"),
        such_as=Message("write a line of headings, such as site;intake.target, and a row per site"),
    )
    return sheet, [line for line in sheet.lines() if any(map(str.strip, line.texts))]


class _Table:
    """The rows of a table of sites; whatever is wrong goes to `problems`."""

    def __init__(
        self,
        sheet: Sheet,
        body: Sequence[DelimitedRow],
        reading: Reading,
        settings: tuple[str, ...],
    ) -> None:
        self.sheet, self.body, self.reading = sheet, body, reading
        self.problems: list[Problem] = []
        self.asked = tuple(each for each in settings if each.startswith(f"{ARM}="))
        self.tree = apply_settings(
            reading.tree, [each for each in settings if each not in self.asked]
        )
        self.known = self._known()
        heads = [header.casefold() for header in sheet.headers]
        own = (column for column, head in enumerate(heads) if head in NAMES)
        self.names = next(own, 0)
        self.columns = [
            column
            for column in range(len(heads))
            if column != self.names and (heads[column] or self._is_filled(column))
        ]
        self.paths: dict[int, str] = {}

    def raise_if_wrong(self) -> None:
        """Raises ScenarioError if there is a problem, each told once, in file order."""
        found = {(p.span.line, p.span.column, p.code, str(p.message)): p for p in self.problems}
        if found:
            raise ScenarioError([found[key] for key in sorted(found)])

    def _known(self) -> tuple[str, ...]:
        """The paths that a site may state, those of the scenario first."""
        stated = numbers_below(self.tree.root.get(SECTION), SECTION)
        usual = (f"{SECTION}.{each}" for each in USUAL)
        every = dict.fromkeys((*stated, *usual))
        return tuple(path for path in every if self._is_own(path))

    def _is_own(self, path: str) -> bool:
        """True for what may differ between sites."""
        if any(is_within(path, f"{SECTION}.{part}") for part in SHARED):
            return False
        return not set(path.split(".")) & set(WORDS)

    def _is_filled(self, column: int) -> bool:
        """True if any row has something in a column; spreadsheets save empty ones too."""
        return any("".join(line.texts[column : column + 1]).strip() for line in self.body)

    # --- what is wrong with the table ---------------------------------------------------------

    def refuse(self, line: DelimitedRow, column: int, message: str, fix: str) -> None:
        """Notes that a cell is amiss."""
        span = place(self.sheet.shown, line, column)
        self.problems.append(Problem(span, CODE, "", message, fix))

    def refuse_head(self, column: int, message: str, fix: str) -> None:
        """Notes that a heading is amiss."""
        self.problems.append(Problem(self.sheet.heading(column), CODE, "", message, fix))

    def check(self) -> None:
        """Looks at headings, widths and names, before any value is read."""
        for column in self.columns:
            self._check_heading(column)
        if not self.columns:
            message = Message("expected a column for each number that differs, found names alone")
            fix = Message("add a column such as {path}", path=self._example())
            self.refuse_head(0, message, fix)
        if not self.body:
            message = Message("expected a row for each site, found none")
            self.refuse_head(0, message, Message("add a row for each site"))
        if len(self.body) > MOST_SITES:
            message = Message(
                "expected at most {most:,} sites, found {sites:,}",
                most=MOST_SITES,
                sites=len(self.body),
            )
            self.refuse(self.body[MOST_SITES], 0, message, Message("keep a row for each site"))
        for line in self.body:
            self._check_width(line)
        if not self.problems:
            self._check_names()

    def _example(self) -> str:
        """The path of a number that a site may state."""
        return next(iter(self.known))

    def _check_heading(self, column: int) -> None:
        """The path that a heading means: a whole one, its last parts, or the column is refused."""
        head = self.sheet.headers[column].strip()
        if not head:
            message = Message("column {column} has no heading", column=column + 1)
            self.refuse_head(column, message, Message("write the path of a number above it"))
            return
        found = [path for path in self.known if path == head or path.endswith(f".{head}")]
        whole = [path for path in found if path in (head, f"{SECTION}.{head}")]
        common = next((part for part in SHARED if is_within(_below(head), part)), "")
        if common:
            message = Message("{head} is the same for all sites", head=head)
            fix = Message("take the column out; the scenario says what it is")
            self.refuse_head(column, message, fix)
        elif len(whole or found) > 1:
            message = Message("{head} may mean {paths}", head=head, paths=", ".join(found))
            self.refuse_head(column, message, Message("write {meant}", meant=_below(found[0])))
        elif not found and not is_within(head, SECTION):
            shorts = {path.rpartition(".")[2]: _below(path) for path in self.known}
            meant = closest(head, tuple(shorts))
            message = Message("no number of the rollout is called {head}", head=cut(head))
            if meant is not None:
                self.refuse_head(column, message, Message("write {meant}", meant=shorts[meant]))
            else:
                every = [_below(path) for path in self.known]
                self.refuse_head(column, message, nearest(head, every))
        else:
            path = (whole or found or [head])[0]
            if path in self.paths.values():
                message = Message("the column {path} stands twice", path=path)
                fix = Message("take one of the two out")
                self.refuse_head(column, message, fix)
            self.paths[column] = path

    def _check_width(self, line: DelimitedRow) -> None:
        """Refuses a row with more or fewer cells than there are headings."""
        headers, texts = list(self.sheet.headers), list(line.texts)
        for each in (headers, texts):
            while len(each) > max(self.columns, default=0) + 1 and not each[-1].strip():
                each.pop()
        given, wanted = len(texts), len(headers)
        if given == wanted:
            return
        message = Message(
            "expected {width} cells as in the header, found {count}", width=wanted, count=given
        )
        if given < wanted:
            lacking = ", ".join(headers[given:])
            fix = Message("add a cell for {lacking}, empty to keep the scenario's", lacking=lacking)
        else:
            fix = Message("take the rest away, or add the heading that the header lacks")
        self.refuse(line, min(given, wanted), message, fix)

    def _check_names(self) -> None:
        """Refuses a site without a name, or with that of another."""
        seen: dict[str, int] = {}
        for line in self.body:
            name = _name(line, self.names)
            if not name:
                message = Message("expected the name of the site, found an empty cell")
                self.refuse(line, self.names, message, Message("write its name"))
            elif name.casefold() in seen:
                message = Message(
                    "the site {name} stands twice, first on line {line}",
                    name=cut(name),
                    line=seen[name.casefold()],
                )
                fix = Message("take one of the two rows out, or give each a name of its own")
                self.refuse(line, self.names, message, fix)
            seen.setdefault(name.casefold(), line.number)

    # --- the sites -----------------------------------------------------------------------------

    def sites(self, price_year: int | None) -> tuple[Site, ...]:
        """A site for each row, built as the scenario is."""
        numbers = list(self.paths)
        decimal = decimal_of(self.sheet, self.body, numbers, self.refuse)
        if self.problems:
            return ()
        reading = self.reading
        inputs = reading.inputs.anew(reading.tree.inputs)
        prices, schedule = beside(reading, self.tree.root, inputs)
        reading = replace(reading, tree=self.tree, prices=prices, schedule=schedule)
        found = (self._site(line, reading, decimal, price_year) for line in self.body)
        return tuple(site for site in found if site is not None)

    def _site(
        self, line: DelimitedRow, reading: Reading, decimal: str, price_year: int | None
    ) -> Site | None:
        """The site of a row; None where something does not fit."""
        name, cells = _name(line, self.names), list[Placed]()
        for column, path in self.paths.items():
            if line.texts[column].strip():
                text = value_in(line.texts[column], decimal)
                span = place(self.sheet.shown, line, column)
                cells.append(Placed(path, text, span, self.sheet.heading(column)))
        own = replace(reading, tree=with_cells(self.tree, cells))
        try:
            built = build(own, self.asked, price_year=price_year)
        except ScenarioError as error:
            self.problems += [self._of_site(each, line, name) for each in error.problems]
            return None
        assert built.rollout is not None
        paths = tuple(cell.path for cell in cells)
        return Site(name, built.rollout, paths, place(self.sheet.shown, line, self.names))

    def _of_site(self, problem: Problem, line: DelimitedRow, name: str) -> Problem:
        """A problem of a site, at its row where it is about what the scenario says."""
        if problem.span.file == self.sheet.shown:
            return problem
        message = Message("{name}: {message}", name=name, message=problem.message)
        span = place(self.sheet.shown, line, self.names)
        return replace(problem, span=span, message=message)


def _below(path: str) -> str:
    """A path without the section it is in."""
    return path.removeprefix(f"{SECTION}.")


def _name(line: DelimitedRow, column: int) -> str:
    """The name of a site, with single blanks."""
    return " ".join(line.texts[column].split())
