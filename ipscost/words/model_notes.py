"""The words of the notes about a model: what it counts, how, and where it is not linear."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "note_model": (
        "Model: people move between {states}, in cycles of a {cycle}; {counting}.",
        "Model: personerne flytter sig mellem {states}, i cyklusser på {cycle}; {counting}.",
    ),
    "cycle_week": ("week", "en uge"),
    "cycle_month": ("month", "en måned"),
    "cycle_year": ("year", "et år"),
    "counting_start": (
        "each cycle is counted by who is where at its start",
        "hver cyklus tælles efter, hvem der er hvor ved dens begyndelse",
    ),
    "counting_end": (
        "each cycle is counted by who is where at its end",
        "hver cyklus tælles efter, hvem der er hvor ved dens slutning",
    ),
    "counting_half_cycle": (
        "each cycle is counted by the mean of its start and end (half-cycle correction)",
        "hver cyklus tælles som gennemsnittet af begyndelse og slutning (halvcykluskorrektion)",
    ),
    "counting_simpson": (
        "cycles are counted by Simpson's 1/3 rule",
        "cyklusserne tælles efter Simpsons 1/3-regel",
    ),
    "note_onward": (
        "Of those in {origin} with {arm}, the model has {has} in {target} after a {time}; the row "
        "as stated says {stated}.",
        "Af dem i {origin} med {arm} har modellen {has} i {target} efter {time}; rækken, som den "
        "er angivet, siger {stated}.",
    ),
    "note_effect_persists": (
        "After month {month} the arms differ as before, to the end ({source}).",
        "Efter måned {month} er armene lige så forskellige som før, til enden ({source}).",
    ),
    "note_effect_decays": (
        "After month {month} the difference between the arms halves every {half_life} months "
        "({source}).",
        "Efter måned {month} halveres forskellen mellem armene hver {half_life}. måned ({source}).",
    ),
    "note_effect_stops": (
        "After month {month} the arms no longer differ in how people move ({source}).",
        "Efter måned {month} er der ikke længere forskel på, hvordan personerne flytter sig i "
        "armene ({source}).",
    ),
    "effect_assumed": ("assumed: {text}", "antaget: {text}"),
    "note_human_capital": (
        "Human-capital method for {labels}: all work counts as production.",
        "Human kapital-metoden for {labels}: alt arbejde tæller som produktion.",
    ),
    "note_friction": (
        "Friction-cost method for {label}: only the first {months} months after each entry count, "
        "since another would then do the work.",
        "Friktionsmetoden for {label}: kun de første {months} måneder efter hver begyndelse "
        "tæller, da en anden ellers ville udføre arbejdet.",
    ),
    "note_clipped_draws": (
        "Out of range: {parts}. The intervals are of what was moved, and the means with them; "
        "odds ratios, hazard ratios or beta distributions stay in range.",
        "Uden for det mulige: {parts}. Intervallerne og gennemsnittene er af det flyttede; "
        "oddsratioer, hazardratioer eller betafordelinger bliver inden for det mulige.",
    ),
    "clipped_row": (
        "in {share}% of the draws the moves out of {label} summed to more than 1 and were scaled "
        "to 1",
        "i {share}% af trækningerne var summen af flytningerne fra {label} over 1 og blev skaleret "
        "til 1",
    ),
    "clipped_number": (
        "in {share}% of the draws {path} was moved to the nearest possible number",
        "i {share}% af trækningerne blev {path} flyttet til det nærmeste mulige tal",
    ),
    "note_base_case": (
        "What is printed is the base case, at the stated value of every number. The means of the "
        "draws are others, since a model is not linear in its numbers{medians}: {parts}.",
        "Det viste er hovedanalysen, ved den angivne værdi af hvert tal. Trækningernes gennemsnit "
        "er andre, for en model er ikke lineær i sine tal{medians}: {parts}.",
    ),
    "base_case_medians": (
        " and a ratio stated with an interval is the median of its draws",
        ", og et forhold angivet med et interval er medianen af sine trækninger",
    ),
    "note_base_case_compared": (
        "What is printed of a model is its base case, at the stated value of every number; the "
        "means of the draws are other savings: {parts}.",
        "Det viste af en model er dens hovedanalyse, ved den angivne værdi af hvert tal; "
        "trækningernes gennemsnit er andre besparelser: {parts}.",
    ),
    "base_case_part": (
        "{label} {mean} (base case {point})",
        "{label} {mean} (hovedanalysen {point})",
    ),
    "note_sampling_model": (
        "Monte Carlo error with {draws} draws: {mean} for the mean of the draws of the total, "
        "{ends} for the ends of its {level} interval. What is printed is the base case, at the "
        "stated value of every number, not the mean of the draws.",
        "Monte Carlo-fejl med {draws} trækninger: {mean} for gennemsnittet af totalens "
        "trækninger, {ends} for enderne af dens {level}-interval. De viste tal er hovedanalysen, "
        "ved den angivne værdi af hvert tal, ikke gennemsnit af trækninger.",
    ),
    "note_sampling_compared_model": (
        "Monte Carlo error with {draws} draws: up to {ends} for the ends of the {level} interval "
        "of a difference in saving. What is printed is the base case of each model, at the stated "
        "value of every number, not the mean of the draws.",
        "Monte Carlo-fejl med {draws} trækninger: op til {ends} for enderne af {level}-intervallet "
        "for en forskel i besparelse. De viste tal er hver models hovedanalyse, ved den angivne "
        "værdi af hvert tal, ikke gennemsnit af trækninger.",
    ),
}
