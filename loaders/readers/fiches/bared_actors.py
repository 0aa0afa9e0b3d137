"""Bared names of actors: without what introduces them, what they give, and words that name nobody."""

from __future__ import annotations

import re
from functools import cache

from loaders.document import Passage
from loaders.vocabulary import words
from loaders.words.actor_heads import kind_at
from loaders.words.wording import alternatives, plain

_EDGES = " \t\n\r\u00a0,;:.•–—-*_↳►➤▪■→⇒/&+"
_PRICE = re.compile(r"[\s:(–-]{0,9}(?<![\w.])\d[\d\s.,]{0,15}\s?(?:k?€|euros?\b|%)", re.IGNORECASE)
_AIM = re.compile(r"(?<=\w),? (?:au titre d(?:e|u|es)|dans le cadre d(?:e|u|es))\b")
"""What somebody gives or does something under, behind their name."""
_CONTACT = re.compile(r"\W*(?:contacts?|tel|telephone|courriel|mail|adresse)\b")
_SHARE = re.compile(r"(?:reste a (?:la )?charge|(?:le |pour le )?solde|autofinancement)\W*$")
_LONGEST_NAME = 300


def without_lead(text: Passage) -> Passage:
    """Return ``text`` without what introduces its list (``Les partenaires sont : ...``).

    Of an actor with what it gives behind a colon (``Ville de Die : mise à disposition du local``) the actor is left.
    """
    colon = re.search(r"\s?:\s*", text.text)
    if colon is None:
        return text
    lead = plain(text.text[: colon.start()])
    if _CONTACT.match(lead):
        return Passage(())
    if _SHARE.match(plain(text.text[colon.end() :])):
        return text.cut(0, colon.start())
    if _pattern(r"\b", "lead_ins", r"\b").search(lead) or not kind_at(lead):
        return text.cut(colon.end())
    rest = text.text[colon.end() :]
    return text.cut(0, colon.start()) if rest[:1].islower() and not kind_at(rest) else text


def bared(name: Passage) -> Passage:
    """Return ``name`` without loose punctuation, a price and words that name nobody; empty where no name is left."""
    text = name.text
    if len(text) > _LONGEST_NAME:
        return Passage(())
    price = _PRICE.search(text)
    said = plain(text[: price.start()] if price else text)
    said = said[: aim.start()] if (aim := _AIM.search(said)) else said
    tail = _pattern(r"[\s,.(…]*\b", "dropped", r"\W*$|[\s.…]+$").search(said)
    end = tail.start() if tail else len(said)
    head = _pattern(r"\W*(?:", "prefixes", r"\b\W*)?").match(said)
    start = head.end() if head else 0
    if said[:start].strip().startswith("(") and said[:end].endswith(")"):
        end -= 1
    if _pattern(r"\W*", "given", r"(?!\w)").match(said) or _pattern(r"\W*", "elsewhere", "").match(said):
        return Passage(())
    bared = name.cut(start, end)
    bared = bared.cut(0, len(bared.text.rstrip(_EDGES)))
    return bared if len(re.findall(r"[^\W\d_]", bared.text)) > 1 else Passage(())


@cache
def _pattern(before: str, key: str, after: str) -> re.Pattern[str]:
    """Return the pattern of any of the words ``key`` of the vocabulary, between two patterns."""
    return re.compile(f"{before}{alternatives(words('fiches', key))}{after}")
