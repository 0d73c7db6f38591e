"""verify: a run held against the published results that its scenario must reproduce."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.report.report import Column, Report, Row, Table
from ipscost.run import Run, simulate
from ipscost.scenario.nouns import Target
from ipscost.scenario.paths import is_within
from ipscost.units import convert
from ipscost.words.text import Text, Words, glued, joined, say


@dataclass(frozen=True, slots=True)
class Finding:
    """A published result and what the run gives for it, in the published unit.

    `simulated` is None where the run cannot say: an unknown level, a p-value where nothing is
    uncertain, or one without draws (`drawn` is False then).
    """

    target: Target
    simulated: float | None
    drawn: bool = True

    @property
    def verdict(self) -> str:
        """`agrees` where the simulated value, rounded as published, is the published value.

        `off` where it is not, and no further from it than the scenario says beforehand.
        """
        if self.simulated is None:
            needs_draws = self.target.what in ("p", "probability")
            return "unchecked" if needs_draws and not self.drawn else "not_known"
        steps = math.floor(abs(self.simulated) / self.target.to + 0.5)  # halves away from zero
        rounded = math.copysign(steps * self.target.to, self.simulated)
        near = abs(rounded - self.target.value) < self.target.to * 1e-6
        if near:
            return "agrees"
        within = self.target.within
        off = abs(self.simulated - self.target.value)
        return "off" if within is not None and off <= within * (1 + 1e-9) else "differs"


def findings(run: Run) -> tuple[Finding, ...]:
    """One finding per entry of `reproduces`, in file order."""
    if _is_counted_otherwise(run):
        run = simulate(run.scenario.as_counted, run.settings)
    view = View(run, run.scenario.perspective)
    drawn = run.settings.draws > 0
    return tuple(Finding(t, simulated(view, t), drawn) for t in run.scenario.targets)


def _is_counted_otherwise(run: Run) -> bool:
    """True where a target is time in states, which a study counts and does not discount."""
    return run.scenario.is_counted_otherwise(target.path for target in run.scenario.targets)


def simulated(view: View, target: Target) -> float | None:
    """What the run gives for a target, in the target's unit; None where it cannot say."""
    if target.path.startswith("outcome."):
        return _outcome(view, target)
    scenario = view.run.scenario
    inside = [is_within(category.path, target.path) for category in scenario.categories]
    weight = view.weight() * inside
    if target.what == "cost":
        level = view.known_cost(target.arm, weight)
        return None if level is None else level / _money(view, target)
    change = view.difference(target.arm, weight, np.array(inside))
    if change.partial:
        return None
    if target.what == "p":
        return change.p_value()
    if target.what == "probability":
        return change.probability_below(0)
    if target.what == "relative":
        base = view.known_cost(scenario.reference, weight)
        return change.point / base if base else None
    value = change.point / _money(view, target)
    return -value if target.what == "saving" else value


def _outcome(view: View, target: Target) -> float | None:
    """What the run gives for a target about an outcome."""
    index = view.run.point.outcomes.index(target.path)
    if target.what == "outcome":
        known = view.run.point.outcome_known[view.run.point.arm(target.arm), index]
        return view.outcome(target.arm, index).point if known else None
    if target.what == "relative":
        relative = view.outcome_relative(target.arm, index)
        return None if relative is None else relative.point
    change = view.outcome_difference(target.arm, index)
    if change.partial:
        return None
    return change.p_value() if target.what == "p" else change.point


def _money(view: View, target: Target) -> float:
    """What a target in its own money is multiplied by to be in the money of the run."""
    scenario = view.run.scenario
    if scenario.money == scenario.stated_money:
        return target.factor
    order = scenario.order or "exchange_then_prices"
    restated = convert(scenario.stated_money, scenario.money, scenario.prices, order)
    return target.factor * restated.factor


