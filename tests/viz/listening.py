"""What a page of a browser says and asks for while a test goes through it."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Heard:
    """What a page said on its console, errors with it, and the addresses it asked for."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def elsewhere(self, *known: str) -> list[str]:
        """Return the addresses that begin with none of those ``known``."""
        return [url for url in self.asked if not url.startswith(known)]


def listen(page: Page) -> Heard:
    """Listen to ``page`` from now on."""
    heard = Heard()
    page.on("console", lambda message: heard.said.append(message.text))
    page.on("pageerror", lambda error: heard.said.append(str(error)))
    page.on("request", lambda request: heard.asked.append(request.url))
    return heard
