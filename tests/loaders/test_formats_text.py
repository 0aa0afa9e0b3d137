"""Whatever the text, reading it does not fail, loses no word, says where each stands, and takes time as its length."""

from __future__ import annotations

import pkgutil
import re
import time
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import loaders.formats
from loaders.document import Block, Document, Item, Piece, Table, passages
from loaders.formats.intake import Intake
from loaders.formats.making import noise
from loaders.formats.making.bullets import opening
from loaders.formats.making.inline import plain
from loaders.formats.making.joining import Lexicon, join
from loaders.formats.making.spelling import normalise
from loaders.formats.text import markdown
from loaders.formats.web import html
from maillage.errors import DocumentError

MARKS = [
    "| ", "|", "|--|--|\n", "\n", "\n\n", "**", "*", "_", "__", "# ", "- ", "• ", "1. ", "o ", "→ ", "\t", "<br>",
    "<p>", "</p>", "<ul><li>", "</li></ul>", "<b>", "</b>", "&amp;", "&#", "\\_", "\\", "$", "^{er}", "`", "[a](b)",
    "![", "<!--", "-->", "> ", "---\n", "===\n", "\u00ad", "\ufb01", "e\u0301", "\u00a0", "\x0c", "\r\n", "-\n", " - ",
    "  ", ": - ", "€", "Reçu en préfecture le 03/02/2024", "PROJET DE CONVENTION", "Page 3", "12 %", "FICHE",
]  # fmt: skip
WORDS = ["mot", "Pas-de", "Calais", "l'été", "Action", "de", "la", "Objectif", "2024", "CCPO", "ÉTÉ", "(", ")", "«"]
texts = st.lists(st.one_of(st.sampled_from(MARKS), st.sampled_from(WORDS), st.text(max_size=4)), max_size=40).map(
    "".join
)


def read_text(text: str) -> Document | None:
    """Return the document made of ``text``, None where it is refused."""
    try:
        return markdown.read(Intake(Path("acte.md"), "acte", text.encode("utf-8", "replace")))
    except DocumentError:
        return None


@settings(max_examples=200, deadline=None)
@given(texts)
def test_any_text_is_read_twice_alike_and_every_place_lies_inside(text: str) -> None:
    document = read_text(text)
    assert document == read_text(text)
    if document is None:
        return
    for words in passages(document.blocks):
        assert words
        assert all(1 <= piece.line <= document.length for piece in words.pieces)
    for block in document.blocks:
        if isinstance(block, Table):
            assert len({len(row.cells) for row in block.rows}) == 1
            assert not block.rows[0].broken


TAGS = [
    "<table>", "</table>", "<tr>", "<td>", "<td colspan=3>", "<td rowspan=0>", "<th rowspan='2'>", "</td>", "<p>",
    "</p>", "<ul>", "<ol start=4>", "<li>", "</ul>", "<b>", "</b>", "<h2>", "</h2>", "<br>",
    "<div style='display:none'>", "</div>", "<script>", "</script>", "<!--", "-->", "<img alt='mot'>",
    "<input type=checkbox checked>", "<", "&eacute;", "\n", "]]>", "<caption>", "<thead>", "<tbody>", "<title>",
    "<body>", "</html>", "<?xml?>", "<!DOCTYPE html>", "<a", "<table",
]  # fmt: skip
pages = st.lists(st.one_of(st.sampled_from(TAGS), st.sampled_from(WORDS), st.text(max_size=4)), max_size=30).map(
    "".join
)


@settings(max_examples=200, deadline=None)
@example("<table><tr><td>un\x1emot\n</td></tr></table>", markdown)
@given(pages, st.sampled_from([html, markdown]))
def test_any_page_is_read_or_refused_and_every_place_lies_inside(text: str, reader: ModuleType) -> None:
    try:
        document: Document = reader.read(Intake(Path("page.html"), "page", text.encode("utf-8", "replace")))
    except DocumentError:
        return
    for words in passages(document.blocks):
        assert words
        assert all(1 <= piece.line <= document.length for piece in words.pieces)


