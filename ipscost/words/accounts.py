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
    "part_observed": ("Observed, to month {month}", "Observeret, til måned {month}"),
    "part_extrapolated": (
        "Extrapolated, months {first} to {last}",
        "Fremskrevet, måned {first} til {last}",
    ),
    # payers: headline
    "account_gains": (
        "{account} gains {amount} per person over {horizon} with {arm} against "
        "{reference}{interval}; {plus}.",
        "{account} vinder {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}; {plus}.",
    ),
    "account_gains_perhaps": (
        "{account} is expected to gain {amount} per person over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}; {plus}.",
        "{account} ventes at vinde {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}, men det er ikke klart{interval}; {plus}.",
    ),
    "account_loses": (
        "{account} loses {amount} per person over {horizon} with {arm} against "
        "{reference}{interval}; {plus}.",
        "{account} taber {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}{interval}; {plus}.",
    ),
    "account_loses_perhaps": (
        "{account} is expected to lose {amount} per person over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}; {plus}.",
        "{account} ventes at tabe {amount} pr. person over {horizon} med {arm} sammenlignet med "
        "{reference}, men det er ikke klart{interval}; {plus}.",
    ),
    "account_same": (
        "{account} neither gains nor loses on balance over {horizon} with {arm} against "
        "{reference}.",
        "{account} hverken vinder eller taber samlet over {horizon} med {arm} sammenlignet med "
        "{reference}.",
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
    "cause": ("{label} {amount}", "{label} {amount}"),
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
    # observed and extrapolated
    "headline_extrapolated": (
        "Of the saving, {observed} were observed to month {month} and {amount} are extrapolated.",
        "Af besparelsen er {observed} observeret til måned {month} og {amount} fremskrevet.",
    ),
    "headline_extrapolated_cost": (
        "Of the cost, {observed} were observed to month {month} and {amount} are extrapolated.",
        "Af merudgiften er {observed} observeret til måned {month} og {amount} fremskrevet.",
    ),
    "note_extrapolated": (
        "People were followed to month {month}; what comes after, months {first} to {last}, is "
        "extrapolated: it rests on the model and its assumptions, and the intervals do not hold "
        "that these may be wrong.",
        "Personerne blev fulgt til måned {month}; det, der kommer efter, måned {first} til {last}, "
        "er fremskrevet: det hviler på modellen og dens antagelser, og intervallerne medregner "
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
