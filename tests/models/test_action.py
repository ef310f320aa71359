from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actions.choices import DatePrecision, Status
from actions.models import Action
from tests.factories import (
    make_action,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
    make_user,
)

pytestmark = pytest.mark.django_db

MAY, JUNE, JULY = date(2019, 5, 1), date(2019, 6, 1), date(2019, 7, 1)


# ──── as at a day


def test_as_at_reads_the_last_update_by_then():
    action = make_action()
    make_update(action, Status.ON_TRACK, MAY)
    make_update(action, Status.DELAYED, JUNE, review_on=date(2019, 6, 20))

    seen = {
        on: Action.objects.as_at(on).values_list("status", "confirmed_on", "review_on").get()
        for on in [date(2019, 4, 30), MAY, date(2019, 5, 31), JUNE, JULY]
    }

    assert seen == {
        date(2019, 4, 30): (Status.NOT_STARTED, None, None),
        MAY: (Status.ON_TRACK, MAY, None),
        date(2019, 5, 31): (Status.ON_TRACK, MAY, None),
        JUNE: (Status.DELAYED, JUNE, date(2019, 6, 20)),
        JULY: (Status.DELAYED, JUNE, date(2019, 6, 20)),
    }


def test_as_at_reads_the_later_of_two_updates_of_one_day():
    action = make_action()
    make_update(action, Status.DELAYED, MAY)
    make_update(action, Status.ON_TRACK, MAY)

    assert Action.objects.as_at(MAY).get().status == Status.ON_TRACK


def test_as_at_leaves_out_what_joined_later():
    make_action(added_on=JUNE)

    counts = [Action.objects.as_at(on).count() for on in [date(2019, 5, 31), JUNE]]

    assert counts == [0, 1]


def test_as_at_does_not_mix_actions_up():
    first, second = make_action(), make_action()
    make_update(first, Status.ON_TRACK, MAY)

    assert dict(Action.objects.as_at(JULY).values_list("pk", "status")) == {
        first.pk: Status.ON_TRACK,
        second.pk: Status.NOT_STARTED,
    }


def test_in_plan_by_counts_the_day_itself():
    early, on_the_day = make_action(added_on=MAY), make_action(added_on=JUNE)
    make_action(added_on=JULY)

    assert set(Action.objects.in_plan_by(JUNE)) == {early, on_the_day}


def test_latest_update_is_the_last_one_by_then():
    action = make_action()
    first = make_update(action, Status.ON_TRACK, MAY)
    second = make_update(action, Status.DELAYED, JULY)

    latest = [action.latest_update(on) for on in [date(2019, 4, 30), MAY, JUNE, JULY]]

    assert latest == [None, first, first, second]


# ──── which actions


def test_visible_to_is_for_members_of_the_partnership():
    mine, other = make_action(), make_action()
    partnership = mine.plan.partnership

    seen = [
        list(Action.objects.visible_to(person))
        for person in [make_member(partnership), make_member(other.plan.partnership), make_user()]
    ]

    assert seen == [[mine], [other], []]


def test_visible_to_shows_an_action_once_to_a_member_of_several_partnerships():
    action = make_action()
    member = make_member(action.plan.partnership)
    elsewhere = make_partnership()
    member.memberships.create(partnership=elsewhere, role="officer", organisation=make_organisation(elsewhere))

    assert list(Action.objects.visible_to(member)) == [action]


def test_involving_finds_what_an_organisation_leads_or_contributes_to():
    plan = make_plan()
    health, forum = make_organisation(plan.partnership), make_organisation(plan.partnership)
    led = make_action(plan, lead_organisation=health)
    helped = make_action(plan)
    helped.contributors.add(health, forum)
    both = make_action(plan, lead_organisation=health)
    both.contributors.add(health)
    make_action(plan)

    assert set(Action.objects.involving(health.pk)) == {led, helped, both}
    assert list(Action.objects.involving(forum.pk)) == [helped]


# ──── one action


def test_clean_refuses_a_priority_of_another_plan():
    action = make_action()
    action.priority = make_priority()

    with pytest.raises(ValidationError, match="Choose a priority of the same plan"):
        action.clean()


def test_clean_asks_for_the_last_day_of_the_promised_range():
    action = make_action(original_due_on=date(2020, 3, 1), due_precision=DatePrecision.MONTH)

    with pytest.raises(ValidationError, match="Write the last day of the range: 31 March 2020"):
        action.clean()


def test_clean_accepts_the_last_day_of_the_promised_range():
    action = make_action(original_due_on=date(2020, 3, 31), due_precision=DatePrecision.MONTH)

    action.clean()

    assert action.due_in_words == "March 2020"


def test_action_without_a_date_says_so():
    action = make_action(original_due_on=None, due_precision=DatePrecision.ONGOING)

    action.clean()

    assert action.due_in_words == "Ongoing"


def test_action_keeps_the_history_of_its_wording():
    action = make_action(title="First wording")

    action.title = "Second wording"
    action.save()

    assert [entry.title for entry in action.history.all()] == ["Second wording", "First wording"]
