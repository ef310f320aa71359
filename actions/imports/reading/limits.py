"""What the reading process may take of the machine."""

from contextlib import suppress

try:
    import resource
except ImportError:  # Windows, where only the time is limited, by who started the process
    resource = None

MEMORY = 290_000_000
"""Of addresses, which is more than is ever in use at once. 15,000 rows of 20 columns take half of it."""
CPU_SECONDS = 15
ANSWER = 150_000_000
GRACE = 1
"""Between the signal that tells why (SIGXCPU) and the one that does not (SIGKILL)."""


def limit_this_process() -> None:
    if resource is None:
        return
    wanted = {"RLIMIT_AS": MEMORY, "RLIMIT_CPU": CPU_SECONDS, "RLIMIT_FSIZE": ANSWER, "RLIMIT_CORE": 0}
    for name, most in wanted.items():
        with suppress(ValueError, OSError):  # macOS refuses some
            resource.setrlimit(getattr(resource, name), (most, most + GRACE))
