import pytest

from tests.views.world import lasting_world

__all__ = ["lasting_world"]


@pytest.fixture
def only_what_a_browser_gets(monkeypatch) -> None:
    """For long walks that look at answers alone: Django's client copies the context of every template besides."""
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *args, **kwargs: None)
