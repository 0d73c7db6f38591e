"""Ordene om en indsats, der rulles ud i kalenderen."""

from __future__ import annotations

WORDS = {
    "rollout_chosen": "valgt her; ingen har målt det for denne indsats",
    "rollout_others": "Alle andre",
    "doubt_rollout_outcome": (
        "flere resultater er andele af mennesker ({outcomes}), og det er ikke sagt, hvilket en "
        "ekstra person tælles med"
    ),
    # what a number is used for
    "rollout_label_published": "{label}",
    "rollout_subject_published": "den offentliggjorte pris »{label}«",
    "rollout_used_target": (
        "hvem der er planlagt til at begynde; stillinger følger planen, hvad enten folk "
        "rekrutteres eller ej"
    ),
    "rollout_used_recruitment": (
        "personer, der begynder = dette x de planlagte; stillingerne er som planlagt"
    ),
    "rollout_used_ramp_up": "tempoet i indløbet stiger i en ret linje til det fulde over denne tid",
    "rollout_used_delay": (
        "folk begynder så meget senere end planlagt; stillinger besættes som planlagt"
    ),
    "rollout_used_of": "flere kan ikke planlægges til at begynde; intet regnes ud af det",
    "rollout_used_support_months": (
        "hvor længe en person tæller som borger i forløb og er en del af et sagstal"
    ),
    "rollout_used_leaving": (
        "borgere i forløb falder med denne andel hver måned; effekten gælder alle, der begynder"
    ),
    "rollout_used_caseload": (
        "stillinger = borgere i forløb efter planen / dette; er stillingerne fyldt, venter folk"
    ),
    "rollout_used_clients_per_year": "sagstal = dette x måneders støtte / 12",
    "rollout_used_hired_ahead": "stillinger besættes og betales så længe, før der er brug for dem",
    "rollout_used_vacancy": "stillinger, der betales og har borgere = stillinger x (1 - dette)",
    "rollout_used_salary": (
        "udgiften til en stilling = dette + arbejdsgiverbidrag + pension og overhead på det hele; "
        "stiger med lønningerne"
    ),
    "rollout_used_per": "stillinger som »{label}« = stillinger som »{of}« / dette",
    "rollout_used_posts": "så mange stillinger som »{label}«, uanset antallet af borgere",
    "rollout_used_employer": (
        "lægges til lønnen: dette x den del af lønnen, der ligger over den frie del"
    ),
    "rollout_used_employer_above": "den del af lønnen, der ikke betales arbejdsgiverbidrag af",
    "rollout_used_pension": "lægges til lønnen: dette x lønnen",
    "rollout_used_overhead": (
        "lægges til udgiften til stillinger og til de poster, der betales overhead af: dette x "
        "den udgift"
    ),
    "rollout_used_place": (
        "dette x de personer, der er planlagt til at begynde, betalt i den måned, de er planlagt, "
        "rekrutteret eller ej"
    ),
    "rollout_used_line_once": "betales én gang, i den første måned",
    "rollout_used_line_spread": "fordeles jævnt over indsatsens måneder",
    "rollout_used_line_year": "betales for hvert år af indsatsen, en tolvtedel om måneden",
    "rollout_used_line_post_year": "betales for hver besat stilling og år",
    "rollout_used_line_post": "betales én gang for hver stilling, når den første gang besættes",
    "rollout_used_line_person": (
        "betales for hver person, der er planlagt til at begynde, i den måned"
    ),
    "rollout_used_growth": "»{label}« stiger med denne andel om året",
    "rollout_used_published": (
        "står ved siden af den pris, der følger af stillingerne, og indgår ikke i nogen sum"
    ),
    "rollout_used_grant": (
        "betales til modtageren jævnt over udrulningens måneder i {year}, i årets egne kroner"
    ),
    "rollout_used_own_share_repaid": (
        "det, som »{label}« er over 1 - dette af udgiften til indsatsen, betales tilbage"
    ),
    "rollout_used_own_share_kept": (
        "den andel af udgiften til indsatsen, som modtageren af »{label}« selv skal betale; det, "
        "der ikke bruges, beholdes"
    ),
    "rollout_used_share": (
        "af det, der spares på det, som bloktilskuddet følger, falder denne andel på betaleren og "
        "resten på andre"
    ),
    "rollout_used_prices": (
        "efter de år, hvis forbrugerpriser er kendt, stiger priserne i almindelighed med denne "
        "andel om året"
    ),
    "rollout_used_wages": "lønningerne stiger med denne andel om året fra resultaternes prisår",
    "rollout_used_kind": (
        "udgifter af arten {kind} stiger med denne andel om året fra resultaternes prisår"
    ),
    "rollout_used_between_sites": (
        "stederne trækker egne effekter omkring den fælles med denne standardafvigelse"
    ),
}
