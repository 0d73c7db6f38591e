"""sensitivity: the scenario analyses that a file declares, each held against the base case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ipscost import numerals
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.analyses import (
    Answered,
    Compared,
    Variants,
    answered,
    answers,
    compared,
    spans_zero,
)
from ipscost.analysis.what_if.question import Question
from ipscost.report.notes.about import named, of_run, written
from ipscost.report.notes.given import claimed
from ipscost.report.report import MOST_CAVEATS, Column, Note, Report, Row, Short, Table
from ipscost.report.what_if.figures import of_analyses
from ipscost.report.what_if.notes import ANALYSES
from ipscost.report.what_if.rollout import of_rollout
from ipscost.report.what_if.text import (
    analysis_name,
    answer_title,
    arm_label,
    money_line,
    record,
    some,
)
from ipscost.scenario.nouns import Quantity, Scenario
from ipscost.settings import LEVEL
from ipscost.words.text import Words, behind, count, listing, quoted, rate, say, sentences, typed

ABOVE = ("mean", "difference", "ratio", "events")
MEAN = re.compile(r"\{mean: (?P<mean>[^,}]+), unit: (?P<unit>[\w/]+)[,}]")
SHARED = re.compile(r"\{number: (?P<name>\w+)\}")
"""What an analysis may change a number into, as a file has it: an amount, or one with a name."""


def analyses(question: Question, variants: Variants, level: float = LEVEL) -> Report:
    """The report of the scenario analyses of a run, each with the draws of the base case.

    `variants` are the runs of the analyses with the settings of the question's own run, so that
    a difference from the base case is due to what was changed and not to other draws. Of each only
    the answers are kept, so that a generator needs room for one run at a time.
    """
    base, found = answers(question), answered(question, variants)
    rows = {arm: tuple(compared(question, arm, base[arm], found, level)) for arm in question.arms}
    tables = [_table(question, arm, each, level) for arm, each in rows.items()]
    cautions = tuple(_caveats(question, found))
    return Report(
        scenario=question.scenario.name,
        headline=tuple(_sentences(question, base, found, level)),
        tables=(*tables, _changes(question, found)),
        notes=(*cautions, *written(ANALYSES, of_run(found, question.run, level))),
        record=record(question, level),
        figures=tuple(of_analyses(question, rows)),
        short=Short((), cautions[:MOST_CAVEATS]),
    )


def _table(question: Question, arm: str, found: Sequence[Compared], level: float) -> Table:
    """The answer in the base case and in each analysis, and how far they are apart."""
    rows = []
    for each in found:
        path, label = analysis_name(each.analysis)
        cells = (each.answer, _odds(question, arm, each), each.from_base)
        rows.append(Row(path, label, cells, each.unit, strong=each.analysis is None))
    is_saving, extent = question.outcome is None, rate(level)
    heading = "saving_interval" if is_saving else "answer_benefit_interval"
    odds = "probability" if is_saving else "answer_benefit_probability"
    columns = (
        Column(say(heading, level=extent), style="change", numeric=True),
        Column(say(odds), unit="share", style="probability", numeric=True),
        Column(say("from_base_interval", level=extent), style="change", numeric=True),
    )
    title = say(
        "title_analyses",
        arm=arm_label(question, arm),
        answer=answer_title(question),
        line=money_line(question),
    )
    return Table(title, say("one_analysis"), columns, tuple(rows), breaks=(1,), name="analyses")


def _odds(question: Question, arm: str, each: Compared) -> Interval | None:
    """The probability of an answer above 0, as finely as it may be told.

    None where the uncertainty was made to give a published result, unless the analysis states
    another one.
    """
    changed = each.analysis.settings if each.analysis else ()
    return claimed(question.scenario, arm, each.above, more=changed)


def _changes(question: Question, found: Sequence[Answered]) -> Table:
    """What each analysis changes: the path, its value in the base case, and its value there."""
    rows = []
    for analysis in (each.analysis for each in found):
        for setting in analysis.settings:
            path, _, value = setting.partition("=")
            cells = (
                analysis.label,
                _before(question, path),
                _shown(question.scenario, value),
            )
            rows.append(Row(f"analyses.{analysis.name}.set.{path}", path, cells))
    columns = tuple(Column(say(key)) for key in ("one_analysis", "base_case", "in_analysis"))
    title, first = say("title_changes"), say("path_changed")
    return Table(title, first, columns, tuple(rows), name="changes")


def _before(question: Question, path: str) -> Words | None:
    """What stands at `path` in the base case, or None where that is no one number or word."""
    scenario = question.scenario
    whole = _words(scenario)
    if path in whole:
        return whole[path]
    number, _, key = path.rpartition(".")
    quantity = question.varied[number].quantity if number in question.varied else None
    if path in question.varied:
        whole_number = question.varied[path].quantity
        if whole_number is not None:
            return _typed(whole_number)
        return typed(question.varied[path].now)
    if quantity is None:
        return None
    if key == quantity.role or key in ABOVE:
        return _typed(quantity)
    return None if quantity.way is None else quantity.way


def _typed(number: Quantity) -> Words:
    """A number as it was stated, with its unit."""
    return sentences(typed(number.value), behind(str(number.unit)))


def _shown(scenario: Scenario, value: str) -> Words:
    """A value of a setting: a number with the marks of the language, a shared one by its label.

    Of `{mean: 3, unit: month, assumption: ...}` it is the number with its unit.
    """
    if (found := MEAN.match(value)) and (mean := numerals.number(found["mean"])) is not None:
        return sentences(typed(mean), behind(found["unit"]))
    if found := SHARED.fullmatch(value):
        path = f"number.{found['name']}"
        return next((each.label for each in scenario.shared if each.path == path), value)
    try:
        return typed(float(value))
    except ValueError:
        return value


def _words(scenario: Scenario) -> dict[str, str]:
    """What the head of a file says, by path."""
    return {
        "perspective": scenario.perspective,
        "money": str(scenario.money),
        "horizon.months": str(scenario.months),
        **({} if scenario.first_month is None else {"starts": str(scenario.first_month)}),
    }


def _sentences(
    question: Question, base: Mapping[str, Estimate], found: Sequence[Answered], level: float
) -> Iterator[Words]:
    """A sentence for each arm, first of those with an analysis that changes the sign."""
    told = [_sentence(question, arm, base[arm].point, found, level) for arm in question.arms]
    yield from (text for _, text in sorted(told, key=lambda pair: -pair[0]) if text != "")


def _sentence(
    question: Question, arm: str, now: float, found: Sequence[Answered], level: float
) -> tuple[int, Words]:
    """How many analyses keep the sign of the answer, which do not, and which are not sure of it.

    Before it, how many do not keep it or are not sure of it.
    """
    labels = {each.analysis.name: quoted(each.analysis.label) for each in found}
    found = [each for each in found if not each.answers[arm].partial]
    if not found:
        return 0, ""
    turned = [labels[e.analysis.name] for e in found if e.answers[arm].point * now < 0]
    unsure = [labels[e.analysis.name] for e in found if spans_zero(e.answers[arm], level)]
    kind = "saving" if now >= 0 else "cost"
    kind = kind if question.outcome is None else "benefit"
    number = "analysis" if len(found) == 1 else "analyses"
    key = f"{number}_{kind}_turned" if turned else f"{number}_{kind}_kept"
    text = say(
        f"{key}_unsure" if unsure else key,
        arm=arm_label(question, arm),
        kept=count(len(found) - len(turned)),
        all=count(len(found)),
        turned=listing(turned),
        level=rate(level),
        names=listing(unsure) if of_rollout(question) is None else some(unsure),
    )
    return len(turned) + len(unsure), text


def _caveats(question: Question, found: Sequence[Answered]) -> Iterator[Note]:
    """Which analyses are not known, and which change nothing that a saving depends on."""
    every = [each.analysis.label for each in found]
    vague = [e.analysis.label for e in found if any(a.partial for a in e.answers.values())]
    if vague:
        yield named("caveat_of_known", say("analyses_not_known", names=listing(vague)))
    same = [each.analysis.label for each in found if not each.moves]
    if question.outcome is None and same:
        number = "analysis" if len(every) == 1 else "analyses"
        one = "_one" if number == "analyses" and len(same) == 1 else ""
        words = {"unmoved": count(len(same)), "names": listing(same)}
        yield named("caveat_unmoved", say(f"{number}_unmoved{one}", **words))
