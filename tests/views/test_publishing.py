"""The chair decides, text by text, what everybody may read."""

from datetime import date

import html5lib
import pytest
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import ProgressReport
from actions.operations.draft_report import edit_report
from actions.operations.freeze_report import freeze_report
from actions.summaries.report_content import content_of
from tests.factories import (
    make_action,
    make_frozen_report,
    make_member,
    make_plan,
    make_priority,
    make_report,
    make_update,
)

pytestmark = pytest.mark.django_db

REQUIRED = {"public_words": "The clinic is late.", "wording": "on"}
# Of the report below: the chair's own words, the priority's, the clinic's, the lift's.
TO_THE_BOARD, ACCESS, CLINIC, LIFT = "passage_0", "passage_1", "passage_2", "passage_3"


def page(response):
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def words(response) -> str:
    return " ".join("".join(page(response).find(".//main").itertext()).split())


@pytest.fixture
def frozen() -> ProgressReport:
    """Of two late actions an officer wrote about one; the chair wrote to the board, and somebody on the priority."""
    plan = make_plan()
    access = make_priority(plan, ref="1", title="Access")
    clinic = make_action(priority=access, title="Open a clinic")
    lift = make_action(priority=access, title="Mend the lift")
    make_update(
        clinic, Status.DELAYED, date(2019, 6, 3), reason="A lease fell through.", effect_on_families="Families travel."
    )
    make_update(lift, Status.DELAYED, date(2019, 6, 4))
    report = make_report(plan, words="Two are late.")
    report = edit_report(
        report=report, by=report.drafted_by, seen=0, words_by_priority={access.pk: "Nearer home, in the end."}
    )
    return freeze_report(report=report, by=report.drafted_by, content=content_of)


@pytest.fixture
def chair(frozen, client):
    person = make_member(frozen.plan.partnership, role=Role.BOARD_CHAIR)
    client.force_login(person)
    return person


def published(client, frozen, **typed) -> dict:
    """What everybody may read, once the chair has sent this."""
    client.post(reverse("report-publish", args=[frozen.pk]), REQUIRED | typed)
    return ProgressReport.objects.get(pk=frozen.pk).public


def late_in(public: dict) -> dict[str, tuple[str, str]]:
    return {line["title"]: (line["reason"], line["effect_on_families"]) for line in public["exceptions"]}


def test_report_publish_lets_everybody_read_the_figures_and_the_chairs_words(client, frozen, chair):
    response = client.post(reverse("report-publish", args=[frozen.pk]), REQUIRED)

    frozen.refresh_from_db()
    assert response.url == reverse("report-detail", args=[frozen.pk])
    assert (frozen.is_published, frozen.public_words, frozen.published_by) == (True, "The clinic is late.", chair)
    assert frozen.public["headline"] == frozen.told["headline"]


def test_report_publish_keeps_back_whatever_the_chair_leaves_untouched(client, frozen, chair):
    public = published(client, frozen)

    assert late_in(public) == {"Open a clinic": ("", ""), "Mend the lift": ("", "")}
    assert (public["report"]["words"], public["priorities"][0]["words"]) == ("", "")


def test_report_publish_lets_words_pass_as_they_stand_where_the_chair_ticks_them(client, frozen, chair):
    public = published(client, frozen, **{TO_THE_BOARD: "on", ACCESS: "on", CLINIC: "on"})

    assert late_in(public)["Open a clinic"] == ("A lease fell through.", "Families travel.")
    assert (public["report"]["words"], public["priorities"][0]["words"]) == (
        "Two are late.",
        "Nearer home, in the end.",
    )


def test_report_publish_takes_the_chairs_own_words_before_those_that_stand(client, frozen, chair):
    said = {CLINIC: "on", f"{CLINIC}_reason": "We lost the rooms.", f"{LIFT}_reason": "A part is awaited."}

    public = published(client, frozen, **said)

    assert late_in(public) == {
        "Open a clinic": ("We lost the rooms.", "Families travel."),
        "Mend the lift": ("A part is awaited.", ""),
    }


def test_report_publish_shows_what_officers_wrote_and_offers_no_tick_where_nobody_did(client, frozen, chair):
    response = client.get(reverse("report-publish", args=[frozen.pk]))

    ticks = [each.get("name") for each in page(response).iter("input") if each.get("type") == "checkbox"]
    assert "Why it is late A lease fell through." in words(response)
    assert ticks == ["wording", TO_THE_BOARD, CLINIC, ACCESS]


def test_report_publish_shows_what_families_will_read_and_writes_nothing(client, frozen, chair):
    said = REQUIRED | {CLINIC: "on", "preview": "1"}

    response = client.post(reverse("report-publish", args=[frozen.pk]), said)

    frozen.refresh_from_db()
    shown = page(response).find(".//section[@id='preview']")
    read = " ".join("".join(shown.itertext()).split())
    assert not frozen.is_published
    assert "A lease fell through." in read
    assert "Two are late." not in read
    assert "The board has not said why." in read


