from datetime import date

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse

from actions.choices import DelayReason, Role, Status, Verdict
from actions.models import Action, Verification
from tests.factories import make_action, make_evidence, make_member, make_partnership, make_update, make_user
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

TODAY = date(2019, 7, 10)
LINK = {"title": "The new local offer", "link": "https://www.example.org/local-offer"}
MAY_VERIFY = [Role.VERIFIER, Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR]


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def action() -> Action:
    return make_action()


def sign_in(client, action: Action, role: Role = Role.OFFICER, *, of_the_lead: bool = False):
    lead = action.lead_organisation if of_the_lead else None
    person = make_member(action.plan.partnership, role=role, organisation=lead)
    client.force_login(person)
    return person


def sign_in_elsewhere(client):
    client.force_login(make_member(make_partnership(), role=Role.PROGRAMME_MANAGER))


def add(client, action: Action, **typed):
    return client.post(reverse("evidence-add", args=[action.pk]), LINK | typed)


# ──── adding evidence


def test_evidence_add_keeps_a_link(client, action):
    officer = sign_in(client, action, of_the_lead=True)

    response = add(client, action)

    assert response.url == action.get_absolute_url()
    evidence = action.evidence.get()
    assert (evidence.title, evidence.link, evidence.added_by, evidence.added_on, evidence.status_update) == (
        LINK["title"],
        LINK["link"],
        officer,
        TODAY,
        None,
    )


@pytest.mark.parametrize("role", [Role.OFFICER, Role.VERIFIER, Role.COMMITTEE_MEMBER, Role.OBSERVER])
def test_evidence_add_refuses_who_may_not_update(client, action, role):
    sign_in(client, action, role)

    assert (add(client, action).status_code, action.evidence.count()) == (403, 0)


def test_evidence_add_hides_another_partnerships_action(client, action):
    sign_in_elsewhere(client)

    assert (add(client, action).status_code, action.evidence.count()) == (404, 0)


# ──── looking at it: tests/views/test_evidence_files.py says more


def test_evidence_download_gives_a_member_the_file(client, action):
    sign_in(client, action, Role.COMMITTEE_MEMBER)
    evidence = make_evidence(action, link="", file=ContentFile(b"Agreed.", "minutes.txt"), file_name="minutes.txt")

    response = client.get(reverse("evidence-download", args=[evidence.pk]))

    assert b"".join(response.streaming_content) == b"Agreed."


def test_evidence_download_hides_another_partnerships_file(client, action):
    evidence = make_evidence(action, link="", file=ContentFile(b"Agreed.", "minutes.txt"), file_name="minutes.txt")
    sign_in_elsewhere(client)

    assert client.get(reverse("evidence-download", args=[evidence.pk])).status_code == 404


# ──── a second person's word on a claim


@pytest.fixture
def claimed(action) -> Action:
    make_update(action, Status.COMPLETE, date(2019, 7, 1), progress="The page is live.")
    make_evidence(action, title="The new local offer")
    return action


def review(client, action: Action, **typed):
    return client.post(reverse("completion-review", args=[action.pk]), {"verdict": "verified"} | typed)


SENT_BACK = {"verdict": "sent_back", "reason": "The page is empty.", "then": "on_track"}


def test_completion_review_shows_the_claim_and_what_shows_it(client, claimed):
    sign_in(client, claimed, Role.VERIFIER)

    shown = words_on(client.get(reverse("completion-review", args=[claimed.pk])))

    assert ("The page is live." in shown, "The new local offer" in shown) == (True, True)


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR])
def test_completion_review_verifies(client, claimed, role):
    verifier = sign_in(client, claimed, role)

    response = review(client, claimed)

    assert response.url == claimed.get_absolute_url()
    verification = Verification.objects.get()
    assert (verification.claim, verification.verdict, verification.verified_by, verification.verified_on) == (
        claimed.updates.get(),
        Verdict.VERIFIED,
        verifier,
        TODAY,
    )


def test_completion_review_sends_back_with_an_update_that_says_why(client, claimed):
    verifier = sign_in(client, claimed, Role.VERIFIER)

    review(client, claimed, **SENT_BACK | {"then": "delayed", "review_on": "2019-09-02"})

    update = claimed.latest_update(TODAY)
    assert Verification.objects.get().reason == "The page is empty."
    assert (update.status, update.recorded_by, update.delay_reason, update.reason, update.review_on) == (
        Status.DELAYED,
        verifier,
        DelayReason.OTHER,
        "The page is empty.",
        date(2019, 9, 2),
    )


def test_completion_review_with_an_error_comes_back_filled_and_writes_nothing(client, claimed):
    sign_in(client, claimed, Role.VERIFIER)

    response = review(client, claimed, **SENT_BACK | {"then": "delayed"})

    assert list(response.context["form"].errors) == ["review_on"]
    assert filled(response)["reason"] == SENT_BACK["reason"]
    assert (Verification.objects.count(), claimed.updates.count()) == (0, 1)


def test_completion_review_for_a_second_time_says_so_and_writes_nothing(client, claimed):
    sign_in(client, claimed, Role.VERIFIER)
    review(client, claimed)

    response = review(client, claimed, **SENT_BACK)

    assert response.context["form"].non_field_errors() == [
        "This claim no longer stands, or somebody has looked at it before. Look at the action."
    ]
    assert (Verification.objects.get().verdict, claimed.updates.count()) == (Verdict.VERIFIED, 1)


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR])
def test_completion_review_refuses_ones_own_organisations_action(client, claimed, role):
    sign_in(client, claimed, role, of_the_lead=True)

    assert (review(client, claimed).status_code, Verification.objects.count()) == (403, 0)


@pytest.mark.parametrize("role", [Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR])
def test_completion_review_refuses_ones_own_claim(client, action, role):
    claimant = sign_in(client, action, role)
    make_update(action, Status.COMPLETE, TODAY, by=claimant)

    assert (review(client, action).status_code, Verification.objects.count()) == (403, 0)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR, Role.OBSERVER])
def test_completion_review_refuses_who_may_not_verify(client, claimed, role):
    sign_in(client, claimed, role)

    assert (review(client, claimed).status_code, Verification.objects.count()) == (403, 0)


def test_completion_review_of_what_nobody_claims_is_not_found(client, claimed):
    sign_in(client, claimed, Role.VERIFIER)
    make_update(claimed, Status.ON_TRACK, TODAY, by=make_user())

    assert (review(client, claimed).status_code, Verification.objects.count()) == (404, 0)


def test_completion_review_hides_another_partnerships_action(client, claimed):
    sign_in_elsewhere(client)

    assert (review(client, claimed).status_code, Verification.objects.count()) == (404, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_completion_review_asks_as_many_queries_whatever_was_shown(client, claimed, number, django_assert_num_queries):
    for _ in range(number):
        make_evidence(claimed)
        claimed.confirm(by=make_user(), effective_on=TODAY)
    sign_in(client, claimed, Role.VERIFIER)
    address = reverse("completion-review", args=[claimed.pk])
    client.get(address)

    with django_assert_num_queries(12):
        client.get(address)
