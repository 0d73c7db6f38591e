"""How anything wrong reads: a place in a file, what was expected, what was found, and the fix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ipscost.messages import Message

TYPE_CHECKING = False  # as in typing, whose import would only cost time
if TYPE_CHECKING:
    from typing import Any, Protocol

    class Told(Protocol):
        """What can be told in any language, such as a label."""

        def tell(self, language: str) -> str:
            """The words in a language."""


ASKED = ("E001", "E002", "E003", "E304", "E403", "E404", "E511")
"""Codes of what a command line names and is not there, or not so; where a file names it, the
problem has its line, and is one of that file. Those of E511 point at the headings of results."""


STDIN = "<stdin>"
"""The name of the standard input where a file would be named."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file: line and column, counted from 1, length, and the text of the line."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    text: str = ""

    @property
    def place(self) -> str:
        """`file:line:column`, or only the file if no line applies."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def is_set(span: Span) -> bool:
    """True for a place on the command line, where the name of the option stands for a file."""
    return span.file.startswith("--")


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake (code E...) or doubt (code W...), with the edit that mends it.

    `message` and `fix` are English; where they are a `Message`, they can be told in other
    languages. `told` is the message for results, which repeat it. `shown` is the fix in several
    lines, where some are to be pasted into a file;
    empty where `fix`, which is on one line, is shown itself.
    """

    span: Span
    code: str
    path: str
    message: str
    fix: str
    told: Told | None = None
    shown: str = ""

    @property
    def is_error(self) -> bool:
        """True for an error, False for a warning."""
        return self.code.startswith("E")

    @property
    def is_asked(self) -> bool:
        """True where what was asked for on the command line is amiss, and no file is."""
        if is_set(self.span):
            return True
        return self.code in ASKED and (not self.span.line or self.code == "E511")

    def render(self, tell: Callable[[str], str] = str) -> str:
        """The problem as plain text: one line, the source line with a marker, the fix.

        tell: puts a message into the language of the reader, who is otherwise told in English.
        """
        severity = tell(Message("error") if self.is_error else Message("warning"))
        where = f" {self.path}:" if self.path else ""
        lines = [
            _visible(f"{self.span.place}: {severity}[{self.code}]{where} {tell(self.message)}")
        ]
        if self.span.line and self.span.text.strip():
            lines += _excerpt(self.span)
        first, *more = tell(self.shown or self.fix).splitlines() or [""]
        lines += [
            _visible(f"  {tell(Message('fix'))}: {first}"),
            *(_visible(line) for line in more),
        ]
        return "\n".join(lines)


def of_scenario(problem: Problem, name: str, elsewhere: Iterable[str] = ()) -> Problem:
    """The problem, with the scenario's name where its place is on the command line.

    What is asked for of several scenarios may fit some of them. `elsewhere` are further files that
    are no part of the scenario, such as a design.
    """
    if not is_set(problem.span) and problem.span.file not in elsewhere:
        return problem
    return replace(
        problem, message=Message("{message} (in {name})", message=problem.message, name=name)
    )


