"""How a command is made: groups become options in their place, and what does not fit is told."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import pytest
import typer

from ipscost.cli.command import spread
from ipscost.errors import AskedError

found: list[object] = []


@dataclass(frozen=True)
class Size:
    """A group, of two options."""

    width: Annotated[int, typer.Option(help="How wide.")] = 1
    height: Annotated[int, typer.Option(help="How high.")] = 2


def draw(
    *, name: Annotated[str, typer.Argument()], size: Size, round_: Annotated[bool, typer.Option()]
) -> None:
    """Draw a box."""
    if size.width > 9:
        raise AskedError("too wide")
    found.append((name, size, round_))


def ran(called: Callable[..., None], *arguments: str) -> object:
    """What the function was given by the command that it is made into."""
    app = typer.Typer()
    app.command()(called)
    app(list(arguments), standalone_mode=False)
    return found.pop()


def test_a_group_becomes_its_options_where_it_stands() -> None:
    called = spread(draw, (), {})
    assert [*inspect.signature(called).parameters] == ["name", "width", "height", "round_"]
    assert called.__doc__ == "Draw a box."
    assert ran(called, "box", "--height", "5", "--round-") == ("box", Size(1, 5), True)


def test_an_option_that_a_command_does_not_have_keeps_its_default() -> None:
    called = spread(draw, ("height",), {})
    assert [*inspect.signature(called).parameters] == ["name", "width", "round_"]
    assert ran(called, "box", "--width", "5", "--no-round-") == ("box", Size(5, 2), False)


def test_an_option_may_stand_elsewhere() -> None:
    called = spread(draw, (), {"width": "round_"})
    assert [*inspect.signature(called).parameters] == ["name", "height", "round_", "width"]
    assert ran(called, "box", "--width", "5", "--no-round-") == ("box", Size(5, 2), False)


@pytest.mark.parametrize(("without", "after"), [(("depth",), {}), ((), {"depth": "width"})])
def test_an_option_that_there_is_none_of_can_neither_be_left_out_nor_moved(
    without: tuple[str, ...], after: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match="depth"):
        spread(draw, without, after)


def test_an_option_that_two_groups_have_is_refused() -> None:
    def twice(*, first: Size, second: Size) -> None: ...

    with pytest.raises(ValueError, match="duplicate parameter name: 'width'"):
        spread(twice, (), {})


def test_what_does_not_fit_is_a_mistake_in_the_command() -> None:
    with pytest.raises(typer.BadParameter, match="too wide") as caught:
        ran(spread(draw, (), {}), "box", "--width", "10", "--round-")
    assert caught.value.ctx is not None  # so that the usage of the command is shown with it
