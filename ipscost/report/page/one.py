"""The document of one scenario."""

from __future__ import annotations

from ipscost.report.page.document import Document
from ipscost.report.page.front import front
from ipscost.report.page.material import Material
from ipscost.report.page.sections import sections
from ipscost.version import __version__


def document(found: Material) -> Document:
    """What people take away of one scenario: its first page, and the sections behind it."""
    scenario = found.scenario
    return Document(scenario.name, scenario.title, front(found), sections(found), __version__)
