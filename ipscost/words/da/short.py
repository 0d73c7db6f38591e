"""The words of a short answer: what must hold, its caveats, and the headings of notes."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # groups of notes
    "notes_caveat": "Vigtigst at vide",
    "notes_answer": "Hvad resultatet består af",
    "notes_not_known": "Hvad der ikke vides",
    "notes_assumed": "Hvad der er antaget",
    "notes_computed": "Sådan er det beregnet",
    "notes_record": "Om kørslen",
    "legend_star": "* ufuldstændig",
    "legend_dagger": "† antaget",
    "legend_flag": "{flag} ændrer alene fortegnet",
    "short_more": "Alle tabeller og alle {notes} noter: tilføj --notes.",
    "short_more_one": "Alle tabeller og den ene note: tilføj --notes.",
    "short_more_python_one": (
        "Alle tabeller og den ene note: .render(). Alle tal til videre beregning: .frame()."
    ),
    "short_more_python": (
        "Alle tabeller og alle {notes} noter: .render(). Alle tal til at regne videre med: "
        ".frame()."
    ),
    # the headline, with whom it is about
    "saves_of": (
        "For {population} sparer {arm} {whom} {amount} pr. person over {horizon} sammenlignet "
        "med {reference}{interval}, i {year}."
    ),
    "may_save_of": (
        "For {population} ventes {arm} at spare {whom} {amount} pr. person over {horizon} "
        "sammenlignet med {reference}, men det er usikkert{interval}, i {year}."
    ),
    "may_cost_more_of": (
        "For {population} ventes {arm} at koste {whom} {amount} mere pr. person over {horizon} end "
        "{reference}, men det er usikkert{interval}, i {year}."
    ),
    "costs_more_of": (
        "For {population} koster {arm} {whom} {amount} mere pr. person over {horizon} end "
        "{reference}{interval}, i {year}."
    ),
    "costs_the_same_of": (
        "For {population} koster {arm} {whom} det samme pr. person over {horizon} som "
        "{reference}, i {year}."
    ),
    "may_cost_the_same_of": (
        "For {population} ventes {arm} at koste {whom} det samme pr. person over {horizon} som "
        "{reference}, men det er usikkert{interval}, i {year}."
    ),
    "headline_extrapolated_of": (
        "Af besparelsen med {arm} falder {observed} i de {month} måneder, hvor personerne blev "
        "fulgt, og {amount} er fremskrevet."
    ),
    "headline_extrapolated_cost_of": (
        "Af merudgiften ved {arm} falder {observed} i de {month} måneder, hvor personerne blev "
        "fulgt, og {amount} er fremskrevet."
    ),
    "headline_others_one": "Det er 1 af {count} indsatser; tabellen viser dem alle.",
    "headline_others": "Det er {told} af {count} indsatser; tabellen viser dem alle.",
    # what must hold
    "holds_cost": (
        "{arm} sparer penge, så længe udgiften til {category} højst er {amount} højere pr. person "
        "end med {reference}."
    ),
    "holds_less": (
        "{arm} sparer penge, så længe udgiften til {category} er mindst {amount} lavere pr. person "
        "end med {reference}."
    ),
    "holds_gain": (
        "{arm} sparer penge, så længe værdien af {category} er mindst {amount} højere pr. person "
        "end med {reference}."
    ),
    "holds_loss": (
        "{arm} sparer penge, så længe værdien af {category} højst er {amount} lavere pr. person "
        "end med {reference}."
    ),
    "would_cost": (
        "{arm} ville spare penge, hvis udgiften til {category} højst var {amount} højere pr. "
        "person end med {reference}."
    ),
    "would_less": (
        "{arm} ville spare penge, hvis udgiften til {category} var mindst {amount} lavere pr. "
        "person end med {reference}."
    ),
    "would_gain": (
        "{arm} ville spare penge, hvis værdien af {category} var mindst {amount} højere pr. person "
        "end med {reference}."
    ),
    "would_loss": (
        "{arm} ville spare penge, hvis værdien af {category} højst var {amount} lavere pr. person "
        "end med {reference}."
    ),
    "short_probability": (
        "Med den angivne usikkerhed er sandsynligheden for, at det sparer penge, {probability}."
    ),
    # simulate
    "title_short": "{currency} pr. person over {horizon}, {year}; minus er en besparelse",
    "title_short_payers": "Hvem vinder: {currency} pr. person over {horizon}; plus er en gevinst",
    "short_first": "{currency} pr. person",
    "borne_by": "Betaler",
    "either_payer": "{first} eller {second}",
    "probability_of_saving": "Sandsynlighed for besparelse",
    # for so many people
    "people_save": "For {people} personer sparer {arm} {whom} {amount} i alt.",
    "people_save_perhaps": "For {people} personer ventes {arm} at spare {whom} {amount} i alt.",
    "people_cost": "For {people} personer koster {arm} {whom} {amount} mere i alt.",
    "people_cost_perhaps": (
        "For {people} personer ventes {arm} at koste {whom} {amount} mere i alt."
    ),
    "people_same": "For {people} personer koster {arm} {whom} det samme i alt.",
    "people_same_perhaps": ("For {people} personer ventes {arm} at koste {whom} det samme i alt."),
    "title_people_alone": "For {people} personer",
    "title_people": "For {people} personer over {horizon}, {year}",
    "people_in_all": "I alt",
    "people_interval": "Fra ... til",
    "people_ends": "{low} til {high}",
    "people_for": "for {people} personer",
    "title_people_saving": "Besparelse for {people} personer over {horizon}, {year}",
    "title_people_saving_each": (
        "Besparelse for personerne i hvert scenarie over {horizon}, {year}"
    ),
    "title_people_net_gain": "Nettogevinst for {people} personer over {horizon}, {year}",
    "people_incremental_cost": "meromkostning",
    # caveats
    "caveat_swing_turns": (
        "I analysen »{analysis}« koster {arm} {amount} mere pr. person i stedet for at spare {base}"
    ),
    "caveat_swing_saves": (
        "I analysen »{analysis}« sparer {arm} {amount} pr. person i stedet for at koste {base} "
        "mere."
    ),
    "caveat_swing_unclear": (
        "I analysen »{analysis}« er det usikkert, om {arm} sparer penge ({level}-interval {low} "
        "til {high})."
    ),
    "caveat_swing_moves": "I analysen »{analysis}« sparer {arm} {amount} pr. person, ikke {base}",
    "caveat_swing_moves_cost": (
        "I analysen »{analysis}« koster {arm} {amount} mere pr. person, ikke {base}"
    ),
    "caveat_weakest_secondary": (
        "{share} af usikkerheden om {arm} kommer fra »{number}«, som er læst i en anden "
        "publikation end den oprindelige."
    ),
    "caveat_weakest_abstract": (
        "{share} af usikkerheden om {arm} kommer fra »{number}«, som kun er læst i et resumé."
    ),
    "caveat_weakest_derived": (
        "{share} af usikkerheden om {arm} kommer fra »{number}«, som er udledt og ikke "
        "offentliggjort."
    ),
    "caveat_weakest_assumed": (
        "{share} af usikkerheden om {arm} kommer fra »{number}«, som er en antagelse."
    ),
    "caveat_doubts_more": "{count} forbehold mere om filen: tilføj --notes.",
    "caveat_population": "Tallene fra {sources} gælder {others}, ikke {population}.",
    "caveat_prices": (
        "Udgifter i {stated}-priser er omregnet til {reported}-priser; lønninger og praksis kan"
        " have ændret sig mere."
    ),
    "caveat_prices_assumed": (
        "Udgifter i {stated}-priser er omregnet til {reported}-priser; prisudviklingen efter "
        "{after} er en antagelse."
    ),
    "caveat_no_year": (
        "Prisåret er ikke kendt: Beløbene er de offentliggjorte i {currency} og kan ikke sættes op "
        "mod beløb fra andre år."
    ),
    "caveat_missing": (
        "Det vides ikke fuldt ud, hvad {arm} koster eller sparer; der mangler: {parts}."
    ),
    "caveat_unsplit": (
        "Hvordan »{payer}« deles, er ikke offentliggjort, så regnskaberne for {members} er "
        "ufuldstændige."
    ),
}
