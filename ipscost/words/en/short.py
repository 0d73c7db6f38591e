"""The words of a short answer: what must hold, its caveats, and the headings of notes."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # groups of notes
    "notes_caveat": "What to know first",
    "notes_answer": "What the answer is made of",
    "notes_not_known": "What is not known",
    "notes_assumed": "What is assumed",
    "notes_computed": "How it was computed",
    "notes_record": "The record",
    "legend_star": "* incomplete",
    "legend_dagger": "† assumed",
    "legend_flag": "{flag} changes the sign on its own",
    "short_more": "Every table and all {notes} notes: add --notes.",
    "short_more_one": "Every table and the only note: add --notes.",
    "short_more_python_one": (
        "All tables and the only note: .render(). All numbers, to calculate with: .frame()."
    ),
    "short_more_python": (
        "All tables and all {notes} notes: .render(). All numbers, to calculate with: .frame()."
    ),
    # the headline, with whom it is about
    "saves_of": (
        "For {population}, {arm} saves {whom} {amount} per person over {horizon} compared with "
        "{reference}{interval}, in {year}."
    ),
    "may_save_of": (
        "For {population}, {arm} is expected to save {whom} {amount} per person over {horizon} "
        "compared with {reference}, but this is uncertain{interval}, in {year}."
    ),
    "may_cost_more_of": (
        "For {population}, {arm} is expected to cost {whom} {amount} more per person over "
        "{horizon} than {reference}, but this is uncertain{interval}, in {year}."
    ),
    "costs_more_of": (
        "For {population}, {arm} costs {whom} {amount} more per person over {horizon} than "
        "{reference}{interval}, in {year}."
    ),
    "costs_the_same_of": (
        "For {population}, {arm} costs {whom} the same per person over {horizon} as "
        "{reference}, in {year}."
    ),
    "may_cost_the_same_of": (
        "For {population}, {arm} is expected to cost {whom} the same per person over {horizon} as "
        "{reference}, but this is uncertain{interval}, in {year}."
    ),
    "headline_extrapolated_of": (
        "Of the saving with {arm}, {observed} fall in the {month} months in which people were "
        "followed, and {amount} are extrapolated."
    ),
    "headline_extrapolated_cost_of": (
        "Of the extra cost of {arm}, {observed} fall in the {month} months in which people were"
        " followed, and {amount} are extrapolated."
    ),
    "headline_others_one": "This is 1 of {count} interventions; the table shows all of them.",
    "headline_others": "These are {told} of {count} interventions; the table shows all of them.",
    # what must hold
    "holds_cost": (
        "{arm} saves money as long as the cost of {category} is at most {amount} higher per "
        "person than with {reference}."
    ),
    "holds_less": (
        "{arm} saves money as long as the cost of {category} is at least {amount} lower per "
        "person than with {reference}."
    ),
    "holds_gain": (
        "{arm} saves money as long as the value of {category} is at least {amount} higher per "
        "person than with {reference}."
    ),
    "holds_loss": (
        "{arm} saves money as long as the value of {category} is at most {amount} lower per "
        "person than with {reference}."
    ),
    "would_cost": (
        "{arm} would save money if the cost of {category} were at most {amount} higher per "
        "person than with {reference}."
    ),
    "would_less": (
        "{arm} would save money if the cost of {category} were at least {amount} lower per "
        "person than with {reference}."
    ),
    "would_gain": (
        "{arm} would save money if the value of {category} were at least {amount} higher per "
        "person than with {reference}."
    ),
    "would_loss": (
        "{arm} would save money if the value of {category} were at most {amount} lower per "
        "person than with {reference}."
    ),
    "short_probability": (
        "Given the stated uncertainty, the probability that it saves money is {probability}."
    ),
    # simulate
    "title_short": "{currency} per person over {horizon}, {year}; a minus is a saving",
    "title_short_payers": "Who gains: {currency} per person over {horizon}; a plus is a gain",
    "short_first": "{currency} per person",
    "borne_by": "Falls on",
    "either_payer": "{first} or {second}",
    "probability_of_saving": "Probability of saving",
    # for so many people
    "people_save": "For {people} people, {arm} saves {whom} {amount} in all.",
    "people_save_perhaps": "For {people} people, {arm} is expected to save {whom} {amount} in all.",
    "people_cost": "For {people} people, {arm} costs {whom} {amount} more in all.",
    "people_cost_perhaps": (
        "For {people} people, {arm} is expected to cost {whom} {amount} more in all."
    ),
    "people_same": "For {people} people, {arm} costs {whom} the same in all.",
    "people_same_perhaps": (
        "For {people} people, {arm} is expected to cost {whom} the same in all."
    ),
    "title_people_alone": "For {people} people",
    "title_people": "For {people} people over {horizon}, {year}",
    "people_in_all": "In all",
    "people_interval": "From ... to",
    "people_ends": "{low} to {high}",
    "people_for": "for {people} people",
    "title_people_saving": "Saving for {people} people over {horizon}, {year}",
    "title_people_saving_each": ("Saving for the people of each scenario over {horizon}, {year}"),
    "title_people_net_gain": "Net gain for {people} people over {horizon}, {year}",
    "people_incremental_cost": "additional cost",
    # caveats
    "caveat_swing_turns": (
        "In the analysis “{analysis}”, {arm} costs {amount} more per person instead of saving "
        "{base}"
    ),
    "caveat_swing_saves": (
        "In the analysis “{analysis}”, {arm} saves {amount} per person instead of costing {base} "
        "more."
    ),
    "caveat_swing_unclear": (
        "In the analysis “{analysis}”, it is uncertain whether {arm} saves money ({level} interval "
        "{low} to {high})."
    ),
    "caveat_swing_moves": (
        "In the analysis “{analysis}”, {arm} saves {amount} per person, not {base}"
    ),
    "caveat_swing_moves_cost": (
        "In the analysis “{analysis}”, {arm} costs {amount} more per person, not {base}"
    ),
    "caveat_weakest_secondary": (
        "{share} of the uncertainty about {arm} comes from “{number}”, which was read in another "
        "publication than its own."
    ),
    "caveat_weakest_abstract": (
        "{share} of the uncertainty about {arm} comes from “{number}”, which was read only in an "
        "abstract."
    ),
    "caveat_weakest_derived": (
        "{share} of the uncertainty about {arm} comes from “{number}”, which was derived, not "
        "published."
    ),
    "caveat_weakest_assumed": (
        "{share} of the uncertainty about {arm} comes from “{number}”, which is an assumption."
    ),
    "caveat_doubts_more": "{count} more about the file: add --notes.",
    "caveat_population": "The numbers from {sources} are about {others}, not {population}.",
    "caveat_prices": (
        "Costs stated in {stated} prices are restated in {reported} prices; wages and practice "
        "may have changed by more."
    ),
    "caveat_prices_assumed": (
        "Costs stated in {stated} prices are restated in {reported} prices; how prices move after "
        "{after} is assumed."
    ),
    "caveat_no_year": (
        "Price year not known: these are the published amounts in {currency}, which cannot be set "
        "beside amounts of other years."
    ),
    "caveat_missing": "What {arm} costs or saves is not fully known; missing: {parts}.",
    "caveat_unsplit": (
        "How “{payer}” divides was not published, so the accounts of {members} are incomplete."
    ),
}
