"""Om opdigtede data at øve sig på."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "{file}: no cost that counts is known by arm, so there is nothing to make up data of; state "
    "the amounts": (
        "{file}: ingen omkostning, der tæller, er kendt for hver gruppe, så der er intet at "
        "digte data ud fra; angiv beløbene"
    ),
    "{file} does not say how much persons differ in any cost that counts, and it cannot be derived "
    "without a standard error and the n of both arms; add spread: {{cost: {{{name}: {{sd: ..., "
    "unit: {unit}, assumption: ...}}}}}} to the file": (
        "{file} siger ikke, hvor forskellige personer er i nogen omkostning, der tæller, og det "
        "kan ikke udledes uden en standardfejl og begge gruppers n; tilføj spread: {{cost: "
        "{{{name}: {{sd: ..., unit: {unit}, assumption: ...}}}}}} i filen"
    ),
    "{sites} sites are more than there are persons in an arm; write fewer --sites": (
        "{sites} steder er flere, end der er personer i en gruppe; skriv færre --sites"
    ),
    "with whole sites in one arm each arm needs two of them; write --sites {least} or more": (
        "når hele steder hører til én gruppe, skal hver gruppe have mindst to; skriv --sites "
        "{least} eller flere"
    ),
    "within so short a horizon nobody can be followed for a part of it; leave out --censor": (
        "på så kort tid kan ingen følges i kun en del af den; udelad --censor"
    ),
    "--missing mar:{column}: holes can depend on a column that everybody has; {fix}": (
        "--missing mar:{column}: huller kan afhænge af en kolonne, som alle har; {fix}"
    ),
    "expected {least} to {most:,} persons in each arm, found {n}; write 243": (
        "der skal være {least} til {most:,} personer i hver gruppe, men der står {n}; skriv 243"
    ),
    "expected 2 to {most:,} sites, found {n}; write 12, or leave --sites out": (
        "der skal være 2 til {most:,} steder, men der står {n}; skriv 12, eller udelad --sites"
    ),
    "expected a number from {low:g} to {high:g}, found '{text}'; write {such}": (
        "der skal stå et tal fra {low:g} til {high:g}, men der står '{text}'; skriv {such}"
    ),
    "expected what is missing, found '{text}'; write mcar:0.2, mar:age or mnar": (
        "der skal stå, hvad der mangler, men der står '{text}'; skriv mcar:0.2, mar:age eller mnar"
    ),
    "--icc is what lies between sites; add --sites N, or leave --icc out": (
        "--icc er det, der ligger mellem steder; tilføj --sites N, eller udelad --icc"
    ),
    "--design clusters needs sites; add --sites 12 --icc 0.02, or numbers like it": (
        "--design clusters kræver steder; tilføj --sites 12 --icc 0.02 eller lignende tal"
    ),
    "{option} {out}: expected a file that ends in {ending}; write {name}": (
        "{option} {out}: filen skal ende på {ending}; skriv {name}"
    ),
    "{out} is there already, and is no synthetic file; choose another name, or remove it": (
        "{out} findes i forvejen og er ingen syntetisk fil; vælg et andet navn, eller fjern den"
    ),
}
