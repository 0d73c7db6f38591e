"""Offentliggjorte undersøgelser: land, undersøgelse, og en tidshorisont der ikke kendes."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "expected the code of a country (ISO 3166-1)": "der skal stå en landekode (ISO 3166-1)",
    "expected a comparator of at most {most} characters, which stands in every row, found "
    "{length}": (
        "sammenligningen står i hver række og må højst have {most} tegn, men der står {length}"
    ),
    "write a shorter one such as {cut}; comparator_note: holds the rest": (
        "skriv en kortere som {cut}; resten kan stå i comparator_note:"
    ),
    "expected the arm of the study, since there are several: {others}": (
        "undersøgelsens arm skal angives, da der er flere: {others}"
    ),
    "expected an intervention, found {arm}, which the others are held against": (
        "der skal stå en indsats, men der står {arm}, som de andre holdes op mod"
    ),
    "unknown outcome {path}": "ukendt resultat {path}",
    "a model of states needs a horizon, found unknown": (
        "en model med tilstande skal have en tidshorisont, men der står unknown"
    ),
    "nothing can be discounted over a horizon that is not known": (
        "intet kan diskonteres over en tidshorisont, der ikke er kendt"
    ),
    "amounts a month need a horizon, found unknown: {paths}": (
        "beløb pr. måned kræver en tidshorisont, men der står unknown: {paths}"
    ),
    "write {{months: 18}}": "skriv {{months: 18}}",
    "write {{cost: 0, outcome: 0}}": "skriv {{cost: 0, outcome: 0}}",
    "add arm: {arm}": "tilføj arm: {arm}",
    "take outcome out": "fjern outcome",
}
