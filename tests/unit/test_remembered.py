"""What is found out about a thing is found out once: about a node, a scenario."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import builders
import pytest

import ipscost
from ipscost import known
from ipscost.errors import ScenarioError
from ipscost.loading import Reading, build, read
from ipscost.loading.keys.schema import CostKeys
from ipscost.loading.text import findings, yamldoc
from ipscost.remembered import by_identity


def node(text: str = "a: 1") -> yamldoc.Mapping:
    parsed = yamldoc.parse(text, "study.yaml")
    assert isinstance(parsed, yamldoc.Mapping)
    return parsed


def reading(folder: Path) -> Reading:
    file = folder / "study.yaml"
    file.write_text(builders.text(builders.CARE + builders.HOSPITAL), encoding="utf-8")
    return read(file)


def test_a_function_is_called_once_for_each_node_and_argument() -> None:
    calls = []

    @by_identity(10)
    def counted(node: yamldoc.Node, factor: int) -> int:
        calls.append(factor)
        return factor * len(calls)

    one = node()
    other = replace(one)
    assert one == other
    assert [counted(one, 2), counted(one, 2), counted(one, 3), counted(other, 2)] == [2, 2, 6, 6]
    assert calls == [2, 3, 2]


def test_what_is_raised_is_not_remembered() -> None:
    calls = []

    @by_identity(10)
    def refused(node: yamldoc.Node) -> None:
        calls.append(node)
        raise ValueError("amiss")

    one = node()
    for _ in range(2):
        with pytest.raises(ValueError, match="amiss"):
            refused(one)
    assert calls == [one, one]


def test_a_variant_is_checked_where_it_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = reading(tmp_path)
    checked = []
    plain = yamldoc.plain

    def counted(node: yamldoc.Node) -> object:
        checked.append(node)
        return plain(node)

    def count(*settings: str) -> int:
        before = len(checked)
        build(study, settings)
        return len(checked) - before

    monkeypatch.setattr(yamldoc, "plain", counted)
    whole = count()
    assert count() == 0
    assert 0 < count("cost.care.ips.difference=-200") < whole / 2


def test_a_mistake_is_found_each_time_it_is_read(tmp_path: Path) -> None:
    study = reading(tmp_path)
    found = []
    for _ in range(2):
        with pytest.raises(ScenarioError) as error:
            build(study, ["cost.care.kind=cheap"])
        found.append([problem.render() for problem in error.value.problems])
    assert found[0] == found[1]
    assert found[0]


def test_a_mapping_of_the_keys_of_a_kind_is_the_same_each_time() -> None:
    whole = node("kind: programme\npayer: state\nips: 1")
    own = findings.only(whole, CostKeys)
    assert list(own) == ["kind", "payer"]
    assert findings.only(whole, CostKeys) is own


def test_what_is_the_same_in_all_blocks_of_a_run_is_found_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    level = known.level

    def counted(*args: Any) -> bool:
        asked.append(args)
        return level(*args)

    monkeypatch.setattr(known, "level", counted)
    monkeypatch.setattr("ipscost.run.BLOCK", 20)
    scenario = builders.load(builders.text(builders.CARE))
    ipscost.simulate(scenario, ipscost.Settings(draws=100))
    assert len(asked) == len(scenario.arms) * len(scenario.categories)
