"""Seen: what a choice shows of the mesh."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from viz.explorer.reseau.choice import ALL, Choice, iri_of
from viz.measures import betweenness, communities, degrees, spreads
from viz.mesh import Mesh, Tie
from viz.network import Link

MOST = 5000
"""The most nodes that a view shows."""
SMALL = 400
"""Up to how many nodes the whole network is shown to who asks for nothing."""
_PATHS = 3

Path = tuple[tuple[Tie, ...], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The nodes that are shown, the closest first, and their ties; ``left_out`` nodes would be too many.

    ``more`` is how many neighbours of a node are not shown; ``folds`` are the nodes whose neighbours can be folded;
    ``sizes`` (``exact`` or estimated) and ``groups`` are what is asked for of each node; ``material`` and
    ``material_nodes`` are what there was before the filters.
    """

    nodes: tuple[str, ...]
    ties: tuple[Tie, ...]
    left_out: int
    more: Mapping[str, int]
    folds: frozenset[str]
    sizes: Mapping[str, float]
    exact: bool
    groups: Mapping[str, int]
    paths: tuple[Path, ...]
    material: tuple[Tie, ...]
    material_nodes: tuple[str, ...]


def see(mesh: Mesh, choice: Choice, ends: tuple[str, str]) -> Seen:
    """Return what ``choice`` shows of ``mesh``; ``ends`` are the IRIs of those of a path, empty where there is none."""
    hidden = {iri_of(key) for key in choice.hidden}
    kept = mesh.kept(keeper(mesh, choice)) if choice.roles or choice.theme or choice.year else mesh
    paths = kept.between(*ends, _PATHS) if all(ends) else ()
    on_paths = dict.fromkeys(end for path in paths for hop in path for tie in hop for end in (tie.source, tie.target))
    reached = [iri for iri in (*on_paths, *_reached(kept, choice, hidden)) if iri not in hidden]
    ordered = list(dict.fromkeys(reached))
    shown = _of_kinds(mesh, choice, ordered, frozenset(on_paths))
    nodes = tuple(shown[:MOST])
    ties = kept.among(frozenset(nodes))
    nodes = _tied(nodes, ties, choice)
    sizes, exact = _sizes(kept, choice, ties)
    material = [iri for iri in dict.fromkeys((*on_paths, *_reached(mesh, choice, hidden))) if iri not in hidden][:MOST]
    return Seen(
        nodes,
        ties,
        len(shown) - len(shown[:MOST]),
        _more(kept, nodes),
        _folds(choice, nodes),
        sizes,
        exact,
        communities(ties) if choice.groups else {},
        paths,
        mesh.among(frozenset(material)),
        tuple(material),
    )


def keeper(mesh: Mesh, choice: Choice) -> Callable[[Link], bool]:
    """Return what says whether a statement passes the filters of ``choice``."""
    out_of_force = {key for key, period in mesh.periods.items() if choice.year and not period.covers(choice.year)}

    def keeps(link: Link) -> bool:
        return (
            (not choice.roles or link.role in choice.roles)
            and (not choice.theme or choice.theme in link.themes)
            and link.convention not in out_of_force
        )

    return keeps


def _reached(mesh: Mesh, choice: Choice, hidden: set[str]) -> list[str]:
    starts: dict[str, int] = {}
    for key in choice.starts:
        for iri, distance in _seeds(mesh, key).items():
            starts[iri] = min(distance, starts.get(iri, distance))
    opened = {iri_of(key) for key in choice.opened}
    closed = {iri_of(key) for key in choice.closed} | hidden
    return mesh.reach(starts, choice.depth, opened=opened, closed=closed)


def _seeds(mesh: Mesh, key: str) -> Mapping[str, int]:
    """Return where a start begins: a thing at itself, a theme or an agreement with all that its statements tie."""
    if key == ALL:
        return dict.fromkeys(sorted(mesh.of, key=lambda iri: (-len(mesh.of[iri]), iri)), 1)
    kind, _, name = key.partition("/")
    own = {} if kind == "theme" else {iri_of(key): 0}
    if kind not in {"theme", "convention"}:
        return own
    ties = (tie for tie in mesh.ties if any(name in (link.convention, *link.themes) for link in tie.statements))
    return {**dict.fromkeys((end for tie in ties for end in (tie.source, tie.target)), 1), **own}


def _of_kinds(mesh: Mesh, choice: Choice, nodes: list[str], always: frozenset[str]) -> list[str]:
    """Return the nodes of the kinds that are chosen; where one starts and what is on a path always stays."""
    always |= {iri_of(key) for key in choice.starts}
    known = [iri for iri in nodes if iri in mesh.nodes]
    return [iri for iri in known if not choice.kinds or mesh.nodes[iri].kind in choice.kinds or iri in always]


def _tied(nodes: tuple[str, ...], ties: tuple[Tie, ...], choice: Choice) -> tuple[str, ...]:
    """Return the nodes less those that a filter left without any tie; where one starts stays."""
    held = {end for tie in ties for end in (tie.source, tie.target)} | {iri_of(key) for key in choice.starts}
    return tuple(iri for iri in nodes if iri in held)


def _more(mesh: Mesh, nodes: tuple[str, ...]) -> Mapping[str, int]:
    shown = frozenset(nodes)
    return {iri: len({tie.other(iri) for tie in mesh.of.get(iri, ())} - shown) for iri in nodes}


def _folds(choice: Choice, nodes: tuple[str, ...]) -> frozenset[str]:
    """Return the nodes that were opened, or from which a walk began."""
    keys = (*choice.opened, *choice.starts)
    return frozenset(iri_of(key) for key in keys if key not in choice.closed).intersection(nodes)


def _sizes(mesh: Mesh, choice: Choice, ties: tuple[Tie, ...]) -> tuple[Mapping[str, float], bool]:
    """Return the measure that is asked for, of what is shown, and whether it is exact."""
    if choice.size == "degre":
        return degrees(ties), True
    if choice.size == "territoires":
        return {iri: len(spread.territories) for iri, spread in spreads(mesh, ties).items()}, True
    if choice.size == "intermediarite":
        measured = betweenness(ties)
        return measured.of, measured.exact
    return {}, True
