"""The keys of the section `rollout`: who starts when, what the posts cost, who pays and gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, create_model

from ipscost.loading.keys.dates import parse_month
from ipscost.loading.keys.fields import Flag, Keys, LabelKeys, Months, Name, Text, parse_year
from ipscost.loading.keys.schema_amounts import AmountKeys
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import SURE
from ipscost.scenario.rollout import ALL, KEPT, ONE, PRICES, REPAID, WAGES
from ipscost.units import UNKNOWN

SPREAD, OVERHEAD, GROWTH = "spread", "overhead", "growth"
LINE_KEYS = (SPREAD, OVERHEAD, GROWTH, "net")
"""Keys beside the amount of a line or a published price that are not part of it."""
POSTS = ("part", "whole")

_AMOUNT = {"$ref": "#/$defs/AmountKeys"}
_PLAIN = {"anyOf": [{"type": "number"}, _AMOUNT]}
_MONEY = {"anyOf": [{"const": UNKNOWN}, _AMOUNT]}
_MONTH = {"type": "string", "pattern": r"^[0-9]{4}-(0[1-9]|1[0-2])(-01)?$"}
_EMPLOYER = {"anyOf": [*_PLAIN["anyOf"], {"$ref": "#/$defs/EmployerKeys"}]}
_SCOPE = {
    "anyOf": [
        {"enum": [ONE, ALL]},
        {"type": "object", "required": ["share"]}
        | {"properties": {"share": _PLAIN}, "additionalProperties": False},
    ]
}

CalendarMonth = Annotated[Any, BeforeValidator(parse_month), WithJsonSchema(_MONTH)]
Plain = Annotated[Any, WithJsonSchema(_PLAIN)]
"""A plain number, which is then an assumption, or an amount with its uncertainty and source."""
Amount = Annotated[Any, WithJsonSchema(_MONEY)]
"""An amount with its unit, or `unknown`."""
GrantYear = Annotated[str, AfterValidator(lambda text: str(parse_year(text)))]


class SourcedKeys(Keys):
    """Keys that the numbers of a part of a rollout share."""

    source: Text | None = Field(None, description="Source of the numbers below")
    assumption: LabelKeys | None = Field(None, description="What is assumed for the numbers below")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure the numbers below are, where it differs from their source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


class IntakeKeys(SourcedKeys):
    """Who starts, and when."""

    target: Amount = Field(
        description="Who is planned to start: in all (person), or at full pace (person/year, "
        "person/month)"
    )
    months: Months = Field(description="Months over which people start")
    recruitment: Plain = Field(None, description="Share of the target that is recruited, 0 to 1")
    ramp_up: Plain = Field(None, description="Months until people start at full pace")
    delay: Plain = Field(None, description="Months by which people start later than planned")
    of: Plain = Field(None, description="How many people there are to recruit")


class SupportKeys(SourcedKeys):
    """How long a person is supported."""

    months: Plain = Field(description="Months of support of a person who stays")
    leaving: Plain = Field(None, description="Share of those supported who leave it in a month")


class RoleKeys(SourcedKeys):
    """A kind of post; the first one has a post for each caseload of clients."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    salary: Amount = Field(description="Salary of a full post a year, such as DKK_2024/year")
    per: Plain = Field(None, description="A post for so many posts of another role")
    of: Text | None = Field(None, description="That other role; the first one unless stated")
    posts: Plain = Field(None, description="How many posts there are, whatever the clients")


class EmployerKeys(SourcedKeys):
    """What an employer pays on a salary above a limit."""

    share: Plain = Field(description="Share of the salary above the limit")
    above: Amount = Field(None, description="The limit, a post and year: GBP_2026/year")


class StaffKeys(SourcedKeys):
    """The posts of the programme, and what comes on top of salaries."""

    caseload: Plain = Field(None, description="Clients at a time of a full post of the first role")
    clients_per_year: Plain = Field(
        None, description="Clients who start with it in a year: 12 x caseload / months of support"
    )
    posts: Literal[POSTS] = Field(  # type: ignore[valid-type]
        POSTS[0], description="Part or whole posts"
    )
    hired_ahead: Plain = Field(None, description="Months by which a post is filled before")
    vacancy: Plain = Field(None, description="Share of posts that stand empty, below 1")
    role: dict[Name, RoleKeys] = Field(description="The kinds of post, the clients' own first")
    employer: Annotated[Any, WithJsonSchema(_EMPLOYER)] = Field(
        None, description="The employer's share of a salary; or share and above"
    )
    pension: Plain = Field(None, description="Pension as a share of the salary")
    overhead: Plain = Field(
        None, description="Overhead as a share of all costs of posts, and of lines that have it"
    )


if TYPE_CHECKING:
    _Beside = Keys
else:
    # Read as an amount by itself, which may be unknown, so its keys are not checked here once more.
    _Beside = create_model(
        "_Beside",
        __base__=Keys,
        **{
            name: (Any, Field(None, description=each.description))
            for name, each in AmountKeys.model_fields.items()
            if name != "note"
        },
        note=(LabelKeys | None, Field(None, description="Anything a reader should know")),
    )


class LineKeys(_Beside):
    """A cost of the programme beside posts: an amount once, a year, a post or a person."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    spread: Flag = Field(
        False, description="true for money that is spread evenly over the programme's months"
    )
    overhead: Flag = Field(False, description="true where overhead comes on top")
    growth: Plain = Field(
        None, description="By how much it rises a year, where not as prices: 0.05 for 5%"
    )


class PublishedKeys(_Beside):
    """A published price of the programme per person, to stand beside the one from posts."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    net: Flag = Field(False, description="true where what usual practice spends has been taken off")


