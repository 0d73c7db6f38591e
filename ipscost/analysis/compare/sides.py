"""An input as one scenario states it: its text, its place, and its numbers by their path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.analysis.compare.fuller import correlation as pairs
from ipscost.analysis.compare.fuller import form, rho_text, series, spread, timings
from ipscost.analysis.compare.fuller import model as fuller_model
from ipscost.analysis.compare.fuller import shares as shares_text
from ipscost.errors import Span
from ipscost.scenario.model import Effect
from ipscost.scenario.nouns import Category, Correlation, Outcome, Quantity, Scenario
from ipscost.scenario.paths import is_below
from ipscost.scenario.quantity import RATIOS
from ipscost.words.locale import ENGLISH
from ipscost.words.text import Words, alike, joined, listing, precise, say, sentences, typed

Holder = Category | Outcome


@dataclass(frozen=True, slots=True)
class Side:
    """An input as one scenario states it: its text, its place, and its numbers by their path.

    `fuller` are texts of more and more words and digits, for two sides that would read alike.
    """

    text: Words
    span: Span
    numbers: tuple[tuple[str, Quantity], ...] = ()
    fuller: tuple[Words, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands, as `place_of` says it."""
        return place_of(self.span)


def apart(one: Side | None, two: Side | None) -> tuple[Words, Words]:
    """The texts of both sides; where they would read alike, the first fuller ones that do not."""
    first, second = ("" if side is None else side.text for side in (one, two))
    if one is not None and two is not None and alike(first, second):
        for mine, theirs in zip(one.fuller, two.fuller, strict=False):
            if not alike(mine, theirs):
                return mine, theirs
    return first, second


def place_of(span: Span) -> str:
    """`file:line`, or the file alone; a number of the command line has no line."""
    has_line = span.line and not span.file.startswith("--")
    return f"{span.file}:{span.line}" if has_line else span.file


def stated_path(scenario: Scenario, key: str, number: Quantity) -> str:
    """The path of a number with the name that its own file gives the arm."""
    return own_path(scenario, f"{number.path.rpartition('.')[0]}.{key}")


def own_path(scenario: Scenario, path: str) -> str:
    """A path that may end in an arm, with the name that the scenario's own file gives the arm."""
    start, _, end = path.rpartition(".")
    return f"{start}.{scenario.arms[end].label.tell(ENGLISH)}" if end in scenario.arms else path


def slots(holder: Holder) -> Mapping[str, Quantity]:
    """The numbers of a category or outcome by what they are for: an arm, or `price`.

    Its own alone: what several places refer to, or is tied to states, goes by its path.
    """
    price = holder.price if isinstance(holder, Category) else None
    found = {**({"price": price} if price else {}), **holder.arms}
    return {key: q for key, q in found.items() if is_below(q.path, holder.path)}


def stated(number: Quantity, converted: bool = False, *, precisely: bool = False) -> Words:
    """A number as the file states it: `difference -2992 EUR_2016/person, p 0.0001 (two-sided)`.

    `converted` adds what it is in the reported money; `precisely` tells every digit.
    """
    if not number.is_known:
        return say("stated_unknown")

    def text(value: float, digits: int) -> Words:
        return precise(value) if precisely else typed(value, digits)

    role = "" if number.role == "mean" else say(f"stated_{number.role}")
    unit = "" if number.role in RATIOS else str(number.unit)
    found = sentences(role, text(number.value, 10), unit)
    if converted and number.conversion is not None:
        money = number.conversion.steps[-1].money
        reported = text(number.value * number.factor, 6)
        found = sentences(found, "=", reported, str(number.unit.in_money(money)))
    return found if number.way is None else joined((found, number.way), ", ")


def of_number(path: str, one: Quantity, other: Quantity, converted: bool) -> Side:
    """A number of one scenario that is another in the `other`."""

    def label(*, precisely: bool, by_cycle: bool = False, spread_too: bool = False) -> Words:
        parts = [stated(one, converted, precisely=precisely)]
        parts += [series(one, other)] if by_cycle else []
        parts += [spread(one)] if spread_too else []
        return joined(parts, ", ")

    fuller = (
        label(precisely=True),
        label(precisely=False, by_cycle=True),
        label(precisely=False, spread_too=True),
        label(precisely=True, by_cycle=True, spread_too=True),
    )
    return Side(label(precisely=False), one.span, ((path, one),), fuller)


