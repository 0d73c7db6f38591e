"""Om kommandoer, der ikke kan udføres, som de er skrevet."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "{key} alone cannot be compared; name another scenario, or add --vs PATH=VALUE to "
    "compare it with a variant of itself": (
        "{key} kan ikke sammenlignes alene; angiv et scenarie til, eller tilføj --vs STI=VÆRDI "
        "for at sammenligne det med en variant af sig selv"
    ),
    "no scenario named {base} is compared; {nearest}": (
        "intet scenarie ved navn {base} er med i sammenligningen; {nearest}"
    ),
    "{file} runs over {months} months, {base_file} over {base_months}: {longer} months hold "
    "more cost and saving than {shorter}": (
        "{file} løber over {months} måneder, {base_file} over {base_months}: {longer} måneder "
        "rummer flere omkostninger og besparelser end {shorter}"
    ),
    "add --allow {word}; or state both over the same months": (
        "tilføj --allow {word}; eller angiv begge over de samme måneder"
    ),
    "add --allow {word}": "tilføj --allow {word}",
    "{file} does not state its horizon, {base_file} runs over {months} months": (
        "{file} angiver ingen tidshorisont, {base_file} går over {months} måneder"
    ),
    "--money names the price year, so leave --price-year out": (
        "--money nævner selv prisåret, så udelad --price-year"
    ),
    "use one of: {every}": "brug en af: {every}",
    "nothing can be compared with {name}: {why}": "intet kan sammenlignes med {name}: {why}",
    "its price year is not known": "prisåret er ikke kendt",
    "name first a scenario whose price year is known, or add --money DKK_2024": (
        "nævn først et scenarie, hvis prisår er kendt, eller tilføj --money DKK_2024"
    ),
    "name other scenarios, or other money": "nævn andre scenarier eller andre penge",
    "no prices of {country} are known; use one of: {every}": (
        "ingen priser fra {country} er kendt; brug en af: {every}"
    ),
    "{file} cannot stand beside {first}": "{file} kan ikke stå ved siden af {first}",
    "{message}: {why}; leave it out": "{message}: {why}; udelad den",
    "{file} counts what {theirs} bears, {base_file} what {mine} bears: they add up different "
    "costs": (
        "{file} tæller det, som {theirs} bærer, {base_file} det, som {mine} bærer: de lægger "
        "forskellige omkostninger sammen"
    ),
    "add --perspective {perspective}, or add --allow {word}": (
        "tilføj --perspective {perspective}, eller tilføj --allow {word}"
    ),
    "thresholds need an effect, but the decision is on cost alone; add --outcome with one "
    "of: {names}": (
        "tærskler kræver en effekt, men her afgør omkostningen alene; tilføj --outcome med en "
        "af: {names}"
    ),
    "{name} does not say what one more of the outcome is worth; add --wtp N": (
        "{name} siger ikke, hvad én mere af resultatet er værd; tilføj --wtp N"
    ),
    "--what-if takes at most {most} numbers, found {asked}; leave out {last}": (
        "--what-if tager højst {most} tal, men der er {asked}; udelad {last}"
    ),
    "{message} and those behind it": "{message} og dem bagefter",
    "--what-if {path}: the saving does not depend on it; leave it out": (
        "--what-if {path}: besparelsen afhænger ikke af det; udelad det"
    ),
    "what if: between such ends the result cannot be put into coefficients, as where a share "
    "would be above 1; name narrower ones with --what-if PATH=LOW:HIGH": (
        "hvad nu hvis: mellem de ender kan resultatet ikke skrives som koefficienter, fordi for "
        "eksempel en andel ville være over 1; angiv snævrere ender med --what-if STI=FRA:TIL"
    ),
    "--arm {arm}: no intervention is called that; {fix}": (
        "--arm {arm}: ingen indsats hedder sådan; {fix}"
    ),
    "the section data of the model names no columns of a cost or an outcome; add cost: ... or "
    "outcome: ... to data, or --weeks FILE --codes CODES.csv": (
        "afsnittet data i modellen nævner ingen kolonner med en omkostning eller et udfald; tilføj "
        "cost: ... eller outcome: ... i data, eller --weeks FIL --codes KODER.csv"
    ),
    "--wtp is what an outcome is worth, and the section data of the model names no columns of "
    "one; leave --wtp out, or add outcome: ... to data": (
        "--wtp er, hvad et udfald er værd, og afsnittet data i modellen nævner ingen kolonner med "
        "et; udelad --wtp, eller tilføj outcome: ... i data"
    ),
    "--wtp is what an outcome is worth; add --outcome NAME, one of {names}": (
        "--wtp er, hvad et resultat er værd; tilføj --outcome NAVN, en af {names}"
    ),
    "--wtp is what an outcome is worth; add --outcome NAME, but the scenario has none": (
        "--wtp er, hvad et resultat er værd; tilføj --outcome NAVN, men scenariet har ingen"
    ),
    "what one {more} of {path} is worth is not stated; add --wtp, in {money}, or threshold: "
    "to the outcome in the file": (
        "det er ikke angivet, hvad én {more} af {path} er værd; tilføj --wtp i {money}, eller "
        "threshold: ved resultatet i filen"
    ),
    "at least {least:g}": "mindst {least:g}",
    "below {end:g}": "under {end:g}",
    "at most {most:g}": "højst {most:g}",
    "{path} must be {limits} {unit}, so {end:g} is not possible; name other bounds": (
        "{path} skal være {limits} {unit}, så {end:g} kan ikke lade sig gøre; angiv andre grænser"
    ),
    "write bounds with the number between them": "skriv grænser med tallet imellem sig",
    "write {first:.10g}:{last:.10g} if {low:g} and {high:g} are times the number, or {fix}": (
        "skriv {first:.10g}:{last:.10g}, hvis {low:g} og {high:g} skal ganges med tallet, eller "
        "{fix}"
    ),
    "{path} is {value:.10g} {unit}, which is not between {low:g} and {high:g}; {fix}": (
        "{path} er {value:.10g} {unit}, og det ligger ikke mellem {low:g} og {high:g}; {fix}"
    ),
    "{path} is unknown in the file, so there is nothing to vary; add a number to begin with, "
    "--set {path}.{role}=0": (
        "{path} er unknown i filen, så der er intet at variere; tilføj et tal at begynde med, "
        "--set {path}.{role}=0"
    ),
    "{path} is looked for, and --wtp would give it; leave --wtp out": (
        "{path} er det, der søges, og --wtp ville angive det; udelad --wtp"
    ),
    "a grid needs two different numbers: give --grid twice": (
        "et gitter kræver to forskellige tal: skriv --grid to gange"
    ),
    "{path} has neither uncertainty nor bounds; add from where to where and how many values: "
    "--grid {path}=LOW:HIGH:{steps}": (
        "{path} har hverken usikkerhed eller grænser; tilføj fra hvad til hvad og hvor mange "
        "værdier: --grid {path}=FRA:TIL:{steps}"
    ),
    "Error: this takes more memory than there is; write fewer --draws, or leave out what the "
    "result can do without, such as --months": (
        "Fejl: det kræver mere hukommelse, end der er; skriv færre --draws, eller udelad det, "
        "som resultatet kan undvære, for eksempel --months"
    ),
    "the result cannot be written: {strerror}": "resultatet kan ikke skrives: {strerror}",
    "interrupted; nothing was written": "afbrudt; intet er skrevet",
    "Error: {error}; {too_large_fix}": "Fejl: {error}; {too_large_fix}",
    "  fix: report it with the file {name}": "  løsning: meld den med filen {name}",
    "expected at most {most:,} starts, found {text}": (
        "der må højst være {most:,} starter, men der står {text}"
    ),
    "{file} is a scenario, not a table of persons": (
        "{file} er et scenarie, ikke en tabel over personer"
    ),
    "--model {file} is a table, not a scenario": "--model {file} er en tabel, ikke et scenarie",
    "write ipscost analyse TABLE --model MODEL.yaml": (
        "skriv ipscost analyse TABEL --model MODEL.yaml"
    ),
    "--out {out} is a scenario here; name it .yaml, and use --format with > for the result": (
        "--out {out} er et scenarie her; kald det .yaml, og brug --format med > til resultatet"
    ),
    "--out writes a scenario that extends FILE, which does not have what --set changes; "
    "write that into a file with extends: first": (
        "--out skriver et scenarie, der bygger på FIL, som ikke har det, --set ændrer; skriv "
        "først det ind i en fil med extends:"
    ),
    "--out writes a scenario that extends FILE; give it a name": (
        "--out skriver et scenarie, der bygger på FIL; giv det et navn"
    ),
    "--out {out} is FILE itself, which it would extend; name another": (
        "--out {out} er selve FIL, som det skulle bygge på; angiv en anden"
    ),
    "{out} is there already; choose another name, or add --force": (
        "{out} findes allerede; vælg et andet navn, eller tilføj --force"
    ),
    "{option} must be one of {every}, not '{word}'": (
        "{option} skal være en af {every}, ikke '{word}'"
    ),
    "no completion for '{shell}'; {nearest}": "der er ingen fuldførelse til '{shell}'; {nearest}",
    "--save-draws {save_draws}: write the name of a CSV file, such as draws.csv": (
        "--save-draws {save_draws}: skriv navnet på en CSV-fil, for eksempel draws.csv"
    ),
    "stdin can be read once; name a file for one of the two": (
        "stdin kan kun læses én gang; angiv en fil for den ene af de to"
    ),
    "--better says how an effect counts, and {psa} has none; leave it out": (
        "--better siger, hvordan en effekt tæller, og {psa} har ingen; udelad den"
    ),
    "expected a scenario FILE, or --psa FILE.csv with results made elsewhere": (
        "der mangler en scenariefil (FIL), eller --psa FIL.csv med resultater fra andre programmer"
    ),
    "{message}; to start with, give inklusion-ips": (
        "{message}; begynd for eksempel med inklusion-ips"
    ),
    "expected a scenario FILE or --psa, found both; leave one out": (
        "der skal stå enten en scenariefil (FIL) eller --psa, men her står begge; udelad den ene"
    ),
    "expected a scenario FILE, found {file}; results made elsewhere are given as --psa {file}": (
        "der skal stå en scenariefil, men der står {file}; resultater fra andre programmer "
        "angives som --psa {file}"
    ),
    "--better is for results made elsewhere; a scenario says it of its outcome: --set "
    "outcome.NAME.better=lower": (
        "--better gælder resultater fra andre programmer; et scenarie siger det om sit resultat: "
        "--set outcome.NAVN.better=lower"
    ),
    "{given} is for results made elsewhere; add --psa": (
        "{given} gælder resultater fra andre programmer; tilføj --psa"
    ),
    "{given} are for results made elsewhere; add --psa": (
        "{given} gælder resultater fra andre programmer; tilføj --psa"
    ),
    "--arm chooses among the arms of a scenario; write --arms ARM,ARM with the names of "
    "those that count in {psa}": (
        "--arm vælger mellem armene i et scenarie; skriv --arms ARM,ARM med navnene på dem, der "
        "tæller i {psa}"
    ),
    "{given} changes how a scenario is simulated, and --psa reads results that are there "
    "already; leave it out": (
        "{given} ændrer, hvordan et scenarie simuleres, og --psa læser resultater, der allerede "
        "findes; udelad den"
    ),
    "{given} change how a scenario is simulated, and --psa reads results that are there "
    "already; leave it out": (
        "{given} ændrer, hvordan et scenarie simuleres, og --psa læser resultater, der allerede "
        "findes; udelad dem"
    ),
    "{file} has several outcomes; add --outcome with one of: {known}": (
        "{file} har flere resultater; tilføj --outcome med et af: {known}"
    ),
    "{file}: the {what} of {arms} is not known in full, so it holds differences from {base}, "
    "whose own {what} is 0 there": (
        "{file}: {what} for {arms} er ikke fuldt kendt, så filen indeholder forskelle fra "
        "{base}, hvor {what} er sat til 0"
    ),
    "expected a name for the new file, found '-'; write my-scenario": (
        "den nye fil mangler et navn, der står '-'; skriv my-scenario"
    ),
    "the standard output is closed; name a file with --out": (
        "standardoutput er lukket; angiv en fil med --out"
    ),
    "--only shows a table, and {chosen} has every number as a row; write {other}": (
        "--only viser en tabel, og {chosen} har alle tal som rækker; skriv {other}"
    ),
    "leave --only out": "udelad --only",
    "--only {name}: add --stress, which makes it": "--only {name}: tilføj --stress, som laver den",
    "--only {name}: no table is called that; {fix}": (
        "--only {name}: ingen tabel hedder sådan; {fix}"
    ),
    "--out {out}: the ending names no format; use {endings}, or add --format": (
        "--out {out}: endelsen angiver intet format; brug {endings}, eller tilføj --format"
    ),
    "--format must be one of {formats}, not '{chosen}'": (
        "--format skal være en af {formats}, ikke '{chosen}'"
    ),
    "--csv-dialect must be one of {known}, not '{csv_dialect}'": (
        "--csv-dialect skal være en af {known}, ikke '{csv_dialect}'"
    ),
    "--csv-dialect {csv_dialect} is for CSV, but the format is {chosen}; add --format csv": (
        "--csv-dialect {csv_dialect} gælder CSV, men formatet er {chosen}; tilføj --format csv"
    ),
    "--format {chosen} is no text that a terminal can show; add --out result.{chosen}": (
        "--format {chosen} er ikke tekst, som en terminal kan vise; tilføj --out result.{chosen}"
    ),
    "--format {error}": "--format {error}",
    "{out} is a directory; name a file in it": "{out} er en mappe; angiv en fil i den",
    "{out}: the folder {parent} does not exist; create it": (
        "{out}: mappen {parent} findes ikke; opret den"
    ),
    "--out {out} would overwrite a scenario; name another file": (
        "--out {out} ville overskrive et scenarie; angiv en anden fil"
    ),
    "it is a pipe that nobody reads; start its reader first": (
        "det er et rør (pipe), som ingen læser fra; start først det, der læser"
    ),
    "{out} cannot be written: {reason}": "{out} kan ikke skrives: {reason}",
    "one more problem": "1 problem mere",
    "{more:,} more problems": "{more:,} problemer mere",
    "... and {which}; mend these first, or see all of them with ipscost check --all": (
        "... og {which}; ret disse først, eller se dem alle med ipscost check --all"
    ),
    "account": "regnskab",
    "--payer {word}: {error}; {fix}": "--payer {word}: {error}; {fix}",
    "--bounds are of single numbers; --grid states its own values": (
        "--bounds gælder enkelte tal; --grid angiver sine egne værdier"
    ),
    "--grid: expected PATH or PATH=LOW:HIGH:N, found '{text}'; write for example {example}": (
        "--grid: der skal stå STI eller STI=FRA:TIL:N, men der står '{text}'; skriv for eksempel "
        "{example}"
    ),
    "--grid {text}: expected from 2 to {most_steps} values, found '{parts}'": (
        "--grid {text}: der skal være fra 2 til {most_steps} værdier, men der står '{parts}'"
    ),
    "{message}; write for example {path}={low}:{high}:5": (
        "{message}; skriv for eksempel {path}={low}:{high}:5"
    ),
    "{values} of them": "{values} af dem",
    "expected one --wtp here, found {given}; write one, 264000": (
        "der skal stå én --wtp her, men der står {given}; skriv én, 264000"
    ),
    "expected a whole number of at least 1, found '{text}'": (
        "der skal stå et helt tal på mindst 1, men der står '{text}'"
    ),
    "expected a yearly rate from 0 to 1, found '{text}'; 3.5 per cent is 0.035": (
        "der skal stå en årlig rente fra 0 til 1, men der står '{text}'; 3,5 procent er 0.035"
    ),
    "--group: {name} is given twice; give one of them another name, or write '{name}={both}'": (
        "--group: {name} er angivet to gange; giv en af dem et andet navn, eller skriv "
        "'{name}={both}'"
    ),
    "--group: expected NAME=PATH,PATH, found '{text}'; write {example}": (
        "--group: der skal stå NAVN=STI,STI, men der står '{text}'; skriv {example}"
    ),
    "--discount counts for --people and --years; add them": (
        "--discount gælder --people og --years; tilføj dem"
    ),
    "--people and --years belong together; add {missing} N": (
        "--people og --years hører sammen; tilføj {missing} N"
    ),
    "expected --years from 1 to {most}, found {years}": (
        "--years skal være fra 1 til {most}, men er {years}"
    ),
    "--psa states no discount rate; add --discount 0.035, or 0 for none": (
        "--psa angiver ingen diskonteringsrente; tilføj --discount 0.035, eller 0 for ingen"
    ),
    "every {name} must be finite": "alle tal i {name} skal være endelige",
    "{path} is not one number but a section of several": (
        "{path} er ikke ét tal, men et afsnit med flere"
    ),
    "the scenario has no {path}": "scenariet har ingen {path}",
    "{text} Nothing can be said until that is stated": "{text} Intet kan siges, før det er angivet",
    "{text} It is known with --{option} {name}": "{text} Det er kendt med --{option} {name}",
    "the scenario has a group {label} of its own; give the other one another name, --group "
    "'{label} 2=PATH,PATH'": (
        "scenariet har selv en gruppe {label}; giv den anden et andet navn, --group '{label} "
        "2=STI,STI'"
    ),
    "{name} has no stated uncertainty, so what it is worth to know it cannot be said; leave "
    "it out of the group": (
        "{name} har ingen angivet usikkerhed, så det kan ikke siges, hvad det er værd at kende; "
        "udelad det af gruppen"
    ),
    "no quantity {name} was drawn; {nearest}": "der er ikke trukket noget tal {name}; {nearest}",
    "group {reads}: {error}": "gruppen {reads}: {error}",
    "{uncertain:,} uncertain numbers are too many for Sobol points, which have at most "
    "{most:,} dimensions; use the random sampler": (
        "{uncertain:,} usikre tal er for mange til Sobolpunkter, som højst har {most:,} "
        "dimensioner; brug --sampler random"
    ),
    "{draws:,} draws need too much memory; use at most {most:,}": (
        "{draws:,} trækninger kræver for meget hukommelse; brug højst {most:,}"
    ),
    "{setting} must be one of {known}, not '{asked}'": (
        "{setting} skal være en af {known}, ikke '{asked}'"
    ),
    "nominal prices cannot be told: general prices are not known in each year; add indexation: "
    "{{prices: 0.02}} to the rollout": (
        "løbende priser kan ikke oplyses: priserne i almindelighed kendes ikke for hvert år; "
        "tilføj indexation: {{prices: 0.02}} til udrulningen"
    ),
    "{name} says nothing of a rollout; add rollout: with starts: 2025-01 and intake: {{target: "
    "{{mean: 100, unit: person, assumption: ...}}, months: 12}}": (
        "{name} har ingen udrulning; tilføj rollout: med starts: 2025-01 og intake: {{target: "
        "{{mean: 100, unit: person, assumption: ...}}, months: 12}}"
    ),
    "a budget needs to know for how long people are followed; write horizon: {{months: 18}}, with "
    "the months that are known": (
        "et budget må vide, hvor længe personerne følges; skriv horizon: {{months: 18}} med de "
        "måneder, der kendes"
    ),
    "posts need to know for how long people are supported; add support: {{months: 18}} to the "
    "rollout": (
        "stillinger kræver, at det er angivet, hvor længe personerne er i forløb; tilføj support: "
        "{{months: 18}} til udrulningen"
    ),
    "{what} rises at a rate of its own, but general prices of {year} are not known; add "
    "indexation: {{prices: 0.02}} to the rollout, with the rate that you assume": (
        "{what} stiger med sin egen sats, men priserne i almindelighed for {year} kendes ikke; "
        "tilføj indexation: {{prices: 0.02}} til udrulningen med den sats, du antager"
    ),
    # power
    "expected numbers of people, found '{text}'; write {fix}": (
        "der skal stå antal personer, men der står '{text}'; skriv {fix}"
    ),
    "whole numbers such as 60,243,500": "hele tal, for eksempel 60,243,500",
    "expected at most {most} numbers of people, found {count}": (
        "der må højst være {most} antal personer, men der er {count}"
    ),
    "expected {least} to {most:,} people, found '{text}'; write {whole} if the comma marks "
    "thousands": (
        "der skal stå {least} til {most:,} personer, men der står '{text}'; skriv {whole}, hvis "
        "kommaet er for tusinder"
    ),
    "expected {least} to {most:,} people, found {number}": (
        "der skal stå {least} til {most:,} personer, men der står {number}"
    ),
    "expected a number of at least 0, found '{text}'; write {meant}": (
        "der skal stå et tal på mindst 0, men der står '{text}'; skriv {meant}"
    ),
    "expected a share from 0 to below 1 such as 0.02, found '{text}'": (
        "der skal stå en andel fra 0 til under 1, for eksempel 0.02, men der står '{text}'"
    ),
    "expected a correlation between -1 and 1 such as 0.3, found '{text}'": (
        "der skal stå en korrelation mellem -1 og 1, for eksempel 0.3, men der står '{text}'"
    ),
    "--wtp says what one more of an outcome is worth; add --outcome NAME": (
        "--wtp siger, hvad én mere af et resultat er værd; tilføj --outcome NAME"
    ),
}
