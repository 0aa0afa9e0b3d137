"""What tells of one amount of a sentence: the words of its own clause, and those around it that may say more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.acts.territory_codes import specific
from loaders.document import Passage
from loaders.readers.funding import words as says
from loaders.readers.funding.context import Context
from loaders.readers.funding.mentions import mentions
from loaders.readers.funding.purposes import purposes
from loaders.readers.funding.purposes import subject as subject_of
from loaders.words.amounts import Amount
from loaders.words.wording import tidy

_JOINT = re.compile(r"[,;]|\bet\b|\bpuis\b|\bdont\b")
_RESPECTIVELY = re.compile(r"\brespectiv(?:es?|ement)\b")
_PART_OF = re.compile(r"\W*dont\b")
_FOR_ALL = re.compile(r",\s(?:au (?:bénéfice|profit)|en faveur) d[^,;]*$")
_KEYED = re.compile(r"\W*(?P<label>[A-ZÀ-Þ][^:\d]{2,60}?)\s*:\s*(?:environ |près de )?\d")
_OF = re.compile(r"\s(?:de la |de l['’]|du |des |de |d['’])$")
_ARTICLE = re.compile(r"\W*(?:la |le |les |l['’])?", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\W*(?:\d[\d.]*\W+)?(?:[^,;.:]{3,80},\s)?"
    r"(?:elle|il|celle-ci|celui-ci|ce dernier|cette dernière"
    r"|(?:ce|cet|cette|ces) (?:bonus|aides?|enveloppe|subventions?|financements?|soutien|participations?|contributions?"
    r"|dotations?|crédits?|montants?|somme)"
    r"|(?:l['’]|(?:le|la|son|leur)\s)(?:bonus|aide|enveloppe|subvention|financement|participation|contribution|dotation"
    r"|montant|somme)\s(?:s['’]|est|sera|atteint|représente|se monte|versée?))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\W*(?:(?:il |elle )?s['’](?:y )?ajoute(?:nt|ra|ront)?|en sus"
    r"|(?:à|a) (?:cela|quoi|ce montant|cette somme|ces montants|cette aide))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What tells of an amount.

    ``words`` are its own; ``whole`` is the sentence where they only tell a part of its amount (``dont ...``), else what
    opens it; ``subject`` is what the sentence begins by saying is financed; the amount stands ``at`` a position of
    its words; ``respective`` is who gives it of several whom the sentence names before several amounts.
    """

    context: Context
    words: Passage
    whole: Passage
    subject: str
    at: int
    respective: str = ""

    @property
    def text(self) -> str:
        """The amount's own words."""
        return self.words.text

    @property
    def lead(self) -> str:
        """The words that announce the list in which the amount stands."""
        return self.context.lead.text

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
        return _GOES_ON.match(self.opening) is not None

    @property
    def place(self) -> str:
        """The territory that stands before the colon of ``Guînes : 12 000 €``; empty where none does."""
        found = specific(self.context.section, label) if (label := _label(self.text)) else None
        return found.printed if found is not None else ""

    @property
    def label(self) -> str:
        """What stands before the colon of ``Crèche : 12 000 €``, where it names nobody."""
        label = _label(self.text)
        return "" if self.place or self.context.donors.named(label) else label

    @property
    def keyed(self) -> str:
        """The organisation that stands before the colon, under the name that the act gives it; empty for none."""
        named = self.context.donors.named(_label(self.text))
        return self.place or (self.context.donors.printed(named[0], self.context.around) if named else "")

    @property
    def purposes(self) -> tuple[str, ...]:
        """What its words say that the money is for, the organisation left out whose it is."""
        said = (self._without_owner(purpose) for purpose in purposes(self.text))
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
    givers = _respective(context, sentence.text, found)
    whole = Passage(())
    for index, (amount, words, at) in enumerate(_shared(sentence, found)):
        opening = sentence.cut(0, found[0].start) if index else Passage(())
        parts = bool(_PART_OF.match(words.text)) or (bool(whole) and whole == sentence)
        whole = sentence if parts else opening
        yield amount, Told(replace(context, opening=opening), words, whole, subject, at, givers[index])


def _respective(context: Context, text: str, found: list[Amount]) -> list[str]:
    """Return who gives each amount that is ``found``, where as many are named before them all: ``respectivement``."""
    named = context.donors.named(text[: found[0].start]) if _RESPECTIVELY.search(text) else []
    if len(named) != len(found):
        return [""] * len(found)
    return [context.donors.printed(one, context.around) for one in named]


def is_pronoun(text: str) -> bool:
    """Tell whether ``text`` begins with a pronoun, which means somebody of the sentence before."""
    return _PRONOUN.match(text) is not None


def scheme_of(told: Told) -> tuple[str, ...]:
    """Return the schemes of an amount: those its words name, a benefit in its own words, those around, its label."""
    benefit = says.named_benefit(told.text)
    named = says.schemes(told.text) or ((benefit,) if benefit else _scheme_around(told))
    label = told.label
    return named or ((label,) if label and not says.known_object(label) else ())


def when(told: Told, scheme: tuple[str, ...]) -> tuple[str, str]:
    """Return how often an amount is paid and in which year, by its words, else its sentence, else its list.

    How often, a pronoun leaves to the sentence before.
    """
    texts = (told.text, told.whole.text, told.lead)
    often = (*texts, told.context.before.text) if told.is_by_pronoun else texts
    period = next((said for text in often if (said := says.period(text))), "")
    year = next((said for text in texts if (said := says.year(text))), "")
    return period or ("an" if year and says.is_yearly(scheme) else ""), year


def _scheme_around(told: Told) -> tuple[str, ...]:
    """Return the schemes of an amount that names none: the sentence's, the one its pronoun means, the lead's.

    A pronoun means what the sentence before names last; who gives, where its sentence says what is financed.
    """
    looks_back = told.is_by_pronoun and not told.purposes
    meant = says.schemes(told.context.before.text)[-1:] if looks_back else ()
    return says.schemes(told.context.opening.text) or says.schemes(told.whole.text) or meant or says.schemes(told.lead)


def _shared(sentence: Passage, found: list[Amount]) -> Iterator[tuple[Amount, Passage, int]]:
    """Give each amount with the words that tell of it, and where it stands in them.

    They are all, or for several amounts those from its clause to the next.
    """
    if len(found) == 1:
        start = _own_clause(sentence.text, found[0].start)
        yield found[0], sentence.cut(start), found[0].start - start
        return
    starts = [0, *(_clause(sentence.text, a.end, b.start) for a, b in pairwise(found))]
    for amount, start, end in zip(found, starts, [*starts[1:], len(sentence.text)], strict=True):
        yield amount, sentence.cut(start, end), amount.start - start


def _own_clause(text: str, amount: int) -> int:
    """Return where the clause with the one amount of a sentence begins: behind a semicolon, if it has its own giver."""
    start = text.rfind(";", 0, amount) + 1
    giver = next(mentions(text[start:amount]), None) if start else None
    return start if giver is not None and _ARTICLE.fullmatch(text[start : start + giver.start]) else 0


def _clause(text: str, start: int, end: int) -> int:
    """Return where the clause of the next amount begins between two amounts."""
    found = _JOINT.search(text, start, end)
    return found.start() if found else start


def _label(text: str) -> str:
    """Return what stands before the colon of "X : 12 000 €", empty where the text is no such line."""
    found = _KEYED.match(text)
    return tidy(found["label"]) if found is not None else ""
