"""Who gives an amount of a fiche: whom the words before it name, or those right behind it."""

from __future__ import annotations

import re

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Passage
from loaders.readers.fiches.amount_words import OWN_MEANS
from loaders.readers.fiches.cues import money_cue
from loaders.readers.funding.donors import donors_of
from loaders.readers.funding.mentions import Mention
from loaders.readers.funding.words import schemes, year
from loaders.words.actor_heads import FUNDERS
from loaders.words.wording import plain

_LABEL = re.compile(r"\W*(?:(?:et|puis|dont)\s+)?(?P<name>\w[^:;,€\n]{1,40}?)(?:\s*(?P<colon>[:–—(])|(?<=\w))\s*$")
_OWNS = re.compile(r"\s*(?:[:(]|\([^()€]{2,60}[:)]\s*:?|à hauteur de|pour)?\s*")
_GIVEN = re.compile(r"[^–—-]{3,60}?\s[–—-]\s+(?=\S)")
_TOGETHER = re.compile(r"(?:\s*\(?\d[\d,]*\s?%\)?)?(?:,|\s+et)\s+(?:par\s+)?(?:la |le |les |l['’])?")
_SHARE_OF = re.compile(
    r"(?i:reste à (?:la )?charge|part|participation|contribution|apport|financement|quote-part) "
    r"(?:(?:de |pour )(?:la |le |les |l['’])|de |pour |du |d['’])(?=\w)"
)
_PAID = re.compile(r"(?:fonds propres|autofinancement|apport|budget|subventions?|aides?|contribution) (?=\w)")
_POST = re.compile(r"postes? (?:a |d'|de |en |du )|(?:couts?|prix|depenses?)\b")
"""What is paid, not who pays: ``Poste de coordination``, ``Coût du poste``."""
_NOBODY = Passage(())


def is_total(words: str) -> bool:
    """Tell whether ``words`` before an amount say that it is a total."""
    return money_cue("total").search(plain(words)) is not None


def paying(section: Section, name: Passage) -> Passage:
    """Return who pays by a ``name`` that begins with what is paid (``FPT (Caf)``, ``aide de la Ville``), or nothing."""
    said = _PAID.match(plain(name.text))
    under = bool(schemes(name.text)) or said is not None
    named = donors_of(section).named(name.text[said.end() if said else 0 :]) if under else []
    if len(named) != 1 or (named[0].start == 0 and said is None):
        return _NOBODY
    start = (said.end() if said else 0) + named[0].start
    return name.cut(start, start + named[0].end - named[0].start)


class Payers:
    """Those who fund the fiches of one act."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._donors = donors_of(section)

    def named(self, text: str) -> tuple[Mention, ...]:
        """Return the organisations that ``text`` names."""
        return self._donors.named(text)

    def gives(self, name: str, *, beside: bool = False) -> bool:
        """Whether ``name`` is that of somebody who funds; a commune by its name alone is one of the act's territory.

        ``beside`` one who funds an association does too.
        """
        section = self._section
        if _POST.match(plain(name)):
            return False
        actor = section.gazetteer.actor(name, section.territory, section.abbreviations)
        if actor.kind != "commune" or section.territory is None:
            return actor.kind in FUNDERS or (beside and actor.kind == "association")
        own = section.territory.code
        return actor.code == own or actor.code in section.gazetteer.reference.members(own)

    def of(
        self, sentence: Passage, done: int, amount: tuple[int, int], limit: int, *, listed: bool = False
    ) -> tuple[Passage, int]:
        """Return the words that name who gives an ``amount``, and where all that tells of it ends; nobody for none.

        They stand behind ``done``, where the amount before ends, or right behind it and before ``limit``. Where
        funders are ``listed``, whatever stands before an amount is one.
        """
        start, end = amount
        before = self._before(sentence, done, start) or self._label(sentence, done, start, listed=listed)
        behind = self._behind(sentence, end, limit) if not before else None
        if behind is None:
            return before, end
        return sentence.cut(end + behind.start, end + behind.end), end + behind.end

    def _behind(self, sentence: Passage, end: int, limit: int) -> Mention | None:
        """Return the organisation right behind an amount, unless the next one is its own: ``... € (Caf : 12 000 €``.

        Two who give it together have none of their own: ``financés par la Caf (60 %) et la Ville (40 %)``.
        """
        said = sentence.text[end:limit]
        behind, *others = (*self.named(said), None)
        if behind is None or not money_cue("behind").fullmatch(plain(said[: behind.start])):
            return None
        if others[0] is not None and _TOGETHER.fullmatch(said, behind.end, others[0].start):
            return None
        another = limit < len(sentence.text) and _OWNS.fullmatch(said, behind.end)
        return None if another else behind

    def _before(self, sentence: Passage, done: int, start: int) -> Passage:
        """Return the organisation named last before an amount, or that with which its label begins, unless it gets.

        Its own means are no other one: ``Ville : autofinancement de 9 000 €``.
        """
        found = self.named(sentence.text[done:start])
        if not found:
            return _NOBODY
        label = _LABEL.match(sentence.text, done, start)
        heads = label is not None and label.start("name") == done + found[0].start
        whose = [one for one in found if not OWN_MEANS.fullmatch(plain(one.printed))] or found
        one = found[0] if heads else whose[-1]
        between = plain(sentence.text[done + one.end : start])
        gets = money_cue("recipient").search(plain(sentence.text[done : done + one.start]))
        if gets or money_cue("whole").search(between):
            return _NOBODY
        return sentence.cut(done + one.start, done + one.end)

    def _label(self, sentence: Passage, done: int, start: int, *, listed: bool) -> Passage:
        """Return the name without a kind of who gives the amount at ``start``: ``Guînes : 12 000 €``.

        What it gives may stand before it: ``Subvention – Guînes : 12 000 €``. It may be a class: ``Communes :``.
        """
        label = _LABEL.match(sentence.text, done, start)
        if label is None:
            return _NOBODY
        given = _GIVEN.match(label["name"])
        share = _SHARE_OF.match(label["name"])
        head = share.end() if share else (given.end() if given and schemes(given[0]) else 0)
        name = sentence.cut(label.start("name") + head, label.end("name"))
        short = name.text in self._section.abbreviations
        known = self.gives if label["colon"] else self._is_territory
        lists = listed and bool(label["colon"])
        stranger = lists and not (is_total(name.text) or schemes(name.text) or year(name.text))
        some = bool(label["colon"]) and money_cue("classes").fullmatch(plain(name.text))
        return name if short or stranger or some or known(name.text) else _NOBODY

    def _is_territory(self, name: str) -> bool:
        """Whether ``name`` is that of a territory and nothing else."""
        return specific(self._section, name) is not None
