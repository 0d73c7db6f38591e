"""The words of sensitivity, and those that threshold shares."""

from __future__ import annotations

from ipscost.words.variants import ended

MOST = {
    "tornado_most": (
        "Af {count} tal, der er varieret ét ad gangen, betyder {subject} mest: Besparelsen ligger "
        "da mellem {low} og {high} pr. person"
    ),
    "tornado_most_benefit": (
        "Af {count} tal, der er varieret ét ad gangen, betyder {subject} mest: Nettogevinsten "
        "ligger da mellem {low} og {high} pr. person"
    ),
    "tornado_most_each": (
        "Af {count} tal, der er varieret ét ad gangen, betyder {subject} mest: Besparelsen over "
        "{horizon} sammenlignet med {reference} ligger da mellem {low} og {high} pr. person"
    ),
    "tornado_most_benefit_each": (
        "Af {count} tal, der er varieret ét ad gangen, betyder {subject} mest: Nettogevinsten over "
        "{horizon} sammenlignet med {reference} ligger da mellem {low} og {high} pr. person"
    ),
}
ONLY = {
    "tornado_only": (
        "Kun {subject} er varieret: Besparelsen ligger da mellem {low} og {high} pr. person"
    ),
    "tornado_only_benefit": (
        "Kun {subject} er varieret: Nettogevinsten ligger da mellem {low} og {high} pr. person"
    ),
}
TURNS = {
    "_zero": ".",
    "_saving_none": ", og intet af tallene kan i sig selv gøre den til en merudgift.",
    "_saving_itself": ", så det tal kan i sig selv gøre den til en merudgift.",
    "_saving_one": ". Kun {subjects} kan i sig selv gøre den til en merudgift.",
    "_saving_many": ". Hvert af disse tal kan i sig selv gøre den til en merudgift: {subjects}.",
    "_cost_none": ", og intet af tallene kan i sig selv gøre merudgiften til en besparelse.",
    "_cost_itself": ", så det tal kan i sig selv gøre merudgiften til en besparelse.",
    "_cost_one": ". Kun {subjects} kan i sig selv gøre merudgiften til en besparelse.",
    "_cost_many": (
        ". Hvert af disse tal kan i sig selv gøre merudgiften til en besparelse: {subjects}."
    ),
    "_benefit_none": ", og intet af tallene kan i sig selv ændre dens fortegn.",
    "_benefit_itself": ", så det tal kan i sig selv ændre dens fortegn.",
    "_benefit_one": ". Kun {subjects} kan i sig selv ændre dens fortegn.",
    "_benefit_many": ". Hvert af disse tal kan i sig selv ændre dens fortegn: {subjects}.",
}
ONLY_TURNS = {
    "_zero": ".",
    "_saving_none": ", så det er stadig en besparelse.",
    "_saving_itself": ", så det kan gøre den til en merudgift.",
    "_cost_none": ", så det er stadig en merudgift.",
    "_cost_itself": ", så det kan gøre merudgiften til en besparelse.",
    "_benefit_none": ", så fortegnet er det samme.",
    "_benefit_itself": ", så det kan ændre dens fortegn.",
}
ANALYSES = {
    "analyses_saving_kept": "{arm} sparer stadig penge i alle {all} scenarieanalyser",
    "analyses_saving_turned": (
        "{arm} sparer stadig penge i {kept} af de {all} scenarieanalyser, men ikke i {turned}"
    ),
    "analyses_cost_kept": "{arm} koster stadig mere i alle {all} scenarieanalyser",
    "analyses_cost_turned": (
        "{arm} koster stadig mere i {kept} af de {all} scenarieanalyser, men sparer i {turned}"
    ),
    "analyses_benefit_kept": (
        "Nettogevinsten ved {arm} beholder sit fortegn i alle {all} scenarieanalyser"
    ),
    "analyses_benefit_turned": (
        "Nettogevinsten ved {arm} beholder sit fortegn i {kept} af de {all} scenarieanalyser, men "
        "ikke i {turned}"
    ),
}
ANALYSIS = {
    "analysis_saving_kept": "{arm} sparer stadig penge i scenarieanalysen",
    "analysis_saving_turned": "{arm} sparer ikke længere penge i scenarieanalysen: {turned}",
    "analysis_cost_kept": "{arm} koster stadig mere i scenarieanalysen",
    "analysis_cost_turned": "{arm} sparer penge i scenarieanalysen: {turned}",
    "analysis_benefit_kept": "Nettogevinsten ved {arm} beholder sit fortegn i scenarieanalysen",
    "analysis_benefit_turned": (
        "Nettogevinsten ved {arm} skifter fortegn i scenarieanalysen: {turned}"
    ),
}

