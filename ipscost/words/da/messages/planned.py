"""Om undersøgelser, der planlægges: power, og voi med --study."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "people differ, so --sd is above 0; leave it out or write --sd N": (
        "folk er forskellige, så --sd er over 0; udelad den, eller skriv --sd N"
    ),
    "--cost-fixed and --cost-person are held against what the study is worth to all; add "
    "--people N --years N": (
        "--cost-fixed og --cost-person holdes op mod, hvad undersøgelsen er værd for alle; tilføj "
        "--people N --years N"
    ),
    "--test is of two groups of people; leave it out with --design {d}": (
        "--test gælder to grupper af personer; udelad den med --design {d}"
    ),
    "more people than there are would be needed; see ipscost power with --n": (
        "det ville kræve flere personer, end der findes; se ipscost power med --n"
    ),
    "what a study is worth takes an effect with a stated uncertainty and {least:,} draws or more; "
    "add --draws 10000": (
        "hvad en undersøgelse er værd, kræver en effekt med angivet usikkerhed og mindst {least:,} "
        "trækninger; tilføj --draws 10000"
    ),
    "the same arm is the best choice in each draw, so a study is worth nothing; add --outcome and "
    "--wtp to value another choice, or see ipscost voi": (
        "den samme arm er det bedste valg i hver trækning, så en undersøgelse er intet værd; "
        "tilføj --outcome og --wtp for at værdsætte et andet valg, eller se ipscost voi"
    ),
    "{option} is of a study; add --study": "{option} hører til en undersøgelse; tilføj --study",
    "--study takes a scenario, which says how much people differ; give a FILE, or leave it out": (
        "--study kræver et scenarie, der siger, hvor forskellige folk er; angiv en FIL, eller "
        "udelad det"
    ),
    "--{option} is of another design than {name}; leave it out, or add --design {fit}": (
        "--{option} hører til et andet design end {name}; udelad den, eller tilføj --design {fit}"
    ),
    "--design {name} needs --{option}; add one such as --{option} {such}": (
        "--design {name} kræver --{option}; tilføj for eksempel --{option} {such}"
    ),
    "expected a whole number of {least} to {most:,} --sites": (
        "--sites skal være et helt tal fra {least} til {most:,}"
    ),
    "with so many sites --n is at least {fewest:,}, so that somebody is measured in each, found "
    "{n}; write more, or fewer --sites": (
        "med så mange steder er --n mindst {fewest:,}, så der måles på nogen hvert sted, fandt "
        "{n}; skriv flere, eller færre --sites"
    ),
    "--correlation is that of cost and effect in net benefit; add --wtp, or leave it out": (
        "--correlation er den mellem omkostning og effekt i nettogevinsten; tilføj --wtp, eller "
        "udelad den"
    ),
    "people differ in {name} as its share says, so --sd does not count; leave it out": (
        "hvor forskellige folk er i {name}, følger af andelen, så --sd tæller ikke; udelad den"
    ),
    "expected 2 or more --steps, and no more than there are --sites, found {steps:g}": (
        "--steps skal være 2 eller flere og ikke flere end --sites, men er {steps:g}"
    ),
    "expected 0.01 to 1000 --controls for each person with the intervention, found {controls:g}": (
        "--controls skal være 0.01 til 1000 for hver person med indsatsen, men er {controls:g}"
    ),
    "what the arms have of {name} is not known, so no study of it can be planned": (
        "hvad armene har af {name}, er ikke kendt, så ingen undersøgelse af det kan planlægges"
    ),
    "{file} has several interventions; add --arm with one of: {names}": (
        "{file} har flere indsatser; tilføj --arm med én af: {names}"
    ),
    "no difference is expected, so no study can see one; change it with --set": (
        "der ventes ingen forskel, så ingen undersøgelse kan se en; ændr den med --set"
    ),
    "the share of people with {name} is not known in each arm, and how much people differ follows "
    "from it": (
        "andelen med {name} er ikke kendt i hver arm, og hvor forskellige folk er, følger af den"
    ),
    "{file} does not say how much people differ in {what}, and it cannot be derived without a "
    "standard error and the n of both arms; add --sd N, the standard deviation between people, or "
    "spread: to the file": (
        "{file} siger ikke, hvor forskellige folk er ({what}), og det kan ikke udledes uden en "
        "standardfejl og begge armes n; tilføj --sd N, standardafvigelsen mellem personer, "
        "eller spread: til filen"
    ),
}
