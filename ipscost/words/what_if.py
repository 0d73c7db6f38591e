"""The words of sensitivity, and those that threshold shares; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # what a number is called in a sentence, and in a table
    "subject_mean": ("the level of {label} with {arm}", "niveauet af {label} med {arm}"),
    "subject_difference": (
        "the difference in {label} with {arm}",
        "forskellen i {label} med {arm}",
    ),
    "subject_ratio": (
        "the ratio of {label} with {arm} to that with {reference}",
        "forholdet mellem {label} med {arm} og med {reference}",
    ),
    "subject_price": ("the price of {label}", "prisen på {label}"),
    "subject_discount_cost": (
        "the discount rate of costs",
        "diskonteringsrenten for omkostninger",
    ),
    "subject_discount_outcome": (
        "the discount rate of outcomes",
        "diskonteringsrenten for resultater",
    ),
    "label_discount_cost": ("Discount rate of costs", "Diskonteringsrente for omkostninger"),
    "label_discount_outcome": (
        "Discount rate of outcomes",
        "Diskonteringsrente for resultater",
    ),
    "subject_threshold": ("the value of one more of {label}", "værdien af én mere af {label}"),
    "subject_threshold_lower": (
        "the value of one less of {label}",
        "værdien af én mindre af {label}",
    ),
    "label_threshold_lower": ("{label}: value of one less", "{label}: værdi af én mindre"),
    "label_threshold": ("{label}: value of one more", "{label}: værdi af én mere"),
    "worth_each": ("{money} per {one}", "{money} pr. {one}"),
    # the answer
    "answer_saves": (
        "With every number at its point estimate, {arm} saves {whom} {amount} per person over "
        "{horizon} against {reference}, in {year} prices.",
        "Med hvert tal ved sit punktestimat sparer {arm} {whom} {amount} pr. person over "
        "{horizon} sammenlignet med {reference}, i {year}-priser.",
    ),
    "answer_costs": (
        "With every number at its point estimate, {arm} costs {whom} {amount} more per person "
        "over {horizon} than {reference}, in {year} prices.",
        "Med hvert tal ved sit punktestimat koster {arm} {whom} {amount} mere pr. person "
        "over {horizon} end {reference}, i {year}-priser.",
    ),
    "answer_benefit": (
        "With every number at its point estimate and {worth}, the net benefit of {arm} against "
        "{reference} is {amount} per person over {horizon}, in {year} prices.",
        "Med hvert tal ved sit punktestimat og {worth} er nettogevinsten ved {arm} "
        "sammenlignet med {reference} {amount} pr. person over {horizon}, i {year}-priser.",
    ),
    "answer_in": (
        "{currency} per person over {horizon}, {year} prices, {perspective}",
        "{currency} pr. person over {horizon}, {year}-priser, {perspective}",
    ),
    "answer_benefit_at": ("Net benefit at {worth}", "Nettogevinst ved {worth}"),
    "answer_benefit_interval": (
        "Net benefit ({level} interval)",
        "Nettogevinst ({level}-interval)",
    ),
    "answer_benefit_probability": (
        "Probability that it is above 0",
        "Sandsynlighed for, at den er over 0",
    ),
    # one-way
    "title_tornado": (
        "{answer} with {arm}, one number varied at a time\n{line}\n"
        "{low} towards the low end, {high} towards the high end; they meet at {now}",
        "{answer} med {arm}, ét tal varieret ad gangen\n{line}\n"
        "{low} mod den lave ende, {high} mod den høje ende; de mødes ved {now}",
    ),
    "quantity_varied": ("Number", "Tal"),
    "varied_between": ("Varied between", "Varieret mellem"),
    "answer_low": ("At the low end", "Ved lav ende"),
    "answer_high": ("At the high end", "Ved høj ende"),
    "tornado_bar": ("Moves", "Flytter"),
    "tornado_nothing": (
        "Nothing was varied: no number that matters has a stated uncertainty or bounds.",
        "Intet er varieret: intet tal, der betyder noget, har en angivet usikkerhed eller grænser.",
    ),
    "tornado_most": (
        "Of the {count} numbers that were varied, what moves it most is {subject}: with that alone "
        "varied, the saving lies between {low} and {high} per person.",
        "Af de {count} tal, der er varieret, er det, der flytter mest, {subject}: varieres det "
        "alene, ligger besparelsen mellem {low} og {high} pr. person.",
    ),
    "tornado_most_benefit": (
        "Of the {count} numbers that were varied, what moves it most is {subject}: with that alone "
        "varied, the net benefit lies between {low} and {high} per person.",
        "Af de {count} tal, der er varieret, er det, der flytter mest, {subject}: varieres det "
        "alene, ligger nettogevinsten mellem {low} og {high} pr. person.",
    ),
    "tornado_only": (
        "Only {subject} was varied: with that, the saving lies between {low} and {high} per "
        "person.",
        "Kun {subject} er varieret: så ligger besparelsen mellem {low} og {high} pr. person.",
    ),
    "tornado_only_benefit": (
        "Only {subject} was varied: with that, the net benefit lies between {low} and {high} per "
        "person.",
        "Kun {subject} er varieret: så ligger nettogevinsten mellem {low} og {high} pr. person.",
    ),
    "tornado_fixed_one": (
        "1 number that it depends on is fixed and was not varied.",
        "1 tal, som den afhænger af, er fast og er ikke varieret.",
    ),
    "tornado_fixed_many": (
        "{count} numbers that it depends on are fixed and were not varied.",
        "{count} tal, som den afhænger af, er faste og er ikke varieret.",
    ),
    "flips_saving_none": (
        "As far as they were varied, none of them alone turns the saving into a cost.",
        "Så langt de er varieret, vender ingen af dem alene besparelsen til en merudgift.",
    ),
    "flips_saving_none_only": (
        "As far as it was varied, it does not turn the saving into a cost.",
        "Så langt det er varieret, vender det ikke besparelsen til en merudgift.",
    ),
    "flips_saving_one": (
        "One of them alone can turn the saving into a cost: {subjects}.",
        "Ét af dem kan alene vende besparelsen til en merudgift: {subjects}.",
    ),
    "flips_saving_one_only": (
        "That alone can turn the saving into a cost.",
        "Det kan alene vende besparelsen til en merudgift.",
    ),
    "flips_saving_many": (
        "Each of these alone can turn the saving into a cost: {subjects}.",
        "Hvert af disse kan alene vende besparelsen til en merudgift: {subjects}.",
    ),
    "flips_cost_none": (
        "As far as they were varied, none of them alone turns the extra cost into a saving.",
        "Så langt de er varieret, vender ingen af dem alene merudgiften til en besparelse.",
    ),
    "flips_cost_none_only": (
        "As far as it was varied, it does not turn the extra cost into a saving.",
        "Så langt det er varieret, vender det ikke merudgiften til en besparelse.",
    ),
    "flips_cost_one": (
        "One of them alone can turn the extra cost into a saving: {subjects}.",
        "Ét af dem kan alene vende merudgiften til en besparelse: {subjects}.",
    ),
    "flips_cost_one_only": (
        "That alone can turn the extra cost into a saving.",
        "Det kan alene vende merudgiften til en besparelse.",
    ),
    "flips_cost_many": (
        "Each of these alone can turn the extra cost into a saving: {subjects}.",
        "Hvert af disse kan alene vende merudgiften til en besparelse: {subjects}.",
    ),
    "flips_benefit_none": (
        "As far as they were varied, none of them alone turns its sign.",
        "Så langt de er varieret, vender ingen af dem alene dens fortegn.",
    ),
    "flips_benefit_none_only": (
        "As far as it was varied, it does not turn its sign.",
        "Så langt det er varieret, vender det ikke dens fortegn.",
    ),
    "flips_benefit_one": (
        "One of them alone can turn its sign: {subjects}.",
        "Ét af dem kan alene vende dens fortegn: {subjects}.",
    ),
    "flips_benefit_one_only": (
        "That alone can turn its sign.",
        "Det kan alene vende dens fortegn.",
    ),
    "flips_benefit_many": (
        "Each of these alone can turn its sign: {subjects}.",
        "Hvert af disse kan alene vende dens fortegn: {subjects}.",
    ),
    "note_flag": (
        "{flag} Between its ends, this number alone turns the sign of the answer.",
        "{flag} Mellem sine ender vender dette tal alene svarets fortegn.",
    ),
    "note_percentiles": (
        "Uncertain numbers are varied from percentile {low} to percentile {high} of their own "
        "distribution, each while all others stay at their point estimates.",
        "Usikre tal varieres fra percentil {low} til percentil {high} i deres egen fordeling, "
        "hvert for sig, mens alle andre holdes ved deres punktestimat.",
    ),
    "note_stated_bounds": (
        "Varied between stated bounds: {paths}.",
        "Varieret mellem angivne grænser: {paths}.",
    ),
    "note_usual_rate": (
        "Discount rates are varied from 0% to {rate} a year, the rate of the Danish Ministry of "
        "Finance for years 0 to 35 (fm.dk, 22-06-2023), or to the scenario's own where that is "
        "higher.",
        "Diskonteringsrenter varieres fra 0% til {rate} om året, Finansministeriets rente for år "
        "0 til 35 (fm.dk, 22-06-2023), eller til scenariets egen, hvis den er højere.",
    ),
    "note_varied_alone": (
        "Drawn together elsewhere, but varied alone here: {paths}. Each is moved as a whole, and "
        "keeps how it goes together with the others: a difference is shifted, any other number "
        "scaled.",
        "Trækkes ellers sammen, men varieres her hver for sig: {paths}. Hvert af dem flyttes som "
        "helhed og beholder sin sammenhæng med de andre: en forskel forskydes, andre tal skaleres.",
    ),
    "note_clipped": (
        "Varied only as far as is possible: {paths}.",
        "Kun varieret så langt, som det er muligt: {paths}.",
    ),
    "note_looked_at": (
        "Each number is looked at in {values} values from its low end to its high end; a bar "
        "reaches from the lowest to the highest answer among them.",
        "Hvert tal er prøvet ved {values} værdier fra den lave til den høje ende; en søjle når "
        "fra det laveste til det højeste svar blandt dem.",
    ),
    "note_unvaried": (
        "Not varied, because neither uncertainty nor bounds were stated: {paths}. Add for example "
        "--bounds {first}=LOW:HIGH, or bounds: [low, high] beside the number in the file.",
        "Ikke varieret, fordi hverken usikkerhed eller grænser er angivet: {paths}. Tilføj for "
        "eksempel --bounds {first}=LOW:HIGH, eller bounds: [lav, høj] ved tallet i filen.",
    ),
    "note_idle": (
        "Without influence on the answer: {paths}.",
        "Uden indflydelse på svaret: {paths}.",
    ),
    "note_threshold": (
        "Where the sign turns with {path}: {command}",
        "Hvor fortegnet vender med {path}: {command}",
    ),
    # two-way
    "title_grid": (
        "{answer} with {arm}, two numbers varied together\n{line}\ndown: {down}\nacross: {across}",
        "{answer} med {arm}, to tal varieret sammen\n{line}\nnedad: {down}\nhenad: {across}",
    ),
    "grid_first": ("Down, across", "Nedad, henad"),
    "grid_idle": (
        "Neither of the two numbers makes a difference to it in the grid.",
        "Ingen af de to tal gør nogen forskel for den i gitteret.",
    ),
    "grid_same": (
        "The sign is the same in every cell of the grid.",
        "Fortegnet er det samme i alle felter i gitteret.",
    ),
    "grid_turns": (
        "The sign turns in {cells} of the {of} cells of the grid.",
        "Fortegnet vender i {cells} af gitterets {of} felter.",
    ),
    "note_expected": (
        "All other numbers stay at their point estimates.",
        "Alle andre tal holdes ved deres punktestimat.",
    ),
    # scenario analyses
    "title_analyses": (
        "{answer} with {arm} in the scenario analyses\n{line}",
        "{answer} med {arm} i scenarieanalyserne\n{line}",
    ),
    "title_changes": ("What each analysis changes", "Hvad hver analyse ændrer"),
    "one_analysis": ("Analysis", "Analyse"),
    "base_case": ("Base case", "Hovedanalyse"),
    "in_analysis": ("In the analysis", "I analysen"),
    "path_changed": ("Path", "Sti"),
    "from_base_interval": (
        "Difference from the base case ({level} interval)",
        "Forskel fra hovedanalysen ({level}-interval)",
    ),
    "analyses_saving_kept": (
        "{arm} still saves money in each of the {all} scenario analyses.",
        "{arm} sparer stadig penge i hver af de {all} scenarieanalyser.",
    ),
    "analyses_saving_turned": (
        "{arm} still saves money in {kept} of the {all} scenario analyses; it does not in: "
        "{turned}.",
        "{arm} sparer stadig penge i {kept} af de {all} scenarieanalyser; det gør det ikke i: "
        "{turned}.",
    ),
    "analyses_cost_kept": (
        "{arm} still costs more in each of the {all} scenario analyses.",
        "{arm} koster stadig mere i hver af de {all} scenarieanalyser.",
    ),
    "analyses_cost_turned": (
        "{arm} still costs more in {kept} of the {all} scenario analyses; it saves in: {turned}.",
        "{arm} koster stadig mere i {kept} af de {all} scenarieanalyser; det sparer i: {turned}.",
    ),
    "analyses_benefit_kept": (
        "The net benefit of {arm} keeps its sign in each of the {all} scenario analyses.",
        "Nettogevinsten ved {arm} beholder sit fortegn i hver af de {all} scenarieanalyser.",
    ),
    "analyses_benefit_turned": (
        "The net benefit of {arm} keeps its sign in {kept} of the {all} scenario analyses; it "
        "turns in: {turned}.",
        "Nettogevinsten ved {arm} beholder sit fortegn i {kept} af de {all} scenarieanalyser; "
        "det vender i: {turned}.",
    ),
    "analysis_saving_kept": (
        "{arm} still saves money in the scenario analysis.",
        "{arm} sparer stadig penge i scenarieanalysen.",
    ),
    "analysis_saving_turned": (
        "{arm} no longer saves money in the scenario analysis: {turned}.",
        "{arm} sparer ikke længere penge i scenarieanalysen: {turned}.",
    ),
    "analysis_cost_kept": (
        "{arm} still costs more in the scenario analysis.",
        "{arm} koster stadig mere i scenarieanalysen.",
    ),
    "analysis_cost_turned": (
        "{arm} saves money in the scenario analysis: {turned}.",
        "{arm} sparer penge i scenarieanalysen: {turned}.",
    ),
    "analysis_benefit_kept": (
        "The net benefit of {arm} keeps its sign in the scenario analysis.",
        "Nettogevinsten ved {arm} beholder sit fortegn i scenarieanalysen.",
    ),
    "analysis_benefit_turned": (
        "The net benefit of {arm} turns its sign in the scenario analysis: {turned}.",
        "Nettogevinsten ved {arm} skifter fortegn i scenarieanalysen: {turned}.",
    ),
    "analyses_unsure": (
        "In {unsure} of them the {level} interval includes 0: {names}.",
        "I {unsure} af dem indeholder {level}-intervallet 0: {names}.",
    ),
    "analysis_unsure": (
        "Its {level} interval there includes 0.",
        "Dets {level}-interval dér indeholder 0.",
    ),
    "analyses_unmoved": (
        "{unmoved} of them change nothing that the saving depends on: {names}.",
        "{unmoved} af dem ændrer intet, som besparelsen afhænger af: {names}.",
    ),
    "analyses_unmoved_one": (
        "1 of them changes nothing that the saving depends on: {names}.",
        "1 af dem ændrer intet, som besparelsen afhænger af: {names}.",
    ),
    "analysis_unmoved": (
        "It changes nothing that the saving depends on.",
        "Den ændrer intet, som besparelsen afhænger af.",
    ),
    "note_other_money": (
        "{label} is in {money}, so it is not set against the base case.",
        "{label} er i {money}, så den er ikke holdt op mod hovedanalysen.",
    ),
    "note_same_draws": (
        "The analyses have the draws of the base case, so a difference from it is due to what was "
        "changed.",
        "Analyserne har hovedanalysens trækninger, så en forskel fra den skyldes det, der er "
        "ændret.",
    ),
}
