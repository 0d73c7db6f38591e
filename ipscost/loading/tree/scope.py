"""What costs and outcomes may refer to: shared numbers, the horizon, the model and its ladders."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.amounts.quantities import Reader, label_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.fields import LabelKeys
from ipscost.loading.states.horizon import Horizon, has_no_time, read_effect, read_horizon
from ipscost.loading.states.model import read_model
from ipscost.loading.text import yamldoc
from ipscost.loading.tree.ladders import Ladder, read_ladder
from ipscost.messages import Message
from ipscost.scenario.model import Model
from ipscost.scenario.nouns import Number, Payer
from ipscost.scenario.quantity import RATIOS
from ipscost.words.text import Text, say

ANY = Wanted(("mean", *RATIOS, "difference"), True, "gamma", by_cycle=True)
"""What a shared number may be; each use of it then requires something narrower."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the costs and outcomes of a scenario may refer to.

    The horizon, the model or a ladder is None if it could not be read.
    """

    horizon: Horizon | None
    has_model: bool
    model: Model | None
    shared: tuple[Number, ...] = ()
    ladders: Mapping[str, Ladder | None] = field(default_factory=dict)

    @property
    def months(self) -> int | None:
        """How many months the horizon has."""
        return self.horizon.months if self.horizon else None


def read_scope(
    root: Checked[dict[str, Any]], arms: ArmReader, payers: Mapping[str, Payer] | None
) -> Scope:
    """What costs and outcomes may refer to; problems go to the reader's list."""
    has_model = "model" in root
    shared = _shared(root, arms.reader)
    at = root.part("horizon")
    horizon = None if at is None else read_horizon(at, has_model=has_model)
    if horizon is not None and not horizon.is_known and not has_no_time(root):
        horizon = None
    if not has_model:
        for section in ("effect", "ladder"):
            if section in root:
                message = Message(
                    "{section} is about a model of states, and this scenario has none",
                    section=section,
                )
                fix = Message(
                    "take {section} out; it goes with model: and its states", section=section
                )
                root[section].refuse_key("E260", message, fix)
        return Scope(horizon, has_model, None, shared)
    model = _model(root, arms, horizon)
    ladders = {
        each.name: None if model is None else read_ladder(arms, each, model.states, payers)
        for each in root.parts_of("ladder")
    }
    return Scope(horizon, has_model, model, shared, ladders)


def _shared(root: Checked[dict[str, Any]], reader: Reader) -> tuple[Number, ...]:
    """Reads the numbers of `number:`, which the reader then knows by name."""
    numbers: list[Number] = []
    for at in root.parts_of("number"):
        amount: Cursor = at
        label: Text | None = label_of(None, at.name)
        if "label" in at:
            read = at["label"].read(LabelKeys)
            label = None if read is None else label_of(read.keys, at.name)
            rest = {key: child for key, child in at.mapping.entries.items() if key != "label"}
            amount = at.with_node(yamldoc.Mapping(rest, at.mapping.keys, at.span, at.mapping.was))
        quantity = reader.read(amount, ANY)
        reader.numbers[at.name] = quantity
        if quantity is not None and label is not None:
            numbers.append(Number(at.path, label, quantity, quantity.note, at.key))
    return tuple(numbers)


def _model(root: Checked[dict[str, Any]], arms: ArmReader, horizon: Horizon | None) -> Model | None:
    """The model, including the later effect, or None if it is malformed."""
    before, later, at = arms.errors(), root.part("effect"), root.part("model")
    effect = None if later is None else read_effect(arms.reader, later)
    if at is None or horizon is None:
        return None
    model = read_model(arms, at, horizon.years, effect)
    return model if arms.errors() == before else None


def doubt_unused(root: Cursor, reader: Reader, scope: Scope, used: Collection[str]) -> None:
    """Warns of each shared number and ladder that nothing refers to; `used` are the ladders."""
    for name in scope.ladders:
        if name not in used:
            doubt = say("doubt_unused_ladder", name=name)
            fix = Message(
                "take {name} out; a category uses it by ladder: {name} in the place of payer",
                name=name,
            )
            at = root["ladder"][name]
            at.doubt("W405", doubt, fix, at.key)
    for number in scope.shared:
        name = number.path.partition(".")[2]
        if name not in reader.used:
            doubt = say("doubt_unused", name=name)
            fix = Message("take {name} out; {{number: {name}}} uses it where it belongs", name=name)
            reader.doubt(number.span, "W405", number.path, doubt, fix)
