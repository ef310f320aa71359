from datetime import date

import pytest
import time_machine
from django.conf import settings
from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse

from actions.choices import ReminderKind, Role, Status
from actions.models import Reminder, ReminderOff
from actions.summaries.chase import chase
from actions.summaries.reporting import reporting
from tests.factories import make_action, make_meeting, make_member, make_organisation, make_partnership, make_update
from tests.rounds import OPENS_ON, PAPERS_DUE_ON, make_round
from tests.views.test_plans import figures_on, page

pytestmark = pytest.mark.django_db

MAY_CHASE = [Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR]
MAY_NOT = [role for role in Role if role not in MAY_CHASE]


@pytest.fixture(autouse=True)
def _a_day_of_the_round():
    with time_machine.travel("2019-12-02T09:00:00+00:00", tick=False):
        yield


def shown(client, plan, **query):
    return client.get(reverse("reporting", args=[plan.pk]), query)


def remind(client, plan):
    return client.post(reverse("reporting-remind", args=[plan.pk]))


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def words(response) -> str:
    return " ".join("".join(page(response).find(".//main").itertext()).split())


def sign_in(client, partnership, role=Role.PROGRAMME_MANAGER):
    client.force_login(make_member(partnership, role=role, organisation=make_organisation(partnership)))


# ──── the page


@pytest.mark.parametrize("role", MAY_CHASE)
def test_reporting_counts_who_has_reported_and_who_has_not(client, role):
    this_round = make_round(number=3)
    make_update(this_round.action, Status.ON_TRACK, date(2019, 11, 25))
    other = make_action(this_round.plan)
    sign_in(client, this_round.partnership, role)

    response = shown(client, this_round.plan)

    figures = figures_on(response)
    assert {name: figures[name] for name in ("reported", "open", "left")} == {"reported": "1", "open": "4", "left": "3"}
    assert [
        (part.organisation, part.reported, [waiting.action for waiting in part.left])
        for part in response.context["reporting"].organisations
    ] == [
        (this_round.organisation, [this_round.action], this_round.actions[1:]),
        (other.lead_organisation, [], [other]),
    ]


def test_reporting_leaves_out_what_is_done_or_closed(client):
    this_round = make_round(number=3)
    make_update(this_round.actions[0], Status.COMPLETE, date(2019, 6, 1))
    make_update(this_round.actions[1], Status.CLOSED, date(2019, 6, 1), reason="Now done nationally.")
    sign_in(client, this_round.partnership)

    response = shown(client, this_round.plan)

    assert (figures_on(response)["open"], figures_on(response)["left"]) == ("1", "1")


def test_reporting_names_the_round_and_what_counts(client):
    this_round = make_round()
    make_meeting(this_round.meeting.body, held_on=date(2019, 9, 12), papers_due_on=date(2019, 9, 4))
    sign_in(client, this_round.partnership)

    text = words(shown(client, this_round.plan))

    assert f"For {this_round.meeting.body.name}, 12 December 2019: papers due 4 December 2019" in text
    assert "somebody updated or confirmed it after 4 September 2019" in text


def test_reporting_names_each_action_left_with_its_link_its_day_and_who_could_say(client):
    this_round = make_round()
    make_update(this_round.action, Status.ON_TRACK, date(2019, 6, 3))
    sign_in(client, this_round.partnership)

    response = shown(client, this_round.plan)

    assert f"Last confirmed 3 June 2019. To remind: {this_round.officer}" in words(response)
    assert this_round.action.get_absolute_url() in [link.get("href") for link in page(response).iter("a")]


def test_reporting_of_another_day_knows_nothing_of_later_ones_and_reminds_nobody(client):
    this_round = make_round()
    make_update(this_round.action, Status.ON_TRACK, date(2019, 11, 25))
    sign_in(client, this_round.partnership)

    response = shown(client, this_round.plan, on=OPENS_ON.isoformat())

    assert figures_on(response)["left"] == "1"
    assert reverse("reporting-remind", args=[this_round.plan.pk]) not in response.content.decode()


