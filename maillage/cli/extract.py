"""``maillage extract``: documents to tables, the store untouched."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.found import lines
from maillage.cli.group import MaillageCommand
from maillage.cli.options import jobs_option
from maillage.cli.progress import told
from maillage.errors import UsageError
from maillage.exports import csv_tables
from maillage.exports.files import made, put
from maillage.facts_file import dumps
from maillage.language import tr
from maillage.pipeline.extracting import Extraction, extract


@click.command(
    "extract",
    cls=MaillageCommand,
    short_help=tr("Lit des documents et écrit leurs tableaux.", "Reads documents and writes their tables."),
    help=tr(
        "Lit des documents, ou ceux d'un dossier, et écrit leurs tableaux, sans toucher au magasin.",
        "Reads documents, or those of a folder, and writes their tables, without touching the store.",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        "  maillage extract ctg.md --tables tableaux/\n"
        "  maillage extract actes/ --tables tableaux/ --jobs 2\n"
        "  maillage extract ctg.md --facts ctg.jsonl",
        "\b\nExamples:\n"
        "  maillage extract ctg.md --tables tables/\n"
        "  maillage extract acts/ --tables tables/ --jobs 2\n"
        "  maillage extract ctg.md --facts ctg.jsonl",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=tr("FICHIER...", "FILE..."))
@click.option(
    "--tables",
    type=click.Path(path_type=Path),
    metavar=tr("DOSSIER", "FOLDER"),
    help=tr("Où écrire les tableaux.", "Where to write the tables."),
)
@click.option(
    "--facts",
    type=click.Path(path_type=Path),
    metavar=tr("FICHIER", "FILE"),
    help=tr(
        "Où écrire les faits ; un dossier s'il y a plusieurs documents.",
        "Where to write the facts; a folder for several documents.",
    ),
)
@jobs_option
def command(files: tuple[Path, ...], tables: Path | None, facts: Path | None, jobs: int) -> int:
    """Read the documents; return 1 where one could not be read."""
    from maillage.cli.reading import installed  # the readers take long to load

    if tables is None and facts is None:
        raise UsageError("donnez --tables, --facts ou les deux.", "give --tables, --facts or both.")
    with told() as progress:
        extraction = extract(files, installed(), jobs, progress)
        if facts is not None and extraction.statements:
            _write_facts(extraction, facts)
        if tables is not None and extraction.statements:
            csv_tables.write(extraction.store(jobs, progress), tables)
    for problem in extraction.problems:
        click.echo(tr(f"Erreur : {problem}", f"Error: {problem}"), err=True)
    for line in lines(extraction.statements):
        click.echo(line, err=True)
    return 1 if extraction.problems else 0


def _write_facts(extraction: Extraction, facts: Path) -> None:
    """Write the facts of one document to a file, those of several to a folder, which is made. Raises UsageError."""
    several = len(extraction.statements) + len(extraction.problems) > 1
    if several:
        made(facts)
    for read in extraction.statements:
        file = facts / f"{read.source.stem}.jsonl" if facts.is_dir() else facts
        put(file, [dumps(read.source, read.facts)])
