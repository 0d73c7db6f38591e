"""Who pays and who receives, and from whose side: payers, receivers, perspectives, welfare."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ipscost.errors import Problem, Span, nearest
from ipscost.loading.amounts.quantities import Reader, label_of
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.keys.schema_accounts import PayerKeys, PerspectiveKeys, WelfareKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import declared, either, named, shares_to_one, without_uncertainty
from ipscost.scenario import perspectives
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

BUILT_IN = (SOCIETAL, PUBLIC, HEALTH, WELFARE)
"""Perspectives that need no declaration, so that no payer and no other perspective is so called."""
FACTORS = "{net_tax_factor: {mean: 1.28, source: ...}, tax_distortion: {mean: 1.1, source: ...}}"

Refuse = Callable[[Span, str, str, str, str], None]


def payers_of(keys: Mapping[str, PayerKeys]) -> dict[str, Payer]:
    """The payers by name."""
    return {
        name: Payer(name, label_of(key.label, name), tuple(key.of), key.public, key.health)
        for name, key in keys.items()
    }


def _shares_written(text: str) -> str:
    """The fix for shares in one text such as `town 80%, region 20%`, or nothing."""
    parts = [re.fullmatch(r"\s*(\w+):?\s+(\d+(?:\.\d+)?)\s*%\s*", p) for p in text.split(",")]
    found = [f"{part[1]}: {float(part[2]) / 100:.12g}" for part in parts if part is not None]
    return f"write {{{', '.join(found)}}}" if len(found) == len(parts) else ""


def payer_shares(
    shares: Mapping[str, float],
    node: yamldoc.Node,
    path: str,
    known: Mapping[str, Payer] | None,
    refuse: Refuse,
) -> dict[str, float]:
    """The payers' shares, checked to be known and to sum to 1."""
    for name in shares:
        if known is not None and name not in known:
            span = node.keys[name] if isinstance(node, yamldoc.Mapping) else node.span
            fix = _shares_written(name) or declared(name, known, "payer", "{}")
            message = f"unknown payer {name}"
            if name == UNKNOWN and len(known) > 1:
                message = "who pays is not known: that is a payer that stands for several"
                fix = f"add {name}: {{of: [{', '.join(known)}]}} to payer"
            refuse(span, "E204", f"{path}.payer", message, fix)
    total = sum(shares.values())
    if abs(total - 1) > 1e-9:
        found = f"{total:g}" if shares else "none"
        message = f"expected payer shares that sum to 1, found {found}"
        fix = shares_to_one(shares, known or ())
        refuse(node.span, "E205", f"{path}.payer", message, fix)
    return dict(shares)


def read_receivers(
    shares: Mapping[str, float] | None,
    payers: Mapping[str, float],
    kind: str,
    node: yamldoc.Mapping,
    path: str,
    known: Mapping[str, Payer] | None,
    refuse: Refuse,
) -> dict[str, float]:
    """Who gets a transfer, with shares that sum to 1; nobody where the file does not say."""
    if shares is None:
        return {}
    here, at = f"{path}.receiver", node["receiver"]
    if KINDS[kind].is_real:
        message = f"expected a receiver of a transfer alone, found one of kind {kind}"
        fix = "take receiver out; what uses resources is paid, and nobody receives it"
        refuse(node.keys["receiver"], "E232", here, message, fix)
        return {}
    for name in shares:
        span = at.keys[name] if isinstance(at, yamldoc.Mapping) else at.span
        others = {other: each for other, each in (known or {}).items() if other not in payers}
        fix = named(name, others) if others else "take receiver out"
        if known is not None and name not in known:
            refuse(span, "E204", here, f"unknown payer {name}", fix)
        elif name in payers:
            message = f"{name} both pays and receives it"
            refuse(span, "E232", here, message, f"{fix}; state the net amount, or two categories")
    total = sum(shares.values())
    if abs(total - 1) > 1e-9:
        found = f"{total:g}" if shares else "none"
        message = f"expected receiver shares that sum to 1, found {found}"
        fix = shares_to_one(shares, (name for name in known or () if name not in payers))
        refuse(at.span, "E205", here, message, fix)
    return dict(shares)


def read_perspectives(
    keys: Mapping[str, PerspectiveKeys],
    root: yamldoc.Mapping,
    payers: Mapping[str, Payer] | None,
    paths: Sequence[str],
    problems: list[Problem],
) -> dict[str, Perspective]:
    """The perspectives that a file declares; `paths` are those of categories and groups."""
    block = root.get("perspectives")
    if not isinstance(block, yamldoc.Mapping):
        return {}

    def refuse(span: Span, code: str, path: str, message: str, fix: str) -> None:
        problems.append(Problem(span, code, path, message, fix))

    found: dict[str, Perspective] = {}
    for name, key in keys.items():
        node, here = block[name], f"perspectives.{name}"
        assert isinstance(node, yamldoc.Mapping)
        what = "a payer" if name in (payers or ()) else "a perspective of its own accord"
        if name in (payers or ()) or name in BUILT_IN:
            fix = f"write for example {name}_alone"
            message = f"expected a name of its own, found '{name}', which is {what}"
            refuse(block.keys[name], "E231", here, message, fix)
        for place, payer in enumerate(key.payers):
            if payers is not None and payer not in payers:
                fix = named(payer, payers)
                at = _item(node, "payers", place)
                refuse(at, "E204", f"{here}.payers.{place}", f"unknown payer {payer}", fix)
        for place, path in enumerate(key.cost):
            if paths and path not in paths:
                fix = nearest(path, paths)
                at = _item(node, "cost", place)
                refuse(at, "E235", f"{here}.cost.{place}", f"unknown category {path}", fix)
        if not (key.payers or key.kinds or key.cost):
            message = "expected payers, kinds or cost, found none"
            fix = f"add payers: [{next(iter(payers or ()), '...')}]; or kinds: or cost:, of what "
            fix += "counts; society as a whole is societal"
            refuse(node.span, "E231", here, message, fix)
        found[name] = Perspective(
            name, label_of(key.label, name), tuple(key.payers), tuple(key.kinds), tuple(key.cost)
        )
    return found


