"""Governance: the bodies that steer a convention, how often they meet, who sits in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.acts.of_each import of_each
from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.walk import bodies_of
from loaders.resolve import fold
from maillage.facts import Governance


def read(section: Section) -> Iterator[Governance]:
    """Read the bodies of the convention, or of each where the act is about several."""
    for part in _parts(section):
        found = list(bodies_of(part))
        for instance in found:
            if not _is_told_fully(instance, found):
                yield from _facts(part, instance)


def _is_told_fully(instance: Instance, others: Sequence[Instance]) -> bool:
    """Whether a title names in short a body that its text names in full: "Groupes de travail" for thematic ones."""
    if instance.members or instance.frequency:
        return False
    short = f"{fold(instance.name)} "
    return any(fold(other.name).startswith(short) and other.convention == instance.convention for other in others)


def _parts(section: Section) -> Iterator[Section]:
    """Give the parts of an act about one convention each; what it says of several at once is said of each.

    What stands before the first of its own parts only leads to them, but for the tables in it.
    """
    parts = by_convention(section)
    leads = len(parts) > 1
    for part in parts:
        if part.convention:
            yield part
        else:
            yield from of_each(part, tables=leads)
        leads = False


def _facts(section: Section, instance: Instance) -> Iterator[Governance]:
    """Make a fact a member of a body; a body without any has one."""
    rows: dict[str, list[Passage]] = {}
    for name, words in instance.members:
        rows.setdefault(name, []).append(words)
    for name, stated in (rows or {"": []}).items():
        yield Governance(
            place=section.place(*(instance.stated[:2] if stated else instance.stated), *stated),
            act=section.act,
            rule="governance.instance",
            convention=instance.convention,
            instance=instance.name,
            instance_kind=instance.kind,
            frequency=instance.frequency,
            member=name,
        )
