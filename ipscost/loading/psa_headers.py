"""Which column of probabilistic results is what: headings matched by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ipscost.errors import Problem, ScenarioError, closest, nearest
from ipscost.loading.psa_layout import is_figure
from ipscost.loading.psa_measures import (
    NET_HEALTH,
    Reading,
    are_parts,
    before,
    behind,
    glued,
    is_change,
    is_net_benefit,
    is_no_effect,
    plain,
    sides,
    word,
)
from ipscost.loading.psa_sheet import Sheet

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

EFFECT = (*NAMELESS, *QALY, "ly", "lys", "life_years", "utility")
OUTCOMES = (
    *("daly", "dalys", "hours", "days", "weeks", "months", "years", "deaths", "death", "deceased"),
    *("survival", "events", "event", "cases", "case", "admissions", "admission", "visits", "falls"),
    *("infections", "relapses", "relapse", "remission", "response", "responders", "cured", "cures"),
    *(
        "employment",
        "employed",
        "job",
        "jobs",
        "work",
        "job_or_education",
        "education",
        "fractures",
    ),
    *("strokes", "births", "screened", "detected", "life_expectancy", "livsaar", "timer", "dage"),
    *("uger", "maaneder", "aar", "indlaeggelser", "doede", "i_job", "beskaeftigelse", "score"),
    *("hours_worked", "weeks_worked", "life_years_gained", "lyg", "qalys_gained", "effect_size"),
)
"""Headings of an effect that say what it is; others have to be named."""
_TAKEN = {*DRAW, *ARM, *COST, ""}
_FOLDED = {each.replace("_", ""): each for each in (*COST, *EFFECT)}

GROUPS = (
    *("subgroup", "subgroups", "group", "grp", "grp_id", "population", "pop", "sex", "gender"),
    *("age_group", "country", "region", "scenario", "scenarios", "perspective", "dr", "rate"),
    *("discount_rate", "discount", "horizon", "wtp", "threshold", "run_id", "cohort", "analysis"),
    *("undergruppe", "gruppe", "koen", "version", "model", "category", "batch", "seed"),
)
"""Headings of a column that tells apart results which stand below one another in one file."""


@dataclass(frozen=True)
class Wide:
    """A row a draw: places of the columns of each arm, by the arm in small letters.

    names: the arms as the file writes them. Without effects, `effect` is empty. cost holds net
    benefits where `is_net_benefit`. passed: headings that look like an effect and are none.
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
    """A row a draw and arm: the place of each column."""

    draw: int | None
    arm: int
    cost: int
    effect: int | None
    outcome: str
    unread: tuple[int, ...]
    is_net_benefit: bool = False


@dataclass(frozen=True)
class Asked:
    """What is asked of results: which columns are the cost and the effect, and of which arms.

    Nothing, where the headings are to tell. is_effect_needed: cost alone will not do.
    """

    cost: str | None = None
    outcome: str | None = None
    arms: tuple[str, ...] = field(default=())
    is_effect_needed: bool = True


def roles(sheet: Sheet, asked: Asked) -> Wide | Long:
    """What the columns of results are. Raises ScenarioError where that is unclear."""
    return _Roles(sheet, asked).found()


def same_measure(wanted: str, known: Iterable[str]) -> str | None:
    """The known measure that is the wanted one, in any order of words, or as QALYs go."""
    words = list(known)
    if wanted in words:
        return wanted
    turned = [each for each in words if sorted(each.split("_")) == sorted(wanted.split("_"))]
    alike = [each for each in words if each in QALY and wanted in QALY]
    return next(iter(turned or alike), None)


def draw_column(sheet: Sheet) -> int | None:
    """The place of the column that numbers the draws, or rows as R and pandas do, or None."""
    words = [word(header) for header in sheet.headers]
    place = next((words.index(each) for each in DRAW if each in words), None)
    return 0 if place is None and is_rows(sheet, 0) else place


def is_rows(sheet: Sheet, column: int) -> bool:
    """True for a first column headed as R and pandas head the numbers of rows."""
    return column == 0 and word(sheet.headers[0]) in ROWS


