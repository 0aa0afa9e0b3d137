"""Joining: who joins by an avenant, as the block of parties or a sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.acts.party import read_party
from loaders.acts.party_joints import PARTY_HEAD
from loaders.acts.party_lines import joining_entries
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Item, Passage, Table
from loaders.readers.parties.adopters import adopter_of
from loaders.readers.parties.gathering import PARTIES
from loaders.resolve import ResolvedActor, bare, fold
from loaders.seeking import Sought
from loaders.vocabulary import words
from loaders.words.enumerating import enumerated
from loaders.words.wording import plain, sentences, tidy

_JOINS = tuple(Sought(cue) for cue in words("amendments", "joins"))
_TO = re.compile(rf"(?:a|aux?)\s+|(?:de la|des?|du)\s+(?={PARTY_HEAD})|de l'\s?(?={PARTY_HEAD})")
_OF_THEM = re.compile(r"\bavenant\b[^.;:]{0,60}\b(?:son|leur) (?:adhesion|entree|integration|arrivee)\b")
"""What an avenant says of those whom the sentence before it names: ``L'avenant acte son adhésion``."""
_AVENANT = re.compile(r"\W*(?:(?:le |ce |cet |l')?(?:projet d')?|un )avenant\b")
_IT = re.compile(r"\W*(?:il|celui-ci|ce dernier)\b")
_FEWEST_LETTERS = 3
_OWN_TOWN = re.compile(r"(?:la |notre )?(?:commune|ville)")
_OWN_CENTRE = re.compile(r"(?:le |notre )?(?:c\.?[ci]\.?a\.?s\.?|centre (?:inter)?communal d'action sociale)")
_NAMELESS = re.compile(r"(?:une?|de nouve\w+|plusieurs|certain\w+|d'autres) ")
_NO_BODY = re.compile(r"(?:fiches?|actions?|articles?|annexes?|axes?|objectifs?|clauses?|orientations?)\b")
_SEVERAL = re.compile(r"(?:les? |des? )?(?:\w+ )?communes (?:de |d')(?!l[ae']\b)")
_OF = re.compile(r"^(?:(?:les\s+)?(?:\w+\s+)?communes?\s+)?(?:de\s+|d['’]\s?)", re.IGNORECASE)


def speaking_of_avenants(section: Section) -> Iterator[Passage]:
    """Give the sentences of an act that speak of an avenant, and the items of a list that one of them announces.

    One that begins with a pronoun speaks of the avenant that is the subject of the sentence before.
    """
    announced = False
    for block in section.blocks:
        if isinstance(block, Table):
            continue
        listed = announced and isinstance(block, Item)
        said = sentences(words_of(block))
        told = [plain(one.text) for one in said]
        spoken = [
            one
            for one, text, before, behind in zip(said, told, ["", *told], [*told[1:], ""], strict=False)
            if listed or "avenant" in text or _OF_THEM.search(behind) or (_IT.match(text) and _AVENANT.match(before))
        ]
        announced = listed or bool(spoken and spoken[-1].text.endswith(":"))
        yield from spoken


def newcomers(section: Section) -> tuple[tuple[str, ...], list[Passage]]:
    """Return who joins as the block of parties says, and their names in it."""
    printed = [read_party(entry).name for entry in joining_entries(section.blocks)]
    actors = [section.gazetteer.actor(tidy(name.text), section.territory, section.abbreviations) for name in printed]
    named = {actor.name: name for actor, name in zip(actors, printed, strict=True) if actor.kind in PARTIES}
    return tuple(named), list(named.values())


def joined_by(section: Section, told: Iterable[Passage]) -> tuple[tuple[str, ...], list[Passage]]:
    """Return who joins by the first of the sentences ``told`` that says so, and that sentence."""
    for sentence in told:
        if names := [actor.name for actor, _ in joining(section, sentence, plain(sentence.text))]:
            return tuple(dict.fromkeys(names)), [sentence]
    return (), []


def joining(section: Section, sentence: Passage, text: str) -> Iterator[tuple[ResolvedActor, Passage]]:
    """Give the actors that a sentence says join: ``l'engagement de X à intégrer``, ``l'adhésion de X``.

    One goes by its full name where the act defines the short one that the sentence prints, or decides of itself.
    """
    found = (match for cue in _JOINS if (match := cue.search(text)))
    spans = [match.span("who") for match in found if not _NO_BODY.match(match["who"])]
    for start, end in spans:
        several = _SEVERAL.match(text, start)
        for name in enumerated(sentence.cut(start, end), section.gazetteer, section.territory):
            unquoted = re.sub(r"[«»\"“”]", " ", tidy(name.text)).strip()
            led = _TO.match(plain(unquoted))
            printed = bare(unquoted[led.end() :] if led else unquoted)
            alone = _OF.sub("", printed) if several else ""
            if alone and (commune := section.gazetteer.commune(alone, section.territory)) is not None:
                yield ResolvedActor(f"commune {_of(alone)}", "commune", commune.code), name
                continue
            if _OWN_TOWN.fullmatch(plain(printed)) and (home := section.head.home) and home.kind == "commune":
                yield ResolvedActor(f"commune {_of(home.name)}", "commune", home.code), name
                continue
            if _OWN_CENTRE.fullmatch(plain(printed)) and (own := adopter_of(section)) and own.kind == "operateur":
                yield ResolvedActor(tidy(own.name.text), own.kind, own.code), name
                continue
            actor = section.gazetteer.actor(printed, section.territory, section.abbreviations)
            if actor.kind in PARTIES and not _NAMELESS.match(plain(printed)) and len(printed) >= _FEWEST_LETTERS:
                yield replace(actor, name=section.abbreviations.get(actor.name, actor.name)), name


def _of(name: str) -> str:
    """Return ``name`` behind its preposition, one word with its own article: ``du Nouvion``, ``des Rousses``."""
    if name.startswith(("Le ", "Les ")):
        return f"du {name[3:]}" if name[2] == " " else f"des {name[4:]}"
    return f"d'{name}" if fold(name)[:1] in "aeiouy" else f"de {name}"
