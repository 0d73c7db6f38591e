"""Texts that are put into words late: a key and its values, told in a language by a format.

Reports hold a `Text` wherever a reader will see words; the language is chosen when the report is
written. A text cannot be put into an f-string or added to another, since that would fix an order of
words that another language does not have: whole sentences are keys, and `sentences`, `listing` and
`bracketed` put texts together.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ipscost import words
from ipscost.messages import Message
from ipscost.words import messages, nouns, numbers


class Text:
    """Words for a reader, in a language that is chosen later."""

    __slots__ = ()

    @abstractmethod
    def tell(self, language: str) -> str:
        """The words in a language."""

    def in_english(self) -> str:
        """The words as they stand in a message, which is made in English."""
        return self.tell(words.LANGUAGES[0])

    def within(self, language: str) -> str:
        """The words as they stand within a sentence in a language."""
        return words.in_sentence(self.tell(language), language)

    def __str__(self) -> str:
        raise TypeError(
            "a text has words in a language alone: text.tell('en'), or render the report"
        )

    def __format__(self, _: str) -> str:
        return str(self)


Words = Text | str
"""Words for a reader: a text, or a string that is the same in every language."""


def tell(value: Any, language: str) -> Any:
    """A value in a language: texts, and tuples of them, as words; anything else unchanged."""
    if isinstance(value, Message):
        return messages.told(value, language)
    if isinstance(value, Text):
        return value.tell(language)
    if isinstance(value, tuple):
        return tuple(tell(each, language) for each in value)
    return value


@dataclass(frozen=True, slots=True)
class Plain(Text):
    """Words that are the same in every language: a name in a file."""

    text: str

    def tell(self, language: str) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Said(Text):
    """The words under a key, with values: texts, numbers, and what is the same everywhere."""

    key: str
    values: tuple[tuple[str, Any], ...] = ()

    def tell(self, language: str) -> str:
        values = {name: _filled(value, language) for name, value in self.values}
        return words.say(self.key, language, **values)


def _filled(value: Any, language: str) -> Any:
    """A value within words: a number that is not whole has the marks of the language."""
    return words.typed(value, language) if isinstance(value, float) else tell(value, language)


@dataclass(frozen=True, slots=True)
class Made(Text):
    """The result of a function of values and a language: a number as text, a list of labels."""

    how: Callable[..., str]
    values: tuple[Any, ...]
    more: tuple[tuple[str, Any], ...] = ()

    def tell(self, language: str) -> str:
        return self.how(*tell(self.values, language), language=language, **dict(self.more))


@dataclass(frozen=True, slots=True)
class Joined(Text):
    """Texts joined with something between them; empty ones are left out."""

    parts: tuple[Words, ...]
    between: Words = " "

    def tell(self, language: str) -> str:
        return str(tell(self.between, language)).join(filter(None, tell(self.parts, language)))


@dataclass(frozen=True, slots=True)
class Shaped(Text):
    """A text that is changed when it is told: a small first letter, or no full stop."""

    how: Callable[[str], str]
    text: Words

    def tell(self, language: str) -> str:
        return self.how(tell(self.text, language))


@dataclass(frozen=True, slots=True)
class Within(Text):
    """A label as it stands within a sentence."""

    text: Words

    def tell(self, language: str) -> str:
        text = self.text
        if isinstance(text, Text):
            return text.within(language)
        return words.in_sentence(text, language)


@dataclass(frozen=True, slots=True)
class Either(Text):
    """One text where `asked` has words in the language, the other where it has none.

    As of a unit whose plural a language may not know.
    """

    asked: Words
    then: Words
    otherwise: Words

    def tell(self, language: str) -> str:
        found: str = tell(self.then if tell(self.asked, language) else self.otherwise, language)
        return found


# --- words -----------------------------------------------------------------------------------


def say(key: str, **values: object) -> Text:
    """The words under `key`, with `values` filled in.

    Telling it raises KeyError if there are no such words.
    """
    return Said(key, tuple(values.items()))


def sentences(*parts: Words) -> Words:
    """Sentences one after another; empty ones are left out, and one alone is itself."""
    return _joined(parts)


def _joined(parts: Iterable[Words], between: Words = " ") -> Words:
    """Texts with something between them; empty ones are left out, and one alone is itself."""
    kept = tuple(part for part in parts if part != "")
    if len(kept) == 1:
        return kept[0]
    if isinstance(between, str) and all(isinstance(part, str) for part in kept):
        return between.join(kept)  # type: ignore[arg-type]
    return Joined(kept, between)


def series(parts: Iterable[Words], between: str = ", ") -> Words:
    """Labels and values one after another: `a, b`; empty ones are left out."""
    return _joined(parts, between)


def bracketed(text: Words, aside: Words) -> Words:
    """A text with another in brackets behind it, or alone where that is empty."""
    return text if aside == "" else Joined((text, " (", aside, ")"), "")


def glued(*parts: Words) -> Words:
    """Texts with nothing between them: a number and its unit, a label and its mark."""
    return _joined(parts, "")


def aside(text: Words) -> Words:
    """A text in brackets, with a space before it: it stands behind a word; or nothing."""
    return "" if text == "" else Joined((" (", text, ")"), "")


def measured(value: Words, unit: str) -> Words:
    """A value and its unit: `12 weeks/person`; shares and ratios are told without theirs."""
    return value if unit in ("share", "ratio") else _joined((value, unit))


def listing(items: Iterable[Words]) -> Words:
    """`a`, `a and b`, `a; b and c`."""
    texts = tuple(items)
    if len(texts) < 2:
        return texts[0] if texts else ""
    return Made(words.listing, (texts,))


def further(items: Iterable[Words]) -> Words:
    """A listing behind its first item, which stands before it: ` and b`, `; b and c`."""
    found = tuple(items)
    return listing(("", *found)) if found else ""


def lines(*parts: Words) -> Words:
    """Texts on a line each; empty ones are left out."""
    return _joined(parts, "\n")


def in_sentence(text: Words) -> Words:
    """A label inside a sentence: its first letter small, unless it begins with an abbreviation."""
    return Made(words.in_sentence, (text,))


def within(text: Words) -> Text:
    """A label within a sentence: in its definite form where it has one, as in `kommunen`."""
    return Within(text)


def opening(text: Words) -> Text:
    """A label at the start of a sentence, in its definite form: `Kommunen`."""
    return Shaped(_capital, Within(text))


def quoted(text: Words) -> Text:
    """A label that is cited: the name of a state, which does not bend to its sentence."""
    return say("quoted", label=text)


def capital(text: Words) -> Words:
    """A text that begins with a capital letter."""
    return Shaped(_capital, text)


def small(text: Words) -> Words:
    """A text in lower case."""
    return Shaped(str.lower, text)


def clause(text: Words) -> Words:
    """A text without its full stop."""
    return Shaped(_clause, text)


def sentence(text: Words) -> Words:
    """A text that ends in one full stop."""
    return Shaped(_sentence, text)


def differ(first: Words, second: Words) -> bool:
    """True if two texts read differently in every language."""
    return all(tell(first, each) != tell(second, each) for each in words.LANGUAGES)


def reads(text: Words) -> str:
    """The text in the first language, to compare it with others; never shown."""
    return str(tell(text, words.LANGUAGES[0]))


def ways(text: Words) -> tuple[str, ...]:
    """The text in each language, to compare it with others; never shown."""
    return tuple(str(tell(text, each)) for each in words.LANGUAGES)


def _sentence(text: str) -> str:
    return f"{text.rstrip('.')}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _clause(text: str) -> str:
    return text.rstrip(".")


def horizon(months: int | None) -> Text:
    """`18 months`, `1 month`, `10 years` of several whole years; None where it is not known."""
    return Made(words.horizon, (months,))


def one_of(unit: str, label: Words, *, avoided: bool = False) -> Text:
    """What one of an outcome is: `QALY`, `week`, `person with a job`, `admission avoided`."""
    return Made(_one_of, (unit, label), (("avoided", avoided),))


def _one_of(unit: str, label: str, language: str, *, avoided: bool) -> str:
    return words.one_of(unit, label, language, avoided=avoided)


def one(unit: str) -> Text:
    """One of a unit: `week`."""
    return Made(nouns.one, (unit,))


def many(unit: str) -> Text:
    """Many of a unit: `weeks`; no words where no plural is known."""
    return Made(nouns.many, (unit,))


def named(unit: str) -> Text:
    """A unit that stands alone: `day/person`."""
    return Made(nouns.named, (unit,))


def behind(unit: str) -> Text:
    """A unit behind its number: `0.5 share`."""
    return Made(nouns.beside, (unit,))


# --- numbers ---------------------------------------------------------------------------------


def number(value: float, unit: str, *, sign: bool = False, beside: float = 0.0) -> Text:
    """A number in the digits that its unit asks for; see `numbers.number`."""
    return Made(numbers.number, (value, unit), (("sign", sign), ("beside", beside)))


def extent(low: float | None, high: float | None, unit: str) -> Words:
    """An interval without its mean: `-60,688 to 4,394`, or nothing if there is none."""
    return "" if low is None or high is None else Made(numbers.extent, (low, high, unit))


def change(
    mean: float, low: float | None, high: float | None, unit: str, *, partial: bool = False
) -> Text:
    """A difference with its sign and its interval: `-28,147 (-60,688 to 4,394)`."""
    shown = "points" if unit == "share" else unit
    places = numbers.decimals(shown, mean)
    more = (("places", places), ("partial", partial))
    return Made(numbers.change, (mean, low, high, shown), more)


def with_interval(
    mean: float, low: float | None, high: float | None, unit: str, *, sign: bool = False
) -> Text:
    """A number with its interval in little room: `1.66 (1.25-2.20)`."""
    return Made(numbers.with_interval, (mean, low, high, unit), (("sign", sign),))


def points(value: float, *, sign: bool = False) -> Words:
    """A difference of two shares: `13.4 points`."""
    return sentences(number(value, "points", sign=sign), say("points"))


def percent(value: float, places: int, *, sign: bool = False) -> Text:
    """A share in per cent: 28.8%."""
    return Made(_percent, (value, places), (("sign", sign),))


def _percent(value: float, places: int, language: str, *, sign: bool) -> str:
    return numbers.percent(value, language, places, sign=sign)


def rate(value: float) -> Text:
    """A rate or level in per cent, with the decimals it has: 3.5%, 95%, 0%."""
    return Made(numbers.rate, (value,))


def count(value: int) -> Text:
    """A whole number: 10,000."""
    return Made(numbers.count, (value,))


def probability(value: float, draws: int = 0) -> Text:
    """A probability in per cent, never rounded to certainty: over 99.9%."""
    return Made(numbers.probability, (value,), (("draws", draws),))


def money(value: float, currency: str, beside: float = 0.0) -> Text:
    """An amount in a sentence with its currency: 72,013 kr., in Danish 72.013 kr."""
    return Made(numbers.money, (value, currency), (("beside", beside),))


def in_all(
    value: float, people: int, unit: str, *, sign: bool = False, in_column: bool = False
) -> Text:
    """A number of one person, for so many people: 4.32 million kr."""
    options = (("sign", sign), ("in_column", in_column))
    return Made(numbers.in_all, (value, people, unit), options)


def ratio_money(value: float, currency: str) -> Text:
    """Money per unit of effect in a sentence; with decimals where it is small and not whole."""
    return Made(numbers.ratio_money, (value, currency))


def amount(value: float, beside: float = 0.0) -> Text:
    """An amount of money in a sentence: whole below a million, else with three digits."""
    return Made(numbers.amount, (value,), (("beside", beside),))


def precise(value: float) -> Text:
    """A number with the digits that tell it from every other."""
    return Made(words.precise, (value,))


def typed(value: float, digits: int = 6) -> Text:
    """A number as one would type it: `7.46038`, in Danish `7,46038`."""
    return Made(words.typed, (value,), (("digits", digits),))
