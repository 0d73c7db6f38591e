"""The words of the short answers of cea and voi."""

from __future__ import annotations

from ipscost.words.variants import filled

_BENEFIT = {
    "cea_short_benefit": (
        "At {worth}, the expected net monetary benefit is {amount} per person{interval}{held}{odds}"
    ),
}
"""Net benefit at one threshold."""
_ODDS = {
    "plain": ".",
    "odds": (
        "; given the stated uncertainty, the probability that it is positive is {probability}."
    ),
}
"""How sure it is, where that can be said."""
_HELD = {
    "plain": "",
    "holds_more": (", and positive as long as {arm} costs at most {limit} more than {reference}"),
    "holds_less": (", and positive as long as {arm} costs at least {limit} less than {reference}"),
    "holds_at_least": ", and positive as long as the difference in {label} is at least {limit}",
    "holds_at_most": ", and positive as long as the difference in {label} is at most {limit}",
    "would_more": ("; it would be positive if {arm} cost at most {limit} more than {reference}"),
    "would_less": ("; it would be positive if {arm} cost at least {limit} less than {reference}"),
    "would_at_least": "; it would be positive if the difference in {label} were at least {limit}",
    "would_at_most": "; it would be positive if the difference in {label} were at most {limit}",
}
"""What must hold for it."""
_RANGES = {
    "cea_short_range_any": "That makes {arm} the best choice at any threshold{odds}",
    "cea_short_range_below": (
        "That makes {arm} the best choice at any threshold below {high}{odds}"
    ),
    "cea_short_range_above": (
        "That makes {arm} the best choice at any threshold above {low}{odds}"
    ),
    "cea_short_range_between": (
        "That makes {arm} the best choice at thresholds from {low} to {high}{odds}"
    ),
}
"""Over which thresholds an arm is the best of several."""
_BEST_ODDS = {
    "plain": ".",
    "odds": (
        "; at {worth} the probability that it is the best is {probability}, given the stated "
        "uncertainty."
    ),
}
"""How that ends."""

