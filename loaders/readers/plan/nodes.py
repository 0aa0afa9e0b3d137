"""Nodes of a plan d'actions: gathered while an act is read, told as facts when all of them are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from loaders.acts.section import Section
from loaders.document import BULLETS, Passage
from loaders.readers.fiches.fields import Field
from loaders.resolve import fold
from loaders.seeking import Sought
from loaders.themes import themes
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, leader, plain
from maillage.facts import PlanNode

LEVELS = ("socle", "enjeu", "objectif", "action", "activite")
"""The kinds of node, outermost first (contract, *Values* of ``plan.kind``)."""

OUTER = LEVELS[: LEVELS.index("action")]
"""Those of them that actions stand below."""

_LONG = 25
"""Characters from which a label may be one that a running title cuts short."""

_TRAILING = re.compile(r"(?:[\s,;:–—-]|,\s*(?:sont|est)\s*:)+$")
_LEADING = re.compile(rf"^[\s,;:.{BULLETS}→⇒–—-]+")


_Key = tuple[str, ...]


def _status_apart(text: str) -> tuple[str, str]:
    """Return a label without what it says of the fiche in brackets, before or behind it, and that: ``(nouvelle)``."""
    found = _status().search(plain(text))
    left = text[: found.start()] + text[found.end() :] if found is not None else ""
    return (left, text[found.start() : found.end()]) if found is not None and left else (text, "")


@cache
def _status() -> Sought:
    """Return the pattern of a status in brackets that begins or ends a label."""
    said = alternatives([cue for cues in groups("fiches", "statuses").values() for cue in cues])
    status = rf"\((?:[a-z-]{{3,12}} )?{said}\)"
    return Sought(rf"^\W*{status}\W*|\s*{status}\W*$")


@dataclass(slots=True, eq=False)
class Node:
    """A node of the plan.

    ``words`` are its label as printed, ``again`` what states it once more, ``above`` the node that it hangs on.
    ``complement`` is what the print adds to the level's name (``général``). ``listed`` where it is an item of a list;
    ``entry`` where a column of numbers numbers it, ``printed`` its number there before it was mended; ``fiche`` where
    it is listed as a fiche action, ``fields`` what the columns beside it say of the fiche; ``told`` where it is a node
    of the plan, and not only a fiche beside its nodes; ``implied`` where only its place gives its kind.
    """

    kind: str
    number: str
    words: list[Passage]
    above: Node | None = None
    rule: str = "plan.list"
    complement: str = ""
    listed: bool = False
    entry: bool = False
    printed: str = ""
    fiche: bool = False
    told: bool = True
    implied: bool = False
    fields: list[Field] = field(default_factory=list)
    again: list[Passage] = field(default_factory=list)

    @property
    def _printed(self) -> str:
        """The words single-spaced."""
        printed = (words.text[: leader(words.text)] for words in self.words)
        return " ".join(" ".join(printed).split())

    @property
    def status(self) -> str:
        """What the label says of the fiche in brackets: ``(nouvelle)``."""
        return _status_apart(self._printed)[1]

    @property
    def label(self) -> str:
        """The words single-spaced, without bullets and closing punctuation."""
        text, _ = _status_apart(self._printed)
        text = _LEADING.sub("", _TRAILING.sub("", text))
        return text.removesuffix(".") if self.listed and not text.endswith("..") else text

    @property
    def mended(self) -> bool:
        """Whether its number is not the one that the print has."""
        return self.entry and self.number != self.printed


@dataclass(slots=True)
class Plan:
    """The nodes of one act in the order of the print."""

    nodes: list[Node] = field(default_factory=list)
    _known: dict[_Key, Node] = field(default_factory=dict)
    _keys: dict[int, _Key] = field(default_factory=dict)

    def add(self, node: Node) -> Node:
        """Add ``node``; where the act has stated the same before, give that one a further place and return it."""
        key = self._key(node)
        known = self._known.get(key) if node.words else None
        if known is None:
            self.nodes.append(node)
            self._known[key] = node
            self._keys[id(node)] = key
            return node
        known.again.extend(node.words)
        return known

    def drop(self, known: int) -> None:
        """Take back the nodes behind the first ``known``."""
        gone = {id(node) for node in self.nodes[known:]}
        self.nodes = self.nodes[:known]
        self._known = {key: node for key, node in self._known.items() if id(node) not in gone}

    def unite(self) -> None:
        """Make one node of those with one number and label: an action in the plan, and the row that describes it.

        So is one that a sentence names without the number that a title gives it.
        """
        self._unite_named()
        self._unite_headed()
        self._unite_begun()
        first: dict[tuple[str, str], Node] = {}
        for node in [one for one in self.nodes if one.kind == "action" and one.number and one.label]:
            known = first.setdefault((node.number, fold(node.label)), node)
            if known is not node:
                self._merge(node, known)

    def _merge(self, node: Node, known: Node) -> None:
        """Take ``node`` out, as what states ``known`` once more."""
        self.nodes.remove(node)
        known.again.extend([*node.words, *node.again])
        known.fields.extend(node.fields)
        known.fiche, known.told = known.fiche or node.fiche, known.told or node.told

    def _unite_headed(self) -> None:
        """Make one node of an action and the title of its sheet that calls it by an outer level: ``Chantier n° 2``.

        That has its number and its label, stands behind it, and has nothing below it.
        """
        above = {id(node.above) for node in self.nodes}
        known: dict[tuple[str, str], Node] = {}
        for node in [one for one in self.nodes if one.number and one.label]:
            key = (node.number, fold(node.label))
            if node.kind == "action":
                known.setdefault(key, node)
            elif node.kind == "enjeu" and key in known and id(node) not in above:
                self._merge(node, known[key])

    def _unite_begun(self) -> None:
        """Make one node of two outer ones with one number where the label of one is cut short in the other's."""
        outer = [node for node in self.nodes if node.kind in OUTER and node.number and len(node.label) >= _LONG]
        for node in outer:
            begun = f"{fold(node.label)} "
            whole = (other for other in outer if (other.kind, other.number) == (node.kind, node.number))
            known = next(
                (other for other in whole if fold(other.label).startswith(begun) and other in self.nodes), None
            )
            if known is not None:
                self._merge(node, known)
                for below in [below for below in self.nodes if below.above is node]:
                    below.above = known

    def _unite_named(self) -> None:
        """Give outermost nodes without number and nodes of their own the place of the like that has a number."""
        outer = [node for node in self.nodes if node.above is None and node.label]
        numbered = {(node.kind, fold(node.label)): node for node in reversed(outer) if node.number}
        above = {id(node.above) for node in self.nodes}
        for node in outer:
            known = numbered.get((node.kind, fold(node.label)))
            if known is not None and not node.number and id(node) not in above:
                self.nodes.remove(node)
                known.again.extend([*node.words, *node.again])

    def _key(self, node: Node) -> _Key:
        """Return what makes two nodes the same: kind, number and label; without a number, those above it as well."""
        above = self._keys.get(id(node.above), ()) if not node.number else ()
        return (node.kind, node.number, fold(node.label), *above)

    def facts(self, section: Section) -> Iterator[PlanNode]:
        """Give a fact for each node that has a label."""
        numbers = {node.number for node in self.nodes if node.number and node.told}
        known: dict[int, tuple[str, ...]] = {}
        for node in self.nodes:
            known[id(node)] = themes(node.label, known.get(id(node.above), ()))
            if not node.label or not node.told:
                continue
            yield PlanNode(
                place=section.place(*node.words, *node.again),
                act=section.act,
                rule=node.rule,
                tier="normalised" if node.mended else "verbatim",
                convention=section.convention,
                kind=node.kind,
                number=node.number,
                parent_number=_parent(node, numbers),
                label=node.label,
                themes=known[id(node)],
            )


def _parent(node: Node, numbers: set[str]) -> str:
    """Return the number, or the label, of the node above.

    A dotted number tells its parent's by itself: ``2.2.1`` hangs on ``2.2`` even where the print, broken over a page,
    has it beside ``2.1``.
    """
    above = node.above
    if above is None:
        return ""
    prefix, dot, _ = node.number.rpartition(".")
    if dot and above.number and (prefix in numbers or above.number.count(".") == prefix.count(".")):
        return prefix
    return above.number or above.label
