"""Mentions: where the words of an act name bodies that steer a convention, by known names or any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.remembering import remembered
from loaders.seeking import Sought
from loaders.themes import is_theme
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy

_KINDS = {kind: alternatives(names) for kind, names in groups("instances", "kinds").items()}
_QUALIFIED = rf"(?:[^\w\s:;.-]{{0,2}}\s+{cues('qualified')}(?=\W|$))*"
_NAMES = Sought("|".join(rf"\b(?P<k{n}>{names}){_QUALIFIED}" for n, names in enumerate(_KINDS.values())))
_LEVEL = rf"(?:(?:(?:une|un|le|la) |l')?{cues('levels')}(?: [a-z0-9']+){{0,3}}\s?[:-]\s*)?"
_OWN_NUMBER = r"(?:(?:(?:[ivx]{1,4}|[a-h])\.)?\d+(?:\.\d+)*\W*)?"
BODY_LEAD = (
    rf"\W*{_OWN_NUMBER}{_LEVEL}(?:(?:enfin|par ailleurs|en outre|de plus|ensuite|puis),? )?"
    r"(?:(?:(?:le|la|les|une?|des|deux|trois|quatre|plusieurs)\b|l')\s*)?(?:\d+[.)]\s*)?"
)
"""What may stand before a body's name: its number, its level, an article."""

_ARTICLE = re.compile(rf"^{BODY_LEAD}$")
BODY_WORD = rf"(?!(?:{cues('verbs')})\b)[a-z0-9'\"/&«»-]*[a-z0-9»\"]"
"""A word of a body's name: none that says what it does or how often it meets."""

_OTHER_NAME = re.compile(
    rf"{BODY_LEAD}(?P<name>(?!{cues('others')}){cues('bodies')}(?:\s+{BODY_WORD}){{1,7}})"
    rf"(?=\s*(?:$|[:.;,(–—]|-\s)|\s+(?:{cues('verbs')})\b)"
)
_QUOTED_THEME = re.compile(r"\s*[«“\"]\s*(?P<theme>[^«»“”\"]{3,40}?)\s*[»”\"]")
_THEMES = [re.compile(rf"(?: |/)(?!et\b)[a-zà-ÿ-]+(?: (?!et\b)[a-zà-ÿ-]+){{{count}}}(?=\W|$)") for count in (2, 1, 0)]
_AND = re.compile(r" et(?= )| -(?= )|(?=[ /])")
_MANY = re.compile(r"groupes|equipes")
_ANOTHER = re.compile(rf"{BODY_LEAD}{cues('others')}")
_CALLED = re.compile(rf"(?P<name>{cues('bodies')}\b[^:.;]{{0,60}}?)\s*:")
_HEADED = re.compile(r"(?P<name>[^,:;.()]{3,60}?)(?:,\s*(?P<often>[^:;.()]{3,60}?))?\s*:\W*")
_BODY = re.compile(rf"{cues('bodies')}\b[^:.;,]{{0,60}}")
_NO_PART_OF_IT = re.compile(
    r"\s+(?:(?:bi-?)?(?:annuel|semestriel|trimestriel|mensuel)s?|de la (?:ctg|convention territoriale globale))$"
)
"""What stands at the end of a name and is none of it: how often the body meets, which convention it steers."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a body: where it stands in its text, its kind, its words."""

    start: int
    end: int
    kind: str
    words: Passage
    known: bool = True

    @property
    def steers(self) -> bool:
        """Whether its very name says that it steers: a comité or a groupe projet, and no group for some work."""
        return self.kind != "autre" or plain(self.words.text).startswith("comite")

    @property
    def name(self) -> str:
        """Its name as printed, on one line."""
        return tidy(self.words.text).rstrip(".")


@remembered(4_096)
def mentions(words: Passage) -> tuple[Mention, ...]:
    """Return the bodies that ``words`` name, in order; one is not named twice in a row by its name and its acronym."""
    return tuple(_mentions(words))


