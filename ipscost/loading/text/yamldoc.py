"""YAML text to a tree of nodes with spans: no guessing of types, no duplicate keys, no anchors.

Every scalar remains the text that was written, so `1e5`, `no`, `12:30` and `4.200,50` reach the
reader of a field unharmed. This is the only module that imports yaml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ipscost.errors import STDIN, Problem, ScenarioError, Span, cut
from ipscost.loading.text import raw
from ipscost.messages import Message, fixed

MAX_BYTES = 2_000_000
"""Many times the size of any scenario; anything larger is some other file."""
MOST_FILES = 64
"""How many parsed texts are remembered: many scenarios name the same prices and rates."""
MAX_DEPTH = 40
"""Deeper than any tree of costs, and shallow enough that no recursion over the tree overflows."""
GIVE_ONE = Message("give it a scenario, as in: ipscost simulate - < my-scenario.yaml")
SCENARIO = raw.FileKind(
    most=MAX_BYTES,
    is_table=False,
    missing=lambda path: Message("check the spelling and the folder"),
    folder=Message("name a .yaml file inside it"),
    long=Message("a scenario is a few kilobytes; is this the right file?"),
    encoding=Message("save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"),
    binary=Message("save the file as UTF-8 text; a spreadsheet or Word file cannot be read"),
    unread=GIVE_ONE,
)
"""The fixes for a file that is not a scenario, nor anything that a scenario names."""
ODD_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
KEY = re.compile(r"(?:- )?[\w.\"'-]+ ?:(?: |$)")
SECTION = re.compile(r"\t((cost|outcome|model):|(title|money|horizon|perspective|discount):.*)")
"""A line that begins with a tab but belongs to the outermost mapping, whatever precedes it."""
NOTHING = ("~", "null", "Null", "NULL")

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line of YAML 1.1."""
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff]|\ufeff|[\ufffe-\uffff]"
)
"""Characters YAML 1.1 forbids; a byte-order mark may only come first. Four patterns are used,
since one set of all that is allowed, or of all that is not, takes ten times as long to compile."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was written. `quoted` tells text in quotes from a bare word."""

    text: str
    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in file order, each with its node and the position of the key itself.

    `was` is the form (mean, difference, ...) of the number that this one replaced, if it did.
    """

    entries: dict[str, Node]
    keys: dict[str, Span]
    span: Span
    was: str = ""

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __getitem__(self, key: str) -> Node:
        return self.entries[key]

    def get(self, key: str) -> Node | None:
        """The node under `key`, or None."""
        return self.entries.get(key)


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """The node as dicts, lists and text, without spans."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(child) for key, child in node.entries.items()}


def shape(node: Node) -> str:
    """What the node is, in the reader's words."""
    if isinstance(node, Scalar):
        return f"'{cut(node.text)}'" if node.text or node.quoted else Message("nothing")
    return (
        Message("a list") if isinstance(node, Sequence) else Message("a mapping (keys and values)")
    )


