"""``maillage check``: what the shapes and the finding questions have to say of the store."""

from __future__ import annotations

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import jobs_option, store_option
from maillage.cli.progress import told
from maillage.language import tr
from maillage.store.opening import open_graph

_FORMATS = ("text", "json", "ttl", "html")


@click.command(
    "check",
    cls=MaillageCommand,
    short_help=tr("Contrôle le magasin.", "Checks the store."),
    help=tr(
        "Contrôle le magasin : règles SHACL sur chaque acte, puis contradictions et manques entre les actes.",
        "Checks the store: SHACL rules on each act, then contradictions and gaps between acts.",
    ),
    epilog=tr(
        "\b\nExemples :\n  maillage check\n  maillage check --format html > constats.html\n\n"
        "Rend 1 s'il y a une violation.",
        "\b\nExamples:\n  maillage check\n  maillage check --format html > findings.html\n\n"
        "Returns 1 if there is a violation.",
    ),
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(_FORMATS),
    default="text",
    help=tr("Forme du rapport. [text]", "Form of the report. [text]"),
)
@jobs_option
@store_option
def command(output_format: str, jobs: int, store: str) -> int:
    """Print the report; return 1 where there is a violation."""
    opened = open_graph(store)
    from maillage import checks  # SHACL takes long to load

    with told() as progress:
        progress(tr("contrôles", "checks"))
        findings = checks.check(opened, jobs, opened.verdicts)
    click.echo(checks.render(findings, output_format), nl=False)
    return 1 if any(finding.severity == "violation" for finding in findings) else 0
