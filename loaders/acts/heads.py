"""Heads: what the first lines of an act say of it (number, date, body, title), and who presides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.acts.convention_cues import MENTION
from loaders.acts.party import ROLE, person
from loaders.acts.seats import seat
from loaders.acts.splitting import is_title, words_of
from loaders.document import Block, Paragraph, Passage, Table, passages
from loaders.resolve import Gazetteer
from loaders.vocabulary import groups
from loaders.words.dates import find_dates
from loaders.words.epci_names import epcis
from loaders.words.naming import communes
from loaders.words.proper_names import name_ends
from loaders.words.wording import alternatives, lines, plain
from maillage.reference import Territory

_NUMBERED = re.compile(
    r"\b(?P<of>deliberation|acte|rapport|decision|avenant|dossier|numero|d'ordre)?\W*"
    r"(?:\bn\s?[°ºo]\s?\.?|\bnumero)\s*(?:de deliberation)?\s*:?\s*"
    r"(?P<number>(?:[a-z]{1,6}[-_. /]?)?\d[\w./_-]*)"
)
_BARE_NUMBER = re.compile(
    r"\s*(?:deliberation\s+)?\(?(?P<number>[a-z]{1,6}[ _-]?\d{2,4}[-._/]\d{1,5}(?:[-._/]\w+)*"
    r"|(?:19|20)\d\d[-_/]\d{1,4}(?:[-_/]\d+)*)\)?(?=\s*$|\s+[-–:]\s)"
)
_AVENANT = re.compile(r"\bavenant\W*(?:n\s?[°ºo]\s?\.?\s*)?(?P<number>\d[\w./-]*)")
_UNNUMBERED = re.compile(r"\bloi\b|\bdecret|\barticle|\barrete|\bl\.\s?\d|\bpage\b|\bsiret|\btel\b")
_BODY_END = re.compile(
    r"^\W*(?:vu\b|considerant|article (?:1|premier)\b|preambule|apres en avoir|il est propose|par deliberation)"
)
_SESSION = re.compile(alternatives(groups("acts", "session")["words"]))
_OBJECT = re.compile(rf"^\W*{alternatives(groups('acts', 'object')['words'])}\W*[:–-]\s*")
_BODIES = {kind: re.compile(rf"\b{alternatives(cues)}\b") for kind, cues in groups("acts", "bodies").items()}
_PRESIDED = re.compile(r"\b(?:sous la presidence d[eu']|presidence de|preside\w* par)\s*(?:la |le |l')?")
_SIGNED = re.compile(rf"^\W*(?:pour )?(?:le|la) (?P<role>{ROLE})\b")
_MADE = re.compile(
    r"(?:^|[.;]\s+)\W*(?:(?:la |le )?(?:presente? )?(?:convention|renouvellement) (?:a ete )?(?=signe))?"
    r"(?:(?:etabli|dresse|passe|conclu)(?:e?s?) a (?=\S[^.;:]{2,80}\ble \d)"
    r"|(?:fait|signe(?:e?s?)) (?:a |en |le|, le)|(?:date|jour) de (?:la )?signature\s*:|signature\s*:\s*(?=le\b|\d))"
)
_SIGNATURE = re.compile(r"\W*(?:la )?(?:(?:date|jour) (?:et lieu )?de (?:la )?)?signature\W*")
_DAY_FIRST = re.compile(r"\W*(?:[^\W\d][^,;.:]{1,40},\s*)?(?:le\s+)?(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+)?\d")
_DISTRICT = re.compile(r"\W*(?:arrondissement|canton|sous-prefecture)s? (?:de|du|des|d')[^.:;]{2,60}$")
_OF = re.compile(r"\s+(?:(?:de la|du|des|de)\s+|(?:de l|d)'\s?)")
_KINDS = ("deliberation", "rapport")
_HEAD_BLOCKS = 45
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an act states; each with the words that state it."""

    number: Passage = field(default_factory=lambda: Passage(()))
    date: str = ""
    dated: Passage = field(default_factory=lambda: Passage(()))
    body: Passage = field(default_factory=lambda: Passage(()))
    home: Territory | None = None
    housed: Passage = field(default_factory=lambda: Passage(()))
    title: Passage = field(default_factory=lambda: Passage(()))
    chair: Passage = field(default_factory=lambda: Passage(()))
    chair_role: Passage = field(default_factory=lambda: Passage(()))


def read_head(blocks: Sequence[Block], kind: str, gazetteer: Gazetteer, near: Territory | None) -> Head:
    """Read the head of an act of ``kind``; ``near`` is the département that the document speaks of."""
    head = [part for block in _head_blocks(blocks) for part in _opened(block)]
    head = [block for block in head if not _DISTRICT.match(plain(words_of(block).text))]
    body, body_kind = _body(head)
    home, housed = _home(head, blocks, body_kind, gazetteer, near)
    date, dated = _date(head, blocks)
    chair, role = _chair(head, blocks)
    return Head(_number(head, kind), date, dated, body, home, housed, _title(head), chair, role)