def refuse_twice(sheet: Sheet) -> None:
    """Raises ScenarioError where headings stand twice, or none is there."""
    headers = [header for header in sheet.headers if header]
    if headers and all(map(is_figure, headers)):
        message = f"expected headings, found the numbers {', '.join(headers[:3])}"
        fix = "add a line of headings above the numbers, such as draw,cost_usual,cost_ips"
        raise ScenarioError([Problem(sheet.heading(0), "E520", "", message, fix)])
    first: dict[str, int] = {}
    problems: list[Problem] = []
    for column, header in enumerate(sheet.headers):
        before_ = first.setdefault(header.casefold(), column)
        if header and before_ != column:
            message = f"the column {header} stands twice, first as column {before_ + 1}"
            span, fix = sheet.heading(column), "rename one of the two; each needs a name of its own"
            problems.append(Problem(span, "E502", "", message, fix))
    if problems:
        raise ScenarioError(problems)


Way = Callable[[str], Iterator[tuple[str, str]]]
Known = Callable[[str], bool]


def _onwards(header: str) -> Iterator[tuple[str, str]]:
    """The heading as a measure and then an arm, with something between them or nothing."""
    yield from before(header)
    yield from glued(header)


def one_of(words: Sequence[str]) -> Known:
    """Tells some words, written as one or with something between their parts."""
    return lambda text: text in words or _FOLDED.get(text) in words


class Measures:
    """The columns of a sheet that are measures of arms: places by measure, and by arm.

    Arms stand behind the measure (`cost_ips`, `costA`), or before it (`ips_cost`) where more do.
    """

    def __init__(self, headers: Sequence[str], known: Known) -> None:
        found = [self._read(headers, known, way) for way in (_onwards, behind)]
        self.readings = max(found, key=len)
        self.is_behind = self.readings is found[1]
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
    def _read(headers: Sequence[str], known: Known, way: Way) -> dict[int, Reading]:
        """Each column that this way finds a known measure in.

        A word such as `discounted` belongs to the measure where that leaves arms that are there
        without it too, or that all have it; else it is part of an arm's name.
        """
        exact: dict[int, Reading] = {}
        bare: dict[int, Reading] = {}
        for column, header in enumerate(headers):
            text, kind = plain(header)
            for each, into, kind_ in ((header, exact, ""), (text, bare, kind)):
                ways = [(w, a) for w, a in way(each) if known(w)]
                if ways:
                    measure, arm = ways[0]
                    into[column] = Reading(measure, arm, kind_)
        if not any(reading.kind for reading in bare.values()):
            return exact
        arms: dict[str, set[str]] = {}
        for reading in bare.values():
            arms.setdefault(reading.kind, set()).add(reading.arm.casefold())
        sets = list(arms.values())
        is_copy = len(bare) >= len(exact) and all(each & sets[0] for each in sets)
        return bare if is_copy and len(set.union(*sets)) > 1 else exact


