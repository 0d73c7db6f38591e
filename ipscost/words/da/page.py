"""Ordene på den side, man tager med sig: `ipscost report`."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # around the page
    "page_skip": "Gå til svaret",
    "page_contents": "Indhold",
    "page_made": "Lavet med ipscost {version}",
    "page_scroll": "{title} (tabel, kan rulles til siden)",
    "page_scroll_picture": "{title} (figur, kan rulles til siden)",
    "page_rows_left_out": (
        "{count} rækker med mindre beløb er der ikke plads til her; ipscost simulate FIL --out "
        "alt.xlsx har dem alle."
    ),
    "page_low": "Nedre grænse",
    "page_high": "Øvre grænse",
    "page_answer_title": "Svaret",
    # the first page
    "page_people": "Målgruppe",
    "page_comparator": "Sammenlignet med",
    "page_horizon": "Periode",
    "page_side": "Perspektiv",
    "page_money": "Priser",
    "page_newest": "Nyeste evidens",
    "page_newest_of": "{year}: {cite}",
    "page_not_stated": "ikke angivet",
    "page_not_known": "vides ikke",
    "page_not_published": "ikke offentliggjort",
    "page_plus": "+{amount}",
    "page_interval": "{low} til {high}",
    "page_place": "Hvad en plads koster",
    "page_place_time": "Pr. person over {horizon}.",
    "page_place_extra": (
        "Mere end med {reference}; hvad en hel plads koster, er ikke offentliggjort."
    ),
    "page_place_none": "ingen indsats angivet",
    "page_saved": "Hvad det sparer",
    "page_saved_is": "For {whom}, pr. person over {horizon}.",
    "page_saved_paid": "Prisen for pladsen er trukket fra.",
    "page_costs_more": "{amount} mere",
    "page_effect": "Hvad borgerne får",
    "page_no_outcome": "intet effektmål angivet",
    "page_of_hundred": "{count} af 100",
    "page_effect_share": "{label}. Med {reference}: {base}.",
    "page_effect_change": "{label}, sammenlignet med {reference}.",
    "page_sure": "Hvor sikkert det er",
    "page_sure_odds": "Sandsynlighed for, at der spares penge, givet den angivne usikkerhed.",
    "page_sure_saving": "Besparelsens {level}-interval.",
    "page_sure_cost": "Merudgiftens {level}-interval.",
    "page_sure_none": "Der er ikke angivet nogen usikkerhed, eller den er ikke trukket.",
    "page_sure_partial": "En del af regnskabet er ikke kendt.",
    "page_evidence": "Hvad det bygger på",
    "page_verified": "{count} af {all}",
    "page_verified_is": "tal er læst i deres egen kilde.",
    "page_others": "De øvrige: {parts}.",
    "page_sure_secondary": "{count} læst på anden hånd",
    "page_sure_abstract": "{count} fra et resumé",
    "page_sure_derived": "{count} udledt",
    "page_sure_assumed": "{count} antaget",
    "page_gains_title": "Hvem vinder, og hvem betaler",
    "page_payers_one": "Endnu en betaler står under »Hvem betaler«.",
    "page_payers_more": "{count} andre betalere står under »Hvem betaler«.",
    "page_payers_none": "Ingen vides at vinde eller betale.",
    "page_gains_table": "{currency} pr. person over {horizon}, {year}; plus er en gevinst",
    "page_gain_with": "Med {arm}",
    "page_arms_one": "Endnu en indsats står længere nede.",
    "page_arms_more": "{count} andre indsatser står længere nede.",
    "page_star": "* En sum uden det, der ikke er kendt.",
    "page_dash": "- Vides ikke.",
    "page_holds_title": "Hvad der skal holde, for at det betaler sig",
    "page_holds_none": (
        "Der kan ikke nævnes én betingelse: regnskabet er ikke fuldstændigt eller har kun én "
        "kategori."
    ),
    "page_caveats_title": "Vær opmærksom på",
    "page_caveats_none": (
        "Ingen af de forbehold, der ses efter, gælder her. Hvad der er ukendt eller antaget, står "
        "længere nede."
    ),
    "page_side_by_side": "Side om side",
    # sections
    "page_saving_title": "Hvor besparelsen kommer fra",
    "page_saving_read": (
        "Hver søjle lægger til besparelsen eller trækker fra. I tabellen er en forskel indsatsen "
        "minus det, den sammenlignes med, så minus er en besparelse."
    ),
    "page_outcomes_title": "Hvad borgerne får",
    "page_payers_title": "Hvem betaler",
    "page_accounts": "Regnskab for regnskab",
    "page_months_title": "Hvornår det betaler sig",
    "page_months_unknown": "Tidshorisonten er ikke oplyst, så der er intet forløb over tid.",
    "page_months_none": "Scenariet dækker én måned, så der er intet forløb over tid.",
    "page_sure_title": "Hvor sikkert det er",
    "page_no_tornado": (
        "Hvad der flytter besparelsen, kan ikke siges, fordi intet regnskab er fuldstændigt."
    ),
    "page_no_uncertainty": (
        "Der er ikke angivet nogen usikkerhed, eller den er ikke trukket: der er ingen intervaller "
        "og ingen sandsynligheder."
    ),
    "page_plane_title": "Omkostning og effekt under ét",
    "page_no_outcome_long": (
        "Scenariet angiver intet effektmål, så der kan ikke siges noget om, hvad borgerne får."
    ),
    "page_no_effect": (
        "Intet effektmål har en angivet værdi (threshold:) og er kendt i begge grupper, så "
        "omkostningen holdes ikke op mod en effekt."
    ),
    "page_analyses_title": "Scenarieanalyser",
    "page_no_analyses": (
        "Scenariet angiver ingen egne analyser, eller også er intet regnskab fuldstændigt."
    ),
    "page_assumed_title": "Hvad der ikke vides, og hvad der er antaget",
    "page_inputs_title": "Alle input",
    "page_inputs_read": (
        "Hvert tal, som kilden angiver det, før priser og valuta er regnet om. Sidste kolonne er "
        "linjen i scenariefilen."
    ),
    "page_inputs_more": "{count} input mere står i {file}.",
    "page_inputs_table": "Input",
    "page_input": "Input",
    "page_value": "Værdi",
    "page_unit": "Enhed",
    "page_uncertainty": "Usikkerhed",
    "page_source": "Kilde",
    "page_how_sure": "Hvor sikkert",
    "page_path": "Navn i filen",
    "page_line": "Linje",
    "page_worth": "{label}: hvad én mere er værd",
    "page_a_year": "om året",
    "page_fixed": "ingen angivet",
    "page_assumption": "antagelse",
    "page_discount_cost": "Diskonteringsrente for omkostninger",
    "page_discount_outcome": "Diskonteringsrente for effekter",
    "page_correlation": "Korrelation: {label}",
    "page_is_verified": "kontrolleret",
    "page_is_secondary": "på anden hånd",
    "page_is_abstract": "fra resumé",
    "page_is_derived": "udledt",
    "page_is_assumed": "antaget",
    "page_sources": "Kilder",
    "page_studied": "Den handler om {population}.",
    "page_computed_title": "Hvordan det er regnet",
    "page_stated_title": "Hvad forfatterne oplyser",
    "page_checked_title": "Hvordan det er kontrolleret",
    "page_cheers_title": "Tjeklisten CHEERS 2022",
    "page_cheers_read": (
        "Hvad en sundhedsøkonomisk rapport skal sige, punkt for punkt, og hvor det står her. Intet "
        "regnes for opfyldt, som ingen linje i filen og intet resultat opfylder."
    ),
    # what authors state
    "page_said_abstract": "Resumé",
    "page_said_background": "Baggrund",
    "page_said_plan": "Analyseplan",
    "page_said_population": "Hvem målgruppen er",
    "page_said_setting": "Sted og rammer",
    "page_said_comparators": "Hvorfor disse indsatser",
    "page_said_perspective": "Hvorfor dette perspektiv",
    "page_said_horizon": "Hvorfor denne tidshorisont",
    "page_said_discounting": "Hvorfor disse diskonteringsrenter",
    "page_said_outcomes": "Hvorfor disse effektmål",
    "page_said_valuation": "Hvis værdier",
    "page_said_model": "Hvorfor denne model",
    "page_said_heterogeneity": "Forskelle mellem mennesker",
    "page_said_distribution": "Hvem der stilles bedre eller ringere",
    "page_said_engagement": "Hvem der deltog",
    "page_said_effect_of_engagement": "Hvad det ændrede",
    "page_said_limitations": "Begrænsninger",
    "page_said_funding": "Hvem der betalte for det",
    "page_said_interests": "Interessekonflikter",
    "page_said_model_reviewed": "Hvem der har vurderet modellen",
    "page_said_model_compared": "Modeller, den er sammenlignet med",
    "page_said_inputs_reviewed": "Hvem der har vurderet inputtene",
    "page_said_program_reviewed": "Hvem der har gennemgået beregningerne",
    "page_said_results_reviewed": "Hvem der har vurderet resultaterne",
    "page_said_results_compared": "Resultater, der er sammenlignet med",
    "page_said_other_validation": "Anden validering",
    "page_record_title": "Kørslen",
    "page_record_read": (
        "Med samme version, samme fil og disse indstillinger bliver siden den samme igen."
    ),
    "page_command": "{command} --lang da -o {file}",
    "page_program": "ipscost {version}",
    "page_computed_with": "Python {python}, NumPy {numpy}",
    "page_record_version": "Program",
    "page_record_file": "Scenarie",
    "page_record_digest": "Kontroltal for alle input",
    "page_record_set": "Ændret på kommandolinjen",
    "page_record_money": "Penge",
    "page_record_draws": "Trækninger",
    "page_record_seed": "Startværdi",
    "page_record_sampler": "Trækningsmåde",
    "page_record_level": "Intervallernes niveau",
    "page_record_engine": "Beregning",
    "page_record_python": "Regnet med",
    "page_glossary_title": "Ordliste",
    # several scenarios
    "page_compared": "{names} sammenlignet",
    "page_compare_title": "Side om side",
    "page_why_title": "Hvorfor de er forskellige",
    "page_of": "{section}: {name}",
    # the glossary
    "page_term_ips": "IPS",
    "page_meaning_ips": (
        "Individuelt planlagt job med støtte: mennesker med psykisk sygdom får straks hjælp til at "
        "finde et almindeligt job og støtte til at beholde det."
    ),
    "page_term_arm": "Indsats, gruppe",
    "page_meaning_arm": "En gruppe mennesker og det, de får tilbudt.",
    "page_term_comparator": "Sammenligning",
    "page_meaning_comparator": (
        "Det, borgerne ellers får tilbudt, og som indsatsen sammenlignes med."
    ),
    "page_term_difference": "Forskel",
    "page_meaning_difference": (
        "Indsatsen minus det, den sammenlignes med: for omkostninger er minus en besparelse."
    ),
    "page_term_saving": "Besparelse",
    "page_meaning_saving": "En forskel i omkostning med omvendt fortegn: plus er en besparelse.",
    "page_term_perspective": "Perspektiv",
    "page_meaning_perspective": (
        "Hvis omkostninger der tæller med. Samfundet tæller ressourcer og produktion, uanset hvem "
        "der betaler; en betaler tæller alt, hvad den betaler, minus det, den får."
    ),
    "page_term_transfer": "Overførsel",
    "page_meaning_transfer": (
        "Ydelser og skatter: penge, der flyttes fra den ene til den anden uden at bruge noget op. "
        "Samfundet hverken vinder eller taber ved dem; det gør betalerne."
    ),
    "page_term_productivity": "Produktivitetsgevinst",
    "page_meaning_productivity": "Værdien af det arbejde, borgerne udfører.",
    "page_term_interval": "95%-interval",
    "page_meaning_interval": (
        "Det område, den sande værdi ligger i med 95% sandsynlighed, hvis inputtenes angivne "
        "usikkerhed er hele usikkerheden. Andre niveauer læses på samme måde."
    ),
    "page_term_probability": "Sandsynlighed for besparelse",
    "page_meaning_probability": "Den andel af trækningerne, hvor der spares penge.",
    "page_term_draw": "Trækning",
    "page_meaning_draw": (
        "Én beregning med en tilfældig værdi for hvert usikkert tal, så sandsynlig som tallets "
        "usikkerhed siger."
    ),
    "page_term_break_even": "Tjent hjem",
    "page_meaning_break_even": "Den måned, hvorfra der er sparet lige så meget, som der er brugt.",
    "page_term_discounting": "Diskontering",
    "page_meaning_discounting": ("Penge, der falder senere, tæller mindre, med en rente om året."),
    "page_term_prices": "Et års priser",
    "page_meaning_prices": (
        "Beløb fra andre år er regnet om til dette års penge med forbrugerprisindekset."
    ),
    "page_term_extrapolated": "Fremskrevet",
    "page_meaning_extrapolated": (
        "Efter de måneder, hvor borgerne blev fulgt: regnet med en model, ikke observeret af nogen."
    ),
    "page_term_qaly": "QALY",
    "page_meaning_qaly": "Et kvalitetsjusteret leveår: ét år med fuldt helbred.",
    "page_term_icer": "ICER",
    "page_meaning_icer": "Merudgiften for én mere af effektmålet.",
    "page_term_dominates": "Dominerer",
    "page_meaning_dominates": "Koster mindre og opnår mere.",
    "page_term_net_benefit": "Nettogevinst",
    "page_meaning_net_benefit": (
        "Hvad effekten er værd i penge, minus hvad den koster. Det betaler sig, når den er over 0."
    ),
    "page_term_acceptability": "Acceptabilitet",
    "page_meaning_acceptability": (
        "Hvor sandsynligt det er, at en indsats er det bedste valg, ved hvert beløb, som én mere "
        "af effektmålet kan være værd."
    ),
    "page_term_tornado": "Tornado",
    "page_meaning_tornado": (
        "En figur af, hvor langt svaret flytter sig, når ét tal ad gangen sættes til sin nedre og "
        "sin øvre grænse."
    ),
    "page_term_verified": "Kontrolleret",
    "page_meaning_verified": "Et tal, der er læst i sin egen kilde.",
    "page_term_secondary": "På anden hånd",
    "page_meaning_secondary": "Et tal, der er læst i en udgivelse, som citerer originalen.",
    "page_term_abstract": "Fra resumé",
    "page_meaning_abstract": "Et tal, hvor kun resuméet kunne læses.",
    "page_term_derived": "Udledt",
    "page_meaning_derived": "Et tal, der er regnet ud af offentliggjorte tal.",
    "page_term_assumed": "Antaget",
    "page_meaning_assumed": "Et tal, som ingen har offentliggjort, med begrundelsen for det.",
    "page_term_marks": "Tegn i tabeller",
    "page_meaning_marks": (
        "En streg betyder: vides ikke; den er aldrig 0. En stjerne er en sum uden det, der ikke er "
        "kendt. † er det, der hviler på en antagelse."
    ),
}
