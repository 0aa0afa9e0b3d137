"""Party signatures: who signs below an act, in a table or line by line, and all the parties of a contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from loaders.acts.party import Party, read_party
from loaders.acts.party_lines import party_entries
from loaders.acts.party_opening import before_parties, opens_parties
from loaders.acts.party_shapes import shaped
from loaders.acts.party_tables import columned, tabled
from loaders.acts.section import Section
from loaders.acts.signature_cells import stacked
from loaders.acts.signature_words import holds_office_below, is_bare_office, signature
from loaders.acts.splitting import words_of
from loaders.document import Block, Cell, Heading, Passage, Table
from loaders.remembering import remembered
from loaders.words.wording import lines, plain, printed_lines

_OPEN = re.compile(
    r"^\W*(?:fait (?:a|aux?|en|le)\b|fait,? le|(?:signe|conclu|passe|etabli)(?:e?s?) a (?=\S[^.;:]{1,80}\ble \d)"
    r"|signe(?:e?s?)? (?:electroniquement|numeriquement)\b|en \w+ exemplaires"
    r"|(?:(?:la |le |cette |cet )?(?:presente? )?(?:convention(?: territoriale globale)?|ctg|avenant)"
    r" (?:(?:a ete|est) )?(?:signe|conclu)e? a [^.;:]{1,80}?\ble \d{1,2}(?:er)? \w+ \d{4}"
    r"|ils (?:s'engagent|signent|ont signe))\W*$"
    r"|signataires\W*$|signatures?\b\W*$|les? signataires?\W*$)"
)
_CLOSE = re.compile(r"^\W*(?:les? )?(?:annexe|plan d'actions|article|fiche|sommaire)s?\b")
_FOR = re.compile(r"\W*pour\s+(?:la|le|l'|les)")
_FURTHER = re.compile(r"(?:\s[|/–—-]|[;,])\s+(?=[Pp]our (?:la |le |l['’]|les ))")
_SIGNATURE = re.compile(r"\W*(?:signatures?|cachet|visa|date et signature|signature et cachet|cachet et signature)\W*")
_SECTION = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4})\s?[.)–—-]*\s+[a-z]")
_MOST_WORDS = 14
_NEAR = 4
_LONGEST = 160
_REACH = 30
_FRONT = 60


def parties_of(section: Section) -> tuple[Party, ...]:
    """Return the parties of a contract in the order of print: those of the block of parties, then those who sign."""
    return (*announced(section.blocks), *signing(section.blocks))


@remembered(8)
def announced(blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Return the parties of the block of parties."""
    told = (*(read_party(entry) for entry in party_entries(blocks)), *tabled(blocks))
    told = told or tuple(party for table in _opened_tables(blocks) for party in stacked(_cells((table,))))
    return told or shaped(blocks)


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
    begins = _opening(blocks)
    headed: dict[int, list[Party]] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Table) and (begins <= at < begins + _REACH or _is_to_sign(block)):
            headed[at] = columned(block)
    yield from stacked(_cells([block for at, block in enumerate(blocks) if at >= begins and not headed.get(at)]))
    for parties in headed.values():
        yield from parties


def _cells(blocks: Sequence[Block]) -> Iterator[tuple[int, Passage]]:
    """Give what the first ``blocks`` hold, cell by cell with its column; a line is a cell of its own."""
    reach = _REACH
    for at, block in enumerate(blocks):
        if at >= reach or _CLOSE.match(plain(_first(block))) or (at and _is_section(block)):
            return
        if not isinstance(block, Table) and is_bare_office(plain(block.words.text)):
            reach = at + _REACH
        if isinstance(block, Table):
            for row in block.rows:
                for column, cell in enumerate(row.cells):
                    yield from ((column, words) for words in _of_cell(cell) if words)
        else:
            for line in (part for whole in _printed(block.words) for part in _side_by_side(whole)):
                if len(line.text) < _LONGEST and not _is_sentence(line):
                    yield -1, line


def _is_section(block: Block) -> bool:
    """Whether a block is a numbered title: the act goes on."""
    return isinstance(block, Heading) and block.level > 0 and _SECTION.match(plain(block.words.text)) is not None


def _is_sentence(line: Passage) -> bool:
    """Whether a line is a whole sentence, and no signature."""
    return line.text.endswith(".") and len(line.text.split()) > _MOST_WORDS


def _of_cell(cell: Cell) -> tuple[Passage, ...]:
    """Return the words of a cell; apart the person who stands there above the office of a party."""
    parts = [block.words for block in cell.blocks]
    if len(parts) > 1 and holds_office_below(parts[0], parts[1]):
        return parts[0], cell.words.cut(len(parts[0].text))
    return (cell.words.cut(0),)


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


def _is_to_sign(table: Table) -> bool:
    """Whether a table has a column for signatures, in which each party of a row signs."""
    return bool(table.rows) and any(_SIGNATURE.fullmatch(plain(cell.text)) for cell in table.rows[0].cells)


def _signed_for(blocks: Sequence[Block], after: int) -> list[int]:
    """Return where, without a word that opens them, two blocks at least sign: ``Pour X, Jean VIAL, président``."""
    signed = [index for index, block in enumerate(blocks) if index > after and _signs(block)]
    return [index for index, following in pairwise(signed) if following - index <= _NEAR][:1]


def _signs(block: Block) -> bool:
    """Whether a block is but a line that says who signs for whom."""
    words_ = words_of(block)
    if isinstance(block, Table) or len(words_.text) > _LONGEST or not _FOR.match(plain(words_.text)):
        return False
    party = signature(words_, plain(words_.text))
    return party is not None and bool(party.role) and "," not in party.name.text and words_.text[-1:] != "."


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
    starts = starts or _signed_for(blocks, parties)
    first = [index for index in starts if any(isinstance(b, Table) for b in blocks[index : index + 6])]
    return (first or starts or [len(blocks)])[0]
