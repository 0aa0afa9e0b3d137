"""Words that say which role somebody has in a fiche: ``Pilote``, ``Copilote et financeur``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_AND = re.compile(r"\s+et\s+|\s*[,/+&;]\s*")


def role_in_words(said: str) -> str:
    """Return the role that words behind an actor's name, in brackets or a cell, give it; empty for none."""
    roles = groups("fiches", "bracketed").items()
    return next((role for role, words_ in roles if re.fullmatch(alternatives(words_), plain(said).strip())), "")


def roles_of(text: str) -> tuple[str, ...]:
    """Return the roles that the words of a cell say, each once: ``Copilote et financeur``."""
    return tuple(dict.fromkeys(_known(text)))


def _known(text: str) -> Iterator[str]:
    yield from (role for part in _AND.split(text) if (role := role_in_words(part)))
