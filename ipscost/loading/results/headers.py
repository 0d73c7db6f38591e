"""The roles of the columns of probabilistic results, found by their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ipscost.directions import SUFFIX
from ipscost.errors import Problem, ScenarioError, closest, nearest
from ipscost.loading.results.columns import (
    AskedColumns,
    Long,
    Measures,
    Wide,
    draw_column,
    one_of,
    refuse_twice,
    same_measure,
    says_its_way,
)
from ipscost.loading.results.long_columns import LongColumns
from ipscost.loading.results.measures import (
    NET_HEALTH,
    Heading,
    are_parts,
    before,
    behind,
    glued,
    is_change,
    is_net_benefit,
    is_no_effect,
    periods,
    plain,
    sides,
    word,
)
from ipscost.loading.results.sheet import Sheet
from ipscost.loading.results.words import (
    ARM,
    COST,
    EFFECT,
    EXTRA,
    OUTCOMES,
    SAVING,
    SHORT_COST,
    SHORT_EFFECT,
)
from ipscost.messages import Message, ands


def roles(sheet: Sheet, asked: AskedColumns) -> Wide | Long:
    """The roles of the columns of results. Raises ScenarioError if they are unclear."""
    return _Roles(sheet, asked).assigned()


class _Roles(LongColumns):
    """Assigns a role to each column of one sheet."""

    def assigned(self) -> Wide | Long:
        """The roles of the columns."""
        refuse_twice(self.sheet)
        if {"measure", "mean"} <= set(self.words):
            message = Message("expected a row per draw, found the means and intervals of a result")
            fix = Message(
                "write the draws: ipscost cea SCENARIO --save-draws FILE.csv, or the same of voi"
            )
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

    # --- results without a cost ----------------------------------------------------------------

    def no_cost(self) -> ScenarioError:
        """The problem that there is no cost of each arm."""
        if (single := self.one_of_all()) is not None:
            return single
        health = [c for c, each in enumerate(self.words) if NET_HEALTH.match(each)]
        if health:
            message = Message("expected net benefits in money, found some in effect")
            fix = Message("multiply them by what an effect is worth, and head them nmb_ARM")
            return self.refuse("E516", message, fix, health[0])
        savings = [c for c, each in enumerate(self.words) if set(each.split("_")) & set(SAVING)]
        if savings:
            message = Message(
                "expected costs, found savings in {headers}", headers=self.headers[savings[0]]
            )
            fix = Message(
                "write the savings with their sign turned, as costs, and head them cost_ARM; "
                "where they are differences from another arm, that arm costs 0"
            )
            return self.refuse("E501", message, fix, savings[0])
        message = Message(
            "expected a column cost_ARM for each arm, or columns arm and cost; found neither"
        )
        if parts := self.parts_of_costs():
            named = ands(f"{each}_ARM" for each in parts)
            fix = Message(
                "add a column cost_ARM for each arm that holds the sum of {named}", named=named
            )
            return self.refuse("E501", message, fix, min(parts.values()))
        starts = [re.split(r"[_.:\s-]", header)[0] for header in self.headers]
        for column, start in enumerate(starts):
            near = closest(start, COST) if start and not is_change(start) else None
            if near is not None and near != start.casefold():
                heading = self.headers[column]
                fix = Message(
                    "write {near}{rest} for {heading}",
                    near=near,
                    rest=heading[len(start) :],
                    heading=heading,
                )
                return self.refuse("E501", message, fix, column)
        fix = Message("head the columns cost_ARM and effect_ARM, with the name of each arm for ARM")
        if self.first((*EFFECT, *OUTCOMES)) is None and not self.known_effects():
            fix = Message("{fix}; costs and effects in two files are read with --effects", fix=fix)
        return self.refuse("E501", message, fix)

    def parts_of_costs(self) -> dict[str, int]:
        """Where the same arms have several partial costs: the first column of each."""
        arms: dict[str, dict[str, int]] = {}
        for column, header in enumerate(self.headers):
            for measure, arm in before(header):
                if re.fullmatch(r"[a-z0-9_]+costs?", measure) and measure not in COST:
                    arms.setdefault(measure, {})[arm.casefold()] = column
                    break
        first = next(iter(arms.values()), {})
        alike = {each: min(of.values()) for each, of in arms.items() if set(of) == set(first)}
        return alike if len(alike) > 1 and len(first) > 1 else {}

    def one_of_all(self) -> ScenarioError | None:
        """The problem that there is only one cost (one arm, or differences); None if not."""
        costs = [c for c, (text, _) in enumerate(self.bare) if _is_one(text)]
        if not costs:
            return None
        header = self.headers[costs[0]]
        message = Message(
            "expected a cost of each arm, found {header} alone, and no column of arms",
            header=header,
        )
        effects = [c for c, (text, _) in enumerate(self.bare) if _is_effect(text)]
        more, zeros = "", Message("a column cost_usual that holds")
        if effects:
            more = Message(" and effect_new for {headers}", headers=self.headers[effects[0]])
            zeros = Message("columns cost_usual and effect_usual that hold")
        fix = Message(
            "where it is one arm, add the other; where it holds differences, write cost_new "
            "for {header}{more}, and add {zeros} 0 in every row",
            header=header,
            more=more,
            zeros=zeros,
        )
        return self.refuse("E518", message, fix, costs[0])

    # --- a row a draw ------------------------------------------------------------------------

    def costs(self) -> Measures:
        """The columns of costs by arm."""
        measures = Measures(self.headers, one_of(COST))
        return measures if measures.by else Measures(self.headers, one_of(SHORT_COST))

    def net_benefits(self) -> Measures:
        """The columns of net benefits by arm."""
        return Measures(self.headers, is_net_benefit)

    def wide(self, costs: Measures) -> Wide:
        """The columns of results with one column per arm."""
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
            shown = ", ".join(self.headers[index] for index in cost.values())
            message = Message(
                "{shown} look like parts of one cost, not like costs of arms", shown=shown
            )
            fix = Message(
                "head the whole cost of each arm cost_ARM, with the name of the arm for ARM"
            )
            problems.append(self.problem("E501", message, fix, column))
        if ending := periods([names[arm] for arm in cost]):
            column = next(iter(cost.values()))
            message = Message(
                "the costs of each arm stand by period ({ending})", ending=", ".join(ending[:3])
            )
            fix = Message(
                "add a column that holds their sum for each arm, headed cost_ARM, and take the "
                "columns by period out"
            )
            problems = [self.problem("E521", message, fix, column)]
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
        """The columns of net benefits with one column per arm."""
        self.refuse_arms_alike(benefits)
        problems: list[Problem] = []
        cost = benefits.by[self.one_measure(benefits, "net benefit", problems)]
        if len(cost) == 1 and is_change(next(iter(cost))):
            column = next(iter(cost.values()))
            header = self.headers[column]
            message = Message(
                "expected the net benefit of each arm, found {header} alone", header=header
            )
            fix = Message(
                "write nmb_new for {header}, and add a column nmb_usual that holds 0 in every row",
                header=header,
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

    def regroup(self, costs: Measures, known: Sequence[set[str]], names: dict[str, str]) -> None:
        """Regroups costs so that their arms are those of the effect.

        What a heading says before such an arm becomes part of the measure:

        `cost_health_ips` and `cost_societal_ips` are two costs of ips if there is a `qaly_ips`.
        """
        for measure, arms in [*costs.by.items()]:
            fitting = next((each for each in known if not each & set(arms)), None)
            if fitting is None:
                continue
            regrouped: dict[str, dict[str, int]] = {}
            for arm, column in arms.items():
                ways = [(w, a.casefold()) for w, a in before(arm) if a.casefold() in fitting]
                if not ways:
                    regrouped = {}
                    break
                regrouped.setdefault(f"{measure}_{ways[0][0]}", {})[ways[0][1]] = column
            if regrouped and all(set(each) == fitting for each in regrouped.values()):
                del costs.by[measure]
                costs.by.update(regrouped)
                for arm in fitting:
                    column = next(iter(regrouped.values()))[arm]
                    names.setdefault(arm, self.headers[column][-len(arm) :])

    def one_measure(
        self,
        measures: Measures,
        meaning: str,
        problems: list[Problem],
        effects: Sequence[set[str]] = (),
    ) -> str:
        """The measure to use; adds a problem if there are several candidates.

        If the arms of only one of them have an effect, that is the one.
        """
        known = [*measures.by]
        paired = [each for each in known if set(measures.by[each]) in effects]
        if self.cost is None and len(paired) == 1 < len(known):
            return paired[0]
        if self.cost is not None:
            if (name := same_measure(self.cost, known)) is not None:
                return name
            message = Message("no columns {cost}_ARM are there", cost=self.cost)
            fix = Message("--cost: {nearest}", nearest=nearest(self.cost, known))
            problems.append(self.problem("E511", message, fix))
        elif len(known) > 1:
            column = min(measures.by[known[1]].values())
            problems.append(self.several([f"{each}_ARM" for each in known], meaning, column))
        return known[0]

    def refuse_arms_alike(self, measures: Measures) -> None:
        """Raises ScenarioError if two columns name the same arm."""
        for column, other in measures.twice:
            message = Message(
                "{heading} names the arm that {other} names",
                heading=self.headers[column],
                other=self.headers[other],
            )
            raise self.refuse("E502", message, Message("give each arm a name of its own"), column)

    def known_effects(self) -> dict[str, dict[str, int]]:
        """The columns headed by a known word for an effect: indices by measure and arm."""
        listed = one_of((*EFFECT, *OUTCOMES))
        measures = Measures(self.headers, lambda text: listed(text) or text.endswith(SUFFIX))
        if not measures.by:
            measures = Measures(self.headers, one_of(SHORT_EFFECT))
        self.refuse_arms_alike(measures)
        return measures.by

    def effects(self, cost: Mapping[str, int]) -> dict[str, dict[str, int]]:
        """All columns that may be an effect: indices by the text before the arm, and by arm."""
        columns = {
            measure: arms
            for measure, arms in self.known_effects().items()
            if not self.is_longer(arms, cost)
        }
        self.reread(columns, cost)
        taken = {*cost.values(), *(index for arms in columns.values() for index in arms.values())}
        for column, header in enumerate(self.headers):
            text, kind = plain(header)
            if column in taken:
                continue
            for way in (before, behind, glued):
                ways = sorted(way(text), key=lambda each: -len(each[1]))  # the longest arm first
                reading = next(((w, a) for w, a in ways if w and a.casefold() in cost), None)
                if reading is not None and reading[0] not in (*COST, *SHORT_COST):
                    measure = Heading(*reading, kind).measure
                    columns.setdefault(measure, {}).setdefault(reading[1].casefold(), column)
                    break
        return columns

    def reread(self, columns: dict[str, dict[str, int]], cost: Mapping[str, int]) -> None:
        """Takes the requested effect literally if each arm of the costs follows it."""
        if self.outcome is not None and self.outcome not in columns:
            words = [word(header) for header in self.headers]
            asked = {arm: f"{word(self.outcome)}_{word(arm)}" for arm in cost}
            if all(each in words for each in asked.values()):
                columns[self.outcome] = {arm: words.index(each) for arm, each in asked.items()}

    def is_longer(self, arms: Mapping[str, int], cost: Mapping[str, int]) -> bool:
        """True if headings merely begin with a known word: `days_in_hospital_ips`, of arm ips."""
        ends = [{arm.casefold() for _, arm in before(self.headers[c])} for c in arms.values()]
        return set(arms).isdisjoint(cost) and all(not each.isdisjoint(cost) for each in ends)

    def chosen(
        self,
        effects: Mapping[str, Mapping[str, int]],
        cost: Mapping[str, int],
        problems: list[Problem],
    ) -> str:
        """The text before the arm in the headings of the effect to use; empty if none is needed."""
        if self.outcome is not None:
            if (name := same_measure(self.outcome, effects)) is not None:
                self.refuse_no_effect(name, f"{name}_ARM", min(effects[name].values()))
                return name
            known = [each for each in effects if not is_no_effect(each)]
            message = Message("no columns {cost}_ARM are there", cost=self.outcome)
            raise self.refuse(
                "E511",
                message,
                Message("--outcome: {nearest}", nearest=nearest(self.outcome, known)),
            )
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
        """The problem that there are no effects; it names headings that may be some."""
        message = Message("expected a column effect_ARM for each arm, found none")
        whole = [each for each, arms in effects.items() if set(arms) == set(cost)]
        possible = [each for each in whole if not is_no_effect(each)]
        if possible:
            message = Message(
                "{message}; {possible}_ARM may be one, but its name does not tell",
                message=message,
                possible=possible[0],
            )
            fix = Message("add --outcome {possible} if it is the effect", possible=possible[0])
            return self.problem("E515", message, fix, min(effects[possible[0]].values()))
        for column, header in enumerate(self.headers):
            start = re.split(r"[_.:\s-]", header)[0]
            near = closest(start, EFFECT) if start and column not in cost.values() else None
            if near is not None and near != start.casefold() and not is_no_effect(word(header)):
                fix = Message(
                    "write {near}{rest} for {heading}",
                    near=near,
                    rest=header[len(start) :],
                    heading=header,
                )
                return self.problem("E501", message, fix, column)
        passed = [
            Message("{measure}_ARM ({what})", measure=each, what=what)
            for each in whole
            if (what := is_no_effect(each))
        ]
        if passed:
            message = Message("{message} but {passed}", message=message, passed=ands(passed))
        fix = Message(
            "add the columns of effects, headed effect_ARM, or name their file with --effects"
        )
        return self.problem("E501", message, fix)


def _is_one(text: str) -> bool:
    """True for a heading of a cost without an arm, or of the difference in cost."""
    rest = _unchanged(text)
    return rest in (*COST, *EXTRA) or (rest in SHORT_COST and is_change(text))


def _is_effect(text: str) -> bool:
    rest = re.sub("_(gevinst|gains?)$", "", _unchanged(text))
    return rest in (*EFFECT, *SHORT_EFFECT)


def _unchanged(text: str) -> str:
    """The heading in lower case, without words such as `incremental`."""
    return "_".join(part for part in word(text).split("_") if not is_change(part))


def _is_known(measure: str, known: Sequence[str]) -> bool:
    """True for a known measure, discounted or not."""
    if known is OUTCOMES and is_no_effect(measure):
        return False
    text = word(plain(measure.removesuffix(SUFFIX))[0])
    return measure in known or text in known or (known is OUTCOMES and says_its_way(measure))
