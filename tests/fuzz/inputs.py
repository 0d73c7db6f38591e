"""Inputs made from what is shipped: scenarios, tables, command lines and texts, each altered.

An input is known by a seed and its number alone, so that any of them can be made again.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import odd
import yaml

import ipscost
from ipscost.errors import ScenarioError
from ipscost.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
Node = yaml.Node
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LED = 10
"""How many of the sound scenarios are examples or shipped, and come first."""
ROLLOUT = "rollout."
LARGE = 10_000
"""A file of more letters than this is taken less often: it takes longer."""


@dataclass
class Input:
    """Files by name, the commands that are run on them (as long as they load), and stdin.

    Where `first` is there, the other commands are run only if that one ends well. `texts` are read
    by the grammars of these names.
    """

    kind: str
    files: dict[str, bytes] = field(default_factory=dict)
    first: list[str] | None = None
    commands: list[list[str]] = field(default_factory=list)
    stdin: bytes = b""
    texts: list[tuple[str, str]] = field(default_factory=list)

    @property
    def steps(self) -> list[list[str]]:
        """All commands in order, as a system passes them on: no word holds a NUL."""
        steps = [self.first, *self.commands] if self.first else self.commands
        return [[word.replace("\0", "") for word in words] for words in steps]


def made(seed: int, number: int) -> Input:
    """The input of a number."""
    from individual import persons  # which stands on what is made here

    rng = random.Random(f"{seed}-{number}")
    once = (scattered, results, design, sites, persons)
    kinds = (scenario,) * 5 + once + (line,) * 3 + (texts,) * 3
    return rng.choice(kinds)(rng)


# --- what is there ---------------------------------------------------------------------------


@cache
def corpus() -> dict[str, str]:
    """The scenarios to start from, by the name of a file."""
    folders = (ROOT / "scenarios", ROOT / "examples", ROOT / "tests" / "bad")
    files = [file for folder in folders for file in sorted(folder.glob("*.yaml"))]
    return {file.name: file.read_text("utf-8") for file in files}


@cache
def sound() -> dict[str, tuple[str, ...]]:
    """Those that load, with the paths of their numbers; examples and what is shipped come first."""
    found = {}
    for folder in (ROOT / "examples", ROOT / "scenarios", ROOT / "tests" / "bad"):
        for file in sorted(folder.glob("*.yaml")):
            try:
                scenario = ipscost.load(file)
            except ScenarioError:
                continue
            rolled_out = () if scenario.rollout is None else scenario.rollout.numbers
            numbers = (*scenario.quantities, *rolled_out)
            found[file.name] = tuple(quantity.path for quantity in numbers)
    return found


@cache
def rolled() -> tuple[str, ...]:
    """Those with a rollout, that are not large."""
    return tuple(
        name
        for name, paths in sound().items()
        if any(path.startswith(ROLLOUT) for path in paths) and len(corpus()[name]) <= LARGE
    )


@cache
def beside() -> dict[str, bytes]:
    """The files that scenarios refer to, and the sound scenarios themselves."""
    bad = ROOT / "tests" / "bad"
    files = [*bad.glob("*.csv"), *bad.glob("prices/*.yaml"), *bad.glob("rates/*.yaml")]
    found = {file.relative_to(bad).as_posix(): file.read_bytes() for file in files}
    found |= {f"psa/{file.name}": file.read_bytes() for file in (bad / "psa").glob("*.csv")}
    found |= {file.name: file.read_bytes() for file in (ROOT / "examples").glob("*.csv")}
    return found | {name: corpus()[name].encode() for name in sound()}


def _base(rng: random.Random) -> str:
    """The name of a scenario to start from: most often one that loads and is not large."""
    names = list(sound())
    names = rng.choice((names[:LED], names[:LED], names, names, list(corpus())))
    name = rng.choice(names)
    if len(corpus()[name]) > LARGE and rng.random() < 0.7:
        name = rng.choice(names)
    return name


# --- scenarios -------------------------------------------------------------------------------


def scenario(rng: random.Random) -> Input:
    """A scenario whose nodes are changed, moved, repeated, or come from another."""
    name = _base(rng)
    root = yaml.compose(corpus()[name], Loader=Loader) if _parses(name) else None
    if root is None:
        return scattered(rng)
    changes = GENTLE if rng.random() < 0.4 else CHANGES
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        if _mappings(root):
            rng.choice(changes)(rng, root)
    try:
        content = yaml.serialize(root, Dumper=Dumper, allow_unicode=rng.random() < 0.7)
    except (yaml.YAMLError, UnicodeEncodeError, RecursionError):
        return scattered(rng)
    return _of_scenario(rng, "scenario", name, content.encode())


def scattered(rng: random.Random) -> Input:
    """A scenario whose letters, lines or bytes are changed; seldom, a file that it refers to."""
    name = _base(rng)
    content = corpus()[name]
    way = rng.randrange(8)
    if way < 3:
        return _of_scenario(rng, "letters", name, _encoded(rng, odd.altered(rng, content)))
    if way == 3:
        side = rng.choice([file for file in beside() if not file.endswith(name)])
        found = _of_scenario(rng, "beside", name, content.encode())
        changed = odd.altered(rng, beside()[side].decode("utf-8", "replace"))
        return Input(
            "beside", found.files | {side: _encoded(rng, changed)}, found.first, found.commands
        )
    lines = content.split("\n")
    for _ in range(rng.choice((1, 1, 2, 3))):
        one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        if way == 4:
            lines[one], lines[other] = lines[other], lines[one]
        elif way == 5:
            lines.insert(other, lines[one])
        elif way == 6:
            lines[one] = " " * rng.randrange(5) + lines[one].strip(" ")
        else:
            lines[one] = re.sub(
                r"-?\d[\d.]*", lambda _: rng.choice(odd.NUMBERS), lines[one], count=1
            )
    return _of_scenario(rng, "lines", name, _encoded(rng, "\n".join(lines)))


def _encoded(rng: random.Random, content: str) -> bytes:
    """Most often UTF-8; else another encoding, other line ends, or bytes that are no text."""
    way = rng.randrange(30)
    raw = content.encode("utf-8", "surrogatepass")
    if way == 0:
        return content.encode(rng.choice(("latin-1", "utf-16", "cp1252")), "replace")
    if way == 1:
        return raw.replace(b"\n", rng.choice((b"\r\n", b"\r")))
    if way == 2:
        return b"\xef\xbb\xbf" + raw
    if way == 3:
        place = rng.randrange(len(raw) + 1)
        return raw[:place] + rng.randbytes(rng.randrange(1, 5)) + raw[place:]
    return raw[: rng.randrange(len(raw) + 1)] if way == 4 else raw


def _of_scenario(rng: random.Random, kind: str, name: str, content: bytes) -> Input:
    paths = sound().get(name, ())
    found = Input(kind, {"study.yaml": content}, ["check", "study.yaml"])
    count = 1 if len(content) > LARGE else 3
    found.commands = [_analysis(rng, "study.yaml", paths) for _ in range(count)]
    if "calibration" in name:
        found.commands.append(
            ["calibrate", "study.yaml", "--starts", "1", "--format", _format(rng)]
        )
    return found


@cache
def _parses(name: str) -> bool:
    try:
        return yaml.compose(corpus()[name], Loader=Loader) is not None
    except yaml.YAMLError:
        return False


def _mappings(root: Node) -> list[yaml.MappingNode]:
    return [node for node in _nodes(root) if isinstance(node, yaml.MappingNode) and node.value]


def _nodes(root: Node) -> Iterator[Node]:
    """Every node below one, itself included, keys left out."""
    yield root
    if isinstance(root, yaml.MappingNode):
        for _, child in root.value:
            yield from _nodes(child)
    elif isinstance(root, yaml.SequenceNode):
        for child in root.value:
            yield from _nodes(child)


def _scalar(text: str, style: str | None = None) -> Node:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


_RESOLVER = yaml.resolver.Resolver()


def _tag(text: str) -> str:
    """The tag with which a text is written without quotes where it can be."""
    return str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))


def change_value(rng: random.Random, root: Node) -> None:
    """A text or number becomes an odd one; a list or mapping seldom does."""
    nodes = [node for node in _nodes(root) if isinstance(node, yaml.ScalarNode)]
    if nodes:
        node = rng.choice(nodes)
        node.value = odd.value(rng)
        node.tag = _tag(node.value) if rng.random() < 0.8 else "tag:yaml.org,2002:str"


def change_number(rng: random.Random, root: Node) -> None:
    """A number becomes another, extreme, or slightly another."""
    nodes = [
        node
        for node in _nodes(root)
        if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"-?[\d.]+(e-?\d+)?", node.value)
    ]
    if not nodes:
        return
    node = rng.choice(nodes)
    try:
        number = float(node.value)
    except ValueError:
        return
    node.value = rng.choice(
        (_scaled(rng, number), _scaled(rng, number), _scaled(rng, number, SCALES))
    )
    if rng.random() < 0.2:
        node.value = rng.choice((rng.choice(odd.NUMBERS), odd.figure(rng)))
    node.tag = _tag(node.value)


SCALES = (0.0, -1.0, 0.5, 2.0, 0.1, 10.0, 1e3, 1e6, 1e-3, 1e-8, 1e-150, 1e12, 1.0001)


def _scaled(rng: random.Random, number: float, scales: Sequence[float] = ()) -> str:
    """A number times one of the scales, or a little more or less of it; whole if it was."""
    found = number * (rng.choice(scales) if scales else rng.uniform(0.5, 1.5))
    return f"{found:.0f}" if number.is_integer() and abs(found) < 1e15 else f"{found:.6g}"


def change_key(rng: random.Random, root: Node) -> None:
    """A key becomes another of the file, a misspelt or an odd one."""
    mapping = rng.choice(_mappings(root))
    place = rng.randrange(len(mapping.value))
    key, child = mapping.value[place]
    others = [k.value for m in _mappings(root) for k, _ in m.value]
    texts = (rng.choice(others), odd.altered(rng, str(key.value)), odd.value(rng))
    mapping.value[place] = (_scalar(str(rng.choice(texts))), child)


def repeat(rng: random.Random, root: Node) -> None:
    """A key stands twice."""
    mapping = rng.choice(_mappings(root))
    pair = copy.deepcopy(rng.choice(mapping.value))  # a node that stands twice gets an anchor
    mapping.value.insert(rng.randrange(len(mapping.value) + 1), pair)


def remove(rng: random.Random, root: Node) -> None:
    """A key is left out."""
    mapping = rng.choice(_mappings(root))
    del mapping.value[rng.randrange(len(mapping.value))]


def move(rng: random.Random, root: Node) -> None:
    """A key stands under another."""
    mappings = _mappings(root)
    source = rng.choice(mappings)
    pair = source.value.pop(rng.randrange(len(source.value)))
    target = rng.choice(mappings)
    below = set(map(id, _nodes(pair[1])))
    (source if id(target) in below else target).value.append(pair)


def replace(rng: random.Random, root: Node) -> None:
    """A value becomes one from elsewhere in the file; often one that has the same key there."""
    mapping = rng.choice(_mappings(root))
    place = rng.randrange(len(mapping.value))
    name = mapping.value[place][0].value
    others = [child for m in _mappings(root) for key, child in m.value if key.value == name]
    if rng.random() < 0.4:
        others = [child for m in _mappings(root) for _, child in m.value]
    if others:
        mapping.value[place] = (mapping.value[place][0], copy.deepcopy(rng.choice(others)))


def graft(rng: random.Random, root: Node) -> None:
    """A section, or a part of one, comes from another file."""
    donor = rng.choice([name for name in corpus() if len(corpus()[name]) <= LARGE])
    if not _parses(donor) or not isinstance(root, yaml.MappingNode):
        return
    other = yaml.compose(corpus()[donor], Loader=Loader)
    if not isinstance(other, yaml.MappingNode) or not _mappings(other):
        return
    key, child = rng.choice(rng.choice((other, rng.choice(_mappings(other)))).value)
    keys = [
        (m, i) for m in _mappings(root) for i, (k, _) in enumerate(m.value) if k.value == key.value
    ]
    if keys and rng.random() < 0.7:
        mapping, place = rng.choice(keys)
        mapping.value[place] = (key, child)
    else:
        rng.choice((root, rng.choice(_mappings(root)))).value.append((key, child))


def reshape(rng: random.Random, root: Node) -> None:
    """A value becomes a list or mapping of itself, or of many, or an empty one."""
    mapping = rng.choice(_mappings(root))
    place = rng.randrange(len(mapping.value))
    key, child = mapping.value[place]
    count = rng.choice((0, 1, 2, 3, 200))
    children = [copy.deepcopy(child) for _ in range(count)]
    made: Node = yaml.SequenceNode("tag:yaml.org,2002:seq", children)
    if rng.random() < 0.5:
        names = [_scalar(f"k{i}" if i else str(key.value)) for i in range(count)]
        pairs = list(zip(names, children, strict=True))
        made = yaml.MappingNode("tag:yaml.org,2002:map", pairs)
    mapping.value[place] = (key, made)


Change = Callable[[random.Random, Node], None]
CHANGES: tuple[Change, ...] = (
    *(change_number, change_number, change_number, change_number, change_value, change_value),
    *(change_key, repeat, remove, move, replace, graft, graft, reshape),
)
GENTLE: tuple[Change, ...] = (change_number, change_number, change_number, remove, replace)
"""After these a scenario often still loads."""


# --- tables ----------------------------------------------------------------------------------


def results(rng: random.Random) -> Input:
    """Probabilistic results made elsewhere, with or without the parameters drawn."""
    if rng.random() < 0.3:
        names = [name for name in beside() if name.startswith("psa/")]
        content = beside()[rng.choice(names)].decode("utf-8", "replace")
    else:
        content = _table(rng, _headings(rng), rng.choice((2, 5, 30)))
    if rng.random() < 0.7:
        content = odd.altered(rng, content)
    found = Input("results", {"psa.csv": _encoded(rng, content)})
    command = [rng.choice(("cea", "voi")), "--psa", "psa.csv"]
    for option in rng.sample(OF_RESULTS, rng.choice((0, 0, 1, 2))):
        command += [option, OPTIONS[option](rng, ())]
    if rng.random() < 0.4:
        names = [rng.choice(("x", "beta[1,2]", "p.job", "a b", odd.value(rng))) for _ in range(3)]
        parameters = _table(rng, [*rng.choice(((), ("draw",))), *names], rng.choice((5, 30)))
        found.files["parameters.csv"] = _encoded(rng, parameters)
        command += ["--parameters", "parameters.csv"]
    found.commands = [command]
    return found


OF_RESULTS = ("--wtp", "--outcome", "--reference", "--currency", "--out", "--lang", "--format")


def _headings(rng: random.Random) -> list[str]:
    """The headings of results, a column an arm or a row an arm."""
    if rng.random() < 0.4:
        return ["draw", "arm", "cost", rng.choice(("qaly", "effect", "effect_1"))]
    arms = ["usual", "ips", "ipse"][: rng.choice((1, 2, 2, 3))]
    names = [f"{what}_{arm}" for what in ("cost", "qaly") for arm in arms]
    return [
        *rng.choice(((), ("draw",), ("",))),
        *names,
        *rng.choice(((), ("inc",), ("cost_total",))),
    ]


def _table(rng: random.Random, headings: Sequence[str], count: int) -> str:
    """Rows of plausible numbers under headings, a few of them odd."""
    comma = rng.choice((",", ",", ",", ";", "\t", " "))
    rows = []
    for place in range(count):
        row = []
        for heading in headings:
            if heading == "site":
                row.append(f"{'ABCDE'[place]} (invented)")
            elif heading in ("draw", ""):
                row.append(str(place // 2 + 1 if "arm" in headings else place + 1))
            elif heading == "arm":
                row.append(("usual", "ips")[place % 2])
            else:
                row.append(odd.value(rng) if rng.random() < 0.01 else odd.figure(rng))
        rows.append(row)
    texts = [[f'"{cell}"' if comma in cell else cell for cell in row] for row in (headings, *rows)]
    return "".join(f"{comma.join(row)}\n" for row in texts)


def design(rng: random.Random) -> Input:
    """A design of a batch, from a file or from options."""
    name, paths = rng.choice([(n, p) for n, p in sound().items() if len(corpus()[n]) <= LARGE])
    command = ["batch", name, "--out", "results", "--draws", rng.choice(("0", "2"))]
    files = {}
    if rng.random() < 0.5:
        heads = [_path(rng, paths) for _ in range(rng.choice((1, 2, 3)))]
        content = _table(rng, [*rng.choice(((), ("name",))), *heads], rng.choice((1, 2, 3)))
        content = odd.altered(rng, content) if rng.random() < 0.6 else content
        files["design.csv"] = _encoded(rng, content)
        command += ["--design", "design.csv"]
    for _ in range(rng.choice((0, 1, 1, 2))):
        option = rng.choice(("--sweep", "--sweep", "--range"))
        command += [option, f"{_path(rng, paths)}={_spread(rng)}"]
    if "--range" in command or rng.random() < 0.1:
        command += [
            "--sample",
            rng.choice(("lhs:2", "sobol:2", "lhs:0", "lhs:9e9", odd.value(rng))),
        ]
    return Input("design", files, None, [command])


def _spread(rng: random.Random) -> str:
    """The values of a sweep, range or bound."""
    numbers = [rng.choice((odd.figure(rng), rng.choice(odd.NUMBERS))) for _ in range(2)]
    texts = (":".join(numbers), ":".join((*numbers, rng.choice(("2", "3", "0", "²", "9" * 30)))))
    return rng.choice((*texts, *texts, ",".join(numbers), odd.value(rng)))


def sites(rng: random.Random) -> Input:
    """A table of the sites of a rollout."""
    name = rng.choice(rolled())
    paths = [path for path in sound()[name] if path.startswith(ROLLOUT)]
    heads = [rng.choice(paths) for _ in range(rng.choice((1, 2, 3)))]
    heads = [rng.choice((path, path.removeprefix(ROLLOUT), path.split(".")[-1])) for path in heads]
    content = _table(rng, ["site", *heads], rng.choice((1, 2, 5)))
    content = rng.choice((content, beside()["sites.csv"].decode()))
    if rng.random() < 0.7:
        content = odd.altered(rng, content)
    command = ["budget", name, "--sites", "own.csv", "--draws", rng.choice(("0", "1", "20"))]
    command += rng.choice(((), ("--notes",), ("--format", _format(rng)), ("--lang", "da")))
    return Input("sites", {"own.csv": _encoded(rng, content)}, None, [command])


# --- command lines ---------------------------------------------------------------------------


def line(rng: random.Random) -> Input:
    """A command with options of odd values, on a scenario that is sound."""
    name = rng.choice([n for n in sound() if len(corpus()[n]) <= LARGE or rng.random() < 0.1])
    paths = sound()[name]
    stdin = b""
    if rng.random() < 0.05:
        stdin, name = corpus()[name].encode(), "-"
    way = rng.randrange(20)
    if way == 0:
        command = ["new", odd.value(rng).replace("/", "")]
    elif way == 1:
        command = [rng.choice(("list", "schema", "check", odd.value(rng))), *_options(rng, 2)]
    elif way == 2:
        command = ["simulate", rng.choice((odd.value(rng), "psa/E504.csv", ".", "rates.csv"))]
    else:
        command = _analysis(rng, name, paths, odd_options=rng.choice((1, 1, 2, 3)))
    return Input("line", {}, None, [command], stdin)


def _analysis(
    rng: random.Random, name: str, paths: Sequence[str], odd_options: int = 0
) -> list[str]:
    """A command about a scenario, with few draws."""
    command = rng.choice(COMMANDS)
    if name in rolled() or (name == "study.yaml" and paths and paths[-1].startswith(ROLLOUT)):
        command = rng.choice((command, "budget", "budget"))
    if "calibration" in name and rng.random() < 0.5:
        command = "calibrate"
    draws = ["--draws", rng.choice(("0", "2", "20", "20"))] if command != "calibrate" else []
    words = [command, name, *draws, *rng.choice(((), ("--format", _format(rng))))]
    if command in ("explain", "threshold"):
        words.append(_path(rng, paths))
    elif command == "compare":
        words += [rng.choice(("inklusion-ips", "municipality.yaml", "E204.yaml", "states.yaml"))]
        words += ["--allow", "horizon", "--allow", "perspective", *rng.choice(((), ("--inputs",)))]
    elif command in ("cea", "voi", "sensitivity"):
        words += rng.choice(((), ("--wtp", rng.choice(("0", "20000", "1000000")))))
        outcomes = [path.split(".")[1] for path in paths if path.startswith("outcome.")]
        words += ["--outcome", rng.choice(outcomes)] if outcomes else []
        if command == "voi" and rng.random() < 0.4:
            words += ["--people", rng.choice(("1", "1000")), "--years", rng.choice(("1", "10"))]
    elif command == "simulate":
        words += rng.choice(((), ("--months",), ("--years", "--uncertainty"), ("--uncertainty",)))
    elif command == "payers":
        words += rng.choice(((), ("--months",), ("--years",)))
    elif command == "calibrate":
        words += ["--starts", rng.choice(("0", "1"))]
    elif command == "budget":
        words += rng.choice(((), ("--notes",), ("--prices", "nominal"), ("--payer", "public")))
    if command in ("sensitivity", "threshold") and rng.random() < 0.3:
        words += ["--budget"] if command == "sensitivity" else ["--payer", "public"]
    words += rng.choice(((), ("--lang", "da")))
    if command in ("simulate", "payers", "explain", "sensitivity", "threshold"):
        words += rng.choice(((), (), ("--sampler", "sobol"), ("--level", "0.5")))
    return [*words, *_options(rng, odd_options, command, paths)]


def _format(rng: random.Random) -> str:
    return rng.choice(tuple(FORMATS))


COMMANDS = (
    *("simulate", "simulate", "payers", "explain", "sensitivity", "threshold", "compare"),
    *("cea", "voi", "verify"),
)
OPTIONS: dict[str, Callable[[random.Random, Sequence[str]], str]] = {
    "--set": lambda rng, paths: f"{_path(rng, paths)}={_setting(rng)}",
    "--bounds": lambda rng, paths: f"{_path(rng, paths)}={_spread(rng)}",
    "--grid": lambda rng, paths: f"{_path(rng, paths)}{rng.choice(('', '=' + _spread(rng)))}",
    "--group": lambda rng, paths: f"a={_path(rng, paths)},{_path(rng, paths)}",
    "--wtp": lambda rng, _: rng.choice((_spread(rng), odd.value(rng))),
    "--perspective": lambda rng, _: rng.choice(("public", "health", "welfare", odd.value(rng))),
    "--outcome": lambda rng, _: rng.choice(("qaly", "job", odd.value(rng))),
    "--arm": lambda rng, _: rng.choice(("ips", "IPS", "usual", odd.value(rng))),
    "--only": lambda rng, _: rng.choice(("payers", "costs", "people", odd.value(rng))),
    "--payer": lambda rng, _: rng.choice(("municipality", "public", odd.value(rng))),
    "--price-year": lambda rng, _: rng.choice(("2017", "2023", "1999", "2100", odd.value(rng))),
    "--prices": lambda rng, _: rng.choice(("constant", "nominal", odd.value(rng))),
    "--sites": lambda rng, _: rng.choice(("sites.csv", "study.yaml", ".", odd.value(rng))),
    "--currency": lambda rng, _: rng.choice(odd.UNITS),
    "--out": lambda rng, _: rng.choice(
        ("o.csv", "o.xlsx", "o.md", "o.x", ".", "no/o.csv", "a\nb.csv")
    ),
    "--save-draws": lambda rng, _: rng.choice(("d.csv", "d.txt", "no/d.csv", "study.yaml")),
    "--draws": lambda rng, _: rng.choice(("1", "3", "1e3", "-1", "9" * 20, "²", odd.value(rng))),
    "--lang": lambda rng, _: rng.choice(("da", "en", "EN", odd.value(rng))),
    "--money": lambda rng, _: rng.choice(("DKK_2024", "EUR_2024/DEU", odd.value(rng))),
    "--format": lambda rng, _: rng.choice((*FORMATS, odd.value(rng))),
    **dict.fromkeys(
        (
            *("--seed", "--level", "--people", "--years", "--discount", "--starts", "--sampler"),
            *("--csv-dialect", "--reference", "--base", "--allow", "--sample"),
        ),
        lambda rng, _: odd.value(rng),
    ),
    **{name: lambda *_: "" for name in ("--months", "--uncertainty", "--inputs", "--strict")},
}
OWN = {
    "cea": (
        "--wtp",
        "--outcome",
        "--perspective",
        "--set",
        "--reference",
        "--currency",
        "--people",
    ),
    "voi": ("--wtp", "--outcome", "--group", "--people", "--years", "--discount", "--save-draws"),
    "sensitivity": ("--bounds", "--bounds", "--grid", "--wtp", "--outcome", "--arm", "--set"),
    "threshold": ("--wtp", "--outcome", "--arm", "--set", "--perspective", "--level"),
    "payers": ("--arm", "--payer", "--months", "--price-year", "--set", "--people", "--only"),
    "compare": (
        *("--base", "--allow", "--arm", "--set", "--price-year", "--money", "--inputs"),
        "--people",
    ),
    "budget": ("--payer", "--prices", "--sites", "--set", "--set", "--level", "--price-year"),
    "calibrate": ("--starts", "--seed", "--set", "--lang", "--format"),
}
USUAL = ("--set", "--set", "--set", "--seed", "--draws", "--level", "--price-year", "--out")


def _options(
    rng: random.Random, count: int, command: str = "", paths: Sequence[str] = ()
) -> list[str]:
    """Options with odd values; most often of those that the command has."""
    found: list[str] = []
    for _ in range(count):
        pool = OWN.get(command, USUAL) if rng.random() < 0.8 else (*OPTIONS, *USUAL)
        name = rng.choice(pool)
        given = OPTIONS[name](rng, paths)
        found += [name, given] if given or name in USUAL else [name]
    return found


def _path(rng: random.Random, paths: Sequence[str]) -> str:
    """The path of a number of the scenario; seldom a part of one, or an odd one."""
    if not paths or rng.random() < 0.2:
        return rng.choice((rng.choice(odd.PATHS), odd.value(rng)))
    path = rng.choice(paths)
    if rng.random() < 0.15:
        return path.rsplit(".", rng.choice((1, 2)))[0]
    return odd.altered(rng, path) if rng.random() < 0.1 else path


def _setting(rng: random.Random) -> str:
    """The value of --set."""
    mapping = f"{{mean: {odd.figure(rng)}, se: {odd.figure(rng)}}}"
    return rng.choice((odd.figure(rng), odd.value(rng), mapping, f"[{odd.figure(rng)}, 1]"))


# --- texts -----------------------------------------------------------------------------------

GRAMMARS = {
    "unit": odd.UNITS,
    "money": ("DKK_2017", "EUR_2016", "DKK", "dkk_2017", "DKK_20177"),
    "number": odd.NUMBERS,
    "name": ("cost", "a_b", "æble", "Kommune", "x1"),
    "thresholds": ("264000", "100000,200000", "0:500000:5000", "0:1e14:1e-300", "1.250", "1,250"),
    "whole": ("10000", "10.000", "1e4", "1e300", "0", "²"),
    "yaml": ("a: 1", "{a: [1, 2]}", "- x", "'x", "a:\n  b: 1\n", "a: b: c", "&a x", "!t x"),
    "delimited": ("a,b\n1,2\n", "a;b\n1,5;2\n", 'a,"b\n', "sep=;\na;b\n1;2\n", "a b\n1 2\n"),
    "sweep": (
        "cost.care.ips=1:2:3",
        "x=1,2",
        "x={mean: 1, se: 2},3",
        "x=2:1:3",
        "=",
        "x=1e999:2:3",
    ),
    "range": ("cost.care.ips=1:2", "x=-1e308:1e308", "x=1", "x=1:2:3"),
}


def texts(rng: random.Random) -> Input:
    """Texts of one grammar, altered."""
    name = rng.choice(tuple(GRAMMARS))
    found = []
    for _ in range(20):
        text = odd.altered(rng, rng.choice(GRAMMARS[name]))
        found.append((name, rng.choice((text, text, text, odd.value(rng), odd.text(rng)))))
    return Input("texts", texts=found)
