"""Commune lists: the communes that an act names one after the other, and how many it says there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from loaders.acts.party_lines import party_entries
from loaders.acts.party_opening import before_parties
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Block, Cell, Heading, Item, Paragraph, Passage, Table
from loaders.remembering import remembered
from loaders.vocabulary import groups
from loaders.words.enumerating import listed
from loaders.words.epci_names import epcis
from loaders.words.spelt_numbers import NUMBER_WORD, count
from loaders.words.wording import alternatives, lines, plain, sentences, tidy
from maillage.reference import Territory

_WORDS = rf"(?:{NUMBER_WORD}[ -]?){{1,8}}"
TITLE = re.compile(
    rf"\b(?:(?:les|ses|des|aux|de|leurs)\s+)?(?P<count>\d{{1,3}}|{_WORDS})?\s*communes\b"
    r"(?:\s+(?:membres?|signataires?|adherentes?|concernees?|suivantes?|du territoire|de la ctg|de l'\w+))*"
)
_DOES = r"(?:ont|disposent|accueillent|possedent|gerent|proposent|organisent|animent)\b"
_END = re.compile(rf"\brepresent|\s{_DOES}|\bci[- ]apres|\bdument|\bet leurs?\b|,\s*(?:deja|toutes|chacune|qui|dont)\b")
_OF = re.compile(r"(?:de\s+|d['’]\s?)(?=[^\W\d_a-zà-öø-ÿ])")
_ENCLOSED = re.compile(r"\s*\((?P<list>[^()]+)\)")
_ALONE = re.compile(
    r"\W*(?:$|:|\(|(?:membres|signataires|adherentes|listees|citees|ci[- ]|represente|dont|qui|du |de )\b)"
)
_COVERED = re.compile(r"(?<!par )(?<!chaque )\b(?:communes?|perimetre|territoire)\b")
_COVERING = re.compile(
    r"\b(?:couv(?:re|rent|ert\w*|rant)|perimetre|territoire|ressort|compte|comptent|comprend|comprennent|comporte|regroupe\w*"
    r"|(?:re)?union d[eu]s?|fusion\w*"
    r"|reunit|reunissent|rassemble\w*|compose\w*|constitue\w*|s'appliqu\w+|s'etend|concern\w+|membres)\b"
)
_OF_THE_CONVENTION = re.compile(alternatives(groups("parties", "sentence")["covering"]))
_SIGNING = re.compile(r"\bsign(?:ataires?|ent|ee?)\b|\bparties\b")
_COLUMN = re.compile(r"\W*(?:noms? (?:de la |des ))?communes?(?: (?:membres?|couvertes?|concernees?))?\W*")
_BELOW = re.compile(r"\bci[- ](?:apres|dessous)\W*$")
_DOING = re.compile(rf"\s*{_DOES}")
"""What follows communes of which a sentence says something else than that they are covered."""
_SENTENCES = re.compile(r"[^\W\d]{3}[.!?]\s+[A-ZÀ-Ý]")
_COUNTED_IN_BRACKETS = re.compile(r" ?\((?=\D{0,30}\d)[^()]{1,40}\)\W*$")
_OPENED = re.compile(r"[^:.()]{0,30}[:(]")
_OF_OTHERS = re.compile(
    r"\b(?:comite|instance|copil|reunion|atelier|(?:elu|representant|delegue|agent|famille|enfant|habitant|ecole|mairie)e?s"
    r"|jeunes|parents)\b[^.:;]{0,60}$"
)
"""What stands before communes whose people are meant: ``les habitants des communes de X et Y``."""

_FEWEST = 3
_PAIR = 2
_FRONT = 90
_LONGEST_NAME = 60
_LONGEST_CAPTION = 100
_EPCI = re.compile(r"\bcommunautes? de communes\b")
_FIGURE = re.compile(r"[\d\s.,%€+()/–-]+(?:hab\w*\.?|ans|km2|km²|€)?")
_BESIDE = re.compile(r"^\d{2} ?\d{3}\s+|\s*\([^()]*\)$")
"""What can stand beside a commune's name: its postcode, something in brackets."""

