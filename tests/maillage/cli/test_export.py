"""What ``maillage export`` writes, opened with the tools that others open it with."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import frictionless
import networkx
import openpyxl
import pytest
from csvw import TableGroup
from pyarrow import parquet
from rdflib import Dataset

from maillage.exports import FORMATS
from maillage.exports.scdl import Schema, schemas
from maillage.places import folder
from maillage.queries import question
from tests.maillage.cli.conftest import Run

FOLDERS = ("csv", "parquet", "scdl")
READERS: Mapping[str, Callable[[Path], networkx.Graph[str]]] = {
    "gexf": networkx.read_gexf,
    "graphml": networkx.read_graphml,
}


def contents(dest: Path) -> Mapping[str, bytes]:
    """The bytes of the file ``dest``, or of the files in that folder."""
    return {file.name: file.read_bytes() for file in (sorted(dest.iterdir()) if dest.is_dir() else [dest])}


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("output_format", [*(name for name in FORMATS if name != "jsonld"), *READERS])
def test_the_same_store_gives_the_same_bytes(run: Run, near: Path, tmp_path: Path, output_format: str) -> None:
    written = []
    for name in ("un", "deux"):
        assert run("export", "--format", output_format, name, "--store", near) == (0, "", "")
        written.append(list(contents(tmp_path / name).values()))
    assert (tmp_path / "un").is_dir() == (output_format in FOLDERS)
    assert written[0] == written[1]
    assert all(written[0])


def test_csv_is_valid_as_a_data_package_and_on_the_web(run: Run, built: Path, tmp_path: Path) -> None:
    assert run("export", "--format", "csv", "tableaux", "--store", built) == (0, "", "")
    tables = tmp_path / "tableaux"
    report = frictionless.validate(str(tables / "datapackage.json"))
    assert report.valid, report.flatten(["taskName", "rowNumber", "fieldName", "message"])
    read = TableGroup.from_file(tables / "csv-metadata.json")
    assert isinstance(read, TableGroup)
    assert {table.local_name for table in read.tables} == {file.name for file in tables.glob("*.csv")}
    for table in read.tables:
        assert len(list(table.iterdicts())) == len(rows(tables / str(table.local_name)))


def test_parquet_holds_what_csv_holds(run: Run, built: Path, tmp_path: Path) -> None:
    assert run("export", "--format", "csv", "c", "--store", built) == (0, "", "")
    assert run("export", "--format", "parquet", "p", "--store", built) == (0, "", "")
    described = json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))["resources"]
    assert {resource["path"] for resource in described} == {file.name for file in (tmp_path / "p").glob("*.parquet")}
    for file in (tmp_path / "c").glob("*.csv"):
        table = parquet.read_table(tmp_path / "p" / f"{file.stem}.parquet")
        expected = rows(file)
        assert table.num_rows == len(expected)
        for name in ("document", "lines", "title", "actor"):
            if name in table.column_names:
                assert [value or "" for value in table[name].to_pylist()] == [row[name] for row in expected]
    assert parquet.read_schema(tmp_path / "p" / "funding.parquet").field("amount_eur").type == "double"


def test_a_workbook_has_a_sheet_a_table(run: Run, built: Path, tmp_path: Path) -> None:
    assert run("export", "--format", "xlsx", "maillage.xlsx", "--store", built) == (0, "", "")
    book = openpyxl.load_workbook(tmp_path / "maillage.xlsx")
    assert book.sheetnames[0] == "lisez-moi"
    assert {"acts", "fiches", "funding", "findings"} <= set(book.sheetnames)
    assert [cell.value for cell in book["deliberations"][1]][:3] == ["document", "lines", "number"]
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own parser asks for both
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_jsonld_says_what_the_graphs_say(run: Run, near: Path, tmp_path: Path) -> None:
    assert run("export", "--format", "jsonld", "graphe.jsonld", "--store", near) == (0, "", "")
    assert run("export", "--format", "nq", "graphe.nq", "--store", near) == (0, "", "")
    document = json.loads((tmp_path / "graphe.jsonld").read_text("utf-8"))
    act = "https://w3id.org/maillage/id/acte/les-rousses-deliberation-2023-12/1"
    said = [graph for graph in document["@graph"] if graph["id"] == act]
    read = Dataset().parse(data=json.dumps(document | {"@graph": said}), format="json-ld")
    lines = [line for line in (tmp_path / "graphe.nq").read_text("utf-8").splitlines() if line.endswith(f"<{act}> .")]
    expected = Dataset().parse(data="\n".join(lines), format="nquads")
    assert lines
    assert set(read.quads()) == set(expected.quads())


@pytest.mark.parametrize("output_format", READERS)
def test_the_network_opens_in_networkx(run: Run, built: Path, tmp_path: Path, output_format: str) -> None:
    assert run("export", "--format", output_format, "reseau", "--store", built) == (0, "", "")
    graph = READERS[output_format](tmp_path / "reseau")
    roles = {values["role"] for _, _, values in graph.edges(data=True)}
    assert {"pilote", "signataire", "financeur"} <= roles
    assert all(values["document"] and values["lines"] for _, _, values in graph.edges(data=True))
    assert "lastmodifieddate" not in (tmp_path / "reseau").read_text("utf-8")


def test_national_schemas_come_with_a_report(run: Run, built: Path, tmp_path: Path) -> None:
    assert run("export", "--format", "scdl", "scdl", "--store", built) == (0, "", "")
    votes = rows(tmp_path / "scdl" / "deliberations.csv")
    assert "2023-12" in {row["DELIB_ID"] for row in votes}
    report = rows(tmp_path / "scdl" / "rapport.csv")
    assert len(report) == sum(len(schema.columns) for schema in schemas())
    for row in report:
        assert int(row["remplies"]) + int(row["ecartees"]) <= int(row["lignes"])
        assert bool(row["raison"]) == (row["remplies"] != row["lignes"]), row


@pytest.mark.parametrize("schema", schemas(), ids=lambda schema: schema.name)
def test_a_schema_takes_what_its_question_gives(schema: Schema) -> None:
    asked = question(f"scdl/{schema.name}")
    given = {column.name for column in asked.columns}
    taken = {column.source for column in schema.columns if column.source}
    assert taken <= given
    assert given - taken <= set(asked.order)  # a column that is not taken puts the rows in order


def test_every_question_for_a_schema_has_one() -> None:
    declared = {schema.name for schema in schemas()}
    assert declared == {file.stem for file in (folder("queries") / "scdl").glob("*.rq")}
