"""What a rollout names of the scenario: its arm, who pays, and the outcome that is counted."""

from __future__ import annotations

from ipscost.errors import nearest
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_rollout import RolloutKeys
from ipscost.loading.rollout.around import Around
from ipscost.loading.text.edits import named
from ipscost.messages import Message
from ipscost.scenario.kinds import KINDS
from ipscost.units import SHARE
from ipscost.words.text import say

OUTCOME = "outcome."


def arm_of(at: Checked[RolloutKeys], around: Around) -> str:
    """The intervention that is rolled out; empty, with a problem, where it is not clear which."""
    stated, interventions = at.keys.arm, around.interventions
    if stated is None:
        if len(interventions) == 1:
            return interventions[0]
        message = Message(
            "expected the arm that is rolled out, since there are several: {others}",
            others=", ".join(interventions),
        )
        at.refuse_key("E320", message, Message("add arm: {arm}", arm=interventions[0]))
    elif stated not in around.arms:
        fix = named(stated, {name: around.arms[name] for name in interventions})
        at["arm"].refuse("E202", Message("unknown arm {arm}", arm=stated), fix)
    elif around.arms[stated].reference:
        message = Message(
            "expected an intervention, found {arm}, which the others are held against", arm=stated
        )
        fix = Message("use one of: {others}", others=", ".join(interventions))
        at["arm"].refuse("E320", message, fix)
    return stated or ""


def payer_of(at: Checked[RolloutKeys], around: Around) -> str:
    """Who pays the programme: as stated, or the one payer of the programme's categories."""
    if around.payers is None or not around.is_whole:
        return at.keys.payer or ""
    if at.keys.payer is not None:
        return known_payer(at["payer"], around)
    programme = [each for each in around.categories if KINDS[each.kind].is_programme]
    found = dict.fromkeys(name for each in programme for name in each.payers)
    if len(found) == 1:
        return next(iter(found))
    message = Message("it is not said who pays the programme")
    if found:
        message = Message(
            "several pay the programme in the scenario: {payers}", payers=", ".join(found)
        )
    name = next(iter(found or around.payers), "...")
    at.refuse_key("E320", message, Message("add payer: {name}", name=name))
    return ""


def known_payer(at: Cursor, around: Around) -> str:
    """The name of a payer at a cursor; refused unless the scenario has it."""
    payers = around.payers
    if payers is not None and at.text not in payers:
        at.refuse("E204", Message("unknown payer {name}", name=at.text), named(at.text, payers))
    return at.text


def outcome_of(at: Checked[RolloutKeys], around: Around) -> str:
    """The path of the outcome by which an extra person is counted; empty if there is none.

    As stated, else that of the study, else the only outcome that is a share of people. Where there
    are several, which one is meant is doubted.
    """
    shares = [each.path for each in around.outcomes if each.unit == SHARE]
    names = [path.removeprefix(OUTCOME) for path in shares]
    stated = at.keys.outcome
    if stated is None:
        own = around.study.outcome if around.study is not None else None
        if own is not None and own.path in shares:
            return own.path
        if len(shares) > 1:
            doubt = say("doubt_rollout_outcome", outcomes=", ".join(names))
            at.doubt("W441", doubt, Message("add outcome: {name}", name=names[0]), at.key)
        return shares[0] if len(shares) == 1 else ""
    path = f"{OUTCOME}{stated.removeprefix(OUTCOME)}"
    if path in shares or not around.is_whole:
        return path
    known = [each.path.removeprefix(OUTCOME) for each in around.outcomes]
    here = at["outcome"]
    if path.removeprefix(OUTCOME) in known:
        message = Message("{name} is no share of people, so nobody is counted by it", name=stated)
        fix = nearest("", names) if names else Message("take {key} out", key="outcome")
        here.refuse("E327", message, fix)
    else:
        fix = nearest(stated.removeprefix(OUTCOME), names)
        if not names:
            fix = Message("take {key} out", key="outcome")
        here.refuse("E327", Message("unknown outcome {name}", name=stated), fix)
    return ""
