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
    either,
    meant_by,
    named,
    shares_to_one,
    without_uncertainty,
)
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
    return f"write {{{', '.join(shares)}}}" if len(shares) == len(parts) else ""


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
            message = f"unknown payer {name}"
            if name == UNKNOWN and len(known) > 1:
                message = "who pays is not known: that is a payer that stands for several"
                fix = f"add {name}: {{of: [{', '.join(known)}]}} to payer"
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
        message = f"expected a receiver of a transfer alone, found one of kind {at.keys.kind}"
        fix = "take receiver out; what uses resources is paid, and nobody receives it"
        here.refuse_key("E232", message, fix)
        return {}
    others = {name: each for name, each in (known or {}).items() if name not in payers}
    for name in here.keys:
        span = here.locate(name).key
        fix = named(name, others) if others else "take receiver out"
        if known is not None and name not in known:
            here.refuse("E204", f"unknown payer {name}", fix, span)
        elif name in payers:
            message = f"{name} both pays and receives it"
            fix += "; state the net amount, or two categories"
            here.refuse("E232", message, fix, span)
    _check_sum(here, "receiver", others)
    return dict(here.keys)


def _check_sum(at: Checked[dict[str, float]], whose: str, known: Iterable[str]) -> None:
    """Refuses shares that do not sum to 1; without any, the fix is one of the `known`."""
    total = sum(at.keys.values())
    if abs(total - 1) > 1e-9:
        given = f"{total:g}" if at.keys else "none"
        message = f"expected {whose} shares that sum to 1, found {given}"
        at.refuse("E205", message, shares_to_one(at.keys, known))


def read_perspectives(
    root: Checked[dict[str, Any]], payers: Mapping[str, Payer] | None, paths: Sequence[str]
) -> dict[str, Perspective]:
    """The perspectives that a file declares; `paths` are those of categories and groups."""
    perspectives: dict[str, Perspective] = {}
    for here in root.parts_of("perspectives"):
        name, keys = here.name, here.keys
        what = "a payer" if name in (payers or ()) else "a perspective of its own accord"
        if name in (payers or ()) or name in BUILT_IN:
            message = f"expected a name of its own, found '{name}', which is {what}"
            here.refuse_key("E231", message, f"write for example {name}_alone")
        for payer in here.parts_of("payers"):
            if payers is not None and payer.keys not in payers:
                payer.refuse("E204", f"unknown payer {payer.keys}", named(payer.keys, payers))
        for path in here.parts_of("cost"):
            if paths and path.keys not in paths:
                path.refuse("E235", f"unknown category {path.keys}", nearest(path.keys, paths))
        if not (keys.payers or keys.kinds or keys.cost):
            message = "expected payers, kinds or cost, found none"
            fix = f"add payers: [{next(iter(payers or ()), '...')}]; or kinds: or cost:, of what "
            fix += "counts; society as a whole is societal"
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
        message = f"expected a factor in the unit ratio, found {factor.unit}"
        at.refuse("E211", message, "write unit: ratio", at.locate("unit").span)
        return None
    if not factor.is_fixed:
        message = "a factor of the account is prescribed, so it has no uncertainty"
        fix = f"{without_uncertainty(at.node)}; --set {at.path}.mean=... shows the result at "
        at.refuse("E209", message, f"{fix}another")
        return None
    if factor.value < 1:
        message = f"expected a factor of at least 1, found {factor.value:g}"
        fix = "write 1 if nothing is added"
        if 0 < factor.value < 1:
            fix = f"write {1 + factor.value:g} if that much is added, 1 if nothing is"
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
            return called(word, labels, "perspective")
        except UnknownNameError as error:
            near = error.near
            if error.is_shared:
                at.refuse("E218", str(error), error.fix)
                return word
    if word not in known and at is not None:
        message = f"unknown perspective {word}"
        meant = near or closest(word, known) or meant_by(word, {**payers, **declared})
        fix = nearest(word, known) if meant is None else f"write {meant}"
        is_to_add = word == WELFARE or (word in (PUBLIC, HEALTH) and bool(payers))
        if is_to_add:
            fix = f"add welfare: {FACTORS} to the file"
            if word != WELFARE:
                fix = either(f"add {word}: true to payer.{name}" for name in payers)
        if meant is not None or is_to_add:
            fix += f"; this scenario has {', '.join(known)}"
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
