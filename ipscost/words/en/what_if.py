"""The words of sensitivity, and those that threshold shares."""

from __future__ import annotations

from ipscost.words.variants import ended

MOST = {
    "tornado_most": (
        "Of {count} numbers varied one at a time, {subject} matters most: the saving then lies "
        "between {low} and {high} per person"
    ),
    "tornado_most_benefit": (
        "Of {count} numbers varied one at a time, {subject} matters most: the net benefit then "
        "lies between {low} and {high} per person"
    ),
    "tornado_most_each": (
        "Of {count} numbers varied one at a time, {subject} matters most: the saving over "
        "{horizon} compared with {reference} then lies between {low} and {high} per person"
    ),
    "tornado_most_benefit_each": (
        "Of {count} numbers varied one at a time, {subject} matters most: the net benefit over "
        "{horizon} compared with {reference} then lies between {low} and {high} per person"
    ),
}
ONLY = {
    "tornado_only": (
        "Only {subject} was varied: the saving then lies between {low} and {high} per person"
    ),
    "tornado_only_benefit": (
        "Only {subject} was varied: the net benefit then lies between {low} and {high} per person"
    ),
}
TURNS = {
    "_zero": ".",
    "_saving_none": "; none alone turns it into a cost.",
    "_saving_itself": "; that alone can turn it into a cost.",
    "_saving_one": "; only {subjects} can turn it into a cost on its own.",
    "_saving_many": "; each of these alone can turn it into a cost: {subjects}.",
    "_cost_none": "; none alone turns the cost into a saving.",
    "_cost_itself": "; that alone can turn the cost into a saving.",
    "_cost_one": "; only {subjects} can turn the cost into a saving on its own.",
    "_cost_many": "; each of these alone can turn the cost into a saving: {subjects}.",
    "_benefit_none": "; none alone changes its sign.",
    "_benefit_itself": "; that alone can change its sign.",
    "_benefit_one": "; only {subjects} can change its sign on its own.",
    "_benefit_many": "; each of these alone can change its sign: {subjects}.",
}
ONLY_TURNS = {
    "_zero": ".",
    "_saving_none": "; it stays a saving.",
    "_saving_itself": "; that can turn the saving into a cost.",
    "_cost_none": "; it stays an extra cost.",
    "_cost_itself": "; that can turn the extra cost into a saving.",
    "_benefit_none": "; its sign stays the same.",
    "_benefit_itself": "; that can change its sign.",
}
ANALYSES = {
    "analyses_saving_kept": "{arm} still saves money in each of the {all} scenario analyses",
    "analyses_saving_turned": (
        "{arm} still saves money in {kept} of the {all} scenario analyses, but not in {turned}"
    ),
    "analyses_cost_kept": "{arm} still costs more in each of the {all} scenario analyses",
    "analyses_cost_turned": (
        "{arm} still costs more in {kept} of the {all} scenario analyses, but saves in {turned}"
    ),
    "analyses_benefit_kept": (
        "The net benefit of {arm} keeps its sign in each of the {all} scenario analyses"
    ),
    "analyses_benefit_turned": (
        "The net benefit of {arm} keeps its sign in {kept} of the {all} scenario analyses, but not "
        "in {turned}"
    ),
}
ANALYSIS = {
    "analysis_saving_kept": "{arm} still saves money in the scenario analysis",
    "analysis_saving_turned": "{arm} no longer saves money in the scenario analysis: {turned}",
    "analysis_cost_kept": "{arm} still costs more in the scenario analysis",
    "analysis_cost_turned": "{arm} saves money in the scenario analysis: {turned}",
    "analysis_benefit_kept": "The net benefit of {arm} keeps its sign in the scenario analysis",
    "analysis_benefit_turned": (
        "The net benefit of {arm} changes its sign in the scenario analysis: {turned}"
    ),
}

