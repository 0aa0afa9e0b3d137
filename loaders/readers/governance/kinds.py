"""Kinds: what kind of body one is whose own name does not tell it: by what is said beside the name, or of its work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.readers.governance.instances import Instance
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

OTHER = "autre"
_STEERS, _PREPARES, _PROJECT = "comité de pilotage", "comité technique", "groupe projet"
_SIDES = {kind: alternatives(names) for kind, names in groups("instances", "sides").items()}
_ANY_SIDE = "|".join(_SIDES.values())
_NAMES = {kind: alternatives(names) for kind, names in groups("instances", "kinds").items() if kind != OTHER}
_ARTICLE = r"(?:(?:le|la|une?|notre) |l')?"
_BRACKETED = rf"\s*\({_ARTICLE}(?:{_ANY_SIDE}|{cues('organs')})(?:[^\w()][^()]{{0,60}})?\)"
SIDE = rf"(?:\s*[»\"”](?:\s(?:{_ANY_SIDE})\b)?|{_BRACKETED})"
"""What stands right behind a name for its kind: brackets (``(pilotage)``), an adjective behind quotation marks."""

NAMES = "|".join(_NAMES.values())
"""The names of the bodies of a kind, in plain letters."""

_IS = r"(?:qui )?(?:est|sera|constitue)"


def _organ(side: str, names: str) -> str:
    """Return the pattern of what names an organ of the kind of ``side`` and ``names``."""
    return rf"(?:{names}|{cues('organs')} (?:de |d')?{side})"


def _beside(side: str, names: str) -> re.Pattern[str]:
    """Return the pattern of what says behind a name that a body is of the kind of ``side`` and ``names``."""
    organ = _organ(side, names)
    return re.compile(
        rf"\s*[»\"”]\s{side}\b|\s*[»\"”]?\s*\({_ARTICLE}(?:{side}|{names})\b[^()]{{0,60}}\)"
        rf"|\s*[»\"”]?,\s*{_ARTICLE}{names}(?: d(?:e la|u) (?:ctg|convention|contrat))?\s*[,:;.]"
        rf"|\s*[»\"”]?,?\s+{_IS} {_ARTICLE}{organ}\b"
        rf"|[^.;:]{{0,80}}?\b{cues('stands')}\s?{_ARTICLE}{organ}"
    )


_BESIDE = {kind: _beside(_SIDES[kind], names) for kind, names in _NAMES.items()}
_SAID = {
    kind: re.compile(
        rf"(?:{cues('said_to_be')}|(?:il|elle) {cues('stands')})\s?{_ARTICLE}{_organ(_SIDES[kind], names)}\b"
        r"(?![^.,;:]{0,60}\b(?:qui|que|dont)\b)"
    )
    for kind, names in _NAMES.items()
}
"""What says below a name of what kind its body is, but no cleft: ``C'est le comité de pilotage qui valide``."""

_LAST = re.compile(rf"{_BRACKETED}\W*$")
_WORKS = {kind: re.compile(rf"\b{alternatives(names)}") for kind, names in groups("instances", "works").items()}
_LEADER = re.compile(
    r"(?:(?:la|le|les|l') ?)?(?:(?:co|vice)-?)?"
    r"(?:president|maire|direct(?:eur|rice)s? (?:general\w* )?de la (?:caf|caisse|msa))"
)
_HEAD = re.compile(r"(?:(?:la|le|les) )?(?:president|maire)")
_AGENT = re.compile(r"(?:(?:la|le|les) )?(?:chargee?s? de cooperation|coordinat|coordonnat|cheff?e? de projet)")
_BESIDE_AGENT = re.compile(r"\b(?:caf|caisse|msa)\b")
_OPEN = re.compile(r"\b(?:parents?|habitants?|associations?|familles|maires?|elue?s?|president\w*)\b")


def kind_beside(behind: str) -> str:
    """Return the kind that the words ``behind`` a body's name, in plain letters, say it to be; empty for none."""
    return next((kind for kind, pattern in _BESIDE.items() if pattern.match(behind)), "")


def kind_said(text: str) -> str:
    """Return the kind that a sentence below a name, in plain letters, says its body to be: ``C'est notre copil``."""
    return next((kind for kind, pattern in _SAID.items() if pattern.match(text)), "")


def kind_named(text: str) -> str:
    """Return the kind of the body with whose name ``text``, in plain letters, begins; empty for none."""
    return next((kind for kind, names in _NAMES.items() if re.match(names, text)), "")


def kind_apart(words: Passage) -> tuple[Passage, str]:
    """Return a body's name without the brackets behind it that say its kind, and that kind: ``Vigie (technique)``."""
    found = _LAST.search(plain(words.text))
    kind = kind_beside(plain(words.text[found.start() :])) if found and found.start() else ""
    return (words.cut(0, found.start()), kind) if found and kind else (words, "")


def settle(found: Iterable[Instance]) -> None:
    """Give a kind to those of the bodies ``found`` whose names tell none, where no other body is of that kind.

    What a body is said to do decides, else who sits in it: those who lead the parties steer, their agents prepare. An
    act that calls one body by the usual name would the other too: there, who sits in a body says nothing of it.
    """
    by_convention: dict[str, list[Instance]] = {}
    for instance in found:
        by_convention.setdefault(instance.convention, []).append(instance)
    for bodies in by_convention.values():
        stated = any(instance.kind == _STEERS for instance in bodies)
        _settle(bodies, _STEERS, (_STEERS,), _is_of_leaders)
        _settle(bodies, _PREPARES, (_PREPARES, _PROJECT), _of_nobody if stated else _is_of_agents)


def _settle(bodies: Sequence[Instance], kind: str, taken: Sequence[str], sits: Callable[[Instance], bool]) -> None:
    """Give ``kind`` to the first of ``bodies`` that works as one of it does, or in whom those sit who do."""
    if any(instance.kind in taken for instance in bodies):
        return
    open_to = [instance for instance in bodies if instance.kind == OTHER and instance.members and instance.frequency]
    works = [instance for instance in open_to if _WORKS[kind].search(plain(" ".join(instance.told_of)))]
    for instance in [*works, *filter(sits, open_to)][:1]:
        instance.kind = kind


def _of_nobody(_: Instance) -> bool:
    """Say of no body that those who sit in it tell its kind."""
    return False


def _is_of_leaders(instance: Instance) -> bool:
    """Whether those who lead the parties make up most of a body, one of them at the head of a collectivity."""
    members = [plain(name) for name, _ in instance.members]
    leaders = [name for name in members if _LEADER.match(name)]
    return len(leaders) > 1 and 2 * len(leaders) > len(members) and any(map(_HEAD.match, leaders))


def _is_of_agents(instance: Instance) -> bool:
    """Whether an agent who runs the convention sits in a body beside one of the caisse, and nobody else than agents."""
    members = [plain(name) for name, _ in instance.members]
    agents = any(map(_AGENT.match, members)) and any(map(_BESIDE_AGENT.search, members))
    return agents and not any(map(_OPEN.search, members))
