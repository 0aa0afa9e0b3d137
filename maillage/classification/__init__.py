"""Classification: the types of action of what conventions plan, told by the words of the thesauri.

Transparent rules and no more: a concept is assigned because words stand there, and the assignment keeps them.
"""

from maillage.classification.facts import classify
from maillage.classification.rules import Found, concepts

__all__ = ["Found", "classify", "concepts"]
