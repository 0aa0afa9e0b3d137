"""What is seen, as the tables and the drawing tell it: nodes, ties, paths, each with its name and its places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from viz.explorer.addresses import page_of, page_of_theme, place_of
from viz.explorer.names import name_of
from viz.explorer.reseau.choice import Choice, key_of
from viz.explorer.reseau.seen import Path, Seen
from viz.explorer.views import Mark, Source
from viz.explorer.visit import Visit
from viz.labels import concept, kind
from viz.mesh import Mesh, Tie
from viz.network import Link
from viz.numbers import euros, lines
from viz.palette import palette
from viz.plain import shorten
from viz.shapes import mark

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node: its ties that are shown, its measure and community where asked for, and where its actions lead.

    ``fold`` and ``unfold`` are empty where there is nothing to fold or unfold; ``more`` neighbours are not shown.
    """

    key: str
    name: str
    href: str
    kind: str
    kind_label: str
    mark: str
    ties: int
    more: int
    size: float
    group: int
    fold: str
    unfold: str
    hide: str
    start: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie: who, in which role, to what, and all that is stated of it; ``path`` where it is a hop of a path."""

    id: str
    source: Mark
    target: Mark
    source_key: str
    target_key: str
    role: str
    role_label: str
    conventions: tuple[Mark, ...]
    themes: tuple[Mark, ...]
    amounts: tuple[str, ...]
    places: tuple[Source, ...]
    path: bool


@dataclass(frozen=True, slots=True)
class Hop:
    """From one node of a path to the next: the ties that join them."""

    ties: tuple[TieRow, ...]


def node_rows(visit: Visit, mesh: Mesh, seen: Seen, choice: Choice) -> tuple[NodeRow, ...]:
    """Return the nodes that are seen, the most tied first."""
    counted = Counter(end for tie in seen.ties for end in (tie.source, tie.target))
    rows = (_node(visit, mesh, seen, choice, iri, counted[iri]) for iri in seen.nodes)
    return tuple(sorted(rows, key=lambda row: (-row.size, -row.ties, row.name, row.key)))


def _node(visit: Visit, mesh: Mesh, seen: Seen, choice: Choice, iri: str, ties: int) -> NodeRow:
    key, node = key_of(iri), mesh.nodes[iri]
    return NodeRow(
        key=key,
        name=shorten(name_of(visit, iri, node.label), _LONGEST),
        href=page_of(iri),
        kind=node.kind,
        kind_label=kind(node.kind, visit.language),
        mark=mark(palette().of_kind(node.kind).shape),
        ties=ties,
        more=seen.more[iri],
        size=seen.sizes.get(iri, 0),
        group=seen.groups.get(iri, 0),
        fold=choice.closing(key).address() if iri in seen.folds else "",
        unfold=choice.opening(key).address() if seen.more[iri] else "",
        hide=choice.hiding(key).address(),
        start=Choice((key,)).address(),
    )


def tie_rows(visit: Visit, mesh: Mesh, seen: Seen) -> tuple[TieRow, ...]:
    """Return the ties that are seen, by role."""
    on_path = {_ends(tie) for path in seen.paths for hop in path for tie in hop}
    return tuple(_tie(visit, mesh, tie, f"t{at}", _ends(tie) in on_path) for at, tie in enumerate(seen.ties))


def path_rows(visit: Visit, mesh: Mesh, paths: tuple[Path, ...]) -> tuple[tuple[Hop, ...], ...]:
    """Return the paths, hop by hop, each with all that is stated of it."""
    return tuple(tuple(Hop(tuple(_tie(visit, mesh, tie, "", True) for tie in hop)) for hop in path) for path in paths)


def _tie(visit: Visit, mesh: Mesh, tie: Tie, identity: str, path: bool) -> TieRow:
    return TieRow(
        id=identity,
        source=_mark(visit, mesh, tie.source),
        target=_mark(visit, mesh, tie.target),
        source_key=key_of(tie.source),
        target_key=key_of(tie.target),
        role=tie.role,
        role_label=concept("roles", tie.role, visit.language),
        conventions=_conventions(visit, tie),
        themes=_themes(visit, tie),
        amounts=tuple(amount for link in tie.statements if (amount := _amount(visit, link))),
        places=tuple(dict.fromkeys(_place(visit, link) for link in tie.statements)),
        path=path,
    )


def _mark(visit: Visit, mesh: Mesh, iri: str) -> Mark:
    node = mesh.nodes[iri]
    return Mark(shorten(name_of(visit, iri, node.label), _LONGEST), page_of(iri), f"kind-{node.kind}")


def _conventions(visit: Visit, tie: Tie) -> tuple[Mark, ...]:
    """Return the agreements in which the tie is stated; none where it is to the agreement itself."""
    stated = dict.fromkeys(visit.library.conventions.get(link.convention, "") for link in tie.statements)
    return tuple(Mark(name_of(visit, iri), page_of(iri)) for iri in stated if iri and iri != tie.target)


def _themes(visit: Visit, tie: Tie) -> tuple[Mark, ...]:
    ids = dict.fromkeys(theme for link in tie.statements for theme in link.themes)
    return tuple(Mark(concept("themes", one, visit.language), page_of_theme(one), f"theme-{one}") for one in ids)


def _amount(visit: Visit, link: Link) -> str:
    told = (euros(link.amount, visit.language, link.period), shorten(link.object, _LONGEST))
    return " – ".join(part for part in told if part)


def _place(visit: Visit, link: Link) -> Source:
    return Source(link.document, lines(link.lines, visit.language), place_of(link.document, link.lines))


def _ends(tie: Tie) -> tuple[str, str, str]:
    return tie.source, tie.target, tie.role
