"""Actors' cells: a list of actors in one cell, in whatever way the print parts them, becomes one name an actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from loaders.document import Item, Paragraph, Passage
from loaders.readers.persons import around_persons
from loaders.readers.section import Section
from loaders.readers.wording import alternatives, lines, plain
from loaders.resolve import ResolvedActor, fold
from loaders.resolve.kinds import kinds
from loaders.vocabulary import words

_CONNECTOR = alternatives(words("fiches", "connectors"))
_PART = re.compile(
    rf"(?P<connector>[\s,]*\b{_CONNECTOR}\b)"
    r"|(?P<hard>;|\n|•|·(?=\s)|\+|⇒|➤|(?<=\))(?=[^\W\d_]))"
    r"|(?P<comma>,(?!\d))"
    r"|(?P<dash>\s+[-–—]+\s*|\s*[-–—]+\s+)"
    r"|(?P<slash>\s*/\s*)"
    r"|(?P<et>\s+(?:et|ou|&|et/ou)\s+(?:que\s+)?)"
)
_WORD = re.compile(r"[^\W_]+|&")
_OF = re.compile(r"(?:de|du|des|d'|a|au|aux|en|sur|pour|dans|par)\b|d'")
_ARTICLE = re.compile(r"(?:les?|la|l'|une?|leurs?|ses|son|tous|toutes)\b|l'")
_PRICE = re.compile(r"[\s:(–-]*(?<![\w.])\d[\d\s.,]*\s?(?:k?€|euros?\b|%)", re.IGNORECASE)
_EDGES = " \t\n\r\u00a0,;:.•–—-*_↳►➤▪■→⇒/&+"
_CLASSES = ("groupe", "")


def actors(blocks: Iterable[Paragraph | Item], section: Section) -> Iterator[tuple[Passage, ResolvedActor]]:
    """Give each actor that ``blocks`` list, with the words that name it, resolved in the act's territory.

    Persons are left out; the post or service beside them stays. What is no name (``etc.``, a lead-in) is dropped.
    """
    seen = set()
    for name in _names(blocks):
        actor = section.gazetteer.actor(name.text, section.territory, section.abbreviations)
        key = fold(actor.name)
        if key and key not in seen:
            seen.add(key)
            yield name, actor


def _names(blocks: Iterable[Paragraph | Item]) -> Iterator[Passage]:
    for block in blocks:
        for line in _whole_lines(block.words):
            for part in around_persons(_without_lead(line)):
                for name in _split(part):
                    yield from _bared(name)


def _whole_lines(text: Passage) -> Iterator[Passage]:
    """Give the printed lines of ``text``, those joined again that a break cut in the middle of a name."""
    held = Passage(())
    for line in lines(text):
        if held and (line.text[:1].islower() or _ends_open(held.text)):
            held += line
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _ends_open(text: str) -> bool:
    """Whether a line's last word or a parenthesis calls for more."""
    last = plain(text).split()[-1:]
    return text.count("(") > text.count(")") or text.endswith(("'", "’")) or last in _open_words()


@cache
def _open_words() -> list[list[str]]:
    return [[word] for word in words("fiches", "open_words")]


def _without_lead(text: Passage) -> Passage:
    """Return ``text`` without what introduces its list (``Les partenaires sont : ...``)."""
    colon = re.search(r"\s?:\s*", text.text)
    if colon is None:
        return text
    lead = plain(text.text[: colon.start()])
    if re.search(rf"\b{alternatives(words('fiches', 'lead_ins'))}\b", lead) or not _is_actor(lead):
        return text.cut(colon.end())
    return text


def _split(text: Passage) -> Iterator[Passage]:
    """Give the names that ``text`` lists."""
    start = 0
    for found in _PART.finditer(plain(text.text)):
        before, after = text.text[start : found.start()], text.text[found.end() :]
        if found.start() >= start and not _inside(text.text, found.start()) and _parts(found, before, after):
            yield from _split_lost(text.cut(start, found.start()))
            start = found.end()
    yield from _split_lost(text.cut(start))


def _inside(text: str, position: int) -> bool:
    """Whether ``position`` stands within a parenthesis or between guillemets that are closed later."""
    before, after = text[:position], text[position:]
    return (before.count("(") > before.count(")") and ")" in after) or (
        before.count("«") > before.count("»") and "»" in after
    )


