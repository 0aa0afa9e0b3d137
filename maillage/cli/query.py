"""``maillage query``: a question of the catalogue, or SPARQL."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from maillage import queries
from maillage.cli.group import MaillageCommand
from maillage.cli.options import format_option, store_option
from maillage.cli.printing import show
from maillage.errors import UsageError
from maillage.language import tr
from maillage.store import Graph
from maillage.store.opening import open_graph
from maillage.table import Table

_STDIN = "-"


@click.command(
    "query",
    cls=MaillageCommand,
    short_help=tr("Pose une question.", "Asks a question."),
    help=tr(
        "Pose une question du catalogue, ou une requête SPARQL lue sur l'entrée standard (NOM vaut alors « - »).",
        "Asks a question of the catalogue, or a SPARQL query from standard input (NAME is then “-”).",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        "  maillage query --list\n"
        "  maillage query ctg-par-theme -p theme=parentalite\n"
        '  maillage query communes-d-une-ctg -p convention="Pays d\'Opale" --format csv\n'
        "  maillage query - < question.rq\n\n"
        "Un paramètre se donne en mots : un territoire par son nom ou son code, un thème par son nom.",
        "\b\nExamples:\n"
        "  maillage query --list\n"
        "  maillage query ctg-par-theme -p theme=parentalite\n"
        '  maillage query communes-d-une-ctg -p convention="Pays d\'Opale" --format csv\n'
        "  maillage query - < question.rq\n\n"
        "A parameter is given in words: a territory by its name or code, a theme by its name.",
    ),
)
@click.argument("name", required=False, metavar=tr("NOM", "NAME"))
@click.option("--list", "listed", is_flag=True, help=tr("Montre les questions.", "Shows the questions."))
@click.option(
    "-p",
    "params",
    multiple=True,
    metavar=tr("CLÉ=VALEUR", "KEY=VALUE"),
    help=tr("Un paramètre de la question ; peut être répété.", "A parameter of the question; can be repeated."),
)
@format_option
@store_option
def command(name: str | None, listed: bool, params: tuple[str, ...], output_format: str, store: str) -> None:
    """Print the catalogue or an answer."""
    if listed:
        show(_catalogue(), output_format)
    elif name is None:
        raise UsageError(
            "donnez le nom d'une question, ou --list pour les voir.",
            "give the name of a question, or --list to see them.",
        )
    elif name == _STDIN:
        _answer(open_graph(store), _standard_input(), output_format)
    else:
        queries.question(name)  # an unknown question is told before a missing store
        show(queries.run(open_graph(store), name, _pairs(params)), output_format)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("la requête doit être en UTF-8.", "the query must be in UTF-8.") from error


def _catalogue() -> Table:
    """Return the questions with their parameters, those that can be left out in brackets."""
    rows = [
        (question.name, question.title, " ".join(_asked(parameter) for parameter in question.parameters))
        for question in queries.catalogue()
    ]
    return Table((tr("nom", "name"), "question", tr("paramètres", "parameters")), tuple(rows))


def _asked(parameter: queries.Parameter) -> str:
    return parameter.name if parameter.required else f"[{parameter.name}]"


def _pairs(params: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for param in params:
        key, equals, value = param.partition("=")
        if not equals:
            raise UsageError(
                f"« {param} » n'est pas de la forme clé=valeur.", f"“{param}” is not of the form key=value."
            )
        pairs[key.strip()] = value
    return pairs


def _answer(store: Graph, sparql: str, output_format: str) -> None:
    """Print what a SPARQL query answers: a table, yes or no, or triples."""
    answer = store.answer(sparql)
    if isinstance(answer, Table):
        show(answer, output_format)
    elif isinstance(answer, bool):
        click.echo("true" if answer else "false")
    else:
        sys.stdout.writelines(f"{line}\n" for line in answer)
