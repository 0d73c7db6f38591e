"""The words of voi and of simulate --uncertainty, in English and Danish; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # voi: the headline
    "voi_choice": (
        "With what is known now, {arm} is chosen: at {worth} its expected net benefit is highest.",
        "Med den viden, der er nu, vælges {arm}: ved {worth} er den forventede "
        "nettogevinst størst.",
    ),
    "voi_choice_cost": (
        "With what is known now, {arm} is chosen: its expected cost is lowest.",
        "Med den viden, der er nu, vælges {arm}: den forventede omkostning er lavest.",
    ),
    "voi_choice_benefit": (
        "With what is known now, {arm} is chosen: its expected net benefit is highest.",
        "Med den viden, der er nu, vælges {arm}: den forventede nettogevinst er højest.",
    ),
    "voi_never": (
        "In none of the {draws} draws would another choice have been better, so the probability "
        "that one would is at most {bound} (95%): more research would hardly change the choice.",
        "I ingen af de {draws} trækninger ville et andet valg have været bedre, så sandsynligheden "
        "for det er højst {bound} (95%): mere forskning ville næppe ændre valget.",
    ),
    "voi_never_sobol": (
        "In none of the {draws} draws would another choice have been better, so more research "
        "would hardly change the choice.",
        "I ingen af de {draws} trækninger ville et andet valg have været bedre, så mere forskning "
        "ville næppe ændre valget.",
    ),
    "voi_never_few": (
        "In all {draws} draws it is the best choice, but so few draws say nothing about what more "
        "research is worth; that takes {least} or more.",
        "I alle {draws} trækninger er det det bedste valg, men så få trækninger siger intet om, "
        "hvad mere forskning er værd; det kræver mindst {least}.",
    ),
    "voi_worth": (
        "The probability that another choice would have been better is {probability}. To know "
        "everything for certain before choosing would be worth {amount} per person (the expected "
        "value of perfect information, EVPI): no research is worth more.",
        "Sandsynligheden for, at et andet valg ville have været bedre, er {probability}. At vide "
        "alt med sikkerhed, før der vælges, ville være {amount} værd pr. person (den forventede "
        "værdi af perfekt information, EVPI): ingen forskning er mere værd.",
    ),
    "voi_worth_small": (
        "The probability that another choice would have been better is {probability}. To know "
        "everything for certain before choosing is worth little per person, {amount} (the expected "
        "value of perfect information, EVPI): no research is worth more.",
        "Sandsynligheden for, at et andet valg ville have været bedre, er {probability}. At vide "
        "alt med sikkerhed, før der vælges, er kun lidt værd pr. person, {amount} (den forventede "
        "værdi af perfekt information, EVPI): ingen forskning er mere værd.",
    ),
    "voi_worth_little": (
        "The probability that another choice would have been better is {probability}. To know "
        "everything for certain would be worth {amount} per person (the expected value of perfect "
        "information, EVPI), so more research would hardly change the choice.",
        "Sandsynligheden for, at et andet valg ville have været bedre, er {probability}. At vide "
        "alt med sikkerhed ville være {amount} værd pr. person (den forventede værdi af perfekt "
        "information, EVPI), så mere forskning ville næppe ændre valget.",
    ),
    "voi_worth_few": (
        "Over the draws the probability that another choice would have been better is "
        "{probability}, and to know everything for certain would be worth {amount} per person (the "
        "expected value of perfect information, EVPI); but {draws} draws are too few "
        "to conclude on research.",
        "I trækningerne er sandsynligheden for, at et andet valg ville have været bedre, "
        "{probability}, og at vide alt med sikkerhed ville være {amount} værd pr. person (den "
        "forventede værdi af perfekt information, EVPI); men {draws} trækninger er for få til at "
        "slutte noget om forskning.",
    ),
    "voi_worth_people": (
        "That is {amount} for all whom the choice is for.",
        "Det er {amount} for alle, som valget gælder.",
    ),
    "voi_most": (
        "Most worth measuring better is {label}: up to {amount} per person, {share} of the EVPI.",
        "Mest værd at måle bedre er {label}: op til {amount} pr. person, {share} af EVPI.",
    ),
    "voi_most_small": (
        "Most worth measuring better is {label}, with {share} of the EVPI.",
        "Mest værd at måle bedre er {label}, med {share} af EVPI.",
    ),
    "voi_none_alone": (
        "No single quantity with a stated uncertainty is clearly worth measuring alone.",
        "Ingen enkelt størrelse med angivet usikkerhed er klart værd at måle alene.",
    ),
    "voi_no_draws": (
        "What information is worth takes draws; --draws 10000 makes them.",
        "Hvad viden er værd, kræver trækninger; det giver --draws 10000.",
    ),
    "voi_expected_alone": (
        "What information is worth takes draws; the file holds expected values alone.",
        "Hvad viden er værd, kræver trækninger; filen har kun forventede værdier.",
    ),
    "voi_no_uncertainty": (
        "What information is worth cannot be said: nothing that counts here has a stated "
        "uncertainty.",
        "Hvad viden er værd, kan ikke siges: intet, der tæller her, har en angivet usikkerhed.",
    ),
    "voi_less_than": ("less than {amount}", "under {amount}"),
    # voi: tables
    "title_voi_perfect": (
        "What it would be worth to know everything",
        "Hvad det ville være værd at vide alt",
    ),
    "title_voi": ("What is worth measuring better", "Hvad der er værd at måle bedre"),
    "title_voi_groups": (
        "What is worth measuring better in one study",
        "Hvad der er værd at måle bedre i ét studie",
    ),
    "voi_basis": ("{currency} per person", "{currency} pr. person"),
    "voi_basis_run": (
        "{currency} per person over {horizon}, {year} prices, {perspective}{discounted}",
        "{currency} pr. person over {horizon}, {year}-priser, {perspective}{discounted}",
    ),
    "voi_at": (
        "EVPPI per person; {outcome} at {worth}",
        "EVPPI pr. person; {outcome} ved {worth}",
    ),
    "voi_at_cost": (
        "EVPPI per person; cost alone counts",
        "EVPPI pr. person; kun omkostningen tæller",
    ),
    "voi_at_benefit": (
        "EVPPI per person; net benefit as it stands in the file",
        "EVPPI pr. person; nettogevinsten, som den står i filen",
    ),
    "voi_threshold": ("Threshold {per}", "Tærskel {per}"),
    "voi_cost": ("What counts", "Hvad der tæller"),
    "voi_cost_alone": ("Cost alone", "Kun omkostningen"),
    "voi_benefit_alone": ("Net benefit", "Nettogevinst"),
    "voi_chosen": ("Chosen now", "Vælges nu"),
    "voi_wrong": ("Another is better", "Et andet er bedre"),
    "voi_se": ("Standard error", "Standardfejl"),
    "voi_share": ("Share of EVPI", "Andel af EVPI"),
    "voi_population": ("For all people", "For alle"),
    "voi_strays": ("May be too low", "Kan være for lav"),
    "voi_quantity": ("Quantity", "Størrelse"),
    "voi_group": ("Group", "Gruppe"),
    "voi_everything": ("Everything (EVPI)", "Alt (EVPI)"),
    # voi: notes
    "note_voi_evpi": (
        "EVPI, the expected value of perfect information: the mean over the draws of the highest "
        "net benefit, less that of the choice made now. It is an upper limit to what any research "
        "is worth.",
        "EVPI, den forventede værdi af perfekt information: gennemsnittet over trækningerne af den "
        "højeste nettogevinst minus den af valget nu. Det er en øvre grænse for, hvad forskning er "
        "værd.",
    ),
    "note_voi_evppi": (
        "EVPPI: the same where that quantity alone becomes known. The values do not add up to the "
        "EVPI: two quantities may be worth more together than apart, or less.",
        "EVPPI: det samme, når kun den størrelse bliver kendt. Værdierne giver ikke EVPI lagt "
        "sammen: to størrelser kan være mere eller mindre værd sammen end hver for sig.",
    ),
    "note_voi_beside_cost": (
        "Not ranked, since no cost depends on it and cost alone counts: {paths}. With --outcome it "
        "is.",
        "Ikke rangeret, da ingen omkostning afhænger af det, og kun omkostningen tæller: {paths}. "
        "Med --outcome kommer det med.",
    ),
    "note_voi_se": (
        "EVPPI by a spline regression of the net benefit; the standard error is that of the method "
        "at {draws} draws. Of a value near 0 it is too small.",
        "EVPPI ved splineregression af nettogevinsten; standardfejlen er metodens ved {draws} "
        "trækninger. For en værdi tæt ved 0 er den for lille.",
    ),
    "note_voi_exact": (
        "EVPPI from the expected net benefit given each draw, which is known exactly: net benefit "
        "is a sum of products of independent numbers here. The standard error comes from the "
        "number of draws alone, {draws}.",
        "EVPPI ud fra den forventede nettogevinst givet hver trækning, som kendes eksakt: "
        "nettogevinsten er her en sum af produkter af uafhængige tal. Standardfejlen skyldes alene "
        "antallet af trækninger, {draws}.",
    ),
    "note_voi_some": (
        "EVPPI by a spline regression of the net benefit, but for {names}: there the expected net "
        "benefit given each draw is known exactly. The standard error is that of {draws} draws, "
        "and of the regression. Of a value near 0 by regression it is too small.",
        "EVPPI ved splineregression af nettogevinsten, undtagen for {names}: der kendes den "
        "forventede nettogevinst givet hver trækning eksakt. Standardfejlen er den ved {draws} "
        "trækninger og regressionens. For en værdi tæt ved 0 ved regression er den for lille.",
    ),
    "note_voi_but": (
        "EVPPI from the expected net benefit given each draw, which is known exactly, but for "
        "{names}: there by a spline regression of the net benefit. The standard error is that of "
        "{draws} draws, and of the regression. Of a value near 0 by regression it is too small.",
        "EVPPI ud fra den forventede nettogevinst givet hver trækning, som kendes eksakt, undtagen "
        "for {names}: der ved splineregression af nettogevinsten. Standardfejlen er den ved "
        "{draws} trækninger og regressionens. For en værdi tæt ved 0 ved regression er den for "
        "lille.",
    ),
    "note_voi_strays": (
        "The regression does not follow {names}: the net benefit swings or jumps more than its "
        "splines can follow, so the value may be too low by more than its standard error tells.",
        "Regressionen følger ikke {names}: nettogevinsten svinger eller springer mere, end dens "
        "splines kan følge med til, så værdien kan være mere for lav, end standardfejlen viser.",
    ),
    "note_voi_few": (
        "No EVPPI: it takes {least} draws or more, and there are {draws}.",
        "Ingen EVPPI: den kræver mindst {least} trækninger, og der er {draws}.",
    ),
    "note_voi_rows": (
        "Not shown: {count} more quantities, each worth at most {most}; CSV and JSON hold them.",
        "Ikke vist: {count} størrelser mere, hver højst {most} værd; de står i CSV og JSON.",
    ),
    "note_voi_close": (
        "Too close to call: over the draws {arm} has the highest mean net benefit, by the point "
        "estimates {expected} has.",
        "For tæt til at afgøre: over trækningerne har {arm} den største nettogevinst i gennemsnit, "
        "efter punktestimaterne har {expected}.",
    ),
    "note_voi_parameters": (
        "What single parameters are worth needs their draws: --parameters FILE.csv",
        "Hvad enkelte parametre er værd, kræver deres trækninger: --parameters FILE.csv",
    ),
    "note_voi_fixed": (
        "Nothing can be said of what is fixed, because no uncertainty was stated: {paths}. It may "
        "still be worth measuring.",
        "Intet kan siges om det, der er fast, fordi ingen usikkerhed er angivet: {paths}. Det kan "
        "alligevel være værd at måle.",
    ),
    "note_voi_correlated": (
        "Correlated: {labels}. To know one of them tells of the others, and that counts.",
        "Korreleret: {labels}. At kende én af dem fortæller om de andre, og det tæller med.",
    ),
    "note_voi_cost": (
        "Decided on cost alone; --outcome NAME counts an outcome too.",
        "Afgjort på omkostningen alene; --outcome NAVN medregner også et resultat.",
    ),
    "note_voi_wtp": (
        "EVPI at {count} thresholds; what is worth measuring is at {worth} (another: --wtp N).",
        "EVPI ved {count} tærskler; hvad der er værd at måle, er ved {worth} (en anden: --wtp N).",
    ),
    "note_voi_no_people": (
        "For all whom the choice is for: --people N (a year) --years N",
        "For alle, som valget gælder: --people N (om året) --years N",
    ),
    "note_voi_people": (
        "For all people: {people} a year over {years} years, discounted by {rate} a year from the "
        "middle of each year, count as {size} people today; the value per person times that.",
        "For alle: {people} om året i {years} år, diskonteret med {rate} om året fra midten af "
        "hvert år, tæller som {size} mennesker i dag; værdien pr. person gange det.",
    ),
    "note_voi_rate": (
        "That discount rate is the scenario's; --discount RATE counts these years with another.",
        "Den diskonteringsrente er scenariets; --discount RATE regner årene med en anden.",
    ),
    "note_voi_rate_given": (
        "That discount rate is of --discount and counts for these years alone; the scenario's own, "
        "within the time that it follows people, is {rate}.",
        "Den diskonteringsrente er fra --discount og gælder kun disse år; scenariets egen, inden "
        "for den tid, hvor det følger personerne, er {rate}.",
    ),
    "note_voi_group": ("{label}: {names}.", "{label}: {names}."),
    "note_voi_group_fixed": (
        "{label}: fixed and so left out: {names}.",
        "{label}: faste og derfor udeladt: {names}.",
    ),
    "note_voi_files": (
        "{draws} draws; ipscost {version}; read from {files}.",
        "{draws} trækninger; ipscost {version}; læst fra {files}.",
    ),
    # simulate --uncertainty
    "title_variance": (
        "Where the uncertainty comes from: {arm}",
        "Hvor usikkerheden kommer fra: {arm}",
    ),
    "title_variance_payers": (
        "Where it falls: {arm}",
        "Hvem den rammer: {arm}",
    ),
    "variance_share": ("Share of variance", "Andel af varians"),
    "interactions": ("Interactions", "Samspil"),
    "note_variance": (
        "Share of variance: of the total difference, what would vanish on average if that quantity "
        "were known (spline regression on the draws). Interactions are what several quantities "
        "make together, as a price and its use.",
        "Andel af varians: af den samlede forskel, det, der i gennemsnit ville forsvinde, hvis den "
        "størrelse var kendt (splineregression på trækningerne). Samspil er det, flere størrelser "
        "skaber sammen, som en pris og forbruget.",
    ),
    "note_variance_payers": (
        "By payer: the covariance of the payer's part with the total; a minus makes the total more "
        "certain.",
        "Efter betaler: kovariansen mellem betalerens del og totalen; et minus gør totalen mere "
        "sikker.",
    ),
    "note_variance_few": (
        "Where the uncertainty comes from takes {least} draws or more.",
        "Hvor usikkerheden kommer fra, kræver mindst {least} trækninger.",
    ),
    "note_variance_none": (
        "Where the uncertainty comes from cannot be said: no cost that counts has a stated "
        "uncertainty.",
        "Hvor usikkerheden kommer fra, kan ikke siges: ingen omkostning, der tæller, har en "
        "angivet usikkerhed.",
    ),
}
