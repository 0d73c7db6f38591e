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
        "{count}: Modellen og kalibreringsmålene stemmer overens inden for målenes usikkerhed "
        "(vægtet kvadratsum {squares} med {degrees}, p {p})."
    ),
    "calibrate_differs": (
        "{count}, men modellen stemmer ikke med kalibreringsmålene (vægtet kvadratsum {squares} "
        "med {degrees}, p {p}). Størst er afvigelsen for {worst}: {residual} standardfejl."
    ),
    "calibrate_exact": (
        "{count}, og alle er ramt. Der er ikke flere mål end tal, så det siger intet om, hvorvidt "
        "modellen er rigtig."
    ),
    "calibrate_missed": (
        "{count}, men ikke alle kan rammes, selv om der ikke er flere mål end tal (vægtet "
        "kvadratsum {squares}). Størst er afvigelsen for {worst}: {residual} standardfejl."
    ),
    "calibrate_degree": "1 frihedsgrad",
    "calibrate_degrees": "{count} frihedsgrader",
    # what is told apart
    "calibrate_apart": ("Kalibreringsmålene bestemmer alle tallene (konditionstal {condition})."),
    "calibrate_open_one": (
        "Kalibreringsmålene bestemmer ikke {up}: Ved tilpasningen ændrer ingen af målene sig med "
        "det."
    ),
    "calibrate_open_same": (
        "Kalibreringsmålene bestemmer ikke {up}: Højere værdier af dem alle på én gang passer lige "
        "så godt."
    ),
    "calibrate_open_opposite": (
        "Kalibreringsmålene bestemmer ikke {both}: En højere værdi af {up} sammen med en lavere af "
        "{down} passer lige så godt."
    ),
    "calibrate_near_same": (
        "Kalibreringsmålene bestemmer kun dårligt {first} og {second}: Højere værdier af begge "
        "passer næsten lige så godt (korrelation {rho})."
    ),
    "calibrate_near_opposite": (
        "Kalibreringsmålene bestemmer kun dårligt {first} og {second}: En højere værdi af {first} "
        "sammen med en lavere af {second} passer næsten lige så godt (korrelation {rho})."
    ),
    "calibrate_slack": (
        "Kalibreringsmålene bestemmer ikke {label}: Alle værdier fra {low} til {high} passer lige "
        "så godt inden for tilfældig variation, når de andre tal følger med."
    ),
    "calibrate_low": (
        "{label} ligger på sin nedre grænse, {value}: Kalibreringsmålene peger på en lavere værdi."
    ),
    "calibrate_high": (
        "{label} ligger på sin øvre grænse, {value}: Kalibreringsmålene peger på en højere værdi."
    ),
    "calibrate_others": (
        "Der er mere end én løsning: Andre værdier passer næsten lige så godt (se dem med --notes)."
    ),
    "calibrate_few_starts": (
        "Kun {same} af {starts} søgninger endte ved denne tilpasning; med flere --starts findes "
        "måske en bedre."
    ),
    "calibrate_errors": (
        "Intervallerne gælder, hvis målene er uafhængige af hinanden, og modellen er rigtig."
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
    "calibrate_at": "Placering",
    "calibrate_inside": "inden for grænserne",
    "calibrate_at_low": "på nedre grænse",
    "calibrate_at_high": "på øvre grænse",
    "calibrate_at_close": "næppe bestemt",
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
        "Søgningen begyndte {starts} steder; {same} af søgningerne endte ved denne tilpasning."
    ),
    "note_calibrate_starts_open": (
        "Søgningen begyndte {starts} steder. Hvor et tal ikke er bestemt, ender søgningerne hver "
        "sit sted, så der vises ingen værdi."
    ),
    "note_calibrate_expected": (
        "Kalibreringsmålene sammenlignes med modellen med alle andre tal som i hovedanalysen."
    ),
    "note_calibrate_time": (
        "Tid i tilstande diskonteres ikke her, for studier opgør den uden diskontering."
    ),
    "note_calibrate_dist": (
        "Intervallerne følger af de fordelinger, som tallene skrives med: {dists}."
    ),
    "calibrate_dist": "{label}: {dist}",
    "calibrate_normal": "normalfordeling",
    "calibrate_lognormal": "lognormalfordeling",
    "calibrate_gamma": "gammafordeling",
    "calibrate_beta": "betafordeling",
    "calibrate_uniform": "ligefordeling",
    "note_calibrate_of": "Om {label}: {text}",
    "note_calibrate_run": "Startværdi {seed}; ipscost {version}; {scenario}, kontroltal {digest}.",
    "note_calibrate_write": "Sådan skrives de tilpassede tal som et scenarie: {command}",
    # the scenario that is written
    "calibrate_title": "{title}, kalibreret",
    "calibrate_note": "{count}; vægtet kvadratsum {squares}.",
    "calibrate_to": "kalibreret til {targets} af ipscost {version}, startværdi {seed}",
    "calibrate_to_each": "{name} ({value})",
    "calibrate_to_bound": "{text}; det ligger på grænsen af søgningen og har ingen standardfejl",
    "calibrate_together": "Tilpasset sammen",
    "calibrate_comment": (
        "Skrevet af ipscost calibrate. Hvad der ikke står her, står i det scenarie, filen bygger "
        "på."
    ),
    "calibrate_wrote": "skrev {file}",
}
