"""Dating: the day on which an act was decided in session, or made and signed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.acts.sessions import DAY_FIRST, sessions
from loaders.acts.splitting import words_of
from loaders.document import Block, Passage, Table, passages
from loaders.remembering import remembered
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.dates import find_dates
from loaders.words.moments import DAY
from loaders.words.proper_names import name_ends
from loaders.words.wording import alternatives, lines, plain, sentences

_ORIGINALS = r"(?:en|au nombre de) [^.;:]{1,30}?(?:originaux|originales?|original|exemplaires?),? "
_MADE = Sought(
    r"(?:^|[.;]\s+)\W*(?:(?:la |le )?(?:presente? )?(?:convention|renouvellement) (?:a ete )?(?=signe))?"
    rf"(?:(?:etabli|dresse|passe|conclu|redige)(?:e?s?) (?:{_ORIGINALS})?(?:a|aux?) (?=\S[^.;:]{{2,80}}\ble \d)"
    r"|(?:fait|signe(?:e?s?))(?: et (?:passe|signe|conclu|clos|arrete)e?s?)? (?:a |aux? |en |le|, le)"
    r"|(?:lieu et )?(?:date|jour) de (?:la )?signature\s*:"
    r"|signatures?(?: officielle| conjointe| solennelle)?\s*"
    r"(?::\s*(?=(?:[a-z' -]{2,40},? )?(?:le\b|\d))|,? (?=le (?:(?:lun|mar|mercre|jeu|vendre|same)di )?\d)))"
)
_GOES_ON = re.compile(
    r"[^.;:]{0,250}(?:\b(?:premiere|precedente|ancienne|derniere|cette|autre) (?:convention|ctg|contrat)\b"
    r"|, (?:elle|celle-ci) (?:a|avait|n'a|s'est|s'etait|aura|est (?:arriv|echu|venu)\w*|arriv\w+|couvrait|fut)\b)"
)
"""After a day it tells the signature of an earlier contract: ``Signée le 3 mai 2019, cette convention ...``.

So does a sentence that goes on with what the contract has done: ``Signée le 3 mai 2019, elle a permis ...``.
"""
_SIGNATURE = Sought(
    r"\W*(?:(?:la )?(?:(?:date|jour) (?:et lieu )?de (?:la )?)?signature"
    r"|(?:fait|signee?)(?: \w+){0,4} (?:a|aux?) [^.;:\d]{2,40})\W*"
)
_PLACE = re.compile(
    r"\W*(?:[aà] )?(?P<name>[^\W\d][^,.;:\d]{1,40}?)(?P<comma>\s?,)?\s+(?:le\s+|(?<=,\s)(?=\d))", re.IGNORECASE
)
_DAY_AND_PLACE = re.compile(r"\W*le (?:\d{1,2}|1er)\W[^,;:]{4,20}\d,? a\s+")
_DONE = re.compile(
    r"\w+ee?s?\b|(?:transmi[st]|recu|remi[st]|rendu|etabli|affiche|publi|lu|vu|valable|des|depuis|avant|apres)\b"
)
"""What is no place although a day stands behind it: ``Approuvée le 3 mai 2021``, ``Reçu le ...``."""
_PRESENTED = re.compile(
    rf"\W*(?:{alternatives(groups('acts', 'guess')['paper'])}\b[^.;:\d]{{0,80}}?\s)?"
    r"(?:presente|remi[st]|communique|valide|adopte|approuve|arrete|restitue)e?s? [^.;:\d]{0,120}\b(?:le|du) \d"
)
_NO_EDITION = r"(?!sign|conclu|conven|ctg|period|depuis|jusqu|seance)"
_EDITED = re.compile(rf"\W*(?:{_NO_EDITION}[a-z']+\W+){{0,3}}(?:{_NO_EDITION}[a-z']+)?\W*")
_BY_WHOM = re.compile(r"[\s.*_]*(?:$|,? ?(?:par|aux?|a la|devant) )")
_HOURS = re.compile(r",? (?:a |de )?\d{1,2} ?h\b|\s[|·-]\s")
_SENTENCE = 90


def decided_on(head: Sequence[Block], blocks: Sequence[Block], *, shown: bool = False) -> tuple[str, Passage]:
    """Return the day of the session: after ``L'an``, else after ``séance du`` and the like, else that of signature.

    Of what is ``shown`` to somebody, as a report is, the day on which it was goes before a signature it tells of.
    """
    if found := list(sessions(head)):
        return min(found, key=lambda session: session[0])[1:]
    if shown and (told := _presented_on(head))[0]:
        return told
    made = made_on(blocks)
    return made if made[0] else _presented_on(head)


def dated_alone(head: Iterable[Block]) -> tuple[str, Passage]:
    """Return the day or month that a line of a report's head is and nothing else: ``Version de juin 2023``."""
    for line in (line for block in head for line in lines(words_of(block))):
        for dated in find_dates(line.text)[:1]:
            lead, rest = plain(line.text[: dated.start]), plain(line.text[dated.end :])
            if _EDITED.fullmatch(lead) and (_HOURS.match(rest) or not rest.strip(" .*_()")):
                return dated.iso, line.cut(dated.start, dated.end)
    return "", Passage(())