FROM = "from"
"""The key of who gives, a word that Python keeps for itself."""
if TYPE_CHECKING:
    _Given = SourcedKeys
else:
    _Given = create_model(
        "_Given",
        __base__=SourcedKeys,
        **{FROM: (Text, Field(description="The payer who gives it"))},
    )


class GrantKeys(_Given):
    """Money given towards the programme."""

    label: LabelKeys | None = Field(None, description="Name for readers")
    to: Text = Field(description="The payer who gets it")
    amounts: dict[GrantYear, Amount] = Field({}, description="Amounts by calendar year")
    total: Amount = Field(None, description="Or one amount, even over the months of intake")
    own_share: Plain = Field(
        None, description="Share of the programme's cost that the receiver must pay itself"
    )
    unspent: Literal[KEPT, REPAID] = Field(  # type: ignore[valid-type]
        KEPT, description="What becomes of money that is not spent"
    )


class FinancingKeys(Keys):
    """A block grant that follows what all receivers together spend on some categories."""

    guaranteed: list[Text] = Field(description="Paths of categories or groups that it follows")
    payer: Text = Field(description="The payer whose block grant it is")
    by: Text = Field(description="The payer who pays the block grant")
    others: LabelKeys | None = Field(None, description="Name of the other receivers, for readers")
    scope: Annotated[Any, WithJsonSchema(_SCOPE)] = Field(
        ONE, description="Who takes part: one receiver, all, or {share: 0.31} of all"
    )
    share: Plain = Field(None, description="The payer's share of all receivers")
    source: Text | None = Field(None, description="Source of the rule and of the share")
    assumption: LabelKeys | None = Field(None, description="What is assumed")
    sure: Literal[SURE] | None = Field(  # type: ignore[valid-type]
        None, description="How sure the rule is, where it differs from its source"
    )
    note: LabelKeys | None = Field(None, description="Anything a reader should know")


def _rate(what: str) -> Any:
    """The type and default of the key that holds a yearly rise."""
    return Plain, Field(None, description=f"By how much {what} rise a year: 0.02 for 2%")


if TYPE_CHECKING:
    _Rates = SourcedKeys
else:
    _Rates = create_model(
        "_Rates",
        __base__=SourcedKeys,
        **{PRICES: _rate("prices in general"), WAGES: _rate("salaries")},
        **{kind: _rate(f"costs of kind {kind}") for kind in KINDS},
    )


class IndexationKeys(_Rates):
    """By how much things rise a year after the price year of the results."""


class RolloutKeys(SourcedKeys):
    """A programme as it is rolled out in the calendar."""

    arm: Text | None = Field(None, description="The intervention, where there are several")
    starts: CalendarMonth = Field(description="First month in which people start: 2024-01")
    until: CalendarMonth | None = Field(None, description="Last month of the accounts: 2029-12")
    intake: IntakeKeys = Field(description="Who starts, and when")
    support: SupportKeys | None = Field(None, description="How long a person is supported")
    staff: StaffKeys | None = Field(None, description="The posts of the programme")
    place: Amount = Field(
        None, description="In place of posts, a price for each person planned: DKK_2025/person"
    )
    line: dict[Name, LineKeys] = Field({}, description="Costs of the programme beside posts")
    payer: Text | None = Field(
        None, description="Who pays the programme, where the scenario does not say"
    )
    published: dict[Name, PublishedKeys] = Field(
        {}, description="Published prices of the programme, to stand beside"
    )
    grant: dict[Name, GrantKeys] = Field({}, description="Money given towards the programme")
    financing: FinancingKeys | None = Field(
        None, description="A block grant that follows what all receivers spend"
    )
    indexation: IndexationKeys | None = Field(None, description="How prices and wages rise")
    between_sites: Plain = Field(
        None, description="Standard deviation of sites' own effects, as a share of the effect"
    )
    outcome: Text | None = Field(
        None, description="The outcome by which an extra person is counted"
    )


def with_rollout(defs: dict[str, Any]) -> dict[str, Any]:
    """What the parts of a rollout must have in a file that extends no other.

    It is taken out of the definitions of a JSON Schema: a variant states what it changes alone.
    """

    def needed(kind: type[Keys]) -> dict[str, Any]:
        return {"required": defs[kind.__name__].pop("required")}

    def each(kind: type[Keys]) -> dict[str, Any]:
        return {"additionalProperties": needed(kind)}

    for kind in (LineKeys, PublishedKeys):
        own = defs[kind.__name__]["properties"]
        own |= {key: part for key, part in defs["AmountKeys"]["properties"].items() if key in own}
    staff = {**needed(StaffKeys), "properties": {"role": each(RoleKeys)}}
    parts = {"intake": needed(IntakeKeys), "support": needed(SupportKeys), "staff": staff}
    return {**parts, "grant": each(GrantKeys), "financing": needed(FinancingKeys)}


def with_nulls(document: dict[str, Any], defs: dict[str, Any]) -> None:
    """Lets a null stand where a variant takes something out: an arm, an analysis, a rollout's."""

    def or_null(part: Any) -> dict[str, Any]:
        told = {"description": part["description"]} if "description" in part else {}
        return {"oneOf": [part, {"type": "null"}], **told}

    parts = defs[RolloutKeys.__name__]["properties"]
    names = [document["properties"][section] for section in ("arm", "analyses")]
    for each in (*names, *(parts[part] for part in ("line", "grant", "published"))):
        each["additionalProperties"] = or_null(each["additionalProperties"])
    parts |= {part: or_null(own) for part, own in parts.items()}
