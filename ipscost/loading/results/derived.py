"""Arms that follow from other arms in every draw: differences, sums, means and so on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations
from typing import TYPE_CHECKING

import numpy as np

from ipscost.loading.results.measures import is_derived, is_statistic_of, word
from ipscost.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SAMPLE = 200
"""A relation is checked in this many draws first, and only if it holds there, in all of them."""
MOST_ARMS = 25
"""With more arms than this, only those named as a difference or sum are checked: the number of
possible relations rises with the cube of the number of arms."""
FEWEST_DRAWS = 3
"""Fewer distinct values than this would agree with a relation by chance."""
EXACT = 1e-9
"""The largest share of its size by which an exact relation may be off through rounding: doubles
written with 10 digits or more differ by less."""
ROUGHLY = 0.05
"""A mixture that is off by more than this share of the largest number is not checked further."""
CHANCE = 1e-6
"""Rounded numbers are evidence of a relation only if chance would fit it less often than this."""


@dataclass(frozen=True)
class Relation:
    """How an arm follows from others: their weights, in the order of the formula.

    is_one_of: in each draw it equals one of them, not always the same one.
    """

    weights: tuple[tuple[str, float], ...]
    divisor: int = 1
    is_one_of: bool = False

    def formula(self, names: Mapping[str, str]) -> str:
        """`cost_ips - cost_usual`, with a name for each arm."""
        if self.is_one_of:
            return Message(
                "one of {weights}", weights=", ".join((names[arm] for arm, _ in self.weights))
            )
        text = ""
        for arm, weight in self.weights:
            sign = " - " if weight < 0 else " + "
            factor = "" if abs(weight) == 1 else f"{abs(weight):.6g} x "
            text += (sign if text else "-" if weight < 0 else "") + factor + names[arm]
        return f"({text}) / {self.divisor}" if self.divisor > 1 else text

    def value(self, of: Mapping[str, Floats]) -> Floats:
        """The value of the arm computed from the others, (draw,)."""
        parts = np.array([weight * of[arm] for arm, weight in self.weights])
        total: Floats = parts.sum(axis=0) / self.divisor
        return total


def derived(cost: Mapping[str, Floats], effect: Mapping[str, Floats]) -> dict[str, Relation | None]:
    """The arms that follow from others in cost and, if they have one, in effect.

    Arms named as a difference, a sum or a mean are among them whatever their numbers; their
    relation is None if their numbers show none.
    """
    relations: dict[str, Relation | None] = {}
    named = [arm for arm in cost if is_named_derived(arm, [*cost])]
    for arm in named:
        rest = [each for each in cost if each != arm and each not in named]
        relations[arm] = _relation(arm, rest, cost, effect, is_named=True)
    rest = [arm for arm in cost if arm not in named]
    if not 3 <= len(rest) <= MOST_ARMS:
        return relations
    for arm in reversed(rest.copy()):  # a derived column mostly comes after its sources
        others = [each for each in rest if each != arm]
        if len(others) < 2:
            break
        relation = _relation(arm, others, cost, effect, is_named=False)
        relation = relation or _by_both(arm, others, cost, effect)
        if relation is not None:
            relations[arm] = relation
            rest.remove(arm)
    return relations


def is_named_derived(arm: str, arms: Sequence[str]) -> bool:
    """True for a name that means a difference, a sum, or a statistic of another arm."""
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
    """How an arm follows from others in every draw; None if no relation shows."""
    if not is_named:
        if len(np.unique(cost[arm][:SAMPLE])) < FEWEST_DRAWS:
            return None
        others = [each for each in others if _varies(cost[each])]
    few = {each: cost[each][:SAMPLE] for each in (arm, *others)}
    for relation in _possible(arm, others, few, is_named=is_named):
        if not _fits(arm, relation, few):
            continue
        if not _fits(arm, relation, cost):
            continue
        known = {name for name, _ in relation.weights} | {arm}
        if known <= set(effect) and not _fits(arm, relation, effect):
            continue
        tables = (cost, effect) if known <= set(effect) else (cost,)
        if not is_named and not all(_is_sure(arm, relation, of) for of in tables):
            continue
        if len(tables) == 1 and not is_named and not _is_exact(arm, relation, cost):
            continue
        return relation
    return None


def _by_both(
    arm: str, others: Sequence[str], cost: Mapping[str, Floats], effect: Mapping[str, Floats]
) -> Relation | None:
    """How an arm follows from others in cost and effect together, if one alone is not enough.

    This recognises a copy, the better or worse of others in each draw, and a mixture of two.
    """
    others = [each for each in others if each in effect]
    if arm not in effect or len(np.unique(cost[arm][:SAMPLE])) < FEWEST_DRAWS:
        return None
    few = [{each: of[each][:SAMPLE] for each in (arm, *others)} for of in (cost, effect)]
    for each in others:
        copy = Relation(((each, 1.0),))
        fits = all(_fits(arm, copy, of) for of in (*few, cost, effect))
        if fits and all(_is_sure(arm, copy, of) for of in (cost, effect)):
            return copy
    if len(others) > 1 and all(
        _is_one_of(of[arm], [of[each] for each in others]) for of in (*few, cost, effect)
    ):
        return Relation(tuple((each, 1.0) for each in others), is_one_of=True)
    for pair in combinations(others, 2):
        relation = _mixture(arm, pair, cost, effect)
        if relation is not None:
            return relation
    return None


def _is_one_of(target: Floats, others: Sequence[Floats]) -> bool:
    """True if each number equals that of one of the others, in draws in which those differ."""
    if not np.any([target == each for each in others], axis=0).all():
        return False
    ranked = np.sort(np.array(others), axis=0)
    is_clear = (np.diff(ranked, axis=0) > 0).all(axis=0)
    return len(np.unique(target[is_clear])) >= FEWEST_DRAWS


def _mixture(
    arm: str, pair: Sequence[str], cost: Mapping[str, Floats], effect: Mapping[str, Floats]
) -> Relation | None:
    """The mixture of two arms that fits both cost and effect; None if there is none.

    If costs or effects of the two are proportional, some mixture fits any arm at all.
    """
    known, wanted = [], []
    for of in (cost, effect):
        target, (one, other) = of[arm][:SAMPLE], (of[each][:SAMPLE] for each in pair)
        scale = float(np.abs([target, one, other]).max())
        if not scale:
            return None
        known.append(np.array([one, other]) / scale)
        wanted.append(target / scale)
    a, b = np.concatenate(known, axis=1), np.concatenate(wanted)
    both = a @ a.T
    if np.linalg.cond(both) > 1e12:
        return None
    solution = np.linalg.solve(both, a @ b)
    if np.abs(solution @ a - b).max() > ROUGHLY:
        return None
    for of in (cost, effect):
        one, other = (of[each][:SAMPLE] for each in pair)
        if _in_proportion(one, other) or len(np.unique(of[arm][:SAMPLE])) < FEWEST_DRAWS:
            return None
    for decimals in (1, 2, 3, 4, 6, 9, 15):
        weights = solution.round(decimals)
        relation = Relation(tuple(zip(pair, map(float, weights), strict=True)))
        if not weights.all():
            continue
        fits = all(_fits(arm, relation, of) for of in (cost, effect))
        if fits and all(_is_no_chance(arm, relation, of) for of in (cost, effect)):
            return relation
    return None


def _in_proportion(one: Floats, other: Floats) -> bool:
    """True if one is a multiple of the other, up to rounding."""
    largest = int(np.abs(other).argmax())
    if not other[largest]:
        return True
    factor = float(one[largest] / other[largest])
    allowed = _half(one) + 2 * abs(factor) * _half(other) + EXACT * float(np.abs(one).max())
    return bool((np.abs(one - factor * other) <= allowed).all())


def _possible(
    arm: str, others: Sequence[str], of: Mapping[str, Floats], *, is_named: bool
) -> Iterator[Relation]:
    """The candidate relations of an arm to others."""
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
            largest = int(np.abs(of[each]).argmax())
            for factor in _factors(float(of[arm][largest] / of[each][largest])):
                if factor not in (0.0, 1.0) or (is_named and factor):
                    yield Relation(((each, factor),))


def _factors(factor: float) -> list[float]:
    """A factor computed from rounded numbers, and the rounder numbers near it."""
    if not factor or not np.isfinite([factor, 1 / factor]).all():
        return []
    near = [float(f"{factor:.{digits}g}") for digits in (1, 2, 3)]
    turned = [1 / float(f"{1 / factor:.{digits}g}") for digits in (1, 2, 3)]
    return [*dict.fromkeys([*near, *turned, factor])]


def _fits(arm: str, relation: Relation, of: Mapping[str, Floats]) -> bool:
    """True if the relation holds in each draw, up to rounding."""
    allowed = _allowed(arm, relation, of)
    return bool((np.abs(of[arm] - relation.value(of)) <= allowed).all())


def _allowed(arm: str, relation: Relation, of: Mapping[str, Floats]) -> float:
    """How far rounding alone may take the arm from the relation, (draw,)."""
    scale = max(float(np.abs(of[each]).max()) for each in (arm, *(a for a, _ in relation.weights)))
    parts = sum(_half(of[each]) * abs(weight) for each, weight in relation.weights)
    return EXACT * scale + _half(of[arm]) + parts / relation.divisor


def _is_exact(arm: str, relation: Relation, of: Mapping[str, Floats]) -> bool:
    scale = max(float(np.abs(of[each]).max()) for each in (arm, *(a for a, _ in relation.weights)))
    return bool((np.abs(of[arm] - relation.value(of)) <= EXACT * scale).all())


def _is_sure(arm: str, relation: Relation, of: Mapping[str, Floats]) -> bool:
    return _is_exact(arm, relation, of) or _is_no_chance(arm, relation, of)


def _is_no_chance(arm: str, relation: Relation, of: Mapping[str, Floats]) -> bool:
    """True if numbers with so many distinct values would hardly fit so by chance.

    Each weight uses up one of the distinct values.
    """
    values = np.unique(of[arm][:SAMPLE])
    spread = float(values[-1] - values[0])
    share = 2 * _allowed(arm, relation, of) / spread if spread else 1.0
    free = len(values) - len(relation.weights)
    return bool(share < 1 and share ** max(free, 0) < CHANCE)


def _half(values: Floats) -> float:
    """Half a unit of the last decimal that numbers were rounded to; 0 if they were not."""
    return _half_of(values[:SAMPLE].tobytes())


@lru_cache(maxsize=256)  # each arm is compared with many others
def _half_of(raw: bytes) -> float:
    few = np.frombuffer(raw)
    for decimals in range(9):
        if (np.abs(few - few.round(decimals)) <= 1e-12 * np.maximum(1, np.abs(few))).all():
            return float(0.5 * 10.0**-decimals)
    return 0.0


def _varies(values: Floats) -> bool:
    return bool(values.min() != values.max())
