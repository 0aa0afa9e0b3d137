"""Sentences about bodies: that one exists, who composes it, who attends it, how often it meets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.acting import (
    attending,
    called,
    forming,
    gathered,
    leading,
    meeting,
    opens_below,
    represented,
    seated,
    sitting,
    with_whom,
)
from loaders.readers.governance.bodies import Bodies
from loaders.readers.governance.clauses import clauses
from loaders.readers.governance.cues import cues
from loaders.readers.governance.designating import designated, sends_below
from loaders.readers.governance.enumerations import Member, listed
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.labels import label_of
from loaders.readers.governance.lines import after_title, heads_list, opens_list
from loaders.readers.governance.members import OPEN, behind_name, behind_rhythm, beside, composed, in_brackets, opens
from loaders.readers.governance.mentions import Mention, about_another, mentions
from loaders.readers.governance.offices import is_enumeration
from loaders.readers.governance.stating import exists, founds, is_founded, is_told_of, states
from loaders.readers.governance.together import read_apart, read_by_rank, read_together
from loaders.words.rhythms import frequency, tells_session
from loaders.words.turns import decides, votes
from loaders.words.wording import plain, sentences, unstopped

_AGAIN = re.compile(rf"^\W*{cues('again')}")
_WIDENED = re.compile(rf"\b{cues('widened')}")
_COUNTED = re.compile(r"\W*(?:(?:les |ces )?(?:\d|deux|trois|quatre|cinq|six)|plusieurs|ces) (?P<body>\w{4,}?)s?\b")
_HE = re.compile(
    r"\W*(?:(?:ils?|elles?|celui-ci|celle-ci) se reuni|(?:reuni|convoque|rassemble)e?s? [^.;]{3,90}, (?:ils?|elles?)\b)"
)
_OF_ANOTHER = re.compile(
    rf"\W*(?:(?:le|ce|notre|son) {cues('lands')}|elle \w+ (?:tou(?:te)?s )?les (?:signataires|parties))\b"
)
"""How a sentence begins that leaves the body spoken of: ``Le périmètre est inchangé. Il comprend dix communes.``

So does one about the convention: ``Elle réunit les signataires suivants :``.
"""

_LONGEST_RHYTHM = 60


def read_paragraph(words: Passage, bodies: Bodies) -> None:
    """Read the sentences of a paragraph, and whether it opens a list of members; one wider than a body's is none."""
    if read_apart(words, bodies):
        return
    labelled = label_of(words)[0] and "." not in words.text.rstrip(" .")
    known = {id(instance): len(instance.members) for instance in bodies.found.values()}
    for sentence in [words] if labelled else sentences(after_title(words)):
        if _OF_ANOTHER.match(plain(sentence.text)):
            bodies.leave()
        for clause in () if read_by_rank(sentence, bodies) else clauses(sentence):
            _read_sentence(clause, bodies)
    current = bodies.current
    told = opens_list(words) and not any(decides(last.text) or votes(last.text) for last in sentences(words)[-1:])
    bodies.listing = (told or sends_below(words)) and current is not None
    if bodies.listing and current is not None and _WIDENED.search(plain(words.text)):
        del current.members[known.get(id(current), 0) :]


def read_labelled(words: Passage, bodies: Bodies) -> str:
    """Take what a label and a colon head about the body spoken of; return what it heads, nothing without one."""
    kind, said = label_of(words)
    if kind == "members" and said:
        bodies.take(composed(words, bodies.section) if opens(plain(said.text)) else listed(said, bodies.section))
    elif kind == "frequency" and bodies.current is not None:
        bodies.current.meets(frequency(said) or (said if len(said.text) <= _LONGEST_RHYTHM else Passage(())))
    elif kind:
        bodies.meets(words)
    return kind


def read_in_passing(words: Passage, bodies: Bodies) -> None:
    """Take the bodies that are named in passing: founded by a verb just before, or in brackets after those who meet."""
    text = plain(words.text)
    for mention in mentions(words):
        before, behind = text[: mention.start], text[mention.end :]
        if mention.steers and founds(before):
            bodies.add(mention, words, ())
        elif mention.steers and before.rstrip().endswith("(") and behind.lstrip().startswith(")"):
            bodies.add(mention, words, with_whom(words, mention.start))


