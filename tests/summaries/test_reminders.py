from datetime import date, timedelta

import pytest
import time_machine

from actions.choices import ReminderKind, Role, Status, Verdict
from actions.models import Membership, Reminder, ReminderOff
from actions.operations.review_completion import review_completion
from actions.summaries.owed_updates import owed_updates
from actions.summaries.reminders import reminders
from tests.factories import (
    make_action,
    make_body,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_update,
    make_user,
)
from tests.rounds import DUE_SOON_ON, HELD_ON, LATE_ON, OPENS_ON, PAPERS_DUE_ON, ask_and_decide, make_round

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)


def kinds_told(user, on) -> list[ReminderKind]:
    return [notice.kind for digest in reminders(on=on) if digest.user == user for notice in digest.notices]


def notice_for(user, on):
    [notice] = [notice for digest in reminders(on=on) if digest.user == user for notice in digest.notices]
    return notice


def turn_off(user, *kinds):
    ReminderOff.objects.choose(by=user, wanted=set(ReminderKind) - set(kinds))


# ──── the rounds


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (OPENS_ON - A_DAY, []),
        (OPENS_ON, [ReminderKind.OPENING]),
        (DUE_SOON_ON - A_DAY, [ReminderKind.OPENING]),
        (DUE_SOON_ON, [ReminderKind.DUE_SOON]),
        (PAPERS_DUE_ON, [ReminderKind.DUE_SOON]),
        (LATE_ON, [ReminderKind.OVERDUE]),
        (HELD_ON, [ReminderKind.OVERDUE]),
        (HELD_ON + A_DAY, []),
    ],
)
def test_reminders_of_a_round_come_in_their_time(on, expected):
    officer = make_round().officer

    assert kinds_told(officer, on) == expected


@pytest.mark.parametrize(
    ("on", "subject"),
    [
        (OPENS_ON, "3 actions to update by 4 December for the SEND Improvement Board"),
        (DUE_SOON_ON, "3 actions still to update by 4 December for the SEND Improvement Board"),
        (LATE_ON, "3 actions were due by 4 December for the SEND Improvement Board"),
    ],
)
def test_reminders_say_in_their_subject_what_is_due(on, subject):
    this_round = make_round(number=3)
    this_round.meeting.body.name = "SEND Improvement Board"
    this_round.meeting.body.save()

    [digest] = reminders(on=on)

    assert digest.subject == subject


def test_reminders_of_a_body_that_meets_without_papers_are_never_overdue():
    officer = make_round(papers_due_on=None).officer

    assert [kinds_told(officer, on) for on in (HELD_ON, HELD_ON + A_DAY)] == [[ReminderKind.DUE_SOON], []]


def test_reminders_name_only_what_still_waits_for_a_word():
    this_round = make_round(number=4)
    said, done, gone, waiting = this_round.actions
    make_update(said, Status.ON_TRACK, OPENS_ON)
    make_update(done, Status.COMPLETE, date(2019, 6, 1))
    make_update(gone, Status.CLOSED, date(2019, 6, 1), reason="Now done nationally.")

    assert notice_for(this_round.officer, DUE_SOON_ON).actions == (waiting,)


def test_reminders_leave_alone_who_owes_nothing():
    this_round = make_round()
    make_update(this_round.action, Status.ON_TRACK, OPENS_ON)

    assert reminders(on=DUE_SOON_ON) == []


def test_reminders_count_what_was_said_since_the_papers_of_the_meeting_before():
    this_round = make_round(number=2)
    make_meeting(this_round.meeting.body, held_on=date(2019, 9, 12), papers_due_on=date(2019, 9, 4))
    make_update(this_round.actions[0], Status.ON_TRACK, date(2019, 9, 4))
    make_update(this_round.actions[1], Status.ON_TRACK, date(2019, 9, 5))

    told = [notice_for(this_round.officer, on).actions for on in (OPENS_ON, LATE_ON)]

    assert told == [(this_round.actions[0],)] * 2


def test_reminders_name_ones_own_actions_and_those_of_ones_organisation_that_nobody_answers_for():
    this_round = make_round(number=3)
    own, colleagues, nobodys = this_round.actions
    colleague = make_member(this_round.partnership, role=Role.OFFICER, organisation=this_round.organisation)
    for action, person in [(own, this_round.officer), (colleagues, colleague)]:
        action.accountable_user = person
        action.save()

    told = [notice_for(person, OPENS_ON).actions for person in (this_round.officer, colleague)]

    assert told == [(own, nobodys), (colleagues, nobodys)]


