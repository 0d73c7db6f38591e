"""The words of the notes about a model: what it counts, how, and where it is not linear."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "note_model": (
        "Model: personerne flytter sig mellem tilstandene {states} i cyklusser på {cycle}; "
        "{counting}."
    ),
    "cycle_week": "en uge",
    "cycle_month": "en måned",
    "cycle_year": "et år",
    "counting_start": "hver cyklus tælles efter, hvem der er hvor ved dens begyndelse",
    "counting_end": "hver cyklus tælles efter, hvem der er hvor ved dens slutning",
    "counting_half_cycle": (
        "hver cyklus tælles som gennemsnittet af begyndelse og slutning (halvcykluskorrektion)"
    ),
    "counting_simpson": "cyklusserne tælles efter Simpsons 1/3-regel",
    "note_onward": (
        "Af dem i {origin} med {arm} har modellen {has} i {target} efter {time}; de angivne "
        "sandsynligheder siger {stated}."
    ),
    "note_effect_persists": (
        "Efter måned {month} er forskellen mellem armene uændret, til perioden slutter ({source})."
    ),
    "note_effect_decays": (
        "Efter måned {month} aftager forskellen mellem armene med en halveringstid på {half_life} "
        "måneder ({source})."
    ),
    "note_effect_stops": (
        "Efter måned {month} er der ikke længere forskel på, hvordan personerne flytter sig i "
        "armene ({source})."
    ),
    "effect_assumed": "antaget: {text}",
    "note_human_capital": (
        "Humankapitalmetoden er brugt for {labels}: alt arbejde tæller som produktion."
    ),
    "note_friction": (
        "Friktionsmetoden er brugt for {label}: kun de første {months} måneder efter hver "
        "begyndelse tæller, fordi en anden ellers ville udføre arbejdet."
    ),
    "note_clipped_draws": (
        "Nogle trækninger lå uden for det mulige: {parts}. Intervaller og gennemsnit er af de "
        "rettede trækninger; oddsratioer, hazardratioer og betafordelinger holder sig inden for "
        "det mulige."
    ),
    "clipped_row": (
        "i {share}% af trækningerne var summen af sandsynlighederne for at forlade {label} over 1 "
        "og blev skaleret til 1"
    ),
    "clipped_number": "i {share}% af trækningerne blev {path} sat til det nærmeste mulige tal",
    "note_base_case": (
        "Der vises hovedanalysen, med hvert tal ved sin angivne værdi. Trækningernes gennemsnit "
        "afviger fra den, fordi en model ikke er lineær i sine tal: {parts}."
    ),
    "note_base_case_medians": (
        "Der vises hovedanalysen, med hvert tal ved sin angivne værdi. Trækningernes gennemsnit "
        "afviger fra den, fordi en model ikke er lineær i sine tal, og fordi et forhold, der er "
        "angivet med et interval, er medianen af sine trækninger: {parts}."
    ),
    "note_base_case_compared": (
        "For en model vises hovedanalysen, med hvert tal ved sin angivne værdi; trækningernes "
        "gennemsnit giver andre besparelser: {parts}."
    ),
    "base_case_part": "{label} {mean} (hovedanalysen {point})",
    "note_sampling_model": (
        "Monte Carlo-fejl med {draws} trækninger: {mean} på trækningernes gennemsnitlige total, "
        "{ends} på enderne af dens {level}-interval. De viste tal er hovedanalysen, med hvert tal "
        "ved sin angivne værdi, ikke trækningernes gennemsnit."
    ),
    "note_sampling_compared_model": (
        "Monte Carlo-fejl med {draws} trækninger: op til {ends} på enderne af {level}-intervallet "
        "for en forskel i besparelse. De viste tal er hver models hovedanalyse, med hvert tal ved "
        "sin angivne værdi, ikke trækningernes gennemsnit."
    ),
}
