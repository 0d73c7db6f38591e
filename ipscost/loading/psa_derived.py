"""Arms of results that follow from other arms in every draw: differences, sums, means and so on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import TYPE_CHECKING

import numpy as np

from ipscost.loading.psa_measures import is_derived, is_statistic_of, word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SAMPLE = 200
"""So many draws tell which relations are worth checking in all of them."""
MOST_ARMS = 25
"""Of more arms than these, only those with the name of a difference or a sum are looked at."""
FEWEST_DRAWS = 3
"""Fewer values agree with a relation by chance."""
EXACT = 1e-9


@dataclass(frozen=True)
class Relation:
    """How an arm follows from others: each with its weight, in the order of a formula."""

    weights: tuple[tuple[str, float], ...]
    divisor: int = 1

    def formula(self, names: Mapping[str, str]) -> str:
        """`cost_ips - cost_usual`, with a name for each arm."""
        text = ""
        for arm, weight in self.weights:
            sign = " - " if weight < 0 else " + "
            factor = "" if abs(weight) == 1 else f"{abs(weight):.6g} x "
            text += (sign if text else "-" if weight < 0 else "") + factor + names[arm]
        return f"({text}) / {self.divisor}" if self.divisor > 1 else text

    def value(self, of: Mapping[str, Floats]) -> Floats:
        """What the arm is by the others, (draw,)."""
        parts = np.array([weight * of[arm] for arm, weight in self.weights])
        total: Floats = parts.sum(axis=0) / self.divisor
        return total


def derived(cost: Mapping[str, Floats], effect: Mapping[str, Floats]) -> dict[str, Relation | None]:
    """The arms that follow from others, by cost and, where they have one, by effect.

    Those with the name of a difference, a sum or a mean are among them whatever their numbers;
    they have no relation where none is found.
    """
    found: dict[str, Relation | None] = {}
    named = [arm for arm in cost if is_told(arm, [*cost])]
    for arm in named:
        rest = [each for each in cost if each != arm and each not in named]
        found[arm] = _relation(arm, rest, cost, effect, is_named=True)
    rest = [arm for arm in cost if arm not in named]
    if not 3 <= len(rest) <= MOST_ARMS:
        return found
    for arm in reversed(rest.copy()):  # what follows from others mostly stands behind them
        others = [each for each in rest if each != arm]
        if len(others) < 2:
            break
        relation = _relation(arm, others, cost, effect, is_named=False)
        if relation is not None:
            found[arm] = relation
            rest.remove(arm)
    return found


def is_told(arm: str, arms: Sequence[str]) -> bool:
    """True for the name of a difference, a sum, or a statistic of another arm."""
    others = [each for each in arms if each != arm]
    parts = [each for each in others if f"_{word(each)}_" in f"_{word(arm)}_"]
    is_pair = len(parts) == 2 and word(arm) in ("_".join(map(word, p)) for p in permutations(parts))
    return is_derived(arm) or is_pair or any(is_statistic_of(arm, each) for each in others)


def _relation(
    arm: str,
    others: Sequence[str],
    cost: Mapping[str, Floats],
    effect: Mapping[str, Floats],
    *,
    is_named: bool,
) -> Relation | None:
    """How an arm follows from others in every draw; None where it does not, as far as is seen."""
    if not is_named:
        if len(np.unique(cost[arm][:SAMPLE])) < FEWEST_DRAWS:
            return None
        others = [each for each in others if _varies(cost[each])]
    few = {each: cost[each][:SAMPLE] for each in (arm, *others)}
    for relation in _possible(arm, others, few, is_named=is_named):
        if not _fits(arm, relation, few, is_named):
            continue
        if not _fits(arm, relation, cost, is_named):
            continue
        known = {name for name, _ in relation.weights} | {arm}
        if known <= set(effect) and not _fits(arm, relation, effect, is_named):
            continue
        return relation
    return None


def _possible(
    arm: str, others: Sequence[str], of: Mapping[str, Floats], *, is_named: bool
) -> Iterator[Relation]:
    """The relations that an arm may have to others."""
    if len(others) > 1:
        yield Relation(tuple((each, 1.0) for each in others))
        yield Relation(tuple((each, 1.0) for each in others), len(others))
    for one, other in permutations(others, 2) if len(others) <= MOST_ARMS else ():
        yield Relation(((one, 1.0), (other, -1.0)))
    for one, other in combinations(others, 2) if 2 < len(others) <= MOST_ARMS else ():
        yield Relation(((one, 1.0), (other, 1.0)))
        yield Relation(((one, 1.0), (other, 1.0)), 2)
    for each in others:
        scale = float(np.abs(of[each]).max())
        if scale and _varies(of[each]):
            place = int(np.abs(of[each]).argmax())
            factor = float(of[arm][place] / of[each][place])
            if factor not in (0.0, 1.0) or (is_named and factor):
                yield Relation(((each, factor),))


def _fits(arm: str, relation: Relation, of: Mapping[str, Floats], is_named: bool) -> bool:
    """True where the arm is what the relation says in each draw, but for rounding."""
    target = of[arm]
    scale = max(float(np.abs(of[each]).max()) for each in (arm, *(a for a, _ in relation.weights)))
    allowed = EXACT * scale
    if is_named:
        allowed += sum(_half(of[each]) * abs(weight) for each, weight in relation.weights)
        allowed += _half(target)
    return bool((np.abs(target - relation.value(of)) <= allowed).all())


def _half(values: Floats) -> float:
    """Half a unit of the last decimal that numbers were rounded to; 0 where they were not."""
    few = values[:SAMPLE]
    for decimals in range(9):
        if (np.abs(few - few.round(decimals)) <= 1e-12 * np.maximum(1, np.abs(few))).all():
            return float(0.5 * 10.0**-decimals)
    return 0.0


def _varies(values: Floats) -> bool:
    return bool(values.min() != values.max())
