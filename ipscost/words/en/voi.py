"""The words of voi and of simulate --uncertainty."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # voi: how sure the choice is, and what it is worth to know more
    "voi_constructed": (
        "This does not show what more research is worth, because the uncertainty of the saving "
        "was chosen to match a published figure."
    ),
    "voi_never": (
        "In none of the {draws} draws would another choice have been better, so the probability "
        "that one would is at most {bound} (95%): more research would hardly change the choice."
    ),
    "voi_never_sobol": (
        "In none of the {draws} draws would another choice have been better, so more research "
        "would hardly change the choice."
    ),
    "voi_never_few": (
        "In all {draws} draws it is the best choice, but so few draws say nothing about what more "
        "research is worth; that takes {least} or more."
    ),
    "voi_worth": (
        "The probability that another choice would have been better is {probability}. To know "
        "everything for certain before choosing would be worth {amount} per person (the expected "
        "value of perfect information, EVPI): no research is worth more."
    ),
    "voi_worth_small": (
        "The probability that another choice would have been better is {probability}. To know "
        "everything for certain before choosing is worth little per person, {amount} (the expected "
        "value of perfect information, EVPI): no research is worth more."
    ),
    "voi_worth_little": (
        "The probability that another choice would have been better is {probability}. To know "
        "everything for certain would be worth {amount} per person (the expected value of perfect "
        "information, EVPI), so more research would hardly change the choice."
    ),
    "voi_worth_few": (
        "Over the draws the probability that another choice would have been better is "
        "{probability}, and to know everything for certain would be worth {amount} per person (the "
        "expected value of perfect information, EVPI); but {draws} draws are too few "
        "to conclude on research."
    ),
    "voi_worth_people": "That is {amount} for all whom the choice is for.",
    "voi_most": (
        "Most worth measuring better is “{label}”: up to {amount} per person, {share} of the EVPI."
    ),
    "voi_most_small": "Most worth measuring better is “{label}”, with {share} of the EVPI.",
    "voi_none_alone": (
        "No single quantity with a stated uncertainty is clearly worth measuring alone."
    ),
    "voi_no_draws": "The value of information takes draws: add --draws 10000.",
    "voi_expected_alone": (
        "The value of information takes draws, and the file holds expected values alone."
    ),
    "voi_no_uncertainty": (
        "The value of information cannot be told: nothing that counts here has a stated "
        "uncertainty."
    ),
    "voi_study": (
        "A study of {n} people in each group would be worth {worth} per person (the expected value "
        "of sample information, EVSI), {share} of what perfect information is (EVPI)."
    ),
    "voi_study_all": (
        "A study of {n} people in each group would be worth {worth} per person (the expected value "
        "of sample information, EVSI), {share} of what perfect information is (EVPI): {whole} for "
        "{people} people a year over {years}."
    ),
    "title_voi_study": "What a study of each size is worth",
    "voi_less_than": "less than {amount}",
    # voi: tables
    "title_voi_perfect": "What it would be worth to know everything\n{basis}",
    "title_voi": "What is worth measuring better\n{basis}",
    "title_voi_groups": "What is worth measuring better in one study\n{basis}",
    "voi_basis": "{currency} per person",
    "voi_basis_unknown": "per person",
    "voi_basis_run": ("{currency} per person over {horizon}, {year}, {seen}"),
    "voi_at": "EVPPI per person; {outcome} at {worth}",
    "voi_at_cost": "EVPPI per person; cost alone counts",
    "voi_at_benefit": "EVPPI per person; net benefit as it stands in the file",
    "voi_threshold": "Threshold per {one}",
    "voi_cost": "What counts",
    "voi_cost_alone": "Cost alone",
    "voi_benefit_alone": "Net benefit",
    "voi_chosen": "Chosen now",
    "voi_wrong": "Another is better",
    "voi_se": "Standard error",
    "voi_share": "Share of EVPI",
    "voi_population": "For all people",
    "voi_quantity": "Quantity",
    "voi_group": "Group",
    "voi_everything": "Everything (EVPI)",
    # voi: notes
    "note_voi_evpi": (
        "EVPI, the expected value of perfect information: the mean over the draws of the highest "
        "net benefit, less that of the choice made now. It is an upper limit to what any research "
        "is worth."
    ),
    "note_voi_evppi": (
        "EVPPI: the same where that quantity alone becomes known. The values do not add up to the "
        "EVPI: two quantities may be worth more together than apart, or less."
    ),
    "note_voi_beside_cost": (
        "Not ranked, since no cost depends on it and cost alone counts: {paths}. With --outcome it "
        "is."
    ),
    "note_voi_se": (
        "EVPPI by a spline regression of the net benefit; the standard error is that of the method "
        "at {draws} draws. Of a value near 0 it is too small."
    ),
    "note_voi_exact": (
        "EVPPI from the expected net benefit given each draw, which is known exactly: net benefit "
        "is a sum of products of independent numbers here. The standard error comes from the "
        "number of draws alone, {draws}."
    ),
    "note_voi_some": (
        "EVPPI by a spline regression of the net benefit, but for {names}: there the expected net "
        "benefit given each draw is known exactly. The standard error is that of {draws} draws, "
        "and of the regression. Of a value near 0 by regression it is too small."
    ),
    "note_voi_but": (
        "EVPPI from the expected net benefit given each draw, which is known exactly, but for "
        "{names}: there by a spline regression of the net benefit. The standard error is that of "
        "{draws} draws, and of the regression. Of a value near 0 by regression it is too small."
    ),
    "note_voi_strays": (
        "The regression does not follow {names}: the net benefit swings or jumps more than its "
        "splines can follow, so the value may be too low by more than its standard error tells."
    ),
    "note_voi_few": "No EVPPI: it takes {least} draws or more, and there are {draws}.",
    "note_voi_rows": (
        "Not shown: {count} more quantities, each worth at most {most}; CSV and JSON hold them."
    ),
    "note_voi_close": (
        "Too close to call: over the draws {arm} has the highest mean net benefit, by the point "
        "estimates {expected} has."
    ),
    "note_voi_parameters": (
        "What single parameters are worth needs their draws: --parameters FILE.csv"
    ),
    "note_voi_fixed": (
        "Nothing can be said of what is fixed, because no uncertainty was stated: {paths}. It may "
        "still be worth measuring."
    ),
    "note_voi_correlated": (
        "Correlated: {labels}. To know one of them tells of the others, and that counts."
    ),
    "note_voi_cost": "Decided on cost alone; --outcome NAME counts an outcome too.",
    "note_voi_wtp": (
        "EVPI at {count} thresholds; what is worth measuring is at {worth} (another: --wtp N)."
    ),
    "note_voi_no_people": "For all whom the choice is for: --people N (a year) --years N",
    "note_voi_people": (
        "For all people: {people} a year over {years} years, discounted by {rate} a year from the "
        "middle of each year, count as {size} people today; the value per person times that."
    ),
    "note_voi_rate": (
        "That discount rate is the scenario's; --discount RATE counts these years with another."
    ),
    "note_voi_rate_given": (
        "That discount rate is of --discount and counts for these years alone; the scenario's own, "
        "within the time that it follows people, is {rate}."
    ),
    "note_voi_group": "{label}: {names}.",
    "note_voi_group_fixed": "{label}: fixed and so left out: {names}.",
    "note_voi_files": "{draws} draws; ipscost {version}; read from {files}.",
    # simulate --uncertainty
    "title_variance": "Where the uncertainty comes from: {arm}",
    "title_variance_payers": "Where it falls: {arm}",
    "variance_share": "Share of variance",
    "interactions": "Interactions",
    "note_variance": (
        "Share of variance: of the total difference, what would vanish on average if that quantity "
        "were known (spline regression on the draws). Interactions are what several quantities "
        "make together, as a price and its use."
    ),
    "note_variance_payers": (
        "By payer: the covariance of the payer's part with the total; a minus makes the total more "
        "certain."
    ),
    "note_variance_few": "Where the uncertainty comes from takes {least} draws or more.",
    "note_variance_none": (
        "Where the uncertainty comes from cannot be said: no cost that counts has a stated "
        "uncertainty."
    ),
}
