"""The steps of a number's journey: from its line in the file to the draws and what it changes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from ipscost.analysis.chances import transitions
from ipscost.analysis.estimates import View
from ipscost.analysis.explain.passages import drawn, entered
from ipscost.analysis.uses import CARRIED, Holder, Use, first_uses, uses
from ipscost.report.notes.carried import carried_number
from ipscost.report.notes.common import (
    conversion_text,
    correlation_source,
    drawn_text,
    later_prices_text,
)
from ipscost.report.report import Column, Row, Table
from ipscost.report.uses import names
from ipscost.run import Run
from ipscost.scenario.model import CYCLES, Move, State
from ipscost.scenario.nouns import Category, Correlation, Number, Outcome, Quantity
from ipscost.scenario.paths import is_below
from ipscost.units import Unit
from ipscost.words.text import (
    Text,
    Words,
    behind,
    listing,
    named,
    number,
    percent,
    quoted,
    rate,
    say,
    sentences,
    series,
    typed,
)

ENTERS = 6
"""How many of the categories and outcomes that a number changes are named."""


class Journeys:
    """Describes the numbers of one run."""

    def __init__(self, run: Run, level: float) -> None:
        self.run = run
        self.level = level
        self.scenario = run.scenario
        self.view = View(run, run.scenario.perspective)
        self.unit = f"{run.scenario.money}/person"
        self.holders = run.scenario.holders
        self.uses = uses(run.scenario)
        self.first = first_uses(run.scenario)
        self.thresholds = {o.threshold.path: o for o in run.scenario.outcomes if o.threshold}
        self.parts = run.scenario.model_holders

    def say(self, key: str, **values: object) -> Words:
        return say(key, **values)

    def typed(self, value: float) -> Words:
        return typed(value)

    def named(self, unit: Unit) -> Words:
        return named(str(unit))

    def beside(self, number: Quantity) -> Words:
        """The unit of a number, as it stands behind it."""
        return behind(str(number.unit))

    def table(self, path: str, steps: Sequence[tuple[str, Words]]) -> Table:
        """Numbered steps as a table."""
        rows = tuple(
            Row(f"step.{i}", sentences(str(i), self.say(name)), (text,))
            for i, (name, text) in enumerate(steps, start=1)
        )
        return Table(
            title=self.say("title_explain", path=path),
            first=self.say("step"),
            columns=(Column(self.say("what_it_is")),),
            rows=rows,
            name="steps",
        )

    def number_steps(self, use: Use) -> Iterator[tuple[str, Words]]:
        """From the line in the file to the draws, and what it changes where that is not plain."""
        quantity = use.quantity
        read = dict.fromkeys(names(u, self.scenario).read for u in self.uses[quantity.path])
        yield from self.stated_steps(quantity, use.holder, tuple(read))
        if use.role == "clock":
            yield "step_use", self.say("clock_use")
            return
        yield "step_draws", self.draws(quantity)
        for arm in use.arms:
            if (made := carried_number(self.run, quantity, arm)) != "":
                yield "step_carried", made
        if self.scenario.model is not None or use.role in CARRIED:
            yield "step_enters", self.enters(quantity)

    def stated_steps(
        self, quantity: Quantity, holder: Holder | None, read: tuple[Words, ...]
    ) -> Iterator[tuple[str, Words]]:
        """From the line in the file to the reported money; `read` says what for."""
        line = quantity.span.text.strip()
        yield "step_file", f"{quantity.span.place}  `{line}`"
        for text in read:
            yield "step_read", text
        if quantity.series:
            yield "step_series", self.series(quantity)
        yield "step_source", self.cited(quantity)
        if quantity.assumption:
            yield "step_assumption", quantity.assumption
        own = self.own_note(quantity, holder)
        for note in dict.fromkeys(n for n in (quantity.note, own) if n):
            yield "step_note", note
        yield "step_uncertainty", self.uncertainty(quantity)
        for correlation in self.scenario.correlations:
            if quantity.path in correlation.members:
                yield "step_together", self.together(quantity, correlation)
        if quantity.bounds is not None:
            low, high = (self.typed(end) for end in quantity.bounds)
            text = self.say("bounds_are", low=low, high=high, unit=self.beside(quantity))
            yield "step_bounds", text
        yield "step_money", self.conversion(quantity)
        if quantity.has_later_prices:
            yield from (("step_assumption", text) for text in later_prices_text(self.scenario))

    def unknown_steps(self, quantity: Quantity) -> Iterator[tuple[str, Words]]:
        """What the file says of a number that is not known."""
        assert quantity.gap is not None
        yield "step_file", f"{quantity.span.place}  `{quantity.span.text.strip()}`"
        holder = self.holders.get(quantity.gap.part_of)
        text = self.say("unknown_is")
        if quantity.gap.stated:
            text = self.say("unknown_stated", stated=quantity.gap.stated)
        elif holder is not None:
            label = holder.label
            text = self.say("unknown_part_of", holder=label, path=holder.path)
        yield "step_unknown", text
        if quantity.source is not None:
            yield "step_source", f"{quantity.source_text}: {quantity.source.cite}"
        for note in (quantity.assumption, quantity.note):
            if note:
                yield "step_note", note

    def own_note(self, quantity: Quantity, holder: Holder | None) -> Text | None:
        """The note of what a number belongs to: by its path, since several places may use it."""
        if quantity.path in self.parts:
            return self.parts[quantity.path].note
        if holder is None:
            return None
        above = holder.path
        if isinstance(holder, Category) and holder.band is not None and not holder.band.entry:
            above = above.rpartition(".")[0]  # a step of a ladder has the numbers of its category
        return holder.note if is_below(quantity.path, above) else None

    def cited(self, stated: Quantity | Correlation) -> Words:
        """The source, how reliable it is, and its citation; or that there is none."""
        source = stated.source
        if source is None:
            return self.say("no_source")
        where = f". {source.where}" if source.where else ""
        cite = f"{source.cite.rstrip('.')}{where}"
        name = f"{source.name} {stated.place}".strip()
        return self.say("sure_is", source=name, sure=self.say(f"is_{stated.sure}"), cite=cite)

    def series(self, quantity: Quantity) -> Words:
        """Values by cycle: source, number, first, last, and whether the last one continues."""
        model = self.scenario.model
        assert model is not None
        values, cycles = quantity.series, math.ceil(model.years / model.cycle_years - 1e-9)
        text = self.say(
            "series_is",
            count=len(values),
            first=self.typed(values[0]),
            last=self.typed(values[-1]),
            cycle=self.say(f"time_{model.cycle}"),
        )
        if len(values) < cycles:
            text = self.say("series_holds", text=text, cycles=cycles)
        if not quantity.column:
            return text
        file, column = quantity.column
        return self.say("series_read", file=file, column=column, text=text)

    def uncertainty(self, quantity: Quantity) -> Words:
        if quantity.way is None:
            return self.say("fixed")
        way, dist = quantity.way, quantity.dist
        parameters = {name: self.typed(value) for name, value in asdict(dist).items()}
        described = self.say(f"dist_{dist.name}", **parameters)
        key, values = "dist_from", {"way": way, "dist": described}
        if quantity.is_median:
            is_stated = self.scenario.now(quantity) == quantity.value
            key = "dist_median_stated" if is_stated else "dist_median_mean"
            values |= {"value": self.typed(quantity.value), "mean": self.typed(dist.mean)}
        return self.say(key, unit=self.named(quantity.unit), **values)

    def together(self, quantity: Quantity, correlation: Correlation) -> Words:
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
            parts=listing(parts),
            label=correlation.label,
            source=correlation_source(correlation),
        )

    def conversion(self, quantity: Quantity) -> Words:
        if quantity.unit.money is None:
            return self.say("no_money")
        if quantity.conversion is None:
            return self.say("no_conversion", money=quantity.unit.money)
        steps = quantity.conversion.steps
        sources = dict.fromkeys(step.source for step in steps if step.source)
        unit = quantity.unit.in_money(self.scenario.money)
        value = number(self.scenario.base(quantity), str(unit))
        sentence = conversion_text(quantity.conversion)
        reported = sentences(value, self.named(unit))
        cited = series(sources, "; ")
        if not sources:
            return self.say("conversion_alone", way=sentence, value=reported)
        return self.say("conversion_is", way=sentence, value=reported, sources=cited)

    def draws(self, quantity: Quantity) -> Words:
        found = drawn(self.run, quantity, self.level)
        if found is None:
            return self.say("draws_fixed", value=self.typed(quantity.mean))
        return self.say(
            "draws_are",
            path=quantity.path,
            seed=self.run.settings.seed,
            n=drawn_text(self.run),
            mean=self.typed(found.mean),
            sd=self.typed(found.sd),
            level=rate(self.level),
            low=self.typed(found.low),
            high=self.typed(found.high),
            first=self.typed(found.first),
        )

    # --- a model of states -------------------------------------------------------------------

    def plain_steps(self, holder: State | Number) -> Iterator[tuple[str, Words]]:
        """A state without numbers of its own, or a number that nothing refers to."""
        if isinstance(holder, Number):
            value, unit = self.typed(holder.quantity.value), self.beside(holder.quantity)
            label = holder.label
            read = self.say("read_mean", label=label, value=value, unit=unit)
            yield from self.stated_steps(holder.quantity, holder, (read,))
            yield "step_enters", self.say("enters_none")
            return
        yield "step_file", f"{holder.span.place}  `{holder.span.text.strip()}`"
        start = "start_rest" if holder.start is None else "start_none"
        yield "step_read", self.say(start, label=holder.label)
        if holder.note is not None:
            yield "step_note", holder.note

    def followed(self, holder: Category | Outcome) -> Words:
        """Which people an amount tied to states follows, or nothing."""
        model = self.scenario.model
        if model is None:
            return ""
        if isinstance(holder, Category) and holder.of:
            return self.say("follows_of", of=listing(list(holder.of)))
        if not holder.rules:
            return ""
        event = holder.rules[0].event
        labels = {name: quoted(state.label) for name, state in model.states.items()}
        if event == "move":
            pairs = [[labels[name] for name in rule.states] for rule in holder.rules]
            parts = [self.say("move_to", origin=one, target=two) for one, two in pairs]
        else:
            parts = [labels[name] for rule in holder.rules for name in rule.states]
        return self.say(f"follows_{event}", states=listing(parts))

    def course_steps(self, outcome: Outcome) -> Iterator[tuple[str, Words]]:
        """What an outcome of the model counts, in which states, and the moves into and out of."""
        model, course = self.scenario.model, outcome.course
        if model is None or (course is None and not outcome.rules):
            return
        if course is None:
            states = {name for rule in outcome.rules for name in rule.states}
            yield "step_counts", self.followed(outcome)
        else:
            states = set(course.states)
            labels = [quoted(model.states[name].label) for name in course.states]
            month = self.typed(round(course.month, 6))
            shown = listing(labels)
            yield "step_counts", self.say(f"counts_{course.measure}", states=shown, month=month)
        into, out = [], []
        for move in model.moves:
            targets = set(move.targets) - {move.origin}
            if move.origin not in states and targets & states:
                into.append(move.path)
            elif move.origin in states and targets - states:
                out.append(move.path)
        if into:
            yield "step_moves", self.say("moves_into", paths=listing(into))
        if out and (course is None or course.measure != "ever"):
            yield "step_moves", self.say("moves_out", paths=listing(out))

    def move_steps(self, move: Move) -> Iterator[tuple[str, Words]]:
        """The probability of a move in a cycle at the point estimates: by arm, first and last."""
        for target in move.targets:
            if target == move.origin:
                continue
            chances = transitions(self.scenario, move.origin, target)
            assert self.scenario.model is not None
            parts = [
                self.say(
                    "cycle_arm",
                    arm=self.scenario.arms[arm].label,
                    first=percent(first, 2),
                    last=percent(last, 2),
                )
                for arm, (first, last) in chances.items()
            ]
            state = self.scenario.model.states[target]
            text = self.say("cycles_are", target=quoted(state.label), parts=listing(parts))
            yield "step_cycles", text

    def enters(self, quantity: Quantity) -> Words:
        """The categories and outcomes that change when the number does, of many the first."""
        found = entered(self.run, quantity)
        if not found:
            return self.say("enters_none")
        if len(found) > ENTERS:
            more = self.say("enters_more", count=len(found) - ENTERS + 1)
            return listing([*found[: ENTERS - 1], more])
        return listing(found)

    def time_steps(self, category: Category) -> Iterator[tuple[str, Words]]:
        """Which time counts, if not all of it, and what a category is a rate of."""
        model, band = self.scenario.model, category.band
        if category.rate is not None:
            paths = listing(list(category.of))
            yield "step_rate", self.say("rate_of", rate=self.typed(category.rate.value), of=paths)
        if model is None or band is None:
            return
        names = [quoted(model.states[name].label) for name in band.states]
        states = listing(names)
        if band.entry:
            months = self.typed(12 * (band.high - band.low))
            yield "step_band", self.say("band_entry", months=months, states=states)
            return
        weeks = {
            "low": self._weeks(band.low),
            "high": self._weeks(band.high),
            "start": self._weeks(band.start),
        }
        key = "band_between" if math.isfinite(band.high) else "band_after"
        yield "step_band", self.say(key, states=states, **weeks)
        payers = self.scenario.payers
        shares = [
            sentences(payers[name].label, percent(share, 0))
            for name, share in category.payers.items()
        ]
        yield "step_payers", listing(shares)

    def _weeks(self, years: float) -> Words:
        """A time in weeks; nothing where it has no end."""
        return self.typed(round(years / CYCLES["week"], 6)) if math.isfinite(years) else ""
