"""What a reader calls an arm, a payer, an account or an outcome: its name, or its label."""

from __future__ import annotations

from collections.abc import Mapping

from ipscost.errors import AskedError, closest, nearest
from ipscost.messages import Message, ands
from ipscost.scenario.nouns import Outcome, Scenario
from ipscost.words import LANGUAGES
from ipscost.words.text import Text


class UnknownNameError(LookupError):
    """A word that is no name or label, or the label of several; the text is the message.

    `fix` says what to write for it; `is_shared` is True for a label of several, and `near` is the
    name that is probably meant.
    """

    def __init__(
        self, message: str, fix: str, *, is_shared: bool = False, near: str | None = None
    ) -> None:
        self.fix, self.is_shared, self.near = fix, is_shared, near
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
        message = Message("{found} are both called {word}", found=ands(found), word=word)
        raise UnknownNameError(
            message, Message("use one of: {others}", others=", ".join(found)), is_shared=True
        )
    near = closest(word, tuple(known))
    if near is None:
        by_label = {text: name for name, label in known.items() for text in _labels(label)}
        meant = closest(wanted, tuple(by_label))
        near = None if meant is None else by_label[meant]
    fix = nearest(word, tuple(known)) if near is None else Message("write {meant}", meant=near)
    message = Message("no {what} is called {word}", what=what, word=word)
    raise UnknownNameError(message, fix, near=near)


def is_called(word: str, known: Mapping[str, Text]) -> bool:
    """True for a word that is one of the names, or the label of one alone."""
    try:
        called(word, known, "")
    except UnknownNameError:
        return False
    return True


def chosen_outcome(scenario: Scenario, word: str) -> Outcome:
    """The outcome that --outcome means by `word`: its path, name or label. Raises AskedError."""
    named = {each.path.removeprefix("outcome."): each for each in scenario.outcomes}
    if not named:
        raise AskedError(
            Message("--outcome {word}: no outcome is called that; the scenario has none", word=word)
        )
    labels = {name: each.label for name, each in named.items()}
    try:
        return named[called(word.removeprefix("outcome."), labels, Message("outcome"))]
    except UnknownNameError as error:
        why = str(error) if error.is_shared else Message("no outcome is called that")
        raise AskedError(
            Message("--outcome {word}: {why}; {fix}", word=word, why=why, fix=error.fix)
        ) from None


def _labels(label: Text) -> set[str]:
    texts = (text for each in LANGUAGES for text in (label.tell(each), label.within(each)))
    return {text.casefold() for text in texts}
