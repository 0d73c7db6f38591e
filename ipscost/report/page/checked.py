"""What was checked, and by whom: published results, tests of the model, and two checklists.

What no number can say, such as who paid for the evaluation, is what the scenario states of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.report.page.document import Block, Data, Definition, Definitions, Paragraph
from ipscost.report.page.material import Material, tables_called
from ipscost.words.text import say


def stated(found: Material) -> Iterator[Block]:
    """What the scenario states under `reporting`; nothing where it states nothing."""
    said = found.scenario.reporting
    if said:
        items = (Definition(say(f"page_said_{key}"), each.text) for key, each in said.items())
        yield Definitions(tuple(items))


def checked(found: Material) -> Iterator[Block]:
    """The run beside published results, and what must hold of any model, tried on this one."""
    from ipscost.report.verify.report import verify

    published, _ = verify(found.run)
    yield from map(Paragraph, published.headline)
    for caveat in published.short.caveats if published.short else ():
        yield Paragraph(caveat.text, "aside")
    yield from map(Data, tables_called(published, "results"))
    yield from map(Paragraph, found.tried.headline)
    yield from map(Data, tables_called(found.tried, "stress", "advishe"))
    for note in found.tried.notes:
        yield Paragraph(note.text, "aside")


def cheers(found: Material) -> Iterator[Block]:
    """The items of CHEERS 2022, and of a budget: derived, stated, or missing, and where."""
    yield Paragraph(say("page_cheers_read"))
    yield from map(Data, tables_called(found.tried, "cheers", "practice"))
