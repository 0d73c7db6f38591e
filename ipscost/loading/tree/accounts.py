"""Payers, receivers of transfers, perspectives, and the factors of welfare economics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ipscost.errors import closest, is_set, nearest
from ipscost.loading.amounts.quantities import Reader, label_of
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema import CostKeys
from ipscost.loading.keys.schema_accounts import PayerKeys, WelfareKeys
from ipscost.loading.text.edits import (
    declared,
    meant_by,
    named,
    shares_to_one,
    without_uncertainty,
)
from ipscost.messages import Message, either
from ipscost.scenario import perspectives
from ipscost.scenario.called import UnknownNameError, called
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import (
    HEALTH,
    PUBLIC,
    SOCIETAL,
    WELFARE,
    Payer,
    Perspective,
    Quantity,
    Welfare,
)
from ipscost.units import RATIO, UNKNOWN
from ipscost.words.text import say

BUILT_IN = (SOCIETAL, PUBLIC, HEALTH, WELFARE)
"""Perspectives that need no declaration; no payer or other perspective may have these names."""
FACTORS = "{net_tax_factor: {mean: 1.28, source: ...}, tax_distortion: {mean: 1.1, source: ...}}"


def payers_of(keys: Mapping[str, PayerKeys]) -> dict[str, Payer]:
    """The payers by name."""
    return {
        name: Payer(name, label_of(key.label, name), tuple(key.of), key.public, key.health)
        for name, key in keys.items()
    }


def _shares_written(text: str) -> str:
    """The fix for shares in one text such as `town 80%, region 20%`; empty for other texts."""
    parts = [re.fullmatch(r"\s*(\w+):?\s+(\d+(?:\.\d+)?)\s*%\s*", p) for p in text.split(",")]
    shares = [f"{part[1]}: {float(part[2]) / 100:.12g}" for part in parts if part is not None]
    return (
        Message("write {{{shares}}}", shares=", ".join(shares)) if len(shares) == len(parts) else ""
    )


def payer_shares(
    at: Checked[dict[str, float]] | None, known: Mapping[str, Payer] | None
) -> dict[str, float]:
    """The payers' shares, checked to be known and to sum to 1; none if none are stated."""
    if at is None:
        return {}
    shares = at.keys
    for name in shares:
        if known is not None and name not in known:
            fix = _shares_written(name) or declared(name, known, "payer", "{}")
            message = Message("unknown payer {name}", name=name)
            if name == UNKNOWN and len(known) > 1:
                message = Message("who pays is not known: that is a payer that stands for several")
                fix = Message(
                    "add {name}: {{of: [{known}]}} to payer", name=name, known=", ".join(known)
                )
            at.refuse("E204", message, fix, at.locate(name).key)
    _check_sum(at, "payer", known or ())
    return dict(shares)


def read_receivers(
    at: Checked[CostKeys], payers: Mapping[str, float], known: Mapping[str, Payer] | None
) -> dict[str, float]:
    """Who receives a transfer, with shares that sum to 1; empty if the file does not say."""
    here = at.part("receiver")
    if here is None:
        return {}
    if KINDS[at.keys.kind].is_real:
        message = Message(
            "expected a receiver of a transfer alone, found one of kind {kind}", kind=at.keys.kind
        )
        fix: str = Message("take receiver out; what uses resources is paid, and nobody receives it")
        here.refuse_key("E232", message, fix)
        return {}
    others = {name: each for name, each in (known or {}).items() if name not in payers}
    for name in here.keys:
        span = here.locate(name).key
        fix = named(name, others) if others else Message("take receiver out")
        if known is not None and name not in known:
            here.refuse("E204", Message("unknown payer {name}", name=name), fix, span)
        elif name in payers:
            message = Message("{name} both pays and receives it", name=name)
            fix = Message("{fix}; state the net amount, or two categories", fix=fix)
            here.refuse("E232", message, fix, span)
    _check_sum(here, "receiver", others)
    return dict(here.keys)


def _check_sum(at: Checked[dict[str, float]], whose: str, known: Iterable[str]) -> None:
    """Refuses shares that do not sum to 1; without any, the fix is one of the `known`."""
    total = sum(at.keys.values())
    if abs(total - 1) > 1e-9:
        given = f"{total:g}" if at.keys else Message("none")
        message = Message(
            "expected {whose} shares that sum to 1, found {given}", whose=whose, given=given
        )
        at.refuse("E205", message, shares_to_one(at.keys, known))


