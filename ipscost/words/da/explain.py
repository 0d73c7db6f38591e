"""The words of explain."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "title_paths": "Hvad der kan forklares, med ipscost explain FIL STI",
    "path": "Sti",
    "title_explain": "Hvor {path} kommer fra",
    "title_parts": "Hvad {path} består af",
    "step": "Trin",
    "what_it_is": "Forklaring",
    "step_file": "i filen",
    "step_read": "læst som",
    "step_source": "kilde",
    "step_assumption": "antagelse",
    "step_note": "note",
    "step_uncertainty": "usikkerhed",
    "step_money": "penge",
    "step_draws": "trækninger",
    "step_price": "pris x forbrug",
    "price_times_use": "{price} x ({parts})",
    "step_months": "over månederne",
    "step_present": "nutidsværdi",
    "step_share": "andel, der tæller",
    "step_table": "i tabellen",
    "step_total": "i totalen",
    "role_mean": "{label} med {arm}: et niveau på {value} {unit}",
    "role_difference": "{label} med {arm}: en forskel på {value} {unit} i forhold til {reference}",
    "role_ratio": "{label} med {arm}: {value} gange niveauet med {reference}",
    "role_threshold": "{label}: én mere er {value} {unit} værd",
    "step_bounds": "grænser",
    "bounds_are": "{low} til {high} {unit}: så langt varierer en følsomhedsanalyse det",
    "step_use": "bruges til",
    "threshold_use": (
        "nettogevinsten for hver indsats: dette x {label} - omkostning (cea, voi, sensitivity og "
        "threshold med --outcome); det indgår ikke i nogen besparelse, og --wtp går forud for det"
    ),
    "role_price": "{label}: en pris på {value} {unit}",
    "sure_is": "{source} ({sure}): {cite}",
    "is_verified": "kontrolleret",
    "is_secondary": "sekundær",
    "is_abstract": "fra resumé",
    "is_derived": "udledt",
    "is_assumed": "antaget",
    "no_source": "ingen: en antagelse",
    "fixed": "fast: ingen usikkerhed er angivet",
    "way_se": "standardfejl {se}",
    "way_p": "p {p} (tosidet)",
    "way_interval": "{level}%-interval {low} til {high}",
    "way_n": "n {n}",
    "way_unseen": "{events} af {n}, med en halv person lagt til i hver gruppe",
    "dist_normal": "normal(middelværdi {mean}; spredning {sd})",
    "dist_lognormal": "lognormal(my {mu}; sigma {sigma})",
    "dist_gamma": "gamma(form {shape}; skala {scale})",
    "dist_beta": "beta(a {a}; b {b})",
    "dist_uniform": "ligefordelt({low} til {high})",
    "dist_from": "{way} giver {dist} ({unit})",
    "dist_median_mean": (
        "{way} giver {dist} ({unit}). Det angivne tal, {value}, er en median; dets gennemsnit, "
        "{mean}, er det, der tæller"
    ),
    "dist_median_stated": (
        "{way} giver {dist} ({unit}). Det angivne tal, {value}, er en median; trækningerne har den "
        "som deres og et gennemsnit på {mean}, og hovedanalysen har {value}"
    ),
    "no_conversion": "allerede {money}; intet at omregne",
    "no_money": "ikke penge; intet at omregne",
    "conversion_alone": "{way}: {value}",
    "conversion_is": "{way}: {value}. {sources}",
    "draws_are": (
        "talfølge '{path}', startværdi {seed}: {n}, gennemsnit {mean}, spredning {sd}; {level} "
        "ligger mellem {low} og {high}; den første er {first}"
    ),
    "draws_fixed": "ens i hver trækning: {value}",
    "timing_is": "{text}: {first} i måned 1, {total} over {months} måneder",
    "present_is": "diskonteret med {rates}: {value} {unit}",
    "present_scheduled": (
        "diskonteret med {rates}: {value} {unit}. Renteforløb {schedule}: {source}."
    ),
    "rate_none": "0% om året",
    "table_is": "{arm}: forskel {difference}",
    "table_with": "{arm}: forskel {difference}, {level}-interval",
    "total_is": "{arm}: {share} af besparelsen på {total}",
    "total_cost_is": "{arm}: {share} af merudgiften på {total}",
    "total_cancels": "{arm}: ingen andel; kategorierne ophæver næsten hinanden",
    "total_outcome": "et resultat, som ikke indgår i nogen total",
    "total_uncounted": "ikke medregnet ({perspective})",
    # what a sum is made of
    "share_of_sum": "Andel",
    "parts_sign": (
        "Forskelle i omkostning i forhold til referencearmen: minus er en besparelse, plus en "
        "merudgift."
    ),
    "parts_sign_payer": (
        "Forskelle i, hvad betaleren betaler: minus er en gevinst for betaleren, plus et tab. "
        "ipscost payers viser det samme med gevinstens fortegn."
    ),
    "parts_transfers": "Overførsler tæller ikke med ({perspective}): {paths}.",
    "parts_transfers_all": (
        "Det hele er overførsler, som ikke tæller med ({perspective}): det lægger 0 til totalen. "
        "Her vises summen af dem alene."
    ),
    "parts_left_out": "Ikke medregnet ({perspective}): {paths}.",
    "parts_left_out_all": (
        "Intet af det tæller med ({perspective}): det lægger 0 til totalen. Her vises summen af "
        "det alene."
    ),
    # a correlation
    "title_matrix": "Matricen for {path}",
    "matrix_member": "Trækkes sammen",
    "correlation_read": "{label}: det, der trækkes sammen, er {members}",
    "correlation_draws": (
        "medlemmernes normalscorer har disse korrelationer; hvert tal beholder sin egen fordeling "
        "(Gauss-kopula)"
    ),
    # values by cycle
    "step_series": "pr. cyklus",
    "series_is": "{count} værdier, en for hver {cycle}: {first} i den første, {last} i den sidste",
    "series_holds": "{text}, som gælder til og med cyklus {cycles}",
    "series_read": "{file}, kolonnen {column}: {text}",
    # outcomes of a model
    "step_counts": "hvad der tælles",
    "counts_ever": "andelen, der på noget tidspunkt har været i {states} ved måned {month}",
    "counts_at": "andelen i {states} ved måned {month}",
    "counts_time": "tiden i {states} frem til måned {month}",
    "step_moves": "overgange bag det",
    "moves_into": "ind ved {paths}",
    "moves_out": "ud ved {paths}",
    "step_levels": "for hver indsats",
    # timing
    "follows_in": "følger dem, der er i {states}",
    "follows_enter": "følger dem, der kommer ind i {states}",
    "follows_move": "følger dem, der går {states}",
    "follows_start": "ved start",
    "follows_of": "følger det, den er en sats af: {of}",
    "timing_follows": (
        "{text}: {first} i måned 1, {last} i måned {months}, {total} over {months} måneder"
    ),
    "timing_continues": "{text}, og derefter videre med den sidste måneds beløb",
    "timing_uniform": "jævnt over månederne",
    "timing_months": "kun i måned {first} til {last}",
    "timing_never": "gælder ikke i nogen af månederne",
    "timing_weights": "efter de angivne vægte",
    "timing_end": "ved horisontens udløb",
    "timing_monthly": "hver måned, {text}",
}
