"""The page on Python is a notebook: its cells run in turn, and show what stands below them."""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "python.md"
CELL = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<shown>.*?)```", re.DOTALL)
REWRITE = bool(os.environ.get("IPSCOST_REWRITE"))


def shown_by(code: str, names: dict[str, Any]) -> str:
    """What a cell of a notebook shows: all that it prints, then the value of its last line."""
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(tree, PAGE.name, "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), PAGE.name, "eval"), names)  # type: ignore[attr-defined]
            if value is not None:
                told.write(f"{value!r}\n")
    return "\n".join(line.rstrip() for line in told.getvalue().rstrip().split("\n")) + "\n"


def test_the_page_on_python_shows_what_its_cells_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PAGE.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}

    def run(cell: re.Match[str]) -> str:
        code = cell["code"]
        return f"```python\n{code}```\n\n```text\n{shown_by(code, names)}```"

    now = CELL.sub(run, text)
    assert len(CELL.findall(text)) == text.count("```python") > 10
    if REWRITE:
        PAGE.write_text(now, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == now


def test_the_page_on_python_names_every_analysis() -> None:
    import ipscost

    text = PAGE.read_text(encoding="utf-8")
    usual = ("Ledger", "Report", "Run", "Scenario", "Table", "frame")
    for name in set(ipscost.__all__) - {*usual, "Answer"}:
        assert re.search(rf"\b{name}\b", text.split("## An answer")[1]), name
