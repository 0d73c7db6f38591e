"""The words of explain, in English and Danish; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "title_explain": ("Where {path} comes from", "Hvor {path} kommer fra"),
    "title_parts": ("What {path} is made of", "Hvad {path} består af"),
    "step": ("Step", "Trin"),
    "what_it_is": ("What it is now", "Hvad det er nu"),
    "step_file": ("in the file", "i filen"),
    "step_read": ("read as", "læst som"),
    "step_source": ("source", "kilde"),
    "step_assumption": ("assumption", "antagelse"),
    "step_note": ("note", "note"),
    "step_uncertainty": ("uncertainty", "usikkerhed"),
    "step_money": ("money", "penge"),
    "step_draws": ("draws", "trækninger"),
    "step_price": ("price x use", "pris x forbrug"),
    "step_months": ("over the months", "over månederne"),
    "step_present": ("present value", "nutidsværdi"),
    "step_share": ("share that counts", "andel, der tæller"),
    "median_mean": (
        "The stated {value} is a median; its mean, {mean}, is what counts",
        "Det angivne tal, {value}, er en median; dets gennemsnit, {mean}, er det, der tæller",
    ),
    "step_table": ("in the table", "i tabellen"),
    "step_total": ("in the total", "i totalen"),
    "role_mean": (
        "{label} in {arm}: a level of {value} {unit}",
        "{label} i {arm}: et niveau på {value} {unit}",
    ),
    "role_difference": (
        "{label} in {arm}: a difference of {value} {unit} from {reference}",
        "{label} i {arm}: en forskel på {value} {unit} fra {reference}",
    ),
    "role_ratio": (
        "{label} in {arm}: {value} times {reference}",
        "{label} i {arm}: {value} gange {reference}",
    ),
    "role_threshold": (
        "{label}: one more is worth {value} {unit}",
        "{label}: én mere er {value} {unit} værd",
    ),
    "step_bounds": ("bounds", "grænser"),
    "bounds_are": (
        "{low} to {high} {unit}: how far a sensitivity analysis varies it",
        "{low} til {high} {unit}: så langt varierer en følsomhedsanalyse det",
    ),
    "step_use": ("used for", "bruges til"),
    "threshold_use": (
        "the net benefit of each arm: this x {label} - cost (cea, voi, sensitivity and threshold "
        "with --outcome); it is in no saving, and --wtp stands before it",
        "nettogevinsten for hver arm: dette x {label} - omkostning (cea, voi, sensitivity og "
        "threshold med --outcome); det indgår i ingen besparelse, og --wtp går forud for det",
    ),
    "role_price": ("{label}: a price of {value} {unit}", "{label}: en pris på {value} {unit}"),
    "sure_is": ("{source} ({sure}): {cite}", "{source} ({sure}): {cite}"),
    "is_verified": ("verified", "kontrolleret"),
    "is_secondary": ("secondary", "sekundær"),
    "is_abstract": ("abstract", "fra resumé"),
    "is_derived": ("derived", "afledt"),
    "is_assumed": ("assumed", "antaget"),
    "no_source": ("none: an assumption", "ingen: en antagelse"),
    "fixed": ("fixed: no uncertainty was stated", "fast: ingen usikkerhed er angivet"),
    "way_se": ("se {se}", "standardfejl {se}"),
    "way_p": ("p {p} (two-sided)", "p {p} (tosidet)"),
    "way_interval": ("{level}% interval {low} to {high}", "{level}%-interval {low} til {high}"),
    "way_n": ("n {n}", "n {n}"),
    "dist_normal": ("normal(mean {mean}, sd {sd})", "normal(middelværdi {mean}; spredning {sd})"),
    "dist_lognormal": (
        "lognormal(mu {mu}, sigma {sigma})",
        "lognormal(my {mu}; sigma {sigma})",
    ),
    "dist_gamma": ("gamma(shape {shape}, scale {scale})", "gamma(form {shape}; skala {scale})"),
    "dist_beta": ("beta(a {a}, b {b})", "beta(a {a}; b {b})"),
    "dist_uniform": ("uniform({low} to {high})", "ligefordelt({low} til {high})"),
    "dist_from": ("{way} gives {dist} in {unit}", "{way} giver {dist} i {unit}"),
    "no_conversion": ("already {money}; nothing to convert", "allerede {money}; intet at omregne"),
    "no_money": ("not money; nothing to convert", "ikke penge; intet at omregne"),
    "draws_are": (
        "stream '{path}', seed {seed}: {n}, mean {mean}, sd {sd}, {level} between {low} "
        "and {high}; the first is {first}",
        "strøm '{path}', startværdi {seed}: {n}, gennemsnit {mean}, spredning {sd}; "
        "{level} mellem {low} og {high}; den første er {first}",
    ),
    "draws_fixed": ("the same in every draw: {value}", "ens i hver trækning: {value}"),
    "timing_is": (
        "{text}: {first} in month 1, {total} over {months} months",
        "{text}: {first} i måned 1, {total} over {months} måneder",
    ),
    "present_is": (
        "discounted by {rates}: {value} {unit}",
        "diskonteret med {rates}: {value} {unit}",
    ),
    "rate_none": ("0% a year", "0% om året"),
    "table_is": ("{arm}: difference {difference}", "{arm}: forskel {difference}"),
    "table_with": (
        "{arm}: difference {difference}, {level} interval",
        "{arm}: forskel {difference}, {level}-interval",
    ),
    "total_is": (
        "{arm}: {share} of the saving of {total}",
        "{arm}: {share} af besparelsen på {total}",
    ),
    "total_cost_is": (
        "{arm}: {share} of the extra cost of {total}",
        "{arm}: {share} af merudgiften på {total}",
    ),
    "total_cancels": (
        "{arm}: no share; the categories nearly cancel out",
        "{arm}: ingen andel; kategorierne ophæver næsten hinanden",
    ),
    "total_outcome": ("an outcome; it is in no total", "et resultat; det indgår i ingen total"),
    "total_uncounted": (
        "not counted ({perspective})",
        "ikke medregnet ({perspective})",
    ),
    # timing
    "timing_uniform": ("evenly over the months", "jævnt over månederne"),
    "timing_months": ("in months {first} to {last} alone", "kun i måned {first} til {last}"),
    "timing_weights": ("by the stated weights", "efter de angivne vægte"),
    "timing_end": ("at the end of the horizon", "ved periodens udgang"),
    "timing_monthly": ("every month, {text}", "hver måned, {text}"),
}
