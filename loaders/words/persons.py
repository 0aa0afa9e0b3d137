"""Persons: where a text names one who holds no public office, so that the name stays out of the facts.

What remains is the post or service that the print gives beside the name (contract, *Values* of ``actor_kind``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.document import Passage, spaced
from loaders.resolve import fold
from loaders.resolve.kinds import kinds
from loaders.vocabulary import words
from loaders.words.wording import plain

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_NUMBER = r"(?<!\d)(?:\+33\s?|0)[1-9](?:[\s.\-/]?\d{2}){4}(?!\d)"
_CONTACT = re.compile(
    r"(?:\b(?:t[ée]l(?:[ée]phone)?|mobile|port(?:able)?|courriel|e?-?mail|contact)\s?[.:]*\s*)?"
    rf"(?:{_NUMBER}|(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}})",
    re.IGNORECASE,
)
_REACHED = re.compile(rf"@|{_NUMBER}")
"""Without one of them there is no contact: few texts have one, and it is soon looked for."""
_PARTICLES = frozenset(("de", "du", "des", "le", "la", "van", "von", "el", "ben", "d"))
_MOST = 4
_REACH = 60
_SHORTEST_SURNAME = 3
_LONGEST_ACRONYM = 5


def without_persons(passage: Passage) -> Passage:
    """Return ``passage`` without the names of persons, their civility, telephone numbers and addresses of mail."""
    parts = list(around_persons(passage))
    return parts[0] if len(parts) == 1 else spaced(parts)


def around_persons(passage: Passage) -> Iterator[Passage]:
    """Give what stands before, between and after the persons that ``passage`` names; itself where it names none."""
    position = 0
    for start, end in _stretches(passage.text):
        yield passage.cut(position, start)
        position = end
    yield passage.cut(position) if position else passage


def names_person(text: str) -> bool:
    """Tell whether ``text`` names a person, or how to reach one."""
    return next(_stretches(text), None) is not None


def persons_in(text: str) -> Iterator[tuple[int, int]]:
    """Give where ``text`` names persons, by a civility or by their first names, in order."""
    return _names(text)


def person_at_end(passage: Passage) -> Passage:
    """Return the person whose name, without a civility, ends ``passage``; empty where none does."""
    text = passage.text.rstrip()
    last = next((start for start, end in _names(text) if end == len(text)), 0)
    return passage.cut(last) if last else Passage(())


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give where persons and their contacts are named, in order, not overlapping."""
    contacts = _CONTACT.finditer(text) if _REACHED.search(text) else ()
    found = sorted([*(contact.span() for contact in contacts), *_names(text)])
    last = 0
    for start, end in found:
        if start >= last:
            yield start, end
            last = end


def _names(text: str) -> Iterator[tuple[int, int]]:
    tokens = list(_TOKEN.finditer(text))
    index = 0
    while index + 1 < len(tokens):
        count = _civil(text, tokens, index) or _named(text, tokens, index)
        if count:
            yield tokens[index].start(), tokens[index + count - 1].end()
        index += max(count, 1)


def _civil(text: str, tokens: list[re.Match[str]], index: int) -> int:
    """Return how many tokens a civility and the name behind it take, 0 where none stands at ``index``."""
    if plain(tokens[index][0]) not in _set("civilities") or tokens[index][0] == "me":
        return 0
    count = 1
    while index + count < len(tokens) and count <= _MOST and _goes_on(text, tokens, index + count):
        count += 1
    return count if count > 1 and _proper(tokens[index + count - 1][0]) else 0


def _goes_on(text: str, tokens: list[re.Match[str]], index: int) -> bool:
    """Whether the token at ``index`` still belongs to a name that stands before it: no post, no organisation."""
    if text[tokens[index - 1].end() : tokens[index].start()].strip():
        return False
    word = tokens[index][0]
    if plain(word) in _PARTICLES:
        return index + 1 < len(tokens) and _goes_on(text, tokens, index + 1)
    start = tokens[index].start()
    return _proper(word) and not _known(text[start : start + _REACH])


def _named(text: str, tokens: list[re.Match[str]], index: int) -> int:
    """Return how many tokens a first name and a surname, in either order, take at ``index``; 0 where none do."""
    first, second = tokens[index][0], tokens[index + 1][0]
    if not (_proper(first) and _proper(second)) or text[tokens[index].end() : tokens[index + 1].start()].strip():
        return 0
    if index and plain(tokens[index - 1][0]) in _set("named_after"):
        return 0
    follows = index + 2 < len(tokens) and (tokens[index + 2][0].isupper() or _is_acronym(text, tokens, index))
    if not (_is_pair(first, second) or (not follows and _is_pair(second, first, surname_first=True))):
        return 0
    count = 2
    while index + count < len(tokens) and tokens[index + count][0].isupper() and _goes_on(text, tokens, index + count):
        count += 1
    return count


def _is_acronym(text: str, tokens: list[re.Match[str]], index: int) -> bool:
    """Whether the token is the short name of a body before a first name and a surname: ``CCT Jean Vial``."""
    first, second = tokens[index + 1 : index + 3]
    return (
        tokens[index][0].isupper()
        and len(tokens[index][0]) <= _LONGEST_ACRONYM
        and not text[first.end() : second.start()].strip()
        and plain(second[0]).split("-")[0] not in _set("first_names")
        and _is_pair(first[0], second[0])
    )


def _is_pair(first: str, surname: str, *, surname_first: bool = False) -> bool:
    """Tell whether two words are a first name and a surname."""
    if not _proper(first) or not _proper(surname) or _known(surname):
        return False
    capitals = surname.isupper() and len(surname) >= _SHORTEST_SURNAME
    if plain(first).split("-")[0] in _set("first_names"):
        return capitals or not surname_first
    return (
        capitals
        and not surname_first
        and not first.isupper()
        and len(surname) > _LONGEST_ACRONYM
        and plain(first) not in _set("never_first_names")
        and not _known(first)
    )


def _proper(word: str) -> bool:
    return word[:1].isupper() and (len(word) > 1)


def _known(text: str) -> bool:
    """Whether ``text`` begins with the name of an organisation, a post or a class of actors."""
    head = next(kinds().heads(fold(text[:_REACH])), None)
    return head is not None and head.start == 0


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words("persons", name))
