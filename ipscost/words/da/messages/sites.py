"""Om en tabel over steder, hvor en indsats udrulles, og om udrulningens nettoresultat."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "keep a row for each site": "behold én række for hvert sted",
    "headings and a row for each site": "overskrifter og en række for hvert sted",
    "write a line of headings, such as site;intake.target, and a row per site": (
        "skriv en linje med overskrifter, fx site;intake.target, og en række for hvert sted"
    ),
    "expected a column for each number that differs, found names alone": (
        "der mangler en kolonne for hvert tal, der varierer; der er kun navne"
    ),
    "add a column such as {path}": "tilføj en kolonne, fx {path}",
    "expected a row for each site, found none": "der mangler en række for hvert sted",
    "add a row for each site": "tilføj en række for hvert sted",
    "expected at most {most:,} sites, found {sites:,}": (
        "der må højst være {most:,} steder, men der er {sites:,}"
    ),
    "write the path of a number above it": "skriv stien til et tal over den",
    "{head} is the same for all sites": "{head} er ens for alle steder",
    "take the column out; the scenario says what it is": (
        "fjern kolonnen; scenariet siger, hvad det er"
    ),
    "{head} may mean {paths}": "{head} kan betyde {paths}",
    "no number of the rollout is called {head}": "intet tal i udrulningen hedder {head}",
    "add a cell for {lacking}, empty to keep the scenario's": (
        "tilføj en celle for {lacking}; den kan være tom for at beholde scenariets tal"
    ),
    "expected the name of the site, found an empty cell": "stedets navn mangler i en tom celle",
    "write its name": "skriv navnet",
    "the site {name} stands twice, first on line {line}": (
        "stedet {name} står der to gange, første gang på linje {line}"
    ),
    "take one of the two rows out, or give each a name of its own": (
        "fjern den ene af de to rækker, eller giv dem hver sit navn"
    ),
    "take one of the two out": "fjern den ene af de to",
    "--payer {account}: no payer is called that; {fix}": (
        "--payer {account}: ingen betaler hedder sådan; {fix}"
    ),
    (
        "{paths} is not known, so nothing can be said of the net of {account}; ask for an account "
        "that it is no part of with --payer, or set a number"
    ): (
        "{paths} er ukendt, så der kan ikke siges noget om nettoresultatet for {account}; vælg en "
        "konto, som det ikke indgår i, med --payer, eller angiv et tal"
    ),
    (
        "--outcome and --wtp make the answer the net benefit of one person; leave them out for the "
        "net of the rollout"
    ): (
        "--outcome og --wtp gør svaret til nettogevinsten for én person; udelad dem for at få "
        "udrulningens nettoresultat"
    ),
    (
        "--plot draws the saving of one person; leave it out for the net of the rollout, whose "
        "table has the bars"
    ): (
        "--plot tegner besparelsen for én person; udelad den for udrulningens nettoresultat, hvis "
        "tabel har søjlerne"
    ),
    "{path} is how far single sites differ, and moves no net": (
        "{path} er, hvor meget de enkelte steder afviger, og flytter intet nettoresultat"
    ),
    "see each site by ipscost budget with --sites": ("se hvert sted med ipscost budget og --sites"),
    "{path} stands beside the accounts, and moves no net": (
        "{path} står ved siden af regnskabet og flytter intet nettoresultat"
    ),
    "name a number that is counted, a salary or a line": (
        "nævn et tal, der regnes med, en løn eller en linje"
    ),
}