WORDS: dict[str, str] = {
    **filled(_BENEFIT, odds=_ODDS, held=_HELD),
    **filled(_RANGES, odds=_BEST_ODDS),
    # cea: thresholds
    "cea_short_several": (
        "At {worth}, the expected net monetary benefit is {amount} per person{others}"
    ),
    # cea: several interventions
    "cea_short_best_more": "{arm} at {worth}",
    "cea_best_of_other_of": (
        "For {population}, {arm} has the highest expected net monetary benefit over {horizon} at "
        "{worth}: {amount} per person more than {reference}{interval}, in {year}."
    ),
    "cea_best_of_other_when": (
        "{arm} has the highest expected net monetary benefit over {horizon} at {worth}: {amount} "
        "per person more than {reference}{interval}, in {year}."
    ),
    "cea_best_of_other_plain": (
        "{arm} has the highest expected net monetary benefit at {worth}: {amount} per person more "
        "than {reference}{interval}."
    ),
    "cea_best_of_reference_of": (
        "For {population}, {arm} has the highest expected net monetary benefit over {horizon} at "
        "{worth}, in {year}."
    ),
    "cea_best_of_reference_when": (
        "{arm} has the highest expected net monetary benefit over {horizon} at {worth}, in {year}."
    ),
    "cea_best_of_reference_plain": (
        "{arm} has the highest expected net monetary benefit at {worth}."
    ),
    "cea_best_of_several_of": (
        "For {population}, over {horizon} and in {year}, {arm} has the highest expected net "
        "monetary benefit at {worth}{others}"
    ),
    "cea_best_of_several_when": (
        "Over {horizon} and in {year}, {arm} has the highest expected net monetary benefit "
        "at {worth}{others}"
    ),
    "cea_best_of_several_plain": (
        "{arm} has the highest expected net monetary benefit at {worth}{others}"
    ),
    "cea_short_frontier": (
        "On expected values, the efficiency frontier from the least to the most costly is {arms}; "
        "each ICER is per {one}, compared with the one before."
    ),
    "cea_short_frontier_ends": (
        "On expected values, {count} arms are on the efficiency frontier, from {first} to {last}."
    ),
    # cea: tables
    "cea_short_first": "{arm} compared with {reference}",
    "cea_short_difference": "Difference{level}",
    "cea_short_cost": "Cost, {currency} per person",
    "cea_short_cost_bare": "Cost per person",
    "cea_short_benefit_at": "Net benefit at {worth}",
    "title_cea_short": "Incremental analysis: {currency} per person over {horizon}, {seen}",
    "title_cea_short_file": "Incremental analysis: {currency} per person",
    "title_cea_short_bare": "Incremental analysis, per person",
    "title_cea_short_benefit": "Net monetary benefit at {worth}",
    "title_cea_short_benefits": "Net monetary benefit by what one {one} is worth",
    "cea_short_nmb": "Compared with {reference}{level}",
    "cea_short_best": "Probability of being best",
    "cea_short_icer": "ICER {ratio}",
    # cea and voi: caveats
    "caveat_elsewhere": (
        "The file does not say whom the results are about or over what time: state both where you "
        "quote them."
    ),
    "caveat_benefit_moves": (
        "Under “{analysis}”, the net benefit of {arm} is {amount} per person, not {base}"
    ),
    "caveat_benefit_unclear": (
        "Under “{analysis}”, it is not clear whether the net benefit of {arm} is positive ({level} "
        "interval {low} to {high})."
    ),
    # voi
    "voi_short_choice_of": (
        "For {population}, {arm} is the choice on current evidence: at {worth}, its expected net "
        "benefit over {horizon} is higher than with {others}."
    ),
    "voi_short_choice_when": (
        "{arm} is the choice on current evidence: at {worth}, its expected net benefit over "
        "{horizon} is higher than with {others}."
    ),
    "voi_short_choice_plain": (
        "{arm} is the choice on current evidence: at {worth}, its expected net benefit is higher "
        "than with {others}."
    ),
    "voi_short_choice_cost_of": (
        "For {population}, {arm} is the choice on current evidence: its expected cost over "
        "{horizon} is lower than with {others}."
    ),
    "voi_short_choice_cost_when": (
        "{arm} is the choice on current evidence: its expected cost over {horizon} is lower than "
        "with {others}."
    ),
    "voi_short_choice_cost_plain": (
        "{arm} is the choice on current evidence: its expected cost is lower than with {others}."
    ),
    "voi_short_choice_benefit_plain": (
        "{arm} is the choice on current evidence: its expected net benefit is higher than with "
        "{others}."
    ),
    "voi_short_tie_of": (
        "For {population}, {arm} is as good a choice on current evidence over {horizon} as "
        "{others}."
    ),
    "voi_short_tie_when": (
        "{arm} is as good a choice on current evidence over {horizon} as {others}."
    ),
    "voi_short_tie_plain": "{arm} is as good a choice on current evidence as {others}.",
    "voi_short_tie_at_of": (
        "For {population}, {arm} is as good a choice on current evidence over {horizon} as "
        "{others}, at {worth}."
    ),
    "voi_short_tie_at_when": (
        "{arm} is as good a choice on current evidence over {horizon} as {others}, at {worth}."
    ),
    "voi_short_tie_at_plain": (
        "{arm} is as good a choice on current evidence as {others}, at {worth}."
    ),
    "voi_short_others": "any of the {count} others",
    "voi_short_settled": (
        "Given the stated uncertainty, perfect information would be worth {amount} per person (the "
        "expected value of perfect information, EVPI), so more research on these numbers would "
        "hardly change the choice."
    ),
    "voi_short_never": (
        "Given the stated uncertainty, no other choice would have been better in any of the "
        "{draws} draws, so more research on these numbers would hardly change the choice."
    ),
    "voi_short_worth": (
        "Given the stated uncertainty, perfect information would be worth {amount} per person (the "
        "expected value of perfect information, EVPI): no research is worth more."
    ),
    "voi_short_worth_odds": (
        "Given the stated uncertainty, the probability that another choice would have been better "
        "is {probability}; perfect information would be worth {amount} per person (the expected "
        "value of perfect information, EVPI), and no research is worth more."
    ),
    "voi_short_worth_all": (
        "Given the stated uncertainty, perfect information would be worth {amount} per person (the "
        "expected value of perfect information, EVPI), or {whole} for {people} people a year over "
        "{years}: no research is worth more."
    ),
    "voi_short_worth_all_odds": (
        "Given the stated uncertainty, the probability that another choice would have been better "
        "is {probability}; perfect information would be worth {amount} per person (the expected "
        "value of perfect information, EVPI), or {whole} for {people} people a year over {years}, "
        "and no research is worth more."
    ),
    "voi_short_few": (
        "Perfect information would be worth {amount} per person (the expected value of perfect "
        "information, EVPI), but {draws} draws are too few to draw conclusions about research."
    ),
}
