import pytest

from tests import amounts


@pytest.mark.parametrize(("is_thorough", "number"), [(True, 60), (False, 15)])
def test_tries_are_a_quarter_unless_the_run_is_thorough(is_thorough, number, monkeypatch):
    monkeypatch.setattr(amounts, "THOROUGH", is_thorough)

    assert amounts.tries(60) == number


def test_tries_are_at_least_one(monkeypatch):
    monkeypatch.setattr(amounts, "THOROUGH", False)

    assert amounts.tries(1) == 1
