"""Agreements: the conventions that an act speaks of, put together from its statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.acts.contradictions import settled
from loaders.acts.statements import Statement
from loaders.document import Passage
from loaders.resolve import convention_key
from loaders.words.moments import year_of
from maillage.reference import Territory

_DAY = len("2024-01-01")
_TITLE_BONUS = 20


@dataclass(slots=True)
class Agreement:
    """One convention as an act speaks of it: its statements, and what they come to.

    ``main`` marks the one that the act is about, ``earlier`` one that came before it.
    """

    territory: Territory | None
    printed: str
    statements: list[Statement] = field(default_factory=list)
    main: bool = False
    earlier: bool = False
    borrowed: str = ""
    other_avenant: str = ""
    previous: Agreement | None = None

    @property
    def start(self) -> str:
        """The first day or year as the act states it, as a duration gives it, or the signature with which it begins."""
        first, days = _stated(self.statements, "first"), list(self.signatures)
        if len(first) < _DAY and self.says("from_signature") and len(days) == 1 and days[0].startswith(first):
            return days[0]
        return first

    @property
    def end(self) -> str:
        """The last day or year as the act states it, else as a duration gives it."""
        return _stated(self.statements, "last")

    @property
    def inferred(self) -> bool:
        """Whether its start year is not stated of it: another witness tells it, an end and a duration, another act."""
        stated = [s for s in self.statements if s.first and s.first == _stated(self.statements, "first")]
        return bool(self.borrowed) if not stated else all(s.witness or s.computed == "first" for s in stated)

    @property
    def denied(self) -> list[Statement]:
        """The statements whose period others contradict."""
        return [statement for statement in self.statements if statement.denied]

    @property
    def key(self) -> str:
        """The key of the contract; the year is that of another act of the document where this one states none."""
        return convention_key(self.territory, self.printed, self.start or self.borrowed)

    @property
    def avenant(self) -> str:
        """The number of its avenant as the act prints it, else as another act of the document does."""
        return next((s.avenant for s in self.statements if s.avenant), self.other_avenant)

    @property
    def code(self) -> str:
        """The territory's code."""
        return self.territory.code if self.territory else ""

    @property
    def generation(self) -> int:
        """The generation as stated, or as that of the convention before it gives it; 0 where unknown."""
        stated = next((s.generation for s in self.statements if s.generation), 0)
        if not stated and self.previous is not None and (before := self.previous.generation):
            return before + 1
        return stated

    @property
    def signatures(self) -> dict[str, list[Statement]]:
        """The stated days of signature with their statements; the days in order."""
        days: dict[str, list[Statement]] = {}
        for statement in self.statements:
            if statement.signed_on:
                days.setdefault(statement.signed_on, []).append(statement)
        return dict(sorted(days.items()))

    @property
    def label(self) -> Passage:
        """The fullest name that the act gives it; a title's counts for more than that of a sentence."""
        labels = [
            (len(s.label.text) + _TITLE_BONUS * s.title, -n, s.label) for n, s in enumerate(self.statements) if s.own
        ]
        return max(labels, key=lambda entry: entry[:2])[2] if labels else Passage(())

    def says(self, feature: str) -> bool:
        """Whether any of its statements has ``feature`` (``over``, ``signed``, ``amended``, ``renewal``)."""
        return any(getattr(statement, feature) for statement in self.statements)


def _stated(statements: Sequence[Statement], bound: str) -> str:
    """Return the bound of the period: the most precise that is stated, else the first.

    An end that a beginning and a duration give is as good as stated; a beginning reckoned back from an end is not.
    """
    bounds = [(getattr(s, bound), bound == "first" == s.computed) for s in statements if getattr(s, bound)]
    return max(bounds, key=lambda entry: (not entry[1], len(entry[0])))[0] if bounds else ""


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
        if home is None and not name:
            continue
        key = home.code if home else ""
        groups.setdefault(key, []).append(statement)
        if key not in names or len(name) > len(names[key][1]):
            names[key] = home, name
    return [agreement for key, group in groups.items() for agreement in _generations(group, *names[key])]


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
    ended = [statement for statement in rest if statement.last]
    for statement in ended:
        if not _by_end(statement, known) and not _otherwise(statement, known):
            known.append(Agreement(territory, printed, [statement]))
    return _by_role([s for s in rest if s not in ended], known, territory, printed)


def _of_the_amended(statements: list[Statement]) -> list[Statement]:
    """Return ``statements`` as those of one convention, even near its end, where an avenant to it is spoken of."""
    years = {statement.first[:4] for statement in statements if statement.first}
    successor = any(s.role == "new" or s.renewal or s.generation > 1 for s in statements)
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
    """Give a statement whose end is none of those known to the last agreement that had begun by then, without it."""
    begun = [agreement for agreement in known if 0 < year_of(agreement.start) < year_of(statement.last)]
    if not begun or statement.role or statement.over:
        return False
    begun[-1].statements.append(replace(statement, first="", last="", computed=""))
    return True


def _by_role(
    rest: Iterable[Statement], known: list[Agreement], territory: Territory | None, printed: str
) -> list[Agreement]:
    """Settle the main agreement and the one before it, and give them the statements that state no period."""
    rest = list(rest)
    main = _main(known, rest, territory, printed)
    others = [agreement for agreement in known if agreement is not main]
    generation = main.generation or max((s.generation for s in rest if s.role != "previous"), default=0)
    followed = generation > 1 or any(s.renewal or s.role == "new" for s in (*rest, *main.statements))
    earlier: Agreement | None = max(others, key=lambda a: year_of(a.start or a.end), default=None)
    for statement in rest:
        before = statement.role == "previous" or bool(
            statement.generation
            and (statement.generation < generation or (followed and statement.generation == 1 != generation))
        )
        if before and earlier is None:
            earlier = Agreement(territory, printed)
        (earlier if before and earlier is not None else main).statements.append(statement)
    return _ordered(main, earlier, others)


def _main(
    known: Sequence[Agreement], rest: Sequence[Statement], territory: Territory | None, printed: str
) -> Agreement:
    """Return the agreement that the act is about: the latest that is not said to be over, else a new one."""
    current = [a for a in known if not any(s.role == "previous" for s in a.statements)]
    if current:
        return max(current, key=lambda a: year_of(a.start or a.end))
    return Agreement(territory, printed)


def _ordered(main: Agreement, earlier: Agreement | None, others: Sequence[Agreement]) -> list[Agreement]:
    """Mark the main agreement and those before it, and tie each to the one that it renews."""
    main.main = True
    line = sorted(
        {id(a): a for a in (*others, *([earlier] if earlier else []))}.values(), key=lambda a: a.start or a.end
    )
    for agreement in line:
        agreement.earlier = True
    chain = [*line, main]
    for before, following in pairwise(chain):
        following.previous = before
    return [agreement for agreement in chain if agreement.statements]
