"""Question: the form of a question of the catalogue, and its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from maillage.errors import QueryError
from maillage.graph import iris
from maillage.queries import Parameter, Question, question, run, standalone
from maillage.queries.kinds import CONCEPTS
from maillage.table import Cell, Table
from maillage.table_text import text
from maillage.thesauri import SCHEMES
from viz.explorer.addresses import files, page_of, place_of, with_query
from viz.explorer.names import full_name
from viz.explorer.problems import NotFoundError
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.numbers import lines, number
from viz.plain import plain

TEMPLATE = "question.html"
EXAMPLE = "exemple"
"""The parameter by which the editor begins with a question."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a field may take."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form; ``choices`` are all its values, ``hints`` some of them."""

    name: str
    label: str
    value: str
    required: bool
    choices: tuple[Choice, ...]
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The table that a question gives, and the ``files`` in which it can be taken away."""

    headings: tuple[Mark, ...]
    rows: tuple[tuple[Mark, ...], ...]
    numeric: frozenset[int]
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What the page shows: no answer before the form is complete, a ``problem`` where a value is refused."""

    title: str
    description: str
    fields: tuple[Field, ...]
    answer: Answer | None
    problem: str
    sparql: str
    editor: str


def page(visit: Visit, name: str) -> QuestionPage:
    """Return the page of the question ``name``. Raises NotFoundError for one that is not in the catalogue."""
    asked = named(name)
    english = visit.language == "en"
    given = {key: value for key, value in visit.query.items() if value.strip()}
    answer, problem = _answer(visit, asked, given)
    return QuestionPage(
        asked.title_en if english else asked.title_fr,
        asked.description_en if english else asked.description_fr,
        tuple(_field(visit, parameter, given) for parameter in asked.parameters),
        answer,
        problem,
        written(visit, asked, given),
        with_query("/sparql", **{EXAMPLE: asked.name, **known(asked, given)}),
    )


def written(visit: Visit, asked: Question, given: Mapping[str, str]) -> str:
    """Return the SPARQL of ``asked`` with its values in it; without them where one is missing or refused."""
    try:
        return standalone(visit.store, asked, given)
    except QueryError:
        return standalone(visit.store, replace(asked, parameters=()), {})


def sample(visit: Visit, asked: Question) -> Mapping[str, str]:
    """Return a value for each parameter that needs one, as far as there are some to choose from."""
    fields = (_field(visit, parameter, {}) for parameter in asked.parameters if parameter.required)
    choices = {one.name: (*(choice.value for choice in one.choices), *one.hints) for one in fields if not one.value}
    return {name: values[0] for name, values in choices.items() if values}


def known(asked: Question, given: Mapping[str, str]) -> Mapping[str, str]:
    """Return those of ``given`` that are values of parameters of ``asked``."""
    return {one.name: given[one.name] for one in asked.parameters if given.get(one.name, "").strip()}


def named(name: str) -> Question:
    """Return the question ``name`` of the catalogue. Raises NotFoundError where there is none."""
    try:
        found = question(name)
    except QueryError as error:
        raise NotFoundError(name) from error
    if found.internal:
        raise NotFoundError(name)
    return found


def _answer(visit: Visit, asked: Question, given: Mapping[str, str]) -> tuple[Answer | None, str]:
    """Return the answer, or what is wrong with the values; neither where one that is needed is not given yet."""
    if not given and any(parameter.required for parameter in asked.parameters):
        return None, ""
    try:
        table = run(visit.store, asked.name, given)
    except QueryError as error:
        return None, error.text(visit.language)
    return _shown(visit, asked, table, given), ""


def _shown(visit: Visit, asked: Question, table: Table, given: Mapping[str, str]) -> Answer:
    english = visit.language == "en"
    headings = (Mark(column.name, "", column.meaning_en if english else column.meaning_fr) for column in asked.columns)
    numeric = {at for at, column in enumerate(asked.columns) if column.type in {"integer", "number"}}
    return Answer(
        tuple(headings),
        tuple(tuple(_cell(visit, record, name) for name in table.columns) for record in table),
        frozenset(numeric),
        files(f"/query/{asked.name}", **given),
    )


def _cell(visit: Visit, record: Mapping[str, Cell], name: str) -> Mark:
    value = record[name]
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Mark(number(value, visit.language))
    words = plain(text(value))
    if name == "lines" and "document" in record:
        return Mark(lines(words, visit.language), place_of(text(record["document"]), words))
    return Mark(words, _page_of(visit, record, name))


def _page_of(visit: Visit, record: Mapping[str, Cell], name: str) -> str:
    """Return the address of the page of what a cell names, where the cell is a key."""
    key, convention = text(record[name]), text(record.get("ctg"))
    minted = {
        "ctg": lambda: iris.convention(key),
        "document": lambda: iris.document(key),
        "fiche": lambda: iris.fiche(convention, key),
    }.get(name)
    iri = minted() if minted and key else ""
    return page_of(iri) if iri in visit.library.things else ""


def _field(visit: Visit, parameter: Parameter, given: Mapping[str, str]) -> Field:
    value = given.get(parameter.name, parameter.default)
    english = visit.language == "en"
    return Field(
        parameter.name,
        parameter.label_en if english else parameter.label_fr,
        value,
        parameter.required,
        _choices(visit, parameter, value),
        _hints(visit, parameter),
    )


def _choices(visit: Visit, parameter: Parameter, value: str) -> tuple[Choice, ...]:
    """Return the values of a parameter that has a few: those it allows, the concepts of its scheme, the conventions."""
    allowed: Sequence[tuple[str, str]] = [(one, one) for one in parameter.values]
    if not allowed and parameter.type in CONCEPTS:
        allowed = [(one.id, one.en if visit.language == "en" else one.fr) for one in SCHEMES[CONCEPTS[parameter.type]]]
    if not allowed and parameter.type == "convention":
        conventions = visit.library.of("convention")
        allowed = [(one.iri.rsplit("/", 1)[-1], full_name(visit, one)) for one in conventions]
    return tuple(Choice(one, label, one == value) for one, label in allowed)


def _hints(visit: Visit, parameter: Parameter) -> tuple[str, ...]:
    families = {"territoire": ("territoire",), "acteur": ("acteur", "territoire")}.get(parameter.type, ())
    return tuple(dict.fromkeys(plain(thing.label) for thing in visit.library.of(*families))) if families else ()
