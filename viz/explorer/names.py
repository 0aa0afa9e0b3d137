"""How a thing is called on a page."""

from __future__ import annotations

from viz.explorer.addresses import page_of
from viz.explorer.library import Thing
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.plain import plain, shorten

_LONGEST = 160


def name_of(visit: Visit, iri: str, printed: str = "") -> str:
    """Return the name of ``iri``; ``printed``, or the end of the IRI, where the library does not know it."""
    thing = visit.library.things.get(iri)
    if thing is None:
        return shorten(printed or iri.rsplit("/", 1)[-1], _LONGEST)
    return shorten(full_name(visit, thing), _LONGEST)


def full_name(visit: Visit, thing: Thing) -> str:
    """Return the name of ``thing``: a fiche with its number, a convention by its territory and year."""
    if thing.kind == "fiche":
        number = visit.words("name.fiche", number=plain(thing.number)) if thing.number else ""
        return " – ".join(part for part in (number, plain(thing.label)) if part)
    if thing.kind == "convention":
        territory = visit.library.things.get(thing.convention)
        named = f"{territory.label} {thing.number}".strip() if territory else thing.iri.rsplit("/", 1)[-1]
        return visit.words("name.convention", name=plain(named))
    return plain(thing.label)


def link(visit: Visit, iri: str, printed: str = "") -> Mark:
    """Return the link to the page of ``iri``, called as it is ``printed`` or else by its name."""
    text = shorten(printed, _LONGEST) or name_of(visit, iri)
    return Mark(text, page_of(iri), f"kind-{kind_of(visit, iri)}")


def kind_of(visit: Visit, iri: str) -> str:
    """Return the kind of thing that ``iri`` is; ``autre`` where the library does not know it."""
    thing = visit.library.things.get(iri)
    return thing.kind if thing and thing.kind not in {"acte", "document", ""} else "autre"
