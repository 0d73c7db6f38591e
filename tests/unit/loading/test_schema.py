"""The JSON Schema that editors check a scenario with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import fixes
import jsonschema
import model_texts
import pytest
import yaml

from ipscost.cli import main
from ipscost.loading.keys import json_schema, schema
from ipscost.loading.keys.fields import Keys
from ipscost.loading.text.shipped import template

ROOT = Path(__file__).parents[3]
FILES = [*sorted((ROOT / "scenarios").glob("*.yaml")), *sorted((ROOT / "examples").glob("*.yaml"))]


CHECKER = jsonschema.Draft202012Validator(json_schema.json_schema())


def valid(document: Any) -> bool:
    return bool(CHECKER.is_valid(document))


class Editor(fixes.LOADER):  # type: ignore[misc]
    """Reads YAML as editors do, by its core schema: a date is a text."""


Editor.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in fixes.LOADER.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return yaml.load(text, Loader=Editor)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema.json_schema())


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_scenario_of_the_repository_fits_the_schema(file: Path) -> None:
    CHECKER.validate(read(file.read_text(encoding="utf-8")))


def test_the_published_evaluations_fit_the_schema() -> None:
    files = sorted((ROOT / "scenarios" / "evidence").glob("*.yaml"))
    documents = {file.stem: read(file.read_text(encoding="utf-8")) for file in files}
    assert "vip-star" in documents
    wrong = {name: [*CHECKER.iter_errors(each)] for name, each in documents.items()}
    assert {name: errors for name, errors in wrong.items() if errors} == {}


def test_the_template_fits_the_schema() -> None:
    CHECKER.validate(read(template("new")))


def test_a_variant_needs_no_more_than_a_title() -> None:
    assert valid({"ipscost": 1, "title": "Variant", "extends": "base.yaml"})
    assert not valid({"ipscost": 1, "title": "Variant"})
    assert not valid({"ipscost": 1, "extends": "base.yaml"})


@pytest.mark.parametrize(
    "cost",
    [
        "{programme: {ips: {difference: 1500, assumption: dearer}}}",
        "{programme: {consultant: {price: {mean: 45833, assumption: dearer}}}}",
        "{programme: {consultant: {use: {ips: {mean: 1.2, se: 0.1, assumption: more}}}}}",
        "{programme: {payer: region}}",
    ],
)
def test_a_variant_may_state_a_part_of_a_category(cost: str) -> None:
    assert valid(read(f"{{ipscost: 1, title: Variant, extends: base.yaml, cost: {cost}}}"))


@pytest.mark.parametrize(
    "cost", ["{programme: {ips: {diference: 1500}}}", "{programme: {payer: region, kind: cheap}}"]
)
def test_a_mistake_in_a_variant_is_refused_by_the_schema(cost: str) -> None:
    assert not valid(read(f"{{ipscost: 1, title: Variant, extends: base.yaml, cost: {cost}}}"))


def test_a_category_of_a_whole_scenario_needs_its_kind_and_payer() -> None:
    text = template("new")
    for line in ("    kind: programme", "    payer: municipality"):
        assert line in text
        assert not valid(read(text.replace(line, "    note: nothing", 1)))


def test_the_committed_schema_is_the_one_that_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["schema"]) == 0
    committed = (ROOT / "scenarios" / "schema.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == committed


def test_the_schema_is_written_to_a_file(tmp_path: Path) -> None:
    assert main(["schema", "--out", str(tmp_path / "it.json")]) == 0
    written = json.loads((tmp_path / "it.json").read_text(encoding="utf-8"))
    assert written == json_schema.json_schema()


MODELS = [
    kind
    for kind in [*vars(schema).values()]
    if isinstance(kind, type) and issubclass(kind, Keys) and kind is not Keys
]


@pytest.mark.parametrize("model", MODELS, ids=[model.__name__ for model in MODELS])
def test_every_key_has_a_line_of_help(model: type[Keys]) -> None:
    assert [name for name, key in model.model_fields.items() if not key.description] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("perspective:", "perspectiv:"),
        ("kind: programme", "kinds: programme"),
        ("kind: programme", "kind: programmes"),
        ("reference: true", "referense: true"),
        ("{mean: 35000, se: 4000}", "{mean: 35000, sd: 4000}"),
        ("{mean: 35000, se: 4000}", "{mean: thirty, se: 4000}"),
        ("{ratio: 0.8,", "{rate: 0.8,"),
        ("ipscost: 1 ", "ipscost: 2 "),
    ],
)
def test_a_mistake_is_refused_by_the_schema(old: str, new: str) -> None:
    text = template("new")
    assert text.count(old) == 1
    assert not valid(read(text.replace(old, new)))


# --- models of states ------------------------------------------------------------------------


def with_model(old: str = "", new: str = "") -> Any:
    """A scenario with a model, with one thing in it replaced."""
    outcome = "qaly: {unit: QALY/person/year, source: study 1, in: {benefit: {mean: 0.6}}}\n"
    content = model_texts.text(outcome=outcome)
    assert old in content
    return read(content.replace(old, new, 1))


def test_a_model_fits_the_schema() -> None:
    assert valid(with_model())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("counting: half_cycle", "counting: middle"),
        ("  counting: half_cycle\n", ""),
        ("{hazard_ratio: 1.5", "{hazard_rate: 1.5"),
        ("by: 18", "bye: 18"),
        ("benefit: rest", "benefit: rests"),
        ("start: rest", "start: the_rest"),
        ("in: {benefit: {mean: 10000}}", "in: {benefit: {meen: 10000}}"),
        ("{months: 24}", "{months: 24, observd: 18}"),
    ],
)
def test_a_mistake_in_a_model_is_refused_by_the_schema(old: str, new: str) -> None:
    assert not valid(with_model(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("all: {mean: 0.5, se: 0.1}", "mean: [0.5, 0.4]"),
        ("all: {mean: 0.5, se: 0.1}", "mean: {file: rates.csv, column: rate}"),
        ("all: {mean: 0.5, se: 0.1}", "from_1: {all: {mean: 0.5}}, from_7: {mean: 0.4}"),
        ("all: {mean: 0.5, se: 0.1}", "all: {number: rate}"),
        ("start: rest", "start: {usual: {mean: 0.7}, ips: {mean: 0.8}}"),
    ],
)
def test_the_ways_to_state_a_move_fit_the_schema(old: str, new: str) -> None:
    assert valid(with_model(old, new))


@pytest.mark.parametrize(
    "section",
    [
        "model: {counting: end}",
        "model: {transition: {benefit: {job: {ips: {hazard_ratio: 2, assumption: more}}}}}",
        "effect: {then: stops, assumption: nothing lasts}",
        "number: {wage: {mean: 300, unit: DKK_2024/hour, assumption: more}}",
        "cost: {benefits: {in: {benefit: {mean: 9000, assumption: less}}}}",
        "cost: {hospital: {timing: {months: [1, 18], continues: true}}}",
    ],
)
def test_a_variant_may_state_a_part_of_a_model(section: str) -> None:
    assert valid(read(f"{{ipscost: 1, title: Variant, extends: base.yaml, {section}}}"))


def test_what_checks_a_section_is_not_built_before_one_is_read() -> None:
    code = (
        "from ipscost.loading import build; from ipscost.loading.keys.fields import Keys\n"
        "def below(kind): return [kind, *(k for s in kind.__subclasses__() for k in below(s))]\n"
        "print(len(below(Keys)) > 30, *(k for k in below(Keys) if k.__pydantic_complete__))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
