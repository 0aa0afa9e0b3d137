"""A graph of as many CTG as wanted, the same at each run: real territories, all else fictional.

``python -m benchmarks.generated STORE`` makes a store of 300 CTG at the folder STORE, to be used as any other
(``maillage serve --store STORE``, ``maillage query NAME --store STORE``); ``--ctg N`` says how many, ``--bare`` leaves
out the findings, which take the longest. The facts go through our own graph, checks and search index.

A CTG has 20 to 60 fiches with their actors and contents, a plan, équipements, money, figures and steering bodies; a
fourth of the territories has two generations, some have avenants. Each CTG is drawn from its own key, so that the first
hundred of three hundred are those of a hundred.
"""

from benchmarks.generated.ctg import documents

__all__ = ["documents"]
