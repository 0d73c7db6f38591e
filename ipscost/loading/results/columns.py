"""The roles of the columns of results, and the measures of arms among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ipscost.directions import DALYS, SUFFIX
from ipscost.directions import known as direction
from ipscost.errors import Problem, ScenarioError, closest
from ipscost.loading.results.measures import (
    Heading,
    before,
    behind,
    glued,
    is_no_effect,
    plain,
    word,
)
from ipscost.loading.results.sheet import Sheet
from ipscost.loading.results.words import COST, DRAW, EFFECT, QALY, ROWS
from ipscost.messages import Message
from ipscost.numerals import is_figure

_FOLDED = {each.replace("_", ""): each for each in (*COST, *EFFECT)}


@dataclass(frozen=True)
class Wide:
    """One row per draw: the index of each arm's columns, by the arm in lower case.

    names: the arms as the file writes them. effect: empty if there are no effects. cost: net
    benefits if `is_net_benefit`. passed: headings that look like an effect but are not.
    """

    draw: int | None
    names: Mapping[str, str]
    cost: Mapping[str, int]
    effect: Mapping[str, int]
    outcome: str
    unread: tuple[int, ...]
    is_net_benefit: bool = False


@dataclass(frozen=True)
class Long:
    """One row per draw and arm: the index of each column."""

    draw: int | None
    arm: int
    cost: int
    effect: int | None
    outcome: str
    unread: tuple[int, ...]
    is_net_benefit: bool = False


@dataclass(frozen=True)
class AskedColumns:
    """What the user says about results: the columns of cost and effect, and the arms.

    What is not given is decided by the headings. is_effect_needed: refuse costs without effects.
    """

    cost: str | None = None
    outcome: str | None = None
    arms: tuple[str, ...] = field(default=())
    is_effect_needed: bool = True


def same_measure(wanted: str, known: Iterable[str]) -> str | None:
    """The known measure that is meant by `wanted`: the same words in any order, or a synonym.

    Synonyms are the words for QALYs or DALYs, and `wanted` followed by its direction.
    """
    words = list(known)
    if wanted in words:
        return wanted
    turned = [each for each in words if sorted(each.split("_")) == sorted(wanted.split("_"))]
    sets = [each for each in (QALY, DALYS) if wanted in each]
    alike = [each for each in words if any(each in names for names in sets)]
    alike += [each for each in words if each == f"{wanted}{SUFFIX}"]
    return next(iter(turned or alike), None)


def says_its_way(measure: str) -> bool:
    """True for an effect whose name ends by saying whether more or less of it is better."""
    return measure.endswith(SUFFIX) or direction([word(plain(measure)[0])]) is not None


def draw_column(sheet: Sheet) -> int | None:
    """The index of the column that numbers the draws (or rows, as R and pandas do), or None."""
    words = [word(header) for header in sheet.headers]
    index = next((words.index(each) for each in DRAW if each in words), None)
    return 0 if index is None and is_rows(sheet, 0) else index


def is_rows(sheet: Sheet, column: int) -> bool:
    """True for a first column headed the way R and pandas head row numbers."""
    return column == 0 and word(sheet.headers[0]) in ROWS


def refuse_twice(sheet: Sheet) -> None:
    """Raises ScenarioError if a heading is repeated, or if there are no headings."""
    headers = [header for header in sheet.headers if header]
    if headers and all(map(is_figure, headers)):
        message = Message(
            "expected headings, found the numbers {headers}", headers=", ".join(headers[:3])
        )
        fix = Message("add a line of headings above the numbers, such as draw,cost_usual,cost_ips")
        raise ScenarioError([Problem(sheet.heading(0), "E520", "", message, fix)])
    first: dict[str, int] = {}
    problems: list[Problem] = []
    for column, header in enumerate(sheet.headers):
        before_ = first.setdefault(header.casefold(), column)
        if header and before_ != column:
            message = Message(
                "the column {header} stands twice, first as column {before}",
                header=header,
                before=before_ + 1,
            )
            span, fix = (
                sheet.heading(column),
                Message("rename one of the two; each needs a name of its own"),
            )
            problems.append(Problem(span, "E502", "", message, fix))
    if problems:
        raise ScenarioError(problems)


Way = Callable[[str], Iterator[tuple[str, str]]]
Known = Callable[[str], bool]


def _onwards(header: str) -> Iterator[tuple[str, str]]:
    """The ways to read a heading as a measure followed by an arm, with or without a separator."""
    yield from before(header)
    yield from glued(header)


def one_of(words: Sequence[str]) -> Known:
    """A test for any of some words, whether their parts are written as one or separated."""
    return lambda text: text in words or _FOLDED.get(text) in words


class Measures:
    """The columns of a sheet that are measures of arms: column indices by measure and arm.

    Arms follow the measure (`cost_ips`, `costA`) or precede it (`ips_cost`), whichever fits more.
    """

    def __init__(self, headers: Sequence[str], known: Known) -> None:
        ways = [self._read(headers, known, way) for way in (_onwards, behind)]
        self.readings = max(ways, key=len)
        self.is_behind = self.readings is ways[1]
        self.by: dict[str, dict[str, int]] = {}
        self.twice: list[tuple[int, int]] = []
        for column, reading in self.readings.items():
            arms = self.by.setdefault(reading.measure, {})
            arm = reading.arm.casefold()
            if arm in arms:
                self.twice.append((column, arms[arm]))
            arms.setdefault(arm, column)
        for measure in [each for each in self.by if f"{each}s" in self.by]:
            if self.by[measure].keys().isdisjoint(self.by[f"{measure}s"]):
                self.by[measure] |= self.by.pop(f"{measure}s")

    @staticmethod
    def _read(headers: Sequence[str], known: Known, way: Way) -> dict[int, Heading]:
        """The columns that, read this way, hold a known measure.

        A word such as `discounted` belongs to the measure if the remaining arms also occur without
        it, or if all arms have it; otherwise it is part of the name of an arm.
        """
        exact: dict[int, Heading] = {}
        bare: dict[int, Heading] = {}
        for column, header in enumerate(headers):
            text, kind = plain(header)
            for each, into, kind_ in ((header, exact, ""), (text, bare, kind)):
                ways = [(w, a) for w, a in way(each) if known(w)]
                if ways:
                    measure, arm = ways[0]
                    into[column] = Heading(measure, arm, kind_)
        if not any(reading.kind for reading in bare.values()):
            return exact
        arms: dict[str, set[str]] = {}
        for reading in bare.values():
            arms.setdefault(reading.kind, set()).add(reading.arm.casefold())
        sets = list(arms.values())
        is_copy = len(bare) >= len(exact) and all(each & sets[0] for each in sets)
        return bare if is_copy and len(set.union(*sets)) > 1 else exact


def refuse_unpaired(sheet: Sheet, columns: Wide) -> None:
    """Raises ScenarioError if an arm has a cost but no effect, or the other way round."""
    if not columns.effect:
        return
    cost, effect = columns.cost, columns.effect
    used = {*cost.values(), *effect.values()}
    unused = [h for column, h in enumerate(sheet.headers) if h and column not in used]
    problems = []
    for one, other, lacking in ((cost, effect, columns.outcome), (effect, cost, "cost")):
        for arm in (arm for arm in one if arm not in other):
            header = sheet.headers[one[arm]]
            wanted = f"{lacking}_{columns.names[arm]}"
            near = closest(wanted, unused)
            if lacking != "cost" and near is not None and is_no_effect(word(near)):
                near = None
            fix = (
                Message("write {right} for {wrong}", right=wanted, wrong=near)
                if near
                else Message("add the column {wanted}", wanted=wanted)
            )
            message = Message("{header} has no {wanted} beside it", header=header, wanted=wanted)
            problems.append(Problem(sheet.heading(one[arm]), "E501", "", message, fix))
    if problems:
        raise ScenarioError(problems)
