"""explain: the journey of one number, from its line in the file to its share of the total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from functools import cached_property

import numpy as np

from ipscost.analysis.estimates import Estimate
from ipscost.analysis.frame import cost_rates, perspective_text, schedule_text
from ipscost.analysis.journeys import Journeys
from ipscost.analysis.notes import covariance
from ipscost.errors import Problem, ScenarioError, Span, nearest
from ipscost.model import Move, State
from ipscost.run import Run
from ipscost.scenario import RESOURCES, Category, Number, Outcome, Quantity
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
from ipscost.words import listing

Explained = Category | Outcome | Move | State | Number


def explain(run: Run, path: str, language: str = "en", level: float = LEVEL) -> Report:
    """The journey of the number, category, group or outcome at `path`; `cost` is the total.

    Raises ScenarioError E304 where the scenario has no such path.
    """
    return _Explainer(run, language, level).report(path)


class _Explainer(Journeys):
    """The answers for the paths of one run."""

    def report(self, path: str) -> Report:
        """The tables that answer for `path`."""
        path = path.rstrip(".")
        if path in self.thresholds:
            tables = [self.threshold(self.thresholds[path])]
        elif path in self.factors:
            tables = [self.factor(self.factors[path])]
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
        elif prefix == "perspective" and name in ledger.perspectives:
            return ledger.weight(name)
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
        known += [
            *self.parts,
            *self.factors,
            *(f"perspective.{p}" for p in self.run.point.perspectives),
        ]
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

    @cached_property
    def factors(self) -> dict[str, Quantity]:
        """The factors of the welfare-economic account, by path."""
        welfare = self.scenario.welfare
        found = (welfare.net_tax_factor, welfare.tax_distortion) if welfare else ()
        return {factor.path: factor for factor in found}

    def factor(self, quantity: Quantity) -> Table:
        """The journey of a factor of the welfare-economic account."""
        name = quantity.path.partition(".")[2]
        value = self.typed(quantity.value)
        read = f"{self.say(f'factor_{name}')}: {value} {quantity.unit}"
        steps = [*self.stated_steps(quantity, None, (read,))]
        steps.append(("step_use", self.say(f"use_{name}")))
        return self.table(quantity.path, steps)

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

    # --- from the ledger to the total --------------------------------------------------------

    def ledger_steps(self, category: Category) -> Iterator[tuple[str, str]]:
        """A category's way through the ledger into the table and the total."""
        point = self.run.point
        index = point.categories.index(category.path)
        if category.price is not None and category.arms:
            yield "step_price", self.price_times_use(category)
        yield from self.time_steps(category)
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
            apart = path.startswith(("payer.", "perspective.")) or path == "kind.transfer"
            share = None if apart else self.view.part_of_total(arm, change)
            cells.append(change.interval(self.level))
            cells.append(None if share is None else Interval(share))
        return tuple(cells)
