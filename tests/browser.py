"""What tests need of other programs: one Chromium, in which pages are opened, read and printed.

Where a program is missing, its tests are skipped and say what they lack; with IPSCOST_ALL_TESTS, as
continuous integration sets it, they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

import pytest

ALL_TESTS = "IPSCOST_ALL_TESTS"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
"""The rules of axe-core that stand for WCAG 2.1, levels A and AA."""


def lacking(what: str) -> NoReturn:
    """Skips a test that lacks a program or library; fails it where every test must run."""
    message = f"{what} is not installed"
    if os.environ.get(ALL_TESTS):
        pytest.fail(f"{message}, and {ALL_TESTS} asks for every test")
    pytest.skip(message)


@contextmanager
def opened() -> Iterator[Any]:
    """A Chromium without a window: a browser of playwright."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        lacking("chromium")
    if find_spec("playwright") is None:
        lacking("playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@cache
def axe() -> str:
    """The script of axe-core."""
    if find_spec("axe_playwright_python") is None:
        lacking("axe-playwright-python")
    import axe_playwright_python

    folder = Path(str(axe_playwright_python.__file__)).parent
    return (folder / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Any, *, contrast: bool = True) -> list[str]:
    """What axe-core finds against WCAG 2.1 A and AA in an open page, with the first place of each.

    The page is opened with `bypass_csp`, since its own policy allows no script of others. Without
    `contrast` that rule is left out: it takes longest, and colours are alike at every width.
    """
    page.evaluate(axe())
    rules = {"color-contrast": {"enabled": contrast}}
    asked = {"runOnly": {"type": "tag", "values": list(WCAG)}, "rules": rules}
    found = page.evaluate("asked => axe.run(document, asked)", asked)
    assert len(found["passes"]) > 10  # it has looked
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found["violations"]]
