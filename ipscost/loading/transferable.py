"""Whether what is to be carried over can be: by the numbers of a model, and in the base case."""

from __future__ import annotations

from collections.abc import Mapping

from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_transfer import TransferKeys
from ipscost.loading.text.edits import toward_zero
from ipscost.messages import Message
from ipscost.scenario.model import Model
from ipscost.scenario.nouns import Category, Scenario
from ipscost.scenario.paths import is_within
from ipscost.scenario.quantity import RATIOS
from ipscost.scenario.transfer import MADE, POINTS, Transfer, effects_of
from ipscost.units import SHARE

MOST_TOGETHER = 3
"""So many numbers of one correlation may be multiplied."""
NO_EFFECT = 1e-6
"""An effect of the trial no further from none, on its scale, has no share that means anything."""
SCALE_WORDS = {
    "risk_ratio": Message("risk ratio"),
    "odds_ratio": Message("odds ratio"),
    "hazard_ratio": Message("hazard ratio"),
    POINTS: Message("difference in points"),
}


def called(scale: str) -> Message:
    """A scale as it stands in a message."""
    return SCALE_WORDS[scale]


def role_of(scale: str) -> str:
    """How an effect on a scale is stated."""
    return "difference" if scale == POINTS else scale


def check_model(at: Checked[TransferKeys], model: Model | None, reference: str) -> None:
    """Refuses what does not go with a model of states, whose moves hold its effect."""
    for key in ("of", "baseline"):
        if key in at:
            message = Message(
                "{key} is about an outcome that is stated; in a model of states the moves hold the "
                "effect and the level",
                key=key,
            )
            at[key].refuse_key("E291", message, Message("take {key} out", key=key))
    if model is None:
        return
    effects = effects_of(model, reference)
    numbers = {q.path: q for own in effects.values() for q in own}
    related = {q.path for m in model.moves if m.of for s in m.stretches for q in s.numbers}
    wanted = role_of(at.keys.scale)
    if not numbers:
        message = Message("the moves of all arms are alike, so there is no effect to carry over")
        at.refuse_key("E291", message, Message("take transfer out"))
    for number in numbers.values():
        if number.path in related or number.role == "mean":
            message = Message(
                "{path} is stated for the arm by itself, not against the reference arm, so no "
                "share of an effect can be carried over",
                path=number.path,
            )
            fix = Message("take transfer out; it needs numbers against that arm")
            at.refuse_key("E291", message, fix)
            return
        if number.role != wanted:
            message = Message(
                "the effect, {path}, is stated as a {role}, and carries over on that scale alone",
                path=number.path,
                role=called(number.role if number.role in RATIOS else POINTS),
            )
            meant = POINTS if number.role == "difference" else number.role
            at["scale"].refuse("E291", message, Message("write {meant}", meant=meant))
            return
    if "share" not in at and any(len(own) > 1 for own in effects.values()):
        message = Message(
            "an arm differs by several numbers, {paths}, which one effect cannot replace",
            paths=", ".join(numbers),
        )
        fix = Message("take pooled out and take weight out and take other out and add share: ...")
        at.refuse_key("E291", message, fix)


def check_transfer(at: Checked[TransferKeys] | None, scenario: Scenario) -> None:
    """Refuses a transfer that asks for what the numbers cannot give in the base case."""
    if at is None or scenario.transfer is None:
        return
    from ipscost.engines import carried  # no other file needs an engine to be read

    before = at.problems.errors()
    _is_expected(at, scenario, scenario.transfer)
    _has_effect(at, scenario, carried.trial_effects(scenario))
    if at.problems.errors() == before and scenario.model is None:
        _is_possible(at, scenario)


