"""Values into the text of a query: an engine plans only with what it knows, a server takes no others.

The one place where a value becomes a part of SPARQL text. It is sound because a value never goes in as it is: the
engine writes it as one RDF term (``terms.term``), with all that could end it escaped; and because the places where it
goes in are found by reading the text as SPARQL words, so that nothing inside a text, an IRI or a comment is taken for a
variable.

The variable is replaced by the term wherever it is asked for, which any engine plans well; a ``SELECT`` that gives it
back keeps it, bound by a ``VALUES`` block at the start of its pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from maillage.store.terms import Value, term

_WORDS = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    | (?P<text><[^<>"{}|^`\\\x00-\x20]*>
        | '''(?:[^'\\]|\\.|'(?!''))*''' | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"
        | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*")
    | (?P<variable>[?$]\w+) | (?P<word>\w+) | (?P<space>\s+) | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_ALL_OF = {"SELECT", "DISTINCT", "REDUCED"}
_MODIFIERS = {"GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET"}


def bound(sparql: str, bindings: Mapping[str, Value] | None = None) -> str:
    """Return the text of ``sparql`` (without its comments) with ``bindings`` in it, variable name to value.

    Raises QueryError for a value that is no RDF term.
    """
    return "".join(_Reading({name: str(term(value)) for name, value in (bindings or {}).items()}).read(sparql)).strip()


@dataclass(slots=True)
class _Reading:
    """Where in the query one is: among what a ``SELECT`` gives, in a pattern, or in what follows it."""

    terms: Mapping[str, str]
    selecting: bool = False
    following: bool = False
    given: set[str] = field(default_factory=set)
    before: str = ""

    def read(self, sparql: str) -> Iterator[str]:
        """Give the parts of the query with the terms in place."""
        for found in _WORDS.finditer(sparql):
            part = found[0]
            match found.lastgroup:
                case "comment":
                    continue
                case "variable":
                    yield self._variable(part)
                case "word":
                    yield self._word(part)
                case "sign":
                    yield self._sign(part)
                case _:
                    yield part

    def _variable(self, part: str) -> str:
        name = part[1:]
        if name not in self.terms or self.following:
            return part
        if self.selecting:
            self.given.add(name)
            return part
        return self.terms[name]

    def _word(self, part: str) -> str:
        if part.upper() == "SELECT":
            self.selecting, self.following, self.given = True, False, set()
        elif part.upper() in _MODIFIERS:
            self.following = True
        self.before = part.upper()
        return part

    def _sign(self, part: str) -> str:
        if part == "*" and self.selecting and self.before in _ALL_OF:
            self.given = set(self.terms)
        self.before = part
        if part not in "{}":
            return part
        begins, self.selecting, self.following = part == "{" and self.selecting, False, False
        blocks = (f" VALUES ?{name} {{ {self.terms[name]} }}" for name in sorted(self.given) if begins)
        return part + "".join(blocks)
