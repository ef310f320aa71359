"""Every url × role × own and other partnership. A url that this walk does not know fails it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from actions.choices import Role
from tests.database import undone
from tests.factories import make_member, make_partnership
from tests.views.world import World, make_world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_what_a_browser_gets")]

ELSEWHERE, ANONYMOUS = "programme manager elsewhere", "nobody signed in"
EVERYBODY = [*(role.value for role in Role), "officer of another organisation", ELSEWHERE, ANONYMOUS]
MAY_UPDATE = {"officer", "programme_manager", "board_chair"}
MAY_CHASE = {"programme_manager", "board_chair"}
MAY_ASK = {"programme_manager", "committee_member", "board_chair"}
MAY_SET_UP = {"programme_manager", "administrator"}
MAY_OWE_UPDATES = MAY_UPDATE | {"officer of another organisation"}


@dataclass(frozen=True)
class Page:
    """What GET answers: to a member, to a person of another partnership, to nobody signed in."""

    args: Callable[[World], list] = lambda world: []
    member: int = 200
    elsewhere: int = 404
    anonymous: int = 302
    allowed: Callable[[str], bool] = lambda role: True

    def answer(self, who: str) -> int:
        if who == ANONYMOUS:
            return self.anonymous
        if who == ELSEWHERE:
            return self.elsewhere
        return self.member if self.allowed(who) else 403


class HalfDone(Page):
    """Of a file half brought in only its owner knows."""

    def answer(self, who: str) -> int:
        return super().answer(who) if who in {"programme_manager", ANONYMOUS} else 404


def is_manager(role: str) -> bool:
    return role == "programme_manager"


def _of_partnership(world: World) -> list:
    return [world.partnership.slug]


def _of_plan(world: World) -> list:
    return [world.plan.pk]


def _of_action(world: World) -> list:
    return [world.action.pk]


def _of_finding(world: World) -> list:
    return [world.finding.pk]


def _of_date_change(world: World) -> list:
    return [world.date_change.pk]


def _of_enquiry(world: World) -> list:
    return [world.enquiry.pk]


def _of_draft(world: World) -> list:
    return [world.draft.pk]


def _of_half_done(world: World) -> list:
    return [world.half_done.pk]


def _of_publisher(world: World) -> list:
    """As `_of_partnership`, but known to everybody."""
    return [world.partnership.slug]


def _of_evidence(world: World) -> list:
    return [world.evidence.pk]


def _of_priority(world: World) -> list:
    return [world.action.priority_id]


def _of_inspection(world: World) -> list:
    return [world.finding.inspection_id]


def _of_organisation(world: World) -> list:
    return [world.action.lead_organisation_id]


def _of_member(world: World) -> list:
    return [world.people["officer"].memberships.get().pk]


def _builds(role: str) -> bool:
    return role == "programme_manager"


def _sets_up(role: str) -> bool:
    return role in MAY_SET_UP


PAGES = {
    "home": Page(member=302, elsewhere=302),
    "demo-sign-in": Page(member=405, elsewhere=405, anonymous=405),
    "partnership-home": Page(_of_partnership),
    "partnership-brand": Page(_of_partnership),
    "finding-list": Page(_of_partnership),
    "finding-list-csv": Page(_of_partnership),
    "finding-detail": Page(_of_finding),
    "finding-judge": Page(_of_finding, allowed=lambda role: role == "programme_manager"),
    "search": Page(_of_partnership),
    "enquiry-list": Page(_of_partnership),
    "enquiry-list-csv": Page(_of_partnership),
    "enquiry-detail": Page(_of_enquiry),
    "enquiry-add": Page(_of_partnership, allowed=lambda role: role in MAY_ASK),
    "enquiry-answer": Page(_of_enquiry, allowed=lambda role: role in MAY_UPDATE),
    "plan-dashboard": Page(_of_plan),
    "plan-trend": Page(_of_plan),
    "reminder-choices": Page(elsewhere=200),
    "reporting": Page(_of_plan, allowed=lambda role: role in MAY_CHASE),
    "reporting-remind": Page(_of_plan, member=405, elsewhere=405),
    "action-list": Page(_of_plan),
    "action-list-csv": Page(_of_plan),
    "action-sheet": Page(_of_plan),
    "action-detail": Page(_of_action),
    "action-update": Page(_of_action, allowed=lambda role: role in MAY_UPDATE),
    "my-actions": Page(_of_partnership, allowed=lambda role: role in MAY_OWE_UPDATES),
    "month-update": Page(_of_partnership, allowed=lambda role: role in MAY_OWE_UPDATES),
    "action-confirm": Page(_of_action, member=405, elsewhere=405),
    "report-list": Page(_of_plan),
    "report-draft": Page(_of_plan, allowed=lambda role: role in MAY_CHASE),
    "report-detail": Page(_of_draft, allowed=lambda role: role in MAY_CHASE),
    "report-edit": Page(_of_draft, allowed=lambda role: role in MAY_CHASE),
    "report-file": Page(lambda world: [world.draft.pk, "json"], allowed=lambda role: role in MAY_CHASE),
    "report-hand-out": Page(lambda world: [world.published.pk, world.enquiry.body_id, "docx"]),
    "report-freeze": Page(_of_draft, member=405, elsewhere=405),
    "report-discard": Page(_of_draft, member=405, elsewhere=405),
    "report-publish": Page(lambda world: [world.frozen.pk], allowed=lambda role: role == "board_chair"),
    "report-check": Page(lambda world: [world.published.pk]),
    "public-report-list": Page(_of_publisher, elsewhere=200, anonymous=200),
    "public-report-feed": Page(_of_publisher, elsewhere=200, anonymous=200),
    "public-data-dictionary": Page(_of_publisher, elsewhere=200, anonymous=200),
    "public-report": Page(lambda world: [*_of_publisher(world), world.published.pk], elsewhere=200, anonymous=200),
    "public-report-file": Page(
        lambda world: [*_of_publisher(world), world.published.pk, "csv"], elsewhere=200, anonymous=200
    ),
    "movement-ledger": Page(_of_plan),
    "movement-ledger-csv": Page(_of_plan),
    "date-list": Page(_of_plan),
    "date-list-csv": Page(_of_plan),
    "date-ask": Page(_of_action, allowed=lambda role: role in MAY_UPDATE),
    "date-decide": Page(_of_date_change, allowed=lambda role: role in {"programme_manager", "board_chair"}),
    "evidence-add": Page(_of_action, allowed=lambda role: role in MAY_UPDATE),
    "evidence-download": Page(_of_evidence),
    "completion-review": Page(
        lambda world: [world.claimed.pk],
        allowed=lambda role: role in {"verifier", "programme_manager", "board_chair"},
    ),
    "what-became": Page(_of_plan),
    "what-became-csv": Page(_of_plan),
    "action-link": Page(_of_action, allowed=lambda role: role == "programme_manager"),
    "action-link-withdraw": Page(
        lambda world: [world.action_link.pk], allowed=lambda role: role == "programme_manager"
    ),
    # building it by hand
    "set-up": Page(_of_partnership, allowed=_sets_up),
    "plan-add": Page(_of_partnership, allowed=_builds),
    "plan-outline": Page(_of_plan, allowed=_builds),
    "plan-edit": Page(_of_plan, allowed=_builds),
    "plan-adopt": Page(_of_plan, allowed=_builds),
    "priority-add": Page(_of_plan, allowed=_builds),
    "priority-edit": Page(_of_priority, allowed=_builds),
    "priority-move": Page(_of_priority, member=405, elsewhere=405),
    "priority-remove": Page(_of_priority, member=405, elsewhere=405),
    "action-add": Page(_of_plan, allowed=_builds),
    "action-edit": Page(_of_action, allowed=_builds),
    "action-remove": Page(_of_action, member=405, elsewhere=405),
    "inspection-add": Page(_of_partnership, allowed=_builds),
    "inspection-edit": Page(_of_inspection, allowed=_builds),
    "finding-add": Page(_of_inspection, allowed=_builds),
    "finding-edit": Page(_of_finding, allowed=_builds),
    "finding-remove": Page(_of_finding, member=405, elsewhere=405),
    "organisation-list": Page(_of_partnership, allowed=_sets_up),
    "organisation-add": Page(_of_partnership, allowed=_sets_up),
    "organisation-edit": Page(_of_organisation, allowed=_sets_up),
    "member-list": Page(_of_partnership, allowed=_sets_up),
    "member-add": Page(_of_partnership, allowed=_sets_up),
    "member-edit": Page(_of_member, allowed=_sets_up),
    "member-end": Page(_of_member, member=405, elsewhere=405),
    "import-list": Page(_of_partnership, allowed=is_manager),
    "import-begin": Page(_of_partnership, allowed=is_manager),
    "import-template": Page(_of_partnership, allowed=is_manager),
    "import-detail": Page(lambda world: [world.applied.pk], allowed=is_manager),
    "import-sheets": HalfDone(_of_half_done),
    "import-columns": HalfDone(_of_half_done),
    "import-preview": HalfDone(_of_half_done),
    "import-apply": HalfDone(_of_half_done, member=302),
    "import-filled-in": HalfDone(lambda world: [world.filled_in.pk]),
    "import-undo": Page(lambda world: [world.applied.pk], member=405, elsewhere=405),
    "import-discard": Page(_of_half_done, member=405, elsewhere=405),
    # the way in: allauth's own pages, which know nothing of partnerships
    "account_login": Page(member=302, elsewhere=302, anonymous=200),
    "account_logout": Page(elsewhere=200),
    "account_signup": Page(member=302, elsewhere=302, anonymous=200),
    "account_inactive": Page(elsewhere=200, anonymous=200),
    "account_reauthenticate": Page(elsewhere=200),
    "account_email": Page(elsewhere=200),
    "account_change_password": Page(elsewhere=200),
    "account_set_password": Page(member=302, elsewhere=302),
    "account_email_verification_sent": Page(elsewhere=200, anonymous=200),
    "account_confirm_email": Page(lambda world: ["unknown"], elsewhere=200, anonymous=200),
    "account_confirm_login_code": Page(member=302, elsewhere=302, anonymous=302),
    "account_reset_password": Page(elsewhere=200, anonymous=200),
    "account_reset_password_done": Page(elsewhere=200, anonymous=200),
    "account_reset_password_from_key": Page(lambda world: ["1", "unknown"], elsewhere=200, anonymous=200),
    "account_reset_password_from_key_done": Page(elsewhere=200, anonymous=200),
}


def _patterns(resolver) -> list[URLPattern]:
    """All but the service administration, which has its own test: only staff come in there."""
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append(entry)
        elif getattr(entry, "namespace", None) != "admin":
            found.extend(_patterns(entry))
    return found


def test_every_url_is_known_to_this_walk():
    names = {pattern.name for pattern in _patterns(get_resolver())}

    assert names == set(PAGES)


def _answers(world: World, ask: Callable[[Client], object]) -> dict[str, object]:
    """What each person gets who asks in a browser of their own, and as if nobody had asked before them."""
    answers = {}
    for who in EVERYBODY:
        browser = Client()
        with undone():
            if who != ANONYMOUS:
                browser.force_login(world.people[who])
            answers[who] = ask(browser)
    return answers


@pytest.mark.parametrize("name", PAGES)
def test_every_url_answers_each_person_as_it_should(name, lasting_world):
    world, page = lasting_world, PAGES[name]
    address = reverse(name, args=page.args(world))

    answers = _answers(world, lambda browser: browser.get(address).status_code)

    assert answers == {who: page.answer(who) for who in EVERYBODY}


def test_every_person_but_those_who_may_is_refused_an_update():
    world = make_world()
    address = reverse("action-update", args=[world.action.pk])
    said = {"status": "on_track", "effective_on": "2019-07-01"}

    answers = _answers(world, lambda browser: (browser.post(address, said).status_code, world.action.updates.count()))

    may, may_not = dict.fromkeys(MAY_UPDATE, (302, 3)), dict.fromkeys(EVERYBODY, (403, 2))
    assert answers == may_not | may | {ANONYMOUS: (302, 2), ELSEWHERE: (404, 2)}


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page.elsewhere == 404])
def test_every_page_of_what_does_not_exist_is_not_found(client, name):
    client.force_login(make_member(make_partnership(), role=Role.PROGRAMME_MANAGER))
    unknown = "no-such-place" if PAGES[name].args is _of_partnership else 987654
    more = {"report-file": ["json"], "report-hand-out": [1, "pdf"]}.get(name, [])

    response = client.get(reverse(name, args=[unknown, *more]))

    assert response.status_code == 404


def test_administration_lets_in_nobody_but_staff():
    address = reverse("admin:actions_statusupdate_changelist")

    answers = _answers(make_world(), lambda browser: browser.get(address).status_code)

    assert answers == dict.fromkeys(EVERYBODY, 302)
