"""Party signatures: who signs below an act, in a table or line by line, and all the parties of a contract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from loaders.acts.party import Party, begins_with_person, read_party
from loaders.acts.party_lines import party_entries
from loaders.acts.party_opening import before_parties, opens_parties
from loaders.acts.party_tables import tabled
from loaders.acts.representing import ROLE, person
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Block, Passage, Table
from loaders.remembering import remembered
from loaders.vocabulary import words as vocabulary
from loaders.words.persons import person_at_end
from loaders.words.wording import alternatives, lines, plain, printed_lines

_OPEN = re.compile(
    r"^\W*(?:fait (?:a|aux?|en|le)\b|fait,? le|(?:signe|conclu|passe|etabli)(?:e?s?) a (?=\S[^.;:]{1,80}\ble \d)"
    r"|signe(?:e?s?)? (?:electroniquement|numeriquement)\b|en \w+ exemplaires"
    r"|signataires\W*$|signatures?\b\W*$|les? signataires?\W*$)"
)
_CLOSE = re.compile(r"^\W*(?:les? )?(?:annexe|plan d'actions|article|fiche|sommaire)s?\b")
_NOTHING = Passage(())
_OFFICE_OF = re.compile(
    rf"^\W*(?:pour\s+)?(?:le|la|l')\s*(?P<role>{ROLE})(?:\s+(?:de\s+la|de\s+l'|du|des|de|d')\s*)(?P<name>.+)$"
)
_OFFICE_BELOW = re.compile(
    rf"^\W*(?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\s+(?:de\s+la|de\s+l'|du|des|de|d')\s*(?P<name>.+)$"
)
_LABEL = re.compile(rf"^\W*{alternatives(vocabulary('parties', 'labels'))}\s*:\s*")
_NAME_OFFICE = re.compile(rf"^\W*(?:pour\s+)?(?P<name>.+?)[,:]?\s+(?:le|la|son|sa)\s+(?P<role>{ROLE})\b(?P<rest>.*)$")
_OFFICE = re.compile(rf"^\W*(?:le|la|son|sa)\s+(?P<role>{ROLE})\b\W*(?P<rest>.*)$")
_BARE_OFFICE = re.compile(rf"^\W*(?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\b\W*(?P<rest>.*)$")
_ENDING_OFFICE = re.compile(rf"[\s,–—-](?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\W*$")
_FOR = re.compile(r"^\W*pour\s+(?P<name>(?:la|le|l'|les)\s*.+)$")
_FURTHER = re.compile(r"(?:\s[|/–—-]|[;,])\s+(?=[Pp]our (?:la |le |l['’]|les ))")
_HEAD = re.compile(
    r"^\W*(?:la |le |l')?(?:commune|ville|caisse|caf|communaute|departement|conseil|mutualite|msa|metropole|mairie)"
    r"\b(?!-)"
)
_BELOW = re.compile(rf"(?<=[\s,–—-])(?P<role>{ROLE})\b")
_REPRESENTED = re.compile(r"\brepresente\w*(?: par)?\b")
_CIVIL = re.compile(r"\b(?:monsieur|madame|m\.|mme)\s")
_REACH = 30
_FRONT = 60
_LONGEST_NAME = 5


def parties_of(section: Section) -> tuple[Party, ...]:
    """Return the parties of a contract in the order of print: those of the block of parties, then those who sign."""
    return (*announced(section.blocks), *signing(section.blocks))


@remembered(8)
def announced(blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Return the parties of the block of parties."""
    told = (*(read_party(entry) for entry in party_entries(blocks)), *tabled(blocks))
    return told or tuple(party for table in _opened_tables(blocks) for party in _stacked(_cells((table,))))


def _opened_tables(blocks: Sequence[Block]) -> Iterator[Table]:
    """Give the tables right below the words that open the parties."""
    for above, block in pairwise(blocks[:_FRONT]):
        if isinstance(block, Table) and opens_parties(above):
            yield block


