"""The words of the notes of cea."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # notes
    "note_better_option": (
        "Mere er regnet som bedre for {label}; er mindre bedre, tilføj --better lower."
    ),
    "note_cea_threshold": "Tærskel: {worth}, angivet som {stated}.",
    "note_cea_threshold_cited": "Tærskel: {worth}, angivet som {stated} i {source}.",
    "note_cea_threshold_assumed": "Antaget om tærsklen: {text}.",
    "note_cea_threshold_given": "Tærsklerne er dem fra --wtp; scenariet angiver {worth}.",
    "note_cea_threshold_given_cited": (
        "Tærsklerne er dem fra --wtp; scenariet angiver {worth} i {source}."
    ),
    "note_cea_no_threshold": (
        "Der er ikke angivet nogen tærskel for {label}, så her er ingen nettogevinst: --wtp N "
        "angiver en, og det gør threshold: i scenariet også."
    ),
    "note_cea_no_threshold_file": (
        "Der er ikke angivet nogen tærskel for {label}, så her er ingen nettogevinst: --wtp N "
        "angiver en."
    ),
    "cea_curves_icer": "Kurverne går til omkring det dobbelte af den højeste ICER, {worth}.",
    "cea_curves_ratio": (
        "Kurverne går til omkring det dobbelte af det største forhold mellem en forskel i "
        "omkostning og en forskel i effekt, uanset fortegn, {worth}."
    ),
    "note_cea_values": (
        "Forskelle, ICER og nettogevinster er punktestimater; intervaller, "
        "sandsynligheder, forventede tab, EVPI og kurvernes bedste arm er over trækningerne. En "
        "ICER har intet interval, for over trækningerne mister dens fortegn sin mening; "
        "nettogevinsten siger, hvor sikkert resultatet er, givet denne model og dens input."
    ),
    "note_cea_means": (
        "Forskelle, ICER og nettogevinster er af gennemsnittene over trækningerne. En ICER har "
        "intet interval, for over trækningerne mister dens fortegn sin mening; nettogevinsten "
        "siger, hvor sikkert resultatet er, givet denne model og dens input."
    ),
    "note_cea_few": (
        "{draws} trækninger er for få til, at intervaller og sandsynligheder siger ret meget."
    ),
    "note_cea_error": (
        "Med {draws} trækninger er en sandsynligheds stikprøvefejl højst {points} procentpoint "
        "(95%)."
    ),
    "note_cea_point": (
        "Ingen sandsynligheder, intervaller eller kurver, for intet er trukket; --draws 10000 "
        "giver dem."
    ),
    "note_cea_fixed": (
        "Ingen sandsynligheder, intervaller eller kurver, for intet, der tæller her, har en "
        "angivet usikkerhed."
    ),
    "note_cea_file": "{draws} trækninger fra {file}; ipscost {version}; kontroltal {digest}.",
    "note_cea_file_point": "Forventede værdier fra {file}; ipscost {version}; kontroltal {digest}.",
    "note_cea_rows": "Kurverne har {count} tærskler; CSV, JSON og en projektmappe rummer dem alle.",
}
