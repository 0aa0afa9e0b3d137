"""The drawing of a network: nodes, edges and options as pyvis hands them to the canvas."""

from __future__ import annotations

import math
from collections import Counter

from pyvis.network import Network

from viz.layout import positions
from viz.network import Link, Node
from viz.page_context import NetworkPage, Row
from viz.palette import palette
from viz.plain import fold_lines

_SEED = 7
_STEPS = 350
_WIDTH = 24
_LINES = 3
_HUB = 6
_ALWAYS = {"enabled": True, "min": 26, "max": 40, "drawThreshold": 3, "maxVisible": 44}
_WHEN_NEAR = {"enabled": True, "min": 18, "max": 18, "drawThreshold": 9}
_BEND = 0.14
_WIDEST = 9
_TOLD = 4
_GAP = ""

Bundle = tuple[tuple[Link, Row], ...]

_OPTIONS = {
    "autoResize": True,
    "layout": {"improvedLayout": False, "randomSeed": _SEED},
    "nodes": {
        "borderWidth": 2,
        "scaling": {"min": 8, "max": 34},
        "font": {"face": "system-ui, sans-serif", "strokeWidth": 4},
        "shapeProperties": {"borderRadius": 4},
    },
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "selectionWidth": 1.5, "hoverWidth": 0.5},
    "interaction": {
        "hover": True,
        "tooltipDelay": 120,
        "multiselect": False,
        "hideEdgesOnDrag": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "physics": {
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {
            "gravitationalConstant": -130,
            "centralGravity": 0.01,
            "springLength": 110,
            "springConstant": 0.06,
            "avoidOverlap": 0.7,
        },
        "maxVelocity": 60,
        "stabilization": {"enabled": True, "iterations": _STEPS, "updateInterval": 50, "fit": True},
    },
}


def drawing(nodes: tuple[Node, ...], links: tuple[Link, ...], page: NetworkPage) -> Network:
    """Return the pyvis network of ``nodes`` and ``links``, called as ``page`` calls them."""
    canvas = Network(directed=True, cdn_resources="in_line", height="100%", width="100%")
    canvas.options = _OPTIONS
    degrees = Counter(end for link in links for end in (link.source, link.target))
    starts = positions([node.iri for node in nodes], links)
    for node, name in zip(nodes, page.nodes, strict=True):
        x, y = starts[node.iri]
        _add_node(canvas, node, name.name, name.kind, degrees[node.iri], x, y)
    bundles = _bundles(links, page.links)
    parallel: Counter[frozenset[str]] = Counter()
    for bundle in bundles:
        ends = frozenset((bundle[0][0].source, bundle[0][0].target))
        _add_edge(canvas, bundle, parallel[ends])
        parallel[ends] += 1
    return canvas


def _add_node(canvas: Network, node: Node, name: str, kind: str, degree: int, x: float, y: float) -> None:
    tone = palette().of_kind(node.kind)
    canvas.add_node(
        node.iri,
        label="\n".join(fold_lines(name, _WIDTH, _LINES)),
        shape=tone.shape,
        color=tone.light,
        title="\n".join(part for part in (name, kind, node.territory) if part),
        value=math.sqrt(degree),
        scaling={"label": _ALWAYS if degree >= _HUB or tone.shape == "box" else _WHEN_NEAR},
        name=name,
        kind=node.kind,
        kindLabel=kind,
        x=x,
        y=y,
    )


def _bundles(links: tuple[Link, ...], rows: tuple[Row, ...]) -> tuple[Bundle, ...]:
    """Return the links, those of the same two things in the same role together: they are one line in the drawing."""
    bundles: dict[tuple[str, str, str], list[tuple[Link, Row]]] = {}
    for link, row in zip(links, rows, strict=True):
        bundles.setdefault((link.source, link.target, link.role), []).append((link, row))
    return tuple(tuple(bundle) for bundle in bundles.values())


def _add_edge(canvas: Network, bundle: Bundle, before: int) -> None:
    """Add the line of ``bundle``; lines that join the same two things are bent apart."""
    link, first = bundle[0]
    tone = palette().of_role(link.role)
    bend = _BEND * ((before + 1) // 2)
    canvas.add_edge(
        link.source,
        link.target,
        id=f"b{first.id}",
        title="\n".join((f"{first.source} – {first.role} – {first.target}", *_told(bundle))),
        color=tone.light,
        dashes=list(tone.dash) or False,
        width=min(tone.width + len(bundle) // 4, _WIDEST),
        smooth={"enabled": before > 0, "type": "curvedCW" if before % 2 else "curvedCCW", "roundness": round(bend, 2)},
        opacity=0.75,
        role=link.role,
        roleLabel=first.role,
        links=[_linked(link, row) for link, row in bundle],
    )


def _told(bundle: Bundle) -> tuple[str, ...]:
    """Return the lines of a tooltip: all that is known of the first links, and how many more there are."""
    lines = tuple(line for at, (_, row) in enumerate(bundle[:_TOLD]) for line in (*((_GAP,) if at else ()), *row.facts))
    return (*lines, _GAP, f"+ {len(bundle) - _TOLD}") if len(bundle) > _TOLD else lines


def _linked(link: Link, row: Row) -> dict[str, str | list[str]]:
    return {"id": row.id, "themes": list(link.themes), "convention": link.convention, "facts": list(row.facts)}
