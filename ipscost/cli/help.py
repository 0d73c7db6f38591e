"""The text of --help: of the program, with its commands in the order of use, and of a command.

Words stand in `words/<language>/help.py`, under the name of what they explain: `brief_simulate` and
`command_simulate`, `option_draws`, and where an option of one command means something else than
that of others, `option_calibrate_seed`. The language is that of --lang, wherever it stands, of
IPSCOST_LANG or of the locale.
"""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ipscost.cli import screen
from ipscost.settings import WORKER_TIMEOUT
from ipscost.words import LANGUAGES, VARIABLE
from ipscost.words import language as chosen
from ipscost.words.locale import ENGLISH, theme

GROUPS = {
    "commands_start": ("new", "check", "list"),
    "commands_answer": (
        "simulate",
        "payers",
        "distribution",
        "budget",
        "compare",
        "cea",
        "evidence",
    ),
    "commands_sure": ("sensitivity", "threshold", "voi", "power", "trial", "analyse"),
    "commands_numbers": ("explain", "verify", "calibrate"),
    "commands_away": ("report", "plot", "workbook", "import"),
    "commands_many": ("batch",),
    "commands_around": ("schema", "completion"),
}
"""The commands in the order of use, by group; one that is not named here stands in the last."""

PANELS = {
    "panel_changes": ("set", "arm", "perspective", "price_year", "people"),
    "panel_psa": (
        *("psa", "effects", "parameters", "reference", "better", "arms", "cost", "currency"),
    ),
    "panel_draws": ("draws", "seed", "sampler", "level", "engine", "persons"),
    "panel_sharing": ("jobs", "scheduler", "worker_timeout", "part", "join", "from"),
    "panel_output": (
        *("lang", "format", "csv_dialect", "out", "save_draws"),
        *("notes", "only", "list_tables", "plot", "no_color"),
    ),
}
"""Groups of options, after those that the command has for itself: all that are not named here."""
OWN, FIRST = "panel_own", "panel_program"

EXAMPLES = {
    "new": ("new my-scenario",),
    "check": ("check my-scenario.yaml", "check my-scenario.yaml --strict --lang da"),
    "list": ("list",),
    "simulate": (
        "simulate inklusion-ips",
        "simulate inklusion-ips --price-year 2024 --out saving.xlsx",
        "simulate inklusion-ips --set cost.programme.ips.difference=3400",
    ),
    "payers": ("payers labour-market-ips", "payers labour-market-ips --payer municipality --years"),
    "distribution": (
        "distribution inklusion-ips",
        "distribution inklusion-ips --perspective region --plot --lang da",
    ),
    "budget": (
        "budget ips-for-unge-2023 --lang da",
        "budget ips-for-unge-2023 --payer municipality --prices nominal",
        "budget ips-for-unge-2023 --out budget.xlsx",
    ),
    "compare": (
        "compare inklusion-ips inklusion-ipse --inputs",
        "compare inklusion-ips --vs cost.programme.ips.difference=3400",
        "compare inklusion-ips vip-star saha --money DKK_2024 --allow all",
    ),
    "cea": (
        "cea inklusion-ips --outcome qaly",
        "cea inklusion-ips --outcome qaly --wtp 0:500000:5000",
    ),
    "evidence": (
        "evidence",
        "evidence --group youth --group anxiety_depression --plot --lang da",
        "evidence --pool risk_ratio --allow outcome --allow horizon",
        "evidence --measure difference --out forest.svg",
    ),
    "plot": (
        "plot waterfall inklusion-ips --out waterfall.svg",
        "plot plane inklusion-ips --outcome qaly --width one --out plane.pdf",
        "plot payers labour-market-ips --data payers.csv --lang da",
    ),
    "sensitivity": (
        "sensitivity inklusion-ips",
        "sensitivity inklusion-ips --bounds cost.programme.ips=500:1500",
    ),
    "threshold": ("threshold inklusion-ips cost.programme.ips",),
    "report": (
        "report inklusion-ips -o saving.html",
        "report labour-market-ips --lang da --people 60 -o side.html",
        "report inklusion-ips --what-if cost.programme.ips=0:2000 -o page.html",
        "report inklusion-ips -o case.docx",
        "report inklusion-ips inklusion-ipse -o both.html",
    ),
    "voi": (
        "voi inklusion-ips",
        "voi inklusion-ips --people 500 --years 5",
        "voi inklusion-ips --outcome qaly --study --n 60,243,500",
    ),
    "power": (
        "power inklusion-ips --n 60,243,500",
        "power inklusion-ips --outcome qaly --design matched --controls 3",
        "power ips-for-unge-2023 --sd 240000 --people 500 --years 5",
    ),
    "trial": (
        "trial inklusion-ips --n 243 --out persons.csv --key answers.json",
        "trial vip-star --n 60 --out persons.csv --missing mar:age --censor 0.1",
    ),
    "analyse": (
        "analyse persons.csv --model persons.yaml --out ours.yaml",
        "analyse persons.csv --model persons.yaml --wtp 264000 --mnar cost:+10%",
        "analyse persons.csv --model m.yaml --weeks weeks.csv --codes codes.csv",
    ),
    "explain": (
        "explain inklusion-ips cost.psychiatric.hospital.ips",
        "explain inklusion-ips cost",
        "explain inklusion-ips",
    ),
    "verify": ("verify inklusion-ips", "verify inklusion-ips --stress --notes"),
    "calibrate": ("calibrate labour-market-ips",),
    "batch": ("batch inklusion-ips --sweep discount.cost=0:0.05:6 --out results",),
    "workbook": (
        "workbook inklusion-ips --out model.xlsx",
        "workbook inklusion-ips --lang da --out model.xlsx",
    ),
    "import": ("import model.xlsx --out mine.yaml",),
    "schema": ("schema --out ipscost.schema.json",),
    "completion": (
        "completion bash >> ~/.bashrc",
        "completion zsh >> ~/.zshrc",
        "completion fish > ~/.config/fish/completions/ipscost.fish",
        "completion powershell | Add-Content $PROFILE",
    ),
}
"""What one may type, by command; each of these runs."""
BEGIN = "ipscost simulate inklusion-ips"