WORDS: dict[str, str] = {
    **ended(MOST, TURNS),
    **ended(ONLY, ONLY_TURNS),
    **ended(ANALYSES, {"": ".", "_unsure": "; the {level} interval includes 0 in {names}."}),
    **ended(ANALYSIS, {"": ".", "_unsure": "; its {level} interval there includes 0."}),
    # what a number is called in a sentence, and in a table
    "subject_mean": "the level of {label} with {arm}",
    "subject_difference": "the difference in {label} with {arm}",
    "subject_ratio": "the ratio of {label} with {arm} to that with {reference}",
    "subject_price": "the price of {label}",
    "subject_discount_cost": "the discount rate of costs",
    "subject_discount_outcome": "the discount rate of outcomes",
    "label_discount_cost": "Discount rate of costs",
    "label_discount_outcome": "Discount rate of outcomes",
    "subject_threshold": "the value of one more of {label}",
    "subject_threshold_lower": "the value of one less of {label}",
    "label_threshold_lower": "{label}: value of one less",
    "label_threshold": "{label}: value of one more",
    "worth_each": "{money} per {one}",
    # the answer
    "answer_same": (
        "{arm} costs {whom} the same per person over {horizon} as {reference}, in {year} "
        "(point estimate)."
    ),
    "answer_same_of": (
        "For {population}, {arm} costs {whom} the same per person over {horizon} as {reference}, "
        "in {year} (point estimate)."
    ),
    "answer_saves": (
        "{arm} saves {whom} {amount} per person over {horizon} compared with {reference}, in "
        "{year} (point estimate)."
    ),
    "answer_saves_of": (
        "For {population}, {arm} saves {whom} {amount} per person over {horizon} compared with "
        "{reference}, in {year} (point estimate)."
    ),
    "answer_costs": (
        "{arm} costs {whom} {amount} more per person over {horizon} than {reference}, in "
        "{year} (point estimate)."
    ),
    "answer_costs_of": (
        "For {population}, {arm} costs {whom} {amount} more per person over {horizon} than "
        "{reference}, in {year} (point estimate)."
    ),
    "answer_benefit": (
        "At {worth}, the net benefit of {arm} compared with {reference} is {amount} per person "
        "over {horizon}, in {year} (point estimate)."
    ),
    "answer_benefit_of": (
        "For {population} and at {worth}, the net benefit of {arm} compared with {reference} is "
        "{amount} per person over {horizon}, in {year} (point estimate)."
    ),
    "answer_in": "{currency} per person over {horizon}, {year}, {perspective}",
    "answer_benefit_at": "Net benefit at {worth}",
    "answer_benefit_interval": "Net benefit ({level} interval)",
    "answer_benefit_probability": "Probability that it is above 0",
    # one-way
    "title_tornado": (
        "{answer} with {arm}, one number varied at a time\n{line}\n"
        "{low} towards the low end, {high} towards the high end; they meet at {now}"
    ),
    "title_tornado_short": (
        "{answer} with {arm}, {currency} per person, one number varied at a time\n"
        "{low} towards its low end, {high} towards its high end; the bars meet at {now}"
    ),
    "title_tornado_benefit_short": (
        "{answer} with {arm}, one number varied at a time\n"
        "{low} towards its low end, {high} towards its high end; the bars meet at {now}"
    ),
    "quantity_varied": "Number",
    "varied_between": "Varied between",
    "answer_low": "At the low end",
    "answer_high": "At the high end",
    "tornado_bar": "Moves",
    "tornado_nothing": (
        "Nothing was varied: no number that matters has a stated uncertainty or bounds."
    ),
    "caveat_unvaried_one": (
        "1 number that the answer depends on has no stated uncertainty and was not varied."
    ),
    "caveat_unvaried_many": (
        "{count} numbers that the answer depends on have no stated uncertainty and were not varied."
    ),
    "note_flag": "{flag} Between its ends, this number alone changes the sign of the answer.",
    "note_percentiles": (
        "Uncertain numbers are varied from percentile {low} to percentile {high} of their own "
        "distribution, each while all others stay at their point estimates."
    ),
    "note_stated_bounds": "Varied between stated bounds: {paths}.",
    "note_usual_rate": (
        "Discount rates are varied from 0% to {rate} a year, the rate of the Danish Ministry of "
        "Finance for years 0 to 35 (fm.dk, 22-06-2023), or to the scenario's own where that is "
        "higher."
    ),
    "note_varied_alone": (
        "Drawn together elsewhere, but varied alone here: {paths}. Each is moved as a whole, and "
        "keeps how it goes together with the others: a difference is shifted, any other number "
        "scaled."
    ),
    "note_clipped": "Varied only as far as possible: {paths}.",
    "note_looked_at": (
        "Each number is tried at {values} values from its low end to its high end; a bar "
        "reaches from the lowest to the highest answer among them."
    ),
    "note_unvaried": (
        "Not varied, because neither uncertainty nor bounds were stated: {paths}. Add for example "
        "--bounds {first}=LOW:HIGH, or bounds: [low, high] beside the number in the file."
    ),
    "note_idle": "These make no difference to the answer: {paths}.",
    "note_threshold": "At which value of {path} the sign changes: {command}",
    # two-way
    "title_grid": (
        "{answer} with {arm}, two numbers varied together\n{line}\ndown: {down}\nacross: {across}"
    ),
    "grid_first": "Down, across",
    "grid_idle": "Neither of the two numbers makes a difference to it in the grid.",
    "grid_same": "The sign is the same in every cell of the grid.",
    "grid_turns": "The sign changes in {cells} of the {of} cells of the grid.",
    "note_expected": "All other numbers stay at their point estimates.",
    # scenario analyses
    "title_analyses": "{answer} with {arm} in the scenario analyses\n{line}",
    "title_changes": "What each analysis changes",
    "one_analysis": "Analysis",
    "base_case": "Base case",
    "in_analysis": "In the analysis",
    "path_changed": "Path",
    "from_base_interval": "Difference from the base case ({level} interval)",
    "analyses_unmoved": (
        "{unmoved} of the scenario analyses change nothing that the saving depends on: {names}."
    ),
    "analyses_unmoved_one": (
        "1 of the scenario analyses changes nothing that the saving depends on: {names}."
    ),
    "analysis_unmoved": "The scenario analysis changes nothing that the saving depends on.",
    "note_other_money": "{label} is in {money}, so it is not compared with the base case.",
    "note_same_draws": (
        "The analyses have the draws of the base case, so a difference from it is due to what was "
        "changed."
    ),
}
