"""What a reader must know of persons: nobody is seen in two arms, and whence spreads come."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.caveats import Variants
from ipscost.analysis.distribution.answer import Distributions
from ipscost.analysis.distribution.crowd import ALIKE, COURSE, DERIVED, PERSONS_IN_DRAWS, PRICE
from ipscost.analysis.distribution.measures import GAIN, LOSS
from ipscost.report.caveats import caveats, parted
from ipscost.report.distribution.headline import named_alike
from ipscost.report.distribution.tables import claimed
from ipscost.report.notes import common, running
from ipscost.report.notes.about import About, Writer, named
from ipscost.report.report import MOST_CAVEATS, Note
from ipscost.words.text import Words, count, listing, money, percent, points, rate, say, within


def cautions(found: Distributions, variants: Variants) -> tuple[Note, ...]:
    """At most three: doubts about the file and whom it is of, those of persons, then the rest."""
    before, behind = parted(caveats(found.view, variants, found.level))
    joint = tuple(named("caveat_joint", text) for text in of_joint(found))
    spread = tuple(named("caveat_between", text) for text in of_spread(found))
    return (*before[:1], *joint, *spread, *before[1:], *behind)[:MOST_CAVEATS]


def of_joint(found: Distributions) -> Iterator[Words]:
    """That which costs go together in one person is what the model takes, and nobody's finding."""
    if any(found.bounds(arm).gain[0] < found.bounds(arm).gain[1] for arm in claimed(found)):
        yield say("caveat_distribution_joint")


def of_spread(found: Distributions) -> Iterator[Words]:
    """That a spread is derived, and in what persons are alike because nobody knows how they differ.

    Where most is alike, the answer says so itself.
    """
    pairs = zip(found.view.run.point.categories, found.view.weight(), strict=True)
    counted = {path for path, weight in pairs if weight}
    derived = [path for path in _by_reason(found).get(DERIVED, ()) if path in counted]
    if derived:
        yield say("caveat_distribution_derived", labels=named_alike(found, derived))
    alike = [path for arm in claimed(found) for path in found.alike(arm)]
    if alike:
        paths = list(dict.fromkeys(alike))
        part = max(sum(found.alike(arm).values()) for arm in claimed(found))
        share = percent(part, 0)
        yield say("caveat_distribution_alike", labels=named_alike(found, paths), share=share)


def _by_reason(found: Distributions) -> dict[str, list[str]]:
    by_reason: dict[str, list[str]] = {}
    for path, why in found.crowd.why.items():
        by_reason.setdefault(why, []).append(path)
    return by_reason


def _labels(found: Distributions, paths: list[str]) -> Words:
    holders = found.crowd.scenario.holders
    return listing([within(holders[path].label) for path in paths])


# --- notes -----------------------------------------------------------------------------------


def persons_apart(about: About[Distributions]) -> Iterator[Words]:
    """Heterogeneity, the uncertainty of the numbers and chance, each by its name."""
    found = about.found
    yield say("note_distribution_heterogeneity", persons=count(found.crowd.size))
    if found.crowd.draws > 1:
        few = count(min(PERSONS_IN_DRAWS, found.crowd.size))
        draws = count(found.crowd.draws)
        yield say(
            "note_distribution_uncertainty", level=rate(about.level), draws=draws, persons=few
        )
    arms = claimed(found)
    if arms:
        shares = [found.of(arm).shares[name].mean for arm in arms for name in (GAIN, LOSS)]
        chance = max(found.chance(share) for share in shares)
        currency = found.crowd.scenario.money.currency
        amount = max(found.chance_of_median(arm) for arm in arms)
        yield say(
            "note_distribution_chance",
            chance=points(max(chance, 0.0005)),
            median=money(amount, currency),
        )


def persons_bounds(about: About[Distributions]) -> Iterator[Words]:
    """What the bounds are, and where they come from."""
    if claimed(about.found):
        yield say("note_distribution_bounds")
        yield say("note_distribution_model")


def persons_dearest(about: About[Distributions]) -> Iterator[Words]:
    """What counts as a cost where it is told what the dearest carry."""
    yield say("note_distribution_dearest")


def persons_dashes(about: About[Distributions]) -> Iterator[Words]:
    """Why some accounts have a dash."""
    found = about.found
    pairs = [(arm, payer) for arm in found.arms for payer in found.payers]
    if not all(found.is_claimed(*pair) for pair in pairs):
        yield say("note_distribution_dashes")


def persons_spreads(about: About[Distributions]) -> Iterator[Words]:
    """In what persons differ by a derived spread, by their course, or not at all."""
    found = about.found
    by_reason = _by_reason(found)
    told = {path for arm in claimed(found) for path in found.alike(arm)}  # in a caveat
    keys = {
        DERIVED: "note_roughly",
        COURSE: "note_distribution_course",
        PRICE: "note_distribution_price",
        ALIKE: "note_alike",
    }
    for reason, key in keys.items():
        paths = [path for path in by_reason.get(reason, ()) if reason != ALIKE or path not in told]
        if paths:
            yield say(key, labels=_labels(found, paths))
    if ALIKE in by_reason:
        yield say("note_distribution_state", path=by_reason[ALIKE][0].removeprefix("cost."))


NOTES: tuple[Writer[Distributions], ...] = (
    persons_apart,
    persons_bounds,
    persons_dearest,
    persons_dashes,
    persons_spreads,
    common.own_note,
    common.conversions,
    running.how_run,
)
