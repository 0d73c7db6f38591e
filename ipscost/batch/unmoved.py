"""The paths of a batch on which no saving depends, for a note to the reader."""

from __future__ import annotations

from ipscost.analysis.reaches import without_effect
from ipscost.batch.plan import Entry, Plan
from ipscost.batch.variants import Variant
from ipscost.errors import ScenarioError
from ipscost.loading import build
from ipscost.loading.text.variants import stated

MOST = 20
"""With more scenarios there is no note, since each has to be built again for it."""


def unmoved(plan: Plan) -> tuple[str, ...]:
    """The paths of the design and of `--set` that no saving depends on in any of the scenarios.

    Judged by the first and the last variant; empty if one of them cannot be built.
    """
    paths = [*(stated(s) for s in plan.options.settings), *plan.design.paths]
    if not paths or not plan.runnable or len(plan.runnable) > MOST:
        return ()
    unmoving = dict.fromkeys(_free(plan, plan.runnable[0], paths, 0))
    for entry in plan.runnable:
        for index in sorted({0, len(plan.design) - 1}):
            free = _free(plan, entry, paths, index)
            unmoving = dict.fromkeys(path for path in unmoving if path in free)
    return tuple(unmoving)


def _free(plan: Plan, entry: Entry, paths: list[str], index: int) -> tuple[str, ...]:
    """The paths that no saving of a scenario depends on in one variant."""
    assert entry.reading is not None
    variant: Variant = plan.design.variant(index)
    settings = [*plan.options.settings, *(change.setting for change in variant.changes)]
    try:
        scenario = build(entry.reading, settings, price_year=plan.options.price_year)
    except ScenarioError:
        return ()
    return without_effect(scenario, paths)
