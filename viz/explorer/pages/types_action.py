"""Types d'action: all of them, by theme, each with how many agreements have it."""

from __future__ import annotations

from dataclasses import dataclass

from viz.explorer.kinds_of_action import below, counts, mark_of
from viz.explorer.presence import readings
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.numbers import number

TEMPLATE = "types_action.html"


@dataclass(frozen=True, slots=True)
class Branch:
    """A type of action, how many agreements have it (nothing where none does), and the types below it."""

    link: Mark
    count: str
    below: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class TypesAction:
    """What the page shows; ``read`` is the number of agreements of which a plan or fiches were read."""

    branches: tuple[Branch, ...]
    read: str


def page(visit: Visit) -> TypesAction:
    """Return the tree of the types of action."""
    having = {name: sum(1 for count in found.values() if count) for name, found in counts(visit).items()}
    read = sum(1 for one in readings(visit).values() if one.read)
    return TypesAction(_branches(visit, "", having), number(read, visit.language))


def _branches(visit: Visit, name: str, having: dict[str, int]) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            mark_of(visit, one),
            number(having[one], visit.language) if having.get(one) else "",
            _branches(visit, one, having),
        )
        for one in below().get(name, ())
    )
