"""What of an effect carries over, from the section `transfer`, and whether that can be computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ipscost.errors import nearest
from ipscost.loading.amounts.arms import below, states_amount
from ipscost.loading.amounts.plain import read_plain
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import SET, Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_transfer import PREDICTION, TransferKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import interval_around, without
from ipscost.loading.transferable import called, check_model, role_of
from ipscost.loading.tree.categories import TreeReader
from ipscost.messages import Message, ands
from ipscost.numerals import is_number
from ipscost.scenario.model import Model
from ipscost.scenario.nouns import Outcome, Quantity
from ipscost.scenario.quantity import RATIOS
from ipscost.scenario.transfer import POINTS, SECTION, WAYS, Transfer
from ipscost.units import SHARE
from ipscost.words.text import Text, say

PART = Wanted(("mean",), False, "gamma", over_one=True)
LEVEL = Wanted(("mean",), False, "beta")
ANY_LEVEL = Wanted(("mean",), True, "gamma")


@dataclass(frozen=True, slots=True)
class Held:
    """What there is to be carried: the tree of costs and outcomes, the model, the arms."""

    tree: TreeReader
    model: Model | None
    has_model: bool
    reference: str
    is_whole: bool


def population_of(root: Checked[dict[str, Any]]) -> Text | None:
    """Whom a scenario is about. Those of the trial are not those to whom its effect is carried.

    So a population that another file states than the one that carries an effect over is not taken.
    """
    carried, stated = root.mapping.keys.get(SECTION), root.mapping.keys.get("population")
    if carried is not None and stated is not None and carried.file != stated.file:
        return None
    return text_of(root.keys.get("population"))


def read_transfer(at: Checked[TransferKeys] | None, reader: Reader, held: Held) -> Transfer | None:
    """The transfer of the section, or None where there is none or something is wrong with it."""
    if at is None:
        return None
    before, keys = at.problems.errors(), at.keys
    way = _way(at)
    of = _of(at, held, way)
    if held.has_model:
        check_model(at, held.model, held.reference)
    effect = _Effect(at, reader, below(at))
    read = {
        "share": effect.part(at.get("share")),
        "pooled": effect.effect(at.get("pooled")),
        "weight": effect.weight(at.get("weight")),
    }
    other = effect.other(at.get("other"))
    baselines = {} if held.has_model else dict(_baselines(at, effect, held))
    own = dict(_own(at, effect, held))
    stays = tuple(_stays(at, held))
    if at.problems.errors() > before or not way:
        return None
    return Transfer(
        scale=keys.scale,
        way=way,
        of=of,
        share=read["share"],
        pooled=read["pooled"],
        weight=read["weight"],
        other=other,
        baselines=baselines,
        own=own,
        stays=stays,
        note=text_of(keys.note),
        span=at.key,
    )


def _way(at: Checked[TransferKeys]) -> str:
    """The way in which the effect is carried; empty, with a problem, unless there is one."""
    stated = [way for way in WAYS if way in at]
    if len(stated) != 1:
        fix: str = Message("add share: ... (of the trial's effect, 0 to 1)")
        if stated:
            fix = Message("keep one of {stated}", stated=", ".join(stated))
        message = Message(
            "expected one of share, pooled and weight, found {given}",
            given=ands(stated) or Message("none"),
        )
        at.refuse_key("E290", message, fix)
        return ""
    (way,) = stated
    if "other" in at and way != "weight":
        message = Message("another study has the rest of a weight, and there is no weight")
        at["other"].refuse_key("E290", message, Message("take other out"))
    if way == "weight" and "other" not in at:
        message = Message("a weight on the trial leaves the rest to another study, found none")
        fix = Message("add other: {{{role}: ..., source: ...}}", role=role_of(at.keys.scale))
        at["weight"].refuse_key("E290", message, fix)
    return way


# --- whose effect ------------------------------------------------------------------------------


def _of(at: Checked[TransferKeys], held: Held, way: str) -> str:
    """The path of the outcome whose effect is carried; empty where there is none."""
    shares = [o for o in held.tree.read_outcomes if o.unit == SHARE and o.arms]
    names = [_name(outcome) for outcome in shares]
    if held.has_model or not held.is_whole:
        return ""
    if at.keys.of is not None:
        if at.keys.of in names:
            return f"outcome.{at.keys.of}"
        known = [_name(outcome) for outcome in held.tree.read_outcomes]
        if at.keys.of in known:
            message = Message(
                "{name} is no share of people, so it has no {scale}",
                name=at.keys.of,
                scale=called(at.keys.scale),
            )
            fix = nearest("", names) if names else Message("take {key} out", key="of")
            at["of"].refuse("E291", message, fix)
        else:
            message = Message("unknown outcome {name}", name=at.keys.of)
            at["of"].refuse("E292", message, nearest(at.keys.of, names or known))
        return ""
    if not shares and (at.keys.scale != POINTS or way in ("pooled", "weight")):
        message = Message(
            "no outcome is a share of people, so there is no {scale} to carry over",
            scale=called(at.keys.scale),
        )
        if way == "share":
            at["scale"].refuse("E291", message, _points())
        elif way:
            gone = [key for key in (way, "other") if key in at]
            fix = Message("{gone} and add share: ...", gone=without(gone))
            at[way].refuse_key("E291", message, fix)
        return ""
    if len(shares) > 1 and way in ("pooled", "weight"):
        message = Message(
            "several outcomes are shares of people: {names}; it is not said whose effect it is",
            names=", ".join(names),
        )
        at[way].refuse_key("E290", message, Message("add of: {name} to transfer", name=names[0]))
    return shares[0].path if shares else ""


def _points() -> str:
    return Message("write points (then a share of each difference is carried over)")


def _name(outcome: Outcome) -> str:
    return outcome.path.partition(".")[2]


# --- the numbers -------------------------------------------------------------------------------


class _Effect:
    """Reads the numbers of a transfer; `inherited` is what the section states for all of them."""

    def __init__(self, at: Checked[TransferKeys], reader: Reader, inherited: Inherited) -> None:
        self.at, self.reader = at, reader
        self.inherited = replace(inherited, unit=("share", at.span))
        self.role = role_of(at.keys.scale)

    def part(self, at: Cursor | None) -> Quantity | None:
        """A share of an effect: a plain number or an amount; more than all of it is doubted."""
        if at is not None and at.is_mapping and "interval" in at:
            low = next(iter(at["interval"].items()), None)
            if low is not None and is_number(low.text) and float(low.text) < 0:
                value = float(low.text)
                message = Message("expected a number of at least 0, found {value:g}", value=value)
                low.refuse("E114", message, Message("write 0 for {value:.15g}", value=value))
                return None
        number = self.number(at, PART)
        if at is not None and number is not None and number.value > 1:
            doubt = say("doubt_transfer_over", share=number.value)
            fix = Message("write 1; leave it where more than the whole effect is meant")
            at.doubt("W440", doubt, fix, number.span)
        return number

    def weight(self, at: Cursor | None) -> Quantity | None:
        """The weight on the trial."""
        return self.number(at, LEVEL)

    def number(self, at: Cursor | None, wanted: Wanted) -> Quantity | None:
        """A plain number, which is an assumption, or an amount; None if it is wrong or missing."""
        if at is None:
            return None
        return read_plain(self.reader, at, wanted, self.inherited, say("transfer_chosen"))

    def effect(self, at: Cursor | None) -> Quantity | None:
        """An effect on the scale, of many studies or of another one."""
        if at is None:
            return None
        stated = next(
            (role for role in (*RATIOS, "difference", "mean", "events") if role in at), ""
        )
        if stated and stated != self.role:
            message = Message(
                "the scale is {scale}, and this effect is on another", scale=self.at.keys.scale
            )
            fix = Message("write {role}: ... for {stated}", role=self.role, stated=stated)
            if stated in ("risk_ratio", "odds_ratio", "hazard_ratio", "difference"):
                scale = POINTS if stated == "difference" else stated
                fix = Message("write scale: {scale} in transfer", scale=scale)
            at[stated].refuse_key("E290", message, fix)
            return None
        if at.is_mapping and PREDICTION in at:
            node = at.mapping  # an interval beside it is of the mean, and not of a new place
            kept = [key for key in node if key != "interval"]
            if not _holds(at, at[stated] if stated else None):
                if not _is_left_behind(at, at[stated]):
                    return None
                kept.remove(PREDICTION)
            named = {"interval" if key == PREDICTION else key: key for key in kept}
            entries = {key: node[own] for key, own in named.items()}
            keys = {key: node.keys[own] for key, own in named.items()}
            at = at.with_node(yamldoc.Mapping(entries, keys, node.span, node.was))
        return self.reader.read(at, Wanted((self.role,), True, "normal"), self.inherited)

    def other(self, at: Cursor | None) -> tuple[Quantity, ...]:
        """The other study: its effect, or its levels without and with what is offered."""
        if at is None:
            return ()
        arms = ("reference", "intervention")
        if not any(key in at for key in arms):
            number = self.effect(at)
            return () if number is None else (number,)
        for key in at:
            if key not in arms:
                at.refuse_unknown(key, arms)
        missing = [key for key in arms if key not in at]
        if missing:
            message = Message("expected both levels of the other study, found one")
            fix = Message("add {key}: {{mean: ..., source: ...}}", key=missing[0])
            at.refuse("E290", message, fix)
            return ()
        read = [self.number(at[key], LEVEL) for key in arms]
        return tuple(number for number in read if number is not None)


def _holds(at: Cursor, stated: Cursor | None) -> bool:
    """True if a prediction interval holds its number, as far as they can be read."""
    texts = [stated.text if stated else "", *(end.text for end in at[PREDICTION].items())]
    if len(texts) != 3 or not all(is_number(text) for text in texts):
        return True  # what is wrong with them is told where they are read
    value, low, high = map(float, texts)
    return low <= value <= high and low != high


def _is_left_behind(at: Cursor, stated: Cursor) -> bool:
    """True, with a warning, if the interval is of the number that --set replaced; else refused."""
    ends, value = at[PREDICTION], float(stated.text)
    low, high = (float(end.text) for end in ends.items())
    if stated.key.file == SET and ends.key.file != SET:
        fix = Message(
            "add --set {path}.{way}={ends} if it is known; a what-if can do without",
            path=at.path,
            way=PREDICTION,
            ends="[..., ...]",
        )
        at.doubt("W411", say("doubt_left", way="interval", value=value), fix, stated.key)
        return True
    message = Message(
        "expected an interval around {value:g}, found {low:g} to {high:g}",
        value=value,
        low=low,
        high=high,
    )
    ends.refuse("E209", message, interval_around(value, ends.node, PREDICTION))
    return False


def _baselines(
    at: Checked[TransferKeys], effect: _Effect, held: Held
) -> Iterator[tuple[str, Quantity]]:
    """The level of the reference arm in the new group, by the path of an outcome."""
    section = at.get("baseline")
    outcomes: Mapping[str, Outcome] = {_name(o): o for o in held.tree.read_outcomes}
    for name in section or ():
        assert section is not None
        here, outcome = section[name], outcomes.get(name)
        if outcome is None:
            if held.is_whole:
                message = Message("unknown outcome {name}", name=name)
                here.refuse_key("E292", message, nearest(name, tuple(outcomes)))
            continue
        wanted = LEVEL if outcome.unit == SHARE else ANY_LEVEL
        own = _Effect(at, effect.reader, effect.inherited)
        own.inherited = replace(effect.inherited, unit=(str(outcome.unit), here.span))
        number = own.number(here, wanted)
        if number is not None:
            yield outcome.path, number


def _own(at: Checked[TransferKeys], effect: _Effect, held: Held) -> Iterator[tuple[str, Quantity]]:
    """The shares of their own, by the path of an outcome, a category or a group."""
    for section in ("outcome", "cost"):
        here = at.get(section)
        if here is not None:
            yield from _below(at, here, section, effect, held)


def _below(
    at: Checked[TransferKeys], here: Cursor, path: str, effect: _Effect, held: Held
) -> Iterator[tuple[str, Quantity]]:
    """The shares below a node, which stand in groups as the categories do."""
    for key in here:
        child, own = here[key], f"{path}.{key}"
        if child.is_mapping and not states_amount(child.node):
            yield from _below(at, child, own, effect, held)
            continue
        if own not in _known(held):
            if held.is_whole:
                message = Message("unknown category or outcome {path}", path=own)
                child.refuse_key("E292", message, nearest(key, _known(held, path)))
            continue
        rated = next((c for c in held.tree.categories if c.path == own and c.rate), None)
        if rated is not None:
            message = Message(
                "{path} is a share of other costs, and is carried as they are", path=own
            )
            child.refuse_key("E292", message, Message("take {key} out", key=key))
            continue
        number = effect.part(child)
        if number is not None:
            yield own, number


def _known(held: Held, section: str = "") -> tuple[str, ...]:
    """The paths of outcomes, categories and groups; below a section as they are called there."""
    every = dict.fromkeys((*held.tree.groups, *sorted(held.tree.paths)))
    start = f"{section}." if section else ""
    return tuple(path.removeprefix(start) for path in every if path.startswith(start))


def _stays(at: Checked[TransferKeys], held: Held) -> Iterator[str]:
    """The paths of what stays as in the trial."""
    for item in at["stays"].items() if "stays" in at else ():
        known = _known(held)
        if item.text in known:
            yield item.text
        elif held.is_whole:
            message = Message("unknown category or outcome {path}", path=item.text)
            item.refuse("E292", message, nearest(item.text, known))
