"""A party: its name, who represents it and in what office, and the short name that the act gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.acts.representing import CIVIL, ROLE, also_representing, person, representation, said_at
from loaders.document import Passage
from loaders.remembering import remembered
from loaders.vocabulary import words
from loaders.words.persons import persons_in
from loaders.words.wording import alternatives, plain

_NAME_END = re.compile(
    rf"\s*[,;:(]?\s*\b{alternatives(words('parties', 'name_end'))}"
    r"|,\s*\d{1,4}(?:\s?[-/]\s?\d{1,4})?(?: ?(?:bis|ter))?,? [a-z]"
    rf"|,\s*(?:l'|le |la )?{alternatives(words('parties', 'address'))}(?=[\s,]|$)"
    r"|,\s*(?:communaute d|etablissement public|collectivite|organisme|association loi|personne morale|syndicat)"
    r"|\s(?:etablissement public (?:de cooperation|a caractere)|organisme de droit|association (?:loi|regie))"
)
_BESIDE = re.compile(
    r",\s+(?=[a-zà-ÿ])(?!(?:de|du|des|d['’]|et|ou|à|aux?|en|la|le|les|l['’])(?:\b|(?<=['’])))|,\s+(?=L(?:[ae]s?\s|['’])[^,;:()]{2,50}\sà\s[A-ZÀ-Ý])"
)
"""What stands beside a name and is none of it: ``Commune de X, nouvel adhérent, ...``; a name goes on in capitals."""
_LED = re.compile(
    rf"\W*(?:(?P<person>(?P<civil>{CIVIL.pattern})?[^,;:(\d]{{3,60}}?),?\s+(?:agissant\s+)?(?:(?:en|es)\s+(?:sa\s+)?qualite\s+de\s+)?)?"
    rf"(?:le\s+|la\s+|l')?(?P<role>{ROLE}),?\s+(?:de la|de l'|du|des|de|d')\s*(?P<name>[^\W\d][^,;:(]*)"
)
"""An entry that names the person or the office before the party: ``Mme Y, présidente de la communauté de ...``."""
_FOR = re.compile(
    rf"\W*(?P<person>(?P<civil>{CIVIL.pattern})?[^,;:(\d]{{3,60}}?),?\s+(?:(?P<role>{ROLE}),?\s+)?"
    r"pour (?:le compte de )?(?:la |le |les |l')(?P<name>[^\W\d][^,;:(]*)"
)
"""An entry that names the person before the party signed for: ``Y, pour la communauté de communes``."""
_AFTER = re.compile(r"\s(?:monsieur|madame|m\.|mme)\s")
CAF = re.compile(alternatives(words("parties", "caf")))
MET = re.compile(alternatives(words("parties", "met")))
"""What a title says of those who were met: they are no parties."""

HEAD = re.compile(
    r"\W*(?:(?:et|d'abord|ensuite|enfin|puis),?\s+)?(?:la |le |l'?\s?|les (?:\d+ )?)?"
    rf"{alternatives(words('parties', 'heads'))}[sx]?\b(?!-)"
)
"""What a party begins with: ``la Communauté ...``."""
_AND = re.compile(
    r"\W*(?:(?:d'abord|ensuite|enfin|puis|premierement|deuxiemement|troisiemement),?\s+(?=(?:la|le|les|l')\b)"
    r"|(?:et|ainsi que)\s+(?=(?:la|le|les|l')\b)|\d{1,2}\s?(?:°\s?\)?|[.)]|-(?=\s))\s*)"
)
_SHORT = re.compile(
    r"ci[- ]?apres\W*(?:(?:denomme|designe|appele|nomme)\w*\W*)?"
    r"(?:par\s+|sous (?:le nom|l'appellation|le terme)\s+)?(?:(?:de|d')\s*)?"
    r"[«\"“'(]*\s*(?:(?:la|le|les|l')\s*)?(?P<short>(?:[^»\"”')(,;\n]|(?<=\bl)'|(?<=\bd)'){2,60})"
)
_LOST = re.compile(r"\b(?:de|du|d')$")
"""A name that the scan lost behind its form; the short name that the act gives it has it: ``La Commune de , ...``."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party as printed; ``words`` is all that the act says of it, ``name`` its name alone.

    ``also`` are the persons, with their offices, who represent it together with the ``representative``.
    """

    words: Passage
    name: Passage
    representative: Passage
    role: Passage
    short: str = ""
    also: tuple[tuple[Passage, Passage], ...] = ()


@remembered(256)
def read_party(entry: Passage) -> Party:
    """Take the words of one party apart; what is not printed is empty."""
    text = plain(entry.text)
    lead = found.end() if (found := _AND.match(text)) else 0
    found = _SHORT.search(text)
    printed = entry.text[slice(*found.span("short"))].strip() if found else ""
    if (led := _leading(entry, lead)) is not None:
        return _led(entry, led, printed)
    ends = [cue.search(words_, lead + 1) for cue, words_ in ((_NAME_END, text), (_BESIDE, entry.text))]
    end = min((found.start() for found in ends if found), default=len(text))
    end = min(end, said if (said := said_at(entry, lead + 1)) is not None else end)
    representative, role = representation(entry, end)
    also = also_representing(entry, (representative, role))
    name = _quoteless(entry.cut(lead, end))
    if found and _LOST.search(plain(name.text)):
        name = _quoteless(entry.cut(*found.span("short")))
    return Party(entry, name, representative, role, printed, also)


def begins_with_person(words: Passage) -> bool:
    """Whether ``words`` begin with the person who represents the party they name: ``Mme Y, présidente de la ...``."""
    led = _leading(words, 0)
    return led is not None and bool(led["person"])


def _leading(entry: Passage, lead: int) -> re.Match[str] | None:
    """Return how an entry begins with the person or the office and goes on with the party, None where it does not."""
    text = plain(entry.text)
    led = _LED.match(text, lead) or _FOR.match(text, lead)
    if led is None or HEAD.match(text, lead):
        return None
    if led["person"] and not led["civil"]:
        start, end = led.span("person")
        known = next(iter(persons_in(entry.text[start:end])), None)
        return led if known and known[0] == 0 else None
    return led


def _led(entry: Passage, led: re.Match[str], short: str) -> Party:
    """Return the party of an entry that begins with the person, or the office, that represents it."""
    end = found.start() if (found := _NAME_END.search(led.string, led.start("name") + 1)) else len(led.string)
    end = min(end, led.end("name"), found.start() if (found := _AFTER.search(led.string, led.start("name"))) else end)
    who = person(entry.cut(*led.span("person"))) if led["person"] else person(entry.cut(end), sure=True)
    return Party(
        entry,
        _quoteless(entry.cut(led.start("name"), end)),
        who,
        entry.cut(*led.span("role")) if led["role"] else Passage(()),
        short,
    )


def _quoteless(words: Passage) -> Passage:
    """Cut list marks and loose punctuation from around a name."""
    text = words.text
    start = len(text) - len(text.lstrip(' •·➤►▶▪■→⇒↳*–—-\t«"“'))
    loose = " ,;:.–—-" + "".join(
        shut for shut, opened in (("»", "«"), ("”", "“"), ('"', '"')) if opened not in text[start:-1]
    )
    return words.cut(start, max(len(text.rstrip(loose)), start))
