"""Every url, signed out, over a history whose every free text is a word of its own: only what is public is reached."""

from itertools import product

import pytest
from django.apps import apps
from django.urls import URLPattern, get_resolver, reverse

from actions.models import ProgressReport
from actions.publication import NOTHING, Approved, passages
from actions.views.report_files import FORMATS
from tests.factories import make_frozen_report, make_partnership, make_plan, make_user
from tests.sentinels import Sentinels, free_texts, make_told_history, make_worded_frozen_report, make_worded_report

pytestmark = pytest.mark.django_db

NAMES = {
    *("Partnership.name", "Partnership.council_name", "Organisation.name", "Organisation.short_name", "Body.name"),
    *("Priority.ref", "Action.ref", "Finding.ref"),
}
WORDING = {
    *("Plan.title", "Priority.title", "Priority.intended_outcome", "Action.title"),
    *("Finding.text", "FindingJudgement.judged_by"),
}


def _all_of(model: str, field: str = "pk") -> list:
    return list(apps.get_model("actions", model).objects.values_list(field, flat=True))


# Each parameter of an address, and all that is tried for it. One that is not here fails the walk.
TRIED = {
    "slug": lambda: [*_all_of("Partnership", "slug"), "nowhere"],
    "plan_id": lambda: _all_of("Plan"),
    "action_id": lambda: _all_of("Action"),
    "finding_id": lambda: _all_of("Finding"),
    "enquiry_id": lambda: _all_of("Enquiry"),
    "date_change_id": lambda: _all_of("DateChange"),
    "evidence_id": lambda: _all_of("Evidence"),
    "link_id": lambda: _all_of("ActionLink"),
    "report_id": lambda: _all_of("ProgressReport"),
    "body_id": lambda: _all_of("Body"),
    "priority_id": lambda: _all_of("Priority"),
    "inspection_id": lambda: _all_of("Inspection"),
    "organisation_id": lambda: _all_of("Organisation"),
    "membership_id": lambda: _all_of("Membership"),
    "import_id": lambda: _all_of("PlanImport"),
    "ending": lambda: [each.ending for each in FORMATS],
    "key": lambda: ["unknown"],
    "uidb36": lambda: ["1"],
}


def _patterns(resolver) -> list[URLPattern]:
    """All but the service administration, where nobody comes in who is not signed in (test_every_url)."""
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append(entry)
        elif getattr(entry, "namespace", None) != "admin":
            found.extend(_patterns(entry))
    return found


def addresses() -> list[str]:
    found = []
    for pattern in _patterns(get_resolver()):
        names = list(pattern.pattern.regex.groupindex) or list(pattern.pattern.converters)
        found += [
            reverse(pattern.name, kwargs=dict(zip(names, values, strict=True)))
            for values in product(*(TRIED[name]() for name in names))
        ]
    return found


def reached(client, sentinels: Sentinels) -> set[str]:
    """The words that anybody comes upon: in pages, files, feed and headers."""
    read = []
    for address in addresses():
        answer = client.get(address)
        read.append(f"{answer.headers}{answer.content.decode(errors='replace')}")
    return sentinels.found_in("".join(read))


def sorted_out(sentinels: Sentinels, words: set[str]) -> tuple[set[str], set[str]]:
    """The places of names and wording that were reached; and each other word."""
    public = {word for word in words if sentinels.places[word] in NAMES | WORDING}
    return {sentinels.places[word] for word in public}, words - public


@pytest.fixture
def sentinels() -> Sentinels:
    return Sentinels()


@pytest.fixture
def report(sentinels) -> ProgressReport:
    """To be published. A draft, frozen reports and another partnership's stand beside it, and are not to be reached."""
    plan = make_told_history(sentinels)
    wrong = make_worded_frozen_report(plan, sentinels)
    report = make_worded_frozen_report(plan, sentinels, corrects=wrong)
    make_worded_frozen_report(plan, sentinels)
    make_worded_report(plan, sentinels)
    make_frozen_report(make_plan(make_partnership(name=sentinels.new("unpublished"))))
    return report


def publish(report, sentinels, approved=NOTHING) -> set[str]:
    """With words to families, which it returns."""
    said = sentinels.new("said to families")
    report.publish(by=make_user(), at=report.frozen_at, public_words=said, approved=approved)
    return {said}


def test_every_free_text_of_every_record_of_the_history_is_a_word_of_its_own(report, sentinels):
    kept_without_rows = {"Reminder", "ReminderOff", "ActionLinkWithdrawal"}
    expected = {
        f"{record.__name__}.{name}"
        for record in apps.get_app_config("actions").get_models()
        if not record.__name__.startswith("Historical") and record.__name__ not in kept_without_rows
        for name in free_texts(record)
    }

    assert expected - set(sentinels.places.values()) == set()


def test_nobody_who_is_not_signed_in_reaches_a_word_where_nothing_is_published(client, report, sentinels):
    assert reached(client, sentinels) == set()


def test_who_is_not_signed_in_reaches_names_and_the_words_to_families_where_nothing_more_is_approved(
    client, report, sentinels
):
    said = publish(report, sentinels)

    names, words = sorted_out(sentinels, reached(client, sentinels))

    assert (names, words) == (NAMES, said)


def test_who_is_not_signed_in_reaches_approved_words_and_the_plans_own_and_no_others(client, report, sentinels):
    """As they stand: the chair's own, the priority's, and those on one of three exceptions."""
    own, priority, *late = passages(report.told)
    told_of = next(each for each in late if all(each.written.values()))
    standing = {each.place: each.written for each in (own, priority, told_of)}

    said = publish(report, sentinels, Approved(wording=True, words=standing))
    names, words = sorted_out(sentinels, reached(client, sentinels))

    approved = {word for texts in standing.values() for text in texts.values() for word in sentinels.found_in(text)}
    assert (names, words) == (NAMES | WORDING, said | approved)
    assert {sentinels.places[word] for word in words} == {
        "said to families",
        "ProgressReport.words",
        "ProgressReport.judgement_words",
        "ProgressReport.correction_reason",
        "PriorityWords.words",
        "StatusUpdate.reason",
        "StatusUpdate.recovery",
        "StatusUpdate.effect_on_families",
    }
