"""budget as a report: tables that add up, what must hold before a probability, what is claimed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from rollout_texts import loaded, rollout_text
from told import told

from ipscost import AskedError, Report, Settings, simulate
from ipscost.analysis.interval import Interval
from ipscost.formats import Page
from ipscost.formats.cells import in_words, shortened
from ipscost.formats.terminal import table as shown
from ipscost.loading import load
from ipscost.report.budget.answer import BudgetAnswer, found_in
from ipscost.report.budget.headline import brief_ends
from ipscost.report.budget.report import budget as _budget
from ipscost.report.budget.short import short
from ipscost.report.pictures import picture_of
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import NoPictureError
from ipscost.report.report import Choice, Row, Table
from ipscost.scenario.kinds import KINDS
from ipscost.words import LANGUAGES
from ipscost.words.text import tell

ROOT = Path(__file__).parents[3]
TWO = ROOT / "examples" / "two-payers-three-years.yaml"
OURS = ROOT / "examples" / "our-rollout.yaml"
CONTRACT = ROOT / "examples" / "outcome-contract.yaml"
GRANT = "ips-for-unge-2023"
ROLLED = (
    "rollout={arm: ips, starts: 2024-01, outcome: ever_18, "
    "intake: {target: {mean: 9, unit: person, assumption: so}, months: 1}}"
)
ONE = ("rollout.intake.target.mean=1", "rollout.intake.recruitment=1")
budget = told(_budget)


@cache
def found(
    file: str = GRANT, *changes: str, payer: str = "", basis: str = "constant", draws: int = 40
) -> BudgetAnswer:
    run = simulate(load(file, list(changes)), Settings(draws=draws))
    return found_in(run, payer=payer, basis=basis)


@cache
def report(file: str = GRANT, *changes: str, **more: str) -> Report:
    return _budget(found(file, *changes, **more))


def named(made: Report, name: str) -> Table:
    each = [t for t in made.tables if isinstance(t, Table) and t.name == name]
    assert len(each) == 1, name
    return each[0]


def mean(row: Row, place: int) -> float:
    cell = row.cells[place]
    assert isinstance(cell, Interval)
    return cell.mean


@pytest.mark.parametrize("name", ["payers", "payers_nominal"])
def test_the_accounts_add_up_as_they_are_shown(name: str) -> None:
    """Parts to the net, years to the total, payers to all of them: to the last digit shown."""
    made = named(report(), name)
    blocks: dict[str, list[Row]] = {}
    for row in made.rows:
        blocks.setdefault(str(row.path).split(".")[1], []).append(row)
    net = len(made.columns) - 2
    sums: dict[int, float] = {}
    for payer, (_, *years, total) in blocks.items():
        for row in (*years, total):
            parts = sum(mean(row, place) for place in range(net))
            assert parts == pytest.approx(mean(row, net), abs=1e-9)
        for place in range(net + 1):
            whole = sum(mean(row, place) for row in years)
            assert whole == pytest.approx(mean(total, place), abs=1e-9)
        assert mean(years[-1], net + 1) == pytest.approx(mean(total, net), abs=1e-9)
        if payer not in ("public", "all"):
            sums = {p: sums.get(p, 0.0) + mean(total, p) for p in range(net + 1)}
    everybody = blocks["all"][-1]
    assert all(sums[p] == pytest.approx(mean(everybody, p), abs=1e-9) for p in sums)
    moved = [column for column in range(net) if mean(everybody, column) == 0]
    assert len(moved) == 2  # grants and the block grant go from one payer to another


def test_what_is_shown_is_what_was_found() -> None:
    """The net of the account told is right to the last place, other numbers within a few."""
    told_of = found()
    view, shown_as = told_of.view, told_of.shown
    for year in view.years:
        until = [each for each in view.years if each <= year]
        exact = view.gain(year=year, so_far=True).point / 1e6
        assert shown_as.of("net", view.account, until).mean == pytest.approx(exact, abs=0.00501)
    for account in view.accounts:
        for part in ("programme", "grant", "change", "block_grant"):
            exact = view.gain(part, account).point / 1e6
            assert shown_as.of(part, account).mean == pytest.approx(exact, abs=0.0401)


def test_the_two_payers_are_as_worked_through_by_hand() -> None:
    """Twelve people save 3,000 kr. a month each; the grant pays half of what is spent in 2025."""
    two = found(str(TWO)).view
    assert two.gain("change", "all").point == pytest.approx(12 * 24 * 3000)
    assert two.gain("grant", "municipality").point == -two.gain("grant", "state").point
    block = [two.gain("block_grant", each, scope="all").point for each in two.payers]
    assert sum(block) == pytest.approx(0)
    alone, together = (two.gain(scope=scope).point for scope in ("one", "all"))
    assert alone == pytest.approx(together)  # the public sector keeps the same either way
    kept = two.gain("change", "municipality").point
    lost = two.gain("block_grant", "municipality", scope="all").point
    assert kept + lost == pytest.approx(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_hold_stands_before_any_probability(language: str) -> None:
    first, second, third = budget(found(), language).headline
    odds = "robability" if language == "en" else "andsynlighed"
    assert odds not in first
    assert odds not in second
    assert odds in third
    assert "50%" in first  # on which condition: half of the effect carries over
    assert second.count("(") == 4  # each with what it is now


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", [GRANT, "ungeloeftet-2025", str(OURS), str(CONTRACT), str(TWO)])
def test_the_short_answer_fits_on_a_screen(file: str, language: str) -> None:
    """24 lines of 80 characters, one of them the prompt."""
    made = shortened(report(file))
    lines = shown(in_words(made, language, 80), Page(language=language)).splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    assert "kr.." not in "".join(lines)


def test_an_interval_on_both_sides_of_zero_says_which_is_which() -> None:
    told_of = found()
    gains = Interval(16.6e6, low=-63.4e6, high=119e6)
    assert tell(brief_ends(told_of, gains), "en") == " (loss of 63 to gain of 119)"
    loses = Interval(1.21e6, low=-1.46e6, high=3.33e6)
    ends = brief_ends(told_of, loses, ("loss", "gain"))
    assert tell(ends, "en") == " (gain of 1.46 to loss of 3.33)"
    assert tell(ends, "da") == " (gevinst på 1,46 til tab på 3,33)"
    small = Interval(0.4e6, low=-0.2e6, high=1.2e6)
    assert tell(brief_ends(told_of, small), "en") == " (loss of 0.2 to gain of 1.2 million)"
    assert tell(brief_ends(told_of, Interval(20.4e6, low=12.5e6, high=66.1e6)), "en") == (
        " (12.5 to 66.1)"
    )


def test_an_account_with_an_unknown_part_has_no_interval_and_no_claim() -> None:
    told_of = found(str(TWO), "cost.benefits.ips=unknown")
    assert not told_of.view.is_whole()
    (first,) = budget(told_of).headline
    assert "is not known" in first
    assert "robability" not in first
    assert told_of.holds.net is None
    rows = named(_budget(told_of), "receivers").rows
    assert all(row.cells[3] is None for row in rows)
    assert any("Accounts with" in str(note) for note in budget(told_of).notes)


def test_a_guessed_share_has_no_probability() -> None:
    guessed = found(GRANT, "transfer.share={mean: 0.5, assumption: a guess}")
    text = " ".join(budget(guessed).headline)
    assert "How likely that is cannot be said" in text
    assert "%" not in text.rpartition("Paid back")[2]
    rows = named(_budget(guessed), "receivers").rows
    assert all(row.cells[3] is None for row in rows)


@pytest.mark.parametrize(
    ("language", "one", "fewer"),
    [("en", "for 1 person costs", "fewer"), ("da", "til 1 person koster", "færre")],
)
def test_one_is_a_person_and_fewer_are_so_many_fewer(language: str, one: str, fewer: str) -> None:
    assert one in budget(found(str(TWO), *ONE), language).headline[0]
    text = rollout_text().replace("ips: {mean: 0.45}", "ips: {difference: -0.1, se: 0.01}")
    rolled = found_in(simulate(loaded(text), Settings(draws=200)))
    first = budget(rolled, language).headline[0]
    told_of = re.search(rf": (\d) {fewer} \(95%\D+ (\d) \w+ (\d)\)", first)
    assert told_of is not None, first
    middle, low, high = map(int, told_of.groups())
    assert low < middle < high


def test_a_payer_is_asked_for_by_its_label() -> None:
    assert found(str(TWO), payer="kommune").view.account == "municipality"
    with pytest.raises(AskedError, match="use one of: municipality, state"):
        found(str(TWO), payer="xyzzy")
    with pytest.raises(AskedError, match="prices are constant or nominal"):
        found(str(TWO), basis="real")


def test_where_nothing_is_said_of_financing_a_note_says_what_it_would_mean() -> None:
    made = budget(found(str(TWO), "rollout.financing=null"))
    assert len(made.noted("block_grant")) == 1
    assert "financing:" in made.noted("block_grant")[0]
    titles = [column.label for column in named(made, "who").columns]
    assert titles == ["Programme and grants", "Other costs", "Net"]


def test_a_split_of_nothing_is_not_lacking_and_the_rate_of_discounting_is_named() -> None:
    made = budget(found())
    assert made.noted("unsplit") == []  # nothing of what is shared falls on anybody here
    assert budget(found("labour-market-ips", ROLLED, draws=120)).noted("unsplit") != []
    assert "discounted by 0% a year" in named(made, "discounted").title


def test_a_net_price_is_told_as_such_though_the_rollout_says_nothing_of_it() -> None:
    """Two interventions, no price of the rollout's own: no caveat is of the other one."""
    made = budget(found("labour-market-ips", ROLLED, draws=120))
    names = [note.name for note in made.named]
    assert names[0] == "caveat_net_price"
    assert not {"caveat_weakest", "caveat_swing"} & {*names}
    assert [row.path for row in named(made, "published").rows] == ["rollout", "cost.programme.ips"]
    assert len(made.noted("net_prices")) == 1