def whole(holder: Holder, scenario: Scenario) -> Side:
    """All numbers of a category or outcome, as one input; what it is where it has none."""
    numbers = tuple((stated_path(scenario, k, q), q) for k, q in slots(holder).items())
    ruled = (n for n in holder.numbers if n.path not in {q.path for _, q in numbers})
    ruled = (n for n in ruled if n not in slots(holder).values())
    numbers += tuple((own_path(scenario, n.path), n) for n in ruled)

    def text(*, precisely: bool = False) -> Words:
        named = [(path.rpartition(".")[2], q) for path, q in numbers]
        if not named:
            return form(holder)
        return joined((sentences(end, stated(q, precisely=precisely)) for end, q in named), "; ")

    fuller = (joined((text(), form(holder)), "; "), text(precisely=True))
    return Side(text(), holder.span, numbers, fuller)


def modelled(scenario: Scenario) -> Side:
    """A model in a few words, with its numbers; or that there is none."""
    model = scenario.model
    months = str(scenario.months)
    if model is None:
        return Side(say("inputs_unmodelled", months=months), scenario.places["horizon.months"])
    text = say(
        "inputs_modelled",
        states=str(len(model.states)),
        moves=str(len(model.moves)),
        cycle=say(f"time_{model.cycle}"),
        counting=model.counting,
        months=months,
    )
    numbers = tuple((own_path(scenario, n.path), n) for n in model.numbers)
    return Side(text, model.span, numbers, (fuller_model(model),))


def stepped(ladder: str, scenario: Scenario) -> Side:
    """The clock of a ladder as a scenario states it, and how many steps are reached."""
    categories = [c for c in scenario.categories if any(_of(ladder, n) for n in c.rung_numbers)]
    clocks = {n.path: n for c in categories for n in c.rung_numbers if _of(ladder, n)}
    steps = {(c.rung.low, c.rung.high) for c in categories if c.rung is not None}

    points = (sentences(path.rpartition(".")[2], stated(q)) for path, q in clocks.items())
    text = joined((*points, say("inputs_steps", count=len(steps))), "; ")
    span = next(iter(clocks.values())).span
    fuller = (", ".join(f"[{low!r}, {high!r}]" for low, high in sorted(steps)),)
    return Side(text, span, tuple(clocks.items()), fuller)


def _of(ladder: str, number: Quantity) -> bool:
    """True for a number of the ladder's clock."""
    return is_below(number.path, ladder)


def lasting(effect: Effect | None, scenario: Scenario) -> Side:
    """A later effect in the words of the file, or that there is none."""
    if effect is None:
        assert scenario.model is not None
        return Side("-", scenario.model.span)
    return Side(f"after: {effect.after}, then: {effect.then}", effect.span)


def correlated(correlation: Correlation, scenario: Scenario) -> Side:
    """The members of a correlation by the paths of their own file, and how they go together."""
    paths = [own_path(scenario, member) for member in correlation.members]

    text = say("inputs_correlation", rho=rho_text(correlation), paths=listing(paths))
    return Side(text, correlation.span, fuller=(pairs(correlation),))


def timed(one: Holder, two: Holder) -> tuple[Side, Side]:
    """The timing of a category or outcome in both scenarios."""
    texts = timings(one.timing, two.timing)
    first, second = (
        Side(text, _span(holder, "timing")) for text, holder in zip(texts, (one, two), strict=True)
    )
    return first, second


def _span(holder: Holder, key: str) -> Span:
    """Where a key of a category or outcome stands, as far as it is known."""
    return holder.places.get(key, holder.span) if isinstance(holder, Category) else holder.span


def part(holder: Category, key: str) -> Side:
    """The kind or the payers of a category."""
    span = _span(holder, key)
    if key == "kind":
        return Side(holder.kind, span)
    whose = holder.receivers if key == "receiver" else holder.payers
    shown = [f"{name} {share:g}" for name, share in whose.items()]
    text = ", ".join(shown) if len(shown) != 1 else next(iter(whose))
    return Side(text, span, fuller=(shares_text(whose),))
