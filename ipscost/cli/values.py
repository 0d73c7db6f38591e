"""Reads the values of options, and explains those that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import typer

from ipscost import numerals
from ipscost.errors import AskedError
from ipscost.messages import Message, ors
from ipscost.settings import MOST_PEOPLE, MOST_PERSONS, PERSONS, SAMPLERS

MOST_THRESHOLDS = 10_001
"""A curve with this many points is smooth on any page; more would only take time."""
LARGEST_SHOWN = 1e15
"""From here on the number of thresholds asked for is not written out."""
SMALLEST_THRESHOLD = 1e-9
"""A net benefit divided by less may not be a finite number."""
EXPECTED = "expected"
"""The engine that a scenario is written for, which computes expected values."""
ENGINES = (EXPECTED, "persons")


def one_stdin(files: list[str]) -> list[str]:
    """The files; stdin at most once among them, since it can be read only once."""
    if files.count("-") > 1:
        raise typer.BadParameter(
            Message("stdin can be read once; give - once, and name the other files")
        )
    return files


def one_stdin_if_any(files: list[str] | None) -> list[str]:
    """The same of files that may be left out."""
    return one_stdin(files or [])


def check_among(option: str, words: Collection[str], every: Collection[str]) -> None:
    """Refuses a word of an option that is none of those there are."""
    for word in words:
        if word not in every:
            raise AskedError(
                Message(
                    "{option} must be one of {every}, not '{word}'",
                    option=option,
                    every=", ".join(every),
                    word=word,
                )
            )


def perspective(text: str) -> str:
    """The name or label of a perspective; the scenario knows which exist."""
    if not text.strip():
        raise typer.BadParameter(
            Message("expected a name such as societal or public, found '{text}'", text=text)
        )
    return text


def whole(text: str | int) -> int:
    """A whole number. Refuses `10.000`, which may be ten thousand or ten."""
    number = numerals.count(str(text), digits=18)
    if number is None:
        meant = numerals.whole_meant(str(text).strip()) or Message("one such as 10000")
        raise typer.BadParameter(
            Message(
                "expected a whole number, found '{text}'; write {meant}", text=text, meant=meant
            )
        )
    return number


def people(text: str | int) -> int:
    """A number of people that a result is told for."""
    said = str(text).strip()
    if re.fullmatch(r"-[0-9].*|0+", said):
        raise typer.BadParameter(
            Message("expected 1 person or more, found '{text}'; write 60", text=text)
        )
    before, mark, after = said.replace(",", ".").partition(".")
    if mark and before.isdecimal() and after.isdecimal() and not numerals.whole_meant(said):
        low = int(before)
        near = ors([str(low), str(low + 1)] if low else ["1"])
        raise typer.BadParameter(
            Message("expected whole people, found '{text}'; write {near}", text=text, near=near)
        )
    meant = numerals.count(numerals.whole_meant(said) or said, digits=18)
    if meant is not None and meant > MOST_PEOPLE:
        message = Message(
            "expected at most {most:,} people, found '{text}'",
            most=MOST_PEOPLE,
            text=text,
        )
        raise typer.BadParameter(
            Message("{message}; write {most} or fewer", message=message, most=MOST_PEOPLE)
        )
    return whole(text)


def year(text: str | int) -> int:
    """A year of four digits."""
    if not re.fullmatch(r"(19|20)[0-9][0-9]", str(text)):
        raise typer.BadParameter(Message("expected a year such as 2024, found '{text}'", text=text))
    return int(text)


def level(text: str | float) -> float:
    """A level between 0 and 1."""
    try:
        level = float(text)
    except ValueError:
        level = 0.0
    if not 0.01 <= level <= 0.999:
        message = Message(
            "expected a level between 0.01 and 0.999, found '{text}'; 95 per cent is 0.95",
            text=text,
        )
        raise typer.BadParameter(message)
    return level


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What one more of an outcome may be worth, rising."""

    values: tuple[float, ...]


