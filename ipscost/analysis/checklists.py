"""What two checklists ask of an evaluation, and where a scenario and its run answer it.

CHEERS 2022, what a report must say (Husereau et al. 2022, doi.org/10.1007/s10198-021-01426-6,
table 1), and AdViSHE, how a model was validated (Vemer et al. 2016,
doi.org/10.1007/s40273-015-0327-2). Nothing counts as met that no line, source or test meets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ipscost.analysis.lacking import left_out
from ipscost.analysis.stress.tested import HELD, NONE, Tested
from ipscost.errors import Span
from ipscost.run import Run
from ipscost.scenario.nouns import Label, Quantity, Scenario

DERIVED, STATED, PARTLY, MISSING, UNNEEDED = "derived", "stated", "partly", "missing", "unneeded"
"""How an item is met: by what the scenario holds or the program computes, by what its author says
under `reporting`, in part, not at all; or it does not apply."""
DONE, UNDONE = "done", "not_done"
"""Whether a validation was carried out."""
ECONOMIC = re.compile("econom|cost|økonom|omkostning")
"""What says, in a title of either language, that it is an economic evaluation."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a checklist.

    name: its place in the list, `cheers_8`. status: how it is met. places: where, in the file;
    commands: those of the program that show it, with {} for the scenario. lacks: what would meet
    it, or meet it wholly: `reporting`, with its `key`, a section, or numbers, `count` of `every`;
    empty where it is met.
    """

    name: str
    status: str
    places: tuple[Span, ...] = ()
    commands: tuple[str, ...] = ()
    lacks: str = ""
    key: str = ""
    count: int = 0
    every: int = 0


class Answers:
    """Answers the items of a checklist for a scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def at(self, *keys: str) -> tuple[Span, ...]:
        """Where sections of the file stand, as far as they are there."""
        places = self.scenario.places
        return tuple(places[key] for key in keys if key in places)

    def stated(self, name: str, key: str, *, places: Sequence[Span] = ()) -> Item:
        """An item that only the author can answer."""
        said = self.scenario.reporting.get(key)
        if said is None:
            return Item(name, MISSING, tuple(places), lacks="reporting", key=key)
        return Item(name, STATED, (said.span, *places))

    def found(
        self,
        name: str,
        places: Sequence[Span],
        *commands: str,
        reason: str = "",
        given: bool = False,
    ) -> Item:
        """An item that the file answers, but for the `reason`, which its author must give.

        given: whether the file gives the reason in another place.
        """
        said = self.scenario.reporting.get(reason)
        if said is not None:
            return Item(name, DERIVED, (*places, said.span), commands)
        if reason and not given:
            return Item(name, PARTLY, tuple(places), commands, "reporting", reason)
        return Item(name, DERIVED, tuple(places), commands)

    def of_all(
        self, name: str, lacks: str, count: int, every: int, places: Sequence[Span], *commands: str
    ) -> Item:
        """An item that every number must meet, of which `count` do not."""
        if not count:
            return Item(name, DERIVED, tuple(places), commands)
        status = MISSING if count == every else PARTLY
        return Item(name, status, tuple(places), commands, lacks, count=count, every=every)


def cheers(run: Run) -> tuple[Item, ...]:
    """The 28 items of CHEERS 2022, in its order."""
    sheet, scenario = Answers(run.scenario), run.scenario
    at, stated, found, of_all = sheet.at, sheet.stated, sheet.found, sheet.of_all
    costs = [q for each in scenario.categories for q in each.numbers]
    inputs, discount = scenario.quantities, scenario.discount
    unsure = sum(q.is_fixed for q in inputs)
    explained = discount.note is not None or bool(discount.schedule)
    rates = at("discount.cost", "discount.outcome")
    unknown = len({q.path for each in scenario.categories for q in each.unknowns})
    item_14 = of_all(
        "cheers_14", "unknown", unknown, unknown + len(costs), at("cost"), "explain {} cost"
    )
    if not unknown:
        bare = unsourced(costs)
        item_14 = of_all("cheers_14", "unsourced", bare, len(costs), at("cost"), "explain {} cost")
    whom = found("cheers_5", at("population"), reason="population")
    if scenario.population is None:
        whom = Item("cheers_5", MISSING, lacks="population")
    model = Item("cheers_16", UNNEEDED)
    if scenario.model is not None:
        model = found("cheers_16", at("model"), reason="model")
    effect = found("cheers_24", at("analyses"), "sensitivity {}", "voi {}")
    if not scenario.analyses:  # numbers are varied, and no choice of the analysts
        effect = replace(effect, status=PARTLY, lacks="analyses")
    if unsure == len(inputs):
        effect = Item("cheers_24", MISSING, lacks="unsure", count=unsure, every=unsure)
    uncertainty = of_all("cheers_20", "unsure", unsure, len(inputs), (), "sensitivity {}")
    if all(left_out(run, arm, None) is not None for arm in scenario.interventions):
        uncertainty, effect = (  # of what is not known nothing is varied
            Item(name, MISSING, lacks="unknown", count=unknown)
            for name in ("cheers_20", "cheers_24")
        )
    return (
        _of_title(sheet),
        stated("cheers_2", "abstract"),
        stated("cheers_3", "background"),
        stated("cheers_4", "plan"),
        whom,
        stated("cheers_6", "setting"),
        found("cheers_7", at("arm"), reason="comparators"),
        found("cheers_8", at("perspective"), reason="perspective"),
        found("cheers_9", at("horizon.months"), reason="horizon"),
        found("cheers_10", rates, reason="discounting", given=explained),
        *_of_outcomes(sheet),
        item_14,
        found("cheers_15", at("money", "conversion")),
        model,
        found("cheers_17", (), "simulate {} --notes"),
        stated("cheers_18", "heterogeneity"),
        stated("cheers_19", "distribution"),
        uncertainty,
        stated("cheers_21", "engagement"),
        of_all("cheers_22", "unsourced", unsourced(inputs), len(inputs), (), "explain {} cost"),
        found("cheers_23", (), "simulate {}"),
        effect,
        stated("cheers_25", "effect_of_engagement"),
        found("cheers_26", (), "simulate {}", reason="limitations"),
        stated("cheers_27", "funding"),
        stated("cheers_28", "interests"),
    )


