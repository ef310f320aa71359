"""How the test files are shared out among the workers of pytest-xdist."""

import pytest
from xdist.scheduler import LoadFileScheduling

# Each takes half a minute and more. Begun last, one would keep a worker busy while the others wait.
LONGEST = [
    "tests/journeys/test_accessibility_by_rule.py",
    "tests/views/test_bad_input.py",
    "tests/views/test_every_figure.py",
    "tests/views/test_every_figure_later.py",
    "tests/summaries/test_report_check.py",
    "tests/journeys/test_accessibility_by_tab.py",
    "tests/views/test_every_url.py",
    "tests/journeys/test_accessibility_without_javascript.py",
]
TOGETHER = "tests/demo/"  # they share a fixture that takes seconds


def longest_first(item: pytest.Item) -> int:
    """To sort by: all others stay in the order in which they stand."""
    file = item.nodeid.split("::")[0]
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


class Shares(LoadFileScheduling):
    """A file goes to one worker, and so does the folder whose files belong together."""

    def _split_scope(self, nodeid: str) -> str:
        return TOGETHER if nodeid.startswith(TOGETHER) else super()._split_scope(nodeid)
