"""Ordene i --help: kommandoerne om individdata."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "brief_analyse": "Individdata til en evaluering og et scenarie.",
    "command_analyse": (
        "Gør individdata, en række pr. person, til en økonomisk evaluering: hvad en indsats koster "
        "og giver, hvem der betaler, hvad der mangler, og hvad metoden betyder. --model nævner et "
        "scenarie med afsnittet data, som siger, hvad kolonnerne rummer. Alt bliver på denne "
        "maskine."
    ),
    "option_data": (
        "Individdata, en række pr. person: CSV, en projektmappe, eller - for standardinput."
    ),
    "option_analyse_model": "Modelfilen: et scenarie, der siger, hvilke kolonner der rummer hvad.",
    "option_analyse_out": "Skriv resultatet som et scenarie, som alle andre kommandoer tager imod.",
    "option_analyse_force": "Lad --out erstatte en fil.",
    "option_analyse_outcome": (
        "Det resultat, der tæller ved siden af omkostninger; ellers det første i data."
    ),
    "option_analyse_wtp": "Hvad én mere af resultatet er værd; så regnes nettogevinsten ud.",
    "option_analyse_interval": (
        "Hvor intervaller kommer fra; bootstrap imputerer hver stikprøve én gang."
    ),
    "option_analyse_imputations": (
        "Hvor mange imputationer; auto er så mange, at hvert estimats Monte Carlo-fejl kommer "
        "under 5% af dets standardfejl."
    ),
    "option_analyse_bootstraps": "Stikprøver med --interval bootstrap.",
    "option_analyse_mnar": (
        "Vis også svaret, hvis det imputerede er højere eller lavere, som i psychiatric:+10%, "
        "eller i én gruppe, qaly:-0.05:ips; kan angives flere gange."
    ),
    "option_analyse_cluster": (
        "Tag højde for, at personer fra samme sted ligner hinanden; robust ved 10 steder eller "
        "flere."
    ),
    "option_analyse_weeks": "Forløbsuger: person, uge og kode pr. række, eller en kolonne pr. uge.",
    "option_analyse_codes": "Hvad koderne i --weeks betyder: code;state;benefit;behind.",
    "option_analyse_min_cell": "Hold antal på færre personer end dette tilbage.",
    "option_analyse_seed": "Imputationers og stikprøvers startværdi; den samme giver samme svar.",
}
