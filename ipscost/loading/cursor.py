"""A cursor in a file that is being read: its node, its path, and the problems of the file.

Readers pass a cursor along. It steps down to keys and reports problems at its own position, which
spares them a separate node, path and list of problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from ipscost.errors import Problem, Span
from ipscost.loading.keys.fields import Keys
from ipscost.loading.text import findings, yamldoc
from ipscost.words.locale import ENGLISH
from ipscost.words.text import Text

K = TypeVar("K")
NOTHING: dict[str, yamldoc.Node] = {}
"""The entries of a single value or a list: it has none."""


class Problems(list[Problem]):
    """The errors and warnings about a scenario, in the order in which they were noticed."""

    def refuse(
        self, span: Span, code: str, path: str, message: str, fix: str, shown: str = ""
    ) -> None:
        """Adds a problem."""
        self.append(Problem(span, code, path, message, fix, shown=shown))

    def doubt(self, span: Span, code: str, path: str, message: Text, fix: str) -> None:
        """Adds a warning, which results repeat in their language."""
        self.append(Problem(span, code, path, message.tell(ENGLISH), fix, message))

    def errors(self) -> int:
        """The number of errors so far, without warnings."""
        return sum(problem.is_error for problem in self)


class Cursor:
    """A position in a file: the `node` there, its dotted `path`, and the file's `problems`.

    `name` is the last key of the path, which may itself contain dots; `key` is where that key
    is written (the position of the node if no key leads to it, as in a list).
    """

    __slots__ = ("_entries", "key", "name", "node", "path", "problems")

    def __init__(
        self,
        node: yamldoc.Node,
        path: str,
        problems: Problems,
        name: str = "",
        key: Span | None = None,
    ) -> None:
        self.node = node
        self.path = path
        self.problems = problems
        self.name = name
        self.key = key or node.span
        self._entries = node.entries if isinstance(node, yamldoc.Mapping) else NOTHING

    # --- the node ----------------------------------------------------------------------------

    @property
    def span(self) -> Span:
        """The position of the node in the file."""
        return self.node.span

    @property
    def is_mapping(self) -> bool:
        """True for a mapping, False for a single value or a list."""
        return isinstance(self.node, yamldoc.Mapping)

    @property
    def is_scalar(self) -> bool:
        """True for a single value."""
        return isinstance(self.node, yamldoc.Scalar)

    @property
    def mapping(self) -> yamldoc.Mapping:
        """The node, which is known to be a mapping."""
        assert isinstance(self.node, yamldoc.Mapping)
        return self.node

    @property
    def text(self) -> str:
        """The text of a single value; empty for a list or a mapping."""
        return self.node.text if isinstance(self.node, yamldoc.Scalar) else ""

    @property
    def shape(self) -> str:
        """The kind of the node, in words for the reader: `a list`."""
        return yamldoc.shape(self.node)

    # --- steps -------------------------------------------------------------------------------

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        """The keys in file order; none if this is not a mapping."""
        return iter(self._entries)

    def __getitem__(self, key: str) -> Cursor:
        """The cursor at a key. Raises KeyError if it is missing."""
        node = self.node
        assert isinstance(node, yamldoc.Mapping)
        path = f"{self.path}.{key}" if self.path else key
        return Cursor(node.entries[key], path, self.problems, key, node.keys[key])

    def get(self, key: str) -> Cursor | None:
        """The cursor at a key, or None if it is missing."""
        return self[key] if key in self._entries else None

    def locate(self, key: str) -> Cursor:
        """The cursor at a key; if it is missing, one with its path at the mapping itself."""
        return self[key] if key in self else Cursor(self.node, self._below(key), self.problems, key)

    def items(self) -> tuple[Cursor, ...]:
        """A cursor for each item of a list, its path ending in 0, 1, ...; none if not a list."""
        nodes = self.node.items if isinstance(self.node, yamldoc.Sequence) else ()
        return tuple(
            Cursor(node, self._below(str(index)), self.problems, str(index))
            for index, node in enumerate(nodes)
        )

    def _below(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def with_node(self, node: yamldoc.Node) -> Cursor:
        """This cursor with another node, such as one without the keys already read."""
        return Cursor(node, self.path, self.problems, self.name, self.key)

    def on_trial(self) -> Cursor:
        """This cursor with an empty list of problems, to try whether reading adds any."""
        return Cursor(self.node, self.path, Problems(), self.name, self.key)

    # --- reporting problems ------------------------------------------------------------------

    def refuse(self, code: str, message: str, fix: str, span: Span | None = None) -> None:
        """Adds a problem with this path, at the node, or at `span` for a part of it."""
        self.problems.refuse(span or self.span, code, self.path, message, fix)

    def refuse_key(self, code: str, message: str, fix: str) -> None:
        """Adds a problem with this path, at its key rather than at the node under it."""
        self.refuse(code, message, fix, self.key)

    def doubt(self, code: str, message: Text, fix: str, span: Span | None = None) -> None:
        """Adds a warning about this path, at the node or at `span`."""
        self.problems.doubt(span or self.span, code, self.path, message, fix)

    def miss(self, key: str, kind: type[Keys]) -> None:
        """Adds the problem that a required key of `kind` is missing here."""
        self.problems.append(findings.missing_key(self.node, key, self.path, kind))

    def refuse_unknown(self, key: str, known: Sequence[str]) -> None:
        """Adds the problem that `key` is none of the `known` keys."""
        problem = findings.unknown_key(self.mapping, key, self.path, tuple(known))
        self.problems.append(problem)

    # --- reading -----------------------------------------------------------------------------

    def read(self, kind: type[K]) -> Checked[K] | None:
        """This cursor with its keys validated against `kind`; None if there are problems."""
        keys = findings.read(kind, self.node, self.path, self.problems)
        return None if keys is None else self.with_keys(keys)

    def read_some(self, kind: type[K]) -> Checked[K] | None:
        """Like `read`, but keys other than those of `kind` are left for another reader."""
        keys = findings.read(kind, self.only(kind), self.path, self.problems)
        return None if keys is None else self.with_keys(keys)

    def only(self, kind: Any) -> yamldoc.Node:
        """The node with only the keys of `kind`."""
        return findings.only(self.node, kind)

    def with_keys(self, keys: K) -> Checked[K]:
        """This cursor together with the `keys` read from its node."""
        return Checked(self.node, self.path, self.problems, self.name, self.key, keys=keys)


class Checked(Cursor, Generic[K]):
    """A cursor whose keys were validated against their model; `keys` holds their values.

    For a section of names (arms, states), `keys` maps each name to the keys of its part; for the
    whole file, it maps each well-formed section to its keys.
    """

    __slots__ = ("keys",)

    def __init__(
        self,
        node: yamldoc.Node,
        path: str,
        problems: Problems,
        name: str = "",
        key: Span | None = None,
        *,
        keys: K,
    ) -> None:
        super().__init__(node, path, problems, name, key)
        self.keys = keys

    def part(self, name: str) -> Checked[Any] | None:
        """The cursor at `name` with its keys; None if it is missing or could not be read."""
        keys: Any = self.keys
        inner = keys.get(name) if isinstance(keys, dict) else getattr(keys, name)
        return self[name].with_keys(inner) if inner is not None and name in self else None

    def parts(self) -> Iterator[Checked[Any]]:
        """The parts of a section of names, or of a list, each with its own keys."""
        keys: Any = self.keys
        if isinstance(keys, dict):
            for name, inner in keys.items():
                yield self[name].with_keys(inner)
        else:
            for at, inner in zip(self.items(), keys, strict=True):
                yield at.with_keys(inner)

    def parts_of(self, name: str) -> Iterator[Checked[Any]]:
        """The parts of the part `name`, each with its own keys; none if it is missing."""
        part = self.part(name)
        return iter(()) if part is None else part.parts()
