"""What one more of an outcome is worth, as a scenario states it: `threshold:` of an outcome."""

from __future__ import annotations

from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Cursor
from ipscost.loading.text.edits import without_uncertainty
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
        message = f"expected money per {unit.head}, found {threshold.unit}"
        money = threshold.unit.money or reader.money or "DKK_2024"
        fix = f"write {money}/{unit.head}"
        here.refuse("E211", message, fix, here.locate("unit").span)
        return None
    if not threshold.is_fixed:
        message = "a threshold is what a decision is held against, so it has no uncertainty"
        fix = f"{without_uncertainty(here.node)}; --wtp shows the result at several thresholds"
        here.refuse("E209", message, fix)
        return None
    return threshold
