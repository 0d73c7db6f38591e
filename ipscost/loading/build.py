"""From a scenario file to a Scenario: reads all sections, collects all problems, converts money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ipscost.errors import (
    ScenarioError,
    a_kind,
    in_file_order,
    nearest,
    without_echoes,
)
from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.amounts.cycles import Columns
from ipscost.loading.amounts.discounting import Schedule, read_discount
from ipscost.loading.amounts.price_years import PriceYears, later_prices
from ipscost.loading.amounts.quantities import Reader, label_of
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.amounts.ways import Way, read_way
from ipscost.loading.calibrate import known, read_calibration
from ipscost.loading.cited import doubt_sources, read_sources
from ipscost.loading.cursor import Checked, Cursor, Problems
from ipscost.loading.data_plan import read_data_plan, with_unknowns
from ipscost.loading.groups import Read, read_groups, with_numbers
from ipscost.loading.keys.schema import (
    ArmKeys,
    CostKeys,
    OutcomeKeys,
)
from ipscost.loading.keys.schema_accounts import PayerKeys
from ipscost.loading.keys.schema_amounts import AmountKeys
from ipscost.loading.keys.schema_model import (
    COST_WORDS,
    OUTCOME_WORDS,
    MoveKeys,
)
from ipscost.loading.links import LinkReader
from ipscost.loading.reading import Reading, beside, goes_by_own_prices, read
from ipscost.loading.reporting import read_reporting
from ipscost.loading.rollout.around import Around
from ipscost.loading.rollout.whole import read_rollout
from ipscost.loading.spread import read_spread
from ipscost.loading.states.horizon import refuse_unknown
from ipscost.loading.states.reach import check_reach
from ipscost.loading.study import read_study
from ipscost.loading.text.inputs import Inputs, digests
from ipscost.loading.text.sections import placed, read_sections
from ipscost.loading.text.variants import Tree, apply_settings
from ipscost.loading.text.variants import stated as stated_setting
from ipscost.loading.transfer import Held, population_of, read_transfer
from ipscost.loading.transferable import check_transfer
from ipscost.loading.tree.accounts import BUILT_IN, payers_of, read_accounts
from ipscost.loading.tree.arms import ARM, Arms, Nulls, read_arms, without_nulls
from ipscost.loading.tree.categories import TreeReader
from ipscost.loading.tree.dates import need_start
from ipscost.loading.tree.scope import doubt_unused, read_scope
from ipscost.loading.tree.targets import read_targets
from ipscost.messages import Message
from ipscost.scenario.data_plan import SECTION as DATA
from ipscost.scenario.dated import in_calendar
from ipscost.scenario.left_out import NULL, in_words, without
from ipscost.scenario.model import once
from ipscost.scenario.nouns import (
    Arm,
    Category,
    Outcome,
    Payer,
    Scenario,
)
from ipscost.scenario.rollout import SECTION as ROLLOUT
from ipscost.scenario.spread import SECTION as SPREAD
from ipscost.scenario.transfer import SECTION, Transfer
from ipscost.units import Money, PriceTables, parse_money

PLACES = (("title",), ("perspective",), ("discount", "cost"), ("discount", "outcome"))
WORDS = (*COST_WORDS, *OUTCOME_WORDS, *MoveKeys.model_fields, *AmountKeys.model_fields)
RESERVED = tuple({*CostKeys.model_fields, *OutcomeKeys.model_fields, "use", "all", "rest", *WORDS})


def load(
    scenario: str | Path,
    settings: Sequence[str] = (),
    *,
    price_year: int | None = None,
    strict: bool = False,
    money: Money | None = None,
    order: str = "",
    country: str = "",
) -> Scenario:
    """The scenario in the file `scenario` (a path, or the name of one that comes with ipscost).

    `-` reads it from the standard input.

    settings: changes such as `cost.programme.ips.difference=1500`.
    price_year: restates all money in the prices of that year.
    money: restates it in this money, whatever the currency; `order` is then the order of
        conversion if the file states none.
    country: that this money is of (ISO 3166-1 alpha-3): money goes to it from the country of the
        file by their own prices, in `order`.
    strict: treats warnings as errors.

    Raises ScenarioError with every problem, in file order, and TypeError for what is no file, or no
    list of changes, with what to write instead.
    """
    _check_types(scenario, settings, price_year)
    reading = read(scenario)
    return build(
        reading,
        settings,
        price_year=price_year,
        strict=strict,
        money=money,
        order=order,
        country=country,
    )


def _check_types(scenario: object, settings: object, price_year: object) -> None:
    """Raises TypeError for what a Python user may give in place of a file and of changes."""
    if not isinstance(scenario, str | Path):
        raise TypeError(
            f"load takes a file or the name of a scenario, not {a_kind(scenario)}; "
            "write ipscost.load('inklusion-ips')"
        )
    changes = [settings] if isinstance(settings, str) else settings
    if isinstance(settings, Mapping):
        changes = [f"{path}={value}" for path, value in settings.items()]
    several = isinstance(changes, Sequence) and all(isinstance(each, str) for each in changes)
    if changes is not settings or not several:
        example = changes if several else ["cost.programme.ips.difference=3400"]
        raise TypeError(
            f"changes are a list of texts PATH=VALUE, not {a_kind(settings)}; "
            f"write ipscost.load({str(scenario)!r}, {example!r})"
        )
    if price_year is not None and not isinstance(price_year, int):
        raise TypeError(f"price_year is a whole number, not {price_year!r}; write price_year=2024")


def build(
    reading: Reading,
    settings: Sequence[str] = (),
    *,
    price_year: int | None = None,
    strict: bool = False,
    money: Money | None = None,
    order: str = "",
    country: str = "",
    of_group: bool = False,
) -> Scenario:
    """The scenario in files that have been read, with `settings` applied.

    This is the second half of `load`. of_group: it is that of a group of people, and has no groups.

    Raises ScenarioError with every problem found, in file order.
    """
    every = settings
    asked = [setting for setting in settings if setting.startswith(f"{ARM}=")]
    settings = [setting for setting in settings if setting not in asked]
    tree = apply_settings(reading.tree, settings)
    problems = Problems()
    node, nulls = without_nulls(with_unknowns(tree.root))
    sections = read_sections(node, problems)
    root = Cursor(node, "", problems).with_keys(sections)
    inputs = reading.inputs.anew(reading.tree.inputs)
    by_country = bool(country) or goes_by_own_prices(node, price_year)
    prices, schedule = beside(reading, node, inputs, by_country=by_country)
    problems.extend((*prices.problems, *schedule.problems))
    columns = Columns(reading.path, reading.shown, inputs)
    builder = _Build(reading, tree, root, prices.value, columns)
    builder.schedule, builder.nulls = schedule.value, nulls
    builder.asked = [setting.partition("=")[2] for setting in asked]
    loaded = builder.scenario(inputs, tuple(settings), price_year, money, (order, country))
    if loaded is not None and builder.groups and not of_group:

        def with_more(more: Sequence[str]) -> Scenario:
            return build(
                reading,
                (*every, *more),
                price_year=price_year,
                money=money,
                order=order,
                country=country,
                of_group=True,
            )

        loaded = with_numbers(loaded, builder.groups, with_more, problems)
    ordered = in_file_order(without_echoes(problems))
    if loaded is None or any(strict or problem.is_error for problem in ordered):
        raise ScenarioError(ordered)
    return loaded


class _Build:
    """Builds the scenario from its sections; whatever is missing or wrong goes to `problems`."""

    def __init__(
        self,
        reading: Reading,
        tree: Tree,
        root: Checked[dict[str, Any]],
        prices: PriceTables | None,
        columns: Columns,
    ) -> None:
        self.other_horizon = tree.other_horizon
        self.stated_horizon = tree.horizons[0].text if tree.horizons else ""
        self.name = reading.name
        self.file = reading.shown
        self.files = reading.tree.files
        self.root = root
        self.sections = root.keys
        self.prices = prices
        self.problems = root.problems
        self.columns = columns
        self.schedule: Schedule | None = None
        self.nulls: Nulls = {}
        self.asked: Sequence[str] = ()
        self.groups: Read = ()

    def scenario(
        self,
        inputs: Inputs,
        settings: tuple[str, ...],
        price_year: int | None,
        wanted: Money | None,
        asked: tuple[str, str],
    ) -> Scenario | None:
        read, payers, sources = self.arms(self.asked), self.payers(), read_sources(self.root)
        stated = parse_money(self.sections["money"]) if "money" in self.sections else None
        stated_order: str | None = self.sections.get("conversion")
        way = self.way(wanted or stated, *asked)
        years = PriceYears(self.root, self.prices)
        money = years.restated(stated, price_year, wanted, way)
        if read is None:
            return None
        arms = read.every
        reader = Reader(sources, money, way, self.problems, self.columns, years.mend)
        by_arm = ArmReader(reader, arms, read.left_out)
        scope = read_scope(self.root, by_arm, payers)
        horizon, model = scope.horizon, scope.model
        tree = TreeReader(by_arm, payers, scope)
        if "cost" in self.sections:
            tree.costs(self.root["cost"])
            tree.finish()
            need_start(self.root, tree.dated)
        if (outcomes := self.root.part("outcome")) is not None:
            tree.outcomes(outcomes)
        self.horizon(tree)
        paths = (*tree.groups, *(category.path for category in tree.categories))
        accounts = read_accounts(self.root, payers, paths, reader)
        rates = self.root.part("discount")
        discount = None if rates is None else read_discount(rates, self.schedule)
        home = way and way.at_home()
        targets_reader = Reader(sources, stated, home, self.problems, mend=years.mend)
        targets = read_targets(self.root, arms, tree, targets_reader)
        transfer = self.transfer(tree, reader, arms)
        more = (each.numbers for each in (model, transfer) if each is not None)
        numbers = once((*tree.numbers(), *(number for own in more for number in own)))
        if model is not None:
            check_reach(self.root, self.files, model, numbers, tree.read_outcomes)
        links = LinkReader(self.root, numbers, reader)
        correlations, groups, analyses = links.correlations(), links.groups(), links.analyses()
        calibration = read_calibration(
            self.root.part("calibrate"),
            known(arms, tree, links.quantities, scope.shared, model, is_whole=links.is_whole),
            reader,
        )
        if horizon is not None:
            refuse_unknown(self.root, horizon, discount, (*tree.categories, *tree.read_outcomes))
        horizon_months = horizon.months if horizon and horizon.is_known else None
        paths_of_outcomes = [outcome.path for outcome in tree.read_outcomes]
        study = read_study(self.root, arms, paths_of_outcomes, horizon_months)
        is_whole = not self.problems.errors()
        around = Around(
            *(arms, payers, tree.groups, tuple(tree.categories), tuple(tree.read_outcomes)),
            *(study, money, self.prices, horizon_months, is_whole),
        )
        rollout = read_rollout(self.root.part(ROLLOUT), reader, around)
        spread = read_spread(self.root.part(SPREAD), reader, around)
        plan = read_data_plan(self.root.part(DATA), reader, around, read.left_out)
        self.groups = read_groups(self.root, reader)
        years.refuse_unpriced(money, [*reader.later, *targets_reader.later])
        if stated is None or money is None or horizon is None or self.prices is None:
            return None
        if payers is None or sources is None or discount is None:
            return None
        if any(problem.is_error for problem in self.problems):
            return None
        behind = rollout.stated if rollout is not None else ()
        behind += spread.numbers if spread is not None else ()
        behind += tuple(each.share for each, _ in self.groups if each.share is not None)
        doubt_sources(self.root, (*numbers, *accounts.factors, *behind))
        doubt_unused(self.root, reader, scope, tree.ladders)
        title = self.sections["title"]
        changes = tuple(stated_setting(setting) for setting in settings)
        taken = tuple(f"arm.{arm}={NULL}" for arm in read.left_out if arm not in self.nulls)
        whole = Scenario(
            name=self.name,
            file=self.file,
            title=label_of(title, self.name),
            note=text_of(self.sections.get("note")),
            money=money,
            stated_money=stated,
            order=stated_order or "",
            months=horizon.months,
            perspective=accounts.perspective,
            discount=discount,
            arms=arms,
            payers=payers,
            sources=sources,
            groups=tree.groups,
            categories=tuple(tree.categories),
            outcomes=tuple(tree.read_outcomes),
            targets=targets,
            prices=self.prices,
            inputs=digests(inputs.noted),
            settings=(*changes, *taken),
            typed=(*changes, *(in_words(self.asked) if taken else ())),
            warnings=tuple(self.problems),
            places={
                **self.root.mapping.keys,
                "horizon.months": horizon.span,
                **{".".join(parts): placed(self.root.node, *parts) for parts in PLACES},
            },
            correlations=correlations,
            quantity_groups=groups,
            analyses=analyses,
            calibration=calibration,
            model=model,
            observed=horizon.observed,
            shared=scope.shared,
            perspectives=accounts.perspectives,
            welfare=accounts.welfare,
            called=text_of(self.sections.get("name")),
            population=population_of(self.root),
            people=self.sections.get("people"),
            later_prices=later_prices(self.root, self.prices, (*numbers, *behind)),
            reporting=read_reporting(self.root),
            country=self.sections.get("country") or "",
            study=study,
            is_horizon_known=horizon.is_known,
            transfer=transfer,
            rollout=rollout,
            starts=self.sections.get("starts"),
            spread=spread,
            data=plan,
        )
        whole = in_calendar(without(whole, read.left_out))
        check_transfer(self.root.part(SECTION), whole)
        return whole

    def transfer(
        self, tree: TreeReader, reader: Reader, arms: Mapping[str, Arm]
    ) -> Transfer | None:
        """What of the effect carries over, or None."""
        reference = next((arm.name for arm in arms.values() if arm.reference), "")
        has_model, is_whole = tree.scope.has_model, not self.problems.errors()
        held = Held(tree, tree.scope.model, has_model, reference, is_whole)
        return read_transfer(self.root.part(SECTION), reader, held)

    def way(self, money: Money | None, order: str, country: str) -> Way | None:
        """How amounts become `money`, of a `country` where they are to go to one."""
        if self.prices is None:
            return None
        stated = self.sections.get("conversion")
        own = self.sections.get("country") or ""
        return read_way(
            self.root,
            (order if country else "") or stated or order or None,
            self.prices,
            own,
            money,
            country,
        )

    def arms(self, asked: Sequence[str]) -> Arms | None:
        """The arms, or None if the section is unusable; those `asked` for alone, where any are."""
        at: Checked[dict[str, ArmKeys]] | None = self.root.part("arm")
        if at is None or _reserved(at, RESERVED):
            return None
        return read_arms(at, self.root.mapping, self.nulls, asked)

    def payers(self) -> dict[str, Payer] | None:
        """The payers by name, or None if the section is unusable."""
        at: Checked[dict[str, PayerKeys]] | None = self.root.part("payer")
        if at is None:
            return None
        _reserved(at, BUILT_IN)
        for payer in at.parts():
            known = tuple(name for name in at.keys if name != payer.name)
            for part in payer.parts_of("of"):
                if part.keys not in known:
                    fix = (
                        nearest(part.keys, known)
                        if known
                        else Message("take {key} out", key=part.keys)
                    )
                    part.refuse("E204", Message("unknown payer {name}", name=part.keys), fix)
        return payers_of(at.keys)

    def horizon(self, tree: TreeReader) -> None:
        """Refuses a horizon other than the one for which inherited amounts were stated."""
        if self.other_horizon is None:
            return
        holders: list[Category | Outcome] = [*tree.categories, *tree.read_outcomes]
        inherited = [
            holder.path
            for holder in holders
            if not holder.timing.monthly
            and holder.timing.profile != "months"
            and holder.span.file != self.other_horizon.file
            and not (isinstance(holder, Outcome) and holder.course)
        ]
        if inherited:
            message = Message(
                "amounts over the horizon were stated for another horizon: {inherited}",
                inherited=", ".join(inherited),
            )
            fix = Message(
                "write {stated_horizon}; or restate each of them here (or per month: "
                "/person/month)",
                stated_horizon=self.stated_horizon,
            )
            if self.other_horizon.file == "--set":
                fix = Message(
                    "restate each of them in a file that extends this one, with its horizon "
                    "(or per month: /person/month)"
                )
            self.problems.refuse(self.other_horizon, "E221", "horizon.months", message, fix)


def _reserved(at: Cursor, words: Sequence[str]) -> bool:
    """Refuses names that already mean something else; True if there are any."""
    amiss = [at[word] for word in words if word in at]
    for name in amiss:
        message = Message(
            "expected a name of its own, found '{name}', a word of the format", name=name.name
        )
        name.refuse_key(
            "E106",
            message,
            Message("write for example {name}_{at_name}", name=name.name, at_name=at.name),
        )
    return bool(amiss)