def test_who_gives_the_money_has_a_column_of_its_own_among_many_payers() -> None:
    section = (
        "rollout={arm: ips, starts: 2024-01, outcome: ever_18, "
        "intake: {target: {mean: 9, unit: person, assumption: so}, months: 1}, "
        "place: {mean: 9, unit: DKK_2017/person, assumption: so}, "
        "grant: {pool: {label: Pool, from: state, to: municipality, "
        "amounts: {2024: {mean: 9, unit: DKK_2017, assumption: so}}}}, financing: {guaranteed: "
        "[cost.benefits], payer: municipality, by: state, others: Others, assumption: so}}"
    )
    table = short(found("labour-market-ips", section, draws=0))
    table = table.down[0] if isinstance(table, Choice) else table
    labels = [tell(column.label, "en") for column in table.columns[-4:]]
    assert labels == ["Municipality", "Region", "State", "Others"]


def test_what_the_price_of_the_rollout_replaces_is_told() -> None:
    assert any(
        "is not counted: the IPS programme" in n for n in budget(found()).noted("net_prices")
    )
    assert not budget(found(str(TWO))).noted("net_prices")  # which has no other price


def test_a_price_of_no_known_year_is_told_to_machines_as_it_was_published() -> None:
    (soem,) = (each for each in report().figures if each.path == "rollout.published.soem")
    assert (soem.value.mean, soem.unit) == (5300, "DKK_unknown/person")


