"""The words of voi and of simulate --uncertainty."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # voi: how sure the choice is, and what it is worth to know more
    "voi_constructed": (
        "Det viser ikke, hvad mere forskning er værd, for usikkerheden om besparelsen er valgt, så "
        "den passer til et offentliggjort tal."
    ),
    "voi_never": (
        "I ingen af de {draws} trækninger ville et andet valg have været bedre, så sandsynligheden "
        "for det er højst {bound} (95%): mere forskning ville næppe ændre valget."
    ),
    "voi_never_sobol": (
        "I ingen af de {draws} trækninger ville et andet valg have været bedre, så mere forskning "
        "ville næppe ændre valget."
    ),
    "voi_never_few": (
        "I alle {draws} trækninger er det det bedste valg, men så få trækninger siger intet om, "
        "hvad mere forskning er værd; det kræver mindst {least}."
    ),
    "voi_worth": (
        "Sandsynligheden for, at et andet valg ville have været bedre, er {probability}. At vide "
        "alt med sikkerhed, før der vælges, ville være {amount} værd pr. person (den forventede "
        "værdi af perfekt information, EVPI): mere kan forskning ikke være værd."
    ),
    "voi_worth_small": (
        "Sandsynligheden for, at et andet valg ville have været bedre, er {probability}. At vide "
        "alt med sikkerhed, før der vælges, er kun lidt værd pr. person, {amount} (den forventede "
        "værdi af perfekt information, EVPI): mere kan forskning ikke være værd."
    ),
    "voi_worth_little": (
        "Sandsynligheden for, at et andet valg ville have været bedre, er {probability}. At vide "
        "alt med sikkerhed ville være {amount} værd pr. person (den forventede værdi af perfekt "
        "information, EVPI), så mere forskning ville næppe ændre valget."
    ),
    "voi_worth_few": (
        "I trækningerne er sandsynligheden for, at et andet valg ville have været bedre, "
        "{probability}, og at vide alt med sikkerhed ville være {amount} værd pr. person (den "
        "forventede værdi af perfekt information, EVPI); men {draws} trækninger er for få til at "
        "slutte noget om forskning."
    ),
    "voi_worth_people": "Det er {amount} for alle, som valget gælder.",
    "voi_most": (
        "Mest værd at måle bedre er »{label}«: op til {amount} pr. person, {share} af EVPI."
    ),
    "voi_most_small": "Mest værd at måle bedre er »{label}«, med {share} af EVPI.",
    "voi_none_alone": "Ingen enkelt størrelse med angivet usikkerhed er klart værd at måle alene.",
    "voi_no_draws": "Værdien af mere viden kræver trækninger: tilføj --draws 10000.",
    "voi_expected_alone": (
        "Værdien af mere viden kræver trækninger, og filen har kun forventede værdier."
    ),
    "voi_no_uncertainty": (
        "Værdien af mere viden kan ikke siges: intet, der tæller her, har en angivet usikkerhed."
    ),
    "voi_study": (
        "En undersøgelse med {n} personer i hver gruppe ville være {worth} værd pr. person (den "
        "forventede værdi af en undersøgelse, EVSI), {share} af værdien af perfekt "
        "information (EVPI)."
    ),
    "voi_study_all": (
        "En undersøgelse med {n} personer i hver gruppe ville være {worth} værd pr. person (den "
        "forventede værdi af en undersøgelse, EVSI), {share} af værdien af perfekt "
        "information (EVPI): "
        "{whole} for {people} personer om året i {years}."
    ),
    "title_voi_study": "Hvad en undersøgelse af hver størrelse er værd",
    "voi_less_than": "under {amount}",
    # voi: tables
    "title_voi_perfect": "Hvad det ville være værd at vide alt\n{basis}",
    "title_voi": "Hvad der er værd at måle bedre\n{basis}",
    "title_voi_groups": "Hvad der er værd at måle bedre i ét studie\n{basis}",
    "voi_basis": "{currency} pr. person",
    "voi_basis_unknown": "pr. person",
    "voi_basis_run": ("{currency} pr. person over {horizon}, {year}, {seen}"),
    "voi_at": "EVPPI pr. person; {outcome} ved {worth}",
    "voi_at_cost": "EVPPI pr. person; kun omkostningen tæller",
    "voi_at_benefit": "EVPPI pr. person; nettogevinsten, som den står i filen",
    "voi_threshold": "Tærskel pr. {one}",
    "voi_cost": "Hvad der tæller",
    "voi_cost_alone": "Kun omkostningen",
    "voi_benefit_alone": "Nettogevinst",
    "voi_chosen": "Vælges nu",
    "voi_wrong": "Et andet er bedre",
    "voi_se": "Standardfejl",
    "voi_share": "Andel af EVPI",
    "voi_population": "For alle",
    "voi_quantity": "Tal",
    "voi_group": "Gruppe",
    "voi_everything": "Alt (EVPI)",
    # voi: notes
    "note_voi_evpi": (
        "EVPI, den forventede værdi af perfekt information: gennemsnittet over trækningerne af den "
        "højeste nettogevinst minus den af valget nu. Det er en øvre grænse for, hvad forskning er "
        "værd."
    ),
    "note_voi_evppi": (
        "EVPPI: det samme, når kun den størrelse bliver kendt. Værdierne giver ikke EVPI lagt "
        "sammen: to størrelser kan være mere eller mindre værd sammen end hver for sig."
    ),
    "note_voi_beside_cost": (
        "Ikke rangeret, da ingen omkostning afhænger af det, og kun omkostningen tæller: {paths}. "
        "Med --outcome kommer det med."
    ),
    "note_voi_se": (
        "EVPPI ved splineregression af nettogevinsten; standardfejlen er metodens ved {draws} "
        "trækninger. For en værdi tæt ved 0 er den for lille."
    ),
    "note_voi_exact": (
        "EVPPI ud fra den forventede nettogevinst givet hver trækning, som kendes eksakt: "
        "nettogevinsten er her en sum af produkter af uafhængige tal. Standardfejlen skyldes alene "
        "antallet af trækninger, {draws}."
    ),
    "note_voi_some": (
        "EVPPI ved splineregression af nettogevinsten, undtagen for {names}: der kendes den "
        "forventede nettogevinst givet hver trækning eksakt. Standardfejlen er den ved {draws} "
        "trækninger og regressionens. For en værdi tæt ved 0 ved regression er den for lille."
    ),
    "note_voi_but": (
        "EVPPI ud fra den forventede nettogevinst givet hver trækning, som kendes eksakt, undtagen "
        "for {names}: der ved splineregression af nettogevinsten. Standardfejlen er den ved "
        "{draws} trækninger og regressionens. For en værdi tæt ved 0 ved regression er den for "
        "lille."
    ),
    "note_voi_strays": (
        "Regressionen følger ikke {names}: nettogevinsten svinger eller springer mere, end dens "
        "splines kan følge med til, så værdien kan være mere for lav, end standardfejlen viser."
    ),
    "note_voi_few": "Ingen EVPPI: den kræver mindst {least} trækninger, og der er {draws}.",
    "note_voi_rows": (
        "Ikke vist: {count} størrelser mere, hver højst {most} værd; de står i CSV og JSON."
    ),
    "note_voi_close": (
        "For tæt til at afgøre: over trækningerne har {arm} den største nettogevinst i gennemsnit, "
        "efter punktestimaterne har {expected}."
    ),
    "note_voi_parameters": (
        "Hvad enkelte parametre er værd, kræver deres trækninger: --parameters FIL.csv"
    ),
    "note_voi_fixed": (
        "Intet kan siges om det, der er fast, fordi ingen usikkerhed er angivet: {paths}. Det kan "
        "alligevel være værd at måle."
    ),
    "note_voi_correlated": (
        "Korreleret: {labels}. At kende én af dem fortæller om de andre, og det tæller med."
    ),
    "note_voi_cost": "Afgjort på omkostningen alene; --outcome NAVN medregner også et resultat.",
    "note_voi_wtp": (
        "EVPI ved {count} tærskler; hvad der er værd at måle, er ved {worth} (en anden: --wtp N)."
    ),
    "note_voi_no_people": "For alle, som valget gælder: --people N (om året) --years N",
    "note_voi_people": (
        "For alle: {people} om året i {years} år, diskonteret med {rate} om året fra midten af "
        "hvert år, tæller som {size} mennesker i dag; værdien pr. person gange det."
    ),
    "note_voi_rate": (
        "Den diskonteringsrente er scenariets; --discount SATS regner årene med en anden."
    ),
    "note_voi_rate_given": (
        "Den diskonteringsrente er fra --discount og gælder kun disse år; scenariets egen, inden "
        "for den tid, hvor det følger personerne, er {rate}."
    ),
    "note_voi_group": "{label}: {names}.",
    "note_voi_group_fixed": "{label}: faste og derfor udeladt: {names}.",
    "note_voi_files": "{draws} trækninger; ipscost {version}; læst fra {files}.",
    # simulate --uncertainty
    "title_variance": "Hvor usikkerheden kommer fra: {arm}",
    "title_variance_payers": "Hvem den rammer: {arm}",
    "variance_share": "Andel af variansen",
    "interactions": "Samspil",
    "note_variance": (
        "Andel af variansen: af den samlede forskel, det, der i gennemsnit ville forsvinde, hvis "
        "den størrelse var kendt (splineregression på trækningerne). Samspil er det, flere "
        "størrelser skaber sammen, som en pris og forbruget."
    ),
    "note_variance_payers": (
        "Efter betaler: kovariansen mellem betalerens del og totalen; et minus gør totalen mere "
        "sikker."
    ),
    "note_variance_few": "Hvor usikkerheden kommer fra, kræver mindst {least} trækninger.",
    "note_variance_none": (
        "Hvor usikkerheden kommer fra, kan ikke siges: ingen omkostning, der tæller, har en "
        "angivet usikkerhed."
    ),
}
