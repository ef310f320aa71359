"""Which code is running: pages kept by a cache or a browser are those of this code and no other."""

import hashlib
from functools import cache

from .env import BASE_DIR

PAGES_ARE_MADE_BY = ["actions", "sendtracker", "templates", "static"]


@cache
def release() -> str:
    """The same on every machine that runs the same files, and another as soon as one of them differs."""
    digest = hashlib.sha256()
    for folder in PAGES_ARE_MADE_BY:
        for path in sorted((BASE_DIR / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(BASE_DIR)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
