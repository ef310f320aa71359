from datetime import date

import pytest
from django.urls import reverse

from actions.models import Finding, Inspection
from tests.factories import make_action, make_finding, make_inspection, make_judgement, make_partnership, make_plan
from tests.views.building import MANAGER_ONLY, REFUSED_AND_HIDDEN, errors, sent_by_others, sign_in
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

INSPECTION = {
    "kind": "inspection",
    "inspected_on": "2017-11-13",
    "published_on": "2018-01-31",
    "outcome": "statement_required",
    "summary": "Two fundamental failings.",
}
FINDING = {"ref": "C5", "kind": "significant_weakness", "text": "It depends on the postcode.", "order": "4"}


@pytest.fixture
def partnership():
    return make_partnership()


def page_of(name: str, record) -> str:
    return reverse(name, args=[record.pk])


def add_page(partnership) -> str:
    return reverse("inspection-add", args=[partnership.slug])


def test_inspection_add_puts_it_on_record_and_asks_for_its_findings(client, partnership):
    person = sign_in(client, partnership)

    response = client.post(add_page(partnership), INSPECTION)

    inspection = Inspection.objects.get()
    assert (response.url, inspection.partnership) == (page_of("inspection-edit", inspection), partnership)
    assert (inspection.inspected_on, inspection.published_on) == (date(2017, 11, 13), date(2018, 1, 31))
    assert inspection.history.get().history_user == person


def test_inspection_add_refuses_and_hides(client, partnership):
    answers = sent_by_others(client, partnership, add_page(partnership), MANAGER_ONLY, INSPECTION)

    assert (answers, Inspection.objects.count()) == (REFUSED_AND_HIDDEN, 0)


def test_inspection_add_refuses_days_that_cannot_be(client, partnership):
    make_inspection(partnership, inspected_on=date(2017, 11, 13))
    sign_in(client, partnership)

    before = client.post(add_page(partnership), INSPECTION | {"published_on": "2017-11-12"})
    same = client.post(add_page(partnership), INSPECTION)

    assert errors(before)["published_on"] == ["Choose 13 November 2017 or later: they inspected then."]
    assert errors(same) == {
        "inspected_on": ["Another inspection of this partnership began on this day: look in the list."]
    }


def test_inspection_edit_changes_it_and_lists_what_it_found(client, partnership):
    inspection = make_inspection(partnership)
    make_finding(inspection, ref="C5", text="It depends on the postcode.")
    sign_in(client, partnership)
    opened = client.get(page_of("inspection-edit", inspection))

    response = client.post(page_of("inspection-edit", inspection), filled(opened, outcome="inconsistent"))

    inspection.refresh_from_db()
    assert (response.url, inspection.outcome) == (reverse("set-up", args=[partnership.slug]), "inconsistent")
    assert "C5 It depends on the postcode." in words_on(opened)


def test_inspection_edit_refuses_and_hides(client, partnership):
    inspection = make_inspection(partnership, summary="As it was")

    answers = sent_by_others(client, partnership, page_of("inspection-edit", inspection), MANAGER_ONLY, INSPECTION)

    assert (answers, Inspection.objects.get().summary) == (REFUSED_AND_HIDDEN, "As it was")


def test_inspection_edit_is_not_published_after_its_findings_were_judged(client, partnership):
    inspection = make_inspection(partnership)
    make_judgement(make_finding(inspection), judged_on=date(2019, 12, 1))
    sign_in(client, partnership)
    opened = client.get(page_of("inspection-edit", inspection))

    response = client.post(page_of("inspection-edit", inspection), filled(opened, published_on="2019-12-02"))

    assert errors(response) == {"published_on": ["Choose 1 December 2019 or earlier: a finding was judged then."]}


def test_inspection_edit_asks_as_often_for_one_finding_as_for_three(client, partnership, django_assert_num_queries):
    inspection = make_inspection(partnership)
    sign_in(client, partnership)
    for _ in range(3):
        make_finding(inspection)
        with django_assert_num_queries(8):
            client.get(page_of("inspection-edit", inspection))


