"""Amounts given, as sentences state them: ``La Caf verse annuellement près de 52 000 € au titre de ...``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.acts.section import Section
from loaders.acts.territories import name_above, stands_above
from loaders.acts.territory_codes import specific
from loaders.document import Block, Item, Passage, Table
from loaders.readers.funding import words as says
from loaders.readers.funding.deciders import decider
from loaders.readers.funding.donors import Donors, titled_object
from loaders.readers.funding.mentions import mentions
from loaders.readers.funding.purposes import pays_for, purposes
from loaders.readers.funding.purposes import subject as subject_of
from loaders.readers.outline import Standing
from loaders.words.amounts import Amount, amounts
from loaders.words.wording import sentences, tidy
from maillage.facts import Funding

_NOTHING = Passage(())
_LONGEST_OBJECT = 90
_GIVES = "departement"
_JOINT = re.compile(r"[,;]|\bet\b|\bpuis\b|\bdont\b")
_PART_OF = re.compile(r"\W*dont\b")
_FOR_ALL = re.compile(r",\s(?:au (?:bénéfice|profit)|en faveur) d[^,;]*$")
_LONGEST_TITLE = 120
_KEYED = re.compile(r"\W*(?P<label>[A-ZÀ-Þ][^:\d]{2,60}?)\s*:\s*(?:environ |près de )?\d")
_ARTICLE = re.compile(r"\W*(?:la |le |les |l['’])?", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:elle|il|celle-ci|celui-ci|ce dernier|cette dernière)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\W*(?:(?:il |elle )?s['’](?:y )?ajoute(?:nt|ra|ront)?|en sus"
    r"|(?:à|a) (?:cela|quoi|ce montant|cette somme|ces montants|cette aide))\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:de la |de l['’]|du |des |de |d['’])$")
_WE = re.compile(r"\b(?:nous|notre)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read with.

    These are the act's organisations, the blocks above, the sentence that announces a list ("La Caf verse :"), the
    sentence before, what stands before the first of several amounts, what its sentence says at its end of all of them,
    and the text of the whole block.
    """

    section: Section
    donors: Donors
    above: Sequence[Block]
    lead: Passage
    before: Passage = _NOTHING
    opening: Passage = _NOTHING
    closing: str = ""
    around: str = ""

    @property
    def home(self) -> str:
        """The name of the act's own territory that stands nearest above."""
        return name_above(self.section, self.above)


def next_lead(block: Block, lead: Passage, above: Sequence[Block]) -> Passage:
    """Return the announcing sentence in force after ``block``: itself with a colon at its end, ``lead`` in a list.

    A short block without a full stop announces list items too, but no sentence. The list is at its end where what
    stands last ``above`` is an item, and the block is none.
    """
    if isinstance(block, Table):
        return Passage(())
    text = block.words.text.rstrip()
    if text.endswith(":"):
        return block.words
    if isinstance(block, Item) or (any(amounts(text)) and not _ended(above)):
        return lead
    return block.words if len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ",")) else Passage(())


def read_prose(context: Context, standing: Standing) -> Iterator[Funding]:
    """Give the amounts that a paragraph or list item states as given to somebody."""
    if isinstance(standing.block, Table):
        return
    announced = context.lead.text.rstrip().endswith(":") and not _ended(context.above)
    leads = isinstance(standing.block, Item) or announced
    before = _NOTHING
    for sentence in sentences(standing.block.words):
        if found := list(amounts(sentence.text)):
            lead = context.lead if leads else _NOTHING
            told = replace(context, lead=lead, before=before, around=standing.block.words.text)
            yield from _given(told, standing, sentence, found)
        before = sentence


def _ended(above: Sequence[Block]) -> bool:
    """Tell whether the blocks ``above`` end with an item: what follows, if it is none, is no part of its list."""
    return bool(above) and isinstance(above[-1], Item)


def _given(context: Context, standing: Standing, sentence: Passage, found: list[Amount]) -> Iterator[Funding]:
    """Give the amounts that are ``found`` in a sentence, if it states them as given."""
    title = standing.titles[-1].words.text if standing.titles else ""
    means = context.before.text if _PRONOUN.match(sentence.text) and says.schemes(context.before.text) else ""
    told = f"{title} {context.lead.text} {means} {sentence.text}"
    if not says.cued("given", told) or says.cued("refused", sentence.text):
        return
    subject = subject_of(sentence.text)
    closing = _FOR_ALL.search(sentence.text)
    context = replace(context, closing=closing[0] if closing is not None else "")
    whole = Passage(())
    for index, (amount, words) in enumerate(_shared(sentence, found)):
        opening = sentence.cut(0, found[0].start) if index else Passage(())
        parts = bool(_PART_OF.match(words.text)) or (bool(whole) and whole == sentence)
        whole = sentence if parts else opening
        yield _fact(replace(context, opening=opening), standing, words, whole, amount, subject)


def _shared(sentence: Passage, found: list[Amount]) -> Iterator[tuple[Amount, Passage]]:
    """Give each amount with the words that tell of it: all, or for several those from its clause to the next."""
    if len(found) == 1:
        yield found[0], sentence.cut(_own_clause(sentence.text, found[0].start))
        return
    starts = [0, *(_clause(sentence.text, a.end, b.start) for a, b in pairwise(found))]
    for amount, start, end in zip(found, starts, [*starts[1:], len(sentence.text)], strict=True):
        yield amount, sentence.cut(start, end)


def _own_clause(text: str, amount: int) -> int:
    """Return where the clause with the one amount of a sentence begins: behind a semicolon, if it has its own giver."""
    start = text.rfind(";", 0, amount) + 1
    giver = next(mentions(text[start:amount]), None) if start else None
    return start if giver is not None and _ARTICLE.fullmatch(text[start : start + giver.start]) else 0


