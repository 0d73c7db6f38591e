"""What a sentence takes for granted: what its notes say at length, in a few words beside a claim.

A probability and an interval hold the stated uncertainty alone. They are no more certain than the
numbers without any, the assumptions and what is extrapolated, so the sentence names these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ipscost.analysis.caveats import other_people
from ipscost.analysis.interval import Interval
from ipscost.analysis.reaches import changing, of_effect, of_saving, without_effect
from ipscost.ledger import parts_of
from ipscost.run import Run
from ipscost.scenario.model import once
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.words.text import Words, listing, say, sentences

Claim = tuple[Scenario, tuple[Quantity, ...]]
"""A scenario, and the numbers of it that something which is claimed rests on."""
WEAK = ("derived", "assumed")
"""How sure a number is that nobody published."""
ROUGH = 100
"""A probability that rests on weak numbers is told as of so many draws: to a per cent."""
ENOUGH = 10_000
"""Of fewer draws the 95% interval of a probability of one half is wider than a point to either
side."""
OF_UNCERTAINTY = ("se", "interval", "level", "p", "n", "distribution", "dist")
"""Keys of a number that say how unsure it is."""
KEYS = re.compile(r"([a-z_]+)\s*:")
NORMAL_TEST = ("p", "probability")
"""The published results that say how sure a total is."""


def intervals(scenario: Scenario, found: Iterable[Quantity]) -> tuple[Words, ...]:
    """The sentence that intervals of what rests on these numbers hold under conditions.

    Nothing where there are none.
    """
    claims = [(scenario, tuple(found))]
    return _with("given_intervals", claims, constructed(scenario))


def provided(key: str, claims: Sequence[Claim], alike: int = 0) -> Words:
    """A sentence with the conditions under which claims are so sure; nothing where there are none.

    key: `given_intervals`, or `given_sure` of probabilities too. alike: how many numbers two claims
    take from different sources, though they are drawn as one. Each number is one condition, however
    many claims rest on it; the same words may be the assumption of several numbers, each of which
    may fail.
    """
    numbers = [number for _, found in claims for number in found]
    exact = _different(filter(_is_exact, numbers))
    assumed = _different(q for q in numbers if q.assumption and q.is_known)
    assumed += len({s.later_prices for s, of in claims if any(q.has_later_prices for q in of)})
    parts = [_amount(exact), _amount(assumed), _amount(alike)]
    if any(parts_of(scenario) for scenario, _ in claims):
        parts[1] = f"later_{parts[1]}" if assumed else "later"
    if parts == [_amount(0)] * 3:
        return ""
    return say("_".join((key, *parts)), exact=exact, assumed=assumed, alike=alike)


def _amount(number: int) -> str:
    """The words for a number of conditions."""
    return {0: "none", 1: "one"}.get(number, "many")


def _different(numbers: Iterable[Quantity]) -> int:
    """The number of different numbers among these."""
    return len({(q.path, q.value, str(q.unit)) for q in numbers})


def _is_exact(number: Quantity) -> bool:
    """True for a number that is known, and whose uncertainty is not."""
    return number.is_known and number.is_fixed


def of_decision(run: Run, path: str, arms: Sequence[str]) -> tuple[Quantity, ...]:
    """The numbers that a choice between `arms` rests on, by cost and by the outcome at `path`.

    By cost alone where there is no such outcome.
    """
    scenario, found = run.scenario, list[Quantity]()
    for arm in (arm for arm in arms if arm != scenario.reference):
        found += of_saving(scenario, arm)
        for outcome in scenario.outcomes:
            found += of_effect(scenario, outcome, arm) if outcome.path == path else ()
    return once(tuple(found))


def sure(run: Run, path: str, arms: Sequence[str]) -> tuple[Words, ...]:
    """The sentence that probabilities and intervals of a choice hold under conditions."""
    claims, made = [(run.scenario, of_decision(run, path, arms))], of_choice(run.scenario)
    return _with("given_intervals" if made else "given_sure", claims, made)


def _with(key: str, claims: Sequence[Claim], more: Sequence[Words]) -> tuple[Words, ...]:
    """A sentence with conditions, and that the uncertainty is by construction, on one line."""
    found = sentences(provided(key, claims), *more)
    return (found,) if found != "" else ()


def unmeasured(run: Run, path: str, arms: Sequence[str]) -> tuple[Words, ...]:
    """Says that numbers without a stated uncertainty are not covered, if there are any."""
    fixed = sum(_is_exact(number) for number in of_decision(run, path, arms))
    if not fixed:
        return ()
    return (say("unmeasured_one" if fixed == 1 else "unmeasured_many", count=fixed),)


def is_by_construction(scenario: Scenario, arm: str, more: Sequence[str] = ()) -> bool:
    """True where the uncertainty of the total was chosen to give a published result of it.

    The file says so under `reproduces:`. A setting that restates the uncertainty of a cost ends it,
    and so does another perspective; one that changes an amount alone does not. `more` are settings
    of a scenario analysis.
    """
    every = (*scenario.settings, *more)
    settings = [each for each in changing(every) if _restates(each)]
    if len(without_effect(scenario, settings)) < len(settings):
        return False
    return any(
        target.by_construction and target.what in NORMAL_TEST and target.path == "cost"
        for target in scenario.targets
        if target.arm == arm
    )


def is_guessed(scenario: Scenario) -> bool:
    """True where an effect is carried over to others by a number without uncertainty.

    How likely anything is that hangs on it then cannot be said. That a cost follows the effect
    whole or not at all is no guess at a number, so a share of its own of 0 or 1 is none.
    """
    transfer = scenario.transfer
    if transfer is None:
        return False
    own = (number for number in transfer.own.values() if number.value not in (0, 1))
    return any(number.is_fixed for number in (*transfer.effect, *own))


def claimed(
    scenario: Scenario,
    arm: str,
    odds: Interval | None,
    *,
    perspective: str = "",
    more: Sequence[str] = (),
) -> Interval | None:
    """The probability that an arm saves money, as finely as it may be told.

    None where the uncertainty was made to give a published result (`more`: settings of a scenario
    analysis that may state another one), or where an effect is carried over by a guess.
    `perspective` is by default the scenario's own, which is the one that a published result is
    about.
    """
    is_own = perspective in ("", scenario.perspective)
    if odds is None or is_guessed(scenario) or (is_own and is_by_construction(scenario, arm, more)):
        return None
    return replace(odds, draws=fineness(scenario, arm, odds.draws, perspective))


def _restates(setting: str) -> bool:
    """True for a setting of another uncertainty, or of another account."""
    path, _, value = setting.partition("=")
    stated = {path.strip().rpartition(".")[2], *KEYS.findall(value)}
    return path.strip() == "perspective" or not stated.isdisjoint(OF_UNCERTAINTY)


def by_draws(draws: int) -> int:
    """Of how many draws a probability is told as a share, by its sampling error alone.

    To a per cent where two standard errors of it may be more than one: 1.96 root(p (1 - p) / n).
    """
    return draws if draws >= ENOUGH else min(draws, ROUGH)


def fineness(scenario: Scenario, arm: str, draws: int, perspective: str = "") -> int:
    """Of how many draws the probability that an arm saves money is told as a share (`finely`)."""
    return finely(scenario, of_saving(scenario, arm, perspective), draws)


def finely(scenario: Scenario, numbers: Iterable[Quantity], draws: int) -> int:
    """Of how many draws a probability is told as a share: of few where it rests on weak numbers.

    Draws say nothing of a number without a stated uncertainty, nor of one that was assumed or
    derived, or of other people than the scenario is about, so a probability that hangs on one is
    not told more finely than a per cent.
    """
    if other_people(scenario) is not None:
        return min(draws, ROUGH)
    weak = (number.is_known and (number.is_fixed or number.sure in WEAK) for number in numbers)
    return min(draws, ROUGH) if any(weak) else draws


def constructed(scenario: Scenario) -> tuple[Words, ...]:
    """That the uncertainty of the total of any arm is by construction; or nothing."""
    found = any(is_by_construction(scenario, each) for each in scenario.interventions)
    return (say("given_construction"),) if found else ()


def of_choice(scenario: Scenario) -> tuple[Words, ...]:
    """The same of a choice, with what that means for it."""
    return tuple(
        sentences(each, say("given_construction_choice")) for each in constructed(scenario)
    )


def unmoved(scenario: Scenario, views: Sequence[str] = ()) -> tuple[Words, ...]:
    """Says that settings do not affect a saving, which depends on none of them; or nothing.

    From the scenario's own perspective, or from all `views`.
    """
    paths = list(without_effect(scenario, changing(scenario.settings), views))
    if not paths:
        return ()
    key = "unmoved_one" if len(paths) == 1 else "unmoved_many"
    return (say(key, paths=listing(paths)),)
