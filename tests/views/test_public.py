from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.choices import Status
from tests.factories import make_action, make_frozen_report, make_plan, make_report, make_update, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    plan = make_plan()
    late = make_action(plan, title="Open a clinic")
    officer = make_user(name="An officer by name")
    make_update(late, Status.DELAYED, date(2019, 6, 3), by=officer, reason="A lease fell through.")
    return plan


def published(plan):
    report = make_frozen_report(plan)
    report.publish(by=make_user(), at=timezone.now(), public_words="The clinic is late.")
    return report


def test_public_report_list_names_what_was_published_and_nothing_else(client, plan):
    report, unpublished = published(plan), make_frozen_report(plan)
    make_report(plan)

    response = client.get(reverse("public-report-list", args=[plan.partnership.slug]))

    assert list(response.context["reports"]) == [report]
    assert f"report {unpublished.number}" not in response.content.decode()


def test_public_report_list_of_a_partnership_that_published_nothing_is_not_found(client, plan):
    make_frozen_report(plan)

    assert client.get(reverse("public-report-list", args=[plan.partnership.slug])).status_code == 404


def test_public_report_tells_what_is_late_and_why_in_the_chairs_words_and_names_no_officer(client, plan):
    report = published(plan)

    text = client.get(reverse("public-report", args=[plan.partnership.slug, report.pk])).content.decode()

    assert "The clinic is late." in text
    assert "A lease fell through." in text
    assert "An officer by name" not in text


def test_public_report_that_is_not_published_is_not_found(client, plan):
    slug = plan.partnership.slug
    kept_back = [make_frozen_report(plan), make_report(plan)]

    answers = {client.get(reverse("public-report", args=[slug, each.pk])).status_code for each in kept_back}
    files = {client.get(reverse("public-report-file", args=[slug, each.pk, "json"])).status_code for each in kept_back}

    assert (answers, files) == ({404}, {404})


def test_public_report_file_is_open_data_with_the_same_fingerprint(client, plan):
    report = published(plan)

    response = client.get(reverse("public-report-file", args=[plan.partnership.slug, report.pk, "json"]))

    assert response.getvalue().decode() == report.content
