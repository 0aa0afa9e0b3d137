"""Persons stay out: a named agent becomes the post or the service that the source gives, or nothing."""

from __future__ import annotations

import re

_CIVILITY = r"(?:Monsieur|Madame|Mademoiselle|Mmes|Mme|MME|Mlle|MLLE|MM\.|M\.|Mr\.?|Dr\.?|Docteur|Me)"
_PERSON = rf"{_CIVILITY}\s+(?!(?:le|la|les|l['’]|Le|La|Les|L['’]))(?=[A-ZÀ-Þ])"
_IN_PARENTHESES = re.compile(rf"\s*[(\[]\s*{_PERSON}[^()\[\]]*[)\]]?")
_IN_FRONT = re.compile(rf"\s*{_PERSON}[^,;:()–—]*?(?:\s*[,;:(–—]\s*|\s+-\s+|$)")
_BEHIND = re.compile(rf"(?:\s*[,;:–—/]\s*|\s+-\s+|\s+){_PERSON}.*$", re.DOTALL)


def without_person(name: str) -> str:
    """Return ``name`` without the persons that a civility announces; empty where nothing else is said.

    ``Mme Petit, cheffe de service`` gives ``cheffe de service``, ``Caf - Mme Petit`` gives ``Caf``; ``Monsieur le
    Maire`` is an office, and stays. A name without civility cannot be told from another.
    """
    text = _IN_PARENTHESES.sub("", name)
    front = _IN_FRONT.match(text)
    if front:
        return without_person(text[front.end() :].strip(" )]"))
    return _BEHIND.sub("", text)
