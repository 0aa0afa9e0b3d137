"""What a page of the office is given."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.pipeline.deposits import Deposit, Desk
from viz.explorer.problems import NotFoundError
from viz.explorer.visit import Visit


@dataclass(frozen=True, slots=True)
class At:
    """The visit, the desk, the seal of its forms, the id of the deposit that is asked for, and a page of it."""

    visit: Visit
    desk: Desk
    seal: str
    key: str = ""
    page: int = 1

    @property
    def deposit(self) -> Deposit:
        """The deposit that is asked for. Raises NotFoundError where there is none."""
        found = self.desk.deposit(self.key)
        if found is None:
            raise NotFoundError(self.key)
        return found
