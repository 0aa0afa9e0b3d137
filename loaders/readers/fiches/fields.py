"""Fields of a fiche: a rubric and the blocks that stand under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from loaders import vocabulary
from loaders.document import Item, Paragraph, Passage
from loaders.formats.making.continuation import hangs
from loaders.words.actor_heads import kind_at
from loaders.words.amounts import amounts
from loaders.words.cell_kinds import holds
from loaders.words.numbering import numbered
from loaders.words.rubrics import Rubric, leading, rubric
from loaders.words.wording import alternatives, lines, plain, printed_lines, sentences

ACTORS = frozenset({"pilote", "service", "partenaire", "financeur"})
MONEY = frozenset({"budget", "financeur"})
_SHORT = ACTORS | {"echeance", "titre", "numero", "statut"}
_STRONG = ACTORS | {"echeance", "public", "objectif", "indicateur", "resultat", "budget"}
_LONGEST_VALUE = 200
_LONGEST_KEY = 45
_LEAST_KEYS = 3
_STRANGE = re.compile(r"(?P<key>[A-ZÀ-Ý][^:.,;()\d]{2,40}?)\s?:\s")
_COLON = re.compile(r"\s?[:?▸►→➜➔](?=\s|$)")
_REFERS = re.compile(
    r"\W*(?:se rattache|rattachee?s?|liee?s?|reliee?s?|contribue|repond|correspond) (?:a|au|aux) (?:l'|la |le |les )?"
)
_CAPITAL = re.compile(r"(?<=\s)(?=[A-ZÀ-Ý])|(?<=;\s)(?=[a-zà-ÿ])")
_WAITS = re.compile(r"\b(?:de la|de|du|des|d'|l'|la|le|les|et|en)\s*$")
"""How a line ends whose last name goes on below it: ``Département de la``."""

_DASH = re.compile(r"\s[–—|/-]\s*$")


@dataclass(slots=True)
class Field:
    """A rubric of a fiche and what stands under it.

    ``kind`` is as in the vocabulary (``autre`` for what is not kept); ``closed`` where nothing more belongs to it;
    ``said`` is its title in its own words, where it has one.
    """

    kind: str
    blocks: list[Paragraph | Item] = field(default_factory=list)
    closed: bool = False
    said: str = ""

    def accepts(self, block: Paragraph | Item) -> bool:
        """Whether ``block``, in the flow below the rubric, still belongs to it."""
        if self.kind not in _SHORT:
            return not self.closed
        if isinstance(block, Item):
            return True
        text = block.words.text.strip()
        if self.closed or len(text) > _LONGEST_VALUE or text.startswith("("):
            return False
        if self.kind == "echeance" and _STRANGE.match(text) and any(amounts(text)):
            return False
        if text.endswith(".") and (self.blocks or not _is_phrase(text)):
            return False
        return numbered(text) is None or (self.kind == "echeance" and holds([text]) == "days")


def _is_phrase(text: str) -> bool:
    """Whether ``text``, which a full stop ends, is a name, a list or a date all the same: it has no verb."""
    return not re.search(r"\.\s+\S", text) and not _verbs().search(plain(text))


@cache
def _verbs() -> re.Pattern[str]:
    """Return the pattern of what makes a sentence."""
    return re.compile(rf"(?<!\w){alternatives(vocabulary.words('fiches', 'verbs'))}(?!\w)")


@dataclass(slots=True)
class Fields:
    """The fields of one sheet, in order."""

    found: list[Field] = field(default_factory=list)

    def open(self, kind: str, value: Passage | None = None, said: str = "") -> Field:
        """Open a field of ``kind``, whose title is ``said``, with its first words."""
        opened = Field(kind, [Paragraph(value)] if value else [], said=said)
        self.found.append(opened)
        return opened


def filled(fields: Iterable[Field], kind: str) -> Iterator[Field]:
    """Give the fields of ``kind`` that hold something."""
    yield from (found for found in fields if found.kind == kind and found.blocks)


def heading_of(words: Passage) -> Rubric | None:
    """Return the rubric that ``words`` begin with: on a line of its own, or before a colon."""
    first, *others = lines(words) or (Passage(()),)
    if others and (kind := rubric(first.text)):
        return Rubric(kind, len(first.text), len(words.text) - len(words.text[len(first.text) :].lstrip()))
    found = leading(words.text)
    return None if found is not None and found.kind == "statut" and _gives(words.text[found.value :]) else found


def _gives(value: str) -> bool:
    """Whether a value is an amount: what stands before it is the State, not a state (``État : 55 000 €``)."""
    first = next(amounts(value), None)
    return first is not None and not value[: first.start].strip()


def by_rubric(words: Passage) -> Iterator[Passage]:
    """Cut a paragraph before each of its printed lines that begins with a rubric (``Pilote : ...``), or is one.

    A line that begins with one is cut before each further one: two columns that the print has run together.
    """
    if keyed := _by_sentence(words):
        yield from keyed
        return
    start = at = 0
    for line in printed_lines(words):
        at = words.text.index(line.text, at)
        held = words.cut(start, at)
        begins = not held or not line.text[:1].islower()
        says = len(line.text.split()) > 1 or not hangs(held.text)  # one word may be what the line above waits for
        alone = says and line.text[:1].isupper() and bool(rubric(line.text))
        opens = alone or (begins and (leading(line.text) is not None or _refers(line.text)))
        if opens or (held and _has_strange_key(held.text, line.text)):
            if held:
                yield held
            *whole, last = _side_by_side(line)
            yield from whole
            start = at + len(line.text) - len(last.text)
        at += len(line.text)
    if held := words.cut(start):
        yield held


def _by_sentence(words: Passage) -> tuple[Passage, ...]:
    """Return ``words`` cut before each sentence that is but a rubric (``Objectif. Informer.``), none if not three are.

    One sentence may be a word as well: three of different kinds are keys.
    """
    said = sentences(words) if words.text.count(". ") >= 2 * _LEAST_KEYS - 1 else ()
    keys = [one for one in said if len(one.text) <= _LONGEST_KEY and rubric(one.text.rstrip(". "))]
    if len({rubric(one.text.rstrip(". ")) for one in keys}) < _LEAST_KEYS:
        return ()
    starts, at = [0], 0
    for one in said:
        at = words.text.index(one.text, at)
        starts.extend([at] if one in keys and at else [])
        at += len(one.text)
    return tuple(part for start, end in pairwise([*starts, len(words.text)]) if (part := words.cut(start, end)))


def _refers(text: str) -> bool:
    """Whether a line only says to which node of the plan something belongs: ``Se rattache à l'objectif A1``."""
    found = _REFERS.match(plain(text))
    head = numbered(f"{text[found.end() :].strip(' .')} : x") if found is not None else None
    return head is not None and bool(head.level and head.number)


