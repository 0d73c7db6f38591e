"""What was given to an analysis from Python, held against what it takes.

A mistake is a sentence that says what to write instead: TypeError for a value of another kind,
ValueError (AskedError) for one that does not fit the scenario.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from ipscost.errors import AskedError, a_kind
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario.called import UnknownNameError, called
from ipscost.scenario.nouns import Scenario
from ipscost.settings import MOST_PEOPLE
from ipscost.units import WAYS

if TYPE_CHECKING:
    from ipscost.analysis.voi import Population
    from ipscost.analysis.what_if.question import Question
    from ipscost.scenario.nouns import Outcome
    from ipscost.words.text import Text


def check_run(name: str, run: object) -> None:
    """Raises TypeError where the analysis called `name` was given no run."""
    if isinstance(run, Run):
        return
    instead = f"ipscost.{name}(ipscost.simulate(scenario))"
    if isinstance(run, str):
        instead = f"ipscost.{name}(ipscost.simulate(ipscost.load({run!r})))"
    elif isinstance(run, list | tuple) and name == "compare":
        instead = "ipscost.compare(run, other), or ipscost.compare(*runs)"
    raise TypeError(f"{name} takes a run, not {a_kind(run)}; write {instead}")


def check_file(name: str, value: object) -> None:
    """Raises TypeError where `name` is no path, and does not show it: it may be data."""
    if isinstance(value, str | Path):
        return
    instead = f"write {name}='persons.csv'"
    if hasattr(value, "to_csv"):
        instead = f"write {name}.to_csv('persons.csv', index=False), and {name}='persons.csv'"
    raise TypeError(f"{name} is the path of a file, not {a_kind(value)}; {instead}")


def is_number(value: object) -> TypeGuard[float]:
    """True for a number, also one of numpy; not for True and False."""
    return isinstance(value, Real) and not isinstance(value, bool)


def check_whole(name: str, value: object) -> None:
    """Raises TypeError where what is called `name` is no whole number."""
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"{name} is a whole number, not {a_kind(value)}; write {name}=8")


def check_between(name: str, value: object, least: int, most: int) -> None:
    """Raises TypeError for what is no whole number, AskedError for one that is not within."""
    check_whole(name, value)
    if not least <= int(str(value)) <= most:
        raise AskedError(f"{name} is from {least} to {most:,}, not {value}")


def alike(runs: Sequence[Run]) -> list[str]:
    """Of each run why its money cannot become that of the first; empty where it is that.

    Raises AskedError where it could, and for a run with other settings than the first.
    """
    first = runs[0]
    found = [_not_in_money_of(first.scenario, run.scenario) for run in runs]
    for run in runs:
        if run.settings != first.settings:
            raise AskedError(
                f"{run.scenario.name} was run with other settings than {first.scenario.name}; "
                "write ipscost.simulate(scenario, first.settings)"
            )
    return found


def _not_in_money_of(first: Scenario, scenario: Scenario) -> str:
    """Why a scenario is not in the money of the first, which it cannot become; empty if it is.

    Raises AskedError, with what to write, where it could.
    """
    money = first.money
    if scenario.money == money:
        return ""
    for each in (scenario.money, money):
        if each.year is None:
            return Message("the price year of {vague} is not known", vague=each)
    abroad = bool(first.country and scenario.country) and first.country != scenario.country
    country = f", order={WAYS[0]!r}, country={first.country!r}" if abroad else ""
    raise AskedError(
        f"{scenario.name} is in {scenario.money}, {first.name} in {money}; "
        f"write ipscost.load({scenario.file!r}, money=first.scenario.money{country})"
    )


def check_level(level: object) -> None:
    """Raises TypeError where the level of intervals is no number, ValueError unless in (0, 1)."""
    if not is_number(level):
        hint = "; .in_language('da') tells an answer in Danish" if isinstance(level, str) else ""
        raise TypeError(f"level is a number such as 0.95, not {a_kind(level)}{hint}")
    if not 0 < float(level) < 1:
        raise ValueError(f"level is between 0 and 1, not {level}; 95 per cent is level=0.95")


def check_among(what: str, words: Iterable[str], every: Sequence[str]) -> None:
    """Raises AskedError for a word that is none of those there are."""
    for word in words:
        if word not in every:
            raise AskedError(f"{what} is of {', '.join(every)}, not {word}")


def names(what: str, given: object) -> tuple[str, ...]:
    """Several names, of `arms` or the like; raises TypeError for one alone, or for no names."""
    if isinstance(given, str):
        raise TypeError(f"{what} are several names, not a str; write {what}=[{given!r}]")
    if not isinstance(given, Iterable):
        raise TypeError(f"{what} are several names, not {a_kind(given)}; write {what}=['ips']")
    every = tuple(given)
    for each in every:
        if not isinstance(each, str):
            raise TypeError(f"{what} are names, not {a_kind(each)}; write {what}=[{str(each)!r}]")
    return every


def named(word: str, known: Mapping[str, Text], what: str) -> str:
    """The name that is meant by a name or a label; raises AskedError where there is none."""
    try:
        return called(word, known, what)
    except UnknownNameError as error:
        raise AskedError(f"{error}; {error.fix}") from None


def arms_of(scenario: Scenario, arms: object) -> tuple[str, ...]:
    """The names of interventions, which may be called by their labels; raises AskedError."""
    labels = {name: scenario.arms[name].label for name in scenario.interventions}
    return tuple(named(each, labels, "intervention") for each in names("arms", arms))


def check_people(people: object) -> None:
    """Raises TypeError or AskedError where a number of people is none."""
    if people is None:
        return
    check_whole("people", people)
    if not 1 <= int(str(people)) <= MOST_PEOPLE:
        raise AskedError(f"people are from 1 to {MOST_PEOPLE:,}, not {people}; write people=60")


def check_persons(persons: object) -> None:
    """Raises TypeError or AskedError where a number of persons to follow is none."""
    if persons is None:
        return
    from ipscost.analysis.distribution.crowd import FEWEST_PERSONS, MOST_PERSONS, PERSONS

    check_whole("persons", persons)
    if not FEWEST_PERSONS <= int(str(persons)) <= MOST_PERSONS:
        limits = f"{FEWEST_PERSONS:,} to {MOST_PERSONS:,}"
        raise AskedError(f"persons are from {limits}, not {persons}; write persons={PERSONS}")


def path_of(name: str, path: object) -> str:
    """The path of a number; raises TypeError where it is no text."""
    if not isinstance(path, str):
        raise TypeError(
            f"a path is a text, not {a_kind(path)}; write ipscost.{name}(run, 'cost.programme.ips')"
        )
    return path


def account_of(payer: object) -> str:
    """The account that is asked for, empty for the usual; raises TypeError where it is no text."""
    if payer is not None and not isinstance(payer, str):
        raise TypeError(f"payer is a name, not {a_kind(payer)}; write payer='state'")
    return payer or ""


def thresholds(wtp: object) -> tuple[float, ...]:
    """What one more of the outcome is worth: a number or several, in the money of the result."""
    if wtp is None:
        return ()
    several = wtp if isinstance(wtp, list | tuple) else (wtp,)
    return tuple(one_threshold(each) for each in several)


def one_threshold(wtp: object) -> float:
    """One number in the money of the result; raises TypeError for anything else."""
    if not is_number(wtp):
        raise TypeError(f"wtp is a number, not {a_kind(wtp)}; write wtp=264000")
    return float(wtp)


def by_path(what: str, given: object, example: str) -> dict[str, tuple[float, ...]]:
    """Values by the path of a number, as `bounds` has them; raises TypeError for anything else."""
    if not isinstance(given, Mapping):
        raise TypeError(f"{what} are values by path, not {a_kind(given)}; write {what}={example}")
    found = {}
    for path, values in given.items():
        ends = () if values is None else values
        if not isinstance(ends, list | tuple) or not all(map(is_number, ends)):
            raise TypeError(f"{what} of {path} are numbers, not {values!r}; write {what}={example}")
        found[str(path)] = tuple(float(each) for each in ends)
    return found


def outcome_of(scenario: Scenario, name: str | None) -> Outcome:
    """The outcome that counts: the one that is named, or the only one.

    Raises AskedError where there is none, several without a name, or none of that name.
    """
    known = {each.path.partition(".")[2]: each for each in scenario.outcomes}
    if name is None and len(known) == 1:
        return next(iter(known.values()))
    if not known:
        raise AskedError(f"{scenario.file} states no outcome; add one under outcome:")
    if name is None:
        several = ", ".join(known)
        raise AskedError(f"{scenario.file} has several outcomes; name one with outcome=: {several}")
    labels = {each: outcome.label for each, outcome in known.items()}
    return known[named(str(name).removeprefix("outcome."), labels, "outcome")]


@dataclass(frozen=True, slots=True)
class Rolled:
    """Whether the net of a rollout is asked for, and whose; `paths` are the numbers asked about."""

    budget: bool
    payer: str | None
    paths: tuple[str, ...]
    level: float


def question(
    run: Run,
    arms: Sequence[str],
    outcome: str | None,
    wtp: float | None,
    rolled: Rolled,
) -> Question:
    """What a what-if analysis asks of a run."""
    from ipscost.analysis.what_if.question import ask

    is_below = any(path.partition(".")[0] == "rollout" for path in rolled.paths)
    if rolled.budget or rolled.payer is not None or is_below:
        from ipscost.analysis.budget.question import ask_rollout

        if outcome is not None or wtp is not None or arms:
            raise AskedError("the net of a rollout has no arms, outcome or wtp; leave them out")
        return ask_rollout(run, account_of(rolled.payer), rolled.level)
    worth = None if wtp is None else one_threshold(wtp)
    counted = None if outcome is None else outcome_of(run.scenario, outcome).path
    return ask(run, arms_of(run.scenario, arms), counted, worth)


def population_of(
    scenario: Scenario, people: int | None, years: int | None, discount: float | None
) -> Population | None:
    """The people a decision is for, or None if it is not said."""
    from ipscost.analysis.voi import Population

    if people is None and years is None:
        if discount is not None:
            raise AskedError("discount counts for people and years; write people=500, years=5")
        return None
    if people is None or years is None:
        missing = "years=5" if years is None else "people=500"
        raise AskedError(f"people and years belong together; add {missing}")
    for name, value in (("people", people), ("years", years)):
        check_whole(name, value)
        if value < 1:
            raise AskedError(f"{name} is at least 1, not {value}")
    if discount is None:
        return Population(people, years, scenario.discount.cost, is_stated=False)
    if not is_number(discount):
        raise TypeError(f"discount is a number, not {a_kind(discount)}; write discount=0.035")
    if not 0 <= discount < 1:
        raise AskedError(f"discount is a yearly rate from 0 to 1, not {discount}; write 0.035")
    return Population(people, years, discount)
