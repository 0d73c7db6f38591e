"""What is told of a mistake: English text that can be told in other languages too.

A message is English where it is made, so that whoever reads the code reads what the user does, and
whoever searches for what was printed finds the line. What prints it tells it in the language of the
reader (`words/told.py`), which looks for the text with the places of its values open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any


class Message(str):
    """English text that remembers how it was made: a template, and the values in its places.

    >>> message = Message("unknown arm {name}", name="isp")
    >>> message
    'unknown arm isp'
    >>> message.template
    'unknown arm {name}'
    """

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Message:
        """The text with its values filled in; they may be messages, or texts of `words/text.py`."""
        for name, value in values.items():
            if isinstance(value, Exception):
                values[name] = str(value)  # its message, which may be told too
        english = {name: _in_english(value) for name, value in values.items()}
        message = super().__new__(cls, template.format(**english))
        message.template, message.values = template, values
        return message

    def __str__(self) -> str:
        return self  # an exception gives its message away as str(error)

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.template, self.values)


def _made(template: str, values: dict[str, Any]) -> Message:
    """A message from its parts, as when it comes from another process."""
    return Message(template, **values)


def packed(value: Any) -> Any:
    """A message, or one of its values, as JSON can hold it; `unpacked` gives it back.

    >>> unpacked(packed(Message("unknown arm {name}", name="isp"))).values
    {'name': 'isp'}
    """
    if isinstance(value, Message):
        values = {name: packed(each) for name, each in value.values.items()}
        return {"template": value.template, "values": values}
    english = _in_english(value)
    is_plain = english is None or isinstance(english, str | int | float)
    return english if is_plain else str(english)


def unpacked(value: Any) -> Any:
    """What `packed` made of a message or a value."""
    if not isinstance(value, dict):
        return value
    values = {name: unpacked(each) for name, each in value["values"].items()}
    return Message(value["template"], **values)


def _in_english(value: Any) -> Any:
    """A value as it stands in English text."""
    in_english = getattr(value, "in_english", None)
    return value if in_english is None else in_english()


def fixed(text: str) -> str:
    """The text of someone else, or one that stands elsewhere, as a message without values."""
    if isinstance(text, Message):
        return text
    return Message(text.replace("{", "{{").replace("}", "}}"))


def ands(parts: Iterable[str]) -> str:
    """`a`, `a and b`, `a and b and c`."""
    return _folded(parts, lambda a, b: Message("{first} and {next}", first=a, next=b))


def ors(parts: Iterable[str]) -> str:
    """`a`, `a or b`, `a or b or c`."""
    return _folded(parts, lambda a, b: Message("{first} or {next}", first=a, next=b))


def either(ways: Iterable[str]) -> str:
    """Alternative edits, any of which will do: `write a, or write b`."""
    return _folded(ways, lambda a, b: Message("{first}, or {next}", first=a, next=b))


def series(parts: Iterable[str], between: str = ", ") -> str:
    """Parts one after another: `a, b`."""
    return _folded(
        parts, lambda a, b: Message("{first}{between}{next}", first=a, between=between, next=b)
    )


def _folded(parts: Iterable[str], pair: Callable[[str, str], str]) -> str:
    """Parts put together two by two, from the left; empty if there are none."""
    first, *others = [*parts] or [""]
    for each in others:
        first = pair(first, each)
    return first
