"""What is seen as JSON: of the API, and in the page for its drawing."""

from __future__ import annotations

import json

from markupsafe import Markup

from viz.explorer.reseau.choice import Choice
from viz.explorer.reseau.rows import NodeRow, TieRow
from viz.explorer.visit import Visit
from viz.labels import concept, kind
from viz.palette import Tone, palette

Value = str | int | float | bool | list["Value"] | dict[str, "Value"]

_HARMLESS = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
"""What could end or begin a tag or a line, as JSON writes it otherwise (HTML, 4.12.1.3)."""

_SAID = (
    *("mesh.keys", "mesh.drawing", "mesh.settling", "mesh.ready", "mesh.not_shown", "mesh.any_year", "mesh.failed"),
    *("mesh.node_said", "mesh.hidden_said"),
)


def seen_as_json(nodes: tuple[NodeRow, ...], ties: tuple[TieRow, ...]) -> dict[str, Value]:
    """Return the nodes and ties that are seen."""
    return {"nodes": [_node(row) for row in nodes], "ties": [_tie(row) for row in ties]}


def embedded(visit: Visit, choice: Choice, nodes: tuple[NodeRow, ...], ties: tuple[TieRow, ...]) -> Markup:
    """Return the data of the drawing as it stands in a page: what is seen, its colours and lines, and its words."""
    kinds = sorted({row.kind for row in nodes})
    data: dict[str, Value] = {
        **seen_as_json(nodes, ties),
        "address": choice.address(),
        "starts": [*choice.starts],
        "size": choice.size,
        "roles": {role: _tone(tone, concept("roles", role, visit.language)) for role, tone in palette().role.items()},
        "kinds": {one: _tone(palette().of_kind(one), kind(one, visit.language)) for one in kinds},
        "groups": [[tone.light, tone.dark] for tone in palette().theme.values()],
        "words": {key.removeprefix("mesh."): visit.words(key) for key in _SAID},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, harmless in _HARMLESS:
        text = text.replace(sign, harmless)
    return Markup(text)  # noqa: S704 - made harmless above


def _node(row: NodeRow) -> Value:
    return {
        "key": row.key,
        "name": row.name,
        "kind": row.kind,
        "href": row.href,
        "ties": row.ties,
        "more": row.more,
        "size": row.size,
        "group": row.group,
        "fold": row.fold,
        "unfold": row.unfold,
        "hide": row.hide,
    }


def _tie(row: TieRow) -> Value:
    return {
        "id": row.id,
        "source": row.source_key,
        "target": row.target_key,
        "role": row.role,
        "conventions": [mark.text for mark in row.conventions],
        "themes": [mark.text for mark in row.themes],
        "amounts": [*row.amounts],
        "places": [{"document": one.document, "lines": one.lines, "href": one.href} for one in row.places],
        "path": row.path,
    }


def _tone(tone: Tone, label: str) -> Value:
    return {
        "label": label,
        "light": tone.light,
        "dark": tone.dark,
        "dash": [*tone.dash],
        "width": tone.width,
        "shape": tone.shape,
    }
