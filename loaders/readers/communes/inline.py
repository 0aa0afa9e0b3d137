"""Inline: the communes that a sentence, a caption or a line names one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.communes.announcing import of_others, titles
from loaders.readers.communes.names import Entry, entries
from loaders.seeking import Sought
from loaders.vocabulary import words as vocabulary
from loaders.words.epci_names import epcis
from loaders.words.wording import alternatives, plain

_DOES = r"(?:ont|disposent|accueillent|possedent|gerent|proposent|organisent|animent|ne|n'\w+)\b"
_DOING = re.compile(rf"\s*{_DOES}")
"""What follows communes of which a sentence says something else than that they are covered."""
_PARTIES = [head for head in vocabulary("parties", "heads") if head not in ("commune", "ville", "mairie")]
_END = Sought(
    rf"\brepresent|\s{_DOES}|\bci[- ]apres|\bdument|\bet leurs?\b|,\s*(?:deja|toutes|chacune|qui|dont)\b"
    rf"|,?\s*\b{alternatives(vocabulary('communes', 'except'))}"
    rf"|(?:,| et| ainsi que| avec)\s+(?:le |la |l'|les ){alternatives(_PARTIES)}"
)
_LEFT_OUT = Sought(
    rf"\b{alternatives(vocabulary('communes', 'except'))}\b[^.:;]{{2,160}}?(?:,? (?:soit|a savoir)\b:?| ?:)\s*"
)
"""What leaves out communes before those are named that remain: ``à l'exception de X, soit``."""
_ENCLOSED = re.compile(r"(?:\s+[a-zà-ÿ'’-]+){0,4}\s*\((?P<list>[^()]+)\)")
_ALONE = re.compile(
    r"\W*(?:$|:|\(|(?:membres|signataires|adherentes|listees|citees|ci[- ]|represente|dont|qui|du |de )\b)"
)
_SENTENCES = re.compile(r"[^\W\d]{3}[.!?]\s+[A-ZÀ-Ý]")
_OPENED = re.compile(r"[^:.()]{0,30}[:(]")
_ARE = re.compile(r"\s(?:sont|constituent|forment|composent)\s")
_TOWN_BEFORE = re.compile(
    r"\b(?:villes?|commune) (?:de |d')(?P<name>[^,;:.]{2,50}?)(?:,| et| ainsi que){1,2} (?:les |des )?$"
)
_GOES_ON = re.compile(r"\s+[a-zà-ÿ]")

_FEWEST = 3
_PAIR = 2
_EARLY = 40


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of communes: its members (none, where only a title announces them), and what it is called.

    ``parties`` where it stands among the parties or on the title page, or is called one of those who sign.
    """

    entries: tuple[Entry, ...]
    title: Passage
    parties: bool = True


def named_in(section: Section, words: Passage, *, covered: bool = False, sure: bool = True) -> Listed | None:
    """Return the list that ``words`` hold; None where too few of them are communes.

    They lie in the EPCI that is named before them, else near the act's territory. In a sentence that says what the
    convention covers (``covered``) two are a list, and it can be announced anywhere. Where it is not ``sure`` that they
    are told as covered, or as parties, nothing is said of them behind their names.
    """
    text = plain(words.text)
    told = [found for found in titles(text) if covered or _is_announced(text, found)]
    lists = [found for title in told or (None,) if (found := _behind(section, words, text, title, covered))]
    lists += (*_before(section, words, text), *_remaining(section, words, text)) if covered else ()
    if not sure:
        lists = [found for found in lists if not _goes_on(words.text, found)]
    return max(lists, key=lambda found: len(found.entries), default=None)


def _is_announced(text: str, title: re.Match[str]) -> bool:
    """Whether a list of communes can stand behind ``title``: it stands early, or a colon or a bracket follows it."""
    return title.start() < _EARLY or _OPENED.match(text, title.end()) is not None


def _goes_on(text: str, found: Listed) -> bool:
    """Whether a sentence goes on behind the names of a list, saying something of the communes."""
    last = found.entries[-1].words.text if found.entries else ""
    return bool(last) and _GOES_ON.match(text, text.rfind(last) + len(last)) is not None


def _before(section: Section, words: Passage, text: str) -> Iterator[Listed]:
    """Give the list with which a sentence begins that says what they are: ``X, Y et Z sont les communes couvertes``."""
    are = _ARE.search(text)
    if are is not None and (named := entries(section, words.cut(0, are.start()), section.territory)):
        yield Listed(named, Passage(()))


def _remaining(section: Section, words: Passage, text: str) -> Iterator[Listed]:
    """Give the list that stands behind the communes that are left out: ``sauf X, soit A, B et C``."""
    left_out = _LEFT_OUT.search(text)
    start = left_out.end() if left_out is not None else len(text)
    end = _END.search(text, start)
    if named := entries(section, words.cut(start, end.start() if end is not None else None), section.territory):
        yield Listed(named, Passage(()))


def _behind(
    section: Section, words: Passage, text: str, announced: re.Match[str] | None, covered: bool
) -> Listed | None:
    """Return the list that stands behind what announces it; behind nothing, the list that the whole words are."""
    start, end = _bounds(words.text, text, announced, covered)
    if _DOING.match(text, end) or (not announced and _SENTENCES.search(words.text[start:end])):
        return None
    if announced and of_others(text[: announced.start()]):
        return None
    named = next(epcis(words.cut(0, start).text, section.gazetteer, section.territory), None)
    near = named.territory if named else section.territory
    told = entries(section, words.cut(start, end), near, _fewest(text, announced, start, covered))
    if told and not (announced or covered) and not text.startswith(plain(told[0].words.text), start):
        return None
    if told and announced and (town := _TOWN_BEFORE.search(text, 0, announced.start())):
        told = (*entries(section, words.cut(*town.span("name")), near, 1), *told)
    name = words.cut(announced.start(), announced.end()) if announced else Passage(())
    if told:
        return Listed(told, name)
    alone = announced and _ALONE.match(text[announced.end() :])
    return Listed((), name) if announced and announced["count"] and alone else None


def _fewest(text: str, announced: re.Match[str] | None, start: int, covered: bool) -> int:
    """Return how many communes are a list: one behind ``Périmètre :``, two where they are announced as such."""
    if covered and not announced and start:
        return 1
    return _PAIR if covered or (announced and _OPENED.match(text, announced.end())) else _FEWEST


def _bounds(printed: str, text: str, announced: re.Match[str] | None, covered: bool) -> tuple[int, int]:
    """Return where the names begin and end that stand behind what announces them, or a label."""
    begin = announced.end() if announced else 0
    colon = text.find(":", begin)
    start = colon + 1 if (announced or covered) and 0 <= colon < begin + 60 else begin
    if (enclosed := _ENCLOSED.match(printed, start)) is not None:
        return enclosed.span("list")
    found = _END.search(text, start)
    return start, found.start() if found else len(text)
