"""What the styles of a DOCX say of a paragraph: the level of a title, the list it belongs to, whether it is bold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from loaders.formats.office.word import Element, first, is_on, value, w

_TITLE = re.compile(r"(?:heading|titre|überschrift)\s?([1-9])", re.IGNORECASE)
MAX_CHAIN = 20
"""Styles that are based on one another."""


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their id."""

    by_id: Mapping[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """Return the styles of the part whose root is ``root``."""
        return cls({} if root is None else {value(node, "styleId"): node for node in root.iterchildren(w("style"))})

    def _chain(self, style: str) -> Iterator[Element]:
        """Give a style and those that it is based on."""
        for _ in range(MAX_CHAIN):
            node = self.by_id.get(style)
            if node is None:
                return
            yield node
            style = value(first(node, "basedOn"), "val")

    def _of(self, paragraph: Element) -> Iterator[Element]:
        """Give the styles of ``paragraph``."""
        return self._chain(value(first(paragraph, "pPr", "pStyle"), "val"))

    def level(self, paragraph: Element) -> int:
        """Return the level of a title from 1, 0 for any other paragraph."""
        for node in (paragraph, *self._of(paragraph)):
            outline = value(first(node, "pPr", "outlineLvl"), "val")
            if outline.isdecimal():
                return int(outline) + 1 if int(outline) < len("123456789") else 0
            name = value(first(node, "name"), "val")
            title = _TITLE.fullmatch(name)
            if title or name.lower() in ("title", "titre"):
                return int(title[1]) if title else 1
        return 0

    def listed(self, paragraph: Element) -> tuple[str, int] | None:
        """Return the list of ``paragraph`` and its depth, None where it stands in no list."""
        for node in (paragraph, *self._of(paragraph)):
            properties = first(node, "pPr", "numPr")
            number = value(first(properties, "numId"), "val")
            if number:
                depth = value(first(properties, "ilvl"), "val")
                return None if number == "0" else (number, int(depth) if depth.isdecimal() else 0)
        return None

    def bold(self, paragraph: Element, run: Element | None) -> bool:
        """Tell whether ``run`` of ``paragraph`` is printed bold (``run`` None: the label before its first)."""
        if run is not None:
            for node in (run, *self._chain(value(first(run, "rPr", "rStyle"), "val"))):
                said = is_on(first(node, "rPr", "b"))
                if said is not None:
                    return said
        return any(is_on(first(node, "rPr", "b")) for node in self._of(paragraph))
