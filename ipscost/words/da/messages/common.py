"""Beskeder, der bruges flere steder."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "take {key} out": "fjern {key}",
    "{reference_message}; use one of: {every}": "{reference_message}; brug en af: {every}",
    "no scenario has the intervention {word}; {nearest}": (
        "intet scenarie har indsatsen {word}; {nearest}"
    ),
    "{name} has none of {words}; it has {has}": "{name} har ingen af {words}; det har {has}",
    "less": "mindre",
    "more": "mere",
    "write {meant}": "skriv {meant}",
    "cannot be read: {reason}": "kan ikke læses: {reason}",
    "check the name and its permissions": "se efter, om navn og rettigheder er rigtige",
    "{message} (in {name})": "{message} (i {name})",
    "expected a number, found {unknown}": "der skal stå et tal, men der står {unknown}",
    "ipscost has a bug, and this is not your fault: {last}": (
        "ipscost har en fejl, og den er ikke din: {last}"
    ),
    "a number": "et tal",
    "nothing": "ingenting",
    "--out {out}: {message}": "--out {out}: {message}",
    " and {width} more": " og {width} mere",
    "{file} states no outcome, so nothing can be set against its cost; add one under outcome:": (
        "{file} angiver intet resultat, så intet kan holdes op mod omkostningen; tilføj et under "
        "outcome:"
    ),
    "cost": "omkostningen",
    "effect": "effekten",
    "{out} is there already; choose another name, or remove it": (
        "{out} findes allerede; vælg et andet navn, eller fjern filen"
    ),
    "write {name}{text}": "skriv {name}{text}",
    "{message}, found '{after}'": "{message}, men der står '{after}'",
    "use one of: {others}": "brug en af: {others}",
    "{first} and {next}": "{first} og {next}",
    "unknown arm {arm}": "ukendt arm {arm}",
    "expected the key unit, found none": "nøglen unit mangler",
    "write {right} for {wrong}": "skriv {right} i stedet for {wrong}",
    "expected one unit for all arms, found {first} and {unit}": (
        "alle arme skal have samme enhed, men der står {first} og {unit}"
    ),
    "a file of discount rates": "en fil med diskonteringsrenter",
    "unknown source {name}": "ukendt kilde {name}",
    "write mean for events": "skriv mean i stedet for events",
    "{first}, or {next}": "{first}, eller {next}",
    "a price file": "en prisfil",
    "keep one of {stated}; level belongs to interval": (
        "behold en af {stated}; level hører til interval"
    ),
    "take level out; it belongs to interval": "fjern level; det hører til interval",
    "expected an interval around {value:g}, found {low:g} to {high:g}": (
        "intervallet skal gå om {value:g}, men går fra {low:g} til {high:g}"
    ),
    "none": "ingen",
    "keep one of {stated}": "behold en af {stated}",
    "no unit": "ingen enhed",
    "write share": "skriv share",
    "write {share:g} if {percent:g} per cent is meant": (
        "skriv {share:g}, hvis der menes {percent:g} procent"
    ),
    "unknown payer {name}": "ukendt betaler {name}",
    "unknown path {path}": "ukendt sti {path}",
    "{what} does not go with the path {path}": "{what} passer ikke til stien {path}",
    "write outcome": "skriv outcome",
    "a {what} is against the reference, so it cannot be of {arm} itself": (
        "{what} er i forhold til referencen, så det kan ikke være for {arm} selv"
    ),
    "write unit: {unit}": "skriv unit: {unit}",
    "add unit: {money}": "tilføj unit: {money}",
    "expected money, or money per person, found {unit}": (
        "der skal stå penge eller penge pr. person, men der står {unit}"
    ),
    "{fix}, or take {member} out": "{fix}, eller fjern {member}",
    "write its value after the colon": "skriv værdien efter kolon",
    "expected {instead}": "der skal være {instead}",
    "check the spelling and the folder": "se efter, om stavemåde og mappe er rigtige",
    "{first} or {next}": "{first} eller {next}",
    "write {origin}: {rest}": "skriv {origin}: {rest}",
    "write unit: share": "skriv unit: share",
}
