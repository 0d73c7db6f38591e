"""What a study is called in a row, and its numbers as texts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import PurePath

from ipscost.analysis.interval import Interval
from ipscost.analysis.studies import Evaluation, counted, side
from ipscost.errors import STDIN
from ipscost.units import Money
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, count, glued, number, say, sentences, typed

AROUND, NONE = "±", "?"
"""The marks of a number whose interval holds no effect, and of one that has no interval."""
DAGGER = "†"
"""The mark of what rests on an assumption, as tables have it."""
LONGEST_NAME = 15
"""So many characters of a study have room on a line of 80 beside everything else."""
BESIDE = 1e4
"""The size of amounts beside which others are read: none of them needs decimals."""


def name_of(found: Evaluation) -> str:
    """What the file of a study is called, by which it can be run: `vip-star`."""
    file = found.scenario.file
    return found.scenario.name if file == STDIN else PurePath(file).stem


def study(found: Evaluation) -> str:
    """A study with its country: `USA vip-star`."""
    return f"{found.country} {name_of(found)}".strip()


def narrow(found: Evaluation) -> str:
    """A study as it has room on a line: without its country where its name is long."""
    mark = DAGGER if found.assumed_people else ""
    return study(found) if len(study(found) + mark) <= LONGEST_NAME else name_of(found)


def against(found: Evaluation) -> Words:
    """A study with what it was held against: `USA vip-star v transitional work`."""
    return say("evidence_against", study=study(found), comparator=found.study.comparator)


def marked(found: Evaluation) -> Words:
    """The same, with a mark where the interval of its effect rests on people that are assumed."""
    return glued(against(found), DAGGER) if found.assumed_people else against(found)


def people(found: Evaluation) -> Words | None:
    """How many people there were in all; None where that is not known."""
    return None if found.study.n is None else count(found.study.n)


def months(number_of: int | None) -> str | None:
    """Months as a number; None where they are not known."""
    return None if number_of is None else str(number_of)


def months_of_both(found: Evaluation) -> str | None:
    """The months of the cost, and those of the outcome where these are others: `12/18`."""
    stated = found.study.outcome
    later = None if stated is None else stated.months
    if later is None or later == found.months:
        return months(found.months)
    return f"{months(found.months) or '-'}/{later}"


def apart(found: Sequence[Evaluation]) -> tuple[int, ...]:
    """The place of the first study of a programme against itself; these stand last."""
    first = len(counted(found))
    return (first,) if 0 < first < len(found) else ()


def levels(found: Evaluation) -> Words | None:
    """The shares of both arms in whole per cent, `39/23`; None where neither is known."""
    if not found.is_share or (found.reached is None and found.control is None):
        return None
    return glued(_whole(found.reached), "/", _whole(found.control))


def _whole(share: float | None) -> Words:
    return "-" if share is None else count(math.floor(100 * share + 0.5 + 1e-9))  # 46.5% is 47


def ratio(found: Interval | None) -> tuple[Words | None, Words | None]:
    """A ratio and its interval, `1.66` and `1.28-2.16`; None for what is not known."""
    if found is None or found.low is None or found.high is None:
        return None if found is None else number(found.mean, "ratio"), None
    return number(found.mean, "ratio"), glued(_end(found.low), "-", _end(found.high))


def _end(value: float) -> Words:
    """An end of an interval of ratios with two decimals, of ten and more with one."""
    return number(value, "ratio") if value < 9.995 else typed(round(value, 1))


def amount(found: Interval, money: Money, *, named: bool = False) -> Words:
    """An amount with its sign and its marks, `-9,823 USD?`; with its currency where `named`."""
    text: Words = number(found.mean, str(money), sign=True, beside=BESIDE)
    if named:
        text = sentences(text, currency_sign(money.currency))
    return glued(text, marks(found))


def marks(found: Interval) -> str:
    """The marks of an amount: what it leaves out, and how sure its sign is."""
    if found.partial:
        return "*"
    sign = side(found)
    return NONE if sign is None else "" if sign else AROUND
