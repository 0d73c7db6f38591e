"""The words of evidence --pool."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the sentences
    "pooled_head_risk_ratio": (
        "Relativ risiko, samlet: {mean} i gennemsnit på tværs af steder ({level}-interval "
        "{interval}), fra {studies} evalueringer."
    ),
    "pooled_head_odds_ratio": (
        "Oddsratio, samlet: {mean} i gennemsnit på tværs af steder ({level}-interval "
        "{interval}), fra {studies} evalueringer."
    ),
    "pooled_head_difference": (
        "Forskel, samlet: {mean} procentpoint i gennemsnit på tværs af steder ({level}-interval "
        "{interval}), fra {studies} evalueringer."
    ),
    "pooled_new_place": (
        "På et nyt sted kan effekten være {interval} ({level}-prædiktionsinterval)."
    ),
    "pooled_new_place_none": (
        "På et nyt sted kan effekten være {interval} ({level}-prædiktionsinterval), altså fra "
        "dårligere til bedre end det, der blev sammenlignet med."
    ),
    "pooled_left": "{count} evalueringer kunne ikke lægges sammen: se --notes.",
    "pooled_left_one": "1 evaluering kunne ikke lægges sammen: se --notes.",
    "pooled_ends": "{low} til {high}",
    "pooled_ends_points": "{low} til {high} procentpoint",
    # tables
    "pooled_title": (
        "Evalueringerne lagt sammen, med {level}-intervaller\n"
        "I² {i2} (spredning ud over det tilfældige), τ {tau} (hvor forskellige stederne er)"
    ),
    "pooled_title_spread": "Hvor forskellige stederne er",
    "pooled_title_without": "Uden én evaluering ad gangen",
    "pooled_title_left": "Ikke med",
    "pooled_title_lines": "Linjer til et scenarie, der overfører effekten",
    "pooled_assumption": "assumption: lagt sammen af {studies} evalueringer med ipscost evidence",
    "pooled_risk_ratio": "Relativ risiko",
    "pooled_odds_ratio": "Oddsratio",
    "pooled_difference": "Forskel",
    "pooled_weight": "Vægt",
    "pooled_mean": "Alle, i gennemsnit",
    "pooled_place": "Et nyt sted",
    "pooled_without": "Uden",
    "pooled_value": "Værdi",
    "pooled_tau": "τ, effektens standardafvigelse mellem steder",
    "pooled_tau_dl": "Det samme efter DerSimonian og Laird",
    "pooled_i2": "I², den del af spredningen, der ikke er tilfældig",
    "pooled_i2_short": "I²",
    "pooled_q": "Q, den vægtede kvadratsum",
    "pooled_q_p": "p for Q, hvis alle steder var ens",
    "pooled_why": "Hvorfor",
    "pooled_no_share": "dens udfald er ikke en andel af personer",
    "pooled_no_people": "en model eller en oversigt, ikke en undersøgelse af personer",
    "pooled_no_interval": "den siger ikke, hvor sikker effekten er",
    "pooled_same_programme": "holder én form for indsatsen op mod en anden",
    "pooled_same_people": "har personer fælles med {other}",
    "pooled_forest_note": (
        "Streger er {level}-intervaller; for et nyt sted er det et prædiktionsinterval."
    ),
    # caveats and notes
    "pooled_caveat_place": (
        "Regn med hele spændet {place}: Ét sted er ikke et gennemsnit. {mean} siger kun, hvor godt "
        "gennemsnittet er kendt."
    ),
    "pooled_caveat_place_none": (
        "Regn med hele spændet {place}, fra dårligere til bedre: Ét sted er ikke et gennemsnit. "
        "{mean} siger kun, hvor godt gennemsnittet er kendt."
    ),
    "pooled_caveat_alike": (
        "Evalueringerne er ikke mere forskellige, end tilfældet gør dem, så et nyt sted ventes at "
        "være som gennemsnittet; {studies} evalueringer beviser det ikke."
    ),
    "pooled_caveat_outcomes": "Lagt sammen, selv om udfaldene er forskellige: {kinds}.",
    "pooled_caveat_months": "Lagt sammen, selv om de er målt efter forskellig tid: {months}.",
    "pooled_caveat_unlike": (
        "Lagt sammen, selv om udfald ({kinds}) og tidspunkt ({months}) er forskellige."
    ),
    "pooled_kinds": "{count} slags",
    "pooled_months": "{first} til {last} måneder",
    "pooled_months_some_unknown": "{first} til {last} måneder eller ukendt",
    "pooled_months_or_unknown": "{months} måneder eller ukendt",
    "pooled_caveat_corrected": (
        "Ingen eller alle i en arm nåede udfaldet i {studies}; en halv person er lagt til hver "
        "gruppe."
    ),
    "pooled_caveat_few": (
        "{studies} evalueringer siger næsten intet om, hvor forskellige steder er; én til kan "
        "ændre svaret."
    ),
    "pooled_caveat_no_trial": "Ikke et randomiseret forsøg: {studies}.",
    "pooled_caveat_no_trials": "{count} er ikke randomiserede forsøg: {studies}.",
    "pooled_trials_alone": "Forsøg alene: --design trial.",
    "pooled_caveat_one": "Uden {study} ville gennemsnittet være {value}.",
    "pooled_caveat_comparators": (
        "Der er sammenlignet med forskellige ting, så gennemsnittet gælder ingen af dem: "
        "{comparators}."
    ),
    "pooled_caveat_many_comparators": (
        "Der er sammenlignet med {count} forskellige ting (i tabellen), så gennemsnittet gælder "
        "ingen af dem."
    ),
    "pooled_method_ratio": (
        "Tilfældige effekter på logaritmen af forholdet: REML for τ² og Hartung og Knapps "
        "standardfejl, dog aldrig mindre end den almindelige."
    ),
    "pooled_method_points": (
        "Tilfældige effekter på forskellen i andele: REML for τ² og Hartung og Knapps "
        "standardfejl, dog aldrig mindre end den almindelige."
    ),
    "pooled_ordinary": (
        "Evalueringerne er mere enige, end tilfældet ville gøre dem, så intervallerne hviler på "
        "den almindelige standardfejl."
    ),
    "pooled_assumed_people": (
        "Antallet i hver gruppe er antaget (†) i {studies}, og dermed også, hvad de vejer."
    ),
    "pooled_unpublished": "Det, der ikke er offentliggjort, er ikke med.",
}
