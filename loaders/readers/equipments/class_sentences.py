"""Class sentences: they begin with a class of équipements, and name them: "Les services soutenus sont A et B"."""

from __future__ import annotations

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.equipments.entries import own_supporter
from loaders.readers.equipments.enumerating import designated
from loaders.readers.equipments.headings import owner_of_class
from loaders.readers.equipments.list_openings import supporter_in
from loaders.seeking import Sought
from loaders.words.wording import plain
from maillage.facts import Equipment

_ARE = Sought(r"\s(?:sont|restent|seront)\s(?:ainsi |donc )?(?=(?:l[ae]|une?) |l'|les .{3,60} [«\"“])")


def named_supported(section: Section, sentence: Passage) -> list[Equipment]:
    """Return the équipements of a sentence that begins with their class: "Les services soutenus par la Ville sont A".

    Who supports them is a collectivité, the act's own where the sentence names nobody.
    """
    are = _ARE.search(plain(sentence.text))
    said = sentence.text[: are.start()] if are is not None else ""
    owner = owner_of_class(section, said)
    if are is None or owner is None or (owner.printed and not owner.code):
        return []
    owner = owner if owner.printed else supporter_in(section, said)
    return list(designated(section, sentence, are.end(), owner if owner.printed else own_supporter(section)))
