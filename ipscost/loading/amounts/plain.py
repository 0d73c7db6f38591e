"""Numbers that may stand plainly: `0.8` in the place of `{mean: 0.8, source: ...}`."""

from __future__ import annotations

from dataclasses import replace

from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import SET, Wanted
from ipscost.loading.amounts.unknowns import unknown_value
from ipscost.loading.cursor import Cursor
from ipscost.loading.text import yamldoc
from ipscost.scenario.nouns import Quantity
from ipscost.words.text import Text


def read_plain(
    reader: Reader, at: Cursor, wanted: Wanted, inherited: Inherited, chosen: Text
) -> Quantity | None:
    """A plain number or an amount; None if something is wrong with it.

    A plain number without a source, own or inherited, is an assumption: `chosen` says so.
    """
    if at.is_scalar and unknown_value(at.node) is None:
        is_of_other = inherited.file not in ("", at.span.file) and at.span.file != SET
        if is_of_other:  # what another file states is of the number there
            inherited = replace(inherited, source=None, assumption=None, sure=None, file="")
        if inherited.assumption is None and inherited.source is None:
            inherited = replace(inherited, assumption=chosen)
        at = at.with_node(yamldoc.Mapping({"mean": at.node}, {"mean": at.span}, at.span))
    return reader.read(at, wanted, inherited)
