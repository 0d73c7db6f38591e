"""The words of payers."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # sentences
    "account_gains_from": (
        "{account}: gevinst {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}; i plus fra måned {month}."
    ),
    "account_gains_never": (
        "{account}: gevinst {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}; ikke i plus inden for {within}."
    ),
    "account_gains_unknown": (
        "{account}: gevinst {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}; fra hvilken måned vides ikke, da der ikke er angivet et forløb "
        "over månederne for {labels} (enhver fra {low} til {high}; jævnt fordelt er det {month})."
    ),
    "account_gains_partly": (
        "{account}: gevinst {amount} pr. person, af det, der kan henføres hertil, over {horizon} "
        "med {arm} sammenlignet med {reference}{interval}; ikke hele regnskabet, da yderligere "
        "{parts} til dels kan være dens egne."
    ),
    "account_gains_perhaps_from": (
        "{account}: forventet gevinst {amount} pr. person over {horizon} med {arm} sammenlignet "
        "med {reference}, men det er ikke klart{interval}; i plus fra måned {month}."
    ),
    "account_gains_perhaps_never": (
        "{account}: forventet gevinst {amount} pr. person over {horizon} med {arm} sammenlignet "
        "med {reference}, men det er ikke klart{interval}; ikke i plus inden for {within}."
    ),
    "account_gains_perhaps_unknown": (
        "{account}: forventet gevinst {amount} pr. person over {horizon} med {arm} sammenlignet "
        "med {reference}, men det er ikke klart{interval}; fra hvilken måned vides ikke, da der "
        "ikke er angivet et forløb over månederne for {labels} (enhver fra {low} til {high}; jævnt "
        "fordelt er det {month})."
    ),
    "account_loses_from": (
        "{account}: tab {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}; i plus fra måned {month}."
    ),
    "account_loses_never": (
        "{account}: tab {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}; ikke i plus inden for {within}."
    ),
    "account_loses_unknown": (
        "{account}: tab {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}; fra hvilken måned vides ikke, da der ikke er angivet et forløb "
        "over månederne for {labels} (enhver fra {low} til {high}; jævnt fordelt er det {month})."
    ),
    "account_loses_partly": (
        "{account}: tab {amount} pr. person, af det, der kan henføres hertil, over {horizon} med "
        "{arm} sammenlignet med {reference}{interval}; ikke hele regnskabet, da yderligere {parts} "
        "til dels kan være dens egne."
    ),
    "account_loses_perhaps_from": (
        "{account}: forventet tab {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}, men det er ikke klart{interval}; i plus fra måned {month}."
    ),
    "account_loses_perhaps_never": (
        "{account}: forventet tab {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}, men det er ikke klart{interval}; ikke i plus inden for {within}."
    ),
    "account_loses_perhaps_unknown": (
        "{account}: forventet tab {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}, men det er ikke klart{interval}; fra hvilken måned vides ikke, da der ikke "
        "er angivet et forløb over månederne for {labels} (enhver fra {low} til {high}; jævnt "
        "fordelt er det {month})."
    ),
    "account_unplaced": (
        "{account}: intet kan henføres hertil alene over {horizon} med {arm} sammenlignet med "
        "{reference}; {parts} kan til dels være dens egne."
    ),
    "account_same": (
        "{account}: hverken gevinst eller tab samlet over {horizon} med {arm} sammenlignet med "
        "{reference}."
    ),
    "falls_on": "{amount} på {label}",
    "point_only": " (kun efter punktestimaterne, uden trækninger)",
    "turns_to_loss_1": (
        "Ikke med i trækningerne: et tab på {amount_1}, hvis {label_1} er {value_1} ({now_1} er "
        "antaget)."
    ),
    "turns_to_loss_2": (
        "Ikke med i trækningerne: et tab på {amount_1}, hvis {label_1} er {value_1} ({now_1} er "
        "antaget) og et tab på {amount_2}, hvis {label_2} er {value_2} ({now_2} er antaget)."
    ),
    "turns_to_gain_1": (
        "Ikke med i trækningerne: en gevinst på {amount_1}, hvis {label_1} er {value_1} ({now_1} "
        "er antaget)."
    ),
    "turns_to_gain_2": (
        "Ikke med i trækningerne: en gevinst på {amount_1}, hvis {label_1} er {value_1} ({now_1} "
        "er antaget) og en gevinst på {amount_2}, hvis {label_2} er {value_2} ({now_2} er antaget)."
    ),
    "causes": "Især: {parts}.",
    "cause": "{label} {amount}",
    "month_unknown": "ukendt: {low} til {high}",
    # tables
    "title_gains": (
        "Hvem vinder, og hvem betaler: {arm} over for {reference}\n"
        "{currency} pr. person over {horizon}, {prices}\n"
        "plus er en gevinst for betaleren, minus et tab"
    ),
    "title_gains_more": (
        "Hvem vinder, og hvem betaler: {arm} over for {reference}, de øvrige betalere"
    ),
    "title_accounts": (
        "Nettogevinst, og fra hvornår: {arm} over for {reference}\n"
        "{currency} pr. person over {horizon}, {prices}\n"
        "plus er en gevinst; overførsler, som en betaler betaler eller modtager, er med"
    ),
    "title_gains_by_month": "Gevinst indtil nu, måned for måned: {arm} over for {reference}",
    "title_gains_by_month_more": (
        "Gevinst indtil nu, måned for måned: {arm} over for {reference}, de øvrige betalere"
    ),
    "title_gains_by_year": "Gevinst indtil nu, år for år: {arm} over for {reference}",
    "title_gains_by_year_more": (
        "Gevinst indtil nu, år for år: {arm} over for {reference}, de øvrige betalere"
    ),
    "account": "Regnskab",
    "sum_of_payers": "I alt",
    "net_gain": "Nettogevinst",
    "net_gain_interval": "Nettogevinst ({level}-interval)",
    "probability_gain": "Sandsynlighed for gevinst",
    "in_plus": "I plus fra måned",
    "in_plus_interval": "I plus fra måned ({level}-interval)",
    "mixed": "Ressourcer og produktivitet",
    "transfers_net": "Overførsler, netto",
    # notes
    "sum_check": (
        "Kontrolsum{arm}: uden overførsler vinder betalerne i alt {payers}, hvor samfundet sparer "
        "{society} efter sit eget regnskab."
    ),
    "sum_check_transfers": "Overførsler summer til {moved} over alle parter.",
    "sum_check_open": (
        "Overførsler summer til {moved}, ikke til 0, fordi det ikke er angivet, hvem der modtager "
        "{labels}; det gør receiver:."
    ),
    "note_in_plus": (
        "I plus fra den måned, fra hvis slutning gevinsten indtil nu ikke er under 0 og bliver "
        "ved med det; intervallet er trækningernes, og 'efter' betyder efter den tid, der regnes "
        "med. Ukendt: det afhænger af, hvornår i deres måneder beløbene falder, og det er ikke "
        "angivet; tidligste og seneste måned har hvert beløb helt i den første eller den sidste."
    ),
    "note_not_whole": (
        "* Kun af det, der kan henføres hertil: det, der falder på flere tilsammen, er ikke med, "
        "så hverken sandsynligheden eller måneden for hele regnskabet kendes."
    ),
    "note_draws_alone": (
        "Sandsynligheder og intervaller er trækningernes; {count} tal er ens i dem alle. "
        "{bounded} af dem har grænser, og hvor en af dem vender et regnskab, står det i dets "
        "sætning. Dem alle: ipscost sensitivity {name}"
    ),
    "note_left_out": "Uden række, fordi de er 0 for alle{arm}: {labels}.",
    "note_assumed_more": "{count} andre antagelser står i: ipscost simulate {name}",
}
