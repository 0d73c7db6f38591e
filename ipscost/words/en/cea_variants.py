"""The sentences of cea that have many variants, each a whole sentence under its own key."""

from __future__ import annotations

from ipscost.words.variants import ended, filled

_DIFFERENCES = {
    "cea_of": "For {population}, {arm} costs {whom} {costs} and {effects}, in {year}.",
    "cea_when": "{arm} costs {whom} {costs} and {effects}, in {year}.",
}
"""An arm compared with the reference arm, with whom it is about where the scenario says so."""
_COSTS = {
    "less": "{cost} less per person over {horizon} than {reference}{cost_interval}",
    "more": "{cost} more per person over {horizon} than {reference}{cost_interval}",
    "same": "the same per person over {horizon} as {reference}{cost_interval}",
}
"""What it costs."""
_ELSEWHERE = {"cea_plain": "{arm} costs {costs} and {effects}."}
"""The same of results made elsewhere, of which no horizon is known."""
_COSTS_ELSEWHERE = {
    "less": "{cost} less per person than {reference}{cost_interval}",
    "more": "{cost} more per person than {reference}{cost_interval}",
    "same": "the same per person as {reference}{cost_interval}",
}
"""What it costs there."""
_EFFECTS = {
    "more_QALY": "gives {effect} more QALYs{effect_interval}",
    "less_QALY": "gives {effect} fewer QALYs{effect_interval}",
    "same_QALY": "gives as many QALYs{effect_interval}",
    "more_share": (
        "raises the share of people with {label} by {effect} percentage points{effect_interval}"
    ),
    "less_share": (
        "lowers the share of people with {label} by {effect} percentage points{effect_interval}"
    ),
    "same_share": "leaves the share of people with {label} as it is{effect_interval}",
    "more": "gives {effect} more {many}{effect_interval}",
    "less": "gives {effect} fewer {many}{effect_interval}",
    "same": "gives as many {many}{effect_interval}",
    "more_unit": "gives {effect} more (unit: {unit}){effect_interval}",
    "less_unit": "gives {effect} less (unit: {unit}){effect_interval}",
    "same_unit": "gives as much (unit: {unit}){effect_interval}",
    "more_unknown": "has an effect that is {effect} higher{effect_interval}",
    "less_unknown": "has an effect that is {effect} lower{effect_interval}",
    "same_unknown": "has the same effect{effect_interval}",
}
"""What it achieves, by the unit of the effect."""
_DOMINATES = {
    "cea_dominates": "On expected values, {arm} dominates {other}",
    "cea_dominates_cost": (
        "On expected values, {arm} dominates {other}: it is cheaper and as effective"
    ),
    "cea_dominates_effect": (
        "On expected values, {arm} dominates {other}: it costs the same and is more effective"
    ),
}
"""One of two arms dominates the other."""
_UNCLEAR_DOMINATES = {
    "": ".",
    "_unclear_cost": ", but whether it costs less is not clear.",
    "_unclear_effect": ", but whether it is more effective is not clear.",
    "_unclear_both": ", but neither difference is clear.",
    "_unclear_few": ", but {draws} draws are too few to be sure of that.",
}
"""How that ends, by which difference is not clear: its interval includes 0."""
_RATIOS = {
    "cea_ratio": (
        "The incremental cost-effectiveness ratio (ICER) is {icer}, so on expected values {arm} is "
        "cost-effective at any threshold above that"
    ),
}
"""One of two arms is dearer and more effective than the other."""
_UNCLEAR_RATIOS = {
    "": ".",
    "_unclear_cost": ", but whether it costs more is not clear.",
    "_unclear_effect": ", but whether it is more effective is not clear.",
    "_unclear_both": ", but neither difference is clear.",
    "_unclear_few": ", but {draws} draws are too few to be sure of that.",
}
"""How that ends, by which difference is not clear."""
_GIVEN_UP = {
    "cea_given_up": (
        "{other} saves {icer} given up (the incremental cost-effectiveness ratio, ICER), so on "
        "expected values it is cost-effective at any threshold below that"
    ),
    "cea_given_up_lower": (
        "{other} saves {icer} per further {one} (the incremental cost-effectiveness ratio, ICER), "
        "so on expected values it is cost-effective at any threshold below that"
    ),
}
"""An arm is cheaper and less effective than the reference arm."""
_UNCLEAR_GIVEN_UP = {
    "": ".",
    "_unclear_cost": ", but whether it costs less is not clear.",
    "_unclear_effect": ", but whether it is less effective is not clear.",
    "_unclear_both": ", but neither difference is clear.",
    "_unclear_few": ", but {draws} draws are too few to be sure of that.",
}
"""How that ends, by which difference is not clear."""
_BENEFITS = {
    "cea_benefit": (
        "At {worth} the expected net monetary benefit of {arm} compared with {reference} (its "
        "extra effect in money less its extra cost) is {amount} per person{interval}"
    ),
    "cea_best": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less "
        "cost), {amount} per person more than {reference}{interval}"
    ),
    "cea_best_reference": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less cost)"
    ),
    "cea_benefit_lower": (
        "At {worth} the expected net monetary benefit of {arm} compared with {reference} (what it "
        "avoids in money, less its extra cost) is {amount} per person{interval}"
    ),
    "cea_best_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money), {amount} per person more than {reference}{interval}"
    ),
    "cea_best_reference_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money)"
    ),
}
"""Net benefit at one threshold."""
_KNOWING = {
    "": ".",
    "_odds": (
        ", and the probability that {arm} has the highest net benefit is {probability}; knowing "
        "every uncertain number for sure would be worth {evpi} per person (the expected value of "
        "perfect information, EVPI)."
    ),
}
"""How that ends, without draws and with them."""
_AT = {
    "cea_at_pair": (
        "At {worth} the expected net monetary benefit of {arm} compared with {reference} (its "
        "extra effect in money less its extra cost) is {amount} per person"
    ),
    "cea_at_best": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less cost)"
    ),
    "cea_at_pair_lower": (
        "At {worth} the expected net monetary benefit of {arm} compared with {reference} (what it "
        "avoids in money, less its extra cost) is {amount} per person"
    ),
    "cea_at_best_lower": (
        "At {worth} {arm} has the highest expected net monetary benefit (the lowest sum of cost "
        "and effect in money)"
    ),
}
"""Net benefit at the first of a few thresholds."""
_CHOICE = {
    "": "{aside}{others}.",
    "_odds": ", with a probability of {probability} that {arm} is the best choice{aside}{others}.",
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