class _Roles:
    """Finds the columns of one sheet."""

    def __init__(self, sheet: Sheet, asked: Asked) -> None:
        self.sheet = sheet
        self.headers = sheet.headers
        self.words = [word(header) for header in self.headers]
        self.bare = [plain(header) for header in self.headers]
        self.measures = [
            "_".join(filter(None, (word(text), kind))) if kind else word(text)
            for text, kind in self.bare
        ]
        self.cost = None if asked.cost is None else word(asked.cost)
        self.outcome = None
        if asked.outcome is not None:
            self.outcome = word(asked.outcome.removeprefix("outcome."))
        self.effect_needed = asked.is_effect_needed

    def found(self) -> Wide | Long:
        """What the columns are."""
        refuse_twice(self.sheet)
        if {"measure", "mean"} <= set(self.words):
            message = "expected a row per draw, found the means and intervals of a result"
            fix = "write the draws: ipscost cea SCENARIO --save-draws FILE.csv, or the same of voi"
            raise self.refuse("E501", message, fix)
        costs = self.costs()
        arm = self.first(ARM)
        is_long = self.long_of(COST) or self.long_of(SHORT_COST) or not costs.by or costs.is_behind
        if arm is not None and is_long:
            return self.long(arm)
        if costs.by:
            return self.wide(costs)
        benefits = self.net_benefits()
        if benefits.by:
            return self.wide_benefits(benefits)
        raise self.no_cost()

    def refuse(self, code: str, message: str, fix: str, column: int | None = None) -> ScenarioError:
        """The problem of a heading, or of the header as a whole."""
        return ScenarioError([self.problem(code, message, fix, column)])

    def problem(self, code: str, message: str, fix: str, column: int | None = None) -> Problem:
        return Problem(self.sheet.heading(column or 0), code, "", message, fix)

    def first(self, known: Sequence[str]) -> int | None:
        """The place of the column with the first of the known headings that there is."""
        return next((self.words.index(each) for each in known if each in self.words), None)

    # --- results without a cost ----------------------------------------------------------------

    def no_cost(self) -> ScenarioError:
        """The problem of results without a cost of each arm."""
        if (single := self.one_of_all()) is not None:
            return single
        health = [c for c, each in enumerate(self.words) if NET_HEALTH.match(each)]
        if health:
            message = "expected net benefits in money, found some in effect"
            fix = "multiply them by what an effect is worth, and head them nmb_ARM"
            return self.refuse("E516", message, fix, health[0])
        message = "expected a column cost_ARM for each arm, or columns arm and cost; found neither"
        starts = [re.split(r"[_.:\s-]", header)[0] for header in self.headers]
        for column, start in enumerate(starts):
            near = closest(start, COST) if start and not is_change(start) else None
            if near is not None and near != start.casefold():
                found = self.headers[column]
                fix = f"write {near}{found[len(start) :]} for {found}"
                return self.refuse("E501", message, fix, column)
        fix = "head the columns cost_ARM and effect_ARM, with the name of each arm for ARM"
        if self.first((*EFFECT, *OUTCOMES)) is None and not self.known_effects():
            fix += "; costs and effects in two files are read with --effects"
        return self.refuse("E501", message, fix)

    def one_of_all(self) -> ScenarioError | None:
        """The problem of results that hold one cost, so one arm or differences; else None."""
        costs = [c for c, (text, _) in enumerate(self.bare) if _is_one(text)]
        if not costs:
            return None
        header = self.headers[costs[0]]
        message = f"expected a cost of each arm, found {header} alone, and no column of arms"
        effects = [
            c
            for c, (text, _) in enumerate(self.bare)
            if _unchanged(text) in (*EFFECT, *SHORT_EFFECT)
        ]
        more = f" and effect_new for {self.headers[effects[0]]}" if effects else ""
        zeros = "columns cost_usual and effect_usual that hold" if effects else "a column "
        zeros += "" if effects else "cost_usual that holds"
        fix = "where it is one arm, add the other; where it holds differences, write cost_new for "
        fix += f"{header}{more}, and add {zeros} 0 in every row"
        return self.refuse("E518", message, fix, costs[0])

    # --- a row a draw and arm ----------------------------------------------------------------

    def long_of(self, known: Sequence[str]) -> list[int]:
        """The places of the columns that are headed by a known word, discounted or not."""
        return [
            column
            for column, (text, kind) in enumerate(self.bare)
            if word(text) in known or (not kind and self.words[column] in known)
        ]

    def long(self, arm: int) -> Long:
        """The columns of results with a row a draw and arm."""
        problems: list[Problem] = []
        places = self.long_of(COST) or self.long_of(SHORT_COST)
        is_benefit = False
        if not places:
            places = [c for c, each in enumerate(self.words) if is_net_benefit(each)]
            is_benefit = bool(places)
            self.refuse_benefits(places)
        if not places:
            raise self.no_long_cost(arm)
        cost = self.only(places, "cost", self.cost, problems)
        effect = None if is_benefit else self.effect_of_long(problems)
        if problems:
            raise ScenarioError(problems)
        draw = self.first(DRAW)
        used = {arm, cost, draw, effect}
        return Long(
            draw=draw,
            arm=arm,
            cost=cost,
            effect=effect,
            outcome="" if effect is None else self.measures[effect],
            unread=self.unread(used),
            is_net_benefit=is_benefit,
        )

    def no_long_cost(self, arm: int) -> ScenarioError:
        """The problem of a column of arms without one of costs."""
        message = f"expected a column cost beside {self.headers[arm]}, found none"
        rest = [header for header in self.headers if header and header != self.headers[arm]]
        parts = [header for header in rest if is_no_effect(word(header)) == "a cost"]
        near = None if len(parts) > 1 else closest("cost", rest)
        fix = f"write cost for {near}" if near else "head the column of costs cost"
        if len(parts) > 1:
            fix = f"add a column cost that holds the whole of it ({', '.join(parts[:3])})"
        return self.refuse("E501", message, fix)

    def only(
        self, places: Sequence[int], meaning: str, wanted: str | None, problems: list[Problem]
    ) -> int:
        """The place of the one column that is meant; a problem where several may be."""
        by = {self.measures[column]: column for column in places}
        if wanted is not None and (name := same_measure(wanted, by)) is not None:
            return by[name]
        if wanted is not None:
            message, fix = f"no column {wanted} is there", f"--{meaning}: {nearest(wanted, [*by])}"
            problems.append(self.problem("E511", message, fix))
        elif len(by) > 1:
            names = [self.headers[column] for column in places]
            problems.append(self.several(names, meaning, places[1]))
        return places[0]

    def several(self, names: Sequence[str], meaning: str, column: int) -> Problem:
        """The problem of several columns that may be the cost or the effect."""
        shown = f"{', '.join(names[:-1])} and {names[-1]}"
        message = f"{shown} may each be the {meaning}"
        option = "--outcome" if meaning == "effect" else "--cost"
        chosen = names[0].removesuffix("_ARM")
        chosen = f"'{chosen}'" if re.search(r"[^\w.-]", chosen) else chosen
        return self.problem("E502", message, f"add {option} {chosen}, or another of them", column)

    def effect_of_long(self, problems: list[Problem]) -> int | None:
        """The place of the column of effects; None where there is none and none is needed."""
        if self.outcome is not None:
            rest = {m: c for c, m in enumerate(self.measures) if m and m not in _TAKEN}
            if (name := same_measure(self.outcome, rest)) is not None:
                self.refuse_no_effect(name, self.headers[rest[name]], rest[name])
                return rest[name]
            message = f"no column {self.outcome} is there"
            raise self.refuse("E511", message, f"--outcome: {nearest(self.outcome, [*rest])}")
        for known in (EFFECT, OUTCOMES, SHORT_EFFECT):
            if places := self.long_of(known):
                return self.only(places, "effect", None, problems)
        if not self.effect_needed:
            return None
        message = "expected a column effect beside the cost, found none"
        rest_ = [h for h, each in zip(self.headers, self.words, strict=True) if each not in _TAKEN]
        near = next((h for h in rest_ if closest(word(h), EFFECT)), None)
        fix = "head the column of effects effect, or name it with --outcome"
        if near is not None:
            fix = f"write {closest(word(near), EFFECT)} for {near}"
        raise self.refuse("E501", message, fix)

    def refuse_no_effect(self, measure: str, shown: str, column: int) -> None:
        """Raises ScenarioError for an outcome that is asked for and is money or a ratio."""
        if what := is_no_effect(measure):
            kind = "no effect" if what == "no effect" else f"{what}, no effect"
            fix = "name a column that holds the effect itself, or leave --outcome out"
            raise self.refuse("E515", f"by its name {shown} is {kind}", fix, column)

    # --- a row a draw ------------------------------------------------------------------------

    def costs(self) -> Measures:
        """The columns of costs by arm."""
        found = Measures(self.headers, one_of(COST))
        return found if found.by else Measures(self.headers, one_of(SHORT_COST))

    def net_benefits(self) -> Measures:
        """The columns of net benefits by arm."""
        return Measures(self.headers, is_net_benefit)

    def wide(self, costs: Measures) -> Wide:
        """The columns of results with a column an arm."""
        self.refuse_arms_alike(costs)
        problems: list[Problem] = []
        names = {each.arm.casefold(): each.arm for each in costs.readings.values()}
        known = [set(arms) for arms in self.known_effects().values()]
        apart = [] if known else [s for arms in costs.by.values() if (s := sides([*arms]))]
        self.regroup(costs, known or apart, names)
        measure = self.one_measure(costs, "cost", problems, known)
        cost = costs.by[measure]
        if len(cost) == 1 and is_change(next(iter(cost))):
            raise self.one_of_all() or self.no_cost()
        effects = self.effects(cost)
        outcome = "" if problems and not known else self.chosen(effects, cost, problems)
        if are_parts([names[arm] for arm in cost]) and not outcome:
            column = next(iter(cost.values()))
            shown = ", ".join(self.headers[place] for place in cost.values())
            message = f"{shown} look like parts of one cost, not like costs of arms"
            fix = "head the whole cost of each arm cost_ARM, with the name of the arm for ARM"
            problems.append(self.problem("E501", message, fix, column))
        if problems:
            raise ScenarioError(problems)
        effect = effects.get(outcome, {})
        names = {**{arm: arm for arm in effect}, **names}
        draw = draw_column(self.sheet)
        return Wide(
            draw=draw,
            names=names,
            cost=cost,
            effect=effect,
            outcome=outcome,
            unread=self.unread({draw, *cost.values(), *effect.values()}),
        )

    def wide_benefits(self, benefits: Measures) -> Wide:
        """The columns of net benefits with a column an arm."""
        self.refuse_arms_alike(benefits)
        problems: list[Problem] = []
        cost = benefits.by[self.one_measure(benefits, "net benefit", problems)]
        if len(cost) == 1 and is_change(next(iter(cost))):
            column = next(iter(cost.values()))
            header = self.headers[column]
            message = f"expected the net benefit of each arm, found {header} alone"
            fix = (
                f"write nmb_new for {header}, and add a column nmb_usual that holds 0 in every row"
            )
            raise self.refuse("E518", message, fix, column)
        self.refuse_benefits([*cost.values()])
        if problems:
            raise ScenarioError(problems)
        draw = draw_column(self.sheet)
        return Wide(
            draw=draw,
            names={each.arm.casefold(): each.arm for each in benefits.readings.values()},
            cost=cost,
            effect={},
            outcome="",
            unread=self.unread({draw, *cost.values()}),
            is_net_benefit=True,
        )

    def refuse_benefits(self, places: Sequence[int]) -> None:
        """Raises ScenarioError for net benefits where costs and effects are needed."""
        if places and self.effect_needed:
            message = "expected costs and effects, found net benefits alone, which are at one "
            fix = "use ipscost voi, without --wtp; or add the columns cost_ARM and effect_ARM"
            raise self.refuse("E516", f"{message}threshold already", fix, places[0])

    def regroup(self, costs: Measures, known: Sequence[set[str]], names: dict[str, str]) -> None:
        """Takes what stands before the arms of the effect as a part of the measure.

        `cost_health_ips` and `cost_societal_ips` are two costs of ips where there is a `qaly_ips`.
        """
        for measure, arms in [*costs.by.items()]:
            fitting = next((each for each in known if not each & set(arms)), None)
            if fitting is None:
                continue
            found: dict[str, dict[str, int]] = {}
            for arm, column in arms.items():
                ways = [(w, a.casefold()) for w, a in before(arm) if a.casefold() in fitting]
                if not ways:
                    return
                found.setdefault(f"{measure}_{ways[0][0]}", {})[ways[0][1]] = column
            if found and all(set(each) == fitting for each in found.values()):
                del costs.by[measure]
                costs.by.update(found)
                for arm in fitting:
                    column = next(iter(found.values()))[arm]
                    names.setdefault(arm, self.headers[column][-len(arm) :])

    def one_measure(
        self,
        found: Measures,
        meaning: str,
        problems: list[Problem],
        effects: Sequence[set[str]] = (),
    ) -> str:
        """The measure that counts; a problem where several may.

        Where one alone is of the arms that have an effect, it is that.
        """
        known = [*found.by]
        paired = [each for each in known if set(found.by[each]) in effects]
        if self.cost is None and len(paired) == 1 < len(known):
            return paired[0]
        if self.cost is not None:
            if (name := same_measure(self.cost, known)) is not None:
                return name
            message = f"no columns {self.cost}_ARM are there"
            problems.append(self.problem("E511", message, f"--cost: {nearest(self.cost, known)}"))
        elif len(known) > 1:
            column = min(found.by[known[1]].values())
            problems.append(self.several([f"{each}_ARM" for each in known], meaning, column))
        return known[0]

    def refuse_arms_alike(self, found: Measures) -> None:
        """Raises ScenarioError where two columns are of one arm."""
        for column, other in found.twice:
            message = f"{self.headers[column]} names the arm that {self.headers[other]} names"
            raise self.refuse("E502", message, "give each arm a name of its own", column)

    def known_effects(self) -> dict[str, dict[str, int]]:
        """The columns of effects that are known by their word: places by measure and arm."""
        found = Measures(self.headers, one_of((*EFFECT, *OUTCOMES)))
        if not found.by:
            found = Measures(self.headers, one_of(SHORT_EFFECT))
        self.refuse_arms_alike(found)
        return found.by

    def effects(self, cost: Mapping[str, int]) -> dict[str, dict[str, int]]:
        """Every column that may be an effect: places by what stands before the arm, and arm."""
        found = self.known_effects()
        taken = {*cost.values(), *(place for arms in found.values() for place in arms.values())}
        for column, header in enumerate(self.headers):
            text, kind = plain(header)
            if column in taken:
                continue
            for way in (before, behind, glued):
                ways = sorted(way(text), key=lambda each: -len(each[1]))  # the longest arm first
                reading = next(((w, a) for w, a in ways if w and a.casefold() in cost), None)
                if reading is not None and reading[0] not in (*COST, *SHORT_COST):
                    measure = Reading(*reading, kind).measure
                    found.setdefault(measure, {}).setdefault(reading[1].casefold(), column)
                    break
        return found

    def chosen(
        self,
        effects: Mapping[str, Mapping[str, int]],
        cost: Mapping[str, int],
        problems: list[Problem],
    ) -> str:
        """What stands before the arm in the columns of effects; nothing where none is needed."""
        if self.outcome is not None:
            if (name := same_measure(self.outcome, effects)) is not None:
                self.refuse_no_effect(name, f"{name}_ARM", min(effects[name].values()))
                return name
            known = [each for each in effects if not is_no_effect(each)]
            message = f"no columns {self.outcome}_ARM are there"
            raise self.refuse("E511", message, f"--outcome: {nearest(self.outcome, known)}")
        paired = [each for each, arms in effects.items() if not set(arms).isdisjoint(cost)]
        for known_words in (EFFECT, OUTCOMES, SHORT_EFFECT):
            possible = [each for each in paired if _is_known(each, known_words)]
            if len(possible) > 1:
                column = min(effects[possible[1]].values())
                names = [f"{each}_ARM" for each in possible]
                problems.append(self.several(names, "effect", column))
            if possible:
                return possible[0]
        if self.effect_needed:
            problems.append(self.no_effect(effects, cost))
        return ""

    def no_effect(
        self, effects: Mapping[str, Mapping[str, int]], cost: Mapping[str, int]
    ) -> Problem:
        """The problem of costs without effects; headings that may be some are told."""
        message = "expected a column effect_ARM for each arm, found none"
        whole = [each for each, arms in effects.items() if set(arms) == set(cost)]
        possible = [each for each in whole if not is_no_effect(each)]
        if possible:
            message += f"; {possible[0]}_ARM may be one, but its name does not tell"
            fix = f"add --outcome {possible[0]} if it is the effect"
            return self.problem("E515", message, fix, min(effects[possible[0]].values()))
        for column, header in enumerate(self.headers):
            start = re.split(r"[_.:\s-]", header)[0]
            near = closest(start, EFFECT) if start and column not in cost.values() else None
            if near is not None and near != start.casefold() and not is_no_effect(word(header)):
                fix = f"write {near}{header[len(start) :]} for {header}"
                return self.problem("E501", message, fix, column)
        passed = [f"{each}_ARM ({what})" for each in whole if (what := is_no_effect(each))]
        if passed:
            message += f" but {' and '.join(passed)}"
        fix = "add the columns of effects, headed effect_ARM, or name their file with --effects"
        return self.problem("E501", message, fix)

    def unread(self, used: set[int | None]) -> tuple[int, ...]:
        """The places of the columns that have a heading and are not read."""
        return tuple(
            column for column, each in enumerate(self.headers) if each and column not in used
        )


def _is_one(text: str) -> bool:
    """True for a heading that is a cost and of no arm, or the difference in one."""
    rest = _unchanged(text)
    return rest in COST or (rest in SHORT_COST and is_change(text))


def _is_effect(text: str) -> bool:
    return _unchanged(text) in (*EFFECT, *SHORT_EFFECT)


def _unchanged(text: str) -> str:
    """The heading in small letters, without words such as `incremental`."""
    return "_".join(part for part in word(text).split("_") if not is_change(part))


def _is_known(measure: str, known: Sequence[str]) -> bool:
    """True for a known measure, discounted or not."""
    text, _ = plain(measure)
    return measure in known or word(text) in known


def refuse_unpaired(sheet: Sheet, columns: Wide) -> None:
    """Raises ScenarioError where an arm has a cost without an effect, or the other way."""
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
            fix = f"write {wanted} for {near}" if near else f"add the column {wanted}"
            message = f"{header} has no {wanted} beside it"
            problems.append(Problem(sheet.heading(one[arm]), "E501", "", message, fix))
    if problems:
        raise ScenarioError(problems)
