"""Sections: a document's acts, with what is known of each before its facts are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.acts.abbreviating import defined, given_names
from loaders.acts.agreements import Agreement
from loaders.acts.borrowing import borrow
from loaders.acts.cards import card_statements
from loaders.acts.dating import made_on
from loaders.acts.gathering import gather
from loaders.acts.groupings import Where
from loaders.acts.heads import Head, numberless, read_head
from loaders.acts.lands import parted_by_land
from loaders.acts.party import Party
from loaders.acts.party_signatures import parties_of
from loaders.acts.roster_sentences import sentence_statements
from loaders.acts.rosters import roster_statements
from loaders.acts.section import Section
from loaders.acts.settling import front, placed, running, territory_of, told_elsewhere
from loaders.acts.splitting import Part, split, words_of
from loaders.acts.statements import Statement, read_statements
from loaders.acts.witnesses import ending_witnesses, period_witnesses
from loaders.document import Document, Passage, passages
from loaders.resolve import Gazetteer
from loaders.words.departements import departement_of
from loaders.words.epci_names import epcis
from loaders.words.wording import plain, tidy
from maillage.reference import Territory

_CONTRACTS = ("convention", "avenant")


def sections(document: Document, gazetteer: Gazetteer) -> tuple[Section, ...]:
    """Split ``document`` into its acts and settle for each what it is about."""
    text = "\n".join(words.text for words in passages(document.blocks))
    departement = departement_of(text, gazetteer)
    gazetteer = gazetteer.knowing(given_names(document.blocks, gazetteer, departement))
    drafts: list[Section] = []
    for rank, part in enumerate(split(document), 1):
        drafts.append(_draft(document, rank, part, gazetteer, departement, drafts))
    borrow(drafts)
    return tuple(_settled(section) for section in drafts)


def _draft(
    document: Document,
    rank: int,
    part: Part,
    gazetteer: Gazetteer,
    departement: Territory | None,
    above: Sequence[Section],
) -> Section:
    """Return the section of an act as far as the act itself, and for its letterhead the acts above it, settle it."""
    head = _with_home(read_head(part.blocks, part.kind, gazetteer, departement), above)
    head = _with_day(head, above) if part.kind == "deliberation" else head
    if part.number:
        head = replace(head, number=part.number, title=head.title or numberless(part.title))
    near = departement or head.home
    territory, agreements = _agreed(document, part, head, gazetteer, near, above)
    draft = Section(
        document=document,
        act=rank,
        kind=part.kind,
        blocks=part.blocks,
        gazetteer=gazetteer,
        number="" if part.kind == "convention" else tidy(head.number.text),
        territory=territory or near,
        abbreviations=defined(part.blocks, gazetteer, territory or near),
        head=head,
        agreements=agreements,
    )
    return replace(draft, head=_contract_head(draft, part)) if part.kind in _CONTRACTS else draft


def _agreed(
    document: Document, part: Part, head: Head, gazetteer: Gazetteer, near: Territory | None, above: Sequence[Section]
) -> tuple[Territory | None, tuple[Agreement, ...]]:
    """Return the territory that an act is about, and the conventions of which it states something as its own."""
    territory, printed, statements = _about(document, part, head, gazetteer, near, above)
    agreements = gather(statements, territory, printed) if any(s.own for s in statements) else []
    return territory, tuple(_witnessed(agreements, part, document))


def _about(
    document: Document, part: Part, head: Head, gazetteer: Gazetteer, near: Territory | None, above: Sequence[Section]
) -> tuple[Territory | None, str, list[Statement]]:
    """Return the territory that an act is about, its name as printed, and what the act states of conventions."""
    territory, printed = territory_of(part, head, gazetteer, near)
    if part.kind == "convention" and territory is None and not printed and above:
        territory, printed = _of_adopted(above[-1])
    told = (
        *_told(part, territory or printed, gazetteer, territory or near),
        *card_statements(part, gazetteer, near),
        *roster_statements(part, gazetteer, near),
        *sentence_statements(part, gazetteer, near),
    )
    statements = list(placed(told, territory or printed))
    if territory is None and not printed:
        territory, printed = _only_one(statements)
    if part.kind == "avenant":  # its title need not say so in the line that names the convention
        statements = [replace(s, amended=s.amended or (s.title and s.own)) for s in statements]
    if territory is None and not printed and not any(s.named for s in statements):
        territory, printed = told_elsewhere(part, gazetteer, near)
        printed = printed or document.source.stem
    return territory, printed, statements


def _told(part: Part, own: Territory | str | None, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give what the sentences of an act state; in one without a territory of its own that of the title above them."""
    adopts = part.kind in ("deliberation", "rapport")
    runs = parted_by_land(part.blocks, gazetteer, near) if adopts and not own else [(part.blocks, None)]
    titles = front(part)
    for blocks, land in runs:
        for statement in read_statements(running(blocks, titles), gazetteer, near):
            below = land is not None and statement.named is None
            yield replace(statement, named=land, above=words_of(blocks[0])) if below else statement


