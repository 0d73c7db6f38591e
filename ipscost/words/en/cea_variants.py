"""The sentences of cea that have many variants, each a whole sentence under its own key."""

from __future__ import annotations

from ipscost.words.variants import ended, filled

_DIFFERENCES = {
    "cea_when": "Over {horizon} and in {year} prices, {arm} costs {costs} and {effects}.",
    "cea_plain": "{arm} costs {costs} and {effects}.",
}
"""An arm against the reference arm; of results made elsewhere no horizon is known."""
_COSTS = {
    "less": "{cost} less per person than {reference}{cost_interval}",
    "more": "{cost} more per person than {reference}{cost_interval}",
    "same": "the same per person as {reference}{cost_interval}",
}
"""What it costs."""
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
    "cea_dominates": (
        "By the point estimates {arm} is cheaper and more effective, so it dominates {other}"
    ),
    "cea_dominates_cost": (
        "By the point estimates {arm} is cheaper and as effective, so it dominates {other}"
    ),
    "cea_dominates_effect": (
        "By the point estimates {arm} costs the same and is more effective, so it dominates {other}"
    ),
}
"""One of two arms dominates the other."""
_UNCLEAR_DOMINATES = {
    "": ".",
    "_unclear_cost": (
        "; but that it is cheaper is not clear, since the interval of the difference in cost "
        "includes 0."
    ),
    "_unclear_effect": (
        "; but that it is more effective is not clear, since the interval of the difference in "
        "effect includes 0."
    ),
    "_unclear_both": "; but neither is clear, since the intervals of both differences include 0.",
    "_unclear_few": "; but from {draws} draws that is not clear.",
}
"""How that ends, by which difference is not clear."""
_RATIOS = {
    "cea_ratio": (
        "What {arm} adds to {other} costs {icer} (incremental cost-effectiveness ratio, ICER)"
    ),
    "cea_given_up": (
        "{other} is cheaper and less effective than {arm}: it saves {icer} given up (incremental "
        "cost-effectiveness ratio, ICER, of {arm} against {other})"
    ),
    "cea_given_up_lower": (
        "{other} is cheaper and less effective than {arm}: it saves {icer} per further {one} "
        "(incremental cost-effectiveness ratio, ICER, of {arm} against {other})"
    ),
}
"""One of two arms is dearer and more effective than the other."""
_UNCLEAR_RATIOS = {
    "": ".",
    "_unclear_cost": "; but the interval of the difference in cost includes 0.",
    "_unclear_effect": "; but the interval of the difference in effect includes 0.",
    "_unclear_both": "; but both intervals, of cost and of effect, include 0.",
    "_unclear_few": "; but from {draws} draws that is not clear.",
}
"""How that ends, by which difference is not clear."""
_BENEFITS = {
    "cea_benefit": (
        "At {worth} the expected net monetary benefit of {arm} against {reference} (its extra "
        "effect in money less its extra cost) is {amount} per person{interval}"
    ),
    "cea_best": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less "
        "cost), {amount} per person more than {reference}{interval}"
    ),
    "cea_best_reference": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less cost)"
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
        "At {worth} the expected net monetary benefit of {arm} against {reference} (its extra "
        "effect in money less its extra cost) is {amount} per person"
    ),
    "cea_at_best": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less cost)"
    ),
    "cea_at_pair_lower": (
        "At {worth} the expected net monetary benefit of {arm} against {reference} (what it avoids "
        "in money, less its extra cost) is {amount} per person"
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
    **ended(_DOMINATES, _UNCLEAR_DOMINATES),
    **ended(_RATIOS, _UNCLEAR_RATIOS),
    **ended(_BENEFITS, _KNOWING),
    **ended(_AT, _CHOICE),
}