INDENT, GAP, LEFT, MOST_LEFT = 2, 2, 12, 24
"""Spaces before an option and behind it, and how wide a column is of commands, and of options."""


def language(arguments: Sequence[str]) -> str:
    """The language of help: by --lang among `arguments`, else as for results, else English."""
    asked: str | None = None
    for place, word in enumerate(arguments):
        if word == "--lang":
            asked = next(iter(arguments[place + 1 :]), None)
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    known = {**os.environ}
    if known.get(VARIABLE) not in LANGUAGES:
        known.pop(VARIABLE, None)  # a command refuses it; help is no place to
    return chosen(asked if asked in LANGUAGES else None, known)


def order(names: Iterable[str]) -> list[str]:
    """Names of commands in the order of use."""
    listed = [name for group in GROUPS.values() for name in group]
    return sorted(names, key=lambda name: listed.index(name) if name in listed else len(listed))


def of_program(group: Any, lang: str) -> str:
    """The help of the program, from its group of commands."""
    words = theme(lang, "help")
    parts = [usage(group, lang), _filled(words["help_program"], INDENT)]
    left = {*group.commands}
    for title, names in GROUPS.items():
        here = [name for name in names if name in left]
        left -= {*here}
        if title == [*GROUPS][-1]:
            here += [name for name in group.commands if name in left]
        rows = [(name, brief(name, lang)) for name in here]
        if rows:
            parts.append(_listed(words[title], rows, LEFT))
    parts.append(_listed(words[FIRST], _rows("", group.params, lang, has_help=True), LEFT))
    more = words["help_more"].format(command="ipscost simulate --help")
    first = words["help_first"].format(command=BEGIN)
    return "\n\n".join([*parts, f"{first}\n{more}"]) + "\n"


