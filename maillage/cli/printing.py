"""Tables on standard output: drawn on a terminal, plain in a pipe, or as CSV, JSON and Markdown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from decimal import Decimal

import click

from maillage.table import Cell, Table
from maillage.table_text import as_csv, as_json, text

FORMATS = ("table", "csv", "json", "md")


def render(table: Table, output_format: str) -> str:
    """Return ``table`` as text in one of FORMATS. Raises KeyError for another format."""
    return _RENDERERS[output_format](table)


def show(table: Table, output_format: str = "table") -> None:
    """Print ``table``; as a ``table`` on a terminal it is drawn to its width."""
    if output_format == "table" and sys.stdout.isatty():
        _draw(table)
    else:
        click.echo(render(table, output_format), nl=False)


def _plain(table: Table) -> str:
    """Return a line a row, its cells apart by tabs."""
    rows = [table.columns, *([" ".join(text(value).split()) for value in row] for row in table.rows)]
    return "".join("\t".join(row) + "\n" for row in rows)


def _as_markdown(table: Table) -> str:
    rule = ["---"] * len(table.columns)
    rows = [table.columns, rule, *([_cell_of_markdown(value) for value in row] for row in table.rows)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cell_of_markdown(value: Cell) -> str:
    return " ".join(text(value).split()).replace("\\", "\\\\").replace("|", "\\|")


def _draw(table: Table) -> None:
    from rich import box  # only here: rich takes longer to load than most questions to answer
    from rich.console import Console
    from rich.table import Table as Drawing
    from rich.text import Text

    drawing = Drawing(box=box.SIMPLE_HEAD, header_style="bold", row_styles=("", "dim"))
    for at, name in enumerate(table.columns):
        numeric = all(isinstance(row[at], (int, float, Decimal, type(None))) for row in table.rows)
        drawing.add_column(name, justify="right" if numeric and table.rows else "left", overflow="fold")
    for row in table.rows:
        drawing.add_row(*(Text(text(value)) for value in row))
    Console().print(drawing)


_RENDERERS: Mapping[str, Callable[[Table], str]] = {
    "table": _plain,
    "csv": as_csv,
    "json": as_json,
    "md": _as_markdown,
}
