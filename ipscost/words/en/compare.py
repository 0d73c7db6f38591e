"""The words of compare."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "compare_most": (
        "{name} is expected to save {whom} most: {amount} per person over {horizon} against "
        "{reference}{interval}, in {year} prices."
    ),
    "compare_least": (
        "{name} is expected to cost {whom} least: {amount} per person over {horizon} more than "
        "{reference}{interval}, in {year} prices."
    ),
    "compare_more": "{name} saves {amount} more per person than {other}{interval}.",
    "compare_less": "{name} costs {amount} less per person than {other}{interval}.",
    "compare_unclear": (
        "Which of {name} and {other} saves more is not clear: {name} is expected to save {amount} "
        "more per person{interval}."
    ),
    "compare_same": "{name} and {other} save the same per person.",
    "compare_probability": "The probability that it saves more is {probability}.",
    "compare_probability_if": "The probability that it saves more is {probability}, if {given}.",
    "compare_unlike": "Compared though they are not counted alike: {parts}.",
    "compare_over": "over {horizon}",
    "compare_for": "for {whom}",
    "compare_over_for": "over {horizon} for {whom}",
    "compare_unmoved": (
        "What {name} changes in {paths} leaves the saving as it is: no difference in cost that "
        "counts here depends on it."
    ),
    "compare_every_draw": (
        "The difference is the same in every draw, since what is uncertain is the same in both."
    ),
    "compare_unsure": "How sure this is cannot be said: no uncertainty is stated for {names}.",
    "title_compare": (
        "Saving, side by side\n"
        "{currency} per person over {horizon}, {year} prices, {seen}\n"
        "a plus is a saving"
    ),
    "title_compare_outcomes": "Outcomes: difference from the reference{interval}",
    "title_compare_payers": "Saving of each payer",
    "title_compare_categories": "Saving by category",
    "title_gap": "How much more than {base}{interval}\na plus: more saved, or more reached",
    "scenario": "Scenario",
    "in_brackets": " ({level} interval)",
    "interval_row": "{level} interval",
    "saving_more": "Saving more",
    "saving_more_interval": "More than {base} ({level} interval)",
    "probability_more": "Probability of saving more",
    "unmatched": "Categories of one alone",
    "note_scenario": "{name}: {title} ({file}).",
    "note_absent": (
        "A dash is not known, or not there: a scenario has no such category, or states no "
        "uncertainty."
    ),
    "note_dagger_compared": (
        "† Rests on an assumption in one scenario or more; ipscost simulate tells it."
    ),
    "note_mixed_in": (
        "{name}: real resources and productivity cannot be told apart in {labels}, so neither is "
        "known."
    ),
    "note_no_interval": (
        "No interval of the difference between {base} and {names}: an interval needs stated "
        "uncertainty on both sides."
    ),
    "note_common": (
        "All scenarios are run with the same random numbers, so what they have in common cancels "
        "out of the difference to {base}. The interval of the difference is {widths}. The width of "
        "independent draws is the root of the sum of the two squared widths."
    ),
    "common_width": "{width} wide for {name} (against about {apart} if drawn independently)",
    "note_seen_twice": (
        "Drawn as one uncertain number seen twice, though {base} and {name} state different "
        "numbers from different sources: {paths}. Where these are independent evidence, the "
        "interval of the difference is too narrow."
    ),
    "note_restated": "{name} is converted from {stated} to {money}, the money of {base}.",
    "note_restated_own": (
        "{name} is converted from {stated} to {money}, the money of {base}: {order}, the order it "
        "states."
    ),
    "note_restated_other": (
        "{name} is converted from {stated} to {money}, the money of {base}: {order}, since it "
        "states no order itself."
    ),
    "note_horizons": (
        "Different horizons, compared because --allow horizon asks for it: {parts}. A longer one "
        "holds more cost and saving."
    ),
    "note_perspectives": (
        "Different perspectives, compared because --allow perspective asks for it: {parts}. They "
        "add up different costs."
    ),
    "note_rates": "Different discount rates: {parts}.",
    "named": "{name} {text}",
    "note_fixed_counts": (
        "Fixed, because no uncertainty was stated: {parts}. The intervals leave theirs out."
    ),
    "fixed_count": "{count} of the {total} numbers of {name}",
    "note_run_compared": "{draws}; ipscost {version}; {scenarios}.",
    "run_digest": "{name} digest {digest}",
    "note_inputs": "Why two of them differ, down to the line in the file: --inputs",
    # compare --inputs
    "title_inputs_more": (
        "Why {name} saves {amount} more than {base}\n"
        "what the saving of {base} changes by when that input alone is switched; inputs that are "
        "the same: {count}"
    ),
    "title_inputs_less": (
        "Why {name} saves {amount} less than {base}\n"
        "what the saving of {base} changes by when that input alone is switched; inputs that are "
        "the same: {count}"
    ),
    "title_inputs_same": (
        "How the inputs of {name} and {base} differ, though both save the same\n"
        "what the saving of {base} changes by when that input alone is switched; inputs that are "
        "the same: {count}"
    ),
    "input": "Input, and its lines",
    "value": "Value",
    "explains": "Explains",
    "fuller_spread": "{dist} with mean {mean} and standard deviation {sd}",
    "inputs_sure": "only how sure",
    "inputs_steps": "steps reached: {count}",
    "inputs_form": "stated otherwise",
    "inputs_added": "only in {name}",
    "inputs_dropped": "only in {name}",
    "stated_difference": "difference",
    "stated_ratio": "ratio",
    "interaction": "Interaction",
    "all_together": "All together",
    "note_switched": (
        "Explained by the point estimates: by how much the saving of {base} changes when that "
        "input alone becomes the other's. All together is the whole difference."
    ),
    "note_interaction": (
        "Interaction: what the inputs change together beyond what each changes alone, as when "
        "both a price and its use differ."
    ),
    "note_no_interaction": (
        "No interaction: what the inputs change one at a time adds up to the whole."
    ),
    "note_outcome_inputs": (
        "Inputs of outcomes explain nothing of the saving; they change outcomes alone."
    ),
}
