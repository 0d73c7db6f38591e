"""A block grant that follows spending, and by how much prices and wages rise."""

from __future__ import annotations

from dataclasses import replace

from ipscost.errors import nearest
from ipscost.loading.amounts.arms import below
from ipscost.loading.amounts.quantities import Reader, label_of
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_rollout import FinancingKeys, IndexationKeys
from ipscost.loading.rollout.around import Around
from ipscost.loading.rollout.names import known_payer
from ipscost.loading.rollout.numbers import RISE, SHARE, Numbers
from ipscost.messages import Message
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Quantity
from ipscost.scenario.rollout import ALL, ONE, PRICES, WAGES, Financing, Indexation
from ipscost.words.text import say


def read_financing(
    at: Checked[FinancingKeys] | None, reader: Reader, around: Around
) -> Financing | None:
    """The financing layer, or None where there is none or something is wrong with it."""
    if at is None:
        return None
    numbers, keys = Numbers(reader), at.keys
    _check_guaranteed(at, around)
    payer, by = known_payer(at["payer"], around), known_payer(at["by"], around)
    if payer == by:
        message = Message("{name} cannot pay its own block grant", name=payer)
        others = [name for name in around.payers or () if name != payer]
        at["by"].refuse("E329", message, Message("use one of: {others}", others=", ".join(others)))
    own = below(at)
    scope, share = _scope(at, numbers, own)
    source, place, sure, assumption = reader.link(at)
    if scope is None:
        return None
    cited = "" if source is None else f"{source.name} {place}".strip()
    named = say("rollout_others") if keys.others is None else label_of(keys.others, "others")
    return Financing(
        guaranteed=tuple(keys.guaranteed),
        payer=payer,
        by=by,
        others=named,
        scope=scope,
        share=share,
        note=text_of(keys.note),
        source=cited,
        sure=sure,
        span=at.key,
        assumption=assumption,
    )


def _check_guaranteed(at: Checked[FinancingKeys], around: Around) -> None:
    """Refuses what is no category and no group of them."""
    known = (*around.groups, *(category.path for category in around.categories))
    if not at.keys.guaranteed:
        message = Message("expected the categories that the block grant follows, found none")
        fix = Message("add {others} to the list", others=next(iter(known), "..."))
        at["guaranteed"].refuse("E329", message, fix)
    for item in at["guaranteed"].items():
        if item.text not in known and around.is_whole:
            message = Message("unknown category {path}", path=item.text)
            item.refuse("E235", message, nearest(item.text, known))


def _scope(
    at: Checked[FinancingKeys], numbers: Numbers, own: Inherited
) -> tuple[str | None, Quantity | None]:
    """Who takes part, and the share of the payer or of those who take part."""
    here, beside = at.get("scope"), at.get("share")
    share = numbers.read(beside, SHARE, own)
    if here is None:
        return ONE, share
    if here.is_scalar:
        if here.text in (ONE, ALL):
            return here.text, share
        message = Message("expected one, all or {{share: ...}}, found '{text}'", text=here.text)
        fix = nearest(here.text, (ONE, ALL))
        if fix.startswith("use"):
            fix = Message("write one, or write all; {{share: 0.31}} is for some of them")
        here.refuse("E104", message, fix)
        return None, None
    if not here.is_mapping or [*here] != ["share"]:
        message = Message("expected one, all or {{share: ...}}, found {shape}", shape=here.shape)
        here.refuse("E103", message, Message("write one, or write all"))
        return None, None
    if beside is not None:
        message = Message("the share of those who take part stands twice")
        beside.refuse_key("E329", message, Message("take share out of rollout.financing"))
        return None, None
    some = numbers.read(here["share"], SHARE, own)
    return (None if some is None else "share"), some


def read_indexation(
    at: Checked[IndexationKeys] | None, numbers: Numbers, above: Inherited
) -> Indexation | None:
    """How things rise, or None where the file does not say."""
    if at is None:
        return None
    own = replace(below(at, above), unit=None)
    read = {key: numbers.read(at.get(key), RISE, own) for key in (PRICES, WAGES, *KINDS)}
    rates = {key: number for key, number in read.items() if number is not None}
    return Indexation(rates, text_of(at.keys.assumption), at.key)
