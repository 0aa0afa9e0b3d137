"""How to cite Maillage: what ``CITATION.cff`` says (Citation File Format 1.2, the keys that it uses here)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maillage.errors import DeclarationError
from maillage.places import file

NAME = "CITATION.cff"
_LINE = re.compile(r"""(?:  )?(?P<item>- )?(?P<key>[a-z-]+): *(?P<quote>["']?)(?P<value>.*?)(?P=quote)""")


@dataclass(frozen=True, slots=True)
class Citation:
    """Who made what, which version, under which licence; ``text`` is the whole file."""

    title: str
    authors: tuple[str, ...]
    version: str
    licence: str
    text: str


def citation() -> Citation:
    """Read the citation. Raises DeclarationError where the file is missing or says less than it should."""
    path = file(NAME)
    text = path.read_text("utf-8")
    lines = [found for line in text.splitlines() if (found := _LINE.fullmatch(line))]
    values = {line["key"]: line["value"] for line in lines if not line["item"]}
    try:
        authors = tuple(line["value"] for line in lines if line["item"] and line["key"] == "name")
        return Citation(values["title"], authors, values["version"], values["license"], text)
    except KeyError as error:
        raise DeclarationError(
            f"la citation ne dit pas {error} : complétez le fichier.",
            f"the citation does not say {error}: complete the file.",
            file=path,
        ) from error