def _of_title(sheet: Answers) -> Item:
    """The title, which must say that it is an economic evaluation, and name what is compared."""
    scenario, places = sheet.scenario, sheet.at("title")
    titles = _texts(scenario.title)
    arms = [_texts(scenario.arms[arm].label) for arm in scenario.interventions]
    names_all = all(any(label in title for title in titles for label in arm) for arm in arms)
    if names_all and any(ECONOMIC.search(title) for title in titles):
        return Item("cheers_1", DERIVED, places)
    return Item("cheers_1", PARTLY, places, lacks="title")


def _texts(text: object) -> tuple[str, ...]:
    """A text of the file in small letters, in each language that it is in."""
    return tuple(each.casefold() for _, each in text.texts) if isinstance(text, Label) else ()


def _of_outcomes(sheet: Answers) -> tuple[Item, ...]:
    """The items on outcomes, which an analysis of costs alone does not need."""
    outcomes = sheet.scenario.outcomes
    if not outcomes:
        return tuple(Item(f"cheers_{number}", UNNEEDED) for number in (11, 12, 13))
    numbers = [q for each in outcomes for q in each.numbers]
    places, command = sheet.at("outcome"), f"explain {{}} {outcomes[0].path}"
    bare = unsourced(numbers)
    return (
        sheet.found("cheers_11", places, reason="outcomes"),
        sheet.of_all("cheers_12", "unsourced", bare, len(numbers), places, command),
        sheet.stated("cheers_13", "valuation"),
    )


def unsourced(numbers: Iterable[Quantity]) -> int:
    """How many numbers have neither a source nor an assumption that says so."""
    return sum(q.source is None and q.assumption is None for q in numbers)


def advishe(run: Run, tested: Sequence[Tested]) -> tuple[Item, ...]:
    """The 13 items of AdViSHE, in its order; `tested` is what the stress tests found."""
    sheet, scenario = Answers(run.scenario), run.scenario
    independent = [t for t in scenario.targets if not (t.by_construction or t.calibrated)]

    def by_author(name: str, key: str) -> Item:
        said = scenario.reporting.get(key)
        if said is None:
            return Item(name, UNDONE, lacks="reporting", key=key)
        return Item(name, STATED, (said.span,))

    def by_tests(name: str, wanted: Callable[[Tested], bool]) -> Item:
        of_them = [each for each in tested if wanted(each) and each.verdict != NONE]
        if not of_them:
            return Item(name, UNNEEDED)
        held = all(each.verdict == HELD for each in of_them)
        command = ("verify {} --stress",)
        return Item(name, DONE if held else PARTLY, (), command, "" if held else "failed")

    fitted = sheet.at("calibrate") if scenario.calibration is not None else ()
    return (
        by_author("advishe_a1", "model_reviewed"),
        by_author("advishe_a2", "model_compared"),
        by_author("advishe_b1", "inputs_reviewed"),
        Item("advishe_b2", DONE, fitted, ("calibrate {}",))
        if fitted
        else Item("advishe_b2", UNNEEDED),
        by_author("advishe_c1", "program_reviewed"),
        by_tests("advishe_c2", lambda each: each.name in ("ends", "nothing")),
        by_tests("advishe_c3", lambda each: each.domain == "people"),
        by_tests("advishe_c4", lambda each: each.domain in ("input", "result")),
        by_author("advishe_d1", "results_reviewed"),
        by_author("advishe_d2", "results_compared"),
        Item("advishe_d3", DONE, sheet.at("analyses"), ("sensitivity {}",))
        if scenario.analyses
        else Item("advishe_d3", UNDONE, lacks="analyses"),
        _empirical(sheet, bool(independent)),
        by_author("advishe_e1", "other_validation"),
    )


def _empirical(sheet: Answers, independent: bool) -> Item:
    """Held against published results: done with ones that no input was taken from or fitted to."""
    if not sheet.scenario.targets:
        return Item("advishe_d4", UNDONE, lacks="reproduces")
    places, command = sheet.at("reproduces"), ("verify {}",)
    if independent:
        return Item("advishe_d4", DONE, places, command)
    return Item("advishe_d4", PARTLY, places, command, "dependent")