def verify(run: Run) -> tuple[Report, bool]:
    """The report of published against simulated, and whether nothing differs."""
    scenario = run.scenario
    found = findings(run)
    verdicts = [finding.verdict for finding in found]
    bad = sum(verdict in ("differs", "not_known") for verdict in verdicts)
    good, unchecked = verdicts.count("agrees"), verdicts.count("unchecked")
    off = verdicts.count("off")
    given = sum(f.target.by_construction and f.verdict == "agrees" for f in found)
    counts = {"construction": given, "off": off, "unchecked": unchecked}
    more = glued(*(say(f"verify_{key}", count=n) for key, n in counts.items() if n))
    name = scenario.name
    if not found:
        sentence = say("verify_none", name=name)
    elif bad:
        sentence = say("verify_bad", name=name, bad=bad, count=len(found))
    elif unchecked or off or len(found) == 1:
        sentence = say("verify_some", name=name, good=good, count=len(found), more=more)
    else:
        sentence = say("verify_good", name=name, count=len(found), more=more)
    tables = (_table(run, found),) if found else ()
    notes: tuple[Words, ...] = (say("note_verdict"),) if found else ()
    if given:
        notes += (say("note_construction"),)
    if any(finding.target.calibrated for finding in found):
        notes += (say("note_calibrated"),)
    if off:
        notes += (say("note_off"),)
    if _is_counted_otherwise(run):
        notes += (say("note_verify_time"),)
    for finding in found:
        if finding.target.note:
            what = _what(run, finding.target)
            notes += (say("note_target", what=what, text=finding.target.note),)
    report = Report(name, (sentence,), tables, notes, asdict(run.record))
    return report, bad == 0


def _table(run: Run, found: tuple[Finding, ...]) -> Table:
    rows = []
    for number, finding in enumerate(found, start=1):
        target, value = finding.target, finding.simulated
        source: Words = f"{target.source.name} {target.place}".strip() if target.source else ""
        if target.by_construction:
            source = joined((source, say("by_construction")), "; ")
        if target.calibrated:
            source = joined((source, say("calibrated")), "; ")
        change = None if value is None else Interval(value - target.value)
        cells = (
            Interval(target.value),
            None if value is None else Interval(value),
            change,
            say(finding.verdict),
            None
            if finding.verdict == "unchecked"
            else Interval(float(finding.verdict == "agrees")),
        )
        text = glued(_what(run, target), " (", source, ")")
        path, points = f"reproduces.{number - 1}", target.what == "difference"
        rows.append(
            Row(path, "leaf", text, cells, unit=_unit(run, target), points=points, arm=target.arm)
        )
    return Table(
        title=say("title_verify", name=run.scenario.name),
        first=say("result"),
        columns=(
            Column(say("published"), "published"),
            Column(say("simulated"), "simulated"),
            Column(say("difference"), "difference", style="signed"),
            Column(say("verdict")),
            Column(say("verdict"), "agrees", unit="share", shown=False),
        ),
        rows=tuple(rows),
    )


def _what(run: Run, target: Target) -> Words:
    """`Saving, IPS: Total, DKK`."""
    arm = run.scenario.arms[target.arm].label
    return glued(say(f"what_{target.what}"), ", ", arm, ": ", _name(run, target))


def _name(run: Run, target: Target) -> Words:
    """What the target is of, for readers, with its unit where it is money."""
    scenario = run.scenario
    if target.path == "cost":
        label: Text = say("total")
    elif target.path in scenario.groups:
        label = scenario.groups[target.path].label
    else:
        label = scenario.holders[target.path].label
    return joined((label, target.unit), ", ")


def _unit(run: Run, target: Target) -> str:
    """The unit that the target's value is shown in."""
    if target.what == "p":
        return "p"
    if target.what in ("relative", "probability"):
        return "share"
    if target.path.startswith("outcome."):
        outcome = next(o for o in run.scenario.outcomes if o.path == target.path)
        return str(outcome.unit)
    bare = "_" not in target.unit
    return f"{run.scenario.stated_money}/person" if bare else f"{target.unit.split('/')[0]}/person"
