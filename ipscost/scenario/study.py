"""What a scenario tells of the study behind it: its design, comparator, and the outcome of its row.

A scenario may tell a published evaluation. These are the facts that numbers cannot carry, and
without which its numbers must not stand beside those of others.
"""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.words.text import Text

DESIGNS = ("trial", "matched", "cohort", "model", "meta_analysis")
"""How a study was made: only in a trial did chance decide who got what."""


@dataclass(frozen=True, slots=True)
class StudyOutcome:
    """The outcome by which a study is held against others.

    path: of an outcome of the scenario.
    kind: a word that studies with a like outcome share.
    months: after which it was measured; None where neither that nor the horizon is known.
    """

    path: str
    kind: str
    months: int | None


@dataclass(frozen=True, slots=True)
class Study:
    """A published evaluation, as far as it is no number.

    n: people in all; None where that is not known.
    groups: whom it studied, in words by which studies are chosen.
    whose: whose saving or cost its difference is.
    arm: the intervention that is held against the reference.
    same_programme: the reference is a form of the programme too, so the study says nothing of what
        the programme does against something else.
    doubt: what does not add up in the publication.
    """

    design: str
    n: int | None
    groups: tuple[str, ...]
    comparator: Text
    comparator_note: Text | None
    whose: Text
    arm: str
    outcome: StudyOutcome | None
    doubt: Text | None
    span: Span
    same_programme: bool = False
