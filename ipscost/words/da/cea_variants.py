"""The sentences of cea that have many variants, each a whole sentence under its own key."""

from __future__ import annotations

from ipscost.words.variants import ended, filled

_DIFFERENCES = {
    "cea_when": "Over {horizon} og i {year}-priser koster {arm} {costs} og {effects}.",
    "cea_plain": "{arm} koster {costs} og {effects}.",
}
"""An arm against the reference arm; of results made elsewhere no horizon is known."""
_COSTS = {
    "less": "{cost} mindre pr. person end {reference}{cost_interval}",
    "more": "{cost} mere pr. person end {reference}{cost_interval}",
    "same": "det samme pr. person som {reference}{cost_interval}",
}
"""What it costs."""
_EFFECTS = {
    "more_QALY": "giver {effect} QALY mere{effect_interval}",
    "less_QALY": "giver {effect} QALY mindre{effect_interval}",
    "same_QALY": "giver lige så mange QALY{effect_interval}",
    "more_share": "øger andelen med {label} med {effect} procentpoint{effect_interval}",
    "less_share": "sænker andelen med {label} med {effect} procentpoint{effect_interval}",
    "same_share": "ændrer ikke andelen med {label}{effect_interval}",
    "more": "giver {effect} flere {many}{effect_interval}",
    "less": "giver {effect} færre {many}{effect_interval}",
    "same": "giver lige så mange {many}{effect_interval}",
    "more_unit": "giver {effect} mere (enhed: {unit}){effect_interval}",
    "less_unit": "giver {effect} mindre (enhed: {unit}){effect_interval}",
    "same_unit": "giver lige så meget (enhed: {unit}){effect_interval}",
    "more_unknown": "har en effekt, der er {effect} højere{effect_interval}",
    "less_unknown": "har en effekt, der er {effect} lavere{effect_interval}",
    "same_unknown": "har samme effekt{effect_interval}",
}
"""What it achieves, by the unit of the effect."""
_DOMINATES = {
    "cea_dominates": (
        "Efter punktestimaterne er {arm} billigere og mere effektiv og dominerer dermed {other}"
    ),
    "cea_dominates_cost": (
        "Efter punktestimaterne er {arm} billigere og lige så effektiv og dominerer dermed {other}"
    ),
    "cea_dominates_effect": (
        "Efter punktestimaterne koster {arm} det samme, er mere effektiv og dominerer dermed "
        "{other}"
    ),
}
"""One of two arms dominates the other."""
_UNCLEAR_DOMINATES = {
    "": ".",
    "_unclear_cost": (
        "; men det er ikke klart, at den er billigere, for intervallet for forskellen i omkostning "
        "omfatter 0."
    ),
    "_unclear_effect": (
        "; men det er ikke klart, at den er mere effektiv, for intervallet for forskellen i effekt "
        "omfatter 0."
    ),
    "_unclear_both": "; men ingen af delene er klar, for begge forskelles intervaller omfatter 0.",
    "_unclear_few": "; men ud fra {draws} trækninger er det ikke klart.",
}
"""How that ends, by which difference is not clear."""
_RATIOS = {
    "cea_ratio": (
        "Det, {arm} opnår mere end {other}, koster {icer} (inkrementel "
        "omkostningseffektivitetsratio, ICER)"
    ),
    "cea_given_up": (
        "{other} er billigere og mindre effektiv end {arm}: det sparer {icer}, der gives afkald på "
        "(inkrementel omkostningseffektivitetsratio, ICER, for {arm} mod {other})"
    ),
    "cea_given_up_lower": (
        "{other} er billigere og mindre effektiv end {arm}: det sparer {icer} pr. yderligere {one} "
        "(inkrementel omkostningseffektivitetsratio, ICER, for {arm} mod {other})"
    ),
}
"""One of two arms is dearer and more effective than the other."""
_UNCLEAR_RATIOS = {
    "": ".",
    "_unclear_cost": "; men intervallet for forskellen i omkostning omfatter 0.",
    "_unclear_effect": "; men intervallet for forskellen i effekt omfatter 0.",
    "_unclear_both": "; men begge intervaller, for omkostning og for effekt, omfatter 0.",
    "_unclear_few": "; men ud fra {draws} trækninger er det ikke klart.",
}
"""How that ends, by which difference is not clear."""
_BENEFITS = {
    "cea_benefit": (
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (den "
        "ekstra effekt i penge minus den ekstra omkostning) {amount} pr. person{interval}"
    ),
    "cea_best": (
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (effekten i penge "
        "minus omkostningen), {amount} pr. person mere end {reference}{interval}"
    ),
    "cea_best_reference": (
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (effekten i penge "
        "minus omkostningen)"
    ),
    "cea_benefit_lower": (
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (det, "
        "den undgår, i penge minus den ekstra omkostning) {amount} pr. person{interval}"
    ),
    "cea_best_lower": (
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (den laveste sum af "
        "omkostningen og effekten i penge), {amount} pr. person mere end {reference}{interval}"
    ),
    "cea_best_reference_lower": (
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (den laveste sum af "
        "omkostningen og effekten i penge)"
    ),
}
"""Net benefit at one threshold."""
_KNOWING = {
    "": ".",
    "_odds": (
        ", og sandsynligheden for, at {arm} har den højeste nettogevinst, er {probability}; at "
        "kende hvert usikkert tal med sikkerhed ville være {evpi} værd pr. person (den forventede "
        "værdi af perfekt information, EVPI)."
    ),
}
"""How that ends, without draws and with them."""
_AT = {
    "cea_at_pair": (
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (den "
        "ekstra effekt i penge minus den ekstra omkostning) {amount} pr. person"
    ),
    "cea_at_best": (
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (effekten i penge "
        "minus omkostningen)"
    ),
    "cea_at_pair_lower": (
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (det, "
        "den undgår, i penge minus den ekstra omkostning) {amount} pr. person"
    ),
    "cea_at_best_lower": (
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (den laveste sum af "
        "omkostningen og effekten i penge)"
    ),
}
"""Net benefit at the first of a few thresholds."""
_CHOICE = {
    "": "{aside}{others}.",
    "_odds": (
        ", med en sandsynlighed på {probability} for, at {arm} er det bedste valg{aside}{others}."
    ),
}
"""How that ends, without draws and with them; `others` are the other thresholds."""

WORDS: dict[str, str] = {
    **filled(_DIFFERENCES, costs=_COSTS, effects=_EFFECTS),
    **ended(_DOMINATES, _UNCLEAR_DOMINATES),
    **ended(_RATIOS, _UNCLEAR_RATIOS),
    **ended(_BENEFITS, _KNOWING),
    **ended(_AT, _CHOICE),
}