def _head_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks before the recitals."""
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if index and _BODY_END.match(plain(words_of(block).text)):
            return list(blocks[:index])
    return list(blocks[:_HEAD_BLOCKS])


def _opened(block: Block) -> Iterator[Block]:
    """Give a block of the head; a table, in which some letterheads are printed, as a paragraph a cell."""
    if not isinstance(block, Table):
        yield block
        return
    for words in passages(block):
        yield Paragraph(words)


def _number(head: Iterable[Block], kind: str) -> Passage:
    """Return the act's number: beside its kind, else behind ``N°`` alone or before the title, else a code alone."""
    ranked: list[tuple[int, Passage]] = []
    for block in head:
        for line in lines(words_of(block)):
            text = plain(line.text)
            amending = _AVENANT.search(text) if kind == "avenant" else None
            found = amending or _NUMBERED.search(text)
            if amending:
                ranked.append((0, line.cut(*amending.span("number"))))
            elif found and not _UNNUMBERED.search(text[: found.start("number")]) and len(text) < 200:
                told = found["of"] or next((of for of in _KINDS if of in text[: found.start("number")]), "")
                titled = found.start() <= _BESIDE and bool(MENTION.search(text))
                rank = 0 if told and kind.startswith(told[:5]) else 1 if len(text) < 40 or titled else 3
                ranked.append((rank, line.cut(*found.span("number"))))
            elif bare := _BARE_NUMBER.match(text):
                ranked.append((2, line.cut(*bare.span("number"))))
    best = min(ranked, key=lambda entry: entry[0], default=(9, Passage(())))
    return best[1] if best[0] < 3 else Passage(())


def _body(head: Sequence[Block]) -> tuple[Passage, str]:
    """Return the body that deliberates as its fullest mention prints it, and its kind of territory.

    It is the first one that a title or the sentence about the session names; another one further down is only spoken
    of.
    """
    found: list[tuple[Passage, str]] = []
    for block in head:
        words = words_of(block)
        text = plain(words.text)
        if is_title(block) or _SESSION.search(text) or re.match(r"\W*(?:le|la) (?:conseil|commission|bureau)\b", text):
            hits = [(match, kind) for kind, pattern in _BODIES.items() for match in pattern.finditer(text)]
            found += [(words.cut(*match.span()), kind) for match, kind in sorted(hits, key=lambda hit: hit[0].start())]
    same = [body for body in found if body[1] == found[0][1]]
    return max(same, key=lambda body: len(body[0].text), default=(Passage(()), ""))


def _home(
    head: Sequence[Block], blocks: Sequence[Block], kind: str, gazetteer: Gazetteer, near: Territory | None
) -> tuple[Territory | None, Passage]:
    """Return the territory whose body deliberates, and the words that name it."""
    if kind == "departement":
        return near, Passage(())
    for block in head:
        words = words_of(block)
        finders = (epcis, communes) if kind == "epci" else (communes,)
        for finder in finders:
            for named in finder(words.text, gazetteer, near):
                if named.territory.kind == kind:
                    return named.territory, words.cut(named.start, named.end)
    if kind == "epci":
        found, printed = _lone_epci(head, gazetteer, near)
        if not found:
            found, printed = _epci_of_body(head, gazetteer, near)
        return (found, printed) if found else seat([words_of(block) for block in head], gazetteer, near)
    return _lone_commune(head, blocks, gazetteer, near) if kind == "commune" else (None, Passage(()))


