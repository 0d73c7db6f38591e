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
    "median_stated": (
        "The stated {value} is a median; the draws have it as theirs and a mean of {mean}, and the "
        "base case has {value}",
        "Det angivne tal, {value}, er en median; trækningerne har den som deres og et gennemsnit "
        "på {mean}, og hovedanalysen har {value}",
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
    "way_unseen": (
        "{events} of {n}, with half a person added to each group",
        "{events} af {n}, med en halv person lagt til i hver gruppe",
    ),
    "dist_normal": ("normal(mean {mean}, sd {sd})", "normal(middelværdi {mean}; spredning {sd})"),
    "dist_lognormal": (
        "lognormal(mu {mu}, sigma {sigma})",
        "lognormal(my {mu}; sigma {sigma})",
    ),
    "dist_gamma": ("gamma(shape {shape}, scale {scale})", "gamma(form {shape}; skala {scale})"),
    "dist_beta": ("beta(a {a}, b {b})", "beta(a {a}; b {b})"),
    "dist_uniform": ("uniform({low} to {high})", "ligefordelt({low} til {high})"),
    "dist_from": ("{way} gives {dist} in {unit}", "{way} giver {dist} ({unit})"),
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
    # what a sum is made of
    "share_of_sum": ("Share", "Andel"),
    "parts_sign": (
        "Differences in cost from the reference arm: minus is saved, plus is spent.",
        "Forskelle i omkostning fra sammenligningsarmen: minus er sparet, plus er brugt.",
    ),
    "parts_sign_payer": (
        "Differences in what the payer pays: minus is a gain to it, plus a loss. ipscost payers "
        "shows the same with the sign of the gain.",
        "Forskelle i, hvad betaleren betaler: minus er en gevinst for den, plus et tab. ipscost "
        "payers viser det samme med gevinstens fortegn.",
    ),
    "parts_transfers": (
        "Transfers are not counted ({perspective}): {paths}.",
        "Overførsler er ikke medregnet ({perspective}): {paths}.",
    ),
    "parts_transfers_all": (
        "All of it is transfers, which are not counted ({perspective}): it adds 0 to the total. "
        "What is shown is what they come to by themselves.",
        "Det hele er overførsler, som ikke er medregnet ({perspective}): det lægger 0 til totalen. "
        "Her vises, hvad de løber op i for sig selv.",
    ),
    "parts_left_out": (
        "Not counted ({perspective}): {paths}.",
        "Ikke medregnet ({perspective}): {paths}.",
    ),
    "parts_left_out_all": (
        "Nothing of it is counted ({perspective}): it adds 0 to the total. What is shown is what "
        "it comes to by itself.",
        "Intet af det er medregnet ({perspective}): det lægger 0 til totalen. Her vises, hvad det "
        "løber op i for sig selv.",
    ),
    # a correlation
    "title_matrix": ("The matrix of {path}", "Matricen for {path}"),
    "matrix_member": ("Drawn together", "Trækkes sammen"),
    "correlation_read": (
        "{label}: what is drawn together is {members}",
        "{label}: det, der trækkes sammen, er {members}",
    ),
    "correlation_draws": (
        "the normal scores of the members have these correlations; each number keeps its own "
        "distribution (Gaussian copula)",
        "medlemmernes normalscorer har disse korrelationer; hvert tal beholder sin egen fordeling "
        "(Gauss-kopula)",
    ),
    # values by cycle
    "step_series": ("by cycle", "pr. cyklus"),
    "series_is": (
        "{count} values, one for each {cycle}: {first} in the first, {last} in the last",
        "{count} værdier, en for hver {cycle}: {first} i den første, {last} i den sidste",
    ),
    "series_holds": (
        "{text}, which holds on to cycle {cycles}",
        "{text}, som gælder videre til cyklus {cycles}",
    ),
    "series_read": ("{file}, column {column}: {text}", "{file}, kolonnen {column}: {text}"),
    # outcomes of a model
    "step_counts": ("what is counted", "hvad der tælles"),
    "counts_ever": (
        "the share who have ever been in {states} by month {month}",
        "andelen, der på noget tidspunkt har været i {states} ved måned {month}",
    ),
    "counts_at": (
        "the share in {states} at month {month}",
        "andelen i {states} ved måned {month}",
    ),
    "counts_time": (
        "the time spent in {states} up to month {month}",
        "tiden i {states} frem til måned {month}",
    ),
    "step_moves": ("moves behind it", "skift bag det"),
    "moves_into": ("in by {paths}", "ind ved {paths}"),
    "moves_out": ("out by {paths}", "ud ved {paths}"),
    "step_levels": ("in each arm", "i hver arm"),
    # timing
    "follows_in": ("follows the people in {states}", "følger dem, der er i {states}"),
    "follows_enter": ("follows those who enter {states}", "følger dem, der kommer ind i {states}"),
    "follows_move": ("follows those who go {states}", "følger dem, der går {states}"),
    "follows_start": ("at the start", "ved start"),
    "follows_of": ("follows what it is a rate of, {of}", "følger det, den er en sats af: {of}"),
    "timing_follows": (
        "{text}: {first} in month 1, {last} in month {months}, {total} over {months} months",
        "{text}: {first} i måned 1, {last} i måned {months}, {total} over {months} måneder",
    ),
    "timing_continues": (
        "{text}, and then on at its last monthly amount",
        "{text}, og derefter videre med det sidste månedsbeløb",
    ),
    "timing_uniform": ("evenly over the months", "jævnt over månederne"),
    "timing_months": ("in months {first} to {last} alone", "kun i måned {first} til {last}"),
    "timing_weights": ("by the stated weights", "efter de angivne vægte"),
    "timing_end": ("at the end of the horizon", "ved periodens udgang"),
    "timing_monthly": ("every month, {text}", "hver måned, {text}"),
}
