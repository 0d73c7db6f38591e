"""The words of analyse."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the headline
    "analyse_matched": "Matchet, ikke randomiseret: {text}",
    "analyse_observed": "Observeret, ikke randomiseret: {text}",
    "analyse_self": "Før og efter, ikke randomiseret: {text}",
    "analyse_alone": (
        "{arm} koster {whom} {amount} pr. person over {horizon}{interval}, i {year}. Der er ingen "
        "i data at sammenligne med."
    ),
    "analyse_partial": (
        "Hvad {arm} koster i alt, kan ikke siges: hverken data eller modelfilen har {labels}."
    ),
    "analyse_effect": "Forskellen i {outcome} er {amount}{interval}.",
    "analyse_limits": " ({low} til {high})",
    "analyse_icer": "Det er {ratio} pr. ekstra {one}.",
    "analyse_benefit": "Ved {worth} er nettogevinsten {amount} pr. person{interval}.",
    "analyse_benefit_odds": (
        "Ved {worth} er nettogevinsten {amount} pr. person{interval}, positiv med {odds} "
        "sandsynlighed."
    ),
    "analyse_people": "Der er {people} personer i data, og intet mangler.",
    "analyse_people_cut_off": (
        "Der er {people} personer i data; der mangler kun det, der kom, efter at nogle af dem ikke "
        "længere blev fulgt."
    ),
    "analyse_people_imputed": (
        "{lacking} af {people} personer mangler noget, imputeret {times} gange."
    ),
    "analyse_people_imputed_some": (
        "Der er {people} personer i data; det, som nogle af dem mangler, er imputeret {times} "
        "gange."
    ),
    # tables
    "title_analyse": (
        "{title}\n{arm} sammenlignet med {reference}\n"
        "{currency} pr. person over {horizon}, {year}, {seen}"
    ),
    "title_analyse_alone": "{title}\n{arm}\n{currency} pr. person over {horizon}, {year}, {seen}",
    "title_analyse_payers": "Hvad hver betaler sparer med {arm}, overførsler medregnet",
    "title_analyse_ways": "Hvad metoden betyder: {arm} sammenlignet med {reference}",
    "title_analyse_people": "Personer i data",
    "title_analyse_lacking": "Hvor mange personer der mangler hver kolonne",
    "title_analyse_pooled": "Hvad manglende data koster hvert estimat, med {times} imputationer",
    "title_analyse_balance": (
        "Standardiserede forskelle mellem {arm} og {reference}, før og efter vægtning"
    ),
    "analyse_icer_saved": "{ratio} sparet for hver tabt",
    "analyse_method": "Metode",
    "analyse_cost": "Omkostning",
    "analyse_arm": "Gruppe",
    "analyse_column": "Kolonne",
    "analyse_people_column": "Personer",
    "analyse_seen": "Mangler intet",
    "analyse_cut_off": "Censureret",
    "analyse_held": "tilbageholdt",
    "analyse_se": "Standardfejl",
    "analyse_missing": "Manglende information",
    "analyse_error": "Monte Carlo-fejl / standardfejl",
    "analyse_before": "Før",
    "analyse_after": "Efter",
    # methods
    "analyse_way_main": "Hovedanalyse",
    "analyse_way_complete": "Fuldstændige observationer",
    "analyse_way_unadjusted": "Ujusteret",
    "analyse_way_gamma": "Gammaregression",
    "analyse_way_two_part": "Todelt model",
    "analyse_way_unweighted": "Uden vægte",
    "analyse_way_resampled": "Bootstrap-interval",
    "analyse_way_by_rubin": "Interval efter Students t",
    "analyse_way_independent": "Uden hensyn til steder",
    "analyse_way_uncut": "Uden hensyn til censurering",
    "analyse_way_bang_tsiatis": "Censurering: Bang-Tsiatis",
    "analyse_way_zhao_tian": "Censurering: Zhao-Tian",
    "analyse_way_shifted": "{label} {by}, hvor imputeret",
    "analyse_way_shifted_arm": "{label} {by}, hvor imputeret, {arm}",
    # caveats
    "analyse_doubt": "Værd at se efter i data: {text}.",
    "analyse_doubt_more": "Værd at se efter i data: {text}. {count} mere: --notes.",
    "caveat_analyse_matched": (
        "Hverken matchning eller vægtning opvejer en forskel mellem grupperne, som ingen har målt."
    ),
    "caveat_analyse_observed": (
        "De, der fik indsatsen, kan adskille sig fra de andre på måder, som ingen har målt, og "
        "det opvejer ingen vægte."
    ),
    "caveat_analyse_self": (
        "Der er ingen at sammenligne med: alt andet, der ændrede sig imens, tæller som en effekt, "
        "og mange begynder, når det går værst, og havde fået det bedre alligevel."
    ),
    "caveat_analyse_unbalanced": (
        "Grupperne er stadig mere end {limit} standardafvigelse fra hinanden ({arm}): {columns}."
    ),
    "caveat_analyse_e_value": (
        "Noget umålt kan kun bortforklare forskellen i omkostning, hvis det hænger sammen med "
        "både gruppe og omkostning med en relativ risiko på {value} ({limit} for intervallet): "
        "E-værdien, omtrentlig for omkostninger."
    ),
    "caveat_analyse_cut_off": (
        "Nogle blev ikke fulgt til ende (censureret). De, der blev fulgt længere, tæller for dem, "
        "og det holder, hvis frafaldet ikke hænger sammen med omkostningerne."
    ),
    "caveat_analyse_missing": (
        "Det, der mangler, er imputeret, som om de, der mangler det, ligner andre i deres gruppe "
        "med samme data. Se, hvad det ændrer, hvis de ikke gør: --mnar cost:+10%."
    ),
    "caveat_analyse_missing_shifted": (
        "Det, der mangler, er imputeret, som om de, der mangler det, ligner andre i deres gruppe "
        "med samme data; se, hvad det ændrer, hvis de ikke gør: --only methods."
    ),
    "caveat_analyse_not_enough": (
        "{times} imputationer er ikke nok til de sidste cifre: en anden startværdi giver lidt "
        "andre tal."
    ),
    "caveat_analyse_method": (
        "Konklusionen afhænger af metoden: med »{method}« er forskellen i omkostning "
        "{amount}{interval} (--only methods)."
    ),
    "caveat_analyse_method_effect": (
        "Konklusionen om udfaldet afhænger af metoden: {amount}{interval} med »{method}« "
        "(--only methods)."
    ),
    "caveat_analyse_methods": (
        "Andre metoder giver en forskel i omkostning på mellem {low} (»{lowest}«) og {high} "
        "(»{highest}«): --only methods."
    ),
    "caveat_analyse_methods_one": (
        "Med »{lowest}« er forskellen i omkostning {low} (--only methods)."
    ),
    "analyse_of_arm": "{arm}: {text}",
    "caveat_analyse_sites": (
        "Med kun {sites} steder er intervallet som regel for smalt: så få siger ikke meget om, "
        "hvor forskellige stederne er."
    ),
    "caveat_analyse_stated": "Ikke i data, men hentet fra modelfilen (†): {labels}.",
    "caveat_analyse_by_weeks": (
        "Beregnet af modellen ud fra forløbsugerne og beløbene deri (†): {labels}."
    ),
    "caveat_analyse_unknown": "Ikke kendt og derfor ikke med i summen: {labels}.",
    "caveat_analyse_few": (
        "Med {people} personer i en gruppe vejer nogle få dyre tungt: sammenlign med --interval "
        "bootstrap."
    ),
    "caveat_analyse_few_have": (
        "Færre end {least} personer i en gruppe har {labels}, eller alle på nær så få har det: "
        "gennemsnittet røber noget om disse få. Giv det ikke videre; regn det sammen med noget, "
        "som flere har."
    ),
    # notes
    "note_analyse_mean": "Gennemsnit af personerne i data, med gennemsnittets standardfejl.",
    "note_analyse_regression": (
        "Tilsyneladende urelaterede regressioner (SUR) af omkostning og resultater på gruppen, "
        "hver justeret for det, der blev målt før (kolonner: {columns}). Kategorierne giver "
        "tilsammen summen."
    ),
    "note_analyse_regression_bare": (
        "Tilsyneladende urelaterede regressioner (SUR) af omkostning og resultater på gruppen, "
        "ikke justeret for noget. Kategorierne giver tilsammen summen."
    ),
    "note_analyse_imputation": (
        "Det, der mangler, er imputeret {times} gange med kædede ligninger og predictive mean "
        "matching, hver gruppe for sig, ud fra alle modelfilens kolonner."
    ),
    "note_analyse_enough": (
        "{times} imputationer bringer hvert estimats Monte Carlo-fejl ned på højst {share} af dets "
        "standardfejl; med få imputationer giver en anden startværdi et andet svar (--imputations "
        "N vælger selv)."
    ),
    "note_analyse_rubin": "Intervaller efter Rubins regler med Barnard og Rubins frihedsgrader.",
    "note_analyse_student": "Intervaller efter Students t-fordeling.",
    "note_analyse_brand": (
        "Intervaller er percentiler af {samples} bootstrap-stikprøver, hver imputeret én gang "
        "(Brand m.fl. 2019)."
    ),
    "note_analyse_bootstrap": (
        "Intervaller er percentiler af {samples} bootstrap-stikprøver af personer, trukket i hver "
        "gruppe."
    ),
    "note_analyse_two_stage": (
        "Intervaller er percentiler af {samples} bootstrap-stikprøver i to trin: steder, derefter "
        "personer i dem."
    ),
    "note_analyse_robust": (
        "Standardfejl tager højde for, at personer fra samme af de {sites} steder ligner hinanden "
        "(klyngerobuste, CR1)."
    ),
    "note_analyse_weights_overlap": (
        "Overlapsvægte: personer tæller mere, jo mere sandsynlig hver gruppe var for dem. Vægtet "
        "tæller {arm} som {treated} personer og {reference} som {control}. At vægtene er anslået, "
        "er ikke regnet med, hvilket som regel gør intervaller lidt for brede."
    ),
    "note_analyse_weights_entropy": (
        "Entropibalancering: personer med {reference} vægtes, til deres gennemsnit er som for "
        "personer med {arm}. Vægtet tæller {arm} som {treated} personer og {reference} som "
        "{control}."
    ),
    "note_analyse_weights_none": (
        "Ingen vægte: {arm} tæller som {treated} personer og {reference} som {control}."
    ),
    "note_analyse_complete": (
        "Fuldstændige observationer (complete cases): kun personer, der intet mangler."
    ),
    "note_analyse_gamma": (
        "Gammaregression: en generaliseret lineær model af omkostningen med log-link; forskellen "
        "er den mellem de gennemsnit, den forudsiger for alle med og uden."
    ),
    "note_analyse_no_gamma": (
        "Der er ingen gammaregression at sammenligne med: den kan hverken have negative "
        "omkostninger, censurering eller steder."
    ),
    "note_analyse_two_part": (
        "Todelt model: om der er en omkostning, med logistisk regression, og hvor høj den er, med "
        "gammaregression."
    ),
    "note_analyse_not_weighted": (
        "Den ujusterede forskel, gammaregression og den todelte model er uden vægte."
    ),
    "note_analyse_shifted": (
        "Hvor imputeret: det imputerede, og kun det, gøres højere eller lavere, i alle grupper "
        "eller i den nævnte (missing not at random)."
    ),
    "note_analyse_independent": (
        "Uden hensyn til steder: det samme, som om personer fra samme sted ikke lignede hinanden."
    ),
    "note_analyse_bang_tsiatis": (
        "Bang og Tsiatis (2000): personer, der er fulgt til ende, tæller for de censurerede, efter "
        "sandsynligheden for endnu ikke at være censureret."
    ),
    "note_analyse_zhao_tian": (
        "Zhao og Tian (2001): det samme, som også medtager, hvad personer kostede, før de blev "
        "censureret."
    ),
    "note_analyse_held": (
        "{count} antal er holdt tilbage: dem på færre end {least} personer og dem, som de kunne "
        "regnes ud af (--min-cell)."
    ),
    "note_analyse_private": (
        "Intet forlader denne maskine, og kun grupper vises: ingen enkelt persons tal, hverken det "
        "laveste eller det højeste."
    ),
    # the scenario that comes out
    "waiting": "Regner: {seconds} s",
    "analyse_wrote": (
        "Skrev {file}: et scenarie med disse tal til check, simulate, budget og report."
    ),
    "analyse_scenario_comment": (
        "Skrevet af ipscost analyse {version} den {date} ud fra individdata; tallene med kilden "
        "{source} er estimater af dem."
    ),
    "analyse_scenario_cite": "Egne data, analyseret den {date} (fil {file}, SHA-256 {digest})",
    "analyse_scenario_note": (
        "Individdata for {people} personer, {design}, med ipscost analyse {version}. {method}"
    ),
    "analyse_design_random": "randomiseret",
    "analyse_design_matched": "matchet, ikke randomiseret",
    "analyse_design_observed": "observeret, ikke randomiseret",
    "analyse_design_self": "før og efter, ikke randomiseret",
    "analyse_scenario_people": "personerne i data",
    "analyse_scenario_together": "Forskelle for de samme personer",
}
