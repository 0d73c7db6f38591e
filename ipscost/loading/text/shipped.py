"""The scenarios shipped with ipscost: where they are in a checkout and in an installed wheel."""

from __future__ import annotations

import json
from pathlib import Path

from ipscost.errors import STDIN, Problem, ScenarioError, Span, closest, nearest
from ipscost.messages import Message
from ipscost.texts import harmless
from ipscost.words.locale import ENGLISH

_PACKAGE = Path(__file__).parents[2]
_INSIDE = _PACKAGE / "scenarios"
EVIDENCE = "evidence"
"""The folder of published evaluations from elsewhere."""
SHIPPED = _INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "scenarios"


def names() -> tuple[str, ...]:
    """The names of the shipped scenarios: those of `models`, then those of `evidence`."""
    return (*models(), *evidence())


def models() -> tuple[str, ...]:
    """The names of the scenarios that ipscost is about."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


def evidence() -> tuple[str, ...]:
    """The names of the published evaluations from elsewhere: `evidence/vip-star`."""
    return tuple(sorted(f"{EVIDENCE}/{path.stem}" for path in (SHIPPED / EVIDENCE).glob("*.yaml")))


def full_name(given: str) -> str:
    """The shipped scenario that is meant by its name, or by that without its folder; else empty.

    >>> full_name("vip-star.yaml"), full_name("inklusion-ips"), full_name("other")
    ('evidence/vip-star', 'inklusion-ips', '')
    """
    name = given.removesuffix(".yaml")
    known = (name, f"{EVIDENCE}/{name}")
    return next((each for each in known if each in names()), "")


def price_file(*currencies: str) -> str:
    """The file of consumer prices in one currency, or of the rate of a second one in the first.

    Its name as `prices:` of a scenario names it; empty where none comes with ipscost.
    """
    name = f"countries/consumer_prices_{currencies[0]}"
    if len(currencies) > 1:
        name = f"yearly_means/exchange_{currencies[0]}_per_{currencies[1]}"
    found = Path("prices", f"{name}.yaml")
    return found.as_posix() if (SHIPPED / found).is_file() else ""


TABLES = (".csv", ".tsv")
"""How the names of tables end; a workbook is told by its first bytes."""


def find(given: str) -> tuple[Path, str]:
    """The file meant by `given` (a path, or the name of a shipped scenario), and how to show it.

    `-` means the standard input. Raises ScenarioError E001 if there is neither, and E103 for a
    table: what is wrong with a scenario is told with its lines, and a table may be one of persons.
    """
    if given == "-":
        return Path(STDIN), STDIN
    path = Path(given)
    name = path.name.removesuffix(".yaml")
    try:
        exists = path.exists()
    except (OSError, ValueError):
        exists = True  # reading it will report what is wrong
    if exists and path.suffix.lower() in TABLES:
        message = Message("expected a scenario, found a table")
        fix = Message("name a .yaml file; ipscost analyse TABLE --model MODEL.yaml reads a table")
        raise ScenarioError([Problem(Span(given), "E103", "", message, fix)])
    if exists:
        return path, given
    of_name = full_name(name)
    if of_name and given.removesuffix(".yaml") in (name, of_name):
        return SHIPPED / f"{of_name}.yaml", f"{of_name}.yaml"
    if path.with_name(f"{path.name}.yaml").exists():
        fix = Message("write {given}.yaml", given=given)
    elif of_name:
        fix = Message("write the shipped scenario's name alone: {name}", name=of_name)
    else:
        short = [each.removeprefix(f"{EVIDENCE}/") for each in evidence()]
        is_evidence = closest(name, models()) is None and closest(name, short) is not None
        fix = Message(
            "check the path, or {nearest} (a scenario that comes with ipscost)",
            nearest=nearest(name, short if is_evidence else models()),
        )
    raise ScenarioError([Problem(Span(given), "E001", "", Message("no such file"), fix)])


def template(name: str, language: str = ENGLISH) -> str:
    """The commented scenario that `ipscost new` starts from, titled `name`, in a language.

    In English where the language has none of its own.
    """
    own = _PACKAGE / "words" / language / "template.yaml"
    file = own if own.is_file() else _PACKAGE / "template.yaml"
    text = file.read_text(encoding="utf-8")
    return text.replace('"TITLE"', json.dumps(harmless(name), ensure_ascii=False))
