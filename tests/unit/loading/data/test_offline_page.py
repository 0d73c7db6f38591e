"""The page on machines without a network gives commands that pip understands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from test_persons_table import DATA

ROOT = Path(__file__).parents[4]
PAGE = (ROOT / "docs" / "offline.md").read_text(encoding="utf-8")


def commands(mark: str) -> list[list[str]]:
    """The command lines below a mark of the page, as a shell parts them."""
    block = PAGE.split(f"<!-- {mark} -->\n```sh\n")[1].split("```")[0]
    return [shlex.split(line) for line in block.splitlines()]


def of_pip(mark: str) -> list[list[str]]:
    """What pip is asked for below a mark."""
    return [line[line.index("pip") + 1 :] for line in commands(mark) if "pip" in line]


@pytest.mark.parametrize("mark", ["collect", "install", "other", "upgrade"])
def test_pip_understands_what_the_page_asks_of_it(mark: str) -> None:
    create = pytest.importorskip("pip._internal.commands").create_command
    asked = of_pip(mark)
    assert asked
    for name, *rest in asked:
        options, given = create(name).parser.parse_args(rest)
        assert given[0] in (".", "ipscost", "wheels/ipscost-*.whl")
        assert "wheels" in (*(options.find_links or ()), *vars(options).values())
        if mark in ("install", "upgrade"):
            assert options.no_index


def test_what_is_collected_is_there_and_is_this_package() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in re.findall(r"--constraint (\S+)", PAGE):
        assert (ROOT / name).is_file()
    extras = re.search(r"'\.\[([a-z,]+)\]'", PAGE)
    assert extras is not None
    assert all(re.search(rf"^{each} = ", text, re.MULTILINE) for each in extras[1].split(","))
    assert '\nname = "ipscost"\n' in text
    assert commands("install")[-1] == ["ipscost-env/bin/ipscost", "simulate", "inklusion-ips"]


def test_the_page_on_the_format_shows_the_section_that_the_tests_read() -> None:
    page = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
    assert page.split("<!-- data -->\n```yaml\n")[1].split("```")[0] == f"data:\n{DATA}"
