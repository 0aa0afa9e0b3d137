"""Choice: what an address asks to see of the network. Every step on the page leads to the address of another choice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from maillage.graph.iris import BASE
from maillage.thesauri import SCHEMES
from viz.explorer.addresses import thing_at
from viz.explorer.problems import BadRequestError
from viz.network import RELATIONS
from viz.palette import palette

ADDRESS = "/reseau"
ALL = "tout"
DEPTHS = (1, 2, 3)
SIZES = ("", "degre", "intermediarite", "territoires")
_LONGEST_NAME = 200

Given = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for. Things are told by their keys: the end of their IRI, ``theme/<id>``, or ALL.

    ``roles`` and ``kinds`` are those that are shown, all where empty; ``year`` is 0 for any; ``opened`` things show
    their neighbours, ``closed`` ones do not, ``hidden`` ones are left out; ``ends`` are those of a path, ``added``
    is what to start from as well, as written.
    """

    starts: tuple[str, ...] = ()
    depth: int = 1
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    theme: str = ""
    year: int = 0
    size: str = ""
    groups: bool = False
    ends: tuple[str, str] = ("", "")
    added: str = ""

    def address(self, path: str = ADDRESS) -> str:
        """Return the address of this choice; the same choice always has the same."""
        query = urlencode([pair for pair in self._pairs() if pair[1]], safe="/,")
        return f"{path}?{query}" if query else path

    def _pairs(self) -> list[tuple[str, str]]:
        lists = (("depuis", self.starts), ("ouvert", self.opened), ("ferme", self.closed), ("cache", self.hidden))
        return [
            *((name, key) for name, keys in lists for key in keys),
            ("profondeur", "" if self.depth == 1 else str(self.depth)),
            *(("role", role) for role in self.roles),
            *(("genre", kind) for kind in self.kinds),
            ("theme", self.theme),
            ("annee", str(self.year or "")),
            ("taille", self.size),
            ("groupes", "1" if self.groups else ""),
            ("de", self.ends[0]),
            ("a", self.ends[1]),
        ]

    def starting(self, key: str) -> Choice:
        """Also start from ``key``."""
        return replace(self, starts=_with(self.starts, key), hidden=_without(self.hidden, key), added="")

    def leaving(self, key: str) -> Choice:
        """No longer start from ``key``."""
        return replace(self, starts=_without(self.starts, key))

    def opening(self, key: str) -> Choice:
        """Show the neighbours of ``key``."""
        return replace(self, opened=_with(self.opened, key), closed=_without(self.closed, key))

    def closing(self, key: str) -> Choice:
        """Fold the neighbours of ``key``."""
        return replace(self, opened=_without(self.opened, key), closed=_with(self.closed, key))

    def hiding(self, key: str) -> Choice:
        """Leave ``key`` out."""
        return replace(self, hidden=_with(self.hidden, key), opened=_without(self.opened, key))

    def showing(self, key: str) -> Choice:
        """Show ``key`` again."""
        return replace(self, hidden=_without(self.hidden, key))


def choice(given: Given) -> Choice:
    """Return what the parameters ``given`` choose. Raises BadRequestError for a value that is none."""
    kinds = [*palette().kind]
    return Choice(
        starts=_all(given, "depuis"),
        depth=int(_one(given, "profondeur", [str(depth) for depth in DEPTHS]) or 1),
        opened=_all(given, "ouvert"),
        closed=_all(given, "ferme"),
        hidden=_all(given, "cache"),
        roles=_some(given, "role", RELATIONS),
        kinds=_some(given, "genre", kinds),
        theme=_one(given, "theme", [concept.id for concept in SCHEMES["themes"]]),
        year=_year(given),
        size=_one(given, "taille", SIZES),
        groups=_one(given, "groupes", ("1",)) == "1",
        ends=(_text(given, "de"), _text(given, "a")),
        added=_text(given, "ajouter"),
    )


def iri_of(key: str) -> str:
    """Return the IRI of the thing that has ``key``, percent-encoded or not."""
    return thing_at(key)


def key_of(iri: str) -> str:
    """Return the key of a thing."""
    return iri.removeprefix(BASE)


def _all(given: Given, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for key, value in given if key == name and value))


def _text(given: Given, name: str) -> str:
    return next((value.strip()[:_LONGEST_NAME] for key, value in reversed(given) if key == name), "")


def _some(given: Given, name: str, allowed: Collection[str]) -> tuple[str, ...]:
    """Return those of ``allowed`` that are given, in their order; none where all are, which says the same."""
    chosen = _all(given, name)
    for value in chosen:
        _check(name, value, allowed)
    return tuple(value for value in allowed if value in chosen) if len(chosen) < len(allowed) else ()


def _one(given: Given, name: str, allowed: Collection[str]) -> str:
    value = _text(given, name)
    if value:
        _check(name, value, allowed)
    return value


def _check(name: str, value: str, allowed: Collection[str]) -> None:
    if value not in allowed:
        values = ", ".join(one for one in allowed if one)
        raise BadRequestError("problem.value", name=name, value=value, values=values)


def _year(given: Given) -> int:
    """Return the year, 0 for any. Raises BadRequestError for what is no year."""
    value = _text(given, "annee")
    if value and not (value.isascii() and value.isdigit() and len(value) <= 4):
        raise BadRequestError("problem.year", value=value)
    return int(value or 0)


def _with(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*keys, key)))


def _without(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(one for one in keys if one != key)
