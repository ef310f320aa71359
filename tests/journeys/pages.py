"""Every page that a person can come to, and who comes to it: one row a page, walked by several tests."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse
from playwright.sync_api import Page

from .world import World


def _as_it_is(page: Page) -> None:
    """The page as it opens."""


@dataclass(frozen=True)
class Stop:
    """One page of the walk. `then` is what the visitor does there before it is looked at."""

    address: Callable[[World], str]
    visitor: str = "officer"  # an attribute of World; empty for nobody signed in
    status: int = 200
    then: Callable[[Page], None] = field(default=_as_it_is)


def _to(name: str, args: Callable[[World], list] = lambda world: [], query: str = "") -> Callable[[World], str]:
    return lambda world: reverse(name, args=args(world)) + query


def _plan(world: World) -> list:
    return [world.plan.pk]


def _slug(world: World) -> list:
    return [world.plan.partnership.slug]


def _waiting(world: World) -> list:
    return [world.waiting.pk]


def _delayed(world: World) -> list:
    return [world.delayed.pk]


def _finding(world: World) -> list:
    return [world.finding.pk]


def _asked(world: World) -> list:
    return [world.asked.pk]


def _frozen(world: World) -> list:
    return [world.frozen.pk]


def _lost(world: World) -> list:
    return [world.lost.pk]


def send_a_wrong_update(page: Page) -> None:
    """Delayed, but nothing said of it, and the day left out."""
    page.get_by_label("Delayed or at risk", exact=True).check()
    page.get_by_label("Counts from").fill("")
    page.get_by_role("button", name="Record this update").click()
    page.get_by_text("There is a problem").wait_for()


def send_nothing(page: Page) -> None:
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_text("There is a problem").wait_for()
    page.wait_for_load_state()  # the words can be there before the style sheets


def send_no_day(page: Page) -> None:
    page.get_by_label("As at which day?").fill("")
    send_nothing(page)


def ask_for_a_preview(page: Page) -> None:
    page.get_by_label("What do you say to families?").fill("The plan is over; one promise was lost.")
    page.get_by_label("Publish the plan’s and the inspectors’ own words as they stand").check()
    page.get_by_role("button", name="Show me what families will read").click()
    page.get_by_role("heading", name="What families will read").wait_for()


def _priority(world: World) -> list:
    return [world.delayed.priority_id]


def _inspection(world: World) -> list:
    return [world.finding.inspection_id]


def _organisation(world: World) -> list:
    return [world.delayed.lead_organisation_id]


def _member(world: World) -> list:
    return [world.officer.memberships.get().pk]


def open_all_details(page: Page) -> None:
    for summary in page.get_by_role("main").locator("summary").all():
        summary.click()


def _half_done(world: World) -> list:
    return [world.half_done.pk]


def send_no_file(page: Page) -> None:
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("There is a problem").wait_for()


def write_what_cannot_be_read(page: Page) -> None:
    page.get_by_role("textbox", name="Instead: Due").first.fill("whenever it suits")
    page.get_by_role("button", name="Save these answers").first.click()
    page.get_by_text("There is a problem").wait_for()


STOPS = {
    "home with two partnerships": Stop(_to("home"), visitor="officer_of_two"),
    "partnership home": Stop(_to("partnership-home", _slug)),
    "dashboard": Stop(_to("plan-dashboard", _plan)),
    "dashboard before the plan began": Stop(_to("plan-dashboard", _plan, "?on=2019-03-01")),
    "trend": Stop(_to("plan-trend", _plan)),
    "trend at meetings": Stop(_to("plan-trend", _plan, "?by=meeting&by_day=2019-08-31")),
    "trend before the plan began": Stop(_to("plan-trend", _plan, "?on=2019-03-01")),
    "action list": Stop(_to("action-list", _plan)),
    "action list with nothing in it": Stop(_to("action-list", _plan, "?q=nowhere")),
    "action": Stop(_to("action-detail", _delayed)),
    "update form": Stop(_to("action-update", _waiting)),
    "update form with errors": Stop(_to("action-update", _waiting), then=send_a_wrong_update),
    "what moved": Stop(_to("movement-ledger", _plan)),
    "what moved with nothing in it": Stop(_to("movement-ledger", _plan, "?kind=closed")),
    "dates": Stop(_to("date-list", _plan)),
    "ask for a date": Stop(_to("date-ask", _delayed)),
    "ask for a date with errors": Stop(_to("date-ask", _delayed), then=send_nothing),
    "decide about a date": Stop(_to("date-decide", lambda world: [world.date_change.pk]), visitor="chair"),
    "add evidence": Stop(_to("evidence-add", _delayed)),
    "is it complete": Stop(_to("completion-review", lambda world: [world.claimed.pk]), visitor="chair"),
    "my actions": Stop(_to("my-actions", _slug)),
    "my month": Stop(_to("month-update", _slug)),
    "who has reported": Stop(_to("reporting", _plan), visitor="chair"),
    "what became of each": Stop(_to("what-became", lambda world: [world.earlier.pk]), visitor="manager"),
    "say what became of it with errors": Stop(_to("action-link", _lost), visitor="manager", then=send_nothing),
    "withdraw what was said": Stop(
        _to("action-link-withdraw", lambda world: [world.action_link.pk]), visitor="manager"
    ),
    "an action that went on": Stop(
        _to("action-detail", lambda world: [world.action_link.action_id]), visitor="manager"
    ),
    "reports": Stop(_to("report-list", lambda world: [world.lost.plan_id]), visitor="manager"),
    "draft a report with errors": Stop(_to("report-draft", _plan), visitor="chair", then=send_no_day),
    "words of a report": Stop(_to("report-edit", lambda world: [world.draft.pk]), visitor="chair"),
    "draft report": Stop(_to("report-detail", lambda world: [world.draft.pk]), visitor="chair"),
    "frozen report": Stop(_to("report-detail", lambda world: [world.published.pk])),
    "report worked out again": Stop(_to("report-check", lambda world: [world.published.pk])),
    "publish a report with errors": Stop(_to("report-publish", _frozen), visitor="chair", then=send_nothing),
    "what families will read": Stop(_to("report-publish", _frozen), visitor="chair", then=ask_for_a_preview),
    "what the public reads": Stop(_to("public-report", lambda world: [*_slug(world), world.published.pk]), visitor=""),
    "published reports": Stop(_to("public-report-list", _slug), visitor=""),
    "what the open data holds": Stop(_to("public-data-dictionary", _slug), visitor=""),
    "reminders": Stop(_to("reminder-choices")),
    "findings": Stop(_to("finding-list", _slug)),
    "findings of one kind": Stop(_to("finding-list", _slug, "?gap=no_evidence")),
    "finding": Stop(_to("finding-detail", _finding), visitor="manager"),
    "judge a finding": Stop(_to("finding-judge", _finding), visitor="manager"),
    "judge a finding with errors": Stop(_to("finding-judge", _finding), visitor="manager", then=send_nothing),
    "what a search finds": Stop(_to("search", _slug, "?q=clinical")),
    "a search that finds nothing": Stop(_to("search", _slug, "?q=zeppelin&on=2019-06-30")),
    "questions": Stop(_to("enquiry-list", _slug), visitor="chair"),
    "question": Stop(_to("enquiry-detail", _asked)),
    "ask a question with errors": Stop(_to("enquiry-add", _slug), visitor="committee_member", then=send_nothing),
    "answer a question with errors": Stop(_to("enquiry-answer", _asked), then=send_nothing),
    "set up": Stop(_to("set-up", _slug), visitor="manager"),
    "start a plan with errors": Stop(_to("plan-add", _slug), visitor="manager", then=send_nothing),
    "outline of a plan": Stop(_to("plan-outline", _plan), visitor="manager"),
    "edit a plan": Stop(_to("plan-edit", _plan), visitor="manager"),
    "adopt a plan with errors": Stop(_to("plan-adopt", _plan), visitor="manager", then=send_nothing),
    "add a priority with errors": Stop(_to("priority-add", _plan), visitor="manager", then=send_nothing),
    "edit a priority": Stop(_to("priority-edit", _priority), visitor="manager"),
    "add an action with errors": Stop(_to("action-add", _plan), visitor="manager", then=send_nothing),
    "edit an action": Stop(_to("action-edit", _delayed), visitor="manager", then=open_all_details),
    "add an inspection with errors": Stop(_to("inspection-add", _slug), visitor="manager", then=send_nothing),
    "edit an inspection": Stop(_to("inspection-edit", _inspection), visitor="manager"),
    "add a finding with errors": Stop(_to("finding-add", _inspection), visitor="manager", then=send_nothing),
    "edit a finding": Stop(_to("finding-edit", _finding), visitor="manager"),
    "organisations": Stop(_to("organisation-list", _slug), visitor="manager"),
    "add an organisation with errors": Stop(_to("organisation-add", _slug), visitor="manager", then=send_nothing),
    "edit an organisation": Stop(_to("organisation-edit", _organisation), visitor="manager"),
    "members": Stop(_to("member-list", _slug), visitor="manager"),
    "add a member with errors": Stop(_to("member-add", _slug), visitor="manager", then=send_nothing),
    "edit a member": Stop(_to("member-edit", _member), visitor="manager"),
    "files brought in": Stop(_to("import-list", _slug), visitor="manager"),
    "choose a file with errors": Stop(_to("import-begin", _slug), visitor="manager", then=send_no_file),
    "sheets of a file": Stop(_to("import-sheets", _half_done), visitor="manager"),
    "columns of a file": Stop(_to("import-columns", _half_done), visitor="manager"),
    "rows of a file": Stop(_to("import-preview", _half_done), visitor="manager"),
    "rows of a file with errors": Stop(
        _to("import-preview", _half_done), visitor="manager", then=write_what_cannot_be_read
    ),
    "what a file brought": Stop(_to("import-detail", lambda world: [world.applied.pk]), visitor="manager"),
    "sign-in": Stop(_to("account_login"), visitor=""),
    "sign-in with errors": Stop(_to("account_login"), visitor="", then=send_nothing),
    "password reset": Stop(_to("account_reset_password"), visitor=""),
    "change password": Stop(_to("account_change_password")),
    "not found": Stop(lambda world: "/plans/987654/", status=404),
    "not allowed": Stop(_to("action-update", _waiting), visitor="committee_member", status=403),
    "an address that cannot be": Stop(_to("plan-dashboard", _plan, "?on=never"), status=400),
}
