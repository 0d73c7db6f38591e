"""The words of cea for an outcome of which less is better; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cea_odds_lower": (
        "The probability that {arm} costs less is {cheaper}, that it does better (less is better) "
        "{better}, and that it does both {both}.",
        "Sandsynligheden for, at {arm} koster mindre, er {cheaper}, for at resultatet er bedre "
        "(mindre er bedre), {better}, og for begge dele {both}.",
    ),
    "cea_given_up_lower": (
        "{other} is cheaper and less effective than {arm}: it saves {icer} per further {one} "
        "(incremental cost-effectiveness ratio, ICER, of {arm} against {other}){doubt}.",
        "{other} er billigere og mindre effektiv end {arm}: det sparer {icer} pr. yderligere "
        "{one} (inkrementel omkostningseffektivitetsratio, ICER, for {arm} mod {other}){doubt}.",
    ),
    "cea_all_dominated_lower": (
        "By the point estimates {arm} dominates every other arm: none costs less or does better "
        "(less is better).",
        "Efter punktestimaterne dominerer {arm} alle de andre: ingen koster mindre eller gør "
        "det bedre (mindre er bedre).",
    ),
    "cea_benefit_lower": (
        "At {worth} the expected net monetary benefit of {arm} against {reference} (what it avoids "
        "in money, less its extra cost) is {amount} per person{interval}",
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (det, "
        "den undgår, i penge minus den ekstra omkostning) {amount} pr. person{interval}",
    ),
    "cea_best_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money), {amount} per person more than {reference}{interval}",
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (den laveste sum af "
        "omkostningen og effekten i penge), {amount} pr. person mere end {reference}{interval}",
    ),
    "cea_best_reference_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money)",
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (den laveste sum af "
        "omkostningen og effekten i penge)",
    ),
    "cea_at_pair_first_lower": (
        "At {worth} the expected net monetary benefit of {arm} against {reference} (what it avoids "
        "in money, less its extra cost) is {amount} per person{odds}",
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (det, "
        "den undgår, i penge minus den ekstra omkostning) {amount} pr. person{odds}",
    ),
    "cea_at_best_first_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money){odds}",
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (den laveste sum af "
        "omkostningen og effekten i penge){odds}",
    ),
    "cea_effect_unit_lower": (
        "Effect: {label} (less is better). ",
        "Effekt: {label} (mindre er bedre). ",
    ),
    "cea_neb_lower": (
        "Net benefit in effect avoided{level}",
        "Nettogevinst i undgået effekt{level}",
    ),
    "cea_ne_lower": ("Dearer, better", "Dyrere, bedre"),
    "cea_se_lower": ("Cheaper, better", "Billigere, bedre"),
    "cea_sw_lower": ("Cheaper, worse", "Billigere, dårligere"),
    "cea_nw_lower": ("Dearer, worse", "Dyrere, dårligere"),
    "cea_e_lower": ("Same cost, better", "Samme omkostning, bedre"),
    "cea_w_lower": ("Same cost, worse", "Samme omkostning, dårligere"),
}
