from datetime import date

import html5lib
import pytest
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import ProgressReport
from tests.factories import (
    make_action,
    make_frozen_report,
    make_member,
    make_plan,
    make_priority,
    make_report,
    make_update,
)

pytestmark = pytest.mark.django_db

JULY = date(2019, 7, 10)


def page(response):
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def words(response) -> str:
    return " ".join("".join(page(response).find(".//main").itertext()).split())


@pytest.fixture
def plan():
    """One action complete and one delayed by the day of the report."""
    plan = make_plan()
    priority = make_priority(plan, ref="1", title="Access")
    make_update(make_action(priority=priority, title="Publish the offer"), Status.COMPLETE, date(2019, 6, 1))
    late = make_action(priority=priority, title="Open a clinic")
    make_update(late, Status.DELAYED, date(2019, 6, 3), reason="A lease fell through.")
    return plan


@pytest.fixture
def chair(plan, client):
    person = make_member(plan.partnership, role=Role.BOARD_CHAIR)
    client.force_login(person)
    return person


def edit_of(report, **typed) -> dict:
    """What the form of a draft sends."""
    return {"seen": report.edits, "as_at_on": report.as_at_on.isoformat(), "words": ""} | typed


def test_report_list_shows_the_frozen_to_all_and_drafts_to_those_who_draft(client, plan):
    frozen, draft = make_frozen_report(plan), make_report(plan)
    shown = {}
    for role in [Role.COMMITTEE_MEMBER, Role.PROGRAMME_MANAGER]:
        client.force_login(make_member(plan.partnership, role=role))
        response = client.get(reverse("report-list", args=[plan.pk]))
        links = {link.get("href") for link in page(response).iter("a")}
        shown[role] = [
            reverse("report-detail", args=[frozen.pk]) in links,
            reverse("report-edit", args=[draft.pk]) in links,
        ]

    assert shown == {Role.COMMITTEE_MEMBER: [True, False], Role.PROGRAMME_MANAGER: [True, True]}


@pytest.mark.parametrize("number", [1, 3])
def test_report_list_asks_as_many_queries_however_many_reports(client, plan, number, django_assert_num_queries):
    for _ in range(number):
        make_frozen_report(plan)
    client.force_login(make_member(plan.partnership))

    with django_assert_num_queries(6):
        client.get(reverse("report-list", args=[plan.pk]))


def test_report_draft_begins_a_report_and_leads_to_its_words(client, plan, chair):
    response = client.post(
        reverse("report-draft", args=[plan.pk]), {"as_at_on": "2019-07-10", "compared_on": "2019-05-15"}
    )

    report = ProgressReport.objects.get()
    assert response.url == reverse("report-edit", args=[report.pk])
    assert (report.plan, report.as_at_on, report.compared_on, report.drafted_by) == (
        plan,
        JULY,
        date(2019, 5, 15),
        chair,
    )


def test_report_draft_with_a_wrong_day_comes_back_filled_and_says_why(client, plan, chair):
    typed = {"as_at_on": "2019-07-10", "compared_on": "2019-08-01"}

    response = client.post(reverse("report-draft", args=[plan.pk]), typed)

    assert "Compare with an earlier day." in words(response)
    assert page(response).find(".//input[@name='compared_on']").get("value") == "2019-08-01"
    assert not ProgressReport.objects.exists()


def test_report_draft_is_refused_to_who_may_not_and_nothing_is_written(client, plan):
    client.force_login(make_member(plan.partnership, role=Role.COMMITTEE_MEMBER))

    response = client.post(reverse("report-draft", args=[plan.pk]), {"as_at_on": "2019-07-10"})

    assert (response.status_code, ProgressReport.objects.count()) == (403, 0)


def test_report_edit_shows_the_figures_beside_the_words_and_a_first_sentence(client, plan, chair):
    report = make_report(plan)

    response = client.get(reverse("report-edit", args=[report.pk]))

    assert "Of 2 actions 1 is complete, not yet verified; 1 is delayed or at risk." in words(response)
    assert "1 complete, 0 on track, 0 not started, 1 delayed or at risk" in words(response)


