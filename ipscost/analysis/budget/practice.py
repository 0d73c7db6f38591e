"""What good practice asks of a budget impact analysis, and where a scenario and its budget answer.

That of ISPOR's task force (Sullivan et al. 2014, doi.org/10.1016/j.jval.2013.08.2291), which was
read in its abstract. Where that is cut off, the items are those that two reviews hold analyses
against it by: Carvalho et al. 2018 (doi.org/10.1007/s40273-017-0569-2, table 2 and key points) for
1 to 9, 11, 13 and 14, and Abdallah et al. 2021 (doi.org/10.3389/fphar.2021.630949) for 10 and 12.
Nothing counts as met that no line of the file and no command meets.
"""

from __future__ import annotations

from ipscost.analysis.checklists import (
    DERIVED,
    MISSING,
    PARTLY,
    STATED,
    UNNEEDED,
    Answers,
    Item,
    unsourced,
)
from ipscost.errors import Span
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.rollout import SECTION, Intake, Rollout

RECRUITMENT = f"{SECTION}.intake.recruitment"
"""The path of the share that is recruited."""


def good_practice(scenario: Scenario) -> tuple[Item, ...]:
    """The 14 items for a scenario with a rollout; none for one without."""
    rollout = scenario.rollout
    if rollout is None:
        return ()
    sheet = Answers(scenario)
    return (
        _of_setting(sheet, rollout),
        Item("practice_2", DERIVED, sheet.at("payer"), ("budget {}",)),
        _of_people(rollout.intake),
        Item("practice_4", DERIVED, sheet.at("arm"), ("explain {} cost",)),
        _of_uptake(scenario, rollout),
        _of_price(sheet, rollout),
        _of_other_costs(sheet),
        sheet.found("practice_8", (rollout.span,), "budget {}", reason="horizon"),
        Item("practice_9", DERIVED, (rollout.span,), ("budget {}",)),
        _of_change(rollout),
        Item("practice_11", DERIVED, (rollout.span,), ("workbook {}",)),
        _of_sources(sheet, rollout),
        _of_scenarios(sheet, rollout),
        _of_validation(sheet),
    )


def sets(scenario: Scenario, path: str) -> bool:
    """True if one of the scenario's analyses sets a number, or something of it."""
    settings = (setting for each in scenario.analyses for setting in each.settings)
    paths = [setting.partition("=")[0].strip() for setting in settings]
    return any(changed == path or changed.startswith(f"{path}.") for changed in paths)


def _of_setting(sheet: Answers, rollout: Rollout) -> Item:
    """The system that it is in: whom money comes from and goes to is only a part of it."""
    said = sheet.scenario.reporting.get("setting")
    places = tuple(grant.span for grant in rollout.grants)
    if rollout.financing is not None:
        places = (rollout.financing.span, *places)
    if said is not None:
        return Item("practice_1", STATED, (said.span, *places))
    status = PARTLY if places else MISSING
    return Item("practice_1", status, places, lacks="reporting", key="setting")


def _of_people(intake: Intake) -> Item:
    """How many there are, of whom the target is a part."""
    places = _places(intake.target, intake.of)
    if intake.of is None:
        return Item("practice_3", PARTLY, places, lacks="eligible")
    bare = unsourced((intake.target, intake.of))
    if bare:
        return Item("practice_3", PARTLY, places, lacks="unsourced", count=bare, every=2)
    return Item("practice_3", DERIVED, places)


def _of_uptake(scenario: Scenario, rollout: Rollout) -> Item:
    """How many of those planned start: met by a source, in part by an assumption."""
    share = rollout.intake.recruitment
    if share is None:
        return Item("practice_5", MISSING, lacks="uptake")
    if share.source is None:
        return Item("practice_5", PARTLY, _places(share), lacks="uptake_source")
    return Item("practice_5", DERIVED, _places(share))


def _of_price(sheet: Answers, rollout: Rollout) -> Item:
    """What the programme costs from below, or only per person as a study published it."""
    if rollout.has_own_price:
        return Item("practice_6", DERIVED, (rollout.span,), ("budget {}",))
    return Item("practice_6", PARTLY, sheet.at("cost"), lacks="own_price")


def _of_other_costs(sheet: Answers) -> Item:
    """What changes in other costs, as far as it is known."""
    others = [each for each in sheet.scenario.categories if not KINDS[each.kind].is_programme]
    if not others:
        return Item("practice_7", UNNEEDED)
    unknown = len({q.path for each in others for q in each.unknowns})
    known = sum(len(each.numbers) for each in others)
    return sheet.of_all(
        "practice_7", "unknown", unknown, unknown + known, sheet.at("cost"), "explain {} cost"
    )


def _of_change(rollout: Rollout) -> Item:
    """People start month by month and leave; that the pace changes is for the file to say."""
    ramp_up = rollout.intake.ramp_up
    if ramp_up is None:
        return Item("practice_10", PARTLY, (rollout.span,), lacks="ramp_up")
    return Item("practice_10", DERIVED, _places(ramp_up))


def _of_sources(sheet: Answers, rollout: Rollout) -> Item:
    """Where every number of the rollout and of the scenario is from."""
    numbers = (*rollout.numbers, *sheet.scenario.quantities)
    bare = unsourced(numbers)
    return sheet.of_all("practice_12", "unsourced", bare, len(numbers), (), "explain {} cost")


def _of_scenarios(sheet: Answers, rollout: Rollout) -> Item:
    """Uncertainty, and scenarios that matter to who decides: at least of how many are recruited."""
    commands = ("budget {}", "sensitivity {}")
    if not sheet.scenario.analyses:
        return Item("practice_13", PARTLY, (), commands, "analyses")
    if not sets(sheet.scenario, RECRUITMENT):
        return Item("practice_13", PARTLY, sheet.at("analyses"), commands, "recruitment_analysis")
    return Item("practice_13", DERIVED, sheet.at("analyses"), commands)


def _of_validation(sheet: Answers) -> Item:
    """That who decides found it credible, and that the calculations were checked."""
    said = sheet.scenario.reporting.get("results_reviewed")
    commands = ("verify {} --stress",)
    if said is None:
        return Item("practice_14", PARTLY, (), commands, "reporting", "results_reviewed")
    return Item("practice_14", STATED, (said.span,), commands)


def _places(*numbers: Quantity | None) -> tuple[Span, ...]:
    """Where numbers stand, as far as they are there."""
    return tuple(number.span for number in numbers if number is not None)
