"""The arms of a scenario: those that are compared, and those that are left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ipscost.errors import Span, is_set, nearest
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.cursor import Checked, Cursor, Problems
from ipscost.loading.keys.schema import ArmKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.variants import OPTION
from ipscost.messages import Message, ands, either
from ipscost.scenario.called import UnknownNameError, called
from ipscost.scenario.left_out import NULL, reference_message
from ipscost.scenario.nouns import Arm
from ipscost.scenario.paths import is_within
from ipscost.scenario.rollout import SECTION as ROLLOUT
from ipscost.scenario.spread import SECTION as SPREAD
from ipscost.scenario.transfer import SECTION
from ipscost.words.text import Plain

ARM = f"{OPTION}arm"
"""The option that names an intervention to be compared; all others are left out."""
ANALYSES = "analyses"
SECTIONS = ("cost", "outcome", "model")
"""Where something is stated of an arm."""

Nulls = Mapping[str, Span]
"""Where each arm is left out that the tree leaves out."""


@dataclass(frozen=True, slots=True)
class Arms:
    """The arms that are `kept`, and those that are read and then `left_out`, by name."""

    kept: dict[str, Arm]
    left_out: dict[str, Arm]

    @property
    def every(self) -> dict[str, Arm]:
        """All that amounts may be stated for."""
        return {**self.kept, **self.left_out}


def without_nulls(root: yamldoc.Mapping) -> tuple[yamldoc.Mapping, Nulls]:
    """The tree without the arms that are null, and where these stand.

    A null in the place of what carries an effect over takes that out: the trial's effect is back.
    So does one in the place of a rollout, or of a part of it, and of a spread. An analysis that
    sets something of what is gone goes with it, as does one that is null itself.
    """
    gone = {name for name in (SECTION, ROLLOUT, SPREAD) if name in root and is_null(root[name])}
    root = _without(root, gone)
    rollout = root.get(ROLLOUT)
    if isinstance(rollout, yamldoc.Mapping):
        gone |= _null_parts(rollout, ROLLOUT)
        root = replace(root, entries={**root.entries, ROLLOUT: _without_null_parts(rollout)})
    root = _without_analyses(root, gone)
    section = root.get("arm")
    if not isinstance(section, yamldoc.Mapping):
        return root, {}
    nulls = {name: section[name].span for name in section if is_null(section[name])}
    if not nulls:
        return root, {}
    return replace(root, entries={**root.entries, "arm": _without(section, nulls)}), nulls


def _without(node: yamldoc.Mapping, names: Collection[str]) -> yamldoc.Mapping:
    """The mapping without some of its keys."""
    entries = {name: child for name, child in node.entries.items() if name not in names}
    return replace(node, entries=entries, keys={name: node.keys[name] for name in entries})


def _without_null_parts(node: yamldoc.Mapping) -> yamldoc.Mapping:
    """The mapping without what is null in it, at any depth."""
    kept = _without(node, {name for name, child in node.entries.items() if is_null(child)})
    entries = {
        name: _without_null_parts(child) if isinstance(child, yamldoc.Mapping) else child
        for name, child in kept.entries.items()
    }
    return replace(kept, entries=entries)


def _null_parts(node: yamldoc.Mapping, path: str) -> set[str]:
    """The paths of what is null in a mapping at `path`, at any depth."""
    found = {f"{path}.{name}" for name, child in node.entries.items() if is_null(child)}
    for name, child in node.entries.items():
        if isinstance(child, yamldoc.Mapping):
            found |= _null_parts(child, f"{path}.{name}")
    return found


def _without_analyses(root: yamldoc.Mapping, gone: Collection[str]) -> yamldoc.Mapping:
    """The tree without analyses that are null, or that set something below a path that is gone."""
    analyses = root.get(ANALYSES)
    if not isinstance(analyses, yamldoc.Mapping):
        return root
    out = set()
    for name, each in analyses.entries.items():
        changed = each.get("set") if isinstance(each, yamldoc.Mapping) else None
        paths = changed.entries if isinstance(changed, yamldoc.Mapping) else ()
        if is_null(each) or any(is_within(path, part) for path in paths for part in gone):
            out.add(name)
    return replace(root, entries={**root.entries, ANALYSES: _without(analyses, out)})


def is_null(node: yamldoc.Node) -> bool:
    """True for a null that is written out; nothing after a colon may be an oversight."""
    if not isinstance(node, yamldoc.Scalar) or node.text or node.quoted:
        return False
    start = node.span.column - 1
    return node.span.text[start : start + node.span.length] in yamldoc.NOTHING


def read_arms(
    at: Checked[dict[str, ArmKeys]], root: yamldoc.Mapping, nulls: Nulls, asked: Sequence[str]
) -> Arms | None:
    """The arms of the section `arm`; None where they cannot be compared.

    root: the whole tree, which says what is stated of an arm that is left out. asked: the names or
    labels of the interventions that alone are asked for; all if empty.
    """
    declared = {
        name: Arm(name, label_of(arm.label, name), arm.reference, arm.n, text_of(arm.note))
        for name, arm in at.keys.items()
    }
    left_out = {name: Arm(name, Plain(name), False, None, None) for name in nulls}
    if not _is_stated(at, root, nulls, tuple(declared)):
        return None
    if len(declared) < 2:
        _refuse_alone(at, declared, nulls)
        return None
    if not _has_reference(at, declared):
        return None
    if not asked:
        return Arms(declared, left_out)
    chosen = _chosen(at.problems, declared, asked)
    if chosen is None:
        return None
    kept = {name: arm for name, arm in declared.items() if arm.reference or name in chosen}
    others = {name: arm for name, arm in declared.items() if name not in kept}
    return Arms(kept, {**left_out, **others})


def _is_stated(at: Cursor, root: yamldoc.Mapping, nulls: Nulls, known: tuple[str, ...]) -> bool:
    """Refuses to leave out what nothing is stated of: it is no arm, or is misspelt."""
    unknown = [name for name in nulls if not any(_names(root.get(s), name) for s in SECTIONS)]
    for name in unknown:
        message = Message(
            "unknown arm {name}: it is left out, but nothing is stated of it", name=name
        )
        path = f"{at.path}.{name}"
        at.problems.refuse(nulls[name], "E202", path, message, _fix(name, known, nulls[name]))
    return not unknown


def _fix(name: str, known: tuple[str, ...], span: Span) -> str:
    fix = nearest(name, known)
    if is_set(span) and fix.startswith("write "):
        return Message("{fix} for {name}", fix=fix, name=name)
    return fix if is_set(span) else Message("take {key} out", key=name)


def _names(node: yamldoc.Node | None, name: str) -> bool:
    """True if a key at or below a node is `name`."""
    if not isinstance(node, yamldoc.Mapping):
        return False
    return name in node or any(_names(child, name) for child in node.entries.values())


def _refuse_alone(at: Cursor, declared: Mapping[str, Arm], nulls: Nulls) -> None:
    """Refuses fewer than two arms."""
    if not nulls:
        fix = Message("add intervention: {{label: ...}} to arm")
        at.refuse(
            "E220",
            Message("expected two arms or more, found {declared}", declared=len(declared)),
            fix,
        )
        return
    *_, last = nulls
    span = nulls[last]
    message = Message(
        "expected two arms or more, found {declared}: {nulls} left out",
        declared=len(declared),
        nulls=ands(nulls),
    )
    fix = Message("take {key} out", key=last)
    if is_set(span):
        fix = Message(
            "leave out --set {path}.{last}={null}, so that one is compared with another",
            path=at.path,
            last=last,
            null=NULL,
        )
    at.problems.refuse(span, "E220", f"{at.path}.{last}", message, fix)


def _has_reference(at: Cursor, arms: Mapping[str, Arm]) -> bool:
    """Refuses all but one reference arm."""
    references = [arm.name for arm in arms.values() if arm.reference]
    if len(references) == 1:
        return True
    named = ands(references) or Message("none")
    message = Message("expected exactly one arm with reference: true, found {named}", named=named)
    fix = either(Message("add reference: true to arm.{name}", name=name) for name in arms)
    if references:
        kept = ([r for r in references if r != one] for one in references)
        fix = either(
            ands(Message("take reference out of arm.{name}", name=name) for name in names)
            for names in kept
        )
    at.refuse("E201", message, fix)
    return False


def _chosen(
    problems: Problems, arms: Mapping[str, Arm], asked: Sequence[str]
) -> frozenset[str] | None:
    """The interventions that are asked for; the reference arm may be named beside them."""
    labels = {name: arm.label for name, arm in arms.items()}
    others = {name: label for name, label in labels.items() if not arms[name].reference}
    chosen = set[str]()
    for word in asked:
        span = Span(ARM, 1, 1, max(1, len(word)), word)
        try:
            chosen.add(called(word, labels, Message("arm")))
        except UnknownNameError as error:
            is_open = error.fix.startswith("use one of") and not error.is_shared
            fix = (
                Message("use one of: {others}", others=", ".join(others)) if is_open else error.fix
            )
            problems.refuse(span, "E202", "", str(error), fix)
            return None
    if not chosen & others.keys():
        message = reference_message(chosen)
        problems.refuse(
            span, "E220", "", message, Message("use one of: {others}", others=", ".join(others))
        )
        return None
    return frozenset(chosen)
