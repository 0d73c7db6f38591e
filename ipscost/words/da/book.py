"""The words of the workbook in Danish."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # sheets
    "book_inputs": "Input",
    "book_results": "Resultater",
    "book_model": "Model",
    "book_months": "Måneder",
    "book_sensitivity": "Følsomhed",
    "book_uncertainty": "Usikkerhed",
    "book_checks": "Kontrol",
    "book_record": "Grundlag",
    # inputs
    "book_use": "{label}, forbrug",
    "book_inputs_about": (
        "Ret i de gule celler: alle ark følger med, og det, I har ændret, bliver rødt. De lyse "
        "celler ved siden af må også ændres: den lave og den høje værdi, som arket Følsomhed "
        "bruger, og jeres egen note. Gem så projektmappen, og lad ipscost import lave et scenarie "
        "af den."
    ),
    "book_general": "Generelt",
    "book_people": "For hvor mange personer",
    "book_persons": "personer",
    "book_rate_cost": "Diskonteringsrente for omkostninger",
    "book_rate_outcome": "Diskonteringsrente for effekter",
    "book_a_year": "andel om året",
    "book_share": "andel",
    "book_paid_by": "{label}: betales af",
    "book_column_input": "Input",
    "book_column_value": "Værdi",
    "book_column_unit": "Enhed",
    "book_column_low": "Lav",
    "book_column_high": "Høj",
    "book_column_expected": "Forventet værdi",
    "book_column_before": "I filen",
    "book_column_sure": "Hvor sikkert",
    "book_column_source": "Kilde",
    "book_column_line": "Linje",
    "book_column_note": "Note",
    "book_column_own_note": "Jeres note",
    "book_sure_verified": "kontrolleret",
    "book_sure_secondary": "på anden hånd",
    "book_sure_abstract": "fra resumé",
    "book_sure_derived": "udledt",
    "book_sure_assumed": "antaget",
    # months
    "book_months_about": (
        "Hvornår omkostninger og effekter falder, og hvad de er værd nu. Hver måned diskonteres "
        "fra sin midte. Summerne over månederne er det, som arket Model ganger med."
    ),
    "book_months_sum": "Måneder, udiskonteret",
    "book_months_cost": "Måneder, diskonteret som omkostninger",
    "book_months_outcome": "Måneder, diskonteret som effekter",
    "book_month": "Måned",
    "book_middle": "År til dens midte",
    "book_factor_cost": "Diskonteringsfaktor, omkostninger",
    "book_factor_outcome": "Diskonteringsfaktor, effekter",
    "book_profile_spread": "Fordelt over måned {first} til {last}",
    "book_profile_monthly": "Hver måned fra {first} til {last}",
    "book_profile_never": "Gælder ikke i nogen af månederne",
    "book_profile_weights": "Filens vægte",
    "book_profile_end": "Ved udgangen",
    # model
    "book_model_about": (
        "Hvordan input bliver til omkostninger: en række for hver kategori og arm. Fra venstre mod "
        "højre: tallet, det, som det ganges med, niveauet, forskellen fra referencearmen, hvad "
        "månederne gør ved den, hvad der tæller med, og hvem der betaler."
    ),
    "book_prices": "Hvordan beløb bliver til {money}",
    "book_column_from": "Fra",
    "book_column_to": "Til",
    "book_column_factor": "Gange",
    "book_assumed_prices": "antaget",
    "book_costs_per_person": "Omkostninger pr. person, {money}",
    "book_outcomes_per_person": "Effekter pr. person",
    "book_column_cost": "Omkostning",
    "book_column_outcome": "Effekt",
    "book_column_arm": "Arm",
    "book_column_how": "Angivet som",
    "book_column_number": "Tal",
    "book_column_price": "Pris",
    "book_column_level": "Niveau",
    "book_column_change": "Forskel",
    "book_column_months": "Måneder",
    "book_column_weight": "Diskonterede måneder",
    "book_column_present": "Niveau, nutidsværdi",
    "book_column_difference": "Forskel, nutidsværdi",
    "book_column_share": "Andel, der tæller med",
    "book_column_counted": "Forskel, der tæller med",
    "book_paid": "Betales af: {payer}",
    "book_how_mean": "niveau",
    "book_how_difference": "forskel fra {reference}",
    "book_how_ratio": "forhold til {reference}",
    "book_how_unknown": "ikke kendt",
    "book_how_nothing": "ikke angivet",
    "book_unknown": "ikke kendt",
    # results
    "book_answer_saves": (
        "{arm} ventes at spare {amount} {money} pr. person over {horizon} sammenlignet med "
        "{reference}, i {year}."
    ),
    "book_answer_costs": (
        "{arm} ventes at koste {amount} {money} mere pr. person over {horizon} sammenlignet med "
        "{reference}, i {year}."
    ),
    "book_answer_all": "For {people} personer er det {all} {money}",
    "book_answer_partial": (
        "Hvad {arm} sparer sammenlignet med {reference}, vides ikke, for nogle omkostninger er "
        "ikke kendt. Summer med en stjerne omfatter det, der er kendt."
    ),
    "book_star": "* Ufuldstændig: en del af denne sum er ikke kendt.",
    "book_as_in_file": "Alle input er som i filen.",
    "book_inputs_changed": "{count} af inputtene er ikke som i filen.",
    "book_now_saves": "{arm} ventes at spare {amount} {money} pr. person",
    "book_now_costs": "{arm} ventes at koste {amount} {money} mere pr. person",
    "book_results_costs": (
        "Omkostninger: {arm} og {reference}, {money} pr. person over {horizon}, diskonteret"
    ),
    "book_results_payers": "Hvem vinder, og hvem betaler",
    "book_results_outcomes": "Effekter",
    "book_column_change_shown": "Forskel",
    "book_column_saving_all": "Besparelse for alle personer",
    "book_column_part": "Andel af totalen",
    "book_column_payer": "Betaler",
    "book_column_saved": "Besparelse",
    "book_column_transfers": "Overførsler",
    "book_column_budget": "Budget",
    "book_column_saved_all": "For alle personer",
    "book_column_all": "For alle personer",
    "book_saving": "Besparelse",
    # sensitivity
    "book_sensitivity_about": (
        "Ét input ad gangen: hvad der spares med dets lave og dets høje værdi, når alle andre er "
        "som på arket Input. Det følger med dem. Hældningen er, hvor meget mere der spares for én "
        "mere af inputtet. Eventuelle rækker i gråt er værdier, som ipscost har beregnet ud fra "
        "filen, og de følger ikke med."
    ),
    "book_sensitivity_of": "{arm}: besparelse, {money} pr. person over {horizon}",
    "book_column_at_low": "Besparelse ved lav",
    "book_column_at_now": "Besparelse nu",
    "book_column_at_high": "Besparelse ved høj",
    "book_column_width": "Bredde",
    "book_column_slope": "Hældning",
    "book_fixed_value": "{label} (en værdi, som ikke følger med)",
    # uncertainty
    "book_uncertainty_about": (
        "Værdier, som ikke følger med: hvad ipscost har fundet i {draws} trækninger af alle usikre "
        "tal med filens input."
    ),
    "book_uncertainty_old": (
        "Input er ændret: disse værdier hører til filen, som den var. Importér projektmappen, og "
        "simulér den for at få nye."
    ),
    "book_uncertainty_of": "{arm}, {money} pr. person",
    "book_column_what": "Hvad",
    "book_column_mean": "Forventet",
    "book_column_interval_low": "{level}%-interval fra",
    "book_column_interval_high": "til",
    "book_column_chance": "Sandsynlighed for, at det er over 0",
    "book_saved_by": "Besparelse for: {payer}",
    "book_more_of": "Mere af: {outcome} ({unit})",
    # checks
    "book_checks_about": (
        "Projektmappen over for ipscost, så længe intet input er ændret, og prøver, som enhver "
        "model skal bestå, uanset input. Beløb inden for 0,005 af hinanden regnes for ens; "
        "effekter og andele inden for en milliontedel."
    ),
    "book_checks_values": "Projektmappen og ipscost",
    "book_checks_tests": "Prøver, som gælder for alle input",
    "book_checks_categories": "Modellen en gang til, kategori for kategori",
    "book_column_check": "Kontrol",
    "book_column_here": "Projektmappen",
    "book_column_there": "Skal være",
    "book_column_apart": "Afstand",
    "book_column_verdict": "Resultat",
    "book_column_equal": "Med ens arme",
    "book_column_free": "Med priser på 0",
    "book_ok": "OK",
    "book_differs": "AFVIGER",
    "book_changed": "input ændret",
    "book_all_ok": "Alle kontroller stemmer.",
    "book_not_ok": "Mindst én kontrol afviger: se nedenfor.",
    "book_check_saving": "{arm}: besparelse",
    "book_check_payer": "{arm}: besparelse for {payer}",
    "book_check_category": "{arm}: {label}",
    "book_check_outcome": "{arm}: {label}",
    "book_test_sum": "{arm}: kategorierne udgør tilsammen totalen",
    "book_test_payers": "{arm}: betalernes besparelser udgør tilsammen besparelsen",
    "book_test_equal": "{arm}: med ens arme spares der intet",
    "book_test_free": "{arm}: med priser på 0 spares der intet",
    "book_test_shares": "{label}: betalernes andele udgør tilsammen 1",
    # record
    "book_record_about": (
        "Hvad projektmappen er lavet af. Lad dette ark være, som det er: det læses ved import."
    ),
    "book_record_layout": "Opbygning",
    "book_record_version": "Version af ipscost",
    "book_record_scenario": "Scenarie",
    "book_record_digest": "Kontroltal for alle input",
    "book_record_language": "Sprog",
    "book_record_money": "Penge",
    "book_record_perspective": "Perspektiv",
    "book_record_engine": "Beregning",
    "book_record_draws": "Trækninger",
    "book_record_seed": "Startværdi",
    "book_record_sampler": "Trækningsmåde",
    "book_record_repeat": "Sådan gentages det",
    "book_record_repeat_how": "{line}",
    "book_record_sources": "Kilder",
    "book_record_import": "Sådan læses ændrede input ind",
    "book_record_import_how": (
        "ipscost import model.xlsx --out mit.yaml, og derefter ipscost simulate mit.yaml"
    ),
    # import
    "import_value": "{path}: {now} (var {before})",
    "import_ends": "{path}: varieres fra {low} til {high}",
    "import_note": "{path}: en note",
    "import_wrote": "skrev {file}",
    "import_next": "næste skridt: ipscost {command} {file}",
}
