"""What every page's template may name."""

from django.conf import settings
from django.http import HttpRequest


def demo(request: HttpRequest) -> dict:
    return {"demo": settings.DEMO}


def this_release(request: HttpRequest) -> dict:
    return {"release": settings.RELEASE}
