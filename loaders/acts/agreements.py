"""Agreements: the conventions that an act speaks of, each with what its statements come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.acts.statements import Statement
from loaders.document import Passage
from loaders.resolve import convention_key
from loaders.words.moments import DAY
from maillage.reference import Territory

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
    following: Agreement | None = field(default=None, repr=False, compare=False)

    @property
    def start(self) -> str:
        """The first day or year as the act states it, as a duration gives it, or the signature with which it begins."""
        first, days = _stated(self.statements, "first"), list(self.signatures)
        if len(first) < DAY and self.says("from_signature") and len(days) == 1 and days[0].startswith(first):
            return days[0]
        return first

    @property
    def end(self) -> str:
        """The last day or year as the act states it, else as a duration gives it."""
        return _stated(self.statements, "last")

    @property
    def inferred(self) -> bool:
        """Whether its start year is not stated of it: another witness tells it, an end and a duration, another act."""
        first = _stated(self.statements, "first")
        stated = [statement for statement in self.statements if first and statement.first == first]
        return bool(self.borrowed) if not stated else all(one.witness or one.computed == "first" for one in stated)

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
        """The generation as stated, or as that of one before or behind it in its line gives it; 0 where unknown."""
        line = ((self, 0), *_before(self), *_behind(self))
        return next((told + by for agreement, by in line if (told := agreement.numbered) and told + by > 0), 0)

    @property
    def numbered(self) -> int:
        """The generation that its own statements give, 0 for none."""
        return next((s.generation for s in self.statements if s.generation), 0)

    @property
    def signatures(self) -> dict[str, list[Statement]]:
        """The stated days of signature with their statements; the days in order, a month or year with a day of it."""
        days: dict[str, list[Statement]] = {}
        for statement in sorted(self.statements, key=lambda one: -len(one.signed_on)):
            if told := statement.signed_on:
                day = next((known for known in sorted(days) if known.startswith(told)), told)
                days.setdefault(day, []).append(statement)
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


def _before(agreement: Agreement) -> Iterator[tuple[Agreement, int]]:
    """Give the conventions before one in its line, the nearest first, with the generations that lie between."""
    near, away = agreement.previous, 1
    while near is not None:
        yield near, away
        near, away = near.previous, away + 1


def _behind(agreement: Agreement) -> Iterator[tuple[Agreement, int]]:
    """Give the conventions behind one in its line, the nearest first, with the generations that lie between."""
    near, away = agreement.following, -1
    while near is not None:
        yield near, away
        near, away = near.following, away - 1


def _stated(statements: Sequence[Statement], bound: str) -> str:
    """Return the bound of the period: the most precise that is stated, else the first.

    An end that a beginning and a duration give is as good as stated; a beginning reckoned back from an end is not.
    """
    bounds = [(getattr(s, bound), bound == "first" == s.computed) for s in statements if getattr(s, bound)]
    return max(bounds, key=lambda entry: (not entry[1], len(entry[0])))[0] if bounds else ""
