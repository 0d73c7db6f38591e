"""The notes under payers: the check on the sums, doubts about the data, and assumptions."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.caveats import Variants
from ipscost.analysis.payers import NetSavings, held_fixed
from ipscost.analysis.reaches import of_saving
from ipscost.report.caveats import caveats, parted
from ipscost.report.notes import common, lacking, model, running
from ipscost.report.notes.about import About, Writer, named
from ipscost.report.notes.gaps import MOST_NAMED, missing_text
from ipscost.report.notes.given import intervals
from ipscost.report.payers.sentences import leading
from ipscost.report.payers.sentences import sentences as sentences_of
from ipscost.report.report import MOST_CAVEATS, Note
from ipscost.scenario import perspectives
from ipscost.scenario.nouns import SOCIETAL
from ipscost.words.text import Words, aside, listing, money, say, sentences

Every = tuple[NetSavings, ...]
"""What each account gains, by arm."""


def cautions(every: Every, variants: Variants) -> tuple[Note, ...]:
    """At most three caveats: that accounts are not whole, then those of the account told first.

    A doubt about the file, and that its numbers are of other people, stand before both.
    """
    found = caveats(leading(every[0]).view, variants, every[0].level)
    before, behind = parted(found)
    others = [note for note in behind if note.name != "caveat_incomplete"]
    return (*before, *_incomplete(every), *others)[:MOST_CAVEATS]


def _incomplete(every: Every) -> Iterator[Note]:
    """That some accounts are not whole, and why: amounts that are not divided, or not known."""
    lacking = [account for gains in every for account in gains.shown if account.lacks]
    if not lacking:
        return
    payers = every[0].scenario.payers
    bear = [n for each in lacking for lack in each.lacks for n in perspectives.bearers(lack)]
    shared = next((payers[name] for name in bear if payers[name].of), None)
    if shared is None:
        parts = missing_text(lacking[0].view, lacking[0].gains.arm, MOST_NAMED)
        text = say("caveat_account_missing", parts=parts)
    else:
        text = say("caveat_account_shared", payer=shared.label)
    yield named("caveat_account", text)


def accounts(about: About[Every]) -> Iterator[Words]:
    """What each account gains, from when, and why."""
    for gains in about.found:
        yield from sentences_of(gains)


def rests_on(about: About[Every]) -> Iterator[Words]:
    """Under which conditions the intervals hold, where there are any."""
    scenario = about.scenario
    accounts = [account for gains in about.found for account in gains.shown]
    sure = [(each.gains.arm, each.name) for each in accounts if each.total.is_uncertain]
    numbers = [number for each in sure for number in of_saving(scenario, *each)]
    yield from intervals(scenario, numbers) if sure else ()


def sum_check(about: About[Every]) -> Iterator[Words]:
    """Checks that the payers' gains add up to society's saving; each is computed separately."""
    currency = about.scenario.money.currency
    transfers = about.run.point.moved.astype(float)
    for gains in about.found:
        payers, moved = (
            sum(gains.of(account.weight * counted).point for account in gains.payers)
            for counted in (1 - transfers, transfers)
        )
        society = gains.of(about.run.point.weight(SOCIETAL)).point
        amounts = {"payers": money(payers, currency), "society": money(society, currency)}
        check, open_ends = say("sum_check", arm=_arm(gains), **amounts), gains.unreceived()
        if not transfers.any():
            yield check
            continue
        key = "sum_check_open" if open_ends else "sum_check_transfers"
        labels = listing(category.label for category in open_ends)
        yield sentences(check, say(key, moved=money(moved, currency), labels=labels))


def _arm(gains: NetSavings) -> Words:
    """` (IPS)`: which arm it is, where there are several."""
    scenario = gains.scenario
    return aside(scenario.arms[gains.arm].label if len(scenario.interventions) > 1 else "")


def in_plus(about: About[Every]) -> Iterator[Words]:
    """Explains when an account is in plus."""
    if about.run.ledger is not None:
        yield say("note_in_plus")


def draws_alone(about: About[Every]) -> Iterator[Words]:
    """Says that probabilities reflect the draws alone, and how many numbers do not vary in them."""
    scenario = about.scenario
    count = len({quantity.path for quantity in scenario.quantities if quantity.is_fixed})
    if about.run.ledger is not None and count:
        bounded, name = len(held_fixed(scenario)), running.shell_name(scenario)
        key = "note_draws_alone_bounded" if bounded else "note_draws_alone"
        yield say(key, bounded=bounded, count=count, name=name)


def base_case(about: About[Every]) -> Iterator[Words]:
    """Says where the mean of the draws differs from the base case, for the total."""
    yield from model.means_of(about.view, outcomes=())


def not_whole(about: About[Every]) -> Iterator[Words]:
    """Explains the mark on accounts that are incomplete."""
    if any(account.lacks for gains in about.found for account in gains.shown):
        yield say("note_not_whole")


def gaps(about: About[Every]) -> Iterator[Words]:
    """Lists what is missing from society's account, and so from every account."""
    yield from lacking.of_account(about.view.seen_from(SOCIETAL))


def left_out(about: About[Every]) -> Iterator[Words]:
    """Lists the categories that are 0 for every account and so have no row."""
    for gains in about.found:
        if still := [category.label for category in gains.still()]:
            yield say("note_left_out", arm=_arm(gains), labels=listing(still))


def dagger(about: About[Every]) -> Iterator[Words]:
    """Explains the mark on rows that rest on an assumption."""
    numbers = (number for gains in about.found for number in gains.numbers())
    if any(number.is_assumed and number.is_known for number in numbers):
        yield say("note_dagger")


def assumptions(about: About[Every]) -> Iterator[Words]:
    """States the assumptions behind the accounts that are shown."""
    yield from common.told_once(_assumed(about))


def assumed_more(about: About[Every]) -> Iterator[Words]:
    """Counts the assumptions that do not affect what is shown, and says where to find them."""
    others = common.assumed(about.scenario.quantities).keys() - _assumed(about).keys()
    if others:
        name = running.shell_name(about.scenario)
        yield say("note_assumed_more", count=len(others), name=name)


def _assumed(about: About[Every]) -> dict[str, Words]:
    """The assumptions behind what is shown, by the path of each number."""
    return common.assumed(number for gains in about.found for number in gains.numbers())


def welfare(about: About[Every]) -> Iterator[Words]:
    """States the factors used in the welfare-economic account, which is among those shown."""
    yield from common.factors(about.scenario)


def undiscounted(about: About[Every]) -> Iterator[Words]:
    """Says what the amounts before discounting are, where some are shown."""
    if any(gains.undiscounted for gains in about.found):
        yield from common.undiscounted(about)


NOTES: tuple[Writer[Every], ...] = (
    *(*common.OF_FILE, *model.COUNTED, *lacking.PUBLISHED, *running.RUN),
    *(accounts, rests_on, sum_check, in_plus, draws_alone, base_case, not_whole, gaps, left_out),
    *(dagger, assumptions, assumed_more, welfare, common.spread_evenly, common.discounting),
    undiscounted,
)
