"""Ordene om en effekt, der føres over på en anden gruppe."""

from __future__ import annotations

WORDS = {
    "doubt_transfer_over": "{share} er mere end hele effekten",
    "transfer_chosen": "valgt her; ingen har målt den i denne gruppe",
    # the scales
    "scale_risk_ratio": "relativ risiko",
    "scale_odds_ratio": "oddsratio",
    "scale_hazard_ratio": "hazardratio",
    "scale_points": "procentpoint",
    "as_risk_ratio": "som relativ risiko",
    "as_odds_ratio": "som oddsratio",
    "as_hazard_ratio": "som hazardratio",
    "as_points": "i procentpoint",
    # what is carried over
    "carried_unsure": (
        "Hvor sandsynligt det er, kan ikke siges: En andel af det, der føres over, er angivet uden "
        "usikkerhed."
    ),
    "about_people": "Det gælder {people}.",
    "people_elsewhere": "en anden gruppe end forsøgets",
    "people_if_share": "{people} (hvis {share} af forsøgets effekt kan føres over)",
    "people_if_pooled": "{people} (hvis effekten er som i mange studier)",
    "people_if_weight": "{people} (hvis effekten er {share} forsøgets og ellers et andet studies)",
    "carried_share": "Af forsøgets effekt føres {share} over, {scale}: {changes}.",
    "carried_share_alone": "Af forsøgets effekt føres {share} over.",
    "carried_pooled": (
        "Effekten er den samlede fra flere studier i stedet for forsøgets, {scale}: {changes}; "
        "det, der følger den, er {factor} af, hvad det var i forsøget."
    ),
    "carried_pooled_alone": (
        "Effekten er den samlede fra flere studier i stedet for forsøgets, {scale}."
    ),
    "carried_weight": (
        "Forsøgets effekt har en vægt på {weight}, og et andet studies har resten, {scale}: "
        "{changes}; det, der følger den, er {factor} af, hvad det var i forsøget."
    ),
    "carried_weight_alone": (
        "Forsøgets effekt har en vægt på {weight}, og et andet studies har resten, {scale}."
    ),
    "carried_change": "{was} bliver til {now}",
    "carried_below": (
        "Så kommer {names} under 0, hvilket ikke kan lade sig gøre: besparelsen er for stor."
    ),
    "carried_with": "Med den følger {names}.",
    "carried_moved": "Det, der følger af overgangene, ændrer sig med dem: {names}.",
    "carried_own": "Med en andel for sig: {names}.",
    "carried_stays": "Ikke ført over, men som i forsøget: {names}.",
    "carried_base": "{label} er {here} med {arm} i denne gruppe ({trial} i forsøget).",
    "carried_unknown": "ikke kendt",
    "note_base_case_carried": (
        "Der vises hovedanalysen, med hvert tal ved sin middelværdi. Trækningernes gennemsnit "
        "afviger fra den, fordi en andel ikke er lineær i de tal, et forholdstal gør den til: "
        "{parts}."
    ),
    "step_carried": "føres over",
    "carried_not": "som i forsøget: det hænger ikke på effekten",
    "carried_part": "{share} af forsøgets forskel, efter {paths}",
    "carried_part_on_scale": "{share} af forsøgets effekt, {scale}, efter {paths}",
    # the numbers
    "label_carried_share": "Andel af effekten, der føres over",
    "label_carried_pooled": "Samlet effekt fra flere studier ({scale})",
    "label_carried_weight": "Vægt på forsøget",
    "label_carried_other": "Effekt i det andet studie ({scale})",
    "label_carried_other_reference": "Andet studie, referencearm",
    "label_carried_other_intervention": "Andet studie, indsats",
    "label_carried_baseline": "{label}, {arm}, i denne gruppe",
    "label_carried_own": "Andel, der føres over: {label}",
}
