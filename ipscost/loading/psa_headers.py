"""Which column of probabilistic results is what: headings matched by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ipscost.directions import DALYS, SUFFIX
from ipscost.errors import Problem, ScenarioError, closest, nearest
from ipscost.loading.psa_sheet import Sheet
from ipscost.words.nouns import many

DRAW = (
    *("draw", "draws", "sim", "sims", "simulation", "simulation_id", "sim_id", "nsim"),
    *(
        "nsamp",
        "iteration",
        "iterations",
        "iter",
        "sample",
        "sample_id",
        "replicate",
        "replication",
        "rep",
    ),
    *("run", "psa_id", "psa_run", "index", "traekning", "simulering"),
)
"""Headings of the column that numbers the draws."""

ROWS = ("", "x", "unnamed_0")
"""Headings of the first column where R or pandas has numbered the rows in it."""

ARM = (
    *("arm", "arms", "strategy", "strategies", "strategy_name", "strategy_names", "strategy_id"),
    *("treatment", "treatments", "treatment_name", "trt", "intervention", "interventions"),
    *("comparator", "option", "alternative", "strategi", "behandling", "indsats"),
)
COST = ("cost", "costs", "total_cost", "total_costs", "cost_total", "omkostning", "omkostninger")
QALY = ("qaly", "qalys", "total_qaly", "total_qalys")
SHORT_COST, SHORT_EFFECT = ("c",), ("e", "eff", "u")
"""Headings that count where none of the longer ones is there."""

NAMELESS = ("effect", "effects", "effectiveness", "outcome", "benefit", "effekt", "effekter")
"""Headings of an effect that do not say what it is."""

EFFECT = (*NAMELESS, *QALY, *DALYS, "ly", "lys", "life_years", "utility")
_TAKEN = {*DRAW, *ARM, *COST, ""}
_SPLIT = re.compile(r"\s*[_.:-]\s*|\s+")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class Wide:
    """A row a draw: places of the columns of each arm. Without effects, `effect` is empty."""

    draw: int | None
    arms: tuple[str, ...]
    cost: tuple[int, ...]
    effect: tuple[int, ...]
    outcome: str
    unread: tuple[int, ...]


@dataclass(frozen=True)
class Long:
    """A row a draw and arm: the place of each column."""

    draw: int | None
    arm: int
    cost: int
    effect: int | None
    outcome: str
    unread: tuple[int, ...]


def word(text: str) -> str:
    """A heading in small letters, with one underscore for all that is no letter or digit."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower().translate(_DANISH)).strip("_")


def roles(sheet: Sheet, outcome: str | None, *, effect_needed: bool) -> Wide | Long:
    """What the columns of results are. Raises ScenarioError (E501, E502) where that is unclear."""
    return _Roles(sheet, outcome, effect_needed).found()


def _same(wanted: str, known: Iterable[str]) -> str | None:
    """The known word that is the wanted one, or that is another word for the same.

    That is one for QALYs or DALYs as it is, or the wanted one with its direction behind it.
    """
    words = list(known)
    sets = [each for each in (QALY, DALYS) if wanted in each]
    alike = [each for each in words if any(each in names for names in sets)]
    alike += [each for each in words if each == f"{wanted}{SUFFIX}"]
    return wanted if wanted in words else next(iter(alike), None)


def draw_column(sheet: Sheet) -> int | None:
    """The place of the column that numbers the draws, or rows as R and pandas do, or None."""
    words = [word(header) for header in sheet.headers]
    place = next((words.index(each) for each in DRAW if each in words), None)
    return 0 if place is None and is_rows(sheet, 0) else place


def is_rows(sheet: Sheet, column: int) -> bool:
    """True for a first column headed as R and pandas head the numbers of rows."""
    return column == 0 and word(sheet.headers[0]) in ROWS


def refuse_twice(sheet: Sheet) -> None:
    """Raises ScenarioError where headings stand twice."""
    first: dict[str, int] = {}
    problems: list[Problem] = []
    for column, header in enumerate(sheet.headers):
        before = first.setdefault(header.casefold(), column)
        if header and before != column:
            message = f"the column {header} stands twice, first as column {before + 1}"
            span, fix = sheet.heading(column), "keep one of the two, or rename one"
            problems.append(Problem(span, "E502", "", message, fix))
    if problems:
        raise ScenarioError(problems)


