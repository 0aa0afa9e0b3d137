"""Formats: every case gives the blocks that stand beside it, every hostile file is refused with a clear sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from loaders.document import Document, Item, Table, passages
from loaders.formats import documents_in, read
from loaders.formats.intake import Intake
from loaders.formats.laid.geometry import Sheet, Word
from loaders.formats.laid.pages import blocks_of
from loaders.formats.laid.ruled_grid import Grid
from loaders.formats.making.inline import plain
from loaders.formats.making.spelling import normalise
from loaders.formats.scanned import tesseract
from loaders.formats.scanned.askew import slope_of, straightened
from loaders.formats.scanned.image_rules import rules_in
from loaders.formats.scanned.laid_apart import in_cells, laid_apart
from loaders.formats.scanned.recognised import Box as Recognised
from loaders.formats.scanned.recognised import lines_in, without_initials, words_of
from maillage.errors import DocumentError, UsageError
from maillage.facts import Box
from tests.loaders.building import build, described
from tests.loaders.dumping import dump
from tests.loaders.hostile import MADE, pdf_of

CASES = Path(__file__).resolve().parent.parent / "cases" / "formats"
WRITTEN = sorted(
    path for name in ("markdown", "text", "html") for path in (CASES / name).iterdir() if path.suffix != ".blocks"
)
BUILT = [(path, form) for path in sorted((CASES / "built").glob("*.toml")) for form in ("docx", "odt", "pdf")]
BUILT += [(CASES / "built" / "fiche.toml", "scan"), (CASES / "built" / "figures.toml", "askew")]
REFUSED = tomllib.loads((CASES / "refused" / "cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_a_written_file_gives_its_blocks(path: Path) -> None:
    assert dump(read(path)) == path.with_suffix(path.suffix + ".blocks").read_text("utf-8")


@pytest.mark.parametrize(("path", "form"), BUILT, ids=lambda value: getattr(value, "stem", value))
def test_a_built_file_gives_its_blocks(path: Path, form: str, tmp_path: Path) -> None:
    file = tmp_path / f"{path.stem}.{'pdf' if form in ('scan', 'askew') else form}"
    file.write_bytes(build(described(path), form))
    assert dump(read(file)) == path.with_suffix(f".{form}.blocks").read_text("utf-8")


@pytest.mark.parametrize("form", ["pdf", "scan"])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_or_its_head_is_set_upright(form: str, turn: int, tmp_path: Path) -> None:
    path = CASES / "built" / "fiche.toml"
    upright, lying = tmp_path / "upright.pdf", tmp_path / "lying.pdf"
    upright.write_bytes(build(described(path), form))
    with pypdfium2.PdfDocument(upright) as document:
        for page in document:
            page.set_rotation(turn)
        document.save(lying)
    assert dump(read(lying)) == path.with_suffix(f".{form}.blocks").read_text("utf-8")
    box = next(box for words in passages(read(upright).blocks) for box in words.boxes)
    for _ in range(turn // 90):
        box = Box(box.page, 1000 - box.top - box.height, box.left, box.height, box.width)
    found = next(box for words in passages(read(lying).blocks) for box in words.boxes)
    assert astuple(found) == pytest.approx(astuple(box), abs=5)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["name"])
def test_a_hostile_file_is_refused(case: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / case["name"]
    MADE[case["made"]](path)
    for language in ("fr", "en"):
        monkeypatch.setenv("MAILLAGE_LANG", language)
        with pytest.raises(UsageError if case.get("error") else DocumentError) as refused:
            read(path)
        assert case[language] in str(refused.value)
        assert path.name in str(refused.value)


def test_every_maker_is_used() -> None:
    assert set(MADE) == {case["made"] for case in REFUSED}


def test_a_scan_without_tesseract_names_the_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(build(described(CASES / "built" / "fiche.toml"), "scan"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocumentError, match="tesseract-ocr tesseract-ocr-fra"):
        read(file)


def test_a_scan_without_the_french_model_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(build(described(CASES / "built" / "fiche.toml"), "scan"))
    monkeypatch.setattr(tesseract, "LANGUAGE", "xyz")
    with pytest.raises(DocumentError, match=r"Debian tesseract-ocr-fra\."):
        read(file)


def test_a_pdf_with_a_damaged_cross_reference_is_read_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "xref.pdf"
    whole = pdf_of(2, "Convention territoriale")
    file.write_bytes(whole.replace(b"startxref", b"startxxxx").replace(b"\nxref\n", b"\nyref\n"))
    assert "Convention territoriale" in dump(read(file))


def test_the_content_tells_the_format_whatever_the_name(tmp_path: Path) -> None:
    file = tmp_path / "acte.txt"
    file.write_bytes(pdf_of(1, "Convention territoriale"))
    assert read(file).source.media_type == "application/pdf"


def test_the_stem_can_be_given(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("Un mot", "utf-8")
    assert read(file).source.stem == "x"
    assert read(file, stem="autre").source.stem == "autre"


def test_a_folder_gives_its_documents_once_and_in_order(tmp_path: Path) -> None:
    inner = tmp_path / "b"
    inner.mkdir()
    for name in ("z.md", "a.TXT", "b/c.pdf", "image.png", ".hidden.md"):
        (tmp_path / name).write_text("mot", "utf-8")
    (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again.md").symlink_to(tmp_path / "z.md")
    (tmp_path / "lost.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert [path.relative_to(tmp_path).as_posix() for path in documents_in(tmp_path)] == [
        "a.TXT",
        "again.md",
        "b/c.pdf",
    ]
    assert documents_in(tmp_path / "image.png") == [tmp_path / "image.png"]
    with pytest.raises(UsageError, match="introuvable"):
        documents_in(tmp_path / "nowhere")


def letters(text: str) -> str:
    """Return the letters and figures of ``text``, nothing else."""
    return "".join(filter(str.isalnum, text))


def misplaced(document: Document) -> Iterator[str]:
    """Give the pieces of ``document`` whose words do not stand on the line that they name."""
    for words in passages(document.blocks):
        for piece in words.pieces:
            source = letters(plain(normalise(document.lines[piece.line - 1])))
            yield from (word for word in piece.text.split() if letters(word) and letters(word)[:3] not in source)


def test_every_word_of_the_real_acts_stands_where_it_says(documents: Path) -> None:
    for path in sorted(documents.glob("*.md")):
        assert list(misplaced(read(path))) == [], path.name


def test_a_page_that_lies_on_its_side_is_read_as_it_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "side.pdf"
    canvas = Canvas(str(file), pagesize=(595, 842))
    canvas.setPageRotation(90)
    canvas.rotate(90)
    canvas.drawString(100, -200, "Première ligne")
    canvas.drawString(100, -220, "Seconde ligne, plus longue")
    canvas.rotate(-90)
    canvas.drawString(300, 400, "filigrane")
    canvas.save()
    assert dump(read(file)).splitlines()[1:] == [
        "paragraph @1 Première ligne",
        "paragraph @1 Seconde ligne, plus longue",
        "paragraph @1 filigrane",
    ]


def test_a_bullet_that_is_drawn_opens_an_item(tmp_path: Path) -> None:
    file = tmp_path / "bullets.pdf"
    canvas = Canvas(str(file), pagesize=(595, 842))
    for row, text in enumerate(("Objectifs", "Ouvrir une crèche", "Former les équipes")):
        canvas.drawString(100, 700 - 15 * row, text)
        if row:
            canvas.circle(90, 704 - 15 * row, 1.5, fill=1)
    canvas.circle(300, 500, 1.5, fill=1)
    canvas.save()
    assert dump(read(file)).splitlines()[1:] == [
        "paragraph @1 Objectifs",
        "item • @1 Ouvrir une crèche",
        "item • @1 Former les équipes",
    ]


def test_a_title_below_two_columns_ends_them(tmp_path: Path) -> None:
    file = tmp_path / "columns.pdf"
    canvas = Canvas(str(file), pagesize=(595, 842))
    for row in range(8):
        canvas.drawString(60, 700 - 14 * row, f"le premier texte va jusqu'à sa ligne {row}")
        canvas.drawString(330, 700 - 14 * row, f"le second texte va jusqu'à sa ligne {row}")
    canvas.setFont("Helvetica", 16)
    canvas.drawString(60, 560, "Le titre suivant")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(60, 530, "Ce qui suit le titre.")
    canvas.save()
    texts = [words.text for words in passages(read(file).blocks)]
    assert texts[-2:] == ["Le titre suivant", "Ce qui suit le titre."]
    assert "second" in texts[-3]


def _page_of_lines(slope: float) -> Image.Image:
    """Return a page of lines of signs that fall to the right by ``slope``."""
    image = Image.new("L", (1_200, 1_600), 255)
    draw = ImageDraw.Draw(image)
    for row in range(200, 1_300, 40):
        for left in range(150 + row % 7, 1_050, 20 + row % 9):
            top = row + round(left * slope)
            draw.rectangle((left, top, left + 12, top + 16), fill=40)
    return image


@pytest.mark.parametrize("slope", [0.0, 0.012, -0.03, 0.06])
def test_a_page_laid_askew_is_set_straight(slope: float) -> None:
    assert slope_of(_page_of_lines(slope)) == pytest.approx(slope, abs=0.001)
    assert slope_of(straightened(_page_of_lines(slope), slope_of(_page_of_lines(slope)))) == 0.0


def test_what_has_no_lines_is_not_turned() -> None:
    blank, small = Image.new("L", (1_200, 1_600), 255), Image.new("L", (20, 20), 0)
    assert slope_of(blank) == slope_of(small) == 0.0


def test_the_cells_of_a_scanned_table_are_laid_apart_and_their_words_come_back() -> None:
    image = Image.new("L", (400, 200), 255)
    draw = ImageDraw.Draw(image)
    for rule in ((50, 50, 350, 50), (50, 150, 350, 150), (50, 50, 50, 150), (200, 50, 200, 150), (350, 50, 350, 150)):
        draw.line(rule, fill=0, width=3)
    for box in ((100, 10, 140, 20), (70, 80, 110, 90), (230, 100, 270, 110)):
        draw.rectangle(box, fill=0)
    table = Grid((50, 200, 350), (50, 150), (((0, 0), (0, 1)),))
    apart = laid_apart(image, [table], 1)
    assert len(apart.pieces) == 3
    for x, y in ((120, 15), (90, 85), (250, 105)):
        laid = [Recognised("mot", x + piece.across - 2, y + piece.down - 1, 4, 2) for piece in apart.pieces]
        dark = [box for box in laid if apart.image.getpixel((int(box.center), int(box.middle))) == 0]
        assert (x - 2, y - 1) in [(box.left, box.top) for boxes in apart.back(dark) for box in boxes]
    frame = Grid((50, 350), (50, 100, 150), (((0, 0),), ((1, 0),)))
    assert in_cells([table, frame]) == [table]


def test_a_small_sign_before_a_line_is_a_bullet_and_borders_are_no_words() -> None:
    rows = [("4", 0, ""), ("5", 8, "e"), ("5", 30, "Premier"), ("5", 30, "–"), ("5", 30, "point"), ("5", 30, "|")]
    cells = [
        f"{level}\t1\t1\t1\t1\t1\t{index * 50}\t10\t{size}\t{size}\t90\t{text}"
        for index, (level, size, text) in enumerate(rows)
    ]
    words = words_of(lines_in("\n".join(("level\tetc", *cells))), 1.0)
    assert [word.text for word in words] == ["•", "Premier", "–", "point"]


def test_the_lines_of_an_image_are_found_on_a_tinted_ground_too() -> None:
    image = Image.new("L", (600, 300), 255)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 100, 600, 200), fill=225)
    for line in ((50, 150, 550, 150), (50, 50, 550, 50), (300, 50, 300, 250)):
        draw.line(line, fill=150, width=2)
    found = {
        (rule.horizontal, round((rule.left if not rule.horizontal else rule.top) / 10)) for rule in rules_in(image, 1.0)
    }
    assert {(True, 15), (True, 5), (False, 30)} <= found


@pytest.mark.parametrize("high", [62, 70, 75])
def test_a_short_standing_line_between_two_lying_ones_parts_the_cells_of_a_row(high: int) -> None:
    image = Image.new("L", (600, 300), 255)
    draw = ImageDraw.Draw(image)
    for line in ((50, 50, 550, 50), (50, 50 + high, 550, 50 + high), (300, 50, 300, 50 + high)):
        draw.line(line, fill=60, width=3)
    draw.line((200, 200, 200, 200 + high), fill=60, width=3)  # a letter's
    assert {round(rule.left / 100) for rule in rules_in(image, 1.0) if not rule.horizontal} == {3}


def test_a_word_that_took_in_an_underline_makes_its_line_no_title() -> None:
    heights = (40, 38, 72, 40, 41)
    cells = [f"5\t1\t1\t1\t1\t1\t{at * 90}\t{100 - high}\t80\t{high}\t90\tdeux" for at, high in enumerate(heights)]
    words = words_of(lines_in("\n".join(("level\tetc", "4" + "\t0" * 11, *cells))), 1.0)
    assert {word.bottom - word.top for word in words} == {41}


@pytest.mark.parametrize(
    ("words", "top", "sure", "kept"),
    [
        (("VNY", "MA", "LA"), 940, 42, False),
        (("VNY", "MA", "LA"), 500, 42, True),
        (("CAF", "CPAM"), 940, 93, True),
        (("page", "12"), 940, 42, True),
        (("Pernante",), 940, 42, True),
    ],
    ids=["initials", "in the text", "sure capitals", "a figure", "small letters"],
)
def test_initials_by_hand_at_the_foot_of_a_scanned_page_are_no_words(
    words: tuple[str, ...], top: int, sure: float, kept: bool
) -> None:
    text = [Recognised(word, 90 * index, 100, 80, 20, 95.0) for index, word in enumerate(("Les", "parties", "signent"))]
    foot = [Recognised(word, 90 * index, top, 80, 20, sure) for index, word in enumerate(words)]
    assert without_initials([text, foot], 1_000) == ([text, foot] if kept else [text])


def test_what_stands_in_the_box_of_a_page_is_what_was_read_there(tmp_path: Path) -> None:
    file = tmp_path / "fiche.pdf"
    file.write_bytes(build(described(CASES / "built" / "fiche.toml"), "pdf"))
    document = read(file)
    for words in passages(document.blocks):
        place = document.place(words)
        assert {box.page for box in place.boxes} == {piece.line for piece in words.pieces}
        assert letters(words.text) in letters(document.quote(place))
        assert all(box.left >= 0 and box.left + box.width <= 1_000 and box.height < 500 for box in place.boxes)


def test_a_table_goes_over_a_page_on_which_its_last_column_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "pages.pdf"
    canvas = Canvas(str(file), pagesize=(595, 842))
    for page in (["Type", "Nom", "Places"], ["RPE", "Relais", ""]):
        for column, text in enumerate(page):
            for row in range(2):
                canvas.rect(60 + 150 * column, 700 - 40 * row, 150, 40)
            canvas.drawString(70 + 150 * column, 715, text)
            canvas.drawString(70 + 150 * column, 675, text)
        canvas.showPage()
    canvas.save()
    (rows,) = [block.rows for block in read(file).blocks if isinstance(block, Table)]
    assert [len(row.cells) for row in rows] == [3] * len(rows)
    assert [cell.text for cell in rows[-1].cells] == ["RPE", "Relais", ""]


def test_a_table_that_a_page_cuts_goes_on_without_the_lines_that_would_close_it(tmp_path: Path) -> None:
    file = tmp_path / "cut.pdf"
    canvas = Canvas(str(file), pagesize=(595, 842))
    edges, words = (60, 210, 360, 510), (("Qui", "Type", "Nom"), ("Commune", "EAJE", "Les Lutins"))
    for height in (160, 130):
        canvas.line(60, height, 510, height)
    canvas.line(210, 100, 510, 100)  # no line closes the first cell: it goes on over the page
    for edge in edges:
        canvas.line(edge, 160, edge, 100)
    for row, texts in enumerate(words):
        for edge, text in zip(edges, texts, strict=False):
            canvas.drawString(edge + 10, 140 - 30 * row, text)
    canvas.drawString(70, 95, "de Mens")
    canvas.showPage()
    for edge in edges:
        canvas.line(edge, 780, edge, 720)
    for height in (750, 720):
        canvas.line(60, height, 510, height)
    for row, texts in enumerate((("", "RPE", "Les Coteaux"), ("Commune de Tréminis", "ALSH", "La Cabane"))):
        for edge, text in zip(edges, texts, strict=False):
            canvas.drawString(edge + 10, 760 - 30 * row, text)
    canvas.drawString(60, 600, "Ce qui suit le tableau.")
    canvas.save()
    (rows,) = [block.rows for block in read(file).blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Qui", "Type", "Nom"],
        ["Commune de Mens", "EAJE", "Les Lutins"],
        ["", "RPE", "Les Coteaux"],
        ["Commune de Tréminis", "ALSH", "La Cabane"],
    ]


@pytest.mark.parametrize(("left", "within"), [(60, False), (96, True)], ids=["left of its bullet", "below its words"])
def test_recognised_print_below_white_leaves_an_item_that_ends_in_a_comma(left: int, within: bool) -> None:
    lines = [
        (80, 100, "• un lieu pour les familles du bourg,"),
        (left, 126, "Les communes rappellent que la convention du territoire a"),
        (left, 141, "été signée par toutes pour la durée de son plan."),
    ]
    words = []
    for begin, top, text in lines:
        at = float(begin)
        for word in text.split():
            words.append(Word(word, at, top, at + 5 * len(word), top + 10))
            at = 96.0 if word == "•" else at + 5 * len(word) + 3
    blocks = blocks_of([Sheet(1, 595, 842, tuple(words), recognised=True)], Intake(Path("scan.pdf"), "scan", b""))
    (item,) = (block.words.text for block in blocks if isinstance(block, Item))
    assert ("rappellent" in item) == within
