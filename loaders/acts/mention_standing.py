"""Standing of mentions: which in the line of a territory's conventions a sentence mentions, and what became of it."""

from __future__ import annotations

import re

from loaders.acts.convention_cues import AROUND, BEFORE, FOREIGN
from loaders.acts.mentions import Mention

_GENERATION = re.compile(
    r"\b(?P<n>[1-9])\W{0,3}(?:ere|re|er|eme|nde|nd|e|de)?\W{0,3}generation|\bctg ?(?P<c>[1-9])(?![0-9/])"
    r"|\b(?P<w>premiere|deuxieme|seconde|troisieme|quatrieme)\s+generation|\b(?P<g>[1-9]) ?g\b"
    r"|\bctg (?P<r>i{2,3}|iv)\b"
)
_RANKED = re.compile(
    r"(?:\b(?:a ete|est|etait|fut|constitue) la |^[\s\d/-]*,\s*(?:la )?)(?P<w>premiere|deuxieme|seconde|troisieme)\b"
    r"(?! (?:etape|phase|partie|annee|fois|reunion)\b)"
)
_ORDINALS = {"premiere": 1, "seconde": 2, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "ii": 2, "iii": 3, "iv": 4}
_NUMBERED = re.compile(r"\bavenants?\W*(?:n\s?[°ºo]\s?\.?\s*)?(?P<number>\d[\w./-]*)")
_AMENDING = re.compile(
    r"[^.;:]{0,90}(?:[-:,(]|(?<!ee)(?<!ees) (?:par|via|au moyen de)(?= (?:l'|un )?avenant\W*n\W{0,3}\d))"
    r"\s*(?:l'|un )?avenant\b"
)
_PRESENT = re.compile(r"(?:la )?presente (?:convention|ctg)\b")
_REACH = 60


def generation_of(mention: Mention) -> int:
    """Return the generation that stands within or right beside a mention, 0 for none."""
    ranked = _RANKED.search(mention.after)
    if ranked is not None:
        return _ORDINALS[ranked["w"]]
    found = _GENERATION.search(mention.text[mention.start : min(mention.right, mention.end + _REACH)])
    if found is not None:
        return _ORDINALS.get(found["w"] or found["r"] or "", 0) or int(found["n"] or found["c"] or found["g"])
    return 1 if BEFORE["first"].search(mention.before) else 2 if BEFORE["second"].search(mention.before) else 0


def role_of(mention: Mention) -> str:
    """Return whether a mention is of an earlier convention (``previous``) or of the one to come (``new``).

    The present one (``la présente convention``) is neither, whatever was decided before it.
    """
    if _PRESENT.match(mention.text, mention.start):
        return ""
    if is_followed(mention) or BEFORE["previous"].search(mention.before) or is_over(mention):
        return "previous"
    if BEFORE["new"].search(mention.before):
        return "new"
    recital = AROUND["recital"].search(mention.text[: mention.start])
    spoken = recital and AROUND["concluded"].search(mention.text[recital.end() : mention.start])
    return "previous" if spoken and not AROUND["prepared"].search(mention.text) else ""


def is_followed(mention: Mention) -> bool:
    """Whether another convention is said to follow the one mentioned: ``elle succède à la première CTG``."""
    return BEFORE["follows"].search(mention.before) is not None


def is_over(mention: Mention) -> bool:
    """Whether the convention, and no other contract named between, is said to have ended."""
    found = AROUND["over"].search(mention.after)
    return found is not None and not FOREIGN.search(mention.after[: found.start()])


def is_amended(mention: Mention) -> bool:
    """Whether an avenant to the convention is spoken of."""
    return bool(BEFORE["amended"].search(mention.before) or _AMENDING.match(mention.text, mention.end))


def avenant_of(mention: Mention) -> str:
    """Return the number of the avenant to the convention, as printed."""
    if BEFORE["amended"].search(mention.before):
        found = _NUMBERED.search(mention.text, mention.left, mention.start)
    else:
        found = _AMENDING.match(mention.text, mention.end) and _NUMBERED.search(mention.text, mention.end)
    return mention.words.text[slice(*found.span("number"))] if found else ""
