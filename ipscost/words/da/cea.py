"""The words of cea."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # units in a sentence
    "cea_per": "{money} pr. {one}",
    # the headline: costs and effects
    "cea_odds": (
        "Sandsynligheden for, at {arm} koster mindre, er {cheaper}, for at den opnår mere, "
        "{better}, og for begge dele {both}."
    ),
    # the headline: dominance and ratios
    "cea_pair": "{arm} sammenlignet med {versus}",
    "cea_doubts_few": "Men ud fra {draws} trækninger er intet af det klart.",
    "cea_doubts_cost": (
        "Ikke klart, for intervallet for forskellen i omkostning omfatter 0: {pairs}."
    ),
    "cea_doubts_effect": "Ikke klart, for intervallet for forskellen i effekt omfatter 0: {pairs}.",
    "cea_doubts_both": (
        "Ikke klart, for intervallerne for begge forskelle, i omkostning og i effekt, omfatter 0: "
        "{pairs}."
    ),
    "cea_doubts_many_cost": (
        "Af disse sammenligninger er {count} ikke klare, for intervallet for forskellen i "
        "omkostning omfatter 0."
    ),
    "cea_doubts_many_effect": (
        "Af disse sammenligninger er {count} ikke klare, for intervallet for forskellen i effekt "
        "omfatter 0."
    ),
    "cea_doubts_many_both": (
        "Af disse sammenligninger er {count} ikke klare, for intervallerne for begge forskelle, i "
        "omkostning og i effekt, omfatter 0."
    ),
    "cea_same": "Målt på de forventede værdier koster og opnår {arm} og {other} det samme.",
    "cea_all_dominated": (
        "Målt på de forventede værdier dominerer {arm} alle de andre: ingen koster mindre eller "
        "opnår mere."
    ),
    "cea_frontier": (
        "På efficiensfronten står, fra den billigste til den dyreste, {arms}; i parentes ICER "
        "sammenlignet med den foregående, pr. {one}."
    ),
    "cea_off_many_dominated": "{count} arme er domineret.",
    "cea_off_many_extended": "{count} arme er udvidet domineret.",
    "cea_off_many_same": "{count} arme er det samme som en anden.",
    "cea_off_dominated": "Domineret: {arms}.",
    "cea_off_extended": "Udvidet domineret: {arms}.",
    "cea_off_same": "Det samme som en anden: {arms}.",
    # the headline: net benefit
    "cea_at_pair_more": "ved {worth} er den {amount}",
    "cea_at_best_more": "ved {worth} har {arm}",
    "cea_at_as_good": "lige gode: det er ICER",
    "cea_most_often": (
        "{other} er bedst i flere af trækningerne ({probability}), men med mindre: i gennemsnit er "
        "{arm} bedre."
    ),
    "cea_as_good": "Ved {worth} er {arm} lige så god som {others}.",
    "cea_as_good_icer": "Ved {worth} er {arm} lige så god som {others}: det er ICER.",
    "cea_less_than_one": "under {amount}",
    "cea_course": (
        "Fra {low} til {high} går sandsynligheden for, at {arm} har den højeste nettogevinst, fra "
        "{first} til {last}."
    ),
    "cea_course_flat": (
        "Fra {low} til {high} er sandsynligheden for, at {arm} har den højeste nettogevinst, hele "
        "vejen {first}."
    ),
    "cea_cost_fixed": (
        "Der er ikke angivet nogen usikkerhed for omkostningerne, så intervaller og "
        "sandsynligheder medregner den ikke."
    ),
    "cea_effect_fixed": (
        "Der er ikke angivet nogen usikkerhed for effekterne, så intervaller og sandsynligheder "
        "medregner den ikke."
    ),
    "cea_unsure": (
        "Hvor sikkert det er, kan ikke siges: intet, der tæller her, har en angivet usikkerhed."
    ),
    # tables
    "title_cea": ("Omkostninger og effekter, {currency} pr. person over {horizon}, {year}\n{seen}"),
    "title_cea_file": "Omkostninger og effekter, {currency} pr. person, {year}",
    "title_cea_bare": "Omkostninger og effekter",
    "cea_effect_is": "Effekt: {label}.",
    "cea_signs": "Forskelle er sammenlignet med {reference}",
    "title_incremental": (
        "Inkrementel analyse, fra den billigste til den dyreste\nhver arm sammenlignet med den "
        "næste mindre effektive på fronten,\nen domineret arm med den, der dominerer den"
    ),
    "title_benefit": "Nettogevinst for hver arm sammenlignet med {reference}, ved {worth}",
    "title_benefit_several": (
        "Nettogevinst for hver arm sammenlignet med {reference}\nefter hvad 1 {one} er værd"
    ),
    "title_benefit_several_money": (
        "Nettogevinst for hver arm sammenlignet med {reference}\nefter hvad 1 {one} er værd, i "
        "{money}"
    ),
    "title_plane": (
        "Omkostningseffektivitetsplanet: andel af trækningerne, hver arm sammenlignet med "
        "{reference}"
    ),
    "title_acceptability": (
        "Acceptabilitet: sandsynligheden for, at en arm har den højeste nettogevinst\nefter hvad "
        "1 {one} er værd"
    ),
    "title_acceptability_money": (
        "Acceptabilitet: sandsynligheden for, at en arm har den højeste nettogevinst\nefter hvad "
        "1 {one} er værd, i {money}"
    ),
    "title_loss": (
        "Forventet tab ved hvert valg og værdien af perfekt information (EVPI)\npr. person, "
        "efter hvad 1 {one} er værd"
    ),
    "title_loss_money": (
        "Forventet tab ved hvert valg og værdien af perfekt information (EVPI)\n"
        "{money} pr. person, efter hvad 1 {one} er værd"
    ),
    "cea_arm": "Arm",
    "cea_cost": "Omkostning",
    "cea_effect": "Effekt",
    "cea_incremental_cost": "Forskel i omkostning{level}",
    "cea_incremental_effect": "Forskel i effekt{level}",
    "cea_level": " ({level}-interval)",
    "cea_against": "Sammenlignet med",
    "cea_step_cost": "Forskel i omkostning",
    "cea_step_effect": "Forskel i effekt",
    "cea_icer": "ICER",
    "cea_icer_in": "ICER, {unit}",
    "cea_icer_unit": "ICER i {unit}",
    "cea_on_frontier": "På fronten",
    "cea_least_costly": "billigst",
    "cea_dominant": "dominerer",
    "cea_dominated": "domineret",
    "cea_extendedly_dominated": "udvidet domineret",
    "cea_extended": "udvidet domineret",
    "cea_equal": "det samme",
    "cea_nmb": "Monetær nettogevinst{level}",
    "cea_nhb": "Sundhedsmæssig nettogevinst{level}",
    "cea_neb": "Nettogevinst i effekt{level}",
    "cea_probability_better": "Sandsynlighed for gevinst",
    "cea_ne": "Dyrere, mere effekt",
    "cea_se": "Billigere, mere effekt",
    "cea_sw": "Billigere, mindre effekt",
    "cea_nw": "Dyrere, mindre effekt",
    "cea_n": "Dyrere, samme effekt",
    "cea_s": "Billigere, samme effekt",
    "cea_e": "Samme omkostning, mere effekt",
    "cea_w": "Samme omkostning, mindre effekt",
    "cea_origin": "Samme omkostning og effekt",
    "cea_threshold": "Tærskel",
    "cea_best_arm": "Højest forventet",
    "cea_best_probability": "Sandsynlighed",
    "cea_evpi": "EVPI",
    "cea_arms_by_threshold": "Sandsynligheden for hver arm ved nogle af disse tærskler",
    "cea_losses_by_threshold": "Det forventede tab for hver arm ved de samme tærskler",
}
