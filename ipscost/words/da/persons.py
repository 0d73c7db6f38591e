"""Ordene om, hvordan personer er forskellige, og om at følge dem en for en."""

from __future__ import annotations

WORDS = {
    "spread_chosen": "valgt her; ingen har målt det i denne gruppe",
    "followed_arm": "{sd} med {arm} (tilfældighed: {chance})",
    "followed_persons": (
        "{persons} personer følges i hver trækning, de samme i alle grupper; estimatet er den "
        "forventede værdi."
    ),
    "followed_one": (
        "Én person følges i hver trækning, den samme i alle grupper; estimatet er den "
        "forventede værdi."
    ),
    "followed_apart": (
        "Heterogenitet: besparelsen har en standardafvigelse mellem personer på {parts}."
    ),
    "followed_roughly": (
        "Et groft fingerpeg: Hvor forskellige personer er, er udledt og ikke offentliggjort."
    ),
    "followed_alike": (
        "Besparelsen er den samme for dem alle, da det ikke vides, hvordan personer er forskellige "
        "i den."
    ),
    "followed_intervals": (
        "Intervallerne rummer tallenes usikkerhed og denne tilfældighed, men ikke, at personer er "
        "forskellige."
    ),
    "followed_intervals_many": (
        "Intervallerne rummer tallenes usikkerhed og tilfældigheden i et gennemsnit af så mange, "
        "men ikke, at personer er forskellige (heterogenitet)."
    ),
    "note_roughly": (
        "Hvordan personer er forskellige, er ikke offentliggjort, men udledt af en standardfejl og "
        "antallet af personer i grupperne, som om begge grupper var lige uens, og som om en "
        "person, der er dyr i den ene, også er dyr i den anden: {labels}."
    ),
    "note_alike": (
        "Alle har gennemsnittet, da det ikke vides, hvordan personer er forskellige: {labels}."
    ),
    "label_group_share": "Andel af deltagerne: {group}",
    "of_group": "{label} ({group})",
    "group_chosen": "valgt her for denne gruppe; ingen har målt det",
    "title_groups": (
        "Efter gruppe: {arm} mod {reference}\n"
        "{currency} pr. person over {horizon}, {year}; minus er en besparelse"
    ),
    "group": "Gruppe",
    "share_of_people": "Andel",
    "all_people": "Alle deltagere",
    "seen_by": "{label}, {account}",
    "step_groups": "grupper af deltagere",
    "group_own": "{group} ({share}) med egne tal: {paths}",
    "group_alike": "{group} ({share}) med tallene ovenfor",
    "spread_of_total": "summen af alle omkostninger",
    "spread_label_sd": "Standardafvigelse mellem personer: {label}",
    "spread_label_cv": "Variationskoefficient mellem personer: {label}",
    "spread_label_zero": "Andel af personer uden: {label}",
    "spread_label_together": "Rangkorrelation mellem to kategorier for samme person",
    "spread_label_frailty": (
        "Variationskoefficient for det, der ganger alle omkostninger for en person"
    ),
    "spread_derived_difference": (
        "SD = SE / √(1/n1 + 1/n0) = {se} / √(1/{n} + 1/{n0}) = {sd}, ud fra standardfejlen "
        "for {path}: som om personer var lige forskellige i begge grupper"
    ),
    "spread_derived_mean": ("SD = SE × √n = {se} × √{n} = {sd}, ud fra standardfejlen for {path}"),
    "spread_derived_means": (
        "SD = √(Σ (n - 1) SD² / Σ (n - 1)) = {sd}, af hver gruppes SD = SE × √n: {arms}; som om "
        "personer var lige forskellige i alle"
    ),
    "spread_of_arm": "{sd} (n = {n})",
    "step_derived": "udledt",
    "use_spread": (
        "så forskellige er personer i --engine persons, med denne værdi i hver trækning, og i"
        " power, som siger, hvor mange der skal følges"
    ),
    "note_spread_held": (
        "Hvor forskellige personer er, holdes fast på de angivne værdier i hver trækning; "
        "usikkerheden om {paths} er ikke i intervallerne."
    ),
    "note_saving_apart": (
        "Standardafvigelsen mellem personer er for besparelsen for den samme person med og "
        "uden; et studie skal bruge den for, hvad personer koster: ipscost power."
    ),
    "use_spread_cost": (
        "så forskellige er personer i --engine persons, i en gruppe dog højst 2,5 gange "
        "gennemsnittet, og i power, som siger, hvor mange der skal følges"
    ),
}
