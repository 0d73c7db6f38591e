"""Om forløbsuger fra et register, og om en tabel over, hvad registrets koder betyder."""

from __future__ import annotations

WORDS: dict[str, str] = {
    (
        "take later weeks out, write a longer horizon, or name the column of each person's "
        "start at data.weeks.start"
    ): (
        "fjern de senere uger, skriv en længere horisont, eller skriv kolonnen med hver "
        "persons start ved data.weeks.start"
    ),
    (
        "{path} keeps the file's own numbers: the effect of {arm} is a {role} over another "
        "time than a cycle; state it as a hazard_ratio"
    ): (
        "{path} beholder filens egne tal: effekten af {arm} er en {role} over en anden tid end "
        "en cyklus; angiv den som hazard_ratio"
    ),
    "{path} keeps the file's own numbers: too little was seen": (
        "{path} beholder filens egne tal: der er set for lidt"
    ),
    "a person has two codes in one week": "en person har to koder i samme uge",
    "a person is not in the data": "en person findes ikke i data",
    "a week is after the horizon, which ends {n} weeks after the start": (
        "en uge ligger efter horisonten, der slutter {n} uger efter starten"
    ),
    "a year has no week {week}": "et år har ingen uge {week}",
    "add a row for each to the table of codes; its state may be empty": (
        "tilføj en række for hver i kodetabellen; tilstanden må være tom"
    ),
    "add a row, such as 130;benefit": "tilføj en række, fx 130;benefit",
    "add {name}: ... (its heading) to data.weeks of the model": (
        "tilføj {name}: ... (kolonnens overskrift) under data.weeks i modellen"
    ),
    "expected 1 or 0: whether the week counts on the ladder": (
        "der skal stå 1 eller 0: om ugen tæller på refusionstrappen"
    ),
    "expected a column {name}, found none": "kolonnen {name} mangler",
    "expected a date, found none of the calendar": (
        "der skal stå en dato, men den findes ikke i kalenderen"
    ),
    "expected a range from the first code to the last of its kind": (
        "der skal stå et interval fra den første kode til den sidste af samme slags"
    ),
    "expected a row for each code, found none": "der mangler en række for hver kode",
    "expected a row for each week, found none": "der mangler en række for hver uge",
    "expected a week, found something else": "der skal stå en uge, men der står noget andet",
    "expected an amount from 0, found {text}": ("der skal stå et beløb fra 0, men der står {text}"),
    "expected an amount, found {text}": "der skal stå et beløb, men der står {text}",
    "expected money a week, month, day or year, found {unit}": (
        "der skal stå et beløb pr. uge, måned, dag eller år, men der står {unit}"
    ),
    "expected the Monday of a week, found another day": (
        "der skal stå en uges mandag, men der står en anden dag"
    ),
    "expected the unit of the amount, such as {money}/week": (
        "beløbets enhed mangler, fx {money}/week"
    ),
    "expected what the amount is of, found an empty cell": (
        "cellen, der siger, hvad beløbet er af, er tom"
    ),
    "fewer than {n} persons of the data have no week in the file": (
        "færre end {n} personer i data har ingen uge i filen"
    ),
    "fewer than {n} persons": "færre end {n} personer",
    "headings and a row for each code": "overskrifter og en række for hver kode",
    "keep a row for each code": "behold én række for hver kode",
    "keep one row for each code": "behold kun én række for hver kode",
    "keep one row for each person and week": "behold én række for hver person og uge",
    "keep weeks of the persons in the data alone, numbered as there": (
        "behold kun uger for personerne i data, med samme numre som dér"
    ),
    "leave the cell empty": "lad cellen være tom",
    "left out, since they are of numbers that the weeks replace: {paths}": (
        "udeladt, fordi de hører til tal, som ugerne erstatter: {paths}"
    ),
    (
        "no state is known in {share:.0%} of the weeks followed; no move is counted into or "
        "out of them"
    ): (
        "tilstanden er ukendt i {share:.0%} af de fulgte uger; ingen overgange tælles til "
        "eller fra dem"
    ),
    "the amounts are in {given}, and the scenario in {money}": (
        "beløbene er i {given}, og scenariet i {money}"
    ),
    "the file has too many different codes": "filen har for mange forskellige koder",
    "the heading {head}: {message}": "overskriften {head}: {message}",
    "the ladder {name} is of several categories: {paths}": (
        "trappen {name} hører til flere kategorier: {paths}"
    ),
    "the table of codes has no row for {codes}": "kodetabellen har ingen række for {codes}",
    "these codes stand on line {line} too": "disse koder står også på linje {line}",
    "two columns may be {name}": "to kolonner kan være {name}",
    "unknown column {name}": "ukendt kolonne {name}",
    (
        "week by week people moved {weekly:,} times; {seen:,} of these moves are seen from the "
        "beginning of one cycle to the next, the others are undone before"
    ): (
        "fra uge til uge er der {weekly:,} overgange; {seen:,} af dem ses fra begyndelsen af "
        "én cyklus til den næste, de øvrige er gjort om inden da"
    ),
    "write 1 or leave the cell empty": "skriv 1, eller lad cellen være tom",
    "write 130-139, both with the same number of digits": (
        "skriv 130-139, begge med lige mange cifre"
    ),
    "write a line of headings, such as code;state;benefit;behind": (
        "skriv en linje med overskrifter, fx code;state;benefit;behind"
    ),
    "write a number from 0": "skriv et tal fra 0",
    "write a week such as 2024-W07, 202407, or the date of its Monday, 2024-02-12": (
        "skriv en uge som 2024-W07, 202407 eller datoen for dens mandag, 2024-02-12"
    ),
    "write amounts in {money}, or money: {given}": ("skriv beløb i {money}, eller money: {given}"),
    "write each week as the date of its Monday": "skriv hver uge som datoen for dens mandag",
    "write the category": "skriv kategorien",
    "write the first week of {next}, {next}-W01": "skriv den første uge i {next}, {next}-W01",
    "write the name of a cost category in the column benefit": (
        "skriv navnet på en udgiftskategori i kolonnen benefit"
    ),
    "write {money}/week": "skriv {money}/week",
    (
        "{arm}: the model has no move from {origin} to {target}, which the weeks have "
        "({made}); it counts as none made"
    ): (
        "{arm}: modellen har ingen overgang fra {origin} til {target}, som ugerne har "
        "({made}); den tælles som ingen overgang"
    ),
    "{code} ({n:,} weeks)": "{code} ({n:,} uger)",
    "{made:,} times": "{made:,} gange",
    "{n:,} persons of the data have no week in the file": (
        "{n:,} personer i data har ingen uge i filen"
    ),
    "rows that stand twice and count once: {n:,}": (
        "rækker, der står to gange og tælles én gang: {n:,}"
    ),
    "weeks after the horizon that are left out: {n:,}": (
        "uger efter horisonten, der er udeladt: {n:,}"
    ),
    "weeks more than {most} weeks before the start that are left out: {n:,}": (
        "uger mere end {most} uger før starten, der er udeladt: {n:,}"
    ),
    "{name} is neither a ladder nor a category with amounts in states": (
        "{name} er hverken en trappe eller en kategori med beløb i tilstande"
    ),
    "{n} codes of fewer than {least} persons each": (
        "{n} koder, som færre end {least} personer har"
    ),
    "{path} is a ratio to another move, and stays one": (
        "{path} er et forhold til en anden overgang, og det bliver den ved med at være"
    ),
    "{path} is paid in {state} too, for which the model has no amount": (
        "{path} udbetales også i {state}, og dér har modellen intet beløb"
    ),
    "{year} has no week 53": "{year} har ingen uge 53",
    "--weeks needs to know from when the weeks of a person count": (
        "--weeks skal vide, fra hvornår en persons uger tæller"
    ),
    "add model: with the states that codes stand for": (
        "tilføj model: med de tilstande, som koderne står for"
    ),
    "add person: ... to data, the heading of the column of its number": (
        "tilføj person: ... under data, overskriften på kolonnen med personens nummer"
    ),
    "add weeks: {{start: ...}} to data, a column or one week such as 2024-W07": (
        "tilføj weeks: {{start: ...}} under data, en kolonne eller én uge som 2024-W07"
    ),
    "expected weeks behind at the start, found something else": (
        "der skal stå, hvor mange uger der er tilbagelagt ved starten, men der står noget andet"
    ),
    "register weeks are of a model of states, and the scenario has none": (
        "forløbsuger hører til en model med tilstande, og scenariet har ingen"
    ),
    "weeks are found by the number of a person, and data names no person": (
        "uger findes ved en persons nummer, og data nævner ingen person"
    ),
    "with --weeks the data are read twice, so they must be in a file": (
        "med --weeks læses data to gange, så de skal ligge i en fil"
    ),
    "write a number of weeks from 0": "skriv et antal uger fra 0",
    (
        "--weeks FILE and --codes CODES.csv go together: the codes of the weeks, and what each "
        "means; add the other"
    ): (
        "--weeks FIL og --codes CODES.csv hører sammen: ugernes koder, og hvad de betyder; "
        "tilføj den anden"
    ),
    "the file ends before the weeks of anybody begin": ("filen slutter, før nogens uger begynder"),
    "check data.weeks.start, or take a later extract": (
        "tjek data.weeks.start, eller tag et senere udtræk"
    ),
    "add a row for each person and week": "tilføj en række for hver person og uge",
}
