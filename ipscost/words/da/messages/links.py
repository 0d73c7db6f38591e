"""Om korrelationer, analyser og kalibrering."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "expected the section calibrate, found none": "afsnittet calibrate mangler",
    "add calibrate: with unknown: and target: (docs/calibration.md)": (
        "tilføj calibrate: med unknown: og target: (docs/calibration.md)"
    ),
    "the level of {path} in {arm} is not known, only the difference": (
        "niveauet af {path} i {arm} er ikke kendt, kun forskellen"
    ),
    "write what: difference": "skriv what: difference",
    "{fix} and write arm: {others}": "{fix} og skriv arm: {others}",
    "the difference of {path} in {arm} is not known": "forskellen i {path} for {arm} er ikke kendt",
    "take the target {name} out": "fjern kalibreringsmålet {name}",
    "at the start the scenario gives no number for {path} in {arm}": (
        "ved startværdierne giver scenariet intet tal for {path} i {arm}"
    ),
    "add another start: to the unknowns, or a target that is not relative to nothing": (
        "tilføj en anden start: for de ukendte, eller et mål, der ikke er i forhold til ingenting"
    ),
    "no search ended where the scenario gives a number for every target": (
        "ingen søgning endte, hvor scenariet giver et tal for alle kalibreringsmål"
    ),
    "narrow the bounds to values that the scenario can have, or state another start": (
        "indsnævr grænserne til værdier, som scenariet kan have, eller angiv en anden start"
    ),
    "{unknown} is an unknown, so how it goes together with others follows from the fit; it "
    "cannot be drawn together with {others} too": (
        "{unknown} er ukendt, så tilpasningen bestemmer, hvordan det følger andre tal; det kan "
        "ikke også trækkes sammen med {others}"
    ),
    "take {name} out of correlation": "fjern {name} fra correlation",
    "no target depends on {path}: all stay as they are from {low:g} to {high:g}": (
        "intet kalibreringsmål afhænger af {path}: de er alle uændrede fra {low:g} til {high:g}"
    ),
    "take {path} out; a target that depends on it will do too": (
        "fjern {path}; et mål, der afhænger af det, er også en løsning"
    ),
    "the targets do not determine {paths}, so there is no value to write": (
        "målene bestemmer ikke {paths}, så der er ingen værdi at skrive"
    ),
    "the standard error of {paths} is so large that no distribution in its range has it: the "
    "targets hardly determine it": (
        "standardfejlen for {paths} er så stor, at ingen fordeling i dets område har den: målene "
        "bestemmer det næsten ikke"
    ),
    "take {path} out of calibrate.unknown": "fjern {path} fra calibrate.unknown",
    "{ways}; a target that tells it will do too": (
        "{ways}; et mål, der afgør det, er også en løsning"
    ),
    "{ways}; a target that tells them apart will do too": (
        "{ways}; et mål, der skelner dem fra hinanden, er også en løsning"
    ),
    "an analysis cannot change which arms are compared": (
        "en scenarieanalyse kan ikke ændre, hvilke arme der sammenlignes"
    ),
    "write a file with extends: and its own arms": "skriv en fil med extends: og dens egne arme",
    "an analysis cannot change {section}": "en scenarieanalyse kan ikke ændre {section}",
    "write a file with extends: and what it changes, and compare the two": (
        "skriv en fil med extends: og det, der ændres, og sammenlign de to"
    ),
    "{message} (by this analysis, at {place})": "{message} (på grund af denne analyse, i {place})",
    "write sure: verified; read the figures in the publication itself first": (
        "skriv sure: verified; læs først tallene i selve publikationen"
    ),
    "the figures from {name} are {sure}, not read first-hand": (
        "tallene fra {name} er {sure}, ikke læst i selve publikationen"
    ),
    "amounts over the horizon were stated for another horizon: {inherited}": (
        "beløb over hele tidshorisonten er angivet for en anden tidshorisont: {inherited}"
    ),
    "write {stated_horizon}; or restate each of them here (or per month: /person/month)": (
        "skriv {stated_horizon}; eller angiv dem alle på ny her (eller pr. måned: /person/month)"
    ),
    "restate each of them in a file that extends this one, with its horizon (or per month: "
    "/person/month)": (
        "angiv dem alle på ny i en fil, der bygger på denne, med dens tidshorisont (eller pr. "
        "måned: /person/month)"
    ),
    "expected a name of its own, found '{name}', a word of the format": (
        "der skal stå et navn, du selv finder på, men '{name}' er et ord i filformatet"
    ),
    "write for example {name}_{at_name}": "skriv for eksempel {name}_{at_name}",
    "expected an unknown, found none": "der mangler en ukendt",
    "add {path}: {{low: {low:g}, high: {high:g}}}": (
        "tilføj {path}: {{low: {low:g}, high: {high:g}}}"
    ),
    "expected at least as many targets as unknowns, found {targets} for {unknowns}: many "
    "values would fit as well": (
        "der skal være mindst lige så mange mål som ukendte, men der er {targets} til "
        "{unknowns}: mange værdier ville passe lige godt"
    ),
    "{fix}; 1 more target will do too": "{fix}; 1 mål mere er også en løsning",
    "{fix}; {more} more targets will do too": "{fix}; {more} mål mere er også en løsning",
    "{path} changes by cycle, so it is more than one number": (
        "{path} skifter fra cyklus til cyklus, så det er mere end ét tal"
    ),
    "{others}; one number, or the stretches from_1, from_7, can be unknown": (
        "{others}; ét tal, eller afsnittene from_1, from_7, kan være ukendt"
    ),
    "{path} counts persons who were seen, so it is not unknown": (
        "{path} tæller personer, som er set, så det er ikke ukendt"
    ),
    "{others}; moves stated by a probability or a rate can be unknown": (
        "{others}; overgange, der er angivet med en sandsynlighed eller en rate, kan være ukendte"
    ),
    "state one number": "angiv ét tal",
    "the source in {file} is of the value there": "kilden i {file} hører til værdien dér",
    "add source: ..., or add assumption: ...": "tilføj source: ..., eller tilføj assumption: ...",
    "after is for a share that people reach, found {what} of {path}": (
        "after gælder en andel, som folk når, men der står {what} for {path}"
    ),
    "write path: {others}": "skriv path: {others}",
    "take after out": "fjern after",
    "expected another outcome that is a share, found {after}": (
        "der skal stå et andet resultat, som er en andel, men der står {after}"
    ),
    "expected the key what beside the path {path}, found none": (
        "nøglen what mangler ved stien {path}"
    ),
    "add what: difference (or saving, cost, relative)": (
        "tilføj what: difference (eller saving, cost, relative)"
    ),
    "use one of: saving, cost, difference": "brug en af: saving, cost, difference",
    "expected {unit}, the unit of {path}, found {given}": (
        "der skal stå {unit}, enheden for {path}, men der står {given}"
    ),
    "money needs a unit, found none": "penge skal have en enhed, men der er ingen",
    "expected the uncertainty of the target by one of se, interval, p or n, found {given}: "
    "it says how much the target weighs": (
        "målets usikkerhed skal angives med en af se, interval, p eller n, men der står {given}: "
        "den siger, hvor meget målet vejer"
    ),
    "add se: ... (the standard error); for a share n: (persons) will do": (
        "tilføj se: ... (standardfejlen); for en andel er n: (personer) også nok"
    ),
    "a p-value gives the standard error of a difference other than 0": (
        "en p-værdi giver kun standardfejlen for en forskel, der ikke er 0"
    ),
    "take p out and add se: ...": "fjern p, og tilføj se: ...",
    "a {what}": "{what}",
    "n gives the standard error of a share between 0 and 1, found {given}": (
        "n giver standardfejlen for en andel mellem 0 og 1, men der står {given}"
    ),
    "take n out and add se: ...": "fjern n, og tilføj se: ...",
    "expected two quantities or more, found {members}": (
        "der skal være mindst to tal, men der er {members}"
    ),
    "add {others} to the list": "tilføj {others} til listen",
    "{member} has no stated uncertainty, so nothing of it can go together": (
        "{member} har ingen angivet usikkerhed, så det kan ikke følge andre tal"
    ),
    "add se: ... to {member}": "tilføj se: ... til {member}",
    "{member} is in the correlation {other} already": (
        "{member} er allerede med i korrelationen {other}"
    ),
    "take {member} out; one correlation holds all that go together": (
        "fjern {member}; én korrelation rummer alle, der hører sammen"
    ),
    "{member} stands here twice": "{member} står her to gange",
    "expected the paths of quantities, found none": "der mangler stier til tal",
    "take {target} out; a file with extends: may leave an arm out": (
        "fjern {target}; en fil med extends: må udelade en arm"
    ),
    "expected a value, found {shape}": "der skal stå en værdi, men der står {shape}",
    "expected PATH: VALUE, found none": "der mangler STI: VÆRDI",
    "add {path}.{role}: ...": "tilføj {path}.{role}: ...",
    "add PATH: VALUE": "tilføj STI: VÆRDI",
    "unknown quantity {path}": "ukendt tal {path}",
    "both": "begge",
    "expected rho (one correlation for every pair) or matrix, found {stated}": (
        "der skal stå rho (én korrelation for alle par) eller matrix, men der står {stated}"
    ),
    "add rho: 0.5": "tilføj rho: 0.5",
    "keep one of rho, matrix": "behold en af rho, matrix",
    "expected {size} rows of {size} numbers, found {rows} rows of {shape}": (
        "der skal være {size} rækker med {size} tal, men antallet af rækker er {rows} (med {shape})"
    ),
    "write a row and a column for each member such as {rows}": (
        "skriv en række og en søjle for hvert medlem, for eksempel {rows}"
    ),
    "write correlations from -1 to 1": "skriv korrelationer fra -1 til 1",
    "expected correlations from -1 to 1": "korrelationer skal ligge fra -1 til 1",
    "write {rows}; each quantity goes wholly with itself": (
        "skriv {rows}; hvert tal følger helt sig selv"
    ),
    "expected 1 on the diagonal": "der skal stå 1 i diagonalen",
    "expected a symmetric matrix": "matricen skal være symmetrisk",
    "these correlations cannot hold together (the matrix is not positive semidefinite; its "
    "lowest eigenvalue is {lowest:.3g})": (
        "disse korrelationer kan ikke gælde samtidig (matricen er ikke positivt semidefinit; "
        "dens laveste egenværdi er {lowest:.3g})"
    ),
    "write a number of at least {least:g}": "skriv et tal på mindst {least:g}",
    "write correlations nearer to 0 such as {rows} ({shrink:g} times each)": (
        "skriv korrelationer nærmere 0, for eksempel {rows} ({shrink:g} gange hver)"
    ),
}
