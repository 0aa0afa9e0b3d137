"""A party: its name, who represents it and in what office, and the short name that the act gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.document import Passage
from loaders.remembering import remembered
from loaders.vocabulary import words
from loaders.words.wording import alternatives, plain

ROLE = alternatives(words("parties", "roles"))
_NAME_END = re.compile(
    rf"\s*[,;:(]?\s*\b{alternatives(words('parties', 'name_end'))}"
    r"|,\s*\d{1,4}(?: ?(?:bis|ter))?,? [a-z]"
    rf"|,\s*(?:l'|le |la )?{alternatives(words('parties', 'address'))}(?=[\s,]|$)"
    r"|,\s*(?:communaute d|etablissement public|collectivite|organisme|association loi|personne morale|syndicat)"
)
_CIVILITY = r"(?:monsieur|madame|mademoiselle|m\.|mme\.?|mr\.?|m\b)"
_PERSON = r"[A-ZÀ-Ý][\w'’.-]*(?:\s+(?:(?:de|du|des|la|le|d['’])\s*)*[A-ZÀ-Ý][\w'’.-]*){1,4}"
_CIVIL = re.compile(rf"\b{_CIVILITY}\s+")
_PERSON_RE = re.compile(_PERSON)
_REPRESENTED = re.compile(r"\b(?:re-? ?presente\w*(?:\s*\([^)]*\))?\s*(?:par)?|agissant par|signataire\s?:)\s*:?\s*")
_ROLE_RE = re.compile(rf"\b(?:(?:son|sa|leur|le|la|ses|leurs)\s+)?(?P<role>{ROLE})(?:\s+(?:en exercice|respecti\w+))?")
_OF_WHAT = re.compile(
    r"\s+(?:de la|de l'|du|des|de son|de sa|de|d')\s*[^,;:()]*?(?=\s*(?:[,;:()]|$)|\s+(?:monsieur|madame|m\.|mme)\s)"
)
_AND = re.compile(r"\W*(?:(?:et|ainsi que)\s+(?=(?:la|le|les|l')\b)|\d{1,2}\s?(?:°\s?\)?|[.)]|-(?=\s))\s*)")
_SHORT = re.compile(
    r"ci[- ]?apres\W*(?:(?:denomme|designe|appele|nomme)\w*\W*)?"
    r"(?:par\s+|sous (?:le nom|l'appellation|le terme)\s+)?(?:(?:de|d')\s*)?"
    r"[«\"“'(]*\s*(?:(?:la|le|les|l')\s*)?(?P<short>(?:[^»\"”')(,;\n]|(?<=\bl)'|(?<=\bd)'){2,60})"
)


@dataclass(frozen=True, slots=True)
class Party:
    """A party as printed; ``words`` is all that the act says of it, ``name`` its name alone."""

    words: Passage
    name: Passage
    representative: Passage
    role: Passage
    short: str = ""


@remembered(256)
def read_party(entry: Passage) -> Party:
    """Take the words of one party apart; what is not printed is empty."""
    text = plain(entry.text)
    end = found.start() if (found := _NAME_END.search(text, 1)) else len(text)
    lead = _AND.match(text)
    name = _quoteless(_before_person(entry.cut(lead.end() if lead else 0, end)))
    representative, role = _representation(entry, text)
    short = found["short"] if (found := _SHORT.search(text)) else ""
    printed = entry.text[found.start("short") : found.start("short") + len(short)].strip() if found else ""
    return Party(entry, name, representative, role, printed)


def _representation(entry: Passage, text: str) -> tuple[Passage, Passage]:
    """Return who represents the party, and in what office: whichever of the two comes first in the print."""
    nothing = Passage(())
    found = _REPRESENTED.search(text)
    if found is None:
        return nothing, nothing
    stop = re.compile(r"ci[- ]?apres|dont le siege|dument|agissant en vertu|par deliberation|autorise|habilite").search(
        text, found.end()
    )
    limit = stop.start() if stop else len(text)
    role = _ROLE_RE.search(text, found.end(), limit)
    if role is None:
        return person(entry.cut(found.end(), limit)), nothing
    end = role.end("role") + (len(whole[0]) if (whole := _OF_WHAT.match(text, role.end("role"), limit)) else 0)
    after = person(entry.cut(max(end, role.end()), limit))
    return after or person(entry.cut(found.end(), role.start())), entry.cut(role.start("role"), end)


def person(words: Passage) -> Passage:
    """Return the name of the person in ``words``: after a civility, else two capitalised words that are no office."""
    text = plain(words.text)
    civil = _CIVIL.search(text)
    if civil is not None:
        named = _PERSON_RE.match(words.text, civil.end())
        return words.cut(*named.span()) if named else Passage(())
    for named in _PERSON_RE.finditer(words.text):
        if not _ROLE_RE.search(plain(named[0])):
            return words.cut(*named.span())
    return Passage(())


def _before_person(words: Passage) -> Passage:
    """Cut a name where a person's begins: ``Commune de X, Madame Y``."""
    civil = re.compile(r"[,;]?\s+\b(?:monsieur|madame|m\.|mme)\s").search(plain(words.text), 1)
    return words.cut(0, civil.start()) if civil else words


def _quoteless(words: Passage) -> Passage:
    """Cut list marks and loose punctuation from around a name."""
    text = words.text
    start = len(text) - len(text.lstrip(' •·➤►▶▪■→⇒↳*–—-\t«"“'))
    loose = " ,;:.–—-" + "".join(
        shut for shut, opened in (("»", "«"), ("”", "“"), ('"', '"')) if opened not in text[start:-1]
    )
    return words.cut(start, max(len(text.rstrip(loose)), start))
