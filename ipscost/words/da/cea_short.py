"""The words of the short answers of cea and voi."""

from __future__ import annotations

from ipscost.words.variants import filled

_BENEFIT = {
    "cea_short_benefit": (
        "Ved {worth} er den forventede monetære nettogevinst {amount} pr. "
        "person{interval}{held}{odds}"
    ),
}
"""Net benefit at one threshold."""
_ODDS = {
    "plain": ".",
    "odds": (
        "; med den angivne usikkerhed er sandsynligheden for, at den er positiv, {probability}."
    ),
}
"""How sure it is, where that can be said."""
_HELD = {
    "plain": "",
    "holds_more": (", og den er positiv, så længe {arm} højst koster {limit} mere end {reference}"),
    "holds_less": (
        ", og den er positiv, så længe {arm} koster mindst {limit} mindre end {reference}"
    ),
    "holds_at_least": ", og den er positiv, så længe forskellen i {label} er mindst {limit}",
    "holds_at_most": ", og den er positiv, så længe forskellen i {label} højst er {limit}",
    "would_more": (
        "; den ville være positiv, hvis {arm} højst kostede {limit} mere end {reference}"
    ),
    "would_less": (
        "; den ville være positiv, hvis {arm} kostede mindst {limit} mindre end {reference}"
    ),
    "would_at_least": "; den ville være positiv, hvis forskellen i {label} var mindst {limit}",
    "would_at_most": "; den ville være positiv, hvis forskellen i {label} højst var {limit}",
}
"""What must hold for it."""
_RANGES = {
    "cea_short_range_any": "Dermed er {arm} det bedste valg ved enhver tærskel{odds}",
    "cea_short_range_below": (
        "Dermed er {arm} det bedste valg ved enhver tærskel under {high}{odds}"
    ),
    "cea_short_range_above": (
        "Dermed er {arm} det bedste valg ved enhver tærskel over {low}{odds}"
    ),
    "cea_short_range_between": (
        "Dermed er {arm} det bedste valg ved tærskler fra {low} til {high}{odds}"
    ),
}
"""Over which thresholds an arm is the best of several."""
_BEST_ODDS = {
    "plain": ".",
    "odds": (
        "; ved {worth} er sandsynligheden for, at den er bedst, {probability} med den angivne "
        "usikkerhed."
    ),
}
"""How that ends."""

