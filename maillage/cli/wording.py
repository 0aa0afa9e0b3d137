"""What the parser of the command line has to say, in the reader's language."""

from __future__ import annotations

import click

from maillage.language import tr


def explain(error: click.ClickException) -> str:
    """Return one sentence for ``error``, with the remedy."""
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "maillage"
    return f"{_what(error)} {tr(f'« {command} --help » explique la commande.', f'“{command} --help” explains it.')}"


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        close = ", ".join(error.possibilities or ())
        fr, en = (f" Vouliez-vous dire {close} ?", f" Did you mean {close}?") if close else ("", "")
        return tr(f"option inconnue : {error.option_name}.{fr}", f"unknown option: {error.option_name}.{en}")
    if isinstance(error, click.MissingParameter):
        name = _name(error.param)
        return tr(f"il manque {name}.", f"{name} is missing.")
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    if isinstance(error, click.BadOptionUsage):
        return tr(f"l'option {error.option_name} attend une valeur.", f"the option {error.option_name} needs a value.")
    return error.format_message()


def _bad_value(error: click.BadParameter) -> str:
    name = _name(error.param)
    if error.param and isinstance(error.param.type, click.Choice):
        choices = ", ".join(str(choice) for choice in error.param.type.choices)
        return tr(f"{name} : il faut l'une des valeurs {choices}.", f"{name}: one of the values {choices} is needed.")
    if error.param and isinstance(error.param.type, click.IntRange):
        low = error.param.type.min
        return tr(f"{name} : il faut un entier d'au moins {low}.", f"{name}: a whole number from {low} is needed.")
    return f"{name} : {error.message}"


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return tr("une valeur", "a value")
    return param.opts[-1] if isinstance(param, click.Option) else param.make_metavar(click.Context(click.Command("")))