def test_an_effect_that_must_last_longer_than_people_are_followed_says_so() -> None:
    made = budget(found(str(TWO), "rollout.staff.caseload=6"))
    assert "months of continued effect" in str(made.headline[1])
    assert len(made.noted("switching")) == 2
    assert "continued" not in str(budget(found(str(TWO))).headline[1])


def test_that_a_cheaper_programme_keeps_its_effect_is_said() -> None:
    assert "clients a post" in budget(found(str(TWO))).noted("same_effect")[0]
    assert "clients" not in budget(found()).noted("same_effect")[0]


@pytest.mark.parametrize("scope", ["one", "all", "{share: 0.31}"])
def test_payers_add_up_however_the_block_grant_is_counted(scope: str) -> None:
    table = short(found(GRANT, f"rollout.financing.scope={scope}", draws=0))
    table = table.down[0] if isinstance(table, Choice) else table
    total = next(i for i, c in enumerate(table.columns) if tell(c.label, "en") == "Total")
    for row in table.rows:
        if ".so_far" not in str(row.path):
            payers = sum(mean(row, place) for place in range(total + 1, len(table.columns)))
            assert payers == pytest.approx(mean(row, total), abs=1e-9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_rises_is_told_of_every_kind(language: str) -> None:
    rises = ", ".join(f"{what}: 0.02" for what in ("prices", "wages", *KINDS))
    made = budget(found(str(TWO), f"rollout.indexation={{{rises}}}"), language)
    (note,) = made.noted("indexed")
    assert note.count("2%") == 2 + len(KINDS)


def test_nobody_is_in_support_for_months_that_are_not_stated() -> None:
    told_of = budget(found(draws=0))
    assert "136" not in " ".join(map(str, told_of.notes))
    assert any("is not known: the file does not state" in str(n) for n in told_of.notes)
    assert "people.supported" not in [row.path for row in named(report(draws=0), "people").rows]
    assert "people_supported" not in {figure.measure for figure in report(draws=0).figures}
    assert "people.supported" in [row.path for row in named(report(str(TWO)), "people").rows]


def test_a_row_for_machines_says_whose_when_and_in_which_prices() -> None:
    every = report(str(TWO)).figures
    about = [dict(each.about) for each in every if each.measure == "net_in_year"]
    assert {each["basis"] for each in about} == {"constant", "nominal"}
    assert {each["scope"] for each in about} == {"own", "one", "all"}
    assert {each["year"] for each in about} == {"2025", "2026", "2027"}
    assert {each["payer"] for each in about} == {"municipality", "state", "others", "public", "all"}
    lines = [dict(e.about)["source"] for e in every if e.measure == "programme_line_in_year"]
    assert "rollout.staff.role.specialist" in lines


def test_the_cumulative_picture_marks_its_deepest_month() -> None:
    told_of = found()
    findings = Findings(told_of.run, rolled=told_of)
    (course,) = picture_of("cumulative", findings).chart.courses  # type: ignore[union-attr]
    turned = told_of.view.turned()
    assert course.deepest is not None
    depth = course.values[course.x.index(course.deepest.at)].mean
    assert depth == min(value.mean for value in course.values)
    assert depth == pytest.approx(-turned.deepest.mean / 1e6, abs=0.00501)
    picture = picture_of("budget", findings)
    assert "one takes part alone" in tell(picture.note, "en")  # who keeps what hangs on that
    bars = picture.chart
    nets = [net.mean for net in bars.nets]  # type: ignore[union-attr]
    ends = [sum(end - start for _, start, end in bars.stacked(row)) for row in range(len(nets))]  # type: ignore[union-attr]
    assert ends == pytest.approx(nets, abs=1e-9)


def test_tables_of_a_budget_are_narrow_and_no_note_repeats_another() -> None:
    """A screen of 80 columns takes them without a wrapped label; a price has its year."""
    made = budget(found())
    grid, published = (named(_budget(found()), name) for name in ("grid", "published"))
    assert [tell(row.label, "en") for row in grid.rows] == ["25%", "50%", "75%", "100%", "125%"]
    assert tell(published.rows[1].cells[0], "en") == "914 EUR (2016)"
    assert tell(published.rows[1].cells[0], "da") == "914 EUR (2016)"
    grants = [str(note) for note in made.notes if "still in support when" in str(note)]
    assert len(grants) == 1
    assert "pays the municipality in 2024-2026." in grants[0]
    assert sum("2 per cent a year, in round figures" in str(note) for note in made.notes) == 1
    sure = found(GRANT, "transfer.share={mean: 0.5, se: 0.05, assumption: nearly sure}")
    backs = [tell(row.cells[2], "en") for row in named(_budget(sure), "turns").rows]
    assert backs[0] == "the start"  # never in deficit: no month to tell


def test_what_moves_nobody_is_no_picture() -> None:
    changes = ("rollout.line=null", "rollout.grant=null", "rollout.financing=null")
    nothing = found(str(TWO), *changes, "rollout.intake.recruitment=0", "rollout.staff=null")
    assert nothing.view.gain("net", "all").point == 0
    with pytest.raises(NoPictureError, match="nothing to draw"):
        picture_of("budget", Findings(nothing.run, rolled=nothing))
