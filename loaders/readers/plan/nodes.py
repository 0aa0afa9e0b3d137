"""Nodes of a plan d'actions: their levels, what each is called, and all of an act, gathered while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from loaders.document import BULLETS, Passage
from loaders.readers.fiches.fields import Field
from loaders.remembering import remembered_texts
from loaders.resolve import fold
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, leader, plain

LEVELS = ("socle", "enjeu", "objectif", "action", "activite")
"""The kinds of node, outermost first (contract, *Values* of ``plan.kind``)."""

OUTER = LEVELS[: LEVELS.index("action")]
"""Those of them that actions stand below."""

_TRAILING = re.compile(r"(?:[\s,;:–—-]|,\s*(?:sont|est)\s*:)+$")
_LEADING = re.compile(rf"^[\s,;:.{BULLETS}→⇒–—-]+")

_Key = tuple[str, ...]


@remembered_texts(2_048)
def _status_apart(text: str) -> tuple[str, str]:
    """Return a label without what it says of its fiche in brackets, before or behind it, and that: ``(nouvelle)``.

    The label without bullets and closing punctuation: a node is asked for it whenever another may be the same.
    """
    found = _status().search(plain(text))
    left = text[: found.start()] + text[found.end() :] if found is not None else ""
    label, status = (left, text[found.start() : found.end()]) if found is not None and left else (text, "")
    return _LEADING.sub("", _TRAILING.sub("", label)), status


@cache
def _status() -> Sought:
    """Return the pattern of a status, or of the number of a fiche, in brackets that begins or ends a label."""
    said = alternatives([cue for cues in groups("fiches", "statuses").values() for cue in cues])
    sheet = r"(?:(?:voir|cf\.?) )?fiches?(?:[ -]actions?)? ?(?:n\W{0,3})?\d[\d. ,eta]*"
    status = rf"\((?:(?:[a-z-]{{3,12}} )?{said}|{sheet})\)"
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

    def _key(self, node: Node) -> _Key:
        """Return what makes two nodes the same: kind, number and label; without a number, those above it as well."""
        above = self._keys.get(id(node.above), ()) if not node.number else ()
        return (node.kind, node.number, fold(node.label), *above)
