"""Om resultater fra andre programmer."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "line {line}, column {column}: {message}; {fix}": (
        "linje {line}, kolonne {column}: {message}; {fix}"
    ),
    "expected a quote that ends the cell, found none": (
        "der mangler et citationstegn, der afslutter cellen"
    ),
    'write " behind it, or remove the one before it': 'skriv " efter den, eller fjern det foran',
    "expected '{delimiter}' or the end of the line behind a quote": (
        "der skal stå '{delimiter}' eller linjeskift efter et citationstegn"
    ),
    'write a quote inside a cell as ""': 'skriv et citationstegn inde i en celle som ""',
    "no arm {wanted} is there": "der er ingen arm {wanted}",
    "--arms: {fix}": "--arms: {fix}",
    "{heading} is {formula} in every draw, so it may be no arm": (
        "{heading} er {formula} i alle trækninger, så det er måske ikke en arm"
    ),
    "a difference": "en forskel",
    "a sum, a mean or the like": "en sum, et gennemsnit eller lignende",
    "by its name {heading} is {what} of arms, and not an arm": (
        "efter navnet at dømme er {heading} {what} af arme og ikke en arm"
    ),
    "write {headings} plus {heading} in its place, in every row, and the name of the arm in "
    "its heading": (
        "skriv {headings} plus {heading} i stedet for den i alle rækker, og armens navn i "
        "overskriften"
    ),
    "give the cost and effect of each arm themselves, and take what follows from them out": (
        "angiv selve omkostningen og effekten for hver arm, og fjern det, der følger af dem"
    ),
    "add --arms {others} to leave it out, or --arms {all} if it is an arm": (
        "tilføj --arms {others} for at udelade den, eller --arms {all}, hvis den er en arm"
    ),
    "write the number, or take the draw out for every arm": (
        "skriv tallet, eller fjern trækningen for alle arme"
    ),
    "an empty cell": "en tom celle",
    "expected numbers in {headers}, found {shown} and {rows:,} more cells that are none": (
        "der skal stå tal i {headers}, men der står {shown}, og {rows:,} celler mere er ikke tal"
    ),
    "write its numbers, or take the column out": "skriv tallene, eller fjern kolonnen",
    "a number, found {shown}": "et tal, men der står {shown}",
    "a finite number below {largest:g}, found {shown}": (
        "et endeligt tal under {largest:g}, men der står {shown}"
    ),
    "write the value that the formula gives (in a spreadsheet: paste special, values)": (
        "skriv den værdi, som formlen giver (i et regneark: indsæt speciel, værdier)"
    ),
    "a number with a decimal {names} like the others, found {shown}": (
        "et tal med {names} som decimaltegn ligesom de andre, men der står {shown}"
    ),
    "no other number of the file tells which": "intet andet tal i filen afgør hvilket",
    "other numbers of the file have points and commas for decimals": (
        "andre tal i filen har både punktum og komma for decimaler"
    ),
    "the {names} in {text} may mark thousands or decimals, and {why}": (
        "tegnet ({names}) i {text} kan stå for tusinder eller decimaler, og {why}"
    ),
    "the first column": "den første kolonne",
    "expected a name or number in {header}, found {shown}": (
        "der skal stå et navn eller et nummer i {header}, men der står {shown}"
    ),
    "write it, or take the row out": "skriv det, eller fjern rækken",
    "{name} stands twice, first on line {lines}": (
        "{name} står der to gange, første gang i linje {lines}"
    ),
    "number the draws apart, or take the line out that is no draw of its own": (
        "giv trækningerne hver sit nummer, eller fjern den linje, der ikke er en trækning for sig"
    ),
    "{message}; another column tells the two apart": "{message}; en anden kolonne skelner de to",
    "add the rows of a draw and arm up over {apart}, where each is a part": (
        "læg rækkerne for en trækning og en arm sammen over {apart}, hvor hver er en del"
    ),
    "keep the rows of one value of {apart}": "behold rækkerne for én værdi af {apart}",
    "expected headings, found the numbers {headers}": (
        "der mangler overskrifter, der står tallene {headers}"
    ),
    "add a line of headings above the numbers, such as draw,cost_usual,cost_ips": (
        "tilføj en linje med overskrifter over tallene, for eksempel draw,cost_usual,cost_ips"
    ),
    "the column {header} stands twice, first as column {before}": (
        "kolonnen {header} står der to gange, første gang som kolonne {before}"
    ),
    "rename one of the two; each needs a name of its own": (
        "omdøb en af de to; hver kolonne skal have sit eget navn"
    ),
    "add the column {wanted}": "tilføj kolonnen {wanted}",
    "{header} has no {wanted} beside it": "{header} har ingen {wanted} ved siden af sig",
    "one of {weights}": "en af {weights}",
    "keep the columns of draw, arm, cost and effect alone, or fewer draws": (
        "behold kun kolonnerne med draw, arm, cost og effect, eller færre trækninger"
    ),
    "name a file in it": "angiv en fil i den",
    "save it as UTF-8 (in Excel: Save as, CSV UTF-8)": (
        "gem den som UTF-8 (i Excel: Gem som, CSV UTF-8)"
    ),
    "save the results as CSV, in UTF-8": "gem resultaterne som CSV i UTF-8",
    "check the path: there is no folder {parent}": "se stien efter: der er ingen mappe {parent}",
    "expected a row per draw, found the means and intervals of a result": (
        "der skal være en række for hver trækning, men her er gennemsnit og intervaller for et "
        "resultat"
    ),
    "write the draws: ipscost cea SCENARIO --save-draws FILE.csv, or the same of voi": (
        "skriv trækningerne ud: ipscost cea SCENARIE --save-draws FIL.csv, eller det samme med voi"
    ),
    "expected net benefits in money, found some in effect": (
        "nettogevinster skal være i penge, men nogle er i effekt"
    ),
    "multiply them by what an effect is worth, and head them nmb_ARM": (
        "gang dem med det, en effekt er værd, og kald kolonnerne nmb_ARM"
    ),
    "expected costs, found savings in {headers}": (
        "der skal stå omkostninger, men der står besparelser i {headers}"
    ),
    "write the savings with their sign turned, as costs, and head them cost_ARM; where they "
    "are differences from another arm, that arm costs 0": (
        "skriv besparelserne med omvendt fortegn som omkostninger, og kald kolonnerne cost_ARM; "
        "er de forskelle fra en anden arm, så koster den arm 0"
    ),
    "expected a column cost_ARM for each arm, or columns arm and cost; found neither": (
        "der mangler en kolonne cost_ARM for hver arm, eller kolonnerne arm og cost"
    ),
    "add a column cost_ARM for each arm that holds the sum of {named}": (
        "tilføj en kolonne cost_ARM for hver arm med summen af {named}"
    ),
    "write {near}{rest} for {heading}": "skriv {near}{rest} i stedet for {heading}",
    "head the columns cost_ARM and effect_ARM, with the name of each arm for ARM": (
        "kald kolonnerne cost_ARM og effect_ARM med navnet på hver arm i stedet for ARM"
    ),
    "{fix}; costs and effects in two files are read with --effects": (
        "{fix}; omkostninger og effekter i to filer læses med --effects"
    ),
    "expected a cost of each arm, found {header} alone, and no column of arms": (
        "der skal være en omkostning for hver arm, men der er kun {header} og ingen kolonne med "
        "arme"
    ),
    "a column cost_usual that holds": "en kolonne cost_usual, som er",
    " and effect_new for {headers}": " og effect_new i stedet for {headers}",
    "columns cost_usual and effect_usual that hold": (
        "kolonnerne cost_usual og effect_usual, som er"
    ),
    "where it is one arm, add the other; where it holds differences, write cost_new for "
    "{header}{more}, and add {zeros} 0 in every row": (
        "er det én arm, så tilføj den anden; er det forskelle, så skriv cost_new i stedet for "
        "{header}{more}, og tilføj {zeros} 0 i alle rækker"
    ),
    "{shown} look like parts of one cost, not like costs of arms": (
        "{shown} ligner dele af én omkostning, ikke omkostninger for arme"
    ),
    "head the whole cost of each arm cost_ARM, with the name of the arm for ARM": (
        "kald hver arms samlede omkostning cost_ARM med armens navn i stedet for ARM"
    ),
    "the costs of each arm stand by period ({ending})": (
        "omkostningerne for hver arm er delt op efter periode ({ending})"
    ),
    "add a column that holds their sum for each arm, headed cost_ARM, and take the columns "
    "by period out": (
        "tilføj en kolonne med summen for hver arm, kald den cost_ARM, og fjern kolonnerne efter "
        "periode"
    ),
    "expected the net benefit of each arm, found {header} alone": (
        "der skal være en nettogevinst for hver arm, men der er kun {header}"
    ),
    "write nmb_new for {header}, and add a column nmb_usual that holds 0 in every row": (
        "skriv nmb_new i stedet for {header}, og tilføj en kolonne nmb_usual, som er 0 i alle "
        "rækker"
    ),
    "no columns {cost}_ARM are there": "der er ingen kolonner {cost}_ARM",
    "--cost: {nearest}": "--cost: {nearest}",
    "{heading} names the arm that {other} names": "{heading} hører til den samme arm som {other}",
    "give each arm a name of its own": "giv hver arm sit eget navn",
    "--outcome: {nearest}": "--outcome: {nearest}",
    "expected a column effect_ARM for each arm, found none": (
        "der mangler en kolonne effect_ARM for hver arm"
    ),
    "{message}; {possible}_ARM may be one, but its name does not tell": (
        "{message}; {possible}_ARM kan være det, men navnet siger det ikke"
    ),
    "add --outcome {possible} if it is the effect": (
        "tilføj --outcome {possible}, hvis det er effekten"
    ),
    "{measure}_ARM ({what})": "{measure}_ARM ({what})",
    "{message} but {passed}": "{message}; der er kun {passed}",
    "add the columns of effects, headed effect_ARM, or name their file with --effects": (
        "tilføj kolonnerne med effekter, og kald dem effect_ARM, eller angiv deres fil med "
        "--effects"
    ),
    "the arm '{arm}' is also written '{before}', first on line {lines}": (
        "armen '{arm}' er også skrevet '{before}', første gang i linje {lines}"
    ),
    "write {before} for {arm}, or names that differ if they are two arms": (
        "skriv {before} i stedet for {arm}, eller navne, der er forskellige, hvis det er to arme"
    ),
    "draw {draw} of arm {arm}": "trækning {draw} for arm {arm}",
    "the arm {arm} has {rows:,} rows, first on line {line}, and no column tells their draws "
    "apart": (
        "armen {arm} har {rows:,} rækker, den første i linje {line}, og ingen kolonne skelner "
        "deres trækninger"
    ),
    "add a column draw; without one, each arm has one row, its expected values": (
        "tilføj en kolonne draw; uden den har hver arm én række med sine forventede værdier"
    ),
    "each row has a draw of its own, so no draw is there for two arms": (
        "hver række har sin egen trækning, så ingen trækning findes for to arme"
    ),
    "number the draws of each arm alike, from 1 on": (
        "nummerér trækningerne ens for alle arme, fra 1 og frem"
    ),
    " and {draws:,} more": " og {draws:,} mere",
    "draws {names}{more} of arm {arm} are missing; arm {other} has the first here": (
        "trækning {names}{more} for arm {arm} mangler; arm {other} har den første her"
    ),
    "add the rows, or take the draws out for every arm": (
        "tilføj rækkerne, eller fjern trækningerne for alle arme"
    ),
    "draw {name} of arm {arm} is missing; arm {other} has it here": (
        "trækning {name} for arm {arm} mangler; arm {other} har den her"
    ),
    "add the row, or take the draw out for every arm": (
        "tilføj rækken, eller fjern trækningen for alle arme"
    ),
    "use ipscost voi, without --wtp; or add the columns cost_ARM and effect_ARM": (
        "brug ipscost voi uden --wtp; eller tilføj kolonnerne cost_ARM og effect_ARM"
    ),
    "expected costs and effects, found net benefits alone, which are at one threshold already": (
        "der skal være omkostninger og effekter, men der er kun nettogevinster, og de gælder "
        "allerede for én tærskel"
    ),
    "expected a column cost beside {headers}, found none": (
        "der mangler en kolonne cost ved siden af {headers}"
    ),
    "write cost for {near}": "skriv cost i stedet for {near}",
    "head the column of costs cost": "kald kolonnen med omkostninger cost",
    "add a column cost that holds the whole of it ({parts})": (
        "tilføj en kolonne cost med det hele ({parts})"
    ),
    "no column {outcome} is there": "der er ingen kolonne {outcome}",
    "{shown} may each be the {meaning}": "{shown} kan hver især være {meaning}",
    "add {option} {chosen}, or another of them": "tilføj {option} {chosen}, eller en anden af dem",
    "expected a column effect beside the cost, found none": (
        "der mangler en kolonne effect ved siden af omkostningen"
    ),
    "head the column of effects effect, or name it with --outcome": (
        "kald kolonnen med effekter effect, eller angiv den med --outcome"
    ),
    "no effect": "ikke en effekt",
    "{what}, no effect": "{what}, ikke en effekt",
    "name a column that holds the effect itself, or leave --outcome out": (
        "angiv en kolonne med selve effekten, eller udelad --outcome"
    ),
    "by its name {shown} is {kind}": "efter navnet at dømme er {shown} {kind}",
    "draw {draw}": "trækning {draw}",
    "expected {order:,} rows, one for each draw of {file}, found {rows:,}": (
        "der skal være {order:,} rækker, én for hver trækning i {file}, men der er {rows:,}"
    ),
    "give the {what} of the same draws, each numbered in a column draw": (
        "angiv {what} for de samme trækninger, hver med sit nummer i en kolonne draw"
    ),
    "number the draws alike in both files, or take the column of draws out of one of them to "
    "have rows matched by their order": (
        "nummerér trækningerne ens i begge filer, eller fjern kolonnen med trækninger fra en af "
        "dem, så rækkerne passes sammen efter rækkefølge"
    ),
    "{some} not among the {what}": "{some} ikke blandt {what}",
    "{some} not among those of {file}": "{some} ikke blandt dem i {file}",
    "{names} and {more:,} more": "{names} og {more:,} mere",
    "{draws} of {file}": "{draws} i {file}",
    "draw {draws} is": "trækning {draws} er",
    "draws {draws} are": "trækning {draws} er",
    "net benefit": "en nettogevinst",
    "a cost": "en omkostning",
    "expected a column for each parameter, found none": "der mangler en kolonne for hver parameter",
    "write them beside the draws, headed by their names": (
        "skriv dem ved siden af trækningerne med deres navne som overskrifter"
    ),
    "parameters": "parametrene",
    "expected parameters that vary, found the same numbers in every draw": (
        "parametre skal variere, men her står de samme tal i alle trækninger"
    ),
    "expected parameters that vary, found results alone": (
        "parametre skal variere, men her står kun resultater"
    ),
    "give the file of what was drawn, or leave --parameters out": (
        "angiv filen med det, der blev trukket, eller udelad --parameters"
    ),
    "column {column} has no heading": "kolonne {column} har ingen overskrift",
    "write the parameter's name": "skriv parameterens navn",
    "expected draws that parameters could belong to, found expected values alone": (
        "parametre skal høre til trækninger, men her er kun forventede værdier"
    ),
    "leave --parameters out, or give a file with a row per draw": (
        "udelad --parameters, eller angiv en fil med en række for hver trækning"
    ),
    "--reference: {nearest}": "--reference: {nearest}",
    "line {lines}": "linje {lines}",
    "expected a draw named like the others, found '{text}'": (
        "der skal stå en trækning med et navn som de andre, men der står '{text}'"
    ),
    "take line {lines} out if it is no draw, else name it like the others": (
        "fjern linje {lines}, hvis den ikke er en trækning, og giv den ellers et navn som de andre"
    ),
    "line {line} holds the {summary} of the rows below it, so it is no draw": (
        "linje {line} indeholder {summary} af rækkerne under den, så den er ikke en trækning"
    ),
    "take line {line} out": "fjern linje {line}",
    "line {line} holds the {summary} of the rows above it, so it is no draw": (
        "linje {line} indeholder {summary} af rækkerne over den, så den er ikke en trækning"
    ),
    "take line {line} and the lines below it out": "fjern linje {line} og linjerne under den",
    "means": "gennemsnittene",
    "sums": "summerne",
    "the column {header} has {values} values, each in {rows:,} rows, so results of several "
    "groups stand below one another": (
        "kolonnen {header} har {values} værdier, hver i {rows:,} rækker, så resultater for flere "
        "grupper står under hinanden"
    ),
    "keep the rows of one value of {header}: {values}": (
        "behold rækkerne for én værdi af {header}: {values}"
    ),
    "{first} and one of {next}": "{first} og en af {next}",
    "{shown} or {more} more": "{shown} eller {more} mere",
    "the cells cannot be told apart: {reason}": "cellerne kan ikke skelnes: {reason}",
    "check the quotes of this row": "se efter, om citationstegnene i denne række er rigtige",
    "expected {width} cells as in the header, found {count}": (
        "der skal være {width} celler som i overskriften, men der er {count}"
    ),
    "add a cell for {lacking}{more}": "tilføj en celle for {lacking}{more}",
    "{add}, or take the line out if it is no row of the table": (
        "{add}, eller fjern linjen, hvis den ikke er en række i tabellen"
    ),
    "take the line out if it is no row of the table, else {add}": (
        "fjern linjen, hvis den ikke er en række i tabellen, og ellers {add}"
    ),
    "where commas mark decimals, write points, or save with semicolons between the cells; "
    "where the header lacks a heading, add it": (
        "står kommaer for decimaler, så skriv punktummer, eller gem med semikolon mellem "
        "cellerne; mangler overskriften et navn, så tilføj det"
    ),
    "take the rest away, or add the heading that the header lacks": (
        "fjern resten, eller tilføj det navn, som overskriften mangler"
    ),
    "{message}; and {more:,} more like it": "{message}; og {more:,} mere af samme slags",
    "write a line of headings, and below it a row for each draw": (
        "skriv en linje med overskrifter og under den en række for hver trækning"
    ),
    "headings and rows": "overskrifter og rækker",
    "expected {holds}, found nothing": "der skal være {holds}, men der er ingenting",
    "expected bars between the cells alone, found them around the table too": (
        "der skal kun være streger mellem cellerne, men de står også rundt om tabellen"
    ),
    "take the bars at both ends of each line out, and the line of dashes": (
        "fjern stregerne i begge ender af hver linje og linjen med bindestreger"
    ),
    "save it with commas between the cells (in R: write.csv)": (
        "gem den med kommaer mellem cellerne (i R: write.csv)"
    ),
    "expected commas, semicolons or tabs between the cells; here they seem to be several blanks": (
        "der skal være kommaer, semikoloner eller tabulatorer mellem cellerne; her ser det ud "
        "til at være flere mellemrum"
    ),
    "costs": "omkostningerne",
    "effects": "effekterne",
    "expected a column of {what} for each arm, found a column of arms": (
        "der skal være en kolonne med {what} for hver arm, men der er en kolonne med arme"
    ),
    "put costs and effects into one file, in columns cost and effect, without --effects": (
        "sæt omkostninger og effekter i én fil i kolonnerne cost og effect, uden --effects"
    ),
    "expected {what} alone, found {others} of each arm": (
        "der skal kun være {what}, men der er {others} for hver arm"
    ),
    "leave --effects out where one file holds both": (
        "udelad --effects, hvis én fil rummer begge dele"
    ),
    "add {option}, or another of them": "tilføj {option}, eller en anden af dem",
    "{shown} has the arms {mine}, and {beside_shown} {other}": (
        "{shown} har armene {mine}, og {beside_shown} {other}"
    ),
    "head the columns of both files with the same names of arms": (
        "brug de samme navne på armene som overskrifter i begge filer"
    ),
    "add a row for each draw below the headings": (
        "tilføj en række for hver trækning under overskrifterne"
    ),
    "expected a row for each draw, found the headings alone": (
        "der skal være en række for hver trækning, men her er kun overskrifterne"
    ),
    "add the arm that it is held against": "tilføj den arm, som den skal holdes op mod",
    "expected two arms or more, found {arms} alone": (
        "der skal være mindst to arme, men der er kun {arms}"
    ),
    "is {headers} the column of arms?": "er {headers} kolonnen med arme?",
    "expected at most {most:,} arms, found {arms:,}": (
        "der må højst være {most:,} arme, men der er {arms:,}"
    ),
    "give more draws, or leave the column of draws out to have the row read as expected values": (
        "angiv flere trækninger, eller udelad kolonnen med trækninger, så rækken læses som "
        "forventede værdier"
    ),
    "one draw says nothing about how sure a result is": (
        "én trækning siger intet om, hvor sikkert et resultat er"
    ),
}
