"""Ordene i distribution."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # svaret
    "distribution_bounds": (
        "Ingen ses både med {arm} og med {reference}, så {low} til {high} af folk kan "
        "koste {whom} mindre med {arm}."
    ),
    "distribution_sure": (
        "Hvem der end er dyr i hvilken gruppe, koster {share} af personerne {whom} mindre med "
        "{arm} end med {reference} (gennemsnitlig besparelse {mean})."
    ),
    "distribution_median_saves": (
        "I modellen, hvor de samme er dyre i begge, er det {share}, og "
        "halvdelen sparer mindst {median} (gennemsnit {mean})."
    ),
    "distribution_median_costs": (
        "I modellen, hvor de samme er dyre i begge, er det {share}, og "
        "halvdelen koster mindst {median} mere (gennemsnitlig besparelse {mean})."
    ),
    "distribution_both_cost": (
        "I modellen, hvor de samme er dyre i begge, er det {share}, og "
        "halvdelen koster mindst {median} mere (gennemsnit {mean} mere)."
    ),
    "distribution_median_none": (
        "I modellen, hvor de samme er dyre i begge, er det {share}, og for "
        "halvdelen eller flere spares der intet (gennemsnit {mean})."
    ),
    "distribution_unknown": (
        "Hvem der får gavn af {arm}, vides ikke, og heller ikke, hvor forskellige folk er i "
        "{parts} ({share} af det, der adskiller sig, indsatsen fraregnet)."
    ),
    "distribution_dearest": (
        "De dyreste {dearest} står for {share} af omkostningen med {reference}."
    ),
    "distribution_dearest_partial": (
        "De dyreste {dearest} står for {share} af den kendte omkostning med {reference}."
    ),
    # tabeller
    "title_distribution": (
        "Hvad {arm} sparer på hver person, sammenlignet med {reference}\n"
        "{currency} over {horizon}, {year}, {seen}"
    ),
    "title_distribution_arms": (
        "Hvad der spares på hver person, i modellen\n{currency} over {horizon}, {year}, {seen}"
    ),
    "title_distribution_dearest": (
        "Hvad de dyreste personer står for af omkostningen\n"
        "{currency} over {horizon}, {year}, {seen}"
    ),
    "title_distribution_payers": (
        "Hvor mange hver betaler sparer på med {arm}, og hvad de dyreste {share} står for"
    ),
    "title_distribution_categories": (
        "Hvordan forskellene kendes, og hvad de dyreste {share} står for i hver kategori"
    ),
    "title_distribution_groups": (
        "Hvad {arm} sparer på personerne i hver gruppe, i modellen\n"
        "{currency} over {horizon}, {year}, {seen}"
    ),
    "distribution_of_dearest": "Af de dyreste {share}",
    "distribution_dearest_carry": "Dens dyreste {share} står for",
    "distribution_persons": "Personer",
    "distribution_of_persons": "De dyreste",
    "distribution_gain": "Koster mindre",
    "distribution_loss": "Koster mere",
    "distribution_same": "Koster det samme",
    "distribution_median": "Halvdelen sparer højst",
    "distribution_quantile": "{share} sparer højst",
    "distribution_dearest_row": "{share} af personerne",
    "distribution_model": "I modellen",
    "distribution_model_interval": "I modellen ({level}-interval)",
    "distribution_arm_interval": "{arm} ({level}-interval)",
    "distribution_least": "Mindst",
    "distribution_most": "Højst",
    "distribution_payer_gain": "Sparer på",
    "distribution_payer_loss": "Betaler mere",
    "distribution_payer_same": "Uændret",
    "distribution_why": "Forskelle er",
    "distribution_why_stated": "som angivet",
    "distribution_why_derived": "udledt",
    "distribution_why_course": "ved deres forløb",
    "distribution_why_price": "en pris",
    "distribution_why_alike": "vides ikke",
    # siden fra report
    "page_persons_title": "Hvem der har gavn af det, person for person",
    # figurer
    "picture_title_distribution": "Hvordan besparelsen fordeler sig på personer",
    "picture_share_at_most": "Andel af personer, der højst sparer så meget",
    "picture_distribution": (
        "I modellen koster {share} af personerne mindre med {arm} end med {reference}; hvem der "
        "end er dyr i hvilken gruppe, gør {low} til {high} det."
    ),
    "picture_distribution_note": (
        "De midterste 90% af personerne; til venstre for 0 koster en person mere."
    ),
    "picture_title_concentration": "Hvad de dyreste personer står for af omkostningen",
    "picture_share_of_people": "Andel af personer, de dyreste først",
    "picture_share_of_cost": "Andel af omkostningen",
    "picture_all_alike": "hvis alle koster det samme",
    "picture_carried": "{share} med {arm}",
    "picture_concentration": "De dyreste {dearest} af personerne står for {parts}.",
    # forbehold
    "caveat_distribution_joint": (
        "Modellen antager, at de samme er dyre i begge; det gør »mindst« og »højst« ikke."
    ),
    "caveat_distribution_derived": (
        "Et groft fingerpeg: Hvor forskellige folk er i {labels}, er udledt, ikke angivet."
    ),
    "caveat_distribution_alike": (
        "Ens for alle, da det er ukendt, hvor forskellige folk er: {labels} ({share} af det, der "
        "adskiller sig, indsatsen fraregnet)."
    ),
    # noter
    "note_distribution_heterogeneity": (
        "Forskelle mellem personer (heterogenitet): Tabellen viser, hvor forskellige folk er, for "
        "{persons} personer i grundscenariet. Forskellene består, hvor nøjagtige tallene end "
        "bliver."
    ),
    "note_distribution_uncertainty": (
        "Usikkerhed: Intervallerne ({level}) rummer tallenes usikkerhed alene, fra {draws} "
        "trækninger med de samme {persons} personer i hver."
    ),
    "note_distribution_chance": (
        "Tilfældighed: Med så mange personer er standardfejlen højst {chance} for en andel og "
        "{median} for medianen. Flere personer: --persons N."
    ),
    "note_distribution_bounds": (
        "Mindst, højst: grænser ud fra, hvad folk koster i hver gruppe for sig, hvem der end er "
        "dyr i hvilken (Fan og Park 2010, doi:10.1017/S0266466609990168). Hver af dem kan nås, men "
        "ikke alle på én gang."
    ),
    "note_distribution_model": (
        "Modellen giver hver person den samme plads i rækken i hver gruppe, så folk kun er lidt "
        "forskellige i det, der spares; i virkeligheden kan flere vinde meget og flere tabe."
    ),
    "note_distribution_dearest": (
        "I det, de dyreste står for, tæller kun omkostninger: Gevinster som produktion er udeladt, "
        "og det samme er det, hvis størrelse ikke er kendt i hver gruppe."
    ),
    "note_distribution_dashes": (
        "En streg ved en betaler: Hvor forskellige folk er, vides ikke i mere end en fjerdedel af "
        "det, der ændrer sig for den."
    ),
    "note_distribution_course": (
        "Folk er forskellige ved deres forløb gennem tilstandene i {labels}."
    ),
    "note_distribution_price": "Hvad indsatsen koster, er en pris, ens for alle: {labels}.",
    "note_distribution_state": (
        "Ved I, hvor forskellige folk er, så angiv det i filen, som i spread: {{cost: {{{path}: "
        "{{cv: 1.5}}}}}}."
    ),
}
