"""Om en model med tilstande."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "counts hold every move out of {origin}, found {key} beside them": (
        "counts rummer alle overgange fra {origin}, men {key} står ved siden af dem"
    ),
    "take {key} out and add {key}: ... (persons) to {path}.counts": (
        "fjern {key}, og tilføj {key}: ... (personer) til {path}.counts"
    ),
    "expected persons, found none": "der mangler personer",
    "write how many persons were seen": "skriv, hvor mange personer der er set",
    "the counts are those of the reference arm, found another number": (
        "tallene i counts hører til referencearmen, men her står et andet tal"
    ),
    "take {arm} out; state the ratio of each other arm": (
        "fjern {arm}; angiv forholdstallet for hver af de andre arme"
    ),
    "expected one of months, years or weeks, found {given}": (
        "der skal stå en af months, years eller weeks, men der står {given}"
    ),
    "add months: 18": "tilføj months: 18",
    "expected at most {most} months, found {length:g} {key}": (
        "der må højst være {most} måneder, men der står {length:g} {key}"
    ),
    "write a shorter horizon": "skriv en kortere tidshorisont",
    "expected a whole number of months, found {length:g} {key}": (
        "der skal stå et helt antal måneder, men der står {length:g} {key}"
    ),
    "write months: {months} for {key}: {text}; parts of a month need a model of states": (
        "skriv months: {months} i stedet for {key}: {text}; dele af en måned kræver en model med "
        "tilstande"
    ),
    "an effect that decays has a half_life, and no other has": (
        "en effekt, der aftager, har en half_life, og ingen anden har"
    ),
    "add half_life: {{mean: 24, unit: month, assumption: ...}}": (
        "tilføj half_life: {{mean: 24, unit: month, assumption: ...}}"
    ),
    "take half_life out, or write then: decays": "fjern half_life, eller skriv then: decays",
    "expected a half-life in months, found {unit}": (
        "halveringstiden skal være i måneder, men der står {unit}"
    ),
    "write unit: month": "skriv unit: month",
    "expected a half-life above 0, found {value:g}": (
        "halveringstiden skal være over 0, men er {value:g}"
    ),
    "write a number above 0 such as 24": "skriv et tal over 0, for eksempel 24",
    "to goes with {out}, whose targets are open; this move goes to {target}": (
        "to hører til {out}, hvor målet er åbent; denne overgang går til {target}"
    ),
    "take to out, or write {out} for {target}": "fjern to, eller skriv {out} i stedet for {target}",
    "expected where those go who leave, found {given}": (
        "der skal stå, hvor de, der forlader tilstanden, kommer hen, men der står {given}"
    ),
    "add to: {{{other}: {rest}}}; the other states with a share each": (
        "tilføj to: {{{other}: {rest}}}; de andre tilstande med hver sin andel"
    ),
    "those who leave {origin} cannot go to {origin}": (
        "de, der forlader {origin}, kan ikke komme til {origin}"
    ),
    "take {origin} out; who does not leave stays": (
        "fjern {origin}; den, der ikke forlader tilstanden, bliver"
    ),
    "expected one state that gets the rest, found {rests}": (
        "kun én tilstand kan få resten, men der står {rests}"
    ),
    "missing {total:g}": "der mangler {total:g}",
    "{total:g} too much": "det er {total:g} for meget",
    "the shares of those who leave sum to {total:g} in {arm}, {amiss}": (
        "andelene af dem, der forlader tilstanden, giver tilsammen {total:g} i {arm}; {amiss}"
    ),
    "{path} is uncertain, so the shares would not sum to 1": (
        "{path} er usikker, så andelene ville ikke give 1 tilsammen"
    ),
    "expected states, found none": "der mangler tilstande",
    "write the states that people can be in": "skriv de tilstande, folk kan være i",
    "nobody can leave {name}, which is not said to be absorbing": (
        "ingen kan forlade {name}, men der står ikke, at den er absorberende"
    ),
    "add absorbing: true, or {name}": "tilføj absorbing: true, eller {name}",
    "add {name}: {{{other}: {move}, {name}: {rest}}} to model.transition": (
        "tilføj {name}: {{{other}: {move}, {name}: {rest}}} til model.transition"
    ),
    "unknown transition {of}": "ukendt overgang {of}",
    "{path} is itself a ratio to another move": (
        "{path} er selv et forholdstal til en anden overgang"
    ),
    "{cycles:.6g} weeks": "{cycles:.6g} uger",
    "{cycles:.6g} months": "{cycles:.6g} måneder",
    "{cycles:.6g} years": "{cycles:.6g} år",
    "expected a horizon of at least a cycle, found {cycles:.3g} cycles": (
        "tidshorisonten skal være mindst én cyklus, men er {cycles:.3g} cyklusser"
    ),
    "write a longer horizon": "skriv en længere tidshorisont",
    "Simpson's rule needs an even number of whole cycles, found {length}": (
        "Simpsons regel kræver et lige antal hele cyklusser, men der er {length}"
    ),
    "write half_cycle; an even number of cycles will do too": (
        "skriv half_cycle; et lige antal cyklusser er også en løsning"
    ),
    "write probability/month, or write rate/year; share (with by:) and month (a Weibull "
    "scale) are units too": (
        "skriv probability/month, eller skriv rate/year; share (med by:) og month (skalaen i en "
        "Weibullfordeling) er også enheder"
    ),
    "expected the moves out of {origin}, found {shape}": (
        "der skal stå overgangene fra {origin}, men der står {shape}"
    ),
    "write a state that people go to, and how many: job: {{unit: probability/month}}": (
        "skriv en tilstand, som folk kommer til, og hvor mange: job: {{unit: probability/month}}"
    ),
    "{origin} is absorbing, so nobody leaves it": "{origin} er absorberende, så ingen forlader den",
    "take {word} out of model.state.{origin}, or take {origin} out of model.transition": (
        "fjern {word} fra model.state.{origin}, eller fjern {origin} fra model.transition"
    ),
    "the rest goes to {rest} already": "resten går allerede til {rest}",
    "keep one of {rest}, {target}": "behold en af {rest}, {target}",
    "add absorbing: true to model.state.{origin} and take {origin} out, or add {other}: "
    "{moving} and add {origin}: {rest}": (
        "tilføj absorbing: true til model.state.{origin}, og fjern {origin}, eller tilføj "
        "{other}: {moving}, og tilføj {origin}: {rest}"
    ),
    "expected how many move, found {shape}": (
        "der skal stå, hvor mange der flytter, men der står {shape}"
    ),
    "write unit: and an amount for each arm, or {rest}": (
        "skriv unit: og et tal for hver arm, eller {rest}"
    ),
    "expected a shape above 0, found {shape:g} in {arm}": (
        "formen skal være over 0, men er {shape:g} i {arm}"
    ),
    "write a number above 0 such as 1; 1 is a constant hazard": (
        "skriv et tal over 0, for eksempel 1; 1 er en konstant hazard"
    ),
    "add unit: probability/month, or add unit: rate/year; share (with by:) and month (a "
    "Weibull scale) are units too": (
        "tilføj unit: probability/month, eller tilføj unit: rate/year; share (med by:) og month "
        "(skalaen i en Weibullfordeling) er også enheder"
    ),
    "a share that has moved needs the month by which, found none": (
        "en andel, der har flyttet, kræver måneden, den gælder ved"
    ),
    "add by: 18": "tilføj by: 18",
    "by goes with a share that has moved, found {unit}": (
        "by hører til en andel, der har flyttet, men der står {unit}"
    ),
    "take by out, or write unit: share": "fjern by, eller skriv unit: share",
    "a shape goes with a share or a scale, found a {name}": (
        "en form hører til en andel eller en skala, men her er {name}"
    ),
    "take shape out, or write unit: share and add by: 12, or write unit: month": (
        "fjern shape, eller skriv unit: share, og tilføj by: 12, eller skriv unit: month"
    ),
    "expected a {name}, found {unit}": "der skal stå {name}, men der står {unit}",
    "a hazard by which all have moved has no end, found {share:g}": (
        "flytter alle sig, bliver hazarden uendelig, men der står {share:g}"
    ),
    "write a {role} below {limit:g} such as {such:g}": (
        "skriv {role} under {limit:g}, for eksempel {such:g}"
    ),
    "expected a scale above 0, found {value:g}": "skalaen skal være over 0, men er {value:g}",
    "write a number above 0 such as 12": "skriv et tal over 0, for eksempel 12",
    "the run has {cycles} cycles of a {cycle}, and {column} {values}": (
        "kørslen har {cycles} cyklusser på 1 {cycle}, og {column} har {values}"
    ),
    "1 value": "1 værdi",
    "{length} values": "{length} værdier",
    "add {cycles} to the column; a list holds its last value on": (
        "tilføj {cycles} til kolonnen; i en liste gælder den sidste værdi videre"
    ),
    "take the last {length} out; a longer horizon reaches them": (
        "fjern {length} i slutningen; en længere tidshorisont når dem"
    ),
    "{edit}; a longer horizon reaches it": "{edit}; en længere tidshorisont når det",
    "model.cycle is changed to {cycle}, and {path} in {file} is by cycle": (
        "model.cycle er ændret til {cycle}, og {path} i {file} er pr. cyklus"
    ),
    "model.cycle is changed to {cycle}, and {path} and {others} in {file} are by cycle": (
        "model.cycle er ændret til {cycle}, og {path} og {others} i {file} er pr. cyklus"
    ),
    "1 other number": "1 andet tal",
    "{more} other numbers": "{more} andre tal",
    "write them anew for cycles of a {cycle}, in the file that says so": (
        "skriv dem på ny for cyklusser på 1 {cycle} i den fil, der siger det"
    ),
    "take model.cycle out; values by cycle are written anew in a file that extends": (
        "fjern model.cycle; værdier pr. cyklus skrives på ny i en fil, der bygger på denne"
    ),
    "{path} is a hazard and {others_path} a probability, which cannot compete with one another": (
        "{path} er en hazard og {others_path} en sandsynlighed, og de kan ikke konkurrere med "
        "hinanden"
    ),
    "state all moves out of {origin} as rates or shares, or all as probabilities": (
        "angiv alle overgange fra {origin} som rater eller andele, eller alle som sandsynligheder"
    ),
    "row {origin} says nothing of those who stay": "rækken {origin} siger intet om dem, der bliver",
    "{path} is uncertain, so the row {origin} would not sum to 1 in a draw": (
        "{path} er usikker, så rækken {origin} ville ikke give 1 tilsammen i en trækning"
    ),
    "{rest} gets the rest of each cycle, and {origin} a probability of another time, so "
    "nobody can tell who has left": (
        "{rest} får resten af hver cyklus, og {origin} en sandsynlighed for en anden tid, så "
        "ingen kan se, hvem der har forladt den"
    ),
    "write {origin}: {rest} and write {row_rest}: {move}": (
        "skriv {origin}: {rest}, og skriv {row_rest}: {move}"
    ),
    " in cycle {cycle}": " i cyklus {cycle}",
    "row {origin} sums to {total:g} in {arm}{when}, {more:g} too much": (
        "rækken {origin} giver {total:g} tilsammen i {arm}{when}; det er {more:g} for meget"
    ),
    "check the probabilities: those of one {time} sum to 1 at most": (
        "se sandsynlighederne efter: de for 1 {time} giver højst 1 tilsammen"
    ),
    "time": "tid",
    "row {origin} sums to {whole:g} in {arm}{when}, missing {lacking:g}": (
        "rækken {origin} giver {whole:g} tilsammen i {arm}{when}; der mangler {lacking:g}"
    ),
    "row {origin} has probabilities of several times, and says nothing of those who stay": (
        "rækken {origin} har sandsynligheder for flere tider og siger intet om dem, der bliver"
    ),
    "a risk ratio of {ratio:g} makes the probability {base:.6g} x {ratio:g} = {probability:.6g}": (
        "en relativ risiko på {ratio:g} gør sandsynligheden til {base:.6g} x {ratio:g} = "
        "{probability:.6g}"
    ),
    "write hazard_ratio for risk_ratio if it is one; under that, it stays below 1": (
        "skriv hazard_ratio i stedet for risk_ratio, hvis det er en; med den bliver "
        "sandsynligheden under 1"
    ),
    "write a smaller number such as 0.1; the risk_ratio at {place} may be amiss as well": (
        "skriv et mindre tal, for eksempel 0.1; risk_ratio i {place} kan også være forkert"
    ),
    "the name of an arm": "navnet på en arm",
    "a word of the format": "et ord i filformatet",
    "expected a name of its own, found '{name}', {what}": (
        "der skal stå et navn, du selv finder på, men '{name}' er {what}"
    ),
    "write for example {name}_state": "skriv for eksempel {name}_state",
    "expected a share of those who begin, found {unit}": (
        "der skal stå en andel af dem, der begynder, men der står {unit}"
    ),
    "expected one state where the rest begin, found {names}": (
        "kun i én tilstand kan resten begynde, men der står {names}"
    ),
    "take start out of {path}": "fjern start fra {path}",
    "the shares of {arm} that begin sum to {total:g}, {more:g} too much": (
        "andelene i {arm}, der begynder, giver {total:g} tilsammen; det er {more:g} for meget"
    ),
    "write start: {rest} in {path}": "skriv start: {rest} i {path}",
    "the shares of {arm} that begin sum to {total:g}, missing {lacking:g}": (
        "andelene i {arm}, der begynder, giver {total:g} tilsammen; der mangler {lacking:g}"
    ),
    "{path} is uncertain, so the shares that begin would not sum to 1": (
        "{path} er usikker, så andelene, der begynder, ville ikke give 1 tilsammen"
    ),
    "use one or more of: {states}": "brug en eller flere af: {states}",
    "unknown state {name}": "ukendt tilstand {name}",
    "expected stretches that begin with from_1, found {name} first": (
        "afsnittene skal begynde med from_1, men der står {name} først"
    ),
    "write from_1 if it holds from the start": "skriv from_1, hvis det gælder fra begyndelsen",
    "from_{month} is from month {month} on, and no cycle begins with it: model.cycle is {cycle}": (
        "from_{month} gælder fra måned {month}, og ingen cyklus begynder dér: model.cycle er "
        "{cycle}"
    ),
    "{fix}; a shorter model.cycle will do too": "{fix}; en kortere model.cycle er også en løsning",
    "week": "uge",
    "month": "måned",
    "year": "år",
    "write cycle: {time} in model": "skriv cycle: {time} i model",
    "{fix} if the row says where people are a {time} later; if it says how fast they go, "
    "state rates (rate/{unit})": (
        "{fix}, hvis rækken siger, hvor folk er efter 1 {time}; siger den, hvor hurtigt de "
        "flytter, så angiv rater (rate/{unit})"
    ),
}
