"""Read the service's settings from the environment, loudly.

A value that is missing or odd stops the start with a sentence that names the setting and says
what to do. Nothing here falls back to something unsafe: only `DEBUG` and `DEMO` relax a rule.
"""

from pathlib import Path
from urllib.parse import quote

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
LOOPBACK_HOSTS = {"127.0.0.1", "localhost", "[::1]"}
SHORTEST_SECRET = 50
_EXAMPLE_URL = "postgres://user:password@host:5432/sendtracker"

_environ = environ.Env()


def flag(name: str, *, default: bool) -> bool:
    value = _environ.str(name, default=str(default)).strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name} is “{value}”: write 1 for yes or 0 for no.")


def whole_number(name: str, *, default: int) -> int:
    value = _environ.str(name, default=str(default)).strip()
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is “{value}”: write a whole number, such as {default}.")
    return int(value)


def text(name: str, *, default: str) -> str:
    return _environ.str(name, default=default).strip()


def words(name: str, *, default: list[str]) -> list[str]:
    """A comma-separated list."""
    parts = [part.strip() for part in _environ.str(name, default=",".join(default)).split(",")]
    return [part for part in parts if part]


def secret_key(*, relaxed: bool) -> str:
    value = _environ.str("SECRET_KEY", default="")
    if relaxed and not value:
        return "only-for-this-machine: never used outside DEBUG or DEMO"
    if len(value) < SHORTEST_SECRET:
        raise ImproperlyConfigured(
            f"SECRET_KEY must be a random text of at least {SHORTEST_SECRET} characters. Make one with: "
            'python -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    return value


def allowed_hosts(*, relaxed: bool) -> list[str]:
    hosts = words("ALLOWED_HOSTS", default=sorted(LOOPBACK_HOSTS) if relaxed else [])
    if not hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts served, such as tracker.example.gov.uk.")
    return hosts


def database(*, relaxed: bool) -> dict:
    """Django's settings for the one database, from `DATABASE_URL`."""
    url = text("DATABASE_URL", default="")
    if not url and relaxed:
        url = f"sqlite:///{quote(str(BASE_DIR / 'var' / 'sendtracker.sqlite3'))}"
    scheme = url.partition("://")[0]
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(f"DATABASE_URL must start with postgres:// or sqlite:///, such as {_EXAMPLE_URL}.")
    try:
        settings = _environ.db_url_config(url)
    except ValueError:
        settings = {"NAME": ""}
    if not settings["NAME"]:
        raise ImproperlyConfigured(
            f"DATABASE_URL cannot be read: write it as {_EXAMPLE_URL}. In a password : / ? # @ are %3A %2F %3F %23 %40."
        )
    if scheme == "sqlite":
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        settings["ENGINE"] = "django.db.backends.postgresql"
        settings["CONN_MAX_AGE"] = 600
        settings["CONN_HEALTH_CHECKS"] = True
    return settings


def demo_mode(*, hosts: list[str], database: dict, behind_https: bool) -> bool:
    """Whether anybody may sign in with one press. Refused as soon as anything looks like production."""
    if not flag("DEMO", default=False):
        return False
    outside = [host for host in hosts if host not in LOOPBACK_HOSTS and host != "testserver"]
    reasons = []
    if outside:
        reasons.append(f"ALLOWED_HOSTS names {', '.join(outside)}")
    if "sqlite" not in database["ENGINE"]:
        reasons.append("DATABASE_URL is not an SQLite file")
    if behind_https:
        reasons.append("HTTPS is switched on")
    if reasons:
        raise ImproperlyConfigured(
            "DEMO lets anybody sign in with one press, so it is only for this machine, but "
            f"{' and '.join(reasons)}. Unset DEMO, or unset the production setting."
        )
    return True
