"""Statements: what the sentences of an act say of a convention territoriale globale (period, generation, signature)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.acts.convention_cues import AROUND, BEFORE, FROM_SIGNATURE
from loaders.acts.mention_names import further_territories, label_of, territory_of
from loaders.acts.mention_periods import period_of
from loaders.acts.mention_signing import signed_on
from loaders.acts.mention_standing import avenant_of, generation_of, is_amended, is_over, role_of
from loaders.acts.mentions import Mention, find_mentions
from loaders.document import Passage
from loaders.resolve import Gazetteer
from loaders.words.named import Named
from loaders.words.wording import plain, sentences
from maillage.reference import Territory

_PARTICIPLE = r"(?:(?:co)?signee|conclue|paraphee|etablie|passee) [^.;]{2,160}?, "
_SHE = re.compile(rf"\W*(?:{_PARTICIPLE})?(?:elle|celle-ci|cette (?:premiere |derniere )?(?:convention|ctg))\b")
_LONGEST = 2500
_NOTHING = Passage(())


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says of one convention; what it does not say is empty.

    ``role`` is ``previous`` or ``new``; ``own`` is false where the convention is not called by its name; ``over`` says
    that it has ended, ``amended`` that an avenant changes it, ``signed`` that it was signed; ``witness`` that it is no
    sentence about the convention that says it; ``denied`` is the first day that it states against what others say.
    ``part`` is what semicolons part off for it of a sentence about several, ``above`` the words that name its territory
    where those that state it do not.
    """

    words: Passage
    label: Passage
    title: bool = False
    named: Named | None = None
    first: str = ""
    last: str = ""
    computed: str = ""
    generation: int = 0
    signed_on: str = ""
    signed: bool = False
    role: str = ""
    over: bool = False
    renewal: bool = False
    amended: bool = False
    avenant: str = ""
    from_signature: bool = False
    own: bool = True
    witness: bool = False
    denied: str = ""
    part: Passage = _NOTHING
    above: Passage = _NOTHING

    @property
    def territory(self) -> Passage:
        """The words that name its territory."""
        return (self.above or self.words).cut(self.named.start, self.named.end) if self.named else _NOTHING

    @property
    def clause(self) -> Passage:
        """The words that are about it alone, as far as the sentence parts them."""
        return self.part or self.words


def read_statements(
    blocks: Iterable[tuple[Passage, bool]], gazetteer: Gazetteer, near: Territory | None
) -> Iterator[Statement]:
    """Give what ``blocks`` (their words, and whether they stand on the title page) state of conventions, in order."""
    for block, title in blocks:
        if not block:
            continue
        above: list[Statement] = []
        for sentence in (block.cut(0),) if title else sentences(block):
            told = [
                statement
                for part in _bounded(sentence)
                for mention in find_mentions(part, title)
                for statement in _stated(mention, gazetteer, near)
            ]
            if near is None or near.kind not in ("epci", "commune"):
                told = list(_of_the_same(told))
            if _SHE.match(plain(sentence.text)):
                told = [_of_antecedent(statement, above) for statement in told]
            yield from told
            above = told


def _of_the_same(told: Iterable[Statement]) -> Iterator[Statement]:
    """Give what a sentence of an act without a territory of its own says, a convention of no name as the one before's.

    ``La CC X renouvelle la CTG 2020-2024 ; la CTG de deuxième génération ...`` is about X alone.
    """
    named: Named | None = None
    for statement in told:
        yield statement if statement.named is not None or named is None else replace(statement, named=named)
        named = statement.named or named


def _of_antecedent(statement: Statement, above: Sequence[Statement]) -> Statement:
    """Return what a sentence with a pronoun says, of the earlier convention that the sentence ``above`` is about.

    It is an earlier one where the sentence says so, or that it was the first and when.
    """
    if len(above) != 1 or statement.own or statement.first or statement.last:
        return statement
    (before,) = above
    dated = before.generation == 1 and bool(before.first) and not (statement.renewal or statement.amended)
    if before.role != "previous" and not dated:
        return statement
    return replace(
        statement,
        named=before.named,
        above=before.above or before.words,
        role=before.role,
        first=before.first,
        last=before.last,
        computed=before.computed,
    )


def _bounded(sentence: Passage) -> Iterator[Passage]:
    """Give a sentence in parts of a length that an act's sentence has, so that the reading of any text stays linear."""
    if len(sentence.text) <= _LONGEST:
        yield sentence
        return
    for start in range(0, len(sentence.text), _LONGEST):
        yield sentence.cut(start, start + _LONGEST)


def _stated(mention: Mention, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give the statement of a mention, and one for each further territory of a plural one."""
    named = territory_of(mention, gazetteer, near)
    statement = _statement(mention, named)
    if not (statement.first or statement.last) and BEFORE["others"].search(mention.before):
        return
    yield statement
    for other in further_territories(mention, named, gazetteer, near) if named else ():
        both = mention.words.cut(mention.start, mention.end) + mention.words.cut(other.start, other.end)
        yield replace(statement, named=other, label=both)


def _statement(mention: Mention, named: Named | None) -> Statement:
    """Return what a mention states of the convention of the territory ``named``."""
    first, last, computed = period_of(mention)
    day = signed_on(mention)
    return Statement(
        words=mention.words,
        label=label_of(mention, named),
        title=mention.title,
        named=named,
        first=first,
        last=last,
        computed=computed,
        generation=generation_of(mention),
        signed_on=day,
        signed=bool(day or AROUND["signed"].search(mention.text, mention.end, mention.right)),
        role=role_of(mention),
        over=is_over(mention),
        renewal=bool(AROUND["renewal"].search(mention.text)),
        amended=is_amended(mention),
        avenant=avenant_of(mention),
        from_signature=bool(FROM_SIGNATURE.search(mention.text)),
        own=mention.own,
        part=_part(mention),
    )


def _part(mention: Mention) -> Passage:
    """Return the words between the semicolons around a mention, where its sentence speaks of another as well."""
    if not mention.left and mention.right == len(mention.text):
        return _NOTHING
    end = mention.text.find(";", mention.end)
    return mention.words.cut(mention.text.rfind(";", 0, mention.start) + 1, end if end >= 0 else None)
