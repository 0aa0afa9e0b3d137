"""Identity: when two names among the parties of one act are one party's."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.resolve import ResolvedActor, fold

_ONE_OF_A_KIND = frozenset(("caf", "msa"))
_TITLES = frozenset({
    "la", "le", "les", "l", "de", "des", "du", "d", "en", "et",
    "caf", "msa", "caisse", "allocations", "allocation", "familiales", "mutualite", "sociale", "agricole",
})  # fmt: skip
_SMALL = frozenset(("la", "le", "les", "l", "de", "des", "du", "d", "en", "et", "a", "au", "aux"))
_FEWEST_INITIALS = 3


def identity(actor: ResolvedActor, known: Iterable[tuple[str, ResolvedActor]], announced: frozenset[str]) -> str:
    """Return the key under which an actor is one: its code, else its kind where an act knows one of it, else its name.

    A Caf or an MSA named without its département is the one of its kind that the act names; one that signs is the only
    one of its kind among the parties ``announced``, under whatever name. Any other signs in short as well, where one
    alone is announced that the short name can mean. ``known`` are the parties with their keys.
    """
    if actor.code:
        return f"{actor.kind}/{actor.code}"
    alike = {key: other.name for key, other in known if other.kind == actor.kind}
    announced_alike = [key for key in alike if key in announced]
    if actor.kind not in _ONE_OF_A_KIND:
        announced_alike = [key for key in announced_alike if _shortens(actor.name, alike[key])]
        return announced_alike[0] if len(announced_alike) == 1 else f"{actor.kind}/{fold(actor.name)}"
    if len(announced_alike) == 1:
        return announced_alike[0]
    near = (key for key, name in alike.items() if _can_be_one(actor.name, name))
    return next(near, f"{actor.kind}/{fold(actor.name)}")


def is_fuller(actor: ResolvedActor, known: ResolvedActor) -> bool:
    """Whether ``actor``, the same as ``known``, is a Caf or an MSA of a place where that names none."""
    if actor.kind not in _ONE_OF_A_KIND:
        return False
    return not frozenset(fold(known.name).split()) - _TITLES and bool(frozenset(fold(actor.name).split()) - _TITLES)


def _shortens(short: str, full: str) -> bool:
    """Whether ``short`` begins the name ``full``, or stands for it by its initials: ``le CCAS``, ``PETR du Pays Y``."""
    begun, whole = (tuple(word for word in fold(name).split() if word not in _SMALL) for name in (short, full))
    if not begun or begun == whole[: len(begun)]:
        return bool(begun)
    spelt = "".join(word[0] for word in whole[: len(begun[0])])
    return len(begun[0]) >= _FEWEST_INITIALS and begun[0] == spelt and set(begun[1:]) <= set(whole)


def _can_be_one(first: str, second: str) -> bool:
    """Whether two names of one kind of body can be the same one's: neither has a place that the other contradicts."""
    places = [frozenset(fold(name).split()) - _TITLES for name in (first, second)]
    return not places[0] or not places[1] or bool(places[0] & places[1])
