"""Settings for the tests: the same service, on SQLite or on the database that DATABASE_URL names."""

import os

os.environ["DEBUG"] = "1"
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from sendtracker.settings import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # look a static file up when it is asked for, not all of them for every client
STORAGES |= {"evidence": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}  # noqa: F405