def _has_strange_key(above: str, text: str) -> bool:
    """Whether a line begins with a key that is no known rubric and no actor: it goes on with nothing ``above``.

    It may be the rest of an actor's name, which the line above begins.
    """
    found = _STRANGE.match(text)
    if found is None or kind_at(found["key"]) or _WAITS.search(plain(above)):
        return False
    return ":" in above or not kind_at(above)


def _side_by_side(line: Passage) -> Iterator[Passage]:
    """Give ``line``, which begins with a rubric, cut before each further rubric and its colon."""
    start, text = 0, line.text
    for colon in _COLON.finditer(text):
        for word in _CAPITAL.finditer(text, max(start, colon.start() - _LONGEST_KEY), colon.start()):
            if start < word.start() and _opens_another(text[start : word.start()], text[word.start() : colon.start()]):
                yield line.cut(start, word.start())
                start = word.start()
                break
    yield line.cut(start)


def _opens_another(before: str, title: str) -> bool:
    """Whether ``title``, behind a field and before a colon, opens another: what could be a value opens none."""
    kind = rubric(title)
    own = leading(before)
    return (
        own is not None
        and own.value < len(before.rstrip())
        and kind in _STRONG
        and (kind != own.kind or _is_other(before[: own.end], title, kind))
        and not hangs(_DASH.sub("", before))
    )


def _is_other(said: str, title: str, kind: str) -> bool:
    """Whether ``title`` is another title of a ``kind`` of actors than ``said``: ``Copilote`` beside ``Pilote``."""
    return kind in ACTORS and plain(said).strip() != plain(title).strip()
