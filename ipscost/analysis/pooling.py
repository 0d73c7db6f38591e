"""Effects of several published studies as one, and what of the studies stands in the way of that.

A pool holds each group of people once, only studies of people, and only those that say how sure
they are. Studies of unlike outcomes or horizons, and those in which nobody or everybody of an arm
was reached, are refused unless they are asked for.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from ipscost.analysis.interval import Interval
from ipscost.analysis.studies import Evaluation, People, people_of
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.settings import LEVEL
from ipscost.synthesis.effects import CORRECTION, Effect, from_counts, has_zero_cell, unscaled
from ipscost.synthesis.pooling import FEWEST, Pooled, leave_one_out, pool

T = TypeVar("T")

OUTCOME, HORIZON, ZERO = "outcome", "horizon", "zero"
ALLOWED = (OUTCOME, HORIZON, ZERO)
"""What is refused unless asked for: unlike outcomes, unlike horizons, an arm without variation."""
OF_PEOPLE = frozenset({"trial", "matched", "cohort"})
"""The designs that are pooled: a model has no people, and a review holds the trials again."""
FEW = 5
"""Fewer studies than this say next to nothing of how far places differ."""


@dataclass(frozen=True, slots=True)
class NotPooled:
    """A study that is not in the pool.

    why: `no_share`, its outcome is no share of people; `no_people`, it is a model or a review;
        `same_programme`, it holds one form of the programme against another;
        `no_interval`, it does not say how sure its effect is; or `same_people`, it shares people
        with `other`, which is in the pool.
    """

    found: Evaluation
    why: str
    other: Evaluation | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A study in a pool: its effect, its share of the pooled one, and the pool without it.

    `without` is None where no pool is left.
    """

    found: Evaluation
    effect: Effect
    weight: float
    without: Pooled | None


