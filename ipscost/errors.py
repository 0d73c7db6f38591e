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


CODES: dict[str, str] = {
    # the file itself
    "E001": "the file does not exist",
    "E002": "the path is a directory",
    "E003": "the file cannot be read",
    "E004": "the file is empty",
    "E005": "the file is too large",
    "E006": "the file is not UTF-8 text",
    # YAML
    "E010": "the YAML cannot be parsed",
    "E011": "a tab is used for indentation",
    "E012": "a key stands twice",
    "E013": "an anchor, alias or merge key is used",
    "E014": "a tag is used",
    "E015": "the nesting is too deep",
    "E016": "the file holds more than one document",
    # one key and its value
    "E101": "unknown key",
    "E102": "a key is missing",
    "E103": "a value has the wrong shape",
    "E104": "a value is not one of the allowed words",
    "E105": "a value is empty",
    "E106": "a name is malformed",
    "E112": "not a number",
    "E113": "not a finite number",
    "E114": "a number is out of range",
    "E115": "a unit is malformed",
    "E116": "a section has too many parts",
    # how values fit together
    "E201": "there must be exactly one reference arm",
    "E202": "unknown arm",
    "E203": "an arm is not stated",
    "E204": "unknown payer",
    "E205": "payer shares do not sum to 1",
    "E206": "unknown source",
    "E207": "a number has no source",
    "E208": "an amount must be stated in exactly one way",
    "E209": "uncertainty must be stated in one way",
    "E210": "an amount needs the reference arm",
    "E211": "a unit does not fit",
    "E212": "no price index or exchange rate for a year",
    "E213": "a cost needs amounts, or price and use",
    "E214": "the timing does not fit the horizon",
    "E215": "a distribution does not fit its number",
    "E216": "a level falls outside its range",
    "E217": "how money is converted is not stated",
    "E218": "unknown perspective",
    "E219": "a target does not fit the scenario",
    "E220": "a scenario needs two arms and a cost",
    # variants and the command line
    "E221": "the horizon is not the one that amounts were stated for",
    "E222": "bounds do not hold the number",
    "E223": "a correlation does not fit",
    "E224": "unknown quantity",
    "E225": "an analysis is malformed",
    "E226": "a shared number does not fit",
    "E231": "a perspective is malformed",
    "E232": "a receiver does not fit",
    "E233": "unknown discount schedule",
    "E234": "a discount schedule is malformed",
    "E235": "unknown category",
    "E236": "a study does not fit the scenario",
    "E237": "a horizon that is not known stands where it is needed",
    "E238": "amounts that change on a date do not fit",
    # a calibration
    "E241": "an unknown of a calibration is no number",
    "E242": "the bounds of an unknown do not fit",
    "E243": "a target of a calibration has no uncertainty",
    "E244": "a target of a calibration does not fit the scenario",
    "E245": "a calibration has fewer targets than unknowns",
    "E246": "no target depends on an unknown",
    "E247": "a fit leaves a number open",
    "E248": "an unknown is drawn together with other numbers",
    "E249": "a scenario has nothing to calibrate",
    # what is not known
    "E250": "unknown where a number is needed",
    "E251": "what an unknown amount is part of does not fit",
    # a model of states
    "E260": "a word of models stands in a scenario without one",
    "E261": "unknown state",
    "E262": "a row of transitions does not sum to 1",
    "E263": "the shares of those who begin do not sum to 1",
    "E264": "a state cannot be left, and is not said to be absorbing",
    "E265": "a transition is malformed",
    "E266": "how a transition is stated does not fit",
    "E267": "cycles do not fit the horizon",
    "E268": "values by cycle cannot be read",
    "E269": "a ladder does not fit",
    "E270": "a rate of other costs does not fit",
    "E271": "an outcome of the model is malformed",
    "E272": "the later effect is malformed",
    "E280": "a number is set in another form than that of the file",
    "E281": "a file that is named is not what it should be",
    "E282": "a standard deviation stands in the place of a standard error",
    "E283": "an amount of a state is stated in stretches",
    # an effect that is carried over
    "E290": "what is carried over is malformed",
    "E291": "an effect has nothing to be carried over by",
    "E292": "what is carried over names what is not there",
    "E293": "a scenario that carries an effect over cannot be calibrated",
    # scenarios that build on one another
    "E301": "scenarios extend each other in a circle",
    "E302": "a --set is malformed",
    "E303": "a --set names an unknown path",
    "E304": "an unknown path is asked for",
    "E311": "scenarios cannot be compared",
    # a rollout in the calendar
    "E320": "a rollout is malformed",
    "E321": "a month of the calendar does not exist, or does not fit",
    "E322": "a rollout begins before prices are known",
    "E323": "more people are planned to start than there are",
    "E324": "the posts of a rollout are malformed",
    "E325": "numbers of a rollout contradict each other",
    "E326": "a number of a rollout has another unit",
    "E327": "a rollout names what is not there",
    "E328": "a grant does not fit the rollout",
    "E329": "how a payer is financed is malformed",
    "E330": "a spread is of what is not there",
    "E331": "a spread is malformed",
    "E332": "no distribution has such a spread",
    "E340": "a table of sites does not fit the rollout",
    # many scenarios
    "E401": "a sweep, range or sample is malformed",
    "E402": "a design file does not fit",
    "E403": "two scenarios have one name",
    "E404": "no scenario is there",
    "E405": "a run needs too much memory",
    "E406": "a bug of ipscost",
    "E408": "a result is too large to be computed",
    # probabilistic results made elsewhere
    "E501": "a column of the results is missing",
    "E502": "two columns or arms of the results have one name or meaning",
    "E503": "a row of the results cannot be told into cells",
    "E504": "a cell of the results is not a number",
    "E505": "a cell of the results is empty or not finite",
    "E506": "a draw of an arm is missing",
    "E507": "a draw stands twice",
    "E508": "results need two arms",
    "E509": "results need two draws",
    "E510": "parameters do not fit the results",
    "E511": "an arm or outcome that the results do not have",
    "E512": "the cells of a table are parted by something else",
    "E513": "a row of the results is no draw",
    "E514": "an arm of the results follows from others",
    "E515": "a column of the results may be no effect",
    "E516": "net benefits stand where costs and effects are needed",
    "E517": "costs and effects in two files do not fit",
    "E518": "results hold one cost, of one arm or a difference",
    "E519": "results of several groups stand below one another",
    "E520": "a table has no headings",
    "E521": "results of an arm stand in parts that are to be added up",
    # what may be right
    "W401": "a source is not the first-hand publication",
    "W402": "a number may have been meant otherwise",
    "W403": "an interval is not centred on its number",
    "W404": "a productivity gain is entered as a cost",
    "W405": "a shared number or a ladder is used nowhere",
    "W406": "values or a stretch lie beyond the run",
    "W410": "a number replaces one that is stated in another form",
    "W411": "the uncertainty of a number that is replaced does not fit the new one",
    "W420": "probabilities are stated for another time than a cycle",
    # what does not hang together, of which `check` alone speaks
    "W430": "an effect changes no cost",
    "W431": "a source studied other people",
    "W432": "the newest source is old",
    "W440": "more than the whole effect is carried over",
    "W450": "nothing says how many are recruited",
    "W451": "as many people start in every year",
    "W452": "a budget beside a discounted answer",
    "W453": "that fewer are recruited is not tried",
    "W454": "posts on top of a whole sum of money",
    "W441": "it is not said by which outcome a rollout counts people",
}


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
