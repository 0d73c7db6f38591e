"""Om en effekt, der føres over på en anden gruppe."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "expected one of share, pooled and weight, found {given}": (
        "der skal stå én af share, pooled og weight, men der står {given}"
    ),
    "add share: ... (of the trial's effect, 0 to 1)": (
        "tilføj share: ... (af forsøgets effekt, 0 til 1)"
    ),
    "another study has the rest of a weight, and there is no weight": (
        "et andet studie har resten af en vægt, og der er ingen vægt"
    ),
    "a weight on the trial leaves the rest to another study, found none": (
        "en vægt på forsøget overlader resten til et andet studie, og der er intet"
    ),
    "add other: {{{role}: ..., source: ...}}": "tilføj other: {{{role}: ..., source: ...}}",
    "{name} is no share of people, so it has no {scale}": (
        "{name} er ikke en andel af mennesker, så det har ingen {scale}"
    ),
    "unknown outcome {name}": "ukendt resultat {name}",
    "no outcome is a share of people, so there is no {scale} to carry over": (
        "intet resultat er en andel af mennesker, så der er ingen {scale} at føre over"
    ),
    "{gone} and add share: ...": "{gone} og tilføj share: ...",
    "several outcomes are shares of people: {names}; it is not said whose effect it is": (
        "flere resultat er andele af mennesker: {names}; det er ikke sagt, hvis effekt det er"
    ),
    "add of: {name} to transfer": "tilføj of: {name} til transfer",
    "write points (then a share of each difference is carried over)": (
        "skriv points (så føres en andel af hver forskel over)"
    ),
    "risk ratio": "relativ risiko",
    "odds ratio": "oddsratio",
    "hazard ratio": "hazardratio",
    "difference in points": "forskel i procentpoint",
    "{key} is about an outcome that is stated; in a model of states the moves hold the effect and "
    "the level": (
        "{key} gælder et resultat, der er angivet; i en tilstandsmodel er det overgangene, der "
        "har effekten og niveauet"
    ),
    "the moves of all arms are alike, so there is no effect to carry over": (
        "overgangene er ens i alle arme, så der er ingen effekt at føre over"
    ),
    "take transfer out": "fjern transfer",
    "{path} is stated for the arm by itself, not against the reference arm, so no share of an "
    "effect can be carried over": (
        "{path} er angivet for armen selv og ikke i forhold til referencearmen, så ingen andel af "
        "en effekt kan føres over"
    ),
    "take transfer out; it needs numbers against that arm": (
        "fjern transfer; den kræver tal i forhold til den arm"
    ),
    "the effect, {path}, is stated as a {role}, and carries over on that scale alone": (
        "effekten, {path}, er angivet som {role} og kan kun føres over på den skala"
    ),
    "an arm differs by several numbers, {paths}, which one effect cannot replace": (
        "en arm afviger ved flere tal, {paths}, som én effekt ikke kan erstatte"
    ),
    "take other out": "fjern other",
    "numbers are fitted to what was published of the trial, and this scenario carries its effect "
    "over to another group": (
        "tal tilpasses det, der er offentliggjort om forsøget, og dette scenarie fører dets effekt "
        "over på en anden gruppe"
    ),
    "take transfer out; a file that extends the fitted one may carry it over": (
        "fjern transfer; en fil, der bygger på den tilpassede, kan føre den over"
    ),
    "take pooled out and take weight out and take other out and add share: ...": (
        "fjern pooled og fjern weight og fjern other og tilføj share: ..."
    ),
    "write 1; leave it where more than the whole effect is meant": (
        "skriv 1; lad det stå, hvis der menes mere end hele effekten"
    ),
    "the scale is {scale}, and this effect is on another": (
        "skalaen er {scale}, og denne effekt er på en anden"
    ),
    "write {role}: ... for {stated}": "skriv {role}: ... for {stated}",
    "write scale: {scale} in transfer": "skriv scale: {scale} i transfer",
    "expected both levels of the other study, found one": (
        "der skal stå begge niveauer fra det andet studie, men der står ét"
    ),
    "add {key}: {{mean: ..., source: ...}}": "tilføj {key}: {{mean: ..., source: ...}}",
    "{path} is a share of other costs, and is carried as they are": (
        "{path} er en andel af andre udgifter og føres over, som de gør"
    ),
    "unknown category or outcome {path}": "ukendt kategori eller resultat {path}",
    "{path} is to follow the effect, and the trial's effect of {arm} is 0 or not known": (
        "{path} skal følge effekten, og forsøgets effekt af {arm} er 0 eller ikke kendt"
    ),
    "add {path} to the list": "tilføj {path} til listen",
    "add stays: [{path}]": "tilføj stays: [{path}]",
    "{path} has no {scale} in {arm}: a level is 0 or 1, or not known": (
        "{path} har ingen {scale} i {arm}: et niveau er 0 eller 1 eller ikke kendt"
    ),
    "write points": "skriv points",
    "expected a level of 0 to 1, found {level:.3g} of {path} in {arm}": (
        "niveauet skal være 0 til 1, men er {level:.3g} for {path} i {arm}"
    ),
    "write odds_ratio (by which no share of people is more than 1)": (
        "skriv odds_ratio (med den bliver ingen andel mere end 1)"
    ),
    "write {most:g} for {value:g}; no more fits, while an odds_ratio that is pooled on the "
    "scale odds_ratio always does": (
        "skriv {most:g} i stedet for {value:g}; mere er der ikke plads til, men en odds_ratio, der "
        "er lagt sammen på skalaen odds_ratio, er der altid plads til"
    ),
    "write ... (a weight that leaves less to the other study)": (
        "skriv ... (en vægt, der overlader mindre til det andet studie)"
    ),
    "write transfer={{scale: points, share: ...}}": "skriv transfer={{scale: points, share: ...}}",
    "{path} goes together with {other} in the correlation {name}, and what is expected of the two "
    "together is not known": (
        "{path} følges med {other} i korrelationen {name}, og hvad der kan ventes af de to "
        "tilsammen, vides ikke"
    ),
    "take {path} out of correlation.{name}": "tag {path} ud af correlation.{name}",
}