def test_report_publish_keeps_all_that_was_typed_where_something_is_missing(client, frozen, chair):
    typed = {"public_words": "The clinic is late.", CLINIC: "on", f"{LIFT}_reason": "A part is awaited."}

    response = client.post(reverse("report-publish", args=[frozen.pk]), typed)

    frozen.refresh_from_db()
    texts = {each.get("name"): (each.text or "").strip() for each in page(response).iter("textarea")}
    [tick] = [each for each in page(response).iter("input") if each.get("name") == CLINIC]
    assert not frozen.is_published
    assert "Tick that the plan’s own words may be published" in words(response)
    assert (texts["public_words"], texts[f"{LIFT}_reason"]) == ("The clinic is late.", "A part is awaited.")
    assert tick.get("checked") is not None


def test_report_publish_asks_for_words_to_families(client, frozen, chair):
    response = client.post(reverse("report-publish", args=[frozen.pk]), {"wording": "on"})

    frozen.refresh_from_db()
    assert not frozen.is_published
    assert "Write what you say to families." in words(response)


def test_report_publish_gives_back_what_was_typed_when_the_session_ended(client, frozen, chair):
    address = reverse("report-publish", args=[frozen.pk])
    form = page(client.get(address))
    writer = next(each.get("value") for each in form.iter("input") if each.get("name") == "writer")
    client.logout()
    client.post(address, REQUIRED | {"writer": writer, f"{LIFT}_reason": "A part is awaited."})
    session = client.session
    kept = dict(session.items())

    client.force_login(chair)
    session = client.session
    session.update(kept)
    session.save()
    response = client.get(address)

    texts = {each.get("name"): (each.text or "").strip() for each in page(response).iter("textarea")}
    assert "Nothing you typed is lost." in words(response)
    assert texts[f"{LIFT}_reason"] == "A part is awaited."


def test_report_publish_of_a_draft_leads_back_with_a_sentence(client, frozen, chair):
    draft = make_report(frozen.plan)

    response = client.post(reverse("report-publish", args=[draft.pk]), REQUIRED, follow=True)

    assert response.redirect_chain == [(reverse("report-detail", args=[draft.pk]), 302)]
    assert "Freeze the report before you publish it." in words(response)


def test_report_publish_of_a_published_report_leads_back_with_a_sentence(client, frozen, chair):
    published(client, frozen)

    response = client.get(reverse("report-publish", args=[frozen.pk]), follow=True)

    assert response.redirect_chain == [(reverse("report-detail", args=[frozen.pk]), 302)]
    assert "This report has been published already." in words(response)


def test_report_publish_that_crosses_another_keeps_what_was_typed_and_changes_nothing(client, frozen, chair):
    public = published(client, frozen)

    response = client.post(
        reverse("report-publish", args=[frozen.pk]), REQUIRED | {f"{LIFT}_reason": "A part is awaited."}
    )

    frozen.refresh_from_db()
    texts = {each.get("name"): (each.text or "").strip() for each in page(response).iter("textarea")}
    assert "This report has been published already." in words(response)
    assert texts[f"{LIFT}_reason"] == "A part is awaited."
    assert frozen.public == public


def test_report_publish_is_refused_to_who_may_not(client, frozen):
    client.force_login(make_member(frozen.plan.partnership, role=Role.PROGRAMME_MANAGER))

    response = client.post(reverse("report-publish", args=[frozen.pk]), REQUIRED)

    frozen.refresh_from_db()
    assert (response.status_code, frozen.is_published) == (403, False)


def test_report_publish_is_hidden_from_another_partnership(client, frozen):
    client.force_login(make_member(make_plan().partnership, role=Role.BOARD_CHAIR))

    assert client.post(reverse("report-publish", args=[frozen.pk]), REQUIRED).status_code == 404


def test_report_publish_bears_hundreds_of_exceptions(client):
    plan = make_plan()
    priority = make_priority(plan)
    for _ in range(350):
        make_update(make_action(priority=priority), Status.DELAYED, date(2019, 6, 3), reason="A post is vacant.")
    report = make_frozen_report(plan)
    client.force_login(make_member(plan.partnership, role=Role.BOARD_CHAIR))
    form = page(client.get(reverse("report-publish", args=[report.pk])))
    typed = {each.get("name"): "Words." for each in form.iter("textarea")}

    response = client.post(reverse("report-publish", args=[report.pk]), REQUIRED | typed)

    assert (response.status_code, len(typed)) == (302, 2 + 3 * 350)
