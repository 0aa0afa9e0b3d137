"""Instances: the bodies that steer a convention, each with what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.document import Passage
from loaders.words.wording import plain

_SHORT = re.compile(r"\W+(?:co-?pil|co-?tech?)s?\W*$")
"""The acronym of a body behind its name."""
_IN_FULL = (
    (re.compile(r"^co-?pils?\b"), "comite de pilotage"),
    (re.compile(r"^co-?tech?s?\b"), "comite technique"),
)


@dataclass(slots=True)
class Instance:
    """A body: its name as printed, its kind in the contract, the words that name it, and what is said of it.

    ``known`` where its very name tells that it is one; else what is said of it does. ``told_of`` is what sentences and
    cells say of its work.
    """

    name: str
    kind: str
    convention: str
    stated: list[Passage]
    frequency: str = ""
    members: list[tuple[str, Passage]] = field(default_factory=list)
    known: bool = True
    told_of: list[str] = field(default_factory=list)

    @property
    def told(self) -> bool:
        """Whether it is known for a body, or something is said of it that only a body does."""
        return self.known or bool(self.members or self.frequency)

    @property
    def identity(self) -> str:
        """What its mentions share, in whatever number and case they are printed."""
        whole = _SHORT.sub("", plain(self.name)) or plain(self.name)
        for short, long in _IN_FULL:
            whole = short.sub(long, whole)
        return re.sub(r"s\b", "", re.sub(r"\W+", " ", whole)).strip()

    def meets(self, often: Passage) -> None:
        """Take how often it meets, with the words that say it, unless that is known."""
        if often and not self.frequency:
            self.frequency = often.text
            self.stated.append(often)