def test_reporting_without_a_meeting_to_come_counts_the_last_days(client):
    this_round = make_round(held_on=date(2019, 7, 10), papers_due_on=None)
    make_update(this_round.action, Status.ON_TRACK, date(2019, 11, 25))
    sign_in(client, this_round.partnership)

    response = shown(client, this_round.plan)

    assert "No meeting is planned" in words(response)
    assert "in the last 35 days." in words(response)
    assert figures_on(response)["reported"] == "1"


def test_reporting_of_a_plan_with_nothing_open_says_so(client):
    this_round = make_round(number=0)
    sign_in(client, this_round.partnership)

    assert "No action of this plan is open, so no word is owed." in words(shown(client, this_round.plan))


@pytest.mark.parametrize("role", MAY_NOT)
def test_reporting_refuses_those_who_do_not_chase(client, role):
    this_round = make_round()
    sign_in(client, this_round.partnership, role)

    assert shown(client, this_round.plan).status_code == 403


def test_reporting_hides_another_partnerships_plan(client):
    this_round = make_round()
    sign_in(client, make_partnership())

    assert shown(client, this_round.plan).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_reporting_asks_as_many_queries_whatever_the_plan_holds(client, number, django_assert_num_queries):
    this_round = make_round(number=number)
    for _ in range(number):
        action = make_action(this_round.plan)
        make_member(this_round.partnership, role=Role.OFFICER, organisation=action.lead_organisation)
        make_update(make_action(this_round.plan), Status.DELAYED, date(2019, 11, 25), reason="A post is vacant.")
    sign_in(client, this_round.partnership)
    shown(client, this_round.plan)

    with django_assert_num_queries(9):
        response = shown(client, this_round.plan)

    assert len(response.context["reporting"].organisations) == 2 * number + 1


# ──── the button


@pytest.mark.parametrize("number", [1, 3])
def test_reporting_remind_asks_as_many_queries_to_find_whom_to_remind(client, number, django_assert_num_queries):
    this_round = make_round(number=number)
    for _ in range(number):
        action = make_action(this_round.plan)
        make_member(this_round.partnership, role=Role.OFFICER, organisation=action.lead_organisation)

    with django_assert_num_queries(8):
        chased = chase(reporting(this_round.plan, on=PAPERS_DUE_ON))

    assert len(chased.digests) == number + 1


@pytest.mark.parametrize("role", MAY_CHASE)
def test_reporting_remind_mails_who_has_something_left(client, role):
    this_round = make_round(number=2)
    sign_in(client, this_round.partnership, role)

    response = remind(client, this_round.plan)

    [message] = mail.outbox
    assert (response.url, said(response)) == (
        reverse("reporting", args=[this_round.plan.pk]),
        [f"Reminded: {this_round.officer}."],
    )
    assert (message.to, message.subject) == (
        [this_round.officer.email],
        f"Please update 2 actions by 4 December for the {this_round.meeting.body.name}",
    )
    assert Reminder.objects.get().subject == f"plan {this_round.plan.pk} on 2019-12-02"


def test_reporting_remind_mails_each_person_once_a_day(client):
    this_round = make_round()
    sign_in(client, this_round.partnership)
    remind(client, this_round.plan)

    again = remind(client, this_round.plan)
    with time_machine.travel("2019-12-03T09:00:00+00:00", tick=False):
        sign_in(client, this_round.partnership)
        next_day = remind(client, this_round.plan)

    assert said(again)[-1] == f"Reminded earlier today, and not again: {this_round.officer}."
    assert said(next_day)[-1] == f"Reminded: {this_round.officer}."
    assert len(mail.outbox) == 2


def test_reporting_remind_mails_who_answers_for_an_action_before_the_rest(client):
    this_round = make_round(number=2)
    answers = make_member(this_round.partnership, role=Role.OFFICER)
    this_round.action.accountable_user = answers
    this_round.action.save()
    sign_in(client, this_round.partnership)

    remind(client, this_round.plan)

    assert {message.to[0]: message.subject.split(" by ")[0] for message in mail.outbox} == {
        answers.email: "Please update 1 action",
        this_round.officer.email: "Please update 1 action",
    }


