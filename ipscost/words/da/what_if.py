"""The words of sensitivity, and those that threshold shares."""

from __future__ import annotations

WORDS: dict[str, str] = {
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
    "answer_saves": (
        "Med hvert tal ved sit punktestimat sparer {arm} {whom} {amount} pr. person over "
        "{horizon} sammenlignet med {reference}, i {year}-priser."
    ),
    "answer_costs": (
        "Med hvert tal ved sit punktestimat koster {arm} {whom} {amount} mere pr. person "
        "over {horizon} end {reference}, i {year}-priser."
    ),
    "answer_benefit": (
        "Med hvert tal ved sit punktestimat og {worth} er nettogevinsten ved {arm} "
        "sammenlignet med {reference} {amount} pr. person over {horizon}, i {year}-priser."
    ),
    "answer_in": "{currency} pr. person over {horizon}, {year}-priser, {perspective}",
    "answer_benefit_at": "Nettogevinst ved {worth}",
    "answer_benefit_interval": "Nettogevinst ({level}-interval)",
    "answer_benefit_probability": "Sandsynlighed for, at den er over 0",
    # one-way
    "title_tornado": (
        "{answer} med {arm}, ét tal varieret ad gangen\n{line}\n"
        "{low} mod den lave ende, {high} mod den høje ende; de mødes ved {now}"
    ),
    "quantity_varied": "Tal",
    "varied_between": "Varieret mellem",
    "answer_low": "Ved lav ende",
    "answer_high": "Ved høj ende",
    "tornado_bar": "Flytter",
    "tornado_nothing": (
        "Intet er varieret: intet tal, der betyder noget, har en angivet usikkerhed eller grænser."
    ),
    "tornado_most": (
        "Af de {count} tal, der er varieret, er det, der flytter mest, {subject}: varieres det "
        "alene, ligger besparelsen mellem {low} og {high} pr. person."
    ),
    "tornado_most_benefit": (
        "Af de {count} tal, der er varieret, er det, der flytter mest, {subject}: varieres det "
        "alene, ligger nettogevinsten mellem {low} og {high} pr. person."
    ),
    "tornado_only": (
        "Kun {subject} er varieret: så ligger besparelsen mellem {low} og {high} pr. person."
    ),
    "tornado_only_benefit": (
        "Kun {subject} er varieret: så ligger nettogevinsten mellem {low} og {high} pr. person."
    ),
    "tornado_fixed_one": "1 tal, som den afhænger af, er fast og er ikke varieret.",
    "tornado_fixed_many": "{count} tal, som den afhænger af, er faste og er ikke varieret.",
    "flips_saving_none": (
        "Så langt de er varieret, vender ingen af dem alene besparelsen til en merudgift."
    ),
    "flips_saving_none_only": (
        "Så langt det er varieret, vender det ikke besparelsen til en merudgift."
    ),
    "flips_saving_one": "Ét af dem kan alene vende besparelsen til en merudgift: {subjects}.",
    "flips_saving_one_only": "Det kan alene vende besparelsen til en merudgift.",
    "flips_saving_many": "Hvert af disse kan alene vende besparelsen til en merudgift: {subjects}.",
    "flips_cost_none": (
        "Så langt de er varieret, vender ingen af dem alene merudgiften til en besparelse."
    ),
    "flips_cost_none_only": (
        "Så langt det er varieret, vender det ikke merudgiften til en besparelse."
    ),
    "flips_cost_one": "Ét af dem kan alene vende merudgiften til en besparelse: {subjects}.",
    "flips_cost_one_only": "Det kan alene vende merudgiften til en besparelse.",
    "flips_cost_many": "Hvert af disse kan alene vende merudgiften til en besparelse: {subjects}.",
    "flips_benefit_none": "Så langt de er varieret, vender ingen af dem alene dens fortegn.",
    "flips_benefit_none_only": "Så langt det er varieret, vender det ikke dens fortegn.",
    "flips_benefit_one": "Ét af dem kan alene vende dens fortegn: {subjects}.",
    "flips_benefit_one_only": "Det kan alene vende dens fortegn.",
    "flips_benefit_many": "Hvert af disse kan alene vende dens fortegn: {subjects}.",
    "note_flag": "{flag} Mellem sine ender vender dette tal alene svarets fortegn.",
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
        "Hvert tal er prøvet ved {values} værdier fra den lave til den høje ende; en søjle når "
        "fra det laveste til det højeste svar blandt dem."
    ),
    "note_unvaried": (
        "Ikke varieret, fordi hverken usikkerhed eller grænser er angivet: {paths}. Tilføj for "
        "eksempel --bounds {first}=LOW:HIGH, eller bounds: [lav, høj] ved tallet i filen."
    ),
    "note_idle": "Uden indflydelse på svaret: {paths}.",
    "note_threshold": "Hvor fortegnet vender med {path}: {command}",
    # two-way
    "title_grid": (
        "{answer} med {arm}, to tal varieret sammen\n{line}\nnedad: {down}\nhenad: {across}"
    ),
    "grid_first": "Nedad, henad",
    "grid_idle": "Ingen af de to tal gør nogen forskel for den i gitteret.",
    "grid_same": "Fortegnet er det samme i alle felter i gitteret.",
    "grid_turns": "Fortegnet vender i {cells} af gitterets {of} felter.",
    "note_expected": "Alle andre tal holdes ved deres punktestimat.",
    # scenario analyses
    "title_analyses": "{answer} med {arm} i scenarieanalyserne\n{line}",
    "title_changes": "Hvad hver analyse ændrer",
    "one_analysis": "Analyse",
    "base_case": "Hovedanalyse",
    "in_analysis": "I analysen",
    "path_changed": "Sti",
    "from_base_interval": "Forskel fra hovedanalysen ({level}-interval)",
    "analyses_saving_kept": "{arm} sparer stadig penge i hver af de {all} scenarieanalyser.",
    "analyses_saving_turned": (
        "{arm} sparer stadig penge i {kept} af de {all} scenarieanalyser; det gør det ikke i: "
        "{turned}."
    ),
    "analyses_cost_kept": "{arm} koster stadig mere i hver af de {all} scenarieanalyser.",
    "analyses_cost_turned": (
        "{arm} koster stadig mere i {kept} af de {all} scenarieanalyser; det sparer i: {turned}."
    ),
    "analyses_benefit_kept": (
        "Nettogevinsten ved {arm} beholder sit fortegn i hver af de {all} scenarieanalyser."
    ),
    "analyses_benefit_turned": (
        "Nettogevinsten ved {arm} beholder sit fortegn i {kept} af de {all} scenarieanalyser; "
        "det vender i: {turned}."
    ),
    "analysis_saving_kept": "{arm} sparer stadig penge i scenarieanalysen.",
    "analysis_saving_turned": "{arm} sparer ikke længere penge i scenarieanalysen: {turned}.",
    "analysis_cost_kept": "{arm} koster stadig mere i scenarieanalysen.",
    "analysis_cost_turned": "{arm} sparer penge i scenarieanalysen: {turned}.",
    "analysis_benefit_kept": "Nettogevinsten ved {arm} beholder sit fortegn i scenarieanalysen.",
    "analysis_benefit_turned": (
        "Nettogevinsten ved {arm} skifter fortegn i scenarieanalysen: {turned}."
    ),
    "analyses_unsure": "I {unsure} af dem indeholder {level}-intervallet 0: {names}.",
    "analysis_unsure": "Dets {level}-interval dér indeholder 0.",
    "analyses_unmoved": "{unmoved} af dem ændrer intet, som besparelsen afhænger af: {names}.",
    "analyses_unmoved_one": "1 af dem ændrer intet, som besparelsen afhænger af: {names}.",
    "analysis_unmoved": "Den ændrer intet, som besparelsen afhænger af.",
    "note_other_money": "{label} er i {money}, så den er ikke holdt op mod hovedanalysen.",
    "note_same_draws": (
        "Analyserne har hovedanalysens trækninger, så en forskel fra den skyldes det, der er "
        "ændret."
    ),
}
