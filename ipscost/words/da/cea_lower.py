"""The words of cea for an outcome of which less is better."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "cea_odds_lower": (
        "Sandsynligheden for, at {arm} koster mindre, er {cheaper}, for at resultatet er bedre "
        "(mindre er bedre), {better}, og for begge dele {both}."
    ),
    "cea_given_up_lower": (
        "{other} er billigere og mindre effektiv end {arm}: det sparer {icer} pr. yderligere "
        "{one} (inkrementel omkostningseffektivitetsratio, ICER, for {arm} mod {other}){doubt}."
    ),
    "cea_all_dominated_lower": (
        "Efter punktestimaterne dominerer {arm} alle de andre: ingen koster mindre eller gør "
        "det bedre (mindre er bedre)."
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
    "cea_at_pair_first_lower": (
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (det, "
        "den undgår, i penge minus den ekstra omkostning) {amount} pr. person{odds}"
    ),
    "cea_at_best_first_lower": (
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (den laveste sum af "
        "omkostningen og effekten i penge){odds}"
    ),
    "cea_effect_unit_lower": "Effekt: {label} (mindre er bedre). ",
    "cea_neb_lower": "Nettogevinst i undgået effekt{level}",
    "cea_ne_lower": "Dyrere, bedre",
    "cea_se_lower": "Billigere, bedre",
    "cea_sw_lower": "Billigere, dårligere",
    "cea_nw_lower": "Dyrere, dårligere",
    "cea_e_lower": "Samme omkostning, bedre",
    "cea_w_lower": "Samme omkostning, dårligere",
}