def test_reporting_remind_links_to_the_form_of_what_the_month_of_somebody_does_not_show(client):
    this_round = make_round(number=2)
    own, other = this_round.actions
    own.accountable_user = this_round.officer
    own.save()
    sign_in(client, this_round.partnership)

    remind(client, this_round.plan)

    month = reverse("month-update", args=[this_round.partnership.slug])
    links = [line.strip() for line in mail.outbox[0].body.splitlines() if "#action-" in line or "/update/" in line]
    assert links == [
        f"{settings.SITE_URL}{month}#action-{own.pk}",
        f"{settings.SITE_URL}{reverse('action-update', args=[other.pk])}",
    ]


def test_reporting_remind_goes_to_the_officers_where_who_answers_has_left(client):
    this_round = make_round()
    this_round.action.accountable_user = make_member(this_round.partnership, role=Role.OFFICER, is_active=False)
    this_round.action.save()
    sign_in(client, this_round.partnership)

    remind(client, this_round.plan)

    assert [message.to for message in mail.outbox] == [[this_round.officer.email]]


def test_reporting_remind_says_whom_it_could_not_reach(client):
    this_round = make_round()
    alone = make_action(this_round.plan)
    sign_in(client, this_round.partnership)

    response = remind(client, this_round.plan)

    assert said(response) == [
        f"Reminded: {this_round.officer}.",
        f"Nobody to remind at {alone.lead_organisation} ({alone.ref}): no officer is known.",
    ]


def test_reporting_remind_leaves_alone_who_does_not_want_it_and_says_so(client):
    this_round = make_round()
    ReminderOff.objects.choose(by=this_round.officer, wanted=set(ReminderKind) - {ReminderKind.CHASED})
    sign_in(client, this_round.partnership)

    response = remind(client, this_round.plan)

    assert (said(response), mail.outbox) == ([f"Does not want these reminders: {this_round.officer}."], [])


def test_reporting_remind_without_a_mail_server_says_so_and_may_be_pressed_again(client, settings):
    this_round = make_round()
    sign_in(client, this_round.partnership)
    settings.EMAIL_BACKEND = "tests.operations.test_send_reminders.NoMailServer"

    response = remind(client, this_round.plan)

    assert said(response) == [f"The mail to {this_round.officer} could not be sent. Press again later to try again."]
    assert Reminder.objects.count() == 0


def test_reporting_remind_with_nothing_left_reminds_nobody(client):
    this_round = make_round()
    make_update(this_round.action, Status.ON_TRACK, date(2019, 11, 25))
    sign_in(client, this_round.partnership)

    response = remind(client, this_round.plan)

    assert (said(response), mail.outbox) == (["Every open action has been reported, so nobody was reminded."], [])


def test_reporting_remind_for_a_plan_that_has_ended_reminds_nobody(client):
    this_round = make_round()
    this_round.plan.ends_on = PAPERS_DUE_ON.replace(day=1)
    this_round.plan.save()
    sign_in(client, this_round.partnership)

    response = remind(client, this_round.plan)

    assert (said(response), mail.outbox) == (["This plan does not run today, so nobody was reminded."], [])


@pytest.mark.parametrize("role", MAY_NOT)
def test_reporting_remind_refuses_those_who_do_not_chase(client, role):
    this_round = make_round()
    sign_in(client, this_round.partnership, role)

    response = remind(client, this_round.plan)

    assert (response.status_code, mail.outbox, Reminder.objects.count()) == (403, [], 0)


def test_reporting_remind_hides_another_partnerships_plan(client):
    this_round = make_round()
    sign_in(client, make_partnership())

    response = remind(client, this_round.plan)

    assert (response.status_code, mail.outbox, Reminder.objects.count()) == (404, [], 0)
