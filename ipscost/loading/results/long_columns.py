"""The roles of the columns of results with one row per draw and arm."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ipscost.errors import Problem, ScenarioError, closest, nearest
from ipscost.loading.results.columns import AskedColumns, Long, same_measure, says_its_way
from ipscost.loading.results.measures import is_net_benefit, is_no_effect, plain, word
from ipscost.loading.results.sheet import Sheet
from ipscost.loading.results.words import (
    ARM,
    COST,
    DRAW,
    EFFECT,
    OUTCOMES,
    SHORT_COST,
    SHORT_EFFECT,
)
from ipscost.messages import Message
from ipscost.words.nouns import is_listed

TAKEN = {*DRAW, *ARM, *COST, ""}


class LongColumns:
    """Assigns a role to each column of one sheet."""

    def __init__(self, sheet: Sheet, asked: AskedColumns) -> None:
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

    def refuse(self, code: str, message: str, fix: str, column: int | None = None) -> ScenarioError:
        """The error for a heading, or for the header as a whole."""
        return ScenarioError([self.problem(code, message, fix, column)])

    def problem(self, code: str, message: str, fix: str, column: int | None = None) -> Problem:
        return Problem(self.sheet.heading(column or 0), code, "", message, fix)

    def first(self, known: Sequence[str]) -> int | None:
        """The index of the column with the first of the known headings that occurs, or None."""
        return next((self.words.index(each) for each in known if each in self.words), None)

    def refuse_benefits(self, places: Sequence[int]) -> None:
        """Raises ScenarioError for net benefits if costs and effects are needed."""
        if places and self.effect_needed:
            fix = Message(
                "use ipscost voi, without --wtp; or add the columns cost_ARM and effect_ARM"
            )
            raise self.refuse(
                "E516",
                Message(
                    "expected costs and effects, found net benefits alone, which are at one "
                    "threshold already"
                ),
                fix,
                places[0],
            )

    def unread(self, used: set[int | None]) -> tuple[int, ...]:
        """The indices of the columns that have a heading but are not read."""
        return tuple(
            column for column, each in enumerate(self.headers) if each and column not in used
        )

    # --- a row a draw and arm ----------------------------------------------------------------

    def long_of(self, known: Sequence[str]) -> list[int]:
        """The indices of the columns headed by a known word, discounted or not."""
        return [
            column
            for column, (text, kind) in enumerate(self.bare)
            if word(text) in known or (not kind and self.words[column] in known)
        ]

    def long(self, arm: int) -> Long:
        """The columns of results with one row per draw and arm."""
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
        """The error for a column of arms without one of costs."""
        message = Message(
            "expected a column cost beside {headers}, found none", headers=self.headers[arm]
        )
        rest = [header for header in self.headers if header and header != self.headers[arm]]
        parts = [header for header in rest if is_no_effect(word(header)) == "a cost"]
        near = None if len(parts) > 1 else closest("cost", rest)
        fix = (
            Message("write cost for {near}", near=near)
            if near
            else Message("head the column of costs cost")
        )
        if len(parts) > 1:
            fix = Message(
                "add a column cost that holds the whole of it ({parts})", parts=", ".join(parts[:3])
            )
        return self.refuse("E501", message, fix)

    def only(
        self, places: Sequence[int], meaning: str, wanted: str | None, problems: list[Problem]
    ) -> int:
        """The index of the column that is meant; adds a problem if several may be."""
        by = {self.measures[column]: column for column in places}
        if wanted is not None and (name := same_measure(wanted, by)) is not None:
            return by[name]
        if wanted is not None:
            message, fix = (
                Message("no column {outcome} is there", outcome=wanted),
                f"--{meaning}: {nearest(wanted, [*by])}",
            )
            problems.append(self.problem("E511", message, fix))
        elif len(by) > 1:
            names = [self.headers[column] for column in places]
            problems.append(self.several(names, meaning, places[1]))
        return places[0]

    def several(self, names: Sequence[str], meaning: str, column: int) -> Problem:
        """The problem that several columns may be the cost, or the effect."""
        shown = Message("{first} and {next}", first=", ".join(names[:-1]), next=names[-1])
        measure = Message("effect") if meaning == "effect" else Message("cost")
        message = Message("{shown} may each be the {meaning}", shown=shown, meaning=measure)
        option = "--outcome" if meaning == "effect" else "--cost"
        chosen = names[0].removesuffix("_ARM")
        chosen = f"'{chosen}'" if re.search(r"[^\w.-]", chosen) else chosen
        return self.problem(
            "E502",
            message,
            Message("add {option} {chosen}, or another of them", option=option, chosen=chosen),
            column,
        )

    def effect_of_long(self, problems: list[Problem]) -> int | None:
        """The index of the column of effects; None if there is none and none is needed."""
        if self.outcome is not None:
            rest = {m: c for c, m in enumerate(self.measures) if m and m not in TAKEN}
            if (name := same_measure(self.outcome, rest)) is not None:
                self.refuse_no_effect(name, self.headers[rest[name]], rest[name])
                return rest[name]
            message = Message("no column {outcome} is there", outcome=self.outcome)
            raise self.refuse(
                "E511",
                message,
                Message("--outcome: {nearest}", nearest=nearest(self.outcome, [*rest])),
            )
        for known in (EFFECT, OUTCOMES, SHORT_EFFECT):
            columns = self.long_of(known)
            if known is OUTCOMES:
                some = [c for c, each in enumerate(self.words) if says_its_way(each)]
                columns = sorted({*columns, *(c for c in some if not is_no_effect(self.words[c]))})
            if columns:
                return self.only(columns, "effect", None, problems)
        if not self.effect_needed:
            return None
        message = Message("expected a column effect beside the cost, found none")
        rest_ = [h for h, each in zip(self.headers, self.words, strict=True) if each not in TAKEN]
        typos = (h for h in rest_ if closest(word(h), EFFECT) and not is_listed(word(h)))
        near = next(typos, None)  # days are no misspelt DALYs
        fix = Message("head the column of effects effect, or name it with --outcome")
        if near is not None:
            fix = Message(
                "write {right} for {wrong}", right=closest(word(near), EFFECT), wrong=near
            )
        raise self.refuse("E501", message, fix)

    def refuse_no_effect(self, measure: str, shown: str, column: int) -> None:
        """Raises ScenarioError if the outcome asked for is money or a ratio."""
        if what := is_no_effect(measure):
            kind = (
                Message("no effect")
                if what == "no effect"
                else Message("{what}, no effect", what=what)
            )
            fix = Message("name a column that holds the effect itself, or leave --outcome out")
            raise self.refuse(
                "E515",
                Message("by its name {shown} is {kind}", shown=shown, kind=kind),
                fix,
                column,
            )
