"""The words of a model of states: its moves, its numbers, and the steps of a ladder."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "move_to": ("{origin} to {target}", "{origin} til {target}"),
    "move_out": ("Leaving {origin}", "Ud af {origin}"),
    "move_stay": ("Staying in {origin}", "Bliver i {origin}"),
    "way_count": ("{n} persons counted", "{n} personer talt"),
    "ladder_step": ("{label}: {step}", "{label}: {step}"),
    # what a number is for
    "all_arms": ("all arms", "alle arme"),
    "subject_number": ('the number "{label}"', "tallet »{label}«"),
    "when_in": ("in {states}", "i {states}"),
    "when_enter": ("on entering {states}", "ved overgang til {states}"),
    "when_move": ("on moving from {origin} to {target}", "ved overgang fra {origin} til {target}"),
    "when_start": ("at the start", "ved start"),
    "rule_mean": ("{label} {when}: {who}", "{label} {when}: {who}"),
    "rule_difference": (
        "{label} {when}: difference with {who}",
        "{label} {when}: forskel med {who}",
    ),
    "rule_ratio": ("{label} {when}: ratio with {who}", "{label} {when}: forhold med {who}"),
    "read_mean": ("{label}: {value}{unit}", "{label}: {value}{unit}"),
    "read_difference": (
        "{label}: {value}{unit} more than {reference}",
        "{label}: {value}{unit} mere end {reference}",
    ),
    "read_ratio": ("{label}: {value} times {reference}", "{label}: {value} gange {reference}"),
    "use_rate": ("{label}: rate", "{label}: sats"),
    "use_clock": ("{label}: time on the clock", "{label}: tid på uret"),
    "use_effect": ("The difference between the arms", "Forskellen mellem armene"),
    "use_target": ("{label}, to {target}", "{label}, til {target}"),
    "use_stretch": ("{label}, from cycle {first}", "{label}, fra cyklus {first}"),
    "model_mean": ("{label}: {who}", "{label}: {who}"),
    "model_difference": ("{label}: difference with {who}", "{label}: forskel med {who}"),
    "model_risk_ratio": ("{label}: risk ratio with {who}", "{label}: risikoratio med {who}"),
    "model_hazard_ratio": ("{label}: hazard ratio with {who}", "{label}: hazardratio med {who}"),
    "model_odds_ratio": ("{label}: odds ratio with {who}", "{label}: oddsratio med {who}"),
    "model_start": ("{label}: share at the start, {who}", "{label}: andel ved start, {who}"),
    "model_share": ("{label}: share, {who}", "{label}: andel, {who}"),
    "model_shape": ("{label}: shape of the hazard, {who}", "{label}: hazardens form, {who}"),
    "model_count": ("{label}: persons counted", "{label}: personer talt"),
    "model_half_life": ("{label}: half-life", "{label}: halveringstid"),
    "read_model_mean": ("{label}: {value}{unit}", "{label}: {value}{unit}"),
    "read_model_difference": (
        "{label}: {who} {value}{unit} more than {against}",
        "{label}: {who} {value}{unit} mere end {against}",
    ),
    "read_model_risk_ratio": (
        "risk ratio of {who} against {against}, for {label}: {value}",
        "risikoratio for {who} i forhold til {against}, for {label}: {value}",
    ),
    "read_model_hazard_ratio": (
        "hazard ratio of {who} against {against}, for {label}: {value}",
        "hazardratio for {who} i forhold til {against}, for {label}: {value}",
    ),
    "read_model_odds_ratio": (
        "odds ratio of {who} against {against}, for {label}: {value}",
        "oddsratio for {who} i forhold til {against}, for {label}: {value}",
    ),
    "time_week": ("week", "uge"),
    "time_month": ("month", "måned"),
    "time_year": ("year", "år"),
    "measure_probability": (
        "{label}: a probability of {value} a {time}",
        "{label}: en sandsynlighed på {value} pr. {time}",
    ),
    "measure_rate": (
        "{label}: a rate of {value} a {time}",
        "{label}: en rate på {value} pr. {time}",
    ),
    "measure_ever": (
        "{label}: a share of {value} has moved by month {by}, were it the only way out",
        "{label}: en andel på {value} har flyttet sig ved måned {by}, var det den eneste vej ud",
    ),
    "measure_scale": (
        "{label}: a hazard with the scale {value}{unit}",
        "{label}: en hazard med skalaen {value}{unit}",
    ),
    "measure_count": ("{label}: {value} persons counted", "{label}: {value} personer talt"),
    "going_to": ("moving from {origin} to {target}", "at gå fra {origin} til {target}"),
    "going_out": ("leaving {origin}", "at forlade {origin}"),
    # explain
    "step_rate": ("rate of", "sats af"),
    "rate_of": (
        "{rate} of {of}; of a gain, of its size",
        "{rate} af {of}; af en gevinst dens størrelse",
    ),
    "step_rung": ("the time counted", "tiden, der tæller"),
    "step_payers": ("who pays", "hvem betaler"),
    "rung_entry": (
        "the first {months} months after each time that {states} is entered",
        "de første {months} måneder efter hver overgang til {states}",
    ),
    "rung_between": (
        "weeks {low} to {high} of all in {states}, {start} of them before the start",
        "uge {low} til {high} af alle i {states}, heraf {start} før starten",
    ),
    "rung_after": (
        "all weeks after week {low} in {states}, {start} of them before the start",
        "alle uger efter uge {low} i {states}, heraf {start} før starten",
    ),
    "step_enters": ("it changes", "det ændrer"),
    "enters_none": ("nothing that is counted", "intet, der tælles"),
    "enters_more": ("{count} more", "{count} andre"),
    "step_cycles": ("in a cycle", "i en cyklus"),
    "cycle_arm": (
        "{arm} {first} in the first, {last} in the last",
        "{arm} {first} i den første, {last} i den sidste",
    ),
    "clock_use": (
        "the points of a clock, which are the same in every draw; another with --set",
        "et urs skæringspunkter, som er ens i hver trækning; et andet med --set",
    ),
    "cycles_are": ("to {target}: {parts}", "til {target}: {parts}"),
    "start_none": ("{label}: nobody begins here", "{label}: ingen begynder her"),
    "start_rest": (
        "{label}: all who begin nowhere else begin here",
        "{label}: her begynder alle, der ikke begynder andre steder",
    ),
    # compare
    "inputs_model": ("the model, with all it rules", "modellen, med alt den styrer"),
    "inputs_modelled": (
        "{states} states, {moves} moves, cycle {cycle}, counted {counting}, {months} months",
        "{states} tilstande, {moves} skift, cyklus {cycle}, talt {counting}, {months} måneder",
    ),
    "inputs_unmodelled": ("no model, {months} months", "ingen model, {months} måneder"),
    "stated_risk_ratio": ("risk ratio", "risikoratio"),
    "stated_hazard_ratio": ("hazard ratio", "hazardratio"),
    "stated_odds_ratio": ("odds ratio", "oddsratio"),
    "doubt_unused_ladder": (
        "the ladder {name} is used nowhere, so it changes nothing",
        "trappen {name} bruges ingen steder, så den ændrer intet",
    ),
    "doubt_onward": (
        "the probabilities out of {origin} are of a {time} and are run {by}, row by row, so those "
        "who go to {targets} may move on within the {within}, on top of what is stated",
        "sandsynlighederne for at forlade {origin} gælder {time}, men regnes {by}, række for "
        "række, så de, der kommer til {targets}, kan flytte sig videre inden for {within}, ud over "
        "det angivne",
    ),
    "doubt_one_move": (
        "the probabilities out of {origin} are of a {time} and are run {by}, in which nobody moves "
        "twice, so those who go to {targets} do not move on within the {within}",
        "sandsynlighederne for at forlade {origin} gælder {time}, men regnes {by}, hvor ingen "
        "flytter sig to gange, så de, der kommer til {targets}, flytter sig ikke videre inden for "
        "{within}",
    ),
    "of_week": ("week", "en uge"),
    "of_month": ("month", "en måned"),
    "of_year": ("year", "et år"),
    "within_week": ("week", "ugen"),
    "within_month": ("month", "måneden"),
    "within_year": ("year", "året"),
    "by_week": ("week by week", "uge for uge"),
    "by_month": ("month by month", "måned for måned"),
    "by_year": ("year by year", "år for år"),
    "doubt_long": (
        "the run has {cycles} cycles, so the last of these {found} values are never reached",
        "kørslen har {cycles} cyklusser, så de sidste af disse {found} værdier bliver aldrig nået",
    ),
    "doubt_late": (
        "the run has {cycles} cycles, so the stretch that begins with cycle {cycle} never does",
        "kørslen har {cycles} cyklusser, så stykket fra cyklus {cycle} nås aldrig",
    ),
    "doubt_unused": (
        "the number {name} is used nowhere, so it changes nothing",
        "tallet {name} bruges ingen steder, så det ændrer intet",
    ),
}
