"""The words of calibrate, in English and Danish; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # the sentence
    "calibrate_count": (
        "{unknowns} fitted to {targets}",
        "{unknowns} er tilpasset {targets}",
    ),
    "calibrate_unknown_one": ("1 number", "1 tal"),
    "calibrate_unknowns": ("{count} numbers", "{count} tal"),
    "calibrate_target_one": ("1 target", "1 kalibreringsmål"),
    "calibrate_targets": ("{count} targets", "{count} kalibreringsmål"),
    "calibrate_agrees": (
        "{count}: the model and the targets agree within the errors of the targets (weighted sum "
        "of squares {squares} with {degrees}, p {p}).",
        "{count}: modellen og kalibreringsmålene stemmer overens inden for målenes usikkerhed "
        "(vægtet kvadratsum {squares} med {degrees}, p {p}).",
    ),
    "calibrate_differs": (
        "{count}, but the model does not agree with the targets (weighted sum of squares {squares} "
        "with {degrees}, p {p}). Furthest off is {worst}: {residual} standard errors.",
        "{count}, men modellen stemmer ikke med kalibreringsmålene (vægtet kvadratsum {squares} "
        "med {degrees}, p {p}). Længst fra er {worst}: {residual} standardfejl.",
    ),
    "calibrate_exact": (
        "{count}, and all are met. No target is to spare, so this says nothing of whether the "
        "model is right.",
        "{count}, og alle er ramt. Der er intet mål i overskud, så det siger intet om, hvorvidt "
        "modellen er rigtig.",
    ),
    "calibrate_missed": (
        "{count}, but not all can be met, though no target is to spare (weighted sum of squares "
        "{squares}). Furthest off is {worst}: {residual} standard errors.",
        "{count}, men ikke alle kan rammes, skønt intet mål er i overskud (vægtet kvadratsum "
        "{squares}). Længst fra er {worst}: {residual} standardfejl.",
    ),
    "calibrate_degree": ("1 degree of freedom", "1 frihedsgrad"),
    "calibrate_degrees": ("{count} degrees of freedom", "{count} frihedsgrader"),
    # what is told apart
    "calibrate_apart": (
        "The targets tell the numbers apart (condition number {condition}).",
        "Kalibreringsmålene kan skelne tallene fra hinanden (konditionstal {condition}).",
    ),
    "calibrate_open_one": (
        "The targets do not determine {up}: at the fit none of them changes with it.",
        "Kalibreringsmålene bestemmer ikke {up}: ved tilpasningen ændrer ingen af dem sig med det.",
    ),
    "calibrate_open_same": (
        "The targets cannot tell {up} apart: higher values of all of them together fit as well.",
        "Kalibreringsmålene kan ikke skelne {up} fra hinanden: højere værdier af dem alle på én "
        "gang passer lige så godt.",
    ),
    "calibrate_open_opposite": (
        "The targets cannot tell {both} apart: a higher {up} with a lower {down} fits as well.",
        "Kalibreringsmålene kan ikke skelne {both} fra hinanden: højere {up} sammen med lavere "
        "{down} passer lige så godt.",
    ),
    "calibrate_near_same": (
        "The targets hardly tell {first} and {second} apart: higher values of both fit nearly as "
        "well (correlation {rho}).",
        "Kalibreringsmålene kan dårligt skelne {first} og {second} fra hinanden: højere værdier af "
        "begge passer næsten lige så godt (korrelation {rho}).",
    ),
    "calibrate_near_opposite": (
        "The targets hardly tell {first} and {second} apart: a higher {first} with a lower "
        "{second} fits nearly as well (correlation {rho}).",
        "Kalibreringsmålene kan dårligt skelne {first} og {second} fra hinanden: højere {first} "
        "sammen med lavere {second} passer næsten lige så godt (korrelation {rho}).",
    ),
    "calibrate_slack": (
        "The targets do not determine {label}: from {low} to {high} all of it fits as well within "
        "chance, while the other numbers follow.",
        "Kalibreringsmålene bestemmer ikke {label}: fra {low} til {high} passer det hele lige så "
        "godt inden for tilfældets grænser, når de andre tal følger med.",
    ),
    "calibrate_low": (
        "{label} lies on its lower bound, {value}: the targets ask for less.",
        "{label} ligger på sin nedre grænse, {value}: kalibreringsmålene peger på mindre.",
    ),
    "calibrate_high": (
        "{label} lies on its upper bound, {value}: the targets ask for more.",
        "{label} ligger på sin øvre grænse, {value}: kalibreringsmålene peger på mere.",
    ),
    "calibrate_others": (
        "There is more than one answer: other values fit nearly as well (see the table).",
        "Der er mere end ét svar: andre værdier passer næsten lige så godt (se tabellen).",
    ),
    # names
    "calibrate_is_mean": ("{label}, {arm}", "{label}, {arm}"),
    "calibrate_is_difference": ("{label}, {arm}: difference", "{label}, {arm}: forskel"),
    "calibrate_is_ratio": ("{label}, {arm}: ratio", "{label}, {arm}: forhold"),
    "calibrate_is_risk_ratio": ("{label}, {arm}: risk ratio", "{label}, {arm}: relativ risiko"),
    "calibrate_is_hazard_ratio": ("{label}, {arm}: hazard ratio", "{label}, {arm}: hazardratio"),
    "calibrate_is_odds_ratio": ("{label}, {arm}: odds ratio", "{label}, {arm}: oddsratio"),
    "calibrate_is_price": ("{label}: price", "{label}: pris"),
    "calibrate_after": (
        "{arm}: {label}, of those not in: {before}",
        "{arm}: {label}, af dem, der ikke er i: {before}",
    ),
    # the tables
    "title_calibrate_unknowns": ("{name}: fitted numbers", "{name}: tilpassede tal"),
    "title_calibrate_targets": (
        "{name}: targets and what the fit gives",
        "{name}: kalibreringsmål, og hvad tilpasningen giver",
    ),
    "title_calibrate_fit": ("{name}: how it fits", "{name}: hvordan det passer"),
    "title_calibrate_others": (
        "{name}: other values that fit nearly as well",
        "{name}: andre værdier, der passer næsten lige så godt",
    ),
    "calibrate_number": ("Number", "Tal"),
    "calibrate_target": ("Target", "Kalibreringsmål"),
    "calibrate_fitted": ("Fitted", "Tilpasset"),
    "calibrate_interval": ("{level} interval", "{level}-interval"),
    "calibrate_se": ("Standard error", "Standardfejl"),
    "calibrate_at": ("Lies", "Ligger"),
    "calibrate_inside": ("inside", "indenfor"),
    "calibrate_at_low": ("on the lower bound", "på nedre grænse"),
    "calibrate_at_high": ("on the upper bound", "på øvre grænse"),
    "calibrate_at_close": ("hardly told apart", "dårligt skelnet"),
    "calibrate_at_open": ("not determined", "ikke bestemt"),
    "calibrate_residual": ("Residual in standard errors", "Afvigelse i standardfejl"),
    "calibrate_what": ("Measure", "Mål"),
    "calibrate_value": ("Value", "Værdi"),
    "calibrate_squares": ("Weighted sum of squares", "Vægtet kvadratsum"),
    "calibrate_at_start": ("Weighted sum of squares at the start", "Vægtet kvadratsum ved start"),
    "calibrate_freedom": ("Degrees of freedom", "Frihedsgrader"),
    "calibrate_p": ("p (chi-square)", "p (chi-i-anden)"),
    "calibrate_condition": ("Condition number", "Konditionstal"),
    "calibrate_singular": ("Singular values", "Singulære værdier"),
    "calibrate_infinite": ("infinite", "uendeligt"),
    "calibrate_other": ("Other fit {number}: {label}", "Anden tilpasning {number}: {label}"),
    # the notes
    "note_calibrate_se": (
        "A standard error of a fitted number follows from those of the targets, as if they were "
        "independent of each other and the model were right. It says nothing of errors of the "
        "model, and nothing of numbers that were not fitted.",
        "Standardfejlen for et tilpasset tal følger af kalibreringsmålenes standardfejl, som om "
        "målene var uafhængige af hinanden, og modellen var rigtig. Den siger intet om fejl i "
        "modellen og intet om tal, der ikke er tilpasset.",
    ),
    "note_calibrate_starts": (
        "The search began at {starts} places; {same} of them ended at this fit.",
        "Søgningen begyndte {starts} steder; {same} af dem endte ved denne tilpasning.",
    ),
    "note_calibrate_starts_open": (
        "The search began at {starts} places. Where a number is not determined, each ends "
        "elsewhere, so no value is shown.",
        "Søgningen begyndte {starts} steder. Hvor et tal ikke er bestemt, ender de hver sit sted, "
        "så der vises ingen værdi.",
    ),
    "note_calibrate_expected": (
        "Targets are held against the model with every other number as in the base case.",
        "Kalibreringsmålene holdes op mod modellen med alle andre tal som i hovedanalysen.",
    ),
    "note_calibrate_time": (
        "Time in states is not discounted here, since what was published is counted time.",
        "Tid i tilstande diskonteres ikke her, for det offentliggjorte er talt tid.",
    ),
    "note_calibrate_dist": (
        "Intervals are those of the distributions with which the numbers are written: {dists}.",
        "Intervallerne er dem fra de fordelinger, som tallene skrives med: {dists}.",
    ),
    "calibrate_dist": ("{label} {dist}", "{label}: {dist}"),
    "calibrate_normal": ("normal", "normalfordeling"),
    "calibrate_lognormal": ("lognormal", "lognormalfordeling"),
    "calibrate_gamma": ("gamma", "gammafordeling"),
    "calibrate_beta": ("beta", "betafordeling"),
    "calibrate_uniform": ("uniform", "ligefordeling"),
    "note_calibrate_of": ("{label}: {text}", "Om {label}: {text}"),
    "note_calibrate_run": (
        "Seed {seed}; ipscost {version}; {scenario}, digest {digest}.",
        "Startværdi {seed}; ipscost {version}; {scenario}, kontroltal {digest}.",
    ),
    "note_calibrate_write": (
        "To write the fitted numbers as a scenario: {command}",
        "For at skrive de tilpassede tal som et scenarie: {command}",
    ),
    # the scenario that is written
    "calibrate_title": ("{title}, calibrated", "{title}, kalibreret"),
    "calibrate_note": (
        "{count}; weighted sum of squares {squares}.",
        "{count}; vægtet kvadratsum {squares}.",
    ),
    "calibrate_to": (
        "calibrated to {targets} by ipscost {version}, seed {seed}",
        "kalibreret til {targets} af ipscost {version}, startværdi {seed}",
    ),
    "calibrate_to_each": ("{name} ({value})", "{name} ({value})"),
    "calibrate_to_bound": (
        "{text}; it lies on the bound of its search and has no standard error",
        "{text}; det ligger på grænsen af søgningen og har ingen standardfejl",
    ),
    "calibrate_together": ("Fitted together", "Tilpasset sammen"),
    "calibrate_comment": (
        "Written by ipscost calibrate. What is not here is in the scenario that it extends.",
        "Skrevet af ipscost calibrate. Hvad der ikke står her, står i det scenarie, den udvider.",
    ),
    "calibrate_wrote": ("wrote {file}", "skrev {file}"),
}
