"""The words of sensitivity and threshold where the answer is the net of a rollout."""

from __future__ import annotations

SITES_BUY = "{arm} på {sites} til {started} af {planned} planlagte personer koster {cost}"

WORDS: dict[str, str] = {
    # the answer
    "rollout_saves": (
        "Udrulningen af {arm} sparer {whom} {amount} i alt ved udgangen af {last}, i {year} "
        "(punktestimat)."
    ),
    "rollout_costs": (
        "Udrulningen af {arm} koster {whom} {amount} i alt ved udgangen af {last}, i {year} "
        "(punktestimat)."
    ),
    "rollout_same": (
        "Udrulningen af {arm} koster ikke {whom} noget i alt ved udgangen af {last}, i {year} "
        "(punktestimat)."
    ),
    "rollout_everybody": "alle tilsammen",
    "rollout_saving": "Udrulningens nettobesparelse",
    "rollout_in": "{currency} i alt, {years}, {year}, udiskonteret, {whom}",
    "title_tornado_rollout_short": (
        "{answer} med {arm}, {currency} i alt, ét tal varieret ad gangen\n"
        "{low} mod tallets laveste værdi, {high} mod dets højeste; søjlerne mødes ved {now}"
    ),
    "rollout_most": (
        "Af {count} tal, der er varieret ét ad gangen, betyder {subject} mest: Nettobesparelsen "
        "ligger da mellem {low} og {high} i alt."
    ),
    "rollout_only": (
        "Kun {subject} er varieret: Nettobesparelsen ligger da mellem {low} og {high} i alt."
    ),
    "rollout_turns_saving_none": ("Intet af tallene kan i sig selv gøre den til en merudgift."),
    "rollout_turns_saving_itself": "Det tal kan i sig selv gøre den til en merudgift.",
    "rollout_turns_saving_one": "Kun {subjects} kan i sig selv gøre den til en merudgift.",
    "rollout_turns_saving_many": (
        "Hvert af disse tal kan i sig selv gøre den til en merudgift: {subjects}."
    ),
    "rollout_turns_cost_none": (
        "Intet af tallene kan i sig selv gøre merudgiften til en besparelse."
    ),
    "rollout_turns_cost_itself": ("Det tal kan i sig selv gøre merudgiften til en besparelse."),
    "rollout_turns_cost_one": ("Kun {subjects} kan i sig selv gøre merudgiften til en besparelse."),
    "rollout_turns_cost_many": (
        "Hvert af disse tal kan i sig selv gøre merudgiften til en besparelse: {subjects}."
    ),
    "rollout_none_saving": (
        "Ved alle afprøvede værdier af {subject} ({looked}) sparer udrulningen af {arm} {whom} "
        "penge: mindst {nearest} i alt."
    ),
    "rollout_none_cost": (
        "Ved alle afprøvede værdier af {subject} ({looked}) koster udrulningen af {arm} {whom} "
        "penge: mindst {nearest} i alt."
    ),
    "note_rollout_answer": (
        "Svaret er nettoresultatet af hele udrulningen for {whom}, ikke for én person: indsats, "
        "bevillinger, andre udgifter og bloktilskud, udiskonteret, i {year} hele vejen."
    ),
    "caveat_rollout_apart": (
        "Hvad udrulningen koster, indgår ikke i dette svar pr. person: spørg ipscost budget."
    ),
    # sites
    "budget_sites_count": "{count} steder",
    "budget_sites_buy": f"{SITES_BUY}.",
    "budget_sites_buy_of": f"For {{population}}: {SITES_BUY}.",
    "caveat_sites": (
        "Alt andet end tabellen over steder gælder filens egen udrulning: {planned} personer."
    ),
    "note_sites_drawn": (
        "Alle steder deler én trækning af effekten og af hvert tal, som deres rækker ikke angiver, "
        "så tilsammen er de ikke sikrere end ét af dem; et usikkert tal i en række trækkes for det "
        "sted alene."
    ),
    "note_sites_drawn_spread": (
        "Alle steder deler én trækning af effekten og af hvert tal, som deres rækker ikke angiver, "
        "så tilsammen er de ikke meget sikrere end ét af dem; hvor meget et steds effekt afviger "
        "fra den fælles, og et usikkert tal i dets række, trækkes for det alene."
    ),
    "note_sites_repeated": (
        "Mere end ét sted har dette fuldt ud, fordi ingen kolonne angiver stedets eget: {paths}."
    ),
    "note_sites_together": (
        "De {count} steder regnes tilsammen for {share} af alle, der får bloktilskud, og bærer, "
        "hvad der falder på dem, i forhold til hvad hvert sparer."
    ),
    # what the numbers of a rollout are called: in a table, and in a sentence
    "rollout_label_target": "Planlagt antal deltagere",
    "rollout_subject_target": "det planlagte antal deltagere",
    "rollout_label_recruitment": "Rekrutteret andel af måltallet",
    "rollout_subject_recruitment": "den rekrutterede andel af måltallet",
    "rollout_label_ramp_up": "Måneder til fuldt indløb",
    "rollout_subject_ramp_up": "antallet af måneder til fuldt indløb",
    "rollout_label_delay": "Måneders forsinkelse",
    "rollout_subject_delay": "antallet af måneders forsinkelse",
    "rollout_label_of": "Personer i målgruppen",
    "rollout_subject_of": "antallet af personer i målgruppen",
    "rollout_label_support_months": "Måneder med støtte",
    "rollout_subject_support_months": "antallet af måneder med støtte",
    "rollout_label_leaving": "Frafald pr. måned",
    "rollout_subject_leaving": "det månedlige frafald",
    "rollout_label_caseload": "Sagstal",
    "rollout_subject_caseload": "sagstallet",
    "rollout_label_clients_per_year": "Nye deltagere pr. stilling om året",
    "rollout_subject_clients_per_year": "antallet af nye deltagere pr. stilling om året",
    "rollout_label_hired_ahead": "Måneders ansættelse i forvejen",
    "rollout_subject_hired_ahead": "antallet af måneders ansættelse i forvejen",
    "rollout_label_vacancy": "Ubesatte stillinger",
    "rollout_subject_vacancy": "andelen af ubesatte stillinger",
    "rollout_label_salary": "Løn: {label}",
    "rollout_subject_salary": "lønnen til »{label}«",
    "rollout_label_per": "Stillinger pr. stilling som »{label}«",
    "rollout_subject_per": "antallet af stillinger pr. »{label}«",
    "rollout_label_posts": "Stillinger: {label}",
    "rollout_subject_posts": "antallet af stillinger som »{label}«",
    "rollout_label_employer": "Arbejdsgiverbidrag",
    "rollout_subject_employer": "arbejdsgiverbidraget",
    "rollout_label_employer_above": "Løn uden arbejdsgiverbidrag",
    "rollout_subject_employer_above": "lønnen uden arbejdsgiverbidrag",
    "rollout_label_pension": "Pensionsbidrag",
    "rollout_subject_pension": "pensionsbidraget",
    "rollout_label_overhead": "Overhead",
    "rollout_subject_overhead": "overheadet",
    "rollout_label_place": "Pris pr. plads",
    "rollout_subject_place": "prisen pr. plads",
    "rollout_label_line": "{label}",
    "rollout_subject_line": "udgiften til »{label}«",
    "rollout_label_growth": "Årlig stigning: {label}",
    "rollout_subject_growth": "den årlige stigning i »{label}«",
    "rollout_label_grant": "{label}, {year}",
    "rollout_subject_grant": "bevillingen »{label}« i {year}",
    "rollout_label_own_share": "Egenfinansiering: {label}",
    "rollout_subject_own_share": "egenfinansieringen af »{label}«",
    "rollout_label_share": "Andel af alle modtagere af bloktilskud",
    "rollout_subject_share": "andelen af alle modtagere af bloktilskud",
    "rollout_label_prices": "Årlig prisstigning",
    "rollout_subject_prices": "den årlige prisstigning",
    "rollout_label_wages": "Årlig lønstigning",
    "rollout_subject_wages": "den årlige lønstigning",
    "rollout_label_kind": "Årlig stigning i udgifter af arten {kind}",
    "rollout_subject_kind": "den årlige stigning i udgifter af arten {kind}",
    "rollout_label_between_sites": "Effektens spredning mellem steder",
    "rollout_subject_between_sites": "effektens spredning mellem steder",
}
