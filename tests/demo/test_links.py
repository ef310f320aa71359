"""The memory of the demo: 47 actions of 2018, of which 33 were completed and 14 went into the 94; and on into 2025."""

from collections import Counter
from datetime import date

import pytest

from actions.choices import LinkKind, Status
from actions.models import Action, ActionLink, Evidence, Plan, StatusUpdate
from actions.permissions import can_edit_plan
from actions.summaries.lineage import Fate, action_line
from actions.summaries.what_became import Outcome, what_became
from tests.demo.plans import TODAY, improvement_plan, priority_action_plan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

HANDED_OVER_ON = date(2019, 4, 1)


def statement() -> Plan:
    return Plan.objects.get(title="Written statement of action 2018")


def counts(plan: Plan, on: date) -> dict[Outcome, int]:
    return {group.outcome: group.count for group in what_became(plan, on=on).groups if group.count}


def fates(plan: Plan, on: date) -> Counter[Fate]:
    return Counter(row.fate for row in what_became(plan, on=on).rows)


def refs_of(plan: Plan, fate: Fate, on: date = TODAY) -> list[str]:
    return [row.action.ref for row in what_became(plan, on=on).of(fate).rows]


# ──── the statement of 2018


def test_statement_has_47_actions_in_five_areas():
    areas = [(p.title, p.actions.count()) for p in statement().priorities.all()]

    assert areas == [
        ("Access to provision", 10),
        ("Identifying need", 9),
        ("Improving outcomes", 9),
        ("Strategy", 10),
        ("Engagement", 9),
    ]


@pytest.mark.parametrize("on", [HANDED_OVER_ON, date(2019, 7, 10), TODAY], ids=str)
def test_statement_completed_33_and_14_went_into_the_next_plan(on):
    assert counts(statement(), on) == {Outcome.WENT_ON: 14, Outcome.COMPLETE: 33}


def test_statement_still_ran_on_its_last_day():
    assert counts(statement(), date(2019, 3, 31)) == {Outcome.RUNNING: 14, Outcome.COMPLETE: 33}


def test_each_of_the_14_goes_on_in_the_94():
    gone_on = what_became(statement(), on=HANDED_OVER_ON).of(*Outcome.WENT_ON.fates).rows

    plans = [{place.action.plan for place in row.onward} for row in gone_on]

    assert plans == [{improvement_plan()}] * 14
    assert fates(statement(), TODAY) == {
        Fate.CARRIED_FORWARD: 9,
        Fate.REPLACED: 2,
        Fate.MERGED: 2,
        Fate.SPLIT: 1,
        Fate.COMPLETE: 33,
    }


def test_statement_was_amber_at_its_end():
    """Some of the 14 had not begun, as many were on track as delayed."""
    open_ones = statement().actions.as_at(date(2019, 3, 31)).exclude(status=Status.COMPLETE)

    assert Counter(action.status for action in open_ones) == {
        Status.ON_TRACK: 6,
        Status.DELAYED: 6,
        Status.NOT_STARTED: 2,
    }


def test_statement_is_led_by_those_who_were_there_and_never_looked_at():
    leads = set(statement().actions.values_list("lead_organisation__short_name", flat=True))

    assert leads.isdisjoint({"ICB", "LSCft", "Family Hubs"})
    assert not StatusUpdate.objects.filter(action__plan=statement(), verification__isnull=False).exists()
    assert Evidence.objects.filter(action__plan=statement()).count() == 21


# ──── on into 2025


def test_at_the_end_of_2020_all_that_was_open_was_lost_but_one():
    """Between the plans nobody said what would become of them."""
    assert counts(improvement_plan(), date(2021, 1, 1)) == {Outcome.LOST: 17, Outcome.ENDED: 2, Outcome.COMPLETE: 75}


def test_the_plan_of_2025_took_up_ten_and_six_were_lost():
    plan = improvement_plan()

    assert counts(plan, TODAY) == {
        Outcome.LOST: 6,
        Outcome.WENT_ON: 10,
        Outcome.ENDED: 3,
        Outcome.COMPLETE: 75,
    }
    assert refs_of(plan, Fate.LOST) == ["1.20", "2.19", "3.20", "4.9", "5.13", "5.18"]
    assert refs_of(plan, Fate.DROPPED) == ["1.8", "3.10"]
    assert refs_of(plan, Fate.PROMISED_AGAIN) == ["2.7", "2.8", "3.3", "4.7", "5.1", "5.2"]
    assert set(Fate) - set(fates(plan, TODAY)) == {Fate.RUNNING}


def test_one_promise_is_followed_over_three_plans():
    action = priority_action_plan().actions.as_at(TODAY).select_related("plan", "priority").get(ref="I2.1")

    line = action_line(action, on=TODAY)

    assert [[place.action.ref for place in generation.places] for generation in line.generations] == [
        ["5.3", "5.4"],
        ["5.1"],
        ["I2.1"],
    ]


def test_every_link_is_valid_and_recorded_by_somebody_who_may():
    links = ActionLink.objects.select_related("action__plan__partnership", "recorded_by")

    for link in links:
        link.full_clean()
        assert can_edit_plan(link.recorded_by, link.action.plan.partnership)
        assert 0 <= (link.recorded_at.date() - link.decided_on).days <= 2
    assert set(links.values_list("kind", flat=True)) == set(LinkKind)


def test_nothing_of_the_plan_of_2025_has_become_anything_yet():
    assert counts(priority_action_plan(), TODAY) == {Outcome.ENDED: 1, Outcome.RUNNING: 25, Outcome.COMPLETE: 14}
    assert not Action.objects.filter(plan=priority_action_plan()).exclude(links=None)
