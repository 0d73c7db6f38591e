"""The words of simulate, verify, check and batch, and those that all results share."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # small words
    "list_evidence": "Offentliggjorte evalueringer (ipscost evidence stiller dem op side om side):",
    "horizon": "{months} måneder",
    "horizon_years": "{years} år",
    "horizon_one": "1 måned",
    "horizon_unknown": "en ikke oplyst tidshorisont",
    "society": "samfundet",
    "to": "til",
    "points": "procentpoint",
    "points_short": "pct.point",
    "over": "over",
    "under": "under",
    "and": "og",
    "listed": "{first}, {next}",
    "none": "ingen",
    "quoted": "»{label}«",
    # simulate: the headline
    "saves": (
        "{arm} sparer {whom} {amount} pr. person over {horizon} sammenlignet med "
        "{reference}{interval}, i {year}."
    ),
    "may_save": (
        "{arm} ventes at spare {whom} {amount} pr. person over {horizon} sammenlignet med "
        "{reference}, men det er usikkert{interval}, i {year}."
    ),
    "may_cost_more": (
        "{arm} ventes at koste {whom} {amount} mere pr. person over {horizon} end {reference}, men "
        "det er usikkert{interval}, i {year}."
    ),
    "costs_more": (
        "{arm} koster {whom} {amount} mere pr. person over {horizon} end {reference}{interval}, "
        "i {year}."
    ),
    "costs_the_same": (
        "{arm} koster {whom} det samme pr. person over {horizon} som {reference}, i {year}."
    ),
    "may_cost_the_same": (
        "{arm} ventes at koste {whom} det samme pr. person over {horizon} som {reference}, men det "
        "er usikkert{interval}, i {year}."
    ),
    "headline_interval": " ({level}-interval {low} til {high})",
    "headline_unsure": (
        "Hvor sikkert det er, kan ikke siges, fordi ingen af de omkostninger, der tæller med, har "
        "en angivet usikkerhed."
    ),
    "headline_few": "Én trækning siger intet om, hvor sikkert det er; det gør --draws 10000.",
    "headline_point": "Det er kun punktestimatet; --draws 10000 viser, hvor sikkert det er.",
    "break_even": "{arm} har tjent sig hjem fra måned {month}.",
    "break_even_start": "{arm} sparer penge fra første måned.",
    "break_even_same": "{arm} koster det samme i hver måned.",
    "break_even_never": "{arm} tjener sig ikke hjem inden for {horizon}.",
    "quantity_price": "{label}: pris",
    "quantity_mean": "{label}: {arm}",
    "quantity_difference": "{label}: forskel med {arm}",
    "quantity_ratio": "{label}: forhold med {arm}",
    "million": "{amount} mio.",
    "billion": "{amount} mia.",
    # headings
    "category": "Kategori",
    "difference": "Forskel",
    "difference_interval": "Forskel ({level}-interval)",
    "share_of_saving": "Andel af besparelse",
    "share_of_cost": "Andel af merudgift",
    "saving": "Besparelse",
    "saving_interval": "Besparelse ({level}-interval)",
    "probability": "Sandsynlighed for besparelse",
    "relative": "Relativ ændring",
    "outcome": "Resultat",
    "payer": "Betaler",
    "transfers": "Sparede overførsler",
    "month": "Måned",
    "in_month": "Besparelse i måneden",
    "so_far": "Besparelse indtil nu ({level}-interval)",
    "probability_so_far": "Sandsynlighed",
    # rows
    "resources": "Ressourcer",
    "productivity": "Produktivitet",
    "transfer": "Overførsler",
    "total": "I alt",
    "all_payers": "Alle betalere",
    "not_counted": "Ikke medregnet: {label}",
    # titles
    "title_costs": (
        "{title}\n{currency} pr. person over {horizon}, {year}, {seen}\nminus er en besparelse"
    ),
    "title_costs_arms": (
        "{arm} sammenlignet med {reference}\n{currency} pr. person over {horizon}, {year}, "
        "{seen}\nminus er en besparelse"
    ),
    "budget": "Tilsammen",
    "counted_share": "{label} ({share})",
    "paid_share": "{label} (betaler {share})",
    "note_dagger": "† Hviler på en antagelse, som står nedenfor.",
    "note_warning": "Kontrollér {place}: {message}.",
    "doubt_ratio": "et forhold på {ratio} er {ratio} gange referencearmen",
    "doubt_point": "punktummet i {text} er læst som et decimaltegn",
    "doubt_left": (
        "{way} for det tal, det erstatter, passer ikke til {value}, som derfor regnes for sikkert"
    ),
    "doubt_form": "tallet er angivet ved {new}, men det, det erstatter, ved {old}",
    "doubt_middle": "intervallets midtpunkt er {middle}, men tallet er {value}",
    "doubt_gain": "en produktivitet på {value} tæller som en omkostning",
    "note_median": (
        "{path}: Forholdet {value}, angivet med {way}, er en median; gennemsnittet, {mean}, er "
        "det, der regnes med."
    ),
    "note_unseen": (
        "{path}: Estimatet er den observerede andel, {value}; trækningerne følger en betafordeling "
        "({way}) med gennemsnittet {mean}."
    ),
    "note_median_stated": (
        "{path}: Forholdet {value}, angivet med {way}, er trækningernes median; deres gennemsnit, "
        "{mean}, er højere. Hovedanalysen bruger {value}."
    ),
    "note_outside": (
        "I {share} af trækningerne ligger niveauet for {label} med {arm} uden for det mulige."
    ),
    "note_unsplit": (
        "* Hvordan »{label}« deles mellem {members}, er ikke offentliggjort, så ingen af deres "
        "regnskaber er fuldstændige."
    ),
    "note_persons": "Deltagere i studiet: {arms}.",
    "calibrated": "kalibreret til",
    "by_construction": "ved konstruktion",
    "note_target": "{what}: {text}.",
    "break_even_spread": "Det er ikke angivet, hvornår {labels} falder; jævnt fordelt: {sentence}",
    "break_even_unknown": (
        "Hvornår indsatsen har tjent sig hjem, vides ikke, fordi det ikke er angivet, hvornår "
        "{labels} falder; det er et sted i måned {low} til {high}. Jævnt fordelt: {sentence}"
    ),
    "within_their_months": "{labels} inden for de angivne måneder",
    "others_too": "{count} andre",
    "title_outcomes": "Resultater",
    "title_payers": "Hvem betaler, og hvem vinder: {arm}",
    "title_months": "Måned for måned: {arm}",
    # notes
    "note_less_is_better": "Mindre er bedre for {labels}.",
    "note_better": (
        "Mere regnes for bedre, når det gælder {label}; er mindre bedre, så skriv better: lower "
        "under resultatet."
    ),
    "note_partial": (
        "* Ufuldstændig: uden {labels}, hvis niveauer aldrig er offentliggjort (vist med en "
        "streg). Forskellene er kendt, så summen af forskellene er fuldstændig."
    ),
    "note_unknown": (
        "Ukendt, vist med en streg: niveauet for {labels}; kun forskellen er offentliggjort."
    ),
    "note_mixed": (
        "I {labels} kan ressourcer og produktivitet ikke skilles ad, så ingen af delene er kendt."
    ),
    "note_assumption": "Antagelse om {path}: {text}.",
    "note_fixed": (
        "Holdt fast, fordi der ikke er angivet nogen usikkerhed: {paths}. Deres usikkerhed er ikke "
        "med i intervallerne."
    ),
    "note_sure_one": "Hvor godt det ene tal er underbygget: {parts}.",
    "note_sure": "Hvor godt de {count} tal er underbygget: {parts}.",
    "sure_verified": "{count} er kontrolleret",
    "sure_secondary": (
        "{count} er fra en sekundær kilde (læst i en publikation, der citerer originalen)"
    ),
    "sure_abstract": "{count} er fra et resumé",
    "sure_derived": "{count} er udledt (regnet ud fra andre tal)",
    "sure_assumed": "{count} er antaget",
    "note_money": "Omregning af penge: {sentence}.",
    "conversion_step": "x {factor} = {money}",
    "exchange_then_prices": "først valutakurs, så priser",
    "prices_then_exchange": "først priser, så valutakurs",
    "prices_then_ppp": "først egne priser, så købekraft",
    "ppp_then_prices": "først købekraft, så læserens priser",
    "note_relative": (
        "Der vises ingen relativ ændring for {labels}: det er i sig selv en ændring siden start, "
        "så et forholdstal ville vildlede."
    ),
    "note_even": (
        "Fordelt jævnt over deres måneder, fordi det ikke er angivet, hvornår i dem de falder: "
        "{paths}."
    ),
    "note_transfers": (
        "Overførsler (ydelser og skatter) flytter penge uden at bruge ressourcer: de vises, men "
        "tæller ikke med."
    ),
    "note_run": "{draws}; ipscost {version}; {scenario}, kontroltal {digest}.",
    "set_here": "{name} er ændret på kommandolinjen",
    "set_here_sourced": "{name} er ændret på kommandolinjen (filens eget tal er fra {source})",
    "set_here_assumed": "{name} er ændret på kommandolinjen; {text}",
    "set_here_sourced_assumed": (
        "{name} er ændret på kommandolinjen (filens eget tal er fra {source}); {text}"
    ),
    "note_set": "Ændret på kommandolinjen: {settings}.",
    "note_change": "Hvad der ville ændre svaret: ipscost sensitivity {name}",
    "note_explain": "Hvor et tal kommer fra: ipscost explain {name} {path}",
    "note_cancels": (
        "Der vises ingen andele for {arms}: kategorierne ophæver næsten hinanden, så andele af "
        "totalen ville vildlede."
    ),
    # verify
    "verify_good": "{name}: alle {count} offentliggjorte resultater passer.",
    "verify_good_construction": (
        "{name}: alle {count} offentliggjorte resultater passer, {construction} ved konstruktion."
    ),
    "verify_some": "{name}: {good} af {count} offentliggjorte resultater passer.",
    "verify_some_construction": (
        "{name}: {good} af {count} offentliggjorte resultater passer; {construction} af dem ved "
        "konstruktion."
    ),
    "verify_some_off": (
        "{name}: {good} af {count} offentliggjorte resultater passer; {off} afviger, som filen "
        "angiver."
    ),
    "verify_some_unchecked": (
        "{name}: {good} af {count} offentliggjorte resultater passer; {unchecked} ikke prøvet "
        "(kræver trækninger)."
    ),
    "verify_some_construction_off": (
        "{name}: {good} af {count} offentliggjorte resultater passer; {construction} af dem ved "
        "konstruktion; {off} afviger, som filen angiver."
    ),
    "verify_some_construction_unchecked": (
        "{name}: {good} af {count} offentliggjorte resultater passer; {construction} af dem ved "
        "konstruktion; {unchecked} ikke prøvet (kræver trækninger)."
    ),
    "verify_some_off_unchecked": (
        "{name}: {good} af {count} offentliggjorte resultater passer; {off} afviger, som filen "
        "angiver; {unchecked} ikke prøvet (kræver trækninger)."
    ),
    "verify_some_construction_off_unchecked": (
        "{name}: {good} af {count} offentliggjorte resultater passer; {construction} af dem ved "
        "konstruktion; {off} afviger, som filen angiver; {unchecked} ikke prøvet (kræver "
        "trækninger)."
    ),
    "verify_disagrees": (
        "Trykte resultater, der ikke følger af dem, de er trykt sammen med: {count}."
    ),
    "verify_bad": "{name}: offentliggjorte resultater, der ikke er genskabt: {bad} af {count}.",
    "verify_carried": (
        "{name}: det offentliggjorte gælder forsøget, og dets effekt føres over på en anden "
        "gruppe, så der er intet at efterprøve."
    ),
    "verify_none": (
        "{name}: intet offentliggjort resultat er angivet under reproduces:, så der er intet at "
        "efterprøve."
    ),
    "note_verify_time": (
        "Tid i tilstande sammenlignes med det offentliggjorte uden diskontering, som studier opgør "
        "den; simulate diskonterer den."
    ),
    "title_verify": "{name}: offentliggjort og simuleret",
    "title_verify_some": "{name}: offentliggjort og simuleret, {shown} af {count} resultater",
    "note_construction": (
        "Ved konstruktion: Værdien er et af scenariets tal, eller et af dem er udledt af den, så "
        "det siger intet om simuleringen, at den passer."
    ),
    "note_calibrated": (
        "Kalibreret til: Scenariets tal er tilpasset denne værdi. At den passer, viser, at "
        "modellen kan gengive den, ikke at den forudsiger den."
    ),
    "note_off": (
        "Afviger som angivet: Resultatet afviger ikke mere fra det offentliggjorte, end scenariet "
        "siger på forhånd, og scenariets noter siger hvorfor."
    ),
    "published": "Offentliggjort",
    "simulated": "Simuleret",
    "verdict": "Vurdering",
    "result": "Resultat",
    "unit": "Enhed",
    "agrees": "passer",
    "differs": "afviger",
    "off": "afviger som angivet",
    "disagrees": "følger ikke",
    "not_known": "ukendt",
    "unchecked": "kræver trækninger",
    "note_verdict": (
        "Et resultat passer, når det er lig med det offentliggjorte afrundet til samme ciffer."
    ),
    "what_saving": "Besparelse",
    "what_cost": "Omkostning",
    "what_difference": "Forskel",
    "what_outcome": "Niveau",
    "what_relative": "Relativ ændring",
    "what_probability": "Sandsynlighed for besparelse",
    "what_risk_ratio": "Relativ risiko",
    "what_risk_ratio_low": "Relativ risiko, nedre grænse for 95%",
    "what_risk_ratio_high": "Relativ risiko, øvre grænse for 95%",
    "what_odds_ratio": "Oddsratio",
    "what_odds_ratio_low": "Oddsratio, nedre grænse for 95%",
    "what_odds_ratio_high": "Oddsratio, øvre grænse for 95%",
    "what_p": "p-værdi",
    "result_of": "{what}, {arm}: {label}",
    "labelled": "{label}: {text}",
    "ranked": "{rank}. {label}",
    "flagged": "{label}{flag}",
    "from_to": "{low} til {high}",
    # new
    "new_wrote": "skrev {file} (og {schema} til jeres editor)",
    "new_wrote_kept": "skrev {file} ({schema} fandtes i forvejen og er uændret)",
    "new_wrote_other": (
        "skrev {file} ({schema} fandtes i forvejen og er uændret; den hører til en anden version: "
        "{mend})"
    ),
    "new_next": "ret den til, og kør så: ipscost check {file} && ipscost simulate {file}",
    # check
    "check_good": (
        "{file}: i orden (indsatser: {arms}; omkostningskategorier: {categories}; resultater: "
        "{outcomes}; tal: {numbers})."
    ),
    "check_good_unknown": (
        "{file}: i orden (indsatser: {arms}; omkostningskategorier: {categories}; resultater: "
        "{outcomes}; tal: {numbers}; ukendte: {unknown})."
    ),
    "check_good_warned": (
        "{file}: i orden, men med {warnings} (indsatser: {arms}; omkostningskategorier: "
        "{categories}; resultater: {outcomes}; tal: {numbers})."
    ),
    "check_good_warned_unknown": (
        "{file}: i orden, men med {warnings} (indsatser: {arms}; omkostningskategorier: "
        "{categories}; resultater: {outcomes}; tal: {numbers}; ukendte: {unknown})."
    ),
    "warnings": "{count} advarsler",
    "warnings_one": "1 advarsel",
    "check_free": "{file}: ingen omkostning afhænger af {paths}, så de ændrer ikke besparelsen.",
    "check_free_one": (
        "{file}: ingen omkostning afhænger af {paths}, så det ændrer ikke besparelsen."
    ),
    "check_strict": "{file}: ikke i orden, fordi --strict gør advarsler til fejl.",
    # batch
    "batch_done": (
        "{total}: beregnet {computed}, færdige i forvejen {reused}, mislykkede {failed}. "
        "Skrevet til {folder}: {files}."
    ),
    "batch_joined": (
        "{total}: samlet fra dele {joined}, færdige i forvejen {reused}, mislykkede {failed}. "
        "Skrevet til {folder}: {files}."
    ),
    "batch_part_done": (
        "Del {part}: {total}: beregnet {computed}, færdige i forvejen {reused}, mislykkede "
        "{failed}. Gemt i {folder}; når alle dele er færdige, skriver den samme kommando med "
        "--join i stedet for --part {part} tabellerne."
    ),
    "batch_part_empty": (
        "Del {part}: intet at gøre, for hele beregningen har {total}. Når alle dele er færdige, "
        "skriver den samme kommando med --join i stedet for --part {part} tabellerne."
    ),
    "runs": "{count} kørsler",
    "runs_one": "1 kørsel",
    "warning_in": "i {runs} af {total}",
    "warnings_more": "... og {count} advarsler mere: se {file}",
    "warnings_more_one": "... og 1 advarsel mere: se {file}",
    "batch_stopped": (
        "afbrudt: {done} af {total} er færdige og gemt i {folder}; den samme kommando fortsætter "
        "derfra"
    ),
    # a workbook
    "sheet_result": "Resultat",
    "sheet_numbers": "Tal",
    "sheet_notes": "Noter",
    "sheet_record": "Kørsel",
    "interval_low": "fra",
    "interval_high": "til",
}
