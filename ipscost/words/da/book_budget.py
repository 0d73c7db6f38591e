"""The words of the sheets of the budget of a workbook."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "book_month_counted": "{what}, {arm}",
    # inputs
    "book_now_rollout_gains": "Udrulningen giver alle tilsammen {amount} {money}, udiskonteret",
    "book_now_rollout_costs": "Udrulningen koster alle tilsammen {amount} {money}, udiskonteret",
    "book_rollout_intake": "Udrulning: deltagere",
    "book_rollout_costs": "Udrulning: hvad indsatsen koster",
    "book_rollout_grants": "Udrulning: puljer",
    "book_rollout_financing": "Udrulning: bloktilskud",
    "book_rollout_prices": "Udrulning: hvordan priser stiger",
    # sheets
    "book_budget_budget": "Budget",
    "book_budget_person": "Pr. person",
    "book_budget_months": "Budgettets måneder",
    "book_budget_payers": "Betalere pr. måned",
    "book_budget_prices": "Priser pr. år",
    # the sheet of the budget
    "book_budget_budget_about": (
        "Hvad udrulningen koster og sparer pr. kalenderår, udiskonteret, som ipscost budget viser "
        "det: plus er en gevinst, minus en udgift. Det følger alle gule celler på Input. Måneder, "
        "stillinger og ændringen pr. person står på de følgende ark; dér er en udgift over 0. "
        "Usikkerheden fås med ipscost budget."
    ),
    "book_budget_brief": "Kort fortalt, {prices}",
    "book_budget_basis_constant": "i faste priser, {money}",
    "book_budget_basis_nominal": "i løbende priser",
    "book_budget_persons": "personer",
    "book_budget_planned": "Planlagt at begynde",
    "book_budget_recruited": "Rekrutteret",
    "book_budget_started": "Begyndt",
    "book_budget_waiting": "Venter",
    "book_budget_supported": "I forløb",
    "book_budget_waiting_last": "Venter stadig i den sidste måned",
    "book_budget_waiting_end": "Venter ved årets udgang",
    "book_budget_supported_end": "I forløb ved årets udgang",
    "book_budget_followed": "Andel af deltagernes måneder, som ligger inden for regnskabet",
    "book_budget_programme_cost": "Indsatsen koster",
    "book_budget_price_planned": "Indsatsen pr. planlagt deltager",
    "book_budget_price_started": "Indsatsen pr. person, der er begyndt",
    "book_budget_is_net": "offentliggjort netto for sædvanlig indsats: ingen pladspris",
    "book_budget_extra": "Flere personer med: {outcome}",
    "book_budget_price_extra": "Indsatsen pr. ekstra person med det",
    "book_budget_none": "ingen",
    "book_budget_unknown": "ikke kendt",
    "book_budget_net_all": "Netto for alle tilsammen",
    "book_budget_discounted": "Det samme, diskonteret til udrulningens start",
    "book_budget_turning": "Akkumuleret underskud, {prices}",
    "book_budget_account": "Konto",
    "book_budget_account_public": "Det offentlige",
    "book_budget_account_all": "Alle tilsammen",
    "book_budget_deepest": "Dybeste underskud",
    "book_budget_deepest_month": "I måneden",
    "book_budget_back": "Tjent hjem fra",
    "book_budget_deepest_at": "Månedens nummer",
    "book_budget_last_at": "Sidste måned med underskud",
    "book_budget_never_deep": "aldrig underskud",
    "book_budget_never_back": "ikke i disse år",
    "book_budget_by_payer": "Pr. betaler og år, {prices}",
    "book_budget_payer": "Betaler",
    "book_budget_in_all": "I alt",
    "book_budget_price": "Indsatsen",
    "book_budget_grant": "Puljer",
    "book_budget_change": "Andre udgifter",
    "book_budget_block": "Bloktilskud",
    "book_budget_net": "Netto",
    "book_budget_scopes": "Netto over alle år, efter hvem der deltager, {prices}",
    "book_budget_scopes_short": "Netto",
    "book_budget_before_block": "Før bloktilskud",
    "book_budget_scope_one": "Én alene",
    "book_budget_scope_all": "Hvis alle",
    "book_budget_scope_own": "Som i filen",
    "book_budget_lines": "Hvad indsatsen består af, {prices}",
    "book_budget_line": "Del",
    "book_budget_overhead": "Overhead",
    "book_budget_place": "Pladser",
    "book_budget_categories": "Andre udgifter, uanset hvem der betaler, {prices}",
    "book_budget_category": "Omkostning",
    "book_budget_people_years": "Deltagere og stillinger",
    "book_budget_people_label": "I året",
    "book_budget_posts_of": "Besatte stillinger, årets gennemsnit: {role}",
    "book_budget_star": "* Ufuldstændig: en del af det er ikke kendt.",
    # per person
    "book_budget_person_about": (
        "Hvad en person, der begynder, ændrer i hver måned efter starten, udiskonteret, og hvor "
        "stor en del af en person der da stadig er i forløb. Rækkerne går fra den sidste måned "
        "ned til den første nederst, fordi et regneark ganger kolonner oppefra og ned: de, der "
        "begyndte for længst, står ud for de sene måneder. Andelene øverst viser, hvem der betaler."
    ),
    "book_budget_person_support": "Forløb",
    "book_budget_person_supported": "Andel, der stadig er i forløb",
    "book_budget_person_changes": "Forskel pr. person, {money}",
    "book_budget_person_counted": "Hvad det består af",
    "book_budget_person_left_out": "{label} (tæller ikke med: udrulningen har sin egen pris)",
    "book_budget_guaranteed": "Det, bloktilskuddet følger",
    # months
    "book_budget_months_about": (
        "Udrulningen måned for måned i kalenderen. De, der begynder, er dem, der er rekrutteret "
        "eller har ventet, så langt der er plads hos de besatte stillinger; alle er andele af "
        "mennesker. Beløb er i resultaternes priser, før de stiger; det gør de på Priser pr. år."
    ),
    "book_budget_month": "Måned",
    "book_budget_number": "Nr.",
    "book_budget_factor": "Faktor for diskontering",
    "book_budget_plan": "Planen",
    "book_budget_pace": "Andel af fuldt tempo",
    "book_budget_clients": "I forløb efter planen",
    "book_budget_clients_ahead": "Flest i forløb, så langt frem som stillinger besættes",
    "book_budget_active": "Kører",
    "book_budget_posts": "Stillinger",
    "book_budget_filled": "{label}, besat",
    "book_budget_filled_all": "Besatte stillinger i alt",
    "book_budget_room": "Plads til deltagere",
    "book_budget_ready": "Klar til at begynde",
    "book_budget_free": "Ledige pladser",
    "book_budget_people": "Hvem der begynder",
    "book_budget_items": "Indsatsen",
    "book_budget_changes": "Hvad der ændres for dem, der er begyndt",
    # payers
    "book_budget_payers_about": (
        "Hvad hver part betaler i hver måned: beløbene på det foregående ark, gange betalerens "
        "andel, gange hvor meget priserne da er steget. En udgift er over 0, en besparelse under. "
        "Akkumuleret er nettoudgiften indtil da."
    ),
    "book_budget_payers_constant": "Faste priser, {money}",
    "book_budget_payers_nominal": "Løbende priser",
    "book_budget_price_of": "Indsatsen: {payer}",
    "book_budget_grant_of": "Puljer: {payer}",
    "book_budget_grant_paid": "{label}, udbetalt",
    "book_budget_grant_repaid": "{label}, betalt tilbage",
    "book_budget_change_of": "Andre udgifter: {payer}",
    "book_budget_saved": "Sparet på det, bloktilskuddet følger",
    "book_budget_block_of": "Bloktilskud: {payer}",
    "book_budget_net_of": "Netto: {payer}",
    "book_budget_cumulative_of": "Akkumuleret: {account}",
    # prices
    "book_budget_prices_about": (
        "De generelle priser, som de er offentliggjort, og derefter som de er antaget; og hvad "
        "hvert beløb ganges med i et år. I faste priser ændrer sig kun det, der stiger mere "
        "eller mindre end de generelle priser. Lønninger stiger som lønnen, andre udgifter som "
        "deres art, poster efter deres egen vækst, og det uden egen sats som generelle priser."
    ),
    "book_budget_post_costs": "Hvad en besat stilling koster om året, {money}, før overhead",
    "book_budget_role": "Stilling",
    "book_budget_salary": "Løn",
    "book_budget_employer": "Arbejdsgiverens andel",
    "book_budget_pension": "Pension",
    "book_budget_post_sum": "En stilling om året",
    "book_budget_general": "Generelle priser",
    "book_budget_year": "År",
    "book_budget_rise": "Stigning i året",
    "book_budget_level": "Niveau",
    "book_budget_factors_constant": "Ganges med, i faste priser",
    "book_budget_factors_nominal": "Ganges med, i løbende priser",
    # checks
    "book_budget_checks": "Budgettet og ipscost",
}
