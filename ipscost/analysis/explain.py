"""explain: the journey of one number, from its line in the file to its share of the total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import numpy as np

from ipscost import draws as drawing
from ipscost.analysis.chances import transitions
from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.frame import cost_rates, perspective_text, schedule_text
from ipscost.analysis.notes import conversion_text, correlation_source, covariance, drawn_text
from ipscost.analysis.uses import Holder, Use, first_uses, uses
from ipscost.errors import Problem, ScenarioError, Span, nearest
from ipscost.model import Move, State
from ipscost.run import Run, engine_of
from ipscost.scenario import RESOURCES, Category, Correlation, Number, Outcome, Quantity
from ipscost.settings import LEVEL
from ipscost.table import (
    Column,
    Interval,
    Report,
    Row,
    Table,
    money,
    number,
    percent,
    rate,
    shown,
)
from ipscost.words import listing, say, typed

Explained = Category | Outcome | Move | State | Number
ENTERS = 6
"""How many of the categories and outcomes that a number changes are named."""


def explain(run: Run, path: str, language: str = "en", level: float = LEVEL) -> Report:
    """The journey of the number, category, group or outcome at `path`; `cost` is the total.

    Raises ScenarioError E304 where the scenario has no such path.
    """
    return _Explainer(run, language, level).report(path)


class _Explainer:
    def __init__(self, run: Run, language: str, level: float) -> None:
        self.run = run
        self.language = language
        self.level = level
        self.scenario = run.scenario
        self.view = View(run, run.scenario.perspective)
        self.unit = f"{run.scenario.money}/person"
        self.holders = run.scenario.holders
        self.uses = uses(run.scenario)
        self.first = first_uses(run.scenario)
        self.thresholds = {o.threshold.path: o for o in run.scenario.outcomes if o.threshold}
        self.parts = run.scenario.model_holders

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def typed(self, value: float) -> str:
        return typed(value, self.language)

    def report(self, path: str) -> Report:
        """The tables that answer for `path`."""
        path = path.rstrip(".")
        if path in self.thresholds:
            tables = [self.threshold(self.thresholds[path])]
        elif path in self.parts:
            tables = self.of_model(self.parts[path])
        elif path in self.uses:
            holder = self.first[path].holder
            whole = isinstance(holder, Category | Outcome) and not path.startswith("number.")
            tables = [self.journey(path, (path,), holder if whole else None)]
        elif path in self.holders:
            holder = self.holders[path]
            tables = [self.journey(q.path, (q.path,), None) for q in holder.numbers]
            tables.append(self.journey(path, (), holder))
        elif (weight := self.sum_of(path)) is not None:
            tables = [self.made_of(path, weight)]
        else:
            raise self.unknown(path)
        return Report(
            scenario=self.scenario.name,
            language=self.language,
            headline=(),
            tables=tuple(tables),
            notes=(),
            record={**asdict(self.run.record), "level": self.level},
        )

    def sum_of(self, path: str) -> np.ndarray | None:
        """The weights of the categories that a sum is made of, (category,), or None."""
        ledger, counted = self.run.point, self.view.weight()
        prefix, _, name = path.partition(".")
        if path == "cost" or path in self.scenario.groups:
            inside = [c.path.startswith(f"{path}.") for c in self.scenario.categories]
        elif prefix == "payer" and name in self.scenario.payers:
            borne: np.ndarray = ledger.payer_share[:, ledger.payers.index(name)]
            return borne
        elif prefix == "kind" and name in ("resources", "productivity", "transfer"):
            kinds = RESOURCES if name == "resources" else (name,)
            inside = [kind in kinds for kind in ledger.kinds]
            if name == "transfer" and not (counted * inside).any():
                counted = np.ones(len(inside))  # shown though not counted
        else:
            return None
        weight: np.ndarray = counted * np.array(inside)
        return weight

    def unknown(self, path: str) -> ScenarioError:
        """The error of a path that the scenario does not have."""
        payers = [f"payer.{name}" for name in self.scenario.payers]
        kinds = ["kind.resources", "kind.productivity", "kind.transfer"]
        numbers = (*self.uses, *self.thresholds)
        known = ["cost", *self.scenario.groups, *self.holders, *numbers, *payers, *kinds]
        known += self.parts
        below = [other for other in known if other.startswith(f"{path}.")]
        fix = nearest(path, known) if not below else f"use one of: {', '.join(below)}"
        number = path.rpartition(".")[0]  # --set names a key of the number, as X.mean
        if number in numbers:
            fix = f"write {number}"
        message = f"the scenario has no {path}"
        return ScenarioError([Problem(Span(self.scenario.file), "E304", path, message, fix)])

    # --- the journey of one number -----------------------------------------------------------

    def journey(self, path: str, numbers: tuple[str, ...], holder: Explained | None) -> Table:
        """The steps of numbers, and from the ledger to the total where `holder` is given."""
        steps: list[tuple[str, str]] = []
        for number_path in numbers:
            steps += self.number_steps(self.first[number_path])
        if isinstance(holder, Category):
            steps += self.ledger_steps(holder)
        elif isinstance(holder, Outcome):
            steps += self.outcome_steps(holder)
        elif isinstance(holder, Move):
            steps += self.move_steps(holder)
        return self.table(path, steps)

    def table(self, path: str, steps: list[tuple[str, str]]) -> Table:
        """Numbered steps as a table."""
        rows = tuple(
            Row(f"step.{i}", "leaf", f"{i} {self.say(name)}", (text,))
            for i, (name, text) in enumerate(steps, start=1)
        )
        return Table(
            title=self.say("title_explain", path=path),
            first=self.say("step"),
            columns=(Column(self.say("what_it_is")),),
            rows=rows,
        )

    def threshold(self, outcome: Outcome) -> Table:
        """The journey of what one more of an outcome is worth."""
        quantity = outcome.threshold
        assert quantity is not None
        label = outcome.label.text(self.language)
        value, unit = self.typed(quantity.value), str(quantity.unit)
        read = self.say("role_threshold", label=label, value=value, unit=unit)
        steps = [*self.stated_steps(quantity, outcome, (read,))]
        steps.append(("step_use", self.say("threshold_use", label=label)))
        return self.table(quantity.path, steps)

    def number_steps(self, use: Use) -> Iterator[tuple[str, str]]:
        """From the line in the file to the draws, and what it changes where that is not plain."""
        quantity = use.quantity
        read = dict.fromkeys(u.read.text(self.language) for u in self.uses[quantity.path])
        yield from self.stated_steps(quantity, use.holder, tuple(read))
        if use.role == "clock":
            yield "step_use", self.say("clock_use")
            return
        yield "step_draws", self.draws(quantity)
        if self.scenario.model is not None:
            yield "step_enters", self.enters(quantity)

    def stated_steps(
        self, quantity: Quantity, holder: Holder | None, read: tuple[str, ...]
    ) -> Iterator[tuple[str, str]]:
        """From the line in the file to the reported money; `read` says what for."""
        line = quantity.span.text.strip()
        yield "step_file", f"{quantity.span.place}  `{line}`"
        for text in read:
            yield "step_read", text
        source = quantity.source
        if source is None:
            yield "step_source", self.say("no_source")
        else:
            where = f". {source.where}" if source.where else ""
            cite = f"{source.cite.rstrip('.')}{where}"
            sure = self.say(f"is_{quantity.sure}")
            yield (
                "step_source",
                self.say("sure_is", source=quantity.source_text, sure=sure, cite=cite),
            )
        if quantity.assumption:
            yield "step_assumption", quantity.assumption.text(self.language)
        own = holder.note if holder is not None else None
        for note in dict.fromkeys(n for n in (quantity.note, own) if n):
            yield "step_note", note.text(self.language)
        yield "step_uncertainty", self.uncertainty(quantity)
        for correlation in self.scenario.correlations:
            if quantity.path in correlation.members:
                yield "step_together", self.together(quantity, correlation)
        if quantity.bounds is not None:
            low, high = (self.typed(end) for end in quantity.bounds)
            text = self.say("bounds_are", low=low, high=high, unit=quantity.unit)
            yield "step_bounds", text
        yield "step_money", self.conversion(quantity)

    def uncertainty(self, quantity: Quantity) -> str:
        if quantity.way is None:
            return self.say("fixed")
        way, dist = quantity.way.text(self.language), quantity.dist
        parameters = {name: self.typed(value) for name, value in asdict(dist).items()}
        described = self.say(f"dist_{dist.name}", **parameters)
        text = self.say("dist_from", way=way, dist=described, unit=quantity.unit)
        if quantity.is_median:
            value, mean = self.typed(quantity.value), self.typed(dist.mean)
            text += f". {self.say('median_mean', value=value, mean=mean)}"
        return text

    def together(self, quantity: Quantity, correlation: Correlation) -> str:
        """What a number is drawn together with, and how closely."""
        place = correlation.members.index(quantity.path)
        pairs = zip(correlation.members, correlation.matrix[place], strict=True)
        parts = [
            self.say("together_pair", path=path, rho=self.typed(rho))
            for path, rho in pairs
            if path != quantity.path
        ]
        return self.say(
            "together_is",
            parts=listing(parts, self.language),
            label=correlation.label.text(self.language),
            source=correlation_source(correlation, self.language),
        )

    def conversion(self, quantity: Quantity) -> str:
        if quantity.unit.money is None:
            return self.say("no_money")
        if quantity.conversion is None:
            return self.say("no_conversion", money=quantity.unit.money)
        sources = dict.fromkeys(step.source for step in quantity.conversion.steps)
        unit = quantity.unit.in_money(self.scenario.money)
        value = number(quantity.mean, str(unit), self.language)
        sentence = conversion_text(quantity.conversion, self.language)
        return f"{sentence}: {value} {unit}. {'; '.join(sources)}"

    def draws(self, quantity: Quantity) -> str:
        column = self.run.draws.columns[quantity.path]
        if quantity.is_fixed or column.size == 0:
            return self.say("draws_fixed", value=self.typed(quantity.mean))
        tail = (1 - self.level) / 2
        low, high = np.quantile(column, [tail, 1 - tail])
        return self.say(
            "draws_are",
            path=quantity.path,
            seed=self.run.settings.seed,
            n=drawn_text(self.run, self.language),
            mean=self.typed(float(column.mean())),
            sd=self.typed(float(column.std())),
            level=rate(self.level, self.language),
            low=self.typed(float(low)),
            high=self.typed(float(high)),
            first=self.typed(float(column[0])),
        )

    # --- a model of states -------------------------------------------------------------------

    def of_model(self, holder: Move | State | Number) -> list[Table]:
        """The journeys of the numbers of a move, a state or a name, and what follows of a move."""
        paths = dict.fromkeys(q.path for q in holder.numbers if q.path in self.uses)
        tables = [self.journey(path, (path,), None) for path in paths]
        if isinstance(holder, Move):
            tables.append(self.journey(holder.path, (), holder))
        elif not tables:
            tables.append(self.table(holder.path, [*self.plain_steps(holder)]))
        return tables

    def plain_steps(self, holder: State | Number) -> Iterator[tuple[str, str]]:
        """A state without numbers of its own, or a number that nothing refers to."""
        if isinstance(holder, Number):
            value, unit = self.typed(holder.quantity.value), str(holder.quantity.unit)
            label = holder.label.text(self.language)
            read = self.say("read_mean", label=label, value=value, unit=unit)
            yield from self.stated_steps(holder.quantity, holder, (read,))
            yield "step_enters", self.say("enters_none")
            return
        yield "step_file", f"{holder.span.place}  `{holder.span.text.strip()}`"
        start = "start_rest" if holder.start is None else "start_none"
        yield "step_read", self.say(start, label=holder.label.text(self.language))
        if holder.note is not None:
            yield "step_note", holder.note.text(self.language)

    def move_steps(self, move: Move) -> Iterator[tuple[str, str]]:
        """What a move comes to in a cycle at the expected values: by arm, first and last."""
        for target in move.targets:
            if target == move.origin:
                continue
            chances = transitions(self.scenario, move.origin, target)
            assert self.scenario.model is not None
            parts = [
                self.say(
                    "cycle_arm",
                    arm=self.scenario.arms[arm].label.text(self.language),
                    first=percent(first, self.language, 2),
                    last=percent(last, self.language, 2),
                )
                for arm, (first, last) in chances.items()
            ]
            state = self.scenario.model.states[target]
            label = state.label.text(self.language)
            text = self.say("cycles_are", target=label, parts=listing(parts, self.language))
            yield "step_cycles", text

    def enters(self, quantity: Quantity) -> str:
        """What changes when the number does: categories and outcomes, by a run of the engine."""
        mean = quantity.mean
        moved = {quantity.path: np.array([mean * 1.01 if mean else 0.01])}
        engine = engine_of(self.scenario, self.run.settings)
        ledger = engine(self.scenario, drawing.held(self.scenario, moved, 1), detail=False)
        before = self.run.point
        pairs = (
            (before.categories, before.present_value, ledger.present_value),
            (before.outcomes, before.present_outcome, ledger.present_outcome),
        )
        found = [
            path
            for names, old, new in pairs
            for index, path in enumerate(names)
            if not np.allclose(old[:, index], new[:, index], rtol=1e-9, atol=1e-9)
        ]
        if not found:
            return self.say("enters_none")
        if len(found) > ENTERS:
            more = self.say("enters_more", count=len(found) - ENTERS + 1)
            found = [*found[: ENTERS - 1], more]
        return listing(found, self.language)

    # --- from the ledger to the total --------------------------------------------------------

    def ledger_steps(self, category: Category) -> Iterator[tuple[str, str]]:
        """A category's way through the ledger into the table and the total."""
        point = self.run.point
        index = point.categories.index(category.path)
        if category.price is not None and category.arms:
            yield "step_price", self.price_times_use(category)
        added = covariance(self.scenario, category)
        if added.any():
            pairs = zip(self.scenario.arms.values(), added, strict=True)
            parts = [
                self.say(
                    "covariance_part",
                    arm=arm.label.text(self.language),
                    amount=number(float(value), self.unit, self.language, sign=True),
                    unit=self.unit,
                )
                for arm, value in pairs
            ]
            yield "step_covariance", self.say("covariance_is", parts=listing(parts, self.language))
        for arm in self.scenario.interventions:
            course = point.cost[point.arm(arm), index, :, 0]
            course = course - point.cost[point.arm(self.scenario.reference), index, :, 0]
            of = f"{self.scenario.arms[arm].label.text(self.language)}: "
            of = of if len(self.scenario.interventions) > 1 else ""
            yield "step_months", of + self.over_months(category, course)
            value = float(point.difference(arm)[index, 0])
            text = number(value, self.unit, self.language, sign=True)
            rates = cost_rates(self.scenario, self.language) or self.say("rate_none")
            present = self.say("present_is", rates=rates, value=text, unit=self.unit)
            source = schedule_text(self.scenario.discount, self.language)
            yield "step_present", of + present + (f".{source}" if source else "")
            only = np.zeros(len(point.categories))
            only[index] = self.view.weight()[index]
            if not only.any():
                seen = perspective_text(self.scenario, self.language)
                yield "step_total", self.say("total_uncounted", perspective=seen)
                continue
            change = self.view.difference(arm, only)
            share = self.view.weight()[index]
            if share != 1:
                counted = percent(share, self.language, 0)
                yield "step_share", perspective_text(self.scenario, self.language) + f": {counted}"
            yield "step_table", self.table_cell(arm, change, self.unit)
            yield "step_total", self.share_of_total(arm, change)

    def price_times_use(self, category: Category) -> str:
        assert category.price is not None
        parts = []
        for name, quantity in category.arms.items():
            label = self.scenario.arms[name].label.text(self.language)
            base = category.arms.get(self.scenario.reference)
            level = quantity.mean
            if quantity.role == "difference" and base is not None:
                level += base.mean
            elif quantity.role == "ratio" and base is not None:
                level *= base.mean
            of = base.unit if base is not None else quantity.unit
            number_text = self.typed(level)
            if base is None and quantity.role == "difference":
                number_text = f"{self.say('difference').lower()} {number_text}"
            parts.append(f"{label} {number_text} {of}")
        price, unit = category.price, category.price.unit.in_money(self.scenario.money)
        return f"{self.typed(price.mean)} {unit} x ({'; '.join(parts)})"

    def over_months(self, holder: Category, course: np.ndarray) -> str:
        timing = holder.timing
        text = self.say(f"timing_{timing.profile}", first=timing.first, last=timing.last)
        if timing.monthly:
            text = self.say("timing_monthly", text=text)
        return self.say(
            "timing_is",
            text=text,
            first=number(float(course[0]), self.unit, self.language, sign=True),
            total=number(float(course.sum()), self.unit, self.language, sign=True),
            months=self.scenario.months,
        )

    def table_cell(self, arm: str, change: Estimate, unit: str) -> str:
        column = Column("", "difference", style="change")
        interval = change.interval(self.level)
        return self.say(
            "table_is" if interval.low is None else "table_with",
            arm=self.scenario.arms[arm].label.text(self.language),
            difference=shown(interval, column, Row("", "", "", (), unit), self.language),
            level=rate(self.level, self.language),
        )

    def share_of_total(self, arm: str, change: Estimate) -> str:
        total = self.view.total(arm)
        saves = total.point <= 0
        share = self.view.part_of_total(arm, change)
        if share is None:
            return self.say("total_cancels", arm=self.scenario.arms[arm].label.text(self.language))
        return self.say(
            "total_is" if saves else "total_cost_is",
            arm=self.scenario.arms[arm].label.text(self.language),
            share=percent(share, self.language, 0),
            total=money(abs(total.point), self.scenario.money.currency, self.language),
        )

    def outcome_steps(self, outcome: Outcome) -> Iterator[tuple[str, str]]:
        """An outcome's way into the table."""
        index = self.run.point.outcomes.index(outcome.path)
        for arm in self.scenario.interventions:
            change = self.view.outcome_difference(arm, index)
            yield "step_table", self.table_cell(arm, change, str(outcome.unit))
        yield "step_total", self.say("total_outcome")

    # --- what a sum is made of ---------------------------------------------------------------

    def made_of(self, path: str, weight: np.ndarray) -> Table:
        """The categories that a sum is made of: a group, the total, a payer's or a kind's."""
        categories = self.scenario.categories
        arms = self.scenario.interventions
        columns: list[Column] = []
        for arm in arms:
            label = self.scenario.arms[arm].label.text(self.language)
            heading = self.say("difference_interval", level=rate(self.level, self.language))
            heading = heading if len(arms) == 1 else f"{label}: {heading}"
            reference = self.scenario.reference
            columns.append(Column(heading, "difference", arm, reference, style="change"))
            share = "share_of_saving" if self.view.total(arm).point <= 0 else "share_of_cost"
            columns.append(Column(self.say(share), share, arm, reference, "share", "part"))
        rows = []
        for index, category in enumerate(categories):
            if weight[index] != 0:
                only = np.zeros(len(categories))
                only[index] = weight[index]
                cells = self.part_cells(only, path)
                rows.append(Row(category.path, "leaf", category.path, cells, self.unit))
        level = "total" if path == "cost" else "group"
        cells = self.part_cells(weight, path)
        rows.append(Row(path, level, path, cells, self.unit, strong=True))
        return Table(
            title=self.say("title_parts", path=path),
            first=self.say("category"),
            columns=tuple(columns),
            rows=tuple(rows),
            breaks=(len(rows) - 1,),
        )

    def part_cells(self, weight: np.ndarray, path: str) -> tuple[Interval | None, ...]:
        """Difference and share of the total; a payer's parts are no shares of what counts."""
        cells: list[Interval | None] = []
        for arm in self.scenario.interventions:
            change = self.view.difference(arm, weight)
            apart = path.startswith("payer.") or path == "kind.transfer"
            share = None if apart else self.view.part_of_total(arm, change)
            cells.append(change.interval(self.level))
            cells.append(None if share is None else Interval(share))
        return tuple(cells)