def of_command(command: Any, lang: str) -> str:
    """The help of a command: what it does, its arguments, its options by group, and examples."""
    words, name = theme(lang, "help"), str(command.name)
    arguments = _arguments(command)
    options = [each for each in command.params if each.param_type_name == "option"]
    does = words.get(f"command_{name}") or str(command.help or "")
    parts = [usage(command, lang), _filled(does, INDENT)]
    if arguments:
        rows = [(_argument(each, words).strip("[]"), about(name, each, lang)) for each in arguments]
        parts.append(_listed("", rows, max(len(row[0]) for row in rows)))
    placed = {each for names in PANELS.values() for each in names}
    own = [each for each in options if bare(each) not in placed or has_own_words(name, each)]
    for title, names in ((OWN, None), *PANELS.items()):
        here = own if names is None else [e for n in names for e in options if bare(e) == n]
        here = [each for each in here if names is None or each not in own]
        if title == [*PANELS][-1]:
            parts.append(_listed(words[title], _rows(name, here, lang, has_help=True)))
        elif here:
            parts.append(_listed(words[title], _rows(name, here, lang)))
    if examples := EXAMPLES.get(name):
        key = "help_example" if len(examples) == 1 else "help_examples"
        lines = [f"{' ' * INDENT}ipscost {example}" for example in examples]
        parts.append("\n".join([words[key], *lines]))
    return "\n\n".join(parts) + "\n"


def usage(command: Any, lang: str) -> str:
    """The usage in a line: of a command, or of the program, which is a group of them."""
    words = theme(lang, "help")
    if hasattr(command, "commands"):
        line = f"ipscost [{words['metavar_OPTIONS']}] {words['metavar_COMMAND']} ..."
    else:
        shown = " ".join(_argument(each, words) for each in _arguments(command))
        line = f"ipscost {command.name} [{words['metavar_OPTIONS']}] {shown}".rstrip()
    return words["help_usage"].format(line=line)


def _arguments(command: Any) -> list[Any]:
    return [each for each in command.params if each.param_type_name == "argument"]


def brief(name: str, lang: str) -> str:
    """What a command does, in a line."""
    return theme(lang, "help").get(f"brief_{name}", "")


def bare(parameter: Any) -> str:
    """The name of an option or argument, under which its words stand."""
    return str(parameter.name).rstrip("_")


def has_own_words(command: str, option: Any) -> bool:
    """True if an option of a command means something else than that of others."""
    return f"option_{command}_{bare(option)}" in theme(ENGLISH, "help")


def about(command: str, parameter: Any, lang: str) -> str:
    """What an option or argument of a command is for."""
    words, name = theme(lang, "help"), bare(parameter)
    text = words.get(f"option_{command}_{name}") or words.get(f"option_{name}")
    return (text or str(parameter.help or "")).format(wait=WORKER_TIMEOUT)


def metavar(text: str, words: dict[str, str]) -> str:
    """What stands for a value, PATH=LOW:HIGH, in the words of a language."""
    return re.sub("[A-Z]{2,}", lambda found: words.get(f"metavar_{found[0]}", found[0]), text)


def _argument(argument: Any, words: dict[str, str]) -> str:
    """An argument as it stands in the usage: in brackets if it may be left out."""
    shown = metavar(str(argument.metavar or argument.name).upper(), words)
    return shown if argument.required else f"[{shown}]"


def _rows(
    command: str, options: Iterable[Any], lang: str, *, has_help: bool = False
) -> list[tuple[str, str]]:
    """Options with what they are for, and with the value that they have by themselves."""
    words = theme(lang, "help")
    rows = []
    for option in options:
        shown = ", ".join(option.opts)
        if not option.is_flag:
            shown += f" {metavar(option.metavar or str(option.name).upper(), words)}"
        text = about(command, option, lang)
        if option.show_default and option.default not in (None, "", False):
            text = words["help_default"].format(text=text.rstrip("."), value=option.default) + "."
        rows.append((shown, text))
    return [*rows, ("-h, --help", words["option_help"])] if has_help else rows


def _listed(title: str, rows: Sequence[tuple[str, str]], left: int = MOST_LEFT) -> str:
    """A list under its title: what is explained at the left, its explanation beside it."""
    margin = INDENT + left + GAP
    lines = [f"{title}:"] if title else []
    for shown, text in rows:
        head = f"{' ' * INDENT}{shown}"
        if len(head) + GAP > margin:
            lines.append(head)
            head = ""
        lines += _wrapped(text, head.ljust(margin), margin)
    return "\n".join(lines)


def _filled(text: str, indent: int) -> str:
    return "\n".join(_wrapped(text, " " * indent, indent))


def _wrapped(text: str, first: str, indent: int) -> Iterator[str]:
    """The lines of a text as wide as the page; options are not broken at their hyphens."""
    yield from textwrap.wrap(
        text,
        screen.width(),
        initial_indent=first,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
        break_long_words=False,
    ) or [first.rstrip()]
