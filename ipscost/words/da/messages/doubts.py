"""Om det, der ikke hænger sammen i et scenarie."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "{arm} changes {outcomes}, and no cost but that of the programme differs": (
        "{arm} ændrer {outcomes}, men ingen anden omkostning end selve indsatsens"
    ),
    "add effect: {{kind: mixed, payer: {payer}, unit: {money}/person, {arm}: unknown}} to cost; or "
    "state there what the effect changes, a difference of 0 if that is nothing": (
        "tilføj effect: {{kind: mixed, payer: {payer}, unit: {money}/person, {arm}: unknown}} "
        "under cost; eller angiv dér, hvad effekten ændrer, en forskel på 0, hvis det er ingenting"
    ),
    "{name} studied {studied}; the scenario is about {people}": (
        "{name} har undersøgt {studied}; scenariet handler om {people}"
    ),
    "write {people} if these are the same people; if not, say under transfer what of the effect "
    "carries over to these": (
        "skriv {people}, hvis det er de samme mennesker; hvis ikke, så angiv under transfer, hvor "
        "meget af effekten der føres over til disse"
    ),
    "the newest source, {name}, is of {year}, {age} years before the prices of {now}": (
        "den nyeste kilde, {name}, er fra {year}, {age} år før priserne fra {now}"
    ),
    "take a number from a newer publication; what is offered, to whom, and what it costs may have "
    "changed since": (
        "tag et tal fra en nyere publikation; hvad der tilbydes, til hvem, og hvad det koster, kan "
        "have ændret sig siden"
    ),
}
