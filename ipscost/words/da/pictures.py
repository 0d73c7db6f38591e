"""The words of pictures: titles, axes, and what stands for a picture that cannot be seen."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # axes
    "picture_money": "{currency} pr. person over {horizon}, {year}",
    "picture_saving": "Besparelse, {currency} pr. person over {horizon}, {year}",
    "picture_cost": "Forskel i omkostning, {currency} pr. person over {horizon}",
    "picture_effect": "{outcome}: forskel",
    "picture_effect_points": "{outcome}: forskel i procentpoint",
    "picture_effect_lower": "{outcome}: hvor meget mindre",
    "picture_effect_lower_points": "{outcome}: hvor mange procentpoint mindre",
    "picture_gain": "Gevinst, {money}",
    "picture_so_far": "Sparet indtil nu, {money}",
    "picture_worth": "Hvad 1 {one} er værd, {money}",
    "picture_guessed": (
        "Hvor meget der kan føres over, er regnet som sikkert: Der er ikke angivet usikkerhed på "
        "det."
    ),
    "picture_probability_best": "Sandsynlighed for at være det bedste valg",
    "picture_worth_knowing": "Værdi af at kende tallet præcist, {money}",
    "picture_of_100": "Ud af 100 personer",
    "picture_share": "Andel",
    # what stands in a picture
    "picture_break_even": "måned {month}",
    "picture_other": "Andet, {count} kategorier",
    "picture_is_saving": "besparelse",
    "picture_is_cost": "merudgift",
    "picture_low": "tallet ved sin lave ende",
    "picture_high": "ved sin høje ende",
    "picture_now": "som det er: {amount}",
    "picture_from_to": "{low} til {high}",
    "picture_of": "{count} af {of}",
    # notes below
    "picture_partial": "* udelader noget, der ikke er kendt.",
    "picture_band": "Båndene er {level}-intervaller.",
    "picture_whiskers": "Stregerne er {level}-intervaller.",
    "picture_timing": "Beløb uden angivne måneder er spredt jævnt.",
    "picture_draws": "{shown} af {draws} trækninger er vist.",
    "picture_threshold": "Under den stiplede linje er en indsats pengene værd.",
    "picture_more_bars": "De {shown} tal, der betyder mest, af {all}.",
    "picture_flag": "‡ kan alene vende fortegnet.",
    # titles
    "picture_title_waterfall_saving": "Hvor besparelsen med {arm} kommer fra",
    "picture_title_waterfall_cost": "Hvor merudgiften ved {arm} kommer fra",
    "picture_title_waterfall_arms": "Hvor besparelser og merudgifter kommer fra",
    "picture_title_months": "Hvad der er sparet ved udgangen af hver måned",
    "picture_title_payers": "Hvem der vinder, og hvem der betaler",
    "picture_title_plane": (
        "Omkostning og effekt sammenlignet med {reference}, trækning for trækning"
    ),
    "picture_title_ceac": "Hvilken indsats der er det bedste valg, efter hvad effekten er værd",
    "picture_title_evppi": "Hvad det er mest værd at vide bedre",
    "picture_title_tornado_saving": "Hvad der flytter besparelsen med {arm} mest",
    "picture_title_tornado_saving_arms": "Hvad der flytter besparelsen mest",
    "picture_title_tornado_benefit": "Hvad der flytter nettogevinsten ved {arm} mest",
    "picture_title_tornado_benefit_arms": "Hvad der flytter nettogevinsten mest",
    "picture_title_analyses_saving": "Besparelsen med {arm} i scenarieanalyserne",
    "picture_title_analyses_saving_arms": "Besparelsen i scenarieanalyserne",
    "picture_title_analyses_benefit": "Nettogevinsten ved {arm} i scenarieanalyserne",
    "picture_title_analyses_benefit_arms": "Nettogevinsten i scenarieanalyserne",
    "picture_title_icons": "{outcome}: hvor mange ud af 100 personer",
    # what a picture shows, in sentences
    "picture_more": "og {count} til",
    "picture_points": "{value} procentpoint",
    "picture_waterfall": (
        "Besparelsen med {arm} sammenlignet med {reference} er {total}, i {money}; den består "
        "af: {amounts} (et minus er en merudgift)."
    ),
    "picture_months": (
        "Ved udgangen af {horizon} har {arm} sparet {saved} sammenlignet med {reference}, i "
        "{money}."
    ),
    "picture_payers": (
        "Gevinsterne med {arm} sammenlignet med {reference} i {money} (et minus er et tab): "
        "{amounts}."
    ),
    "picture_plane": (
        "Sammenlignet med {reference} ventes {arm} at ændre omkostningen med {cost} {money} pr."
        " person og {outcome} med {effect}; andele af trækningerne: {shares}."
    ),
    "picture_ceac": "Ved {worth} er sandsynligheden for at være det bedste valg {odds}.",
    "picture_evppi": (
        "At kende alle tal præcist før valget ville være {all} værd pr. person; af enkelte tal "
        "er disse mest værd at kende, i {money}: {told}."
    ),
    "picture_evppi_none": (
        "At kende alle tal præcist før valget ville være {all} værd pr. person; intet enkelt "
        "tal er noget værd alene."
    ),
    "picture_analyses_saving": (
        "Besparelsen med {arm} er {base} i hovedanalysen, i {money}; i scenarieanalyserne: {told}."
    ),
    "picture_analyses_benefit": (
        "Nettogevinsten ved {arm} er {base} i hovedanalysen, i {money}; i scenarieanalyserne: "
        "{told}."
    ),
    "picture_icons": "Ud af 100 personer i hver gruppe har {counts} dette resultat: {outcome}.",
    "picture_icons_arm": "{count} med {arm}",
    "picture_power_axis": "Sandsynlighed for, at undersøgelsen ser den",
    "picture_study_people": "Personer med {arm}, og lige så mange uden",
    "picture_study_with": "Personer med {arm}",
    "picture_title_study": "Hvad en undersøgelse er værd, alt efter størrelse",
    "picture_most_left": "Mest tilbage",
    "picture_all_people": "{currency} for alle personer",
    "picture_study": "En undersøgelse med {n} er {worth} værd pr. person, som valget gælder.",
    "picture_study_all": (
        "En undersøgelse med {n} er {worth} værd for alle, som valget gælder, og giver {net} "
        "tilbage."
    ),
}
