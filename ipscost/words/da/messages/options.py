"""Om tilvalg og argumenter på kommandolinjen, der ikke kan læses."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "{option} {path} stands twice; name its two ends once": (
        "{option} {path} står der to gange; angiv de to ender én gang"
    ),
    "{option}: expected PATH=LOW:HIGH, found '{text}'; write for example {example}": (
        "{option}: der skal stå STI=FRA:TIL, men der står '{text}'; skriv for eksempel {example}"
    ),
    "{where}: expected numbers below {largest:g}, found '{stripped}'; write smaller ones": (
        "{where}: tallene skal være under {largest:g}, men der står '{stripped}'; skriv mindre tal"
    ),
    "write it with a decimal point and no thousands mark": (
        "skriv det med decimalpunktum og uden tusindtalstegn"
    ),
    "write it in the unit of the number; a per cent of it is not read": (
        "skriv det i tallets enhed; en procent af det kan ikke læses"
    ),
    "{where}: expected a number, found '{stripped}'; {fix}": (
        "{where}: der skal stå et tal, men der står '{stripped}'; {fix}"
    ),
    "{where}: the point in {stripped} may mark thousands or decimals; write {whole} or "
    "{decimals}": (
        "{where}: punktummet i {stripped} kan stå for tusinder eller decimaler; skriv {whole} "
        "eller {decimals}"
    ),
    "write {high:g}:{low:g}": "skriv {high:g}:{low:g}",
    "write two different values": "skriv to forskellige værdier",
    "{where}: expected the lower value first, found {low:g} to {high:g}; {fix}": (
        "{where}: den laveste værdi skal stå først, men der står {low:g} til {high:g}; {fix}"
    ),
    "Error: {message}": "Fejl: {message}",
    "Invalid value: {message}": "{message}",
    "Invalid value for {where}: {message}": "{where}: {message}",
    "Missing option {hint}.": "tilvalget {hint} mangler.",
    "Missing argument {hint}.": "{hint} mangler.",
    "No such option: {name}": "der er intet tilvalg {name}",
    "No such option: {name} (Possible options: {options})": (
        "der er intet tilvalg {name} (måske menes {options})"
    ),
    "No such command '{name}'. Did you mean {near}?": (
        "der er ingen kommando '{name}'. Menes der {near}?"
    ),
    "No such command '{name}'.": "der er ingen kommando '{name}'.",
    "Got unexpected extra argument(s) ({name})": "der står for meget på linjen: {name}",
    "Option '{name}' requires an argument.": "der mangler en værdi efter '{name}'.",
    "Option '{name}' does not take a value.": "'{name}' skal ikke have en værdi.",
    "Try '{command} {option}' for help.": "Prøv '{command} {option}' for at få hjælp.",
    "stdin can be read once; give - once, and name the other files": (
        "stdin kan kun læses én gang; skriv - én gang, og angiv de andre filer"
    ),
    "expected a name such as societal or public, found '{text}'": (
        "der skal stå et navn som societal eller public, men der står '{text}'"
    ),
    "one such as 10000": "et tal som 10000",
    "expected a whole number, found '{text}'; write {meant}": (
        "der skal stå et helt tal, men der står '{text}'; skriv {meant}"
    ),
    "expected 1 person or more, found '{text}'; write 60": (
        "der skal være mindst 1 person, men der står '{text}'; skriv 60"
    ),
    "expected whole people, found '{text}'; write {near}": (
        "der skal stå hele personer, men der står '{text}'; skriv {near}"
    ),
    "expected at most {most:,} people, found '{text}'": (
        "der må højst være {most:,} personer, men der står '{text}'"
    ),
    "{message}; write {most} or fewer": "{message}; skriv {most} eller færre",
    "expected a year such as 2024, found '{text}'": (
        "der skal stå et årstal som 2024, men der står '{text}'"
    ),
    "expected a level between 0.01 and 0.999, found '{text}'; 95 per cent is 0.95": (
        "der skal stå et niveau mellem 0.01 og 0.999, men der står '{text}'; 95 procent er 0.95"
    ),
    "write {thousands} if the point marks thousands, {decimals} if decimals": (
        "skriv {thousands}, hvis punktummet står for tusinder, {decimals}, hvis det står for "
        "decimaler"
    ),
    "expected thresholds, found '{text}'; {fix}": (
        "der skal stå tærskler, men der står '{text}'; {fix}"
    ),
    "write 264000, 100000,200000 or FROM:TO:STEP such as 0:500000:5000": (
        "skriv 264000, 100000,200000 eller FRA:TIL:TRIN som 0:500000:5000"
    ),
    "expected thresholds of at least 0 and below 1e15, found '{text}'; {such}": (
        "tærskler skal være mindst 0 og under 1e15, men der står '{text}'; {such}"
    ),
    "the lower one first": "den laveste først",
    "write {thousands} if the comma marks thousands, else {order}": (
        "skriv {thousands}, hvis kommaet står for tusinder, ellers {order}"
    ),
    "expected thresholds that rise, found '{text}'; {fix}": (
        "tærsklerne skal stige, men der står '{text}'; {fix}"
    ),
    "expected FROM:TO:STEP, found '{text}'; {such}": (
        "der skal stå FRA:TIL:TRIN, men der står '{text}'; {such}"
    ),
    "many more": "mange flere",
    "expected at most {most:,} thresholds, found {count}; use a larger step": (
        "der må højst være {most:,} tærskler, men der er {count}; brug et større trin"
    ),
    "{text} if the comma marks decimals": "{text}, hvis kommaet står for decimaler",
    "{whole} if the comma marks thousands": "{whole}, hvis kommaet står for tusinder",
    ", {low}:{high}:{step} if it parts two": ", {low}:{high}:{step}, hvis det skiller to",
    "expected thresholds of 0, or of {least:g} and above, found '{text}'; write 0 for what "
    "is smaller": (
        "tærskler skal være 0 eller mindst {least:g}, men der står '{text}'; skriv 0 for det, "
        "der er mindre"
    ),
    "expected lower or higher, found '{text}'": (
        "der skal stå lower eller higher, men der står '{text}'"
    ),
    "{error}; write it with its year, DKK_2017": "{error}; skriv den med årstal, DKK_2017",
    "--engine must be one of {known}, not '{text}'": (
        "--engine skal være en af {known}, ikke '{text}'"
    ),
    "--persons is of --engine persons; add --engine persons, or leave it out": (
        "--persons hører til --engine persons; tilføj --engine persons, eller udelad den"
    ),
    "expected 1 to {most:,} persons, found '{text}'; write {usual}": (
        "der skal være 1 til {most:,} personer, men der står '{text}'; skriv {usual}"
    ),
    "expected {least:,} to {most:,} persons, found '{text}'; write {usual}": (
        "der skal være {least:,} til {most:,} personer, men der står '{text}'; skriv {usual}"
    ),
    "--sampler must be one of {known}, not '{text}'": (
        "--sampler skal være en af {known}, ikke '{text}'"
    ),
    "--lang must be one of {languages}, not '{text}'": (
        "--lang skal være et af ordene {languages}, ikke '{text}'"
    ),
    "give one of them another name": "giv en af dem et andet navn",
    "leave one of them out": "udelad en af dem",
    "{option}: two variants are called '{text}'; {fix}": (
        "{option}: to varianter hedder '{text}'; {fix}"
    ),
    "{option} '{text}': the name before the colon is empty; write {example}": (
        "{option} '{text}': navnet foran kolon er tomt; skriv {example}"
    ),
    "{option}: expected PATH=VALUE or NAME: PATH=VALUE, found '{text}'; write for example "
    "{example}": (
        "{option}: der skal stå STI=VÆRDI eller NAVN: STI=VÆRDI, men der står '{text}'; skriv "
        "for eksempel {example}"
    ),
    "{option}: expected a semicolon before {second}, found '{each}'; write {meant}": (
        "{option}: der mangler et semikolon før {second} i '{each}'; skriv {meant}"
    ),
    "leave out {option}, so that one is compared with another": (
        "udelad {option}, så der er en indsats at sammenligne med"
    ),
    "no answer per person counts a rollout: ask ipscost budget FILE --set {setting}": (
        "en udrulning indgår ikke i et svar pr. person: spørg ipscost budget FIL --set {setting}"
    ),
    "{option} '{text}' changes no number of {name}": "{option} '{text}' ændrer intet tal i {name}",
    "to name a variant, write {option} '{name}: PATH=VALUE'": (
        "skal varianten have et navn, så skriv {option} '{name}: STI=VÆRDI'"
    ),
    "write another value, or leave it out": "skriv en anden værdi, eller udelad den",
    "{shown} is named twice; to compare it with a variant of itself, add --vs PATH=VALUE, or "
    "write a file with `extends:` and what it changes": (
        "{shown} er angivet to gange; skal det sammenlignes med en variant af sig selv, så "
        "tilføj --vs STI=VÆRDI, eller skriv en fil med `extends:` og det, der ændres"
    ),
    "{shown} is named twice; to compare it with a variant of itself, write a file with `extends:` "
    "and what it changes": (
        "{shown} er angivet to gange; skal det sammenlignes med en variant af sig selv, så skriv "
        "en fil med `extends:` og det, der ændres"
    ),
    "--vs: {name} is the name of a scenario that is compared; give the variant another one": (
        "--vs: {name} er navnet på et scenarie, der er med i sammenligningen; giv varianten et "
        "andet navn"
    ),
}
