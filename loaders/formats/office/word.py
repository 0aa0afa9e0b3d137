"""WordprocessingML: names, attributes, and the runs of a paragraph as they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = ("0", "false", "off", "none")

# What is not printed where it stands, or a second time: deletions, fallbacks, properties, fields' codes.
_SKIPPED = frozenset((f"{{{_MC}}}Fallback",)) | frozenset(
    f"{{{_W}}}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "delText", "tblPr", "tcPr")
)


def w(name: str) -> str:
    """Return the qualified name of ``name`` in WordprocessingML."""
    return f"{{{_W}}}{name}"


def value(node: Element | None, name: str) -> str:
    """Return the attribute ``name`` of ``node``, empty where there is none."""
    return (node.get(w(name)) or "") if node is not None else ""


def first(node: Element | None, *path: str) -> Element | None:
    """Return the first element at ``path`` below ``node``."""
    for name in path:
        if node is None:
            return None
        node = node.find(w(name))
    return node


def is_on(node: Element | None) -> bool | None:
    """Tell whether a property such as ``w:b`` is on; None where nothing is said."""
    return None if node is None else value(node, "val").lower() not in _OFF


def printed(node: Element) -> Iterator[tuple[str, Element]]:
    r"""Give what is printed in a paragraph, in order, each stretch of text with its run.

    A line break is ``\n``; text boxes are left to the caller.
    """
    for child in node:
        if child.tag in _SKIPPED or child.tag == w("txbxContent"):
            continue
        if child.tag == w("r"):
            for text in _of_run(child):
                yield text, child
        else:
            yield from printed(child)


def _of_run(run: Element) -> Iterator[str]:
    """Give the text of a run, none of one that is hidden."""
    for child in () if is_on(first(run, "rPr", "vanish")) else run:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in (w("tab"), w("ptab")):
            yield "\t"
        elif child.tag in (w("br"), w("cr")):
            yield "\n" if value(child, "type") in ("", "textWrapping") else " "
        elif child.tag == w("noBreakHyphen"):
            yield "-"
        elif child.tag == w("sym"):
            yield _symbol(value(child, "char"))


def _symbol(code: str) -> str:
    """Return the character of a symbol font."""
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """Give the text boxes anchored in ``paragraph``, each once."""
    for box in paragraph.iter(w("txbxContent")):
        within = next(box.iterancestors(w("p")), None)
        if within is paragraph and not any(ancestor.tag in _SKIPPED for ancestor in box.iterancestors()):
            yield box
