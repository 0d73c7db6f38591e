"""The words of a model of states: its moves, its numbers, and the steps of a ladder."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "move_to": "{origin} to {target}",
    "move_out": "Leaving {origin}",
    "move_stay": "Staying in {origin}",
    "way_count": "{n} people counted",
    "ladder_step": "{label}: {step}",
    # what a number is for
    "all_arms": "all arms",
    "subject_number": "the number “{label}”",
    "when_in": "in {states}",
    "when_enter": "on entering {states}",
    "when_move": "on moving from {origin} to {target}",
    "when_start": "at the start",
    "rule_mean": "{label} {when}: {who}",
    "rule_difference": "{label} {when}: difference with {who}",
    "rule_ratio": "{label} {when}: ratio with {who}",
    "read_mean": "{label}: {value}{unit}",
    "read_difference": "{label}: {value}{unit} more than {reference}",
    "read_ratio": "{label}: {value} times {reference}",
    "use_rate": "{label}: rate",
    "use_clock": "{label}: time on the clock",
    "use_effect": "The difference between the arms",
    "use_target": "{label}, to {target}",
    "use_stretch": "{label}, from cycle {first}",
    "model_mean": "{label}: {who}",
    "model_difference": "{label}: difference with {who}",
    "model_risk_ratio": "{label}: risk ratio with {who}",
    "model_hazard_ratio": "{label}: hazard ratio with {who}",
    "model_odds_ratio": "{label}: odds ratio with {who}",
    "model_start": "{label}: share at the start, {who}",
    "model_share": "{label}: share, {who}",
    "model_shape": "{label}: shape of the hazard, {who}",
    "model_count": "{label}: people counted",
    "model_half_life": "{label}: half-life",
    "read_model_mean": "{label}: {value}{unit}",
    "read_model_difference": "{label}: {who} {value}{unit} more than {against}",
    "read_model_risk_ratio": "risk ratio of {who} against {against}, for {label}: {value}",
    "read_model_hazard_ratio": "hazard ratio of {who} against {against}, for {label}: {value}",
    "read_model_odds_ratio": "odds ratio of {who} against {against}, for {label}: {value}",
    "time_week": "week",
    "time_month": "month",
    "time_year": "year",
    "measure_probability": "{label}: a probability of {value} a {time}",
    "measure_rate": "{label}: a rate of {value} a {time}",
    "measure_ever": "{label}: a share of {value} has moved by month {by}, were it the only way out",
    "measure_scale": "{label}: a hazard with the scale {value}{unit}",
    "measure_count": "{label}: {value} people counted",
    "going_to": "moving from {origin} to {target}",
    "going_out": "leaving {origin}",
    # explain
    "step_rate": "rate of",
    "rate_of": "{rate} of {of}; where that is a gain, of its size",
    "step_band": "the time counted",
    "step_payers": "who pays",
    "band_entry": "the first {months} months after each time that {states} is entered",
    "band_between": "weeks {low} to {high} in {states}, {start} of them before the start",
    "band_after": "every week after week {low} in {states}, {start} of them before the start",
    "step_enters": "it changes",
    "enters_none": "nothing that is counted",
    "enters_more": "{count} more",
    "step_cycles": "in a cycle",
    "cycle_arm": "{arm} {first} in the first, {last} in the last",
    "clock_use": "a point at which a clock changes step, the same in every draw; --set changes it",
    "cycles_are": "to {target}: {parts}",
    "start_none": "{label}: nobody starts here",
    "start_rest": "{label}: everyone who starts nowhere else starts here",
    # compare
    "inputs_model": "the model and all that depends on it",
    "inputs_modelled": (
        "{states} states, {moves} moves, cycle {cycle}, counted {counting}, {months} months"
    ),
    "inputs_unmodelled": "no model, {months} months",
    "stated_risk_ratio": "risk ratio",
    "stated_hazard_ratio": "hazard ratio",
    "stated_odds_ratio": "odds ratio",
    "doubt_unused_ladder": "the ladder {name} is used nowhere, so it changes nothing",
    "doubt_onward": (
        "the probabilities out of {origin} are of a {time} and are run {by}, row by row, so those "
        "who go to {targets} may move on within the {within}, on top of what is stated"
    ),
    "doubt_one_move": (
        "the probabilities out of {origin} are of a {time} and are run {by}, in which nobody moves "
        "twice, so those who go to {targets} do not move on within the {within}"
    ),
    "of_week": "week",
    "of_month": "month",
    "of_year": "year",
    "within_week": "week",
    "within_month": "month",
    "within_year": "year",
    "by_week": "week by week",
    "by_month": "month by month",
    "by_year": "year by year",
    "doubt_long": (
        "the run has {cycles} cycles, so the last of these {found} values are never reached"
    ),
    "doubt_late": (
        "the run has {cycles} cycles, so the stretch that begins with cycle {cycle} never does"
    ),
    "doubt_unused": "the number {name} is used nowhere, so it changes nothing",
}
