"""The words of compare, in English and Danish; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "compare_most": (
        "{name} is expected to save {whom} most: {amount} per person over {horizon} against "
        "{reference}{interval}, in {year} prices.",
        "{name} ventes at spare {whom} mest: {amount} pr. person over {horizon} sammenlignet med "
        "{reference}{interval}, i {year}-priser.",
    ),
    "compare_least": (
        "{name} is expected to cost {whom} least: {amount} per person over {horizon} more than "
        "{reference}{interval}, in {year} prices.",
        "{name} ventes at koste {whom} mindst: {amount} pr. person over {horizon} mere end "
        "{reference}{interval}, i {year}-priser.",
    ),
    "compare_more": (
        "{name} saves {amount} more per person than {other}{interval}.",
        "{name} sparer {amount} mere pr. person end {other}{interval}.",
    ),
    "compare_less": (
        "{name} costs {amount} less per person than {other}{interval}.",
        "{name} koster {amount} mindre pr. person end {other}{interval}.",
    ),
    "compare_unclear": (
        "Which of {name} and {other} saves more is not clear: {name} is expected to save {amount} "
        "more per person{interval}.",
        "Det er ikke klart, om {name} eller {other} sparer mest: {name} ventes at spare {amount} "
        "mere pr. person{interval}.",
    ),
    "compare_same": (
        "{name} and {other} save the same per person.",
        "{name} og {other} sparer det samme pr. person.",
    ),
    "compare_probability": (
        "The probability that it saves more is {probability}{given}.",
        "Sandsynligheden for, at det sparer mere, er {probability}{given}.",
    ),
    "compare_unlike": (
        "Compared though they are not counted alike: {parts}.",
        "Sammenlignet, selv om de ikke er opgjort ens: {parts}.",
    ),
    "compare_over": ("over {horizon}", "over {horizon}"),
    "compare_for": ("for {whom}", "for {whom}"),
    "compare_unmoved": (
        "What {name} changes in {paths} leaves the saving as it is: no difference in cost that "
        "counts here depends on it.",
        "Det, som {name} ændrer i {paths}, ændrer ikke besparelsen: ingen forskel i omkostning, "
        "der tæller her, afhænger af det.",
    ),
    "compare_every_draw": (
        "The difference is the same in every draw, since what is uncertain is the same in both.",
        "Forskellen er den samme i hver trækning, for det usikre er ens i begge.",
    ),
    "compare_unsure": (
        "How sure this is cannot be said: no uncertainty is stated for {names}.",
        "Hvor sikkert det er, kan ikke siges: der er ikke angivet usikkerhed for {names}.",
    ),
    "title_compare": (
        "Saving, side by side\n"
        "{currency} per person over {horizon}, {year} prices, {perspective}{discounted}\n"
        "a plus is a saving",
        "Besparelse, side om side\n"
        "{currency} pr. person over {horizon}, {year}-priser, {perspective}{discounted}\n"
        "plus er en besparelse",
    ),
    "title_compare_outcomes": (
        "Outcomes: difference from the reference{interval}",
        "Resultater: forskel fra sammenligningsgruppen{interval}",
    ),
    "title_compare_payers": ("Saving of each payer", "Besparelse for hver betaler"),
    "title_compare_categories": ("Saving by category", "Besparelse efter kategori"),
    "title_gap": (
        "How much more than {base}{interval}\na plus: more saved, or more reached",
        "Hvor meget mere end {base}{interval}\nplus: mere sparet eller mere opnået",
    ),
    "scenario": ("Scenario", "Scenarie"),
    "in_brackets": (" ({level} interval)", " ({level}-interval)"),
    "interval_row": ("{level} interval", "{level}-interval"),
    "saving_more": ("Saving more", "Sparer mere"),
    "saving_more_interval": (
        "More than {base} ({level} interval)",
        "Mere end {base} ({level}-interval)",
    ),
    "probability_more": (
        "Probability of saving more",
        "Sandsynlighed for at spare mere",
    ),
    "unmatched": ("Categories of one alone", "Kategorier i kun det ene"),
    "note_scenario": ("{name}: {title} ({file}).", "{name}: {title} ({file})."),
    "note_absent": (
        "A dash is not known, or not there: a scenario has no such category, or states no "
        "uncertainty.",
        "En streg er ukendt eller findes ikke: et scenarie har ikke kategorien eller angiver "
        "ingen usikkerhed.",
    ),
    "note_dagger_compared": (
        "† Rests on an assumption in one scenario or more; ipscost simulate tells it.",
        "† Hviler på en antagelse i et eller flere scenarier; ipscost simulate siger hvilken.",
    ),
    "note_mixed_in": (
        "{name}: real resources and productivity cannot be told apart in {labels}, so neither is "
        "known.",
        "{name}: reelle ressourcer og produktivitet kan ikke skilles ad i {labels}, så ingen af "
        "dem er kendt.",
    ),
    "note_no_interval": (
        "No interval of the difference between {base} and {names}: an interval needs stated "
        "uncertainty on both sides.",
        "Intet interval for forskellen mellem {base} og {names}: et interval kræver angivet "
        "usikkerhed på begge sider.",
    ),
    "note_common": (
        "All scenarios are run with the same random numbers, so what they have in common cancels "
        "out of the difference to {base}. The interval of the difference is {widths}. The width of "
        "independent draws is the root of the sum of the two squared widths.",
        "Alle scenarier er kørt med de samme tilfældige tal, så det, de har til fælles, går ud af "
        "forskellen til {base}. Intervallet for forskellen er {widths}. Bredden ved uafhængige "
        "trækninger er roden af summen af de to kvadrerede bredder.",
    ),
    "common_width": (
        "{width} wide for {name} (against about {apart} if drawn independently)",
        "{width} bredt for {name} (mod omkring {apart} ved uafhængige trækninger)",
    ),
    "note_seen_twice": (
        "Drawn as one uncertain number seen twice, though {base} and {name} state different "
        "numbers from different sources: {paths}. Where these are independent evidence, the "
        "interval of the difference is too narrow.",
        "Trukket som ét usikkert tal set to gange, selv om {base} og {name} angiver forskellige "
        "tal fra forskellige kilder: {paths}. Hvor de er uafhængig evidens, er intervallet for "
        "forskellen for smalt.",
    ),
    "note_restated": (
        "{name} is converted from {stated} to {money}, the money of {base}{way}.",
        "{name} er omregnet fra {stated} til {money}, som er pengene i {base}{way}.",
    ),
    "restated_own": (": {order}, the order it states", ": {order}, den rækkefølge, det angiver"),
    "restated_other": (
        ": {order}, since it states no order itself",
        ": {order}, da det ikke selv angiver en rækkefølge",
    ),
    "note_horizons": (
        "Different horizons, compared because --allow horizon asks for it: {parts}. A longer one "
        "holds more cost and saving.",
        "Forskellige perioder, sammenlignet fordi --allow horizon beder om det: {parts}. En "
        "længere periode rummer flere udgifter og besparelser.",
    ),
    "note_perspectives": (
        "Different perspectives, compared because --allow perspective asks for it: {parts}. They "
        "add up different costs.",
        "Forskellige perspektiver, sammenlignet fordi --allow perspective beder om det: {parts}. "
        "De lægger forskellige udgifter sammen.",
    ),
    "note_rates": (
        "Different discount rates: {parts}.",
        "Forskellige diskonteringsrater: {parts}.",
    ),
    "named": ("{name} {text}", "{name} {text}"),
    "note_fixed_counts": (
        "Fixed, because no uncertainty was stated: {parts}. The intervals leave theirs out.",
        "Faste, fordi ingen usikkerhed er angivet: {parts}. Intervallerne medregner "
        "ingen usikkerhed om dem.",
    ),
    "fixed_count": (
        "{count} of the {total} numbers of {name}",
        "{count} af de {total} tal i {name}",
    ),
    "note_run_compared": (
        "{draws}; ipscost {version}; {scenarios}.",
        "{draws}; ipscost {version}; {scenarios}.",
    ),
    "run_digest": ("{name} digest {digest}", "{name} kontroltal {digest}"),
    "note_inputs": (
        "Why two of them differ, down to the line in the file: --inputs",
        "Hvorfor to af dem er forskellige, helt ned til linjen i filen: --inputs",
    ),
    # compare --inputs
    "title_inputs": (
        "Why {name} saves {amount} {more} than {base}\n"
        "what the saving of {base} changes by when that input alone is switched; {same}",
        "Hvorfor {name} sparer {amount} {more} end {base}\n"
        "hvad besparelsen i {base} ændres med, når kun det input skiftes; {same}",
    ),
    "title_inputs_same": (
        "How the inputs of {name} and {base} differ, though both save the same\n"
        "what the saving of {base} changes by when that input alone is switched; {same}",
        "Hvordan inputtene i {name} og {base} er forskellige, selv om begge sparer det samme\n"
        "hvad besparelsen i {base} ændres med, når kun det input skiftes; {same}",
    ),
    "more": ("more", "mere"),
    "less": ("less", "mindre"),
    "same_inputs": ("inputs that are the same: {count}", "ens input: {count}"),
    "input": ("Input, and its lines", "Input og dets linjer"),
    "value": ("Value", "Værdi"),
    "explains": ("Explains", "Forklarer"),
    "fuller_spread": (
        "{dist} with mean {mean} and standard deviation {sd}",
        "{dist} med gennemsnit {mean} og standardafvigelse {sd}",
    ),
    "inputs_sure": ("only how sure", "kun hvor sikkert"),
    "inputs_steps": ("steps reached: {count}", "nåede trin: {count}"),
    "inputs_form": ("stated otherwise", "angivet anderledes"),
    "inputs_added": ("only in {name}", "kun i {name}"),
    "inputs_dropped": ("only in {name}", "kun i {name}"),
    "stated_difference": ("difference", "forskel"),
    "stated_ratio": ("ratio", "forhold"),
    "interaction": ("Interaction", "Samspil"),
    "all_together": ("All together", "Alt sammen"),
    "note_switched": (
        "Explained by the point estimates: by how much the saving of {base} changes when that "
        "input alone becomes the other's. All together is the whole difference.",
        "Forklaret efter punktestimaterne: hvor meget besparelsen i {base} ændres, når kun det "
        "ene input skiftes til det andet scenaries. Alt sammen er hele forskellen.",
    ),
    "note_interaction": (
        "Interaction: what the inputs change together beyond what each changes alone, as when "
        "both a price and its use differ.",
        "Samspil: det, som inputtene ændrer tilsammen ud over, hvad hvert ændrer alene, som når "
        "både en pris og forbruget er forskellige.",
    ),
    "note_no_interaction": (
        "No interaction: what the inputs change one at a time adds up to the whole.",
        "Intet samspil: det, som inputtene ændrer hver for sig, giver lagt sammen det hele.",
    ),
    "note_outcome_inputs": (
        "Inputs of outcomes explain nothing of the saving; they change outcomes alone.",
        "Input til resultater forklarer intet af besparelsen; de ændrer kun resultaterne.",
    ),
}
