"""The kinds of value that a key can have: numbers, names, units, labels, timings.

Each refuses what it cannot read with a code, a message and the fix.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ipscost import units
from ipscost.errors import cut
from ipscost.loading.keys.typed import SUCH_AS, number_fix
from ipscost.messages import Message, fixed
from ipscost.numerals import INFINITE, SIGN, is_doubtful, is_number, without_marks
from ipscost.settings import LARGEST, MOST_PEOPLE
from ipscost.texts import harmless
from ipscost.words import LANGUAGES
from ipscost.words.locale import locale

_NOT_FINITE = re.compile(rf"{SIGN}\.?({INFINITE}|nan)", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def refuse(code: str, message: str, given: str, fix: str) -> PydanticCustomError:
    text = Message("{message}, found '{after}'", message=message, after=cut(given))
    return PydanticCustomError(code, "{text}", {"text": text, "fix": fix})


def parse_number(text: Any) -> Any:
    """The number that `text` writes with a decimal point. Raises E112 or E113 with the fix."""
    if not isinstance(text, str):
        raise refuse(
            "E103",
            Message("expected a number"),
            Message("a list or mapping"),
            Message("write a number such as 100"),
        )
    if _NOT_FINITE.fullmatch(text):
        raise refuse(
            "E113",
            Message("expected a finite number"),
            text,
            Message("write a finite number such as 100"),
        )
    if not is_number(text):
        raise refuse("E112", Message("expected a number"), text, number_fix(text))
    number = float(text)
    if abs(number) >= LARGEST:
        raise refuse(
            "E113",
            Message("expected a number below {largest:g}", largest=LARGEST),
            text,
            Message("write a number such as 1000"),
        )
    return number


_YES, _NO = ("yes", "y", "ja", "on", "1", "true"), ("no", "n", "nej", "off", "0", "false")


def _parse_flag(text: Any) -> Any:
    if text not in ("true", "false"):
        said = str(text).lower()
        fix = Message("use one of: {others}", others="true, false")
        if said in (*_YES, *_NO):
            fix = Message("write {meant}", meant="true" if said in _YES else "false")
        raise refuse("E104", Message("expected true or false"), str(text), fix)
    return text == "true"


def parse_whole(text: Any) -> Any:
    """The whole number that `text` writes. Raises E112 to E114 with the fix."""
    try:
        number = parse_number(text)
    except PydanticCustomError as error:
        if (error.context or {}).get("fix") == SUCH_AS:
            fix = Message("write a whole number such as 12")
            raise refuse("E112", Message("expected a whole number"), str(text), fix) from None
        meant = re.match(r"write (-?\d+\.\d+) ", str((error.context or {}).get("fix")))
        if meant is not None and (number := float(meant[1])) != int(number):
            near = Message(
                "write {floor}, or write {ceil}", floor=math.floor(number), ceil=math.ceil(number)
            )
            raise refuse("E114", Message("expected a whole number"), str(text), near) from None
        raise
    if number == int(number) and is_doubtful(text):
        raise refuse(
            "E114", Message("expected a whole number without a mark"), text, number_fix(text)
        )
    if number != int(number):
        near = Message(
            "write {floor}, or write {ceil}", floor=math.floor(number), ceil=math.ceil(number)
        )
        if is_doubtful(text):
            near = Message("write {whole} (no thousands mark)", whole=without_marks(text))
        raise refuse("E114", Message("expected a whole number"), text, near)
    return int(number)


def parse_year(text: Any) -> Any:
    if not (isinstance(text, str) and re.fullmatch(r"[1-9][0-9]+", text) and len(text) == 4):
        given = text if isinstance(text, str) else Message("a list or mapping")
        raise refuse(
            "E114", Message("expected a year"), given, Message("write a year such as 2026")
        )
    return int(text)


MOST_GROWTH = 0.25
"""Consumer prices that rise or fall by more a year are no assumption that anybody makes."""


def _parse_growth(text: Any) -> Any:
    fix = Message("write a number such as 0.02")
    expected = Message(
        "expected a change of prices a year between {low:g} and {high:g}",
        low=-MOST_GROWTH,
        high=MOST_GROWTH,
    )
    if isinstance(text, str) and _NOT_FINITE.fullmatch(text):
        raise refuse("E113", expected, text, fix)
    number = parse_number(text)
    if abs(number) < MOST_GROWTH:
        return number
    if abs(number) < 100 * MOST_GROWTH:
        fix = Message("write {share:g} if {text} per cent is meant", share=number / 100, text=text)
    raise refuse("E114", expected, text, fix)


def check_name(text: str) -> str:
    if not _NAME.fullmatch(text):
        near = re.sub(r"[^a-z0-9]+", "_", text.lower().translate(_DANISH)).strip("_")
        near = near if _NAME.fullmatch(near) else f"a_{near or 'name'}"
        fix = Message(
            "write {near} (small letters a to z, digits, _); a label may hold any text", near=near
        )
        raise refuse("E106", Message("expected a name"), text, fix)
    return text


def check_unit(text: str) -> str:
    return _unit_text(text, units.parse_unit, "DKK_2024/person")


def check_money(text: str) -> str:
    return _unit_text(text, units.parse_money, "DKK_2024")


def check_target_unit(text: str) -> str:
    if re.fullmatch(r"[A-Z]{3}", text):
        return text
    return check_unit(text)


SHARES = ("%", "pct", "pct.", "percent", "procent", "per cent", "andel", "proportion")
"""Other ways in which people write the unit of a share."""


def _unit_text(text: str, parse: Any, example: str) -> str:
    if text == units.UNKNOWN:
        fix = Message(
            "write a unit such as DKK_{unknown}{example}",
            unknown=units.UNKNOWN,
            example=example.removeprefix("DKK_2024"),
        )
        raise refuse("E115", Message("expected a unit"), text, fix)
    if text.lower() in SHARES and parse is units.parse_unit:
        raise refuse("E115", Message("expected a unit"), text, Message("write share"))
    try:
        parse(text)
    except ValueError as error:
        counted = re.fullmatch(r"[^/]+((?:/[a-z]+)+)", text)
        if counted is not None and "/" in example:
            example = example.partition("/")[0] + counted[1]
        fix = Message("write a unit such as {example}", example=example)
        if likely := _likely_unit(text, parse):
            fix = Message("write {meant}", meant=likely)
        if "of a year" in str(error):
            head, slash, per = text.partition("/")
            fix = Message(
                "write the year its prices are of, such as {head}_2017{slash}{per}",
                head=head,
                slash=slash,
                per=per,
            )
        context = {"text": str(error), "fix": fix}
        raise PydanticCustomError("E115", "{text}", context) from None
    return text


_CURRENCY = {"kr": "DKK", "kr.": "DKK", "kroner": "DKK", "euro": "EUR", "euros": "EUR"}


def _likely_unit(text: str, parse: Any) -> str:
    """The unit that a text such as `DKK 2024 per person` means; empty if none."""
    unit = re.sub(r"\s*(?:/|\bper\b|\bpr\b\.?)\s*", "/", text.strip())
    unit = re.sub(
        r"\b(kr\.?|kroner|euros?)(?=[\W_]|$)", lambda m: _CURRENCY[m[1].lower()], unit, flags=re.I
    )
    unit = re.sub(r"\b(\d{4})[ _]([A-Z]{3})\b", r"\2_\1", unit)
    unit = re.sub(r"\b([A-Z]{3})[ -]?(\d{4})\b", r"\1_\2", unit)
    unit = re.sub(r"\b([A-Z]{3})[ _]?(?:ukendt|not known)\b", rf"\1_{units.UNKNOWN}", unit)
    try:
        parse(unit)
    except ValueError:
        return ""
    return unit


_SHARE, _INSIDE, _RATE = Field(ge=0, le=1), Field(gt=0, lt=1), Field(ge=0, lt=1)
_POSITIVE, _NOT_NEGATIVE = Field(gt=0), Field(ge=0)
_MONTH = Field(gt=0, le=1200)
_MONTHS, _COUNT = Field(ge=1, le=1200), Field(ge=1, le=1_000_000_000)

_PEOPLE = Field(ge=1, le=MOST_PEOPLE)


def _number(limits: Any) -> Any:
    """Reads a number; the limits stand here for the JSON Schema, and beside it for the check."""
    return BeforeValidator(parse_number, json_schema_input_type=Annotated[float, limits])


def _whole(limits: Any) -> Any:
    """Reads a whole number, likewise."""
    return BeforeValidator(parse_whole, json_schema_input_type=Annotated[int, limits])


Number = Annotated[float, BeforeValidator(parse_number, json_schema_input_type=float)]
Share = Annotated[float, _number(_SHARE), _SHARE]
Inside = Annotated[float, _number(_INSIDE), _INSIDE]
Rate = Annotated[float, _number(_RATE), _RATE]
Positive = Annotated[float, _number(_POSITIVE), _POSITIVE]
NotNegative = Annotated[float, _number(_NOT_NEGATIVE), _NOT_NEGATIVE]
Month = Annotated[float, _number(_MONTH), _MONTH]
Months = Annotated[int, _whole(_MONTHS), _MONTHS]
Count = Annotated[int, _whole(_COUNT), _COUNT]
People = Annotated[int, _whole(_PEOPLE), _PEOPLE]
Events = Annotated[int, _whole(_NOT_NEGATIVE), _NOT_NEGATIVE]
Year = Annotated[
    int,
    BeforeValidator(parse_year, json_schema_input_type=Annotated[int, Field(ge=1000, le=9999)]),
]
Growth = Annotated[
    float,
    BeforeValidator(
        _parse_growth,
        json_schema_input_type=Annotated[float, Field(gt=-MOST_GROWTH, lt=MOST_GROWTH)],
    ),
]
Flag = Annotated[bool, BeforeValidator(_parse_flag, json_schema_input_type=bool)]
Text = Annotated[str, Field(min_length=1, pattern=r"\S"), AfterValidator(harmless)]
Name = Annotated[str, AfterValidator(check_name)]
UnitText = Annotated[str, AfterValidator(check_unit)]
MoneyText = Annotated[str, AfterValidator(check_money)]


DEFINITE = "_definite"
"""How the key ends that holds a name as it stands within a sentence: da_definite: kommunen."""


class Keys(BaseModel):
    """A mapping with known keys; any other key is an error.

    What checks a section is built when the first such section is read: a file has few of them all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _text_in(language: str) -> Any:
    """The type and default of the key that holds the text in a language."""
    here = locale(language)
    shown = Message("the text in {name}", name=fixed(here.name))
    if here.in_scenarios:
        return Text, Field(description=shown)
    return Text | None, Field(None, description=shown)


