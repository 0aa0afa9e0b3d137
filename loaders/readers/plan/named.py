"""Nodes that sentences name with level, number and title in quotation marks: ``L'objectif 1.1, « Accueillir tôt »``.

They are read where nothing else states them; so are actions that a list hangs on a node by its level and number
(``au titre de la priorité 2, créer un local``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from loaders.document import Block, Item, Passage, Table
from loaders.readers.plan.nodes import LEVELS, Node, Plan
from loaders.readers.plan.other_subjects import speaks_of_its_own, speaks_of_other
from loaders.readers.plan.prose import says_what_to_do
from loaders.seeking import Sought
from loaders.words.numbering import NUMBER, clean
from loaders.words.plan_levels import level_of, named_level
from loaders.words.wording import plain, sentences

_RULE = "plan.prose"
_AND_OTHER = re.compile(r"(?:,| et| ou| &| /)\s?\d")
_LEVELS = ("enjeu", "objectif", "action")


def add_named(plan: Plan, blocks: Sequence[Block]) -> None:
    """Add to ``plan`` the nodes that sentences of ``blocks`` name by level, number and title, and it does not have."""
    for block in blocks:
        if isinstance(block, Table) or not block.words:
            continue
        if "«" in block.words.text and not speaks_of_other(block.words.text):
            for sentence in sentences(block.words):
                _add_quoted(plan, sentence)
        if isinstance(block, Item) and plan.nodes:
            _add_hanging(plan, block.words)


def _add_quoted(plan: Plan, sentence: Passage) -> None:
    """Add the nodes that ``sentence`` names, each below the one that it says or that its number goes on with."""
    text = plain(sentence.text)
    if speaks_of_its_own(text):
        return
    for found in _quoted().finditer(text):
        level, number = level_of(found["level"]), clean(found["number"])
        if level not in _LEVELS or _node(plan, level, number) is not None:
            continue
        above = _above(plan, level, number) or _referred(plan, level, text[found.end() :])
        if above is not None or level == "enjeu":
            plan.add(Node(level, number, [sentence.cut(*found.span("title"))], above, _RULE))


def _add_hanging(plan: Plan, words: Passage) -> None:
    """Add the action that ``words`` hang on a node of ``plan`` by its level and number."""
    text = plain(words.text)
    found = _hanging().match(text)
    above = _node(plan, level_of(found["level"]), clean(found["number"])) if found is not None else None
    if (
        found is None
        or above is None
        or above.kind not in ("enjeu", "objectif")
        or not says_what_to_do(text[found.end() :])
    ):
        return
    plan.add(Node("action", "", [words.cut(found.end())], above, _RULE, listed=True))


def _node(plan: Plan, level: str, number: str) -> Node | None:
    return next((node for node in plan.nodes if node.kind == level and node.number == number), None)


def _above(plan: Plan, level: str, number: str) -> Node | None:
    """Return the node with whose number ``number`` goes on: ``1`` above ``1.1``."""
    prefix = number.rpartition(".")[0]
    outer = LEVELS[: LEVELS.index(level)]
    return next((node for node in plan.nodes if prefix and node.number == prefix and node.kind in outer), None)


def _referred(plan: Plan, level: str, text: str) -> Node | None:
    """Return the node of an outer level that ``text`` names by its level and number, None for none or several.

    Of nodes each below the one before (``Enjeu 1 – Objectif 1.2``) it is the last.
    """
    outer = LEVELS[: LEVELS.index(level)]
    references = list(_references().finditer(text))
    if any(_AND_OTHER.match(text, found.end()) for found in references):
        return None
    told = [(level_of(found["level"]), clean(found["number"])) for found in references]
    nodes = [node for kind, number in told if kind in outer and (node := _node(plan, kind, number)) is not None]
    nested = all(below.above is above for above, below in pairwise(nodes))
    return nodes[-1] if nodes and nested else None


def referred(plan: Plan, text: str) -> Node | None:
    """Return the enjeu or objectif of ``plan`` that a plain ``text`` names by level and number."""
    return _referred(plan, "action", text)


@cache
def _reference() -> str:
    """Return the pattern of the name of a level, and its number."""
    return rf"(?:l'|la |le )?{named_level()}\s(?:n\s?[°o]\s?)?(?P<number>{NUMBER})(?![\w%€])"


@cache
def _quoted() -> Sought:
    return Sought(rf"(?<!\w){_reference()}[^«».;:]{{0,25}}:?\s?«\s*(?P<title>[^«»]{{3,150}}?)\s*»")


@cache
def _references() -> Sought:
    return Sought(rf"(?<!\w){_reference()}")


@cache
def _hanging() -> re.Pattern[str]:
    lead = r"(?:au titre d[eu]|dans le cadre d[eu]|pour|sous|dans|en reponse a|en application d[eu]|relevant d[eu])"
    return re.compile(rf"\W{{0,4}}{lead}\s{_reference()}\s?[,:–—-]\s*")
