"""Deposits: documents that were handed in, read aside, judged fact by fact by a person, then put into the store."""

from maillage.pipeline.deposits.deposit import Deposit
from maillage.pipeline.deposits.desk import Desk
from maillage.pipeline.deposits.review import ADDED, DOUBTS, Decision, Item, Review, Verdict

__all__ = ["ADDED", "DOUBTS", "Decision", "Deposit", "Desk", "Item", "Review", "Verdict"]
