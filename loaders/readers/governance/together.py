"""Bodies named beside one another: a sentence that founds several, and one that takes them up again by their rank.

``Deux instances la pilotent : le comité de pilotage (une fois par an) et le comité technique. Le premier réunit ...``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.document import Passage
from loaders.readers.governance.bodies import Bodies
from loaders.readers.governance.cues import cues
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.members import composed, in_brackets, opens
from loaders.readers.governance.mentions import Mention, opening
from loaders.seeking import Sought
from loaders.words.rhythms import MEETING, RHYTHM, frequency
from loaders.words.wording import plain

_RANKS = {"premier": 0, "second": 1, "deuxieme": 1, "troisieme": 2, "dernier": -1}
_RANK = Sought(
    r"(?:(?<=^)|(?<=, )|(?<=; )|(?<=, et )|(?<= et ))(?:le|la) (?P<rank>premier|second|deuxieme|troisieme|dernier)e?,? "
)
_GOES_ON = Sought(rf"(?:{cues('verbs')}|{RHYTHM})(?!\w)")
"""What stands behind a rank that means a body; long, it is asked only where a sentence begins with one."""

_BRACKET = rf"(?:\s*\([^()]{{2,200}}\)|\s{RHYTHM}(?=[,;)]|\set\s))?"
_JOINT = re.compile(
    rf"{_BRACKET}\s*(?:,|;|\bet\b|\bainsi qu[e']|\bpuis\b)+[\s,]*(?:et )?(?:d'|de )?(?:(?:le|la|les|une?|des)\s|l')?\s*"
)
_IN_BRACKETS = re.compile(_BRACKET)
_ANNOUNCED = re.compile(
    rf"(?:\b{cues('steering')}|\bniveaux|\borganes|\b{cues('founds')})[^:;]*(?::\s*)?(?:(?:le|la|les|une?|des)\s|l')?\s*$"
)
_SUBJECT = re.compile(r"(?:[^,.;:]{0,60},)?\W*(?:(?:le|la|les|une?|des)\s|l')?\s*$")
_ALL = re.compile(
    r"\W*(?:(?:les|ces) (?:deux|trois|quatre|differentes)?\s?(?:instances|comites|organes)"
    r"|(?:l'un|l'une) et l'autre|tou(?:te)?s (?:les )?(?:deux|trois)|chacun[e]? (?:de ces|d'e[nlu]\w*)[a-z ]*)"
    r",? (?:sont|est|se|seront|sera)\b"
)
_FOR = Sought(rf"(?P<often>(?:{RHYTHM})) pour (?:(?:le|la|les)\s|l')?(?=[a-z])")
_THEY = re.compile(r"\s*(?:,[^,]{3,60},\s*)?(?:sont|seront|se (?:reuni|tien|retrouv)\w+nt)\b")


def read_together(words: Passage, found: Sequence[Mention], bodies: Bodies) -> bool:
    """Read the bodies with which a sentence begins, founds or announces several at once; whether it does."""
    text = plain(words.text)
    several = _beside_one_another(text, found)
    if len(several) < 2:
        return False
    behind = text[several[-1].end :]
    as_subject = bool(_SUBJECT.fullmatch(text[: several[0].start]) and _THEY.match(behind))
    if not as_subject and not _ANNOUNCED.search(text[: several[0].start]):
        return False
    for mention in several:
        _add(mention, words, bodies, shared=words.cut(several[-1].end) if as_subject else Passage(()))
    last = words.cut(several[-1].end)
    if not as_subject and opens(plain(last.text)):
        bodies.speak_of(bodies.add(several[-1], last, composed(last, bodies.section)), words)
    return True


def read_by_rank(sentence: Passage, bodies: Bodies) -> bool:
    """Read what a sentence says of the bodies named above by their rank: ``Le premier ..., le second ...``."""
    text = plain(sentence.text)
    ranked = list(_RANK.finditer(text)) if len(bodies.named) > 1 else []
    if not ranked or ranked[0].start() > 0:
        return False
    found = [each for each in ranked if _GOES_ON.match(text, each.end())]
    if not found or found[0].start() > 0:
        return False
    ends = [*(each.start() for each in found[1:]), len(text)]
    for each, end in zip(found, ends, strict=True):
        instance = _of_rank(_RANKS[each["rank"]], bodies.named)
        said = sentence.cut(each.end(), end)
        if instance is None:
            continue
        bodies.speak_of(instance, said)
        bodies.take(composed(said, bodies.section))
        if MEETING.search(text):
            instance.meets(frequency(said))
    return True


def read_apart(words: Passage, bodies: Bodies) -> bool:
    """Read how often each of the bodies above meets, or all of them: ``annuelle pour le comité de pilotage, ...``."""
    text = plain(words.text)
    if _ALL.match(text) and len(bodies.named) > 1:
        for instance in bodies.named:
            instance.meets(frequency(words))
        return True
    told = list(_FOR.finditer(text)) if MEETING.search(text) else []
    named = [(each, opening(words.cut(each.end()))) for each in told]
    for each, mention in named:
        if mention is not None:
            bodies.add(mention, words.cut(*each.span("often")), ())
    return any(mention is not None for _, mention in named)


def _of_rank(rank: int, named: Sequence[Instance]) -> Instance | None:
    """Return the body of a rank among those named."""
    return named[rank] if rank < len(named) else None


def _beside_one_another(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Return the bodies that ``text`` names first, joined by nothing but commas and ``et``."""
    several = list(found[:1])
    for before, mention in pairwise(found):
        if not _JOINT.fullmatch(text[before.end : mention.start]):
            break
        several.append(mention)
    return several


def _add(mention: Mention, words: Passage, bodies: Bodies, shared: Passage) -> None:
    """Add one of several bodies with what the brackets behind its name say, and how often they all meet."""
    bracket = _IN_BRACKETS.match(words.text, mention.end)
    own = words.cut(mention.start, bracket.end() if bracket else mention.end)
    instance = bodies.add(mention, own, in_brackets(words.cut(mention.end), bodies.section))
    bodies.speak_of(instance, own)
    if MEETING.search(plain(shared.text)):
        instance.meets(frequency(shared))