def _lone_epci(head: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> tuple[Territory | None, Passage]:
    """Return the EPCI whose name stands alone on a line of the head, whatever its form."""
    for block in head:
        for line in lines(words_of(block)) if is_title(block) else ():
            if 4 < len(line.text) < 80 and (epci := gazetteer.epci(line.text.strip(), near)):
                return epci, line
    return None, Passage(())


def _epci_of_body(
    head: Sequence[Block], gazetteer: Gazetteer, near: Territory | None
) -> tuple[Territory | None, Passage]:
    """Return the EPCI that the name of its body ends in: ``Conseil communautaire du Trièves``."""
    for block in head:
        words = words_of(block)
        for found in _BODIES["epci"].finditer(plain(words.text)):
            lead = _OF.match(plain(words.text), found.end())
            for end in name_ends(words.text, lead.end()) if lead else ():
                if lead and (epci := gazetteer.epci(words.text[lead.end() : end], near)):
                    return epci, words.cut(lead.end(), end)
    return None, Passage(())


def _lone_commune(
    head: Sequence[Block], blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None
) -> tuple[Territory | None, Passage]:
    """Return the commune whose name stands alone on a line of the head, else the place where the act was made."""
    for block in head:
        for line in lines(words_of(block)) if is_title(block) else ():
            if len(line.text) < 60 and (commune := gazetteer.commune(line.text.strip(), near)):
                return commune, line
    for block in blocks:
        words = words_of(block)
        made = re.search(r"(?:^|\bfait a )\s*(?=\S[^,]{2,40}, le \d)", plain(words.text))
        for end in name_ends(words.text, made.end()) if made else ():
            if commune := gazetteer.commune(words.text[made.end() if made else 0 : end], near):
                return commune, words.cut(made.end() if made else 0, end)
    return None, Passage(())


def _date(head: Iterable[Block], blocks: Sequence[Block]) -> tuple[str, Passage]:
    """Return the day of the session: after ``L'an``, else after ``séance du`` and the like, else that of signature."""
    ranked: list[tuple[int, str, Passage]] = []
    for block in head:
        words = words_of(block)
        text = plain(words.text)
        for dated in find_dates(words.text):
            lead = text[max(0, dated.start - 60) : dated.start]
            if len(dated.iso) < 10 or re.search(r"convo|affich|transmi|recu|publi|envo", lead[-40:]):
                continue
            cue = _SESSION.search(text[max(0, dated.start - 60) : dated.end])
            if cue:
                ranked.append((0 if "l'an" in lead else 1, dated.iso, words.cut(dated.start, dated.end)))
    if ranked:
        return min(ranked, key=lambda entry: entry[0])[1:]
    return made_on(blocks)


def made_on(blocks: Iterable[Block]) -> tuple[str, Passage]:
    """Return the day on which an act was made: ``Fait à ..., le ...``, ``Signée à ..., le ...``, or ``Signature``."""
    labelled = False
    for block in blocks:
        words = words_of(block)
        if labelled and _DAY_FIRST.match(plain(words.text)) and (told := _first_day(words)):
            return told
        labelled = not isinstance(block, Table) and bool(_SIGNATURE.fullmatch(plain(words.text)))
        for found in _MADE.finditer(plain(words.text)):
            if told := _first_day(words.cut(found.start(), found.start() + 120)):
                return told
    return "", Passage(())


def _first_day(words: Passage) -> tuple[str, Passage] | None:
    """Return the first date of ``words`` known to the day, with the words up to it; None where there is none."""
    dated = next((d for d in find_dates(words.text) if len(d.iso) == len("2024-01-01")), None)
    return (dated.iso, words.cut(0, dated.end)) if dated else None


def _title(head: Sequence[Block]) -> Passage:
    """Return the title: what stands behind ``Objet``, else the lines of the first title that names a convention."""
    for block in head:
        words = words_of(block)
        for line in lines(words):
            found = _OBJECT.match(plain(line.text))
            if found:
                offset = words.text.find(line.text)
                return words.cut(max(offset, 0) + found.end())
    for block in head:
        if is_title(block) and (found := MENTION.search(plain(words_of(block).text))):
            return _from_line(words_of(block), found.start())
    return Passage(())


def _from_line(words: Passage, position: int) -> Passage:
    """Return ``words`` from the beginning of the line on which ``position`` stands."""
    start = 0
    for piece in words.pieces:
        if start <= position < start + len(piece.text):
            return words.cut(start)
        start += len(piece.text)
    return words


def _chair(head: Iterable[Block], blocks: Sequence[Block]) -> tuple[Passage, Passage]:
    """Return who presides (mayor, president) and the office; a deputy who presides is not the one who will sign."""
    for block in head:
        words = words_of(block)
        found = _PRESIDED.search(plain(words.text))
        if found is None:
            continue
        after = words.cut(found.end(), found.end() + 90)
        name = person(after)
        role = re.search(rf"\b{ROLE}", plain(after.text))
        if name and role and "adjoint" not in role[0] and not role[0].startswith("vice"):
            return name, after.cut(*role.span())
        if name and not role:
            return name, Passage(())
    return _signature(blocks)


def _signature(blocks: Sequence[Block]) -> tuple[Passage, Passage]:
    """Return the person and the office below the act: ``Le Maire, Prénom NOM``."""
    texts = [line for block in blocks if not isinstance(block, Table) for line in lines(words_of(block))]
    for index in range(len(texts) - 1, -1, -1):
        found = _SIGNED.match(plain(texts[index].text)) if len(texts[index].text) < 120 else None
        if found and "adjoint" not in found["role"]:
            rest = texts[index].cut(found.end())
            for words in (rest, *texts[index + 1 : index + 3]):
                if words and (name := person(words)):
                    return name, texts[index].cut(*found.span("role"))
    return Passage(()), Passage(())
