"""SVG as matplotlib writes it, made small, safe to put into a page, and told in words.

Everything that would clash with another picture of the page is renamed or left out: ids, and what
they are referred to by. Texts are escaped by the writer of XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ipscost.formats.pictures.look import FONT

if TYPE_CHECKING:
    from ipscost.report.pictures.picture import Picture

SVG, LINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
FONTS = f"'{FONT}',Verdana,Roboto,Arial,sans-serif"
"""The fonts of a picture in a page: that it was measured in, then those of readers' machines."""
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
EVERYWHERE = "stroke-linejoin:round;stroke-linecap:butt"
"""How matplotlib has all lines meet and end."""
ROUNDED = ("d", "x", "y", "transform", "points", "x1", "y1", "x2", "y2", "width", "height", "style")


def embedded(text: str, told: Picture, language: str, prefix: str) -> str:
    """An element for a page of HTML, whose ids begin with `prefix`."""
    root = _made(text, told, language, prefix)
    for node in root.iter():
        if "style" in node.attrib:
            node.set("style", node.get("style", "").replace(f"'{FONT}'", FONTS))
    return ElementTree.tostring(root, encoding="unicode")


def filed(text: str, told: Picture, language: str, prefix: str) -> bytes:
    """A file of its own."""
    root = _made(text, told, language, prefix)
    whole: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole + b"\n"


def _made(text: str, told: Picture, language: str, prefix: str) -> ElementTree.Element:
    """The picture with its words, and with the ids that are referred to alone."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", LINK)
    root = ElementTree.fromstring(text)
    _drop(root)
    _dots(root)
    _rename(root, prefix)
    for node in root.iter():
        for name in ROUNDED:
            if name in node.attrib:
                node.set(name, _NUMBER.sub(_shorter, node.get(name, "")))
        if "d" in node.attrib:
            node.set("d", " ".join(node.get("d", "").split()))
        node.tail = None
        if node.text is not None and not node.text.strip():
            node.text = None
        if node.tag == f"{{{SVG}}}style":  # which in a page would be of all of it
            node.text = f"#{prefix} *{{{EVERYWHERE}}}"
    _tell(root, told, language, prefix)
    return root


def _shorter(found: re.Match[str]) -> str:
    """A number with two decimals at most: a hundredth of a point is not seen."""
    return f"{float(found[0]):.2f}".rstrip("0").rstrip(".")


def _drop(root: ElementTree.Element) -> None:
    """Leaves out what says when and by what a picture was made."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == f"{{{SVG}}}metadata":
                parent.remove(child)


def _dots(root: ElementTree.Element) -> None:
    """Writes the points of each cloud as one path of dots, a tenth as long as a mark for each."""
    for group in root.iter(f"{{{SVG}}}g"):
        if not group.get("id", "").startswith("cloud-"):
            continue
        place = int(group.get("id", "").partition("-")[2])
        uses = list(group.iter(f"{{{SVG}}}use"))
        style = re.findall(r"(fill|fill-opacity|opacity): ([^;]+)", uses[0].get("style", ""))
        look = dict(style)
        opacity = look.get("fill-opacity") or look.get("opacity") or "1"
        inner = next(each for each in group.iter(f"{{{SVG}}}g") if uses[0] in list(each))
        spots = " ".join(
            f"M{float(u.get('x', 0)):.1f} {float(u.get('y', 0)):.1f}h.01" for u in uses
        )
        for use in uses:
            inner.remove(use)
        drawn = ElementTree.SubElement(inner, f"{{{SVG}}}path", {"d": spots})
        cap = "round" if place % 2 == 0 else "square"
        drawn.set(
            "style",
            f"fill:none;stroke:{look.get('fill', '#000')};stroke-opacity:{opacity};"
            f"stroke-width:2;stroke-linecap:{cap}",
        )


def _rename(root: ElementTree.Element, prefix: str) -> None:
    """Ids that something refers to begin with `prefix` and are numbered; others are left out."""
    known = {found for node in root.iter() for found in _references(node)}
    names = dict[str, str]()
    for node in root.iter():
        name = node.get("id")
        if name is None:
            continue
        if name not in known:
            del node.attrib["id"]
            continue
        names.setdefault(name, f"{prefix}-{len(names) + 1}")
        node.set("id", names[name])
    for node in root.iter():
        link = f"{{{LINK}}}href"
        if link in node.attrib:
            node.set(link, f"#{names[node.get(link, '')[1:]]}")
        for key in ("style", "clip-path", "fill", "mask"):
            if key in node.attrib:
                node.set(key, _REFERENCE.sub(lambda m: f"url(#{names[m[1]]})", node.get(key, "")))


def _references(node: ElementTree.Element) -> Iterator[str]:
    """The ids that an element refers to."""
    yield node.get(f"{{{LINK}}}href", "#")[1:]
    for key in ("style", "clip-path", "fill", "mask"):
        yield from _REFERENCE.findall(node.get(key, ""))


def _tell(root: ElementTree.Element, told: Picture, language: str, prefix: str) -> None:
    """What the picture is called and shows, for those who cannot see it."""
    title = ElementTree.Element(f"{{{SVG}}}title", {"id": f"{prefix}-title"})
    title.text = str(told.title)
    shown = ElementTree.Element(f"{{{SVG}}}desc", {"id": f"{prefix}-desc"})
    shown.text = str(told.alt)
    root.insert(0, shown)
    root.insert(0, title)
    root.set("id", prefix)
    root.set("role", "img")
    root.set("lang", language)
    root.set("aria-labelledby", f"{prefix}-title")
    root.set("aria-describedby", f"{prefix}-desc")
