"""What a sentence states of a body: whether it says that one is, sits or is led, or but happens to name it."""

from __future__ import annotations

import re

from loaders.readers.governance.acting import opens_with_sitting
from loaders.readers.governance.bodies import Bodies
from loaders.readers.governance.cues import cues
from loaders.readers.governance.mentions import Mention

_STATES = re.compile(rf"\b{cues('states')}")
_FOUNDS = re.compile(rf"\b{cues('founds')}\s*$")
_DECIDED = re.compile(rf"\b{cues('decided')}\s*$")
_AS_SUBJECT = re.compile(
    r"(?:\W*[\divx]{1,3}\s?[°.)]\W*)?(?:[^,.;:]{0,60}[,:]){0,2}"
    r"\W*(?:le|la|les|des|un|une|ce|cet|cette|deux|trois|plusieurs|l')?\s*$"
)
_LED = re.compile(
    r"\b(?:anim|reuni|convoqu|(?:co-?)?presid|pilot)\w* (?:ensemble |conjointement )?(?:les?|la|une?|des)\s*$"
)
_IS = re.compile(
    r"\W*(?:est|sera|sont|seront|se|,? qui (?:se )?(?:reuni|rassembl|regroup|associ|compren)\w+"
    r"|,? (?:et )?(?:dans lequel|auquel) (?:sieg|particip|se retrouv)\w+"
    r"|,? (?:compos|reuni[es ]|(?:co-?)?preside)\w*|reunissant|a ete|mis)\b"
)
_QUALIFIED_BEFORE = re.compile(
    r"\W*(?:co-?)?(?:preside|anime|pilote|reuni|convoque|compose|place|cree|installe)\w* .{0,200},"
    r"\s*(?:l[ae]|les|l')\s*$"
)
_SESSION = re.compile(r"\W*(?:reunie? |tenue? |seance )?(?:du|le|en date du) \d{1,2}(?:er)? [a-z]+\b")
_REVIEW = re.compile(r"\b(?:bilan|evaluation)\b[^.;]{0,60}\bpresentee? (?:au|a la|a l')\W*$")
_MET = re.compile(r"\W*(?:ne )?s'(?:est|etait|sont|etaient) (?:pas |plus |jamais )?(?:reuni|eteint|tenu|arrete)")
_BEHIND = 120


def is_founded(text: str, mention: Mention, bodies: Bodies) -> bool:
    """Whether a body that its name does not tell is founded, or led, where those that steer are spoken of."""
    before = text[: mention.start]
    return bodies.steering and bool(_FOUNDS.search(before) or _LED.search(before) or opens_with_sitting(before))


def is_told_of(text: str, mention: Mention, first: Mention | None) -> bool:
    """Whether a body begins a sentence, or stands where what it has to do is said."""
    before = text[: mention.start]
    return mention == first or any(pattern.search(before) for pattern in (_DECIDED, _FOUNDS))


def states(text: str) -> bool:
    """Whether a sentence has a word by which one states what a body is, does or is made of."""
    return _STATES.search(text) is not None


def founds(before: str) -> bool:
    """Whether a verb that founds what follows it ends the words ``before`` a body."""
    return _FOUNDS.search(before) is not None


def exists(text: str, mention: Mention) -> bool:
    """Whether the sentence states something of the body, and does not merely happen to name it (``pour le comité``)."""
    before, after = text[: mention.start], text[mention.end : mention.end + _BEHIND]
    if _SESSION.match(after) and _REVIEW.search(before):
        return False  # one sitting of a body that looked back on what is over
    if not mention.steers and _MET.match(after):
        return False  # what an action set up before, and has become of it
    if _AS_SUBJECT.match(before) or _QUALIFIED_BEFORE.match(before) or _IS.match(after):
        return True
    return any(pattern.search(before) for pattern in (_FOUNDS, _LED, _DECIDED))
