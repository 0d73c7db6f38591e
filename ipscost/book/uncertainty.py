"""The sheet of uncertainty: what the draws of ipscost gave. Values, which do not move."""

from __future__ import annotations

from ipscost.analysis.estimates import Estimate, View
from ipscost.book.cells import Book, CellLook
from ipscost.book.formulas import Compare, Constant, when
from ipscost.book.inputs import InputCells
from ipscost.report.notes.given import is_by_construction, is_guessed
from ipscost.scenario.nouns import SOCIETAL
from ipscost.words import say
from ipscost.words.nouns import named
from ipscost.words.numbers import count, probability
from ipscost.words.text import tell

WIDTHS = (48, 16, 16, 16, 20)
WHAT, MEAN, LOW, HIGH, CHANCE = range(1, 6)


def uncertainty_sheet(book: Book, inputs: InputCells, view: View, level: float) -> None:
    """Means, intervals and probabilities of savings and outcomes, of each arm.

    No probability where an effect is carried over by a number without uncertainty.
    """
    language, scenario = book.language, view.run.scenario
    sheet = book.sheet("uncertainty", say("book_uncertainty", language), WIDTHS)
    sheet.across(
        say("book_uncertainty_about", language, draws=count(view.run.settings.draws, language)),
        "note",
        lines=2,
    )
    moved = when(
        Compare(inputs.changed, "=", Constant(0.0)), "", say("book_uncertainty_old", language)
    )
    sheet.across(moved, "strong")
    for arm in scenario.interventions:
        label = tell(scenario.arms[arm].label, language)
        sheet.next += 1
        sheet.texts(
            say(
                "book_uncertainty_of",
                language,
                arm=label,
                money=named(str(scenario.money), language),
            ),
            style="subtitle",
        )
        keys = ("what", "mean", "interval_low", "interval_high", "chance")
        for column, key in enumerate(keys, WHAT):
            text = say(f"book_column_{key}", language, level=round(100 * level))
            sheet.put(column, text, CellLook("heading" if column == WHAT else "heading_number"))
        sheet.next += 1
        rows: list[tuple[str, Estimate, int | None]] = [
            (say("book_saving", language), view.total(arm).minus(), 0)
        ]
        for name, payer in scenario.payers.items():
            seen = view.seen_from(name)
            if seen.weight().any() and name != SOCIETAL:
                text = say("book_saved_by", language, payer=tell(payer.label, language))
                rows.append((text, seen.total(arm).minus(), 0))
        for index, outcome in enumerate(scenario.outcomes):
            unit = named(str(outcome.unit), language)
            text = say("book_more_of", language, outcome=tell(outcome.label, language), unit=unit)
            rows.append((text, view.outcome_difference(arm, index), 4))
        is_made = is_by_construction(scenario, arm)  # what the total was made to give is no finding
        for place, (text, estimate, places) in enumerate(rows):
            sheet.put(WHAT, text)
            shown = estimate.cell(level)
            if shown is None:
                sheet.put(MEAN, "–", CellLook("dash"))
            else:
                look = CellLook("number", places, partial=shown.partial)
                sheet.put(MEAN, shown.mean, look)
                for column, end in ((LOW, shown.low), (HIGH, shown.high)):
                    if end is not None:
                        sheet.put(column, end, CellLook("number", places))
                below = estimate.probability_below(0.0)
                is_claimed = not is_guessed(scenario) and not (place == 0 and is_made)
                if below is not None and is_claimed:
                    told = probability(1 - below, language, view.run.settings.draws)
                    sheet.put(CHANCE, told, CellLook("right"))
            sheet.next += 1
