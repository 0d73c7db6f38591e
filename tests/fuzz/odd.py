"""What a value of a scenario, a table or a command line may be, and hardly ever is."""

from __future__ import annotations

import random

NUMBERS = (
    *("0", "-0", "0.0", "1", "-1", "2", "0.5", "1.5", "-0.5", "1e-9", "1e-10", "1e-160", "5e-324"),
    *("1e-300", "1e14", "999999999999999", "1e15", "1e300", "-1e308", "1e309", "1e7", "100000"),
    *("1200", "1201", "0.999999999999", "1.0000000001", "0.1e1", ".5", "5.", "+3", "1e5", "2e9"),
    *("1.250", "1,5", "1.250.000", "1,250", "1 250", "1_000", "0x10", "1:30", "3%", "50 %", "4e"),
    *(".nan", ".inf", "-.inf", "nan", "Infinity", "²", "٣", "１２", "−5", "1e²", "9" * 40),
    *("9" * 4500, "0." + "0" * 400 + "1", "kr. 5", "5 DKK", "12,-", "<0.001", "unknown"),
)
"""Small, large, not finite, in digits that are not ASCII, and as people write them."""

TEXTS = (
    *("", " ", "~", "null", "true", "no", "-", "--", "=", ":", "x", "A" * 5000, "æøå ÆØÅ", "日本"),
    *("\x1b[31mred", "\x1b]0;title\x07", "\x9b1m", "\x00", "\x07", "\x7f", "\x85", "\u2028", "\t"),
    *("\u202etxet", "\u200b", "\ufeff", "\u00a0", "e\u0301", "😀" * 30, "a\nb", "a\r\nb", "a\n"),
    *("=1+1", "+1", "@SUM(A1)", "x;=cmd", "a|b", "\\", "\\midrule", "& % $ # _ { } ~ ^", "[a](b)"),
    *("![a](b)", "<b>", "{}", "[]", "{a: b}", "'", '"', "%s", "{0}", "{name}", "../x", "a.b.c"),
    *("en", "rest", "all", "societal", "usual", "ips", "cost", "uniform", "study table 1"),
)
"""Empty, long, with control characters, and with what has a meaning to some format."""

UNITS = (
    *("share", "ratio", "person", "month", "day/person", "QALY/person", "DKK", "DKK_2024", "%"),
    *("DKK_2024/person", "EUR_2016/person/month", "DKK_2024/day", "DKK_0000/person", "kr."),
    *("DKK_2024/person/person", "DKK_9999/person", "rate/year", "probability/month", "day//person"),
    *("/person", "share/person", "DKK_２０２４/person", "XXX_2024/person", "week", "year/person"),
)

PATHS = (
    *("cost", "cost.", "outcome", "discount.cost", "discount.outcome", "horizon", "horizon.months"),
    *("arm.ips", "arm.ips.n", "model.state", "list.²", "list.9999999999", ".", "..", "a..b", "=x"),
    *(
        "cost.care.ips",
        "cost.care.ips.difference",
        "cost.care.usual.mean",
        "outcome.job.ips.events",
    ),
    *("model.transition.benefit.job.ips.hazard_ratio", "extends", "prices", "source.study.cite"),
    *("perspective", "money", "effect.half_life", "threshold.qaly", "cost." + "9" * 4400),
)

LETTERS = (
    "abcXYZ019 _-.,:;=/|\\'\"{}[]()<>%#&*!?@^~+\t\n\r\x00\x07\x1b\x85\u00a0\u200b\u202eæøå²٣日😀"
)


def text(rng: random.Random) -> str:
    """A few letters, odd ones among them."""
    return "".join(rng.choice(LETTERS) for _ in range(rng.randrange(12)))


def value(rng: random.Random) -> str:
    """An odd number, text, unit or path."""
    pool = rng.choice((NUMBERS, NUMBERS, NUMBERS, TEXTS, TEXTS, UNITS, PATHS))
    return rng.choice(pool) if rng.random() < 0.9 else text(rng)


def figure(rng: random.Random) -> str:
    """A finite number of any size, most of them plausible."""
    number = rng.choice((1, 1, 1, -1)) * rng.random() * 10.0 ** rng.choice((0, 0, 1, 2, 3, 4, 5))
    if rng.random() < 0.15:
        number *= 10.0 ** rng.randrange(-300, 10)
    return rng.choice((f"{number:.4g}", f"{number:.0f}", f"{number:.6f}", repr(number)))


def altered(rng: random.Random, whole: str) -> str:
    """A text with letters or stretches removed, repeated, swapped or put in."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        start = rng.randrange(len(whole) + 1)
        stop = min(len(whole), start + rng.choice((0, 1, 1, 2, 5, 20)))
        way = rng.randrange(5)
        if way == 0:
            whole = whole[:start] + whole[stop:]
        elif way == 1:
            whole = whole[:stop] + whole[start:stop] + whole[stop:]
        elif way == 2:
            whole = whole[:start] + rng.choice(LETTERS) + whole[stop:]
        elif way == 3:
            whole = whole[:start] + value(rng) + whole[stop:]
        else:
            whole = whole[:start] + whole[start:stop].swapcase()[::-1] + whole[stop:]
    return whole
