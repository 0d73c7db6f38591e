"""A printed fix as an edit: the grammar of fixes, applied to a text by rule and not by judgement.

    FIX     one or more edits joined by `, or ` (each by itself mends it), then perhaps `; ` and an
            explanation, or one in brackets; an edit is one or more actions joined by ` and `
    ACTION  write X                   X in the place that the message points at
            write NOUN such as X      something like it; X is put there
            write NOUN of at least N  (of at most N, from N to M) likewise; N is put there
            write X for Y             X for Y in the line that the message points at
            write X if ..., Z if ...  either, by what was meant
            write KEY: VALUE          the key of the mapping that the message is about, set
            write KEY: VALUE in PATH  likewise, of the mapping at PATH
            write what stands at &A ... for *A
            use one of: A, B          in the place that the message points at, the one that is meant
            add KEY: VALUE            a key that was not there, in that mapping
            add KEY: VALUE to PATH    the same in the mapping at PATH (`the file` is the outermost)
            add VALUE to the list     one more item of the list that the message is about
            take X out                a key, the item of a list, or what stands in that place
            take X out of PATH        a key of the mapping at PATH
            take the last N out       of the list that the message is about
            keep one of A, B          each, without the others
            move A, B to PATH         the keys as they are, below PATH
            replace each A by B       (characters of the indentation)

What only the author knows is asked for by three dots; ANSWERS says what is put there, and what
where a message asks for `a text` or a value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ipscost.errors import Problem

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

ANSWERS = {
    "source": "study table 9",
    "assumption": "a guess",
    "kind": "programme",
    "payer": "town",
    "unit": "DKK_2024/person",
    "of": "cost.care",
    "cite": "A study 2024",
    "sure": "verified",
    "label": "A label",
    "note": "A note",
    "n": "50",
    "to": "6",
    "low": "-90",
    "high": "50",
    "sick": "5",
    "da": "en tekst",
    "cost": "0.03",
    "money": "DKK_2024",
    "perspective": "societal",
    "scale": "risk_ratio",
    "study": "{cite: A study 2024, sure: verified}",
    "ips": "{mean: 80, source: study table 9}",
    "mean": "0.1",
    "title": "A title",
}
"""What the author of a file answers, by the key; a number where nothing stands here."""
NUMBER = "0.1"
BRACKETS = r"\((?:[^()]|\([^()]*\))*\)"


class NoEditError(Exception):
    """The fix is no edit of the grammar, or what it speaks of is not there."""


def ways(fix: str) -> list[list[list[str]]]:
    """The ways that a fix offers: each a choice of which one mends it, a choice several actions."""
    found: list[list[list[str]]] = []
    for edit in re.split(r"[,;] or (?=write |add |take |keep |move |use )", _told(fix)):
        plain = re.sub(rf" {BRACKETS}$", "", edit)
        if match := re.fullmatch(r"write (\S+) if .*?, (\S+) if .*", plain):
            found += [[[f"write {match[1]}"]], [[f"write {match[2]}"]]]
        elif match := re.fullmatch(r"keep one of (.+)", plain):
            names = match[1].split(", ")
            found += [[[f"take {each} out" for each in names if each != one]] for one in names]
        elif match := re.fullmatch(r"use one of: (.*?)(?:, or another of \d+)?", plain):
            found.append([[f"write {word}"] for word in match[1].split(", ")])
        else:
            plain = re.sub(r" if [^{}]*$", "", plain)
            steps = re.split(r" and (?=write |add |take |move )", plain)
            found.append([[re.sub(rf" {BRACKETS}(?=$| to )", "", step) for step in steps]])
    return found


def _told(fix: str) -> str:
    """The fix without its explanation, which a semicolon outside quotes begins."""
    quoted = False
    for place, letter in enumerate(fix):
        quoted ^= letter == '"'
        if fix.startswith("; ", place) and not quoted:
            return fix[:place]
    return fix


def answered(value: str, key: str, tree: Text | None = None) -> str:
    """The value with what its author puts in the place of three dots."""
    sources = _child(tree.root, "source") if tree else None
    names = [name.value for name, _ in sources.value] if sources is not None else []
    known = ANSWERS | ({"source": f"{names[0]} table 9"} if names else {})

    def answer(match: re.Match[str]) -> str:
        return f"{match[1]}: {known.get(match[1], NUMBER)}"

    found = re.sub(r"(\w+): \.\.\.", answer, f"{key}: {value}").removeprefix(f"{key}: ")
    return re.sub(r"\[(-?[\d.]+), \.\.\.\]", r"[\1, 100]", found).replace("...", NUMBER)


@dataclass(frozen=True)
class Place:
    """A key of a mapping (or an item of a list) and its value, by their marks in the text."""

    key: Any
    value: Any


class Text:
    """A YAML text that is edited at the place of a problem."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = yaml.compose(text, Loader=LOADER)

    def at(self, path: str) -> Any:
        """The deepest node on the path; keys may hold points themselves."""
        node, rest = self.root, path.split(".") if path else []
        while rest:
            for length in range(len(rest), 0, -1):
                found = _child(node, ".".join(rest[:length]))
                if found is not None:
                    node, rest = found, rest[length:]
                    break
            else:
                return node
        return node

    def parent(self, child: Any) -> Any:
        """The mapping or list that holds a node."""
        return next(node for node in _walk(self.root) if child in _values(node))

    def mapping(self, path: str) -> Any:
        """The mapping at the path, or the one that holds what is there."""
        node = self.at(path)
        while not isinstance(node, yaml.MappingNode):
            node = self.parent(node)
        return node

    def cut(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]

    def put(self, node: Any, key: str, value: str, *, may_be_there: bool) -> str:
        """The text with `key: value` in the mapping."""
        for name, old in node.value:
            if name.value == key:
                if not may_be_there:
                    raise NoEditError(f"{key} is there already")
                end = old.end_mark.index
                if isinstance(old, yaml.CollectionNode) and not old.flow_style:
                    end = _block_end(self.text, old)
                    value += "\n"
                return self.cut(old.start_mark.index, end, value)
        entry = f"{key}: {value}"
        if node.flow_style:
            end = node.end_mark.index - 1
            return self.cut(end, end, f", {entry}" if node.value else entry)
        start = node.start_mark
        return self.cut(start.index, start.index, f"{entry}\n{' ' * start.column}")

    def without(self, node: Any, key: str, start: int = -1) -> str:
        """The text without a key of the mapping (that at `start`), or an item of the list."""
        places = list(_places(node))
        found = [i for i, place in enumerate(places) if _named(place, key)]
        index = next((i for i in found if places[i].key.start_mark.index == start), None)
        index = found[0] if index is None and found else index
        if index is None:
            raise NoEditError(f"{key} is not there")
        place = places[index]
        start, end = place.key.start_mark.index, place.value.end_mark.index
        if len(places) == 1 and isinstance(node, yaml.MappingNode) and not node.flow_style:
            return self.cut(node.start_mark.index, _block_end(self.text, node) - 1, "{}")
        if node.flow_style:
            if index + 1 < len(places):
                end = places[index + 1].key.start_mark.index
            elif index:
                start = places[index - 1].value.end_mark.index
            return self.cut(start, end, "")
        start = self.text.rfind("\n", 0, start) + 1
        if isinstance(place.value, yaml.CollectionNode) and not place.value.flow_style:
            return self.cut(start, _block_end(self.text, place.value), "")
        return self.cut(start, self.text.find("\n", end) + 1 or len(self.text), "")

    def source(self, place: Place) -> str:
        """The value as it is written."""
        return self.text[place.value.start_mark.index : place.value.end_mark.index].rstrip()


