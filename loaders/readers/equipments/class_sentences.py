"""Class sentences: they begin with a class of équipements, and name them: "Les services soutenus sont A et B"."""

from __future__ import annotations

import re

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.equipments.announcements import taking_in
from loaders.readers.equipments.enumerating import designated
from loaders.readers.equipments.headings import owner_of_class
from loaders.readers.equipments.list_openings import supporter_in
from loaders.readers.equipments.supporters import own_supporter
from loaders.readers.equipments.types import first
from loaders.seeking import Sought
from loaders.words.wording import plain
from maillage.facts import Equipment

_ARE = Sought(r"\s(?:sont|restent|seront)\s(?:ainsi |donc )?(?=(?:l[ae]|une?) |l'|les .{3,60} [«\"“])")
_NAMELY = re.compile(r"(?:nos|les|ses|deux|trois|quatre) [^,;:.]{5,80},? (?:a savoir|soit|notamment|c'est-a-dire) ")
_LONGEST_HEAD = 160


def named_supported(section: Section, sentence: Passage) -> list[Equipment]:
    """Return the équipements that a sentence names with their class: "Les services soutenus par la Ville sont A".

    They can stand behind the colon of what says that a convention takes them in, or be its subject: "A et B entrent
    dans la CTG". Who supports them is a collectivité, the act's own where the sentence names nobody.
    """
    are = _ARE.search(plain(sentence.text))
    said = sentence.text[: are.start()] if are is not None else ""
    owner = owner_of_class(section, said)
    if are is None or owner is None or (owner.printed and not owner.code):
        return _taken_in(section, sentence)
    owner = owner if owner.printed else supporter_in(section, said)
    return list(designated(section, sentence, are.end(), owner if owner.printed else own_supporter(section)))


def _taken_in(section: Section, sentence: Passage) -> list[Equipment]:
    """Return the équipements that a convention is said to take in: "Sont concernés pour la commune : A et B"."""
    head, colon, _ = sentence.text.partition(":")
    taken = taking_in(head)
    if not taken or (colon and len(head) > _LONGEST_HEAD):
        return []
    owner = supporter_in(section, head)
    owner = owner if owner.printed else own_supporter(section)
    if colon:
        return list(designated(section, sentence, len(head) + 1, owner))
    start = first(sentence.text)
    alone = start == 0 or (start > 0 and _NAMELY.fullmatch(plain(head[:start])))
    return list(designated(section, sentence, start, owner, taken)) if alone else []