def _item(node: yamldoc.Mapping, key: str, place: int) -> Span:
    """Where an item of a list stands."""
    items = node[key]
    assert isinstance(items, yamldoc.Sequence)
    return items.items[place].span


def read_welfare(keys: WelfareKeys | None, root: yamldoc.Mapping, reader: Reader) -> Welfare | None:
    """The factors of a welfare-economic account, or None where there are none or one is amiss."""
    block = root.get("welfare")
    if keys is None or not isinstance(block, yamldoc.Mapping):
        return None
    found = [_factor(block[name], f"welfare.{name}", reader) for name in WelfareKeys.model_fields]
    net_tax_factor, tax_distortion = found
    if net_tax_factor is None or tax_distortion is None:
        return None
    return Welfare(net_tax_factor, tax_distortion)


def _factor(node: yamldoc.Node, path: str, reader: Reader) -> Quantity | None:
    """One factor: a fixed ratio of at least 1."""
    inherited = Inherited(unit=(str(RATIO), node.span))
    found = reader.read(node, path, Wanted(("mean",), False, "normal"), inherited)
    if found is None:
        return None
    own = node.get("unit") if isinstance(node, yamldoc.Mapping) else None
    if found.unit != RATIO:
        message = f"expected a factor in the unit ratio, found {found.unit}"
        reader.refuse((own or node).span, "E211", path, message, "write unit: ratio")
        return None
    if not found.is_fixed:
        message = "a factor of the account is prescribed, so it has no uncertainty"
        fix = f"{without_uncertainty(node)}; --set {path}.mean=... shows the result at another"
        reader.refuse(node.span, "E209", path, message, fix)
        return None
    if found.value < 1:
        message = f"expected a factor of at least 1, found {found.value:g}"
        fix = "write 1 if nothing is added"
        if 0 < found.value < 1:
            fix = f"write {1 + found.value:g} if that much is added, 1 if nothing is"
        reader.refuse(found.span, "E114", path, message, fix)
        return None
    return found


def check_perspective(
    word: str,
    root: yamldoc.Mapping,
    payers: Mapping[str, Payer],
    declared: Mapping[str, Perspective],
    *,
    welfare: bool,
    problems: list[Problem],
) -> None:
    """Refuses a perspective that the scenario cannot be seen from."""
    known = perspectives.names(payers, declared, welfare=welfare)
    if word not in known and "perspective" in root:
        message = f"unknown perspective {word}"
        fix = nearest(word, known)
        by_label = named(word, {**payers, **declared})
        if by_label.startswith("write ") and fix.startswith("use"):
            fix = by_label
        if word in (PUBLIC, HEALTH) and payers:
            fix = either(f"add {word}: true to payer.{name}" for name in payers)
        elif word == WELFARE:
            fix = f"add welfare: {FACTORS} to the file"
        if not fix.startswith("use"):
            fix += f"; this scenario has {', '.join(known)}"
        problems.append(Problem(root["perspective"].span, "E218", "perspective", message, fix))


@dataclass(frozen=True, slots=True)
class Accounts:
    """From whose sides a scenario can be seen, and from which it is."""

    perspectives: dict[str, Perspective]
    welfare: Welfare | None
    perspective: str

    @property
    def factors(self) -> tuple[Quantity, ...]:
        """The factors of the welfare-economic account."""
        welfare = self.welfare
        return (welfare.net_tax_factor, welfare.tax_distortion) if welfare else ()


def read_accounts(
    found: Mapping[str, Any],
    root: yamldoc.Mapping,
    payers: Mapping[str, Payer] | None,
    paths: Sequence[str],
    reader: Reader,
) -> Accounts:
    """The sections `perspectives`, `welfare` and `perspective`; `paths` are what costs lie at."""
    problems = reader.problems
    declared = read_perspectives(found.get("perspectives", {}), root, payers, paths, problems)
    welfare = read_welfare(found.get("welfare"), root, reader)
    word: str = found.get("perspective", SOCIETAL)
    if payers is not None:
        is_there = welfare is not None or "welfare" in root
        check_perspective(word, root, payers, declared, welfare=is_there, problems=problems)
    return Accounts(declared, welfare, word)
