"""Every figure is followed on the last five of ten random days, or on some: apart, so that two workers share them."""

import pytest

from tests.amounts import tries

from .figures import follow_every_figure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_what_a_browser_gets")]


def test_every_figure_is_the_number_of_rows_it_leads_to(client):
    follow_every_figure(client, range(5, 5 + tries(5)))
