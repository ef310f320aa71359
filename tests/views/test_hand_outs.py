import io
from datetime import date

import docx
import pytest
from django.urls import reverse

from actions.choices import Role
from tests.factories import (
    make_body,
    make_enquiry,
    make_frozen_report,
    make_meeting,
    make_member,
    make_partnership,
    make_plan,
    make_report,
)

pytestmark = pytest.mark.django_db

NAME = "-progress-report-01-for-health-and-wellbeing-board-as-at-2019-07-10."
BEGINS = {"docx": b"PK", "pdf": b"%PDF-"}


@pytest.fixture
def body(client):
    body = make_body(make_plan().partnership, name="Health and Wellbeing Board")
    client.force_login(make_member(body.partnership, role=Role.COMMITTEE_MEMBER))
    return body


def hand_out_address(body, report=None, ending="docx") -> str:
    report = report or make_frozen_report(body.partnership.plans.get())
    return reverse("report-hand-out", args=[report.pk, body.pk, ending])


def words_of(response) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(response.content)).paragraphs]


@pytest.mark.parametrize("ending", BEGINS)
def test_report_hand_out_is_what_its_ending_says_and_is_named_after_whom_it_is_for(client, body, ending):
    response = client.get(hand_out_address(body, ending=ending))

    assert response["Content-Disposition"] == f'attachment; filename="{body.partnership.slug}{NAME}{ending}"'
    assert response.content.startswith(BEGINS[ending])


def test_report_hand_out_names_the_body_and_its_first_meeting_from_the_day_of_the_report(client, body):
    for held_on in (date(2019, 7, 9), date(2019, 9, 12), date(2019, 11, 1)):
        make_meeting(body, held_on=held_on)

    response = client.get(hand_out_address(body))

    assert words_of(response)[2] == "For the Health and Wellbeing Board, which meets on 12 September 2019."


def test_report_hand_out_tells_what_the_body_asked_also_under_another_name(client, body):
    make_enquiry(body.partnership, body=body, text="Who answers for the wait?", asked_on=date(2019, 6, 1))
    make_enquiry(body.partnership, text="Asked by another body", asked_on=date(2019, 6, 1))
    address = hand_out_address(body)
    body.name = "Wellbeing Board"
    body.save()

    told = words_of(client.get(address))

    assert told[2] == "For the Wellbeing Board."
    assert "What you asked, and is not yet answered: 1" in told


@pytest.mark.parametrize("is_published", [False, True])
def test_report_hand_out_leads_to_the_full_report_where_its_reader_may_read_it(client, body, is_published):
    report = make_frozen_report(body.partnership.plans.get())
    if is_published:
        report.publish(by=report.frozen_by, at=report.frozen_at, public_words="This is how it is going.")

    told = words_of(client.get(hand_out_address(body, report)))

    public = reverse("public-report", args=[body.partnership.slug, report.pk])
    where = public if is_published else reverse("report-detail", args=[report.pk])
    assert f"The full report, with every action and how the figures are made: http://testserver{where}" in told


def test_report_hand_out_of_a_draft_is_not_found(client, body):
    draft = make_report(body.partnership.plans.get())

    assert client.get(hand_out_address(body, draft)).status_code == 404


def test_report_hand_out_for_a_body_of_another_partnership_is_not_found(client, body):
    report = make_frozen_report(body.partnership.plans.get())
    other = make_body(make_partnership())

    assert client.get(hand_out_address(other, report)).status_code == 404


def test_report_hand_out_in_a_format_that_is_not_made_is_not_found(client, body):
    assert client.get(hand_out_address(body, ending="xlsx")).status_code == 404


def test_report_hand_out_is_hidden_from_other_partnerships(client, body):
    address = hand_out_address(body)
    client.force_login(make_member(make_partnership()))

    assert client.get(address).status_code == 404


def test_report_detail_leads_to_a_hand_out_for_each_body_of_a_frozen_report_only(client, body):
    client.force_login(make_member(body.partnership, role=Role.BOARD_CHAIR))
    draft = make_report(body.partnership.plans.get())
    frozen = make_frozen_report(body.partnership.plans.get())
    heading = "Two pages for a committee paper"

    pages = {
        report: client.get(reverse("report-detail", args=[report.pk])).content.decode() for report in (draft, frozen)
    }

    assert (heading in pages[draft], heading in pages[frozen]) == (False, True)
    assert all(hand_out_address(body, frozen, ending) in pages[frozen] for ending in BEGINS)
