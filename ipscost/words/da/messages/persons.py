"""Om hvordan personer er forskellige, og om at følge dem en for en."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "expected one of together and frailty, found both": (
        "der skal stå enten together eller frailty, men begge står der"
    ),
    "take together out, or take frailty out": "fjern together, eller fjern frailty",
    "no cost category is called {name}": "ingen omkostningskategori hedder {name}",
    "expected the unit of a standard deviation, found none": (
        "en standardafvigelse skal have en enhed, men den mangler"
    ),
    "add unit: {unit}": "tilføj unit: {unit}",
    "{name} is a share of people, who either have it or not": (
        "{name} er en andel af deltagerne, som enten har det eller ikke har det"
    ),
    "a normal distribution has nobody with exactly nothing": (
        "i en normalfordeling er der ingen, som har præcis nul"
    ),
    "write gamma, or write lognormal": "skriv gamma, eller skriv lognormal",
    "expected a share of persons below 1, found {value:g}": (
        "andelen af personer skal være under 1, men der står {value:g}"
    ),
    "write a share such as 0.4": "skriv en andel, for eksempel 0.4",
    "where {zero:g} of persons have nothing, the coefficient of variation is at least "
    "{least:.3g}, found {cv:.3g}": (
        "når andelen {zero:g} af personerne har nul, er variationskoefficienten mindst "
        "{least:.3g}, men den er {cv:.3g}"
    ),
    "write zero: {most:g}": "skriv zero: {most:g}",
    "expected one of sd and cv, found both": "der skal stå enten sd eller cv, men begge står der",
    "expected one of sd and cv, found none": (
        "der skal stå enten sd eller cv, men ingen af dem står der"
    ),
    "take cv out, or take sd out": "fjern cv, eller fjern sd",
    "add cv: ... (the standard deviation by the mean)": (
        "tilføj cv: ... (standardafvigelsen delt med middelværdien)"
    ),
}
