"""The words of a what-if: numbers that a reader of a page can change."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "page_what_if_title": "Hvad nu hvis?",
    "live_saves": (
        "Med disse værdier sparer {arm} {whom} {amount} pr. person over {horizon} sammenlignet med "
        "{reference}, i {year}."
    ),
    "live_costs": (
        "Med disse værdier koster {arm} {whom} {amount} mere pr. person over {horizon} end "
        "{reference}, i {year}."
    ),
    "live_about": (
        "Her vises den forventede besparelse, præcis som en ny kørsel med disse værdier ville give "
        "den; alle andre tal er uændrede."
    ),
    "live_grid": "For {subjects} er resultatet beregnet ved hver af de værdier, der kan vælges.",
    "live_crowded": (
        "Der er ikke plads til alle kombinationer med {subjects}, som ikke kan ændres her: bed om "
        "færre tal ad gangen."
    ),
    "live_lacking": (
        "En del af regnskabet for {payers} er ikke kendt, så det er ikke vist herunder."
    ),
    "live_rest": "Alle andre, uændret",
    "live_now": "Nu",
    "title_live": "Besparelse med {arm}, ét tal ændret ad gangen\n{line}",
    "live_change": "Ret i tallene",
    "live_value": "Værdi",
    "live_people": "Antal personer",
    "live_for_people": "For {people} personer er det {amount}.",
    "live_outside": "Skriv et tal fra {low} til {high}.",
    "live_whole": "Skriv et helt antal personer, mindst 1.",
    "live_reset": "Tilbage til de oprindelige værdier",
    "live_table": "Besparelse pr. person, {currency}",
    "live_account": "Heraf",
    "live_with": "Med disse værdier",
    "live_difference": "Ændring",
    "live_total": "I alt",
    "live_by_payer": "Efter betaler",
    "live_by_category": "Efter kategori",
    "live_command": "Det samme resultat fra kommandolinjen:",
}
