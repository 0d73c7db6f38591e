"""The words of cea for an outcome of which less is better."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "cea_odds_lower": (
        "The probability that {arm} costs less is {cheaper}, that it does better (less is better) "
        "{better}, and that it does both {both}."
    ),
    "cea_all_dominated_lower": (
        "On expected values, {arm} dominates every other arm: none costs less or does better "
        "(less is better)."
    ),
    "cea_effect_is_lower": "Effect: {label} (less is better).",
    "cea_neb_lower": "Net benefit in effect avoided{level}",
    "cea_ne_lower": "Dearer, better",
    "cea_se_lower": "Cheaper, better",
    "cea_sw_lower": "Cheaper, worse",
    "cea_nw_lower": "Dearer, worse",
    "cea_e_lower": "Same cost, better",
    "cea_w_lower": "Same cost, worse",
}
