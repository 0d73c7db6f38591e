"""What was published of a rollout: the accounts' value for a result, and prices of a person."""

from __future__ import annotations

import re

import numpy as np

from ipscost.analysis.budget.accounts import Budget
from ipscost.analysis.budget.books import CONSTANT, NOMINAL
from ipscost.scenario.nouns import Scenario, Target
from ipscost.scenario.rollout import GRANT, POSTS, SECTION, PublishedPrice

DIGITS = 6
"""Amounts are rounded to so many decimals, so that no error of a sum is told as a difference."""


def rolled_out(budget: Budget, target: Target) -> float | None:
    """The base case for a target, in its unit; None where the accounts have none.

    Money without a year is as it is paid (nominal), money of a year in constant prices; `/person`
    is per person who is planned to start. Posts are the mean over the months in which there are
    any, or over the months of the year.
    """
    if target.year is not None and target.year not in budget.years:
        return None
    years = slice(None)
    if target.year is not None:
        place = budget.years.index(target.year)
        years = slice(place, place + 1)
    name = target.path.rpartition(".")[2]
    if target.what == POSTS:
        assert budget.rollout.staff is not None
        role = [each.name for each in budget.rollout.staff.roles].index(name)
        posts = budget.people_point.posts[role, years, 0]
        return float(posts[posts > 0].mean()) if posts.any() else 0.0
    books = budget.point.get(NOMINAL if _is_as_paid(target) else CONSTANT)
    if books is None:
        return None
    if target.what == GRANT:
        grant = next(each for each in budget.rollout.grants if each.name == name)
        if len(budget.rollout.grants) > 1:  # the books hold what a payer gives in all
            return None
        amount = books.grant[books.payers.index(grant.giver), years, 0]
    elif target.path == SECTION:
        amount = books.programme[:, years, 0]
    else:
        amount = books.lines[books.line_paths.index(target.path), years, 0]
    planned = budget.people_point.planned[years, 0]
    per = float(planned.sum()) if target.unit.endswith("/person") else 1.0
    return round(float(np.sum(amount)) / per / target.factor, DIGITS)


def per_person(price: PublishedPrice) -> float | None:
    """A published price in its own unit, though its price year be unknown; None if it is."""
    gap = price.amount.gap
    if gap is None:
        return price.amount.value
    return float(gap.stated.split()[0]) if gap.stated else None


def unit_rolled_out(scenario: Scenario, target: Target) -> str:
    """The unit of a published result of a rollout."""
    if target.what == POSTS:
        return "post"
    if not _is_as_paid(target):
        return target.unit
    money = scenario.stated_money
    return f"{target.unit}_{target.year or money.year}"


def _is_as_paid(target: Target) -> bool:
    """True where a result is in the money of the years in which it is paid."""
    return re.fullmatch("[A-Z]{3}", target.unit) is not None
