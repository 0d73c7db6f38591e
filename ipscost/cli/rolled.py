"""What sensitivity and threshold ask: the saving of one person, or the net of a rollout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ipscost.cli.simulated import one_threshold
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.what_if.question import Question
    from ipscost.cli.options import EffectOptions, RolloutOptions
    from ipscost.run import Run


def is_rolled(rolled: RolloutOptions, paths: Iterable[str]) -> bool:
    """True where the options, or a path of a rollout among `paths`, ask for its net."""
    is_below = any(path.partition(".")[0] == "rollout" for path in paths)
    return rolled.budget or rolled.payer is not None or is_below


def asked(
    run: Run,
    rolled: RolloutOptions,
    worth: EffectOptions,
    level: float,
    paths: Iterable[str] = (),
) -> Question:
    """The question that the options and the numbers at `paths` ask of a run.

    No saving of one person hangs on a number of the rollout, so that its path asks for the net.
    """
    if not is_rolled(rolled, paths):
        from ipscost.analysis.what_if.question import ask

        return ask(run, (), worth.outcome, one_threshold(worth.wtp))
    from ipscost.analysis.budget.question import ask_rollout

    if worth.outcome is not None or worth.wtp is not None:
        raise AskedError(
            Message(
                "--outcome and --wtp make the answer the net benefit of one person; leave them out "
                "for the net of the rollout"
            )
        )
    return ask_rollout(run, rolled.payer or "", level)