def test_reminders_name_all_of_ones_organisation_to_somebody_who_answers_for_none():
    this_round = make_round(number=2)

    assert notice_for(this_round.officer, OPENS_ON).actions == tuple(this_round.actions)


def test_reminders_name_what_ones_organisation_contributes_to():
    this_round = make_round()
    partner = make_member(this_round.partnership, role=Role.OFFICER)
    this_round.action.contributors.add(partner.memberships.get().organisation)

    assert notice_for(partner, OPENS_ON).actions == (this_round.action,)


@pytest.mark.parametrize("on", [OPENS_ON, DUE_SOON_ON])
def test_reminders_name_the_same_actions_as_the_page_my_actions(on):
    this_round = make_round(number=4)
    partner = make_member(this_round.partnership, role=Role.OFFICER)
    this_round.actions[0].contributors.add(partner.memberships.get().organisation)
    this_round.actions[1].accountable_user = this_round.officer
    this_round.actions[1].save()
    make_update(this_round.actions[2], Status.DELAYED, date(2019, 11, 25))
    colleague = make_member(this_round.partnership, role=Role.OFFICER, organisation=this_round.organisation)

    for person in (this_round.officer, partner, colleague):
        membership = Membership.objects.select_related("partnership").get(user=person)
        page = {standing.action for standing in owed_updates(person, membership, on=on).due}
        assert set(notice_for(person, on).actions) == page


@pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
def test_reminders_of_a_round_go_to_officers_only(role):
    this_round = make_round()
    other = make_member(this_round.partnership, role=role, organisation=this_round.organisation)

    assert kinds_told(other, OPENS_ON) == []


def test_reminders_know_nothing_of_plans_that_do_not_run():
    this_round = make_round()
    this_round.plan.ends_on = OPENS_ON - A_DAY
    this_round.plan.save()
    later = make_plan(this_round.partnership, starts_on=OPENS_ON + A_DAY)
    make_action(later, lead_organisation=this_round.organisation)

    assert reminders(on=OPENS_ON) == []


def test_reminders_leave_alone_who_is_no_longer_active():
    officer = make_round().officer
    officer.is_active = False
    officer.save()

    assert reminders(on=OPENS_ON) == []


def test_reminders_leave_out_the_kinds_switched_off():
    officer = make_round().officer
    turn_off(officer, ReminderKind.OPENING, ReminderKind.OVERDUE)

    assert [kinds_told(officer, on) for on in (OPENS_ON, DUE_SOON_ON, LATE_ON)] == [[], [ReminderKind.DUE_SOON], []]


def test_reminders_of_an_opening_come_late_rather_than_never():
    officer = make_round().officer
    turn_off(officer, ReminderKind.DUE_SOON)

    assert kinds_told(officer, DUE_SOON_ON) == [ReminderKind.OPENING]


def test_reminders_leave_out_what_was_told_before():
    this_round = make_round()
    Reminder.objects.create(
        user=this_round.officer, kind=ReminderKind.OPENING, subject=f"meeting {this_round.meeting.pk}"
    )

    assert [kinds_told(this_round.officer, on) for on in (OPENS_ON, DUE_SOON_ON)] == [[], [ReminderKind.DUE_SOON]]


def test_reminders_name_each_action_once_when_two_meetings_ask_for_it():
    this_round = make_round(number=2)
    make_meeting(make_body(this_round.partnership), held_on=date(2019, 12, 20), papers_due_on=date(2019, 12, 12))

    [digest] = reminders(on=LATE_ON)

    overdue, opening = digest.notices
    assert (overdue.kind, overdue.actions, overdue.rest_in_words) == (
        ReminderKind.OVERDUE,
        tuple(this_round.actions),
        "",
    )
    assert (opening.kind, opening.actions, opening.rest_in_words) == (ReminderKind.OPENING, (), "Named above already.")
    assert digest.subject.endswith(", and 1 more thing")


def test_reminders_gather_all_partnerships_of_a_person_in_one_digest():
    one, other = make_round(), make_round()
    Membership.objects.create(
        user=one.officer, partnership=other.partnership, role=Role.OFFICER, organisation=other.organisation
    )

    digests = {digest.user: digest for digest in reminders(on=OPENS_ON)}

    assert {notice.partnership for notice in digests[one.officer].notices} == {one.partnership, other.partnership}


