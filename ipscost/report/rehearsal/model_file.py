"""The model file beside made-up data: what the arms, payers, costs and outcomes are, and where.

It holds no amount: whoever reads the data with it finds what is in the data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ipscost.analysis.rehearsal.trial import BASELINE, BEFORE, GROUP, SyntheticTrial
from ipscost.directions import HIGHER
from ipscost.report.as_yaml import Braced, Inline, InlineRow, Tree, in_each_language, lines
from ipscost.report.rehearsal.told import told
from ipscost.scenario.nouns import Category, Outcome, Quantity, Scenario
from ipscost.scenario.paths import is_within
from ipscost.scenario.quantity import Label
from ipscost.scenario.spread import COST, OUTCOME
from ipscost.units import Unit
from ipscost.words.text import Text, say, sentences


def model_file(made: SyntheticTrial, decimal: str = ".") -> str:
    """The text of the model file. decimal: the decimal mark of the data."""
    scenario = made.persons.scenario
    present = say("trial_present")
    tree: Tree = {
        "ipscost": 1,
        "title": in_each_language(say("trial_title", title=scenario.title)),
        "name": in_each_language(say("trial_name")),
        "note": in_each_language(sentences(*told(made))),
        "population": in_each_language(say("trial_population")),
        "money": str(scenario.money),
        "horizon": _horizon(scenario),
        "perspective": scenario.perspective,
        "discount": {"cost": 0, "outcome": 0, "note": in_each_language(present)},
        "arm": {
            name: {
                "label": _label(arm.label),
                "reference": True if arm.reference else None,
                "note": _label(arm.note),
            }
            for name, arm in scenario.arms.items()
        },
        "payer": {
            name: {
                "label": _label(payer.label),
                "of": InlineRow(payer.of) if payer.of else None,
                "public": True if payer.public else None,
                "health": True if payer.health else None,
            }
            for name, payer in scenario.payers.items()
        },
        **_perspectives(made),
        "cost": _costs(made),
        "outcome": {
            each.path.removeprefix(f"{OUTCOME}."): _outcome(scenario, each)
            for each in scenario.outcomes
            if each.path in made.persons.paths
        },
        "data": _data(made, decimal),
    }
    head = "".join(f"# {comment}\n" for comment in in_each_language(say("trial_comment")).values())
    return f"{head}\n" + "\n".join(lines(_without_nothing(tree))) + "\n"


def _without_nothing(tree: Mapping[str, Any]) -> Tree:
    """The tree without what is not stated: None, and sections that hold nothing."""
    kept: Tree = {}
    for key, value in tree.items():
        if type(value) is dict:
            value = _without_nothing(value)
        if value is not None and value != {}:
            kept[key] = value
    return kept


def _label(text: Text | None) -> Inline | None:
    """A text in each language, with its forms within a sentence."""
    if text is None:
        return None
    found = in_each_language(text)
    if isinstance(text, Label):
        found.update({f"{language}_definite": form for language, form in text.definites})
    return found


def _horizon(scenario: Scenario) -> Any:
    months = scenario.stated_months
    return "unknown" if months is None else Braced({"months": months})


def _perspectives(made: SyntheticTrial) -> Tree:
    """The perspectives that the scenario declares, and the factors of welfare economics."""
    scenario = made.persons.scenario
    found: Tree = {}
    for name, each in scenario.perspectives.items():
        paths = [p for p in each.paths if any(is_within(q, p) for q in made.persons.paths)]
        if each.paths and not paths:
            continue
        found[name] = {
            "label": _label(each.label),
            "payers": InlineRow(each.payers) if each.payers else None,
            "kinds": InlineRow(each.kinds) if each.kinds else None,
            "cost": InlineRow(paths) if paths else None,
        }
    welfare = scenario.welfare
    factors = {}
    if welfare is not None:
        factors = {
            "net_tax_factor": _number(scenario, welfare.net_tax_factor),
            "tax_distortion": _number(scenario, welfare.tax_distortion),
        }
    return {"perspectives": found, "welfare": factors}


def _number(scenario: Scenario, quantity: Quantity) -> Tree:
    """A number that is no amount of a person, in the money of the scenario."""
    unit = quantity.unit if quantity.unit.money is None else Unit(scenario.money, quantity.unit.per)
    return {
        "mean": float(scenario.base(quantity)),
        "unit": str(unit),
        "assumption": in_each_language(say("trial_as_stated")),
    }


# --- costs and outcomes ------------------------------------------------------------------------


def _costs(made: SyntheticTrial) -> Tree:
    """The categories that are in the data, in their groups."""
    scenario, tree = made.persons.scenario, Tree()
    for category in scenario.categories:
        if category.path not in made.persons.paths:
            continue
        here, path = tree, COST
        *groups, last = category.path.split(".")[1:]
        for name in groups:
            path = f"{path}.{name}"
            group = scenario.groups.get(path)
            here = here.setdefault(name, {"label": _label(group.label) if group else None})
        here[last] = _category(category, f"{scenario.money}/person")
    return tree


def _category(category: Category, unit: str) -> Tree:
    return {
        "label": _label(category.label),
        "kind": category.kind,
        "payer": _shares(category.payers),
        "receiver": _shares(category.receivers),
        "unit": unit,
    }


def _shares(shares: Mapping[str, float]) -> Any:
    """One payer by name, or the share of each."""
    if not shares:
        return None
    if len(shares) == 1 and next(iter(shares.values())) == 1:
        return next(iter(shares))
    return Braced({name: float(share) for name, share in shares.items()})


def _outcome(scenario: Scenario, outcome: Outcome) -> Tree:
    is_stated = outcome.is_better_known or outcome.better != HIGHER
    return {
        "label": _label(outcome.label),
        "unit": str(outcome.unit),
        "relative": None if outcome.relative else False,
        "better": outcome.better if is_stated else None,
        "threshold": None if outcome.threshold is None else _number(scenario, outcome.threshold),
    }


# --- where they stand in the data --------------------------------------------------------------


def _data(made: SyntheticTrial, decimal: str) -> Tree:
    persons, names = made.persons, made.names
    parts: dict[str, Tree] = {COST: {}, OUTCOME: {}}
    for path in persons.paths:
        part, short = path.split(".", 1)
        key = "columns" if part == COST else "column"
        parts[part][short] = names[path]
        if path in persons.told_before:
            parts[part][short] = Braced({key: names[path], "baseline": f"{BEFORE}{names[path]}"})
    return {
        "person": "person",
        "arm": "arm",
        "assigned": "random",
        "site": "site" if persons.design.sites else None,
        "baseline": InlineRow(BASELINE if persons.group is None else (*BASELINE, GROUP)),
        **parts,
        "followed": None if made.followed is None else Braced({"months": "followed"}),
        "decimal": None if decimal == "." else decimal,
    }
