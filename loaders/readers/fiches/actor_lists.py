"""Actors' cells: a list of actors in one cell, in whatever way the print parts them, becomes one name an actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from loaders.acts.section import Section
from loaders.document import Item, Paragraph, Passage
from loaders.resolve import ResolvedActor, fold
from loaders.vocabulary import words
from loaders.words.actor_heads import calls_on, kind_at
from loaders.words.actor_splitting import split_actors
from loaders.words.item_marks import chosen, ticked
from loaders.words.own_names import own_names
from loaders.words.persons import around_persons
from loaders.words.wording import alternatives, lines, plain, rejoined
from maillage.reference import Territory

_EDGES = " \t\n\r\u00a0,;:.•–—-*_↳►➤▪■→⇒/&+"
_PRICE = re.compile(r"[\s:(–-]{0,9}(?<![\w.])\d[\d\s.,]{0,15}\s?(?:k?€|euros?\b|%)", re.IGNORECASE)
_AIM = re.compile(r"(?<=\w),? (?:au titre d(?:e|u|es)|dans le cadre d(?:e|u|es))\b")
"""What somebody gives or does something under, behind their name."""
_CONTACT = re.compile(r"\W*(?:contacts?|tel|telephone|courriel|mail|adresse)\b")
_CONTACT_BEHIND = re.compile(r"\s*[;,–—-]\s*(?:contacts?|tel|telephone|courriel|mail)\s*:")
_SHARE = re.compile(r"(?:reste a (?:la )?charge|(?:le |pour le )?solde|autofinancement)\W*$")
_FORM = re.compile(
    r"\b(?:communaute (?:des? communes|d'agglomeration|urbaine)|metropole)(?: (?:de la|de l'|du|des|de|d'))? $"
)
_HYPHEN = re.compile(r"\w-\s*$")
_LONGEST_NAME = 300
_NEAR = 2
"""Printed lines that tell what actor a name is."""
_ACRONYM = 4
"""Letters of a word that is a name by itself, however it is printed: ``Pmi``."""
_WAITING = frozenset({"service", "equipement", "groupe", "poste", "association"})
_PEOPLE = frozenset({"", "groupe", "poste"})
_HOUSES = frozenset({"caf", "msa", "cpam", "departement", "epci", "etat"})
_SHORT_NAMES = re.compile(r"([A-Z]{3,5})[-/]([A-Z]{3,5})")
_SIGNS = (";", ",")
_OWN_ARTICLE = re.compile(r"(?:La|Le|Les) \w")


def actors(blocks: Iterable[Paragraph | Item], section: Section) -> Iterator[tuple[Passage, ResolvedActor]]:
    """Give each actor that ``blocks`` list, with the words that name it, resolved in the act's territory.

    Persons are left out; the post or service beside them stays. What is no name (``etc.``, a lead-in) is dropped.
    """
    seen = set()
    for block in _whole_blocks(ticked(tuple(blocks)), section.territory):
        named = _names(block.words, section.territory)
        for first, name in ((first, part) for first, whole in named for part in _short_names(whole, section)):
            actor = section.gazetteer.actor(name.text, section.territory, section.abbreviations)
            if not first and not actor.kind and _OWN_ARTICLE.match(name.text):
                actor = ResolvedActor(" ".join(name.text.split()))
            key = fold(actor.name)
            if key and key not in seen:
                seen.add(key)
                yield name, actor


def _short_names(name: Passage, section: Section) -> Iterator[Passage]:
    """Give ``name``, or the two that a hyphen joins where each is an institution's short one: ``CCPS-CCHV``."""
    shorts = _SHORT_NAMES.fullmatch(name.text)
    parts = shorts.groups() if shorts else ()
    found = [section.gazetteer.actor(part, section.territory, section.abbreviations) for part in parts]
    both = len({(actor.kind, actor.code) for actor in found if actor.kind in _HOUSES}) > 1
    yield from (name.cut(*shorts.span(1)), name.cut(*shorts.span(2))) if shorts and both else (name,)


