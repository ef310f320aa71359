import pytest
from django.urls import reverse

from actions.models import Priority
from tests.factories import make_action, make_organisation, make_plan, make_priority
from tests.views.building import MANAGER_ONLY, REFUSED_AND_HIDDEN, errors, sent_by_others, sign_in
from tests.views.filled import filled

pytestmark = pytest.mark.django_db

TYPED = {"ref": "4", "title": "Strategy", "intended_outcome": "Leaders work together."}


@pytest.fixture
def plan():
    return make_plan()


def page_of(name: str, record) -> str:
    return reverse(name, args=[record.pk])


def in_order(plan) -> list[str]:
    return [priority.ref for priority in plan.priorities.all()]


def test_priority_add_puts_it_last(client, plan):
    make_priority(plan, ref="1")
    person = sign_in(client, plan.partnership)
    lead = make_organisation(plan.partnership)

    response = client.post(page_of("priority-add", plan), TYPED | {"lead_organisation": lead.pk})

    added = plan.priorities.get(ref="4")
    assert (response.url, in_order(plan)) == (page_of("plan-outline", plan), ["1", "4"])
    assert (added.lead_organisation, added.intended_outcome) == (lead, "Leaders work together.")
    assert added.history.get().history_user == person


def test_priority_add_refuses_and_hides(client, plan):
    answers = sent_by_others(client, plan.partnership, page_of("priority-add", plan), MANAGER_ONLY, TYPED)

    assert (answers, Priority.objects.count()) == (REFUSED_AND_HIDDEN, 0)


def test_priority_add_refuses_a_reference_twice_and_a_lead_from_elsewhere(client, plan):
    make_priority(plan, ref="4")
    sign_in(client, plan.partnership)

    same = client.post(page_of("priority-add", plan), TYPED)
    foreign = client.post(page_of("priority-add", plan), TYPED | {"lead_organisation": make_organisation().pk})

    assert errors(same) == {"ref": ["Another priority of this plan has this reference: choose another."]}
    assert errors(foreign)["lead_organisation"] == ["Choose one from the list."]


def test_priority_edit_changes_it(client, plan):
    priority = make_priority(plan, ref="1")
    sign_in(client, plan.partnership)
    opened = client.get(page_of("priority-edit", priority))

    response = client.post(page_of("priority-edit", priority), filled(opened, title="Access to provision"))

    priority.refresh_from_db()
    assert (response.url, priority.title) == (page_of("plan-outline", plan), "Access to provision")


def test_priority_edit_refuses_and_hides(client, plan):
    priority = make_priority(plan, title="As it was")

    answers = sent_by_others(client, plan.partnership, page_of("priority-edit", priority), MANAGER_ONLY, TYPED)

    assert (answers, Priority.objects.get().title) == (REFUSED_AND_HIDDEN, "As it was")


@pytest.mark.parametrize(
    ("ref", "direction", "order"),
    [
        ("2", "up", ["2", "1", "3"]),
        ("2", "down", ["1", "3", "2"]),
        ("1", "up", ["1", "2", "3"]),
        ("3", "down", ["1", "2", "3"]),
    ],
)
def test_priority_move_goes_one_place_where_there_is_one(client, plan, ref, direction, order):
    for each in ("1", "2", "3"):
        make_priority(plan, ref=each)
    sign_in(client, plan.partnership)

    client.post(page_of("priority-move", plan.priorities.get(ref=ref)), {"direction": direction})

    assert in_order(plan) == order


def test_priority_move_refuses_and_hides(client, plan):
    make_priority(plan, ref="1")
    address = page_of("priority-move", make_priority(plan, ref="2"))

    answers = sent_by_others(client, plan.partnership, address, MANAGER_ONLY, {"direction": "up"})

    assert (answers, in_order(plan)) == (REFUSED_AND_HIDDEN, ["1", "2"])


def test_priority_remove_takes_back_one_without_actions_and_says_why_another_stays(client, plan):
    full, empty = make_action(plan).priority, make_priority(plan)
    sign_in(client, plan.partnership)

    client.post(page_of("priority-remove", empty))
    response = client.post(page_of("priority-remove", full), follow=True)

    assert list(plan.priorities.all()) == [full]
    assert [str(message) for message in response.context["messages"]][-1] == "It stays, because it has actions."


def test_priority_remove_refuses_and_hides(client, plan):
    priority = make_priority(plan)

    answers = sent_by_others(client, plan.partnership, page_of("priority-remove", priority), MANAGER_ONLY)

    assert (answers, Priority.objects.count()) == (REFUSED_AND_HIDDEN, 1)
