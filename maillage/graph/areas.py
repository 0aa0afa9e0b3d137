"""The areas that tell actors of one name apart: a convention's territory, its département, an MSA fund."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from maillage import reference
from maillage.errors import DeclarationError
from maillage.facts import Act, Convention, Deliberation, Fact
from maillage.names import ascii_words
from maillage.places import folder


class Areas:
    """Where each convention of a document is, from what the document's own facts say."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        facts = tuple(facts)
        stated = [(fact.convention, fact.territory_code) for fact in facts if isinstance(fact, Convention)]
        self._territories = {key: code for key, code in reversed(stated) if code}
        coded = [code for _, code in stated]
        coded += [fact.body_code for fact in facts if isinstance(fact, Deliberation)]
        coded += [fact.issuer_code for fact in facts if isinstance(fact, Act)]
        self._main = next((code for code in coded if code), "")

    def territory(self, convention: str) -> str:
        """Return the code of a convention's territory, or failing that of the document's; empty where unknown."""
        return self._territories.get(convention, self._main)

    def departement(self, convention: str) -> str:
        """Return the département of a convention's territory; empty where unknown."""
        return departement_of(self.territory(convention))


def departement_of(code: str) -> str:
    """Return the département of a commune or an EPCI (the main one), or the code itself if it is a département's."""
    known = reference.load()
    if code in known.departements:
        return code
    current = known.communes.get(known.former.get(code, code)) if len(code) == 5 else known.epcis.get(code)
    return current.parent if current else ""


@cache
def departement_names() -> Mapping[str, str]:
    """Return the code of each département by its name in ASCII words, the code itself being a name too."""
    known = reference.load().departements
    return {ascii_words(area.name): code for code, area in known.items()} | {code.lower(): code for code in known}


@cache
def msa_funds() -> Mapping[str, str]:
    """Return the MSA fund of each département, by code. Raises DeclarationError where their file is damaged."""
    path = folder("data") / "reference" / "caisses_msa.toml"
    try:
        declared = tomllib.loads(path.read_text("utf-8"))
        return {code: fund for fund, codes in declared.items() for code in codes}
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        raise DeclarationError(
            f"liste des caisses de MSA illisible ({error}) : rétablissez-la.",
            f"unreadable list of MSA funds ({error}): restore it.",
            file=path,
        ) from error
