"""The pipeline: sources and documents to facts, facts to graph, graph to checks, all into the store."""

from maillage.pipeline.building import add, build
from maillage.pipeline.inputs import reading_key
from maillage.pipeline.reading import Loaders, Progress, Reading
from maillage.pipeline.summary import Summary

__all__ = ["Loaders", "Progress", "Reading", "Summary", "add", "build", "reading_key"]
