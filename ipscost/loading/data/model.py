"""A scenario with a section `data`, to a DataModel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ipscost.errors import Problem, ScenarioError, Span
from ipscost.loading.build import build
from ipscost.loading.reading import read
from ipscost.loading.text import shipped, yamldoc
from ipscost.loading.text.inputs import Shelf
from ipscost.loading.text.variants import apply_settings
from ipscost.messages import Message
from ipscost.scenario.data_model import DataModel
from ipscost.scenario.data_plan import SECTION


def read_model(
    file: str | Path,
    settings: Sequence[str] = (),
    *,
    price_year: int | None = None,
    strict: bool = False,
    shelf: Shelf | None = None,
) -> DataModel:
    """The model file at `file`: a scenario, and which columns of individual data fill it.

    settings, price_year, strict: as those of `load`. shelf: where files are that were read.

    Raises ScenarioError with every problem of the file, and where it has no section `data`.
    """
    reading = read(file, shelf)
    scenario = build(reading, settings, price_year=price_year, strict=strict)
    if scenario.data is None:
        message = Message("expected the section data, which says what the columns hold")
        fix = Message(
            "add data: {{arm: {{column: ..., {arms}}}, assigned: ..., cost: ..., outcome: ...}}",
            arms=", ".join(f"{arm}: ..." for arm in scenario.arms),
        )
        raise ScenarioError([Problem(Span(reading.shown), "E102", SECTION, message, fix)])
    changes = [each for each in settings if not each.startswith("--")]
    whole = yamldoc.plain(apply_settings(reading.tree, changes).root)
    node = {key: value for key, value in whole.items() if key != SECTION}
    return DataModel(scenario, scenario.data, node, str(file), whole[SECTION])


def with_text(model: DataModel, text: str) -> DataModel:
    """The model as if its file had this text, with every change that was asked for in it.

    Raises ScenarioError where the text is no such file.
    """
    shelf = Shelf()
    path, _ = shipped.find(model.file)
    shelf.put(path, text)
    return read_model(model.file, shelf=shelf)
