"""The words of sensitivity, and those that threshold shares."""

from __future__ import annotations

WORDS: dict[str, str] = {
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
    "answer_saves": (
        "With every number at its point estimate, {arm} saves {whom} {amount} per person over "
        "{horizon} against {reference}, in {year} prices."
    ),
    "answer_costs": (
        "With every number at its point estimate, {arm} costs {whom} {amount} more per person "
        "over {horizon} than {reference}, in {year} prices."
    ),
    "answer_benefit": (
        "With every number at its point estimate and {worth}, the net benefit of {arm} against "
        "{reference} is {amount} per person over {horizon}, in {year} prices."
    ),
    "answer_in": "{currency} per person over {horizon}, {year} prices, {perspective}",
    "answer_benefit_at": "Net benefit at {worth}",
    "answer_benefit_interval": "Net benefit ({level} interval)",
    "answer_benefit_probability": "Probability that it is above 0",
    # one-way
    "title_tornado": (
        "{answer} with {arm}, one number varied at a time\n{line}\n"
        "{low} towards the low end, {high} towards the high end; they meet at {now}"
    ),
    "quantity_varied": "Number",
    "varied_between": "Varied between",
    "answer_low": "At the low end",
    "answer_high": "At the high end",
    "tornado_bar": "Moves",
    "tornado_nothing": (
        "Nothing was varied: no number that matters has a stated uncertainty or bounds."
    ),
    "tornado_most": (
        "Of the {count} numbers that were varied, what moves it most is {subject}: with that alone "
        "varied, the saving lies between {low} and {high} per person."
    ),
    "tornado_most_benefit": (
        "Of the {count} numbers that were varied, what moves it most is {subject}: with that alone "
        "varied, the net benefit lies between {low} and {high} per person."
    ),
    "tornado_only": (
        "Only {subject} was varied: with that, the saving lies between {low} and {high} per person."
    ),
    "tornado_only_benefit": (
        "Only {subject} was varied: with that, the net benefit lies between {low} and {high} per "
        "person."
    ),
    "tornado_fixed_one": "1 number that it depends on is fixed and was not varied.",
    "tornado_fixed_many": "{count} numbers that it depends on are fixed and were not varied.",
    "flips_saving_none": (
        "As far as they were varied, none of them alone turns the saving into a cost."
    ),
    "flips_saving_none_only": "As far as it was varied, it does not turn the saving into a cost.",
    "flips_saving_one": "One of them alone can turn the saving into a cost: {subjects}.",
    "flips_saving_one_only": "That alone can turn the saving into a cost.",
    "flips_saving_many": "Each of these alone can turn the saving into a cost: {subjects}.",
    "flips_cost_none": (
        "As far as they were varied, none of them alone turns the extra cost into a saving."
    ),
    "flips_cost_none_only": (
        "As far as it was varied, it does not turn the extra cost into a saving."
    ),
    "flips_cost_one": "One of them alone can turn the extra cost into a saving: {subjects}.",
    "flips_cost_one_only": "That alone can turn the extra cost into a saving.",
    "flips_cost_many": "Each of these alone can turn the extra cost into a saving: {subjects}.",
    "flips_benefit_none": "As far as they were varied, none of them alone turns its sign.",
    "flips_benefit_none_only": "As far as it was varied, it does not turn its sign.",
    "flips_benefit_one": "One of them alone can turn its sign: {subjects}.",
    "flips_benefit_one_only": "That alone can turn its sign.",
    "flips_benefit_many": "Each of these alone can turn its sign: {subjects}.",
    "note_flag": "{flag} Between its ends, this number alone turns the sign of the answer.",
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
    "note_clipped": "Varied only as far as is possible: {paths}.",
    "note_looked_at": (
        "Each number is looked at in {values} values from its low end to its high end; a bar "
        "reaches from the lowest to the highest answer among them."
    ),
    "note_unvaried": (
        "Not varied, because neither uncertainty nor bounds were stated: {paths}. Add for example "
        "--bounds {first}=LOW:HIGH, or bounds: [low, high] beside the number in the file."
    ),
    "note_idle": "Without influence on the answer: {paths}.",
    "note_threshold": "Where the sign turns with {path}: {command}",
    # two-way
    "title_grid": (
        "{answer} with {arm}, two numbers varied together\n{line}\ndown: {down}\nacross: {across}"
    ),
    "grid_first": "Down, across",
    "grid_idle": "Neither of the two numbers makes a difference to it in the grid.",
    "grid_same": "The sign is the same in every cell of the grid.",
    "grid_turns": "The sign turns in {cells} of the {of} cells of the grid.",
    "note_expected": "All other numbers stay at their point estimates.",
    # scenario analyses
    "title_analyses": "{answer} with {arm} in the scenario analyses\n{line}",
    "title_changes": "What each analysis changes",
    "one_analysis": "Analysis",
    "base_case": "Base case",
    "in_analysis": "In the analysis",
    "path_changed": "Path",
    "from_base_interval": "Difference from the base case ({level} interval)",
    "analyses_saving_kept": "{arm} still saves money in each of the {all} scenario analyses.",
    "analyses_saving_turned": (
        "{arm} still saves money in {kept} of the {all} scenario analyses; it does not in: "
        "{turned}."
    ),
    "analyses_cost_kept": "{arm} still costs more in each of the {all} scenario analyses.",
    "analyses_cost_turned": (
        "{arm} still costs more in {kept} of the {all} scenario analyses; it saves in: {turned}."
    ),
    "analyses_benefit_kept": (
        "The net benefit of {arm} keeps its sign in each of the {all} scenario analyses."
    ),
    "analyses_benefit_turned": (
        "The net benefit of {arm} keeps its sign in {kept} of the {all} scenario analyses; it "
        "turns in: {turned}."
    ),
    "analysis_saving_kept": "{arm} still saves money in the scenario analysis.",
    "analysis_saving_turned": "{arm} no longer saves money in the scenario analysis: {turned}.",
    "analysis_cost_kept": "{arm} still costs more in the scenario analysis.",
    "analysis_cost_turned": "{arm} saves money in the scenario analysis: {turned}.",
    "analysis_benefit_kept": "The net benefit of {arm} keeps its sign in the scenario analysis.",
    "analysis_benefit_turned": (
        "The net benefit of {arm} turns its sign in the scenario analysis: {turned}."
    ),
    "analyses_unsure": "In {unsure} of them the {level} interval includes 0: {names}.",
    "analysis_unsure": "Its {level} interval there includes 0.",
    "analyses_unmoved": "{unmoved} of them change nothing that the saving depends on: {names}.",
    "analyses_unmoved_one": "1 of them changes nothing that the saving depends on: {names}.",
    "analysis_unmoved": "It changes nothing that the saving depends on.",
    "note_other_money": "{label} is in {money}, so it is not set against the base case.",
    "note_same_draws": (
        "The analyses have the draws of the base case, so a difference from it is due to what was "
        "changed."
    ),
}
