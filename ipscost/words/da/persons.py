"""Ordene om, hvordan personer er forskellige, og om at følge dem en for en."""

from __future__ import annotations

WORDS = {
    "spread_chosen": "valgt her; ingen har målt det i denne gruppe",
    "followed_arm": "{sd} med {arm} (tilfældighed: {chance})",
    "caveat_persons": (
        "{persons} personer følges i hver trækning, de samme i alle grupper. Heterogenitet: "
        "besparelsen har en standardafvigelse mellem personer på {parts}. Intervallerne rummer "
        "tallenes usikkerhed og denne tilfældighed i et gennemsnit af så mange, men ikke, at "
        "personer er forskellige"
    ),
    "caveat_persons_many": (
        "{persons} personer følges i hver trækning, de samme i alle grupper. Intervallerne rummer "
        "tallenes usikkerhed og tilfældigheden i et gennemsnit af så mange, men ikke, at personer "
        "er forskellige (heterogenitet)"
    ),
    "note_alike": (
        "Alle har gennemsnittet, da det ikke vides, hvordan personer er forskellige: {labels}"
    ),
}
