"""The words of perspectives, discount schedules and the course over months."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # from whose side
    "societal": "samfundsperspektiv",
    "payer_perspective": "regnskab for {payer}",
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
    "discounted": "diskonteret med {rates}",
    "rate_a_year": "{rate} om året",
    "rate_later": "{rate} efter år {year}",
    "note_discount": "Diskontering: omkostninger {cost}, resultater {outcome} om året.",
    "undiscounted_some": (
        "Disse resultater diskonteres ikke, fordi de er andele af personer på eller inden et "
        "tidspunkt: {labels}."
    ),
    "undiscounted_none": (
        "Ingen af resultaterne diskonteres, fordi de alle er andele af personer på eller inden et "
        "tidspunkt: {labels}."
    ),
    "schedule_source": "Renteforløb {schedule}: {source}.",
    "note_welfare": (
        "Velfærdsøkonomisk: ressourcer og produktion ganges med nettoafgiftsfaktoren {factor} "
        "({factor_source}), og hver krone, det offentlige bruger netto, koster yderligere {loss} i "
        "skatteforvridning ({loss_source})."
    ),
    # month by month, year by year
    "year": "År",
    "in_year": "Besparelse i året",
    "undiscounted_in_month": "I måneden uden diskontering",
    "undiscounted_in_year": "I året uden diskontering",
    "note_undiscounted": (
        "Uden diskontering: det forventede beløb i {year} i den måned, det falder, som i "
        "et budget. Intervallet fås med --set discount.cost=0."
    ),
    "title_undiscounted_by_month": (
        "Gevinst i hver måned uden diskontering: {arm} sammenlignet med {reference}"
    ),
    "title_undiscounted_by_month_more": (
        "Gevinst i hver måned uden diskontering: {arm} sammenlignet med {reference}, "
        "de øvrige betalere"
    ),
    "title_undiscounted_by_year": (
        "Gevinst i hvert år uden diskontering: {arm} sammenlignet med {reference}"
    ),
    "title_undiscounted_by_year_more": (
        "Gevinst i hvert år uden diskontering: {arm} sammenlignet med {reference}, "
        "de øvrige betalere"
    ),
    "title_years": "År for år: {arm}",
    "part_year": "{year} (måned {first} til {last})",
    "break_even_draws": (
        "I trækningerne er medianen {median} ({level}-interval {low} til {high}); {share} af dem "
        "tjener sig hjem inden for {horizon}."
    ),
    "after_month": "efter {month}",
    "median_month": "måned {month}",
    "median_later": "efter måned {month}",
    "part_observed": "Til måned {month}",
    "part_extrapolated": "Efter måned {month}",
    # observed and extrapolated
    "headline_extrapolated": (
        "Af besparelsen ligger {observed} i de {month} måneder, personerne blev fulgt; {amount} er "
        "fremskrevet."
    ),
    "headline_extrapolated_cost": (
        "Af merudgiften ligger {observed} i de {month} måneder, personerne blev fulgt; {amount} er "
        "fremskrevet."
    ),
    "note_extrapolated": (
        "Personerne blev fulgt til måned {month}; ikke alt, der er talt med til da, er målt: noget "
        "er modelleret eller antaget. Alt derefter, måned {first} til {last}, er fremskrevet: det "
        "hviler på modellen og dens antagelser, og intervallerne tager ikke højde for, at de kan "
        "være forkerte."
    ),
    # explain
    "factor_net_tax_factor": "Nettoafgiftsfaktor",
    "factor_tax_distortion": "Skatteforvridning",
    "use_net_tax_factor": (
        "ressourcer og produktion ganges med den i det velfærdsøkonomiske perspektiv"
    ),
    "use_tax_distortion": (
        "minus 1 er den det, hver krone, det offentlige bruger netto, koster i det "
        "velfærdsøkonomiske perspektiv"
    ),
}
