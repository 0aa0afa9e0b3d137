"""What tells of the convention itself: a sentence of which it is the subject, under its name or as a pronoun."""

from __future__ import annotations

import re

from loaders.acts.convention_cues import NEW
from loaders.document import Heading, Item, Paragraph
from loaders.words.wording import plain, sentences

_PRONOUN = re.compile(r"\W*(?:elle|celle-ci|cette derniere)\b")
_CONVENTION = re.compile(
    rf"\W*(?:la |cette |notre )?(?:(?:{NEW}|seconde|deuxieme|troisieme) )?"
    r"(?:convention territoriale globale|ctg|convention"
    r"(?! (?:d'|d[eu]s? |cadre|pluri|national|departemental|collecti)))\b"
)
"""The convention as what a sentence is about; one ``d'objectifs``, ``cadre``, ``de partenariat`` is another."""

_MAKERS = re.compile(
    r"\W*(?:(?:sur|a) (?:cette|la) (?:base|lumiere)[^,;:]{0,40}, |(?:a|au) (?:partir|regard|vu) [^,;:]{2,60}, )?"
    r"(?:le (?:comite de pilotage|copil)|les (?:elus|partenaires|signataires|parties))(?:,? reunie?s? [^,;:.]{2,60},?)?"
    r" (?:a|ont)(?: [a-z]+ment)? (?:retenu|arrete|defini|identifie|valide|fixe|degage|choisi)\b"
)
"""Those who make it, and what they have done: ``Sur cette base, le comité de pilotage a retenu ...``."""


def is_own(block: Heading | Paragraph | Item) -> bool:
    """Whether the sentence that ends ``block`` tells of the convention, if only as what the one before told of.

    ``La convention est signée par la Caf et le Conseil départemental. Elle s'organise autour de trois axes :``
    """
    for sentence in reversed(sentences(block.words)):
        said = plain(sentence.text)
        if not _PRONOUN.match(said):
            return (_CONVENTION.match(said) or _MAKERS.match(said)) is not None
    return False
