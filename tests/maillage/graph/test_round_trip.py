"""Facts into the graph and out again: the tables give every column of every fact back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage import queries
from maillage.facts import FACTS, Fact, FicheItem, Place, Source, Span
from maillage.graph import act_quads, actor_quads
from maillage.queries.answers import natural
from maillage.store import Store
from maillage.table import Cell
from maillage.thesauri import SCHEMES

TABLES = {cls.table: cls for cls in FACTS if cls.table not in {"declared_communes", "doubts", "corrections", "types"}}
RENAMED = {("signatories", "act"): "signed_act"}
CODED = {"commune": "62043", "epci": "200090751", "departement": "62"}

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
words = st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=8)
keys = st.from_regex(r"[a-z]{1,6}-20[0-9]{2}", fullmatch=True)
dates = st.sampled_from(["", "2021", "2021-06", "2021-06-30"])
counts = st.none() | st.integers(0, 10**6)
amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


def concepts(scheme: str, printed: bool = False) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(concept.fr if printed else concept.id for concept in SCHEMES[scheme])])


def several(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=3, unique=True).map(tuple)


BY_TYPE: dict[str, st.SearchStrategy[object]] = {
    "str": st.just("") | texts,
    "int | None": counts,
    "Decimal": amounts,
    "Decimal | None": st.none() | amounts,
    "tuple[str, ...]": several(words),
}
BY_NAME: dict[tuple[str, str], st.SearchStrategy[object]] = {
    ("acts", "kind"): concepts("natures-acte").filter(bool),
    ("conventions", "status"): concepts("statuts", printed=True),
    ("fiches", "status"): concepts("etats-fiche", printed=True),
    ("plan", "kind"): concepts("genres-noeud").filter(bool),
    ("fiche_items", "kind"): concepts("genres-element").filter(bool),
    ("fiche_actors", "role"): st.sampled_from(["pilote", "service", "partenaire", "financeur"]),
    ("governance", "instance_kind"): concepts("genres-instance", printed=True),
    ("funding", "period"): concepts("periodicites"),
    ("conventions", "previous"): st.just("") | keys,
    ("deliberations", "conventions"): several(keys),
}
BY_FIELD: dict[str, st.SearchStrategy[object]] = {
    "convention": keys,
    "actor": texts,
    "themes": several(concepts("themes").filter(bool)),
    **dict.fromkeys(("date", "start", "end", "signed_on"), dates),
    **dict.fromkeys(
        ("issuer_code", "body_code", "supporter_code", "territory_code"), st.sampled_from(["", *CODED.values()])
    ),
    "commune_code": st.sampled_from(["", CODED["commune"]]),
    "act": st.just(1),
    "rule": st.just("une.regle"),
    "tier": st.sampled_from(["verbatim", "normalised", "derived"]),
}


@st.composite
def facts_of(draw: st.DrawFn, cls: type[Fact], stem: str) -> Fact:
    values = {field.name: draw(_strategy(cls, field.name, str(field.type), stem)) for field in fields(cls)}
    if "actor_kind" in values:
        # A territory has its code, any other actor none: what the resolver of names gives.
        values["actor_code"] = CODED.get(str(values["actor_kind"]), "")
    return make(cls, values)


def make(cls: Callable[..., Fact], values: Mapping[str, object]) -> Fact:
    return cls(**values)


def _strategy(cls: type[Fact], name: str, kind: str, stem: str) -> st.SearchStrategy[object]:
    if name == "place":
        return st.integers(1, 999).map(lambda line: Place(stem, (Span(line, line + 2), Span(line + 5, line + 5))))
    if name == "actor_kind":
        return concepts("genres-acteur").filter(bool)
    if (cls.table, name) in BY_NAME:
        return BY_NAME[cls.table, name]
    return BY_FIELD[name] if name in BY_FIELD else BY_TYPE[kind]


def expected(fact: Fact, columns: Sequence[str]) -> tuple[Cell, ...]:
    """Return the row of ``fact`` by the contract: its fields under the names of the columns."""
    return tuple(_cell(fact, column) for column in columns)


def _cell(fact: Fact, column: str) -> Cell:
    if column in {"document", "lines"}:
        return fact.place.document if column == "document" else fact.place.lines
    value: Cell | tuple[str, ...] = getattr(fact, RENAMED.get((fact.table, column), column))
    if isinstance(value, tuple):
        value = ";".join(sorted(value, key=natural))
    return value if value != "" else None


def rows(facts: Sequence[Fact], table: str) -> Sequence[tuple[Cell, ...]]:
    lines: list[str] = []
    for stem in sorted({fact.place.document for fact in facts}):
        lines += act_quads(Source(stem, "0" * 64), [fact for fact in facts if fact.place.document == stem])
    lines += actor_quads(facts)
    return queries.run(Store.memory(lines), f"tables/{table}").rows


def comparable(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(
        "" if value is None else f"{value.normalize():f}" if isinstance(value, Decimal) else str(value) for value in row
    )


@pytest.mark.parametrize("table", sorted(TABLES))
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_fact_comes_back_as_its_row(table: str, data: st.DataObject) -> None:
    stems = [f"acte-{number}" for number in range(data.draw(st.integers(1, 3)))]
    facts = [data.draw(facts_of(TABLES[table], stem)) for stem in stems]
    columns = [column.name for column in queries.question(f"tables/{table}").columns]
    got = [comparable(row) for row in rows(facts, table)]
    assert got == [comparable(expected(fact, columns)) for fact in facts]


def test_statements_of_one_act_that_say_the_same_keep_their_places() -> None:
    facts = [
        FicheItem(
            place=Place("acte", (Span(line, line),)),
            act=1,
            rule="r",
            convention="c-2022",
            fiche="3 bis",
            kind="public",
            text="Familles",
        )
        for line in (12, 30)
    ]
    assert [row[3] for row in rows(facts, "fiche_items")] == ["12", "30"]
