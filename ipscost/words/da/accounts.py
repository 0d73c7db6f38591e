"""The words of payers, and of perspectives, discount schedules and the course over months."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # from whose side
    "societal": "samfundsperspektiv",
    "payer_perspective": "set fra {payer}",
    "welfare_perspective": "velfærdsøkonomisk perspektiv",
    "whom_public": "det offentlige",
    "whom_health": "sundhedsvæsenet",
    "whom_welfare": "samfundet (velfærdsøkonomisk)",
    "account_societal": "Samfundet, uden overførsler",
    "account_public": "Det offentlige",
    "account_health": "Sundhedsvæsenet",
    "account_welfare": "Samfundet, velfærdsøkonomisk",
    "received_share": "{label} (modtager {share})",
    # discounting
    "discounted": ", diskonteret {rates}",
    "rate_a_year": "{rate} om året",
    "rate_later": "{rate} efter år {year}",
    "note_discount": (
        "Diskontering: omkostninger {cost}, resultater {outcome} om året.{why}{source}"
    ),
    "undiscounted_some": (
        "Af resultaterne diskonteres disse ikke, for de er andele af personer på eller inden et "
        "tidspunkt: {labels}."
    ),
    "undiscounted_none": (
        "Ingen af resultaterne diskonteres, for de er alle andele af personer på eller inden et "
        "tidspunkt: {labels}."
    ),
    "schedule_source": " Renteforløb {schedule}: {source}.",
    "note_welfare": (
        "Velfærdsøkonomisk: ressourcer og produktion tæller gange nettoafgiftsfaktoren {factor} "
        "({factor_source}), og hver krone, som de offentlige kasser samlet bruger, koster "
        "yderligere {loss} ved skatteforvridning ({loss_source})."
    ),
    # month by month, year by year
    "year": "År",
    "in_year": "Besparelse i året",
    "title_years": "År for år: {arm}",
    "part_year": "{year} (måned {first} til {last})",
    "break_even_draws": (
        "Over trækningerne er medianen {median} ({level}-interval {low} til {high}); "
        "{share} af dem tjener sig hjem inden for {horizon}."
    ),
    "after_month": "efter {month}",
    "median_month": "måned {month}",
    "median_later": "efter måned {month}",
    "part_observed": "Til måned {month}",
    "part_extrapolated": "Efter måned {month}",
    # payers: headline
    "account_gains": (
        "{account}: gevinst {amount} pr. person{placed} over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}"
    ),
    "account_gains_perhaps": (
        "{account}: forventet gevinst {amount} pr. person{placed} over {horizon} med {arm} "
        "sammenlignet med {reference}, men det er ikke klart{interval}"
    ),
    "account_loses": (
        "{account}: tab {amount} pr. person{placed} over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}"
    ),
    "account_loses_perhaps": (
        "{account}: forventet tab {amount} pr. person{placed} over {horizon} med {arm} "
        "sammenlignet med {reference}, men det er ikke klart{interval}"
    ),
    "account_same": (
        "{account}: hverken gevinst eller tab samlet over {horizon} med {arm} sammenlignet med "
        "{reference}."
    ),
    "placed": ", af det, der kan henføres hertil,",
    "falls_on": "{amount} på {label}",
    "not_whole": "ikke hele regnskabet, da yderligere {parts} til dels kan være dens egne",
    "account_unplaced": (
        "{account}: intet kan henføres hertil alene over {horizon} med {arm} sammenlignet med "
        "{reference}; {parts} kan til dels være dens egne."
    ),
    "point_only": " (kun efter punktestimaterne, uden trækninger)",
    "turns": "Ikke med i trækningerne: {parts}.",
    "turns_to_loss": "et tab på {amount}, hvis {label} er {value} ({now} er antaget)",
    "turns_to_gain": "en gevinst på {amount}, hvis {label} er {value} ({now} er antaget)",
    "plus_from": "i plus fra måned {month}{ends}",
    "plus_never": "ikke i plus inden for {horizon}{ends}",
    "plus_unknown": (
        "fra hvilken måned vides ikke, da der ikke er angivet et forløb over månederne for "
        "{labels} (enhver fra {low} til {high}; jævnt fordelt er det {month})"
    ),
    "month_unknown": "ukendt: {low} til {high}",
    "break_even_ends": " ({low} til {high})",
    "causes": "Især: {parts}.",
    "cause": "{label} {amount}{ends}",
    # payers: tables
    "title_gains": (
        "Hvem vinder, og hvem betaler: {arm} over for {reference}\n"
        "{currency} pr. person over {horizon}, {year}-priser{discounted}\n"
        "plus er en gevinst for betaleren, minus et tab"
    ),
    "title_gains_more": (
        "Hvem vinder, og hvem betaler: {arm} over for {reference}, de øvrige betalere"
    ),
    "title_accounts": (
        "Nettogevinst, og fra hvornår: {arm} over for {reference}\n"
        "{currency} pr. person over {horizon}, {year}-priser{discounted}\n"
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
    # payers: notes
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
    # observed and extrapolated
    "headline_extrapolated": (
        "Af besparelsen falder {observed} i de {month} måneder, hvor personerne blev fulgt, og "
        "{amount} er fremskrevet."
    ),
    "headline_extrapolated_cost": (
        "Af merudgiften falder {observed} i de {month} måneder, hvor personerne blev fulgt, og "
        "{amount} er fremskrevet."
    ),
    "note_extrapolated": (
        "Personerne blev fulgt til måned {month}; ikke alt, der tælles til da, er målt, noget er "
        "modelleret eller antaget. Det, der kommer efter, måned {first} til {last}, er "
        "fremskrevet: det hviler på modellen og dens antagelser, og intervallerne medregner "
        "ikke, at de kan være forkerte."
    ),
    # explain
    "factor_net_tax_factor": "Nettoafgiftsfaktor",
    "factor_tax_distortion": "Skatteforvridning",
    "use_net_tax_factor": "ganges på ressourcer og produktion i perspektivet welfare",
    "use_tax_distortion": (
        "minus 1 er tabet for hver krone, som de offentlige kasser samlet bruger, i perspektivet "
        "welfare"
    ),
}
