"""Adding a document by forms alone: who may, what is shown, decided, changed, taken back, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maillage.store import Store
from tests.loaders.building import Described, as_pdf
from tests.loaders.hostile import MADE
from tests.own_acts import NEW
from tests.viz.explorer.adding import LOCAL, WHY, Browser, browsing, handed_in, opened, seal_of, sent, settled
from tests.viz.explorer.asking import found, text
from viz.explorer.adding.forms import MOST_FILE

ACTS = Path(__file__).parents[2] / "cases" / "acts" / "mad-et-moselle-ctg-2023"
SHOWN = "un-jeton-bien-long-pour-essayer"


@pytest.fixture
def browser(root: Path) -> Iterator[Browser]:
    adding = opened(root)
    yield browsing(root, adding)
    adding.desk.close()


def files(root: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_from_the_file_to_the_graph_and_back(browser: Browser, root: Path) -> None:
    address = handed_in(browser, "Délibération (Lamoura).md", NEW.encode())
    page = browser.get(f"{address}?famille=actes")
    assert "Délibération (Lamoura).md" in text(page)
    assert found(page, "//article//h3/text()")
    assert found(page, "//ol[@class='passage']/li[@class='marked']")
    (key,) = found(page, "//article[.//input[@name='c.issuer']]//input[@name='fait']/@value")[:1]

    answer = sent(
        browser,
        f"{address}/decider?famille=actes",
        seal_of(page),
        {"fait": key, "verdict": "change", "c.number": "2023-100", "reason": WHY, "author": "chargée de coopération"},
    )
    assert (answer.status_code, answer.headers["location"]) == (303, f"{address}?famille=actes#f-{key}")
    page = browser.get(f"{address}?famille=actes")
    assert "Corrigé" in text(page)
    assert "2023-100" in found(page, "//input[@name='c.number']/@value")

    changing = browser.get(f"{address}/changements")
    assert "Nouveau" in text(changing)
    assert 'set = { number = "2023-100" }' in text(changing)
    answer = sent(browser, f"{address}/valider", seal_of(changing), {})
    assert answer.status_code == 303
    settled(browser, address)
    assert "C'est fait" in text(browser.get(address))
    assert "2023-100" in text(browser.get("/doc/document/deliberation-lamoura"))
    assert found(browser.get("/recherche?q=lamoura"), "//main//a[contains(@href, 'lamoura')]")

    log = browser.get("/ajouter/journal")
    assert WHY in text(log)
    (correction,) = found(log, "//input[@name='correction']/@value")
    fields = {"document": "deliberation-lamoura", "correction": correction}
    answer = sent(browser, "/ajouter/journal/annuler", seal_of(log), fields)
    settled(browser, answer.headers["location"])
    seen = text(browser.get("/doc/document/deliberation-lamoura"))
    assert ("2023-100" in seen, "2023-99" in seen) == (False, True)
    log = browser.get("/ajouter/journal")
    assert "Correction reprise" in text(log)
    assert found(log, "//input[@name='correction']") == []

    answer = sent(browser, "/ajouter/journal/retirer", seal_of(log), {"document": "deliberation-lamoura"})
    settled(browser, answer.headers["location"])
    assert browser.get("/doc/document/deliberation-lamoura").status_code == 404


def test_doubts_come_first_and_all_are_decided_at_once(browser: Browser) -> None:
    address = handed_in(browser, "mad-et-moselle.md", (ACTS / "mad-et-moselle-ctg-2023.md").read_bytes())
    page = browser.get(address)
    families = found(page, "//nav[@class='filters']//a/text()")
    assert families[0].strip() == "À regarder"
    assert found(page, "//article//code/text()")
    key = found(page, "//article//input[@name='fait']/@value")[0]
    settle = {"fait": key, "verdict": "reject", "reason": WHY}
    assert sent(browser, f"{address}/decider", seal_of(page), settle).status_code == 303
    chosen = "/ajouter/" + address.rsplit("/", 1)[1] + "?famille=conventions"
    page = browser.get(chosen)
    keys = found(page, "//details[contains(., 'Décider de tous')]//form[1]/input[@name='fait']/@value")
    seal = seal_of(page)
    answer = browser.post(
        f"{address}/decider?famille=conventions", data={"sceau": seal, "fait": keys, "verdict": "accept"}
    )
    assert answer.status_code == 303
    verdicts = found(browser.get(chosen), "//strong[@class='verdict']/text()")
    assert verdicts == ["Accepté"] * len(keys) != []
    browser.post(f"{address}/decider?famille=conventions", data={"sceau": seal, "fait": keys, "verdict": "none"})
    assert found(browser.get(chosen), "//strong[@class='verdict']") == []


def test_a_fact_that_was_not_read_is_added(browser: Browser) -> None:
    address = handed_in(browser, "lamoura.md", NEW.encode())
    page = browser.get(f"{address}?table=equipments")
    assert found(page, "//input[@name='c.name']/@required")
    fields = {
        "table": "equipments",
        "verdict": "add",
        "lines": "15",
        "c.convention": "lamoura-2023",
        "c.supporter": "Lamoura",
        "c.name": "Les Lutins",
        "c.capacity": "12",
        "reason": WHY,
    }
    assert sent(browser, f"{address}/decider", seal_of(page), fields).status_code == 303
    assert "Les Lutins" in text(browser.get(address))
    assert "capacity = 12" in text(browser.get(f"{address}/changements"))


MISTAKES = [
    ({"verdict": "change", "c.number": "3"}, "motif"),
    ({"verdict": "change", "reason": WHY}, "aucune valeur"),
    ({"verdict": "reject"}, "motif"),
    ({"verdict": "burn", "reason": WHY}, "inconnue"),
    ({"verdict": "accept", "fait": "0000000000"}, "plus là"),
    ({"verdict": "add", "table": "nowhere", "reason": WHY}, "choisissez"),
    ({"verdict": "add", "table": "equipments", "reason": WHY, "c.name": "Un"}, "où le document"),
    ({"verdict": "add", "table": "equipments", "reason": WHY, "c.name": "Un", "lines": "là"}, "convention"),
]


def test_a_mistake_is_told_and_decides_nothing(browser: Browser) -> None:
    address = handed_in(browser, "lamoura.md", NEW.encode())
    page = browser.get(f"{address}?famille=actes")
    key = found(page, "//article//input[@name='fait']/@value")[0]
    for fields, told in MISTAKES:
        answer = sent(browser, f"{address}/decider?famille=actes", seal_of(page), {"fait": key, **fields})
        assert answer.status_code == 422
        (problem,) = found(answer, "//p[@role='alert']/text()")
        assert told in problem
    assert found(browser.get(f"{address}?famille=actes"), "//strong[@class='verdict']") == []


HOSTILE = ("encrypted_pdf", "zip_bomb", "foreign_zip", "binary", "empty")


@pytest.mark.parametrize("made", HOSTILE)
def test_what_cannot_be_read_is_told_in_one_sentence(browser: Browser, root: Path, tmp_path: Path, made: str) -> None:
    MADE[made](tmp_path / "fichier")
    before = files(root)
    extension = {"encrypted_pdf": "pdf", "zip_bomb": "docx", "foreign_zip": "docx"}.get(made, "md")
    address = handed_in(browser, f"<b>../{made}</b>.{extension}", (tmp_path / "fichier").read_bytes())
    page = browser.get(address)
    assert page.status_code == 422
    (problem,) = found(page, "//p[@role='alert']/text()")
    assert problem.count("\n") == 0 and str(root) not in problem
    assert files(root) == before


def test_too_large_is_refused(browser: Browser, root: Path) -> None:
    before = files(root)
    seal = seal_of(browser.get("/ajouter"))
    answer = browser.post("/ajouter", data={"sceau": seal}, files={"document": ("a.md", b" " * (MOST_FILE + 1))})
    assert answer.status_code == 413
    assert "trop grand" in text(answer)
    head = b'--x\r\nContent-Disposition: form-data; name="document"; filename="a.md"\r\n\r\n'
    chunks = [head, *[b"x" * 1_000_000] * (MOST_FILE // 1_000_000 + 2)]
    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert browser.post("/ajouter", headers=kind, chunks=chunks).status_code == 413
    assert files(root) == before


def test_a_person_is_refused_plainly(browser: Browser, root: Path) -> None:
    address = handed_in(browser, "lamoura.md", NEW.encode())
    page = browser.get(f"{address}?famille=actes")
    key = found(page, "//article[.//input[@name='c.issuer']]//input[@name='fait']/@value")[0]
    fields = {"fait": key, "verdict": "change", "c.title": "Rapport de Mme Camille Exemple", "reason": WHY}
    sent(browser, f"{address}/decider", seal_of(page), fields)
    before = Store.open(root).manifest
    sent(browser, f"{address}/valider", seal_of(page), {})
    settled(browser, address)
    (problem,) = found(browser.get(address), "//p[@role='alert']/text()")
    assert "personne" in problem
    assert Store.open(root).manifest == before


def test_a_pdf_is_shown_beside_its_facts(browser: Browser) -> None:
    words = [part.strip("*- ") for part in NEW.split("\n") if part]
    address = handed_in(browser, "lamoura.pdf", as_pdf([Described("text", part) for part in words]))
    page = browser.get(f"{address}?famille=actes")
    assert found(page, "//figure/svg/rect")
    (image,) = found(page, "//figure/img/@src")
    assert browser.get(image).headers["content-type"] == "image/webp"
    assert browser.get(image.replace("1.webp", "9.webp")).status_code == 500


HOSTILE_NAMES = ["<script>alert(1)</script>.md", "../../../etc/cron.d/x.md", "\u202egpj.md", "a" * 3_000 + ".md"]


def test_a_name_is_data(browser: Browser, root: Path) -> None:
    for called in HOSTILE_NAMES:
        address = handed_in(browser, called, NEW.encode())
        for page in (browser.get(address), browser.get("/ajouter"), browser.get(f"{address}/changements")):
            assert found(page, "//script[not(@src)]") == []
            assert "\u202e" not in page.text
    assert {file.parent.parent for file in root.rglob("*.md")} == {root / "depots"}


def test_the_words_of_a_document_are_data(browser: Browser) -> None:
    hostile = NEW.replace("le soutien à la parentalité", '<script>window.pwned=1</script><img src=x onerror="x">')
    address = handed_in(browser, "lamoura.md", hostile.encode())
    for family in ("doubts", "actes", "conventions", "plan"):
        page = browser.get(f"{address}?famille={family}")
        assert found(page, "//script[not(@src)] | //@onerror | //img[@src='x']") == []


def test_a_form_from_elsewhere_is_refused(browser: Browser, root: Path) -> None:
    seal = seal_of(browser.get("/ajouter"))
    upload = {"document": ("lamoura.md", NEW.encode())}
    for headers in ({"origin": "http://ailleurs.test"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert browser.post("/ajouter", data={"sceau": seal}, files=upload, headers=headers).status_code == 403
    assert browser.post("/ajouter", files=upload).status_code == 403
    assert browser.post("/ajouter", data={"sceau": "0" * 64}, files=upload).status_code == 403
    browser.cookies.clear()
    assert browser.post("/ajouter", data={"sceau": seal}, files=upload).status_code == 403
    assert not list((root / "depots").glob("*"))


def test_another_name_of_this_machine_is_refused(root: Path) -> None:
    adding = opened(root)
    for address, status in [
        ("http://ailleurs.test:8000", 403),
        ("http://127.0.0.1.ailleurs.test", 403),
        ("http://localhost:8000", 200),
        ("http://[::1]:8000", 200),
        (LOCAL, 200),
    ]:
        assert browsing(root, adding, address).get("/ajouter").status_code == status, address


def test_with_a_token(root: Path) -> None:
    adding = opened(root, SHOWN)
    browser = browsing(root, adding, "http://maillage.test")
    assert browser.get("/ajouter").status_code == 401
    assert browser.get("/ajouter/journal").status_code == 401
    assert browser.post("/ajouter", files={"document": ("a.md", b"un")}).status_code == 403
    assert browser.post("/ajouter/jeton", data={"jeton": "autre"}).status_code == 403
    answer = browser.post("/ajouter/jeton", data={"jeton": SHOWN})
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    page = browser.get("/ajouter")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    handed_in(browser, "lamoura.md", NEW.encode())
    assert browsing(root, adding, "http://maillage.test").get("/ajouter").status_code == 401
    adding.desk.close()


def test_closed(root: Path) -> None:
    browser = browsing(root, None)
    for path in ("/ajouter", "/ajouter/journal"):
        assert browser.get(path).status_code == 403
    assert browser.post("/ajouter", files={"document": ("a.md", b"un")}).status_code == 403
    assert found(browser.get("/"), "//nav//a[@href='/ajouter']") == []


def test_a_strange_deposit_is_none(browser: Browser) -> None:
    browser.get("/ajouter")
    for key in ("0" * 16, "..%2f..%2fetc", "x" * 500):
        assert browser.get(f"/ajouter/{key}").status_code == 404
