"""Makes the example of register weeks beside this file: nobody in it is a person.

SYNTHETIC: people, weeks and costs are drawn by chance from the chances below, which are made up, as
are the codes (`X10`, ...): they are of no register.
"""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

PEOPLE, BEFORE, FOLLOWED = 160, 60, 79
LEAVES, RETURNS, TO_EDUCATION = 0.012, 0.022, 0.3
"""Chances a week: of leaving benefit and of coming back; the share who leave for an education."""
FIRST_WEEK = date(2023, 1, 2)
HERE = Path(__file__).parent


def course(chance: random.Random) -> list[str]:
    """The code of each week of one person; no code is a week in a job."""
    before, codes, code = chance.choice((4, 16, 40, 60)), [], "X10"
    for week in range(BEFORE + FOLLOWED):
        if week > BEFORE:
            at_benefit = code.startswith("X1")
            if at_benefit and chance.random() < LEAVES:
                code = "X50" if chance.random() < TO_EDUCATION else ""
            elif not at_benefit and chance.random() < RETURNS:
                code = "X10"
        codes.append(code if week >= BEFORE - before else "")
    return codes


def main() -> None:
    """Writes persons.csv and weeks.csv."""
    chance = random.Random(18)
    first = FIRST_WEEK - timedelta(weeks=BEFORE)
    last = BEFORE + FOLLOWED + 12
    weeks = [first + timedelta(weeks=week) for week in range(last)]
    heads = [f"y_{day.isocalendar().year % 100:02}{day.isocalendar().week:02}" for day in weeks]
    people, rows = [], []
    for number in range(1, PEOPLE + 1):
        late = chance.randrange(13)
        start = FIRST_WEEK + timedelta(weeks=late, days=chance.randrange(5))
        cost = round(chance.gammavariate(0.5, 60_000)) if chance.random() < 0.7 else 0
        people.append((1, number, start.isoformat(), chance.randrange(18, 30), cost))
        codes = [""] * late + course(chance) + [""] * (12 - late)
        codes[late + BEFORE + FOLLOWED :] = [codes[late + BEFORE + FOLLOWED - 1]] * (12 - late)
        rows.append((number, *codes))
    write("persons.csv", ("synthetic", "person", "included", "age", "psychiatric"), people)
    write("weeks.csv", ("person", *heads), rows)


def write(name: str, heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Writes rows as CSV."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
