"""Chains of codes: which runs of lines stand below which, by what their codes go on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.readers.plan.codes import Run
from loaders.readers.plan.nodes import LEVELS

_FEWEST = 3
_NEAR = 3


def chains_of(held: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """Give the runs that stand one below another, outermost first, for each that has none below it."""
    above = {id(run): _parent(run, held) for run in held}
    parents = {id(run) for run in above.values() if run is not None}
    for run in held:
        if id(run) in parents or (run.anew and above[id(run)] is None):
            continue
        chain = [run]
        while (outer := above[id(chain[0])]) is not None and len(chain) < len(LEVELS):
            chain.insert(0, outer)
        if len(chain) > 1:
            yield tuple(chain)


def _parent(run: Run, held: Sequence[Run]) -> Run | None:
    """Return the run of ``held`` whose codes those of ``run`` go on with, else that through which they count on."""
    if run.anew:
        return next((other for other in held if other.depth == 1 and _begins_below_each(run, other)), None)
    held = [other for other in held if not other.anew]
    within = [other for other in held if other.depth < run.depth and _goes_on(run, other)]
    if within:
        return max(within, key=lambda other: other.depth)
    through = [other for other in held if other is not run and _counts_through(run, other)]
    return max(through, key=lambda other: len(other.at), default=None)


def _goes_on(run: Run, outer: Run) -> bool:
    """Whether each code of ``run`` begins with that of the last line of ``outer`` before it."""
    for at, code in zip(run.at, run.codes, strict=True):
        before = [one for index, one in zip(outer.at, outer.codes, strict=True) if index < at]
        if not before or code.parts[: outer.depth] != before[-1].parts:
            return False
    return True


def _counts_through(run: Run, outer: Run) -> bool:
    """Whether ``run`` counts on below each line of ``outer``, which has a word: both say by their own what they are."""
    first, *others = (code.parts[:-1] for code in run.codes)
    named = outer.word and outer.depth == 1 and (run.word or run.depth > 1) and run.word != outer.word
    if not named or len(run.at) < _FEWEST or any(parts != first for parts in others) or run.at[0] < outer.at[0]:
        return False
    return all(
        any(start < at <= start + _NEAR and at < end for at in run.at)
        for start, end in pairwise([*outer.at, outer.at[-1] + _NEAR + 1])
    )


def _begins_below_each(run: Run, outer: Run) -> bool:
    """Whether the codes of ``run`` begin anew below each line of ``outer``, of another word, and nowhere else."""
    firsts = [at for at, code in zip(run.at, run.codes, strict=True) if code.value == 1]
    named = outer.word and not outer.anew and run.word != outer.word and len(firsts) == len(outer.at)
    ends = [*outer.at[1:], firsts[-1] + _NEAR]
    return bool(named) and all(
        over < first <= min(over + _NEAR, end) for over, first, end in zip(outer.at, firsts, ends, strict=False)
    )
