"""The groups and commands of the command line: loaded when they are called, explained in French or English."""

from __future__ import annotations

from importlib import import_module

import click

from maillage.errors import UsageError
from maillage.language import tr

COMMANDS = (
    *("build", "extract", "add", "check", "query", "search", "export"),
    *("network", "measures", "serve", "publish", "show"),
)
"""The commands in the order of the help; each is the ``command`` of the module of its name."""


class BilingualFormatter(click.HelpFormatter):
    """A help text whose headings are in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        super().write_usage(prog, args, prefix or tr("Utilisation : ", "Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(tr("Commandes", "Commands") if heading == "Commands" else heading)


class BilingualContext(click.Context):
    """A call whose help is in the reader's language."""

    formatter_class = BilingualFormatter


class _Bilingual(click.Command):
    """What groups and commands share."""

    context_class = BilingualContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option ``--help``."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = tr("Explique la commande.", "Explains the command.")
        return option


class MaillageCommand(_Bilingual):
    """A command."""

    allow_extra_args = True  # so that what is too much is told below, in the reader's language

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the words of the call. Raises UsageError for words that nothing asks for."""
        rest = super().parse_args(ctx, args)
        if rest:
            words = " ".join(rest)
            raise UsageError(
                f"argument en trop : {words}. « {ctx.command_path} --help » explique la commande.",
                f"unexpected argument: {words}. “{ctx.command_path} --help” explains the command.",
            )
        return rest


class MaillageGroup(_Bilingual, click.Group):
    """The commands, each imported only when it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        found = import_module(f"maillage.cli.{cmd_name}").command
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which ones resemble the word given."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from maillage.queries.words import hint  # only here: a good call need not wait for it

            close = hint(args[0], COMMANDS)
            raise UsageError(
                f"il n'y a pas de commande « {args[0]} ».{close[0]} « maillage --help » les montre toutes.",
                f"there is no command “{args[0]}”.{close[1]} “maillage --help” shows them all.",
            )
        return super().resolve_command(ctx, args)