def _presented_on(head: Iterable[Block]) -> tuple[str, Passage]:
    """Return the day that ends a line of the head which says that the act was presented: ``Présenté au ... le ...``."""
    printed = (part for block in head for line in lines(words_of(block)) for part in sentences(line))
    for line in (line for line in printed if _PRESENTED.match(plain(line.text))):
        told = _first_day(line)
        if told is not None and _BY_WHOM.match(plain(line.text[len(told[1].text) :])):
            return told
    return "", Passage(())


def _made(words: Passage) -> tuple[str, Passage] | None:
    """Return the day on which ``words`` say that the act was made, with the words up to it."""
    for found in _MADE.finditer(plain(words.text)):
        told = _first_day(words.cut(found.start(), found.start() + 120))
        if told and not _GOES_ON.match(plain(words.cut(found.start() + len(told[1].text)).text)):
            return told
    return None


@remembered(64)
def made_on(blocks: Sequence[Block]) -> tuple[str, Passage]:
    """Return the day on which an act was made: ``Fait à ..., le ...``, ``Signée à ..., le ...``, or ``Signature``.

    Where no such word stands, it is the last line below the text that is a place and a day: ``Valençay, le ...``.
    """
    labelled = False
    for block in blocks:
        for words in passages((block,)):
            if labelled and DAY_FIRST.match(plain(words.text)) and (told := _first_day(words)):
                return told
            labelled = bool(_SIGNATURE.fullmatch(plain(words.text)))
            printed = lines(words)
            if told := _made(words) or next(filter(None, map(_made, printed if len(printed) > 1 else ())), None):
                return told
    return _placed_below(blocks)


def _placed_below(blocks: Sequence[Block]) -> tuple[str, Passage]:
    """Return the day of the last line that is a place and a day, where a sentence or a table stands above it."""
    first = next((at for at, block in enumerate(blocks) if _is_text(block)), 0)
    below = (words for block in reversed(blocks[first + 1 :]) for words in reversed((*passages(block),)))
    printed = (line for words in below for line in reversed(lines(words)))
    return next((found for line in printed if (found := _place_and_day(line))), ("", Passage(())))


def _is_text(block: Block) -> bool:
    """Tell whether a block is a table or as long as a sentence: the text of an act, not its title page."""
    return isinstance(block, Table) or len(words_of(block).text) > _SENTENCE


def _place_and_day(line: Passage) -> tuple[str, Passage] | None:
    """Return the day of a line that is a place's name and a day, and no more."""
    at = _DAY_AND_PLACE.match(plain(line.text))
    if at and len(line.text.rstrip(" .*_")) in name_ends(line.text, at.end()):
        return _first_day(line)
    place = _PLACE.match(line.text)
    told = _first_day(line) if place else None
    if place is None or told is None or line.text[len(told[1].text) :].strip(" .*_"):
        return None
    bare = not _DONE.match(plain(place["name"]))
    named = (place["comma"] or bare or plain(place[0]).lstrip().startswith("a ")) and find_dates(
        line.text[place.end() :]
    )
    return told if named and place.end("name") in name_ends(line.text, place.start("name")) else None


def _first_day(words: Passage) -> tuple[str, Passage] | None:
    """Return the first date of ``words`` known to the day, with the words up to it; None where there is none."""
    dated = next((d for d in find_dates(words.text) if len(d.iso) == DAY), None)
    return (dated.iso, words.cut(0, dated.end)) if dated else None
