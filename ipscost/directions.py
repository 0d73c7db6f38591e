"""Whether more or less of an outcome is better, judged by known words in its name, unit or label.

If no known word says so, more is taken as better, and the results say that this was assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

HIGHER, LOWER = "higher", "lower"
DIRECTIONS = (LOWER, HIGHER)
DALYS = ("daly", "dalys", "total_daly", "total_dalys")
"""Headings of an effect in DALYs."""

SUFFIX = "_lower_is_better"
"""At the end of an effect's heading it says that less of the effect is better."""

LESS_IS_BETTER = (
    *("daly", "dalys", "death", "deaths", "dead", "died", "dying", "mortality", "suicide"),
    *("suicides", "admission", "admissions", "admitted", "readmission", "readmissions"),
    *("readmitted", "hospitalisation", "hospitalisations", "hospitalization", "hospitalizations"),
    *("hospitalised", "hospitalized", "in hospital", "hospital days", "hospital nights"),
    *("inpatient days", "bed day", "bed days", "beddays", "emergency visit", "emergency visits"),
    *("relapse", "relapses", "relapsed", "crisis", "crises", "symptom", "symptoms"),
    *("adverse event", "adverse events", "side effect", "side effects", "complication"),
    *("complications", "infection", "infections", "fracture", "fractures", "stroke", "strokes"),
    *("on welfare", "sick leave", "sick day", "sick days"),
    *("sickness absence", "unemployed", "unemployment", "homeless", "homelessness"),
    *("dropout", "dropouts", "dropped out", "life years lost", "qalys lost", "years lost"),
    *("doed", "doede", "doedsfald", "doedelighed", "selvmord", "selvmordsforsoeg"),
    *("indlaeggelse", "indlaeggelser", "indlagt", "genindlaeggelse", "genindlaeggelser"),
    *("genindlagt", "sengedag", "sengedage", "indlaeggelsesdage", "skadestuebesoeg"),
    *("tilbagefald", "krise", "kriser", "symptomer", "bivirkning", "bivirkninger"),
    *("komplikation", "komplikationer", "infektion", "infektioner", "brud", "paa ydelse"),
    *("paa ydelser", "paa kontanthjaelp", "paa sygedagpenge", "paa dagpenge", "sygefravaer"),
    *("sygedag", "sygedage", "sygemeldt", "ledig", "ledighed", "arbejdsloes", "arbejdsloeshed"),
    *("hjemloes", "hjemloeshed", "frafald", "tabte leveaar"),
)
"""Words in lower case, without æ, ø and å, for outcomes of which less is better."""

MORE_IS_BETTER = (
    *("qaly", "qalys", "life year", "life years", "utility", "utilities"),
    *("lives", "liv", "quality of life"),
    *("job", "jobs", "work", "working", "employed", "employment", "education", "wage", "wages"),
    *("earnings", "recovery", "recovered", "remission", "survival", "survived", "surviving"),
    *("alive", "cured", "wellbeing", "well being"),
    *("leveaar", "livskvalitet", "arbejde", "beskaeftigelse"),
    *("beskaeftiget", "uddannelse", "loen", "overlevelse", "overlever", "i live", "bedring"),
    *("rask", "helbredt", "trivsel"),
)
"""Words for outcomes of which more is better, likewise."""

NAMES = (
    *("e", "eff", "u", "ly", "lys", "effect", "effects", "effectiveness", "benefit", "benefits"),
    *("effekt", "effekter", "nytte"),
)
"""Whole names of outcomes of which more is better; within a longer name they say nothing."""

AVOIDED = (
    *("averted", "avoided", "prevented", "spared", "saved", "free"),
    *("undgaaet", "undgaaede", "forebygget", "forebyggede", "sparet", "sparede", "fri"),
)
"""Words that make less of something bad a gain: deaths averted, relapse-free."""

UNSURE = (
    *("not", "no", "without", "out", "loss", "lost", "losing", "never", "non", "until"),
    *("ikke", "uden", "mistet", "tab", "tabt", "tabte", "aldrig", "indtil", "ingen"),
)
"""Words beside which the others may mean the opposite: weeks without a job, time to relapse."""

_WAITING = re.compile(
    r"\b(time|days?|weeks?|months?|years?|tid|dage?|uger?|maaneder?|aar) (to|til)\b"
)
_ON_BENEFIT = re.compile(r"\bon ([a-z]+ ){0,2}benefits?\b")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def known(texts: Iterable[str]) -> str | None:
    """HIGHER or LOWER, according to the words in the texts; None if they are silent or disagree.

    >>> known(["months_on_benefit"]), known(["Genindlæggelser"]), known(["weeks without a job"])
    ('lower', 'lower', None)
    """
    ways = {way for text in texts for way in _ways(text)}
    return ways.pop() if len(ways) == 1 else None


@lru_cache(1024)
def _ways(text: str) -> frozenset[str]:
    """What the words of one text say: nothing, one direction, or both if they may mean either."""
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower().translate(_DANISH)).split())
    if plain in NAMES:
        return frozenset((HIGHER,))
    rest, is_lower = _without(f" {_ON_BENEFIT.sub('on welfare', plain)} ", LESS_IS_BETTER)
    _, is_higher = _without(rest, MORE_IS_BETTER)
    if not (is_lower or is_higher):
        return frozenset()
    if any(word in AVOIDED for word in rest.split()):
        return frozenset((HIGHER,))
    is_unsure = any(word in UNSURE for word in rest.split()) or _WAITING.search(plain)
    if (is_lower and is_higher) or is_unsure:
        return frozenset((LOWER, HIGHER))
    return frozenset((LOWER,) if is_lower else (HIGHER,))


def _without(padded: str, phrases: Iterable[str]) -> tuple[str, bool]:
    """The text with the phrases removed, the longest first, and whether any occurred in it."""
    is_there = False
    for phrase in sorted(phrases, key=len, reverse=True):
        if f" {phrase} " in padded:
            is_there = True
            padded = padded.replace(f" {phrase} ", " , ")
    return padded, is_there
