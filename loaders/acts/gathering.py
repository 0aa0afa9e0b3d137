"""Gathering: the statements of an act put together into the conventions that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.acts.agreements import Agreement
from loaders.acts.contradictions import settled
from loaders.acts.statements import Statement
from loaders.words.moments import year_of
from maillage.reference import Territory


def gather(statements: Iterable[Statement], territory: Territory | None, printed: str) -> list[Agreement]:
    """Put ``statements`` together into agreements, territory by territory; the main one of each is marked.

    A statement that names no territory is about ``territory`` (``printed`` in the act); where the act has none of its
    own it is about nothing in particular.
    """
    groups: dict[str, list[Statement]] = {}
    names: dict[str, tuple[Territory | None, str]] = {}
    for statement in statements:
        named = statement.named
        home, name = (named.territory, named.printed) if named else (territory, printed)
        if (home is None and not name) or _of_another(statement, territory):
            continue
        key = home.code if home else ""
        groups.setdefault(key, []).append(statement)
        if key not in names or _fullness(name) > _fullness(names[key][1]):
            names[key] = home, name
    return [agreement for key, group in groups.items() for agreement in _generations(group, *names[key])]


def _fullness(name: str) -> tuple[bool, int]:
    """Return how fully a territory is named: the form of several (``communautés de communes X``) is not its own."""
    return not name.lower().startswith("communautés "), len(name)


def _of_another(statement: Statement, territory: Territory | None) -> bool:
    """Whether a statement that neither names nor dates a convention only names another territory."""
    if statement.named is None or territory is None or statement.own:
        return False
    return statement.named.territory != territory and not (statement.first or statement.last or statement.signed_on)


def _generations(statements: list[Statement], territory: Territory | None, printed: str) -> list[Agreement]:
    """Tell the successive conventions of one territory apart: by period, then by generation, then by their role."""
    statements = _of_the_amended(statements)
    by_year: dict[str, list[Statement]] = {}
    rest: list[Statement] = []
    for statement in statements:
        told = statement.first and statement.computed != "first"
        (by_year.setdefault(statement.first[:4], []) if told else rest).append(statement)
    known = [Agreement(territory, printed, group) for _, group in sorted(settled(by_year).items())]
    rest = [statement for statement in rest if not _by_end(statement, known)]
    for statement in (statement for statement in rest if statement.last):
        if not _by_end(statement, known) and not _otherwise(statement, known):
            known.append(Agreement(territory, printed, [statement]))
    return _by_role([statement for statement in rest if not statement.last], known, territory, printed)


def _of_the_amended(statements: list[Statement]) -> list[Statement]:
    """Return ``statements`` as those of one convention, even near its end, where an avenant to it is spoken of."""
    years = {statement.first[:4] for statement in statements if statement.first}
    successor = any(s.role == "new" or s.renewal or s.generation > 1 for s in statements if not s.amended)
    if len(years) > 1 or successor or not any(s.amended for s in statements):
        return statements
    return [replace(s, role="", over=False) if s.role == "previous" and s.over else s for s in statements]


def _by_end(statement: Statement, known: Sequence[Agreement]) -> bool:
    """Give a statement that knows the end (or a computed beginning) to the agreement whose end it is."""
    for agreement in known:
        if statement.last and year_of(agreement.end) == year_of(statement.last):
            agreement.statements.append(statement)
            return True
    return False


def _otherwise(statement: Statement, known: Sequence[Agreement]) -> bool:
    """Give a statement whose end is none of those known to the last agreement that had begun by then, without it.

    Where that is the only one, and nothing told its end yet, it is its end: ``Elle prendra fin le 30 juin 2024``.
    """
    begun = [agreement for agreement in known if 0 < year_of(agreement.start) < year_of(statement.last)]
    if not begun or statement.role or statement.over:
        return False
    own = statement if not begun[-1].end and not statement.first and len(known) == 1 else None
    begun[-1].statements.append(own or replace(statement, first="", last="", computed=""))
    return True


def _by_role(
    rest: Sequence[Statement], known: Sequence[Agreement], territory: Territory | None, printed: str
) -> list[Agreement]:
    """Settle the main agreement and the one before it, and give them the statements that state no period."""
    main = _main(known, any(s.title and s.amended for s in rest)) or Agreement(territory, printed)
    others = [agreement for agreement in known if agreement is not main]
    generation = main.generation or max((s.generation for s in rest if s.role != "previous"), default=0)
    followed = generation > 1 or any(s.renewal or s.role == "new" for s in (*rest, *main.statements))
    earlier = max(others, key=_latest_year, default=None)
    for statement in rest:
        first = statement.generation == 1 and earlier is not None and earlier.numbered <= 1 and not main.generation
        if not first and not _precedes(statement, generation, followed):
            main.statements.append(statement)
            continue
        if earlier is None:
            earlier = Agreement(territory, printed)
            others.append(earlier)
        earlier.statements.append(statement)
    if not main.statements and others:  # a report on what is over is about that
        main = max(others, key=_latest_year)
        others.remove(main)
    return _ordered(main, others)


def _main(known: Sequence[Agreement], amended: bool) -> Agreement | None:
    """Return the agreement that the act is about: the latest that is not said to be over; None where all are.

    Where a title says that it is ``amended``, it is none that is still to come.
    """
    titled = [a for a in known if any(s.title and s.amended for s in a.statements)]
    if titled or amended:
        known = titled or [a for a in known if not any(s.role == "new" for s in a.statements)] or known
    told = bool(titled) or (amended and len(known) == 1)
    current = [a for a in known if told or not any(s.role == "previous" for s in a.statements)]
    return max(current, key=_latest_year, default=None)


def _latest_year(agreement: Agreement) -> int:
    """Return the year by which an agreement is later than others."""
    return year_of(agreement.start or agreement.end)


def _precedes(statement: Statement, generation: int, followed: bool) -> bool:
    """Whether a statement is about a convention before the main one, which is of ``generation`` (0 if unknown).

    Where that one is said to follow another (``followed``), whatever is of the first generation precedes it.
    """
    if statement.role == "previous" or 0 < statement.generation < generation:
        return True
    return followed and statement.generation == 1 != generation


def _ordered(main: Agreement, others: Iterable[Agreement]) -> list[Agreement]:
    """Mark the main agreement and those before it, and tie each to the one that it renews.

    One that begins after the main, which an avenant prolongs meanwhile, is not before it.
    """
    main.main = True
    line = sorted(others, key=lambda agreement: agreement.start or agreement.end)
    later = [one for one in line if main.start and main.says("amended") and one.start[:4] > main.start[:4]]
    for agreement in line:
        agreement.earlier = agreement not in later
    chain = [*(one for one in line if one.earlier), main, *later]
    for before, following in pairwise(chain):
        following.previous, before.following = before, following
    return [agreement for agreement in chain if agreement.statements]
