"""The way in for a web server: `gunicorn sendtracker.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendtracker.settings")

application = get_wsgi_application()