# ──── what happened to something they did


@pytest.mark.parametrize(
    ("is_agreed", "headline", "stands"), [(True, "agreed", ""), (False, "refused", " The date stays as it was.")]
)
def test_reminders_tell_who_asked_how_a_date_was_decided(is_agreed, headline, stands):
    action = make_action()
    asker = make_member(action.plan.partnership)
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        ask_and_decide(action, by=asker, is_agreed=is_agreed, words="Minute 7.", day=date(2019, 7, 10))

    notice = notice_for(asker, date(2019, 7, 11))

    assert (notice.kind, notice.headline, notice.words) == (
        ReminderKind.DATE_DECIDED,
        f"The new due date you asked for {action.ref} was {headline}",
        "Minute 7.",
    )
    assert notice.detail == (
        f"You asked for 31 March 2021 instead of 31 December 2020. Decided on 10 July 2019.{stands}"
    )
    assert notice.rows == [(action, action.get_absolute_url())]


def test_reminders_tell_the_claimant_that_a_completion_was_sent_back():
    action = make_action()
    claimant = make_member(action.plan.partnership)
    claim = make_update(action, Status.COMPLETE, date(2019, 7, 1), by=claimant)
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        review_completion(
            claim=claim, by=make_user(), verdict=Verdict.SENT_BACK, on=date(2019, 7, 10), reason="The link is dead."
        )

    notice = notice_for(claimant, date(2019, 7, 10))

    assert (notice.kind, notice.subject, notice.words, notice.actions) == (
        ReminderKind.SENT_BACK,
        f"claim {claim.pk}",
        "The link is dead.",
        (action,),
    )


def test_reminders_say_nothing_of_a_completion_that_was_verified():
    action = make_action()
    claimant = make_member(action.plan.partnership)
    claim = make_update(action, Status.COMPLETE, date(2019, 7, 1), by=claimant)
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        review_completion(claim=claim, by=make_user(), verdict=Verdict.VERIFIED, on=date(2019, 7, 10))

    assert reminders(on=date(2019, 7, 10)) == []


@pytest.mark.parametrize(("on", "number"), [((7, 9), 0), ((7, 10), 1), ((7, 24), 1), ((7, 25), 0)])
def test_reminders_of_a_decision_are_news_for_a_fortnight(on, number):
    action = make_action()
    asker = make_member(action.plan.partnership)
    with time_machine.travel("2019-07-10T23:30:00+01:00", tick=False):
        ask_and_decide(action, by=asker, day=date(2019, 7, 10))

    assert len(reminders(on=date(2019, *on))) == number


def test_reminders_say_nothing_of_a_date_that_one_decided_oneself():
    action = make_action()
    chair = make_member(action.plan.partnership, role=Role.BOARD_CHAIR)
    day = date(2019, 7, 10)
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        change = action.ask_for_date(
            by=chair, which="due", to_on=date(2021, 3, 31), asked_on=day, delay_reason="staffing"
        )
        change.decide(by=chair, is_agreed=True, decided_on=day)

    assert reminders(on=day) == []


@pytest.mark.parametrize("gone", ["inactive", "no longer a member"])
def test_reminders_say_nothing_of_a_decision_to_who_has_left(gone):
    action = make_action()
    asker = make_member(action.plan.partnership, is_active=gone != "inactive")
    if gone == "no longer a member":
        asker.memberships.all().delete()
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        ask_and_decide(action, by=asker, day=date(2019, 7, 10))

    assert reminders(on=date(2019, 7, 10)) == []


# ──── how much it costs


@pytest.mark.parametrize("number", [1, 3])
def test_reminders_ask_as_many_queries_however_many_people_and_actions(number, django_assert_num_queries):
    this_round = make_round(number=number)
    for _ in range(number):
        make_member(this_round.partnership, role=Role.OFFICER, organisation=this_round.organisation)
        this_round.action.contributors.add(make_organisation(this_round.partnership))
        with time_machine.travel("2019-11-20T09:00:00+00:00", tick=False):
            action = make_action(this_round.plan)
            ask_and_decide(action, by=this_round.officer, day=OPENS_ON)

    with django_assert_num_queries(12):
        digests = reminders(on=OPENS_ON)

    assert len(digests) == number + 1


def test_reminders_ask_little_of_a_partnership_with_nothing_to_remind(django_assert_num_queries):
    make_plan(make_partnership())

    with django_assert_num_queries(7):
        reminders(on=OPENS_ON)
