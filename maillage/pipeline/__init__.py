"""The pipeline: sources and documents to facts, facts to graph, graph to checks, all into the store.

Nothing is imported here: a process that only reads documents needs neither the graph nor the store.
"""
