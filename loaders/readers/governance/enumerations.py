"""Enumerations of members: each member by itself, as the contract prints it.

No person's name is kept: of ``M. Martin, maire`` the office is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.pieces import OF, REPRESENTED, SOME_PEOPLE, is_plural, pieces
from loaders.resolve import bare
from loaders.words.persons import without_persons
from loaders.words.wording import plain, tidy

_SERVING = re.compile(
    r"^(?P<head>\W*(?:(?:les|des|aux|leurs|deux|trois)\s+)?(?:agents|directions|services|elue?s|administrat(?:eurs|rices)"
    r"|referente?s|professionnel(?:le)?s|conseill(?:ers|eres))(?: (?:techniques|territoriaux|de developpement))?\s+)"
    r"(?:de la|de l'|du|des|de|d')"
)
_INSTITUTIONS = frozenset(
    ("caf", "msa", "departement", "epci", "commune", "etat", "cpam", "operateur", "association", "groupe")
)
_LONGEST = 160

Member = tuple[str, Passage]
"""A member as the contract prints it, and the words that name it."""


def listed(words: Passage, section: Section) -> Iterator[Member]:
    """Give the members of an enumeration; ``représentants de la Caf et de la Ville`` are representatives of both."""
    shared, several = "", False
    for joint, first, whole in pieces(words, section):
        text = plain(first.text)
        represented = REPRESENTED.match(text)
        served = None if represented else _SERVING.match(text)
        alike = several and SOME_PEOPLE.fullmatch(text)
        if represented or served or (shared and not alike and not _is_institution(first, section)):
            shared = ""
        yield from member(whole, shared if _is_of_same(shared, joint) else "")
        if head := represented or served:
            shared = first.text[: head.end("head")].strip()
            several = text.startswith("des ", head.end("head"))


def _is_of_same(shared: str, joint: str) -> bool:
    """Whether a piece joined so has the head before it: agents ``de la Caf et de la MSA``, not behind a comma."""
    return "," not in joint or REPRESENTED.match(f"{plain(shared)} de la ") is not None


def member(part: Passage, shared: str) -> Iterator[Member]:
    """Give a member as the contract prints it, without preposition; nothing where only a person's name is left."""
    kept = without_persons(part)
    text = tidy(kept.text)
    found = OF.match(plain(text))
    if shared and found:
        text = f"{OF.sub('', shared)} {text}"
    elif found:
        text = text[found.end() :]
    name = bare(re.sub(r"^(?:une?|des|sa|son|ses|leurs?)\s+", "", text, flags=re.IGNORECASE))
    if re.match(r"(?i)monsieur le|madame la", text):
        name = text
    if 1 < len(name) <= _LONGEST and re.search(r"[^\W\d_]{2}", name):
        yield name, part


def _is_institution(part: Passage, section: Section) -> bool:
    """Whether a piece names an institution after its preposition."""
    found = OF.match(plain(part.text))
    if found is None:
        return False
    if is_plural(part) or re.match(r"\W*(?:des\b|d'autres\b)", plain(part.text)):
        return False
    rest = tidy(part.text[found.end() :])
    return section.gazetteer.actor(rest, section.territory, section.abbreviations).kind in _INSTITUTIONS
