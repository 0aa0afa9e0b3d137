"""What a page raises where it cannot be shown; the words come from the texts of the interface."""

from __future__ import annotations


class NotFoundError(Exception):
    """There is no such page or thing."""


class BadRequestError(Exception):
    """A parameter is not as it should be: ``key`` is the text that says so, filled with ``values``."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
