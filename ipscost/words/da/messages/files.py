"""Om filen selv, dens YAML, nøgler og tal."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "error": "fejl",
    "warning": "advarsel",
    "fix": "løsning",
    "check the largest numbers, and what is multiplied by them": (
        "se efter, om de største tal, og det, de ganges med, er rigtige"
    ),
    "every cost and outcome must be finite": "alle omkostninger og resultater skal være endelige",
    "in braces, a comma begins the next key": (
        "i krøllede parenteser begynder et komma den næste nøgle"
    ),
    "there is nothing to choose from yet; declare it first": (
        "der er endnu intet at vælge imellem; angiv det først"
    ),
    "use one of: {near}, or another of {known}": "brug en af: {near}, eller en anden af {known}",
    "the standard input": "standardinput",
    "{both} would both write {file}; name another file for one": (
        "{both} ville begge skrive {file}; angiv en anden fil til den ene"
    ),
    "which this run reads": "som denne kørsel læser",
    "which this run reads as {read}": "som denne kørsel læser som {read}",
    "{option} would write over {name}, {which}; name another file": (
        "{option} ville overskrive {name}, {which}; angiv en anden fil"
    ),
    "expected low below high, found {low:g} and {high:g}": (
        "low skal være under high, men de er {low:g} og {high:g}"
    ),
    "write low: {high:g} and write high: {low:g}": "skriv low: {high:g}, og skriv high: {low:g}",
    "write two numbers": "skriv to tal",
    "expected a value that {path} can have, {range}, found {bound:g}": (
        "der skal stå en værdi, som {path} kan have, {range}, men der står {bound:g}"
    ),
    "write {key}: {bound:g}": "skriv {key}: {bound:g}",
    "the number's own value (at {position})": "tallets egen værdi (i {position})",
    "expected bounds around the start, found {low:g} to {high:g} and {of} {start:.6g}": (
        "grænserne skal gå om startværdien, men de er {low:g} til {high:g}, og {of} er {start:.6g}"
    ),
    "add start: {low:g}; any value between them will do": (
        "tilføj start: {low:g}; enhver værdi imellem dem kan bruges"
    ),
    "write a start from {low:g} to {high:g}": "skriv en start fra {low:g} til {high:g}",
    "{least:g} to {most:g}": "{least:g} til {most:g}",
    "{least:g} or more": "{least:g} eller mere",
    "expected a number": "der skal stå et tal",
    "a list or mapping": "en liste eller en gruppe af nøgler",
    "write a number such as 100": "skriv et tal som 100",
    "expected a finite number": "der skal stå et endeligt tal",
    "write a finite number such as 100": "skriv et endeligt tal som 100",
    "expected a number below {largest:g}": "der skal stå et tal under {largest:g}",
    "write a number such as 1000": "skriv et tal som 1000",
    "expected true or false": "der skal stå true eller false",
    "write a whole number such as 12": "skriv et helt tal som 12",
    "expected a whole number": "der skal stå et helt tal",
    "write {floor}, or write {ceil}": "skriv {floor}, eller skriv {ceil}",
    "expected a whole number without a mark": "der skal stå et helt tal uden tegn",
    "write {whole} (no thousands mark)": "skriv {whole} (intet tusindtalstegn)",
    "expected a year": "der skal stå et årstal",
    "write a year such as 2026": "skriv et årstal som 2026",
    "write a number such as 0.02": "skriv et tal som 0.02",
    "expected a change of prices a year between {low:g} and {high:g}": (
        "der skal stå en årlig prisændring mellem {low:g} og {high:g}"
    ),
    "write {share:g} if {text} per cent is meant": "skriv {share:g}, hvis der menes {text} procent",
    "write {near} (small letters a to z, digits, _); a label may hold any text": (
        "skriv {near} (små bogstaver a til z, cifre, _); en label må indeholde enhver tekst"
    ),
    "expected a name": "der skal stå et navn",
    "write a unit such as DKK_{unknown}{example}": "skriv en enhed som DKK_{unknown}{example}",
    "expected a unit": "der skal stå en enhed",
    "write a unit such as {example}": "skriv en enhed som {example}",
    "write the year its prices are of, such as {head}_2017{slash}{per}": (
        "skriv det år, priserne er fra, for eksempel {head}_2017{slash}{per}"
    ),
    "the text in {name}": "teksten på {name}",
    "the same within a sentence, in {name}, where that differs": (
        "den samme inde i en sætning, på {name}, hvis den er anderledes"
    ),
    'write "{words}"; {{{texts}}} is for two languages': (
        'skriv "{words}"; {{{texts}}} er til to sprog'
    ),
    "expected a text": "der skal stå en tekst",
    "a list": "en liste",
    "write uniform, or write {{months: [1, 6]}}; {{weights: [...]}} has one a month": (
        "skriv uniform, eller skriv {{months: [1, 6]}}; {{weights: [...]}} har én pr. måned"
    ),
    "expected a timing": "der skal stå, hvordan det fordeler sig over tid",
    "write a number such as 0.5": "skriv et tal som 0.5",
    "write unknown": "skriv unknown",
    "write {number} and add assumption: published as {bare}": (
        "skriv {number}, og tilføj assumption: offentliggjort som {bare}"
    ),
    "write {times} if months are asked for, {number} if years are": (
        "skriv {times}, hvis der spørges om måneder, {number}, hvis der spørges om år"
    ),
    "write {share} (a share)": "skriv {share} (en andel)",
    "write {shown} (decimal {names}, no thousands mark)": (
        "skriv {shown} (decimaltegn: {names}, intet tusindtalstegn)"
    ),
    "write {thousands} if the {names} marks thousands, {decimals} if it marks decimals": (
        "skriv {thousands}, hvis tegnet ({names}) står for tusinder, {decimals}, hvis det står "
        "for decimaler"
    ),
    "write {number} and add se: {error}, or write {number} and add interval: {ends}": (
        "skriv {number}, og tilføj se: {error}, eller skriv {number}, og tilføj interval: {ends}"
    ),
    "write {times} ({share} per cent {way})": "skriv {times} ({share} procent {way})",
    "write mean: {text} and take events out and take n out": (
        "skriv mean: {text}, fjern events, og fjern n"
    ),
    "write {times} ({share} per cent of {mean})": "skriv {times} ({share} procent af {mean})",
    "plus": "plus",
    "write {number} ({mean} {way} {share} per cent)": (
        "skriv {number} ({mean} {way} {share} procent)"
    ),
    "write {number} if {share} per cent more is meant, {of_it} if {share} per cent of it": (
        "skriv {number}, hvis der menes {share} procent mere, {of_it}, hvis der menes {share} "
        "procent af det"
    ),
    "write {key}: ... (in {unit}; a per cent is a share)": (
        "skriv {key}: ... (i {unit}; en procent er en andel)"
    ),
    "[{decimals}] if it marks decimals": "[{decimals}], hvis det står for decimaler",
    "write [{whole}] if the comma marks thousands, {rest}": (
        "skriv [{whole}], hvis kommaet står for tusinder, {rest}"
    ),
    "write [{low}, {high}] (decimal point)": "skriv [{low}, {high}] (decimalpunktum)",
    "name a scenario; prices: [FILE] in it reads this one": (
        "angiv et scenarie; prices: [FIL] i det læser denne"
    ),
    "name a scenario; discount: {{schedule: FILE}} in it reads this one": (
        "angiv et scenarie; discount: {{schedule: FIL}} i det læser denne"
    ),
    "a file of another kind": "en fil af en anden slags",
    "expected a scenario (a file with ipscost: 1), found {kind} ({marker})": (
        "der skal være et scenarie (en fil med ipscost: 1), men det er {kind} ({marker})"
    ),
    "name a scenario": "angiv et scenarie",
    "above {end:.15g}": "over {end:.15g}",
    "of at least {end:.15g}": "på mindst {end:.15g}",
    "below {end:.15g}": "under {end:.15g}",
    "of at most {end:.15g}": "på højst {end:.15g}",
    "write a number {limit}": "skriv et tal {limit}",
    "write a number {limit} such as {such:g}": "skriv et tal {limit}, for eksempel {such:g}",
    "expected a number {limit}, found {shape}": "der skal stå et tal {limit}, men der står {shape}",
    "expected one of {words}, found {shape}": "der skal stå en af {words}, men der står {shape}",
    "low, high": "low, high",
    "write [{ends}]": "skriv [{ends}]",
    "write a list such as [first, second]": "skriv en liste som [first, second]",
    "expected a list, found {shape}": "der skal stå en liste, men der står {shape}",
    "write two numbers, [{names}]": "skriv to tal, [{names}]",
    "write [{low}, {high}]": "skriv [{low}, {high}]",
    "write [{text}, {text}]": "skriv [{text}, {text}]",
    "write [{low}, ...]": "skriv [{low}, ...]",
    "expected {count} values, found {shape}": "der skal stå {count} værdier, men der står {shape}",
    "expected a text, found nothing": "der mangler en tekst",
    "write a text": "skriv en tekst",
    "expected a word or text, found {shape}": (
        "der skal stå et ord eller en tekst, men der står {shape}"
    ),
    "write one word or text": "skriv ét ord eller én tekst",
    "write key: value pairs, indented under it or in braces": (
        "skriv par af nøgle: værdi, rykket ind under den eller i krøllede parenteser"
    ),
    "write {{cite: {text}, sure: ...}}": "skriv {{cite: {text}, sure: ...}}",
    "expected a mapping (keys and values), found {shape}": (
        "der skal stå nøgler med værdier, men der står {shape}"
    ),
    "take {key} out of {of}": "fjern {key} fra {of}",
    "write [{high:g}, {low:g}]": "skriv [{high:g}, {low:g}]",
    "write {key}: [..., ...] (ends that hold {value:g})": (
        "skriv {key}: [..., ...] (ender, der går om {value:g})"
    ),
    "add {name}: {like} to {section}": "tilføj {name}: {like} til {section}",
    "write shares such as {shares}": "skriv andele som {shares}",
    "expected a number, found '{text}' ({comma})": (
        "der skal stå et tal, men der står '{text}' ({comma})"
    ),
    "unknown key {key}": "ukendt nøgle {key}",
    "add bounds: [{ends}] and {taken}": "tilføj bounds: [{ends}], og {taken}",
    "{key} is how persons differ; the mean needs its standard error": (
        "{key} er, hvor forskellige personer er; gennemsnittet kræver sin standardfejl"
    ),
    "unknown key {key} ({comma})": "ukendt nøgle {key} ({comma})",
    'write "{text}"': 'skriv "{text}"',
    "write se: ... (sd / sqrt(n), n being the persons) and take {key} out": (
        "skriv se: ... (sd / sqrt(n), hvor n er antallet af personer), og fjern {key}"
    ),
    "write se: {error:.6g} {how} and take {key} out and take n out": (
        "skriv se: {error:.6g} {how}, fjern {key}, og fjern n"
    ),
    "add bounds: [{ends}] and take min out and take max out": (
        "tilføj bounds: [{ends}], fjern min, og fjern max"
    ),
    "write {near}: {written} for {key}": "skriv {near}: {written} i stedet for {key}",
    "take {key} out; {near} stands beside it": "fjern {key}; {near} står ved siden af",
    "use one of: {free}, or take {key} out": "brug en af: {free}, eller fjern {key}",
    "expected the key {key}, found none": "nøglen {key} mangler",
    "add {key}: ... ({help_text})": "tilføj {key}: ... ({help_text})",
    "expected a value, found nothing": "der mangler en værdi",
    "write the amount in {unit}; a per cent is a share": (
        "skriv beløbet i {unit}; en procent er en andel"
    ),
    "expected at most {most:g} MB, found more": "filen må højst fylde {most:g} MB, men fylder mere",
    "no such file": "filen findes ikke",
    "the standard input is closed": "standardinput er lukket",
    "a CSV file": "en CSV-fil",
    "a file": "en fil",
    "expected {noun}, found a directory": "der skal være {noun}, men det er en mappe",
    "expected a scenario, found a table": "der skal være et scenarie, men det er en tabel",
    "name a .yaml file; ipscost analyse TABLE --model MODEL.yaml reads a table": (
        "nævn en .yaml-fil; ipscost analyse TABEL --model MODEL.yaml læser en tabel"
    ),
    "expected text, found broken UTF-16": "der skal være tekst, men det er beskadiget UTF-16",
    "open it and save the sheet as CSV (in Excel: Save as, CSV UTF-8)": (
        "åbn den, og gem arket som CSV (i Excel: Gem som, CSV UTF-8)"
    ),
    "expected a CSV file, found a workbook or an archive": (
        "der skal være en CSV-fil, men det er en projektmappe eller et arkiv"
    ),
    "a CSV file, found a binary one": "en CSV-fil, men det er en binær fil",
    "UTF-8 text, found a binary file": "tekst i UTF-8, men det er en binær fil",
    "expected UTF-8 text, found byte 0x{raw:02x} on line {line}": (
        "der skal være tekst i UTF-8, men der er byte 0x{raw:02x} i linje {line}"
    ),
    "expected at most {most:,} parts of {key}, found {parts:,}": (
        "der må højst være {most:,} dele af {key}, men der er {parts:,}"
    ),
    "take some of {key} out, at least {parts}, into another scenario": (
        "flyt nogle af {key}, mindst {parts}, til et andet scenarie"
    ),
    "write {given}.yaml": "skriv {given}.yaml",
    "write the shipped scenario's name alone: {name}": (
        "skriv kun navnet på det medfølgende scenarie: {name}"
    ),
    "check the path, or {nearest} (a scenario that comes with ipscost)": (
        "se efter, om stien er rigtig, eller {nearest} (et scenarie, der følger med ipscost)"
    ),
    "expected {what} (a file with {marker}: 1), found none in {shown}": (
        "der skal være {what} (en fil med {marker}: 1), men det er {shown} ikke"
    ),
    "name {what}, or add {marker}: 1 to that file if it is one": (
        "angiv {what}, eller tilføj {marker}: 1 til den fil, hvis den er det"
    ),
    "write `key: value` lines; ipscost new my-scenario writes a file to start from": (
        "skriv linjer med `nøgle: værdi`; ipscost new my-scenario skriver en fil at begynde med"
    ),
    "expected at most {most} scenarios that extend each other, found more": (
        "højst {most} scenarier må bygge på hinanden, men der er flere"
    ),
    "let one of them stand alone, without extends": "lad et af dem stå alene, uden extends",
    " extends ": " bygger på ",
    "scenarios extend each other in a circle: {names}": (
        "scenarierne bygger på hinanden i ring: {names}"
    ),
    "write the path of a scenario that does not extend this one": (
        "skriv stien til et scenarie, der ikke bygger på dette"
    ),
    "expected a scenario file, found none at {file}": "der er ingen scenariefil på {file}",
    "write its path as seen from this file, or the name of a shipped scenario": (
        "skriv stien set fra denne fil, eller navnet på et medfølgende scenarie"
    ),
    "a scenario": "et scenarie",
    "expected PATH=VALUE, found '{setting}'": "der skal stå STI=VÆRDI, men der står '{setting}'",
    "what a scenario extends is read before --set": "det, et scenarie bygger på, læses før --set",
    "take extends out; a file with extends: and what it changes can be simulated": (
        "fjern extends; en fil med extends: og det, der ændres, kan simuleres"
    ),
    "write {path}=...": "skriv {path}=...",
    "expected the form of the number too (mean, difference, ...), found {path}": (
        "der skal også stå, hvordan tallet er angivet (mean, difference, ...), men der står {path}"
    ),
    "expected a path of the scenario, found none at {here}": "scenariet har ingen sti {here}",
    "write {parts}={{{part}: ..., {others}}} (shares that sum to 1)": (
        "skriv {parts}={{{part}: ..., {others}}} (andele, der giver 1 tilsammen)"
    ),
    "write cost.{parts} for {parts}": "skriv cost.{parts} i stedet for {parts}",
    "write prices={{assume: 2026, growth: ..., assumption: ...}}": (
        "skriv prices={{assume: 2026, growth: ..., assumption: ...}}"
    ),
    "give it a scenario, as in: ipscost simulate - < my-scenario.yaml": (
        "giv den et scenarie, for eksempel: ipscost simulate - < my-scenario.yaml"
    ),
    "name a .yaml file inside it": "angiv en .yaml-fil i den",
    "a scenario is a few kilobytes; is this the right file?": (
        "et scenarie fylder nogle få kilobyte; er det den rigtige fil?"
    ),
    "save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)": (
        "gem filen som UTF-8 (i Notesblok: Gem som, Kodning: UTF-8)"
    ),
    "save the file as UTF-8 text; a spreadsheet or Word file cannot be read": (
        "gem filen som tekst i UTF-8; et regneark eller en Word-fil kan ikke læses"
    ),
    "a mapping (keys and values)": "nøgler med værdier",
    "write keys and values, or start from a scenario: ipscost new my-scenario": (
        "skriv nøgler og værdier, eller begynd med et scenarie: ipscost new my-scenario"
    ),
    "expected keys and values, found nothing": "der mangler nøgler og værdier",
    "write a value": "skriv en værdi",
    "not YAML: the character {text!r} is not allowed": "ikke YAML: tegnet {text!r} er ikke tilladt",
    "take the character out": "fjern tegnet",
    "expected spaces, found a tab in the indentation": (
        "indrykning skal ske med mellemrum, men der er en tabulator"
    ),
    "the text cannot be read": "teksten kan ikke læses",
    "not YAML: a quote that begins here is not closed": (
        "ikke YAML: et citationstegn, der begynder her, er ikke afsluttet"
    ),
    "close the quote at the end of the text": "afslut citationstegnet, hvor teksten slutter",
    "not YAML: the bracket that opens here is not closed ({problem})": (
        "ikke YAML: parentesen, der begynder her, er ikke afsluttet ({problem})"
    ),
    "add {closing} at the end of the line": "tilføj {closing} sidst i linjen",
    "not YAML: curly quotes hold no text together": (
        "ikke YAML: krøllede citationstegn holder ingen tekst sammen"
    ),
    'write "{text}" for {curly}': 'skriv "{text}" i stedet for {curly}',
    "not YAML: in braces, a comma stands between one key and the next": (
        "ikke YAML: i krøllede parenteser står der et komma mellem en nøgle og den næste"
    ),
    "write , for ;": "skriv , i stedet for ;",
    "not YAML: a text that holds a colon and a space stands without quotes": (
        "ikke YAML: en tekst med kolon og mellemrum står uden citationstegn"
    ),
    "check indentation, colons and brackets here and on the line above; put text that holds "
    "': ', '#' or quotes into quotes": (
        "se efter, om indrykning, kolon og parenteser er rigtige her og i linjen ovenfor; sæt "
        "tekst, der indeholder ': ', '#' eller citationstegn, i citationstegn"
    ),
    "not YAML: {problem}": "ikke YAML: {problem}",
    "expected spaces, found a {name} in the indentation": (
        "indrykning skal ske med almindelige mellemrum, men her er et andet tegn ({name})"
    ),
    "replace each {name} by a space": "erstat hvert af tegnene ({name}) med et mellemrum",
    "replace each tab by two spaces": "erstat hver tabulator med to mellemrum",
    "write {spaces} spaces for the tab": "skriv {spaces} mellemrum i stedet for tabulatoren",
    "expected one scenario, found a second document after '---'": (
        "der skal være ét scenarie, men der begynder et dokument til efter '---'"
    ),
    "put it into a file of its own": "sæt det i sin egen fil",
    "expected a value, found the anchor or alias {mark}": (
        "der skal stå en værdi, men der står ankeret eller aliasset {mark}"
    ),
    "write the value out in the place of this, so that each number stands on a line": (
        "skriv selve værdien i stedet, så hvert tal står på en linje"
    ),
    "write what stands at &{anchor} (line {line}) for {alias}": (
        "skriv det, der står ved &{anchor} (linje {line}), i stedet for {alias}"
    ),
    "expected a value, found the tag {tag}": "der skal stå en værdi, men der står mærket {tag}",
    "take {written} out; the kind of a value follows from its key": (
        "fjern {written}; nøglen afgør, hvilken slags værdi det er"
    ),
    "expected at most {most} levels, found more": (
        "der må højst være {most} niveauer, men der er flere"
    ),
    "flatten the tree of categories": "gør træet af kategorier fladere",
    "expected a word as key, found {shape}": "der skal stå et ord som nøgle, men der står {shape}",
    "write `word: value`": "skriv `ord: værdi`",
    "the key {key} stands twice in one mapping, first on line {line}": (
        "nøglen {key} står to gange samme sted, første gang i linje {line}"
    ),
    "give one of them another name, or delete the one that does not hold": (
        "giv en af dem et andet navn, eller slet den, der ikke gælder"
    ),
    "take {key} out; line {line} says the same": "fjern {key}; linje {line} siger det samme",
    "{count} keys stand twice from here on, as when a block is indented too far": (
        "{count} nøgler står der to gange herfra, som når en blok er rykket for langt ind"
    ),
    "indent this block and the key above it like its neighbours, and keep all of its lines": (
        "ryk denne blok og nøglen over den ind som naboerne, og behold alle dens linjer"
    ),
    "point": "punktum",
    "comma": "komma",
    "it": "det",
    "write {thousands} if {mark} marks thousands, {decimals} if it marks decimals": (
        "skriv {thousands}, hvis {mark} står for tusinder, {decimals}, hvis det står for decimaler"
    ),
}
