"""Who starts in a rollout, and how long they are supported."""

from __future__ import annotations

from ipscost.loading.amounts.arms import below
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_rollout import IntakeKeys, SupportKeys
from ipscost.loading.rollout.numbers import (
    LEAVING,
    MONTHS,
    PEOPLE,
    SHARE,
    SOME_MONTHS,
    TARGET,
    Numbers,
)
from ipscost.messages import Message
from ipscost.numerals import is_number
from ipscost.scenario.nouns import Quantity
from ipscost.scenario.rollout import Intake, Support

PACES = {"person": "in_all", "person/year": "year", "person/month": "month"}
MOST_TYPED = 10
"""A share up to this, and above 1, is taken for one of more than all, and no percentage."""


def read_intake(at: Checked[IntakeKeys], numbers: Numbers, above: Inherited) -> Intake | None:
    """The intake of a section, or None where something is wrong with it."""
    own = below(at, above)
    target = numbers.read(at["target"], TARGET, own)
    recruitment = None
    if not _is_over(at):
        recruitment = numbers.read(at.get("recruitment"), SHARE, own)
    ramp_up = numbers.read(at.get("ramp_up"), MONTHS, own)
    delay = numbers.read(at.get("delay"), MONTHS, own)
    of = numbers.read(at.get("of"), PEOPLE, own)
    if target is None:
        return None
    intake = Intake(
        target=target,
        pace=PACES[str(target.unit)],
        months=at.keys.months,
        recruitment=recruitment,
        ramp_up=ramp_up,
        delay=delay,
        of=of,
    )
    _check_people(at, intake)
    return intake


def _is_over(at: Checked[IntakeKeys]) -> bool:
    """True, refused, where more are recruited than the target."""
    here = at.get("recruitment")
    value = here.get("mean") if here is not None and here.is_mapping else here
    if value is None or not value.is_scalar or not is_number(value.text):
        return False
    if not 1 < float(value.text) <= MOST_TYPED:
        return False
    message = Message(
        "recruitment is a share of the target, at most 1, found {value:g}; "
        "a higher target is how more are planned",
        value=float(value.text),
    )
    value.refuse("E114", message, Message("write {right} for {wrong}", right=1, wrong=value.text))
    return True


def planned(intake: Intake) -> float:
    """How many people are planned to start in all, at the stated values."""
    target, months = intake.target.value, float(intake.months)
    if intake.pace == "in_all":
        return target
    ramp = intake.ramp_up.value if intake.ramp_up is not None else 0.0
    full = months - ramp / 2 if ramp <= months else months**2 / (2 * ramp)
    return target * full / (12 if intake.pace == "year" else 1)


def _check_people(at: Checked[IntakeKeys], intake: Intake) -> None:
    """Refuses a plan for more people than there are."""
    of = intake.of
    people = planned(intake)
    if of is None or people <= of.value:
        return
    message = Message(
        "{people:g} people are planned to start, and there are {of:g}", people=people, of=of.value
    )
    most = _rounded_down(intake.target.value * of.value / people)
    value = at["target"]["mean"] if "mean" in at["target"] else at["target"]
    fix = Message("write {right} for {wrong}", right=f"{most:.15g}", wrong=value.text)
    value.refuse("E323", message, fix)


def _rounded_down(number: float) -> float:
    """A number with at most three figures more than it needs, not above itself."""
    return float(int(number)) if number >= 1 else int(number * 1000) / 1000


def read_support(
    at: Checked[SupportKeys] | None, numbers: Numbers, above: Inherited
) -> Support | None:
    """How long a person is supported, or None where it is not stated or wrong."""
    if at is None:
        return None
    own = below(at, above)
    months: Quantity | None = numbers.read(at["months"], SOME_MONTHS, own)
    leaving = numbers.read(at.get("leaving"), LEAVING, own)
    return None if months is None else Support(months, leaving)
