"""The roles that a budget's headers announce, and the words of its totals (``loaders/vocabulary/budgets.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from loaders.document import Row
from loaders.remembering import remembered_texts
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.amounts import amounts


@remembered_texts(2_048)
def role_of(folded: str) -> str:
    """Return the role that a folded header announces, by the most of its words; empty where it announces none."""
    found = {
        role: max(map(len, begun)) for role, names in _words("columns").items() if (begun := _begun(folded, names))
    }
    return max(found, key=lambda role: found[role], default="")


def heads_budget(row: Row) -> bool:
    """Tell whether a row holds the titles of a column of funders and of one of amounts."""
    return {"funder", "amount"} <= {role_of(fold(cell.text)) for cell in row.cells if not any(amounts(cell.text))}


def heads_gifts(row: Row) -> bool:
    """Tell whether every cell of a row is the title of a column of a budget, one of who gets and one of amounts."""
    roles = [role_of(fold(cell.text)) for cell in row.cells]
    return all(roles) and {"recipient", "amount"} <= set(roles)


def heads_amounts(text: str) -> bool:
    """Tell whether a header says that amounts stand below it."""
    return _begins(fold(text), _words("columns")["amount"])


def runs_nothing(folded: str) -> bool:
    """Tell whether a folded header names structures, which get money or are what somebody else gets it for."""
    return folded in _words("rows")["structures"]


def is_total(row: Row) -> bool:
    """Tell whether a row is a total of those above."""
    return any(says_total(cell.text) for cell in row.cells)


@remembered_texts(2_048)
def says_total(text: str) -> bool:
    """Tell whether a cell's words say that its row or column is a total."""
    return _begins(fold(text), _words("rows")["total"])


def _begins(folded: str, names: Sequence[str]) -> bool:
    """Tell whether a folded text is one of ``names``, or begins with it."""
    return any(_begun(folded, names))


def _begun(folded: str, names: Sequence[str]) -> list[str]:
    """Return those of ``names`` with which a folded text begins."""
    return [name for name in names if folded == name or folded.startswith(f"{name} ")]


@cache
def _words(table: str) -> dict[str, tuple[str, ...]]:
    """Return the folded words of each group of a ``table`` of the vocabulary."""
    return {name: tuple(fold(word) for word in words) for name, words in groups("budgets", table).items()}
