"""What each number of a scenario is called: in a table, in a sentence, and as the file is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ipscost.analysis.uses import CARRIED, GROUP_SHARE, Use, first_uses
from ipscost.scenario.model import CYCLES, Move, State, Stretch
from ipscost.scenario.nouns import Category, Outcome, Scenario, Subgroup
from ipscost.scenario.paths import ancestors, is_within
from ipscost.scenario.quantity import Quantity
from ipscost.units import RATIO, SHARE
from ipscost.words.text import Text, Words, behind, glued, listing, quoted, say, within

AS_MEAN = ("start", "share", "shape", "count", "half_life")
"""The numbers of a model that are read as values, not in comparison with another arm."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a number is called in a table (`label`) or sentence (`subject`); how it is `read`."""

    label: Text
    subject: Text
    read: Text


def names(use: Use, scenario: Scenario) -> Names:
    """What a number is called in one use; a number shared by several uses has its own name."""
    if use.group is not None:
        return _of_group(use, use.group, scenario)
    if use.role in CARRIED:
        called = _carried(use, scenario)
    elif use.rule is not None:
        called = _ruled(use, scenario)
    elif not isinstance(use.holder, Category | Outcome):
        called = _of_model(use, scenario)
    elif use.role == "price":
        called = _price(use, use.holder, scenario)
    elif use.role in ("rate", "clock"):
        label = say(f"use_{use.role}", label=_called(use, use.holder, scenario))
        called = _plain(label, say("read_mean", label=label, **values_of(use.quantity)))
    else:
        called = _of_arm(use, use.holder, scenario)
    return called if use.shared is None else _plain(use.shared.label, called.read)


def _of_group(use: Use, group: Subgroup, scenario: Scenario) -> Names:
    """The share of a group of people, or a number of its own."""
    if use.role == GROUP_SHARE:
        label = say("label_group_share", group=within(group.label))
        return _plain(label, say("read_mean", label=label, **values_of(use.quantity)))
    called = names(replace(use, group=None), scenario)
    told = {
        name: say("of_group", label=text, group=group.label)
        for name, text in (("label", called.label), ("subject", called.subject))
    }
    return Names(
        told["label"], told["subject"], say("of_group", label=called.read, group=group.label)
    )


def labels(scenario: Scenario) -> dict[str, Text]:
    """What a table calls each number, by path: what it belongs to, and its arm."""
    return {path: names(use, scenario).label for path, use in first_uses(scenario).items()}


def _plain(label: Text, read: Text) -> Names:
    """A number that a sentence calls by its label."""
    return Names(label, say("subject_number", label=label), read)


def _carried(use: Use, scenario: Scenario) -> Names:
    """A number of an effect that is carried over to another group."""
    transfer, number = scenario.transfer, use.quantity
    assert transfer is not None
    own = next((path for path, each in transfer.own.items() if each.path == number.path), "")
    holder = use.holder
    of = getattr(holder, "label", None) or getattr(scenario.groups.get(own), "label", own)
    label = say(
        f"label_{use.role}",
        scale=say(f"scale_{transfer.scale}"),
        label=of,
        arm=within(scenario.arms[scenario.reference].label),
    )
    return _plain(label, say("read_mean", label=label, **values_of(number)))


# --- categories and outcomes -------------------------------------------------------------------


def _price(use: Use, holder: Category | Outcome, scenario: Scenario) -> Names:
    """The price of a category."""
    number, label = use.quantity, _called(use, holder, scenario)
    return Names(
        say("quantity_price", label=label),
        say("subject_price", label=within(label)),
        say("role_price", label=label, value=number.value, unit=_unit(number)),
    )


def _of_arm(use: Use, holder: Category | Outcome, scenario: Scenario) -> Names:
    """The number of one arm."""
    number, (arm,) = use.quantity, use.arms
    label, called = _called(use, holder, scenario), scenario.arms[arm].label
    against = {"reference": within(scenario.arms[scenario.reference].label)}
    values = {"value": number.value, "unit": _unit(number)}
    short = called if number.role == "mean" else within(called)
    return Names(
        say(f"quantity_{number.role}", label=label, arm=short),
        say(f"subject_{number.role}", label=within(label), arm=within(called), **against),
        say(f"role_{number.role}", label=holder.label, arm=within(called), **against, **values),
    )


def _ruled(use: Use, scenario: Scenario) -> Names:
    """A number of a rule: in a state, on entering one, on a move."""
    rule, number, model = use.rule, use.quantity, scenario.model
    assert rule is not None
    assert model is not None
    assert isinstance(use.holder, Category | Outcome)
    states = [quoted(model.states[name].label) for name in rule.states]
    if rule.event == "move":
        when = say("when_move", origin=states[0], target=states[1])
    else:
        when = say(f"when_{rule.event}", states=listing(states))
    named = {"label": _called(use, use.holder, scenario), "who": _who(use, scenario), "when": when}
    label = say(f"rule_{number.role}", **named)
    against = within(scenario.arms[scenario.reference].label)
    read = say(f"read_{number.role}", label=label, reference=against, **values_of(number))
    return _plain(label, read)