_LEAD = 120
_EARLY = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A commune of a list: as printed, and which it is."""

    words: Passage
    commune: Territory


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of communes: its members (none, where only a title announces them), and what it is called.

    ``parties`` where it stands among the parties or on the title page, or is called one of those who sign.
    """

    entries: tuple[Entry, ...]
    title: Passage
    parties: bool = True


@remembered(4)
def listed_communes(section: Section) -> tuple[Listed, ...]:
    """Return the lists of communes of a contract: on its title page, among its parties, in its first pages."""
    return tuple(_listed_communes(section))


def _listed_communes(section: Section) -> Iterator[Listed]:
    seen: set[tuple[int, ...]] = set()
    entered = [(words, True) for words in party_entries(section.blocks)]
    front = before_parties(section.blocks)
    above = ""
    blocks: list[tuple[Passage, bool]] = []
    for index, block in enumerate(section.blocks[:_FRONT]):
        if isinstance(block, Table):
            continue
        text = plain(block.words.text)
        on_title_page = index < front and not text.rstrip().endswith(".")
        blocks.append((block.words, on_title_page or _of_parties(above, text)))
        above = text if isinstance(block, Heading) else _announcing(above, text)
    yield from _itemised(section)
    yield from _celled(section)
    for words, parties in (*entered, *blocks):
        lines = tuple(piece.line for piece in words.pieces)
        if not words or seen & {lines}:
            continue
        found = _list(section, words)
        if found is not None:
            seen.add(lines)
            yield replace(found, parties=parties)


def covered_communes(section: Section) -> Iterator[Entry]:
    """Give the communes that the sentences of an act say its convention covers, where they list them."""
    for block in section.blocks:
        for words in () if isinstance(block, Table) else sentences(block.words):
            told = _OF_THE_CONVENTION.search(plain(words.text))
            found = _list(section, words.cut(told.start()), covered=True) if told else None
            yield from found.entries if found is not None else ()


def _itemised(section: Section) -> Iterator[Listed]:
    """Give the lists of communes that have an item each, below a paragraph that announces them."""
    blocks = section.blocks[:_FRONT]
    for before, (index, block) in pairwise(enumerate(blocks)):
        above = before[1]
        if isinstance(block, Table) or isinstance(above, (Table, Item)) or not TITLE.search(plain(above.words.text)):
            continue
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and not _announces(above)):
            continue
        items = [name for words in _one_each(blocks[index:]) for name in _behind_label(section, words)]
        entries = [Entry(words, commune) for words in items if (commune := _commune(section, words, section.territory))]
        if len(entries) >= _FEWEST and len(entries) * 10 >= len(items) * 7:
            yield Listed(tuple(entries), Passage(()), _of_parties(plain(above.words.text), ""))


