"""Hvad der er galt med måneder i kalenderen og beløb, der ændrer sig på en dato."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "expected a list of dates and what changes on each, found {shape}": (
        "der skal stå en liste af datoer og det, der ændrer sig på hver, men der står {shape}"
    ),
    "expected a date and what changes then, found {shape}": (
        "der skal stå en dato og det, der så ændrer sig, men der står {shape}"
    ),
    "write [{example}]": "skriv [{example}]",
    "write {example}": "skriv {example}",
    "add from: 2025-07": "tilføj from: 2025-07",
    "{month} does not come after {before}, which stands before it": (
        "{month} kommer ikke efter {before}, som står før den"
    ),
    "write a month such as {later}; the dates stand in order of time": (
        "skriv en måned såsom {later}; datoerne står i tidens orden"
    ),
    "what changes on a date has no dates of its own": (
        "det, der ændrer sig på en dato, har ikke selv datoer"
    ),
    "costs alone change on a date, and an outcome does not": (
        "kun omkostninger ændrer sig på en dato, ikke resultater"
    ),
    "expected the first month, the last or both, found {shape}": (
        "der skal stå den første måned, den sidste eller begge, men der står {shape}"
    ),
    "write {{from: 2025-07}}, or write {{until: 2025-06}}": (
        "skriv {{from: 2025-07}}, eller skriv {{until: 2025-06}}"
    ),
    "{last} comes before {first}": "{last} kommer før {first}",
    "write a month such as {later}": "skriv en måned såsom {later}",
    "write {path}=...; {number} stays what it is before that date, unless it is stated anew as a "
    "whole: {{mean: ..., source: ...}}": (
        "skriv {path}=...; {number} er det samme som før den dato, medmindre det angives helt på "
        "ny: {{mean: ..., source: ...}}"
    ),
    "nothing changes in {month}": "intet ændrer sig i {month}",
    "add {example}": "tilføj {example}",
    "an amount that changes on a date cannot go on as the effect does": (
        "et beløb, der ændrer sig på en dato, kan ikke fortsætte, som effekten gør"
    ),
    "take continues out; or take dated out": "fjern continues; eller fjern dated",
    "amounts change on a date, and nothing says when the person starts": (
        "beløb ændrer sig på en dato, og intet siger, hvornår personen begynder"
    ),
    "add starts: 2025-01 to the file (the month in which the person starts)": (
        "tilføj starts: 2025-01 til filen (den måned, personen begynder i)"
    ),
}
