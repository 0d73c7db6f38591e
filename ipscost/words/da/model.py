"""The words of a model of states: its moves, its numbers, and the steps of a ladder."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "move_to": "{origin} til {target}",
    "move_out": "Ud af {origin}",
    "move_stay": "Bliver i {origin}",
    "way_count": "{n} personer talt",
    "ladder_step": "{label}: {step}",
    # what a number is for
    "all_arms": "alle indsatser",
    "subject_number": "tallet »{label}«",
    "when_in": "i {states}",
    "when_enter": "ved overgang til {states}",
    "when_move": "ved overgang fra {origin} til {target}",
    "when_start": "ved start",
    "rule_mean": "{label} {when}: {who}",
    "rule_difference": "{label} {when}: forskel med {who}",
    "rule_ratio": "{label} {when}: forhold med {who}",
    "read_mean": "{label}: {value}{unit}",
    "read_difference": "{label}: {value}{unit} mere end {reference}",
    "read_ratio": "{label}: {value} gange {reference}",
    "use_rate": "{label}: sats",
    "use_clock": "{label}: tid forud for start",
    "use_effect": "Forskellen mellem indsatserne",
    "use_target": "{label}, til {target}",
    "use_stretch": "{label}, fra cyklus {first}",
    "model_mean": "{label}: {who}",
    "model_difference": "{label}: forskel med {who}",
    "model_risk_ratio": "{label}: relativ risiko med {who}",
    "model_hazard_ratio": "{label}: hazardratio med {who}",
    "model_odds_ratio": "{label}: oddsratio med {who}",
    "model_start": "{label}: andel ved start, {who}",
    "model_share": "{label}: andel, {who}",
    "model_shape": "{label}: hazardens form, {who}",
    "model_count": "{label}: personer talt",
    "model_half_life": "{label}: halveringstid",
    "read_model_mean": "{label}: {value}{unit}",
    "read_model_difference": "{label}: {who} {value}{unit} mere end {against}",
    "read_model_risk_ratio": (
        "relativ risiko for {who} i forhold til {against}, for {label}: {value}"
    ),
    "read_model_hazard_ratio": (
        "hazardratio for {who} i forhold til {against}, for {label}: {value}"
    ),
    "read_model_odds_ratio": "oddsratio for {who} i forhold til {against}, for {label}: {value}",
    "time_week": "uge",
    "time_month": "måned",
    "time_year": "år",
    "measure_probability": "{label}: en sandsynlighed på {value} pr. {time}",
    "measure_rate": "{label}: en rate på {value} pr. {time}",
    "measure_ever": (
        "{label}: en andel på {value} har flyttet sig ved måned {by}, var det den eneste vej ud"
    ),
    "measure_scale": "{label}: en hazard med skalaen {value}{unit}",
    "measure_count": "{label}: {value} personer talt",
    "going_to": "at gå fra {origin} til {target}",
    "going_out": "at forlade {origin}",
    # explain
    "step_rate": "sats af",
    "rate_of": "{rate} af {of}; er det en gevinst, så af dens størrelse",
    "step_band": "tiden, der tæller",
    "step_payers": "hvem betaler",
    "band_entry": "de første {months} måneder efter hver overgang til {states}",
    "band_between": "uge {low} til {high} i {states}, heraf {start} før starten",
    "band_after": "alle uger efter uge {low} i {states}, heraf {start} før starten",
    "step_enters": "det ændrer",
    "enters_none": "intet, der tælles",
    "enters_more": "{count} andre",
    "step_cycles": "i en cyklus",
    "cycle_arm": "{arm} {first} i den første, {last} i den sidste",
    "clock_use": (
        "et tidspunkt, hvor uret skifter trin; det er ens i hver trækning og kan ændres med --set"
    ),
    "cycles_are": "til {target}: {parts}",
    "start_none": "{label}: ingen starter her",
    "start_rest": "{label}: her starter alle, der ikke starter andre steder",
    # compare
    "inputs_model": "modellen og alt, der afhænger af den",
    "inputs_modelled": (
        "{states} tilstande, {moves} skift, cyklus {cycle}, talt {counting}, {months} måneder"
    ),
    "inputs_unmodelled": "ingen model, {months} måneder",
    "stated_risk_ratio": "relativ risiko",
    "stated_hazard_ratio": "hazardratio",
    "stated_odds_ratio": "oddsratio",
    "doubt_unused_ladder": "trappen {name} bruges ingen steder, så den ændrer intet",
    "doubt_onward": (
        "sandsynlighederne for at forlade {origin} gælder {time}, men regnes {by}, række for "
        "række, så de, der kommer til {targets}, kan flytte sig videre inden for {within}, ud over "
        "det angivne"
    ),
    "doubt_one_move": (
        "sandsynlighederne for at forlade {origin} gælder {time}, men regnes {by}, hvor ingen "
        "flytter sig to gange, så de, der kommer til {targets}, flytter sig ikke videre inden for "
        "{within}"
    ),
    "of_week": "en uge",
    "of_month": "en måned",
    "of_year": "et år",
    "within_week": "ugen",
    "within_month": "måneden",
    "within_year": "året",
    "by_week": "uge for uge",
    "by_month": "måned for måned",
    "by_year": "år for år",
    "doubt_long": (
        "kørslen har {cycles} cyklusser, så de sidste af disse {found} værdier bliver aldrig nået"
    ),
    "doubt_late": "kørslen har {cycles} cyklusser, så stykket fra cyklus {cycle} nås aldrig",
    "doubt_unused": "tallet {name} bruges ingen steder, så det ændrer intet",
}
