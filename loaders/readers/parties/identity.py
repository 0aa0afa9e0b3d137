"""Identity: when two names among the parties of one act are one party's."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.resolve import ResolvedActor, fold

_ONE_OF_A_KIND = frozenset(("caf", "msa"))
_TITLES = frozenset({
    "la", "le", "les", "l", "de", "des", "du", "d", "en", "et",
    "caf", "msa", "caisse", "allocations", "allocation", "familiales", "mutualite", "sociale", "agricole",
})  # fmt: skip


def identity(actor: ResolvedActor, known: Iterable[tuple[str, ResolvedActor]], announced: frozenset[str]) -> str:
    """Return the key under which an actor is one: its code, else its kind where an act knows one of it, else its name.

    A Caf or an MSA named without its département is the one of its kind that the act names; one that signs is the only
    one of its kind among the parties ``announced``, under whatever name. ``known`` are the parties with their keys.
    """
    if actor.code:
        return f"{actor.kind}/{actor.code}"
    alike = {key: other.name for key, other in known if actor.kind in _ONE_OF_A_KIND and other.kind == actor.kind}
    announced_alike = [key for key in alike if key in announced]
    if len(announced_alike) == 1:
        return announced_alike[0]
    near = (key for key, name in alike.items() if _can_be_one(actor.name, name))
    return next(near, f"{actor.kind}/{fold(actor.name)}")


def _can_be_one(first: str, second: str) -> bool:
    """Whether two names of one kind of body can be the same one's: neither has a place that the other contradicts."""
    places = [frozenset(fold(name).split()) - _TITLES for name in (first, second)]
    return not places[0] or not places[1] or bool(places[0] & places[1])
