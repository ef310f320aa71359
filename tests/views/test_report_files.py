import json
from datetime import date

import pytest
from django.urls import reverse

from actions.choices import Role, Status
from actions.views.report_files import FORMATS
from tests.factories import make_action, make_frozen_report, make_member, make_plan, make_report, make_update

pytestmark = pytest.mark.django_db

BEGINS = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF-", "csv": b"\xef\xbb\xbf", "json": b"{"}


@pytest.fixture
def plan(client):
    plan = make_plan()
    make_update(make_action(plan), Status.COMPLETE, date(2019, 6, 1))
    client.force_login(make_member(plan.partnership, role=Role.BOARD_CHAIR))
    return plan


@pytest.mark.parametrize("ending", BEGINS)
def test_report_file_is_what_its_ending_says_and_is_named_after_the_report(client, plan, ending):
    frozen = make_frozen_report(plan)

    response = client.get(reverse("report-file", args=[frozen.pk, ending]))

    name = f"{plan.partnership.slug}-progress-report-01-as-at-2019-07-10.{ending}"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.content.startswith(BEGINS[ending])
    assert {each.ending for each in FORMATS} == set(BEGINS)


def test_report_file_as_json_is_the_very_text_that_was_frozen(client, plan):
    frozen = make_frozen_report(plan)

    response = client.get(reverse("report-file", args=[frozen.pk, "json"]))

    assert response.content.decode() == frozen.content


def test_report_file_of_a_draft_calls_itself_a_draft(client, plan):
    draft = make_report(plan)

    response = client.get(reverse("report-file", args=[draft.pk, "json"]))

    assert json.loads(response.content)["report"]["number"] is None
    assert "-progress-report-draft-as-at-" in response["Content-Disposition"]


def test_report_file_in_a_format_that_is_not_made_is_not_found(client, plan):
    frozen = make_frozen_report(plan)

    assert client.get(reverse("report-file", args=[frozen.pk, "odt"])).status_code == 404
