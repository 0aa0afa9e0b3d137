"""Réseau: what an address chooses of the network, as tables, and as the data of a drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from maillage.thesauri import SCHEMES
from viz.explorer.names import name_of
from viz.explorer.reseau.choice import ALL, DEPTHS, SIZES, Choice, iri_of, key_of
from viz.explorer.reseau.data import embedded
from viz.explorer.reseau.rows import Hop, NodeRow, TieRow, node_rows, path_rows, tie_rows
from viz.explorer.reseau.seen import MOST
from viz.explorer.reseau.wanted import Wanted
from viz.explorer.visit import Visit
from viz.labels import concept, kind
from viz.mesh import Mesh
from viz.network import RELATIONS
from viz.palette import palette
from viz.shapes import mark

TEMPLATE = "reseau.html"
_BEST_KNOWN = 12


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a control offers: how many ties or nodes have it before the filters, and whether it is chosen."""

    id: str
    label: str
    count: int = 0
    chosen: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A thing that the choice names, and the address that takes it out."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Years:
    """The years of the slider: its first position, ``none``, is any year."""

    none: int
    last: int
    chosen: int


@dataclass(frozen=True, slots=True)
class Reseau:
    """What the page shows; ``unknown`` are words that name nothing of the network, ``suggested`` where to start."""

    title: str
    roles: tuple[Option, ...]
    kinds: tuple[Option, ...]
    themes: tuple[Option, ...]
    depths: tuple[Option, ...]
    sizes: tuple[Option, ...]
    years: Years | None
    groups: bool
    starts: tuple[Step, ...]
    hidden: tuple[Step, ...]
    carried: tuple[tuple[str, str], ...]
    ends: tuple[str, str]
    unknown: tuple[str, ...]
    size_label: str
    exact: bool
    nodes: tuple[NodeRow, ...]
    ties: tuple[TieRow, ...]
    paths: tuple[tuple[Hop, ...], ...]
    asked_path: bool
    left_out: int
    most: int
    suggested: tuple[Step, ...]
    whole: str
    gexf: str
    csv: str
    data: Markup


def page(visit: Visit, wanted: Wanted) -> Reseau:
    """Return the page of what is ``wanted``."""
    mesh, asked, seen = wanted.mesh, wanted.choice, wanted.seen
    nodes, ties = node_rows(visit, mesh, seen, asked), tie_rows(visit, mesh, seen)
    counted_roles = Counter(tie.role for tie in seen.material)
    counted_kinds = Counter(mesh.nodes[iri].kind for iri in seen.material_nodes if iri in mesh.nodes)
    themes = Counter(theme for tie in seen.material for link in tie.statements for theme in set(link.themes))
    return Reseau(
        title=_title(visit, asked),
        roles=_options(RELATIONS, counted_roles, asked.roles, lambda one: concept("roles", one, visit.language)),
        kinds=_options(sorted(counted_kinds), counted_kinds, asked.kinds, lambda one: kind(one, visit.language)),
        themes=_themes(visit, themes, asked),
        depths=tuple(Option(str(one), str(one), chosen=one == asked.depth) for one in DEPTHS),
        sizes=tuple(Option(one, visit.words(f"mesh.size.{one or 'none'}"), chosen=one == asked.size) for one in SIZES),
        years=_years(mesh, asked),
        groups=asked.groups,
        starts=tuple(Step(_name(visit, key), asked.leaving(key).address()) for key in asked.starts),
        hidden=tuple(Step(_name(visit, key), asked.showing(key).address()) for key in asked.hidden),
        carried=_carried(asked),
        ends=wanted.ends_as_written,
        unknown=wanted.unknown,
        size_label=visit.words(f"mesh.size.{asked.size}") if asked.size else "",
        exact=seen.exact,
        nodes=nodes,
        ties=ties,
        paths=path_rows(visit, mesh, seen.paths),
        asked_path=all(asked.ends),
        left_out=seen.left_out,
        most=MOST,
        suggested=() if nodes else _suggested(visit, mesh),
        whole=Choice((ALL,)).address(),
        gexf=asked.address("/reseau.gexf"),
        csv=asked.address("/reseau.csv"),
        data=embedded(visit, asked, nodes, ties),
    )


def _title(visit: Visit, asked: Choice) -> str:
    named = [_name(visit, key) for key in asked.starts if key != ALL]
    return visit.words("mesh.title_of", names=", ".join(named[:3])) if named else visit.words("mesh.title")


def _name(visit: Visit, key: str) -> str:
    if key == ALL:
        return visit.words("mesh.whole")
    start, _, name = key.partition("/")
    return concept("themes", name, visit.language) if start == "theme" else name_of(visit, iri_of(key))


def _options(
    names: Iterable[str], counts: Counter[str], chosen: Sequence[str], label: Callable[[str], str]
) -> tuple[Option, ...]:
    """Return what is there, and what is chosen even if it is not; all are chosen where none is."""
    shown = (name for name in dict.fromkeys((*names, *chosen)) if counts[name] or name in chosen)
    return tuple(
        Option(name, label(name), counts[name], not chosen or name in chosen, mark(palette().of_kind(name).shape))
        for name in shown
    )


def _themes(visit: Visit, counts: Counter[str], asked: Choice) -> tuple[Option, ...]:
    there = (one.id for one in SCHEMES["themes"] if counts[one.id] or one.id == asked.theme)
    options = (Option(one, concept("themes", one, visit.language), counts[one], one == asked.theme) for one in there)
    return tuple(sorted(options, key=lambda option: option.label))


def _years(mesh: Mesh, asked: Choice) -> Years | None:
    first, last = mesh.years
    return Years(first - 1, last, asked.year or first - 1) if first else None


def _carried(asked: Choice) -> tuple[tuple[str, str], ...]:
    """Return what the form keeps of the choice without showing it."""
    lists = (("depuis", asked.starts), ("ouvert", asked.opened), ("ferme", asked.closed), ("cache", asked.hidden))
    return tuple((name, key) for name, keys in lists for key in keys)


def _suggested(visit: Visit, mesh: Mesh) -> tuple[Step, ...]:
    """Return the nodes from which one sees the most."""
    known = sorted(mesh.of, key=lambda iri: (-len(mesh.of[iri]), iri))[:_BEST_KNOWN]
    return tuple(Step(name_of(visit, iri), Choice((key_of(iri),)).address()) for iri in known)