def _mentions(words: Passage) -> Iterator[Mention]:
    kinds = list(_KINDS)
    for found in _NAMES.finditer(plain(words.text)):
        kind = kinds[int((found.lastgroup or "k0")[1:])]
        more = _NO_PART_OF_IT.search(found[0])
        end = found.start() + (more.start() if more else len(found[0]))
        about = 0 if more else _themes(words.text[found.end() :], several=_MANY.match(found[0]) is not None)
        yield Mention(found.start(), found.end() + about, kind, words.cut(found.start(), end + about))


def _themes(behind: str, *, several: bool) -> int:
    """Return how many letters behind a body's name say what it is about: ``groupe projet`` ``enfance jeunesse``.

    The themes behind the name of several are those of one after another.
    """
    quoted = _QUOTED_THEME.match(behind)
    if quoted is not None and is_theme(quoted["theme"]):
        return quoted.end()
    end = _theme(behind)
    while end and not several and (joint := _AND.match(behind, end)) and (more := _theme(behind[joint.end() :])):
        end = joint.end() + more
    return end


def _theme(behind: str) -> int:
    """Return how many letters at the beginning of ``behind``, a space or a stroke first, are one theme, and no body."""
    for found in (pattern.match(behind) for pattern in _THEMES):
        if found and is_theme(found[0]) and _NAMES.search(plain(found[0])) is None:
            return len(found[0])
    return 0


@remembered(4_096)
def opening(words: Passage) -> Mention | None:
    """Return the body whose name, after a definite article at most, begins ``words``."""
    first = next(iter(mentions(words)), None)
    return first if first is not None and _ARTICLE.match(plain(words.text[: first.start])) else None


def opening_any(words: Passage) -> Mention | None:
    """Return the body that ``words`` begin with, by whatever name: ``Réseau des familles``, ``Commission jeunesse``.

    The words tell it where one is known to be spoken of: a name of this kind is nothing by itself.
    """
    known = opening(words)
    found = None if known is not None and known.kind != "autre" else _OTHER_NAME.match(plain(words.text))
    if found is None or (known is not None and found.end("name") < known.end):
        return known
    if known is None and any(mention.steers for mention in mentions(words.cut(*found.span("name")))):
        return None
    whole = words.cut(*found.span("name"))
    return Mention(*found.span("name"), "autre", whole, known=known is not None and known.end == found.end("name"))


def is_of_a_body(text: str) -> bool:
    """Tell whether ``text`` begins as the names of bodies do: ``Cercle des clochers``."""
    return _BODY.match(plain(text)) is not None


def about_another(words: Passage) -> bool:
    """Tell whether ``words`` begin with a body that steers no convention: ``Le conseil municipal``."""
    return _ANOTHER.match(plain(words.text)) is not None


def called_so(words: Passage) -> Mention | None:
    """Return the body that an item beside those of other bodies names: ``Commission des habitants :``."""
    found = _CALLED.match(plain(words.text))
    return Mention(0, found.end("name"), "autre", words.cut(0, found.end("name"))) if found else None


def headed(words: Passage) -> Mention | None:
    """Return the body, by whatever name, that a line ending in a colon names: ``Café des familles, chaque été :``."""
    found = _HEADED.fullmatch(plain(words.text))
    return Mention(0, found.end("name"), "autre", words.cut(0, found.end("name"))) if found else None


def behind_comma(words: Passage) -> Passage:
    """Return what stands between the name of such a body and the colon: how often it meets."""
    found = _HEADED.fullmatch(plain(words.text))
    return words.cut(*found.span("often")) if found and found["often"] else Passage(())


def called(words: Passage) -> Mention | None:
    """Return the body of any kind that ``words`` are the name of: ``Commission des habitants``."""
    found = _BODY.fullmatch(plain(words.text))
    return Mention(0, found.end(), "autre", words) if found else None
