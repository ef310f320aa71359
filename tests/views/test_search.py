from datetime import date

import pytest
from django.urls import reverse

from actions.choices import Role, Status
from actions.summaries.search.asked import LONGEST
from actions.summaries.search.results import A_PAGE
from tests.factories import (
    make_action,
    make_finding,
    make_inspection,
    make_member,
    make_partnership,
    make_plan,
    make_update,
)
from tests.views.test_plans import figures_on, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def searched(client, plan):
    client.force_login(make_member(plan.partnership, role=Role.COMMITTEE_MEMBER))

    def searched(**query):
        return client.get(reverse("search", args=[plan.partnership.slug]), query)

    return searched


def said(element) -> str:
    return " ".join("".join(element.itertext()).split())


def links_on(response) -> dict[str, str]:
    return {said(link): link.get("href") for link in page(response).iter("a")}


def marked_on(response) -> list[str]:
    return [said(mark) for mark in page(response).iter("mark")]


def test_search_marks_what_it_finds_and_leads_to_it(searched, plan):
    action = make_action(plan, ref="4.2", title="Open a clinic")
    update = make_update(action, Status.DELAYED, date(2019, 5, 1), reason="The clinic's lease fell through.")
    finding = make_finding(make_inspection(plan.partnership), ref="F1", text="No clinic is near")

    response = searched(q="clinic", on="2019-07-10")

    links = links_on(response)
    assert marked_on(response) == ["clinic", "clinic", "clinic"]
    assert links["F1 No clinic is near"] == (reverse("finding-detail", args=[finding.pk]) + "?on=2019-07-10")
    assert links["4.2 Open a clinic"] == (
        reverse("action-detail", args=[action.pk]) + f"?on=2019-07-10#update-{update.pk}"
    )
    assert figures_on(response) == {"actions": "1", "updates": "1", "findings": "1"}


def test_search_leads_to_the_very_update_on_the_page_of_its_action(client, searched, plan):
    make_update(make_action(plan), Status.ON_TRACK, date(2019, 5, 1), progress="Ormskirk")
    (group,) = searched(q="Ormskirk").context["results"].found
    (hit,) = group.hits

    response = client.get(reverse(hit.page[0], args=[hit.page[1]]))

    assert hit.anchor in [f"#{element.get('id')}" for element in page(response).iter()]


def test_search_lists_as_many_of_one_kind_as_its_figure_says(searched, plan):
    for number in range(A_PAGE + 3):
        make_action(plan, title=f"Ormskirk {number}")
    everything = searched(q="Ormskirk", on="2019-07-10")
    see_all = links_on(everything)["See all 23 actions"]

    first = searched(q="Ormskirk", kind="actions", on="2019-07-10")
    second = searched(q="Ormskirk", kind="actions", on="2019-07-10", page="2")

    assert figures_on(everything) == {"actions": "23"}
    assert see_all == f"{reverse('search', args=[plan.partnership.slug])}?on=2019-07-10&q=Ormskirk&kind=actions"
    assert [figures_on(response) for response in (first, second)] == [{"rows": "23"}] * 2
    assert [len(rows(response)) for response in (first, second)] == [A_PAGE, 3]
    assert links_on(first)["2"] == "?q=Ormskirk&kind=actions&on=2019-07-10&page=2"


def rows(response):
    return [item for item in page(response).iter("li") if item.get("class") == "app-hits__item"]


def test_search_says_what_can_be_searched_before_anything_is_asked(searched, plan):
    response = searched()

    assert response.context["results"] is None
    assert f"Search all that was promised, said and found in {plan.partnership}" in said(page(response))


def test_search_says_when_there_is_no_word_to_search_for(searched):
    assert "There is no word in “%” to search for." in said(page(searched(q="%")))


def test_search_says_so_and_what_to_try_when_nothing_is_found(searched):
    response = searched(q="<b>zeppelin</b>", on="2019-07-10")

    words = said(page(response))
    assert "Nothing was found for “<b>zeppelin</b>”" in words
    assert "Try fewer words" in words
    assert links_on(response)["Search what is known today"].endswith("/search/?q=%3Cb%3Ezeppelin%3C%2Fb%3E")


def test_search_never_takes_what_was_written_for_markup(searched, plan):
    make_action(plan, title="Bold <b>clinic</b>", description="<script>clinic</script>")

    response = searched(q="clinic")

    assert "Bold <b>clinic</b>" in " ".join(links_on(response))
    assert list(page(response).iter("b")) == []


def test_search_cuts_what_is_too_long_and_says_so(searched):
    response = searched(q="x" * (LONGEST + 1))

    assert f"only its first {LONGEST} characters were searched for" in said(page(response))
    assert response.context["asked"].text == "x" * LONGEST


@pytest.mark.parametrize(
    "typed",
    ["'", '"', '"" "', "%", "_", "\\", "a\x00b", "\\'; --", "x" * 9000, "🎉 ✓", "a:*&|!(b", "\ud7ff\ue000", "-"],
)
def test_search_takes_whatever_is_typed(searched, typed):
    assert searched(q=typed).status_code == 200


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        (
            {"kind": "nonsense"},
            "“kind” must be one of: actions, updates, findings, questions. The address says “nonsense”.",
        ),
        ({"on": "never"}, "“on” must be a day"),
    ],
)
def test_search_refuses_what_cannot_be_and_says_what_can(searched, query, problem):
    response = searched(q="clinic", **query)

    assert response.status_code == 400
    assert problem in said(page(response))


def test_search_is_hidden_from_other_partnerships(client, plan):
    client.force_login(make_member(make_partnership(), role=Role.PROGRAMME_MANAGER))

    response = client.get(reverse("search", args=[plan.partnership.slug]), {"q": "clinic"})

    assert response.status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_search_asks_as_many_queries_however_much_it_finds(searched, plan, number, django_assert_num_queries):
    for _ in range(number):
        make_update(make_action(plan, title="Ormskirk"), Status.ON_TRACK, date(2019, 5, 1), progress="Ormskirk")
    make_finding(make_inspection(plan.partnership), text="Ormskirk")
    searched()

    with django_assert_num_queries(11):
        assert searched(q="Ormskirk").context["results"].count == 2 * number + 1


def search_boxes(response) -> list[dict]:
    """Each search form's fields, by name, and where it leads."""
    return [
        {field.get("name"): field.get("value") for field in form.iter("input")} | {"to": form.get("action")}
        for form in page(response).iter("form")
        if form.get("role") == "search" and form.get("action")
    ]


def test_search_box_is_on_other_pages_and_carries_the_day_along(client, plan):
    client.force_login(make_member(plan.partnership, role=Role.COMMITTEE_MEMBER))
    to = reverse("search", args=[plan.partnership.slug])

    today = client.get(reverse("plan-dashboard", args=[plan.pk]))
    then = client.get(reverse("finding-list", args=[plan.partnership.slug]), {"on": "2019-07-10"})
    here = client.get(to)

    assert search_boxes(today) == [{"q": None, "to": to}]
    assert search_boxes(then) == [{"on": "2019-07-10", "q": None, "to": to}]
    assert search_boxes(here) == []
