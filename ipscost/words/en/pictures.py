"""The words of pictures: titles, axes, and what stands for a picture that cannot be seen."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # axes
    "picture_money": "{currency} per person over {horizon}, {year}",
    "picture_saving": "Saving, {currency} per person over {horizon}, {year}",
    "picture_cost": "Difference in cost, {currency} per person over {horizon}",
    "picture_effect": "{outcome}: difference",
    "picture_effect_points": "{outcome}: difference in percentage points",
    "picture_effect_lower": "{outcome}: how much less",
    "picture_effect_lower_points": "{outcome}: how many percentage points less",
    "picture_gain": "Gain, {money}",
    "picture_so_far": "Saved so far, {money}",
    "picture_worth": "What 1 {one} is worth, {money}",
    "picture_guessed": "How much carries over is taken as certain: no uncertainty of it is stated.",
    "picture_probability_best": "Probability of being the best choice",
    "picture_worth_knowing": "Worth knowing it exactly, {money}",
    "picture_of_100": "Of 100 people",
    "picture_share": "Share",
    # what stands in a picture
    "picture_break_even": "month {month}",
    "picture_other": "Other, {count} categories",
    "picture_is_saving": "saving",
    "picture_is_cost": "extra cost",
    "picture_low": "the number at its low end",
    "picture_high": "at its high end",
    "picture_now": "as it is: {amount}",
    "picture_from_to": "{low} to {high}",
    "picture_of": "{count} of {of}",
    # notes below
    "picture_partial": "* leaves out something that is not known.",
    "picture_band": "Bands are {level} intervals.",
    "picture_whiskers": "Lines are {level} intervals.",
    "picture_timing": "Amounts without stated months are spread evenly.",
    "picture_draws": "{shown} of {draws} draws are shown.",
    "picture_threshold": "Below the dashed line an arm is worth its cost.",
    "picture_more_bars": "The {shown} numbers that matter most, of {all}.",
    "picture_flag": "‡ can turn the sign on its own.",
    # titles
    "picture_title_waterfall_saving": "Where the saving with {arm} comes from",
    "picture_title_waterfall_cost": "Where the extra cost of {arm} comes from",
    "picture_title_waterfall_arms": "Where savings and extra costs come from",
    "picture_title_months": "What is saved by the end of each month",
    "picture_title_payers": "Who gains and who pays",
    "picture_title_plane": "Cost and effect compared with {reference}, draw by draw",
    "picture_title_ceac": "Which arm is the best choice, by what its effect is worth",
    "picture_title_evppi": "What is most worth knowing better",
    "picture_title_tornado_saving": "What moves the saving with {arm} most",
    "picture_title_tornado_saving_arms": "What moves the saving most",
    "picture_title_tornado_benefit": "What moves the net benefit of {arm} most",
    "picture_title_tornado_benefit_arms": "What moves the net benefit most",
    "picture_title_analyses_saving": "The saving with {arm} in the scenario analyses",
    "picture_title_analyses_saving_arms": "The saving in the scenario analyses",
    "picture_title_analyses_benefit": "The net benefit of {arm} in the scenario analyses",
    "picture_title_analyses_benefit_arms": "The net benefit in the scenario analyses",
    "picture_title_icons": "{outcome}: how many of 100 people",
    # what a picture shows, in sentences
    "picture_more": "and {count} more",
    "picture_points": "{value} points",
    "picture_waterfall": (
        "The saving with {arm} compared with {reference} is {total}, in {money}; it is made up "
        "of: {amounts} (a minus is an extra cost)."
    ),
    "picture_months": (
        "By the end of {horizon}, {arm} has saved {saved} compared with {reference}, in {money}."
    ),
    "picture_payers": (
        "The gains with {arm} compared with {reference} in {money} (a minus is a loss): {amounts}."
    ),
    "picture_plane": (
        "Compared with {reference}, {arm} is expected to change the cost by {cost} {money} per "
        "person and {outcome} by {effect}; shares of the draws: {shares}."
    ),
    "picture_ceac": "At {worth}, the probability of being the best choice is {odds}.",
    "picture_evppi": (
        "To know every number exactly before choosing would be worth {all} per person; of "
        "single numbers the most worth knowing, in {money}: {told}."
    ),
    "picture_evppi_none": (
        "To know every number exactly before choosing would be worth {all} per person; no "
        "single number is worth anything on its own."
    ),
    "picture_analyses_saving": (
        "The saving with {arm} is {base} in the base case, in {money}; in the scenario "
        "analyses: {told}."
    ),
    "picture_analyses_benefit": (
        "The net benefit of {arm} is {base} in the base case, in {money}; in the scenario "
        "analyses: {told}."
    ),
    "picture_icons": "Of 100 people in each arm, {counts} have this outcome: {outcome}.",
    "picture_icons_arm": "{count} with {arm}",
    "picture_power_axis": "Probability that the study sees it",
    "picture_study_people": "People with {arm}, and as many without",
    "picture_study_with": "People with {arm}",
    "picture_title_study": "What a study is worth, by its size",
    "picture_most_left": "Most is left",
    "picture_all_people": "{currency} for all people",
    "picture_study": "A study with {n} is worth {worth} per person whom the choice is for.",
    "picture_study_all": (
        "A study with {n} is worth {worth} to all whom the choice is for, and leaves {net}."
    ),
}
