"""How much the tests try: a sample every day, to stay within minutes, and all with THOROUGH=1, as in .ci/run."""

import os

THOROUGH = os.environ.get("THOROUGH") == "1"
A_SAMPLE = 4  # one in so many


def tries(number: int) -> int:
    """Of so many that a thorough run takes."""
    return number if THOROUGH else -(-number // A_SAMPLE)
