"""Presiding: who presided over the session of an act, or signed below it, and in which office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.acts.representing import ROLE, person
from loaders.acts.splitting import words_of
from loaders.document import Block, Passage, Table
from loaders.words.wording import lines, plain

OFFICE = rf"{ROLE}(?:\s+du conseil departemental\b)?"
_PRESIDED = re.compile(r"\b(?:sous la presidence d[eu']|presidence de|preside\w* par)\s*(?:la |le |l')?")
_SIGNED = re.compile(rf"^\W*(?:pour )?(?:le|la) (?P<role>{OFFICE})\b")
_ROLE = re.compile(rf"\b{OFFICE}")
_REACH = 90
_LONGEST_LINE = 120


def chair_of(head: Iterable[Block], blocks: Sequence[Block]) -> tuple[Passage, Passage]:
    """Return who presides (mayor, president) and the office; a deputy who presides is not the one who will sign."""
    for words in map(words_of, head):
        found = _PRESIDED.search(plain(words.text))
        if found is None:
            continue
        after = words.cut(found.end(), found.end() + _REACH)
        name, role = person(after), _ROLE.search(plain(after.text))
        if name and role is None:
            return name, Passage(())
        if name and role and "adjoint" not in role[0] and not role[0].startswith("vice"):
            return name, after.cut(*role.span())
    return _signature(blocks)


def _signature(blocks: Sequence[Block]) -> tuple[Passage, Passage]:
    """Return the person and the office below the act: ``Le Maire, Prénom NOM``."""
    printed = [line for block in blocks if not isinstance(block, Table) for line in lines(words_of(block))]
    for index, line in reversed(list(enumerate(printed))):
        found = _SIGNED.match(plain(line.text)) if len(line.text) < _LONGEST_LINE else None
        if found is None or "adjoint" in found["role"]:
            continue
        for words in (line.cut(found.end()), *printed[index + 1 : index + 3]):
            if words and (name := person(words)):
                return name, line.cut(*found.span("role"))
    return Passage(()), Passage(())