def _called(use: Use, holder: Category | Outcome, scenario: Scenario) -> Text:
    """What a number belongs to: its category, or all the steps of a ladder that share it.

    A number that holds on when others of its category change on a date belongs to all of these.
    """
    above = holder.path.rpartition(".")[0]
    is_step = isinstance(holder, Category) and holder.band is not None and not holder.band.entry
    if isinstance(holder, Category) and holder.in_force is not None:
        path = use.quantity.path
        own = [c.path for c in scenario.categories if any(n.path == path for n in c.numbers)]
        groups = (each for each in reversed(ancestors(holder.path)) if each in scenario.groups)
        common = (each for each in groups if all(is_within(one, each) for one in own))
        wide = next(common, "")
        if wide and len(own) > 1:
            return scenario.groups[wide].label
    return scenario.groups[above].label if is_step and above in scenario.groups else holder.label


# --- states and moves --------------------------------------------------------------------------


def _of_model(use: Use, scenario: Scenario) -> Names:
    """A number of a state, a move or the later effect."""
    number, move, who = use.quantity, use.holder, _who(use, scenario)
    of = _of(use, scenario)
    label = say(f"model_{use.role}", label=of, who=who)
    if use.role in AS_MEAN:
        return _plain(label, say("read_model_mean", label=label, who=who, **values_of(number)))
    assert isinstance(move, Move)
    assert use.stretch is not None
    if use.role == "mean":
        return _plain(label, _measured(label, use.stretch, number))
    read = say(
        f"read_model_{use.role}",
        label=_going(move, use.stretch, scenario),
        who=who,
        against=_against(move, scenario),
        **values_of(number),
    )
    return _plain(label, read)


def _of(use: Use, scenario: Scenario) -> Text:
    """What a number of a model belongs to: a state, a move with stretch or target, the effect."""
    holder = use.holder
    if not isinstance(holder, State | Move):
        return say("use_effect")
    if use.target:
        assert scenario.model is not None
        target = quoted(scenario.model.states[use.target].label)
        return say("use_target", label=holder.label, target=target)
    if use.stretch is not None and isinstance(holder, Move) and len(holder.stretches) > 1:
        return say("use_stretch", label=holder.label, first=str(use.stretch.first))
    return holder.label


def _measured(label: Text, stretch: Stretch, number: Quantity) -> Text:
    """The level of a move in terms of its measure: a probability per month, a share by month 18."""
    cycles = (name for name, years in CYCLES.items() if years == stretch.years)
    return say(
        f"measure_{stretch.measure}",
        label=label,
        by=f"{12 * stretch.years:g}",
        time=say(f"time_{next(cycles, 'month')}"),
        **values_of(number),
    )


def _against(move: Move, scenario: Scenario) -> Text:
    """What the ratios of a move are relative to: the reference arm, or another move."""
    assert scenario.model is not None
    if not move.of:
        return within(scenario.arms[scenario.reference].label)
    return next(other.label for other in scenario.model.moves if other.path == move.of)


def _going(move: Move, stretch: Stretch, scenario: Scenario) -> Text:
    """A move within a sentence: `moving from benefit to job, from cycle 7 on`."""
    assert scenario.model is not None
    states, (first, *more) = scenario.model.states, list(move.targets)
    origin = quoted(states[move.origin].label)
    going = say("going_out", origin=origin)
    if not more and not move.path.endswith(".out"):
        going = say("going_to", origin=origin, target=quoted(states[first].label))
    if len(move.stretches) == 1:
        return going
    return say("use_stretch", label=going, first=str(stretch.first))


# --- what they share ---------------------------------------------------------------------------


def _who(use: Use, scenario: Scenario) -> Words:
    """The arms that a number belongs to: their names, or that it is all of them."""
    if not use.arms or len(use.arms) == len(scenario.arms):
        return say("all_arms")
    return listing([scenario.arms[name].label for name in use.arms])


def values_of(number: Quantity) -> dict[str, Words | float]:
    """The value and unit of a number, to be filled into words."""
    is_bare = number.unit in (SHARE, RATIO)
    return {"value": number.value, "unit": "" if is_bare else _unit(number, " ")}


def _unit(number: Quantity, before: str = "") -> Words:
    """The unit of a number, as it follows the number in each language."""
    return glued(before, behind(str(number.unit)))
