"""What a query may not do, refused before anything is evaluated: ask other servers, nest without end.

The parser of the engine refuses what writes, since that is no query.
"""

from __future__ import annotations

import re

from maillage.errors import QueryError

_DEEPEST = 60
_MOST_PARTS = 1000  # the engine's time to plan grows with their square
_BEHIND_WORDS = re.compile(
    r"""\\. | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>) | \#[^\r\n]*
    | '''(?:[^'\\]|\\.|'(?!''))*''' | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"
    | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*" """,
    re.VERBOSE | re.DOTALL,
)
_SERVICE = re.compile(r"(?<![?$@:\w])SERVICE(?!\w)", re.IGNORECASE)
_FORM = re.compile(r"(?<![?$@:\w-])(?:SELECT|ASK|CONSTRUCT|DESCRIBE)(?![:\w-])", re.IGNORECASE)
_PART = re.compile(r"(?<![?$@:\w])(?:UNION|OPTIONAL|MINUS)(?!\w)", re.IGNORECASE)
_MAY_SAY_FROM = re.compile("from", re.IGNORECASE)
_FROM = re.compile(r"(?<![?$@:\w-])FROM\s*(?:NAMED\s*)?(?:<(?P<iri>[^>]*)>|[\w.-]*:)", re.IGNORECASE)


def refuse(query: str) -> None:
    """Raise QueryError for a query that asks another server, or nests deeper or has more parts than anybody means."""
    words = _bare(query, keep_iris=False)
    if _SERVICE.search(words):
        raise QueryError(
            "SERVICE n'est pas permis ici : ce serveur n'en interroge aucun autre (ni préfixe de ce nom).",
            "SERVICE is not allowed here: this server asks no other one (nor is a prefix of that name).",
        )
    if _depth(words) > _DEEPEST:
        raise QueryError(
            f"requête imbriquée trop profondément : {_DEEPEST} niveaux au plus.",
            f"the query is nested too deeply: {_DEEPEST} levels at most.",
        )
    if len(_PART.findall(words)) > _MOST_PARTS:
        raise QueryError(
            f"requête trop longue : {_MOST_PARTS} UNION, OPTIONAL et MINUS au plus ; VALUES dit des choix en une fois.",
            f"the query is too long: {_MOST_PARTS} UNION, OPTIONAL and MINUS at most; VALUES says choices at once.",
        )


def named_graphs(query: str) -> tuple[bool, frozenset[str]]:
    """Return whether ``query`` says ``FROM``, and the IRIs of graphs that it names so in full."""
    if not _MAY_SAY_FROM.search(query):  # most do not, and reading a query word by word takes long
        return False, frozenset()
    found = list(_FROM.finditer(_bare(query, keep_iris=True)))
    return bool(found), frozenset(one["iri"] for one in found if one["iri"])


def form(query: str) -> str:
    """Return the form of ``query``: ``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``. Raises QueryError for none."""
    found = _FORM.search(_bare(query, keep_iris=False))
    if found is None:
        raise QueryError(
            "SPARQL incorrect : il faut SELECT, ASK, CONSTRUCT ou DESCRIBE.",
            "bad SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE is needed.",
        )
    return found[0].upper()


def _bare(query: str, *, keep_iris: bool) -> str:
    """Return ``query`` without comments and texts, in which anything may stand."""
    return _BEHIND_WORDS.sub(lambda found: (found["iri"] or " ") if keep_iris else " ", query)


def _depth(words: str) -> int:
    deepest = depth = 0
    for sign in re.findall(r"[({\[\]})]", words):
        depth += 1 if sign in "({[" else -1
        deepest = max(deepest, depth)
    return deepest
