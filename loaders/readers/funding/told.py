"""What tells of one amount of a sentence: the words of its own clause, and those around it that may say more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.acts.convention_cues import MENTION
from loaders.acts.territory_codes import specific
from loaders.document import Passage
from loaders.readers.funding.before_amounts import goes_on, is_pronoun, label_of, share_of
from loaders.readers.funding.clauses import allotted, respective_givers, shared
from loaders.readers.funding.column_roles import role_of, says_total
from loaders.readers.funding.context import Context
from loaders.readers.funding.mentions import SHARE_OF
from loaders.readers.funding.purposes import is_again, purposes
from loaders.readers.funding.purposes import subject as subject_of
from loaders.resolve import fold
from loaders.words.amounts import Amount, amounts
from loaders.words.wording import plain, sentences, tidy

_ARROW = re.compile(r"\s*(?:[→➔➜⇒►▶]|[-=]>)\s*")
_PART_OF = re.compile(r"\W*(?:dont(?! (?:la |les? |l['’]))|soit)\b")
_FOR_ALL = re.compile(
    r",\s(?:(?:au (?:bénéfice|profit)|en faveur) d"
    r"|tou(?:te)?s (?:les )?(?:deux|trois|quatre) (?:vers|attribu|accord|allou|destin)ée?s (?:à|aux?)\b)[^,;]*$"
    r"|\s(?:sont|seront)(?: \w+ment)? (?:vers|attribu|accord|allou|destin)ée?s (?:à|aux?)\b[^;€]*$"
)
_OF = re.compile(r"\s(?:de la |de l['’]|du |des |de |d['’])$")


@dataclass(frozen=True, slots=True)
class Told:
    """What tells of an amount.

    ``words`` are its own; ``whole`` is the sentence where they only tell a part of its amount (``dont ...``), else what
    opens it; ``subject`` is what the sentence begins by saying is financed; the amount stands ``at`` a position of
    its words; ``respective`` is who gives it of several whom the sentence names before several amounts; ``sentence`` is
    all of it.
    """

    context: Context
    words: Passage
    whole: Passage
    subject: str
    at: int
    respective: str = ""
    sentence: str = ""

    @property
    def text(self) -> str:
        """The amount's own words."""
        return self.words.text

    @property
    def behind(self) -> str:
        """Those behind the amount."""
        end = next((one.end for one in amounts(self.text[self.at :])), 0)
        return self.text[self.at + end :]

    @property
    def lead(self) -> str:
        """The words that announce the list in which the amount stands."""
        return self.context.lead.text

    @property
    def announcing(self) -> str:
        """The last sentence of these words, which alone announces the list."""
        return next(reversed(sentences(self.context.lead)), self.context.lead).text

    @property
    def opening(self) -> str:
        """The words with which it begins to be told."""
        return self.whole.text or self.words.text

    @property
    def is_by_pronoun(self) -> bool:
        """Whether a pronoun says who gives."""
        return is_pronoun(self.opening)

    @property
    def goes_on(self) -> bool:
        """Whether it adds to the amount of the sentence before."""
        return goes_on(self.opening)

    @property
    def place(self) -> str:
        """The territory of ``Guînes : 12 000 €``, of ``Guînes à hauteur de 12 000 €``; empty where there is none."""
        label = label_of(self.text) or share_of(self.text[: self.at])
        share = SHARE_OF.match(plain(label))
        bare = label[share.end() if share else 0 :]
        texts = (bare.partition(", ")[0], bare, label) if label else ()
        found = next((one for text in texts if (one := specific(self.context.section, text)) is not None), None)
        return found.printed if found is not None else ""

    @property
    def flow(self) -> tuple[str, str]:
        """Who gives and who gets by an arrow before the amount, ``Caf → commune : 12 000 €``; both empty for none."""
        giver, arrow, getter = _ARROW.sub("→", self.text[: self.at]).partition("→")
        if not arrow or "→" in getter:
            return "", ""
        ends = [named[-1:] for text in (giver, getter) if (named := self.context.donors.named(text))]
        names = [self.context.donors.printed(one, self.context.around) for end in ends for one in end]
        return (names[0], names[1]) if len(names) == len(("giver", "getter")) else ("", "")

    @property
    def allotted(self) -> str:
        """Who gets one of several parts of what the words before say is given; empty for none."""
        return allotted(self.sentence, self.text[: self.at])

    @property
    def label(self) -> str:
        """What stands before the colon of ``Crèche : 12 000 €``, where it names nobody."""
        label = label_of(self.text)
        return "" if self.place or self.is_total or is_pronoun(label) or self.context.donors.named(label) else label

    @property
    def is_total(self) -> bool:
        """Whether what stands before its colon says that it adds up what others get."""
        label = label_of(self.text)
        return says_total(label) or role_of(fold(label)) == "funder"

    @property
    def keyed(self) -> str:
        """The organisation that stands before the colon, under the name that the act gives it; empty for none."""
        named = self.context.donors.named(label_of(self.text))
        return self.place or (self.context.donors.printed(named[0], self.context.around) if named else "")

    @property
    def purposes(self) -> tuple[str, ...]:
        """What its words say that the money is for, the organisation left out whose it is.

        The same action is that of the sentence before.
        """
        named = tuple(purposes(self.text))
        named = tuple(purposes(self.context.before.text)) if any(map(is_again, named)) else named
        said = (self._without_owner(purpose) for purpose in named if not MENTION.match(plain(purpose)))
        return tuple(purpose for purpose in said if purpose)

    def _without_owner(self, purpose: str) -> str:
        """Return what money is for without the organisation or the territory whose it is; empty where that is all."""
        named = self.context.donors.named(purpose)
        if not named:
            return "" if purpose[:1].isupper() and specific(self.context.section, purpose) else purpose
        before = purpose[: named[0].start]
        return tidy(_OF.sub("", before)) if _OF.search(before) else purpose * bool(before)


def told_of(context: Context, sentence: Passage, found: list[Amount]) -> Iterator[tuple[Amount, Told]]:
    """Give each amount that is ``found`` in a sentence with what tells of it."""
    subject = subject_of(sentence.text)
    closing = _FOR_ALL.search(sentence.text)
    context = replace(context, closing=closing[0] if closing is not None else "")
    givers = respective_givers(context, sentence.text, found)
    whole = Passage(())
    for index, (amount, words, at) in enumerate(shared(sentence, found)):
        opening = sentence.cut(0, found[0].start) if index else Passage(())
        parts = bool(_PART_OF.match(words.text)) or (bool(whole) and whole == sentence)
        whole = sentence if parts else opening
        yield amount, Told(replace(context, opening=opening), words, whole, subject, at, givers[index], sentence.text)
