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
        "Usikkerheden om besparelsen er fastlagt på forhånd: den er valgt, så den passer med et "
        "offentliggjort tal."
    ),
    "given_intervals": "Intervallerne gælder, hvis {parts}.",
    "given_sure": "Sandsynlighederne og intervallerne gælder, hvis {parts}.",
    "unmeasured_one": (
        "For 1 tal, som valget afhænger af, er der ikke angivet nogen usikkerhed, så om det siges "
        "der intet her: det kan også være værd at måle."
    ),
    "unmeasured_many": (
        "For {count} tal, som valget afhænger af, er der ikke angivet nogen usikkerhed, så om dem "
        "siges der intet her: de kan også være værd at måle."
    ),
    "given_alike_one": "fejlen i det tal, som de har fra hver sin kilde, er den samme i begge",
    "given_alike_many": (
        "fejlen i de {count} tal, som de har fra hver sin kilde, er den samme i begge"
    ),
    "note_variance_fixed": (
        "Andelene er af den angivne usikkerhed: tal, som totalen afhænger af, og som ingen har, "
        "er ikke med i nogen andel: {paths}."
    ),
    "unmoved_one": (
        "At {paths} er ændret, ændrer ikke besparelsen: ingen forskel i omkostning, der tæller "
        "her, afhænger af det."
    ),
    "unmoved_many": (
        "At {paths} er ændret, ændrer ikke besparelsen: ingen forskel i omkostning, der tæller "
        "her, afhænger af dem."
    ),
}