@dataclass(frozen=True, slots=True)
class PooledStudies:
    """Studies as one; `pooled` and what is in `members` are on the scale of pooling.

    corrected: the studies to whose counts half a person was added.
    """

    measure: str
    pooled: Pooled
    members: tuple[Member, ...]
    left_out: tuple[NotPooled, ...]
    corrected: tuple[Evaluation, ...]
    level: float

    @property
    def estimate(self) -> Interval:
        """The mean effect over places with its interval, in its own units."""
        return self.in_units(self.pooled)

    @property
    def prediction(self) -> Interval:
        """The mean effect with the interval in which that of a new place lies."""
        return self.new_place(self.pooled)

    def in_units(self, pooled: Pooled) -> Interval:
        """The mean effect of a pool of this measure, in its own units."""
        return self._interval(pooled.estimate, pooled.low, pooled.high)

    def new_place(self, pooled: Pooled) -> Interval:
        """The same with its prediction interval."""
        return self._interval(pooled.estimate, pooled.prediction_low, pooled.prediction_high)

    def _interval(self, mean: float, low: float, high: float) -> Interval:
        mean, low, high = (unscaled(self.measure, each) for each in (mean, low, high))
        return Interval(mean, low, high)

    @property
    def most_telling(self) -> Member | None:
        """The study without which the mean would be furthest from what it is; None of two."""

        def change(member: Member) -> float:
            without = member.without
            return 0.0 if without is None else abs(without.estimate - self.pooled.estimate)

        return None if len(self.members) == FEWEST else max(self.members, key=change)

    @property
    def not_randomised(self) -> tuple[Evaluation, ...]:
        """The studies in which chance did not decide who got what."""
        return tuple(e.found for e in self.members if e.found.study.design != "trial")

    @property
    def is_few(self) -> bool:
        """True where so few studies say next to nothing of how far places differ."""
        return len(self.members) < FEW

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of outcome that were pooled."""
        return _differing(self.members, _kind)

    @property
    def months(self) -> tuple[int | None, ...]:
        """After how many months the outcomes were measured; None where that is not known."""
        return _differing(self.members, _months)


def pooled_studies(
    found: Sequence[Evaluation],
    measure: str,
    allowed: Collection[str] = (),
    level: float = LEVEL,
) -> PooledStudies:
    """The effects of studies as one, by random effects.

    measure: one of the measures of an effect. allowed: of ALLOWED.
    Raises AskedError, with what to do, for fewer than two studies that can be pooled, and for what
    is refused unless it is allowed.
    """
    kept, left = _sorted_out(found, measure)
    zeros = [each for each in kept if _has_zero(each, measure)]
    if zeros and ZERO not in allowed:
        raise AskedError(
            Message(
                "--pool: nobody or everybody of an arm was reached in {studies}; add --allow zero "
                "to add half a person to each group of such a study, or choose others",
                studies=_names(zeros),
            )
        )
    if len(kept) < FEWEST:
        raise AskedError(_too_few(found, kept, left))
    _refuse_unlike(kept, allowed)
    effects = [_effect(each, measure) for each in kept]
    numbers = [each.scaled for each in effects], [(each.se or 0.0) ** 2 for each in effects]
    pooled = pool(*numbers, level=level)
    without = leave_one_out(*numbers, level=level) if len(kept) > FEWEST else (None,) * len(kept)
    rows = zip(kept, effects, pooled.weights, without, strict=True)
    members = tuple(Member(*row) for row in rows)
    return PooledStudies(measure, pooled, members, tuple(left), tuple(zeros), level)


def name_of(found: Evaluation) -> str:
    """What the file of a study is called, by which it can be run: `vip-star`."""
    return PurePath(found.scenario.file).stem or found.scenario.name


def _sorted_out(
    found: Iterable[Evaluation], measure: str
) -> tuple[list[Evaluation], list[NotPooled]]:
    """The studies that can be pooled, and the others with the reason."""
    kept, left = list[Evaluation](), list[NotPooled]()
    known = dict[People, Evaluation]()
    for each in found:
        people = tuple(people_of(each))
        other = next((known[key] for key in people if key in known), None)
        if not each.is_share or each.study.outcome is None:
            left.append(NotPooled(each, "no_share"))
        elif each.study.design not in OF_PEOPLE:
            left.append(NotPooled(each, "no_people"))
        elif each.study.same_programme:
            left.append(NotPooled(each, "same_programme"))
        elif not _is_sure(each, measure):
            left.append(NotPooled(each, "no_interval"))
        elif other is not None:
            left.append(NotPooled(each, "same_people", other))
        else:
            kept.append(each)
            known.update(dict.fromkeys(people, each))
    return kept, left


def _is_sure(found: Evaluation, measure: str) -> bool:
    """Whether the effect of a study has a standard error, or would have with a correction."""
    effect = found.effects.get(measure)
    return (effect is not None and effect.se is not None) or _has_zero(found, measure)


def _has_zero(found: Evaluation, measure: str) -> bool:
    """Whether nobody or everybody of an arm had the outcome, and no interval is published."""
    counts, effect = found.counts, found.effects.get(measure)
    is_sure = effect is not None and effect.se is not None
    if counts is None or is_sure:
        return False
    return has_zero_cell(counts.events, counts.people, counts.control_events, counts.control_people)


def _effect(found: Evaluation, measure: str) -> Effect:
    """The effect of a study, corrected where a cell of its counts is 0."""
    counts = found.counts
    if counts is None or not _has_zero(found, measure):
        return found.effects[measure]
    return from_counts(
        measure,
        counts.events,
        counts.people,
        counts.control_events,
        counts.control_people,
        CORRECTION,
    )


def _refuse_unlike(kept: Sequence[Evaluation], allowed: Collection[str]) -> None:
    """Refuses unlike outcomes, and outcomes after unlike times, unless they are allowed."""
    kinds, months = Counter(map(_kind, kept)), Counter(map(_months, kept))
    unlike_times = HORIZON not in allowed and len(months) > 1
    if OUTCOME not in allowed and len(kinds) > 1:
        raise AskedError(
            Message(
                "--pool: the outcomes are unlike: {outcomes}; {alike}add {options}",
                outcomes=", ".join(f"{kind} ({count})" for kind, count in kinds.most_common()),
                alike=_alike(kept, allowed),
                options="--allow outcome" + (" --allow horizon" if unlike_times else ""),
            )
        )
    if unlike_times:
        raise AskedError(
            Message(
                "--pool: the outcomes were measured after unlike times, in months: {months}; "
                "{alike}add --allow horizon",
                months=", ".join(f"{each or '?'} ({count})" for each, count in months.items()),
                alike=_alike(kept, allowed),
            )
        )


def _alike(kept: Sequence[Evaluation], allowed: Collection[str]) -> str:
    """How to ask for the largest group of studies that are alike, where there are two or more."""
    groups = dict[tuple[object, ...], list[str]]()
    for each in kept:
        kind = None if OUTCOME in allowed else _kind(each)
        months = None if HORIZON in allowed else _months(each)
        groups.setdefault((kind, months), []).append(shlex.quote(each.scenario.file))
    most = max(groups.values(), key=len)
    if len(most) < FEWEST:
        return ""
    return Message("pool those that are alike, as {files}, or ", files=" ".join(most))


def _too_few(
    found: Sequence[Evaluation], kept: Sequence[Evaluation], left: Sequence[NotPooled]
) -> Message:
    """That a pool needs two studies, which there are, and why others are none."""
    if not kept:
        return Message(
            "--pool: none of {count} evaluations can be pooled: none is a study of people with a "
            "share of them as its outcome and an interval; give others, or leave out --group, "
            "--country and --design",
            count=len(found),
        )
    if left:
        first = left[0]
        return Message(
            "--pool: a pool needs two evaluations or more, and only {study} can be pooled: {left} "
            "is left out ({why}); give more",
            study=_names(kept),
            left=name_of(first.found),
            why=_why(first),
        )
    return Message(
        "--pool: a pool needs two evaluations or more, and only {study} can be pooled; give more, "
        "or leave out --group, --country and --design",
        study=_names(kept),
    )


def _why(left: NotPooled) -> Message:
    """Why a study is not in the pool."""
    if left.other is not None:
        return Message("it shares people with {other}", other=name_of(left.other))
    return {
        "no_share": Message("its outcome is no share of people"),
        "no_people": Message("a model or a review, no study of people"),
        "same_programme": Message("it holds one form of the programme against another"),
    }.get(left.why, Message("it does not say how sure its effect is"))


def _kind(found: Evaluation) -> str:
    outcome = found.study.outcome
    return "" if outcome is None else outcome.kind


def _months(found: Evaluation) -> int | None:
    outcome = found.study.outcome
    return None if outcome is None else outcome.months


def _differing(members: Iterable[Member], what: Callable[[Evaluation], T]) -> tuple[T, ...]:
    """What studies have, each once, in the order of the studies."""
    return tuple(dict.fromkeys(what(each.found) for each in members))


def _names(found: Iterable[Evaluation]) -> str:
    return ", ".join(name_of(each) for each in found)
