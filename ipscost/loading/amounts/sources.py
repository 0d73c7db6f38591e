"""Where a number comes from: its source and the place in that source, or an assumption."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ipscost.errors import Span
from ipscost.loading.cursor import Checked, Cursor, Problems
from ipscost.loading.keys.fields import LabelKeys
from ipscost.loading.keys.schema_amounts import VALUE_KEYS
from ipscost.loading.text.edits import declared, well_named
from ipscost.loading.text.variants import SET
from ipscost.messages import Message
from ipscost.remembered import by_identity
from ipscost.scenario.nouns import Label, Source
from ipscost.words.text import Text, say

MOST_TEXTS = 4096
"""So many texts are remembered; a shipped scenario has about 100."""


def text_of(keys: LabelKeys | None) -> Text | None:
    """The text in both languages, or None if there is none."""
    return None if keys is None else label_in(keys)


@by_identity(MOST_TEXTS)
def label_in(keys: LabelKeys) -> Label:
    """The text in all languages; variants of a file share it."""
    return Label(keys.texts, keys.definites)


@dataclass(frozen=True, slots=True)
class Inherited:
    """What an amount inherits from its category or outcome if it does not state it itself.

    `file` is the file in which the source and assumption are written.
    """

    unit: tuple[str, Span] | None = None
    source: tuple[str, Span] | None = None
    assumption: Text | None = None
    sure: str | None = None
    file: str = ""


NOTHING = Inherited()
"""For a number that has nothing to inherit from."""


class SourceReader:
    """Reads where numbers come from; `sources` are those of the file, None if unusable."""

    def __init__(self, problems: Problems, sources: Mapping[str, Source] | None) -> None:
        self.problems = problems
        self.refuse = problems.refuse
        self.doubt = problems.doubt
        self.sources = sources

    def link(
        self, at: Checked[Any], inherited: Inherited = NOTHING
    ) -> tuple[Source | None, str, str, Text | None]:
        """The source of a number, the place in that source, how sure it is, and any assumption.

        The number's keys have `source`, `sure` and `assumption`; what they leave out is inherited.
        """
        keys, own = at.keys, at.get("source")
        given, inherited = inherited, _from_same_file(at, inherited)
        stated = (keys.source, own.span) if keys.source and own else inherited.source
        assumption = text_of(keys.assumption) or inherited.assumption
        changed = _set_on_command_line(at)
        if changed is not None and (own is None or own.span.file != SET):
            key = f"set_here{'_sourced' if stated else ''}{'_assumed' if assumption else ''}"
            told = say(key, name=changed, source=stated[0] if stated else "", text=assumption or "")
            return None, "", "assumed", told
        if stated is None:
            if assumption:
                return None, "", keys.sure or inherited.sure or "assumed", assumption
            fix: str = Message(
                "add source: ... (a name of source:, then the place in it), or add assumption: "
                "... (why this number)"
            )
            message = Message("expected a source, found none")
            if given != inherited:
                message = Message(
                    "{message} (that in {file} is of the number there)",
                    message=message,
                    file=given.file,
                )
            at.refuse("E207", message, fix)
            return None, "", "", None
        name, _, place = stated[0].partition(" ")
        source = (self.sources or {}).get(name)
        if source is None and self.sources is None:
            return None, "", "", assumption
        if source is None:
            fix = self._other_source(name, stated[0])
            at.refuse("E206", Message("unknown source {name}", name=name), fix, stated[1])
            return None, "", "", None
        return source, place.strip(), keys.sure or inherited.sure or source.sure, assumption

    def _other_source(self, name: str, text: str) -> str:
        """The fix for an unknown source: the one so cited, a similar name, or declaring it."""
        known = self.sources or {}
        for each in known.values():
            if text.casefold().startswith(each.cite.casefold()):
                return Message("write {name}{text}", name=each.name, text=text[len(each.cite) :])
        if not known:
            return Message(
                "add source: {{{name}: {{cite: ..., sure: ...}}}} to the file",
                name=well_named(name),
            )
        return declared(name, known, "source", "{cite: ..., sure: ...}")


def _from_same_file(at: Cursor, inherited: Inherited) -> Inherited:
    """What is inherited, minus a source that another file gave for a different number."""
    value = next((at[key].span for key in VALUE_KEYS if key in at), None)
    if value is None or inherited.file in ("", SET, value.file) or value.file == SET:
        return inherited
    return Inherited(unit=inherited.unit)


def _set_on_command_line(at: Cursor) -> str | None:
    """The first key of the amount that --set wrote, or None."""
    stated = at.mapping.entries.items()
    return next((key for key, node in stated if node.span.file == SET), None)
