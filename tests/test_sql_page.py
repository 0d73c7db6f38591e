"""The page for users of R and SQL: its commands run, and its queries name columns that there are.

Where DuckDB is installed the queries run as well and show what stands below them; where Rscript
is, the first block of R runs.
"""

from __future__ import annotations

import csv
import os
import re
import shlex
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet
import pytest
from tabulate import tabulate

from ipscost.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "r-and-sql.md"
REWRITE = bool(os.environ.get("IPSCOST_REWRITE"))
QUERY = re.compile(r"```sql\n(?P<code>.*?)```\n\n```text\n(?P<shown>.*?)```", re.DOTALL)
TEXT = PAGE.read_text(encoding="utf-8")
NAMED = re.compile(r"'([\w/.]+\.(?:csv|parquet))'|\"([\w/.]+\.csv)\"")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the commands of the page make."""
    folder = tmp_path_factory.mktemp("page")
    commands = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)[0].splitlines()
    before = Path.cwd()
    os.chdir(folder)
    try:
        for command in commands:
            program, *arguments = shlex.split(command)
            assert program == "ipscost"
            assert main(arguments) == 0
    finally:
        os.chdir(before)
    return folder


def columns_of(file: Path) -> list[str]:
    if file.suffix == ".parquet":
        return list(pyarrow.parquet.read_schema(file).names)
    with file.open(encoding="utf-8", newline="") as lines:
        return next(csv.reader(lines))


def named_in(code: str) -> tuple[set[str], set[str]]:
    """The files that a block reads, and the names in it that can only be of columns.

    In SQL, key words are upper case; in R, columns stand behind `$` or in a comparison.
    """
    files = {one or other for one, other in NAMED.findall(code)}
    quoted = set(re.findall(r'"([\w.]+)" AS', code))
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", " ", code)
    behind = set(re.findall(r"\$([\w.]+)|\b([a-z]\w*) ==", bare))
    names = {one or other for one, other in behind}
    if "SELECT" in code:
        own = set(re.findall(r"AS ([a-z]\w*)", bare))
        names = {*re.findall(r"\b[a-z]\w*\b(?!\()", bare)} - own | quoted
    return files, names


def test_the_page_names_files_and_columns_that_there_are(files: Path) -> None:
    blocks = re.findall(r"```(?:sql|r)\n(.*?)```", TEXT, re.DOTALL)
    assert len(blocks) == 5
    for code in blocks:
        read, names = named_in(code)
        assert read
        assert len(names) > 2
        known = {column for file in read for column in columns_of(files / file)}
        assert names <= known, names - known


def test_values_that_the_page_asks_for_are_in_the_files(files: Path) -> None:
    for name in ("saving.csv", "runs/summary.csv"):
        with (files / name).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert {"saving"} <= {row["measure"] for row in rows}
        assert {"leaf", "total"} & {row["level"] for row in rows}
        assert "cost" in {row["path"] for row in rows}


@pytest.mark.skipif(find_spec("duckdb") is None, reason="DuckDB is not installed")
def test_the_queries_of_the_page_show_what_stands_below_them(files: Path) -> None:
    import duckdb

    before = Path.cwd()
    os.chdir(files)
    try:

        def run(query: re.Match[str]) -> str:
            found = duckdb.sql(query["code"])
            shown = tabulate(found.fetchall(), found.columns, floatfmt=",.10g", missingval="-")
            lines = "\n".join(line.rstrip() for line in shown.split("\n"))
            return f"```sql\n{query['code']}```\n\n```text\n{lines}\n```"

        now = QUERY.sub(run, TEXT)
    finally:
        os.chdir(before)
    if REWRITE:
        PAGE.write_text(now, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == now


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_the_first_block_of_r_runs(files: Path) -> None:
    code = re.findall(r"```r\n(.*?)```", TEXT, re.DOTALL)[0]
    done = subprocess.run(
        ["Rscript", "-e", code], cwd=files, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "28147" in done.stdout.replace(",", "")