def markers_and_words(blocks: Iterable[Block]) -> Iterator[str]:
    """Give all that is printed in ``blocks``."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from markers_and_words(cell.blocks)
        else:
            yield f"{block.marker} {block.words.text}" if isinstance(block, Item) else block.words.text


ALIKE = str.maketrans("0O1ILi", "oollll")
"""Signs that a scan takes for one another, and that are mended by what stands around them."""
WORD = re.compile(r"(?:[^\W\d_]|[01])+")


def words_of(text: str) -> list[str]:
    """Return the words of ``text``: letters, and what is taken for one among them."""
    return [word.translate(ALIKE) for word in WORD.findall(text) if not word.isdigit()]


@settings(max_examples=200, deadline=None)
@example("Reçu en préfecture le 03/02/2024\x0cmot")
@example("__A0Pas-de\t&amp;• ﬁ__|(")
@given(texts)
def test_no_word_is_lost_but_noise(text: str) -> None:
    document = read_text(text)
    if document is None:
        return
    printed = "".join(WORD.findall("".join(markers_and_words(document.blocks)))).translate(ALIKE)
    lines = [plain(normalise(part)) for line in document.lines for part in line.splitlines()]  # a form feed parts one
    noisy = noise.noisy(lines)
    for index, line in enumerate(lines):
        if index not in noisy:
            lost = [word for word in words_of(noise.trimmed(line)) if word not in printed]
            assert not lost, (line, lost)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["dans le Pas-de-", "Calais"], "dans le Pas-de-Calais"),
        (["Saint-", "Omer"], "Saint-Omer"),
        (["le déve-", "loppement"], "le développement"),
        (["la péri-", "scolaire", "périscolaire"], "la périscolaire périscolaire"),
        (["socio-", "professionnelle"], "socio-professionnelle"),
        (["c'est-à-", "dire"], "c'est-à-dire"),
        (["Beaussais-", "sur-Mer"], "Beaussais-sur-Mer"),
        (["Redon – Allaire – Bains-", "Sixt"], "Redon – Allaire – Bains- Sixt"),
        (["2022-", "2026"], "2022-2026"),
        (["du prin\u00ad", "temps"], "du printemps"),
        (["Nord-Pas-de- Calais"], "Nord-Pas-de-Calais"),
        (["un tiret -", "puis"], "un tiret - puis"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line(lines: list[str], whole: str) -> None:
    pieces = [Piece(line, number) for number, line in enumerate(lines, 1)]
    assert join(pieces, Lexicon.of(lines)).text == whole


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("- un point", "-"), ("-collé", "-"), ("• un point", "•"), ("o un point", "o"), ("1. un point", "1."),
        ("a) un point", "a)"), ("- ↳ un point", "↳"), ("→ un point", "→"), ("□ un point", "□"),
        ("- 5 %", None), ("→ +0,1%", None), ("- €", None), ("1.2 un titre", None), ("M. Untel", None), ("l'été", None),
    ],
)  # fmt: skip
def test_what_opens_an_item(text: str, marker: str | None) -> None:
    found = opening(text)
    assert (found.marker if found else None) == marker


@pytest.mark.parametrize(
    "line",
    [
        "Envoyé en préfecture le 21/03/2025 Envoyé en prefecture le 21/03/2025 52LO",
        "ID : 062-216205484-20250310-2025_03_12-DE",
        "D: 062-216205484-20250310-2025 03 12-DE",
        "Accusé de réception en préfecture",
        "Date de télétransmission : 10/03/2025",
        "Affiché le 19 DEC. 2022",
        "PROJET DE CONVENTION",
        "Page 3 / 12",
        "- 12 -",
        "S²LO",
        "Vu pour être annexé à la délibération n° 12 du 3 mars 2022",
        "del-131222-330-DE",
    ],
)
def test_what_is_a_postmark(line: str) -> None:
    assert noise.is_postmark(line)


@pytest.mark.parametrize(
    "line",
    [
        "2023/2026",
        "L'acte a été envoyé en préfecture le 21/03/2025",
        "Convention signée le 8 novembre 2021",
        "LE PROJET DE CONVENTION EST ANNEXÉ",
        "Fiche action n° 3",
        "DEL-2024-12",
        "Vu pour être annexé, le plan d'actions à la délibération du 3 mars 2022",
        "le 14 décembre 2022",
        "",
    ],
)
def test_what_is_none(line: str) -> None:
    assert not noise.is_postmark(line)


def test_a_line_that_returns_beside_postmarks_is_a_running_header_but_not_the_head_of_a_part() -> None:
    page = ["Reçu en préfecture le 03/02/2024", "", "CC du Pays", "Fiche action", "texte"]
    lines = [line if line != "texte" else f"texte {number}" for number in range(4) for line in page]
    kept = [line for index, line in enumerate(lines) if index not in noise.noisy(lines)]
    assert "CC du Pays" not in kept
    assert "Fiche action" in kept


def test_the_head_of_a_part_is_a_running_header_where_it_names_the_act_on_every_page() -> None:
    header = "Ville de Noyon / Caf de l'Oise - CTG - Avenant n° 1"
    pages = [["texte {n}", "", "- {n} -", header, "", "Fiche action"] for _ in range(6)]
    lines = [line.format(n=number) for number, page in enumerate(pages) for line in page]
    kept = [line for index, line in enumerate(lines) if index not in noise.noisy(lines)]
    assert not [line for line in kept if line.startswith("Ville de Noyon")]
    assert kept.count("Fiche action") == 6


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Give every regular expression of the formats."""
    for module in pkgutil.walk_packages(loaders.formats.__path__, "loaders.formats."):
        for name, value in sorted(vars(import_module(module.name)).items()):
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value
    yield from (
        (f"noise.{group}", noise._pattern(group, key)) for group, key in (("tokens", "line"), ("tokens", "edge"))
    )


MOTIFS = [
    "a", " ", "*", "_", "|", "-", "<", "<p", "[", "![", "(", "$", "&", "\\", "1", "1.", "- ", "a ", "é-", "{^", "^{",
    "<!--", "a*", "a_", "*a", "_a", "12/", "062-", "publié le ", "A b  ", "«", " •", ": - ", "\t", ".", "le 1/1/23 ",
]  # fmt: skip
LENGTH = 20_000
SECONDS = 1.0


@pytest.mark.parametrize(
    ("name", "pattern"), list(patterns()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_time_grows_with_length_for_every_expression(name: str, pattern: re.Pattern[str]) -> None:
    for motif in MOTIFS:
        line = (motif * LENGTH)[:LENGTH]
        for text in (line, "x" + line + "\n!"):
            start = time.process_time()
            pattern.sub("", text)
            pattern.fullmatch(text)
            assert time.process_time() - start < SECONDS, (name, motif)


@pytest.mark.parametrize("motif", MOTIFS)
def test_time_grows_with_length_for_the_reader(motif: str) -> None:
    for text in (motif * (LENGTH // len(motif)), f"{motif}\n" * 4_000, f"| {motif} |\n" * 4_000):
        start = time.process_time()
        read_text("mot\n" + text)
        assert time.process_time() - start < 4 * SECONDS, motif
