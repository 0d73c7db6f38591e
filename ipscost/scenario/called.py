"""What a reader calls an arm, a payer, an account or an outcome: its name, or its label."""

from __future__ import annotations

from collections.abc import Mapping

from ipscost.errors import nearest
from ipscost.words import LANGUAGES
from ipscost.words.text import Text


class UnknownNameError(LookupError):
    """A word that is no name or label, or the label of several; the text is the message.

    `fix` says what to write for it.
    """

    def __init__(self, message: str, fix: str) -> None:
        self.fix = fix
        super().__init__(message)


def called(word: str, known: Mapping[str, Text], what: str) -> str:
    """The name among `known` that a reader means by `word`.

    known: the label of each name. what: what these are, in a message: `payer`. A name comes before
    a label. A label counts in every language, alone or as it stands within a sentence (`kommunen`),
    and without regard to case. Raises UnknownNameError.
    """
    if word in known:
        return word
    wanted = " ".join(word.split()).casefold()
    by_name = [name for name in known if name.casefold() == wanted]
    found = by_name or [name for name, label in known.items() if wanted in _labels(label)]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{' and '.join(found)} are both called {word}"
        raise UnknownNameError(message, f"write one of the names: {', '.join(found)}")
    raise UnknownNameError(f"no {what} is called {word}", nearest(word, tuple(known)))


def _labels(label: Text) -> set[str]:
    texts = (text for each in LANGUAGES for text in (label.tell(each), label.within(each)))
    return {text.casefold() for text in texts}
