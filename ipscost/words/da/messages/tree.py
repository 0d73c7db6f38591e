"""Om arme, betalere, kategorier, resultater og perspektiver."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "write {{{shares}}}": "skriv {{{shares}}}",
    "who pays is not known: that is a payer that stands for several": (
        "det vides ikke, hvem der betaler: så er det en betaler, der står for flere"
    ),
    "add {name}: {{of: [{known}]}} to payer": "tilføj {name}: {{of: [{known}]}} til payer",
    "expected a receiver of a transfer alone, found one of kind {kind}": (
        "kun en overførsel har en modtager, men her er kind {kind}"
    ),
    "take receiver out; what uses resources is paid, and nobody receives it": (
        "fjern receiver; det, der bruger ressourcer, bliver betalt, og ingen modtager det"
    ),
    "take receiver out": "fjern receiver",
    "{name} both pays and receives it": "{name} både betaler og modtager det",
    "{fix}; state the net amount, or two categories": (
        "{fix}; angiv nettobeløbet eller to kategorier"
    ),
    "expected {whose} shares that sum to 1, found {given}": (
        "andelene i {whose} skal give 1 tilsammen, men der står {given}"
    ),
    "a payer": "en betaler",
    "a perspective of its own accord": "et perspektiv i sig selv",
    "expected a name of its own, found '{name}', which is {what}": (
        "der skal stå et navn, du selv finder på, men '{name}' er {what}"
    ),
    "write for example {name}_alone": "skriv for eksempel {name}_alone",
    "unknown category {path}": "ukendt kategori {path}",
    "expected payers, kinds or cost, found none": "der mangler betalere, kinds eller cost",
    "add payers: [{payers}]; or kinds: or cost:, of what counts; society as a whole is societal": (
        "tilføj payers: [{payers}]; eller kinds: eller cost:, for det, der tæller; samfundet som "
        "helhed hedder societal"
    ),
    "expected a factor in the unit ratio, found {unit}": (
        "faktoren skal have enheden ratio, men den er {unit}"
    ),
    "write unit: ratio": "skriv unit: ratio",
    "a factor of the account is prescribed, so it has no uncertainty": (
        "en faktor i regnskabet er fastsat, så den har ingen usikkerhed"
    ),
    "{edit}; --set {path}.mean=... shows the result at another": (
        "{edit}; --set {path}.mean=... viser resultatet med en anden"
    ),
    "expected a factor of at least 1, found {value:g}": (
        "faktoren skal være mindst 1, men er {value:g}"
    ),
    "write 1 if nothing is added": "skriv 1, hvis intet lægges til",
    "write {value:g} if that much is added, 1 if nothing is": (
        "skriv {value:g}, hvis så meget lægges til, 1, hvis intet gør"
    ),
    "perspective": "perspektiv",
    "unknown perspective {word}": "ukendt perspektiv {word}",
    "add welfare: {factors} to the file": "tilføj welfare: {factors} til filen",
    "add {word}: true to payer.{name}": "tilføj {word}: true til payer.{name}",
    "{fix}; this scenario has {known}": "{fix}; dette scenarie har {known}",
    "unknown arm {name}: it is left out, but nothing is stated of it": (
        "ukendt arm {name}: den er udeladt, men intet er angivet om den"
    ),
    "{fix} for {name}": "{fix} i stedet for {name}",
    "add intervention: {{label: ...}} to arm": "tilføj intervention: {{label: ...}} til arm",
    "expected two arms or more, found {declared}": (
        "der skal være mindst to arme, men der er {declared}"
    ),
    "expected two arms or more, found {declared}: {nulls} left out": (
        "der skal være mindst to arme, men der er {declared}: {nulls} er udeladt"
    ),
    "leave out --set {path}.{last}={null}, so that one is compared with another": (
        "udelad --set {path}.{last}={null}, så der er en indsats at sammenligne med"
    ),
    "expected exactly one arm with reference: true, found {named}": (
        "præcis én arm skal have reference: true, men det har {named}"
    ),
    "add reference: true to arm.{name}": "tilføj reference: true til arm.{name}",
    "take reference out of arm.{name}": "fjern reference fra arm.{name}",
    "arm": "arm",
    "add programme: {example} to cost": "tilføj programme: {example} til cost",
    "expected a cost category, found none": "der mangler en omkostningskategori",
    "expected a category or a group of categories, found {shape}": (
        "der skal stå en kategori eller en gruppe af kategorier, men der står {shape}"
    ),
    "take {name} out; it belongs into a category, not into a group": (
        "fjern {name}; det hører til i en kategori, ikke i en gruppe"
    ),
    "expected a category's own name, found '{word}', a word of the format": (
        "der skal stå kategoriens eget navn, men '{word}' er et ord i filformatet"
    ),
    "write for example {word}_cost": "skriv for eksempel {word}_cost",
    "unknown category {name}, which states amounts alone": (
        "ukendt kategori {name}, som kun angiver beløb"
    ),
    "add kind: ... and add payer: ... and add unit: ...": (
        "tilføj kind: ..., tilføj payer: ..., og tilføj unit: ..."
    ),
    "write {near}, or {fix}": "skriv {near}, eller {fix}",
    "continues is about the later effect of a model, and this scenario has none": (
        "continues gælder den senere effekt i en model, og dette scenarie har ingen"
    ),
    "take continues out; it is about a model of states": (
        "fjern continues; det gælder en model med tilstande"
    ),
    "continues goes with amounts for each arm in stated months": (
        "continues hører til beløb for hver arm i angivne måneder"
    ),
    "add months: [1, {months}]": "tilføj months: [1, {months}]",
    "take continues out; amounts in states go on by themselves": (
        "fjern continues; beløb i tilstande fortsætter af sig selv"
    ),
    "expected payer or ladder, found both": (
        "der skal stå enten payer eller ladder, men her står begge"
    ),
    "keep one of payer, ladder": "behold en af payer, ladder",
    "unknown ladder {name}": "ukendt trappe (ladder) {name}",
    "a ladder counts time in its states, so it goes with in: of those alone": (
        "en trappe (ladder) tæller tid i sine tilstande, så den hører kun til in: i dem"
    ),
    "take ladder out and add payer: ...; a ladder goes with amounts in {states}, without "
    "friction": (
        "fjern ladder, og tilføj payer: ...; en ladder hører til beløb i {states}, uden friction"
    ),
    "{amiss} is itself a rate of others": "{amiss} er selv en andel af andre",
    "{part_of} goes with the amount of an arm": "{part_of} hører til beløbet for en arm",
    "an amount cannot be part of itself": "et beløb kan ikke være en del af sig selv",
    "{path} is itself part of {holder}": "{path} er selv en del af {holder}",
    "write -{value:g} if it is a gain (a negative cost)": (
        "skriv -{value:g}, hvis det er en gevinst (en negativ omkostning)"
    ),
    "expected a time, found {unit}": "der skal stå en tid, men der står {unit}",
    "write unit: week, or write unit: month": "skriv unit: week, eller skriv unit: month",
    "it sets the points of a clock, which are the same in every draw": (
        "det bestemmer, hvornår hvert trin nås, og det er ens i alle trækninger"
    ),
    "{edit}; an analysis may set another number": "{edit}; en analyse kan sætte et andet tal",
    "expected steps, found none": "der mangler trin",
    "add first: {{payer: ...}} to step": "tilføj first: {{payer: ...}} til step",
    "the last step has no end, found to: {end:g}": (
        "det sidste trin har ingen ende, men der står to: {end:g}"
    ),
    "every step but the last has an end, found none": (
        "alle trin undtagen det sidste skal have en ende"
    ),
    "take to out": "fjern to",
    "add to: ... (its last week)": "tilføj to: ... (trinnets sidste uge)",
    "expected steps in rising order, found {end:g} after {low:g}": (
        "trinnene skal stige, men der står {end:g} efter {low:g}"
    ),
    "put them in order": "sæt dem i rækkefølge",
    "expected an outcome per person or a share, found {unit}": (
        "der skal stå et resultat pr. person eller en andel, men der står {unit}"
    ),
    "write a unit such as QALY/person": "skriv en enhed som QALY/person",
    "expected one of in, {others}, found {given}": (
        "der skal stå en af in, {others}, men der står {given}"
    ),
    "keep one of {given}; an amount for each arm goes without": (
        "behold en af {given}; et beløb for hver arm står uden"
    ),
    "{key} does not go with in": "{key} hører ikke sammen med in",
    "expected an outcome per person and time, found {unit}": (
        "der skal stå et resultat pr. person og tid, men der står {unit}"
    ),
    "write a unit such as QALY/person/year": "skriv en enhed som QALY/person/year",
    "{way} needs {key}: the month, found none": "{way} kræver {key}: måneden",
    "add {key}: 18": "tilføj {key}: 18",
    "{key} does not go with {way}": "{key} hører ikke sammen med {way}",
    "expected {such} with {way}, found {unit}": (
        "med {way} skal der stå {such}, men der står {unit}"
    ),
    "timing does not go with {way}, which is at one month": (
        "timing hører ikke sammen med {way}, som gælder én måned"
    ),
    "take timing out": "fjern timing",
    "{words} are about the states of a model, and this scenario has none": (
        "{words} handler om tilstandene i en model, og dette scenarie har ingen"
    ),
    "{word} is about the states of a model, and this scenario has none": (
        "{word} handler om tilstandene i en model, og dette scenarie har ingen"
    ),
    "add {arm}: {{mean: ..., {source}}}": "tilføj {arm}: {{mean: ..., {source}}}",
    "{fix}; a scenario with model: and its states has these words": (
        "{fix}; et scenarie med model: og dens tilstande har disse ord"
    ),
    "an amount of a state changes with time by a list of values, one a cycle": (
        "et beløb i en tilstand skifter over tid med en liste af værdier, én pr. cyklus"
    ),
    "write two categories, with timing: {{months: [1, 12]}} and {{months: [13, 24]}}": (
        "skriv to kategorier med timing: {{months: [1, 12]}} og {{months: [13, 24]}}"
    ),
    "write mean: [{values}] and {edit}; the last value holds on": (
        "skriv mean: [{values}], og {edit}; den sidste værdi gælder videre"
    ),
    "expected an amount such as {such} with {event}, found {unit}": (
        "der skal stå et beløb som {such} ved {event}, men der står {unit}"
    ),
    "expected one unit for all amounts, found {first} and {unit}": (
        "alle beløb skal have samme enhed, men der står {first} og {unit}"
    ),
    "write {first} if the amount is of that unit": "skriv {first}, hvis beløbet er i den enhed",
    "expected states, found {what}": "der skal stå tilstande, men der står {what}",
    "write a state and its amounts under {event}:": (
        "skriv en tilstand og dens beløb under {event}:"
    ),
    "{all} is every state but death, so no other stands beside it": (
        "{all} er alle tilstande undtagen død, så ingen anden kan stå ved siden af"
    ),
    "keep {all} or the others": "behold {all} eller de andre",
    "expected the states that people move to, found {shape}": (
        "der skal stå de tilstande, som folk flytter til, men der står {shape}"
    ),
    "write a state and its amounts below it": "skriv en tilstand og dens beløb under den",
    "nobody moves from {origin} to {name}": "ingen flytter fra {origin} til {name}",
    "{section} is about a model of states, and this scenario has none": (
        "{section} handler om en model med tilstande, og dette scenarie har ingen"
    ),
    "take {section} out; it goes with model: and its states": (
        "fjern {section}; det hører sammen med model: og dens tilstande"
    ),
    "take {name} out; a category uses it by ladder: {name} in the place of payer": (
        "fjern {name}; en kategori bruger den med ladder: {name} i stedet for payer"
    ),
    "take {name} out; {{number: {name}}} uses it where it belongs": (
        "fjern {name}; {{number: {name}}} bruger det, hvor det hører til"
    ),
    "amounts by arm": "beløb for hver arm",
    "price and use": "pris og forbrug",
    "expected an amount for each arm, or price and use": (
        "der skal stå et beløb for hver arm, eller pris og forbrug"
    ),
    "expected one of {ways}, found several": "der skal stå en af {ways}, men der står flere",
    "expected money per person, found {unit}": "der skal stå penge pr. person, men der står {unit}",
    "write {money}/person/month": "skriv {money}/person/month",
    "add use: {{unit: {head}/person, {amounts}}}": "tilføj use: {{unit: {head}/person, {amounts}}}",
    "add price: {{mean: ..., unit: {money}/{head}, {source}}}": (
        "tilføj price: {{mean: ..., unit: {money}/{head}, {source}}}"
    ),
    "write {money}/person, or write {money}/person/month": (
        "skriv {money}/person, eller skriv {money}/person/month"
    ),
    "a rate of other costs needs of and rate, found no {missing}": (
        "en andel af andre omkostninger kræver of og rate, men {missing} mangler"
    ),
    "add of: ...": "tilføj of: ...",
    "add rate: {{mean: ..., {source}}}": "tilføj rate: {{mean: ..., {source}}}",
    "expected a path, or a list of them, found {shape}": (
        "der skal stå en sti eller en liste af stier, men der står {shape}"
    ),
    "write of: cost.productivity": "skriv of: cost.productivity",
    "expected a share, found {unit}": "der skal stå en andel, men der står {unit}",
    "friction limits amounts in states, found none": (
        "friction begrænser beløb i tilstande, men der er ingen"
    ),
    "take friction out; amounts by in: can have it": "fjern friction; beløb med in: kan have det",
    "expected the use in each arm, found {shape}": (
        "der skal stå forbruget i hver arm, men der står {shape}"
    ),
    "write {{unit: day/person, {each}}}": "skriv {{unit: day/person, {each}}}",
    "expected a price such as DKK_2024/day, found {of}": (
        "der skal stå en pris som DKK_2024/day, men der står {of}"
    ),
    "write {money}/{head}": "skriv {money}/{head}",
    "expected {per}/person (the price is {of}), found {unit}": (
        "der skal stå {per}/person (prisen er {of}), men der står {unit}"
    ),
    "use one of: saving, cost, probability": "brug en af: saving, cost, probability",
    "a result that is known to be off needs a note that says why, found none": (
        "et resultat, der vides at være skævt, kræver en note, der siger hvorfor"
    ),
    "add note: ... (why it is off), or take within out": (
        "tilføj note: ... (hvorfor det er skævt), eller fjern within"
    ),
    "a {what} in money needs a unit, found none": (
        "{what} i penge kræver en enhed, men der er ingen"
    ),
    "expected money per {head}, found {unit}": "der skal stå penge pr. {head}, men der står {unit}",
    "a threshold is what a decision is held against, so it has no uncertainty": (
        "en tærskel er det, en beslutning holdes op mod, så den har ingen usikkerhed"
    ),
    "{edit}; --wtp shows the result at several thresholds": (
        "{edit}; --wtp viser resultatet ved flere tærskler"
    ),
    "{found} are both called {word}": "{found} hedder begge {word}",
    "no {what} is called {word}": "intet med navnet {word} ({what}) findes",
    "--outcome {word}: no outcome is called that; the scenario has none": (
        "--outcome {word}: intet resultat hedder sådan; scenariet har ingen"
    ),
    "outcome": "resultat",
    "no outcome is called that": "intet resultat hedder sådan",
    "--outcome {word}: {why}; {fix}": "--outcome {word}: {why}; {fix}",
    "{names} is the arm that others are compared with": (
        "{names} er den arm, som de andre sammenlignes med"
    ),
    "intervention": "indsats",
    "--arm {word}: {error}; {fix}": "--arm {word}: {error}; {fix}",
    "{path} is not one number": "{path} er ikke ét tal",
    "the scenario has no number {path}": "scenariet har intet tal {path}",
    "{message} (its number there is stated by {form})": (
        "{message} (tallet dér er angivet som {form})"
    ),
}
