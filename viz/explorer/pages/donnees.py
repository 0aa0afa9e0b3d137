"""Données: what can be taken away, how to cite it, under which licence, of which vintages, and every address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from maillage.citation import citation
from maillage.reference import load
from viz.explorer.api import addresses
from viz.explorer.shelf import EXPORTS
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.numbers import number

TEMPLATE = "donnees.html"
_KILO = 1000


@dataclass(frozen=True, slots=True)
class File:
    """An export: its address, what it holds and for whom, and its size once it has been made."""

    link: Mark
    what: str
    size: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the API; a link where this server answers it."""

    link: Mark
    what: str
    forms: str


@dataclass(frozen=True, slots=True)
class Donnees:
    """What the page shows; ``bibtex`` cites for LaTeX, ``text`` for a reader."""

    files: tuple[File, ...]
    text: str
    bibtex: str
    version: str
    licence: str
    vintages: tuple[str, ...]
    programs: tuple[Address, ...]
    pages: tuple[Address, ...]


def page(visit: Visit, size: Callable[[str], int | None]) -> Donnees:
    """Return the page; ``size`` gives the bytes of an export that has been made."""
    cited = citation()
    authors = ", ".join(cited.authors)
    return Donnees(
        tuple(_file(visit, name, size(name)) for name in EXPORTS),
        visit.words("data.cited", authors=authors, title=cited.title, version=cited.version),
        _bibtex(cited.title, authors, cited.version),
        cited.version,
        cited.licence,
        tuple(str(year) for year in load().vintages),
        tuple(_addresses(visit, pages=False)),
        tuple(_addresses(visit, pages=True)),
    )


def _file(visit: Visit, name: str, size: int | None) -> File:
    key = name.partition(".")[2].removesuffix(".gz")
    kind = name.partition(".")[0].rpartition("-")[2] if key == "zip" else key
    return File(Mark(name, f"/donnees/{name}"), visit.words(f"data.file.{kind}"), _said(visit, size))


def _said(visit: Visit, size: int | None) -> str:
    return visit.words("data.kb", n=number(max(size // _KILO, 1), visit.language)) if size is not None else ""


def _addresses(visit: Visit, *, pages: bool) -> list[Address]:
    return [
        Address(
            Mark(one.path, one.href if one.path in visit.served else ""), one.text(visit.language), ", ".join(one.forms)
        )
        for one in addresses()
        if one.is_page == pages
    ]


def _bibtex(title: str, authors: str, version: str) -> str:
    return f"@misc{{maillage,\n  author = {{{{{authors}}}}},\n  title = {{{title}}},\n  version = {{{version}}}\n}}"
