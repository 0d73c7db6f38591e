"""The words of cea for an outcome of which less is better."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "cea_odds_lower": (
        "The probability that {arm} costs less is {cheaper}, that it does better (less is better) "
        "{better}, and that it does both {both}."
    ),
    "cea_given_up_lower": (
        "{other} is cheaper and less effective than {arm}: it saves {icer} per further {one} "
        "(incremental cost-effectiveness ratio, ICER, of {arm} against {other}){doubt}."
    ),
    "cea_all_dominated_lower": (
        "By the point estimates {arm} dominates every other arm: none costs less or does better "
        "(less is better)."
    ),
    "cea_benefit_lower": (
        "At {worth} the expected net monetary benefit of {arm} against {reference} (what it avoids "
        "in money, less its extra cost) is {amount} per person{interval}"
    ),
    "cea_best_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money), {amount} per person more than {reference}{interval}"
    ),
    "cea_best_reference_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money)"
    ),
    "cea_at_pair_first_lower": (
        "At {worth} the expected net monetary benefit of {arm} against {reference} (what it avoids "
        "in money, less its extra cost) is {amount} per person{odds}"
    ),
    "cea_at_best_first_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money){odds}"
    ),
    "cea_effect_unit_lower": "Effect: {label} (less is better). ",
    "cea_neb_lower": "Net benefit in effect avoided{level}",
    "cea_ne_lower": "Dearer, better",
    "cea_se_lower": "Cheaper, better",
    "cea_sw_lower": "Cheaper, worse",
    "cea_nw_lower": "Dearer, worse",
    "cea_e_lower": "Same cost, better",
    "cea_w_lower": "Same cost, worse",
}
