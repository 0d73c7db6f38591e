"""Om beløb: enheder, kilder, usikkerhed, priser og diskontering."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "an amount": "et beløb",
    "arms": "beløb for hver arm",
    "add unit: DKK_2024/person (or the unit it was published in)": (
        "tilføj unit: DKK_2024/person (eller den enhed, tallet er offentliggjort i)"
    ),
    "the arm {name} is declared but not stated here": "armen {name} er angivet, men står ikke her",
    "add {name}: {unknown} if nobody published it, or add {name}: {{difference: ..., source: "
    "...}}": (
        "tilføj {name}: {unknown}, hvis ingen har offentliggjort tallet, eller tilføj {name}: "
        "{{difference: ..., source: ...}}"
    ),
    "a {role} needs the reference arm {reference}, which is not stated": (
        "{role} kræver referencearmen {reference}, og den står ikke her"
    ),
    "add {reference}: {unknown} to {path} if nobody published it, or add {reference}: "
    "{{mean: ..., source: ...}} to {path}, or write difference for {role} if it is one": (
        "tilføj {reference}: {unknown} under {path}, hvis ingen har offentliggjort tallet, eller "
        "tilføj {reference}: {{mean: ..., source: ...}} under {path}, eller skriv difference i "
        "stedet for {role}, hvis det er det, tallet er"
    ),
    "expected an amount for all arms, or one an arm, found {stated}": (
        "der skal stå ét beløb for alle arme eller et for hver arm, men der står {stated}"
    ),
    "add {name}: {{mean: ..., source: ...}}; {all}: is for every arm alike": (
        "tilføj {name}: {{mean: ..., source: ...}}; {all}: gælder alle arme under ét"
    ),
    "0 to 1": "0 til 1",
    "at least 0": "mindst 0",
    "expected a level of {limit}, found {value:g} {sign} {other:g} = {level:g}": (
        "niveauet skal være {limit}, men er {value:g} {sign} {other:g} = {level:g}"
    ),
    "at most": "højst",
    "at least": "mindst",
    "write a mean of {side} {limit:g}; the {role} at {place} may be amiss as well": (
        "skriv et mean på {side} {limit:g}; {role} i {place} kan også være forkert"
    ),
    "write a {role} of {side} {limit:g}; the mean of {reference} may be amiss as well": (
        "skriv {role} på {side} {limit:g}; mean for {reference} kan også være forkert"
    ),
    "write {first} if the number is in that unit": "skriv {first}, hvis tallet er i den enhed",
    "write {{{role}: ..., {source}}} for {{number: {text}}}": (
        "skriv {{{role}: ..., {source}}} i stedet for {{number: {text}}}"
    ),
    "add unit: DKK_2024/person (or the unit it is counted in)": (
        "tilføj unit: DKK_2024/person (eller den enhed, der tælles i)"
    ),
    "expected the file and the column that hold one value a cycle": (
        "der skal stå den fil og kolonne, der har én værdi for hver cyklus"
    ),
    "write {{file: rates.csv, column: rate}}": "skriv {{file: rates.csv, column: rate}}",
    "write its path as seen from the file that names it": (
        "skriv stien set fra den fil, der nævner den"
    ),
    "{shown} has no column {text}": "{shown} har ingen kolonne {text}",
    "expected a number in the column {text}, found none": "der mangler et tal i kolonnen {text}",
    "write one, or take the line out": "skriv et, eller fjern linjen",
    "the mark in {text} may be for thousands or decimals": (
        "tegnet i {text} kan stå for tusinder eller decimaler"
    ),
    "expected a value a cycle in the column {text}, found none": (
        "der mangler en værdi for hver cyklus i kolonnen {text}"
    ),
    "add lines below the header": "tilføj linjer under overskriften",
    "expected a CSV file with the column {text}, found none in {shown}": (
        "der skal være en CSV-fil med kolonnen {text}, men der er ingen i {shown}"
    ),
    "name a file with the heading {text} and below it a number a line": (
        "angiv en fil med overskriften {text} og under den et tal pr. linje"
    ),
    "expected one value a cycle, found none": "der mangler en værdi for hver cyklus",
    "write [0.01, 0.02]": "skriv [0.01, 0.02]",
    "expected a file of discount rates, found none at {called}": (
        "der er ingen fil med diskonteringsrenter på {called}"
    ),
    "unknown discount schedule {text}": "ukendt diskonteringsplan {text}",
    "{nearest}; a file of your own will do too": (
        "{nearest}; en fil, du selv skriver, er også en løsning"
    ),
    "expected a whole number of years, found '{year}'": (
        "der skal stå et helt antal år, men der står '{year}'"
    ),
    "write a number such as 35": "skriv et tal som 35",
    "expected a rate from the start, found the first after year {rates}": (
        "der skal være en rente fra begyndelsen, men den første gælder efter år {rates}"
    ),
    "add 0: {{rate: 0.035, source: ...}}": "tilføj 0: {{rate: 0.035, source: ...}}",
    "write {path}.mean for {events_path}": "skriv {path}.mean i stedet for {events_path}",
    "take {key} out and add {roles}: ...": "fjern {key}, og tilføj {roles}: ...",
    "write {path}.{meant} for {problem_path}": "skriv {path}.{meant} i stedet for {problem_path}",
    "{message}, so {money} cannot become {wanted}": (
        "{message}, så {money} kan ikke blive til {wanted}"
    ),
    "no consumer prices for {currency} in {step}": (
        "der er ingen forbrugerpriser for {currency} i {step}"
    ),
    "prices are known from {first} to {last}": "priserne er kendt fra {first} til {last}",
    "{fix}; {known}, and a file under `prices:` can add to them": (
        "{fix}; {known}, og en fil under `prices:` kan føje flere til"
    ),
    "{fix} ({known}), or {lines}": "{fix} ({known}), eller {lines}",
    "{shown}\nor, to leave the file as it is, add to the command:\n{option}": (
        "{shown}\neller, hvis filen skal være, som den er, føj dette til kommandoen:\n{option}"
    ),
    "add prices: [{file}] to the file": "tilføj prices: [{file}] til filen",
    "the file": "filen",
    "write {key}: [{files}] in {place}": "skriv {key}: [{files}] i {place}",
    "write assume: {year} in prices": "skriv assume: {year} i prices",
    "consumer prices rise by {growth}% a year after {last}, the mean of the {years} years before": (
        "forbrugerpriserne stiger {growth}% om året efter {last}, gennemsnittet af de {years} år "
        "før"
    ),
    "consumer prices fall by {growth}% a year after {last}, the mean of the {years} years before": (
        "forbrugerpriserne falder {growth}% om året efter {last}, gennemsnittet af de {years} år "
        "før"
    ),
    'assumption: "{text}"': 'assumption: "{text}"',
    "add {flow} to the file": "tilføj {flow} til filen",
    "add these lines to the file:\n{block}": "tilføj disse linjer til filen:\n{block}",
    "write these lines in the file in place of its prices:\n{block}": (
        "skriv disse linjer i filen i stedet for dens prices:\n{block}"
    ),
    "write {flow} in the file": "skriv {flow} i filen",
    "expected a price file, found none at {folder}": "der er ingen prisfil på {folder}",
    "no consumer prices for {currency} are known, so none can follow them": (
        "der er ingen forbrugerpriser for {currency}, så ingen kan følge efter dem"
    ),
    "add files: [...] to prices (a file of consumer prices)": (
        "tilføj files: [...] til prices (en fil med forbrugerpriser)"
    ),
    "expected a year from {first} to {end}, found {year} (consumer prices for {currency} are "
    "known to {known})": (
        "der skal stå et år fra {first} til {end}, men der står {year} (forbrugerpriserne for "
        "{currency} er kendt til {known})"
    ),
    "expected a year, found '{year}'": "der skal stå et årstal, men der står '{year}'",
    "write a year such as 2024": "skriv et årstal som 2024",
    "above 0": "over 0",
    "above -100 (per cent)": "over -100 (procent)",
    "expected a number {least}, found {value:g}": (
        "der skal stå et tal {least}, men der står {value:g}"
    ),
    "write a number {least} such as 1": "skriv et tal {least}, for eksempel 1",
    "{part_of} says which category holds an amount that is not known": (
        "{part_of} siger, hvilken kategori et ukendt beløb er en del af"
    ),
    "take {part_of} out, or write {role}: {unknown}": (
        "fjern {part_of}, eller skriv {role}: {unknown}"
    ),
    "expected {{number: {text}}} alone, found {others} beside it": (
        "{{number: {text}}} skal stå alene, men {others} står ved siden af"
    ),
    "move {others} to number.{text}": "flyt {others} til number.{text}",
    "unknown number {text}": "ukendt tal {text}",
    "expected {roles}, found {role} in {path}": (
        "der skal stå {roles}, men der står {role} i {path}"
    ),
    "expected one number, found values by cycle in {path}": (
        "der skal stå ét tal, men der er værdier pr. cyklus i {path}"
    ),
    "expected a number of at least 0, found {value:g} in {path}": (
        "tallet skal være mindst 0, men er {value:g} i {path}"
    ),
    "write {{{roles}: ..., {source}}} for {{number: {text}}}": (
        "skriv {{{roles}: ..., {source}}} i stedet for {{number: {text}}}"
    ),
    "values by cycle are fixed, found {uncertain}": (
        "værdier pr. cyklus er faste, men her står {uncertain}"
    ),
    "expected a number above 0, found {value:g}": "tallet skal være over 0, men er {value:g}",
    "write a number above 0 such as 1": "skriv et tal over 0, for eksempel 1",
    "{money} must become {wanted}, but the order is not stated": (
        "{money} skal blive til {wanted}, men det er ikke angivet, i hvilken rækkefølge"
    ),
    "add conversion: {order} to the file": "tilføj conversion: {order} til filen",
    "write money: {money} in the file if the results may be of that year": (
        "skriv money: {money} i filen, hvis resultaterne må være i det års priser"
    ),
    "expected an amount, found '{text}'": "der skal stå et beløb, men der står '{text}'",
    "write {{{role}: {text}, source: ...}}": "skriv {{{role}: {text}, source: ...}}",
    "write {path}.{roles} for {path}": "skriv {path}.{roles} i stedet for {path}",
    "write {old}: for {new}:": "skriv {old}: i stedet for {new}:",
    "{expected}; the number that it replaces is stated by {old}": (
        "{expected}; tallet, som det erstatter, er angivet som {old}"
    ),
    "{fix} if a {old} is meant; nothing is wrong where a {new} is": (
        "{fix}, hvis der menes {old}; intet er galt, hvis der menes {new}"
    ),
    "add source: ... (a name of source:, then the place in it), or add assumption: ... (why "
    "this number)": (
        "tilføj source: ... (et navn fra source: og derefter stedet i kilden), eller tilføj "
        "assumption: ... (hvorfor netop dette tal)"
    ),
    "expected a source, found none": "der mangler en kilde",
    "{message} (that in {file} is of the number there)": (
        "{message} (den i {file} hører til tallet dér)"
    ),
    "add source: {{{name}: {{cite: ..., sure: ...}}}} to the file": (
        "tilføj source: {{{name}: {{cite: ..., sure: ...}}}} til filen"
    ),
    "expected months between 1 and {most}, found {first} to {last}": (
        "månederne skal ligge mellem 1 og {most}, men der står {first} til {last}"
    ),
    "write months: [{first}, {last}]": "skriv months: [{first}, {last}]",
    "take {name} out; its months lie beyond the horizon of {most} months, which may be too short": (
        "fjern {name}; dets måneder ligger efter tidshorisonten på {most} måneder, som måske er "
        "for kort"
    ),
    "expected {months} weights (one a month, not all 0) for an amount over the horizon, "
    "found {weights} for {unit}": (
        "der skal være {months} vægte (én pr. måned, ikke alle 0) for et beløb over hele "
        "tidshorisonten, men der er {weights} for {unit}"
    ),
    "take timing out; a monthly amount has no weights": (
        "fjern timing; et månedligt beløb har ingen vægte"
    ),
    "keep one of months, weights": "behold en af months, weights",
    "take timing out; weights are one a month, {months} of them, not all 0": (
        "fjern timing; der skal være én vægt pr. måned, {months} i alt og ikke alle 0"
    ),
    "take timing out; the weights of the months that count are 0": (
        "fjern timing; vægtene i de måneder, der tæller, er 0"
    ),
    "write weights: [{weights}] if they are of the first months": (
        "skriv weights: [{weights}], hvis de gælder de første måneder"
    ),
    "expected one of se, interval, p or n, found {given}": (
        "der skal stå en af se, interval, p eller n, men der står {given}"
    ),
    "add se: ..., or take dist out; the number is then fixed": (
        "tilføj se: ..., eller fjern dist; så er tallet fast"
    ),
    "a {dist} distribution needs a stated uncertainty, found none": (
        "en {dist}-fordeling kræver en angivet usikkerhed, men der er ingen"
    ),
    "a {name} {role} cannot be stated by {way}": (
        "{role} med fordelingen {name} kan ikke angives med {way}"
    ),
    "take {way} out and add se: ...; it can be stated by {fits}": (
        "fjern {way}, og tilføj se: ...; det kan angives med {fits}"
    ),
    "an uncertainty so small beside its number is lost in rounding": (
        "en usikkerhed, der er så lille ved siden af sit tal, forsvinder i afrunding"
    ),
    "a {name} distribution cannot hold a number and an uncertainty so far apart": (
        "en {name}-fordeling kan ikke rumme et tal og en usikkerhed, der er så langt fra hinanden"
    ),
    "{edit} and add se: ...": "{edit}, og tilføj se: ...",
    "write a standard error such as {value:g}": "skriv en standardfejl som {value:g}",
    "{edit}; {{events: {events}, n: 50}} says how sure it is": (
        "{edit}; {{events: {events}, n: 50}} siger, hvor sikkert det er"
    ),
    "add --set {path}.{way}={ends} if it is known; a what-if can do without": (
        "tilføj --set {path}.{way}={ends}, hvis den er kendt; et tænkt eksempel kan undvære den"
    ),
    "check both; the {name} distribution keeps the number and the interval's width": (
        "se begge efter; {name}-fordelingen beholder tallet og intervallets bredde"
    ),
    "write ... (the number) and add assumption: ... (why, where nobody published it)": (
        "skriv ... (tallet), og tilføj assumption: ... (hvorfor, hvis ingen har offentliggjort det)"
    ),
    "write {{{roles}: ..., assumption: ...}}; the number, and why that": (
        "skriv {{{roles}: ..., assumption: ...}}; tallet, og hvorfor det er sådan"
    ),
    "expected {roles}, found {role}": "der skal stå {roles}, men der står {role}",
    "expected exactly one of {allowed}, found {given}": (
        "der skal stå præcis én af {allowed}, men der står {given}"
    ),
    "add {allowed}: ... (a number)": "tilføj {allowed}: ... (et tal)",
    "expected events among n persons, in the unit share, found {value:g} of {n} in {unit}": (
        "der skal stå events blandt n personer i enheden share, men der står {value:g} af {n} i "
        "{unit}"
    ),
    "no n": "intet n",
    "take events out and take n out and add mean: ...": (
        "fjern events, fjern n, og tilføj mean: ..."
    ),
    "expected the unit share with events among n persons, found {unit}": (
        "med events blandt n personer skal enheden være share, men den er {unit}"
    ),
    "add n: ... (the persons among whom they were seen)": (
        "tilføj n: ... (hvor mange personer der er blandt)"
    ),
    "write events: {n} and write n: {value:g} (if the two are exchanged)": (
        "skriv events: {n}, og skriv n: {value:g} (hvis de to er byttet om)"
    ),
    "take events out and add mean: ...": "fjern events, og tilføj mean: ...",
    "expected bounds around {value:g}, found {low:g} to {high:g}": (
        "grænserne skal gå om {value:g}, men går fra {low:g} til {high:g}"
    ),
    "expected a {kind} of at most 1, found {value:g}": (
        "der skal stå et tal på højst 1 ({kind}), men der står {value:g}"
    ),
    "write {limit:g} for {value:g}": "skriv {limit:g} i stedet for {value:g}",
    "write {value:.15g} if the minus is a slip": "skriv {value:.15g}, hvis minusset er en slåfejl",
    "write 0 for {value:.15g}": "skriv 0 i stedet for {value:.15g}",
    "write difference for mean if it is a change, or {fix}": (
        "skriv difference i stedet for mean, hvis det er en ændring, eller {fix}"
    ),
    "{fix}; a gain is a category of kind productivity": (
        "{fix}; en gevinst er en kategori med kind: productivity"
    ),
    "expected a number of at least 0, found {value:g}": (
        "tallet skal være mindst 0, men er {value:g}"
    ),
    "write {per_cent:g} if {text} per cent of it is meant": (
        "skriv {per_cent:g}, hvis der menes {text} procent af det"
    ),
    "the point": "punktummet",
    "a difference of 0 has no standard error that follows from its p-value": (
        "en forskel på 0 har ingen standardfejl, der følger af dens p-værdi"
    ),
    "a ratio of 1 has no standard error that follows from its p-value": (
        "en ratio på 1 har ingen standardfejl, der følger af dens p-værdi"
    ),
    "a ratio of {value:g} with a log standard error of {sigma:.3g} is too uncertain: its "
    "mean would be over {times:.0f} times as large": (
        "en ratio på {value:g} med en standardfejl på {sigma:.3g} i logaritmen er for usikker: "
        "dens middelværdi ville være over {times:.0f} gange så stor"
    ),
    "a share of {value:g} has a standard error below {limit:.3g}": (
        "en andel på {value:g} har en standardfejl under {limit:.3g}"
    ),
    "a uniform distribution has its mean in the middle, {middle:g}": (
        "en uniform fordeling har sin middelværdi i midten, {middle:g}"
    ),
    "take dist out": "fjern dist",
    "a {name} distribution needs numbers above 0, found {value:g}": (
        "en {name}-fordeling kræver tal over 0, men der står {value:g}"
    ),
    "a {name} distribution of this number and this uncertainty cannot be computed soundly": (
        "en {name}-fordeling med dette tal og denne usikkerhed kan ikke beregnes pålideligt"
    ),
    "a {name} distribution needs a share between 0 and 1, found {value:g}": (
        "en {name}-fordeling kræver en andel mellem 0 og 1, men der står {value:g}"
    ),
    "expected money of a year, found '{text}'": (
        "der skal stå penge fra et bestemt år, men der står '{text}'"
    ),
    "expected money such as DKK_2017, found '{text}'": (
        "der skal stå penge som DKK_2017, men der står '{text}'"
    ),
    "expected a unit such as DKK_2017/person, found '{text}'": (
        "der skal stå en enhed som DKK_2017/person, men der står '{text}'"
    ),
    "the price year of {vague} is not known": "prisåret for {vague} er ikke kendt",
    "write the year its prices are of, such as {currency}_2017": (
        "skriv det år, priserne er fra, for eksempel {currency}_2017"
    ),
    "no exchange rate from {currency} to {target_currency} for {year}": (
        "der er ingen valutakurs fra {currency} til {target_currency} for {year}"
    ),
    "exchange rate": "valutakursen",
    "change of prices": "prisændringen",
    "expected money such as DKK_2024 or EUR_2024/DEU, found '{text}'": (
        "der skal stå penge som DKK_2024 eller EUR_2024/DEU, men der står '{text}'"
    ),
    "between countries money goes by their own prices, but the file names no country": (
        "mellem lande regnes penge om efter landenes egne priser, men filen nævner intet land"
    ),
    "add country: {code} to the file (the country whose money its amounts are)": (
        "tilføj country: {code} til filen (landet, hvis penge beløbene er)"
    ),
    "write conversion: {order}": "skriv conversion: {order}",
    "{others} (countries with prices: {every})": "{others} (lande med priser: {every})",
    "no {what} for {year}": "der er ingen {what} for {year}",
    "consumer prices of {country}": "forbrugerpriser fra {country}",
    "purchasing power of {country}": "købekraft fra {country}",
    "mean exchange rate of {currency}": "gennemsnitskurs på {currency}",
    "no year of it is known": "intet år af den er kendt",
    "no prices of {country} are known": "ingen priser fra {country} er kendt",
    "no country of {currency} has prices here": "intet land med {currency} har priser her",
    "{currency} is the money of several countries": "flere lande har {currency}",
    "add the country, as in {example}": "tilføj landet, for eksempel {example}",
    "known years: {first} to {last}": "kendte år: {first} til {last}",
    "no year is known": "intet år er kendt",
    "add the {what} of {year} with its source to a file named under `prices:` ({have})": (
        "tilføj {what} for {year} med kilde til en fil under `prices:` ({have})"
    ),
}
