"""explain: the journey of one number, from its line in the file to its share of the total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from functools import cached_property

from ipscost.analysis.explain.passages import (
    Increment,
    Passage,
    amount_of,
    effects,
    levels,
    passages,
)
from ipscost.analysis.explain.sums import sum_of
from ipscost.drawing.draws import base_case
from ipscost.drawing.groups import shares
from ipscost.errors import Problem, ScenarioError, Span, nearest
from ipscost.messages import Message
from ipscost.report.explain.figures import of_correlation, of_sum
from ipscost.report.explain.journeys import Journeys
from ipscost.report.explain.notes import NOTES
from ipscost.report.explain.sums import made_of
from ipscost.report.explain.together import together
from ipscost.report.frame import account_label, cost_rates, perspective_text
from ipscost.report.notes import gaps
from ipscost.report.notes.about import About, written
from ipscost.report.notes.carried import carried_of
from ipscost.report.notes.common import covariance
from ipscost.report.report import Column, Figure, Note, Report, Row, Table
from ipscost.report.rollout import RolloutName, rollout_names
from ipscost.report.spread import SpreadName, below, spread_names
from ipscost.report.uses import labels
from ipscost.run import Run
from ipscost.scenario.kinds import path_of, pure_parts
from ipscost.scenario.model import Move, State
from ipscost.scenario.nouns import Category, Number, Outcome, Quantity
from ipscost.scenario.paths import is_below
from ipscost.scenario.spread import COST
from ipscost.scenario.spread import SECTION as SPREAD
from ipscost.settings import LEVEL
from ipscost.words.text import (
    Words,
    behind,
    listing,
    money,
    number,
    percent,
    rate,
    say,
    sentences,
    series,
    small,
    within,
)
from ipscost.words.text import change as change_text

MOST = 6
"""How many paths are named where there is no such path as was asked for."""
Explained = Category | Outcome | Move | State | Number


def explain(run: Run, path: str, level: float = LEVEL) -> Report:
    """The journey of the number, category, group or outcome at `path`; `cost` is the total.

    Raises ScenarioError E304 where the scenario has no such path.
    """
    return _Explainer(run, level).report(path)


def paths(run: Run) -> Report:
    """Every path of a scenario that can be explained, and what a reader calls what is there."""
    explainer = _Explainer(run, LEVEL)
    sections = dict.fromkeys(path.partition(".")[0] for path in explainer.known)
    order = sorted(explainer.known, key=lambda path: (path.partition(".")[0], path.split(".")))
    rows = tuple(
        Row(path, path, (explainer.known[path],))
        for section in sections
        for path in order
        if path.partition(".")[0] == section
    )
    title, first = say("title_paths"), say("path")
    table = Table(title, first, (Column(say("what_it_is")),), rows, name="paths")
    return Report(run.scenario.name, (), (table,), (), asdict(run.record))


class _Explainer(Journeys):
    """Explains the paths of one run."""

    def report(self, path: str) -> Report:
        """The tables that answer for `path`; a journey of texts has no numbers for machines."""
        path = path.rstrip(".")
        notes: tuple[Note, ...] = ()
        numbers: tuple[Figure, ...] = ()
        if path in self.thresholds:
            tables = [self.threshold(self.thresholds[path])]
        elif path in self.factors:
            tables = [self.factor(self.factors[path])]
        elif path in self.rolled:
            tables = [self.of_rollout(self.rolled[path])]
        elif between := below(self.scenario, path):
            tables = [self.of_spread(self.spread[each]) for each in between]
        elif path in self.parts:
            tables = self.of_model(self.parts[path])
        elif path in self.uses:
            tables = [self.journey(path, (path,), self.only_holder(path))]
        elif path in (gone := {number.path: number for number in self.scenario.unknowns}):
            tables = [self.table(path, [*self.unknown_steps(gone[path])])]
        elif path in self.holders:
            holder = self.holders[path]
            tables = [self.journey(q.path, (q.path,), None) for q in holder.numbers]
            tables += [self.table(q.path, [*self.unknown_steps(q)]) for q in holder.unknowns]
            tables.append(self.journey(path, (), holder))
        elif path in (known := {f"correlation.{c.name}": c for c in self.scenario.correlations}):
            tables = [*together(self, known[path])]
            numbers = tuple(of_correlation(known[path]))
        elif (made := sum_of(self.run, path, self.level)) is not None:
            tables = [made_of(self, made)]
            notes = written(NOTES, About(made, self.view, self.level))
            numbers = tuple(of_sum(self.scenario, made))
        else:
            raise self.unknown(path)
        return Report(
            scenario=self.scenario.name,
            headline=(),
            tables=tuple(tables),
            notes=notes,
            record={**asdict(self.run.record), "level": self.level},
            figures=numbers,
        )

    def only_holder(self, path: str) -> Explained | None:
        """The category or outcome that a number is of, where it is of no other and has no name."""
        holders = {use.holder.path: use.holder for use in self.uses[path] if use.holder}
        first = self.first[path].holder
        alone = len(holders) == 1 and isinstance(first, Category | Outcome)
        return first if alone and not path.startswith(("number.", "ladder.")) else None

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The paths of all numbers, those that are not known too."""
        gone = (number.path for number in self.scenario.unknowns)
        return (*self.uses, *self.thresholds, *gone, *self.rolled, *self.spread)

    @cached_property
    def known(self) -> dict[str, Words]:
        """Every path that can be explained, with what a reader calls it."""
        scenario, called = self.scenario, labels(self.scenario)
        found: dict[str, Words] = {"cost": say("total")}
        found |= {path: group.label for path, group in scenario.groups.items()}
        found |= {path: getattr(each, "label", "") for path, each in self.holders.items()}
        not_known = dict.fromkeys((each.path for each in scenario.unknowns), say("stated_unknown"))
        found |= {path: called.get(path, not_known.get(path, "")) for path in self.numbers}
        found |= {f"payer.{name}": payer.label for name, payer in scenario.payers.items()}
        found |= {path_of(part): say(part) for part in pure_parts()}
        found |= {f"correlation.{each.name}": each.label for each in scenario.correlations}
        found |= {path: getattr(each, "label", "") for path, each in self.parts.items()}
        found |= {path: say(f"factor_{path.partition('.')[2]}") for path in self.factors}
        found |= {path: each.label for path, each in self.rolled_names.items()}
        found |= {path: each.label for path, each in self.spread.items()}
        for outcome in scenario.outcomes:
            if (path := f"{outcome.path}.threshold") in found:
                found[path] = say("label_threshold", label=outcome.label)
        views = self.run.point.perspectives
        return found | {f"perspective.{name}": account_label(scenario, name) for name in views}

    def unknown(self, path: str) -> ScenarioError:
        """The error of a path that the scenario does not have."""
        known, numbers = tuple(self.known), self.numbers
        below = [other for other in known if is_below(other, path)]
        fix = nearest(path, known, MOST)
        message = Message("the scenario has no {path}", path=path)
        if below:
            fix = nearest("", below, MOST)
            message = Message("{path} is not one number but a section of several", path=path)
        number = path.rpartition(".")[0]  # --set names a key of the number, as X.mean
        if number in numbers:
            fix = Message("write {meant}", meant=number)
        return ScenarioError([Problem(Span(self.scenario.file), "E304", path, message, fix)])

    # --- the journey of one number -----------------------------------------------------------

    def journey(self, path: str, numbers: tuple[str, ...], holder: Explained | None) -> Table:
        """The steps of numbers, and from the ledger to the total where `holder` is given."""
        steps: list[tuple[str, Words]] = []
        for number_path in numbers:
            steps += self.number_steps(self.first[number_path])
        if isinstance(holder, Category | Outcome) and (part := carried_of(self.run, holder)) != "":
            steps.append(("step_carried", part))
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
        label = outcome.label
        value, unit = self.typed(quantity.value), self.beside(quantity)
        read = self.say("role_threshold", label=label, value=value, unit=unit)
        steps = [*self.stated_steps(quantity, outcome, (read,))]
        steps.append(("step_use", self.say("threshold_use", label=within(label))))
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
        text = sentences(value, self.beside(quantity))
        read = self.say("labelled", label=self.say(f"factor_{name}"), text=text)
        steps = [*self.stated_steps(quantity, None, (read,))]
        steps.append(("step_use", self.say(f"use_{name}")))
        return self.table(quantity.path, steps)

    # --- a rollout ---------------------------------------------------------------------------

    @cached_property
    def rolled(self) -> dict[str, Quantity]:
        """The numbers of the rollout, those that are not known too, by path."""
        rollout = self.scenario.rollout
        return {} if rollout is None else {number.path: number for number in rollout.stated}

    @cached_property
    def rolled_names(self) -> dict[str, RolloutName]:
        """What these are called and used for."""
        rollout = self.scenario.rollout
        return {} if rollout is None else rollout_names(rollout)

    def of_rollout(self, quantity: Quantity) -> Table:
        """The journey of a number of the rollout: its line, and what the accounts make of it."""
        named = self.rolled_names[quantity.path]
        if not quantity.is_known:
            steps = [*self.unknown_steps(quantity)]
        else:
            steps = [*self.stated_steps(quantity, None, (named.read,))]
        return self.table(quantity.path, [*steps, ("step_use", named.used)])

    # --- how persons differ ------------------------------------------------------------------

    @cached_property
    def spread(self) -> dict[str, SpreadName]:
        """The numbers of how persons differ, by path, also those that are derived."""
        return spread_names(self.scenario)

    def of_spread(self, named: SpreadName) -> Table:
        """The journey of a number of how persons differ: its line or how it is derived."""
        number = named.number
        steps = [*self.stated_steps(number, None, (named.read,))]
        use = "use_spread"
        if named.derived is not None:
            steps = [("step_read", named.read), ("step_derived", named.derived)]
            use = "use_spread_cost" if number.path.startswith(f"{SPREAD}.{COST}.") else use
        return self.table(number.path, [*steps, ("step_use", self.say(use))])

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

    def ledger_steps(self, category: Category) -> Iterator[tuple[str, Words]]:
        """How a category enters the ledger, the table and the total."""
        if category.price is not None and category.arms:
            yield "step_price", self.price_times_use(category)
        yield from self.time_steps(category)
        yield from self.group_steps(category)
        added = covariance(self.scenario, category)
        if added.any():
            pairs = zip(self.scenario.arms.values(), added, strict=True)
            parts = [
                self.say(
                    "covariance_part",
                    arm=arm.label,
                    amount=number(float(value), self.unit, sign=True),
                    unit=behind(self.unit),
                )
                for arm, value in pairs
            ]
            yield "step_covariance", self.say("covariance_is", parts=listing(parts))
        several = len(self.scenario.interventions) > 1
        for found in passages(self.view, category, self.level):
            if not isinstance(found, Passage):
                label = self.scenario.arms[found].label
                yield "step_table", self.unknown_of(label)
                continue
            arm = self.scenario.arms[found.arm].label if several else ""
            yield "step_months", self.of_arm(arm, self.over_months(category, found))
            text = number(found.present, self.unit, sign=True)
            rates = cost_rates(self.scenario) or self.say("rate_none")
            discount = self.scenario.discount
            present = self.say(
                "present_scheduled" if discount.schedule else "present_is",
                rates=rates,
                value=text,
                unit=behind(self.unit),
                schedule=discount.schedule,
                source=discount.source.rstrip("."),
            )
            yield "step_present", self.of_arm(arm, present)
            seen = perspective_text(self.scenario)
            if found.effect is None:
                yield "step_total", self.say("total_uncounted", perspective=seen)
                continue
            if found.counted != 1:
                yield "step_share", self.of_arm(seen, percent(found.counted, 0))
            yield "step_table", self.table_cell(found.effect, self.unit)
            yield "step_total", self.share_of_total(found.effect)

    def group_steps(self, holder: Category | Outcome) -> Iterator[tuple[str, Words]]:
        """That the whole is the sum of groups of people, and what each has of its own."""
        if not self.scenario.subgroups:
            return
        parts = []
        weights = shares(self.scenario, base_case(self.scenario))
        stated = {number.path for number in self.scenario.numbers_of(holder)}
        for group, weight in zip(self.scenario.subgroups, weights, strict=True):
            own = [number.path for path, number in group.own.items() if path in stated]
            key = "group_own" if own else "group_alike"
            share = percent(float(weight[0]), 0)
            parts.append(self.say(key, group=group.label, share=share, paths=listing(own)))
        yield "step_groups", series(parts, "; ")

    def price_times_use(self, category: Category) -> Words:
        assert category.price is not None
        parts = []
        for name, quantity in category.arms.items():
            label = self.scenario.arms[name].label
            base = category.arms.get(self.scenario.reference)
            of = self.beside(base if base is not None else quantity)
            number_text = self.typed(amount_of(self.run, category, name))
            if base is None and quantity.role == "difference":
                number_text = sentences(small(self.say("difference")), number_text)
            parts.append(sentences(label, number_text, of))
        price, unit = category.price, category.price.unit.in_money(self.scenario.money)
        value = sentences(self.typed(self.scenario.base(price)), self.named(unit))
        return self.say("price_times_use", price=value, parts=series(parts, "; "))

    def over_months(self, holder: Category, found: Passage) -> Words:
        """The amount in the first month and in total; in the last too if it follows people."""
        amounts = {
            "first": number(found.first, self.unit, sign=True),
            "last": number(found.last, self.unit, sign=True),
            "total": number(found.whole, self.unit, sign=True),
        }
        months, timing = self.scenario.months, holder.timing
        if isinstance(holder, Category) and holder.is_never:
            return self.say("timing_is", text=self.say("timing_never"), months=months, **amounts)
        followed = self.followed(holder)
        if followed:
            if timing.profile == "months" and (timing.first, timing.last) != (1, months):
                only = self.say("timing_months", first=timing.first, last=timing.last)
                followed = series((followed, only))
            return self.say("timing_follows", text=followed, months=months, **amounts)
        text = self.say(f"timing_{timing.profile}", first=timing.first, last=timing.last)
        if timing.monthly:
            text = self.say("timing_monthly", text=text)
        if holder.continues:
            text = self.say("timing_continues", text=text)
            return self.say("timing_follows", text=text, months=months, **amounts)
        return self.say("timing_is", text=text, months=months, **amounts)

    def of_arm(self, label: Words, text: Words) -> Words:
        """A text behind a label, of an arm or of whose side it is; alone without one."""
        return text if label == "" else self.say("labelled", label=label, text=text)

    def unknown_of(self, label: Words) -> Words:
        """That the number of an arm is not known."""
        return self.of_arm(label, self.say("stated_unknown"))

    def table_cell(self, effect: Increment, unit: str) -> Words:
        label, interval = self.scenario.arms[effect.arm].label, effect.change
        if interval is None:
            return self.unknown_of(label)
        return self.say(
            "table_is" if interval.low is None else "table_with",
            arm=label,
            difference=change_text(
                interval.mean, interval.low, interval.high, unit, partial=interval.partial
            ),
            level=rate(self.level),
        )

    def share_of_total(self, effect: Increment) -> Words:
        total, label = self.view.total(effect.arm), self.scenario.arms[effect.arm].label
        if total.partial:
            return gaps.sentence(self.view, effect.arm)
        if effect.share is None:
            return self.say("total_cancels", arm=label)
        return self.say(
            "total_is" if total.point <= 0 else "total_cost_is",
            arm=label,
            share=percent(effect.share, 0),
            total=money(abs(total.point), self.scenario.money.currency),
        )

    def outcome_steps(self, outcome: Outcome) -> Iterator[tuple[str, Words]]:
        """How an outcome enters the table; of a model, also what it counts and what changes it."""
        yield from self.course_steps(outcome)
        yield from self.group_steps(outcome)
        unit = str(outcome.unit)
        is_carried = self.scenario.transfer is not None and not outcome.unknowns
        if outcome.course is not None or outcome.rules or is_carried:
            found = [
                sentences(self.scenario.arms[arm].label, number(value, unit))
                for arm, value in levels(self.view, outcome).items()
            ]
            yield "step_levels", listing(found)
        for effect in effects(self.view, outcome, self.level):
            yield "step_table", self.table_cell(effect, unit)
        yield "step_total", self.say("total_outcome")
