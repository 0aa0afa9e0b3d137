"""From a SPARQL file to a Question: its header read strictly and held against its query."""

from __future__ import annotations

import re
from pathlib import Path

from maillage.errors import DeclarationError
from maillage.graph import rebased
from maillage.queries.header import Entry, Header, read, words
from maillage.queries.kinds import is_parameter_type
from maillage.queries.questions import CELL_TYPES, Column, Parameter, Question

AUDIENCES = ("agents", "chercheurs", "public")

_KEYS = {
    "title", "title_en", "description", "description_en", "audience", "internal", "params", "columns", "lists", "keys",
    "order", "severity", "message", "message_en",
}  # fmt: skip
_PARAMETER_KEYS = {"type", "label", "label_en", "default", "values", "optional"}
_COLUMN = re.compile(r"(?:\((?P<type>\w+)\) *)?(?P<fr>[^|]*)(?:\| *(?P<en>.*))?")


def parse(name: str, file: Path) -> Question:
    """Read the question ``name`` from ``file``. Raises DeclarationError with the line that is not as it should be."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DeclarationError("question illisible.", "unreadable question.", file=file) from error
    header = read(file, text)
    entries = header.top.below
    _check_keys(header, header.top, _KEYS)
    internal = _truth(header, entries.get("internal")) or "/" in name
    question = Question(
        name=name,
        file=file,
        sparql=rebased(text),
        title_fr=_text(header, "title"),
        title_en=_text(header, "title_en", needed=not internal),
        description_fr=_text(header, "description", needed=not internal),
        description_en=_text(header, "description_en", needed=not internal),
        audience=words(entries, "audience"),
        internal=internal,
        parameters=tuple(_parameter(header, key, entry) for key, entry in _below(entries, "params")),
        columns=tuple(_column(header, key, entry) for key, entry in _below(entries, "columns")),
        lists=words(entries, "lists"),
        keys=words(entries, "keys"),
        order=words(entries, "order"),
        severity=_text(header, "severity", needed=False),
        message_fr=_text(header, "message", needed=False),
        message_en=_text(header, "message_en", needed=False),
    )
    _check(header, question)
    return question


def _below(entries: dict[str, Entry], key: str) -> list[tuple[str, Entry]]:
    return list(entries[key].below.items()) if key in entries else []


def _text(header: Header, key: str, *, needed: bool = True) -> str:
    entry = header.top.below.get(key)
    if needed and (entry is None or not entry.value):
        raise header.error(entry.line if entry else 1, f"« {key} » manque.", f"“{key}” is missing.")
    return entry.value if entry else ""


def _truth(header: Header, entry: Entry | None) -> bool:
    if entry and entry.value not in {"true", "false"}:
        raise header.error(entry.line, "il faut « true » ou « false ».", "“true” or “false” is needed.")
    return entry is not None and entry.value == "true"


def _parameter(header: Header, name: str, entry: Entry) -> Parameter:
    _check_keys(header, entry, _PARAMETER_KEYS)
    values = {key: below.value for key, below in entry.below.items()}
    kind = values.get("type", "texte")
    if not is_parameter_type(kind):
        raise header.error(
            entry.line, f"type de paramètre inconnu : « {kind} ».", f"unknown type of parameter: “{kind}”."
        )
    label = values.get("label", "")
    optional = _truth(header, entry.below.get("optional"))
    allowed = words(entry.below, "values")
    default = values.get("default", "")
    if allowed and default and default not in allowed:
        raise header.error(entry.line, f"« {default} » n'est pas permis.", f"“{default}” is not allowed.")
    return Parameter(name, kind, label, values.get("label_en", label), default, allowed, optional)


def _column(header: Header, name: str, entry: Entry) -> Column:
    match = _COLUMN.fullmatch(entry.value)
    kind = (match and match["type"]) or "string"
    known = CELL_TYPES.get(kind)
    if match is None or known is None:
        raise header.error(entry.line, f"type de colonne inconnu : « {kind} ».", f"unknown type of column: “{kind}”.")
    fr = match["fr"].strip()
    return Column(name, fr, (match["en"] or fr).strip(), known)


def _check_keys(header: Header, entry: Entry, known: set[str]) -> None:
    for key, below in entry.below.items():
        if key not in known:
            raise header.error(below.line, f"clé inconnue : « {key} ».", f"unknown key: “{key}”.")


def _check(header: Header, question: Question) -> None:
    """Hold the parts of the header against each other and against the query."""
    names = {column.name for column in question.columns}
    if not names:
        raise header.error(1, "« columns » manque.", "“columns” is missing.")
    variables = set(re.findall(r"[?$](\w+)", _code(question.sparql)))
    asked = {parameter.name for parameter in question.parameters}
    _check_subset(header, "columns", names, variables)
    _check_subset(header, "params", asked, variables)
    for key in ("lists", "keys", "order"):
        mentioned = {word.removeprefix("-") for word in words(header.top.below, key)}
        _check_subset(header, key, mentioned, names)
    if not question.internal:
        _check_subset(header, "audience", set(question.audience), set(AUDIENCES))
        if not question.audience:
            raise header.error(1, "« audience » manque.", "“audience” is missing.")


def _check_subset(header: Header, key: str, mentioned: set[str], known: set[str]) -> None:
    entry = header.top.below.get(key)
    for name in sorted(mentioned - known):
        line = entry.below[name].line if entry and name in entry.below else entry.line if entry else 1
        raise header.error(line, f"« {name} » n'est pas dans la requête.", f"“{name}” is not in the query.")


def _code(sparql: str) -> str:
    return "\n".join(line for line in sparql.splitlines() if not line.startswith("#"))
