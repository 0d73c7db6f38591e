"""Om det, der ikke hænger sammen i et scenarie."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "{arm} changes {outcomes}, and no cost but that of the programme differs": (
        "{arm} ændrer {outcomes}, men ingen anden omkostning end selve indsatsens"
    ),
    "add effect: {{kind: mixed, payer: {payer}, unit: {money}/person, {arm}: unknown}} to cost; or "
    "state there what the effect changes, a difference of 0 if that is nothing": (
        "tilføj effect: {{kind: mixed, payer: {payer}, unit: {money}/person, {arm}: unknown}} "
        "under cost; eller angiv dér, hvad effekten ændrer, en forskel på 0, hvis det er ingenting"
    ),
    "{name} studied {studied}; the scenario is about {people}": (
        "{name} har undersøgt {studied}; scenariet handler om {people}"
    ),
    "write {people} if these are the same people; if not, say under transfer what of the effect "
    "carries over to these": (
        "skriv {people}, hvis det er de samme mennesker; hvis ikke, så angiv under transfer, hvor "
        "meget af effekten der føres over til disse"
    ),
    "the newest source, {name}, is of {year}, {age} years before the prices of {now}": (
        "den nyeste kilde, {name}, er fra {year}, {age} år før priserne fra {now}"
    ),
    "take a number from a newer publication; what is offered, to whom, and what it costs may have "
    "changed since": (
        "tag et tal fra en nyere publikation; hvad der tilbydes, til hvem, og hvad det koster, kan "
        "have ændret sig siden"
    ),
    "nothing says how many of those planned are recruited": (
        "intet siger, hvor mange af de planlagte der bliver rekrutteret"
    ),
    "add recruitment: {{mean: 0.8, se: 0.1, assumption: ...}} to rollout.intake; or the share that "
    "you expect, and why": (
        "tilføj recruitment: {{mean: 0.8, se: 0.1, assumption: ...}} under rollout.intake; eller "
        "den andel, I venter, og hvorfor"
    ),
    "people start at full pace from the first month on, the same for {months} months": (
        "folk begynder i fuldt tempo fra første måned, lige mange i {months} måneder"
    ),
    "add ramp_up: 6 to rollout.intake; or as many months as it takes to reach full pace": (
        "tilføj ramp_up: 6 under rollout.intake; eller så mange måneder, der går til fuldt tempo"
    ),
    "the answer per person is discounted, and a budget by year is not: they do not add up": (
        "svaret pr. person er diskonteret, og det er et budget pr. år ikke: de passer ikke sammen"
    ),
    "write cost: 0 in discount; a rate can stand in analyses": (
        "skriv cost: 0 under discount; en rente kan stå under analyses"
    ),
    "the share that is recruited is taken for certain, and no other is tried": (
        "andelen, der rekrutteres, tages for givet, og ingen anden er prøvet"
    ),
    "add analyses: {{fewer: {{set: {{{path}: 0.6}}}}}} to the file": (
        "tilføj analyses: {{fewer: {{set: {{{path}: 0.6}}}}}} til filen"
    ),
    "add fewer: {{set: {{{path}: 0.6}}}} to analyses": (
        "tilføj fewer: {{set: {{{path}: 0.6}}}} under analyses"
    ),
    "posts are counted on top of {line}, a whole sum of {file}": (
        "stillinger tælles oven i {line}, et samlet beløb i {file}"
    ),
    "add line: null to rollout; or leave it, if both are to be paid": (
        "tilføj line: null under rollout; eller lad det stå, hvis begge dele skal betales"
    ),
}