def test_finding_add_puts_it_on_record(client, partnership):
    inspection = make_inspection(partnership)
    person = sign_in(client, partnership)

    response = client.post(page_of("finding-add", inspection), FINDING)

    finding = Finding.objects.get()
    assert (response.url, finding.inspection) == (page_of("inspection-edit", inspection), inspection)
    assert (finding.ref, finding.text, finding.order) == ("C5", "It depends on the postcode.", 4)
    assert finding.history.get().history_user == person


def test_finding_add_refuses_and_hides(client, partnership):
    address = page_of("finding-add", make_inspection(partnership))

    answers = sent_by_others(client, partnership, address, MANAGER_ONLY, FINDING)

    assert (answers, Finding.objects.count()) == (REFUSED_AND_HIDDEN, 0)


def test_finding_add_refuses_a_reference_twice_and_a_place_that_cannot_be(client, partnership):
    inspection = make_inspection(partnership)
    make_finding(inspection, ref="C5")
    sign_in(client, partnership)

    same = client.post(page_of("finding-add", inspection), FINDING)
    odd = client.post(page_of("finding-add", inspection), FINDING | {"ref": "C6", "order": "99999999999999999999"})

    assert errors(same) == {"ref": ["Another finding of this inspection has this reference: choose another."]}
    assert list(errors(odd)) == ["order"]


def test_finding_edit_changes_its_words_and_tells_who_did(client, partnership):
    finding = make_finding(make_inspection(partnership), text="It depends on the postcode.")
    sign_in(client, partnership, name="Hazel")
    opened = client.get(page_of("finding-edit", finding))

    response = client.post(page_of("finding-edit", finding), filled(opened, text="A postcode lottery."))

    assert response.url == page_of("inspection-edit", finding.inspection)
    assert "changed by Hazel Words: “It depends on the postcode.” became “A postcode lottery.”." in words_on(
        client.get(page_of("finding-edit", finding))
    )


def test_finding_edit_refuses_and_hides(client, partnership):
    finding = make_finding(make_inspection(partnership), text="As it was")

    answers = sent_by_others(client, partnership, page_of("finding-edit", finding), MANAGER_ONLY, FINDING)

    assert (answers, Finding.objects.get().text) == (REFUSED_AND_HIDDEN, "As it was")


def test_finding_edit_makes_no_strength_of_what_was_judged(client, partnership):
    finding = make_finding(make_inspection(partnership))
    make_judgement(finding)
    sign_in(client, partnership)
    opened = client.get(page_of("finding-edit", finding))

    response = client.post(page_of("finding-edit", finding), filled(opened, kind="strength"))

    assert errors(response) == {"kind": ["Its progress was judged, so it cannot be a strength."]}


def test_finding_remove_takes_back_what_nothing_rests_on(client, partnership):
    finding = make_finding(make_inspection(partnership))
    person = sign_in(client, partnership)

    response = client.post(page_of("finding-remove", finding))

    assert (response.url, Finding.objects.count()) == (page_of("inspection-edit", finding.inspection), 0)
    assert Finding.history.filter(history_type="-").get().history_user == person


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        (
            lambda finding: make_action(make_plan(finding.inspection.partnership)).findings.add(finding),
            "actions answer it",
        ),
        (make_judgement, "its progress was judged"),
    ],
)
def test_finding_remove_says_why_one_stays_and_so_does_its_page(client, partnership, rest, why):
    finding = make_finding(make_inspection(partnership))
    rest(finding)
    sign_in(client, partnership)

    page = words_on(client.get(page_of("finding-edit", finding)))
    response = client.post(page_of("finding-remove", finding), follow=True)

    assert f"This finding cannot be removed, because {why}." in page
    assert [str(message) for message in response.context["messages"]] == [f"It stays, because {why}."]
    assert Finding.objects.count() == 1


def test_finding_remove_refuses_and_hides(client, partnership):
    finding = make_finding(make_inspection(partnership))

    answers = sent_by_others(client, partnership, page_of("finding-remove", finding), MANAGER_ONLY)

    assert (answers, Finding.objects.count()) == (REFUSED_AND_HIDDEN, 1)
