"""A frozen report in two pages, as a paper for one of the bodies that read the plan.

The same frozen facts, drawn by Word and by PDF. It is never longer than two pages of A4: its lists
share what room there is, and what does not fit is counted and left to the full report.
"""

from .handed import HandOut, hand_out
from .reader import Reader
from .room import PAGES

__all__ = ["PAGES", "HandOut", "Reader", "hand_out"]
