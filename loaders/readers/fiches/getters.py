"""Who gets the money of a fiche, where its rubric says it: ``(versés à la commune)``, ``Bénéficiaire : le CCAS``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.acts.section import Section
from loaders.document import Item, Paragraph, Passage
from loaders.readers.funding.mentions import FUNDS, Mention
from loaders.resolve import bare
from loaders.words.actor_heads import kind_at
from loaders.words.wording import plain

_GETS = re.compile(
    r"(?:^|[\s(,;])(?:(?:verse|attribue|alloue|accorde)e?s? (?:a |aux? )"
    r"|(?:au (?:profit|benefice)|en faveur) d(?:e |u |es |')"
    r"|beneficiaires?(?= ?:))(?:\s?:\s?)?(?:la |le |les |l')?(?P<name>[^():;,\n]{3,80}?)\s*(?=[),;.]|$)"
)
_TO_ONE = re.compile(
    r"(?:\s*(?:par an|/ ?an|annuels?|chaque annee|en (?:19|20)\d\d|en une (?:seule )?fois))*\s*"
    r"(?:(?:vers|attribu|allou|accord)ee?s? )?(?:a|au) (?:la |le |l')?"
)
_NOBODY = frozenset(("", "groupe", "poste"))


def getter_of(blocks: Iterable[Paragraph | Item], section: Section) -> str:
    """Return who gets all that the ``blocks`` of a rubric of money state; empty where they name nobody or several."""
    named = dict.fromkeys(name for block in blocks for name in _named(block.words.text, section))
    return next(iter(named)) if len(named) == 1 else ""


def getter_behind(behind: str, named: Sequence[Mention]) -> str:
    """Return who gets an amount, by the words right ``behind`` it and whom they name: ``à la commune``; else nobody."""
    first = next(iter(named), None)
    if first is None or first.kind in FUNDS or not _TO_ONE.fullmatch(plain(behind[: first.start])):
        return ""
    return first.printed


def getter_words(words: Passage) -> Passage:
    """Return those of ``words`` that say who gets money: ``versés à la commune``; none where nothing or several do."""
    found = list(_GETS.finditer(plain(words.text)))
    return words.cut(*found[0].span()) if len(found) == 1 else Passage(())


def says_getter(text: str) -> bool:
    """Tell whether a line says nothing but who gets the money."""
    found = _GETS.match(plain(text))
    return found is not None and not text[found.end() :].strip(" ).;")


def is_getter(title: str, value: str) -> bool:
    """Tell whether below a rubric of money a ``title`` and its ``value`` say who gets it: ``Bénéficiaire : CCAS``."""
    return plain(title).startswith("beneficiaire") and kind_at(bare(value)) not in _NOBODY


def _named(text: str, section: Section) -> Iterator[str]:
    for found in _GETS.finditer(plain(text)):
        name = bare(text[slice(*found.span("name"))].strip())
        if kind_at(name) not in _NOBODY or name in section.abbreviations:
            yield name
