"""Class sentences: they begin with a class of équipements, and name them: "Les services soutenus sont A et B"."""

from __future__ import annotations

import re
from functools import cache

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.equipments.announcements import taking_in
from loaders.readers.equipments.enumerating import designated
from loaders.readers.equipments.headings import owner_of_class
from loaders.readers.equipments.labels import supporter
from loaders.readers.equipments.list_openings import supporter_in
from loaders.readers.equipments.running import SPEAKS_OF
from loaders.readers.equipments.supporters import Supporter, own_supporter
from loaders.readers.equipments.types import first
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain
from maillage.facts import Equipment

_ARE = Sought(r"\s(?:sont|restent|seront)\s(?:ainsi |donc )?(?=(?:l[ae]|une?) |l'|les .{3,60} [«\"“])")
_NAMELY_BEHIND = Sought(r"(?:,? (?:a savoir|c'est-a-dire)\s?:?|\s:)\s(?=[a-z])")
_FOLLOWING = re.compile(r"(?<=s) suivante?s (?:sont|seront)(?= )", re.IGNORECASE)
_LED = re.compile(
    r"\W*(?:Pour|Concernant|S['’]agissant de|En ce qui concerne|À) (?:la |l['’])?(?P<whose>[^,;:.]{2,80}), (?=l)"
)
_NAMELY = re.compile(r"(?:nos|les|ses|deux|trois|quatre) [^,;:.]{5,80},? (?:a savoir|soit|notamment|c'est-a-dire) ")
_LONGEST_HEAD = 160


def named_supported(section: Section, sentence: Passage) -> list[Equipment]:
    """Return the équipements that a sentence names with their class: "Les services soutenus par la Ville sont A".

    They can stand behind the colon of what says that a convention takes them in, or be its subject: "A et B entrent
    dans la CTG". Who supports them is a collectivité, the act's own where the sentence names nobody.
    """
    text = plain(sentence.text)
    are = _ARE.search(text) or _NAMELY_BEHIND.search(text)
    start, whose = _class_start(section, sentence.text, are.start() if are is not None else 0)
    said = _FOLLOWING.sub("", sentence.text[start : are.start()]) if are is not None else ""
    owner = owner_of_class(section, said)
    if are is None or owner is None or (owner.printed and not owner.code):
        return _taken_in(section, sentence)
    owner = owner if owner.printed else whose or supporter_in(section, said)
    return list(designated(section, sentence, are.end(), owner if owner.printed else own_supporter(section)))


def _class_start(section: Section, text: str, end: int) -> tuple[int, Supporter | None]:
    """Return where a sentence calls its class of équipements, and whose they are that is named before: "Pour X, les".

    What they are called by can stand within it: "le bonus pour les équipements soutenus par la Ville, à savoir".
    """
    led = _LED.match(text, 0, end)
    whose = supporter(section, led["whose"]) if led is not None else None
    if led is not None and whose is not None and whose.code:
        return led.end(), whose
    named = _class_within().search(plain(text), 0, end)
    return (named.start("class"), None) if named is not None else (0, None)


@cache
def _class_within() -> re.Pattern[str]:
    """Return the pattern of a class of équipements for which a sentence says something."""
    things = alternatives(groups("equipments", "headings")["things"])
    return re.compile(rf"\b(?:pour|concerne|sur|a|aux?|liste) (?P<class>(?:l'ensemble des |les |aux |des )?{things})\b")


def _taken_in(section: Section, sentence: Passage) -> list[Equipment]:
    """Return the équipements that a convention is said to take in: "Sont concernés pour la commune : A et B"."""
    head, colon, _ = sentence.text.partition(":")
    taken = taking_in(head)
    if not taken or (colon and len(head) > _LONGEST_HEAD) or SPEAKS_OF.search(plain(head)):
        return []
    owner = supporter_in(section, head)
    owner = owner if owner.printed else own_supporter(section)
    if colon:
        return list(designated(section, sentence, len(head) + 1, owner))
    start = first(sentence.text)
    alone = start == 0 or (start > 0 and _NAMELY.fullmatch(plain(head[:start])))
    return list(designated(section, sentence, start, owner, taken)) if alone else []