def _is_expected(at: Checked[TransferKeys], scenario: Scenario, transfer: Transfer) -> None:
    """Refuses what goes together with what is carried, where their product has no known mean.

    That is a share worked out from an effect, which is no product of numbers, and four numbers of
    one correlation (`drawing.copula.expected_product`).
    """
    for correlation in scenario.correlations:
        members, own = set(correlation.members), {q.path for q in transfer.numbers}
        of_effect = [q.path for q in transfer.effect if q.path in members]
        others = [m for m in correlation.members if m not in own and not is_within(m, transfer.of)]
        pair = [*of_effect[:1], *others[:1]] if transfer.is_worked_out else []
        for holder in scenario.holders.values():
            kind, price = "", None
            if isinstance(holder, Category):
                kind, price = holder.kind, holder.price
            shares, base = (
                transfer.shares_of(holder.path, kind),
                holder.arms.get(scenario.reference),
            )
            for number in holder.arms.values():
                numbers = (*shares[:1], number, base, price)
                factors = {q.path for q in numbers if q is not None and q.path in members}
                if number.role == "ratio" and len(factors) > MOST_TOGETHER:
                    pair = [shares[0].path, number.path]
        if len(pair) > 1:
            message = Message(
                "{path} goes together with {other} in the correlation {name}, and what is expected "
                "of the two together is not known",
                path=pair[0],
                other=pair[1],
                name=correlation.name,
            )
            fix = Message(
                "take {path} out of correlation.{name}", path=pair[0], name=correlation.name
            )
            at.refuse_key("E291", message, fix)
            return


def _has_effect(
    at: Checked[TransferKeys], scenario: Scenario, effects: Mapping[str, float]
) -> None:
    """Refuses to carry over an effect of the trial that is not there, or is not known."""
    transfer = scenario.transfer
    assert transfer is not None
    for path, holder in scenario.holders.items():
        kind = holder.kind if isinstance(holder, Category) else ""
        for arm in scenario.interventions:
            is_made = transfer.share_at(path, kind, arm).startswith(MADE) and path != transfer.of
            if not is_made or not holder.numbers or abs(effects.get(arm, 0.0)) > NO_EFFECT:
                continue
            message = Message(
                "{path} is to follow the effect, and the trial's effect of {arm} is 0 or not known",
                path=path,
                arm=arm,
            )
            fix = _stay(at, path)
            (at["stays"].refuse if "stays" in at else at.refuse_key)("E291", message, fix)
            return
    outcome = scenario.holders.get(transfer.of)
    if outcome is None or transfer.scale == POINTS or transfer.way == "pooled":
        return
    for arm in scenario.interventions:
        number = outcome.arms.get(arm)
        if number is not None and number.is_known and arm not in effects:
            message = Message(
                "{path} has no {scale} in {arm}: a level is 0 or 1, or not known",
                path=transfer.of,
                scale=called(transfer.scale),
                arm=arm,
            )
            at["scale"].refuse("E291", message, Message("write points"))
            return


def _stay(at: Checked[TransferKeys], path: str) -> Message:
    """What makes a category or an outcome stay as in the trial."""
    if "stays" in at:
        return Message("add {path} to the list", path=path)
    return Message("add stays: [{path}]", path=path)


def _is_possible(at: Checked[TransferKeys], scenario: Scenario) -> None:
    """Refuses an effect that makes more than all people of a share, or fewer than none."""
    from ipscost.drawing import draws as drawing
    from ipscost.engines import carried
    from ipscost.engines.expected import by_arm

    transfer, draws = scenario.transfer, drawing.base_case(scenario)
    assert transfer is not None
    draws = carried.with_shares(scenario, draws)
    after = carried.Outcomes(scenario, transfer, draws)
    for outcome in (each for each in scenario.outcomes if each.unit == SHARE):
        shares = carried.shares(scenario, outcome)
        pair = (by_arm(outcome.arms, scenario, draws, "", own) for own in ({}, shares))
        levels = after.uncut(outcome, *pair)[:, 0]
        for arm, level in zip(scenario.arms, levels, strict=True):
            if -carried.ROUNDING <= level <= 1 + carried.ROUNDING:
                continue
            message = Message(
                "expected a level of 0 to 1, found {level:.3g} of {path} in {arm}",
                level=level,
                path=outcome.path,
                arm=arm,
            )
            fix = Message("write odds_ratio (by which no share of people is more than 1)")
            where = at["scale"]
            if transfer.is_worked_out and outcome.path != transfer.of:
                where = at["stays"] if "stays" in at else at[transfer.way]
                fix = _stay(at, outcome.path)
            elif transfer.pooled is not None:
                base = levels[after.reference]
                most = 1 / base
                if transfer.scale == POINTS:
                    most = 1 - base if level > 1 else -base
                where, value = at["pooled"], transfer.pooled.value
                fix = Message(
                    "write {most:g} for {value:g}; no more fits, while an odds_ratio that is "
                    "pooled on the scale odds_ratio always does",
                    most=toward_zero(most),
                    value=value,
                )
            elif transfer.way == "weight":
                where = at["weight"]
                fix = Message("write ... (a weight that leaves less to the other study)")
            where.refuse("E216", message, fix)
            return
