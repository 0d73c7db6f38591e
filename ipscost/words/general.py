"""The words of simulate, verify, check and batch, and those that all results share."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # small words
    "horizon": ("{months} months", "{months} måneder"),
    "horizon_years": ("{years} years", "{years} år"),
    "horizon_one": ("1 month", "1 måned"),
    "society": ("society", "samfundet"),
    "to": ("to", "til"),
    "points": ("points", "point"),
    "over": ("over", "over"),
    "under": ("under", "under"),
    "and": ("and", "og"),
    "none": ("none", "ingen"),
    # simulate: the headline
    "saves": (
        "{arm} saves {whom} {amount} per person over {horizon} against {reference}{interval}, "
        "in {year} prices.",
        "{arm} sparer {whom} {amount} pr. person over {horizon} sammenlignet med "
        "{reference}{interval}, i {year}-priser.",
    ),
    "may_save": (
        "{arm} is expected to save {whom} {amount} per person over {horizon} against "
        "{reference}, but this is not clear{interval}, in {year} prices.",
        "{arm} ventes at spare {whom} {amount} pr. person over {horizon} sammenlignet med "
        "{reference}, men det er ikke klart{interval}, i {year}-priser.",
    ),
    "may_cost_more": (
        "{arm} is expected to cost {whom} {amount} more per person over {horizon} than "
        "{reference}, but this is not clear{interval}, in {year} prices.",
        "{arm} ventes at koste {whom} {amount} mere pr. person over {horizon} end "
        "{reference}, men det er ikke klart{interval}, i {year}-priser.",
    ),
    "costs_more": (
        "{arm} costs {whom} {amount} more per person over {horizon} than {reference}{interval}, "
        "in {year} prices.",
        "{arm} koster {whom} {amount} mere pr. person over {horizon} end {reference}{interval}, "
        "i {year}-priser.",
    ),
    "costs_the_same": (
        "{arm} costs {whom} the same per person over {horizon} as {reference}, in {year} prices.",
        "{arm} koster {whom} det samme pr. person over {horizon} som {reference}, i {year}-priser.",
    ),
    "headline_interval": (
        " ({level} interval {low} to {high})",
        " ({level}-interval {low} til {high})",
    ),
    "headline_probability": (
        "The probability that it saves money is {probability}{given}.",
        "Sandsynligheden for, at det sparer penge, er {probability}{given}.",
    ),
    "headline_unsure": (
        "How sure this is cannot be said: no cost that counts here has a stated uncertainty.",
        "Hvor sikkert det er, kan ikke siges: ingen omkostning, der tæller her, har en angivet "
        "usikkerhed.",
    ),
    "headline_few": (
        "One draw says nothing about how sure this is; --draws 10000 does.",
        "Én trækning siger intet om, hvor sikkert det er; det gør --draws 10000.",
    ),
    "headline_point": (
        "This is the point estimate alone; --draws 10000 shows how sure it is.",
        "Det er punktestimatet alene; --draws 10000 viser, hvor sikkert det er.",
    ),
    "break_even": (
        "{arm} has saved more than it cost from month {month} on.",
        "{arm} har sparet mere, end det har kostet, fra måned {month}.",
    ),
    "break_even_start": (
        "{arm} saves money from the first month.",
        "{arm} sparer penge fra første måned.",
    ),
    "break_even_same": (
        "{arm} costs the same in every month.",
        "{arm} koster det samme i hver måned.",
    ),
    "break_even_never": (
        "{arm} does not break even within {horizon}.",
        "{arm} tjener sig ikke hjem inden for {horizon}.",
    ),
    "quantity_price": ("{label}: price", "{label}: pris"),
    "quantity_mean": ("{label}: {arm}", "{label}: {arm}"),
    "quantity_difference": ("{label}: difference with {arm}", "{label}: forskel med {arm}"),
    "quantity_ratio": ("{label}: ratio with {arm}", "{label}: forhold med {arm}"),
    "million": ("{amount} million", "{amount} mio."),
    "billion": ("{amount} billion", "{amount} mia."),
    # headings
    "category": ("Category", "Kategori"),
    "difference": ("Difference", "Forskel"),
    "difference_interval": ("Difference ({level} interval)", "Forskel ({level}-interval)"),
    "share_of_saving": ("Share of saving", "Andel af besparelse"),
    "share_of_cost": ("Share of cost", "Andel af merudgift"),
    "saving": ("Saving", "Besparelse"),
    "saving_interval": ("Saving ({level} interval)", "Besparelse ({level}-interval)"),
    "probability": ("Probability of saving", "Sandsynlighed for besparelse"),
    "relative": ("Relative change", "Relativ ændring"),
    "outcome": ("Outcome", "Resultat"),
    "payer": ("Payer", "Betaler"),
    "transfers": ("Transfers saved", "Sparede overførsler"),
    "month": ("Month", "Måned"),
    "in_month": ("Saving in the month", "Besparelse i måneden"),
    "so_far": ("Saving so far ({level} interval)", "Besparelse indtil nu ({level}-interval)"),
    "probability_so_far": ("Probability", "Sandsynlighed"),
    # rows
    "resources": ("Real resources", "Reelle ressourcer"),
    "productivity": ("Productivity", "Produktivitet"),
    "transfer": ("Transfers", "Overførsler"),
    "total": ("Total", "I alt"),
    "all_payers": ("All payers", "Alle betalere"),
    "not_counted": ("Not counted: {label}", "Ikke medregnet: {label}"),
    # titles
    "title_costs": (
        "{title}\n{currency} per person over {horizon}, {year} prices, {perspective}{discounted}\n"
        "a minus is a saving",
        "{title}\n{currency} pr. person over {horizon}, {year}-priser, {perspective}{discounted}\n"
        "minus er en besparelse",
    ),
    "title_costs_arms": (
        "{arm} against {reference}\n"
        "{currency} per person over {horizon}, {year} prices, {perspective}{discounted}\n"
        "a minus is a saving",
        "{arm} over for {reference}\n"
        "{currency} pr. person over {horizon}, {year}-priser, {perspective}{discounted}\n"
        "minus er en besparelse",
    ),
    "budget": ("Both together", "Tilsammen"),
    "counted_share": ("{label} ({share})", "{label} ({share})"),
    "note_dagger": (
        "† Rests on an assumption, told below.",
        "† Hviler på en antagelse, som står nedenfor.",
    ),
    "note_warning": ("Doubtful, {place}: {message}.", "Tvivlsomt, {place}: {message}."),
    "doubt_ratio": (
        "a ratio of {ratio} is {ratio} times the reference arm",
        "et forhold på {ratio} er {ratio} gange referencearmen",
    ),
    "doubt_point": (
        "the point in {text} is read as a decimal point",
        "punktummet i {text} er læst som et decimaltegn",
    ),
    "doubt_left": (
        "the {way} of the number that it replaces does not fit {value}, which is taken as certain",
        "{way} for det tal, som det erstatter, passer ikke til {value}, som regnes for sikkert",
    ),
    "doubt_form": (
        "this number is stated by {new}, the one that it replaces by {old}",
        "tallet er angivet ved {new}, det, som det erstatter, ved {old}",
    ),
    "doubt_middle": (
        "the interval's middle is {middle}, the number {value}",
        "intervallets midte er {middle}, tallet er {value}",
    ),
    "doubt_gain": (
        "productivity of {value} counts as a cost",
        "produktivitet på {value} tæller som en omkostning",
    ),
    "note_median": (
        "The ratio {value} of {path} was stated with {way}, so it is a median; its mean, {mean}, "
        "is what counts.",
        "Forholdet {value} i {path} er angivet med {way}, så det er en median; dets gennemsnit, "
        "{mean}, er det, der tæller.",
    ),
    "note_unseen": (
        "{path}: the estimate is the share that was seen, {value}; its draws are a beta "
        "distribution of {way}, with mean {mean}.",
        "{path}: Skønnet er den andel, der blev set, {value}; trækningerne er en betafordeling "
        "af {way}, med gennemsnittet {mean}.",
    ),
    "note_median_stated": (
        "The ratio {value} of {path} was stated with {way}, so its draws have it as their median, "
        "and their mean, {mean}, lies above it; the base case has {value}.",
        "Forholdet {value} i {path} er angivet med {way}, så det er trækningernes median, og deres "
        "gennemsnit, {mean}, ligger over det; hovedanalysen har {value}.",
    ),
    "note_outside": (
        "In {share} of the draws the level of {label} with {arm} lies outside what is possible.",
        "I {share} af trækningerne ligger niveauet for {label} med {arm} uden for det mulige.",
    ),
    "note_unsplit": (
        "* How {label} falls on {members} was not published, so the saving of each of them is not "
        "whole.",
        "* Hvordan {label} fordeler sig på {members}, er ikke offentliggjort, så besparelsen for "
        "hver af dem er ikke komplet.",
    ),
    "note_persons": ("People in the study: {arms}.", "Personer i studiet: {arms}."),
    "calibrated": ("calibrated to", "kalibreret til"),
    "by_construction": ("by construction", "ved konstruktion"),
    "note_target": ("{what}: {text}.", "{what}: {text}."),
    "break_even_spread": (
        "No course by month is stated for {labels}; spread evenly: {sentence}",
        "Der er ikke angivet et forløb over månederne for {labels}; jævnt fordelt: {sentence}",
    ),
    "break_even_unknown": (
        "From which month is not known, since no course by month is stated for {labels}: any "
        "from {low} to {high}. Spread evenly: {sentence}",
        "Fra hvilken måned vides ikke, da der ikke er angivet et forløb over månederne for "
        "{labels}: enhver fra {low} til {high}. Jævnt fordelt: {sentence}",
    ),
    "others_too": ("{count} others", "{count} andre"),
    "title_outcomes": ("Outcomes", "Resultater"),
    "title_payers": ("Who pays and who gains: {arm}", "Hvem betaler, og hvem vinder: {arm}"),
    "title_months": ("Month by month: {arm}", "Måned for måned: {arm}"),
    # notes
    "note_less_is_better": (
        "Less is better for: {labels}.",
        "Mindre er bedre for: {labels}.",
    ),
    "note_better": (
        "More is taken as better for {label}; if less is, write better: lower below that outcome.",
        "Mere er regnet som bedre for {label}; er mindre bedre, skriv better: lower under det "
        "resultat.",
    ),
    "note_partial": (
        "* Partial: without {labels}, whose level was never published (shown as a dash); their "
        "differences are known, so the total of the differences is whole.",
        "* Delvis: uden {labels}, hvis niveau aldrig er offentliggjort (vist som en streg); "
        "deres forskelle er kendt, så summen af forskellene er komplet.",
    ),
    "note_unknown": (
        "Not known, shown as a dash: the level of {labels}; only the difference was published.",
        "Ukendt, vist som en streg: niveauet for {labels}; kun forskellen er offentliggjort.",
    ),
    "note_mixed": (
        "Real resources and productivity cannot be told apart in {labels}, so neither is known.",
        "Reelle ressourcer og produktivitet kan ikke skilles ad i {labels}, så ingen af dem er "
        "kendt.",
    ),
    "note_assumption": ("Assumed for {path}: {text}.", "Antaget for {path}: {text}."),
    "note_fixed": (
        "Fixed, because no uncertainty was stated: {paths}. The intervals leave theirs out.",
        "Faste, fordi ingen usikkerhed er angivet: {paths}. Intervallerne medregner "
        "ingen usikkerhed om dem.",
    ),
    "note_sure": (
        "How sure the {count} numbers are: {parts}.",
        "Hvor sikre de {count} tal er: {parts}.",
    ),
    "sure_verified": ("{count} verified", "{count} er kontrolleret"),
    "sure_secondary": (
        "{count} secondary (read in a publication that cites it)",
        "{count} er fra en sekundær kilde (læst i en publikation, der citerer originalen)",
    ),
    "sure_abstract": ("{count} from an abstract", "{count} er fra et resumé"),
    "sure_derived": (
        "{count} derived (arithmetic on published figures)",
        "{count} er afledt (regnet ud fra offentliggjorte tal)",
    ),
    "sure_assumed": ("{count} assumed", "{count} er antaget"),
    "note_money": ("Money: {sentence}.", "Penge: {sentence}."),
    "exchange_then_prices": ("exchange first, then prices", "først valuta, så priser"),
    "prices_then_exchange": ("prices first, then exchange", "først priser, så valuta"),
    "note_relative": (
        "No relative change for {labels}: it is a change since the start, so a ratio would "
        "mislead.",
        "Ingen relativ ændring for {labels}: det er en ændring siden start, så et forhold ville "
        "vildlede.",
    ),
    "note_even": (
        "Spread evenly over their months, because no course within them was stated: {paths}.",
        "Fordelt jævnt over deres måneder, fordi intet forløb i dem er angivet: {paths}.",
    ),
    "note_transfers": (
        "Transfers (benefits and taxes) move money without using resources: shown, not counted.",
        "Overførsler (ydelser og skatter) flytter penge uden at bruge ressourcer: vist, ikke "
        "medregnet.",
    ),
    "note_run": (
        "{draws}; ipscost {version}; {scenario}, digest {digest}.",
        "{draws}; ipscost {version}; {scenario}, kontroltal {digest}.",
    ),
    "set_here": (
        "{name} set on the command line{was}{before}",
        "{name} er sat på kommandolinjen{was}{before}",
    ),
    "set_was": (
        " (the file's number is from {source})",
        " (filens eget tal er fra {source})",
    ),
    "set_before": ("; {text}", "; {text}"),
    "note_set": (
        "Changed on the command line: {settings}.",
        "Ændret på kommandolinjen: {settings}.",
    ),
    "note_change": (
        "What would change the answer: ipscost sensitivity {name}",
        "Hvad der ville ændre svaret: ipscost sensitivity {name}",
    ),
    "note_explain": (
        "Where a number comes from: ipscost explain {name} {path}",
        "Hvor et tal kommer fra: ipscost explain {name} {path}",
    ),
    "note_cancels": (
        "No shares for {arms}: the categories nearly cancel out, so shares of the total would "
        "mislead.",
        "Ingen andele for {arms}: kategorierne ophæver næsten hinanden, så andele af totalen "
        "ville vildlede.",
    ),
    # verify
    "verify_good": (
        "{name}: all {count} published results agree{more}.",
        "{name}: alle {count} offentliggjorte resultater passer{more}.",
    ),
    "verify_some": (
        "{name}: {good} of {count} published results agree{more}.",
        "{name}: {good} af {count} offentliggjorte resultater passer{more}.",
    ),
    "verify_construction": (
        "; {count} of them by construction",
        "; {count} af dem ved konstruktion",
    ),
    "verify_off": (
        "; {count} off as the file states",
        "; {count} afviger, som filen angiver",
    ),
    "verify_unchecked": (
        "; {count} not checked (needs draws)",
        "; {count} ikke prøvet (kræver trækninger)",
    ),
    "verify_bad": (
        "{name}: published results that are not reproduced: {bad} of {count}.",
        "{name}: offentliggjorte resultater, der ikke er genskabt: {bad} af {count}.",
    ),
    "verify_none": (
        "{name}: no published result is stated under reproduces:, so there is nothing to verify.",
        "{name}: intet offentliggjort resultat er angivet under reproduces:, så der er intet at "
        "efterprøve.",
    ),
    "note_verify_time": (
        "Time in states is held against what was published without discounting, as a study counts "
        "it; simulate discounts it.",
        "Tid i tilstande holdes op mod det offentliggjorte uden diskontering, som et studie tæller "
        "den; simulate diskonterer den.",
    ),
    "title_verify": ("{name}: published and simulated", "{name}: offentliggjort og simuleret"),
    "note_construction": (
        "By construction: the value is an input, or what an input was derived from, so that it "
        "agrees says nothing about the simulation.",
        "Ved konstruktion: værdien er et input, eller det, som et input er afledt af, så at den "
        "passer, siger intet om simuleringen.",
    ),
    "note_calibrated": (
        "Calibrated to: numbers of the scenario were fitted to this value, so that it is met says "
        "that the model can follow it, not that it foretells it.",
        "Kalibreret til: scenariets tal er tilpasset denne værdi, så at den rammes, siger, at "
        "modellen kan følge den, ikke at den forudsiger den.",
    ),
    "note_off": (
        "Off as stated: the result is not the published one, and no further from it than the "
        "scenario says beforehand, for the reason given below.",
        "Afviger som angivet: resultatet er ikke det offentliggjorte, men ikke længere fra det, "
        "end scenariet på forhånd siger, af den grund, der er angivet nedenfor.",
    ),
    "published": ("Published", "Offentliggjort"),
    "simulated": ("Simulated", "Simuleret"),
    "verdict": ("Verdict", "Vurdering"),
    "result": ("Result", "Resultat"),
    "unit": ("Unit", "Enhed"),
    "agrees": ("agrees", "passer"),
    "differs": ("differs", "afviger"),
    "off": ("off as stated", "afviger som angivet"),
    "not_known": ("not known", "ukendt"),
    "unchecked": ("needs draws", "kræver trækninger"),
    "note_verdict": (
        "A result agrees when it equals the published one after rounding to the same digit.",
        "Et resultat passer, når det er lig det offentliggjorte efter afrunding til samme ciffer.",
    ),
    "what_saving": ("Saving", "Besparelse"),
    "what_cost": ("Cost", "Omkostning"),
    "what_difference": ("Difference", "Forskel"),
    "what_outcome": ("Level", "Niveau"),
    "what_relative": ("Relative change", "Relativ ændring"),
    "what_probability": ("Probability of saving", "Sandsynlighed for besparelse"),
    "what_p": ("p-value", "p-værdi"),
    # check
    "check_good": (
        "{file}: fine{warnings} (arms: {arms}; cost categories: {categories}; outcomes: "
        "{outcomes}; numbers: {numbers}{unknown}).",
        "{file}: i orden{warnings} (arme: {arms}; omkostningskategorier: {categories}; "
        "resultater: {outcomes}; tal: {numbers}{unknown}).",
    ),
    "check_free": (
        "{file}: no cost depends on {paths}, so the saving stays as it is whatever they are.",
        "{file}: ingen omkostning afhænger af {paths}, så besparelsen er den samme, uanset hvad de "
        "er.",
    ),
    "check_free_one": (
        "{file}: no cost depends on {paths}, so the saving stays as it is whatever that is.",
        "{file}: ingen omkostning afhænger af {paths}, så besparelsen er den samme, uanset hvad "
        "det er.",
    ),
    "check_unknown": ("; unknown: {count}", "; ukendte: {count}"),
    "check_warnings": (", but see the warnings: {count}", ", men se advarslerne: {count}"),
    "check_strict": (
        "{file}: not fine, because --strict treats warnings as errors.",
        "{file}: ikke i orden, fordi --strict gør advarsler til fejl.",
    ),
    # batch
    "batch_done": (
        "{total}: {computed} computed, {reused} finished before, {failed} failed. Written to "
        "{folder}: {files}.",
        "{total}: beregnet {computed}, færdige i forvejen {reused}, mislykkede {failed}. "
        "Skrevet til {folder}: {files}.",
    ),
    "batch_joined": (
        "{total}: {joined} joined from parts, {reused} finished before, {failed} failed. Written "
        "to {folder}: {files}.",
        "{total}: samlet fra dele {joined}, færdige i forvejen {reused}, mislykkede {failed}. "
        "Skrevet til {folder}: {files}.",
    ),
    "batch_part_done": (
        "Part {part}: {total}: {computed} computed, {reused} finished before, {failed} failed. "
        "Kept in {folder}; when every part is done, the same command with --join instead of "
        "--part {part} writes the tables.",
        "Del {part}: {total}: beregnet {computed}, færdige i forvejen {reused}, mislykkede "
        "{failed}. Gemt i {folder}; når alle dele er færdige, skriver den samme kommando med "
        "--join i stedet for --part {part} tabellerne.",
    ),
    "batch_part_empty": (
        "Part {part}: nothing to do, since the whole batch has {total}. When every part is done, "
        "the same command with --join instead of --part {part} writes the tables.",
        "Del {part}: intet at gøre, for hele beregningen har {total}. Når alle dele er færdige, "
        "skriver den samme kommando med --join i stedet for --part {part} tabellerne.",
    ),
    "runs": ("{count} runs", "{count} kørsler"),
    "runs_one": ("1 run", "1 kørsel"),
    "warning_in": ("in {runs} of {total}", "i {runs} af {total}"),
    "warnings_more": (
        "... and {count} more warnings: see {file}",
        "... og {count} advarsler mere: se {file}",
    ),
    "warnings_more_one": (
        "... and 1 more warning: see {file}",
        "... og 1 advarsel mere: se {file}",
    ),
    "batch_stopped": (
        "interrupted: {done} of {total} are finished and kept in {folder}; the same command goes "
        "on from there",
        "afbrudt: {done} af {total} er færdige og gemt i {folder}; den samme kommando fortsætter "
        "derfra",
    ),
    # a workbook
    "sheet_result": ("Result", "Resultat"),
    "sheet_numbers": ("Numbers", "Tal"),
    "sheet_notes": ("Notes", "Noter"),
    "sheet_record": ("Record", "Kørsel"),
    "interval_low": ("from", "fra"),
    "interval_high": ("to", "til"),
}
