"""Om kommandoen evidence: hvilke evalueringer, og i hvis penge."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "{file} tells no published evaluation; add study: to it, or see ipscost evidence without "
    "files": (
        "{file} fortæller ikke om en offentliggjort evaluering; tilføj study:, eller se ipscost "
        "evidence uden filer"
    ),
    "no scenario that comes with ipscost tells an evaluation": (
        "intet scenarie, der følger med ipscost, fortæller om en evaluering"
    ),
    "no evaluation is left by {options}; leave one of them out": (
        "ingen evaluering er tilbage med {options}; udelad et af tilvalgene"
    ),
    "{option} {word}: no evaluation here is of it; {fix}": (
        "{option} {word}: ingen evaluering her er af den slags; {fix}"
    ),
    "--money {text}: {why}; {fix}": "--money {text}: {why}; {fix}",
    "--money: {why}; write DKK_2024 or EUR_2024/DEU": (
        "--money: {why}; skriv DKK_2024 eller EUR_2024/DEU"
    ),
    "--plot draws in the terminal; for a file write ipscost evidence --out forest.svg": (
        "--plot tegner i terminalen; til en fil: ipscost evidence --out forest.svg"
    ),
    "no study here states a share in both arms; choose others, or leave it out": (
        "intet studie her angiver en andel i begge grupper; vælg andre, eller udelad billedet"
    ),
    "{file} carries an effect over, so its results are not what was published; put transfer: in a "
    "file that extends it": (
        "{file} overfører en effekt, så resultaterne er ikke de offentliggjorte; læg transfer: i "
        "en fil, der udvider den"
    ),
}
