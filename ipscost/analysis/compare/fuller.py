"""An input in more words and digits than it is usually told in, for two that would read alike.

In the words of the file. Every number has so many digits that two which differ read differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipscost.model import Model, Move, Rule, Rung
from ipscost.quantity import Quantity
from ipscost.scenario import Category, Correlation, Outcome, Timing
from ipscost.words import say

SHOWN = 6
"""How many weights of a timing are told."""
FEWEST = 3
"""With so many digits."""


def precise(value: float, language: str) -> str:
    """A number with the digits that tell it from every other."""
    text = repr(float(value)).removesuffix(".0")
    return text.replace(".", ",") if language == "da" else text


def spread(one: Quantity, language: str) -> str:
    """The distribution of a number, with its mean and standard deviation."""
    name, (mean, sd) = type(one.dist).__name__.lower(), (one.dist.mean, one.dist.sd)
    shown = {"mean": precise(mean, language), "sd": precise(sd, language)}
    return say("fuller_spread", language, dist=name, **shown)


def series(one: Quantity, other: Quantity) -> str:
    """The first value by cycle that is another in the `other` number, or how many there are."""
    place = _first_apart(one.series, other.series)
    if place < len(one.series):
        return f"cycle_{place + 1}: {one.series[place]!r}"
    return f"cycles: {len(one.series)}"


def _first_apart(one: tuple[float, ...], two: tuple[float, ...]) -> int:
    """The first place at which two rows of numbers differ, or the length of the shorter."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(two)))


# --- timing ------------------------------------------------------------------------------------


def timings(one: Timing, two: Timing) -> tuple[str, str]:
    """Two timings in the words of the file, told apart where they differ.

    Weights have as many digits as it takes, and begin where they differ.
    """
    texts = timing(one), timing(two)
    if texts[0] != texts[1]:
        return texts
    if one.profile == two.profile == "weights" and one.weights != two.weights:
        start = _first_apart(one.weights, two.weights)
        start = 0 if start < SHOWN else start
        for digits in range(FEWEST, 18):
            texts = timing(one, digits, start), timing(two, digits, start)
            if texts[0] != texts[1]:
                return texts
    first, second = (f"{timing(each)} of {len(each.weights)}" for each in (one, two))
    return first, second


def timing(one: Timing, digits: int = FEWEST, start: int = 0) -> str:
    """A timing in the words of the file; its weights from the month after `start` on."""
    if one.profile == "weights":
        shown = [f"{weight:.{digits}g}" for weight in one.weights[start : start + SHOWN]]
        before = f"..., month {start + 1}: " if start else ""
        more = ", ..." if len(one.weights) > start + len(shown) else ""
        return f"weights [{before}{', '.join(shown)}{more}]"
    if one.profile == "end":
        return "end"
    return f"months [{one.first}, {one.last}]"


# --- what is stated in another form --------------------------------------------------------------


def shares(whose: Mapping[str, float]) -> str:
    """The payers or receivers, with their shares to the last digit."""
    return ", ".join(f"{name} {share!r}" for name, share in whose.items())


def form(holder: Category | Outcome) -> str:
    """What a category or outcome is but for its numbers."""
    return "; ".join(_form(holder))


def _form(holder: Category | Outcome) -> Iterator[str]:
    months = f"{timing(holder.timing)} of {len(holder.timing.weights)}"
    yield f"{months}, monthly" if holder.timing.monthly else months
    yield from (_rule(rule) for rule in holder.rules)
    if isinstance(holder, Category):
        if holder.continues:
            yield "continues: true"
        if holder.of:
            yield f"of: [{', '.join(holder.of)}]"
        if holder.rung is not None:
            yield _rung(holder.rung)
    elif holder.course is not None:
        course = holder.course
        yield f"{course.measure}: [{', '.join(course.states)}], to month {course.month!r}"


def _rule(rule: Rule) -> str:
    return f"{rule.event}: [{', '.join(rule.states)}]"


def _rung(rung: Rung) -> str:
    clock = "since entry" if rung.entry else f"from {rung.start!r}"
    return f"years {rung.low!r} to {rung.high!r} in [{', '.join(rung.states)}], {clock}"


def model(found: Model) -> str:
    """The states of a model and its moves, but for their numbers."""
    states = ", ".join(f"{s.name}{' (absorbing)' * s.absorbing}" for s in found.states.values())
    moves = "; ".join(_move(move) for move in found.moves)
    rest = ", ".join(f"{origin} to {target}" for origin, target in found.rest.items())
    first = "; death first" if found.death_first else ""
    return f"{states}; {moves}; rest: {rest}{first}"


def _move(move: Move) -> str:
    stretches = ", ".join(f"{s.measure} by {s.years!r} from_{s.first}" for s in move.stretches)
    of = f" of {move.of}" if move.of else ""
    return f"{move.origin} to {', '.join(move.targets)} ({stretches}{of})"


def correlation(found: Correlation, language: str) -> str:
    """Every pair of a correlation, to the last digit."""
    rows = enumerate(found.matrix)
    return ", ".join(precise(rho, language) for n, row in rows for rho in row[:n])
