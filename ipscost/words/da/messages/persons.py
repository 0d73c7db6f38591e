"""Om hvordan personer er forskellige, og om at følge dem en for en."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "expected one of together and frailty, found both": (
        "der skal stå enten together eller frailty, men begge står der"
    ),
    "take together out, or take frailty out": "fjern together, eller fjern frailty",
    "no cost category is called {name}": "ingen omkostningskategori hedder {name}",
    "expected the unit of a standard deviation, found none": (
        "en standardafvigelse skal have en enhed, men den mangler"
    ),
    "add unit: {unit}": "tilføj unit: {unit}",
    "{name} is a share of people, who either have it or not": (
        "{name} er en andel af deltagerne, som enten har det eller ikke har det"
    ),
    "a normal distribution has nobody with exactly nothing": (
        "i en normalfordeling er der ingen, som har præcis nul"
    ),
    "write gamma, or write lognormal": "skriv gamma, eller skriv lognormal",
    "expected a share of persons below 1, found {value:g}": (
        "andelen af personer skal være under 1, men der står {value:g}"
    ),
    "write a share such as 0.4": "skriv en andel, for eksempel 0.4",
    "where {zero:g} of persons have nothing, the coefficient of variation is at least "
    "{least:.3g}, found {cv:.3g}": (
        "når andelen {zero:g} af personerne har nul, er variationskoefficienten mindst "
        "{least:.3g}, men den er {cv:.3g}"
    ),
    "write zero: {most:g}": "skriv zero: {most:g}",
    "expected one of sd and cv, found both": "der skal stå enten sd eller cv, men begge står der",
    "expected one of sd and cv, found none": (
        "der skal stå enten sd eller cv, men ingen af dem står der"
    ),
    "take cv out, or take sd out": "fjern cv, eller fjern sd",
    "add cv: ... (the standard deviation by the mean)": (
        "tilføj cv: ... (standardafvigelsen delt med middelværdien)"
    ),
    "{message} (by this group, at {place})": "{message} (af denne gruppe, på {place})",
    "expected two groups of people or more, found one": (
        "der skal være mindst to grupper af deltagere, men der er én"
    ),
    "expected one group that is the rest, found {count}": (
        "kun én gruppe kan være resten, men det er {count}"
    ),
    "the shares sum to {total:g}, which leaves nobody": (
        "andelene summer til {total:g}, så der er ingen tilbage"
    ),
    "the shares sum to {total:g}, not to 1": "andelene summer til {total:g} og ikke til 1",
    "shares that are uncertain do not sum to 1 in every draw": (
        "usikre andele summer ikke til 1 i hver trækning"
    ),
    "write a share such as {share:g}": "skriv en andel, for eksempel {share:g}",
    "write {rest}": "skriv {rest}",
    "{path} is no number that a group can have of its own": (
        "{path} er ikke et tal, som en gruppe kan have for sig selv"
    ),
    "{path} is correlated with others, so that a group has none of its own": (
        "{path} er korreleret med andre, så en gruppe kan ikke have det for sig selv"
    ),
    "take {path} out; or take it out of correlation.{name}": (
        "fjern {path}; eller tag det ud af correlation.{name}"
    ),
    "a group states {path} as the file does, as a {role} in {unit}": (
        "en gruppe skal angive {path}, som filen gør: som {role} i {unit}"
    ),
    "a workbook has one set of numbers, and this scenario has groups of people; take groups out "
    "of the file, or use ipscost report": (
        "et regneark har ét sæt tal, og dette scenarie har grupper af deltagere; fjern groups "
        "fra filen, eller brug ipscost report"
    ),
    "the standard deviation of spread.cost.{name} cannot be made of those below it, which alone "
    "make {sd:,.0f} {money}; take spread.cost.{name} out of the file, or change those below it": (
        "standardafvigelsen i spread.cost.{name} kan ikke komme af dem under den, som alene giver "
        "{sd:,.0f} {money}; fjern spread.cost.{name} fra filen, eller ret dem under den"
    ),
    "only a use with a price, stated by arm, comes in counts, and {name} has none": (
        "kun et forbrug med en pris, angivet for hver arm, kan tælles, og {name} har intet"
    ),
    "the mean alone decides how Poisson counts differ, found {key}": (
        "middelværdien alene afgør, hvor forskellige Poisson-fordelte antal er, men {key} står der"
    ),
    "a frailty multiplies amounts, and counts would no longer be whole": (
        "en frailty ganger beløb, så antal ikke længere ville være hele"
    ),
    "take frailty out": "fjern frailty",
    "counts with the mean {mean:g} have a coefficient of variation of at least {least:.3g} by "
    "chance alone, found {cv:.3g}": (
        "antal med middelværdien {mean:g} har alene ved tilfældighed en variationskoefficient på "
        "mindst {least:.3g}, men den er {cv:.3g}"
    ),
    "No such option: {name}. Persons are followed in simulate and cea; distribution and trial "
    "follow them without it. Other commands ask what numbers or months do to expected values": (
        "der er intet tilvalg {name}. Personer følges i simulate og cea; distribution og trial "
        "følger dem uden den. Andre kommandoer ser på, hvad tal eller måneder gør ved forventede "
        "værdier"
    ),
    "{path} is known, and a group cannot leave it unknown": (
        "{path} er kendt, og en gruppe kan ikke lade det være ukendt"
    ),
    "a group of people has the same arms as the others": (
        "en gruppe af deltagere har de samme arme som de andre"
    ),
}
