"""Hvad nøglerne i en fil er til, som det står i løsningen, når en mangler."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "English": "engelsk",
    "Danish": "dansk",
    "From factor prices to market prices, 1.28 in Denmark": (
        "Fra faktorpriser til markedspriser, 1.28 i Danmark"
    ),
    "What a krone of taxes costs, 1 where nothing is lost": (
        "Hvad en skattekrone koster, 1 hvor intet går tabt"
    ),
    "Authors, title, year": "Forfattere, titel, år",
    "How sure it is": "Hvor sikker den er",
    "Yearly rate, 0.035 for 3.5 per cent": "Årlig rente, 0.035 for 3,5 procent",
    "Name of a source, then the place in it": "Navnet på en kilde og derefter stedet i den",
    "Version of the file format": "Filformatets version",
    "Whose rates, and of when": "Hvis renter, og fra hvornår",
    "Publications of the rates": "Hvor renterne er offentliggjort",
    "The rate after so many years, of costs and outcomes; 0 is the first": (
        "Renten efter så mange år, for omkostninger og resultater; 0 er det første"
    ),
    "What stays the same: risk_ratio, odds_ratio, points or hazard_ratio": (
        "Hvad der er det samme: risk_ratio, odds_ratio, points eller hazard_ratio"
    ),
    "The lowest value that is searched": "Den laveste værdi, der søges",
    "The highest value that is searched": "Den højeste værdi, der søges",
    "A category, group or outcome; cost is the total": (
        "En kategori, en gruppe eller et resultat; cost er det hele"
    ),
    "The arm": "Armen",
    "The published value": "Den offentliggjorte værdi",
    "Numbers that are looked for, by path": "Tal, der søges, efter sti",
    "Published results that the fit should meet, by a name of their own": (
        "Offentliggjorte resultater, som tilpasningen skal ramme, hvert med sit eget navn"
    ),
    "Month up to which the arms differ as stated": (
        "Den måned, som armene er forskellige til, som angivet"
    ),
    "persists, decays (with half_life) or stops": (
        "persists (varer ved), decays (aftager, med half_life) eller stops (hører op)"
    ),
    "When in a cycle people are counted: start, end, half_cycle or simpson": (
        "Hvornår i en cyklus folk tælles: start, end, half_cycle eller simpson"
    ),
    "Where people can be": "Hvor folk kan være",
    "Who pays: one payer, or shares that sum to 1": (
        "Hvem der betaler: én betaler, eller andele, der giver 1 tilsammen"
    ),
    "States whose weeks count": "Tilstande, hvis uger tæller",
    "Weeks that a person has behind at the start": (
        "Hvor mange uger en person har bag sig ved start"
    ),
    "The steps, in rising order": "Trinnene i stigende rækkefølge",
    "Authors, title, journal, year": "Forfattere, titel, tidsskrift, år",
    "verified (read there), secondary (read in another publication that cites it), abstract, "
    "derived (arithmetic on published figures), assumed": (
        "verified (læst dér), secondary (læst i en anden publikation, der henviser til den), "
        "abstract (kun resuméet er læst), derived (regnet ud af offentliggjorte tal), assumed "
        "(antaget)"
    ),
    "saving, cost (a level), difference, outcome (a level), relative (change), probability "
    "(of saving money), p (of the difference), risk_ratio or odds_ratio; of a rollout programme, "
    "posts or grant": (
        "saving (besparelse), cost (et niveau), difference (forskel), outcome (et niveau), "
        "relative (relativ ændring), probability (sandsynligheden for en besparelse), p (for "
        "forskellen), risk_ratio eller odds_ratio; af en udrulning programme (indsatsen), posts "
        "(stillinger) eller grant (bevilling)"
    ),
    "The arm; savings and differences are against the reference": (
        "Armen; besparelser og forskelle er i forhold til referencen"
    ),
    "What it was rounded to: 1000 for 72,000": "Hvad det er rundet af til: 1000 for 72.000",
    "Paths of the quantities, two or more": "Stierne til tallene, to eller flere",
    "Paths of quantities, or of categories that hold them": (
        "Stier til tal, eller til kategorier, der rummer dem"
    ),
    "Values by path, as --set would change them": "Værdier efter sti, som --set ville ændre dem",
    "What is compared with what": "Hvad der sammenlignes med hvad",
    "Currency and price year of every result: DKK_2017": (
        "Valuta og prisår for alle resultater: DKK_2017"
    ),
    "How long costs and outcomes are counted, or unknown": (
        "Hvor længe omkostninger og resultater tælles, eller unknown"
    ),
    "trial (randomised), matched (a matched comparison), cohort, model, meta_analysis": (
        "trial (lodtrækningsforsøg), matched (matchet sammenligning), cohort (kohorte), model, "
        "meta_analysis (metaanalyse)"
    ),
    "People in all, or unknown": "Personer i alt, eller unknown",
    "What it was held against, in at most 17 characters: transitional work": (
        "Hvad den er holdt op mod, i højst 17 tegn: overgangsarbejde"
    ),
    "Whose saving or cost the difference is: the perspective in words": (
        "Hvis besparelse eller udgift forskellen er: perspektivet i ord"
    ),
    "Its path, such as outcome.steady_work": "Dets sti, fx outcome.steady_work",
    "What it measures, in a word that studies share: only like is pooled with like": (
        "Hvad det måler, i et ord som undersøgelser deler: kun lige lægges sammen"
    ),
    "societal, a payer, public, health, welfare, or a declared one": (
        "societal, en betaler, public, health, welfare eller et, der er angivet i filen"
    ),
    "Yearly discount rates": "Årlige diskonteringsrenter",
    "The arms; exactly one is the reference, and one that is null is left out": (
        "Armene; præcis én er referencen, og en, der er null, er udeladt"
    ),
    "Who bears costs and gets savings": "Hvem der bærer omkostninger og får besparelser",
    "Cost categories, in groups of any depth": (
        "Omkostningskategorier i grupper på så mange niveauer, det skal være"
    ),
    "Rate, or change from the year before in per cent": (
        "Kurs, eller ændring fra året før i procent"
    ),
    "What the years hold": "Hvad årene indeholder",
    "Currency: kroner per euro is currency DKK, per EUR": (
        "Valuta: kroner pr. euro er currency DKK, per EUR"
    ),
    "Publications that numbers come from": "Publikationer, som tallene kommer fra",
    "One entry a year": "Én post for hvert år",
    "Yearly rate for costs, 0.035 for 3.5 per cent": (
        "Årlig rente for omkostninger, 0.035 for 3,5 procent"
    ),
    "Yearly rate for outcomes such as QALYs": "Årlig rente for resultater som QALY'er",
    "By how much they rise in each of these years: 0.02 for 2%": (
        "Hvor meget de stiger hvert af disse år: 0.02 for 2%"
    ),
    "What is assumed, and why": "Hvad der er antaget, og hvorfor",
    "For exchange rates: the currency that costs this": (
        "For valutakurser: den valuta, der koster dette"
    ),
    "programme or service (real resources), transfer, productivity (a gain, entered as a "
    "negative cost), mixed (resources and productivity published as one)": (
        "programme eller service (reelle ressourcer), transfer (overførsel), productivity (en "
        "gevinst, angivet som en negativ omkostning), mixed (ressourcer og produktivitet "
        "offentliggjort som ét)"
    ),
    # en udrulning
    "Who starts, and when": "Hvem der starter, og hvornår",
    "First month in which people start: 2024-01": "Den første måned, nogen starter i: 2024-01",
    "Who is planned to start: in all (person), or at full pace (person/year, person/month)": (
        "Hvem der er planlagt til at begynde: i alt (person) eller i fuldt tempo (person/year, "
        "person/month)"
    ),
    "Months over which people start": "Måneder, hvor folk begynder",
    "Months of support of a person who stays": "Måneders støtte til en person, der bliver",
    "The kinds of post, the clients' own first": (
        "Slags af stillinger, først den, som borgerne har"
    ),
    "Salary of a full post a year, such as DKK_2024/year": (
        "Løn for en fuld stilling om året, for eksempel DKK_2024/year"
    ),
    "Share of the salary above the limit": "Andel af lønnen over grænsen",
    "The payer who gives it": "Den betaler, der giver den",
    "The payer who gets it": "Den betaler, der får den",
    "Paths of categories or groups that it follows": (
        "Stier til kategorier eller grupper, som det følger"
    ),
    "The payer whose block grant it is": "Den betaler, hvis bloktilskud det er",
    "The payer who pays the block grant": "Den betaler, der betaler bloktilskuddet",
    "Share of all people, 0 to 1; rest for those who are left": (
        "Andel af alle deltagere, 0 til 1; rest for dem, der er tilbage"
    ),
    "Its coefficient of variation; its mean is 1": (
        "dens variationskoefficient; dens middelværdi er 1"
    ),
    "The column of the months that a person was followed": (
        "Kolonnen med de måneder, en person blev fulgt"
    ),
    "The column of the arm, and what stands there for each arm: column:, usual: 0, ips: "
    "1; or all: usual where all are in one": (
        "Armens kolonne, og hvad der står for hver arm: column:, usual: 0, ips: 1; eller "
        "all: usual, hvor alle er i én"
    ),
    "One column, or a list of columns whose amounts add up": (
        "En kolonne, eller en liste af kolonner, hvis beløb lægges sammen"
    ),
    "random, matched, observed (neither) or self (before and after)": (
        "random (lodtrækning), matched (matchet), observed (ingen af delene) eller self "
        "(før og efter)"
    ),
    "The column of each person's first week or day, or one for all: 2024-W07": (
        "Kolonnen med hver persons første uge eller dag, eller én for alle: 2024-W07"
    ),
}