def test_report_edit_keeps_the_words_to_the_board_and_on_each_priority(client, plan, chair):
    report = make_report(plan)
    (priority,) = plan.priorities.all()
    said = {"words": "One is late.", f"priority_{priority.pk}": "The lease is looked at again."}

    response = client.post(reverse("report-edit", args=[report.pk]), edit_of(report, **said))

    report.refresh_from_db()
    assert response.url == reverse("report-edit", args=[report.pk])
    assert (report.words, [each.words for each in report.priority_words.all()]) == (
        "One is late.",
        ["The lease is looked at again."],
    )


def test_report_edit_that_crosses_another_shows_both_and_loses_neither(client, plan, chair):
    report = make_report(plan)
    other = make_member(plan.partnership, role=Role.PROGRAMME_MANAGER, name="Hazel")
    mine = edit_of(report, words="Mine.")
    client.post(reverse("report-edit", args=[report.pk]), edit_of(report, words="Theirs."))

    client.force_login(other)
    response = client.post(reverse("report-edit", args=[report.pk]), mine)

    assert "saved this draft while you were writing" in words(response)
    assert "Theirs." in words(response)
    assert page(response).find(".//textarea[@name='words']").text.strip() == "Mine."


def test_report_edit_of_a_frozen_report_leads_to_the_report(client, plan, chair):
    frozen = make_frozen_report(plan)

    response = client.get(reverse("report-edit", args=[frozen.pk]))

    assert response.url == reverse("report-detail", args=[frozen.pk])


def test_report_detail_of_a_frozen_report_tells_what_was_frozen_whatever_came_later(client, plan):
    frozen = make_frozen_report(plan)
    action = plan.actions.first()
    action.title = "Another title"
    action.save()
    client.force_login(make_member(plan.partnership))

    response = client.get(reverse("report-detail", args=[frozen.pk]))

    assert "Publish the offer" in words(response)
    assert "Another title" not in words(response)
    assert frozen.sha256 in words(response)


def test_report_detail_of_a_draft_is_refused_to_who_may_not_draft(client, plan):
    report = make_report(plan)
    client.force_login(make_member(plan.partnership, role=Role.OFFICER))

    assert client.get(reverse("report-detail", args=[report.pk])).status_code == 403


def test_report_freeze_gives_a_number_and_closes_the_books(client, plan, chair):
    report = make_report(plan)
    preview = client.get(reverse("report-detail", args=[report.pk]))

    response = client.post(reverse("report-freeze", args=[report.pk]), {"seen": preview.context["seen"]}, follow=True)

    report.refresh_from_db()
    assert (report.number, report.frozen_by) == (1, chair)
    assert "Report 1 is frozen. The books are closed through its day." in words(response)


def test_report_freeze_looks_again_where_somebody_recorded_something_since(client, plan, chair):
    report = make_report(plan)
    seen = client.get(reverse("report-detail", args=[report.pk])).context["seen"]
    make_update(plan.actions.last(), Status.COMPLETE, date(2019, 7, 1))

    response = client.post(reverse("report-freeze", args=[report.pk]), {"seen": seen}, follow=True)

    report.refresh_from_db()
    assert not report.is_frozen
    assert "Not frozen: somebody recorded something since you looked." in words(response)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.BOARD_CHAIR])
def test_report_freeze_is_the_chairs_alone(client, plan, role):
    report = make_report(plan)
    client.force_login(make_member(plan.partnership, role=role))

    response = client.post(reverse("report-freeze", args=[report.pk]))

    report.refresh_from_db()
    assert (response.status_code, report.is_frozen) == (403, False)


def test_report_freeze_is_hidden_from_another_partnership(client, plan):
    report = make_report(plan)
    client.force_login(make_member(make_plan().partnership, role=Role.BOARD_CHAIR))

    assert client.post(reverse("report-freeze", args=[report.pk])).status_code == 404


def test_report_discard_throws_a_draft_away_but_never_a_frozen_report(client, plan, chair):
    frozen, draft = make_frozen_report(plan), make_report(plan)

    for report in (draft, frozen):
        client.post(reverse("report-discard", args=[report.pk]))

    assert list(ProgressReport.objects.all()) == [frozen]


def test_report_check_works_a_frozen_report_out_again_and_says_equal(client, plan):
    frozen = make_frozen_report(plan)
    make_update(plan.actions.last(), Status.COMPLETE, date(2019, 7, 20))
    client.force_login(make_member(plan.partnership))

    response = client.get(reverse("report-check", args=[frozen.pk]))

    assert "Equal." in words(response)
