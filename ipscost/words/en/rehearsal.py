"""The words of trial: made-up data to rehearse on."""

from __future__ import annotations

WORDS = {
    "trial_wrote": ("wrote {file}: SYNTHETIC data, {persons} made-up people with {n} in each arm"),
    "trial_wrote_model": "wrote {file}: the model that says which column holds what",
    "trial_wrote_key": "wrote {file}: the answers, to look at last",
    "trial_nobody": (
        "SYNTHETIC: nobody was followed. The people are drawn from {scenario} (seed {seed}) and "
        "have its means apart from chance. They are for rehearsal and are evidence of nothing."
    ),
    "trial_age": (
        "Made up besides: age, {first} to {last}, with a correlation of {r} with what people "
        "differ in (except courses through states), and woman, 1 for half of them, which goes with "
        "nothing."
    ),
    "trial_before": (
        "Made up besides: what each person had before, over as long a time and as with "
        "{reference}, with a correlation of {r} with what comes after (of skewed costs a little "
        "less)."
    ),
    "trial_sites": (
        "Made up besides: {sites} sites, between which {icc} of the variance lies (of skewed "
        "costs a little less); each has all arms."
    ),
    "trial_sites_whole": (
        "Made up besides: {sites} sites, between which {icc} of the variance lies (of skewed "
        "costs a little less); a whole site has one arm."
    ),
    "trial_mcar": (
        "{share} of people lack their costs, and as many each outcome, whoever they are (mcar)."
    ),
    "trial_mar": (
        "{share} of people lack their costs, and as many each outcome, by {column} (mar): with "
        "{reference} more often where it is high, else where it is low."
    ),
    "trial_mnar": (
        "{share} of people lack their costs, and as many each outcome, by its own size (mnar): "
        "with {reference} those with much more often, else those with little."
    ),
    "trial_cut": (
        "{share} of people are cut off, in any month and whoever they are: their costs so far are "
        "there, their outcomes are missing."
    ),
    "trial_roughly": (
        "Derived from standard errors, not published: how people differ in {labels}. Take the "
        "power of a rehearsal as a rough guide."
    ),
    "trial_alike": (
        "Nobody knows how people differ in {labels}: all in an arm have the same amount, so the "
        "data look surer than real ones. State it under spread: in the scenario."
    ),
    "trial_no_level": (
        "Of {labels} the scenario has the difference alone: the level with {reference} is made up, "
        "so only the difference means anything."
    ),
    "trial_left_out": (
        "Not in the data, since the scenario does not say enough of it by arm, or nobody has any: "
        "{labels}."
    ),
    "trial_title": "SYNTHETIC DATA (nobody was followed): {title}",
    "trial_population": "made-up people (SYNTHETIC data)",
    "trial_next": "next: ipscost analyse {data} --model {model}",
    "trial_name": "SYNTHETIC",
    "trial_comment": (
        "SYNTHETIC: made-up data to rehearse on. Nobody was followed; written by ipscost trial."
    ),
    "trial_present": (
        "The amounts are present values of the whole time already, so nothing is discounted here."
    ),
    "trial_as_stated": "as in the scenario that the made-up people are drawn from",
}