def _parts(found: re.Match[str], before: str, after: str) -> bool:
    """Whether a separator parts two actors, rather than two words of one name."""
    following = plain(after).lstrip()
    if found.lastgroup in ("hard", "connector"):
        return True
    if _OF.match(following):
        return False
    if found.lastgroup == "dash":
        return not (_kind(before) == _kind(_first(after)) == "service" and _is_house(after))
    if found.lastgroup == "comma":
        return _starts_name(after) or not before.strip() or _kind(before) in _CLASSES or " " in _first(after).strip()
    return _starts_name(after) and (found.lastgroup == "slash" or bool(before.strip()))


def _starts_name(text: str) -> bool:
    """Whether ``text`` begins as another actor does: an article, an acronym, a name that is known."""
    first = text.strip().split(" ")[0].strip("(),.;")
    if _ARTICLE.match(plain(text).lstrip()) or (len(first) > 1 and first.isupper()):
        return True
    return _is_actor(_first(text))


def _first(text: str) -> str:
    """Return ``text`` up to its first separator."""
    found = _PART.search(plain(text.strip()))
    return text.strip()[: found.start()] if found else text.strip()


def _is_house(text: str) -> bool:
    return bool(re.match(alternatives(words("fiches", "houses")) + r"\b", fold(_first(text))))


def _is_actor(text: str) -> bool:
    return bool(_kind(text))


def _kind(text: str) -> str:
    """Return the kind of actor that ``text`` begins with, by the declared words; empty for none."""
    folded = re.sub(r"^(?:(?:les?|la|l|une?|des) )+", "", fold(text))
    head = next(kinds().heads(folded), None)
    return head.kind if head is not None and head.start == 0 else ""


def _split_lost(text: Passage) -> Iterator[Passage]:
    """Give the names that stand in ``text`` side by side, where the print has lost what parted them.

    A new name begins with a capital and the head of an organisation, behind words that do not call for it.
    """
    tokens = list(_WORD.finditer(text.text))
    folded = fold(text.text)
    if len(tokens) != len(folded.split()) or "(" in text.text:
        head, parenthesis, rest = text.text.partition("(")
        if parenthesis and len(_WORD.findall(head)) == len(fold(head).split()):
            yield from _join_last(_split_lost(text.cut(0, len(head))), text, len(head))
            return
        yield text
        return
    start = 0
    for position in _heads(folded, tokens, text.text):
        yield text.cut(start, position)
        start = position
    yield text.cut(start)


def _join_last(names: Iterator[Passage], text: Passage, position: int) -> Iterator[Passage]:
    """Give ``names``, the last of them with what follows ``position`` in ``text`` (its parenthesis)."""
    found = [name for name in names if name]
    yield from found[:-1]
    yield found[-1] + text.cut(position) if found else text.cut(position)


def _heads(folded: str, tokens: list[re.Match[str]], text: str) -> Iterator[int]:
    """Give where a further organisation begins in ``text``, whose words are ``tokens``."""
    previous = None
    for head in kinds().heads(folded):
        index = len(folded[: head.start].split())
        token = tokens[index]
        acronyms = index > 0 and token[0].isupper() and tokens[index - 1][0].isupper()
        alone = previous is None or (head.start <= previous + 1 and not acronyms)
        previous = head.end
        if alone or head.kind in _CLASSES or head.plural or not token[0][0].isupper():
            continue
        before = text[: token.start()]
        if before.endswith((" ", ")")) and not _ends_open(before.rstrip()) and before.rstrip()[-1:] not in "-–—'’«":
            yield token.start()


def _bared(name: Passage) -> Iterator[Passage]:
    """Give ``name`` without loose punctuation and the words that name nobody; nothing where no name is left."""
    text = name.text
    price = _PRICE.search(text)
    text = text[: price.start()] if price else text
    tail = re.search(rf"[\s,.(…]*\b{alternatives(words('fiches', 'dropped'))}\W*$|[\s.…]+$", plain(text))
    end = tail.start() if tail else len(text)
    head = re.match(rf"\W*(?:{alternatives(words('fiches', 'prefixes'))}\b\W*)?", plain(text))
    start = head.end() if head else 0
    if text[:start].strip().startswith("(") and text[:end].endswith(")"):
        end -= 1
    bared = name.cut(start, end)
    bared = bared.cut(0, len(bared.text.rstrip(_EDGES)))
    if len(re.findall(r"[^\W\d_]", bared.text)) > 1:
        yield bared
