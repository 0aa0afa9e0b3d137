"""Announcing: the words that say that communes are named with them, and what they say of these communes."""

from __future__ import annotations

import re

from loaders.document import Block, Heading, Item, Table
from loaders.seeking import Sought
from loaders.vocabulary import groups, words
from loaders.words.spelt_numbers import NUMBER_WORD, count
from loaders.words.wording import alternatives, plain

_WORDS = rf"(?:{NUMBER_WORD}[ -]?){{1,8}}"
TITLE = Sought(
    rf"\b(?:(?:les|ses|des|aux|de|leurs)\s+)?(?P<count>\d{{1,3}}|{_WORDS})?\s*(?P<communes>communes)\b"
    r"(?:\s+(?:membres?|signataires?|adherentes?|concernees?|suivantes?|du territoire|de la ctg|de l'\w+))*"
)
"""What communes are called by that are named, or counted, together."""
_EPCI = re.compile(r"\bcommunautes? des? communes\b")
_COVERING = re.compile(rf"\b{alternatives(words('communes', 'covering'))}\b")
_MADE_UP = re.compile(
    rf"\b{alternatives(words('communes', 'covering'))}\b(?:\s(?!dans\b|reparti|situe|implante)[^\s.;:\d]+){{0,7}}?"
    r"\s(?:\d{1,3} )?communes\b"
)
"""What says of a land or a convention that communes make it up, and not what stands in some of them."""
_GROUND = re.compile(r"(?<!par )(?<!chaque )\b(?:communes?|perimetre|territoire)\b")
_OTHERS = re.compile(
    rf"\b{alternatives(words('communes', 'people'))}\b[^.:;]{{0,60}}$"
    rf"|\b{alternatives(words('communes', 'others'))}\b[^.:;,]{{0,30}}$"
)
_RANK = (
    r"\W*(?:(?:annexe|article|chapitre|partie|tableau|titre)\b)?"
    r"(?:\W*(?:n\W{0,2})?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,4}\b|[a-z](?=\W)))?\W*"
)
"""What a title begins with that says which one it is: ``Annexe 2 -``, ``Article 3.1``."""
_PERIMETER = re.compile(rf"{_RANK}{alternatives(words('communes', 'perimeter'))}")
_ABOUT = re.compile(
    rf"{_RANK}(?:{alternatives(words('communes', 'about'))}){{0,2}}(?:\d{{1,3}} |{_WORDS} )?(?:communes|villes)\b"
    rf"(?:\W{{1,3}}{alternatives(words('communes', 'which'))}){{0,4}}\W*$"
)
_FICHE = re.compile(rf"\W*{alternatives(words('communes', 'fiche'))}\b")
_OF_THE_CONVENTION = re.compile(alternatives(groups("parties", "sentence")["covering"]))
COLUMN = re.compile(
    r"\W*(?:noms? (?:de la |des ))?(?:communes?|collectivites?)(?: (?:membres?|couvertes?|concernees?))?\W*"
)
"""The title of a column of communes."""
_SIGNING = re.compile(r"\bsign(?:ataires?|ent|ee?)\b|\bparties\b")
_BELOW = re.compile(r"\b(?:ci[- ](?:apres|dessous)|suivantes?)\W*$")
_LONGEST_CAPTION = 100
_LEAD = 120
_NAMED = 60


def titles(text: str) -> list[re.Match[str]]:
    """Return what communes are called by in a text; the name of an EPCI only where nothing else calls them."""
    found = list(TITLE.finditer(text))
    named = {one.end() for one in _EPCI.finditer(text)}
    return [one for one in found if one.end("communes") not in named] or found


def announced_count(found: re.Match[str]) -> int:
    """Return the number of communes that a match of ``TITLE`` announces, 0 for none."""
    return count(found["count"] or "")


def speaks_of_communes(text: str) -> bool:
    """Whether a folded text can name communes as such, or entitle them: the others need no look."""
    return "communes" in text or _PERIMETER.match(text) is not None


def of_a_fiche(text: str) -> bool:
    """Whether a title, or the first cell of a row, is one of a fiche action."""
    return _FICHE.match(text) is not None


def points_below(block: Block, text: str) -> bool:
    """Whether a title or a caption, or a line that points below itself, says that communes stand there."""
    if isinstance(block, Table):
        return False
    if is_title(block, text):
        return _PERIMETER.match(text) is not None or TITLE.search(_EPCI.sub("", text)) is not None
    return (text.endswith(":") or _BELOW.search(text) is not None) and speaks_of_communes(_EPCI.sub("", text))


def tells_column(text: str, table: Block) -> bool:
    """Whether a sentence says which communes are covered and the ``table`` below it has a column of communes."""
    if not isinstance(table, Table) or not table.rows or not speaks_of_communes(_EPCI.sub("", text)):
        return False
    headed = any(COLUMN.fullmatch(plain(cell.text)) for cell in table.rows[0].cells)
    return headed and _MADE_UP.search(_EPCI.sub("", text)) is not None


def is_title(block: Block, text: str) -> bool:
    """Whether a block is a title, or a caption: short, and no sentence; of items only what entitles communes is one."""
    short = not isinstance(block, Table) and len(text) < _LONGEST_CAPTION and not text.endswith((".", ";", ",", ":"))
    return isinstance(block, Heading) or (short and (not isinstance(block, Item) or entitles_communes(text)))


def entitles_communes(text: str) -> bool:
    """Whether a title is about communes, or about the ground that a convention covers, and about nothing else."""
    return _ABOUT.match(text) is not None or _PERIMETER.match(text) is not None


def of_the_convention(text: str) -> re.Match[str] | None:
    """Return where a sentence says that the convention covers what it names."""
    return _OF_THE_CONVENTION.search(text)


def covers(text: str, above: str) -> bool:
    """Whether a text, or the title above it, says that communes are covered or make up a territory."""
    return _COVERING.search(text) is not None or entitles_communes(above) or entitles_communes(text)


def of_parties(text: str, above: str) -> bool:
    """Whether communes are named as parties: not where it is said which communes an act covers.

    What the sentence says itself counts before the title above it.
    """
    lead = text[:_LEAD]
    if _SIGNING.search(lead[:_NAMED]):
        return True
    if _COVERING.search(lead):
        return False
    return bool(_SIGNING.search(above)) or not (_GROUND.search(above) or _COVERING.search(above))


def calls_signing(text: str, above: str) -> bool:
    """Whether a text, or the title above it, says itself that those named sign."""
    return _SIGNING.search(text[:_LEAD][:_NAMED]) is not None or _SIGNING.search(above) is not None


def of_others_below(text: str) -> bool:
    """Whether what announces communes below it says something else of them."""
    title = TITLE.search(_EPCI.sub("", text))
    return title is not None and of_others(_EPCI.sub("", text)[: title.start()])


def of_others(before: str) -> bool:
    """Whether what stands before communes says something else of them: ``les habitants des``, ``limitrophe des``.

    So does what is done ``dans`` them, unless it is that a convention holds there.
    """
    done_within = before.endswith("dans ") and not _COVERING.search(before)
    return done_within or _OTHERS.search(before) is not None
