"""The sentences of cea that have many variants, each a whole sentence under its own key."""

from __future__ import annotations

from ipscost.words.variants import ended, filled

_DIFFERENCES = {
    "cea_of": "For {population} koster {arm} {whom} {costs} og {effects}, i {year}.",
    "cea_when": "{arm} koster {whom} {costs} og {effects}, i {year}.",
}
"""An arm compared with the reference arm, with whom it is about where the scenario says so."""
_COSTS = {
    "less": "{cost} mindre pr. person over {horizon} end {reference}{cost_interval}",
    "more": "{cost} mere pr. person over {horizon} end {reference}{cost_interval}",
    "same": "det samme pr. person over {horizon} som {reference}{cost_interval}",
}
"""What it costs."""
_ELSEWHERE = {"cea_plain": "{arm} koster {costs} og {effects}."}
"""The same of results made elsewhere, of which no horizon is known."""
_COSTS_ELSEWHERE = {
    "less": "{cost} mindre pr. person end {reference}{cost_interval}",
    "more": "{cost} mere pr. person end {reference}{cost_interval}",
    "same": "det samme pr. person som {reference}{cost_interval}",
}
"""What it costs there."""
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
    "cea_dominates": "Målt på de forventede værdier dominerer {arm} {other}",
    "cea_dominates_cost": (
        "Målt på de forventede værdier dominerer {arm} {other}: den er billigere og lige så "
        "effektiv"
    ),
    "cea_dominates_effect": (
        "Målt på de forventede værdier dominerer {arm} {other}: den koster det samme og er mere "
        "effektiv"
    ),
}
"""One of two arms dominates the other."""
_UNCLEAR_DOMINATES = {
    "": ".",
    "_unclear_cost": ", men det er usikkert, om den koster mindre.",
    "_unclear_effect": ", men det er usikkert, om den er mere effektiv.",
    "_unclear_both": ", men ingen af de to forskelle er klar.",
    "_unclear_few": ", men {draws} trækninger er for få til at sige det sikkert.",
}
"""How that ends, by which difference is not clear: its interval includes 0."""
_RATIOS = {
    "cea_ratio": (
        "Den inkrementelle omkostningseffektivitetsratio (ICER) er {icer}, så målt på de "
        "forventede værdier er {arm} omkostningseffektiv ved enhver tærskel derover"
    ),
}
"""One of two arms is dearer and more effective than the other."""
_UNCLEAR_RATIOS = {
    "": ".",
    "_unclear_cost": ", men det er usikkert, om den koster mere.",
    "_unclear_effect": ", men det er usikkert, om den er mere effektiv.",
    "_unclear_both": ", men ingen af de to forskelle er klar.",
    "_unclear_few": ", men {draws} trækninger er for få til at sige det sikkert.",
}
"""How that ends, by which difference is not clear."""
_GIVEN_UP = {
    "cea_given_up": (
        "{other} sparer {icer}, der gives afkald på (den inkrementelle "
        "omkostningseffektivitetsratio, ICER), og er målt på de forventede værdier "
        "omkostningseffektiv ved enhver tærskel derunder"
    ),
    "cea_given_up_lower": (
        "{other} sparer {icer} pr. yderligere {one} (den inkrementelle "
        "omkostningseffektivitetsratio, ICER) og er målt på de forventede værdier "
        "omkostningseffektiv ved enhver tærskel derunder"
    ),
}
"""An arm is cheaper and less effective than the reference arm."""
_UNCLEAR_GIVEN_UP = {
    "": ".",
    "_unclear_cost": ", men det er usikkert, om den koster mindre.",
    "_unclear_effect": ", men det er usikkert, om den er mindre effektiv.",
    "_unclear_both": ", men ingen af de to forskelle er klar.",
    "_unclear_few": ", men {draws} trækninger er for få til at sige det sikkert.",
}
"""How that ends, by which difference is not clear."""
_BENEFITS = {
    "cea_benefit": (
        "Ved {worth} er den forventede monetære nettogevinst ved {arm} sammenlignet med "
        "{reference} (den ekstra effekt i penge minus den ekstra omkostning) {amount} pr. "
        "person{interval}"
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
        "Ved {worth} er den forventede monetære nettogevinst ved {arm} sammenlignet med "
        "{reference} (det, den undgår, i penge minus den ekstra omkostning) {amount} pr. "
        "person{interval}"
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
        "Ved {worth} er den forventede monetære nettogevinst ved {arm} sammenlignet med "
        "{reference} (den ekstra effekt i penge minus den ekstra omkostning) {amount} pr. person"
    ),
    "cea_at_best": (
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (effekten i penge "
        "minus omkostningen)"
    ),
    "cea_at_pair_lower": (
        "Ved {worth} er den forventede monetære nettogevinst ved {arm} sammenlignet med "
        "{reference} (det, den undgår, i penge minus den ekstra omkostning) {amount} pr. person"
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
    **filled(_ELSEWHERE, costs=_COSTS_ELSEWHERE, effects=_EFFECTS),
    **ended(_DOMINATES, _UNCLEAR_DOMINATES),
    **ended(_RATIOS, _UNCLEAR_RATIOS),
    **ended(_GIVEN_UP, _UNCLEAR_GIVEN_UP),
    **ended(_BENEFITS, _KNOWING),
    **ended(_AT, _CHOICE),
}
