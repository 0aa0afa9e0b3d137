"""The words that a person gives for a parameter, made into the value that is bound in the query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation

from maillage.errors import QueryError
from maillage.names import ascii_words
from maillage.queries import territories, words
from maillage.queries.catalogue import question
from maillage.queries.kinds import CONCEPTS, THINGS
from maillage.queries.questions import Parameter, Question
from maillage.store import Endpoint, Iri, Value
from maillage.table import Cell
from maillage.thesauri import SCHEMES

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def bindings(store: Endpoint, asked: Question, given: Mapping[str, str]) -> dict[str, Value]:
    """Return the value of each parameter of ``asked``, ``given`` or by default.

    Raises QueryError for a parameter that is unknown or missing, and for a value that is not allowed or not known.
    """
    names = [parameter.name for parameter in asked.parameters]
    for name in given:
        if name not in names:
            raise _unknown_parameter(asked, name, names)
    values = {}
    for parameter in asked.parameters:
        word = given.get(parameter.name, "").strip() or parameter.default
        if word:
            values[parameter.name] = _value(store, parameter, word)
        elif parameter.required:
            raise _missing(asked, parameter)
    return values


def _value(store: Endpoint, parameter: Parameter, word: str) -> Value:
    if parameter.values and word not in parameter.values:
        raise _refused(parameter, word, parameter.values)
    if parameter.type in THINGS:
        return _thing(store, parameter, word)
    if parameter.type in CONCEPTS:
        return _concept(parameter, word)
    return _PLAIN[parameter.type](parameter, word)


def _text(_parameter: Parameter, word: str) -> str:
    return word


def _iri(_parameter: Parameter, word: str) -> Iri:
    return Iri(word)


def _date(parameter: Parameter, word: str) -> str:
    if not _DATE.fullmatch(word):
        raise _badly_written(parameter, word, "2024, 2024-06 ou 2024-06-30", "2024, 2024-06 or 2024-06-30")
    return word


def _number(parameter: Parameter, word: str) -> Decimal:
    try:
        return Decimal(word.replace(",", "."))
    except InvalidOperation as error:
        raise _badly_written(parameter, word, "un nombre, comme 1488.60", "a number such as 1488.60") from error


_PLAIN: Mapping[str, Callable[[Parameter, str], Value]] = {
    "texte": _text,
    "iri": _iri,
    "date": _date,
    "nombre": _number,
}


def _concept(parameter: Parameter, word: str) -> Iri:
    """Find a concept by its id or by any of its labels."""
    concepts = SCHEMES[CONCEPTS[parameter.type]]
    wanted = ascii_words(word)
    for concept in concepts:
        if wanted in {ascii_words(name) for name in (concept.id, concept.fr, concept.en, *concept.labels)}:
            return Iri(concept.iri)
    raise _refused(parameter, word, tuple(concept.id for concept in concepts))


def _thing(store: Endpoint, parameter: Parameter, word: str) -> Iri:
    """Find a territory, a convention or an actor by its IRI, its code or key, or a name of it.

    A name that several things bear means the best known of them, if there is only one such.
    """
    if word.startswith(("http:", "https:")):
        return Iri(word)
    labels: list[Cell] = []
    for name in THINGS[parameter.type]:
        rows = _looked_up(store, question(name), word)
        choices = _best(rows, ascii_words(word))
        if len(choices) > 1:
            raise _ambiguous(parameter, word, choices)
        if choices:
            return Iri(next(iter(choices)))
        labels += [row["label"] for row in rows]
    official = territories.names() if any(map(_is_by_territory, THINGS[parameter.type])) else ()
    raise _unknown_thing(parameter, word, (*labels, *official))


def _looked_up(store: Endpoint, lookup: Question, word: str) -> tuple[Mapping[str, Cell], ...]:
    """Ask ``lookup`` for what ``word`` may mean: for all that it knows where it has no parameter."""
    if _is_by_territory(lookup.name):
        asked: Iterable[Mapping[str, Value]] = ({"iri": Iri(iri)} for iri in territories.named(word))
        return tuple({**row, "label": word} for values in asked for row in store.select(lookup.sparql, values))
    return tuple(store.select(lookup.sparql, {parameter.name: word for parameter in lookup.parameters}))


def _is_by_territory(lookup: str) -> bool:
    """Whether ``lookup`` is asked about a territory, which the reference finds by its name."""
    return any(parameter.type == "iri" for parameter in question(lookup).parameters)


def _best(known: Iterable[Mapping[str, Cell]], wanted: str) -> Mapping[str, str]:
    """Return the IRIs of the things of that name, with what tells them apart: those of the first rank."""
    found = [row for row in known if ascii_words(str(row["label"])) == wanted]
    best = min((str(row["rank"]) for row in found), default="")
    return {str(row["iri"]): str(row["key"]) for row in found if str(row["rank"]) == best}


def _unknown_parameter(asked: Question, name: str, names: list[str]) -> QueryError:
    fr = f"elle accepte : {', '.join(names)}" if names else "elle n'a pas de paramètre"
    en = f"it accepts: {', '.join(names)}" if names else "it has no parameter"
    return QueryError(
        f"la question « {asked.name} » n'a pas de paramètre « {name} » ; {fr}.",
        f"the question “{asked.name}” has no parameter “{name}”; {en}.",
    )


def _missing(asked: Question, parameter: Parameter) -> QueryError:
    return QueryError(
        f"la question « {asked.name} » demande « {parameter.name} » ({parameter.label}) : ajoutez "
        f"« -p {parameter.name}=... ».",
        f"the question “{asked.name}” asks for “{parameter.name}” ({parameter.label}): add “-p {parameter.name}=...”.",
    )


def _refused(parameter: Parameter, word: str, allowed: tuple[str, ...]) -> QueryError:
    close = words.hint(word, allowed)
    values = ", ".join(allowed)
    return QueryError(
        f"« {word} » n'est pas une valeur de « {parameter.name} ».{close[0]} Valeurs : {values}.",
        f"“{word}” is not a value of “{parameter.name}”.{close[1]} Values: {values}.",
    )


def _badly_written(parameter: Parameter, word: str, fr: str, en: str) -> QueryError:
    return QueryError(
        f"« {word} » n'est pas une valeur de « {parameter.name} » : écrivez {fr}.",
        f"“{word}” is not a value of “{parameter.name}”: write {en}.",
    )


def _ambiguous(parameter: Parameter, word: str, iris: Mapping[str, str]) -> QueryError:
    choices = words.listed(iris.values())
    return QueryError(
        f"plusieurs choses s'appellent « {word} » ({parameter.name}) : donnez l'une de {choices}.",
        f"several things are called “{word}” ({parameter.name}): give one of {choices}.",
    )


def _unknown_thing(parameter: Parameter, word: str, labels: Iterable[Cell]) -> QueryError:
    close = words.hint(word, (str(label) for label in labels))
    return QueryError(
        f"« {word} » est inconnu ({parameter.name}).{close[0]}",
        f"“{word}” is unknown ({parameter.name}).{close[1]}",
    )