def _only_one(statements: Sequence[Statement]) -> Where:
    """Return the one territory that all statements name which name any; nothing where they name none or several."""
    named = {s.named.territory.code: s.named for s in statements if s.named is not None}
    return next(((n.territory, n.printed) for n in named.values()), (None, "")) if len(named) == 1 else (None, "")


def _witnessed(agreements: list[Agreement], part: Part, document: Document) -> list[Agreement]:
    """Return ``agreements``, the main one with the period that other witnesses tell where no sentence about it does."""
    main = next((agreement for agreement in agreements if agreement.main), None)
    if main is None or (main.start and main.end):
        return agreements
    if main.start:
        main.statements += ending_witnesses(part, main.start)
    elif part.kind == "convention":
        for witness in period_witnesses(part, document):
            if not witness.last or not main.end or witness.last[:4] == main.end[:4]:
                main.statements.append(witness)
    return agreements


def _of_adopted(section: Section) -> tuple[Territory | None, str]:
    """Return the territory of the convention that the act above adopts: what is annexed to it need not name its own."""
    mains = [agreement for agreement in section.agreements if agreement.main]
    return (mains[0].territory, mains[0].printed) if len(mains) == 1 else (None, "")


def _with_home(head: Head, above: Sequence[Section]) -> Head:
    """Return ``head`` with the territory of the same body higher up, where only the first act has a letterhead."""
    if head.home is not None or not head.body:
        return head
    same = (s.head.home for s in reversed(above) if plain(s.head.body.text) == plain(head.body.text))
    return replace(head, home=next(same, None))


def _with_day(head: Head, above: Sequence[Section]) -> Head:
    """Return ``head`` with the day of the report above, on which the same assembly votes, where it has none itself."""
    if head.date or not above or above[-1].kind != "rapport" or above[-1].head.home != head.home:
        return head
    return replace(head, date=above[-1].head.date, dated=above[-1].head.dated)


def _contract_head(section: Section, part: Part) -> Head:
    """Return the head of a convention or avenant: the first party is its issuer, its making its date."""
    date, dated = made_on(part.blocks)
    main = next((a for a in section.agreements if a.main), None)
    if not date and part.kind == "convention" and main is not None and len(main.signatures) == 1:
        ((date, stated),) = main.signatures.items()
        dated = stated[0].words
    first = next(iter(parties_of(section)), None)
    title = next((a.label for a in section.agreements if a.main), Passage(()))
    for block in front(part):
        if part.kind == "avenant" and "avenant" in plain(words_of(block).text):
            title = words_of(block)
            break
    named, home = (first.name, _home(section, first)) if first else _titled(section, part)
    number = section.head.number if part.kind == "avenant" else Passage(())
    return Head(number=number, date=date, dated=dated, body=named, home=home, title=title)


def _titled(section: Section, part: Part) -> tuple[Passage, Territory | None]:
    """Return the territory of a contract without parties as its own title page names it: an annex has no more."""
    for block in front(part):
        words = words_of(block)
        for named in epcis(words.text, section.gazetteer, section.territory):
            if named.territory == section.territory:
                return words.cut(named.start, named.end), named.territory
    return Passage(()), None


def _home(section: Section, party: Party) -> Territory | None:
    """Return the territory that the first party is, if it is one."""
    actor = section.gazetteer.actor(party.name.text, section.territory, section.abbreviations)
    reference = section.gazetteer.reference
    known = {"epci": reference.epcis, "commune": reference.communes, "departement": reference.departements}
    return known[actor.kind].get(actor.code) if actor.kind in known else None


def _settled(section: Section) -> Section:
    """Return ``section`` with the keys of its conventions and the period of the one that it is about."""
    mains = [agreement for agreement in section.agreements if agreement.main]
    main = _own(section, mains)
    keys = tuple(dict.fromkeys(agreement.key for agreement in section.agreements))
    if main is None:
        return replace(section, mentions=keys)
    return replace(section, convention=main.key, mentions=keys, start=main.start, end=main.end)


def _own(section: Section, mains: list[Agreement]) -> Agreement | None:
    """Return the agreement that the act is about: the only one, or that of its own territory."""
    if len(mains) == 1:
        return mains[0]
    code = section.territory.code if section.territory else ""
    own = [agreement for agreement in mains if agreement.code and agreement.code == code]
    return own[0] if len(own) == 1 else None
