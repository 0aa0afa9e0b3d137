"""A visitor of the explorer in a real browser, who hears what pages say and ask, and measures what they weigh."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Dialog, Page, Request, Response

PHONE = 390
_KEYS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return { name: "", seen: true };
  const box = at.closest(".CodeMirror") || at;
  return { name: at.outerHTML.slice(0, 200), at: [...document.querySelectorAll("*")].indexOf(at),
    seen: box.getClientRects().length > 0 && getComputedStyle(box).outlineStyle !== "none" };
}"""


@dataclass
class Visitor:
    """A page of the browser, with what went wrong on it and the size of what it runs."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)
    weight: int = 0

    def go(self, path: str) -> None:
        """Open ``path`` and wait until nothing more is asked for; what an earlier page did is forgotten."""
        self.weight = 0
        self.troubles.clear()
        self.page.goto(path, wait_until="networkidle")

    def words(self) -> str:
        """What the page says in its main part."""
        return self.page.locator("main").inner_text()

    def width(self) -> int:
        """How wide the page is, with what does not fit."""
        return int(self.page.evaluate("document.documentElement.scrollWidth"))

    def walk(self, steps: int) -> list[str]:
        """Go from link to field by keyboard and return what cannot be seen to have the focus, or keeps it."""
        lost: list[str] = []
        before = None
        for _ in range(steps):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(_KEYS)
            if not focus["seen"] or (before is not None and focus.get("at") == before):
                lost.append(focus["name"])
            before = focus.get("at")
        return lost

    def hear(self) -> None:
        """Listen to the page: its console, its errors, its dialogs, its requests."""
        self.page.on("console", lambda message: self._say(message.text))
        self.page.on("pageerror", lambda error: self._say(str(error)))
        self.page.on("dialog", self._refuse)
        self.page.on("request", self._follow)
        self.page.on("response", self._weigh)

    def _say(self, trouble: str) -> None:
        if "the server responded with a status of 40" not in trouble:
            self.troubles.append(trouble)

    def _refuse(self, dialog: Dialog) -> None:
        self._say(dialog.message)
        dialog.dismiss()

    def _follow(self, asking: Request) -> None:
        if not asking.url.startswith((self.address, "data:", "blob:")):
            self._say(asking.url)

    def _weigh(self, response: Response) -> None:
        if response.request.resource_type in {"script", "stylesheet"}:
            body = response.body()
            packed = response.headers.get("content-encoding") and response.headers.get("content-length")
            self.weight += int(packed) if packed else len(gzip.compress(body))


@contextmanager
def visiting(
    browser: Browser, address: str, *, language: str = "fr-FR", scripts: bool = True, width: int = 1280
) -> Iterator[Visitor]:
    """Give a visitor of the explorer at ``address`` for as long as a test needs it."""
    context = browser.new_context(
        base_url=address, locale=language, java_script_enabled=scripts, viewport={"width": width, "height": 900}
    )
    visitor = Visitor(context.new_page(), address)
    visitor.hear()
    yield visitor
    context.close()
