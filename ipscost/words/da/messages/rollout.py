"""Om en indsats, der rulles ud i kalenderen."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # datoer
    "expected a month of the calendar": "der skal stå en måned i kalenderen",
    "expected a month, or its first day": "der skal stå en måned eller dens første dag",
    "there is no such date": "den dato findes ikke",
    "there is no such month": "den måned findes ikke",
    "write a month such as 2024-01": "skriv en måned, for eksempel 2024-01",
    "the accounts end in {until}, before people start in {starts}": (
        "regnskabet slutter i {until}, før de første begynder i {starts}"
    ),
    "the rollout begins in {year}, and prices in {currency} are known from {first}": (
        "udrulningen begynder i {year}, og priser i {currency} er kendt fra {first}"
    ),
    "write rollout={{starts: 2025-01, intake: {{target: ..., months: 12}}}}": (
        "skriv rollout={{starts: 2025-01, intake: {{target: ..., months: 12}}}}"
    ),
    # tal
    "expected a number above {above:g}, found {value:g}": (
        "der skal stå et tal over {above:g}, men der står {value:g}"
    ),
    "expected at most {most:g} months, found {value:g}": (
        "der må højst være {most:g} måneder, men der er {value:g}"
    ),
    "write a number of months such as {such:g}": "skriv et antal måneder som fx {such:g}",
    "the accounts end in {until}, more than {most} years after people start": (
        "regnskabet slutter i {until}, mere end {most} år efter de første deltagere"
    ),
    "expected a number below {most:g}, found {value:g}": (
        "der skal stå et tal under {most:g}, men der står {value:g}"
    ),
    "write a number above {above:g} such as {such:g}": (
        "skriv et tal over {above:g}, for eksempel {such:g}"
    ),
    "write a number below {most:g} such as 0.02": (
        "skriv et tal under {most:g}, for eksempel 0.02"
    ),
    "expected the unit {known}, found {unit}": (
        "der skal stå enheden {known}, men der står {unit}"
    ),
    "expected an amount with its unit, found '{text}'": (
        "der skal stå et beløb eller antal med sin enhed, men der står '{text}'"
    ),
    "expected an unknown amount with its unit, found none": (
        "et ukendt beløb skal have sin enhed, men den mangler"
    ),
    "write {{mean: {text}, unit: {unit}, source: ...}}": (
        "skriv {{mean: {text}, unit: {unit}, source: ...}}"
    ),
    "write {{mean: ..., unit: {unit}, source: ...}}": (
        "skriv {{mean: ..., unit: {unit}, source: ...}}"
    ),
    "write {{mean: unknown, unit: {unit}}}": "skriv {{mean: unknown, unit: {unit}}}",
    # deltagere
    "recruitment is a share of the target, at most 1, found {value:g}; a higher target is how more "
    "are planned": (
        "recruitment er en andel af måltallet, højst 1, men der står {value:g}; flere planlægges "
        "med et højere måltal"
    ),
    "{people:g} people are planned to start, and there are {of:g}": (
        "{people:g} personer er planlagt til at begynde, og der er {of:g}"
    ),
    # stillinger
    "expected the kinds of post, found none": (
        "der skal stå, hvilke stillinger der er, men der er ingen"
    ),
    "add specialist: {{salary: ...}} to {path}": "tilføj specialist: {{salary: ...}} til {path}",
    "posts need to know how long a person is supported": (
        "til stillinger skal man vide, hvor længe en person får støtte"
    ),
    "add support: {{months: ...}} to rollout": "tilføj support: {{months: ...}} til rollout",
    "it is not said how many clients a post of {role} has": (
        "det er ikke sagt, hvor mange borgere en stilling som {role} har"
    ),
    "add caseload: ... (clients at a time), or add clients_per_year: ...": (
        "tilføj caseload: ... (sagstal, borgere ad gangen), eller tilføj clients_per_year: ..."
    ),
    "it is not said how many posts of {role} there are": (
        "det er ikke sagt, hvor mange stillinger som {role} der er"
    ),
    "add per: ... (posts of {first} for one of these), or add posts: ...": (
        "tilføj per: ... (stillinger som {first} for hver af disse), eller tilføj posts: ..."
    ),
    "expected per or posts, found both": "der skal stå per eller posts, men begge står der",
    "the first role has a post for each caseload of clients, and none per post": (
        "den første rolle har en stilling for hvert sagstal af borgere og ingen pr. stilling"
    ),
    "of belongs to per, which says how many posts of that role there are for one": (
        "of hører til per, som siger, hvor mange stillinger i den rolle der er for hver"
    ),
    "unknown role {name}": "ukendt rolle {name}",
    "posts hang on one another in a circle: {roles}": (
        "stillinger afhænger af hinanden i ring: {roles}"
    ),
    "{clients:g} clients a year do not agree with a caseload of {caseload:g} and {months:g} months "
    "of support, which make {made:.4g}": (
        "{clients:g} borgere om året passer ikke med et sagstal på {caseload:g} og {months:g} "
        "måneders støtte, som giver {made:.4g}"
    ),
    "write {made:.4g} for {text}, or take {way} out (it follows)": (
        "skriv {made:.4g} for {text}, eller fjern {way} (det følger af resten)"
    ),
    # pris
    "the programme has two prices: that of its posts, and that of a place": (
        "indsatsen har to priser: den af dens stillinger og den af en plads"
    ),
    "take place out, or take staff out of rollout": "fjern place, eller fjern staff fra rollout",
    "{unit} is for each post, and there are no posts": (
        "{unit} er for hver stilling, og der er ingen stillinger"
    ),
    "money that is spread over the programme is stated once, found {unit}": (
        "penge, der fordeles over indsatsen, angives én gang, men der står {unit}"
    ),
    # hvem og hvad
    "expected the arm that is rolled out, since there are several: {others}": (
        "der skal stå, hvilken arm der rulles ud, for der er flere: {others}"
    ),
    "it is not said who pays the programme": "det er ikke sagt, hvem der betaler indsatsen",
    "several pay the programme in the scenario: {payers}": (
        "flere betaler indsatsen i scenariet: {payers}"
    ),
    "add payer: {name}": "tilføj payer: {name}",
    "add outcome: {name}": "tilføj outcome: {name}",
    "{name} is no share of people, so nobody is counted by it": (
        "{name} er ikke en andel af mennesker, så ingen tælles med det"
    ),
    # bevillinger
    "{name} cannot give a grant to itself": "{name} kan ikke give sig selv en bevilling",
    "expected amounts (by year) or total, found both": (
        "der skal stå amounts (efter år) eller total, men begge står der"
    ),
    "expected amounts (by year) or total, found none": (
        "der skal stå amounts (efter år) eller total, men ingen af dem står der"
    ),
    "add amounts: {{{year}: ...}}": "tilføj amounts: {{{year}: ...}}",
    "take total out, or take amounts out": "fjern total, eller fjern amounts",
    "a grant of {year} lies outside of the rollout, {first} to {last}": (
        "en bevilling for {year} ligger uden for udrulningen, {first} til {last}"
    ),
    "write {near} for {year}, or take {year} out": "skriv {near} for {year}, eller fjern {year}",
    # finansiering
    "expected the categories that the block grant follows, found none": (
        "der skal stå de kategorier, som bloktilskuddet følger, men der er ingen"
    ),
    "{name} cannot pay its own block grant": "{name} kan ikke betale sit eget bloktilskud",
    "expected one, all or {{share: ...}}, found '{text}'": (
        "der skal stå one, all eller {{share: ...}}, men der står '{text}'"
    ),
    "expected one, all or {{share: ...}}, found {shape}": (
        "der skal stå one, all eller {{share: ...}}, men der står {shape}"
    ),
    "write one, or write all": "skriv one, eller skriv all",
    "write one, or write all; {{share: 0.31}} is for some of them": (
        "skriv one, eller skriv all; {{share: 0.31}} er for nogle af dem"
    ),
    "the share of those who take part stands twice": "andelen af dem, der er med, står to gange",
    "take share out of rollout.financing": "fjern share fra rollout.financing",
    "a year goes with: {whats}": "et år hører til: {whats}",
    "take year out": "fjern year",
    "add rollout: ... to the file": "tilføj rollout: ... til filen",
}
