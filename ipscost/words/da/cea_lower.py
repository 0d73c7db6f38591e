"""The words of cea for an outcome of which less is better."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "cea_odds_lower": (
        "Sandsynligheden for, at {arm} koster mindre, er {cheaper}, for at resultatet er bedre "
        "(mindre er bedre), {better}, og for begge dele {both}."
    ),
    "cea_all_dominated_lower": (
        "Målt på de forventede værdier dominerer {arm} alle de andre: ingen koster mindre eller "
        "gør det bedre (mindre er bedre)."
    ),
    "cea_effect_is_lower": "Effekt: {label} (mindre er bedre).",
    "cea_neb_lower": "Nettogevinst i undgået effekt{level}",
    "cea_ne_lower": "Dyrere, bedre",
    "cea_se_lower": "Billigere, bedre",
    "cea_sw_lower": "Billigere, dårligere",
    "cea_nw_lower": "Dyrere, dårligere",
    "cea_e_lower": "Samme omkostning, bedre",
    "cea_w_lower": "Samme omkostning, dårligere",
}
