"""The explorer: server-rendered pages of everything the graph holds, each fact with its place."""

from viz.explorer.application import app
from viz.explorer.contours import read as read_contours
from viz.explorer.serving import serve

__all__ = ["app", "read_contours", "serve"]
