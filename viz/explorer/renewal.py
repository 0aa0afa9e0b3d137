"""An agreement and the one that it follows: what is kept, dropped, new, or cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from maillage.names import ascii_words
from viz.explorer.comparison import themes_of, types_of
from viz.explorer.facts import Record, ask, source, theme_marks, told
from viz.explorer.kinds_of_action import mark_of
from viz.explorer.names import link
from viz.explorer.sides import Side
from viz.explorer.views import Mark, Source
from viz.explorer.visit import Visit

_CONTENTS = ("fiche", "action", "equipement", "commune")
_BY_NAME = frozenset({"fiche", "action", "equipement"})
"""What is told by its name, since each agreement has things of its own; the rest is told by what it is."""

_ALSO_READ = {"action": ("action", "noeud"), "fiche": ("fiche",)}


@dataclass(frozen=True, slots=True)
class Element:
    """A thing of an agreement: where the former and the later one say so."""

    link: Mark
    before: Source | None
    after: Source | None


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of the things of a nature; ``unread`` are those of which the other agreement was not read."""

    label: str
    kept: tuple[Element, ...]
    dropped: tuple[Element, ...]
    new: tuple[Element, ...]
    unread: tuple[Element, ...]

    @property
    def sorts(self) -> tuple[tuple[str, tuple[Element, ...]], ...]:
        """The elements by what becomes of them."""
        found = (("kept", self.kept), ("dropped", self.dropped), ("new", self.new), ("unread", self.unread))
        return tuple((name, elements) for name, elements in found if elements)


@dataclass(frozen=True, slots=True)
class Renewal:
    """The former and the later agreement, and what changes."""

    former: Mark
    later: Mark
    changes: tuple[Change, ...]


Things = Mapping[str, Element]


def renewal(visit: Visit, sides: Sequence[Side]) -> Renewal | None:
    """Return what changes where ``sides`` are two agreements of one territory; nothing otherwise."""
    if len(sides) != 2 or not sides[0].reading.territory or sides[0].reading.territory != sides[1].reading.territory:
        return None
    former, later = sorted(sides, key=lambda side: (side.year, side.iri))
    before, after = _things(visit, former, later=False), _things(visit, later, later=True)
    changes = (_change(visit, name, before[name], after[name]) for name in _NATURES)
    return Renewal(former.link, later.link, tuple(one for one in changes if one.sorts))


_NATURES = ("theme", "type", *_CONTENTS, "acteur", "signataire")

_Read = tuple[Things, bool]
"""The things of a nature by what they are compared by, and whether that nature was read at all."""


def _things(visit: Visit, side: Side, *, later: bool) -> Mapping[str, _Read]:
    contents = tuple(ask(visit, "contenus", side.iri))
    planned = bool(side.reading.read)
    found: dict[str, _Read] = {
        "theme": ({name: _plain(theme_marks(visit, name)[0]) for name in themes_of(visit, side)}, planned),
        "type": ({name: _plain(mark_of(visit, name)) for name in types_of(visit, side)}, planned),
    }
    for name in _CONTENTS:
        read = _ALSO_READ.get(name, (name,))
        own = [record for record in contents if told(record, "nature") == name]
        witness = any(told(record, "nature") in read for record in contents)
        found[name] = (_elements(visit, name, own, later=later), witness)
    for name, query in (("acteur", "roles"), ("signataire", "signatures")):
        records = tuple(ask(visit, query, side.iri))
        found[name] = (_elements(visit, name, records, later=later), bool(records))
    return found


def _plain(mark: Mark) -> Element:
    return Element(mark, None, None)


def _elements(visit: Visit, nature: str, records: Iterable[Record], *, later: bool) -> Things:
    found: dict[str, Element] = {}
    for record in records:
        name, iri = told(record, "nom") or told(record, "acteur_nom"), told(record, "element") or told(record, "acteur")
        key = ascii_words(name).replace(" ", "") if nature in _BY_NAME or not iri else iri
        where = source(visit, record)
        mark = link(visit, iri, name) if iri else Mark(name)
        found.setdefault(key, Element(mark, None if later else where, where if later else None))
    return found


def _change(visit: Visit, nature: str, before: _Read, after: _Read) -> Change:
    (old, old_read), (new, new_read) = before, after
    kept = tuple(Element(new[key].link, old[key].before, new[key].after) for key in new if key in old)
    gone = _named(element for key, element in old.items() if key not in new)
    come = _named(element for key, element in new.items() if key not in old)
    return Change(
        visit.words(f"compare.nature.{nature}"),
        _named(kept),
        gone if new_read else (),
        come if old_read else (),
        (*(() if new_read else gone), *(() if old_read else come)),
    )


def _named(elements: Iterable[Element]) -> tuple[Element, ...]:
    return tuple(sorted(elements, key=lambda element: ascii_words(element.link.text)))