def _definite_in(language: str) -> Any:
    """The type and default of the key that holds the definite form of the text in a language."""
    shown = Message(
        "the same within a sentence, in {name}, where that differs",
        name=fixed(locale(language).name),
    )
    return Text | None, Field(None, description=shown)


if TYPE_CHECKING:
    _Texts = Keys
else:
    _Texts = create_model(
        "_Texts",
        __base__=Keys,
        **{each: _text_in(each) for each in LANGUAGES},
        **{f"{each}{DEFINITE}": _definite_in(each) for each in LANGUAGES},
    )


class LabelKeys(_Texts):
    """A name or text for readers: one text for both languages, or one for each."""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Each language that there is a text in, and the text."""
        found = ((each, getattr(self, each)) for each in LANGUAGES)
        return tuple((each, text) for each, text in found if text is not None)

    @property
    def definites(self) -> tuple[tuple[str, str], ...]:
        """Each language that there is a definite form in, and that form."""
        found = ((each, getattr(self, f"{each}{DEFINITE}")) for each in LANGUAGES)
        return tuple((each, text) for each, text in found if text is not None)

    @model_validator(mode="before")
    @classmethod
    def _both(cls, data: Any) -> Any:
        if isinstance(data, list):
            words = [str(item) for item in data if isinstance(item, str)]
            keys = ", ".join(f"{each}: ..." for each in LANGUAGES if locale(each).in_scenarios)
            fix = Message(
                'write "{words}"; {{{texts}}} is for two languages',
                words=", ".join(words),
                texts=keys,
            )
            raise refuse("E103", Message("expected a text"), Message("a list"), fix)
        return dict.fromkeys(LANGUAGES, data) if isinstance(data, str) and data else data

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> Any:
        full = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [{"type": "string", "minLength": 1, "pattern": r"\S"}, full]}


def _single_payer(data: Any) -> Any:
    return {data: "1"} if isinstance(data, str) and data else data


PayerShares = Annotated[
    dict[str, Share],
    BeforeValidator(_single_payer, json_schema_input_type=str | dict[str, float]),
]


class TimingKeys(Keys):
    """When within the horizon: `uniform`, only in some months, or by weights."""

    months: tuple[Months, Months] | None = Field(
        default=None, description="Only in months [first, last]"
    )
    weights: list[NotNegative] | None = Field(
        default=None, description="One weight a month; they are scaled to sum to 1"
    )
    continues: Flag = Field(
        default=False, description="true where it goes on after its months, as the effect does"
    )

    @model_validator(mode="before")
    @classmethod
    def _uniform(cls, data: Any) -> Any:
        if data == "uniform":
            return {}
        if isinstance(data, str):
            fix = Message(
                "write uniform, or write {{months: [1, 6]}}; {{weights: [...]}} has one a month"
            )
            raise refuse("E104", Message("expected a timing"), data, fix)
        return data

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> Any:
        full = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [{"const": "uniform"}, full]}
