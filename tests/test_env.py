"""Settings from the environment: an odd or missing value stops the start with a sentence that names it."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from sendtracker import env

LONG_ENOUGH = "k" * env.SHORTEST_SECRET
SQLITE = {"ENGINE": "django.db.backends.sqlite3"}
POSTGRESQL = {"ENGINE": "django.db.backends.postgresql"}
PRODUCTION = {
    "SECRET_KEY": LONG_ENOUGH,
    "ALLOWED_HOSTS": "tracker.example.gov.uk",
    "DATABASE_URL": "postgres://tracker:secret@db.example.gov.uk:5432/tracker",
}


# ──── yes or no


@pytest.mark.parametrize("value", ["1", "true", "True", "YES", " on "])
def test_flag_reads_yes(value, monkeypatch):
    monkeypatch.setenv("DEBUG", value)

    assert env.flag("DEBUG", default=False) is True


@pytest.mark.parametrize("value", ["0", "false", "No", "off", ""])
def test_flag_reads_no(value, monkeypatch):
    monkeypatch.setenv("DEBUG", value)

    assert env.flag("DEBUG", default=True) is False


@pytest.mark.parametrize("default", [True, False])
def test_flag_that_is_not_set_is_the_default(default, monkeypatch):
    monkeypatch.delenv("DEBUG", raising=False)

    assert env.flag("DEBUG", default=default) is default


@pytest.mark.parametrize("value", ["maybe", "2", "tru"])
def test_flag_refuses_anything_else(value, monkeypatch):
    monkeypatch.setenv("DEBUG", value)

    with pytest.raises(ImproperlyConfigured, match=f"^DEBUG is “{value}”: write 1 for yes or 0 for no.$"):
        env.flag("DEBUG", default=False)


# ──── numbers, texts, lists


def test_whole_number_reads_digits(monkeypatch):
    monkeypatch.setenv("EMAIL_PORT", " 587 ")

    assert env.whole_number("EMAIL_PORT", default=25) == 587


@pytest.mark.parametrize("value", ["smtp", "-1", "2.5", ""])
def test_whole_number_refuses_anything_else(value, monkeypatch):
    monkeypatch.setenv("EMAIL_PORT", value)

    with pytest.raises(ImproperlyConfigured, match=f"^EMAIL_PORT is “{value}”: write a whole number, such as 25.$"):
        env.whole_number("EMAIL_PORT", default=25)


def test_text_leaves_out_the_space_around_it(monkeypatch):
    monkeypatch.setenv("EMAIL_HOST", " mail.example.gov.uk\n")

    assert env.text("EMAIL_HOST", default="localhost") == "mail.example.gov.uk"


@pytest.mark.parametrize(("value", "words"), [("a, b ,c", ["a", "b", "c"]), ("a", ["a"]), ("", []), (" , ", [])])
def test_words_are_parted_by_commas(value, words, monkeypatch):
    monkeypatch.setenv("CSRF_TRUSTED_ORIGINS", value)

    assert env.words("CSRF_TRUSTED_ORIGINS", default=["x"]) == words


# ──── the secret key


@pytest.mark.parametrize("value", [None, "", "short", LONG_ENOUGH[1:]])
def test_secret_key_must_be_long(value, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    if value is not None:
        monkeypatch.setenv("SECRET_KEY", value)

    with pytest.raises(ImproperlyConfigured, match=r"^SECRET_KEY must be a random text of at least 50 characters"):
        env.secret_key(relaxed=False)


def test_secret_key_tells_how_to_make_one(monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)

    with pytest.raises(ImproperlyConfigured) as refusal:
        env.secret_key(relaxed=False)

    command = str(refusal.value).partition('python -c "')[2].rstrip('"')
    made = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert len(made.stdout.strip()) >= env.SHORTEST_SECRET


def test_secret_key_may_be_missing_only_where_rules_are_relaxed(monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)

    assert "only-for-this-machine" in env.secret_key(relaxed=True)


def test_secret_key_that_is_given_must_be_long_even_where_rules_are_relaxed(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "short")

    with pytest.raises(ImproperlyConfigured, match=r"^SECRET_KEY must"):
        env.secret_key(relaxed=True)


# ──── hosts


def test_allowed_hosts_must_be_named(monkeypatch):
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)

    with pytest.raises(ImproperlyConfigured, match=r"^ALLOWED_HOSTS must name the hosts served"):
        env.allowed_hosts(relaxed=False)


def test_allowed_hosts_are_this_machine_where_rules_are_relaxed(monkeypatch):
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)

    assert env.allowed_hosts(relaxed=True) == ["127.0.0.1", "[::1]", "localhost"]


# ──── the database


@pytest.mark.parametrize("url", ["", "mysql://db/tracker", "tracker.sqlite3", "nonsense"])
def test_database_url_must_be_postgresql_or_sqlite(url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL must start with postgres:// or sqlite://"):
        env.database(relaxed=False)


@pytest.mark.parametrize(
    "url", ["postgres://", "postgres://host:5432/", "postgres://host:port/tracker", "postgres://user:p/ss@host/tracker"]
)
def test_database_url_that_cannot_be_read_says_how_to_write_it(url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL cannot be read: write it as postgres://user"):
        env.database(relaxed=False)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_database_on_postgresql_is_kept_open_and_checked(scheme, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://tracker:p%40ss@db.example:5433/tracker")

    settings = env.database(relaxed=False)

    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "tracker",
        "USER": "tracker",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": 5433,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def test_database_on_sqlite_lets_writers_wait_for_each_other(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///var/demo.sqlite3")

    settings = env.database(relaxed=False)

    assert (settings["ENGINE"], settings["NAME"]) == ("django.db.backends.sqlite3", "var/demo.sqlite3")
    assert (settings["OPTIONS"]["transaction_mode"], settings["OPTIONS"]["timeout"]) == ("IMMEDIATE", 20)
    assert "journal_mode=WAL" in settings["OPTIONS"]["init_command"]


@pytest.mark.parametrize("folder", ["tracker", "my tracker", "tracker+tests", "100% tracker", "tracker#2", "what?"])
def test_database_that_is_not_named_is_a_file_in_var_whatever_the_folder_is_called(folder, monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(env, "BASE_DIR", tmp_path / folder)

    settings = env.database(relaxed=True)

    assert settings["NAME"] == str(tmp_path / folder / "var" / "sendtracker.sqlite3")


# ──── demo mode


def test_demo_mode_is_off_unless_asked_for(monkeypatch):
    monkeypatch.delenv("DEMO", raising=False)

    assert env.demo_mode(hosts=["tracker.example.gov.uk"], database=POSTGRESQL, behind_https=True) is False


def test_demo_mode_is_on_for_this_machine(monkeypatch):
    monkeypatch.setenv("DEMO", "1")

    assert env.demo_mode(hosts=["127.0.0.1", "localhost"], database=SQLITE, behind_https=False) is True


@pytest.mark.parametrize(
    ("production", "reason"),
    [
        ({"hosts": ["tracker.example.gov.uk"]}, "ALLOWED_HOSTS names tracker.example.gov.uk"),
        ({"hosts": ["*"]}, r"ALLOWED_HOSTS names \*"),
        ({"hosts": ["localhost", "a.example", "b.example"]}, "ALLOWED_HOSTS names a.example, b.example"),
        ({"database": POSTGRESQL}, "DATABASE_URL is not an SQLite file"),
        ({"behind_https": True}, "HTTPS is switched on"),
        (
            {"database": POSTGRESQL, "behind_https": True},
            "DATABASE_URL is not an SQLite file and HTTPS is switched on",
        ),
    ],
)
def test_demo_mode_is_refused_together_with_a_production_setting(production, reason, monkeypatch):
    monkeypatch.setenv("DEMO", "1")
    here = {"hosts": ["localhost"], "database": SQLITE, "behind_https": False}

    with pytest.raises(ImproperlyConfigured, match=f"^DEMO lets anybody sign in .* but {reason}. Unset DEMO"):
        env.demo_mode(**here | production)


# ──── all of it: the settings start, or say why not


def start(**values: str) -> str:
    """What the settings come to with exactly these values in the environment, or what stopped them."""
    read = "from sendtracker import settings as s; print(s.DEBUG, s.DEMO, s.HTTPS, s.SESSION_COOKIE_SECURE)"
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", read], cwd=env.BASE_DIR, env=kept | values, capture_output=True, text=True
    )
    said = (done.stdout or done.stderr).strip().splitlines()[-1]
    return said.removeprefix("django.core.exceptions.ImproperlyConfigured: ")


def test_settings_of_production_start_behind_https():
    assert start(**PRODUCTION) == "False False True True"


def test_settings_for_work_start_with_debug_alone():
    assert start(DEBUG="1") == "True False False False"


def test_settings_for_the_demo_start_with_demo_alone():
    assert start(DEMO="1") == "False True False False"


@pytest.mark.parametrize("name", PRODUCTION)
def test_settings_of_production_do_not_start_without(name):
    values = {key: value for key, value in PRODUCTION.items() if key != name}

    assert start(**values).split()[0] == name


@pytest.mark.parametrize("name", PRODUCTION)
def test_settings_of_production_do_not_start_as_a_demo(name):
    said = start(DEMO="1", **{name: PRODUCTION[name]})

    assert said.split()[0] == ("False" if name == "SECRET_KEY" else "DEMO")


@pytest.mark.parametrize("name", ["DEBUG", "DEMO", "HTTPS", "BEHIND_PROXY", "EMAIL_USE_TLS", "EMAIL_PORT"])
def test_settings_do_not_start_with_an_odd_value_and_name_it(name):
    assert start(**PRODUCTION | {name: "perhaps"}).startswith(f"{name} is “perhaps”: write ")
