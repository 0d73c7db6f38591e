"""What one more of an outcome is worth, as a scenario states it: `threshold:` of an outcome."""

from __future__ import annotations

from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Cursor
from ipscost.loading.text.edits import without_uncertainty
from ipscost.messages import Message
from ipscost.scenario.nouns import Quantity
from ipscost.units import Unit


def read_threshold(reader: Reader, at: Cursor, unit: Unit | None) -> Quantity | None:
    """The threshold of an outcome; None if none is stated or it is wrong.

    Its unit is money per unit of the outcome: EUR_2016/QALY. Per `share` means per person who
    reaches it.
    """
    here = at.get("threshold")
    if here is None:
        return None
    threshold = reader.read(here, Wanted(("mean",), False, "gamma"))
    if threshold is None or unit is None:
        return None
    if threshold.unit.money is None or threshold.unit.per != (str(unit.head),):
        message = Message(
            "expected money per {head}, found {unit}", head=unit.head, unit=threshold.unit
        )
        money = threshold.unit.money or reader.money or "DKK_2024"
        fix = Message("write {money}/{head}", money=money, head=unit.head)
        here.refuse("E211", message, fix, here.locate("unit").span)
        return None
    if not threshold.is_fixed:
        message = Message(
            "a threshold is what a decision is held against, so it has no uncertainty"
        )
        fix = Message(
            "{edit}; --wtp shows the result at several thresholds",
            edit=without_uncertainty(here.node),
        )
        here.refuse("E209", message, fix)
        return None
    return threshold
