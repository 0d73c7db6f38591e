"""The words of what a sentence takes for granted, and of what changes nothing."""

from __future__ import annotations

from ipscost.words.variants import listed

SENTENCES = {
    "given_intervals": "Intervallerne gælder, hvis {parts}.",
    "given_sure": "Sandsynlighederne og intervallerne gælder, hvis {parts}.",
}
EXACT = {
    "none": "",
    "one": "1 tal uden angivet usikkerhed passer præcist",
    "many": "{exact} tal uden angivet usikkerhed passer præcist",
}
ASSUMED = {
    "none": "",
    "one": "antagelsen om 1 tal holder",
    "many": "antagelserne om {assumed} tal holder",
    "later": "fremskrivningen holder",
    "later_one": "antagelsen om 1 tal og fremskrivningen holder",
    "later_many": "antagelserne om {assumed} tal og fremskrivningen holder",
}
ALIKE = {
    "none": "",
    "one": "det tal, de har fra hver sin kilde, er lige meget forkert i begge",
    "many": "de {alike} tal, de har fra hver sin kilde, er lige meget forkerte i begge",
}

WORDS: dict[str, str] = {
    **listed(SENTENCES, ", og hvis ", exact=EXACT, assumed=ASSUMED, alike=ALIKE),
    "note_later_prices": (
        "Forbrugerpriser i {currency} er offentliggjort til og med {after}; derefter antages de at "
        "stige {growth} om året til og med {until}: {text}."
    ),
    "note_later_prices_fall": (
        "Forbrugerpriser i {currency} er offentliggjort til og med {after}; derefter antages de at "
        "falde {growth} om året til og med {until}: {text}."
    ),
    "given_construction": (
        "Usikkerheden om besparelsen er givet på forhånd: den er valgt, så den passer til et "
        "offentliggjort tal."
    ),
    "given_construction_choice": (
        "Derfor er der ingen sandsynlighed for valget, og værdien af mere viden hviler på den."
    ),
    "unmeasured_one": (
        "1 tal, som valget afhænger af, er ikke med her, fordi det ikke har en angivet "
        "usikkerhed; det kan også være værd at måle."
    ),
    "unmeasured_many": (
        "{count} tal, som valget afhænger af, er ikke med her, fordi de ikke har en angivet "
        "usikkerhed; de kan også være værd at måle."
    ),
    "note_variance_fixed": (
        "Andelene fordeler den angivne usikkerhed; disse tal har ingen, selv om totalen afhænger "
        "af dem: {paths}."
    ),
    "unmoved_one": (
        "Ændringen af {paths} ændrer ikke besparelsen: ingen af de omkostningsforskelle, der "
        "tæller med, afhænger af det."
    ),
    "unmoved_many": (
        "Ændringen af {paths} ændrer ikke besparelsen: ingen af de omkostningsforskelle, der "
        "tæller med, afhænger af dem."
    ),
}
