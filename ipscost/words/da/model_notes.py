"""The words of the notes about a model: what it counts, how, and where it is not linear."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "note_model": (
        "Model: personerne flytter sig mellem {states}, i cyklusser på {cycle}; {counting}."
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
        "Af dem i {origin} med {arm} har modellen {has} i {target} efter {time}; rækken, som den "
        "er angivet, siger {stated}."
    ),
    "note_effect_persists": (
        "Efter måned {month} er armene lige så forskellige som før, til enden ({source})."
    ),
    "note_effect_decays": (
        "Efter måned {month} halveres forskellen mellem armene hver {half_life}. måned ({source})."
    ),
    "note_effect_stops": (
        "Efter måned {month} er der ikke længere forskel på, hvordan personerne flytter sig i "
        "armene ({source})."
    ),
    "effect_assumed": "antaget: {text}",
    "note_human_capital": "Human kapital-metoden for {labels}: alt arbejde tæller som produktion.",
    "note_friction": (
        "Friktionsmetoden for {label}: kun de første {months} måneder efter hver begyndelse "
        "tæller, da en anden ellers ville udføre arbejdet."
    ),
    "note_clipped_draws": (
        "Uden for det mulige: {parts}. Intervallerne og gennemsnittene er af det flyttede; "
        "oddsratioer, hazardratioer eller betafordelinger bliver inden for det mulige."
    ),
    "clipped_row": (
        "i {share}% af trækningerne var summen af flytningerne fra {label} over 1 og blev skaleret "
        "til 1"
    ),
    "clipped_number": "i {share}% af trækningerne blev {path} flyttet til det nærmeste mulige tal",
    "note_base_case": (
        "Det viste er hovedanalysen, ved den angivne værdi af hvert tal. Trækningernes gennemsnit "
        "er andre, for en model er ikke lineær i sine tal: {parts}."
    ),
    "note_base_case_medians": (
        "Det viste er hovedanalysen, ved den angivne værdi af hvert tal. Trækningernes gennemsnit "
        "er andre, for en model er ikke lineær i sine tal, og et forhold angivet med et interval "
        "er medianen af sine trækninger: {parts}."
    ),
    "note_base_case_compared": (
        "Det viste af en model er dens hovedanalyse, ved den angivne værdi af hvert tal; "
        "trækningernes gennemsnit er andre besparelser: {parts}."
    ),
    "base_case_part": "{label} {mean} (hovedanalysen {point})",
    "note_sampling_model": (
        "Monte Carlo-fejl med {draws} trækninger: {mean} for gennemsnittet af totalens "
        "trækninger, {ends} for enderne af dens {level}-interval. De viste tal er hovedanalysen, "
        "ved den angivne værdi af hvert tal, ikke gennemsnit af trækninger."
    ),
    "note_sampling_compared_model": (
        "Monte Carlo-fejl med {draws} trækninger: op til {ends} for enderne af {level}-intervallet "
        "for en forskel i besparelse. De viste tal er hver models hovedanalyse, ved den angivne "
        "værdi af hvert tal, ikke gennemsnit af trækninger."
    ),
}
