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
        "Hvordan personer er forskellige, er udledt og ikke offentliggjort: et groft skøn."
    ),
    "followed_alike": (
        "Besparelsen er den samme for dem alle, da det ikke vides, hvordan personer er forskellige "
        "i den."
    ),
    "followed_intervals": (
        "Intervallerne rummer tallenes usikkerhed og denne tilfældighed i et gennemsnit af så "
        "mange, men ikke, at personer er forskellige."
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
}
