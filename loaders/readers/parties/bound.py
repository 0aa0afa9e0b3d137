"""Bound: those whom an act that speaks of a convention lists as bound by it, known by the list and not by its words.

Institutions below a line or behind a colon or a bracket, the Caf among them, of which it is said that something is
concluded, signed or borne: whatever names the act has for them, these are the parties. Where it is said that they sit,
pay or prepared something, they are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from loaders.acts.agreements import Agreement
from loaders.acts.convention_cues import MENTION
from loaders.acts.party import CAF, HEAD
from loaders.acts.party_joints import PARTY_HEAD
from loaders.acts.party_signatures import parties_of
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Block, Item, Passage, Table
from loaders.readers.parties.members import is_group, members, one_by_one
from loaders.remembering import remembered
from loaders.vocabulary import words
from loaders.words.enumerating import enumerated, listed
from loaders.words.own_names import own_names
from loaders.words.wording import alternatives, plain, sentences, tidy

_BINDS = re.compile(alternatives(words("parties", "binds")))
_ELSEWHERE = re.compile(alternatives([cue for key in ("elsewhere", "met", "done") for cue in words("parties", key)]))
_DIRECT = re.compile(
    rf"\b{alternatives(words('parties', 'binding'))} (?:par |entre )?(?=(?:la |le |l'|les )?{PARTY_HEAD})"
)
_SIGN = "sign"
_WHO_SIGN = re.compile(
    r",? (?:qui|lesquel(?:le)?s) (?:(?:(?:en )?(?:sont|seront|seraient)|(?:en )?devien(?:nent|dront)(?: ainsi)?)"
    r" (?:(?:tou(?:te)?s )?les |tou(?:te)?s )?(?:co)?signataires|(?:la signe(?:nt|ront)|l'ont (?:co)?signee?))\b"
)
_BY = re.compile(r"\b(?:par|entre|avec|associe|reunit|rassemble|engage) ")
_OURS = re.compile(r"\W*(?:notre|nos|leurs?|ses|sa)\s+")
_OPENED = re.compile(rf"[:(]\s*(?=(?:(?:la|le|les|notre|nos) |l')?{HEAD.pattern})")
_DATED = re.compile(r"\W*(?:periode|duree|sign|annees?|dates?)\b")
_NAMING = ("convention", "ctg", "contrat", "signataires")
_DASHED = re.compile(r"\s[–—-]\s")
_SAYS = re.compile(r"\b(?:est|sont|etait|etaient|ont|a|avait|avaient|sera|seront)\b")
"""What a name has not: of those named so something else is said."""
_POINTS = (":", "?")
_FEWEST = 2
_LONGEST_NAME = 110
_SPOKEN = ("deliberation", "rapport")


@remembered(4)
def bound(section: Section) -> tuple[Passage, ...]:
    """Return the names of the first list of those whom the act says to be bound; none in a contract with parties.

    Of several conventions those who are bound by each, where the list names the EPCI of none.
    """
    told = _told(section)
    mains = [agreement for agreement in section.agreements if agreement.main]
    of_one = any(_is_called(section, agreement, name) for name in told for agreement in mains)
    return () if of_one and len(mains) > 1 else told


def _is_called(section: Section, agreement: Agreement, name: Passage) -> bool:
    """Whether ``name`` is that of the territory of a convention, by its words or by what they are known to name."""
    called = section.gazetteer.actor(tidy(name.text), section.territory, section.abbreviations)
    return any(own_names(name.text, agreement.territory)) or bool(called.code and called.code == agreement.code)


def _told(section: Section) -> tuple[Passage, ...]:
    """Return the names of that list."""
    if section.kind not in _SPOKEN and parties_of(section):
        return ()
    told = (
        names for block in section.blocks if not isinstance(block, Table) for names in _signing(section, block.words)
    )
    return next(told, ()) or next((names for names in _lists(section) if _are_bound(names)), ())


def _signing(section: Section, text: Passage) -> Iterator[tuple[Passage, ...]]:
    """Give the names of a list of which its sentence says that they sign: ``X, Y et Z, qui en sont signataires``."""
    for told in sentences(text) if _SIGN in text.text else ():
        signed = _WHO_SIGN.search(plain(told.text))
        opened = _BY.search(plain(told.text)[: signed.start()]) if signed is not None else None
        if signed is not None and CAF.search(plain(told.text)):
            yield _names(section, [told.cut(opened.end() if opened is not None else 0, signed.start())])


def _lists(section: Section) -> Iterator[tuple[Passage, ...]]:
    """Give the names of each list that the act opens, if it says that those listed are bound."""
    above: Block | None = None
    for index, block in enumerate(section.blocks):
        if isinstance(block, Table):
            yield _names(section, _of_card(block))
        elif told := sentences(block.words):
            near = above is not None and MENTION.search(plain(words_of(above).text)) is not None
            yield from (names for sentence in told for names in _within(section, sentence, near=near))
            last = plain(told[-1].text).rstrip(" *_»")
            if last.endswith(_POINTS) and binds(last) and (near or _is_named(plain(block.words.text))):
                yield _names(section, _items(section.blocks[index + 1 :]))
        above = block


def _within(section: Section, told: Passage, *, near: bool) -> Iterator[tuple[Passage, ...]]:
    """Give the names of the list that a sentence holds; ``near`` where the convention is named right above it."""
    text = plain(told.text)
    if not CAF.search(text) or not (near or _is_named(text)):
        return
    if (opened := _OPENED.search(text)) is not None and binds(text[: opened.start()]):
        shut = text.find(")", opened.end()) if opened[0][0] == "(" else -1
        yield _names(section, [told.cut(opened.end(), shut if shut > 0 else None)])
    elif (opened := _DIRECT.search(text)) is not None and not _ELSEWHERE.search(text[: opened.end()]):
        yield tuple(members(section, told, text, _DIRECT))


def _of_card(table: Table) -> list[Passage]:
    """Return the institutions of a card of a convention: rows of a label and a value, one of them its period."""
    rows = [row.cells for row in table.rows if len(row.cells) == _FEWEST and all(row.cells)]
    if not any(_DATED.match(plain(label.text)) for label, _ in rows):
        return []
    return [value.words.cut(0) for _, value in rows if HEAD.match(plain(value.text))]


def _is_named(text: str) -> bool:
    """Whether a text speaks of a convention, or of those who sign one."""
    return any(word in text for word in _NAMING)


def binds(lead: str) -> bool:
    """Whether what stands before a list says that something is concluded between those listed, and nothing else."""
    return _BINDS.search(lead) is not None and _ELSEWHERE.search(lead) is None


def _items(below: Sequence[Block]) -> list[Passage]:
    """Return the words of the items that stand right below."""
    return list(map(words_of, takewhile(lambda block: isinstance(block, Item), below)))


def _names(section: Section, lists: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the members of lists, each without a possessive before it."""
    found: list[Passage] = []
    for told in lists:
        whole = told.cut(0, len(told.text.rstrip(" ;.,")))
        parts = listed(whole) if _DASHED.search(whole.text) else (whole,)
        for name in (one for part in parts for one in enumerated(part, section.gazetteer, section.territory)):
            ours = _OURS.match(plain(name.text))
            found.extend(one_by_one(section, name.cut(ours.end()) if ours and not is_group(name) else name))
    return tuple(found)


def _are_bound(names: Sequence[Passage]) -> bool:
    """Whether names are those of institutions, two at least, the Caf one of them."""
    texts = [plain(name.text) for name in names]
    heads = sum(1 for name, text in zip(names, texts, strict=True) if HEAD.match(text) or is_group(name))
    short = all(len(text) < _LONGEST_NAME for text in texts)
    said = any(map(_SAYS.search, texts))
    return len(texts) >= _FEWEST and heads == len(texts) and short and not said and any(map(CAF.search, texts))
