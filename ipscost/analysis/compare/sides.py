"""An input as one scenario states it: its text, its place, and its numbers by their path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.analysis.notes import rho_text
from ipscost.errors import Span
from ipscost.model import Effect
from ipscost.quantity import RATIOS
from ipscost.scenario import Category, Correlation, Label, Outcome, Quantity, Scenario, Timing
from ipscost.words import listing, say, typed

Holder = Category | Outcome


@dataclass(frozen=True, slots=True)
class Side:
    """An input as one scenario states it: its text, its place, and its numbers by their path."""

    text: Label
    span: Span
    numbers: tuple[tuple[str, Quantity], ...] = ()

    @property
    def place(self) -> str:
        """Where it stands, as `place_of` says it."""
        return place_of(self.span)


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
    return f"{start}.{scenario.arms[end].label.en}" if end in scenario.arms else path


def slots(holder: Holder) -> Mapping[str, Quantity]:
    """The numbers of a category or outcome by what they are for: an arm, or `price`.

    Its own alone: what several places refer to, or is tied to states, goes by its path.
    """
    price = holder.price if isinstance(holder, Category) else None
    found = {**({"price": price} if price else {}), **holder.arms}
    return {key: q for key, q in found.items() if q.path.startswith(f"{holder.path}.")}


def stated(number: Quantity, language: str, converted: bool = False) -> str:
    """A number as the file states it: `difference -2992 EUR_2016/person, p 0.0001 (two-sided)`.

    `converted` adds what it is in the reported money.
    """
    if not number.is_known:
        return say("stated_unknown", language)
    role = "" if number.role == "mean" else f"{say(f'stated_{number.role}', language)} "
    unit = "" if number.role in RATIOS else f" {number.unit}"
    text = f"{role}{typed(number.value, language, 10)}{unit}"
    if converted and number.conversion is not None:
        money = number.conversion.steps[-1].money
        text += f" = {typed(number.value * number.factor, language)} {number.unit.in_money(money)}"
    return text if number.way is None else f"{text}, {number.way.text(language)}"


def both(number: Quantity, converted: bool) -> Label:
    """A number as stated, for readers of either language."""
    return Label(stated(number, "en", converted), stated(number, "da", converted))


def plain(text: str) -> Label:
    """Words of the file, which are the same in both languages."""
    return Label(text, text)


def whole(holder: Holder, scenario: Scenario) -> Side:
    """All numbers of a category or outcome, as one input."""
    numbers = tuple((stated_path(scenario, k, q), q) for k, q in slots(holder).items())
    ruled = (n for n in holder.numbers if n.path not in {q.path for _, q in numbers})
    ruled = (n for n in ruled if n not in slots(holder).values())
    numbers += tuple((own_path(scenario, n.path), n) for n in ruled)

    def text(language: str) -> str:
        texts = [f"{path.rpartition('.')[2]} {stated(q, language)}" for path, q in numbers]
        return "; ".join(texts)

    return Side(Label(text("en"), text("da")), holder.span, numbers)


def modelled(scenario: Scenario) -> Side:
    """A model in a few words, with its numbers; or that there is none."""
    model = scenario.model
    months = str(scenario.months)
    if model is None:
        return Side(Label.of("inputs_unmodelled", months=months), scenario.places["horizon.months"])
    text = Label.of(
        "inputs_modelled",
        states=str(len(model.states)),
        moves=str(len(model.moves)),
        cycle=Label.of(f"time_{model.cycle}"),
        counting=model.counting,
        months=months,
    )
    numbers = tuple((own_path(scenario, n.path), n) for n in model.numbers)
    return Side(text, model.span, numbers)


def stepped(ladder: str, scenario: Scenario) -> Side:
    """The clock of a ladder as a scenario states it, and how many steps are reached."""
    categories = [c for c in scenario.categories if any(_of(ladder, n) for n in c.rung_numbers)]
    clocks = {n.path: n for c in categories for n in c.rung_numbers if _of(ladder, n)}
    steps = {(c.rung.low, c.rung.high) for c in categories if c.rung is not None}

    def text(language: str) -> str:
        texts = (f"{path.rpartition('.')[2]} {stated(q, language)}" for path, q in clocks.items())
        return "; ".join((*texts, say("inputs_steps", language, count=len(steps))))

    return Side(
        Label(text("en"), text("da")), next(iter(clocks.values())).span, tuple(clocks.items())
    )


def _of(ladder: str, number: Quantity) -> bool:
    """True for a number of the ladder's clock."""
    return number.path.startswith(f"{ladder}.")


def lasting(effect: Effect | None, scenario: Scenario) -> Side:
    """A later effect in the words of the file, or that there is none."""
    if effect is None:
        assert scenario.model is not None
        return Side(plain("-"), scenario.model.span)
    return Side(plain(f"after: {effect.after}, then: {effect.then}"), effect.span)


def correlated(correlation: Correlation, scenario: Scenario) -> Side:
    """The members of a correlation by the paths of their own file, and how they go together."""
    paths = [own_path(scenario, member) for member in correlation.members]

    def text(language: str) -> str:
        rho = rho_text(correlation, language)
        return say("inputs_correlation", language, rho=rho, paths=listing(paths, language))

    return Side(Label(text("en"), text("da")), correlation.span)


def part(holder: Holder, key: str) -> Side:
    """The kind, payers or timing of a category or outcome."""
    span = holder.span
    if isinstance(holder, Category):
        span = holder.places.get(key, span)
    if key == "timing":
        return Side(plain(_timing(holder.timing)), span)
    assert isinstance(holder, Category)
    if key == "kind":
        return Side(plain(holder.kind), span)
    whose = holder.receivers if key == "receiver" else holder.payers
    shares = [f"{name} {share:g}" for name, share in whose.items()]
    text = ", ".join(shares) if len(shares) != 1 else next(iter(whose))
    return Side(plain(text), span)


def _timing(timing: Timing) -> str:
    """A timing in the words of the file."""
    if timing.profile == "weights":
        shown = [f"{weight:.3g}" for weight in timing.weights[:6]]
        more = ", ..." if len(timing.weights) > len(shown) else ""
        return f"weights [{', '.join(shown)}{more}]"
    if timing.profile == "end":
        return "end"
    return f"months [{timing.first}, {timing.last}]"