WORDS: dict[str, str] = {
    **ended(MOST, TURNS),
    **ended(ONLY, ONLY_TURNS),
    **ended(ANALYSES, {"": ".", "_unsure": "; {level}-intervallet indeholder 0 i {names}."}),
    **ended(ANALYSIS, {"": ".", "_unsure": "; {level}-intervallet indeholder 0."}),
    # what a number is called in a sentence, and in a table
    "subject_mean": "niveauet af {label} med {arm}",
    "subject_difference": "forskellen i {label} med {arm}",
    "subject_ratio": "forholdet mellem {label} med {arm} og med {reference}",
    "subject_price": "prisen på {label}",
    "subject_discount_cost": "diskonteringsrenten for omkostninger",
    "subject_discount_outcome": "diskonteringsrenten for resultater",
    "label_discount_cost": "Diskonteringsrente for omkostninger",
    "label_discount_outcome": "Diskonteringsrente for resultater",
    "subject_threshold": "værdien af én mere af {label}",
    "subject_threshold_lower": "værdien af én mindre af {label}",
    "label_threshold_lower": "{label}: værdi af én mindre",
    "label_threshold": "{label}: værdi af én mere",
    "worth_each": "{money} pr. {one}",
    # the answer
    "answer_same": (
        "{arm} koster {whom} det samme pr. person over {horizon} som {reference}, i {year} "
        "(punktestimat)."
    ),
    "answer_same_of": (
        "For {population} koster {arm} {whom} det samme pr. person over {horizon} som "
        "{reference}, i {year} (punktestimat)."
    ),
    "answer_saves": (
        "{arm} sparer {whom} {amount} pr. person over {horizon} sammenlignet med {reference}, i "
        "{year} (punktestimat)."
    ),
    "answer_saves_of": (
        "For {population} sparer {arm} {whom} {amount} pr. person over {horizon} sammenlignet med "
        "{reference}, i {year} (punktestimat)."
    ),
    "answer_costs": (
        "{arm} koster {whom} {amount} mere pr. person over {horizon} end {reference}, i "
        "{year} (punktestimat)."
    ),
    "answer_costs_of": (
        "For {population} koster {arm} {whom} {amount} mere pr. person over {horizon} end "
        "{reference}, i {year} (punktestimat)."
    ),
    "answer_benefit": (
        "Ved {worth} er nettogevinsten ved {arm} sammenlignet med {reference} {amount} pr. person "
        "over {horizon}, i {year} (punktestimat)."
    ),
    "answer_benefit_of": (
        "For {population} er nettogevinsten ved {arm} sammenlignet med {reference} {amount} pr. "
        "person over {horizon} ved {worth}, i {year} (punktestimat)."
    ),
    "answer_in": "{currency} pr. person over {horizon}, {year}, {perspective}",
    "answer_benefit_at": "Nettogevinst ved {worth}",
    "answer_benefit_interval": "Nettogevinst ({level}-interval)",
    "answer_benefit_probability": "Sandsynlighed for, at den er over 0",
    # one-way
    "title_tornado": (
        "{answer} med {arm}, ét tal varieret ad gangen\n{line}\n"
        "{low} når tallet er lavest, {high} når det er højest; søjlerne mødes ved {now}"
    ),
    "title_tornado_short": (
        "{answer} med {arm}, {currency} pr. person, når ét tal varieres ad gangen\n"
        "{low} når tallet er lavest, {high} når det er højest; søjlerne mødes ved {now}"
    ),
    "title_tornado_benefit_short": (
        "{answer} med {arm}, når ét tal varieres ad gangen\n"
        "{low} når tallet er lavest, {high} når det er højest; søjlerne mødes ved {now}"
    ),
    "quantity_varied": "Tal",
    "varied_between": "Varieret mellem",
    "answer_low": "Lav værdi",
    "answer_high": "Høj værdi",
    "tornado_bar": "Udsving",
    "tornado_nothing": (
        "Intet er varieret: intet tal, der betyder noget, har en angivet usikkerhed eller grænser."
    ),
    "caveat_unvaried_one": (
        "1 tal, som resultatet afhænger af, har ingen angivet usikkerhed og er ikke varieret."
    ),
    "caveat_unvaried_many": (
        "{count} tal, som resultatet afhænger af, har ingen angivet usikkerhed og er ikke varieret."
    ),
    "note_flag": (
        "{flag} Mellem sin laveste og højeste værdi kan dette tal i sig selv ændre fortegnet."
    ),
    "note_percentiles": (
        "Usikre tal varieres fra percentil {low} til percentil {high} i deres egen fordeling, "
        "hvert for sig, mens alle andre holdes ved deres punktestimat."
    ),
    "note_stated_bounds": "Varieret mellem angivne grænser: {paths}.",
    "note_usual_rate": (
        "Diskonteringsrenter varieres fra 0% til {rate} om året, Finansministeriets rente for år "
        "0 til 35 (fm.dk, 22-06-2023), eller til scenariets egen, hvis den er højere."
    ),
    "note_varied_alone": (
        "Trækkes ellers sammen, men varieres her hver for sig: {paths}. Hvert af dem flyttes som "
        "helhed og beholder sin sammenhæng med de andre: en forskel forskydes, andre tal skaleres."
    ),
    "note_clipped": "Kun varieret så langt, som det er muligt: {paths}.",
    "note_looked_at": (
        "Hvert tal er prøvet ved {values} værdier fra den laveste til den højeste; en søjle går "
        "fra det laveste til det højeste resultat."
    ),
    "note_unvaried": (
        "Ikke varieret, fordi hverken usikkerhed eller grænser er angivet: {paths}. Tilføj for "
        "eksempel --bounds {first}=FRA:TIL, eller bounds: [lav, høj] ved tallet i filen."
    ),
    "note_idle": "Uden betydning for resultatet: {paths}.",
    "note_threshold": "Ved hvilken værdi af {path} fortegnet skifter: {command}",
    # two-way
    "title_grid": (
        "{answer} med {arm}, to tal varieret sammen\n{line}\nnedad: {down}\nhenad: {across}"
    ),
    "grid_first": "Nedad, henad",
    "grid_idle": "Ingen af de to tal ændrer svaret i tabellen.",
    "grid_same": "Fortegnet er det samme i alle tabellens felter.",
    "grid_turns": "Fortegnet skifter i {cells} af tabellens {of} felter.",
    "note_expected": "Alle andre tal holdes ved deres punktestimat.",
    # scenario analyses
    "title_analyses": "{answer} med {arm} i scenarieanalyserne\n{line}",
    "title_changes": "Hvad hver analyse ændrer",
    "one_analysis": "Analyse",
    "base_case": "Hovedanalyse",
    "in_analysis": "I analysen",
    "path_changed": "Sti",
    "from_base_interval": "Forskel fra hovedanalysen ({level}-interval)",
    "analyses_unmoved": (
        "{unmoved} af scenarieanalyserne ændrer intet, som besparelsen afhænger af: {names}."
    ),
    "analyses_unmoved_one": (
        "1 af scenarieanalyserne ændrer intet, som besparelsen afhænger af: {names}."
    ),
    "analysis_unmoved": "Scenarieanalysen ændrer intet, som besparelsen afhænger af.",
    "note_other_money": "{label} er i {money}, så den er ikke sammenlignet med hovedanalysen.",
    "note_same_draws": (
        "Analyserne har hovedanalysens trækninger, så en forskel fra den skyldes det, der er "
        "ændret."
    ),
}
