"""What costs and outcomes may refer to: shared numbers, the horizon, the model and its ladders."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.amounts.quantities import Reader, label_of
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.keys.fields import LabelKeys
from ipscost.loading.keys.schema_model import LadderKeys, ModelKeys
from ipscost.loading.states.horizon import Horizon, read_effect, read_horizon
from ipscost.loading.states.model import read_model
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.tree.accounts import payer_shares
from ipscost.loading.tree.ladders import Ladder, read_ladder
from ipscost.scenario.model import Model
from ipscost.scenario.nouns import Number, Payer
from ipscost.scenario.quantity import RATIOS
from ipscost.words.text import Text, say

ANY = Wanted(("mean", *RATIOS, "difference"), True, "gamma", by_cycle=True)
"""What a shared number may be; what it must be shows where it is used."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the costs and outcomes of a scenario may refer to.

    The horizon, the model and a ladder are None where they could not be read.
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
    found: Mapping[str, Any],
    root: yamldoc.Mapping,
    arms: ArmReader,
    payers: Mapping[str, Payer] | None,
) -> Scope:
    """What costs and outcomes may refer to; what is amiss goes to the reader's problems."""
    has_model = "model" in root
    shared = _shared(found, root, arms.reader)
    horizon = None
    if "horizon" in found:
        node = root["horizon"]
        assert isinstance(node, yamldoc.Mapping)
        horizon = read_horizon(arms.reader, found["horizon"], node, has_model=has_model)
    if not has_model:
        for section in ("effect", "ladder"):
            if section in root:
                message = f"{section} is about a model of states, and this scenario has none"
                fix = f"take {section} out; it goes with model: and its states"
                arms.refuse(root.keys[section], "E260", section, message, fix)
        return Scope(horizon, has_model, None, shared)
    model = _model(found, root, arms, horizon)
    return Scope(horizon, has_model, model, shared, _ladders(found, root, arms, payers, model))


def _shared(found: Mapping[str, Any], root: yamldoc.Mapping, reader: Reader) -> tuple[Number, ...]:
    """The numbers of `number:`, which the reader then knows by name."""
    numbers: list[Number] = []
    block = root.get("number")
    for name in found.get("number") or {}:
        assert isinstance(block, yamldoc.Mapping)
        node, path = block[name], f"number.{name}"
        label: Text | None = label_of(None, name)
        if isinstance(node, yamldoc.Mapping) and "label" in node:
            keys = findings.read(LabelKeys, node["label"], f"{path}.label", reader.problems)
            label = keys and label_of(keys, name)
            rest = {key: child for key, child in node.entries.items() if key != "label"}
            node = yamldoc.Mapping(rest, node.keys, node.span, node.was)
        quantity = reader.read(node, path, ANY, Inherited())
        reader.numbers[name] = quantity
        if quantity is not None and label is not None:
            numbers.append(Number(path, label, quantity, quantity.note, block.keys[name]))
    return tuple(numbers)


def _model(
    found: Mapping[str, Any], root: yamldoc.Mapping, arms: ArmReader, horizon: Horizon | None
) -> Model | None:
    """The model with the later effect, or None where it is malformed."""
    keys: ModelKeys | None = found.get("model")
    before, effect = arms.errors(), None
    if found.get("effect") is not None:
        node = root["effect"]
        assert isinstance(node, yamldoc.Mapping)
        effect = read_effect(arms.reader, found["effect"], node)
    if keys is None or horizon is None:
        return None
    node = root["model"]
    assert isinstance(node, yamldoc.Mapping)
    model = read_model(arms, keys, node, horizon.years, effect)
    return model if arms.errors() == before else None


def _ladders(
    found: Mapping[str, Any],
    root: yamldoc.Mapping,
    arms: ArmReader,
    payers: Mapping[str, Payer] | None,
    model: Model | None,
) -> dict[str, Ladder | None]:
    """The ladders by name; None for one that is malformed, or whose model is."""
    keys: dict[str, LadderKeys] = found.get("ladder") or {}
    ladders: dict[str, Ladder | None] = {}
    block = root.get("ladder")

    def shares(given: Mapping[str, float], node: yamldoc.Node, path: str) -> dict[str, float]:
        return payer_shares(given, node, path, payers, arms.refuse)

    for name, each in keys.items():
        assert isinstance(block, yamldoc.Mapping)
        node = block[name]
        assert isinstance(node, yamldoc.Mapping)
        ladders[name] = None
        if model is not None:
            ladders[name] = read_ladder(arms, name, each, node, model.states, shares)
    return ladders


def doubt_unused(
    reader: Reader, scope: Scope, root: yamldoc.Mapping, used: Collection[str]
) -> None:
    """Warns of each shared number and ladder that nothing refers to; `used` are the ladders."""
    block = root.get("ladder")
    for name in scope.ladders:
        if name not in used and isinstance(block, yamldoc.Mapping):
            doubt = say("doubt_unused_ladder", name=name)
            fix = f"take {name} out; a category uses it by ladder: {name} in the place of payer"
            reader.doubt(block.keys[name], "W405", f"ladder.{name}", doubt, fix)
    shared = scope.shared
    for number in shared:
        name = number.path.partition(".")[2]
        if name not in reader.used:
            doubt = say("doubt_unused", name=name)
            fix = f"take {name} out; {{number: {name}}} uses it where it belongs"
            reader.doubt(number.span, "W405", number.path, doubt, fix)