def is_file(path: Path) -> bool:
    """True for a file; False, not an error, for a name that no file can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_text(path: Path, shown: str) -> tuple[str, str]:
    """The text and the SHA-256 of the file, or of the standard input where `shown` is STDIN.

    Raises ScenarioError (E001 to E006) if it cannot be read as text, or is empty.
    """
    file = raw.read(path, shown, SCENARIO, is_stdin=shown == STDIN)
    text = file.utf8.decode()
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        fix = Message("write keys and values, or start from a scenario: ipscost new my-scenario")
        if shown == STDIN:
            fix = GIVE_ONE
        message = Message("expected keys and values, found nothing")
        raise ScenarioError([Problem(Span(shown), "E004", "", message, fix)])
    return text, file.digest


@lru_cache(MOST_FILES)
def parse(text: str, shown: str) -> Node:
    """The node tree of a YAML document, for nobody to change. Raises ScenarioError (E010-E016)."""
    text = text.encode("utf-8", "replace").decode()  # arguments may hold lone surrogates
    return _Parser(text, shown).document()


class _Parser:
    """Builds nodes from yaml's event stream with a stack of its own, so depth is bounded."""

    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.shown = shown
        self.lines = _LINE_END.split(text)
        if len(self.lines) > 1 and not self.lines[-1]:
            self.lines.pop()
        self.problems: list[Problem] = []

    def span(self, start: Any, end: Any = None) -> Span:
        line = min(start.line, len(self.lines) - 1)
        text = self.lines[line]
        if end is not None and end.line == start.line:
            length = max(1, end.column - start.column)
        else:
            length = max(1, len(text.rstrip()) - start.column)
        return Span(self.shown, line + 1, start.column + 1, length, text)

    def refuse(self, span: Span, code: str, message: str, fix: str) -> ScenarioError:
        return ScenarioError([*self.problems, Problem(span, code, "", message, fix)])

    def document(self) -> Node:
        if (forbidden := _FORBIDDEN.search(self.text)) is not None:
            raise self._forbidden(forbidden.start())
        if (odd := self._odd_space()) is not None:
            raise ScenarioError([odd])
        try:
            root = self._build()
        except yaml.YAMLError as error:
            raise self._syntax(error) from None
        if self.problems:
            raise ScenarioError(_without_flood(self.problems))
        if root is None:  # an empty file was refused when it was read; --set may hold a comment
            fix = Message("write a value")
            raise self.refuse(
                Span(self.shown), "E105", Message("expected a value, found nothing"), fix
            )
        return root

    def _forbidden(self, position: int) -> ScenarioError:
        """The error for a character that YAML forbids, located by us: its parsers count bytes."""
        ends = [end.end() for end in _LINE_END.finditer(self.text, 0, position)]
        column = position - (ends[-1] if ends else 0) + 1
        span = Span(self.shown, len(ends) + 1, column, 1, self.lines[len(ends)])
        message = Message(
            "not YAML: the character {text!r} is not allowed", text=self.text[position]
        )
        return self.refuse(span, "E010", message, Message("take the character out"))

    def _syntax(self, error: yaml.YAMLError) -> ScenarioError:
        """The error for text that is not YAML; the usual cause is a tab in the indentation."""
        mark = getattr(error, "problem_mark", None)
        span = self.span(mark) if mark is not None else Span(self.shown)
        indentation = span.text[: len(span.text) - len(span.text.lstrip())]
        if "\t" in indentation:
            span = Span(self.shown, span.line, indentation.index("\t") + 1, 1, span.text)
            message = Message("expected spaces, found a tab in the indentation")
            return self.refuse(span, "E011", message, self._untabbed(span.line))
        problem = getattr(error, "problem", None) or Message("the text cannot be read")
        context = getattr(error, "context_mark", None)
        if "quoted scalar" in str(getattr(error, "context", "")) and context is not None:
            message = Message("not YAML: a quote that begins here is not closed")
            fix = Message("close the quote at the end of the text")
            return self.refuse(self.span(context), "E010", message, fix)
        if "flow" in str(getattr(error, "context", "")) and context is not None:
            opened = self.span(context)
            closing = {"{": "}", "[": "]"}.get(opened.text[opened.column - 1 :][:1], "")
            if closing and closing not in opened.text[opened.column - 1 :]:
                message = Message(
                    "not YAML: the bracket that opens here is not closed ({problem})",
                    problem=fixed(problem),
                )
                fix = Message("add {closing} at the end of the line", closing=closing)
                return self.refuse(opened, "E010", message, fix)
        curly = re.search(
            r"[\u201c\u201d\u201e\u00ab]([^\"\u201c\u201d\u00bb]*)[\u201c\u201d\u00bb]", span.text
        )
        if curly is not None:
            message = Message("not YAML: curly quotes hold no text together")
            return self.refuse(
                span,
                "E010",
                message,
                Message('write "{text}" for {curly}', text=curly[1], curly=curly[0]),
            )
        if ";" in span.text[span.column - 1 :][:1] or (
            "flow" in str(getattr(error, "context", "")) and "; " in span.text
        ):
            message = Message("not YAML: in braces, a comma stands between one key and the next")
            return self.refuse(span, "E010", message, Message("write , for ;"))
        text = re.fullmatch(r"\s*[\w-]+: +([^\"'{\[\s].*: .*?)\s*", span.text)
        if text is not None and "mapping values" in problem:
            message = Message(
                "not YAML: a text that holds a colon and a space stands without quotes"
            )
            quoted = text[1].replace('"', "'")
            return self.refuse(
                span,
                "E010",
                message,
                Message('write "{text}" for {curly}', text=quoted, curly=text[1]),
            )
        fix = Message(
            "check indentation, colons and brackets here and on the line above; put text that "
            "holds ': ', '#' or quotes into quotes"
        )
        return self.refuse(
            span, "E010", Message("not YAML: {problem}", problem=fixed(problem)), fix
        )

    def _odd_space(self) -> Problem | None:
        """The problem that the indentation has a space that YAML takes for a letter, if so.

        Texts copied from word processors or web pages contain them.
        """
        for number, line in enumerate(self.lines, start=1):
            before = line[: len(line) - len(line.lstrip(ODD_SPACES + " "))]
            odd = next((letter for letter in before if letter in ODD_SPACES), "")
            if odd and KEY.match(line, len(before)):
                name = fixed(unicodedata.name(odd).lower())
                span = Span(self.shown, number, before.index(odd) + 1, 1, line)
                message = Message("expected spaces, found a {name} in the indentation", name=name)
                fix = Message("replace each {name} by a space", name=name)
                return Problem(span, "E011", "", message, fix)
        return None

    def _untabbed(self, line: int) -> str:
        """The fix for tabs in the indentation: as many spaces as on the lines around."""
        if not any(text.startswith(" ") for text in self.lines):
            return Message("replace each tab by two spaces")
        if SECTION.fullmatch(self.lines[line - 1].rstrip()):
            return Message("take the character out")
        above = next((t for t in reversed(self.lines[: line - 1]) if t.strip()), "")
        spaces = len(above) - len(above.lstrip(" ")) + 2 * above.rstrip().endswith(":")
        return Message("write {spaces} spaces for the tab", spaces=spaces)

    def _build(self) -> Node | None:
        root: Node | None = None
        stack: list[_Open] = []
        documents = 0
        for event in yaml.parse(self.text, Loader=_Loader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    span = self.span(event.start_mark, event.end_mark)
                    message = Message("expected one scenario, found a second document after '---'")
                    fix = Message("put it into a file of its own")
                    raise self.refuse(span, "E016", message, fix)
            elif isinstance(event, yaml.AliasEvent):
                self._forbid(event, f"*{event.anchor}")
                root = self._add(stack, Scalar("", self.span(event.start_mark), True), root)
            elif isinstance(event, yaml.NodeEvent):
                if event.anchor:
                    self._forbid(event, f"&{event.anchor}")
                self._check_tag(event)
                if isinstance(event, yaml.ScalarEvent):
                    root = self._add(stack, self._scalar(event), root)
                else:
                    self._open(stack, event)
            elif isinstance(event, yaml.CollectionEndEvent):
                root = self._add(stack, stack.pop().node(), root)
        return root

    def _forbid(self, event: Any, mark: str) -> None:
        span = self.span(event.start_mark, event.end_mark)
        message = Message("expected a value, found the anchor or alias {mark}", mark=mark)
        fix = Message(
            "write the value out in the place of this, so that each number stands on a line"
        )
        if mark.startswith("&"):
            fix = Message("take {key} out", key=mark)
        elif anchor := re.search(rf"&{re.escape(mark[1:])}\s+", self.text):
            line = self.text.count("\n", 0, anchor.start()) + 1
            fix = Message(
                "write what stands at &{anchor} (line {line}) for {alias}",
                anchor=mark[1:],
                line=line,
                alias=mark,
            )
        self.problems.append(Problem(span, "E013", "", message, fix))

    def _check_tag(self, event: Any) -> None:
        if event.tag and event.tag != "!":
            span = self.span(event.start_mark, event.end_mark)
            message = Message("expected a value, found the tag {tag}", tag=event.tag)
            written = span.text[span.column - 1 :].split(" ")[0]
            fix = Message(
                "take {written} out; the kind of a value follows from its key", written=written
            )
            self.problems.append(Problem(span, "E014", "", message, fix))

    def _scalar(self, event: Any) -> Scalar:
        quoted = bool(event.style)
        text = "" if event.value in NOTHING and not quoted else event.value
        return Scalar(text, self.span(event.start_mark, event.end_mark), quoted)

    def _open(self, stack: list[_Open], event: Any) -> None:
        span = self.span(event.start_mark)
        if len(stack) >= MAX_DEPTH:
            message = Message("expected at most {most} levels, found more", most=MAX_DEPTH)
            raise self.refuse(span, "E015", message, Message("flatten the tree of categories"))
        stack.append(_Open(isinstance(event, yaml.MappingStartEvent), span))

    def _add(self, stack: list[_Open], node: Node, root: Node | None) -> Node | None:
        if not stack:
            return node
        top = stack[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            self._key(top, node)
        else:
            if top.again is not None:
                self._twice(top, top.again, node)
                top.again = None
            elif top.key not in top.keys:
                top.entries[top.key] = _at_its_key(node, top.key_span)
                top.keys[top.key] = top.key_span
            top.key = None
        return root

    def _key(self, top: _Open, node: Node) -> None:
        top.key_span = node.span
        if not isinstance(node, Scalar):
            message = Message("expected a word as key, found {shape}", shape=shape(node))
            self.problems.append(
                Problem(node.span, "E010", "", message, Message("write `word: value`"))
            )
            top.key = "?"
            return
        top.key = node.text
        if node.text in top.keys:
            top.again = node.span

    def _twice(self, top: _Open, at: Span, node: Node) -> None:
        """Refuses a repeated key, now that its second value is known."""
        key = str(top.key)
        if re.fullmatch(r"\d+ ?%?", key) and isinstance(node, Scalar) and not node.text:
            key += " " * (1 + len(top.keys))  # decimals behind a comma, reported later
            top.entries[key], top.keys[key] = node, at
            return
        first = top.keys[key]
        message = Message(
            "the key {key} stands twice in one mapping, first on line {line}",
            key=key,
            line=first.line,
        )
        fix = Message("give one of them another name, or delete the one that does not hold")
        if plain(node) == plain(top.entries[key]):
            fix = Message("take {key} out; line {line} says the same", key=key, line=first.line)
        self.problems.append(Problem(at, "E012", "", message, fix))


def _without_flood(problems: list[Problem]) -> list[Problem]:
    """The problems; many repeated keys are reported as the wrong indentation that causes them."""
    twice = [problem for problem in problems if problem.code == "E012"]
    if len(twice) < 3:
        return problems
    first = twice[0]
    message = Message(
        "{count} keys stand twice from here on, as when a block is indented too far",
        count=len(twice),
    )
    fix = Message(
        "indent this block and the key above it like its neighbours, and keep all of its lines"
    )
    rest = [problem for problem in problems if problem.code != "E012"]
    return [*rest, replace(first, message=message, fix=fix)]


def _at_its_key(node: Node, key: Span) -> Node:
    """The position of a node: for a block that of its key, for anything on one line its own."""
    if isinstance(node, Scalar) or node.span.line == key.line:
        return node
    return replace(node, span=key)


class _Open:
    """A mapping or list whose end has not been reached yet."""

    def __init__(self, is_mapping: bool, span: Span) -> None:
        self.is_mapping = is_mapping
        self.span = span
        self.items: list[Node] = []
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Span] = {}
        self.key: str | None = None
        self.key_span = span
        self.again: Span | None = None

    def node(self) -> Node:
        if self.is_mapping:
            return Mapping(self.entries, self.keys, self.span)
        return Sequence(tuple(self.items), self.span)
