"""The words of calibrate."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the sentence
    "calibrate_count": "{unknowns} er tilpasset {targets}",
    "calibrate_unknown_one": "1 tal",
    "calibrate_unknowns": "{count} tal",
    "calibrate_target_one": "1 kalibreringsmål",
    "calibrate_targets": "{count} kalibreringsmål",
    "calibrate_agrees": (
        "{count}: modellen og kalibreringsmålene stemmer overens inden for målenes usikkerhed "
        "(vægtet kvadratsum {squares} med {degrees}, p {p})."
    ),
    "calibrate_differs": (
        "{count}, men modellen stemmer ikke med kalibreringsmålene (vægtet kvadratsum {squares} "
        "med {degrees}, p {p}). Længst fra er {worst}: {residual} standardfejl."
    ),
    "calibrate_exact": (
        "{count}, og alle er ramt. Der er intet mål i overskud, så det siger intet om, hvorvidt "
        "modellen er rigtig."
    ),
    "calibrate_missed": (
        "{count}, men ikke alle kan rammes, skønt intet mål er i overskud (vægtet kvadratsum "
        "{squares}). Længst fra er {worst}: {residual} standardfejl."
    ),
    "calibrate_degree": "1 frihedsgrad",
    "calibrate_degrees": "{count} frihedsgrader",
    # what is told apart
    "calibrate_apart": (
        "Kalibreringsmålene kan skelne tallene fra hinanden (konditionstal {condition})."
    ),
    "calibrate_open_one": (
        "Kalibreringsmålene bestemmer ikke {up}: ved tilpasningen ændrer ingen af dem sig med det."
    ),
    "calibrate_open_same": (
        "Kalibreringsmålene kan ikke skelne {up} fra hinanden: højere værdier af dem alle på én "
        "gang passer lige så godt."
    ),
    "calibrate_open_opposite": (
        "Kalibreringsmålene kan ikke skelne {both} fra hinanden: højere {up} sammen med lavere "
        "{down} passer lige så godt."
    ),
    "calibrate_near_same": (
        "Kalibreringsmålene kan dårligt skelne {first} og {second} fra hinanden: højere værdier af "
        "begge passer næsten lige så godt (korrelation {rho})."
    ),
    "calibrate_near_opposite": (
        "Kalibreringsmålene kan dårligt skelne {first} og {second} fra hinanden: højere {first} "
        "sammen med lavere {second} passer næsten lige så godt (korrelation {rho})."
    ),
    "calibrate_slack": (
        "Kalibreringsmålene bestemmer ikke {label}: fra {low} til {high} passer det hele lige så "
        "godt inden for tilfældets grænser, når de andre tal følger med."
    ),
    "calibrate_low": (
        "{label} ligger på sin nedre grænse, {value}: kalibreringsmålene peger på mindre."
    ),
    "calibrate_high": (
        "{label} ligger på sin øvre grænse, {value}: kalibreringsmålene peger på mere."
    ),
    "calibrate_others": (
        "Der er mere end ét svar: andre værdier passer næsten lige så godt (se tabellen)."
    ),
    # names
    "calibrate_is_mean": "{label}, {arm}",
    "calibrate_is_difference": "{label}, {arm}: forskel",
    "calibrate_is_ratio": "{label}, {arm}: forhold",
    "calibrate_is_risk_ratio": "{label}, {arm}: relativ risiko",
    "calibrate_is_hazard_ratio": "{label}, {arm}: hazardratio",
    "calibrate_is_odds_ratio": "{label}, {arm}: oddsratio",
    "calibrate_is_price": "{label}: pris",
    "calibrate_after": "{arm}: {label}, af dem, der ikke er i: {before}",
    # the tables
    "title_calibrate_unknowns": "{name}: tilpassede tal",
    "title_calibrate_targets": "{name}: kalibreringsmål, og hvad tilpasningen giver",
    "title_calibrate_fit": "{name}: hvordan det passer",
    "title_calibrate_others": "{name}: andre værdier, der passer næsten lige så godt",
    "calibrate_number": "Tal",
    "calibrate_target": "Kalibreringsmål",
    "calibrate_fitted": "Tilpasset",
    "calibrate_interval": "{level}-interval",
    "calibrate_se": "Standardfejl",
    "calibrate_at": "Ligger",
    "calibrate_inside": "indenfor",
    "calibrate_at_low": "på nedre grænse",
    "calibrate_at_high": "på øvre grænse",
    "calibrate_at_close": "dårligt skelnet",
    "calibrate_at_open": "ikke bestemt",
    "calibrate_residual": "Afvigelse i standardfejl",
    "calibrate_what": "Mål",
    "calibrate_value": "Værdi",
    "calibrate_squares": "Vægtet kvadratsum",
    "calibrate_at_start": "Vægtet kvadratsum ved start",
    "calibrate_freedom": "Frihedsgrader",
    "calibrate_p": "p (chi-i-anden)",
    "calibrate_condition": "Konditionstal",
    "calibrate_singular": "Singulære værdier",
    "calibrate_infinite": "uendeligt",
    "calibrate_other": "Anden tilpasning {number}: {label}",
    # the notes
    "note_calibrate_se": (
        "Standardfejlen for et tilpasset tal følger af kalibreringsmålenes standardfejl, som om "
        "målene var uafhængige af hinanden, og modellen var rigtig. Den siger intet om fejl i "
        "modellen og intet om tal, der ikke er tilpasset."
    ),
    "note_calibrate_starts": (
        "Søgningen begyndte {starts} steder; {same} af dem endte ved denne tilpasning."
    ),
    "note_calibrate_starts_open": (
        "Søgningen begyndte {starts} steder. Hvor et tal ikke er bestemt, ender de hver sit sted, "
        "så der vises ingen værdi."
    ),
    "note_calibrate_expected": (
        "Kalibreringsmålene holdes op mod modellen med alle andre tal som i hovedanalysen."
    ),
    "note_calibrate_time": (
        "Tid i tilstande diskonteres ikke her, for det offentliggjorte er talt tid."
    ),
    "note_calibrate_dist": (
        "Intervallerne er dem fra de fordelinger, som tallene skrives med: {dists}."
    ),
    "calibrate_dist": "{label}: {dist}",
    "calibrate_normal": "normalfordeling",
    "calibrate_lognormal": "lognormalfordeling",
    "calibrate_gamma": "gammafordeling",
    "calibrate_beta": "betafordeling",
    "calibrate_uniform": "ligefordeling",
    "note_calibrate_of": "Om {label}: {text}",
    "note_calibrate_run": "Startværdi {seed}; ipscost {version}; {scenario}, kontroltal {digest}.",
    "note_calibrate_write": "For at skrive de tilpassede tal som et scenarie: {command}",
    # the scenario that is written
    "calibrate_title": "{title}, kalibreret",
    "calibrate_note": "{count}; vægtet kvadratsum {squares}.",
    "calibrate_to": "kalibreret til {targets} af ipscost {version}, startværdi {seed}",
    "calibrate_to_each": "{name} ({value})",
    "calibrate_to_bound": "{text}; det ligger på grænsen af søgningen og har ingen standardfejl",
    "calibrate_together": "Tilpasset sammen",
    "calibrate_comment": (
        "Skrevet af ipscost calibrate. Hvad der ikke står her, står i det scenarie, den udvider."
    ),
    "calibrate_wrote": "skrev {file}",
}
