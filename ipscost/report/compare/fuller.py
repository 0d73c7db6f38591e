"""An input told at length, for two that would otherwise read alike.

It uses the words of the file, with enough digits to tell any two numbers apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ipscost.scenario.model import Model, Move, TimeBand
from ipscost.scenario.nouns import Category, Correlation, Outcome, Timing
from ipscost.scenario.quantity import Quantity
from ipscost.words.text import Words, precise, say, series

SHOWN = 6
"""How many weights of a timing are told: enough to see its shape on one line."""
FEWEST = 3
"""The digits that weights have at first; more are added until two timings differ."""


def spread(one: Quantity) -> Words:
    """The distribution of a number, with its mean and standard deviation."""
    name, (mean, sd) = type(one.dist).__name__.lower(), (one.dist.mean, one.dist.sd)
    shown = {"mean": precise(mean), "sd": precise(sd)}
    return say("fuller_spread", dist=name, **shown)


def by_cycle(one: Quantity, other: Quantity) -> str:
    """The first cycle in which `one` differs from `other`, and its value there.

    Where one is only longer, how many cycles it has.
    """
    place = _first_apart(one.series, other.series)
    if place < len(one.series):
        return f"cycle_{place + 1}: {one.series[place]!r}"
    return f"cycles: {len(one.series)}"


def _first_apart(one: tuple[float, ...], two: tuple[float, ...]) -> int:
    """The index of the first difference between two series, or the length of the shorter."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(two)))


# --- timing ------------------------------------------------------------------------------------


def timings(one: Timing, two: Timing) -> tuple[str, str]:
    """Two timings as the file writes them, in enough digits to tell them apart.

    Of long weights, those from the first difference on.
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
    return _within(one), _within(two)


def _within(one: Timing) -> str:
    """A timing, with the length of its horizon."""
    return f"{timing(one)}; horizon.months: {len(one.weights)}"


def timing(one: Timing, digits: int = FEWEST, start: int = 0) -> str:
    """A timing as the file writes it; of weights, up to SHOWN from the month after `start`."""
    if one.profile == "weights":
        shown = [f"{weight:.{digits}g}" for weight in one.weights[start : start + SHOWN]]
        before = f"..., month {start + 1}: " if start else ""
        more = ", ..." if len(one.weights) > start + len(shown) else ""
        return f"weights [{before}{', '.join(shown)}{more}]"
    if one.profile == "end":
        return "end"
    if one.last < one.first:
        return "months []"
    return f"months [{one.first}, {one.last}]"


# --- what is stated in another form --------------------------------------------------------------


def shares(whose: Mapping[str, float]) -> str:
    """The payers or receivers with their shares, in full precision."""
    return ", ".join(f"{name} {share!r}" for name, share in whose.items())


def form(holder: Category | Outcome) -> str:
    """How a category or outcome is stated, apart from its numbers."""
    return "; ".join(_form(holder))


def _form(holder: Category | Outcome) -> Iterator[str]:
    yield _within(holder.timing)
    if holder.timing.monthly:
        yield _true("monthly")
    yield from (f"{rule.event}: {_list(rule.states)}" for rule in holder.rules)
    if isinstance(holder, Category):
        if holder.continues:
            yield _true("continues")
        if holder.of:
            yield f"of: {_list(holder.of)}"
        if holder.band is not None:
            yield from _band(holder.band)
    elif holder.course is not None:
        yield f"{holder.course.measure}: {_list(holder.course.states)}"
        yield f"at: {holder.course.month!r}"


def _band(band: TimeBand) -> Iterator[str]:
    yield f"years: [{band.low!r}, {band.high!r}]"
    yield f"states: {_list(band.states)}"
    yield _true("entry") if band.entry else f"start: {band.start!r}"


def _true(key: str) -> str:
    return f"{key}: true"


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(names)}]"


def model(found: Model) -> str:
    """The states and moves of a model, apart from their numbers."""
    states = _list(f"{s.name}{'*' * s.absorbing}" for s in found.states.values())
    moves = "; ".join(_move(move) for move in found.moves)
    rest = _list(f"{origin}.{target}" for origin, target in found.rest.items())
    first = f"; {_true('death_first')}" if found.death_first else ""
    return f"states: {states}; {moves}; rest: {rest}{first}"


def _move(move: Move) -> str:
    stretches = _list(f"from_{s.first} {s.measure}/{s.years!r}" for s in move.stretches)
    of = f", of: {move.of}" if move.of else ""
    return f"{move.origin}: {_list(move.targets)}: {stretches}{of}"


def correlation(found: Correlation) -> Words:
    """Every pair of a correlation matrix, in full precision."""
    rows = enumerate(found.matrix)
    return series((precise(rho) for n, row in rows for rho in row[:n]))
