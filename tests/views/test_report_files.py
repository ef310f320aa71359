import json
import tempfile
from datetime import date

import pytest
from django.urls import reverse

from actions.choices import Role, Status
from actions.reports import workbook
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
    assert response.getvalue().startswith(BEGINS[ending])
    assert {each.ending for each in FORMATS} == set(BEGINS)


def test_report_file_as_json_is_the_very_text_that_was_frozen(client, plan):
    frozen = make_frozen_report(plan)

    response = client.get(reverse("report-file", args=[frozen.pk, "json"]))

    assert response.getvalue().decode() == frozen.content


def test_report_file_of_a_draft_calls_itself_a_draft(client, plan):
    draft = make_report(plan)

    response = client.get(reverse("report-file", args=[draft.pk, "json"]))

    assert json.loads(response.getvalue())["report"]["number"] is None
    assert "-progress-report-draft-as-at-" in response["Content-Disposition"]


@pytest.mark.parametrize("ending", BEGINS)
def test_report_file_says_how_long_it_is_and_leaves_nothing_behind(client, plan, ending, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    response = client.get(reverse("report-file", args=[make_frozen_report(plan).pk, ending]))

    assert (response.streaming, int(response["Content-Length"])) == (True, len(response.getvalue()))
    assert list(tmp_path.iterdir()) == []


def test_report_file_that_fails_half_way_is_a_page_that_says_so_and_leaves_nothing_behind(
    client, plan, tmp_path, monkeypatch, caplog
):
    """The rows of the first sheet are on the disk by then."""
    left = []

    def fail(*args):
        left.extend(tmp_path.rglob("*"))
        raise RuntimeError("The drawer broke.")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(workbook, "_set_up", fail)

    response = client.get(reverse("report-file", args=[make_frozen_report(plan).pk, "xlsx"]))

    assert (response.status_code, "Content-Disposition" in response) == (503, False)
    assert "The Excel file could not be made" in response.content.decode()
    assert [record.exc_info[1].args for record in caplog.records if record.exc_info] == [("The drawer broke.",)]
    assert (len(left) > 1, list(tmp_path.iterdir())) == (True, [])


def test_report_file_in_a_format_that_is_not_made_is_not_found(client, plan):
    frozen = make_frozen_report(plan)

    assert client.get(reverse("report-file", args=[frozen.pk, "odt"])).status_code == 404
