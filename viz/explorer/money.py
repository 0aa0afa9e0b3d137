"""Amounts as acts state them, added only where that means something: one period, one year, one kind of recipient."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from maillage.names import ascii_words
from maillage.queries import run
from viz.explorer.facts import Record, source, told
from viz.explorer.views import Source
from viz.explorer.visit import Visit

SCOPES = ("territoire", "departement", "autre")
"""Whom the money is for: the territory of an agreement, its département, or anyone else, or nobody who is named."""

PERIODS = ("an", "mois", "unique", "convention", "")
"""How often an amount is paid, in the order in which it is told; empty where the act does not say."""

_OF_A_TABLE = "funding.figures"
_WHOLE = "action sociale"
_PART = "dont "

Name = tuple[str, str]
"""What a name is compared by, and the name as printed; both empty where there is none."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A stated amount: who pays whom, by which schemes, for what, how often, in which year; and where it is written.

    ``counted`` is not true of what another amount already holds: a total whose parts are stated, a part of a total.
    """

    convention: str
    funder: Name
    funder_iri: str
    recipient: Name
    scope: str
    scheme: Name
    object: Name
    euros: Decimal
    period: str
    year: str
    source: Source
    counted: bool = True

    @property
    def group(self) -> tuple[str, str, str]:
        """What amounts must have in common to be added."""
        return self.scope, self.period, self.year


@dataclass(frozen=True, slots=True)
class Flow:
    """The money of one funder by one scheme for one object: its sum, and the amounts that make it."""

    funder: Name
    funder_iri: str
    scheme: Name
    object: Name
    euros: Decimal
    amounts: tuple[Amount, ...]


def amounts(visit: Visit, convention: str = "") -> tuple[Amount, ...]:
    """Return the amounts that the acts of ``convention`` (a key; of all, if empty) state."""
    records = tuple(run(visit.store, "pages/argent", {"convention": convention} if convention else {}))
    wholes = _wholes(records)
    return tuple(_amount(visit, record, _counts(record, wholes)) for record in records)


def groups(found: Iterable[Amount]) -> Mapping[tuple[str, str, str], tuple[Amount, ...]]:
    """Return the amounts by what they must have in common to be added, an amount that several acts repeat once."""
    grouped: dict[tuple[str, str, str], dict[tuple[object, ...], Amount]] = defaultdict(dict)
    for one in found:
        same = one.funder[0], one.recipient[0], one.scheme[0], one.object[0], one.euros
        grouped[one.group].setdefault(same, one)
    ordered = sorted(grouped, key=lambda key: (SCOPES.index(key[0]), PERIODS.index(key[1]), not key[2], _late(key[2])))
    return {key: tuple(grouped[key].values()) for key in ordered}


def flows(found: Iterable[Amount]) -> tuple[Flow, ...]:
    """Add the amounts that count, by funder, scheme and object; the greatest sum first."""
    added: dict[tuple[str, str, str], list[Amount]] = defaultdict(list)
    for one in found:
        if one.counted:
            added[one.funder[0], one.scheme[0], one.object[0]].append(one)
    made = (_flow(parts) for parts in added.values())
    return tuple(sorted(made, key=lambda flow: (-flow.euros, flow.funder, flow.scheme, flow.object)))


def _flow(parts: Sequence[Amount]) -> Flow:
    first = parts[0]
    total = sum((one.euros for one in parts), Decimal(0))
    return Flow(first.funder, first.funder_iri, first.scheme, first.object, total, tuple(parts))


def _late(year: str) -> int:
    return -int(year) if year.isdecimal() else 0


def _wholes(records: Iterable[Record]) -> frozenset[tuple[str, ...]]:
    """Return what totals are told of: what the figures of the Caf tell scheme by scheme, and all they tell together."""
    parts = [
        _told_of(record)
        for record in records
        if told(record, "regle") == _OF_A_TABLE and told(record, "dispositif") != _WHOLE
    ]
    return frozenset((*parts, *((*part[:-1], "") for part in parts)))


def _told_of(record: Record) -> tuple[str, ...]:
    names = ("ctg", "document", "financeur_nom", "beneficiaire", "objet")
    return tuple(told(record, name).casefold() for name in names)


def _counts(record: Record, wholes: frozenset[tuple[str, ...]]) -> bool:
    """Whether an amount is neither a total whose parts are stated, nor a part (“dont”) of a total."""
    whole = told(record, "dispositif") == _WHOLE and (told(record, "regle") == _OF_A_TABLE or not told(record, "objet"))
    return not (whole and _told_of(record) in wholes) and not told(record, "objet").casefold().startswith(_PART)


def _amount(visit: Visit, record: Record, counted: bool) -> Amount:
    period = told(record, "periode")
    return Amount(
        told(record, "ctg"),
        _name(told(record, "financeur_nom"), told(record, "financeur")),
        told(record, "financeur"),
        _name(told(record, "beneficiaire_nom"), told(record, "beneficiaire")),
        _scope(told(record, "beneficiaire"), told(record, "territoire")),
        _name(told(record, "dispositif").replace(";", ", ")),
        _name(told(record, "objet")),
        Decimal(str(record["montant"])),
        period if period in PERIODS else "",
        told(record, "annee"),
        source(visit, record),
        counted,
    )


def _name(printed: str, iri: str = "") -> Name:
    return iri or ascii_words(printed), printed


def _scope(recipient: str, territory: str) -> str:
    if recipient and recipient == territory:
        return "territoire"
    kind = recipient.rsplit("/", 2)[-2] if recipient.count("/") > 2 else ""
    return {"epci": "territoire", "commune": "territoire", "departement": "departement"}.get(kind, "autre")
