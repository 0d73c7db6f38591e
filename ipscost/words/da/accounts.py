"""The words of perspectives, discount schedules and the course over months."""

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
    "prices_of_year": "{year}-priser",
    "discounted": "diskonteret {rates}",
    "rate_a_year": "{rate} om året",
    "rate_later": "{rate} efter år {year}",
    "note_discount": "Diskontering: omkostninger {cost}, resultater {outcome} om året.",
    "undiscounted_some": (
        "Af resultaterne diskonteres disse ikke, for de er andele af personer på eller inden et "
        "tidspunkt: {labels}."
    ),
    "undiscounted_none": (
        "Ingen af resultaterne diskonteres, for de er alle andele af personer på eller inden et "
        "tidspunkt: {labels}."
    ),
    "schedule_source": "Renteforløb {schedule}: {source}.",
    "note_welfare": (
        "Velfærdsøkonomisk: ressourcer og produktion tæller gange nettoafgiftsfaktoren {factor} "
        "({factor_source}), og hver krone, som de offentlige kasser samlet bruger, koster "
        "yderligere {loss} ved skatteforvridning ({loss_source})."
    ),
    # month by month, year by year
    "year": "År",
    "in_year": "Besparelse i året",
    "undiscounted_in_month": "I måneden uden diskontering",
    "undiscounted_in_year": "I året uden diskontering",
    "note_undiscounted": (
        "Beløb uden diskontering er det forventede beløb i {year}-priser, som det falder i et "
        "budget: måned for måned kan de lægges sammen. De har intet interval; "
        "--set discount.cost=0 giver dem et."
    ),
    "title_undiscounted_by_month": (
        "Gevinst i hver måned uden diskontering: {arm} over for {reference}"
    ),
    "title_undiscounted_by_month_more": (
        "Gevinst i hver måned uden diskontering: {arm} over for {reference}, de øvrige betalere"
    ),
    "title_undiscounted_by_year": (
        "Gevinst i hvert år uden diskontering: {arm} over for {reference}"
    ),
    "title_undiscounted_by_year_more": (
        "Gevinst i hvert år uden diskontering: {arm} over for {reference}, de øvrige betalere"
    ),
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
