"""What tells of the convention itself: a sentence of which it is the subject, under its name or as a pronoun."""

from __future__ import annotations

import re

from loaders.acts.convention_cues import NEW
from loaders.document import Heading, Item, Paragraph
from loaders.readers.plan.other_subjects import speaks_of_other
from loaders.words.wording import plain, sentences

_PRONOUN = re.compile(r"\W*(?:elle|celle-ci|cette derniere)\b")
_GROUND = re.compile(r"\W*(?P<ground>[^,;:.]{2,80}), ")
"""What stands before the subject: ``Sur cette base, la convention ...``, ``À l'issue du diagnostic, les élus ...``."""

_CONVENTION = re.compile(
    rf"\W*(?:la |cette |notre )?(?:(?:{NEW}|seconde|deuxieme|troisieme) )?"
    r"(?:convention territoriale globale|ctg|convention"
    r"(?! (?:d'|d[eu]s? |cadre|pluri|national|departemental|collecti)))\b"
)
"""The convention as what a sentence is about; one ``d'objectifs``, ``cadre``, ``de partenariat`` is another."""

_MAKERS = re.compile(
    r"\W*(?:le (?:comite de pilotage|copil|diagnostic|bilan|travail)"
    r"|les (?:elus|partenaires|signataires|parties|acteurs|travaux|echanges|ateliers|reunions|rencontres)"
    r"|(?:la |cette )?(?:concertation|demarche)|(?:l'|cette )evaluation|ce (?:diagnostic|bilan|travail)"
    r"|ces (?:travaux|echanges|ateliers|reunions|rencontres))\b(?: partagee?s?)?"
    r"(?:,? (?:reuni|mene|conduit|realise|engage)e?s? [^;:.]{2,80}?,?)?"
    r" (?:a|ont)(?: [a-z]+ment| ainsi)? (?:retenu|arrete|defini|identifie|valide|fixe|degage|choisi"
    r"|conduit|amene|permis|abouti|debouche|fait (?:ressortir|emerger|apparaitre)|mis en (?:evidence|lumiere))\b"
)
"""Those who make it, or what it was made of, and what came of it: ``Le diagnostic a conduit à retenir ...``."""


def is_own(block: Heading | Paragraph | Item) -> bool:
    """Whether the sentence that ends ``block`` tells of the convention, if only as what the one before told of.

    ``La convention est signée par la Caf et le Conseil départemental. Elle s'organise autour de trois axes :``
    """
    for sentence in reversed(sentences(block.words)):
        said = plain(sentence.text)
        if not _PRONOUN.match(said):
            return _is_about_it(said)
    return False


def tells_of_it(block: Heading | Paragraph | Item) -> bool:
    """Whether any sentence of ``block`` tells of the convention."""
    return any(_is_about_it(plain(sentence.text)) for sentence in sentences(block.words))


def _is_about_it(said: str) -> bool:
    """Whether a plain sentence is about the convention, and not what another scheme has it do."""
    ground = _GROUND.match(said)
    starts = [0] if ground is None or speaks_of_other(ground["ground"]) else [0, ground.end()]
    return any(pattern.match(said, start) for start in starts for pattern in (_CONVENTION, _MAKERS))
