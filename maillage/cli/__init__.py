"""The command line: parses, calls, prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from maillage import __version__
from maillage.cli.group import MaillageGroup
from maillage.cli.wording import explain
from maillage.errors import MaillageError
from maillage.language import tr

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``maillage`` and return its exit status: 0 done, 1 something must be looked at, 2 wrong use."""
    try:
        status = maillage.main(arguments, prog_name="maillage", standalone_mode=False)
        sys.stdout.flush()
    except MaillageError as error:
        return _say(str(error), error.exit_status)
    except click.ClickException as error:
        return _say(explain(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _say(tr("interrompu.", "interrupted."), _INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader of the pipe has had enough
        return 0
    return status if isinstance(status, int) else 0


def _say(message: str, status: int) -> int:
    click.echo(tr(f"Erreur : {message}", f"Error: {message}"), err=True)
    return status


@click.group(
    cls=MaillageGroup,
    subcommand_metavar=tr("COMMANDE [ARGUMENTS]...", "COMMAND [ARGUMENTS]..."),
    help=tr(
        "Maillage fait des conventions territoriales globales (CTG) un graphe que l'on interroge, vérifie et dessine.",
        "Maillage turns conventions territoriales globales (CTG) into a graph to query, check and draw.",
    ),
    epilog=tr(
        "\b\nPour commencer :\n"
        "  maillage build                                  construit le magasin\n"
        "  maillage query --list                           montre les questions\n"
        "  maillage query ctg-par-theme -p theme=parentalite\n"
        "  maillage network --out reseau.html              dessine qui pilote et finance quoi\n"
        "\b\nMAILLAGE_STORE nomme le magasin, MAILLAGE_LANG=en parle anglais, NO_COLOR ôte les couleurs.",
        "\b\nTo begin:\n"
        "  maillage build                                  builds the store\n"
        "  maillage query --list                           shows the questions\n"
        "  maillage query ctg-par-theme -p theme=parentalite\n"
        "  maillage network --out network.html             draws who leads and funds what\n"
        "\b\nMAILLAGE_STORE names the store, MAILLAGE_LANG=fr speaks French, NO_COLOR takes the colours off.",
    ),
)
@click.version_option(__version__, prog_name="maillage", help=tr("Donne la version.", "Gives the version."))
def maillage() -> None:
    """Gather the commands."""
