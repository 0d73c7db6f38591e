"""What a reader asks for by name, held against what the data hold."""

from __future__ import annotations

from ipscost import numerals
from ipscost.analysis.evaluation.nouns import MnarShift
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.scenario.called import chosen_outcome
from ipscost.scenario.nouns import Scenario

COST = "cost"
"""The name of the sum of all categories."""
MOST_SHIFT = 1e12
"""A larger shift is a typo, and its square in a regression is beyond what doubles hold."""


def outcome_of(scenario: Scenario, name: str | None, *, is_worth_stated: bool) -> str:
    """The path of the outcome that counts beside cost: as asked for, or the first in the data.

    Empty where the data hold none. Raises AskedError for one that they do not hold, and where it
    is said what one is worth, but not which.
    """
    measured = [each.path for each in scenario.data.outcomes] if scenario.data else []
    if name is not None:
        path = chosen_outcome(scenario, name).path
        if path not in measured:
            known = ", ".join(each.partition(".")[2] for each in measured) or Message("none")
            raise AskedError(
                Message(
                    "the section data of the model names no columns of the outcome {name}, only "
                    "of: {known}",
                    name=name,
                    known=known,
                )
            )
        return path
    if is_worth_stated and len(measured) > 1:
        raise AskedError(
            Message(
                "--wtp is what an outcome is worth; add --outcome NAME, one of {names}",
                names=", ".join(each.partition(".")[2] for each in measured),
            )
        )
    if is_worth_stated and not measured:
        raise AskedError(
            Message(
                "--wtp is what an outcome is worth, and the section data of the model names no "
                "columns of one; leave --wtp out, or add outcome: ... to data"
            )
        )
    return measured[0] if measured else ""


def shift_of(text: str, scenario: Scenario) -> MnarShift:
    """What is imputed, moved: `psychiatric:+10%` by a share of itself, `qaly:-0.05` by an amount.

    Behind another colon may stand the arm in which alone it is: `qaly:-0.05:ips`.

    Raises AskedError for what is no shift, or of nothing that the data hold.
    """
    name, _, rest = text.partition(":")
    by, _, arm = rest.partition(":")
    plan = scenario.data
    measured = [each.path for each in plan.costs] if plan else []
    measured += [each.path for each in plan.outcomes] if plan else []
    short = {path.partition(".")[2]: path for path in measured}
    known = {**{path: path for path in measured}, **short, COST: COST}
    if name not in known:
        raise AskedError(
            Message(
                "--mnar {text}: expected one of {known}, a colon and a shift, as in cost:+10%",
                text=text,
                known=", ".join((COST, *short)),
            )
        )
    by = by.strip()
    is_share = by.endswith("%")
    number = by.removesuffix("%").strip().removeprefix("+")
    found = numerals.numbers([number])
    if (
        found is None
        or abs(found[0]) > MOST_SHIFT
        or numerals.is_doubtful(number.removeprefix("-"))
    ):
        raise AskedError(
            Message(
                "--mnar {text}: expected a shift such as +10% or -0.05 behind the colon", text=text
            )
        )
    value = found[0] / 100 if is_share else found[0]
    if is_share and value <= -1:
        raise AskedError(
            Message("--mnar {text}: nothing is left below -100%; write -50%", text=text)
        )
    arms = plan.arms if plan else ()
    if arm and arm not in arms:
        raise AskedError(
            Message(
                "--mnar {text}: expected one of the arms {arms} behind the second colon",
                text=text,
                arms=", ".join(arms),
            )
        )
    return MnarShift(known[name], value, is_share, arm)
