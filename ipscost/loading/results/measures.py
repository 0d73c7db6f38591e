"""What a heading says: which measure, of which arm, discounted or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipscost.messages import Message

SPLIT = re.compile(r"\s*[_.:-]\s*|\s+|\s*(?=[(\[])")
"""What separates the words of a heading."""
_GLUED = re.compile(r"([A-Za-zÆØÅæøå]+?)(\d+|[A-Z][A-Z]?[a-zæøå0-9]*|[A-Z]+)")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

_DISCOUNTED = ("disc", "discounted", "diskonteret", "discount")
_UNDISCOUNTED = (
    *("undisc", "undiscounted", "undiscount", "nondisc", "nodisc", "udisk", "udiskonteret"),
    *("nondiscounted", "notdiscounted"),
)
_RATE = re.compile(r"dr\d+|\d+(pct|percent|procent)")

NET_BENEFIT = re.compile(
    r"(expected_)?(i?nm?b|enb|net_(monetary_)?benefits?|netbenefits?|nettofordel|nettogevinst)"
    r"(_?(at_)?\d+k?)?"
)
"""Words for net monetary benefit, perhaps followed by its threshold."""
NET_HEALTH = re.compile(r"i?nhb(_?\d+k?)?|net_health_benefits?")
_MONEY = re.compile(r"(costs?|omkostning(er)?|prices?|spending|expenditures?|charges?|udgift(er)?)")
_RATIOS = {"icer", "ceac", "evpi", "evppi", "prob", "rank", "dominance", "dominated", "status"}
_CHANGE = {
    *("inc", "incr", "increment", "incremental", "diff", "difference", "differences", "delta"),
    *("differens", "forskel", "change"),
}
_SUMMARY = {
    *("total", "totals", "sum", "mean", "average", "avg", "all", "overall", "grand_total", "sd"),
    *("se", "median", "min", "max", "ialt", "i_alt", "gennemsnit", "middel", "samlet"),
}
_STATISTIC = re.compile(
    r"(sd|se|sem|var|mean|median|lower|upper|low|high|lo|hi|lci|uci|lcl|ucl|ci_low|ci_high|min|max)"
    r"(_?\d+)?"
)
_PERIOD = re.compile(
    r"(y|yr|year|aar|m|mo|month|maaned|q|quarter|cycle|period|wave|w|week|uge)_?\d+"
)
PERIODS = (
    *(
        "year",
        "years",
        "aar",
        "month",
        "months",
        "maaned",
        "cycle",
        "cycles",
        "period",
        "time",
        "t",
    ),
    *("quarter", "week", "uge", "state", "state_id", "state_name", "cost_category"),
)
"""Headings of a column of periods, over which the rows of a draw have to be added up."""
_PARTS = {
    *("drug", "drugs", "hospital", "hosp", "inpatient", "outpatient", "medication", "monitoring"),
    *("admin", "direct", "indirect", "productivity", "societal", "lab", "medicine", "medicin"),
    *("ae", "adverse_events", "gp", "visits", "staff", "overhead", "transport"),
}

_SIDES = {
    *("health", "healthcare", "public", "societal", "society", "payer", "municipality", "region"),
    *("state", "patient", "social", "nhs", "hospital", "kommune", "stat", "samfund", "total"),
}


@dataclass(frozen=True)
class Heading:
    """A heading read as a measure of an arm: `word` in lower case, `arm` as it is written.

    kind: the mark of a discounted or undiscounted copy: `disc`, `undisc`, a rate, or empty.
    """

    word: str
    arm: str
    kind: str = ""

    @property
    def measure(self) -> str:
        """The measure, with the mark of a copy if it has one: `cost`, `cost_disc`."""
        return f"{self.word}_{self.kind}" if self.kind else self.word


def word(text: str) -> str:
    """A heading in lower case, with an underscore for each run of other characters."""
    text = text.lower().replace("δ", "delta_").replace("∆", "delta_")
    return re.sub(r"[^a-z0-9]+", "_", text.translate(_DANISH)).strip("_")


def plain(header: str) -> tuple[str, str]:
    """The heading without a word such as `discounted`, and the kind of copy it marks."""
    pieces = re.split(rf"({SPLIT.pattern})", header)[:: SPLIT.groups + 2]
    for piece in pieces:
        if kind := _kind(word(piece)):
            without = re.sub(
                rf"(^|{SPLIT.pattern}){re.escape(piece)}(?=$|{SPLIT.pattern})", "", header, count=1
            )
            return SPLIT.sub("", without, count=1) if _starts(without) else without, kind
    return header, ""


def _starts(text: str) -> bool:
    match = SPLIT.match(text)
    return match is not None and match.end() > 0


def _kind(text: str) -> str:
    if text in _DISCOUNTED:
        return "disc"
    if text in _UNDISCOUNTED:
        return "undisc"
    return text if _RATE.fullmatch(text) else ""


def before(header: str) -> Iterator[tuple[str, str]]:
    """Each way to read a heading as a measure and then an arm, the longest measure first."""
    readings = {}
    for split in reversed(list(SPLIT.finditer(header))):
        if arm := bare(header[split.end() :]):
            readings[word(header[: split.start()])] = arm
    yield from readings.items()


def behind(header: str) -> Iterator[tuple[str, str]]:
    """Each way to read a heading as an arm and then a measure, the longest measure first."""
    readings = {}
    for split in SPLIT.finditer(header):
        if arm := bare(header[: split.start()]):
            readings[word(header[split.end() :])] = arm
    yield from readings.items()


def glued(header: str) -> Iterator[tuple[str, str]]:
    """The heading as a measure and an arm with nothing between them: `costA`, `qaly2`."""
    if match := _GLUED.fullmatch(header):
        yield word(match[1]), match[2]
    if match := re.fullmatch(r"([A-Za-z]+)[\[(]([^\[\]()]+)[\])]", header):
        yield word(match[1]), match[2].strip()


def bare(arm: str) -> str:
    """The name of an arm without brackets around it."""
    arm = arm.strip()
    match = re.fullmatch(r"\(([^()]+)\)|\[([^\[\]]+)\]", arm)
    return (match[1] or match[2]).strip() if match else arm


def is_net_benefit(measure: str) -> bool:
    """True for a word that means net benefit in money."""
    return bool(NET_BENEFIT.fullmatch(measure))


def is_no_effect(measure: str) -> str:
    """What makes a word unfit for an effect: money, a difference or a ratio; empty if fit."""
    parts = measure.split("_")
    if is_net_benefit(measure) or NET_HEALTH.fullmatch(measure):
        return Message("net benefit")
    if any(_MONEY.search(part) for part in parts):
        return Message("a cost")
    if not _CHANGE.isdisjoint(parts):
        return Message("a difference")
    if not _RATIOS.isdisjoint(parts):
        return Message("no effect")
    return ""


def is_change(text: str) -> bool:
    """True for the name of a difference."""
    parts = [part.rstrip("0123456789") for part in word(text).split("_")]
    return not _CHANGE.isdisjoint(parts) or not {"vs", "versus", "minus"}.isdisjoint(parts)


def is_summary(text: str) -> bool:
    """True for the name of a sum, a mean or the like."""
    return word(text) in _SUMMARY


def is_derived(text: str) -> bool:
    """True for the name of something that follows from other arms."""
    return is_change(text) or is_summary(text)


def sides(arms: Sequence[str]) -> set[str]:
    """The arms named after each of several payers or parts of a cost, as in `health_ips`.

    None if the names are not of this form.
    """
    pairs = [(word(piece[0]), piece[1].casefold()) for each in arms if (piece := _halves(each))]
    first, second = {side for side, _ in pairs}, {arm for _, arm in pairs}
    is_whole = len(pairs) == len(arms) == len(first) * len(second) and min(len(first), 2) == 2
    return second if is_whole and first <= _PARTS | _SIDES else set()


def _halves(name: str) -> tuple[str, str] | None:
    """The two parts of a name, split at the first separator; None if there is none."""
    match = SPLIT.search(name)
    return (name[: match.start()], name[match.end() :]) if match else None


def periods(arms: Sequence[str]) -> list[str]:
    """The periods that names of arms end with, as in `ips_y1`; none if not all of them do."""
    endings = [next((w for w, _ in behind(arm) if _PERIOD.fullmatch(w)), "") for arm in arms]
    return [*dict.fromkeys(endings)] if all(endings) and len(set(endings)) > 1 else []


def is_statistic_of(name: str, other: str) -> bool:
    """True for `usual_sd` if there is an arm `usual`."""
    whole, arm = word(name), word(other)
    rest = whole.removeprefix(f"{arm}_")
    return rest != whole and bool(_STATISTIC.fullmatch(rest))


def are_parts(arms: Sequence[str]) -> bool:
    """True for names that are parts of a cost, not arms."""
    rest = [word(arm) for arm in arms if not is_derived(arm)]
    return bool(rest) and all(each in _PARTS for each in rest)