def _whole_blocks(blocks: Iterable[Paragraph | Item], territory: Territory | None) -> Iterator[Paragraph | Item]:
    """Give ``blocks``; a paragraph goes on with the block above it where it ends the name of its ``territory``."""
    held: Paragraph | Item | None = None
    for block in blocks:
        if held is not None and isinstance(block, Paragraph) and cuts_own(held.words.text, block.words.text, territory):
            held = replace(held, words=held.words + block.words)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _names(text: Passage, territory: Territory | None) -> Iterator[tuple[bool, Passage]]:
    """Give the names that a block lists, and whether each is the first of its line."""
    for printed in _whole_lines(text, territory):
        contact = _CONTACT_BEHIND.search(plain(printed.text))
        line = printed.cut(0, contact.start()) if contact else printed
        first = True
        for part in (part for one in chosen(_without_lead(line)) for part in around_persons(one)):
            for name in split_actors(part):
                if bared := _bared(_without_lead(name)):
                    yield first, bared
                first = False


def _whole_lines(text: Passage, territory: Territory | None) -> Iterator[Passage]:
    """Give the printed lines of ``text``, those joined again that a break cut in the middle of a name.

    Where signs part the names, a line's end parts none by itself: what follows it must name an actor by its kind.
    """
    sign = next((sign for sign in _SIGNS if sign in text.text), "")
    pieces = (part for printed in lines(text) for part in _pieces(printed))
    return rejoined(
        pieces,
        lambda held, line: (
            _goes_on(held, line) or _is_rest(held.text, line.text, sign) or cuts_own(held.text, line.text, territory)
        ),
    )


def cuts_own(held: str, line: str, territory: Territory | None) -> bool:
    """Whether the break between ``held`` and ``line`` cuts the name of the act's own ``territory``."""
    head = f"{held.rstrip()} "
    least = len(head) if _FORM.search(plain(head)) else len(head) - 1
    return any(start <= least < end for start, end in own_names(head + line, territory) if end > len(head))


def _is_rest(held: str, line: str, sign: str) -> bool:
    """Whether ``line`` is the rest of a name that ``held`` begins, in a list whose names the ``sign`` parts."""
    parted = not sign or sign not in held or held.rstrip().endswith(sign)
    return not parted and line[:1].isupper() and not kind_at(line)


def _goes_on(held: Passage, line: Passage) -> bool:
    """Whether a break before ``line`` cuts a name that ``held`` begins."""
    last = held.text.rpartition(",")[2].strip()
    if last != held.text and _waits(last) and not kind_at(line.text):
        return True
    return (
        calls_on(held.text)
        or _HYPHEN.search(held.text) is not None
        or (line.text[:1].islower() and not _stands_alone(held.text, line.text))
    )


def _pieces(line: Passage) -> Iterator[Passage]:
    """Give ``line``, cut before each of its pieces that may begin a name: there a break may have been mended."""
    start = 0
    for index in range(1, len(line.pieces)):
        head = Passage(line.pieces[start : min(index, start + _NEAR)]).text
        after = Passage(line.pieces[index : index + _NEAR]).text
        parted = line.pieces[index - 1].text[-1:].isspace()  # else a word goes on over the break
        if parted and _may_begin(head.strip(), after.strip()):
            yield Passage(line.pieces[start:index]).cut(0)
            start = index
    yield Passage(line.pieces[start:]).cut(0)


def _may_begin(before: str, after: str) -> bool:
    """Whether ``after``, behind a break, may begin a name: with a small letter, or as an actor below another."""
    return after[:1].islower() or (bool(kind_at(before)) and not _waits(before) and bool(kind_at(after)))


def _waits(name: str) -> bool:
    """Whether ``name`` is only a kind that waits for its name (``Service``), and no acronym (``Pmi``)."""
    single = len(name.split()) == 1 and not name.isupper() and len(name) > _ACRONYM and not name.endswith("s")
    return single and kind_at(name) in _WAITING


def _stands_alone(before: str, after: str) -> bool:
    """Whether ``after``, which begins with a small letter on a line of its own, is another actor than ``before``.

    It names an institution by more than its kind (``communes de Vay``, ``collège Jean-Mermoz``), or several
    (``associations``); and ``before`` is more than a kind that waits for its name (``Service``).
    """
    if not kind_at(before) or _waits(before):
        return False
    first, *others = after.split()
    several = first.rstrip(",;.").endswith(("s", "x"))
    single = first.rstrip(",;.sx")
    kind = kind_at(" ".join((single, *others)))
    return bool(others or several) and (kind not in _PEOPLE or (several and bool(kind) and bool(others)))


def _without_lead(text: Passage) -> Passage:
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


def _bared(name: Passage) -> Passage:
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