class _Roles:
    """Finds the columns of one sheet."""

    def __init__(self, sheet: Sheet, outcome: str | None, effect_needed: bool) -> None:
        self.sheet = sheet
        self.headers = sheet.headers
        self.words = [word(header) for header in self.headers]
        self.outcome = None if outcome is None else word(outcome.removeprefix("outcome."))
        self.effect_needed = effect_needed

    def found(self) -> Wide | Long:
        """What the columns are."""
        refuse_twice(self.sheet)
        if {"measure", "mean"} <= set(self.words):
            message = "expected a row per draw, found the means and intervals of a result"
            fix = "write the draws: ipscost cea SCENARIO --save-draws FILE.csv, or the same of voi"
            raise self.refuse("E501", message, fix)
        costs = self.prefixed(COST) or self.prefixed(SHORT_COST)
        arm = self.first(ARM)
        if arm is not None and (self.first((*COST, *SHORT_COST)) is not None or not costs):
            return self.long(arm)
        if not costs:
            raise self.no_cost()
        return self.wide(costs)

    def refuse(self, code: str, message: str, fix: str, column: int | None = None) -> ScenarioError:
        """The problem of a heading, or of the header as a whole."""
        span = self.sheet.heading(column or 0)
        return ScenarioError([Problem(span, code, "", message, fix)])

    def first(self, known: Sequence[str]) -> int | None:
        """The place of the column with the first of the known headings that there is."""
        return next((self.words.index(each) for each in known if each in self.words), None)

    def no_cost(self) -> ScenarioError:
        """The problem of results without a cost."""
        message = "expected a column cost_ARM for each arm, or columns arm and cost; found neither"
        starts = [re.split(r"[_.:\s-]", header)[0] for header in self.headers]
        for column, start in enumerate(starts):
            if start and (near := closest(start, COST)) is not None:
                found = self.headers[column]
                fix = f"write {near}{found[len(start) :]} for {found}"
                return self.refuse("E501", message, fix, column)
        fix = "head the columns cost_ARM and effect_ARM, with the name of each arm for ARM"
        return self.refuse("E501", message, fix)

    # --- a row a draw and arm ----------------------------------------------------------------

    def long(self, arm: int) -> Long:
        """The columns of results with a row a draw and arm."""
        cost = self.only(COST, "cost") if self.first(COST) is not None else self.first(SHORT_COST)
        if cost is None:
            message = f"expected a column cost beside {self.headers[arm]}, found none"
            rest = [header for header in self.headers if header and header != self.headers[arm]]
            near = closest("cost", rest)
            fix = f"write cost for {near}" if near else "head the column of costs cost"
            raise self.refuse("E501", message, fix)
        draw, effect = (
            self.first(DRAW),
            self.effect_of_long(),
        )
        used = {arm, cost, draw, effect}
        return Long(
            draw=draw,
            arm=arm,
            cost=cost,
            effect=effect,
            outcome="" if effect is None else self.words[effect],
            unread=self.unread(used),
        )

    def only(self, known: Sequence[str], meaning: str) -> int:
        """The place of the one column with a known heading. Raises ScenarioError for several."""
        places = [column for column, each in enumerate(self.words) if each in known]
        if len(places) > 1:
            names = " and ".join(self.headers[column] for column in places)
            message = f"{names} may each be the {meaning}"
            fix = "leave all but one of them out"
            if meaning == "effect":
                fix = f"add --outcome {self.headers[places[0]]}, or another of them"
            raise self.refuse("E502", message, fix, places[1])
        return places[0]

    def effect_of_long(self) -> int | None:
        """The place of the column of effects; None where there is none and none is needed."""
        if self.outcome is not None:
            if (name := _same(self.outcome, self.words)) is not None:
                return self.words.index(name)
            rest = [each for each in self.words if each not in _TAKEN]
            message = f"no column {self.outcome} is there"
            raise self.refuse("E511", message, f"--outcome: {nearest(self.outcome, rest)}")
        for known in (EFFECT, SHORT_EFFECT):
            if self.first(known) is not None:
                return self.only(known, "effect")
        if not self.effect_needed:
            return None
        message = "expected a column effect beside the cost, found none"
        rest = [h for h, each in zip(self.headers, self.words, strict=True) if each not in _TAKEN]
        typos = (h for h in rest if closest(word(h), EFFECT) and not many(word(h), "da"))
        near = next(typos, None)  # days are no misspelt DALYs
        fix = "head the column of effects effect, or name it with --outcome"
        if near is not None:
            fix = f"write {closest(word(near), EFFECT)} for {near}"
        raise self.refuse("E501", message, fix)

    # --- a row a draw ------------------------------------------------------------------------

    def wide(self, costs: dict[str, dict[str, int]]) -> Wide:
        """The columns of results with a column an arm."""
        prefix = next(iter(costs))
        if len(costs) > 1:
            message = f"{' and '.join(f'{each}_ARM' for each in costs)} may each be the cost"
            other = min(costs[list(costs)[1]].values())
            raise self.refuse("E502", message, "leave all but one of them out", other)
        cost = costs[prefix]
        effects = self.effects(cost)
        outcome = self.chosen(effects, cost)
        effect = effects.get(outcome, {})
        self.refuse_unpaired(cost, effect, outcome)
        draw = draw_column(self.sheet)
        return Wide(
            draw=draw,
            arms=tuple(self.rest(column, prefix) for column in cost.values()),
            cost=tuple(cost.values()),
            effect=tuple(effect[arm] for arm in cost) if effect else (),
            outcome=outcome,
            unread=self.unread({draw, *cost.values(), *effect.values()}),
        )

    def prefixed(self, known: Sequence[str]) -> dict[str, dict[str, int]]:
        """The columns headed by a known word and an arm: places by word and arm."""
        found: dict[str, dict[str, int]] = {}
        for column, header in enumerate(self.headers):
            splits = [m.start() for m in _SPLIT.finditer(header)]
            words = [word(header[:split]) for split in reversed(splits)]
            prefix = next((each for each in words if each in known), None)
            if prefix is None or not self.rest(column, prefix):
                continue
            arm, arms = self.rest(column, prefix).casefold(), found.setdefault(prefix, {})
            if arm in arms:
                message = f"{header} names the arm that {self.headers[arms[arm]]} names"
                raise self.refuse("E502", message, "give each arm a name of its own", column)
            arms[arm] = column
        return found

    def rest(self, column: int, prefix: str) -> str:
        """What stands behind the prefix of a heading: the arm."""
        header = self.headers[column]
        split = next(m for m in _SPLIT.finditer(header) if word(header[: m.start()]) == prefix)
        return header[split.end() :].strip()

    def effects(self, cost: Mapping[str, int]) -> dict[str, dict[str, int]]:
        """Every column that may be an effect: places by what stands before the arm, and arm."""
        found = self.prefixed((*EFFECT, *SHORT_EFFECT))
        taken = {*cost.values(), *(place for arms in found.values() for place in arms.values())}
        longest = sorted(cost, key=len, reverse=True)
        for column, header in enumerate(self.headers):
            low = header.casefold()
            arm = next((each for each in longest if low.endswith(each)), None)
            prefix = "" if arm is None else low[: len(low) - len(arm)]
            if arm is not None and _SPLIT.search(prefix[-1:]) and column not in taken:
                found.setdefault(word(prefix), {}).setdefault(arm, column)
        return found

    def chosen(self, effects: Mapping[str, Mapping[str, int]], cost: Mapping[str, int]) -> str:
        """What stands before the arm in the columns of effects; nothing where none is needed."""
        if self.outcome is not None:
            if (name := _same(self.outcome, effects)) is not None:
                return name
            message = f"no columns {self.outcome}_ARM are there"
            raise self.refuse("E511", message, f"--outcome: {nearest(self.outcome, [*effects])}")
        whole = [each for each, arms in effects.items() if set(arms) == set(cost)]
        paired = [each for each, arms in effects.items() if not set(arms).isdisjoint(cost)]
        known = [each for each in paired if each in EFFECT]
        short = [each for each in paired if each in SHORT_EFFECT]
        possible = known or short or whole
        if len(possible) > 1:
            names = " and ".join(f"{each}_ARM" for each in possible)
            fix = f"add --outcome {possible[0]}, or another of them"
            column = min(effects[possible[1]].values())
            raise self.refuse("E502", f"{names} may each be the effect", fix, column)
        if possible or not self.effect_needed:
            return "".join(possible)
        message = "expected a column effect_ARM for each arm, found none"
        taken = {*cost.values()}
        for column, header in enumerate(self.headers):
            start = re.split(r"[_.:\s-]", header)[0]
            near = closest(start, EFFECT) if start and column not in taken else None
            if near is not None:
                fix = f"write {near}{header[len(start) :]} for {header}"
                raise self.refuse("E501", message, fix, column)
        fix = "head the columns of effects effect_ARM, or name them with --outcome"
        raise self.refuse("E501", message, fix)

    def refuse_unpaired(
        self, cost: Mapping[str, int], effect: Mapping[str, int], outcome: str
    ) -> None:
        """Raises ScenarioError where an arm has a cost without an effect, or the other way."""
        if not outcome:
            return
        pairs = [(cost, effect, outcome), (effect, cost, "cost")]
        used = {*cost.values(), *effect.values()}
        unused = [h for column, h in enumerate(self.headers) if h and column not in used]
        problems = []
        for one, other, lacking in pairs:
            for arm in (arm for arm in one if arm not in other):
                header = self.headers[one[arm]]
                wanted = f"{lacking}_{header[len(header) - len(arm) :]}"
                near = closest(wanted, unused)
                fix = f"write {wanted} for {near}" if near else f"add the column {wanted}"
                message = f"{header} has no {wanted} beside it"
                span = self.sheet.heading(one[arm])
                problems.append(Problem(span, "E501", "", message, fix))
        if problems:
            raise ScenarioError(problems)

    def unread(self, used: set[int | None]) -> tuple[int, ...]:
        """The places of the columns that have a heading and are not read."""
        return tuple(
            column for column, each in enumerate(self.headers) if each and column not in used
        )
