"""What the reading process may take of the machine."""

from contextlib import suppress

try:
    import resource
except ImportError:  # Windows, where only the time is limited, by who started the process
    resource = None

MEMORY = 330_000_000
"""Of addresses; some 50 MB of them are libraries, so less than 300 MB are ever in use."""
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
