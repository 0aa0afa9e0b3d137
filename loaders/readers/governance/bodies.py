"""Bodies: those that a part of an act has named so far, and the one that it is speaking of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.coined_names import opening_by_form
from loaders.readers.governance.enumerations import Member
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.kinds import OTHER
from loaders.readers.governance.mentions import Mention, opening
from loaders.words.actor_heads import kind_at
from loaders.words.rhythms import MEETING, frequency, meeting_in
from loaders.words.wording import plain

_SENDERS = frozenset(("departement", "epci", "commune"))
_ALIVE = 25
"""Blocks after its name for which a body is still spoken of."""


class Bodies:
    """The bodies found so far in ``section``, and the one spoken of last; ``listing`` while its members are listed.

    ``named`` are those of them that the text below the last title names, in order.
    """

    def __init__(self, section: Section) -> None:
        self.section = section
        self.found: dict[tuple[str, str], Instance] = {}
        self.named: list[Instance] = []
        self.current: Instance | None = None
        self.listing = False
        self._since = self._since_steering = _ALIVE + 1

    @property
    def spoken_of(self) -> Instance | None:
        """The body that the text is still about; none where its name stands too far above."""
        return self.current if self._since <= _ALIVE else None

    @property
    def named_above(self) -> Instance | None:
        """The body that the block before names."""
        return self.current if self._since == 1 else None

    @property
    def named_here(self) -> Instance | None:
        """The body that the block itself has named."""
        return self.current if self._since == 0 else None

    @property
    def just_named(self) -> Instance | None:
        """The body that the block before names, without saying that a list of its members follows."""
        return None if self.listing else self.named_above

    def next_block(self) -> None:
        """Say that another block begins."""
        self._since += 1
        self._since_steering += 1

    @property
    def steering(self) -> bool:
        """Whether bodies that steer are spoken of."""
        return self._since_steering <= _ALIVE

    def opening(self, words: Passage) -> Mention | None:
        """Return the body that begins ``words``; by whatever name, where bodies that steer are spoken of."""
        return opening_by_form(words) if self.steering else opening(words)

    def begin_section(self, *, steering: bool) -> None:
        """Say that a title leaves the body spoken of, and whether it is about ``steering``."""
        self.leave()
        self.named = []
        self._since_steering = 0 if steering else _ALIVE + 1

    def speak_of(self, instance: Instance, words: Passage) -> None:
        """Make ``instance`` the body that the following sentences are about; one of another convention never is."""
        if bool(words) and instance.convention == self.section.convention:
            self.current, self._since = instance, 0

    def leave(self) -> None:
        """Speak of no body any more."""
        self.current, self.listing = None, False

    def put(self, instance: Instance) -> None:
        """Keep a body that is read as a whole; where it is named already, what this says of it is believed first."""
        known = self.found.setdefault((instance.convention, instance.identity), instance)
        if known is not instance and not known.members:
            known.name, known.stated, known.members = instance.name, instance.stated, instance.members
            known.frequency = instance.frequency or known.frequency

    def add(self, mention: Mention, words: Passage, members: Iterable[Member]) -> Instance:
        """Add the body that ``words`` mention, or what is now known of it, and return it."""
        new = Instance(mention.name, mention.kind, self._convention(words), [mention.words], known=mention.known)
        known = self.found.setdefault((new.convention, new.identity), new)
        if known is not new:
            known.stated.append(mention.words)
            known.kind = mention.kind if known.kind == OTHER else known.kind
        known.members += list(members)
        known.meets(frequency(words))
        known.told_of.append(words.text)
        self._since_steering = 0 if mention.steers else self._since_steering
        if known not in self.named:
            self.named.append(known)
        return known

    def send(self, mention: Mention, words: Passage, members: Sequence[Member]) -> Instance:
        """Add a body to which ``members`` are sent: the collectivité for which they sit is none beside them."""
        instance = self.add(mention, words, ())
        own = (one for one in instance.members if not members or kind_at(one[0]) not in _SENDERS)
        instance.members = [*own, *members]
        return instance

    def take(self, members: Iterable[Member]) -> None:
        """Give members to the body spoken of."""
        if self.current is not None:
            self.current.members += list(members)

    def meets(self, words: Passage) -> None:
        """Give the body spoken of how often it meets, where ``words`` say it."""
        often = frequency(words) or meeting_in(words)
        apart = words.text.rstrip(" .").endswith(f", {often.text}")  # ``Il suit les fiches, tous les deux mois.``
        if self.current is not None and (apart or MEETING.search(plain(words.text))):
            self.current.meets(often)

    def _convention(self, words: Passage) -> str:
        """Return the convention that a sentence about a body names with its years, else the act's own."""
        for agreement in self.section.agreements:
            if agreement.earlier and any(stated.words == words and stated.first for stated in agreement.statements):
                return agreement.key
        return self.section.convention