def thresholds(text: str | Thresholds) -> Thresholds:
    """Thresholds from `264000`, `100000,200000` or `0:500000:5000` (from, to, step), rising."""
    if isinstance(text, Thresholds):
        return text
    parts = text.split(":")
    figures = parts if len(parts) > 1 else text.split(",")
    numbers = numerals.numbers(figures)
    if found := numerals.doubtful_in(text):
        thousands = numerals.without_marks(found)
        decimals = numerals.with_decimals(found)
        fix = Message(
            "write {thousands} if the point marks thousands, {decimals} if decimals",
            thousands=thousands,
            decimals=decimals,
        )
        raise typer.BadParameter(
            Message("expected thresholds, found '{text}'; {fix}", text=text, fix=fix)
        )
    such = Message("write 264000, 100000,200000 or FROM:TO:STEP such as 0:500000:5000")
    if not numbers or not all(0 <= number < 1e15 for number in numbers) or len(parts) == 2:
        raise typer.BadParameter(
            Message(
                "expected thresholds of at least 0 and below 1e15, found '{text}'; {such}",
                text=text,
                such=such,
            )
        )
    if len(parts) == 1:
        if len(numbers) == 2 and numerals.with_decimal_commas(text):
            raise typer.BadParameter(
                Message(
                    "expected thresholds, found '{text}'; {fix}", text=text, fix=_by_its_comma(text)
                )
            )
        if numbers != sorted(set(numbers)):
            order = Message("the lower one first")
            fix = Message("write {meant}", meant=order)
            if numerals.has_thousands(text, ",") and text[0].isdigit():
                thousands = numerals.without_marks(text)
                fix = Message(
                    "write {thousands} if the comma marks thousands, else {order}",
                    thousands=thousands,
                    order=order,
                )
            raise typer.BadParameter(
                Message("expected thresholds that rise, found '{text}'; {fix}", text=text, fix=fix)
            )
        return _of_size(numbers, text)
    if len(parts) > 3 or numbers[2] == 0 or numbers[1] < numbers[0]:
        raise typer.BadParameter(
            Message("expected FROM:TO:STEP, found '{text}'; {such}", text=text, such=such)
        )
    first, last, step = numbers
    steps = (last - first) / step + 1e-9
    values = [first + step * index for index in range(int(min(steps, MOST_THRESHOLDS)) + 1)]
    if len(values) > MOST_THRESHOLDS or len(set(values)) < len(values):
        doubtful = f"{int(steps) + 1:,}" if steps < LARGEST_SHOWN else Message("many more")
        raise typer.BadParameter(
            Message(
                "expected at most {most:,} thresholds, found {count}; use a larger step",
                most=MOST_THRESHOLDS,
                count=doubtful,
            )
        )
    return _of_size(values, text)


def _by_its_comma(text: str) -> str:
    """What to write for `500,5`, by what the comma is for."""
    low, high = sorted(map(int, text.split(",")))
    meant = Message("{text} if the comma marks decimals", text=text.replace(",", "."))
    if numerals.has_thousands(text, ","):
        meant = Message(
            "{whole} if the comma marks thousands",
            whole=numerals.without_marks(text),
        )
    apart = (
        Message(", {low}:{high}:{step} if it parts two", low=low, high=high, step=high - low)
        if low < high
        else ""
    )
    return Message("write {name}{text}", name=meant, text=apart)


def _of_size(values: list[float], text: str) -> Thresholds:
    """The thresholds. Refuses any that is above 0 but too small to divide by."""
    if any(0 < value < SMALLEST_THRESHOLD for value in values):
        raise typer.BadParameter(
            Message(
                "expected thresholds of 0, or of {least:g} and above, found '{text}'; write 0 "
                "for what is smaller",
                least=SMALLEST_THRESHOLD,
                text=text,
            )
        )
    return Thresholds(tuple(values))


def better(text: str) -> str:
    """Which way an effect counts."""
    from ipscost.directions import DIRECTIONS

    if text not in DIRECTIONS:
        raise typer.BadParameter(Message("expected lower or higher, found '{text}'", text=text))
    return text


def parted(text: str) -> list[str]:
    """The parts between commas outside brackets and quotes, without their own quotes."""
    parts, start, depth, quote = list[str](), 0, 0, ""
    for index, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and not text[start:index].strip():
            quote = letter
        elif letter in "{[(":
            depth += 1
        elif letter in ")]}":
            depth = max(0, depth - 1)
        elif letter == "," and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    bare = [re.sub(r"^([\"'])(.*)\1$", r"\2", part.strip()) for part in parts]
    return [part for part in bare if part]


def currency(text: str) -> str:
    """Money of a year, as DKK_2017."""
    from ipscost.units import parse_money

    try:
        return str(parse_money(text))
    except ValueError as error:
        raise typer.BadParameter(
            Message("{error}; write it with its year, DKK_2017", error=error)
        ) from None


def sampler(text: str) -> str:
    """One of the samplers."""
    if text not in SAMPLERS:
        known = ", ".join(SAMPLERS)
        raise typer.BadParameter(
            Message("--sampler must be one of {known}, not '{text}'", known=known, text=text)
        )
    return text


def engine(text: str) -> str:
    """Whether expected values are computed, or persons followed one by one."""
    if text not in ENGINES:
        known = ", ".join(ENGINES)
        raise typer.BadParameter(
            Message("--engine must be one of {known}, not '{text}'", known=known, text=text)
        )
    return text


def persons(text: str | int) -> int:
    """How many persons are followed in each draw."""
    number = whole(text)
    if not 0 < number <= MOST_PERSONS:
        raise typer.BadParameter(
            Message(
                "expected 1 to {most:,} persons, found '{text}'; write {usual}",
                most=MOST_PERSONS,
                text=text,
                usual=PERSONS,
            )
        )
    return number


def language(text: str) -> str:
    """One of the languages."""
    from ipscost.words import LANGUAGES

    if text not in LANGUAGES:
        raise typer.BadParameter(
            Message(
                "--lang must be one of {languages}, not '{text}'",
                languages=", ".join(LANGUAGES),
                text=text,
            )
        )
    return text
