"""Pages whose PDF is tagged, as browsers print them: every case gives the blocks that stand beside it.

A case of tests/cases/formats/tagged has ``[[text]]`` entries in points from the top left corner of one page: where the
first line begins (``at``), its ``size``, its ``lines``, and ``within`` which tags it stands: ``"Table a/TR 1/TD 2"``
are three, one within the other, and what has the same path stands in the same tag; ``TD 1 RowSpan=2`` covers two rows.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from loaders.formats import read
from tests.loaders.dumping import dump

_CASES = Path(__file__).resolve().parent.parent / "cases" / "formats" / "tagged"
_WIDTH, _HEIGHT = 842, 595
_ASCENT, _LEADING = 0.93, 1.25
_PAGE, _TREE, _ROOT = 3, 7, 8
"""The numbers of the page, the root of the tags and the first tag among the objects of the file."""


class _Text(TypedDict):
    """Lines below one another in one print."""

    at: tuple[float, float]
    size: NotRequired[float]
    bold: NotRequired[bool]
    lines: list[str]
    within: NotRequired[str]


@dataclass
class _Tag:
    """A tag: what it is, its attributes, what stands in it (tags, or the marks of pieces of text)."""

    kind: str
    attributes: str = ""
    children: dict[str, _Tag] = field(default_factory=dict)
    marks: list[int] = field(default_factory=list)


def _tree(texts: list[_Text]) -> _Tag:
    """Return the tags of a page; the mark of a text is its index."""
    root = _Tag("Document")
    for mark, text in enumerate(texts):
        tag = root
        for step in text["within"].split("/") if "within" in text else []:
            spans = "".join(f" /{part.replace('=', ' ')}" for part in step.split() if "=" in part)
            tag = tag.children.setdefault(step, _Tag(step.split()[0], spans))
        if tag is not root:
            tag.marks.append(mark)
    return root


def _tags(tag: _Tag, parent: int, objects: list[str], parents: dict[int, int]) -> int:
    """Add the objects of ``tag``; return its number."""
    number = _ROOT + len(objects)
    objects.append("")
    parents.update(dict.fromkeys(tag.marks, number))
    kids = [f"{_tags(child, number, objects, parents)} 0 R" for child in tag.children.values()]
    kids += map(str, tag.marks)
    objects[number - _ROOT] = (
        f"<< /Type /StructElem /S /{tag.kind} /P {parent} 0 R /Pg {_PAGE} 0 R /K [{' '.join(kids)}]"
        f" /A << /O /Table{tag.attributes} >> >>"
    )
    return number


def _content(texts: list[_Text]) -> str:
    """Return how the page is drawn."""
    drawn = []
    for mark, text in enumerate(texts):
        size = text.get("size", 10.0)
        drawn.append(f"/Span <</MCID {mark}>> BDC" if "within" in text else "/Span BMC")
        for row, line in enumerate(text["lines"]):
            x, y = text["at"][0], _HEIGHT - text["at"][1] - size * (_ASCENT + _LEADING * row)
            written = line.replace("(", r"\(").replace(")", r"\)")
            drawn.append(f"BT /{'Bold' if text.get('bold') else 'Plain'} {size} Tf {x} {y} Td ({written}) Tj ET")
        drawn.append("EMC")
    return "\n".join(drawn)


def _pdf(texts: list[_Text]) -> bytes:
    """Return a tagged PDF of one page."""
    tags: list[str] = []
    parents: dict[int, int] = {}
    _tags(_tree(texts), _TREE, tags, parents)
    held = " ".join(f"{parents[mark]} 0 R" if mark in parents else "null" for mark in range(len(texts)))
    drawn = _content(texts)
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot {_TREE} 0 R /MarkInfo << /Marked true >> >>",
        f"<< /Type /Pages /Kids [{_PAGE} 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /StructParents 0 /Contents 4 0 R"
        " /Resources << /Font << /Plain 5 0 R /Bold 6 0 R >> >> >>",
        f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream",
        font.format("Helvetica"),
        font.format("Helvetica-Bold"),
        f"<< /Type /StructTreeRoot /K [{_ROOT} 0 R] /ParentTree << /Nums [0 [{held}]] >> >>",
        *tags,
    ]
    file, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{written}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size {len(objects) + 1} >>\n"
    )
    return file + f"{end}startxref\n{len(file)}\n%%EOF\n".encode("cp1252")


@pytest.mark.parametrize("path", sorted(_CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_tagged_page_gives_its_blocks(path: Path, tmp_path: Path) -> None:
    texts: list[_Text] = tomllib.loads(path.read_text("utf-8"))["text"]
    file = tmp_path / f"{path.stem}.pdf"
    file.write_bytes(_pdf(texts))
    assert dump(read(file)) == path.with_suffix(".blocks").read_text("utf-8")