def _child(node: Any, key: str) -> Any:
    if isinstance(node, yaml.SequenceNode) and key.isdigit() and int(key) < len(node.value):
        return node.value[int(key)]
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def _values(node: Any) -> list[Any]:
    return [place.value for place in _places(node)]


def _places(node: Any) -> Iterator[Place]:
    if isinstance(node, yaml.MappingNode):
        yield from (Place(name, value) for name, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from (Place(item, item) for item in node.value)


def _walk(node: Any) -> Iterator[Any]:
    yield node
    for child in _values(node):
        yield from _walk(child)


def _named(place: Place, key: str) -> bool:
    return bool(place.key.value == key)


def _block_end(text: str, node: Any) -> int:
    """The end of the last line of a block, without the blank lines and comments below it."""
    return node.start_mark.index + len(
        text[node.start_mark.index : node.end_mark.index].rstrip() + "\n"
    )


def edited(text: str, problem: Problem, action: str) -> str:
    """The text after one action at the place of the problem. Raises NoEditError."""
    if held := re.search(r" around (-?[\d.]+)", problem.message):
        ends = sorted(float(held[1]) * part for part in (0.9, 1.1))
        action = action.replace("[..., ...]", f"[{ends[0]:g}, {ends[1]:g}]")
    for pattern, apply in ACTIONS.items():
        if match := re.fullmatch(pattern, action):
            new = apply(text, problem, *match.groups())
            if new == text:
                raise NoEditError("the fix names what is there already")
            return str(new)
    raise NoEditError(f"no edit: {action}")


def _in_line(text: str, problem: Problem, new: str, old: str) -> str:
    lines = text.splitlines(keepends=True)
    line = lines[problem.span.line - 1]
    if old not in line:
        raise NoEditError(f"{old} is not in the line")
    lines[problem.span.line - 1] = line.replace(old, answered(new, ""), 1)
    return "".join(lines)


def _anchored(text: str, problem: Problem, name: str) -> str:
    tree = yaml.compose(text, Loader=LOADER)
    at = text.index(f"&{name}") + len(name) + 1
    node = next(
        n
        for n in _walk(tree)
        if n.start_mark.index <= at < n.end_mark.index
        and text[n.start_mark.index : at].strip().startswith("&")
    )
    value = text[at : node.end_mark.index].strip()
    return _in_line(text, problem, value, f"*{name}")


def _put(text: str, problem: Problem, key: str, value: str, path: str | None, *, new: bool) -> str:
    tree = Text(text)
    if path == "the file":
        path = ""
    node = tree.mapping(problem.path if path is None else path)
    if path and node is tree.root:
        raise NoEditError(f"{path} is not there")
    return tree.put(node, key, answered(value, key, tree), may_be_there=not new)


def _set(text: str, problem: Problem, key: str, value: str, path: str | None = None) -> str:
    return _put(text, problem, key, value, path, new=False)


def _add(text: str, problem: Problem, key: str, value: str, path: str | None = None) -> str:
    return _put(text, problem, key, value, path, new=True)


def _append(text: str, problem: Problem, value: str) -> str:
    tree = Text(text)
    node = _list_at(tree, problem)
    end = node.end_mark.index - 1
    return tree.cut(end, end, f", {value}" if node.value else value)


def _list_at(tree: Text, problem: Problem) -> Any:
    node = tree.at(problem.path)
    for each in (node, *_values(node)):
        if isinstance(each, yaml.SequenceNode):
            return each
    return tree.parent(node)


def _shortened(text: str, problem: Problem, count: str) -> str:
    tree = Text(text)
    node = _list_at(tree, problem)
    last = node.value[-int(count) - 1]
    return tree.cut(last.end_mark.index, node.end_mark.index - 1, "")


def _here(text: str, problem: Problem, new: str) -> str:
    """The text with something else in the place that the message points at."""
    lines = text.splitlines(keepends=True)
    before = sum(len(line) for line in lines[: problem.span.line - 1])
    start = before + problem.span.column - 1
    end = start + problem.span.length
    if text[start : start + 1] in ("{", "["):
        tree = Text(text)
        node = next((n for n in _walk(tree.root) if n.start_mark.index == start), None)
        end = node.end_mark.index if node is not None else end
    elif text[start : start + 1] == ":":  # nothing stands after the colon
        return f"{text[: start + 1]} {new}{text[start + 1 :]}"
    key = problem.path.rpartition(".")[2]
    return text[:start] + answered(new, key) + text[end:]


def _written(text: str, problem: Problem) -> str:
    """The text with the author's answer in the place of an empty text."""
    return _here(text, problem, ANSWERS.get(problem.path.rpartition(".")[2], NUMBER))


def _after_colon(text: str, problem: Problem) -> str:
    """The text with the author's answer where a value is missing."""
    lines = text.splitlines(keepends=True)
    line, at = lines[problem.span.line - 1], problem.span.column - 1
    value = ANSWERS.get(line[:at].rstrip(": ").rpartition(" ")[2].strip("{"), NUMBER)
    lines[problem.span.line - 1] = f"{line[:at].rstrip()} {value}{line[at:]}"
    return "".join(lines)


def _taken(text: str, problem: Problem, key: str, path: str | None = None) -> str:
    """The text without the key, of the mapping of the problem or one that holds it."""
    start = sum(len(line) for line in text.splitlines(keepends=True)[: problem.span.line - 1])
    start += problem.span.column - 1
    if text.startswith(key, start) and key[0] in "&!":
        return text[:start] + text[start + len(key) :].lstrip(" ")
    tree = Text(text)
    if path is not None:
        return tree.without(tree.at(path), key)
    node = tree.at(problem.path)
    for each in _walk(tree.root):  # a key that stands twice is meant where the message points
        if any(p.key.start_mark.index == start and _named(p, key) for p in _places(each)):
            node = each
    while True:
        if any(_named(place, key) for place in _places(node)):
            return tree.without(node, key, start)
        if node is tree.root:
            raise NoEditError(f"{key} is not there")
        node = tree.parent(node)


def _character(text: str, problem: Problem) -> str:
    lines = text.splitlines(keepends=True)
    line, at = lines[problem.span.line - 1], problem.span.column - 1
    lines[problem.span.line - 1] = line[:at] + line[at + 1 :]
    return "".join(lines)


def _moved(text: str, problem: Problem, keys: str, path: str) -> str:
    """The text with keys of the mapping of the problem moved below the path."""
    for key in keys.split(", "):
        tree = Text(text)
        place = next((p for p in _places(tree.mapping(problem.path)) if _named(p, key)), None)
        if place is None:
            raise NoEditError(f"{key} is not there")
        value = tree.source(place)
        tree = Text(_taken(text, problem, key))
        text = tree.put(tree.mapping(path), key, value, may_be_there=False)
    return text


def _indented(text: str, problem: Problem, count: str) -> str:
    lines = text.splitlines(keepends=True)
    lines[problem.span.line - 1] = " " * int(count) + lines[problem.span.line - 1].lstrip()
    return "".join(lines)


def _closed(text: str, problem: Problem, closing: str) -> str:
    lines = text.splitlines()
    lines[problem.span.line - 1] = lines[problem.span.line - 1].rstrip() + closing
    return "\n".join(lines) + "\n" * text.endswith("\n")


CHARACTERS = {"tab": "\t", "two spaces": "  ", "a space": " "}


def _replaced(text: str, problem: Problem, old: str, new: str) -> str:
    character = CHARACTERS.get(old) or unicodedata.lookup(old.upper())
    return re.sub(r"(?m)^\s+", lambda m: m[0].replace(character, CHARACTERS[new]), text)


KEY = r"([\w.]+)"
ACTIONS: dict[str, Any] = {
    r"write what stands at &(\w+)(?: \(.*\))? for \*\w+": _anchored,
    r"write (\d+) spaces for the tab": _indented,
    r"write its value after the colon": _after_colon,
    r"write a text": _written,
    r"write [a-z][^\[{:]*? such as (.+?)(?:, or another number)?": _here,
    r"write an? \w+ (?:of at least|of at most|from) (\S+)(?: to \S+)?": _here,
    r"write (\S.*?) for (.+)": _in_line,
    rf"write {KEY}: (\S.*?)(?: in ([\w.]+|the file))?": _set,
    r"write (?:for example )?(.+)": _here,
    rf"add {KEY}: (\S.*?)(?: to ([\w.]+|the file))?": _add,
    r"add (\S+) to the list": _append,
    r"take the character out": _character,
    r"add ([}\]]) at the end of the line": _closed,
    r"take the last (\d+) out": _shortened,
    r"take (\S+) out(?: of (\S+))?": _taken,
    r"move (.+) to (\S+)": _moved,
    r"replace each ([\w -]+) by ([\w ]+)": _replaced,
}
