"""The words of payers."""

from __future__ import annotations

from ipscost.words.variants import filled

WHEN = {
    "timeless": "",
    "partly": "; hertil kommer en ukendt andel af {parts}",
    "never": "; regnskabet kommer ikke i plus inden for {horizon}",
    "unlikely": (
        "; regnskabet ventes ikke i plus inden for {horizon}, men kan komme det fra måned {low}"
    ),
    "first": "; regnskabet er i plus fra første måned",
    "from": "; regnskabet er i plus fra måned {month}",
    "between": (
        "; regnskabet er i plus fra måned {month} ({level}-interval måned {low} til måned {high})"
    ),
    "later": (
        "; regnskabet ventes i plus fra måned {month}, men kommer det måske ikke inden for "
        "{horizon}"
    ),
}
NOT_KNOWN = {
    "unknown": (
        "; regnskabet ventes at komme i plus mellem måned {low} og måned {high}, alt efter "
        "hvornår udgifter og besparelser falder"
    ),
    "open": (
        "; regnskabet ventes tidligst i plus i måned {low} og måske ikke inden for {horizon}, alt "
        "efter hvornår udgifter og besparelser falder"
    ),
}
NOT_KNOWN_IN_FULL = {
    "unknown": (
        "; regnskabet ventes at komme i plus mellem måned {low} og måned {high}, alt efter "
        "tidspunktet for {labels}, som ikke er angivet (måned {month} ved jævn fordeling)"
    ),
    "open": (
        "; regnskabet ventes tidligst i plus i måned {low} og måske ikke inden for {horizon}, alt "
        "efter tidspunktet for {labels}, som ikke er angivet (måned {month} ved jævn fordeling)"
    ),
}