def _clause(text: str, start: int, end: int) -> int:
    """Return where the clause of the next amount begins between two amounts."""
    found = _JOINT.search(text, start, end)
    return found.start() if found else start


def _fact(
    context: Context, standing: Standing, words: Passage, whole: Passage, amount: Amount, subject: str
) -> Funding:
    """Return the fact that ``words`` state of ``amount``.

    ``whole`` is the sentence where they only tell a part of its amount (``dont ...``), else what opens it; ``subject``
    is what it finances.
    """
    text, lead, donors = words.text, context.lead.text, context.donors
    label = _label(text)
    place = specific(context.section, label) if label else None
    plainly = label if place is None and not any(mentions(label)) else ""
    schemes = says.schemes(text)
    benefit = "" if schemes else says.named_benefit(text)
    scheme = schemes or ((benefit,) if benefit else _scheme_around(context, words, whole))
    if not scheme and plainly and not says.known_object(plainly):
        scheme = (plainly,)
    named = (
        place.printed
        if place is not None
        else next((one for said in _tellers(context, words, whole) if (one := donors.funder(said, context.around))), "")
    )
    funder = (
        named
        or _owner(context, scheme, f"{text} {lead}")
        or decider(context.section, context.home, f"{whole.text} {text} {lead}")
    )
    recipient = _recipient(context, _told(context, words, whole), scheme, funder, alone=not pays_for(text))
    period = says.period(text) or says.period(whole.text) or says.period(lead)
    year = says.year(text) or says.year(whole.text) or says.year(lead)
    return Funding(
        place=context.section.place(context.lead, words),
        act=context.section.act,
        rule="funding.sentence",
        tier="derived",
        convention=context.section.convention,
        funder=funder,
        recipient="" if recipient == funder else recipient,
        object=_object(standing, text, scheme, subject or ("" if scheme else plainly)),
        scheme=scheme,
        amount_eur=amount.euros,
        period=period or ("an" if year and says.is_yearly(scheme) else ""),
        year=year,
    )


def _scheme_around(context: Context, words: Passage, whole: Passage) -> tuple[str, ...]:
    """Return the schemes of an amount that names none: the sentence's, the one its pronoun means, the lead's.

    A pronoun means what the sentence before names last; who gives, where its sentence says what is financed.
    """
    looks_back = _PRONOUN.match(whole.text or words.text) and not pays_for(words.text)
    meant = says.schemes(context.before.text)[-1:] if looks_back else ()
    return says.schemes(context.opening.text) or says.schemes(whole.text) or meant or says.schemes(context.lead.text)


def _tellers(context: Context, words: Passage, whole: Passage) -> Iterator[str]:
    """Give the texts that may say who gives ``words``: they, their sentence, the one that their pronoun means."""
    yield from (words.text, whole.text)
    if _PRONOUN.match(whole.text or words.text) or _GOES_ON.match(whole.text or words.text):
        yield context.before.text
    yield context.lead.text


def _told(context: Context, words: Passage, whole: Passage) -> Iterator[str]:
    """Give the texts that may say who gets: those of who gives, where the sentence before speaks of one amount."""
    yield from (words.text, whole.text, context.closing, context.lead.text)
    said = whole.text or words.text
    if _GOES_ON.match(said) or (_PRONOUN.match(said) and len(list(amounts(context.before.text))) == 1):
        yield context.before.text


def _recipient(context: Context, texts: Iterable[str], scheme: tuple[str, ...], funder: str, *, alone: bool) -> str:
    """Return who gets, by the first of ``texts`` that says it.

    Else it is the act's own territory, where that stands as a title or column above, or a scheme is named that is
    its own; not where it gives itself, as a département does, nor where the sentence says what is financed and does
    not leave the amount ``alone``: whose that is it does not say.
    """
    said = next((named for text in texts if (named := context.donors.recipient(text, context.around))), "")
    own = (scheme and not says.has_projects(scheme)) or (alone and stands_above(context.section, context.above))
    gives = _is_collectivite(funder) or (
        context.section.territory is not None and context.section.territory.kind == _GIVES
    )
    return said or (context.home if own and not gives else "")


def _is_collectivite(funder: str) -> bool:
    """Tell whether ``funder`` is a collectivité named by its kind alone, as an act names its own."""
    said = next(mentions(funder), None)
    return said is not None and not said.full and said.kind in ("epci", "commune")


def _label(text: str) -> str:
    """Return what stands before the colon of "X : 12 000 €", empty where the text is no such line."""
    found = _KEYED.match(text)
    return tidy(found["label"]) if found is not None else ""


def _object(standing: Standing, text: str, scheme: tuple[str, ...], subject: str) -> str:
    """Return what the money is for: what the sentence says, else its titles; a family benefit is for itself."""
    stated = next((said for purpose in purposes(text) if (said := _without_owner(purpose))), "") or subject
    if stated:
        return says.known_object(stated) if len(stated) > _LONGEST_OBJECT else stated
    if any(says.goes_to_families(name) for name in scheme):
        return ""
    return ("" if scheme else says.known_object(text)) or titled_object(standing.titles)


def _without_owner(purpose: str) -> str:
    """Return what money is for without the organisation whose it is; empty where that is all."""
    named = next(mentions(purpose), None)
    if named is None:
        return purpose
    return (
        tidy(_OF.sub("", purpose[: named.start])) if _OF.search(purpose[: named.start]) else purpose * bool(named.start)
    )


def _owner(context: Context, scheme: tuple[str, ...], text: str) -> str:
    """Return the funder that nobody names: "nous" is the Caf that speaks, and a scheme has its owner."""
    return context.donors.owner(scheme) or (context.donors.name("caf") if _WE.search(text) else "")