@remembered(8)
def signing(blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Return the parties that sign below the act."""
    return tuple(_signing(blocks))


def _signing(blocks: Sequence[Block]) -> Iterator[Party]:
    yield from _stacked(_cells(blocks[_opening(blocks) :]))


def _stacked(cells: Iterable[tuple[int, Passage]]) -> Iterator[Party]:
    """Give the parties of cells, of each column the party with the person and the office below it.

    A person can stand above as well, where what stands below is the office with the party that it is the office of.
    """
    above: dict[int, Party] = {}
    waiting: dict[int, Passage] = {}
    for column, told in cells:
        words = _unlabelled(told)
        text = plain(words.text)
        known = above.get(column)
        office = (_OFFICE if known is None else _BARE_OFFICE).match(text) if not _OFFICE_OF.match(text) else None
        if known is not None and office is not None and not known.role:
            above[column] = _with_office(known, words, office)
        elif known is not None and not known.representative and (who := _signer(words, text)):
            role = known.role or _office_behind(words, who)
            above[column] = replace(known, words=known.words + words, representative=who, role=role)
        elif column in waiting and (below := _OFFICE_BELOW.match(text)) is not None:
            if known is not None:
                yield known
            role = words.cut(*below.span("role"))
            above[column] = Party(words, words.cut(below.start("name")), waiting.pop(column), role)
        elif (party := _signature(words, text)) is not None:
            if known is not None:
                yield known
            above[column] = party
        elif who := _signer(words, text):
            waiting[column] = who
    yield from above.values()


def _unlabelled(words: Passage) -> Passage:
    """Return the words of a cell without what labels them: ``Qualité : Directrice de la Caf``."""
    label = _LABEL.match(plain(words.text))
    return words.cut(label.end()) if label else words


def _signer(words: Passage, text: str) -> Passage:
    """Return the person whom a cell below a party names: behind a civility, or by nothing but a name and an office."""
    if _CIVIL.match(text):
        return person(words)
    ending = _ENDING_OFFICE.search(text)
    named = words.cut(0, ending.start() if ending else None)
    who = person(named)
    return who if who.text == named.text.strip(" ,.") and len(who.text.split()) <= _LONGEST_NAME else _NOTHING


def _office_behind(words: Passage, who: Passage) -> Passage:
    """Return the office with which a cell ends behind the name of a person."""
    ending = _ENDING_OFFICE.search(plain(words.text), len(who.text))
    return words.cut(*ending.span("role")) if ending else _NOTHING


def _cells(blocks: Sequence[Block]) -> Iterator[tuple[int, Passage]]:
    """Give what the first ``blocks`` hold, cell by cell with its column; a line is a cell of its own."""
    for block in blocks[:_REACH]:
        if _CLOSE.match(plain(_first(block))):
            return
        if isinstance(block, Table):
            for row in block.rows:
                for column, cell in enumerate(row.cells):
                    if cell:
                        yield column, cell.words.cut(0)
        else:
            for line in (part for whole in _printed(block.words) for part in _side_by_side(whole)):
                if len(line.text) < 160:
                    yield -1, line


def _printed(words: Passage) -> tuple[Passage, ...]:
    """Return the lines of ``words``: those of the file, or as printed where several of these are a party's each."""
    printed = printed_lines(words)
    return printed if sum(plain(line.text).startswith("pour ") for line in printed) > 1 else lines(words)


def _side_by_side(line: Passage) -> Iterator[Passage]:
    """Cut a line of signatures before each further party: ``Pour la Caf : X — Pour la MSA : Y``."""
    starts = [0, *(found.end() for found in _FURTHER.finditer(line.text))] if _FOR.match(plain(line.text)) else [0]
    for start, end in zip_longest(starts, starts[1:]):
        part = line.cut(start, end)
        yield part.cut(0, len(part.text.rstrip(" ,;|–—-")))


def _first(block: Block) -> str:
    """Return the text with which a block begins: of a table its first filled cell's."""
    if not isinstance(block, Table):
        return block.words.text
    return next((cell.text for row in block.rows for cell in row.cells if cell), "")


def _opening(blocks: Sequence[Block]) -> int:
    """Return where the signatures begin; the end of the act where there are none.

    A title above the block of parties (``Les signataires``) opens that block.
    """
    parties = before_parties(blocks)
    starts = [
        index
        for index, block in enumerate(blocks)
        if (index > parties or not parties) and _OPEN.match(plain(words_of(block).text))
    ]
    first = [index for index in starts if any(isinstance(b, Table) for b in blocks[index : index + 6])]
    return (first or starts or [len(blocks)])[0]


def _signature(words: Passage, text: str) -> Party | None:
    """Return the party that a cell names: ``Le Président de X Monsieur Y``, ``X, le Maire``, ``Pour X``."""
    if begins_with_person(words):
        return read_party(words)
    for pattern in (_OFFICE_OF, _NAME_OFFICE):
        if found := pattern.match(text):
            named = words.cut(found.start("rest")) if pattern is _NAME_OFFICE else words
            who = person(named) if named is not words or _CIVIL.search(text) else person_at_end(words)
            return Party(words, _name(words, found), who, words.cut(*found.span("role")))
    found = _FOR.match(text)
    if found is None and _HEAD.match(text):
        return _named_first(words, text)
    if found:
        named = words.cut(found.start("name"))
        return Party(words, _cut_person(named), person(words) if _CIVIL.search(text) else _NOTHING, _NOTHING)
    return None


def _named_first(words: Passage, text: str) -> Party:
    """Return the party that a cell begins with: it says who represents it, or has office and person below the name."""
    if _REPRESENTED.search(text):
        return read_party(words)
    who = person_at_end(words)
    end = len(words.text.rstrip()) - len(who.text)
    office = _BELOW.search(text, 1, end) if who else None
    if office is not None and words.text[office.start("role")].isupper():
        name = words.cut(0, len(words.text[: office.start()].rstrip(" ,–—-")))
        return Party(words, name, who, words.cut(office.start("role"), end))
    return Party(words, _cut_person(words), person(words) if _CIVIL.search(text) else _NOTHING, _NOTHING)


def _name(words: Passage, found: re.Match[str]) -> Passage:
    """Return the name of the party without the person's that can follow it."""
    return _cut_person(words.cut(*found.span("name")))


def _cut_person(words: Passage) -> Passage:
    """Cut ``words`` before a civility, or before the person whose name ends it."""
    found = _CIVIL.search(plain(words.text))
    if found is not None:
        return words.cut(0, found.start())
    named = len(person_at_end(words).text)
    return words.cut(0, len(words.text.rstrip()) - named) if named else words


def _with_office(party: Party, words: Passage, office: re.Match[str]) -> Party:
    """Return ``party`` with the office that stands below its name."""
    return Party(
        party.words + words, party.name, party.representative or person(words), words.cut(*office.span("role"))
    )