def _read_sentence(words: Passage, bodies: Bodies) -> None:
    """Read what a sentence states of a body, by its name or of the one spoken of."""
    text = plain(words.text)
    if bodies.spoken_of is not None and tells_session(words):
        bodies.meets(words)
        return
    here = bodies.named_here
    if here is not None and not here.members and is_enumeration(unstopped(words)):
        bodies.take(listed(unstopped(words), bodies.section))
        return
    if _designates(words, bodies):
        return
    first = bodies.opening(words)
    elsewhere = about_another(words) and attending(words, bodies.section)[0] < 0  # not who sits in one that steers
    if first is None and (elsewhere or (bodies.spoken_of is not None and read_labelled(words, bodies))):
        return
    found = _told_of(words, text, first, bodies)
    if len(found) > 1 and read_together(words, found, bodies):
        return
    if bodies.spoken_of is not None and (not found or (first is None and _HE.match(text))):
        _read_of_the_one_spoken_of(words, text, bodies)
    elif found and not _attended(words, found, bodies) and (states(text) or is_told_of(text, found[0], first)):
        _read_of_the_one_named(words, text, found[0], bodies)
        _read_of_the_others(words, found[1:], bodies)


def _designates(words: Passage, bodies: Bodies) -> bool:
    """Add the bodies to which a sentence says somebody is sent; return whether there are any."""
    added = [bodies.send(mention, words, who) for mention, who in designated(words, bodies.section)]
    if added:
        bodies.speak_of(added[-1], words)
    return bool(added)


def _told_of(words: Passage, text: str, first: Mention | None, bodies: Bodies) -> list[Mention]:
    """Return the bodies of which a sentence can tell: the ``first``, that opens it, and those named behind."""
    behind = first.start if first is not None else -1
    named = (mention for mention in mentions(words) if mention.start > behind)
    told = [mention for mention in named if mention.steers or is_founded(text, mention, bodies)]
    return [first, *told] if first is not None else told


def _read_of_the_one_spoken_of(words: Passage, text: str, bodies: Bodies) -> None:
    """Take who composes the body spoken of, or is called to it, and how often it meets."""
    if bodies.current is not None:
        bodies.current.told_of.append(words.text)
    composing = _AGAIN.match(text) or OPEN.match(text) or _counts(text, bodies)
    bodies.take((composed if composing else called)(words, bodies.section))
    bodies.meets(words)


def _counts(text: str, bodies: Bodies) -> bool:
    """Whether a sentence begins with how many there are of the bodies spoken of: ``Quatre ateliers, ...``."""
    counted = _COUNTED.match(text)
    spoken_of = bodies.spoken_of
    return counted is not None and spoken_of is not None and spoken_of.identity.split()[:1] == [counted["body"]]


def _attended(words: Passage, found: Sequence[Mention], bodies: Bodies) -> bool:
    """Add the bodies that a sentence says someone attends, with those who do; return whether there are any."""
    first = found[0]
    seated = sitting(words, first.start, first.end, bodies.section)
    if seated or opens_below(words, first.start, first.end):
        bodies.speak_of(bodies.add(first, words, seated), words)
        return True
    start, attendants = attending(words, bodies.section)
    attended = [mention for mention in found if 0 <= start <= mention.start]
    own = [words.cut(one.start, after.start if after else None) for one, after in zip_longest(attended, attended[1:])]
    apart = sum(bool(frequency(said)) for said in own) > 1
    added: list[Instance] = []
    for mention, said in zip(attended, own, strict=True):
        met = beside(said.cut(len(mention.words.text)), bodies.section)
        added.append(bodies.add(mention, said if apart else words, [*attendants, *met]))
    if len(added) == 1:
        bodies.speak_of(added[0], words)
    return bool(added)


def _read_of_the_one_named(words: Passage, text: str, mention: Mention, bodies: Bodies) -> None:
    """Take the body of which a sentence states something, with those who compose it or met in it."""
    behind = words.cut(mention.end)
    met = meeting(words, mention.end, bodies.section) or seated(behind, text[: mention.start], bodies.section)
    met = met or gathered(words, mention.start, bodies.section) or forming(words, mention.start, bodies.section)
    if met or exists(text, mention):
        met = met or _behind(words, mention, bodies.section) or represented(behind, bodies.section)
        who = [*leading(words, mention.start, bodies.section), *met]
        told = mention if mention.kind != "autre" or states(text) else replace(mention, known=False)
        bodies.speak_of(bodies.add(told, words, who), words)


def _read_of_the_others(words: Passage, others: Sequence[Mention], bodies: Bodies) -> None:
    """Take the further bodies that a sentence names with their members in brackets."""
    for mention, following in zip_longest(others, others[1:]):
        if who := in_brackets(words.cut(mention.end), bodies.section):
            bodies.add(mention, words.cut(mention.start, following.start if following else None), who)


def _behind(words: Passage, mention: Mention, section: Section) -> list[Member]:
    """Return who composes a body as the words behind its name say it."""
    behind = words.cut(mention.end)
    if who := in_brackets(behind, section) or beside(behind, section) or behind_rhythm(behind, section):
        return who
    if heads_list(behind):
        return list(behind_name(words, mention.end, section))
    return list((composed if opens(plain(behind.text)) else called)(behind, section))
