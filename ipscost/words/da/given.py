"""The words of what a sentence takes for granted, and of what changes nothing."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "given_both": "{first}, og hvis {second}",
    "given_exact_one": "1 tal uden angivet usikkerhed passer præcist",
    "given_exact_many": "{count} tal uden angivet usikkerhed passer præcist",
    "given_assumed_one": "antagelsen om 1 tal holder",
    "given_assumed_many": "antagelserne om {count} tal holder",
    "given_extrapolated_none": "fremskrivningen holder",
    "given_extrapolated_one": "antagelsen om 1 tal og fremskrivningen holder",
    "given_extrapolated_many": "antagelserne om {count} tal og fremskrivningen holder",
    "note_later_prices": (
        "Forbrugerpriser i {currency} er offentliggjort til og med {after}; derefter antages de at "
        "stige {growth} om året til og med {until}: {text}."
    ),
    "note_later_prices_fall": (
        "Forbrugerpriser i {currency} er offentliggjort til og med {after}; derefter antages de at "
        "falde {growth} om året til og med {until}: {text}."
    ),
    "given_construction": (
        "Usikkerheden om besparelsen er givet på forhånd: den er valgt, så den passer med et "
        "offentliggjort tal."
    ),
    "given_construction_choice": (
        "Derfor er der ingen sandsynlighed for valget, og værdien af mere viden hviler på den."
    ),
    "given_intervals": "Intervallerne gælder, hvis {parts}.",
    "given_sure": "Sandsynlighederne og intervallerne gælder, hvis {parts}.",
    "unmeasured_one": (
        "Her er 1 tal ikke med, som valget afhænger af, men som ikke har en angivet usikkerhed: "
        "det kan også være værd at måle."
    ),
    "unmeasured_many": (
        "Her er {count} tal ikke med, som valget afhænger af, men som ikke har en angivet "
        "usikkerhed: de kan også være værd at måle."
    ),
    "given_alike_one": "det tal, de har fra hver sin kilde, er lige meget forkert i begge",
    "given_alike_many": "de {count} tal, de har fra hver sin kilde, er lige meget forkerte i begge",
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
