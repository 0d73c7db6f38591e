"""What is installed: types, and every package that is needed, pinned."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata, resources
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import ipscost

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def normal(name: str) -> str:
    """The name of a package as an index has it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """The version of each package in constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    return {normal(name): version for name, _, version in (line.partition("==") for line in lines)}


def needed(requirements: list[str], extras: frozenset[str] = frozenset()) -> Iterator[Requirement]:
    """The requirements that hold here, with those of `extras`."""
    for text in requirements:
        found = Requirement(text)
        where = [{"extra": extra} for extra in ("", *extras)]
        if found.marker is None or any(found.marker.evaluate(each) for each in where):
            yield found


def installed() -> set[str]:
    """Every package that `.[dev]` needs, and that these need in turn."""
    own = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    found, left = set[tuple[str, frozenset[str]]](), list(needed(own))
    while left:
        requirement = left.pop()
        key = normal(requirement.name), frozenset(requirement.extras)
        if key not in found:
            found.add(key)
            left += needed(metadata.requires(requirement.name) or [], key[1])
    return {name for name, _ in found}


def test_every_package_that_is_needed_is_pinned() -> None:
    assert installed() <= set(pins())


def test_every_pin_is_within_what_the_project_asks_for() -> None:
    extras = PROJECT["optional-dependencies"].values()
    for requirement in map(Requirement, chain(PROJECT["dependencies"], *extras)):
        assert pins()[normal(requirement.name)] in requirement.specifier, requirement


def test_types_are_marked_as_claimed() -> None:
    assert "Typing :: Typed" in PROJECT["classifiers"]
    assert resources.files("ipscost").joinpath("py.typed").is_file()


@pytest.mark.parametrize("name", ipscost.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(ipscost, name).__name__ == name