def _one_each(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Give the names that stand one below the other: the items with which ``blocks`` begin, or a paragraph's lines."""
    if isinstance(blocks[0], Paragraph):
        yield from lines(blocks[0].words)
    for one in takewhile(lambda one: isinstance(one, Item), blocks):
        yield words_of(one)


def _behind_label(section: Section, words: Passage) -> Iterator[Passage]:
    """Give the names of an item: itself, or several behind the name of their sector and a colon."""
    colon = words.text.find(":")
    if colon > 0 and "," in words.text[colon:]:
        for part in listed(words.cut(colon + 1)):
            yield from _unjoined(section, part, section.territory)
    else:
        yield words


def _celled(section: Section) -> Iterator[Listed]:
    """Give the lists of communes that fill the cells of a table, or its column ``Commune``, below what announces them.

    The last one can have been left behind the table, as a line of its own.
    """
    for above, (index, block) in pairwise(enumerate(section.blocks[:_FRONT])):
        if not isinstance(block, Table) or isinstance(above[1], Table):
            continue
        titled = (
            isinstance(above[1], Heading) and _COVERED.search(plain(above[1].words.text)) and _is_of_communes(block)
        )
        if not titled and not _announces(above[1]):
            continue
        words = [name for cell in _cells_of_names(block) if cell for name in _names_in(section, cell)]
        words += [one.words for one in section.blocks[index + 1 : index + 2] if isinstance(one, Paragraph)]
        entries = [Entry(name, commune) for name in words if (commune := _commune(section, name, section.territory))]
        if len(entries) >= _FEWEST and len(entries) * 10 >= (len(words) - 1) * 7:
            yield Listed(tuple(entries), Passage(()), _of_parties(plain(above[1].words.text), ""))


def _names_in(section: Section, cell: Cell) -> Iterator[Passage]:
    """Give the names that a cell holds: one, or several behind commas."""
    parts = listed(cell.words.cut(0)) if "," in cell.text else (cell.words.cut(0),)
    yield from (name for part in parts for name in _unjoined(section, part, section.territory))


def _announces(block: Heading | Paragraph | Item) -> bool:
    """Whether a title or a caption, or a line that points below itself, says that communes stand there."""
    text = _EPCI.sub("", plain(block.words.text).rstrip())
    captions = isinstance(block, Heading) or (len(text) < _LONGEST_CAPTION and not text.endswith((".", ";", ",")))
    return (captions or text.endswith(":") or _BELOW.search(text) is not None) and TITLE.search(text) is not None


def _is_of_communes(table: Table) -> bool:
    """Whether a column of ``table`` is headed ``Commune``, and those beside it hold figures or nothing."""
    head = [_COLUMN.fullmatch(plain(cell.text)) is not None for cell in table.rows[0].cells]
    beside = [cell for row in table.rows[1:] for cell, named in zip(row.cells, head, strict=True) if cell and not named]
    return any(head) and sum(_FIGURE.fullmatch(cell.text) is not None for cell in beside) * 2 >= len(beside)


def _cells_of_names(table: Table) -> list[Cell]:
    """Return the cells below the titles ``Commune`` of a table, all its cells where there is no such title."""
    head = [_COLUMN.fullmatch(plain(cell.text)) is not None for cell in table.rows[0].cells]
    if any(head):
        return [cell for row in table.rows[1:] for cell, named in zip(row.cells, head, strict=True) if named]
    return [cell for row in table.rows for cell in row.cells]


def _announcing(above: str, text: str) -> str:
    """Return what announces the next block: the title above, or a paragraph that ends with a colon."""
    return text if text.rstrip().endswith(":") else above


def _of_parties(above: str, text: str) -> bool:
    """Tell whether a list of communes is one of parties: not one that says which communes an act covers."""
    lead = text[:_LEAD]
    if _SIGNING.search(f"{above} {lead[:_LONGEST_NAME]}"):
        return True
    return not _COVERED.search(above) and not _COVERING.search(above) and not _COVERING.search(lead)


def _list(section: Section, words: Passage, *, covered: bool = False) -> Listed | None:
    """Return the list that ``words`` hold; None where too few of them are communes.

    They lie in the EPCI that is named before them, else near the act's territory. In a sentence that says what the
    convention covers (``covered``) two are a list, and it can be announced anywhere.
    """
    text = plain(words.text)
    titles = [found for found in TITLE.finditer(text) if covered or _is_announced(text, found)]
    lists = [found for title in titles or (None,) if (found := _list_behind(section, words, text, title, covered))]
    return max(lists, key=lambda found: len(found.entries), default=None)


def _is_announced(text: str, title: re.Match[str]) -> bool:
    """Whether a list of communes can stand behind ``title``: it stands early, or a colon or a bracket follows it."""
    return title.start() < _EARLY or _OPENED.match(text, title.end()) is not None


def _list_behind(
    section: Section, words: Passage, text: str, announced: re.Match[str] | None, covered: bool
) -> Listed | None:
    """Return the list that stands behind what announces it; behind nothing, the list that the whole words are."""
    colon = text.find(":", announced.end() if announced else 0)
    start = colon + 1 if announced and 0 <= colon < announced.end() + 60 else announced.end() if announced else 0
    enclosed = _ENCLOSED.match(text, start)
    start = enclosed.start("list") if enclosed else start
    found = _END.search(text, start)
    end = enclosed.end("list") if enclosed else found.start() if found else len(text)
    if _DOING.match(text, end) or (not announced and _SENTENCES.search(words.text[start:end])):
        return None
    if announced and _OF_OTHERS.search(text, 0, announced.start()):
        return None
    named = next(epcis(words.cut(0, start).text, section.gazetteer, section.territory), None)
    near = named.territory if named else section.territory
    fewest = _PAIR if covered or (announced and _OPENED.match(text, announced.end())) else _FEWEST
    entries = tuple(_entries(section, words.cut(start, end), near, fewest))
    name = words.cut(announced.start(), announced.end()) if announced else Passage(())
    if entries:
        return Listed(entries, name)
    alone = announced and _ALONE.match(text[announced.end() :])
    return Listed((), name) if announced and announced["count"] and alone else None


def _entries(section: Section, words: Passage, near: Territory | None, fewest: int) -> Iterator[Entry]:
    """Give the communes listed in ``words``, if nearly all that is listed there are communes; two must be all."""
    wholes = list(listed(words))
    if sum(_like_a_name(whole) for whole in wholes) * 10 < len(wholes) * 6:
        return
    pieces = [_without_of(piece) for whole in wholes for piece in _unjoined(section, whole, near)]
    known = [(piece, _commune(section, piece, near)) for piece in pieces if tidy(piece.text)]
    named = [Entry(piece, commune) for piece, commune in known if commune is not None]
    if len(named) >= fewest and len(named) * 10 >= len(known) * (7 if len(named) >= _FEWEST else 10):
        yield from named


def _without_of(words: Passage) -> Passage:
    """Return a member of a list without the preposition that led to it: ``les communes de X, d'Y``."""
    found, counted = _OF.match(words.text), _COUNTED_IN_BRACKETS.search(words.text)
    return words.cut(found.end() if found else 0, counted.start() if counted else None)


def _like_a_name(words: Passage) -> bool:
    """Whether a piece of a list can be a commune's name: short and capitalised."""
    name = tidy(_without_of(words).text)
    return name[:1].isupper() and len(name) < _LONGEST_NAME


def _unjoined(section: Section, words: Passage, near: Territory | None) -> Iterator[Passage]:
    """Cut ``X et Y`` in two where it is no commune's name."""
    joint = re.search(r"\s+et\s+(?![^()]*\))(?:de\s+|d['’]|(?=l['’]))?", words.text)
    parts = [words.cut(0, joint.start()), words.cut(joint.end())] if joint else []
    if parts and (_commune(section, words, near) is None or all(_commune(section, part, near) for part in parts)):
        yield from parts
    else:
        yield words


def _commune(section: Section, words: Passage, near: Territory | None) -> Territory | None:
    """Return the commune that ``words`` name near ``near``."""
    name = _BESIDE.sub("", tidy(words.text))
    if not 1 < len(name) < _LONGEST_NAME:
        return None
    return section.gazetteer.commune(
        re.sub(r"^(?:la\s+)?(?:commune|ville)\s+d[e'’]\s*", "", name, flags=re.IGNORECASE), near
    )


def announced_count(found: re.Match[str]) -> int:
    """Return the number of communes that a match of ``TITLE`` announces, 0 for none."""
    number = found["count"]
    if not number:
        return 0
    return int(number) if number.isdigit() else count(number.strip())
