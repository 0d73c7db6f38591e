"""The words of the sheet of cycles of a workbook."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "book_cycles": "Forløb",
    "book_cycles_people": (
        "Hver arms mennesker, flyttet gennem tilstandene: en række er et tidspunkt med andelen "
        "af mennesker i hver tilstand og sandsynlighederne i den cyklus, der følger."
    ),
    "book_cycles_amounts": (
        "Det, der tælles på et tidspunkt, er andel x cyklusser, der tælles, x "
        "diskonteringsfaktor; omkostninger og effekter er det x deres tal. Summerne under hver arm "
        "er dem, arket Model ganger med."
    ),
    "book_cycles_fixed": (
        "Grå tal ligger fast her: cyklusser, tilstande, trapper og måneder følger af scenariet, "
        "og ændres de, skal projektmappen laves på ny."
    ),
    "book_weight_points": "Cyklusser, der tælles",
    "book_weight_cycles": "Cyklusser, der tælles, skift",
    "book_counted_outcome": "{what}, som effekt",
    "book_counted_plain": "{what}, udiskonteret",
    "book_section_time": "Tid",
    "book_section_weight": "Hvad en række tæller (ligger fast her)",
    "book_section_factor": "Diskonteringsfaktorer",
    "book_section_left": "Effekt",
    "book_section_level": "Tal bag skiftene",
    "book_section_exit": "Sandsynlighed i den cyklus, der følger",
    "book_section_people": "Andel af mennesker i hver tilstand",
    "book_section_never": "Andel, der endnu aldrig har været der",
    "book_section_clock": "Andel efter tid på trappen",
    "book_section_age": "Andel efter tid siden indtræden",
    "book_section_band": "Andel, der tælles, af dem i en tilstand",
    "book_section_counted": "Talt: andel x cyklusser x diskonteringsfaktor",
    "book_section_cost": "Omkostninger pr. person, diskonteret",
    "book_section_outcome": "Effekter pr. person, diskonteret, hvor de skal være det",
    "book_cycle_arm": "Arm",
    "book_cycle_cycle": "Cyklusser siden start",
    "book_cycle_years": "År siden start",
    "book_cycle_sum": "Sum",
    "book_cycle_factor_cost": "Omkostninger",
    "book_cycle_factor_outcome": "Effekter",
    "book_cycle_factor_cost_mean": "Omkostninger, gennemsnit af den cyklus, der følger",
    "book_cycle_factor_outcome_mean": "Effekter, gennemsnit af den cyklus, der følger",
    "book_weight_of": "Talt til: {label}",
    "book_weight_part": "Cyklusser, der tælles, del {part}: {label}",
    "book_effect_left": "Andel af forskellen mellem armene, der varer ved",
    "book_level_hazard": "{label}: rate over {time}",
    "book_level_probability": "{label}: sandsynlighed over {time}",
    "book_time_week": "en uge",
    "book_time_month": "en måned",
    "book_time_year": "et år",
    "book_time_months": "{months} måneder",
    "book_stated_together": "{state}: alle sandsynligheder på {time}",
    "book_hazards_together": "{state}: alle rater i en cyklus",
    "book_before_scaling": "{state}: sum, der højst må være 1",
    "book_goes": "{origin} → {target}",
    "book_stays": "{state}: bliver",
    "book_everybody": "Alle",
    "book_never_yet": "{state}, har endnu aldrig været i: {others}",
    "book_clock": "{state}, {weeks} uger",
    "book_clock_in": "{state}, {weeks} uger, begyndte på trappen",
    "book_clock_out": "{state}, {weeks} uger, begyndte et andet sted",
    "book_clock_last": "{state}, {weeks} uger eller mere",
    "book_clock_last_in": "{state}, {weeks} uger eller mere, begyndte på trappen",
    "book_clock_last_out": "{state}, {weeks} uger eller mere, begyndte et andet sted",
    "book_since_entry": "{state}, cyklus {n} efter indtræden",
    "book_column_band": "{state}, del {part}: {label}",
    "book_counted_start": "Ved start",
    "book_counted_ever": "Nogensinde i {states}",
    "book_counted_of": "{what}: {label}",
    "book_months_after": "Fortsætter efter måned {month}",
    "book_months_of_rate": "Måneder for en sats",
    "book_test_cycles": "{label}, {arm}: kolonnen i Forløb og rækken i Model",
    "book_how_cycles": "niveau x Forløb",
    "book_how_below": "sum af rækker under",
    "book_how_rate": "sats af andre rækker",
    "book_test_fewest": "Færrest mennesker i en række i Forløb, af en million",
    "book_test_most": "Flest mennesker i en række i Forløb, af en million",
    "book_test_unlikely": "Mindste sandsynlighed i Forløb eller 0, x en million",
    "book_test_likely": "Største sandsynlighed i Forløb eller 1, x en million",
    "book_states_model_about": (
        "Sådan bliver input til omkostninger: en række for hver kategori og arm. Det, der hænger "
        "på tilstande, er niveauet i en cyklus x de diskonterede cyklusser, som arket Forløb "
        "tæller; satser er af rækkerne over dem. Derefter forskellen fra referencearmen, "
        "det, der tæller, og hvem der betaler."
    ),
    "book_states_column_weight": "Diskonterede måneder eller cyklusser",
    "book_fixed_here": "ligger fast her",
    "book_checks_draws": "Ved de angivne værdier og over trækningerne",
    "book_checks_draws_about": (
        "Af en model viser ipscost resultatet med hvert tal på sin angivne værdi, og det gør "
        "projektmappen også. Trækningernes gennemsnit er et andet tal, fordi en model ikke er "
        "lineær i sine tal, og et forhold angivet med et interval er medianen af sine "
        "trækninger; det flytter sig ikke."
    ),
    "book_column_at_stated": "Ved de angivne værdier",
    "book_column_mean_of_draws": "Gennemsnit af {draws} trækninger",
    "book_goes_on": (
        "{label} fortsætter efter måned {month}: nutidsværdien tæller også de "
        "måneder med, som de står i Måneder"
    ),
}
