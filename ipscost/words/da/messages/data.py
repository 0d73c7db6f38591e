"""Om individdata: en tabel med personer, og hvad dens kolonner indeholder."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "a person stands in a second row": "en person står i endnu en række",
    "add a row for each person below the headings": (
        "tilføj en række for hver person under overskrifterne"
    ),
    "add baseline: [...], or add weights: {none}": (
        "tilføj baseline: [...], eller tilføj weights: {none}"
    ),
    "add column: ... (its heading in the data)": "tilføj column: ... (kolonnens overskrift i data)",
    "add data: {{arm: {{column: ..., {arms}}}, assigned: ..., cost: ..., outcome: ...}}": (
        "tilføj data: {{arm: {{column: ..., {arms}}}, assigned: ..., cost: ..., outcome: ...}}"
    ),
    'add decimal: "{mark}" to data if it marks decimals, or add decimal: "{other}" to '
    "data if it marks thousands": (
        'tilføj decimal: "{mark}" til data, hvis det er et decimaltegn, eller tilføj '
        'decimal: "{other}" til data, hvis det er et tusindtalstegn'
    ),
    "add persons of that arm": "tilføj personer i den gruppe",
    "add the column to the data, or take it out of the model": (
        "tilføj kolonnen til data, eller fjern den fra modellen"
    ),
    "data have the cost of each person, and {name} is stated by price and use, by state or by "
    "date": (
        "data har hver persons omkostning, men {name} er angivet med pris og forbrug, efter "
        "tilstand eller efter dato"
    ),
    "expected 1 or 0, yes or no in {name}": "der skal stå 1 eller 0, ja eller nej i {name}",
    "expected a CSV file or a workbook of Excel, found an older one": (
        "der skal være en CSV-fil eller en projektmappe fra Excel, men den er af en ældre slags"
    ),
    "expected a line of headings first, found one that holds values": (
        "der skal først stå en linje med overskrifter, men den indeholder værdier"
    ),
    "expected a month from 0": "der skal stå en måned fra 0",
    "expected a rising month for each of {n} columns": (
        "der skal stå en stigende måned for hver af {n} kolonner"
    ),
    "expected a row for each person, found the headings alone": (
        "der skal være en række for hver person, men der er kun overskrifter"
    ),
    "expected an outcome over all that was followed, found {unit}": (
        "der skal stå et resultat over hele opfølgningen, men der står {unit}"
    ),
    "expected money per person over all that was followed, found {unit}": (
        "der skal stå penge pr. person over hele opfølgningen, men der står {unit}"
    ),
    "expected numbers from {low:g} to 1 in {name}; rows with another: {amiss}": (
        "der skal stå tal fra {low:g} til 1 i {name}; rækker med et andet: {amiss}"
    ),
    "expected numbers in {name}, found a cell that is none": (
        "der skal stå tal i {name}, men en celle er ikke et tal"
    ),
    "expected numbers, or at most {most} groups, in {name}, found other texts": (
        "der skal stå tal eller højst {most} grupper i {name}, men der står andre tekster"
    ),
    "leave empty what is not known, or take {name} out of {listed} of data": (
        "lad det stå tomt, der ikke kendes, eller fjern {name} fra {listed} i data"
    ),
    "{name} is measured afterwards, so it says nothing of what was before": (
        "{name} er målt bagefter og siger intet om, hvordan det var før"
    ),
    "what is missing after {name} counts as 0, costs of later periods and utilities: nothing "
    "more can come": (
        "det, der mangler efter {name}, tæller som 0, både omkostninger i senere perioder og "
        "nytteværdier: der kan ikke komme mere"
    ),
    "{name} looks like civil registration numbers, which are not needed: a number of your "
    "own for each person will do": (
        "{name} ligner CPR-numre, som ikke er nødvendige: et nummer efter eget valg til "
        "hver person er nok"
    ),
    "expected one of column and utility": "der skal stå enten column eller utility",
    "expected all, or the column of the arm, found both": (
        "der skal stå enten all eller armens kolonne, men begge står der"
    ),
    "expected several columns, found one: no comma, semicolon, tab or bar stands in the "
    "line of headings": (
        "der skal være flere kolonner, men der er én: der står hverken komma, semikolon, "
        "tabulator eller lodret streg i linjen med overskrifter"
    ),
    "expected the arm of a person in {name}, found none": (
        "i {name} skal der stå, hvilken gruppe personen er i, men der står ingenting"
    ),
    "expected the column of the arm, found none": (
        "kolonnen med personernes gruppe (arm) skal være angivet, men der er ingen"
    ),
    "expected the months that a person was followed in {name}": (
        "der skal stå i {name}, hvor mange måneder en person blev fulgt"
    ),
    "expected the number of a person in {name}, found none": (
        "der skal stå en persons nummer i {name}, men der står intet"
    ),
    "expected the section data, which says what the columns hold": (
        "afsnittet data, som siger, hvad kolonnerne indeholder, mangler"
    ),
    "expected the site of a person in {name}, found none": (
        "der skal stå en persons sted i {name}, men der står intet"
    ),
    "expected utilities from month 0 to month {end:g}, found {months}": (
        "der skal være nytteværdier fra måned 0 til måned {end:g}, men der er {months}"
    ),
    "expected {width} cells as in the headings, found {count}": (
        "der skal være {width} celler som i overskrifterne, men der er {count}"
    ),
    "give one of them another heading": "giv en af dem en anden overskrift",
    "keep one row for each person, with the sum of all; or take person out of data where "
    "each row is a person of its own": (
        "behold én række for hver person med summen af alle; eller fjern person fra data, "
        "hvis hver række er sin egen person"
    ),
    "month {month:g} is beyond the horizon of {horizon} months": (
        "måned {month:g} ligger efter horisonten på {horizon} måneder"
    ),
    "name a file": "angiv en fil",
    "expected two groups of at least {least} persons in {name}": (
        "der skal være to grupper på mindst {least} personer i {name}"
    ),
    "{kind}, whose text is left out, as it may quote the data": (
        "{kind}, hvis tekst er udeladt, fordi den kan gengive data"
    ),
    "no file can have this name": "ingen fil kan have det navn",
    "nobody differs from others in {name}": "ingen er forskellig fra andre i {name}",
    "nothing was measured in {name} of the arm {arm}: every cell is empty": (
        "intet er målt i {name} i gruppen {arm}: alle celler er tomme"
    ),
    "nothing was measured in {name}: every cell is empty": (
        "intet er målt i {name}: alle celler er tomme"
    ),
    "put a text that holds the separator in quotes, or add the heading": (
        "sæt en tekst, der indeholder skilletegnet, i citationstegn, eller tilføj overskriften"
    ),
    "save it as .xlsx, or as CSV UTF-8": "gem den som .xlsx eller som CSV UTF-8",
    "save it as CSV, in UTF-8": "gem den som CSV i UTF-8",
    "save it as CSV, with semicolons or commas between the cells": (
        "gem den som CSV med semikolon eller komma mellem cellerne"
    ),
    "take months out (or give each column a month, in rising order)": (
        "fjern months (eller giv hver kolonne en måned i stigende orden)"
    ),
    "take months out (or give months up to {horizon})": (
        "fjern months (eller angiv måneder op til {horizon})"
    ),
    "take the line out if it is no row of the table, or add the cells it lacks": (
        "fjern linjen, hvis den ikke er en række i tabellen, eller tilføj de celler, der mangler"
    ),
    "take utility out, or take column out": "fjern utility, eller fjern column",
    "take weights out, or write assigned: observed": (
        "fjern weights, eller skriv assigned: observed"
    ),
    "take {key} out, or state the outcome per person": (
        "fjern {key}, eller angiv resultatet pr. person"
    ),
    "take {name} out of {listed} of data": "fjern {name} fra {listed} i data",
    "the cells of a row cannot be told apart": "cellerne i en række kan ikke skelnes fra hinanden",
    "the numbers of {name} such as 1{mark}234 may have decimals, or thousands": (
        "tallene i {name}, af formen 1{mark}234, kan have decimaler eller tusinder"
    ),
    "the workbook cannot be read": "projektmappen kan ikke læses",
    "two columns have the heading {name}": "to kolonner har overskriften {name}",
    "weights need covariates in which the arms may differ, found none": (
        "vægte kræver kovariater, som grupperne kan være forskellige i, men der er ingen"
    ),
    "where chance decided who got what, nothing needs weights": (
        "hvor tilfældet afgjorde, hvem der fik hvad, skal intet vægtes"
    ),
    "write 0 or more months for each person": "skriv 0 eller flere måneder for hver person",
    "write 1 for whoever has it and 0 for others; add missing: [...] to data where a "
    "number stands for a missing value": (
        "skriv 1 for dem, der har det, og 0 for andre; tilføj missing: [...] til data, "
        "hvis et tal står for en manglende værdi"
    ),
    "write 1 where an event ended what was followed, and 0 elsewhere": (
        "skriv 1, hvor en hændelse afsluttede opfølgningen, og 0 ellers"
    ),
    "write a line of headings above the first person": (
        "skriv en linje med overskrifter over den første person"
    ),
    "write a line of headings, and below it a row for each person": (
        "skriv en linje med overskrifter og under den en række for hver person"
    ),
    "write a plain number, or leave it empty; add missing: [...] to data where a text "
    "stands for a missing value": (
        "skriv et rent tal, eller lad cellen stå tom; tilføj missing: [...] til data, "
        "hvis en tekst står for en manglende værdi"
    ),
    "write all its numbers alike; decimal: says which mark it is": (
        "skriv alle dens tal ens; decimal: siger, hvilket tegn det er"
    ),
    "write a value such as {free}": "skriv en værdi som {free}",
    "write it, or take the line out if it is no person": (
        "skriv det, eller fjern linjen, hvis den ikke er en person"
    ),
    "write the site of each person, or take site out of data": (
        "skriv hver persons sted, eller fjern site fra data"
    ),
    "write utilities, of which 1 is full health; add missing: [...] to data where a "
    "number stands for a missing value": (
        "skriv nytteværdier, hvor 1 er fuldt helbred; tilføj missing: [...] til data, "
        "hvis et tal står for en manglende værdi"
    ),
    "write arm: {{column: {column}, {arms}}}; with what stands there for each arm that the data "
    "have": (
        "skriv arm: {{column: {column}, {arms}}}; med det, der står for hver arm, som er i data"
    ),
    "write what stands there for each arm, as in arm: {{column: {name}, {arms}}}; or take "
    "those rows out": (
        "skriv, hvad der står for hver arm, som i arm: {{column: {name}, {arms}}}; eller "
        "fjern de rækker"
    ),
    "write {{0: COLUMN, 12: COLUMN}}": "skriv {{0: KOLONNE, 12: KOLONNE}}",
    "write {{0: COLUMN, {end:g}: COLUMN}} (with those between)": (
        "skriv {{0: KOLONNE, {end:g}: KOLONNE}} (med dem imellem)"
    ),
    "{covariates} covariates are too many for an arm of fewer than {least} persons": (
        "{covariates} kovariater er for mange til en gruppe med færre end {least} personer"
    ),
    "{file} has no column {name}": "{file} har ingen kolonne {name}",
    "{file} has nobody in the arm {arm}": "{file} har ingen i gruppen {arm}",
    "{file} has one person in the arm {arm}, which shows no spread": (
        "{file} har én person i gruppen {arm}, og det viser ingen spredning"
    ),
    "{first} stands for two arms, {arm} and {other}": (
        "{first} står for to grupper, {arm} og {other}"
    ),
    "{name} comes from the states of the model": "{name} kommer fra modellens tilstande",
    "{name} has an arm that data does not name": "{name} har en gruppe, som data ikke nævner",
    "{name} has decimal points in some rows and decimal commas in others": (
        "{name} har decimalpunktum i nogle rækker og decimalkomma i andre"
    ),
    "{name} has more than {most:,} sites": "{name} har mere end {most:,} steder",
    "{name} has negative costs; where a number stands for a missing value, add missing: [...] to "
    "data": (
        "{name} har negative omkostninger; hvis et tal står for en "
        "manglende værdi, så tilføj missing: [...] til data"
    ),
    "{name}: groups of fewer than {least} persons ({small}) count with the commonest group": (
        "{name}: grupper med færre end {least} personer ({small}) regnes med til den "
        "hyppigste gruppe"
    ),
    "all persons have the same amount in {name}": "alle personer har samme beløb i {name}",
    "{name} is a gain and positive on average; a gain is a negative cost, so add gain: "
    "true to its cost in data where it is one": (
        "{name} er en gevinst og positiv i gennemsnit; en gevinst er en negativ "
        "omkostning, så tilføj gain: true til dens cost i data, hvis den er en"
    ),
    "{name} says nothing that the arm and other covariates do not": (
        "{name} siger intet, som gruppen og andre kovariater ikke siger"
    ),
}