def _visible(text: str) -> str:
    """The text with line ends and control characters spelt out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _excerpt(span: Span, width: int = 100) -> list[str]:
    """The source line, cut to `width` characters around the span, and a row of carets."""
    start = max(0, span.column - 1 - width // 2) if len(span.text) > width else 0
    text = span.text[start : start + width]
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    column = span.column - 1 - start
    carets = "^" * max(1, min(span.length, len(text) - column))
    number = f"{span.line:>5}"
    return [f"{number} | {text}", f"{'':>5} | {'':>{column}}{carets}"]


class ScenarioError(Exception):
    """A scenario (or a file beside it) cannot be used; `problems` says why, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = in_file_order(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(problem.render() for problem in self.problems)

    def __repr__(self) -> str:
        return f"<ScenarioError: problems {len(self.problems)}>"

    @property
    def is_asked(self) -> bool:
        """True where nothing is amiss but what was asked for on the command line."""
        return all(problem.is_asked for problem in self.problems if problem.is_error) and any(
            problem.is_asked for problem in self.problems
        )


def a_kind(value: object) -> str:
    """What kind of thing a value is, in a message to those who write Python: `a str`, `an int`."""
    name = type(value).__name__
    return "None" if value is None else f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"


class AskedError(ValueError):
    """An option does not fit the scenario or another option; the text says what to do.

    The command line reports it as a mistake in the command, not in the scenario.
    """


class UndecidedError(AskedError):
    """Nothing can be decided, since something that counts is not known of any arm.

    `why` is what an analysis found (`analysis.lacking.Undecided`); a report puts it into words.
    """

    def __init__(self, why: Any) -> None:
        self.why = why
        parts = (f"{each.arm}: {each.what} not known" for each in why.arms)
        super().__init__("; ".join(parts))


TOO_LARGE_FIX = Message("check the largest numbers, and what is multiplied by them")


NOT_FINITE = Message("every cost and outcome must be finite")


class NotFiniteError(ValueError):
    """A cost or an outcome is too large for a floating-point number."""


def in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without duplicates, by file (in order of appearance), line and column."""
    first = {(p.span, p.code, p.message, p.fix): p for p in reversed(list(problems))}
    unique = list(reversed(first.values()))
    files = list(dict.fromkeys(problem.span.file for problem in unique))
    return tuple(
        sorted(unique, key=lambda p: (files.index(p.span.file), p.span.line, p.span.column))
    )


COMMA = Message("in braces, a comma begins the next key")


def cut(text: str, most: int = 60) -> str:
    """The text, shortened if it is too long for a message."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those that only follow from another.

    A misspelt required key is also missing, and a decimal comma in braces leaves a number that may
    be out of range.
    """
    found = list(problems)
    misspelt = {
        (p.span.file, p.path.rpartition(".")[0], p.fix.removeprefix("write "))
        for p in found
        if p.code == "E101"
    }
    commas = {(p.span.file, p.span.line, p.path) for p in found if COMMA in p.message}
    return [
        p
        for p in found
        if COMMA in p.message or (p.span.file, p.span.line, p.path) not in commas
        if p.code != "E102"
        or (p.span.file, p.path, p.fix.removeprefix("add ").partition(":")[0]) not in misspelt
    ]


ALIKE = 0.6
"""How alike two words must be for one to count as a misspelling of the other, by difflib's ratio,
whose documentation calls 0.6 the measure of a close match."""


def closest(word: str, known: Sequence[str]) -> str | None:
    """The known word that `word` is most likely a misspelling of, or None."""
    from difflib import SequenceMatcher

    for written in dict.fromkeys((word, word.lower())):
        letters, found = Counter(written), list[tuple[float, str]]()
        for each in known:
            least = ALIKE * (len(written) + len(each))
            if 2 * min(len(written), len(each)) < least or 2 * _common(letters, each) < least:
                continue  # no need to compare, which takes a hundred times as long
            if (ratio := SequenceMatcher(None, each, written).ratio()) >= ALIKE:
                found.append((ratio, each))
        if found:
            return max(found)[1]
    return None


def _common(letters: Mapping[str, int], word: str) -> int:
    """How many letters of `word` are among `letters`, counting repeated letters as often."""
    return sum(min(times, letters[letter]) for letter, times in _letters(word))


@lru_cache(maxsize=10_000)
def _letters(word: str) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(word).items())


def nearest(word: str, known: Sequence[str], most: int = 0) -> str:
    """The fix for an unknown word: the nearest known one, or the list of known ones.

    Of more than `most` (0 is any number) the nearest are listed.
    """
    if (match := closest(word, known)) is not None:
        return Message("write {meant}", meant=match)
    if not known:
        return Message("there is nothing to choose from yet; declare it first")
    if 0 < most < len(known):
        import difflib

        near = difflib.get_close_matches(word, known, n=most, cutoff=0) if word else known[:most]
        return Message(
            "use one of: {near}, or another of {known}", near=", ".join(near), known=len(known)
        )
    return Message("use one of: {others}", others=", ".join(known))
