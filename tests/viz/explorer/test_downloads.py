"""Tables as programs and spreadsheets ask for them: by extension, by what they accept, and without formulas."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from maillage.queries import catalogue
from maillage.table import Cell, Table
from tests.viz.explorer.asking import Get, asking
from tests.viz.explorer.serving import build
from viz.explorer import app
from viz.explorer.downloads import download, harmless

QUESTION = "/query/qui-pilote-quoi"
ASKED = "?convention=haut-jura-arcade-2024"
HEAD = ["ctg", "fiche", "titre", "pilote", "genre", "document", "lines"]
G = "http://exemple.test/g"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("address", "accept", "kind"),
    [
        (QUESTION, "", "application/json"),
        (QUESTION, "*/*", "application/json"),
        (QUESTION, "image/png", "application/json"),
        (QUESTION, "text/csv", "text/csv"),
        (QUESTION, "text/csv;q=0.2, application/json;q=0.9", "application/json"),
        (f"{QUESTION}.csv", "application/json", "text/csv"),
        (f"{QUESTION}.json", BROWSER, "application/json"),
        (f"{QUESTION}.xlsx", BROWSER, XLSX),
    ],
)
def test_the_form_that_is_asked_for(get: Get, address: str, accept: str, kind: str) -> None:
    response = get(f"{address}{ASKED}", accept=accept)
    assert response.status_code == 200
    assert response.headers["content-type"].split(";")[0] == kind
    assert response.headers["vary"] == "Accept"


def test_the_forms_say_the_same(get: Get) -> None:
    rows = get(f"{QUESTION}{ASKED}").json()
    (sheet,) = openpyxl.load_workbook(io.BytesIO(get(f"{QUESTION}.xlsx{ASKED}").content)).worksheets
    written = list(csv.reader(io.StringIO(get(f"{QUESTION}.csv{ASKED}").text)))
    assert [list(row) for row in rows] == [HEAD] * len(rows)
    assert written == [HEAD, *([str(row[name] or "") for name in HEAD] for row in rows)]
    assert [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)] == written
    assert {row["fiche"] for row in rows} == {"7 bis"}


def test_a_file_has_a_name(get: Get) -> None:
    assert get(f"{QUESTION}.csv").headers["content-disposition"] == 'attachment; filename="qui-pilote-quoi.csv"'
    assert "content-disposition" not in get(f"{QUESTION}.json").headers


def test_a_browser_is_sent_to_the_page(get: Get) -> None:
    response = get(f"{QUESTION}{ASKED}", accept=BROWSER)
    assert (response.status_code, response.headers["location"]) == (303, f"/questions/qui-pilote-quoi{ASKED}")
    assert get("/query/", accept=BROWSER).headers["location"] == "/questions"


def test_the_catalogue_and_each_of_its_questions_can_be_reached(get: Get) -> None:
    listed = get("/query/").json()
    assert [row["name"] for row in listed] == [question.name for question in catalogue()]
    for row in listed:
        assert get(f"/query/{row['name']}.csv").status_code == (400 if row["required"] else 200), row["name"]
    assert "Who leads" in get("/query/", accept_language="en").text


@pytest.mark.parametrize(
    ("address", "status", "word"),
    [
        ("/query/rien", 404, "n'existe pas"),
        ("/query/rien.csv", 404, "n'existe pas"),
        (f"{QUESTION}?convention=nulle-part", 400, "nulle-part"),
        (f"{QUESTION}.csv?licorne=1", 400, "licorne"),
        ("/query/plan-d-une-ctg", 400, "convention"),
        ("/api/search", 400, "q="),
    ],
)
def test_an_error_is_told_to_programs_and_shown_in_browsers(get: Get, address: str, status: int, word: str) -> None:
    response = get(address)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == status
    assert word in f"{told['title']} {told['detail']}"
    shown = get(address, accept=BROWSER)
    if shown.status_code != 303:
        assert (shown.status_code, "<h1>" in shown.text) == (status, True)


ORDERS = ("=1+1", "+33", "-cmd", "@SUM(A1)", "\t=1", "\r=1")
WORDS = ("fiche 1", "3 - 4", "-20.8", "'=1", "", None, -20, Decimal("-20.8"))


@pytest.mark.parametrize("value", ORDERS)
def test_an_order_to_a_spreadsheet_is_a_word(value: str) -> None:
    assert harmless(Table(("x",), ((value,),))).rows == ((f"'{value}",),)
    book = openpyxl.load_workbook(io.BytesIO(bytes(download(Table(("x",), ((value,),)), "x", "xlsx").body)))
    (cell,) = next(book.worksheets[0].iter_rows(min_row=2))
    assert cell.data_type == "s"


@pytest.mark.parametrize("value", WORDS)
def test_other_words_and_numbers_stay_as_they_are(value: Cell) -> None:
    assert harmless(Table(("x",), ((value,),))).rows == ((value,),)


def test_a_table_lasts_as_long_as_the_build(tmp_path: Path) -> None:
    quads = [f"<http://exemple.test/{n}> <http://exemple.test/p> <http://exemple.test/o> <{G}> ." for n in "ab"]
    get = asking(app(build(tmp_path / "store", quads[:1])))
    tags = {get(one).headers["etag"] for one in (QUESTION, f"{QUESTION}.csv", f"{QUESTION}.xlsx", "/query/votes")}
    held = get(QUESTION).headers["etag"]
    assert (len(tags), held in tags) == (4, True)
    assert [get(QUESTION, if_none_match=tag).status_code for tag in (held, f"W/{held}", '"autre"')] == [304, 304, 200]
    build(tmp_path / "store", quads)
    assert get(QUESTION, if_none_match=held).status_code == 200
    assert "etag" not in get("/query/rien").headers
