"""Kalenderens måneder, og beløb, der ændrer sig på en dato."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "calendar_1": "januar {year}",
    "calendar_2": "februar {year}",
    "calendar_3": "marts {year}",
    "calendar_4": "april {year}",
    "calendar_5": "maj {year}",
    "calendar_6": "juni {year}",
    "calendar_7": "juli {year}",
    "calendar_8": "august {year}",
    "calendar_9": "september {year}",
    "calendar_10": "oktober {year}",
    "calendar_11": "november {year}",
    "calendar_12": "december {year}",
    "in_force_until": "{label}, til og med {last}",
    "in_force_from": "{label}, fra {first}",
    "in_force_between": "{label}, fra {first} til og med {last}",
    "note_in_force": (
        "Personen begynder i {first} og følges til og med {last}. Hvert beløb tæller i de "
        "måneder, det gælder i: {labels}."
    ),
    "note_in_each_month": (
        "Uanset hvornår folk begynder, tæller hvert beløb i de måneder i kalenderen, det gælder i: "
        "{labels}."
    ),
    "note_never_in_force": "Gælder ikke i nogen af disse måneder og tæller derfor ikke: {labels}.",
}
