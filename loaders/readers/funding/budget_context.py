"""What every amount of a budget is read with: what stands above the table, who shares in it, what is decided of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.readers.funding.budget_captions import caption, said_before
from loaders.readers.funding.budget_objects import decided_object
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.context import Context
from loaders.readers.funding.former import convention_over
from loaders.readers.outline import Standing


@dataclass(frozen=True, slots=True)
class Budget:
    """What every amount of a budget is read with.

    ``caption`` stands right above it, the sentence ``before`` that in its paragraph, ``headings`` above, nearest first;
    ``shares`` is the act's own territory as the table names it among those who give, empty where it does not; it
    ``carries`` what is financed where what it gives is no subvention: it gets those of the others.
    It is ``parted`` where its rows say what each is for: its total is for all of that. ``decided`` is what the act's
    title says that it finances, where they do not; ``former`` the earlier convention whose years the rows are.
    """

    context: Context
    standing: Standing
    caption: str
    before: str
    headings: Sequence[str]
    shares: str
    carries: bool
    parted: bool
    decided: str
    former: str

    @classmethod
    def of(cls, context: Context, standing: Standing, sums: Sequence[Sum]) -> Budget:
        """Return what the ``sums`` of a budget are read with."""
        shares = next((one.funder for one in sums if one.funder and context.is_home(one.funder)), "")
        parted = any(one.purpose for one in sums)
        return cls(
            context,
            standing,
            caption=caption(context.above),
            before=said_before(context.above),
            headings=[title.words.text for title in reversed(standing.titles)],
            shares=shares,
            carries=bool(shares) and not any(one.schemes for one in sums if one.funder == shares),
            parted=parted,
            decided="" if parted else decided_object(context.section),
            former=convention_over(context.section, {one.year for one in sums if one.year}),
        )

    @property
    def titles(self) -> tuple[str, ...]:
        """The caption and the headings, nearest first."""
        return (self.caption, *self.headings)