WORDS: dict[str, str] = {
    # the headline: what the public sector gains, and who gains most
    **filled(
        {"payers": "{start} {verb}{interval}, i {year}{when}."},
        start={"all": "Samlet", "people": "For {population}"},
        verb={
            "gains": (
                "vinder {whom} {amount} pr. person over {horizon} med {arm} sammenlignet med "
                "{reference}"
            ),
            "gains_perhaps": (
                "ventes {whom} at vinde {amount} pr. person over {horizon} med {arm} "
                "sammenlignet med {reference}, men det er usikkert"
            ),
            "loses": (
                "taber {whom} {amount} pr. person over {horizon} med {arm} sammenlignet med "
                "{reference}"
            ),
            "loses_perhaps": (
                "ventes {whom} at tabe {amount} pr. person over {horizon} med {arm} "
                "sammenlignet med {reference}, men det er usikkert"
            ),
        },
        when=WHEN | NOT_KNOWN,
    ),
    **filled(
        {
            "most_gains": "Med {arm} vinder {most} mest, {amount} pr. person{interval}{others}.",
            "most_gains_perhaps": (
                "Med {arm} ventes {most} at vinde mest, {amount} pr. person, men det er "
                "usikkert{interval}{others}."
            ),
        },
        others={
            "nobody": "; ingen betaler ventes at tabe",
            "losers": "; der ventes et tab for {losers}",
        },
    ),
    "most_loses": (
        "Med {arm} taber {most} mest, {amount} pr. person{interval}; ingen betaler ventes at vinde."
    ),
    "most_loses_perhaps": (
        "Med {arm} ventes {most} at tabe mest, {amount} pr. person, men det er "
        "usikkert{interval}; ingen betaler ventes at vinde."
    ),
    **filled(
        {
            "known_whole": (
                "Med {arm} falder den største kendte gevinst på {most}, {amount} pr. "
                "person{others}."
            ),
            "known_part": (
                "Med {arm} falder den største kendte gevinst på {most}, {amount} pr. person, men "
                "det regnskab er ufuldstændigt{others}."
            ),
        },
        others={
            "nobody": "; ingen betaler har et kendt tab",
            "losers": "; der ventes et tab for {losers}",
        },
    ),
    # a sentence for each account
    **filled(
        {
            "account_gains": (
                "{account}: en gevinst på {amount} pr. person over {horizon} med {arm} "
                "sammenlignet med {reference}{interval}{when}."
            ),
            "account_gains_perhaps": (
                "{account}: en forventet gevinst på {amount} pr. person over {horizon} med {arm} "
                "sammenlignet med {reference}, men det er usikkert{interval}{when}."
            ),
            "account_loses": (
                "{account}: et tab på {amount} pr. person over {horizon} med {arm} sammenlignet "
                "med {reference}{interval}{when}."
            ),
            "account_loses_perhaps": (
                "{account}: et forventet tab på {amount} pr. person over {horizon} med {arm} "
                "sammenlignet med {reference}, men det er usikkert{interval}{when}."
            ),
        },
        when=WHEN | NOT_KNOWN_IN_FULL,
    ),
    "account_unplaced": (
        "{account}: intet vides at falde her alene over {horizon} med {arm} sammenlignet med "
        "{reference}; andelen af {parts} kendes ikke."
    ),
    "account_same": (
        "{account}: hverken gevinst eller tab samlet set over {horizon} med {arm} sammenlignet "
        "med {reference}."
    ),
    "falls_on": "de {amount} på {label}",
    "point_only": " (punktestimater alene, uden trækninger)",
    "turns_to_loss_1": (
        "Det ville være et tab på {amount_1}, hvis {label_1} var {value_1} i stedet for {now_1}, "
        "hvilket trækningerne ikke tager højde for."
    ),
    "turns_to_loss_2": (
        "Det ville være et tab på {amount_1}, hvis {label_1} var {value_1} i stedet for {now_1}, "
        "og et tab på {amount_2}, hvis {label_2} var {value_2} i stedet for {now_2}, hvilket "
        "trækningerne ikke tager højde for."
    ),
    "turns_to_gain_1": (
        "Det ville være en gevinst på {amount_1}, hvis {label_1} var {value_1} i stedet for "
        "{now_1}, hvilket trækningerne ikke tager højde for."
    ),
    "turns_to_gain_2": (
        "Det ville være en gevinst på {amount_1}, hvis {label_1} var {value_1} i stedet for "
        "{now_1}, og en gevinst på {amount_2}, hvis {label_2} var {value_2} i stedet for {now_2}, "
        "hvilket trækningerne ikke tager højde for."
    ),
    "causes": "Største bidrag: {parts}.",
    "cause": "{label} {amount}",
    # tables
    "month_never": ">{last}",
    "month_unlikely": ">{last} ({low} til >{last})",
    "month_first": "{month}",
    "month_from": "{month}",
    "month_between": "{month} ({low} til {high})",
    "month_later": "{month} ({low} til >{last})",
    "month_unknown": "mellem {low} og {high}",
    "month_open": "{low} eller senere",
    "title_gains": (
        "Hvem vinder, og hvem betaler: {arm} sammenlignet med {reference}\n"
        "{currency} pr. person over {horizon}, {prices}\n"
        "plus er en gevinst for betaleren, minus et tab"
    ),
    "title_gains_more": (
        "Hvem vinder, og hvem betaler: {arm} sammenlignet med {reference}, de øvrige betalere"
    ),
    "title_accounts": (
        "Nettogevinst, og fra hvornår: {arm} sammenlignet med {reference}\n"
        "{currency} pr. person over {horizon}, {prices}\n"
        "plus er en gevinst; overførsler, som en betaler betaler eller modtager, er med"
    ),
    "title_gains_by_month": (
        "Gevinst indtil nu, måned for måned: {arm} sammenlignet med {reference}"
    ),
    "title_gains_by_month_more": (
        "Gevinst indtil nu, måned for måned: {arm} sammenlignet med {reference}, de øvrige betalere"
    ),
    "title_gains_by_year": "Gevinst indtil nu, år for år: {arm} sammenlignet med {reference}",
    "title_gains_by_year_more": (
        "Gevinst indtil nu, år for år: {arm} sammenlignet med {reference}, de øvrige betalere"
    ),
    "account": "Regnskab",
    "sum_of_payers": "I alt",
    "net_gain": "Nettogevinst",
    "net_gain_interval": "Nettogevinst ({level}-interval)",
    "probability_gain": "Sandsynlighed for gevinst",
    "break_even_in": "I plus, måned",
    "mixed": "Ressourcer og produktivitet",
    "transfers_net": "Overførsler, netto",
    # caveats and notes
    "caveat_account_shared": (
        "Hvordan »{payer}« deles, er ikke offentliggjort, så regnskaber med * eller - er "
        "ufuldstændige."
    ),
    "caveat_account_missing": "Regnskaber med * eller - er ufuldstændige; der mangler: {parts}.",
    "sum_check": (
        "Kontrolsum{arm}: uden overførsler vinder betalerne i alt {payers}, og samfundet vinder "
        "{society} ifølge sit eget regnskab."
    ),
    "sum_check_transfers": "Overførsler summer til {moved} over alle parter.",
    "sum_check_open": (
        "Overførsler summer til {moved}, ikke til 0, fordi filen ikke siger, hvem der modtager "
        "{labels}; det gør receiver:."
    ),
    "note_in_plus": (
        "Et regnskab er i plus fra den første måned, fra hvis slutning gevinsten indtil nu ikke "
        "er under 0 og bliver ved med det. Intervallet er over trækningerne; > betyder senere end "
        "de måneder, der regnes med. Hvor det ikke er angivet, hvornår i deres måneder beløbene "
        "falder, har den tidligste måned hver gevinst i den første af dens måneder og hvert tab i "
        "den sidste, og den seneste måned omvendt."
    ),
    "note_not_whole": (
        "* Det, der vides at falde på regnskabet alene. Det, der falder på flere betalere "
        "tilsammen, er ikke med, så hverken sandsynligheden for en gevinst eller måneden, hvor "
        "hele regnskabet er i plus, kendes."
    ),
    "note_draws_alone": (
        "Sandsynligheder og intervaller kommer fra trækningerne, hvor {count} tal aldrig ændrer "
        "sig. Dem alle: ipscost sensitivity {name} --notes"
    ),
    "note_draws_alone_bounded": (
        "Sandsynligheder og intervaller kommer fra trækningerne, hvor {count} tal aldrig ændrer "
        "sig. {bounded} af dem har grænser; hvor et af dem vender et regnskab, står det i dets "
        "sætning. Dem alle: ipscost sensitivity {name} --notes"
    ),
    "note_left_out": "Uden række, fordi de er 0 for alle{arm}: {labels}.",
    "note_assumed_more": "{count} andre antagelser: ipscost simulate {name} --notes",
}
