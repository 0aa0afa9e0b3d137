"""Every question of the catalogue and every table of the export, asked of two engines."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from maillage import queries
from maillage.errors import MaillageError
from maillage.queries import Question
from maillage.store import Endpoint
from maillage.table import Table

WORDS = tomllib.loads((Path(__file__).parents[1] / "cases" / "engines" / "mots.toml").read_text("utf-8"))

Asked = tuple[str, dict[str, str]]


def asked() -> Iterator[Asked]:
    """Give each question with words for what it needs, and again with words for all that it may be asked with."""
    for question in (*queries.catalogue(), *queries.questions_of("tables")):
        needed = words(question, everything=False)
        yield question.name, needed
        if (whole := words(question, everything=True)) != needed:
            yield question.name, whole


def words(question: Question, *, everything: bool) -> dict[str, str]:
    """Return the words for the parameters that ``question`` needs, or for all."""
    wanted = [parameter for parameter in question.parameters if parameter.required or everything]
    return {each.name: WORDS["names"].get(each.name) or WORDS["types"][each.type] for each in wanted}


def answers(store: Endpoint) -> dict[str, Table | str]:
    """Return what ``store`` answers to all, or the error."""
    return {f"{name} {given}": answer(store, name, given) for name, given in asked()}


def answer(store: Endpoint, name: str, given: dict[str, str]) -> Table | str:
    try:
        return queries.run(store, name, given)
    except MaillageError as error:
        return str(error)


def differences(expected: dict[str, Table | str], found: dict[str, Table | str]) -> list[str]:
    """Return where the answers differ, with the first rows that do."""
    return [f"{name}: {_first(expected[name], found[name])}" for name in expected if expected[name] != found[name]]


def _first(expected: Table | str, found: Table | str) -> str:
    if isinstance(expected, str) or isinstance(found, str):
        return f"{expected!s:.300} / {found!s:.300}"
    missing, added = set(expected.rows) - set(found.rows), set(found.rows) - set(expected.rows)
    return f"{len(expected)} / {len(found)} rows; {sorted(map(repr, missing))[:1]} / {sorted(map(repr, added))[:1]}"
