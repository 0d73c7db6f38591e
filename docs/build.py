"""The generated parts of the documentation, from the code they describe.

python docs/build.py        rewrites docs/errors.md, and the keys and kinds in docs/file-format.md
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ipscost.codes import CODES
from ipscost.loading.keys.json_schema import json_schema
from ipscost.scenario.kinds import KINDS

HERE = Path(__file__).parent
BAD = HERE.parent / "tests" / "bad"

SECTIONS = {
    "": "The file",
    "PricesKeys": "prices (where it is not a list of files)",
    "HorizonKeys": "horizon",
    "DiscountKeys": "discount",
    "StudyKeys": "study",
    "StudyOutcomeKeys": "study.outcome",
    "ArmKeys": "arm, each",
    "PayerKeys": "payer, each",
    "PerspectiveKeys": "perspectives, each",
    "WelfareKeys": "welfare",
    "SourceKeys": "source, each",
    "NumberKeys": "number, each",
    "EffectKeys": "effect",
    "ModelKeys": "model",
    "StateKeys": "model.state, each",
    "RowKeys": "model.transition, each state (beside its moves)",
    "MoveKeys": "model.transition, each move (beside its arms)",
    "LadderKeys": "ladder, each",
    "StepKeys": "ladder, each step",
    "CostKeys": "cost, each category (beside its arms)",
    "UseKeys": "use of a category (beside its arms)",
    "LabelKeys": "A label, note or assumption (where it is not one text for both languages)",
    "GroupKeys": "cost, each group (beside its categories)",
    "TimingKeys": "timing",
    "OutcomeKeys": "outcome, each (beside its arms)",
    "AmountKeys": "An amount: an arm's, or a price",
    "TransferKeys": "transfer",
    "RolloutKeys": "rollout",
    "IntakeKeys": "rollout.intake",
    "SupportKeys": "rollout.support",
    "StaffKeys": "rollout.staff",
    "RoleKeys": "rollout.staff.role, each",
    "EmployerKeys": "rollout.staff.employer (where it is not one share)",
    "LineKeys": "rollout.line, each (beside its amount)",
    "PublishedKeys": "rollout.published, each (beside its amount)",
    "GrantKeys": "rollout.grant, each",
    "FinancingKeys": "rollout.financing",
    "IndexationKeys": "rollout.indexation",
    "SpreadKeys": "spread",
    "OneSpreadKeys": "spread.cost and spread.outcome, each",
    "FrailtyKeys": "spread.frailty",
    "DataKeys": "data",
    "DataCostKeys": "data.cost, each (where it is not one column)",
    "DataOutcomeKeys": "data.outcome, each (where it is not one column)",
    "FollowedKeys": "data.followed (where it is not one column)",
    "CorrelationKeys": "correlation, each",
    "QuantityGroupKeys": "quantity_group, each",
    "AnalysisKeys": "analyses, each",
    "CalibrateKeys": "calibrate",
    "UnknownKeys": "calibrate, each unknown",
    "CalibrationTargetKeys": "calibrate, each target",
    "TargetKeys": "reproduces, each",
}


def keys() -> str:
    """A table of keys for each section of a scenario file."""
    schema = json_schema()
    parts = []
    for name, title in SECTIONS.items():
        model = schema if not name else schema["$defs"][name]
        if "properties" not in model:  # a short form beside the full one
            model = next(option for option in model["anyOf"] if "properties" in option)
        required = model.get("required", []) if name else [*model["required"], *_whole(model)]
        if name == "CostKeys":
            required = schema["$defs"]["WholeNode"]["then"]["required"]
        elif name:
            required = _whole_part(schema, title).get("required", required)
        amount = schema["$defs"]["AmountKeys"]["properties"] if "its amount" in title else {}
        rows = [
            f"| `{key}` | {'yes' if key in required else ''} | {_help(part)} |"
            for key, part in model["properties"].items()
            if key not in amount
        ]
        if title.startswith(
            ("rollout", "spread")
        ):  # what is of its own first, then where numbers are from
            rows.sort(key=lambda row: row.split("`")[1] in ("source", "assumption", "sure", "note"))
        head = ["| key | required | meaning |", "|---|---|---|"]
        parts.append("\n".join([f"### {title}", "", *head, *rows]))
    return "\n\n".join(parts)


def _whole(schema: dict[str, Any]) -> list[str]:
    """What a file that extends no other must have."""
    required: list[str] = schema["then"]["required"]
    return required


def _whole_part(schema: dict[str, Any], title: str) -> dict[str, Any]:
    """What a part must have in a file that extends no other, by its title: `model.state, each`."""
    path, _, each = title.partition(" (")[0].partition(", ")
    part = schema["then"]
    for key in path.split("."):
        part = part.get("properties", {}).get(key, {})
    found: dict[str, Any] = part.get("additionalProperties", {}) if each else part
    return found


def _help(part: dict[str, Any]) -> str:
    return str(part.get("description", "see above")).replace("|", "\\|")


TOLD = {
    "E002": "A folder stands where a file is wanted: name a file in it.",
    "E003": "The system does not let the file be read: the name is too long, or you may not.",
    "E005": "A scenario is a few kilobytes, and at most 2 MB are read: is it the right file?",
    "E006": "The file is written in another encoding, or is a spreadsheet: save it as UTF-8 text.",
    "E340": "A cell, a heading or a name in the file of `--sites` is amiss; the message names the "
    "line. A number that does not fit has the code that it would have in the scenario.",
    "E357": "A row of the table of `--codes` does not fit the states and categories of the model; "
    "the message names the line.",
    "E358": "A week is none, or beyond the horizon, a person has two codes in one or is not in the "
    "data, or a code has no meaning. The message names the line, and never what stands there.",
    "E360": "A line is longer or shorter than the headings, or its quotes do not match; the "
    "message names the line, and never what stands there.",
    "E361": "The model names a column that the table does not have, or has twice.",
    "E362": "One row is one person: the message names the line of the second row of a person.",
    "E363": "The arm of a person is not one that `arm:` of `data` tells, or an arm has nobody.",
    "E364": "A cell is text where a number belongs, or empty where something must stand; the "
    "message names the line and the column.",
    "E365": "Write `decimal:` into `data` where `1.250` may be one and a quarter or 1,250.",
    "E366": "Nothing can be imputed where nothing was measured, in all or in an arm.",
    "E367": "A covariate in which nobody differs, or that follows from others, is none.",
    "E368": "A regression needs more persons in each arm than covariates.",
    "E369": "A share is from 0 to 1, and a utility at most 1; `missing:` tells what is no number.",
    "E401": "A sweep, range or sample cannot be read; the message shows how it is written.",
    "E402": "A cell or a heading of the file of `--design` is amiss; the message names the line.",
    "E403": "Two files, or two rows of a design, would have one name in the result: rename one.",
    "E404": "No file fits what was asked for: check the folder and the pattern.",
    "E405": "The run needs more memory than there is: fewer draws, or without the course by month.",
    "E406": "A fault of the program: report it, with the file that the message names.",
    "E408": "A cost or an outcome would be larger than can be held: check the largest numbers.",
}
"""What is said of codes whose file no repository can hold, or that belong to batches."""


def errors() -> str:
    """Every code with its meaning and, where a file shows it, an example."""
    parts = [
        "# Error codes\n\nA message says where, what was expected, what was found, and the edit "
        "that mends it. Codes that begin\nwith W are warnings; `--strict` makes them errors."
    ]
    for code, meaning in CODES.items():
        text = [f"## {code}: {meaning}"]
        named = (*BAD.rglob(f"{code}.txt"), *sorted(BAD.rglob(f"{code}-*.txt")))
        if code in TOLD:
            text.append(TOLD[code])
        elif named:
            text.append(f"```text\n{named[0].read_text(encoding='utf-8').rstrip()}\n```")
        parts.append("\n\n".join(text))
    return "\n\n".join(parts) + "\n"


KINDS_HEAD = "| kind | what | societal perspective |\n|---|---|---|\n"


def kinds(text: str) -> str:
    """The page on the file format with its table of kinds made anew.

    Kinds stand in the order in which the page has them, new ones last.
    """
    before, rest = text.split(KINDS_HEAD)
    old, after = rest.split("\n\n", 1)
    on_page = [line.split("`")[1] for line in old.split("\n")]
    known = [name for name in on_page if name in KINDS]
    order = (KINDS[name] for name in dict.fromkeys((*known, *KINDS)))
    rows = "\n".join(f"| `{k.name}` | {k.about} | {k.societal} |" for k in order)
    return f"{before}{KINDS_HEAD}{rows}\n\n{after}"


def file_format(text: str) -> str:
    """The page on the file format with its tables of kinds and of keys made anew."""
    before, rest = kinds(text).split("<!-- keys -->")
    after = rest.split("<!-- end -->")[1]
    return f"{before}<!-- keys -->\n\n{keys()}\n\n<!-- end -->{after}"


if __name__ == "__main__":
    page = HERE / "file-format.md"
    page.write_text(file_format(page.read_text(encoding="utf-8")), encoding="utf-8")
    (HERE / "errors.md").write_text(errors(), encoding="utf-8")
