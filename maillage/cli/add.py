"""``maillage add``: documents read, shown, and put into the store after a yes."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import click

from maillage.cli.figures import report
from maillage.cli.found import account
from maillage.cli.group import MaillageCommand
from maillage.cli.options import jobs_option, store_option
from maillage.cli.progress import told
from maillage.errors import UsageError
from maillage.language import tr
from maillage.pipeline.building import add
from maillage.pipeline.extracting import Extraction, extract
from maillage.store.opening import store_folder

_YES = frozenset(("o", "oui", "y", "yes"))
_NO = frozenset(("", "n", "non", "no"))


@click.command(
    "add",
    cls=MaillageCommand,
    short_help=tr("Lit des documents et les ajoute au magasin.", "Reads documents and adds them to the store."),
    help=tr(
        "Lit des documents, montre ce qui y est trouvé, ce qui est douteux et ce qui n'a pas été lu, puis, après un "
        "oui, les ajoute au magasin. Ce qui y est reste ; un document de même nom est remplacé. Le magasin en garde "
        "une copie dans son dossier « added », que chaque construction relit : l'y supprimer l'ôte à la prochaine.",
        "Reads documents, shows what is found in them, what is doubtful and what was not read, then, after a yes, "
        "adds them to the store. What is in it stays; a document of the same name is replaced. The store keeps a copy "
        "in its folder “added”, which every build reads: deleting it there takes it out at the next one.",
    ),
    epilog=tr(
        "\b\nExemples :\n  maillage add ctg.pdf\n  maillage add actes/ --yes --store /tmp/essai",
        "\b\nExamples:\n  maillage add ctg.pdf\n  maillage add acts/ --yes --store /tmp/trial",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=tr("FICHIER...", "FILE..."))
@click.option("--yes", is_flag=True, help=tr("Ajoute sans demander.", "Adds without asking."))
@jobs_option
@store_option
def command(files: tuple[Path, ...], yes: bool, jobs: int, store: str) -> int:
    """Add the documents; return 1 where one could not be read or added."""
    from maillage.cli.reading import installed  # the readers take long to load

    start, root = perf_counter(), store_folder(store)
    loaders = installed()
    with told() as progress:
        extraction = extract(files, loaders, jobs, progress)
    _show(extraction)
    if not extraction.statements:
        return 1
    if not (yes or _agreed(len(extraction.statements), root)):
        click.echo(tr("rien n'a été ajouté.", "nothing was added."), err=True)
        return 0
    with told() as progress:
        summary = add(root, extraction, loaders, jobs, progress)
    for problem in summary.problems:
        click.echo(tr(f"Erreur : {problem}", f"Error: {problem}"), err=True)
    click.echo(report(summary, perf_counter() - start))
    return 1 if extraction.problems or summary.problems else 0


def _show(extraction: Extraction) -> None:
    """Show what was read of each document, and why some could not be."""
    for problem in extraction.problems:
        click.echo(tr(f"Erreur : {problem}", f"Error: {problem}"), err=True)
    for read in extraction.statements:
        click.echo("\n".join(account(read)) + "\n")


def _agreed(number: int, store: Path) -> bool:
    """Ask whether the documents may enter the store. Raises UsageError where nobody is there to answer."""
    documents = tr("ce document", "this document") if number == 1 else tr("ces documents", "these documents")
    question = tr(f"Ajouter {documents} à {store} ? [o/N] ", f"Add {documents} to {store}? [y/N] ")
    while True:
        click.echo(question, err=True, nl=False)
        line = sys.stdin.buffer.readline().decode("utf-8", "replace")
        if not line:
            click.echo(err=True)
            raise UsageError(
                "pas de réponse, rien n'a été ajouté : répondez oui, ou donnez --yes.",
                "no answer, nothing was added: answer yes, or give --yes.",
            )
        answer = line.strip().casefold()
        if answer in _YES | _NO:
            return answer in _YES
