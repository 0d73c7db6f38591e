"""One tree from a scenario file, the files it extends, and the changes by --set.

There is one way to vary a scenario in a file (`extends:`) and one on the command line (`--set`).
Every node keeps the position where it was written, so that a message names the line to fix.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ipscost import numerals
from ipscost.errors import Problem, ScenarioError, Span, nearest
from ipscost.loading.keys.schema import DocumentKeys
from ipscost.loading.keys.schema_amounts import MISSING, PART_OF, UNCERTAINTY_KEYS, VALUE_KEYS
from ipscost.loading.keys.schema_rollout import LINE_KEYS
from ipscost.loading.text import shipped, yamldoc
from ipscost.loading.text.changing import (
    TOGETHER,
    child_of,
    may_be_plain,
    moved,
    other_way,
    part_span,
    parts_of,
    rivals_of,
    unknown_scalar,
    without_other_ways,
    without_way,
)
from ipscost.loading.text.dated import over_dates, stays
from ipscost.loading.text.inputs import Inputs, Notes
from ipscost.messages import Message, series
from ipscost.scenario.model import CYCLES
from ipscost.scenario.rollout import SECTION as ROLLOUT
from ipscost.scenario.spread import SECTION as SPREAD
from ipscost.scenario.transfer import SECTION
from ipscost.units import UNKNOWN

SET, OPTION = "--set", "--"
PLAIN = (SECTION, ROLLOUT, SPREAD)
"""Sections in which a number may stand plainly, as a share does."""
MAX_CHAIN = 20
"""A chain of `extends` longer than this is a mistake; no reader could follow it."""
WHOLE = ("payer", "receiver", "timing", "note", "assumption", "name", "population")
HORIZONS = {"months": 1.0, "years": 12.0, "weeks": CYCLES["week"] * 12}
"""The months in one unit of each way to state a horizon."""
SCHEDULE, RATES = "schedule", ("cost", "outcome", "note")
NUMBER, BOUNDS = "number", "bounds"
LEVELS = ("mean", "events")
"""Two ways to state a level, which can have the same uncertainty."""
BESIDE = ("label", "by", "shape", "to", *LINE_KEYS)
"""Keys beside a number of a transition, a shared number or a line that are not part of it."""
NOT_INHERITED = ("title", "name", "note", "study", "reproduces", "reporting", "extends")


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole tree of a scenario, and the files that went into it.

    `horizons` are the months that the files state, the lowest first.
    """

    root: yamldoc.Mapping
    inputs: Notes
    horizons: tuple[yamldoc.Scalar, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files, the scenario's own first."""
        return tuple(each.shown for each in self.inputs.values())

    @property
    def other_horizon(self) -> Span | None:
        """The position where the horizon of the extended file was changed, or None."""
        last = self.horizons[-1] if self.horizons else None
        is_other = last is not None and any(months.text != last.text for months in self.horizons)
        return last.span if last and is_other else None


def read_tree(path: Path, shown: str, inputs: Inputs) -> Tree:
    """The tree of the scenario at `path` and of what it extends.

    Raises ScenarioError if a file cannot be read, is no YAML mapping, or extends itself in a
    circle.
    """
    horizons: list[yamldoc.Scalar] = []
    root = _with_base(path, shown, inputs, (), horizons)
    _note_horizon(root, horizons)
    return Tree(root, dict(inputs.noted), tuple(horizons))


def apply_settings(tree: Tree, settings: Sequence[str]) -> Tree:
    """The tree with `settings` (PATH=VALUE) applied. Raises ScenarioError if one is unusable.

    An option that sets a path is passed with its dashes, `--perspective=NAME`, so that a problem
    can name the option.
    """
    root, horizons = tree.root, list(tree.horizons)
    problems: list[Problem] = []
    for setting in settings:
        root = _apply(root, setting, problems)
    if problems:
        raise ScenarioError(problems)
    _note_horizon(root, horizons)
    return Tree(root, tree.inputs, tuple(horizons))


def _note_horizon(root: yamldoc.Mapping, horizons: list[yamldoc.Scalar]) -> None:
    """Adds to `horizons` the horizon that `root` states, in months."""
    block = root.get("horizon")
    for key, months in HORIZONS.items():
        length = block.get(key) if isinstance(block, yamldoc.Mapping) else None
        if not isinstance(length, yamldoc.Scalar):
            continue
        text = length.text
        with contextlib.suppress(ValueError):  # anything that is not a number is refused elsewhere
            text = f"{float(text) * months:.9g}"
        horizons.append(replace(length, text=text))


@dataclass(frozen=True, slots=True)
class NamedFile:
    """Where one file names another, what that file should be, and the key that marks it so."""

    span: Span
    path: str
    what: str
    marker: str

    def check(self, text: str, shown: str) -> None:
        """Raises ScenarioError if `text` is not such a file, without quoting it."""
        if re.search(rf"""^[{{\s]*["']?{self.marker}["']?\s*:""", text, re.MULTILINE):
            return
        what, marker = self.what, self.marker
        message = Message(
            "expected {what} (a file with {marker}: 1), found none in {shown}",
            what=what,
            marker=marker,
            shown=shown,
        )
        fix = Message(
            "name {what}, or add {marker}: 1 to that file if it is one", what=what, marker=marker
        )
        raise ScenarioError([Problem(self.span, "E281", self.path, message, fix)])


def read_mapping(
    path: Path, shown: str, inputs: Inputs, named: NamedFile | None = None
) -> yamldoc.Mapping:
    """The mapping that a file holds; its digest is recorded in `inputs`.

    A file named by another is quoted only if it is what it should be.
    """
    text = inputs.text(path, shown)
    if named is not None:
        named.check(text, shown)
    node = yamldoc.parse(text, shown)
    if not isinstance(node, yamldoc.Mapping):
        message = Message(
            "expected a mapping (keys and values), found {shape}", shape=yamldoc.shape(node)
        )
        fix = Message(
            "write `key: value` lines; ipscost new my-scenario writes a file to start from"
        )
        raise ScenarioError([Problem(node.span, "E103", "", message, fix)])
    return node


def _with_base(
    path: Path,
    shown: str,
    inputs: Inputs,
    above: tuple[Path, ...],
    horizons: list[yamldoc.Scalar],
    named: NamedFile | None = None,
) -> yamldoc.Mapping:
    """The mapping of a file merged over those it extends, whose horizons go to `horizons`."""
    node = read_mapping(path, shown, inputs, named)
    base = node.get("extends")
    if not isinstance(base, yamldoc.Scalar) or not base.text:
        return node
    chain = (*above, path.resolve())
    base_path = path.parent / base.text
    base_shown = str(Path(shown).parent / base.text)
    if not inputs.is_file(base_path) and inputs.is_shipped(base.text):
        base_path, base_shown = shipped.find(base.text)
    there = inputs.is_file(base_path)
    if len(chain) > MAX_CHAIN:
        message = Message(
            "expected at most {most} scenarios that extend each other, found more", most=MAX_CHAIN
        )
        fix = Message("let one of them stand alone, without extends")
        raise ScenarioError([Problem(base.span, "E015", "extends", message, fix)])
    if there and base_path.resolve() in chain:
        names = series((link.name for link in (*chain, base_path)), Message(" extends "))
        message = Message("scenarios extend each other in a circle: {names}", names=names)
        fix = Message("write the path of a scenario that does not extend this one")
        raise ScenarioError([Problem(base.span, "E301", "extends", message, fix)])
    if not there:
        message = Message("expected a scenario file, found none at {file}", file=base_shown)
        fix = Message("write its path as seen from this file, or the name of a shipped scenario")
        if inputs.is_file(base_path.with_name(f"{base_path.name}.yaml")):
            fix = Message("write {given}.yaml", given=base.text)
        raise ScenarioError([Problem(base.span, "E001", "extends", message, fix)])
    named = NamedFile(base.span, "extends", Message("a scenario"), "ipscost")
    under = _with_base(base_path, base_shown, inputs, chain, horizons, named)
    _note_horizon(under, horizons)
    entries = {key: under[key] for key in under if key not in NOT_INHERITED}
    keys = {key: under.keys[key] for key in entries}
    return merge(node, yamldoc.Mapping(entries, keys, under.span))


def merge(over: yamldoc.Mapping, under: yamldoc.Mapping) -> yamldoc.Mapping:
    """`over` merged over `under`: mappings key by key, anything else replaced.

    A mapping that states a number (mean, difference, ratio or events) replaces the entire number
    below it, source, uncertainty and bounds included; one that states only uncertainty replaces
    that, and the bounds, which expressed how uncertain the number was thought to be.
    Payer shares, a timing, and a note or assumption in two languages are replaced as a whole.
    """
    over = over_dates(over, under, merge)
    if any(key in over for key in VALUE_KEYS) or _plainly(over, (NUMBER,)):
        return _with_rest(over, under)
    dropped: tuple[str, ...] = ()
    if _plainly(over, UNCERTAINTY_KEYS):
        dropped = (*UNCERTAINTY_KEYS, BOUNDS)
    if _plainly(over, tuple(HORIZONS)):
        dropped = tuple(HORIZONS)
    if isinstance(over.get(SCHEDULE), yamldoc.Scalar):
        dropped = RATES  # a schedule replaces the rates below it
    entries = {key: under[key] for key in under if key not in dropped}
    keys = {key: under.keys[key] for key in entries}
    for key in over:
        child, below = over[key], entries.get(key)
        if key == SECTION and isinstance(child, yamldoc.Mapping):
            below = without_way(below, child)
        if key in (ROLLOUT, SPREAD) and isinstance(child, yamldoc.Mapping):
            below = without_other_ways(below, child, (key,))
        if isinstance(child, yamldoc.Mapping) and isinstance(below, yamldoc.Mapping):
            parts = below.entries.values()
            is_whole = key in WHOLE and not any(isinstance(p, yamldoc.Mapping) for p in parts)
            child = child if is_whole else merge(child, below)
        entries[key] = child
        keys[key] = over.keys[key]
    return yamldoc.Mapping(entries, keys, over.span)


def _plainly(node: yamldoc.Mapping, keys: tuple[str, ...]) -> bool:
    """True if one of `keys` holds a plain value; a mapping under such a key is something else."""
    return any(key in node and not isinstance(node[key], yamldoc.Mapping) for key in keys)


def _with_rest(over: yamldoc.Mapping, under: yamldoc.Mapping) -> yamldoc.Mapping:
    """A number that replaces another and keeps the other's keys that are not part of it."""
    kept = [key for key in BESIDE if key in under and key not in over]
    entries = {**{key: under[key] for key in kept}, **over.entries}
    was = over.was or form_of(under)
    return yamldoc.Mapping(entries, {**under.keys, **over.keys}, over.span, was)


def form_of(node: yamldoc.Node | None) -> str:
    """The key by which a number is stated (mean, difference, ..., number), or empty."""
    if not isinstance(node, yamldoc.Mapping):
        return ""
    return next((key for key in (*VALUE_KEYS, NUMBER) if _plainly(node, (key,))), "")


def stated(setting: str) -> str:
    """A setting as `--set` takes it, also if given as the option `--perspective=NAME`."""
    return setting.removeprefix(OPTION)


# --- --set -----------------------------------------------------------------------------------


def _apply(root: yamldoc.Mapping, setting: str, problems: list[Problem]) -> yamldoc.Mapping:
    """`root` with one PATH=VALUE applied; problems are added to `problems`."""
    path, equals, text = setting.partition("=")
    offset, path = len(path) + 1, path.strip()
    span = Span(SET, 1, 1, max(1, len(setting)), setting)
    if path.startswith(OPTION):
        setting, offset = text, 0
        span, path = Span(path, 1, 1, max(1, len(text)), text), path.removeprefix(OPTION)
    if not equals or not path or not text.strip():
        message = Message("expected PATH=VALUE, found '{setting}'", setting=setting)
        fix = Message("write {meant}", meant=f"{path}=..." if path else _example(root))
        problems.append(Problem(span, "E302", "", message, fix))
        return root
    if path == "extends":
        message = Message("what a scenario extends is read before --set")
        fix = Message("take extends out; a file with extends: and what it changes can be simulated")
        problems.append(Problem(span, "E302", path, message, fix))
        return root
    value: yamldoc.Node
    try:
        if span.file == SET:
            value = moved(yamldoc.parse(text, SET), setting, offset)
        else:
            value = yamldoc.Scalar(text, span, quoted=True)
    except ScenarioError as error:
        at = _form_at(root, path.split(".")) or path
        other = dict.fromkeys(("E105", "E013"), Message("write {path}=...", path=at))
        problems.extend(
            replace(problem, span=span, path=path, fix=other.get(problem.code, problem.fix))
            for problem in error.problems
        )
        return root
    parts = parts_of(root, path)
    bare = isinstance(value, yamldoc.Scalar) and value.text.lower() not in ("", UNKNOWN, *MISSING)
    form = _form_at(root, parts) if bare and not may_be_plain(root, parts) else ""
    if form.endswith(".events") and not re.fullmatch(r"\d+", yamldoc.plain(value).strip()):
        form = form.removesuffix("events") + "mean"  # a share in place of a count of persons
    if form:
        message = Message(
            "expected the form of the number too (mean, difference, ...), found {path}", path=path
        )
        fix = Message("write {right} for {wrong}", right=form, wrong=path)
        problems.append(Problem(span, "E280", path, message, fix))
        return root
    changed = _set(root, parts, 0, value, span, problems)
    assert isinstance(changed, yamldoc.Mapping)
    return changed


def _form_at(root: yamldoc.Mapping, parts: list[str]) -> str:
    """The path of the value of a number at `parts`, such as cost.care.ips.difference, if any."""
    node: yamldoc.Node | None = root
    for part in parts:
        node = child_of(node, part)
    form = form_of(node)
    if form == NUMBER and isinstance(node, yamldoc.Mapping):
        name = yamldoc.plain(node[NUMBER]) if isinstance(node, yamldoc.Mapping) else ""
        return _form_at(root, [NUMBER, str(name)]) if parts[0] != NUMBER else ""
    return ".".join([*parts, form]) if form else ""


def _example(node: yamldoc.Node, path: str = "") -> str:
    """The first number below a node, as --set takes it, or empty."""
    if not isinstance(node, yamldoc.Mapping):
        return ""
    form = form_of(node)
    if form and form != NUMBER and isinstance(node[form], yamldoc.Scalar):
        return f"{path}.{form}={yamldoc.plain(node[form])}"
    children = ((f"{path}.{key}" if path else key, node[key]) for key in node if key != "number")
    return next((example for here, child in children if (example := _example(child, here))), "")


def _set(
    node: yamldoc.Node,
    parts: list[str],
    depth: int,
    value: yamldoc.Node,
    span: Span,
    problems: list[Problem],
) -> yamldoc.Node:
    """`node` with `value` at the path `parts[depth:]` below it."""
    part, last = parts[depth], depth == len(parts) - 1
    index = numerals.count(part, digits=9)
    if isinstance(node, yamldoc.Sequence) and index is not None and index < len(node.items):
        items = list(node.items)
        items[index] = (
            value if last else _set(items[index], parts, depth + 1, value, span, problems)
        )
        return yamldoc.Sequence(tuple(items), node.span)
    is_new = last and (depth > 0 or part in DocumentKeys.model_fields)
    if last and part in VALUE_KEYS and unknown_scalar(node):
        node = yamldoc.Mapping({}, {}, node.span)  # a number replaces `unknown`
    if last and depth > 1 and parts[0] in PLAIN and isinstance(node, yamldoc.Scalar):
        node = yamldoc.Mapping({"mean": node}, {"mean": node.span}, node.span)  # a plain number
    if isinstance(node, yamldoc.Mapping) and (part in node or is_new):
        entries, keys, was = dict(node.entries), dict(node.keys), node.was
        if last:
            if part in VALUE_KEYS and not isinstance(value, yamldoc.Mapping):
                was = was or form_of(node)
            if isinstance(value, yamldoc.Mapping) and form_of(value):
                value = replace(value, was=form_of(node.get(part)))
            _without_rivals(entries, part, above=parts[depth - 1] if depth else "")
            for rival in other_way(part, parts[:depth]) if parts[0] in PLAIN else ():
                entries.pop(rival, None)
            if parts == ["discount", SCHEDULE]:
                for rival in RATES:
                    entries.pop(rival, None)
            entries[part] = value
            keys[part] = part_span(span, parts, depth)
        else:
            entries[part] = _set(entries[part], parts, depth + 1, value, span, problems)
        return yamldoc.Mapping(entries, {key: keys[key] for key in entries}, node.span, was)
    here = ".".join(parts[: depth + 1])
    message = Message("expected a path of the scenario, found none at {here}", here=here)
    fix: str = Message(
        "write {right} for {wrong}", right=".".join(parts[:depth]), wrong=".".join(parts)
    )
    if parts[:depth][-1:] == ["payer"] and last and isinstance(node, yamldoc.Scalar):
        others = f"{node.text}: ..." if node.text != part else "OTHER: ..."
        fix = Message(
            "write {parts}={{{part}: ..., {others}}} (shares that sum to 1)",
            parts=".".join(parts[:depth]),
            part=part,
            others=others,
        )
    at = part_span(span, parts, depth)
    if isinstance(node, yamldoc.Mapping):
        fix = stays(parts, depth) or nearest(part, tuple(node))
        cost = node.get("cost")
        if depth == 0 and isinstance(cost, yamldoc.Mapping) and part in cost:
            fix = Message("write cost.{parts} for {parts}", parts=".".join(parts))
        if depth == 0 and part in TOGETHER:
            fix = TOGETHER[part]
    problems.append(Problem(at, "E303", ".".join(parts), message, fix))
    return node


def _without_rivals(entries: dict[str, yamldoc.Node], part: str, above: str) -> None:
    """Removes from a mapping what conflicts with `part`: another value, another horizon.

    Bounds of a file are removed with the number or uncertainty they were stated for. The
    uncertainty is removed if the number is now stated otherwise: a difference's fits no level.
    """
    rivals: set[str] = set()
    for each in (VALUE_KEYS, UNCERTAINTY_KEYS):
        if part in each and part != "level":
            rivals |= set(each)
            rivals |= set(_of_the_number_before(entries, part))
    if part in VALUE_KEYS and isinstance(entries.get(NUMBER), yamldoc.Scalar):
        rivals.add(NUMBER)
    if part in VALUE_KEYS:
        rivals.add(PART_OF)  # only an unknown amount can be part of another one
    if above == "horizon" and part in HORIZONS:
        rivals |= set(HORIZONS)
    if above == SECTION:
        rivals |= rivals_of(part)
    if part == NUMBER and above:
        rivals |= set(entries)  # it states a complete number
    for rival in rivals - {part}:
        entries.pop(rival, None)


def _of_the_number_before(entries: Mapping[str, yamldoc.Node], part: str) -> Iterator[str]:
    """The keys of the number before `part` was set that do not belong to the new number."""
    bounds = entries.get(BOUNDS)
    if bounds is not None and bounds.span.file != SET:
        yield BOUNDS
    before = next((key for key in VALUE_KEYS if key in entries), part)
    if part in VALUE_KEYS and part != before and {part, before} != set(LEVELS):
        yield from (*UNCERTAINTY_KEYS, "dist")
