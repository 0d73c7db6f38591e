"""Om det, der spørges individdata om."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "--mnar {text}: expected one of {known}, a colon and a shift, as in cost:+10%": (
        "--mnar {text}: ventede en af {known}, et kolon og en flytning, som i cost:+10%"
    ),
    "--mnar {text}: expected a shift such as +10% or -0.05 behind the colon": (
        "--mnar {text}: ventede en flytning som +10% eller -0.05 efter kolonet"
    ),
    "--mnar {text}: expected one of the arms {arms} behind the second colon": (
        "--mnar {text}: ventede en af grupperne {arms} efter det andet kolon"
    ),
    "--mnar {text}: nothing is left below -100%; write -50%": (
        "--mnar {text}: under -100% er intet tilbage; skriv -50%"
    ),
    "the section data of the model names no columns of the outcome {name}, only of: {known}": (
        "modellens afsnit data nævner ingen kolonner til resultatet {name}, kun til: {known}"
    ),
    "--cluster counts that people of one site are alike, and the model names no column of sites; "
    "add site: ... to its section data": (
        "--cluster tager højde for, at personer fra samme sted ligner hinanden, og modellen "
        "nævner ingen kolonne med steder; tilføj site: ... i dens afsnit data"
    ),
    "--cluster needs two sites or more, and the data hold one; leave it out": (
        "--cluster kræver to steder eller flere, og data rummer ét; udelad det"
    ),
    "--cluster two-stage is a bootstrap; add --interval bootstrap": (
        "--cluster two-stage er en bootstrap; tilføj --interval bootstrap"
    ),
    "weights make two arms alike, and the data hold {arms}; choose one with --arm {first}, or "
    "write weights: none": (
        "vægte gør to grupper ens, og data rummer {arms}; vælg en med --arm {first}, eller skriv "
        "weights: none"
    ),
    "weights need covariates, and the model names none; add balance: [...] to its section data, "
    "or write weights: none": (
        "vægte kræver kovariater, og modellen nævner ingen; tilføj balance: [...] i dens afsnit "
        "data, eller skriv weights: none"
    ),
    "no weights make the groups alike: the covariates ({columns}) tell who is in which arm, or "
    "lie too far apart; name fewer under balance, or write weights: none": (
        "ingen vægte gør grupperne ens: kovariaterne ({columns}) fortæller, hvem der er i hvilken "
        "gruppe, eller ligger for langt fra hinanden; nævn færre under balance, eller skriv "
        "weights: none"
    ),
    "there is no bootstrap of people who were cut off; leave --interval bootstrap out, or take "
    "followed out of the section data where nobody was": (
        "der er ingen bootstrap af personer, der blev afbrudt; udelad --interval bootstrap, eller "
        "tag followed ud af afsnittet data, hvis ingen blev det"
    ),
    "nobody of the arm {arm} was followed to the end, so nobody stands for those cut off; take "
    "followed out of the section data, or state a shorter horizon": (
        "ingen i gruppen {arm} blev fulgt til ende, så ingen står for de afbrudte; tag followed ud "
        "af afsnittet data, eller angiv en kortere horisont"
    ),
    "{column} of the arm {arm} was seen of people cut off alone, so it cannot be imputed; take "
    "the column or followed out of the section data": (
        "{column} i gruppen {arm} er kun set hos afbrudte og kan derfor ikke imputeres; tag "
        "kolonnen eller followed ud af afsnittet data"
    ),
    "too little was measured for what is asked; name fewer columns under baseline, or take out "
    "columns in which little was measured": (
        "der er målt for lidt til det, der spørges om; nævn færre kolonner under baseline, eller "
        "tag kolonner ud, hvor der er målt lidt"
    ),
    "the data hold nobody of the reference arm, {arm}, so nothing can be compared; add those "
    "persons, or make the arm of the data the reference": (
        "data rummer ingen i referencegruppen, {arm}, så intet kan sammenlignes; tilføj dem, eller "
        "gør gruppen i data til referencen"
    ),
    "the arm {arm} has fewer than {least} persons, and nothing is told of so few; leave it out, or "
    "see --min-cell": (
        "gruppen {arm} har færre end {least} personer, og om så få fortælles intet; udelad den, "
        "eller se --min-cell"
    ),
    "expected auto, or 2 to {most:,} imputations, found '{text}'": (
        "ventede auto eller 2 til {most:,} imputationer, fandt '{text}'"
    ),
    "expected {least} to {most:,} bootstrap samples, found {found}": (
        "ventede {least} til {most:,} bootstrap-stikprøver, fandt {found}"
    ),
    "expected 1 to {most:,} persons, found {found}": (
        "ventede 1 til {most:,} personer, fandt {found}"
    ),
    "--out {out} is read here; name another file": ("--out {out} læses her; nævn en anden fil"),
}
