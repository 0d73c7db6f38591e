"""One number and its background: label, source, uncertainty, and its line in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ipscost.errors import Span
from ipscost.scenario.distributions import Distribution, Fixed
from ipscost.units import Conversion, Money, Unit
from ipscost.words import LANGUAGES, in_sentence
from ipscost.words.text import Text

RATIOS = ("ratio", "risk_ratio", "hazard_ratio", "odds_ratio")
"""The roles of numbers that multiply the reference arm's level, or its risk, hazard or odds."""
_PLAIN = re.compile(r"[^\W\d_][\w -]*[^\W_]")
"""A text that needs no quotes in a file."""
SURE = ("verified", "secondary", "abstract", "derived", "assumed")


@dataclass(frozen=True, slots=True)
class Label(Text):
    """A name or text for readers, as pairs of a language and the text in it, English first.

    `definites` are its forms within a sentence where these differ: `kommunen` for `Kommune`.
    """

    texts: tuple[tuple[str, str], ...]
    definites: tuple[tuple[str, str], ...] = ()

    @classmethod
    def each(cls, text: Callable[[str], str]) -> Label:
        """A label made by calling `text` with each language."""
        return cls(tuple((language, text(language)) for language in LANGUAGES))

    @classmethod
    def same(cls, text: str) -> Label:
        """A label whose text is the same in every language."""
        return cls.each(lambda _: text)

    def is_always(self, text: str) -> bool:
        """True where it is this text in every language."""
        return all(each == text for _, each in self.texts)

    def tell(self, language: str) -> str:
        """The text in a language, or the first text if there is none in that language."""
        return next((text for each, text in self.texts if each == language), self.texts[0][1])

    def within(self, language: str) -> str:
        """The text as it stands within a sentence in a language."""
        own = next((text for each, text in self.definites if each == language), None)
        return in_sentence(self.tell(language), language) if own is None else own


def as_written(text: Text) -> str:
    """A text as it is written in a file, in each language where it is not the same in all.

    >>> as_written(Label.same("people with psychosis: all"))
    '"people with psychosis: all"'
    """
    told = {language: text.tell(language) for language in LANGUAGES}
    quoted = {
        language: each if _PLAIN.fullmatch(each) else json.dumps(each, ensure_ascii=False)
        for language, each in told.items()
    }
    if len(set(told.values())) == 1:
        return next(iter(quoted.values()))
    return f"{{{', '.join(f'{language}: {each}' for language, each in quoted.items())}}}"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, and how sure it is that it says what is taken from it (one of SURE).

    `population` is whom it studied, None where that is not stated; `span` is where that is
    written, or else the source.
    """

    name: str
    cite: str
    sure: str
    where: str
    note: Text | None
    population: Text | None = None
    span: Span | None = field(default=None, compare=False)

    def may_be_of(self, people: Text) -> bool:
        """True where it does not say that it studied others: the same words in one language."""
        studied = self.population
        return studied is None or any(studied.tell(x) == people.tell(x) for x in LANGUAGES)


@dataclass(frozen=True, slots=True)
class LaterPrices:
    """Consumer prices of years for which none are published, as a file assumes them.

    After the year `after`, the last one with published prices, those in `currency` rise by the
    share `growth` in each year, to the year `until`; `assumption` says why.
    """

    currency: str
    after: int
    until: int
    growth: float
    assumption: Text


@dataclass(frozen=True, slots=True)
class Gap:
    """Marks a number as not known.

    `part_of` is the path of the category whose amount includes it in the same arm, undivided; empty
    if none does. `stated` is the published number if only its price year is not known:
    `5300 DKK_unknown/person`.
    """

    part_of: str = ""
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number: what was stated, in which unit, how uncertain, from where, on which line.

    `role` says how the number enters: `mean` (a level), `difference` from the reference arm or
    `ratio` to it; between states also `risk_ratio`, `hazard_ratio` or `odds_ratio`. `way` is how
    its uncertainty was stated, None if it was not. `dist` is in the stated unit; `conversion`
    turns it into the reported money. `bounds` are the values, in the stated unit, between which a
    sensitivity analysis varies it, where the file names them. `series` are its values by cycle
    where they change, the first being `value`; the last one holds on. `column` is the file and
    the column that they were read from, empty if they stand in the scenario. A number that is
    not known has a `gap`; its value is then 0, which counts for nothing (`ipscost.known`).
    """

    path: str
    role: str
    value: float
    unit: Unit
    dist: Distribution
    way: Text | None
    source: Source | None
    place: str
    sure: str
    assumption: Text | None
    note: Text | None
    span: Span
    conversion: Conversion | None
    bounds: tuple[float, float] | None = None
    series: tuple[float, ...] = ()
    column: tuple[str, ...] = ()
    gap: Gap | None = None

    @property
    def is_known(self) -> bool:
        """False if the file says that the number is not known."""
        return self.gap is None

    @property
    def is_assumed(self) -> bool:
        """True if it is an assumption, or was converted with prices that are assumed."""
        return bool(self.assumption) or self.has_later_prices

    @property
    def has_later_prices(self) -> bool:
        """True if it was converted with prices that are assumed."""
        return self.conversion is not None and self.conversion.is_assumed

    @property
    def factor(self) -> float:
        """The factor from the stated unit to the reported money; 1 without a conversion."""
        return self.conversion.factor if self.conversion else 1.0

    @property
    def mean(self) -> float:
        """The expected value in the reported unit."""
        return self.dist.mean * self.factor

    @property
    def is_fixed(self) -> bool:
        """True if no uncertainty was stated."""
        return isinstance(self.dist, Fixed)

    @property
    def is_median(self) -> bool:
        """True if the stated value is a median, so that the mean differs from it."""
        return abs(self.dist.mean - self.value) > 0.005 * abs(self.value)

    @property
    def source_text(self) -> str:
        """The source and the place in it; empty if the number is an assumption."""
        if self.source is None:
            return ""
        return f"{self.source.name} {self.place}".strip()


class InOneLine:
    """What a Python session shows of a scenario: one line, however much there is in it."""

    __slots__ = ()
    name: str
    arms: Mapping[str, object]
    months: int
    money: Money

    def __repr__(self) -> str:
        return f"<Scenario {self.name}: arms {len(self.arms)}, months {self.months}, {self.money}>"