def read_perspectives(
    root: Checked[dict[str, Any]], payers: Mapping[str, Payer] | None, paths: Sequence[str]
) -> dict[str, Perspective]:
    """The perspectives that a file declares; `paths` are those of categories and groups."""
    perspectives: dict[str, Perspective] = {}
    for here in root.parts_of("perspectives"):
        name, keys = here.name, here.keys
        what = (
            Message("a payer")
            if name in (payers or ())
            else Message("a perspective of its own accord")
        )
        if name in (payers or ()) or name in BUILT_IN:
            message = Message(
                "expected a name of its own, found '{name}', which is {what}", name=name, what=what
            )
            here.refuse_key("E231", message, Message("write for example {name}_alone", name=name))
        for payer in here.parts_of("payers"):
            if payers is not None and payer.keys not in payers:
                payer.refuse(
                    "E204",
                    Message("unknown payer {name}", name=payer.keys),
                    named(payer.keys, payers),
                )
        for path in here.parts_of("cost"):
            if paths and path.keys not in paths:
                path.refuse(
                    "E235",
                    Message("unknown category {path}", path=path.keys),
                    nearest(path.keys, paths),
                )
        if not (keys.payers or keys.kinds or keys.cost):
            message = Message("expected payers, kinds or cost, found none")
            fix = Message(
                "add payers: [{payers}]; or kinds: or cost:, of what counts; society as a "
                "whole is societal",
                payers=next(iter(payers or ()), "..."),
            )
            here.refuse("E231", message, fix)
        perspectives[name] = Perspective(
            name,
            label_of(keys.label, name),
            tuple(keys.payers),
            tuple(keys.kinds),
            tuple(keys.cost),
        )
    return perspectives


def read_welfare(at: Checked[WelfareKeys] | None, reader: Reader) -> Welfare | None:
    """The factors of a welfare-economic account; None if there are none or one is wrong."""
    if at is None:
        return None
    factors = [_factor(at[name], reader) for name in WelfareKeys.model_fields]
    net_tax_factor, tax_distortion = factors
    if net_tax_factor is None or tax_distortion is None:
        return None
    return Welfare(net_tax_factor, tax_distortion)


def _factor(at: Cursor, reader: Reader) -> Quantity | None:
    """One factor: a fixed ratio of at least 1."""
    inherited = Inherited(unit=(str(RATIO), at.span))
    factor = reader.read(at, Wanted(("mean",), False, "normal"), inherited)
    if factor is None:
        return None
    if factor.unit != RATIO:
        message = Message("expected a factor in the unit ratio, found {unit}", unit=factor.unit)
        at.refuse("E211", message, Message("write unit: ratio"), at.locate("unit").span)
        return None
    if not factor.is_fixed:
        message = Message("a factor of the account is prescribed, so it has no uncertainty")
        fix = Message(
            "{edit}; --set {path}.mean=... shows the result at another",
            edit=without_uncertainty(at.node),
            path=at.path,
        )
        at.refuse("E209", message, fix)
        return None
    if factor.value < 1:
        message = Message("expected a factor of at least 1, found {value:g}", value=factor.value)
        fix = Message("write 1 if nothing is added")
        if 0 < factor.value < 1:
            fix = Message(
                "write {value:g} if that much is added, 1 if nothing is", value=1 + factor.value
            )
        at.refuse("E114", message, fix, factor.span)
        return None
    return factor


def check_perspective(
    at: Cursor | None,
    word: str,
    payers: Mapping[str, Payer],
    declared: Mapping[str, Perspective],
    *,
    welfare: bool,
) -> str:
    """The name of the perspective that is taken; refuses one that the scenario does not have.

    On the command line it may also be called by its label, in any language.
    """
    known = perspectives.names(payers, declared, welfare=welfare)
    near: str | None = None
    if word not in known and at is not None and is_set(at.span):
        own = {name: each.label for name, each in payers.items()}
        own |= {name: each.label for name, each in declared.items()}
        labels = {name: own[name] if name in own else say(f"account_{name}") for name in known}
        try:
            return called(word, labels, Message("perspective"))
        except UnknownNameError as error:
            near = error.near
            if error.is_shared:
                at.refuse("E218", str(error), error.fix)
                return word
    if word not in known and at is not None:
        message = Message("unknown perspective {word}", word=word)
        meant = near or closest(word, known) or meant_by(word, {**payers, **declared})
        fix = nearest(word, known) if meant is None else Message("write {meant}", meant=meant)
        is_to_add = word == WELFARE or (word in (PUBLIC, HEALTH) and bool(payers))
        if is_to_add:
            fix = Message("add welfare: {factors} to the file", factors=FACTORS)
            if word != WELFARE:
                fix = either(
                    Message("add {word}: true to payer.{name}", word=word, name=name)
                    for name in payers
                )
        if meant is not None or is_to_add:
            fix = Message("{fix}; this scenario has {known}", fix=fix, known=", ".join(known))
        at.refuse("E218", message, fix)
    return word


@dataclass(frozen=True, slots=True)
class Accounts:
    """The perspectives that a scenario declares, the one it takes, and its welfare factors."""

    perspectives: dict[str, Perspective]
    welfare: Welfare | None
    perspective: str

    @property
    def factors(self) -> tuple[Quantity, ...]:
        """The factors of the welfare-economic account."""
        welfare = self.welfare
        return (welfare.net_tax_factor, welfare.tax_distortion) if welfare else ()


def read_accounts(
    root: Checked[dict[str, Any]],
    payers: Mapping[str, Payer] | None,
    paths: Sequence[str],
    reader: Reader,
) -> Accounts:
    """Reads `perspectives`, `welfare` and `perspective`; `paths` are those of the costs."""
    declared = read_perspectives(root, payers, paths)
    welfare = read_welfare(root.part("welfare"), reader)
    word: str = root.keys.get("perspective", SOCIETAL)
    if payers is not None:
        is_there = welfare is not None or "welfare" in root
        word = check_perspective(root.get("perspective"), word, payers, declared, welfare=is_there)
    return Accounts(declared, welfare, word)