WORDS: dict[str, str] = {
    **filled(_BENEFIT, odds=_ODDS, held=_HELD),
    **filled(_RANGES, odds=_BEST_ODDS),
    # cea: thresholds
    "cea_short_several": (
        "Ved {worth} er den forventede monetære nettogevinst {amount} pr. person{others}"
    ),
    # cea: several interventions
    "cea_short_best_more": "{arm} ved {worth}",
    "cea_best_of_other_of": (
        "For {population} har {arm} den højeste forventede monetære nettogevinst over {horizon} "
        "ved {worth}: {amount} pr. person mere end {reference}{interval}, i {year}."
    ),
    "cea_best_of_other_when": (
        "{arm} har den højeste forventede monetære nettogevinst over {horizon} ved {worth}: "
        "{amount} pr. person mere end {reference}{interval}, i {year}."
    ),
    "cea_best_of_other_plain": (
        "{arm} har den højeste forventede monetære nettogevinst ved {worth}: {amount} pr. person "
        "mere end {reference}{interval}."
    ),
    "cea_best_of_reference_of": (
        "For {population} har {arm} den højeste forventede monetære nettogevinst over {horizon} "
        "ved {worth}, i {year}."
    ),
    "cea_best_of_reference_when": (
        "{arm} har den højeste forventede monetære nettogevinst over {horizon} ved {worth}, i "
        "{year}."
    ),
    "cea_best_of_reference_plain": (
        "{arm} har den højeste forventede monetære nettogevinst ved {worth}."
    ),
    "cea_best_of_several_of": (
        "For {population}, over {horizon} og i {year}, har {arm} den højeste forventede "
        "monetære nettogevinst ved {worth}{others}"
    ),
    "cea_best_of_several_when": (
        "Over {horizon} og i {year} har {arm} den højeste forventede monetære nettogevinst "
        "ved {worth}{others}"
    ),
    "cea_best_of_several_plain": (
        "{arm} har den højeste forventede monetære nettogevinst ved {worth}{others}"
    ),
    "cea_short_frontier": (
        "Målt på de forventede værdier er efficiensfronten, fra den billigste til den dyreste, "
        "{arms}; hver ICER er pr. {one}, sammenlignet med den foregående."
    ),
    "cea_short_frontier_ends": (
        "Målt på de forventede værdier ligger {count} indsatser på efficiensfronten, fra "
        "{first} til {last}."
    ),
    # cea: tables
    "cea_short_first": "{arm} sammenlignet med {reference}",
    "cea_short_difference": "Forskel{level}",
    "cea_short_cost": "Omkostning, {currency} pr. person",
    "cea_short_cost_bare": "Omkostning pr. person",
    "cea_short_benefit_at": "Nettogevinst ved {worth}",
    "title_cea_short": "Inkrementel analyse: {currency} pr. person over {horizon}, {seen}",
    "title_cea_short_file": "Inkrementel analyse: {currency} pr. person",
    "title_cea_short_bare": "Inkrementel analyse, pr. person",
    "title_cea_short_benefit": "Monetær nettogevinst ved {worth}",
    "title_cea_short_benefits": "Monetær nettogevinst efter hvad 1 {one} er værd",
    "cea_short_nmb": "Sammenlignet med {reference}{level}",
    "cea_short_best": "Sandsynlighed for at være bedst",
    "cea_short_icer": "ICER {ratio}",
    # cea and voi: caveats
    "caveat_elsewhere": (
        "Filen siger ikke, hvem resultaterne gælder, eller over hvor lang tid: skriv begge dele, "
        "hvor de bruges."
    ),
    "caveat_benefit_moves": (
        "I analysen »{analysis}« er nettogevinsten ved {arm} {amount} pr. person, ikke {base}"
    ),
    "caveat_benefit_unclear": (
        "I analysen »{analysis}« er det usikkert, om nettogevinsten ved {arm} er "
        "positiv ({level}-interval {low} til {high})."
    ),
    # voi
    "voi_short_choice_of": (
        "For {population} er {arm} det bedste valg ud fra den nuværende viden: ved {worth} er den "
        "forventede nettogevinst over {horizon} højere end med {others}."
    ),
    "voi_short_choice_when": (
        "{arm} er det bedste valg ud fra den nuværende viden: ved {worth} er den forventede "
        "nettogevinst over {horizon} højere end med {others}."
    ),
    "voi_short_choice_plain": (
        "{arm} er det bedste valg ud fra den nuværende viden: ved {worth} er den forventede "
        "nettogevinst højere end med {others}."
    ),
    "voi_short_choice_cost_of": (
        "For {population} er {arm} det bedste valg ud fra den nuværende viden: den forventede "
        "omkostning over {horizon} er lavere end med {others}."
    ),
    "voi_short_choice_cost_when": (
        "{arm} er det bedste valg ud fra den nuværende viden: den forventede omkostning over "
        "{horizon} er lavere end med {others}."
    ),
    "voi_short_choice_cost_plain": (
        "{arm} er det bedste valg ud fra den nuværende viden: den forventede omkostning er "
        "lavere end med {others}."
    ),
    "voi_short_choice_benefit_plain": (
        "{arm} er det bedste valg ud fra den nuværende viden: den forventede nettogevinst er "
        "højere end med {others}."
    ),
    "voi_short_tie_of": (
        "For {population} er {arm} et lige så godt valg over {horizon} som {others} ud fra den "
        "nuværende viden."
    ),
    "voi_short_tie_when": (
        "{arm} er et lige så godt valg over {horizon} som {others} ud fra den nuværende viden."
    ),
    "voi_short_tie_plain": "{arm} er et lige så godt valg som {others} ud fra den nuværende viden.",
    "voi_short_tie_at_of": (
        "For {population} er {arm} ved {worth} et lige så godt valg over {horizon} som {others} ud "
        "fra den nuværende viden."
    ),
    "voi_short_tie_at_when": (
        "{arm} er ved {worth} et lige så godt valg over {horizon} som {others} ud fra den "
        "nuværende viden."
    ),
    "voi_short_tie_at_plain": (
        "{arm} er ved {worth} et lige så godt valg som {others} ud fra den nuværende viden."
    ),
    "voi_short_others": "nogen af de {count} andre",
    "voi_short_settled": (
        "Med den angivne usikkerhed ville perfekt information være {amount} værd pr. person (den "
        "forventede værdi af perfekt information, EVPI), så mere forskning i disse tal ville næppe "
        "ændre valget."
    ),
    "voi_short_never": (
        "Med den angivne usikkerhed ville intet andet valg have været bedre i nogen af de {draws} "
        "trækninger, så mere forskning i disse tal ville næppe ændre valget."
    ),
    "voi_short_worth": (
        "Med den angivne usikkerhed ville perfekt information være {amount} værd pr. person (den "
        "forventede værdi af perfekt information, EVPI): mere kan forskning ikke være værd."
    ),
    "voi_short_worth_odds": (
        "Sandsynligheden for, at et andet valg ville have været bedre, er {probability} med den "
        "angivne usikkerhed; perfekt information ville være {amount} værd pr. person (den "
        "forventede værdi af perfekt information, EVPI), og mere kan forskning ikke være værd."
    ),
    "voi_short_worth_all": (
        "Med den angivne usikkerhed ville perfekt information være {amount} værd pr. person (den "
        "forventede værdi af perfekt information, EVPI), eller {whole} for {people} "
        "personer om året over {years}: mere kan forskning ikke være værd."
    ),
    "voi_short_worth_all_odds": (
        "Sandsynligheden for, at et andet valg ville have været bedre, er {probability} med den "
        "angivne usikkerhed; perfekt information ville være {amount} værd pr. person (den "
        "forventede værdi af perfekt information, EVPI), eller {whole} for {people} "
        "personer om året over {years}, og mere kan forskning ikke være værd."
    ),
    "voi_short_few": (
        "Perfekt information ville være {amount} værd pr. person (den forventede værdi af perfekt "
        "information, EVPI), men {draws} trækninger er for få til at slutte noget om forskning."
    ),
}
