"""The words of distribution."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the answer
    "distribution_bounds": (
        "Nobody is seen both with {arm} and with {reference}, so {low} to {high} of people may "
        "cost {whom} less with {arm}."
    ),
    "distribution_sure": (
        "Whoever is costly in which arm, {share} of people cost {whom} less with {arm} than with "
        "{reference} (mean saving {mean})."
    ),
    "distribution_median_saves": (
        "In the model, where the same people are costly in both, it is {share}, and half save "
        "at least {median} (mean {mean})."
    ),
    "distribution_median_costs": (
        "In the model, where the same people are costly in both, it is {share}, and half cost "
        "at least {median} more (mean saving {mean})."
    ),
    "distribution_both_cost": (
        "In the model, where the same people are costly in both, it is {share}, and half cost "
        "at least {median} more (mean {mean} more)."
    ),
    "distribution_median_none": (
        "In the model, where the same people are costly in both, it is {share}, and for half "
        "or more nothing is saved (mean {mean})."
    ),
    "distribution_unknown": (
        "Who gains from {arm} is not known, nor how people differ in {parts} ({share} of what "
        "differs, the programme aside)."
    ),
    "distribution_dearest": ("The costliest {dearest} carry {share} of the cost with {reference}."),
    "distribution_dearest_partial": (
        "The costliest {dearest} carry {share} of the known cost with {reference}."
    ),
    # tables
    "title_distribution": (
        "What {arm} saves on each person, compared with {reference}\n"
        "{currency} over {horizon}, {year}, {seen}"
    ),
    "title_distribution_arms": (
        "What is saved on each person, in the model\n{currency} over {horizon}, {year}, {seen}"
    ),
    "title_distribution_dearest": (
        "What the costliest people carry of the cost\n{currency} over {horizon}, {year}, {seen}"
    ),
    "title_distribution_payers": (
        "On how many people each payer saves with {arm}, and what the costliest {share} carry"
    ),
    "title_distribution_categories": (
        "How it is known how people differ, and what the costliest {share} carry"
    ),
    "title_distribution_groups": (
        "What {arm} saves on the people of each group, in the model\n"
        "{currency} over {horizon}, {year}, {seen}"
    ),
    "distribution_of_dearest": "Of the costliest {share}",
    "distribution_dearest_carry": "Its costliest {share} carry",
    "distribution_persons": "People",
    "distribution_of_persons": "The costliest",
    "distribution_gain": "Cost less",
    "distribution_loss": "Cost more",
    "distribution_same": "Cost the same",
    "distribution_median": "Half save at most",
    "distribution_quantile": "{share} save at most",
    "distribution_dearest_row": "{share} of people",
    "distribution_model": "In the model",
    "distribution_model_interval": "In the model ({level} interval)",
    "distribution_arm_interval": "{arm} ({level} interval)",
    "distribution_least": "At least",
    "distribution_most": "At most",
    "distribution_payer_gain": "Saves on",
    "distribution_payer_loss": "Pays more",
    "distribution_payer_same": "No change",
    "distribution_why": "How people differ",
    "distribution_why_stated": "as stated",
    "distribution_why_derived": "derived",
    "distribution_why_course": "by their course",
    "distribution_why_price": "a price",
    "distribution_why_alike": "not known",
    # the page of report
    "page_persons_title": "Who gains among people",
    # pictures
    "picture_title_distribution": "How the saving is spread over people",
    "picture_share_at_most": "Share of people who save at most this much",
    "picture_distribution": (
        "In the model {share} of people cost less with {arm} than with {reference}; whoever is "
        "costly in which arm, {low} to {high} do."
    ),
    "picture_distribution_note": "The middle 90% of people; left of 0 people cost more.",
    "picture_title_concentration": "What the costliest people carry of the cost",
    "picture_share_of_people": "Share of people, the costliest first",
    "picture_share_of_cost": "Share of the cost",
    "picture_all_alike": "if all cost the same",
    "picture_carried": "{share} with {arm}",
    "picture_concentration": "The costliest {dearest} of people carry of the cost {parts}.",
    # caveats
    "caveat_distribution_joint": (
        "The model assumes that the same people are costly in both; “at least” and “at most” do "
        "not."
    ),
    "caveat_distribution_derived": (
        "A rough guide: how people differ in {labels} is derived, not stated."
    ),
    "caveat_distribution_alike": (
        "The same for everybody, since it is not known how people differ: {labels} ({share} of "
        "what differs, the programme aside)."
    ),
    # notes
    "note_distribution_heterogeneity": (
        "Heterogeneity: the table shows how people differ, for {persons} people of the base case. "
        "It remains however exact the numbers become."
    ),
    "note_distribution_uncertainty": (
        "Uncertainty: the intervals ({level}) hold that of the numbers alone, from {draws} draws "
        "with the same {persons} people in each."
    ),
    "note_distribution_chance": (
        "Chance: with so many people the standard error is at most {chance} for a share, and "
        "{median} for the median. More people: --persons N."
    ),
    "note_distribution_bounds": (
        "At least, at most: bounds from what people cost in each arm alone, whoever is costly in "
        "which (Fan and Park 2010, doi:10.1017/S0266466609990168). Each can be reached, but not "
        "all at once."
    ),
    "note_distribution_model": (
        "The model gives everybody the same rank in every arm, so people differ little in what "
        "they save; in truth more may gain a lot, and more may lose."
    ),
    "note_distribution_dearest": (
        "Of what the costliest carry, costs count alone: gains such as production are left out, "
        "and so is what has no known size in each arm."
    ),
    "note_distribution_dashes": (
        "A dash among payers: how people differ is not known in more than a quarter of what "
        "differs for them."
    ),
    "note_distribution_course": "People differ by their course through the states in {labels}.",
    "note_distribution_price": "What the programme costs is a price, the same for all: {labels}.",
    "note_distribution_state": (
        "If you know how people differ, state it in the file, as in spread: {{cost: {{{path}: "
        "{{cv: 1.5}}}}}}."
    ),
}
