"""A network as one HTML file that needs nothing else: no server, no network, no other file."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from maillage.language import tr
from viz.canvas import drawing
from viz.network import Graph, links, nodes
from viz.page_context import POLICY_MARK, network_page
from viz.plain import plain
from viz.texts import Language, texts

_TEMPLATES = Path(__file__).with_name("templates")
_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*?(?=</script>|$)", re.MULTILINE)


def write_network(graph: Graph, out: Path | str, *, title: str = "", language: Language | None = None) -> Path:
    """Write ``graph`` as a page to ``out`` and return its path. Raises OSError where that cannot be written."""
    file = Path(out)
    file.write_text(network_html(graph, title=title, language=language), encoding="utf-8", newline="\n")
    return file


def network_html(graph: Graph, *, title: str = "", language: Language | None = None) -> str:
    """Return the page of ``graph`` in ``language`` (that of the environment by default); equal graphs, equal bytes.

    pyvis fills the page, but from our template: its own asks servers for scripts and style sheets.
    """
    words = texts(language or ("en" if tr("fr", "en") == "en" else "fr"))
    found, joined = nodes(graph), links(graph)
    page = network_page(found, joined, plain(title), words)
    canvas = drawing(found, joined, page)
    environment = Environment(
        loader=FileSystemLoader([_TEMPLATES, canvas.template_dir]), autoescape=True, trim_blocks=True
    )
    environment.globals.update(page=page, t=words)
    canvas.templateEnv, canvas.path = environment, "network.html"
    html = _SOURCE_MAP.sub("", str(canvas.generate_html()))
    return html.replace(POLICY_MARK, content_security_policy(html), 1)


def content_security_policy(html: str) -> str:
    """Return the policy that allows the scripts and styles that stand in ``html``, and nothing from anywhere else."""
    allowed: dict[str, list[str]] = {"script": [], "style": []}
    for name, content in _INLINE.findall(html):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        allowed[name].append(f"'sha256-{digest}'")
    sources = "; ".join(f"{name}-src {' '.join(hashes)}" for name, hashes in allowed.items())
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; {sources}"
