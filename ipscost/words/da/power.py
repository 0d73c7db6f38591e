"""Ordene i power."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # effekten, midt i en sætning
    "power_saving": "en besparelse på {amount} pr. person",
    "power_extra": "en merudgift på {amount} pr. person",
    "power_benefit": "en nettogevinst på {amount} pr. person",
    "power_loss": "et nettotab på {amount} pr. person",
    "power_difference": "en forskel i {outcome} på {amount}",
    # svaret
    "power_needed": (
        "At se {effect} med {goal} sandsynlighed (styrke) kræver {n} personer med {arm} og "
        "{controls} med {reference}."
    ),
    "power_needed_even": (
        "At se {effect} med {goal} sandsynlighed (styrke) kræver {n} personer med {arm} og lige så "
        "mange med {reference}."
    ),
    "power_needed_before": (
        "At se {effect} med {goal} sandsynlighed (styrke) kræver {n} personer, målt før og efter."
    ),
    "power_more": "{goal} kræver {n}.",
    "power_more_never": "Intet antal personer er nok til {goal}.",
    "power_never": (
        "Intet antal personer er nok til at se {effect} med {goal} sandsynlighed (styrke): Med så "
        "få steder skjuler forskellen mellem stederne den."
    ),
    "power_never_small": (
        "At se {effect} med {goal} sandsynlighed (styrke) kræver flere personer, end der findes."
    ),
    "power_seen": "Med {n} er den {power}.",
    "power_seen_assured": (
        "Med {n} er den {power}, eller {assurance} med effektens egen usikkerhed (assurance)."
    ),
    "power_rolled": "Udrulningens {n} er for få: {power}.",
    "power_rolled_assured": (
        "Udrulningens {n} er for få: {power}, eller {assurance} med effektens egen "
        "usikkerhed (assurance)."
    ),
    "power_rolled_enough": "Udrulningens {n} er nok: {power}.",
    "power_rolled_enough_assured": (
        "Udrulningens {n} er nok: {power}, eller {assurance} med effektens egen "
        "usikkerhed (assurance)."
    ),
    "power_beside": "At se {effect} med samme sandsynlighed kræver {n} personer.",
    "power_beside_account": "For {account} alene ({amount}) kræver det {n}.",
    "power_beside_other": "For {account} alene, {effect}, kræver det {n}.",
    "power_worth_most": (
        "Det, {n} viser, er {worth} værd for valget for de næste {people}; mere bør undersøgelsen "
        "ikke koste."
    ),
    "power_worth_each": (
        "En undersøgelse med {n} er {worth} værd for hver person, som valget gælder (EVSI); tilføj "
        "--people N --years N for dem alle."
    ),
    "power_worth_none": "En undersøgelse med {n} ville næppe ændre valget, så den er intet værd.",
    "power_worth_next": "Det, {n} viser, er {worth} værd for valget for de næste {people}.",
    "power_worth_nothing": (
        "Det, {n} viser, ville ikke ændre valget for de næste {people}, så en undersøgelse er "
        "intet værd."
    ),
    "power_unseen": (
        "Hvor mange det kræver at se {effect}, kan ikke siges: Det vides ikke, hvor forskellige "
        "folks udgifter er. Tilføj --sd N, standardafvigelsen mellem personer."
    ),
    "power_unseen_cost": (
        "Hvor mange det kræver at se en besparelse, kan ikke siges, for en del af udgiften er ikke "
        "kendt."
    ),
    "power_unseen_worth": (
        "At kende udgiften med sikkerhed ville være {worth} værd pr. person (EVPI), og ingen "
        "undersøgelse er mere værd."
    ),
    "power_worth": (
        "En undersøgelse med {n} er {worth} værd for valget for {people} personer om året i "
        "{years}."
    ),
    "power_left": "Den koster {cost}, så der er {net} tilbage.",
    "power_left_most": (
        "Den koster {cost}, så der er {net} tilbage, og ingen anden prøvet størrelse giver mere."
    ),
    "power_short": "Den koster {cost}, og det er {net} mere, end den er værd.",
    "power_best": "Mest er der tilbage, {net}, med omkring {n}.",
    "power_best_none": "Ingen anden størrelse er sin pris værd.",
    # tabeller
    "title_power_outcome": "Sandsynligheden for at se {effect}",
    "title_power": "Hvad en undersøgelse af hver størrelse ser\n{basis}",
    "title_power_sizes": "Hvad en undersøgelse af hver størrelse ser",
    "title_power_own": (
        "Hvad undersøgelsen af {n} og {controls} personer selv kunne se\n"
        "Hvad den fandt, i {currency} sparet pr. person eller i resultatet, p-værdi og styrke"
    ),
    "power_found": "Fundet",
    "power_all_costs": "Alle udgifter",
    "title_power_needed": "Hvor mange personer med {arm} det kræver",
    "power_people": "Med {arm}",
    "power_controls": "Med {arm}",
    "power_power": "Styrke",
    "power_assurance": "Assurance",
    "power_by_welch": "Testet",
    "power_by_bootstrap": "Bootstrap",
    "power_by_gamma": "Gamma",
    "power_half": "Interval, ±",
    "power_each": "EVSI pr. person",
    "power_worth_all": "Værd for alle",
    "power_cost": "Pris",
    "power_net": "Tilbage",
    "power_effect": "Effekt",
    "power_goal": "{goal} styrke",
    "power_as_stated": "Som angivet: {effect}",
    "power_part": "{part} af den: {effect}",
    # forbehold
    "caveat_power_before": (
        "Der er ingen at sammenligne med: Alt andet, der ændrer sig imens, tæller som effekt, og "
        "mange begynder, når det står værst til, og ville have fået det bedre alligevel. "
        "Sammenlign med andre: --design matched."
    ),
    "caveat_power_matched": (
        "Matchet, ikke ved lodtrækning: Intet antal personer opvejer en forskel mellem grupperne, "
        "som ingen har målt, og intet her tager højde for den."
    ),
    "caveat_power_sites": (
        "Hele steder får det eller ej: {sites} steder, som {icc} af al varians ligger imellem "
        "(--icc)."
    ),
    "caveat_power_sites_few": (
        "Med kun {sites} steder, som {icc} af al varians ligger imellem (--icc), lover "
        "formlen for meget; hold dig til de simulerede undersøgelser (--notes)."
    ),
    "caveat_power_staggered": (
        "Alle {sites} steder begynder efter tur, og {icc} af al varians ligger mellem dem (--icc). "
        "Det forudsætter, at effekten er der straks, og at tiden ændrer alle steder ens."
    ),
    "caveat_power_given": (
        "Hvor forskellige folk er, en standardafvigelse på {sd}, er angivet med --sd."
    ),
    "caveat_power_followed": (
        "Et groft fingerpeg: Folk er så forskellige som {persons} simulerede personer "
        "(standardafvigelse {sd}), da det ikke er offentliggjort."
    ),
    "caveat_power_followed_lacking": (
        "Hvor forskellige folk er, mindst en standardafvigelse på {sd}, er ikke offentliggjort. "
        "Det er den for {persons} simulerede personer, som er ens i {labels}, fordi intet siger, "
        "hvordan de er forskellige. Det kræver altså flere personer end vist."
    ),
    "caveat_power_derived": (
        "Et groft fingerpeg: Hvor forskellige folk er, en standardafvigelse på {sd}, er ikke "
        "offentliggjort: Det er udledt af usikkerheden på forskellen mellem {treated} og {control} "
        "personer, som om folk var lige forskellige i begge grupper."
    ),
    "caveat_power_partly": (
        "Et groft fingerpeg: Hvor forskellige folk er, en standardafvigelse på {sd}, er kun delvis "
        "angivet: Resten er udledt af usikkerheden på forskellen mellem {treated} og {control} "
        "personer, som om folk var lige forskellige i begge grupper."
    ),
    # noter
    "note_power": (
        "Styrke: sandsynligheden for, at en tosidet test ({error}) ser effekten med dens fortegn, "
        "hvis den er som angivet. Intervallet ({level}) rækker så langt til begge sider."
    ),
    "note_power_assurance": (
        "Assurance: gennemsnittet af styrken over trækningerne af effekten, så usikker som den er "
        "i scenariet. Hvor effekten kan være ingenting, bringer intet antal personer den nær 100%."
    ),
    "note_power_apart": (
        "Folk er forskellige med en standardafvigelse på {sd} (heterogenitet), og selve effekten "
        "er usikker med en på {unsure} (usikkerhed om tallene). Flere personer gør gennemsnittet "
        "mindre tilfældigt, men ændrer ingen af de to."
    ),
    "note_power_two": "To grupper, som der trækkes lod mellem (--design two-arms).",
    "note_power_matched": "Personer med indsatsen og andre, der ligner dem (--design matched).",
    "note_power_clusters": "Der trækkes lod om, hvilke steder der får den (--design clusters).",
    "note_power_staggered": (
        "Der trækkes lod om, hvilke steder der begynder hvornår (--design staggered)."
    ),
    "note_power_before": "De samme personer før og efter (--design before-after).",
    "note_power_evsi": (
        "EVSI, den forventede værdi af en undersøgelse: hvad det pr. person er værd at vælge efter "
        "undersøgelsen frem for nu, ved splineregression af nettogevinsten på det, som "
        "undersøgelsen ville finde. »Tilbage« er det for alle personer, minus hvad "
        "undersøgelsen koster (ENBS, den forventede nettogevinst)."
    ),
    "note_power_no_costs": (
        "Hvad undersøgelsen koster, er ikke oplyst: --cost-fixed MONEY --cost-person MONEY"
    ),
    "note_power_worth_before": (
        "Hvad undersøgelsen er værd, fortælles ikke: Før og efter alene siger ikke, hvad indsatsen "
        "gør."
    ),
    "note_power_worth_outcome": (
        "Hvad undersøgelsen er værd, kræver, hvad én mere af resultatet er værd: --wtp N"
    ),
    "note_power_worth_draws": (
        "Hvad undersøgelsen er værd, kræver en effekt med angivet usikkerhed og mindst {least} "
        "trækninger."
    ),
    "note_power_rolled": (
        "Værdien er den af at vælge, om der skal udrulles, efter undersøgelsen frem for nu, til "
        "det, "
        "udrulningen selv koster (ipscost budget), og som ikke er en del af den besparelse, "
        "undersøgelsen ser. Den kommer dem til gode, der begynder efter den."
    ),
    "note_power_alike": (
        "Ens for alle simulerede personer, fordi intet siger, hvordan de er forskellige: {labels}."
    ),
    "note_power_lacking": (
        "Ingen angivet usikkerhed og derfor ingen del i den udledte forskel mellem folk: {labels}."
    ),
    "note_power_correlation": (
        "Korrelation mellem en persons omkostning og effekt: {rho} (en anden: --correlation R)."
    ),
    "note_power_checked": (
        "Testet: andelen af op til {studies} trukne undersøgelser, der ser effekten, ved Welchs "
        "test eller af antal. Omkostninger er skæve (gamma), hvor deres niveau er kendt, ellers "
        "normalfordelte; det er gennemsnit af steder også."
    ),
    "note_power_bootstrap": (
        "Bootstrap: de samme undersøgelser ved percentiler af forskellen i {samples} stikprøver af "
        "hver."
    ),
    "note_power_gamma": (
        "Gamma (regression): de samme undersøgelser ved forholdet mellem gennemsnittene, med "
        "logaritmisk link og Pearsons dispersion."
    ),
    "note_power_no_gamma": (
        "Ingen gammaregression: Den kræver en udgift, der aldrig er negativ, og hvis niveau er "
        "kendt i begge grupper."
    ),
    "note_power_not_drawn": (
        "Ikke simuleret, fordi det ville tage for lang tid, eller der ingen varians er: {sizes}."
    ),
    "note_power_alone": (
        "Antallene er personer, der følges til ende: Læg dem til, der falder fra."
    ),
}
