"""The words of compare."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "compare_most": (
        "{name} ventes at spare {whom} mest: {amount} pr. person over {horizon} sammenlignet med "
        "{reference}{interval}, i {year}."
    ),
    "compare_most_of": (
        "For {population} ventes {name} at spare {whom} mest: {amount} pr. person over {horizon} "
        "sammenlignet med {reference}{interval}, i {year}."
    ),
    "compare_least": (
        "{name} ventes at koste {whom} mindst, men stadig {amount} mere pr. person over {horizon} "
        "end {reference}{interval}, i {year}."
    ),
    "compare_least_of": (
        "For {population} ventes {name} at koste {whom} mindst, men stadig {amount} mere pr. "
        "person over {horizon} end {reference}{interval}, i {year}."
    ),
    "compare_even": (
        "{name} ventes at koste {whom} mindst, nemlig det samme pr. person over {horizon} som "
        "{reference}{interval}, i {year}."
    ),
    "compare_even_of": (
        "For {population} ventes {name} at koste {whom} mindst, nemlig det samme pr. person over "
        "{horizon} som {reference}{interval}, i {year}."
    ),
    "compare_elsewhere": (
        "Besparelsen pr. person går fra {low} ({lowest}) til {high} ({highest}), i {year}. "
        "Evalueringerne gælder forskellige mennesker eller lande, så man kan ikke vælge imellem "
        "dem."
    ),
    "compare_more": "{name} sparer {amount} mere pr. person end {other}{interval}.",
    "compare_less": "{name} koster {amount} mindre pr. person end {other}{interval}.",
    "compare_unclear": (
        "Det er usikkert, om {name} eller {other} sparer mest: {name} ventes at spare {amount} "
        "mere pr. person{interval}."
    ),
    "compare_same": "{name} og {other} sparer det samme pr. person.",
    "compare_level": (
        "Der ventes ingen forskel mellem {name} og {other}: {amount} pr. person{interval}."
    ),
    "compare_probability": ("Med den angivne usikkerhed er sandsynligheden for det {probability}."),
    "compare_changed": "{label} = {value}",
    "compare_unlike": "De er ikke opgjort på samme måde: {parts}.",
    "compare_people": "De handler ikke om de samme mennesker: {parts}.",
    "compare_twice_one": (
        "{name} og {other} har {paths} fra hver sin kilde, men det trækkes som ét tal. Er kilderne "
        "uafhængige, er intervallet for forskellen for smalt."
    ),
    "compare_twice_many": (
        "{name} og {other} har {paths} fra hver sin kilde, men hvert af dem trækkes som ét tal. Er "
        "kilderne uafhængige, er intervallet for forskellen for smalt."
    ),
    "compare_over": "over {horizon}",
    "compare_for": "for {whom}",
    "compare_over_for": "over {horizon} for {whom}",
    "compare_unmoved": (
        "Det, som {name} ændrer i {paths}, påvirker ikke besparelsen: Ingen af de forskelle i "
        "udgifter, der tælles med her, afhænger af det."
    ),
    "compare_every_draw": (
        "Forskellen er den samme i alle trækninger, fordi usikkerheden er fælles."
    ),
    "compare_unsure": (
        "Hvor sikkert det er, kan ikke siges, for der er ikke angivet usikkerhed for {names}."
    ),
    "title_compare": (
        "Besparelse, side om side\n"
        "{currency} pr. person over {horizon}, {year}, {seen}\n"
        "plus er en besparelse"
    ),
    "title_compare_short": ("{currency} pr. person over {horizon}, {year}; plus er en besparelse"),
    "title_compare_outcomes": "Resultater: forskel til sammenligningsgruppen{interval}",
    "title_compare_payers": "Besparelse for hver betaler",
    "title_compare_categories": "Besparelse efter kategori",
    "title_gap": "Forskel fra {base}{interval}\nplus: sparer mere eller opnår mere",
    "scenario": "Scenarie",
    "in_brackets": " ({level}-interval)",
    "interval_row": "{level}-interval",
    "saving_more": "Sparer mere",
    "saving_more_short": "Mere end {base}",
    "saving_more_interval": "Mere end {base} ({level}-interval)",
    "probability_more": "Sandsynlighed for at spare mere",
    "other_categories": "Øvrige kategorier",
    "unmatched": "Kategorier, kun det ene har",
    "note_scenario": "{name}: {title} ({file}).",
    "note_variant": "{name}: {file} med {settings}.",
    "note_repeats": (
        "{name} ændrer intet for {arms}: det samme i hver trækning som i {base}, og ikke vist."
    ),
    "note_made": (
        "Usikkerheden om {name} er valgt, så den passer til et offentliggjort tal. Derfor vises "
        "ingen sandsynlighed for det."
    ),
    "note_absent": (
        "En streg betyder, at tallet ikke kendes, eller at scenariet ikke har kategorien eller "
        "ikke angiver usikkerhed."
    ),
    "note_dagger_compared": (
        "† Bygger på en antagelse i mindst ét af scenarierne; ipscost simulate viser hvilken."
    ),
    "note_mixed_in": (
        "{name}: reelle ressourcer og produktivitet kan ikke skilles ad i {labels}, så ingen af "
        "dem er kendt."
    ),
    "note_no_interval": (
        "Forskellen mellem {base} og {names} har intet interval: Det kræver, at usikkerheden er "
        "angivet for begge."
    ),
    "note_common": (
        "Alle scenarier er kørt med de samme tilfældige tal, så usikkerhed, de har til fælles, "
        "ikke tæller med i forskellen til {base}. Intervallet for forskellen er {widths}. Bredden "
        "ved uafhængige trækninger er kvadratroden af summen af de to bredder i anden."
    ),
    "common_width": "{width} bredt for {name} (mod omkring {apart} ved uafhængige trækninger)",
    "note_seen_twice": (
        "{base} og {name} angiver forskellige tal fra hver sin kilde, som trækkes som ét usikkert "
        "tal: {paths}. Er kilderne uafhængige, er intervallet for forskellen for smalt."
    ),
    "note_restated": "{name} er omregnet fra {stated} til {money} som {base}.",
    "note_restated_own": (
        "{name} er omregnet fra {stated} til {money} som {base}: {order}, som scenariet selv "
        "angiver."
    ),
    "note_restated_other": (
        "{name} er omregnet fra {stated} til {money} som {base}: {order}, da scenariet ikke selv "
        "angiver en rækkefølge."
    ),
    "title_aside": "I egne penge: ikke omregnet og ikke sammenlignet med de andre",
    "aside_money": "Penge",
    "aside_over": "Periode",
    "aside_unstated": "ikke angivet",
    "aside_why": "Hvorfor",
    "caveat_aside": ("Ikke omregnet og derfor vist i egne penge og ellers ikke talt med: {names}."),
    "caveat_ways": (
        "Omregnet mellem lande: {order}. De andre måder ville ændre beløbene: {parts}."
    ),
    "way_changes_alone": "{name} med {change}",
    "way_none": "ikke kendt",
    "way_changes": "{name} med {low} til {high}",
    "note_between": (
        "{name} er omregnet fra {stated} ({country}) til {money} ({target}): {order}; én {stated} "
        "er {factor}. På de andre måder: {others}. Købekraften gælder hele økonomien (BNP), "
        "ikke sundhedsvæsen eller løn."
    ),
    "note_horizons": (
        "Forskellige perioder, sammenlignet fordi --allow beder om det: {parts}. En "
        "længere periode rummer flere udgifter og besparelser."
    ),
    "note_perspectives": (
        "Forskellige perspektiver, sammenlignet fordi --allow beder om det: {parts}. "
        "De tæller ikke de samme udgifter med."
    ),
    "note_rates": "Forskellige diskonteringsrenter: {parts}.",
    "named": "{name} {text}",
    "note_fixed_counts": (
        "Faste, fordi der ikke er angivet usikkerhed: {parts}. Intervallerne medregner ingen "
        "usikkerhed om dem."
    ),
    "fixed_count": "{count} af de {total} tal i {name}",
    "note_run_compared": "{draws}; ipscost {version}; {scenarios}.",
    "run_digest": "{name} med kontroltal {digest}",
    "note_inputs": "Hvorfor de er forskellige, ned til linjen i filen: tilføj --inputs.",
    # compare --inputs
    "title_inputs_more": (
        "Hvorfor {name} sparer {amount} mere end {base}\n"
        "hvor meget besparelsen i {base} ændrer sig, når kun det ene tal skiftes; ens tal: {count}"
    ),
    "title_inputs_less": (
        "Hvorfor {name} sparer {amount} mindre end {base}\n"
        "hvor meget besparelsen i {base} ændrer sig, når kun det ene tal skiftes; ens tal: {count}"
    ),
    "title_inputs_same": (
        "Hvordan tallene i {name} og {base} er forskellige, selv om begge sparer det samme\n"
        "hvor meget besparelsen i {base} ændrer sig, når kun det ene tal skiftes; ens tal: {count}"
    ),
    "input": "Tal og linje i filen",
    "value": "Værdi",
    "explains": "Forklarer",
    "fuller_spread": "{dist} med gennemsnit {mean} og standardafvigelse {sd}",
    "inputs_sure": "kun usikkerheden",
    "inputs_steps": "nåede trin: {count}",
    "inputs_form": "angivet på en anden måde",
    "inputs_added": "kun i {name}",
    "inputs_dropped": "kun i {name}",
    "stated_difference": "forskel",
    "stated_ratio": "forhold",
    "interaction": "Samspil",
    "all_together": "Alt i alt",
    "note_switched": (
        "Efter punktestimaterne: hvor meget besparelsen i {base} ændrer sig, når kun det ene tal "
        "skiftes til det andet scenaries. Alt i alt er hele forskellen."
    ),
    "note_interaction": (
        "Samspil: det, tallene ændrer tilsammen ud over, hvad de ændrer hver for sig, som når både "
        "pris og forbrug er forskellige."
    ),
    "note_no_interaction": (
        "Intet samspil: Det, tallene ændrer hver for sig, giver tilsammen hele forskellen."
    ),
    "note_outcome_inputs": (
        "Tal for resultater forklarer intet af besparelsen; de ændrer kun resultaterne."
    ),
}
