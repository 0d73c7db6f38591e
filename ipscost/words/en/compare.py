"""The words of compare."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "compare_most": (
        "{name} is expected to save {whom} most: {amount} per person over {horizon} compared with "
        "{reference}{interval}, in {year}."
    ),
    "compare_most_of": (
        "For {population}, {name} is expected to save {whom} most: {amount} per person over "
        "{horizon} compared with {reference}{interval}, in {year}."
    ),
    "compare_least": (
        "{name} is expected to cost {whom} least: {amount} more per person over {horizon} than "
        "{reference}{interval}, in {year}."
    ),
    "compare_least_of": (
        "For {population}, {name} is expected to cost {whom} least: {amount} more per person over "
        "{horizon} than {reference}{interval}, in {year}."
    ),
    "compare_even": (
        "{name} is expected to cost {whom} least: the same per person over {horizon} as "
        "{reference}{interval}, in {year}."
    ),
    "compare_even_of": (
        "For {population}, {name} is expected to cost {whom} least: the same per person over "
        "{horizon} as {reference}{interval}, in {year}."
    ),
    "compare_elsewhere": (
        "Savings per person go from {low} ({lowest}) to {high} ({highest}), in {year}. "
        "These evaluations are of different people or countries: nobody can choose between them."
    ),
    "compare_more": "{name} saves {amount} more per person than {other}{interval}.",
    "compare_less": "{name} costs {amount} less per person than {other}{interval}.",
    "compare_unclear": (
        "Which of {name} and {other} saves more is not clear: {name} is expected to save {amount} "
        "more per person{interval}."
    ),
    "compare_same": "{name} and {other} save the same per person.",
    "compare_level": (
        "No difference is expected between {name} and {other}: {amount} per person{interval}."
    ),
    "compare_probability": (
        "Given the stated uncertainty, the probability that it saves more is {probability}."
    ),
    "compare_changed": "{label} = {value}",
    "compare_unlike": "These are not counted alike: {parts}.",
    "compare_people": "These are about different people: {parts}.",
    "compare_twice_one": (
        "{name} and {other} take {paths} from different sources, but it is drawn as one number. "
        "If the evidence is independent, the interval of the difference is too narrow."
    ),
    "compare_twice_many": (
        "{name} and {other} take {paths} from different sources, but each is drawn as one number. "
        "If the evidence is independent, the interval of the difference is too narrow."
    ),
    "compare_over": "over {horizon}",
    "compare_for": "for {whom}",
    "compare_over_for": "over {horizon} for {whom}",
    "compare_unmoved": (
        "What {name} changes in {paths} does not change the saving: no cost difference counted "
        "here depends on it."
    ),
    "compare_every_draw": (
        "The difference is the same in every draw, because the two share all that is uncertain."
    ),
    "compare_unsure": "How sure this is cannot be said: no uncertainty is stated for {names}.",
    "title_compare": (
        "Saving, side by side\n"
        "{currency} per person over {horizon}, {year}, {seen}\n"
        "a plus is a saving"
    ),
    "title_compare_short": ("{currency} per person over {horizon}, {year}; a plus is a saving"),
    "title_compare_outcomes": "Outcomes: difference from the reference{interval}",
    "title_compare_payers": "Saving of each payer",
    "title_compare_categories": "Saving by category",
    "title_gap": "Difference from {base}{interval}\na plus: saves more, or achieves more",
    "scenario": "Scenario",
    "in_brackets": " ({level} interval)",
    "interval_row": "{level} interval",
    "saving_more": "Saves more by",
    "saving_more_short": "More than {base}",
    "saving_more_interval": "More than {base} ({level} interval)",
    "probability_more": "Probability of saving more",
    "other_categories": "Other categories",
    "unmatched": "Categories in one scenario only",
    "note_scenario": "{name}: {title} ({file}).",
    "note_variant": "{name}: {file} with {settings}.",
    "note_repeats": (
        "{name} changes nothing for {arms}: the same in every draw as in {base}, and not shown."
    ),
    "note_made": (
        "The uncertainty of {name} was chosen to agree with a published figure, so no probability "
        "is shown for it."
    ),
    "note_absent": (
        "A dash: not known, or the scenario has no such category or states no uncertainty."
    ),
    "note_dagger_compared": (
        "† Rests on an assumption in at least one scenario; ipscost simulate says which."
    ),
    "note_mixed_in": (
        "{name}: real resources and productivity cannot be separated in {labels}, so neither is "
        "known."
    ),
    "note_no_interval": (
        "The difference between {base} and {names} has no interval: that needs a stated "
        "uncertainty in both."
    ),
    "note_common": (
        "All scenarios are run with the same random numbers, so what they have in common cancels "
        "out of the difference to {base}. The interval of the difference is {widths}. The width of "
        "independent draws is the root of the sum of the two squared widths."
    ),
    "common_width": "{width} wide for {name} (against about {apart} if drawn independently)",
    "note_seen_twice": (
        "{base} and {name} state different numbers from different sources, which are drawn as one "
        "uncertain number: {paths}. If the evidence is independent, the interval of the difference "
        "is too narrow."
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
    "title_aside": "In money of their own: not converted, and not compared with the others",
    "aside_money": "Money",
    "aside_over": "Over",
    "aside_unstated": "not stated",
    "aside_why": "Why",
    "caveat_aside": (
        "Not converted, so shown in money of their own and counted in nothing else: {names}."
    ),
    "caveat_ways": (
        "Converted between countries: {order}. The other ways would change amounts: {parts}."
    ),
    "way_changes_alone": "{name} by {change}",
    "way_none": "not known",
    "way_changes": "{name} by {low} to {high}",
    "note_between": (
        "{name} is converted from {stated} ({country}) to {money} ({target}): {order}; one "
        "{stated} is {factor}. By the other ways: {others}. Purchasing power is that of the "
        "whole economy (GDP), not of health care or wages."
    ),
    "note_horizons": (
        "Different horizons, compared because --allow asks for it: {parts}. A longer "
        "horizon includes more costs and savings."
    ),
    "note_perspectives": (
        "Different perspectives, compared because --allow asks for it: {parts}. They "
        "count different costs."
    ),
    "note_rates": "Different discount rates: {parts}.",
    "named": "{name} {text}",
    "note_fixed_counts": (
        "Fixed, because no uncertainty was stated: {parts}. The intervals do not include any for "
        "them."
    ),
    "fixed_count": "{count} of the {total} numbers of {name}",
    "note_run_compared": "{draws}; ipscost {version}; {scenarios}.",
    "run_digest": "{name} digest {digest}",
    "note_inputs": "Why they differ, down to the line in the file: add --inputs.",
    # compare --inputs
    "title_inputs_more": (
        "Why {name} saves {amount} more than {base}\n"
        "how much the saving of {base} changes when only that input is switched; inputs that are "
        "the same: {count}"
    ),
    "title_inputs_less": (
        "Why {name} saves {amount} less than {base}\n"
        "how much the saving of {base} changes when only that input is switched; inputs that are "
        "the same: {count}"
    ),
    "title_inputs_same": (
        "How the inputs of {name} and {base} differ, though both save the same\n"
        "how much the saving of {base} changes when only that input is switched; inputs that are "
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
        "From the point estimates: how much the saving of {base} changes when only that input "
        "takes the value of the other scenario. All together is the whole difference."
    ),
    "note_interaction": (
        "Interaction: what the inputs change together beyond what each changes on its own, as when "
        "both a price and the use differ."
    ),
    "note_no_interaction": (
        "No interaction: what the inputs change one at a time adds up to the whole."
    ),
    "note_outcome_inputs": (
        "Inputs of outcomes explain none of the saving; they change the outcomes only."
    ),
}
