"""The words of payers, and of perspectives, discount schedules and the course over months."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # from whose side
    "societal": ("societal perspective", "samfundsperspektiv"),
    "payer_perspective": ("perspective of {payer}", "set fra {payer}"),
    "welfare_perspective": ("welfare-economic perspective", "velfærdsøkonomisk perspektiv"),
    "whom_public": ("the public sector", "det offentlige"),
    "whom_health": ("the health service", "sundhedsvæsenet"),
    "whom_welfare": ("society (welfare-economic)", "samfundet (velfærdsøkonomisk)"),
    "account_societal": ("Society, without transfers", "Samfundet, uden overførsler"),
    "account_public": ("The public sector", "Det offentlige"),
    "account_health": ("The health service", "Sundhedsvæsenet"),
    "account_welfare": ("Society, welfare-economic", "Samfundet, velfærdsøkonomisk"),
    "received_share": ("{label} (receives {share})", "{label} (modtager {share})"),
    # discounting
    "discounted": (", discounted {rates}", ", diskonteret {rates}"),
    "rate_a_year": ("{rate} a year", "{rate} om året"),
    "rate_later": ("{rate} after year {year}", "{rate} efter år {year}"),
    "note_discount": (
        "Discounting: costs {cost}, outcomes {outcome} a year.{why}{source}",
        "Diskontering: omkostninger {cost}, resultater {outcome} om året.{why}{source}",
    ),
    "undiscounted_some": (
        "Of the outcomes these are not discounted, being shares of people at or by a time: "
        "{labels}.",
        "Af resultaterne diskonteres disse ikke, for de er andele af personer på eller inden et "
        "tidspunkt: {labels}.",
    ),
    "undiscounted_none": (
        "No outcome here is discounted, all being shares of people at or by a time: {labels}.",
        "Ingen af resultaterne diskonteres, for de er alle andele af personer på eller inden et "
        "tidspunkt: {labels}.",
    ),
    "schedule_source": (
        " Schedule {schedule}: {source}.",
        " Renteforløb {schedule}: {source}.",
    ),
    "note_welfare": (
        "Welfare-economic: resources and production count times the net tax factor {factor} "
        "({factor_source}), and each krone that the public purses spend on balance loses "
        "{loss} more by taxation ({loss_source}).",
        "Velfærdsøkonomisk: ressourcer og produktion tæller gange nettoafgiftsfaktoren {factor} "
        "({factor_source}), og hver krone, som de offentlige kasser samlet bruger, koster "
        "yderligere {loss} ved skatteforvridning ({loss_source}).",
    ),
    # month by month, year by year
    "year": ("Year", "År"),
    "in_year": ("Saving in the year", "Besparelse i året"),
    "title_years": ("Year by year: {arm}", "År for år: {arm}"),
    "part_year": ("{year} (months {first} to {last})", "{year} (måned {first} til {last})"),
    "break_even_draws": (
        "Over the draws the median is {median} ({level} interval {low} to {high}); {share} "
        "of them break even within {horizon}.",
        "Over trækningerne er medianen {median} ({level}-interval {low} til {high}); "
        "{share} af dem tjener sig hjem inden for {horizon}.",
    ),
    "after_month": ("after {month}", "efter {month}"),
    "median_month": ("month {month}", "måned {month}"),
    "median_later": ("after month {month}", "efter måned {month}"),
    "part_observed": ("To month {month}", "Til måned {month}"),
    "part_extrapolated": ("After month {month}", "Efter måned {month}"),
    # payers: headline
    "account_gains": (
        "{account}: gain {amount} per person{placed} over {horizon} with {arm} against "
        "{reference}{interval}",
        "{account}: gevinst {amount} pr. person{placed} over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}",
    ),
    "account_gains_perhaps": (
        "{account}: expected gain {amount} per person{placed} over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}",
        "{account}: forventet gevinst {amount} pr. person{placed} over {horizon} med {arm} "
        "sammenlignet med {reference}, men det er ikke klart{interval}",
    ),
    "account_loses": (
        "{account}: loss {amount} per person{placed} over {horizon} with {arm} against "
        "{reference}{interval}",
        "{account}: tab {amount} pr. person{placed} over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}",
    ),
    "account_loses_perhaps": (
        "{account}: expected loss {amount} per person{placed} over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}",
        "{account}: forventet tab {amount} pr. person{placed} over {horizon} med {arm} "
        "sammenlignet med {reference}, men det er ikke klart{interval}",
    ),
    "account_same": (
        "{account}: neither gain nor loss on balance over {horizon} with {arm} against "
        "{reference}.",
        "{account}: hverken gevinst eller tab samlet over {horizon} med {arm} sammenlignet med "
        "{reference}.",
    ),
    "placed": (", of what can be placed on it,", ", af det, der kan henføres hertil,"),
    "falls_on": ("{amount} on {label}", "{amount} på {label}"),
    "not_whole": (
        "not its whole account, since a further {parts} may be its own in part",
        "ikke hele regnskabet, da yderligere {parts} til dels kan være dens egne",
    ),
    "account_unplaced": (
        "{account}: nothing can be placed on it alone over {horizon} with {arm} against "
        "{reference}; {parts} may be its own in part.",
        "{account}: intet kan henføres hertil alene over {horizon} med {arm} sammenlignet med "
        "{reference}; {parts} kan til dels være dens egne.",
    ),
    "point_only": (
        " (by the point estimates alone, without draws)",
        " (kun efter punktestimaterne, uden trækninger)",
    ),
    "turns": ("Not in the draws: {parts}.", "Ikke med i trækningerne: {parts}."),
    "turns_to_loss": (
        "a loss of {amount} if {label} is {value} ({now} is assumed)",
        "et tab på {amount}, hvis {label} er {value} ({now} er antaget)",
    ),
    "turns_to_gain": (
        "a gain of {amount} if {label} is {value} ({now} is assumed)",
        "en gevinst på {amount}, hvis {label} er {value} ({now} er antaget)",
    ),
    "plus_from": ("in plus from month {month}{ends}", "i plus fra måned {month}{ends}"),
    "plus_never": (
        "not in plus within {horizon}{ends}",
        "ikke i plus inden for {horizon}{ends}",
    ),
    "plus_unknown": (
        "from which month is not known, since no course by month is stated for {labels} (any "
        "from {low} to {high}; spread evenly it is {month})",
        "fra hvilken måned vides ikke, da der ikke er angivet et forløb over månederne for "
        "{labels} (enhver fra {low} til {high}; jævnt fordelt er det {month})",
    ),
    "month_unknown": ("not known: {low} to {high}", "ukendt: {low} til {high}"),
    "break_even_ends": (" ({low} to {high})", " ({low} til {high})"),
    "causes": ("Mainly: {parts}.", "Især: {parts}."),
    "cause": ("{label} {amount}{ends}", "{label} {amount}{ends}"),
    # payers: tables
    "title_gains": (
        "Who gains and who pays: {arm} against {reference}\n"
        "{currency} per person over {horizon}, {year} prices{discounted}\n"
        "a plus is a gain for the payer, a minus a loss",
        "Hvem vinder, og hvem betaler: {arm} over for {reference}\n"
        "{currency} pr. person over {horizon}, {year}-priser{discounted}\n"
        "plus er en gevinst for betaleren, minus et tab",
    ),
    "title_gains_more": (
        "Who gains and who pays: {arm} against {reference}, the other payers",
        "Hvem vinder, og hvem betaler: {arm} over for {reference}, de øvrige betalere",
    ),
    "title_accounts": (
        "Net gain, and from when: {arm} against {reference}\n"
        "{currency} per person over {horizon}, {year} prices{discounted}\n"
        "a plus is a gain; transfers that a payer pays or receives are in it",
        "Nettogevinst, og fra hvornår: {arm} over for {reference}\n"
        "{currency} pr. person over {horizon}, {year}-priser{discounted}\n"
        "plus er en gevinst; overførsler, som en betaler betaler eller modtager, er med",
    ),
    "title_gains_by_month": (
        "Gain so far, month by month: {arm} against {reference}",
        "Gevinst indtil nu, måned for måned: {arm} over for {reference}",
    ),
    "title_gains_by_month_more": (
        "Gain so far, month by month: {arm} against {reference}, the other payers",
        "Gevinst indtil nu, måned for måned: {arm} over for {reference}, de øvrige betalere",
    ),
    "title_gains_by_year": (
        "Gain so far, year by year: {arm} against {reference}",
        "Gevinst indtil nu, år for år: {arm} over for {reference}",
    ),
    "title_gains_by_year_more": (
        "Gain so far, year by year: {arm} against {reference}, the other payers",
        "Gevinst indtil nu, år for år: {arm} over for {reference}, de øvrige betalere",
    ),
    "account": ("Account", "Regnskab"),
    "sum_of_payers": ("Sum", "I alt"),
    "net_gain": ("Net gain", "Nettogevinst"),
    "net_gain_interval": ("Net gain ({level} interval)", "Nettogevinst ({level}-interval)"),
    "probability_gain": ("Probability of gain", "Sandsynlighed for gevinst"),
    "in_plus": ("In plus from month", "I plus fra måned"),
    "in_plus_interval": (
        "In plus from month ({level} interval)",
        "I plus fra måned ({level}-interval)",
    ),
    "mixed": ("Resources and productivity", "Ressourcer og produktivitet"),
    "transfers_net": ("Transfers, net", "Overførsler, netto"),
    # payers: notes
    "sum_check": (
        "Sum check{arm}: without transfers the payers gain {payers} in all, where society saves "
        "{society} as its own account has it.",
        "Kontrolsum{arm}: uden overførsler vinder betalerne i alt {payers}, hvor samfundet sparer "
        "{society} efter sit eget regnskab.",
    ),
    "sum_check_transfers": (
        "Transfers sum to {moved} over all parties.",
        "Overførsler summer til {moved} over alle parter.",
    ),
    "sum_check_open": (
        "Transfers sum to {moved}, not to 0, because nobody is stated who receives {labels}; "
        "receiver: names who does.",
        "Overførsler summer til {moved}, ikke til 0, fordi det ikke er angivet, hvem der modtager "
        "{labels}; det gør receiver:.",
    ),
    "note_in_plus": (
        "In plus from the month from whose end the gain so far is not below 0 and stays so; its "
        "interval is that of the draws, and 'after' means beyond the time that is counted. Not "
        "known: it depends on when amounts fall within their months, which was not stated; the "
        "earliest and the latest month are those with each amount all in the first or the last.",
        "I plus fra den måned, fra hvis slutning gevinsten indtil nu ikke er under 0 og bliver "
        "ved med det; intervallet er trækningernes, og 'efter' betyder efter den tid, der regnes "
        "med. Ukendt: det afhænger af, hvornår i deres måneder beløbene falder, og det er ikke "
        "angivet; tidligste og seneste måned har hvert beløb helt i den første eller den sidste.",
    ),
    "note_not_whole": (
        "* Of what can be placed on it alone: what falls on several together is not in it, so that "
        "neither the probability nor the month of the whole account is known.",
        "* Kun af det, der kan henføres hertil: det, der falder på flere tilsammen, er ikke med, "
        "så hverken sandsynligheden eller måneden for hele regnskabet kendes.",
    ),
    "note_draws_alone": (
        "Probabilities and intervals are of the draws; {count} numbers are the same in all of "
        "them. {bounded} of these have bounds, and where one of those turns an account, its "
        "sentence says so. All of them: ipscost sensitivity {name}",
        "Sandsynligheder og intervaller er trækningernes; {count} tal er ens i dem alle. "
        "{bounded} af dem har grænser, og hvor en af dem vender et regnskab, står det i dets "
        "sætning. Dem alle: ipscost sensitivity {name}",
    ),
    "note_left_out": (
        "Without a row, because they are 0 for everybody{arm}: {labels}.",
        "Uden række, fordi de er 0 for alle{arm}: {labels}.",
    ),
    "note_assumed_more": (
        "{count} more assumptions are told by: ipscost simulate {name}",
        "{count} andre antagelser står i: ipscost simulate {name}",
    ),
    # observed and extrapolated
    "headline_extrapolated": (
        "Of the saving, {observed} fall in the {month} months in which people were followed, and "
        "{amount} are extrapolated.",
        "Af besparelsen falder {observed} i de {month} måneder, hvor personerne blev fulgt, og "
        "{amount} er fremskrevet.",
    ),
    "headline_extrapolated_cost": (
        "Of the cost, {observed} fall in the {month} months in which people were followed, and "
        "{amount} are extrapolated.",
        "Af merudgiften falder {observed} i de {month} måneder, hvor personerne blev fulgt, og "
        "{amount} er fremskrevet.",
    ),
    "note_extrapolated": (
        "People were followed to month {month}; not all that is counted until then was measured, "
        "some is modelled or assumed. What comes after, months {first} to {last}, is "
        "extrapolated: it rests on the model and its assumptions, and the intervals do not hold "
        "that these may be wrong.",
        "Personerne blev fulgt til måned {month}; ikke alt, der tælles til da, er målt, noget er "
        "modelleret eller antaget. Det, der kommer efter, måned {first} til {last}, er "
        "fremskrevet: det hviler på modellen og dens antagelser, og intervallerne medregner "
        "ikke, at de kan være forkerte.",
    ),
    # explain
    "factor_net_tax_factor": ("Net tax factor", "Nettoafgiftsfaktor"),
    "factor_tax_distortion": ("Tax distortion", "Skatteforvridning"),
    "use_net_tax_factor": (
        "multiplies resources and production in the perspective welfare",
        "ganges på ressourcer og produktion i perspektivet welfare",
    ),
    "use_tax_distortion": (
        "less 1, what is lost for each krone that the public purses spend on balance, in the "
        "perspective welfare",
        "minus 1 er tabet for hver krone, som de offentlige kasser samlet bruger, i perspektivet "
        "welfare",
    ),
}
