"""Guessing: what kind of act a document is in which no title announces one in the usual words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.acts.act_cues import BODY, CONVENED
from loaders.acts.convention_cues import MENTION
from loaders.vocabulary import groups
from loaders.words.wording import alternatives

_PAPER = alternatives(groups("acts", "guess")["paper"])
_GUESS = {kind: re.compile(alternatives(cues), re.MULTILINE) for kind, cues in groups("acts", "guess").items()}
_DECIDED = re.compile(
    r"\bapres (?:en )?avoir (?:delibere|debattu)"
    r"|^\W*(?:decide|delibere|autorise|approuve|valide|adopte)\b"
    r"|(?<!laquelle )(?<!que )\ble (?:conseil|bureau|comite)\b[^.;:]{0,60}"
    r"\b(?:decide|delibere|autorise|approuve|valide|adopte)\b"
    r"|\b(?:vote|decision|avis)[^.;]{0,60}: ?adopte|\badopte[es]{0,2} a (?:l'unanimite|la majorite)\b"
)
_SAT = re.compile(r"\bl'an (?:deux mille|(?:19|20)\d\d)\b|\b(?:legalement|dument|regulierement) convoque|\bquorum\b")
"""What tells of a session: no body that steers sits so."""

_CONTRACT = re.compile(alternatives(groups("acts", "contract")["words"]), re.MULTILINE)
_AVENANT = re.compile(r"\W*(?:projet d')?avenant\b")
_SHOWN = re.compile(
    rf"(?:^|[.;]\s)\W*(?:le |la |ce |cette |present )*{_PAPER}\b[^.;:]{{0,80}}\s"
    r"(?:valide|adopte|approuve|presente|arrete|restitue|remi[st]|edite)e?s? "
    r"[^.;:\d]{0,100}\b(?:le|du|en) [^.;:]{0,24}\d{4}"
)
_NO_LETTER = re.compile(r"[^a-z]")
_NAME = "conventionterritorialeglobale"
_FRONT = 24
_SUBSTANCE = 5
"""So many titles of fiches, axes or articles no letter and no article about a convention has."""
_SHEET = 12
_PARTY = re.compile(r"\brepresentee?s? par (?:son|sa|le|la|monsieur|madame|m\.|mme)\b")
_FIRST = 2
_TOP = 4
_ENTITLED = re.compile(rf"^\W*{MENTION.pattern}\W*(?:19|20)\d\d\W{{1,3}}(?:19|20)\d\d\b")
"""A title that is a convention's name and its years, and nothing before them."""


def guessed(texts: Sequence[str], titles: Sequence[bool]) -> str:
    """Return the kind of the one act of a document that nothing announces; empty where it is none.

    ``texts`` are the plain words of its blocks, ``titles`` says which are printed as titles. It is a deliberation where
    recitals or a session and a decision show one. Else what names a convention territoriale globale among its first
    titles, or on its first page with parties, articles or a plan, is what these titles say, a convention where they say
    nothing; a letter or an article about one is no act, unless it stands below the convention's name and years or opens
    what has the titles of one: many a convention begins with an éditorial.
    """
    if _decided(texts, next((n for n, text in enumerate(texts) if BODY.match(text) or CONVENED.search(text)), None)):
        return "deliberation"
    if not any(_GUESS["about"].search(text) for text in texts):
        return ""
    substance = sum(1 for text, title in zip(texts, titles, strict=True) if title and _CONTRACT.search(text))
    heads = [text for text, title in zip(texts[:_FRONT], titles, strict=False) if title]
    entitled = any(_ENTITLED.search(text) for text in heads[:_TOP])
    if substance < _SUBSTANCE and not entitled and any(_GUESS["letter"].search(text) for text in texts):
        return ""
    naming = [text for text in heads if MENTION.search(text) or _NAME in _NO_LETTER.sub("", text)]
    if naming:
        return _kind(heads, naming, texts)
    named = any(MENTION.search(text) for text in texts[:_SHEET])
    told = any(_GUESS["rapport"].match(text) for text in heads) or any(_CONTRACT.search(text) for text in texts)
    return _kind(heads, [], texts) if named and told else ""


def met_and_decided(texts: Sequence[str]) -> bool:
    """Whether ``texts`` say of an assembly that it met, and what it decided: a deliberation that no title announces."""
    return _decided(texts, next((n for n, text in enumerate(texts) if CONVENED.search(text)), None))


def sat_and_decided(texts: Sequence[str]) -> bool:
    """Whether ``texts`` tell of the session of an assembly, and what it decided, below its subject."""
    return _decided(texts, next((n for n, text in enumerate(texts) if _SAT.search(text)), None))


def presented(texts: Sequence[str]) -> bool:
    """Whether the first lines of a document say who approved or was shown the document itself: it tells of a contract.

    ``Document validé par le comité des élus le 9 mars 2024``; a convention is adopted, signed and begins.
    """
    return any(_SHOWN.search(text) for text in texts[:_SHEET])


def _decided(texts: Sequence[str], met: int | None) -> bool:
    """Whether something is decided in ``texts`` from the place on where somebody ``met``."""
    return met is not None and any(_DECIDED.search(text) for text in texts[met:])


def _kind(heads: Sequence[str], naming: Sequence[str], texts: Sequence[str]) -> str:
    """Return the kind that the first titles say: of an avenant those that name the convention, or begin so."""
    if any(_GUESS["avenant"].search(text) for text in naming) or any(_AVENANT.match(text) for text in heads):
        return "avenant"
    contracted = sum(1 for text in texts if _PARTY.search(text)) > 1
    if (
        not contracted
        and any(_GUESS["deliberation"].search(text) for text in heads)
        and any(_GUESS["voted"].search(t) for t in texts)
    ):
        return "deliberation"
    assessed = any(_GUESS["assessed"].match(text) for text in heads[:_FIRST])
    shown = not contracted and presented(texts)
    return "rapport" if assessed or shown or any(_GUESS["rapport"].match(text) for text in heads) else "convention"
