"""Evidence: from a fact to its words in the act, or its box on the page; the place alone where the act is elsewhere."""

from __future__ import annotations

import io
import re
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from maillage.aside import Aside, Bounds, Tell
from maillage.cli.reading import installed
from maillage.errors import DocumentError
from maillage.facts import Span
from maillage.pipeline.extracting import extract
from maillage.pipeline.originals import Originals
from maillage.store import Store
from tests.loaders.building import Described, as_pdf
from tests.own_acts import ACT
from tests.viz.explorer.asking import Get, asking, found, text
from viz.explorer import app
from viz.explorer.evidence.passages import passages
from viz.explorer.evidence.sheets import Sheet, Sheets


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An act as text, and the same words as a PDF of another name."""
    folder = tmp_path_factory.mktemp("originals")
    (folder / "acte.md").write_text(ACT.read_text("utf-8"), "utf-8")
    words = [part.strip("*- ") for part in ACT.read_text("utf-8").replace("Rousses", "Lamoura").split("\n") if part]
    (folder / "lamoura.pdf").write_bytes(as_pdf([Described("text", part) for part in words]))
    return folder


@pytest.fixture(scope="module")
def read(originals: Path) -> Store:
    return extract([originals], installed()).store()


@pytest.fixture(scope="module")
def get(read: Store, originals: Path) -> Get:
    return asking(app(read, originals=Originals([originals], [], installed())))


@pytest.fixture(scope="module")
def get_without(read: Store) -> Get:
    return asking(app(read))


def marks(get: Get, stem: str) -> list[str]:
    """Return the addresses by which the facts of a document lead to its passages."""
    conventions = found(get("/recherche?genre=convention"), "//main//a/@href[contains(., '/doc/convention/')]")
    pages = [get(f"/doc/document/{stem}"), *(get(href) for href in conventions)]
    hrefs = {href for page in pages for href in found(page, "//a/@href")}
    return sorted(href for href in hrefs if href.startswith(f"/doc/lieu/{stem}/"))


def test_a_fact_leads_to_its_words(get: Get) -> None:
    hrefs = marks(get, "acte")
    assert hrefs
    for href in hrefs:
        page = get(href)
        assert page.status_code == 200
        assert found(page, "//ol[@class='passage']/li[@class='marked']"), href
        if "fait=" in href:
            assert found(page, "//tr[@aria-current]/td[5]//text()"), href
    strong = {words for href in hrefs for words in found(get(href), "//li[@class='marked']/mark/text()")}
    assert "Convention Territoriale Globale 2023-2027" in " ".join(strong)


def test_the_words_of_the_fact_are_marked_in_its_line() -> None:
    lines = ["Un", "La Caf du Jura et la Commune", "Trois"]
    ((one,),) = passages(lines[1:2], [_span(1)], ["caf du jura", "Commune"])
    assert [(part.text, part.strong) for part in one.words] == [
        ("La ", False),
        ("Caf du Jura", True),
        (" et la ", False),
        ("Commune", True),
    ]
    (passage,) = passages(lines, [_span(2)], [])
    assert [line.marked for line in passage] == [False, True, False]


def test_a_place_of_a_thousand_lines_is_cut() -> None:
    (passage,) = passages(["mot"] * 5_000, [_span(1, 5_000)], ["mot"])
    assert len(passage) == 300


def _span(first: int, last: int = 0) -> Span:
    return Span(first, last or first)


def test_a_fact_of_a_pdf_leads_to_its_box(get: Get) -> None:
    hrefs = marks(get, "lamoura")
    assert hrefs
    framed = [get(href) for href in hrefs if "fait=" in href]
    assert framed
    images = {image for page in framed for image in found(page, "//figure[svg/rect/@width]/img/@src")}
    (image,) = images
    assert re.fullmatch(r"/original/[0-9a-f]{64}/1\.webp", image)
    drawn = get(image)
    assert (drawn.status_code, drawn.headers["content-type"]) == (200, "image/webp")
    assert Image.open(io.BytesIO(drawn.content)).width == 1200


def test_without_the_original_its_place_and_how_to_get_it(get_without: Get, originals: Path) -> None:
    page = get_without(marks(get_without, "acte")[0])
    assert page.status_code == 200
    assert "L'original n'est pas sur cette machine" in text(page)
    assert sha256((originals / "acte.md").read_bytes()).hexdigest() in text(page)
    assert found(page, "//blockquote") != []  # what the store quotes
    assert not found(page, "//ol[@class='passage'] | //img[starts-with(@src, '/original')]")


def test_passages_are_walked_through(get: Get) -> None:
    here = marks(get, "acte")[0]
    while before := found(get(here), "//a[@rel='prev']/@href"):
        (here,) = before
    seen = [here]
    while following := found(get(seen[-1]), "//a[@rel='next']/@href"):
        seen += following
    assert len(seen) == len(set(seen)) > 2
    assert found(get(seen[1]), "//a[@rel='prev']/@href") == [seen[0]]


STRANGE = [
    "/original/../../etc/passwd/1.webp",
    "/original/%2e%2e%2f%2e%2e%2fetc%2fpasswd/1.webp",
    f"/original/{'0' * 64}/1.webp",
    "/original/acte.md/1.webp",
]


@pytest.mark.parametrize("path", STRANGE)
def test_an_original_has_no_other_name_than_its_hash(get: Get, path: str) -> None:
    assert get(path).status_code == 404


def test_an_original_that_changes_is_no_longer_one(tmp_path: Path) -> None:
    file = tmp_path / "acte.md"
    file.write_text("un\nM. Camille EXEMPLE, directeur\n", "utf-8")
    key = sha256(file.read_bytes()).hexdigest()
    known = Originals([tmp_path], [], installed())
    assert known.file(key) == file
    assert known.lines(key)[0] == "un"
    assert "Camille" not in known.lines(key)[1]
    file.write_text("deux, plus long\n", "utf-8")
    assert known.file(key) is None
    assert known.lines(key) == ()


def test_what_is_no_page_is_not_drawn(tmp_path: Path) -> None:
    file = tmp_path / "acte.pdf"
    file.write_bytes(as_pdf([Described("text", "Un")]))
    with pytest.raises(DocumentError):
        Sheets().image("un", Sheet(file, 2))
    file.write_bytes(b"%PDF-1.4 rien")
    with pytest.raises(DocumentError):
        Sheets().image("deux", Sheet(file, 1))


def endless(_thing: int, tell: Tell) -> int:
    tell("un", 1)
    while True:
        pass


def greedy(thing: int, _tell: Tell) -> int:
    return len(bytearray(thing))


def failing(_thing: int, _tell: Tell) -> int:
    raise DocumentError("non", "no")


def test_work_aside_is_ended_when_it_is_too_long() -> None:
    told: list[tuple[object, ...]] = []
    with pytest.raises(TimeoutError):
        Aside(endless, 1, Bounds(10.0, 1 << 30)).run(lambda *words: told.append(words))
    assert told == [("un", 1)]


def test_work_aside_is_ended_when_it_takes_too_much_or_fails() -> None:
    assert Aside(greedy, 1000, Bounds(30.0, 1 << 30)).run(lambda *_: None) == 1000
    with pytest.raises(ChildProcessError):
        Aside(greedy, 1 << 31, Bounds(30.0, 1 << 30)).run(lambda *_: None)
    with pytest.raises(DocumentError):
        Aside(failing, 1, Bounds(30.0, 1 << 30)).run(lambda *_: None)
