"""verify: a run held against the published results that its scenario must reproduce."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from ipscost.analysis.estimates import View
from ipscost.run import Run
from ipscost.scenario import Target
from ipscost.table import Column, Interval, Report, Row, Table
from ipscost.words import say


@dataclass(frozen=True, slots=True)
class Finding:
    """A published result and what the run gives for it, in the published unit.

    `agrees` is None where the run has no draws to judge it from.
    """

    target: Target
    simulated: float | None

    @property
    def agrees(self) -> bool | None:
        """True where the simulated value, rounded as published, is the published value."""
        if self.simulated is None:
            return None
        steps = round(self.simulated / self.target.to)
        return abs(steps * self.target.to - self.target.value) < self.target.to * 1e-6


def findings(run: Run) -> tuple[Finding, ...]:
    """One finding per entry of `reproduces`, in file order."""
    view = View(run, run.scenario.perspective)
    return tuple(Finding(target, simulated(view, target)) for target in run.scenario.targets)


def simulated(view: View, target: Target) -> float | None:
    """What the run gives for a target, in the target's unit; None where it needs draws."""
    scenario = view.run.scenario
    if target.path.startswith("outcome."):
        names = [outcome.path for outcome in scenario.outcomes]
        index = names.index(target.path)
        if target.what == "outcome":
            return view.outcome(target.arm, index).point
        if target.what == "relative":
            relative = view.outcome_relative(target.arm, index)
            return None if relative is None else relative.point
        change = view.outcome_difference(target.arm, index)
        return change.p_value() if target.what == "p" else change.point
    prefix = target.path
    weight = view.weight() * [
        c.path == prefix or c.path.startswith(f"{prefix}.") for c in scenario.categories
    ]
    if target.what == "cost":
        return view.cost(target.arm, weight).point / target.factor
    change = view.difference(target.arm, weight)
    if target.what == "p":
        return change.p_value()
    if target.what == "probability":
        return change.probability_below(0)
    if target.what == "relative":
        base = view.cost(scenario.reference, weight).point
        return change.point / base if base else None
    value = change.point / target.factor
    return -value if target.what == "saving" else value


def verify(run: Run, language: str = "en") -> tuple[Report, bool]:
    """The report of published against simulated, and whether nothing differs."""
    scenario = run.scenario
    found = findings(run)
    bad = sum(finding.agrees is not True for finding in found)
    name = scenario.name
    if not found:
        sentence = say("verify_none", language, name=name)
    elif bad:
        sentence = say("verify_bad", language, name=name, bad=bad, count=len(found))
    else:
        sentence = say("verify_good", language, name=name, count=len(found))
    tables = (_table(run, found, language),) if found else ()
    notes = (say("note_verdict", language),) if found else ()
    report = Report(name, language, (sentence,), tables, notes, asdict(run.record))
    return report, bad == 0


def _table(run: Run, found: tuple[Finding, ...], language: str) -> Table:
    rows = []
    for number, finding in enumerate(found, start=1):
        target, value = finding.target, finding.simulated
        verdict = {None: "unchecked", True: "agrees", False: "differs"}[finding.agrees]
        arm = run.scenario.arms[target.arm].label.text(language)
        source = f"{target.source.name} {target.place}".strip() if target.source else ""
        label = f"{say(f'what_{target.what}', language)}, {arm}: {_name(run, target, language)}"
        change = None if value is None else Interval(value - target.value)
        cells = (
            Interval(target.value),
            None if value is None else Interval(value),
            change,
            say(verdict, language),
        )
        text = f"{label} ({source})"
        rows.append(Row(f"reproduces.{number - 1}", "leaf", text, cells, unit=_unit(run, target)))
    return Table(
        title=say("title_verify", language),
        first=say("result", language),
        columns=(
            Column(say("published", language), "published"),
            Column(say("simulated", language), "simulated"),
            Column(say("difference", language), "difference", style="signed"),
            Column(say("verdict", language)),
        ),
        rows=tuple(rows),
    )


def _name(run: Run, target: Target, language: str) -> str:
    """What the target is of, for readers, with its unit where it is money."""
    scenario = run.scenario
    if target.path == "cost":
        label = say("total", language)
    elif target.path in scenario.groups:
        label = scenario.groups[target.path].label.text(language)
    else:
        label = scenario.holders[target.path].label.text(language)
    return f"{label}, {target.unit}" if target.unit else label


def _unit(run: Run, target: Target) -> str:
    """The unit that the target's value is shown in."""
    if target.what == "p":
        return "p"
    if target.what in ("relative", "probability"):
        return "share"
    if target.path.startswith("outcome."):
        outcome = next(o for o in run.scenario.outcomes if o.path == target.path)
        unit = str(outcome.unit)
        return "points" if unit == "share" and target.what == "difference" else unit
    bare = "_" not in target.unit
    return f"{run.scenario.stated_money}/person" if bare else f"{target.unit.split('/')[0]}/person"
