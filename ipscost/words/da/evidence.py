"""The words of evidence."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the sentences
    "evidence_head": (
        "{studies} offentliggjorte evalueringer (lande: {countries}, randomiserede forsøg: "
        "{trials})."
    ),
    "evidence_head_none": (
        "Ingen offentliggjort evaluering her holder indsatsen op mod noget andet."
    ),
    "evidence_head_one": "1 offentliggjort evaluering.",
    "evidence_effects": (
        "Relativ risiko: {level}-intervallet ligger helt over 1 i {above} af de {intervals}, der "
        "har et, helt under i {below}, og rummer 1 (ingen effekt) i {around}."
    ),
    "evidence_effect_above": "Relativ risiko: det eneste {level}-interval ligger helt over 1.",
    "evidence_effect_below": "Relativ risiko: det eneste {level}-interval ligger helt under 1.",
    "evidence_effect_around": (
        "Relativ risiko: det eneste {level}-interval rummer 1 (ingen effekt)."
    ),
    "evidence_effects_assumed": (
        "I {assumed} af dem er antallet i hver gruppe antaget (†): kun det samlede antal er set."
    ),
    "evidence_costs": (
        "Forskel i omkostninger: fra {low} til {high} {currency} pr. person, {year}-priser, over "
        "forskellige horisonter i de {count}, der intet udelader og har et prisår ({sure} med "
        "interval)."
    ),
    "evidence_costs_one": (
        "Forskel i omkostninger: {low} {currency} pr. person, {year}-priser, i den ene, der intet "
        "udelader og har et prisår ({sure} med interval)."
    ),
    "evidence_costs_own": "I egne penge: {own}.",
    # tables
    "evidence_title_short": (
        "Hvad offentliggjorte evalueringer fandt\n"
        "Udgift: + er dyrere; {currency} i {year}-priser, ellers i egne penge (prisår ukendt).\n"
        "md: udgift/udfald; %: med/uden; RR: relativ risiko; {around} interval rummer 0; "
        "{none} intet interval; * ufuldstændig"
    ),
    "evidence_apart": "Under stregen, tælles ikke med: én form for indsatsen over for en anden",
    "evidence_title_studies": "Hvem evalueringerne handler om, og hvis penge det er",
    "evidence_title_outcomes": "Hvad der blev nået, med {level}-intervaller",
    "evidence_title_costs": (
        "Forskel i omkostninger pr. person over tidshorisonten, med {level}-intervaller\n"
        "+ er dyrere end sammenligningen; {currency} i {year}-priser, hvor prisåret er kendt"
    ),
    "evidence_study": "Evaluering",
    "evidence_comparator": "Sammenligning",
    "evidence_comparator_short": "Over for",
    "evidence_group": "Gruppe",
    "evidence_design": "Studietype",
    "evidence_n": "Personer",
    "evidence_months": "Måneder",
    "evidence_months_short": "md",
    "evidence_whose": "Hvis omkostning eller besparelse",
    "evidence_outcome": "Udfald",
    "evidence_outcome_after": "{label} ({months} måneder)",
    "evidence_reached": "Med",
    "evidence_control": "Uden",
    "evidence_levels_short": "%",
    "evidence_ratio": "Relativ risiko",
    "evidence_ratio_short": "RR",
    "evidence_ends_short": "{level}",
    "evidence_difference": "Forskel",
    "evidence_effect": "Effekt",
    "evidence_cost_short": "Udgift",
    "evidence_own": "I egne penge",
    "evidence_money": "Penge",
    "evidence_in_money": "{currency} i {year}",
    "evidence_other_ways": "To andre måder",
    "evidence_sure": "Mærke",
    "evidence_sure_verified": "kontrolleret",
    "evidence_sure_secondary": "på anden hånd",
    "evidence_sure_abstract": "fra resumé",
    "evidence_sure_derived": "udledt",
    "evidence_sure_assumed": "antaget",
    "evidence_against": "{study} mod {comparator}",
    "design_trial": "randomiseret forsøg",
    "design_matched": "matchet sammenligning",
    "design_cohort": "kohorte",
    "design_model": "modelstudie",
    "design_meta_analysis": "metaanalyse",
    # caveats and notes
    "evidence_votes": (
        "Plusser og minusser kan ikke bare tælles: sammenligning, udfald, horisont og udgifter er "
        "forskellige."
    ),
    "evidence_doubtful": (
        "Der er tvivl om det offentliggjorte i {doubted} af {studies}: se --notes."
    ),
    "evidence_same_people": "Samme personer, talt én gang blandt forsøg og intervaller: {rows}.",
    "evidence_assumed": "Intervallet for {study} hviler på en antagelse: {text}",
    "evidence_apart_note": (
        "Én form for indsatsen over for en anden: {studies}. Det siger intet om, hvad "
        "indsatsen gør i forhold til noget andet, og tælles ikke med nogen steder."
    ),
    "evidence_doubt": "Tvivl om {study}: {text}",
    "evidence_comparator_note": "{study} over for {comparator}: {text}",
    "evidence_not_converted": "{study} står i sine egne penge: {why}.",
    "evidence_no_year": "I egne penge, fordi prisåret ikke er kendt: {studies}.",
    "evidence_ways": (
        "Penge omregnes til læserens via {way}; de to andre måder står ved siden af, op til {most} "
        "fra hinanden ({study}). Købekraften er den for hele BNP, ikke for sundhed eller løn."
    ),
    "evidence_one_way": "Penge omregnes til læserens via {way}.",
    "evidence_prices_then_ppp": "evalueringens egne priser og derefter købekraft (PPP)",
    "evidence_effects_note": (
        "Intervaller for ratioer og forskelle mellem andele er publikationens egne, hvor filen "
        "angiver dem; ellers er de beregnet på {level}-niveau ud fra antallet i hver gruppe. Hvor "
        "antallet ikke er kendt, er der intet interval."
    ),
    "evidence_marks": (
        "Mærket er det mindst sikre tals i rækken: kontrolleret (læst i kilden), på anden hånd, "
        "fra et resumé, udledt ved regning eller antaget. * udelader noget, der ikke er kendt."
    ),
    "evidence_order": (
        "Rækkefølgen er efter design (forsøg, matchede sammenligninger, kohorter, modeller, "
        "metaanalyser) og dernæst efter størrelse, de største først."
    ),
    "evidence_run": (
        "Hver evaluering er et scenarie, der er kørt for sig i sine egne penge ({draws} "
        "trækninger, startværdi {seed}); ipscost explain NAVN viser dets tal, og hvor hvert af "
        "dem kommer fra."
    ),
    # the picture
    "forest_risk_ratio": "Relativ risiko i offentliggjorte evalueringer",
    "forest_odds_ratio": "Oddsratio i offentliggjorte evalueringer",
    "forest_difference": "Forskel mellem andele i offentliggjorte evalueringer",
    "forest_axis_risk_ratio": (
        "Relativ risiko; til højre for 1 når flere udfaldet end med sammenligningen"
    ),
    "forest_axis_odds_ratio": (
        "Oddsratio; til højre for 1 når flere udfaldet end med sammenligningen"
    ),
    "forest_axis_difference": (
        "Procentpoint; til højre for 0 når flere udfaldet end med sammenligningen"
    ),
    "forest_open": "Et åbent mærke har intet interval.",
    "forest_assumed": "† Antallet i hver gruppe er antaget.",
    "forest_note": (
        "Linjerne er {level}-intervaller. Udfald og måneder er forskellige fra række til række."
    ),
}
