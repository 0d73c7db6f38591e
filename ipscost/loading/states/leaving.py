"""The targets of those who leave a state: `to:` of the move `out`, with the share of each."""

from __future__ import annotations

from collections.abc import Mapping

from ipscost.loading.amounts.arms import ArmReader, below
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.schema_model import REST
from ipscost.loading.states.states import OUT, ROUNDING, is_state, level
from ipscost.messages import Message, ands, either
from ipscost.scenario.model import State
from ipscost.scenario.nouns import Quantity
from ipscost.units import SHARE

Shares = Mapping[str, Quantity] | None
"""The share of each arm that goes to a target; None for the target that gets the rest."""


class ShareReader:
    """Reads the targets of moves; problems go to the reader's list."""

    def __init__(self, arms: ArmReader, states: Mapping[str, State]) -> None:
        self.arms = arms
        self.states = states

    def targets(self, origin: str, at: Cursor, above: Inherited) -> dict[str, Shares]:
        """For each target of a move, the share of those who leave; None for the rest."""
        target, to = at.name, at.locate("to")
        if target != OUT:
            if "to" in at:
                message = Message(
                    "to goes with {out}, whose targets are open; this move goes to {target}",
                    out=OUT,
                    target=target,
                )
                to.refuse(
                    "E265",
                    message,
                    Message("take to out, or write {out} for {target}", out=OUT, target=target),
                )
            return {target: None}
        if "to" not in at or not list(to):
            given = Message("none") if "to" in at else Message("nothing")
            message = Message("expected where those go who leave, found {given}", given=given)
            other = next((name for name in self.states if name != origin), "...")
            fix = Message(
                "add to: {{{other}: {rest}}}; the other states with a share each",
                other=other,
                rest=REST,
            )
            to.refuse("E265", message, fix)
            return {}
        shares = self._shares(to, below(at, above))
        if origin in shares:
            message = Message("those who leave {origin} cannot go to {origin}", origin=origin)
            fix = Message("take {origin} out; who does not leave stays", origin=origin)
            to[origin].refuse_key("E265", message, fix)
        else:
            self._check(to, shares)
        return shares

    def _shares(self, to: Cursor, above: Inherited) -> dict[str, Shares]:
        """The share of each state that is named."""
        shares_of: dict[str, Shares] = {}
        above = Inherited((str(SHARE), to.span), above.source, above.assumption, above.sure)
        for name in to:
            if not is_state(to[name], name, self.states):
                continue
            if to[name].text == REST:
                shares_of[name] = None
                continue
            wanted = Wanted(("mean", "difference"), False, "beta")
            if shares := self.arms.each(to[name], wanted, above):
                shares_of[name] = shares
        return shares_of

    def _check(self, to: Cursor, shares: Mapping[str, Shares]) -> None:
        """Refuses shares of those who leave unless they sum to 1."""
        rests = [name for name, arms in shares.items() if arms is None]
        if len(rests) > 1:
            message = Message(
                "expected one state that gets the rest, found {rests}", rests=ands(rests)
            )
            to.refuse("E265", message, Message("keep one of {stated}", stated=", ".join(rests)))
            return
        if len(shares) < len(list(to)):
            return
        stated = [arms for arms in shares.values() if arms]
        for arm in self.arms.arms:
            total = sum(level(arms, arm, self.arms.reference) for arms in stated)
            if total > 1 + ROUNDING or (total < 1 - ROUNDING and not rests):
                amiss = (
                    Message("missing {total:g}", total=1 - total)
                    if total < 1
                    else Message("{total:g} too much", total=total - 1)
                )
                message = Message(
                    "the shares of those who leave sum to {total:g} in {arm}, {amiss}",
                    total=total,
                    arm=arm,
                    amiss=amiss,
                )
                fix = either(
                    Message("write {origin}: {rest}", origin=name, rest=REST) for name in shares
                )
                to.refuse("E262", message, fix)
                return
        uncertain = [q for arms in stated for q in arms.values() if not q.is_fixed]
        if uncertain and not rests:
            message = Message(
                "{path} is uncertain, so the shares would not sum to 1", path=uncertain[0].path
            )
            fix = either(
                Message("write {origin}: {rest}", origin=name, rest=REST) for name in shares
            )
            to.refuse("E262", message, fix, uncertain[0].span)
