"""Looking at a draft as it is typed, on the page where it is edited, without saving it."""

from datetime import date

import pytest
from django.apps import apps
from django.urls import reverse

from actions.choices import Judgement, Role, Status
from actions.reports.parts import HEADINGS
from actions.summaries.report_content import content_of
from tests.factories import (
    make_action,
    make_body,
    make_frozen_report,
    make_meeting,
    make_member,
    make_plan,
    make_priority,
    make_report,
    make_update,
)
from tests.views.filled import filled
from tests.views.test_plans import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    """One action, on track until it was delayed on 3 June 2019."""
    plan = make_plan()
    action = make_action(priority=make_priority(plan, ref="1", title="Access"), title="Open a clinic")
    make_update(action, Status.ON_TRACK, date(2019, 4, 20))
    make_update(action, Status.DELAYED, date(2019, 6, 3), reason="A lease fell through.")
    return plan


@pytest.fixture
def report(plan):
    return make_report(plan, as_at_on=date(2019, 7, 10), words="As it was saved.")


@pytest.fixture
def chair(plan, client):
    person = make_member(plan.partnership, role=Role.BOARD_CHAIR)
    client.force_login(person)
    return person


def look(client, report, **typed):
    """Types into the form as it stands and presses the second button."""
    address = reverse("report-edit", args=[report.pk])
    return client.post(address, filled(client.get(address), **typed) | {"preview": "yes"})


def words(response, part: str) -> str:
    return " ".join("".join(page(response).find(f".//*[@id='{part}']").itertext()).split())


def all_that_is_stored() -> dict[str, list]:
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("actions").get_models()
    }


def test_report_edit_shows_what_is_typed_in_every_field_without_saving(client, plan, report, chair):
    earlier = make_frozen_report(plan, as_at_on=date(2019, 4, 30))
    meeting = make_meeting(make_body(plan.partnership, name="Improvement board"), held_on=date(2019, 5, 15))
    (priority,) = plan.priorities.all()

    response = look(
        client,
        report,
        as_at_on="2019-05-10",
        meeting=str(meeting.pk),
        compared_with=str(earlier.pk),
        judgement=Judgement.values[0],
        judgement_words="Nothing is late.",
        words="As it is typed.",
        corrects=str(earlier.pk),
        correction_reason="A date was wrong.",
        **{f"priority_{priority.pk}": "The lease is all but signed."},
    )

    told = response.context["content"]
    assert told["report"] == {
        "number": 2,
        "as_at_on": "2019-05-10",
        "compared_with_on": "2019-04-30",
        "compared_with_number": 1,
        "meeting": {"body": "Improvement board", "held_on": "2019-05-15"},
        "judgement": f"{Judgement.labels[0]}: Nothing is late.",
        "words": "As it is typed.",
        "corrects": {"number": 1, "reason": "A date was wrong."},
    }
    assert [each["words"] for each in told["priorities"]] == ["The lease is all but signed."]
    assert [figure["number"] for figure in told["headline"]["statuses"]] == [0, 1, 0, 0]


def test_report_edit_shown_without_saving_reads_as_it_will_when_it_is_saved(client, plan, report, chair):
    (priority,) = plan.priorities.all()
    typed = {"as_at_on": "2019-05-10", "words": "One.\n\nTwo.", f"priority_{priority.pk}": "A <b>lease</b>."}
    preview = look(client, report, **typed)

    address = reverse("report-edit", args=[report.pk])
    client.post(address, filled(client.get(address), **typed))

    report.refresh_from_db()
    assert preview.context["content"] == content_of(report)
    assert words(preview, "preview-content") == words(client.get(address), "preview-content")


def test_report_edit_shown_without_saving_writes_nothing_and_keeps_what_was_typed(client, plan, report, chair):
    address = reverse("report-edit", args=[report.pk])
    typed = filled(client.get(address), words="As it is typed.", as_at_on="2019-05-10")
    stored = all_that_is_stored()

    response = client.post(address, typed | {"preview": "yes"})

    assert all_that_is_stored() == stored
    assert filled(response) == typed | {name: filled(response)[name] for name in ("csrfmiddlewaretoken", "writer")}
    assert "With what you typed. Nothing of it is saved yet." in words(response, "preview")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"as_at_on": "2019-02-30"}, "Write the day as year, month and day, such as 2019-07-12."),
        ({"as_at_on": "9999-12-31"}, "Choose a day from 2000 to 2099."),
        ({"compared_on": "0001-01-01"}, "Choose a day from 2000 to 2099."),
        ({"compared_on": "2019-08-01"}, "Compare with an earlier day."),
        ({"correction_reason": "A date was wrong."}, "Choose the report that this one corrects."),
        ({"meeting": "987654"}, "Choose a meeting from the list."),
    ],
)
def test_report_edit_that_cannot_be_shown_says_why_and_keeps_what_was_typed(
    client, plan, report, chair, typed, problem
):
    stored = all_that_is_stored()

    response = look(client, report, words="As it is typed.", **typed)

    assert problem in "".join(response.context["form"].errors.as_text().split("* "))
    assert words(response, "preview").startswith("As it reads now What you typed cannot be shown yet.")
    assert (response.context["content"]["report"]["words"], words(response, "id_words")) == (
        "As it was saved.",
        "As it is typed.",
    )
    assert all_that_is_stored() == stored


def test_report_edit_shown_without_saving_takes_back_words_on_a_priority(client, plan, report, chair):
    (priority,) = plan.priorities.all()
    report.priority_words.create(priority=priority, words="The lease is looked at again.")

    response = look(client, report, **{f"priority_{priority.pk}": ""})

    assert [each["words"] for each in response.context["content"]["priorities"]] == [""]
    assert report.priority_words.count() == 1


def test_report_edit_shown_without_saving_is_refused_to_who_may_not_draft(client, plan, report):
    client.force_login(make_member(plan.partnership, role=Role.COMMITTEE_MEMBER))

    response = client.post(reverse("report-edit", args=[report.pk]), {"words": "Mine.", "preview": "yes"})

    assert (response.status_code, HEADINGS["headline"] in response.content.decode()) == (403, False)


def test_report_edit_shown_without_saving_is_hidden_from_another_partnership(client, report):
    client.force_login(make_member(make_plan().partnership, role=Role.BOARD_CHAIR))

    response = client.post(reverse("report-edit", args=[report.pk]), {"words": "Mine.", "preview": "yes"})

    assert response.status_code == 404
