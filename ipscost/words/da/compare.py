"""The words of compare."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "compare_most": (
        "{name} ventes at spare {whom} mest: {amount} pr. person over {horizon} sammenlignet med "
        "{reference}{interval}, i {year}-priser."
    ),
    "compare_least": (
        "{name} ventes at koste {whom} mindst: {amount} pr. person over {horizon} mere end "
        "{reference}{interval}, i {year}-priser."
    ),
    "compare_more": "{name} sparer {amount} mere pr. person end {other}{interval}.",
    "compare_less": "{name} koster {amount} mindre pr. person end {other}{interval}.",
    "compare_unclear": (
        "Det er ikke klart, om {name} eller {other} sparer mest: {name} ventes at spare {amount} "
        "mere pr. person{interval}."
    ),
    "compare_same": "{name} og {other} sparer det samme pr. person.",
    "compare_probability": "Sandsynligheden for, at det sparer mere, er {probability}.",
    "compare_probability_if": (
        "Sandsynligheden for, at det sparer mere, er {probability}, hvis {given}."
    ),
    "compare_unlike": "Sammenlignet, selv om de ikke er opgjort ens: {parts}.",
    "compare_over": "over {horizon}",
    "compare_for": "for {whom}",
    "compare_over_for": "over {horizon} for {whom}",
    "compare_unmoved": (
        "Det, som {name} ændrer i {paths}, ændrer ikke besparelsen: ingen forskel i omkostning, "
        "der tæller her, afhænger af det."
    ),
    "compare_every_draw": "Forskellen er den samme i hver trækning, for det usikre er ens i begge.",
    "compare_unsure": (
        "Hvor sikkert det er, kan ikke siges: der er ikke angivet usikkerhed for {names}."
    ),
    "title_compare": (
        "Besparelse, side om side\n"
        "{currency} pr. person over {horizon}, {year}-priser, {seen}\n"
        "plus er en besparelse"
    ),
    "title_compare_outcomes": "Resultater: forskel fra sammenligningsgruppen{interval}",
    "title_compare_payers": "Besparelse for hver betaler",
    "title_compare_categories": "Besparelse efter kategori",
    "title_gap": "Hvor meget mere end {base}{interval}\nplus: mere sparet eller mere opnået",
    "scenario": "Scenarie",
    "in_brackets": " ({level}-interval)",
    "interval_row": "{level}-interval",
    "saving_more": "Sparer mere",
    "saving_more_interval": "Mere end {base} ({level}-interval)",
    "probability_more": "Sandsynlighed for at spare mere",
    "unmatched": "Kategorier i kun det ene",
    "note_scenario": "{name}: {title} ({file}).",
    "note_absent": (
        "En streg er ukendt eller findes ikke: et scenarie har ikke kategorien eller angiver "
        "ingen usikkerhed."
    ),
    "note_dagger_compared": (
        "† Hviler på en antagelse i et eller flere scenarier; ipscost simulate siger hvilken."
    ),
    "note_mixed_in": (
        "{name}: reelle ressourcer og produktivitet kan ikke skilles ad i {labels}, så ingen af "
        "dem er kendt."
    ),
    "note_no_interval": (
        "Intet interval for forskellen mellem {base} og {names}: et interval kræver angivet "
        "usikkerhed på begge sider."
    ),
    "note_common": (
        "Alle scenarier er kørt med de samme tilfældige tal, så det, de har til fælles, går ud af "
        "forskellen til {base}. Intervallet for forskellen er {widths}. Bredden ved uafhængige "
        "trækninger er roden af summen af de to kvadrerede bredder."
    ),
    "common_width": "{width} bredt for {name} (mod omkring {apart} ved uafhængige trækninger)",
    "note_seen_twice": (
        "Trukket som ét usikkert tal set to gange, selv om {base} og {name} angiver forskellige "
        "tal fra forskellige kilder: {paths}. Hvor de er uafhængig evidens, er intervallet for "
        "forskellen for smalt."
    ),
    "note_restated": "{name} er omregnet fra {stated} til {money}, som er pengene i {base}.",
    "note_restated_own": (
        "{name} er omregnet fra {stated} til {money}, som er pengene i {base}: {order}, den "
        "rækkefølge, det angiver."
    ),
    "note_restated_other": (
        "{name} er omregnet fra {stated} til {money}, som er pengene i {base}: {order}, da det "
        "ikke selv angiver en rækkefølge."
    ),
    "note_horizons": (
        "Forskellige perioder, sammenlignet fordi --allow horizon beder om det: {parts}. En "
        "længere periode rummer flere udgifter og besparelser."
    ),
    "note_perspectives": (
        "Forskellige perspektiver, sammenlignet fordi --allow perspective beder om det: {parts}. "
        "De lægger forskellige udgifter sammen."
    ),
    "note_rates": "Forskellige diskonteringsrater: {parts}.",
    "named": "{name} {text}",
    "note_fixed_counts": (
        "Faste, fordi ingen usikkerhed er angivet: {parts}. Intervallerne medregner "
        "ingen usikkerhed om dem."
    ),
    "fixed_count": "{count} af de {total} tal i {name}",
    "note_run_compared": "{draws}; ipscost {version}; {scenarios}.",
    "run_digest": "{name} kontroltal {digest}",
    "note_inputs": "Hvorfor to af dem er forskellige, helt ned til linjen i filen: --inputs",
    # compare --inputs
    "title_inputs_more": (
        "Hvorfor {name} sparer {amount} mere end {base}\n"
        "hvad besparelsen i {base} ændres med, når kun det input skiftes; ens input: {count}"
    ),
    "title_inputs_less": (
        "Hvorfor {name} sparer {amount} mindre end {base}\n"
        "hvad besparelsen i {base} ændres med, når kun det input skiftes; ens input: {count}"
    ),
    "title_inputs_same": (
        "Hvordan inputtene i {name} og {base} er forskellige, selv om begge sparer det samme\n"
        "hvad besparelsen i {base} ændres med, når kun det input skiftes; ens input: {count}"
    ),
    "input": "Input og dets linjer",
    "value": "Værdi",
    "explains": "Forklarer",
    "fuller_spread": "{dist} med gennemsnit {mean} og standardafvigelse {sd}",
    "inputs_sure": "kun hvor sikkert",
    "inputs_steps": "nåede trin: {count}",
    "inputs_form": "angivet anderledes",
    "inputs_added": "kun i {name}",
    "inputs_dropped": "kun i {name}",
    "stated_difference": "forskel",
    "stated_ratio": "forhold",
    "interaction": "Samspil",
    "all_together": "Alt sammen",
    "note_switched": (
        "Forklaret efter punktestimaterne: hvor meget besparelsen i {base} ændres, når kun det "
        "ene input skiftes til det andet scenaries. Alt sammen er hele forskellen."
    ),
    "note_interaction": (
        "Samspil: det, som inputtene ændrer tilsammen ud over, hvad hvert ændrer alene, som når "
        "både en pris og forbruget er forskellige."
    ),
    "note_no_interaction": (
        "Intet samspil: det, som inputtene ændrer hver for sig, giver lagt sammen det hele."
    ),
    "note_outcome_inputs": (
        "Input til resultater forklarer intet af besparelsen; de ændrer kun resultaterne."
    ),
}
