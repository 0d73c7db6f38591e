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
    "a {what} is of the share of people with an outcome, and {path} is none": (
        "{what} er af den andel, der når et resultat, og det er {path} ikke"
    ),
    "write relative, or write difference": "skriv relative, eller skriv difference",
    "bound is an end of the interval of a risk_ratio or odds_ratio": (
        "bound er en grænse for intervallet for risk_ratio eller odds_ratio"
    ),
    "take bound out": "fjern bound",
    "a result that disagrees is not held to within how much": (
        "et resultat, der ikke stemmer (disagrees), måles ikke på, hvor meget det afviger (within)"
    ),
    "take within out, or take disagrees out": "fjern within, eller fjern disagrees",
    "a result that disagrees needs a note that says with what, found none": (
        "et resultat, der ikke stemmer, skal have en note, der siger med hvad, men der er ingen"
    ),
    "add note: ... (what disagrees), or take disagrees out": (
        "tilføj note: ... (hvad der ikke stemmer), eller fjern disagrees"
    ),
    "the horizon of {file} is not stated, so nothing can be told by month or year": (
        "tidshorisonten i {file} er ikke oplyst, så intet kan fortælles efter måned eller år"
    ),
    "the horizon of {file} is not stated, so there is no course over time; see the saving with "
    "ipscost plot waterfall": (
        "tidshorisonten i {file} er ikke oplyst, så der er intet forløb over tid; se besparelsen "
        "med ipscost plot waterfall"
    ),
    "{file} has a horizon of one month, so there is no course over time; see the saving with "
    "ipscost plot waterfall": (
        "{file} har en tidshorisont på en måned, så der er intet forløb over tid; se besparelsen "
        "med ipscost plot waterfall"
    ),
    "nothing of the saving in {file} is known, so it has no course; see what is known with "
    "ipscost simulate": (
        "intet af besparelsen i {file} er kendt, så den har intet forløb; se, hvad der er kendt, "
        "med ipscost simulate"
    ),
    "a timing by month needs a horizon, found unknown: {paths}": (
        "en fordeling på måneder kræver en tidshorisont, men der står unknown: {paths}"
    ),
    "expected how long is counted, found '{text}'": (
        "der skal stå, hvor længe der tælles, men der står '{text}'"
    ),
    "write {{months: 18}}, or write unknown": "skriv {{months: 18}}, eller skriv unknown",
    "write {{months: {text}}}": "skriv {{months: {text}}}",
}
