"""What may follow on the command line: commands, options, files, and what stands in a scenario.

A shell asks for it whenever its reader presses Tab, so that it is quick: a scenario is read, but
neither built nor run, and one with mistakes is of as much use as it can be. Nothing is ever said
about an error.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from ipscost.cli import help as helps
from ipscost.cli.app import behind_language
from ipscost.cli.shells import BREAKS, LINE, SHELL, Suggestion, answer, is_quoted, split
from ipscost.texts import harmless
from ipscost.words import LANGUAGES
from ipscost.words.locale import locale, theme

SCENARIOS, TABLES = (".yaml", ".yml"), (".csv",)
"""The endings of the files that an option or an argument takes."""
MOST_ABOUT = 72
"""How long an explanation is at most: a line of a menu."""
ONE_OF = re.compile(r"[a-z0-9_-]+(\|[a-z0-9_-]+)+")
"""The placeholder of an option that takes one of several words."""
TEXTS = ("title", "note", "label", "source", "assumption", "population", "name", "unit")
"""Keys below which there is nothing but text."""
WITH_NUMBERS = ("cost", "outcome", "discount", "number", "model", "ladder")
"""The sections with numbers that can be explained and varied."""
NO_NUMBERS = ("payer", "receiver", "timing", "threshold")
"""Keys in these sections below which other numbers stand."""
PLANNED = ("rollout.starts", "rollout.until", "rollout.intake.months")
"""Dates of a rollout and its length, which are certain."""
NO_NUMBER = ("by", "at", "to")
"""Keys in these sections with a number that is not uncertain."""


def completed(program: Callable[[str], Any]) -> str:
    """The completions that the shell asks for by the environment, as it reads them.

    program: gives the commands, of which only the one named need be ready.
    """
    shell = os.environ[SHELL]
    line = os.environ.get(LINE, "")
    words, quoted = split(line, shell), is_quoted(line, shell)
    *before, word = words[1:] if len(words) > 1 else [""]
    lang = helps.language(before)
    found = [
        Suggestion(harmless(choice.value), _short(harmless(choice.about)))
        for choice in _choices(program, before, word, lang, told=shell != "bash")
        if choice.value.startswith(word)
    ]
    return answer(found, word, shell, os.environ.get(BREAKS, ""), quoted=quoted)


def _short(text: str) -> str:
    """An explanation in a line: its first sentence, cut where it is long."""
    text = re.split(r"\.(?: (?=[A-ZÆØÅ])|$)|; ", text, maxsplit=1)[0]
    return text if len(text) <= MOST_ABOUT else f"{text[: MOST_ABOUT - 3].rstrip()}..."


def _choices(
    program: Callable[[str], Any], before: Sequence[str], word: str, lang: str, *, told: bool
) -> Iterator[Suggestion]:
    """Every way to go on after the words `before`; with explanations if they are `told`."""
    given = behind_language(before)
    if given == ["--lang"]:
        yield from _languages()
        return
    group = program(next(iter(given), ""))
    if not given:
        if word.startswith("--lang="):
            yield from (Suggestion(f"--lang={each.value}", each.about) for each in _languages())
        elif word.startswith("-"):
            yield from _options("", group.params, lang)
        else:
            yield from (
                Suggestion(name, helps.brief(name, lang)) for name in group.list_commands(None)
            )
        return
    if (command := group.commands.get(given[0])) is not None:
        yield from _Typed(command, given[1:], lang, told=told).choices(word)


def _options(command: str, options: Sequence[Any], lang: str) -> Iterator[Suggestion]:
    """Options, and --help."""
    for option in options:
        if option.param_type_name == "option":
            yield Suggestion(option.opts[0], helps.about(command, option, lang))
    yield Suggestion("--help", theme(lang, "help")["option_help"])


def _languages() -> Iterator[Suggestion]:
    return (Suggestion(each, locale(each).name) for each in LANGUAGES)


class _Typed:
    """A command and the words behind it: which options and arguments they are."""

    def __init__(self, command: Any, words: Sequence[str], lang: str, *, told: bool) -> None:
        self.command, self.lang, self.told = command, lang, told
        self.arguments = [each for each in command.params if each.param_type_name == "argument"]
        self.by_name = {name: each for each in command.params for name in each.opts}
        self.given: list[str] = []
        self.open: Any = None
        self.used = set[str]()
        self.is_over = False
        for word in words:
            if self.is_over:
                self.given.append(word)
            elif self.open is not None:
                self.open = None
            elif word == "--":  # arguments alone follow
                self.is_over = True
            elif word.startswith("--") and "=" not in word:
                option = self.by_name.get(word)
                self.used.add(word)
                self.open = option if option is not None and not option.is_flag else None
            elif not word.startswith("--"):
                self.given.append(word)

    def choices(self, word: str) -> Iterator[Suggestion]:
        """Every way to go on with the last word."""
        name, equals, _ = word.partition("=")
        if self.open is not None:
            yield from self.values(self.open, word)
        elif self.is_over:
            yield from self.argument(word)
        elif word.startswith("--") and equals and name in self.by_name:
            option, value = self.by_name[name], word.removeprefix(f"{name}=")
            for each in self.values(option, value):
                yield Suggestion(f"{name}={each.value}", each.about)
        elif word.startswith("-"):
            left = [
                each
                for each in self.command.params
                if each.multiple or not self.used.intersection(each.opts)
            ]
            yield from _options(str(self.command.name), left, self.lang)
        else:
            # a file with a hyphen in front would be taken for an option
            yield from (_no_option(each) for each in self.argument(word))

    def argument(self, word: str) -> Iterator[Suggestion]:
        """What may stand for the argument that comes next."""
        if not self.arguments:
            return
        several = self.arguments[-1].nargs == -1
        place = min(len(self.given), len(self.arguments) - 1) if several else len(self.given)
        if place < len(self.arguments):
            yield from self.values(self.arguments[place], word)

    def values(self, parameter: Any, word: str) -> Iterator[Suggestion]:
        """What may stand for an option or argument."""
        name, shown = helps.bare(parameter), str(parameter.metavar or "")
        if name == "lang":
            yield from _languages()
        elif ONE_OF.fullmatch(shown):
            yield from map(Suggestion, shown.split("|"))
        elif name == "sample":
            yield from map(Suggestion, re.findall("[a-z]+:", shown))
        elif name == "kind":
            from ipscost.report.pictures import PICTURES

            yield from map(Suggestion, PICTURES)
        elif name in ("file", "files", "studies"):
            yield from self.shipped(word)
            yield from _files(word, SCENARIOS)
        elif name == "base":
            yield from map(Suggestion, self.given)
        elif name in ("psa", "effects", "parameters", "design", "data", "sites"):
            yield from _files(word, TABLES)
        elif name in ("out", "save_draws", "from"):
            yield from _files(word, () if shown == "DIR" else ("",))
        elif name == "path" and self.given:
            is_explained = self.command.name == "explain"
            yield from self.numbers(groups=is_explained)
        elif name == "set":
            yield from (Suggestion(f"{each.value}=", each.about) for each in self.settings())
        elif name in ("vs", "bounds", "grid", "sweep", "range"):
            stated = self.settings() if name in ("vs", "sweep", "range") else self.numbers()
            before = _before_path(word) if name == "vs" else ""
            yield from (Suggestion(f"{before}{each.value}=", each.about) for each in stated)
        elif name in ("group", "country") and self.command.name == "evidence":
            yield from map(Suggestion, self.of_studies(name))
        elif name == "arm":
            yield from self.of("arm", but_reference=True)
        elif name == "outcome":
            yield from self.of("outcome")
        elif name in ("perspective", "payer"):
            known = chain(self.of("payer"), self.views(), self.of("perspectives"))
            yield from {each.value: each for each in known}.values()

    def shipped(self, word: str) -> Iterator[Suggestion]:
        """The scenarios that come with the program, with their titles.

        A published evaluation without its folder where its name is begun so.
        """
        from ipscost.loading.text.shipped import names

        for name in names():
            short = name.rpartition("/")[2]
            shown = short if word and short.startswith(word) else name
            yield Suggestion(shown, self.title(name) if self.told else "")

    def title(self, name: str) -> str:
        """The title of a scenario, or nothing if it cannot be read."""
        from ipscost.errors import ScenarioError
        from ipscost.loading import read

        try:
            return self.label(read(name).tree.root.get("title"))
        except (ScenarioError, OSError):
            return ""

    def label(self, node: Any) -> str:
        """A text of a scenario in the language: one for all, or one a language."""
        by_language = getattr(node, "entries", {"": node})
        texts = [getattr(by_language.get(key), "text", "") for key in (self.lang, *by_language)]
        return next(filter(None, texts), "")

    def roots(self, files: Sequence[str] | None = None) -> Iterator[Any]:
        """What stands in `files`, or else in the scenarios named, as far as they can be read."""
        from ipscost.errors import ScenarioError
        from ipscost.loading import read

        place = next((n for n, e in enumerate(self.arguments) if e.name in ("file", "files")), 0)
        alone = self.arguments[place].nargs != -1
        for file in files or (self.given[place : place + 1] if alone else self.given):
            try:
                if file != "-" and not _is_odd(Path(file)):
                    yield read(file).tree.root
            except (ScenarioError, OSError):
                continue

    def of(self, section: str, *, but_reference: bool = False) -> Iterator[Suggestion]:
        """The names of a section of the scenarios, as of their arms, with labels."""
        seen = set[str]()
        for root in self.roots():
            for name, node in getattr(root.get(section), "entries", {}).items():
                below = getattr(node, "entries", {})
                if name not in seen and not (but_reference and "reference" in below):
                    seen.add(name)
                    yield Suggestion(name, self.label(below.get("label")))

    def of_studies(self, name: str) -> list[str]:
        """The groups or countries of the evaluations named, or of all that come with ipscost."""
        from ipscost.loading.text.shipped import evidence as shipped
        from ipscost.loading.text.shipped import models

        found = set[str]()
        for root in self.roots(self.given or (*models(), *shipped())):
            study = getattr(root.get("study"), "entries", {})
            nodes = [root.get("country")] if name == "country" else []
            nodes += getattr(study.get("groups"), "items", ()) if name == "group" else ()
            found |= {each.text for each in nodes if study and hasattr(each, "text")}
        return sorted(found)

    def views(self) -> Iterator[Suggestion]:
        """The perspectives that follow from the payers and sections of the scenarios."""
        found = {"societal"}
        for root in self.roots():
            flags = (getattr(node, "entries", {}) for _, node in _below(root.get("payer"), ""))
            found |= {"public", "health"}.intersection(chain(*flags))
            found |= {"welfare"}.intersection(root)
        yield from map(
            Suggestion, sorted(found, key=("societal", "public", "health", "welfare").index)
        )

    def settings(self) -> Iterator[Suggestion]:
        """The values of the scenarios, with what they are now."""
        for root in self.roots():
            for path, node in _below(root, ""):
                if hasattr(node, "text"):
                    yield Suggestion(path, node.text)

    def numbers(self, *, groups: bool = False) -> Iterator[Suggestion]:
        """The numbers of the scenarios that can be varied; or explained, with `groups` of them."""
        from ipscost.loading.keys.schema_amounts import VALUE_KEYS
        from ipscost.scenario.rollout import SECTION as ROLLOUT
        from ipscost.scenario.transfer import SECTION

        sections = (*WITH_NUMBERS, SECTION, ROLLOUT)
        for root in self.roots():
            found = ""
            for path, node in _below(root, ""):
                keys = path.split(".")
                if keys[0] not in sections or not {*keys}.isdisjoint(NO_NUMBERS):
                    continue
                if (found and path.startswith(found) and keys[-1] != "growth") or path in PLANNED:
                    continue
                below = getattr(node, "entries", {})
                stated = next((below[key] for key in VALUE_KEYS if key in below), node)
                if not groups and path.startswith("rollout.published."):
                    continue  # it stands beside a result, which does not hang on it
                if groups and keys[0] == "discount":
                    continue  # it can be varied, but is nobody's estimate to be explained
                if _is_number(stated) and keys[-1] not in NO_NUMBER:
                    found = f"{path}."
                    yield Suggestion(path, stated.text)
                elif groups and keys[0] in ("cost", "outcome") and "label" in below:
                    yield Suggestion(path, self.label(below.get("label")))


def _before_path(variant: str) -> str:
    """What stands before the path that is being typed: a name, and settings that are complete."""
    start = max(variant.rfind(";"), variant.partition("=")[0].rfind(":")) + 1
    return variant[: start + len(variant[start:]) - len(variant[start:].lstrip())]


def _no_option(each: Suggestion) -> Suggestion:
    return Suggestion(f"./{each.value}", each.about) if each.value.startswith("-") else each


def _is_number(node: Any) -> bool:
    """True for a value that is written as a number."""
    return bool(re.fullmatch(r"[+-]?[0-9][0-9.eE+-]*", getattr(node, "text", "")))


def _is_odd(file: Path) -> bool:
    """True for what is there but no file, such as a pipe, whose reader would wait."""
    return file.exists() and not file.is_file()


def _below(node: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Everything below a node, in the order of the file, with its path."""
    for key, child in getattr(node, "entries", {}).items():
        if key not in TEXTS:
            here = f"{path}.{key}" if path else key
            yield here, child
            yield from _below(child, here)


def _files(word: str, endings: Sequence[str]) -> Iterator[Suggestion]:
    """Folders, with a slash behind them, and files with one of the endings, as they are typed."""
    start = max(word.rfind("/"), word.rfind(os.sep)) + 1
    head, tail = word[:start], word[start:]
    try:
        entries = sorted(os.scandir(Path(head or ".").expanduser()), key=lambda each: each.name)
        for entry in entries:
            if entry.name.startswith(".") and not tail.startswith("."):
                continue
            if entry.is_dir():
                yield Suggestion(f"{head}{entry.name}/")
            elif entry.name.lower().endswith(tuple(endings)) and endings:
                yield Suggestion(f"{head}{entry.name}")
    except OSError:
        return
